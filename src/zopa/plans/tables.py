"""The shipped table of words that name parts of a text, ``labels.tsv``; its head says what the columns mean."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def label_rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(kind, words) of each row."""
    return tuple((kind, words) for kind, words, _ in _rows())


@cache
def english_words() -> frozenset[str]:
    """Words of the rows for English."""
    return frozenset(word for _, words, language in _rows() if language == "English" for word in words)


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    text = (files("zopa.plans") / "labels.tsv").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((row[0], tuple(row[1].split()), row[2] if len(row) > 2 else "") for row in rows)
