"""Whose words a piece of evidence holds: the party's own, another side's, or nobody's in particular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.case.checks import positions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zopa.case.entry import Evidence
    from zopa.case.plain import Path
    from zopa.case.types import Case

Voice = Literal["quoted", "reported", "other-side", "author"]
_WORD_FOR_WORD = {None, "verbatim", "translated", "fragment"}


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says it, for which party of the case ("" for none), and whether by mandate; `reported`: in the document's words, not its own."""

    name: str
    party: str
    mandate: bool = True
    dissents: tuple[str, ...] = ()
    reported: bool = False


NOBODY = Teller("", "")


def find_teller(case: Case, name: str) -> Teller:
    """The party that a name speaks for: a party by id, name or alias, a person by name, alias or surname."""
    if not name.strip():
        return NOBODY
    wanted = _folded(name)
    for party, entry in case.parties.items():
        if wanted in {_folded(n) for n in (party, entry.name, *entry.aliases) if n}:
            return Teller(name, party)
    for party, entry in case.parties.items():
        for person, details in entry.people.items():
            names = {_folded(n) for n in (person, *details.aliases)}
            surnames = {n.rsplit(" ", maxsplit=1)[-1] for n in names}
            if (
                wanted in names
                or (" " not in wanted and wanted in surnames)
                or wanted.rsplit(" ", maxsplit=1)[-1] in names
            ):
                return Teller(person, party, details.mandate, details.dissents)
    return Teller(name, "")


def voice_of(item: Evidence, teller: Teller, party: str) -> Voice:
    """How a party is heard in a piece of evidence for its position."""
    if not teller.name:
        return "author"
    if teller.party != party:
        return "other-side" if teller.party else "author"
    if item.status is None and teller.reported:
        return "reported"
    return "quoted" if item.status in _WORD_FOR_WORD else "reported"


def stated_red_lines(case: Case, tellers: Mapping[Path, Teller]) -> Callable[[str, str], bool]:
    """Whether the red line of (party, issue) was stated by the party itself: by its own speaker with a mandate.

    Args:
        case: the case.
        tellers: who says each piece of evidence, by its path.
    """
    stated: set[tuple[str, str]] = set()
    for party, issue, position in positions(case):
        for n, item in enumerate(position.evidence):
            if item.for_ != "red-line":
                continue
            teller = tellers.get(("positions", party, issue, "evidence", n), NOBODY)
            if teller.party == party and teller.mandate and issue not in teller.dissents:
                stated.add((party, issue))
    return lambda party, issue: (party, issue) in stated


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split()).removeprefix("the ")
