"""Whatever reads, content must stand verbatim in the document at its offsets, or it is dropped and reported."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from zopa.sources import Passage
from zopa.statements.readers.problems import tell_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.statements.types import Record, Speaker, Statement


def verify(document: Document, record: Record) -> tuple[Record, tuple[Problem, ...]]:
    """The record without what does not stand in the document, and a problem for each statement dropped.

    Checked are the content of a statement (it has some, in order, inside its passage), every other passage in it, and the
    mention of its speaker; meetings, gates, names and oddities with a wrong passage are dropped too.
    """
    kept: list[Statement] = []
    problems: list[Problem] = []
    for statement in record.statements:
        if _stands(document, statement):
            kept.append(statement)
            continue
        message = f"Expected words of the document from {statement.found_by}, got “{statement.said[:80]}”; dropped."
        cure = "Nothing to do; what this reader finds is to be looked at with care."
        problems.append(tell_reader("reader-not-verbatim", document.path, message, cure))
    ids = {statement.id for statement in kept}
    parted = [replace(s, within=None) if s.within and s.within not in ids else s for s in kept]
    return replace(
        record,
        statements=tuple(parted),
        meetings=tuple(m for m in record.meetings if _all_stand(document, m)),
        gates=tuple(g for g in record.gates if _all_stand(document, g)),
        mentions=tuple(m for m in record.mentions if _all_stand(document, m)),
        oddities=tuple(o for o in record.oddities if _all_stand(document, o)),
    ), tuple(problems)


def _stands(document: Document, statement: Statement) -> bool:
    """True where the statement has words, and all of it is in the document where it says."""
    content, home = statement.content, statement.passage
    starts = [part.start for part in content]
    if not content or not statement.said.strip() or starts != sorted(starts):
        return False
    inside = all(home.start <= part.start < part.end <= home.end for part in content)
    return inside and _is_place(document, statement.speaker) and _all_stand(document, statement)


def _is_place(document: Document, speaker: Speaker | None) -> bool:
    return speaker is None or (bool(speaker.name) and 0 <= speaker.start < speaker.end <= len(document.text))


def _all_stand(document: Document, value: object) -> bool:
    return all(
        p.source == document.id and 0 <= p.start <= p.end and document.text[p.start : p.end] == p.text
        for p in _passages(value)
    )


def _passages(value: object) -> Iterator[Passage]:
    """Every passage anywhere inside a value."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for part in cast("tuple[object, ...]", value):
            yield from _passages(part)
    elif is_dataclass(value):
        for member in fields(value):
            part: Any = getattr(value, member.name)
            yield from _passages(part)
