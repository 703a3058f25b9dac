"""The package's surface, and that it costs nothing to import."""

import subprocess
import sys

import pytest

import zopa.report


def test_every_name_is_there():
    for name in zopa.report.__all__:
        assert callable(getattr(zopa.report, name))
    with pytest.raises(AttributeError):
        zopa.report.nothing  # noqa: B018


def test_import_brings_neither_jinja_nor_rich():
    code = "import sys, zopa.report; sys.exit(any(name in sys.modules for name in ('jinja2', 'rich')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
