"""The audit finds what it looks for, and finds nothing here."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
assert _spec is not None
assert _spec.loader is not None
audit = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(audit)
FAULTS = {"some-lib": [{"id": "CVE-1", "version": "1.10.0"}]}


def test_nothing_is_found_here() -> None:
    assert audit.main() == 0


def test_a_bound_that_allows_a_fault_is_found() -> None:
    """Versions compare as numbers; a library that is not named at all is found too."""
    for bound, count in (("1.9", 1), ("1.10", 0), ("1.10.0", 0), ("2", 0), ("0", 1)):
        assert len(audit.check_bounds({"some-lib": bound}, FAULTS)) == count
    assert len(audit.check_bounds({}, FAULTS)) == 1


def test_a_faulty_version_that_is_installed_is_found() -> None:
    assert audit.check_installed({"jinja2": [{"id": "CVE-2", "version": "999"}]})
    assert not audit.check_installed({"no-such-library-at-all": [{"id": "CVE-2", "version": "999"}]})


def test_an_import_that_is_not_declared_is_found() -> None:
    bounds = audit.read_bounds((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {"markupsafe", "pydantic-core"} <= set(bounds)
    told = audit.check_imports(
        ROOT / "src" / "zopa", {name: b for name, b in bounds.items() if name not in {"markupsafe", "pydantic-core"}}
    )
    assert {line.split(" imports ")[1].partition(",")[0] for line in told} == {"markupsafe", "pydantic_core"}
