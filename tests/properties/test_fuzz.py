"""A few hundred random files through every reader; `make fuzz` reads ten thousand."""

from __future__ import annotations

import random

import pytest
from benchmarks.fuzz import LIMITS, MAKERS, find_faults

from zopa.errors import Problem
from zopa.sources import Document, Mark, read_document


@pytest.mark.parametrize("name", MAKERS)
def test_random_files(name: str):
    """No exception, no file over the limits, no span that is none, and every problem one clear line."""
    file, make = MAKERS[name]
    for number in range(60):
        data = make(random.Random(f"test {name} {number}"))
        assert find_faults(*read_document(file, data=data, language="en", limits=LIMITS)) == [], number


def test_faults_are_found():
    """What the fuzz looks for, it finds."""
    torn = Document("a", "a.txt", "word \ud800", "", "text", marks=(Mark(4, 40, "navigation"),))
    found = find_faults(
        torn, (Problem("note", "a.txt", None, "unheard", "a\nb", ""), Problem("note", "a", None, "too-slow", "a", "b"))
    )
    assert len(found) == 5
    assert find_faults(None, ()) == ["neither a document nor an error"]
