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

    from zopa.views.material import Material


@dataclass(frozen=True, slots=True)
class Silence:
    """A negative sentence: its key, its words, when it may stand, and what is said where it may not ("" for nothing)."""

    key: str
    words: str
    may_stand: Callable[[Material], bool]
    otherwise: str = ""


def _any_read(material: Material) -> bool:
    return len(material.unread) < len(material.documents)


def _all_read(material: Material) -> bool:
    return not material.unread


def _two_read(material: Material) -> bool:
    return len(material.documents) - len(material.unread) > 1


def _same_things(material: Material) -> bool:
    """The documents report some things in common, so that unlike accounts of them could have been seen."""
    return _two_read(material) and bool(material.findings("corroborated"))


def _both_sides(material: Material) -> bool:
    """Two sides are known to want or refuse something."""
    return len({w.party for w in material.talks.dispute.wants}) > 1


def _some_sides(material: Material) -> bool:
    return bool(material.negotiating)


SILENCES: dict[str, Silence] = {
    s.key: s
    for s in (
        Silence(
            "outcome", "No wording known to zopa for an outcome was found in the documents that it reads.", _any_read,
            "The outcome cannot be told: no document is in a language that zopa reads.",
        ),
        Silence("contradiction", "In what they report alike, zopa found no unlike figure, date, place, actor or denial.", _same_things),
        Silence(
            "blocks", "Looked for an issue on which one side wants what another refuses: none found.", _both_sides,
            "What blocks cannot be told: no two sides are found to want or refuse anything here.",
        ),
        Silence("unheard", "Not quoted in the documents that zopa reads: {names}.", _some_sides),
        Silence("wants", "No sentence was found in which a side demands, offers, accepts or refuses something.", _any_read),
        Silence("single", "One document: there is nothing to compare it with.", _all_read),
        Silence("source", "None of the documents names a wire agency or an official body as its source, as far as zopa knows their names.", _any_read),
    )
}  # fmt: skip


def say_silence(material: Material, key: str, *, tag: str = "", **words: str) -> Line | None:
    """The negative sentence of a key where it may stand, what is said instead where it may not, or None."""
    silence = SILENCES[key]
    text = silence.words.format(**words) if silence.may_stand(material) else silence.otherwise
    return Line((Piece(text, tone="gap"),), tag=tag) if text else None
