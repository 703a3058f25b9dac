"""Word classes by which accounts are read together, from ``en/classes.tsv`` and ``en/descriptions.tsv``."""

from __future__ import annotations

from functools import cache

from zopa.text.vocabulary import table_rows


@cache
def class_of(name: str) -> frozenset[str]:
    """Members of a class; empty for a name that the table does not have."""
    return frozenset(
        word.replace("_", " ")
        for row in table_rows("classes.tsv", "accounts")
        if row[0] == name
        for word in row[1].split()
    )


@cache
def described_kinds(noun: str) -> tuple[str, ...]:
    """Kinds of named bodies that a describing noun may stand for ("the authority": a council), the likeliest first."""
    return next((tuple(row[1].split(";")) for row in table_rows("descriptions.tsv", "accounts") if row[0] == noun), ())
