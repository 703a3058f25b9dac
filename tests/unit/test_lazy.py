"""Packages hold what they promise, and import it only when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

PACKAGES = ("accounts", "case", "json_output", "folder", "model", "statements", "report", "run", "sources", "views")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_of_a_package_is_there(package):
    """Each name in ``__all__`` can be had, and is no module of the same name; any other name is an attribute error."""
    module = import_module(f"zopa.{package}")
    assert all(getattr(module, name).__class__.__name__ != "module" for name in module.__all__)
    with pytest.raises(AttributeError, match=f"zopa.{package}"):
        module.nothing_of_this_name  # noqa: B018


@pytest.mark.parametrize("module", ["zopa.run.talks", "zopa.run.process", "zopa.views.unread"])
def test_what_asks_a_worker_does_not_load_what_the_worker_needs(module: str):
    """The process and a page name what was not read, and neither waits for the tagger, numpy or the comparison of drafts."""
    code = f"import sys, {module}; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "zopa.text.annotate", "zopa.plans.diff"} & set(loaded)


def test_a_check_does_not_wait_for_what_it_does_not_use():
    """Opening a case imports neither the reader of statements nor numpy nor the comparison."""
    code = "import sys, zopa.run.talks, zopa.views.ledger; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "lxml", "zopa.statements.read", "zopa.accounts.compare"} & set(loaded)
