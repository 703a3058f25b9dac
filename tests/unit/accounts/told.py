"""Talks as found in a few invented texts, with the shipped words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zopa.accounts.talks import find_talks
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts.edits import TalksEdit
    from zopa.accounts.talks import ReportedTalks
    from zopa.statements import Record

DAY = "2031-03-12"


def record(name: str, text: str) -> Record:
    """The record of one text."""
    document = Document(name, f"{name}.txt", text, name * 8, "text", "utf-8", published=Guess(DAY, "given"))
    return read_record(document, default_vocabulary())


def talks(*texts: str, edits: Sequence[TalksEdit] = ()) -> ReportedTalks:
    """What the texts, of one day, tell of the talks."""
    records = [record(f"d{n}", text) for n, text in enumerate(texts)]
    return find_talks(records, {r.source: date.fromisoformat(DAY) for r in records}, edits=edits)


def parties(*texts: str, edits: Sequence[TalksEdit] = ()) -> dict[str, str]:
    """Name and role of each party."""
    return {p.name: p.role for p in talks(*texts, edits=edits).participants.parties}
