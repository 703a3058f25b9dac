"""The shipped table of words that name parts of a text, ``labels.tsv``; its head says what the columns mean."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def label_rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(kind, words) of each row."""
    text = (files("zopa.plans") / "labels.tsv").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((row[0], tuple(row[1].split())) for row in rows)
