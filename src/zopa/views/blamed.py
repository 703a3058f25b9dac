"""Who blames whom on the first page: a line for each charge that somebody known makes against a named side, blame before complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zopa.accounts.joining import describes
from zopa.views.excerpts import cut
from zopa.views.letters import label
from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from zopa.accounts.blame import Charge
    from zopa.sources import Passage
    from zopa.views.material import Material

_CHARGES = 2  # that a first page has room for
_CLAUSE = 36  # words of a clause that a line has room for


class _Who(NamedTuple):
    """Those who lay the blame, in the order of the alphabet, and on whom; "" where they lay it on each other."""

    says: tuple[str, ...]
    blamed: str


def build_blame_lines(material: Material) -> list[Line]:
    """The charges for what came of the talks first; what is only told as a cause stands behind the page."""
    sides = {party.name for party in material.talks.participants.parties}
    told: dict[_Who, list[Charge]] = {}
    for who, charge in _by_clause(c for c in material.talks.charges if _is_read(c, sides)):
        told.setdefault(who, []).append(charge)
    ranked = sorted(told.items(), key=lambda one: (one[1][0].kind == "complains", not one[1][0].of_the_end))
    return [_line(material, who, charges) for who, charges in ranked[:_CHARGES]]


def _is_read(charge: Charge, sides: Collection[str]) -> bool:
    """True where who blames and who is blamed are told by name; a complaint is one side's of another."""
    both = charge.says or "", charge.blamed
    if charge.kind == "complains" and not all(name in sides for name in both):
        return False
    named = (name != name.lower() and not describes(name) for name in both)
    return charge.kind in {"blames", "complains"} and charge.says is not None and all(named)


def _by_clause(charges: Iterable[Charge]) -> list[tuple[_Who, Charge]]:
    """Each clause once for each side that it blames; once where those who blame are those who are blamed."""
    clauses: dict[Passage, list[Charge]] = {}
    for charge in charges:
        clauses.setdefault(charge.passage, []).append(charge)
    found: list[tuple[_Who, Charge]] = []
    for told in clauses.values():
        says, blamed = {c.says for c in told if c.says}, {c.blamed for c in told}
        if len(says) > 1 and says == blamed:
            found.append((_Who(tuple(sorted(says)), ""), told[0]))
            continue
        by = {name: tuple(sorted({c.says for c in told if c.says and c.blamed == name})) for name in blamed}
        found += [(_Who(by[name], name), told[0]) for name in sorted(blamed)]
    return found


def _line(material: Material, who: _Who, charges: list[Charge]) -> Line:
    """ "Norway blames Peru: A ...", with the letters of other accounts that tell it too."""
    first = charges[0]
    verb = "complains" if first.kind == "complains" else "blames" if first.of_the_end or not who.blamed else "accuses"
    verb = material.does(who.says[0], verb) if len(who.says) == 1 else verb.removesuffix("s")
    verb += " of" if first.kind == "complains" else ""
    says = " and ".join([", ".join(who.says[:-1]), who.says[-1]] if len(who.says) > 1 else who.says)
    pieces = [Piece(f"{says[:1].upper()}{says[1:]} {verb} {who.blamed or 'each other'}: ")]
    pieces += [label(material.letters[first.passage.source], (first.passage,)), Piece(" ")]
    pieces.append(cut(material, first.core, 24, _CLAUSE))
    others = {c.passage.source: c.passage for c in charges if c.passage.source != first.passage.source}
    for source, passage in others.items():
        pieces += [Piece("; "), label(material.letters[source], (passage,))]
    return Line((*pieces, Piece(".")), tag="blame")
