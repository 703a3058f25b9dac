"""The lists of modules in CONTRIBUTING are those that the program takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.ways import WAYS, render

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_ways_in_contributing_are_those_that_are_taken() -> None:
    """`python -m benchmarks.ways --write` puts them right."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.ways", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_every_module_of_a_way_is_there() -> None:
    """No list names a module that does not exist, and none is empty."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("<!-- ways")[2].partition("<!-- /ways")[0]
    rows = [line for line in page.splitlines() if line.startswith("* `")]
    assert page.count("**") == 2 * len(WAYS)
    for row in rows:
        part, _, names = row.removeprefix("* `").partition("`: ")
        assert all((ROOT / "src" / "zopa" / part / f"{name}.py").exists() for name in names.split(", "))
    assert len(rows) > 12


def test_a_way_as_lines() -> None:
    """One line a part, modules in the order of the way; the openings of folders are left out."""
    told = render("a -> b", ["text/split.py", "run/__init__.py", "case/read.py", "text/frames.py", "errors.py"])
    assert told == "**a -> b**\n\n* `text`: split, frames\n* `case`: read"
