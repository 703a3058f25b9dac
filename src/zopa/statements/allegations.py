"""Allegations about named people: who is accused or investigated by name, or named in one breath with a crime or misconduct.

The rule errs towards finding one: what it marks is left out of pages that are passed on, and stays in the document. A person is a
mention of the kind *person*; whoever says a thing, or makes the charge, is not charged by it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from zopa.text.vocabulary import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.statements.types import Record, Statement
    from zopa.text.types import Mention
    from zopa.text.vocabulary import Vocabulary

_CHARGES = frozenset({"ACCUSE", "INVESTIGATE"})
_NEAR = 120  # characters: some twenty words, about the length of a clause with its insertions
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got|stands?|stood)(?: \w+ly)? $", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


def find_allegations(record: Record, vocabulary: Vocabulary) -> tuple[Statement, ...]:
    """The statements of a document that allege something of a named person, in its order."""
    people = [mention for mention in record.mentions if mention.kind == "person"]
    return tuple(s for s in record.statements if _alleges(s, _named_in(s, people), vocabulary))


def touches(start: int, end: int, allegations: Iterable[Statement]) -> bool:
    """Whether a stretch of the document shares words with one of its allegations."""
    return any(part.start < end and start < part.end for statement in allegations for part in statement.content)


def _named_in(statement: Statement, people: Iterable[Mention]) -> list[Mention]:
    """The people named in the sentence of a statement, less the one who says it; all of them where it denies something."""
    speaker = statement.speaker.name if statement.speaker and not statement.negated else ""
    span = statement.passage
    return [m for m in people if span.start <= m.passage.start and m.passage.end <= span.end and m.name != speaker]


def _alleges(statement: Statement, named: list[Mention], vocabulary: Vocabulary) -> bool:
    target = vocabulary.named(statement.target or "")
    charge = statement.plover in _CHARGES or statement.act == "accuse"
    if charge and target is not None and target.kind == "person":
        return True
    return bool(named) and ((charge and _is_charged(statement, named)) or _breathes_misconduct(statement, named))


def _is_charged(statement: Statement, named: list[Mention]) -> bool:
    """Whether the charge is aimed at one of the people named: behind its words, or before them in the passive.

    "criticised X's plan" is aimed at the plan. Where the charge is the word that attributes ("accused X of ..."), who is charged
    stands between that word and what is told of them.
    """
    if statement.deed is None:
        first, last = (statement.cue.end if statement.cue else 0), statement.content[0].start
        return any(first <= m.passage.start < last for m in named)
    start, end = statement.deed.start, statement.deed.end
    if _PASSIVE.search(_before(statement, start)):
        return any(m.passage.end <= start and not m.possessive for m in named)
    return any(start <= m.passage.start < end + _NEAR and not m.possessive for m in named)


def _before(statement: Statement, at: int) -> str:
    """The words of the sentence before a place."""
    return statement.passage.text[: max(0, at - statement.passage.start)]


def _breathes_misconduct(statement: Statement, named: list[Mention]) -> bool:
    """Whether a word for crime or misconduct in what is said stands near somebody's name, in one sentence."""
    text, offset = statement.passage.text, statement.passage.start
    for part in statement.content:
        for match in _misconduct().finditer(part.text):
            at = part.start + match.start() - offset
            spans = [sorted((at, m.passage.start - offset)) for m in named]
            if any(b - a <= _NEAR and not _SENTENCE_END.search(text, a, b) for a, b in spans):
                return True
    return False


@cache
def _misconduct() -> re.Pattern[str]:
    words = "|".join("|".join(row) for row in table_rows("misconduct.tsv", "statements"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
