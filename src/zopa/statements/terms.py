"""Whose plan a text is telling the terms of.

"The Europeans made a counterproposal. Their revisions include ... They also ...": all of it is theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.scene import Scene
    from zopa.text.types import Mention

_GOES_ON = frozenset("they it their its he she".split())
_PLAN = r"(?:plan|proposal|counter-?proposal|framework|draft|scheme)"
_PLAN_WORD = re.compile(rf"\b(?:{_PLAN}|revisions?|amendments?|terms|demands|conditions)\b")
_PLAN_BEHIND = re.compile(rf"(?:['’]s)?[\s-]++(?:[\w\-]+\s+){{0,3}}?{_PLAN}\b")
_OPENING = 9  # tokens of a sentence in which the plan has to be named


def whose_terms(unit: ClauseUnit, subject: Mention | None, plan: str | None) -> str | None:
    """The party whose plan's terms `unit` tells, given whose the sentence before told; None where it tells none.

    A sentence about a party that names a plan begins them; "they", "their", "it" go on with them.
    """
    party = subject.party if subject else None
    opening = " ".join(t.low for t in unit.tokens[:_OPENING])
    if party and _PLAN_WORD.search(opening):
        return party
    goes_on = unit.low(0) in _GOES_ON or unit.low(1) in _GOES_ON
    return party if party and party == plan and goes_on else None


def plan_of(scene: Scene, unit: ClauseUnit) -> str | None:
    """The party whose plan a unit speaks of ("the updated U.S. peace framework"), if it is just one."""
    owners: set[str] = set()
    for mention in scene.names.within(unit.start, unit.end):
        if mention.party and _PLAN_BEHIND.match(scene.document.text[mention.passage.end : unit.end]):
            owners.add(mention.party)
    return owners.pop() if len(owners) == 1 else None
