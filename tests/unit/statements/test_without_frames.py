"""Statements rest on frames: where a text has none, no row of attribution, no gate and no deed is found (issue 14)."""

from __future__ import annotations

import pytest

from zopa.statements.actors import Actors
from zopa.statements.announcements import find_announcement
from zopa.statements.attribution import find_attributions
from zopa.statements.deeds import find_deeds
from zopa.statements.gates import find_gates
from zopa.text import annotate as annotating
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document, read

TEXT = """Mira Colt said that the gates stay shut. “We will stay,” said Mira Colt. Mira Colt promised to stay. The gates stay shut, Mira Colt said.
As Mira Colt told reporters, the gates stay shut. Mira Colt called the plan a farce. Mira Colt accused Norway of lying. In a statement by Mira Colt: “We go.”
Mira Colt repeated her warning that the gates stay shut. Norway rejected the plan. Norway will not sign the treaty until the prisoners return.
Peru wants a study before the talks. If Peru changes its law, the sides will sign a treaty. The pact needs the approval of parliament.
The treaty must be approved before it takes effect. The talks failed."""


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that have trees and no frames."""
    monkeypatch.setattr(annotating, "find_frames", lambda sentence: ())


def rows(text: str) -> set[str]:
    """Names of the rows that attribute something in a text."""
    found = annotate(document(text), default_vocabulary())
    units = list(zip(found.sentences, found.frames, strict=True))
    return {a.row for unit in units for a in find_attributions([unit], found.quotations)}


def counts() -> tuple[int, int, int]:
    """Attributions by rows, gates and deeds of the text."""
    text = annotate(document(TEXT), default_vocabulary())
    units = list(zip(text.sentences, text.frames, strict=True))
    attributions = [a for unit in units for a in find_attributions([unit], text.quotations)]
    announced = [a for unit in units if (a := find_announcement([unit], text.quotations))]
    deeds = find_deeds(text, Actors(text, default_vocabulary()), ())
    return len(attributions) + len(announced), len(find_gates(text, ())), len(deeds)


def test_with_frames_all_are_found() -> None:
    """The text holds each kind."""
    attributions, gates, deeds = counts()
    assert attributions >= 8
    assert gates >= 4
    assert deeds >= 8


@pytest.mark.usefixtures("without")
def test_without_frames_nothing_is_found() -> None:
    """No row may look at characters or at words alone."""
    assert counts() == (0, 0, 0)


@pytest.mark.usefixtures("without")
def test_one_row_still_reads_without_frames() -> None:
    """ "According to X" is read off the tree alone; a row that does the same must not join it. The list may only grow shorter."""
    assert rows(
        TEXT + " The gates stay shut, according to Mira Colt. According to Mira Colt, the gates stay shut."
    ) <= {"according-to"}


@pytest.mark.usefixtures("without")
def test_without_frames_nobody_is_said_to_say_anything() -> None:
    """The whole reader too: what its layout or quotation marks alone tell has no speaker by a cue."""
    record = read(TEXT)
    assert record.gates == ()
    assert record.deeds == ()
    assert [s.said for s in record.statements if s.form == "reported"] == []
