"""The rule of the contrary: every sentence that says that something is absent passes through here.

A negative sentence stands on a page only where the program could have seen the contrary: documents in a language that it reads, a side that
it knows, wording within what it can find. Otherwise it says what was looked for, or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.model import Frame
    from zopa.views.material import Material

NO_SOURCE_NAMED = "no name of a wire or another source was found in the text"
NOT_FOUND = Piece("not found", tone="gap")  # an empty cell of a table whose rows were looked for in every document


@dataclass(frozen=True, slots=True)
class Silence:
    """A negative sentence: its key, its words, when it may stand, and what is said where it may not ("" for nothing)."""

    key: str
    words: str
    may_stand: Callable[[Material], bool]
    otherwise: str = ""


def _any_read(material: Material) -> bool:
    return len(material.unread) < len(material.documents)


def _two_read(material: Material) -> bool:
    return len(material.documents) - len(material.unread) > 1


def _told_alike(material: Material) -> bool:
    """Two documents are read and tell of the same parties, so that one can leave out what the other tells."""
    return _two_read(material) and bool(material.talks.omissions)


def _always(_: Material) -> bool:
    return True


def _some_sides(material: Material) -> bool:
    return bool(material.negotiating)


SILENCES: dict[str, Silence] = {
    s.key: s
    for s in (
        Silence(
            "outcome", "No wording known to zopa for an outcome was found in the documents that it reads.", _any_read,
            "The outcome cannot be told: no document is in a language that zopa reads.",
        ),
        Silence("unheard", "No words of theirs, quoted or reported, were found in the documents that zopa reads: {names}.", _some_sides),
        Silence("not-quoted", "Not quoted in the documents that zopa reads: {names}.", _some_sides),
        Silence("unquoted", "Reported, and not quoted, in the documents that zopa reads: {names}.", _some_sides),
        Silence("omission", "Not found in {source}, told by {told_by}: ", _told_alike),
        Silence("part", "zopa recognises only a part of what texts tell: what does not stand here may stand in them.", _any_read),
        Silence(
            "no-deal",
            "A deal cannot be computed from documents alone: that needs a case with each side's values.",
            _always,
        ),
        Silence(
            "figures", "No figure was found in the documents that zopa reads.", _any_read,
            "No figure could be looked for: no document is read.",
        ),
        Silence(
            "dates", "No date was found in the documents that zopa reads.", _any_read,
            "No date could be looked for: no document is read.",
        ),
        Silence(
            "process", "No sentence was found that tells of a meeting, or that makes one thing wait for another.", _any_read,
            "Meetings and gates could not be looked for: no document is read.",
        ),
        Silence(
            "source",
            "None of the documents names a wire agency or an official body as its source, as far as zopa knows their names.",
            _any_read,
        ),
    )
}  # fmt: skip


FILED: dict[
    str, str
] = {  # of what is filed in a case and found in its documents, where nothing further could be looked at
    "gates": "No gate is filed or found.",
    "channels": "No channel is filed or found.",
    "meetings": "No meeting is filed or found.",
    "calendar": "No date ahead is filed or found.",
    "unheard": "Not quoted for a position in the documents that zopa reads: {names}.",
    "unheard-one": "{names}: not heard. No quotation of its speakers was found.",
    "time": "No claim is filed that time helps or hurts a party (time, under process, in the case).",
    "patience": "Cannot tell: nothing is filed of anybody's patience.",
    "passage": "No passage is filed on it.",
    "changes": "Nothing changed since {since} in what was read.",
    "versions": "No text of one of the two is known, so what changed cannot be told.",
    "no-official": "No source is official or wire, so this page gives no headline about a deal.",
    "no-headline": "Whether a deal is possible: see behind this page; on these sources it makes no headline.",
}


def say_filed(key: str, *, tag: str | None = None, unread: str = "", **words: str) -> Line:
    """The negative sentence of a key about a case, in the voice of a gap; `unread` names texts in which nothing could be looked for."""
    if unread:
        told = (
            f"{FILED[key].format(**words).partition(':')[0].rstrip('.')}, but in {unread} nothing could be looked for."
        )
        return Line((Piece(told, tone="gap"),), tag=tag)
    return Line((Piece(FILED[key].format(**words), tone="gap"),), tag=tag)


DEALS: dict[str, str] = {
    "possible": "a deal that crosses no red line and leaves nobody worse off than without one exists.",
    "known": "a deal exists on what is known",
    "opens": "a deal becomes possible.",
    "every-draw": "a deal is possible in every draw, whatever the vague values are.",
    "some-draws": "That a deal is possible is “{words}”.",
    "stated": "On what is known some deal crosses no stated red line, but whether there is one cannot be told: not filed yet is {silent}.",
}
_EMPTY_MODEL = "not decided: nobody's values are filed yet, so no deal could be ruled out."


def say_deal(key: str, frame: Frame, **words: str) -> Piece:
    """That a deal is possible, only where the model could have shown the contrary: two parties or more whose wants are filed."""
    told = [party for party in range(len(frame.parties)) if any(points[:, party].any() for points in frame.points)]
    if len(told) < _TWO:
        return Piece(_EMPTY_MODEL, tone="gap")
    return Piece(DEALS[key].format(**words))


_TWO = 2  # parties that a deal is between


def say_silence(material: Material, key: str, *, tag: str = "", **words: str) -> Line | None:
    """The negative sentence of a key where it may stand, what is said instead where it may not, or None."""
    silence = SILENCES[key]
    text = silence.words.format(**words) if silence.may_stand(material) else silence.otherwise
    return Line((Piece(text, tone="gap"),), tag=tag) if text else None
