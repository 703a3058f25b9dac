"""Gates that sentences tell of: what must come before what, and who says so. Each needs its words on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.statements.types import ReportedGate, Statement

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.speakers import Scene

_STEP = r"(?:ceasefire|talks|negotiations|deal|agreement|signing|summit|meeting|withdraw\w+|settlement)"
# Expressions with the groups `before` and `after`, and the kind of gate; the strongest wording first.
_PATTERNS = (
    (
        (
            r"(?P<before>(?:[\w’'\-]+\s+){1,4}?\b(?:must|have to|has to|need to|needs to) be "
            r"(?:agreed|met|accepted|fulfilled)\b[^,;.]{0,40}?)\s+before\s+(?P<after>[^.;]{6,200})"
        ),
        "precondition",
    ),
    (
        r"(?P<after>[^,;.]{6,160}?)\s+(?:only after|not until|only once|only when)\s+(?P<before>[^,.;]{6,160})",
        "precondition",
    ),
    (
        (
            r"(?P<after>[^,;.]{4,100}?\b(?:will|would|can|could|shall|must|do(?:es)?|did) ?(?:not|n['’]t)\b[^,;.]{2,100}?)\s+"
            r"(?:until|unless|before)\s+(?P<before>[^,.;]{6,160})"
        ),
        "precondition",
    ),
    (
        rf"\b(?P<after>no (?:\w+ ){{0,3}}{_STEP})\b[^,;.]{{0,40}}?\s+(?:without|until|unless)\s+(?P<before>[^,.;]{{4,160}})",
        "precondition",
    ),
    (
        (
            rf"(?P<after>[^,;.]{{0,100}}?\b{_STEP}\b[^,;.]{{0,40}}?)\s+(?:depends?|hinges?|is (?:conditional|contingent)) (?:up)?on\s+"
            r"(?P<before>[^,.;]{6,160})"
        ),
        "condition",
    ),
    (
        r"^\W*unless\s+(?P<before>[^,.;]{6,120}),\s+(?P<after>[^.;]{8,160})",
        "condition",
    ),
    (
        (
            r"\bif\s+(?P<before>[^,.;]{6,120}),\s+(?:then\s+)?"
            r"(?P<after>[^.;]{8,160}?\b(?:will|would|can|shall)\b[^.;]{2,120})"
        ),
        "condition",
    ),
    (
        (
            rf"(?P<after>[^,;.]{{8,160}}?\b{_STEP}\b[^,;.]{{0,60}}?)\s+"
            r"(?:if|provided that|on condition that|as long as)\s+(?P<before>[^.;]{6,120})"
        ),
        "condition",
    ),
    (
        (
            r"(?P<before>[^,;.]{6,160}?)\s+(?:before|prior to)\s+"
            r"(?P<after>(?:any|the|actual|real|further|direct|formal)?\s*(?:\w+\s+){0,4}?"
            r"(?:negotiations|talks|ceasefire|summit|agreement|treaty|deal|withdrawal|pull-?out|release|signature|signing|elections?|vote)\b[^.;]{0,120})"
        ),
        "sequence",
    ),
    (
        (
            r"(?P<after>[^,;.]{0,80}?\bceasefire\b[^,;.]{0,60}?)\s+"
            r"(?:can only come|only comes|comes only|follows)\s+(?:about\s+)?after\s+(?P<before>[^.;]{6,120})"
        ),
        "precondition",
    ),
)
_GATES = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _PATTERNS)


def find_gates(
    scene: Scene, units: tuple[ClauseUnit, ...], statements: tuple[Statement, ...]
) -> tuple[ReportedGate, ...]:
    """Gates told in the units, in document order; at most one a unit, the strongest wording first."""
    found: list[ReportedGate] = []
    for unit in units:
        text = scene.document.text[unit.start : unit.end]
        for pattern, kind in _GATES:
            match = pattern.search(text)
            if match is None or not _is_process(match) or _threatens(unit, statements):
                continue
            teller = next(
                (s for s in statements if _holds(s, unit.start + match.end("before") - 1) and s.speaker), None
            )
            first = teller.content[0].start if teller else unit.start
            before = _side(scene, unit, (first, unit.end), match.span("before"))
            after = _side(scene, unit, (first, unit.end), match.span("after"))
            says = teller.speaker.name if teller and teller.speaker else None
            found.append(ReportedGate(before, after, says, scene.document.passage(unit.start, unit.end), kind))
            break
    return tuple(found)


def _threatens(unit: ClauseUnit, statements: tuple[Statement, ...]) -> bool:
    """True where the unit tells of a threat: "if they do not, we will strike" is no step of a process."""
    return any(
        s.plover == "THREATEN" or s.act == "threaten" for s in statements if unit.start <= s.content[0].start < unit.end
    )


def _is_process(match: re.Match[str]) -> bool:
    """True where the first words of one side are about talks or their result; a bare "if" opens no gate."""
    sides = (" ".join(match.group(side).split()[:12]) for side in ("before", "after"))
    return any(_PROCESS.search(side) for side in sides)


_PROCESS = re.compile(
    r"\b(?:talks|negotiat\w+|summit|meet(?:s|ing)?|cease-?fire|truce|deal|agreement|accord|treaty|sign\w*|peace|withdraw\w*|"
    r"guarantees?|sanctions|referendum|elections?|recogni\w+|release)\b",
    re.IGNORECASE,
)


def _side(scene: Scene, unit: ClauseUnit, bounds: tuple[int, int], span: tuple[int, int]) -> Passage:
    """One side of a gate, no further than what is said, without white space and marks at its edges."""
    text = scene.document.text
    a, b = max(bounds[0], unit.start + span[0]), min(bounds[1], unit.start + span[1])
    a = min(a, b)
    while a < b and text[a] in ' ,—–-“"':
        a += 1
    while b > a and text[b - 1] in ' ,—–-”"\n':
        b -= 1
    return scene.document.passage(a, b)


def _holds(statement: Statement, at: int) -> bool:
    return statement.form != "own-voice" and any(part.start <= at < part.end for part in statement.content)
