"""What changed in what parties say: new, hardened, softened, denied, gone silent; each with the passage before and the one after.

Like is compared with like: the party's own words with its own words. What rests on another outlet's paraphrase, or on a translation
beside an original, is called `retold` or `translated`, never a change of position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.sources import Passage

Kind = Literal["new", "hardened", "softened", "denied", "dropped", "silent", "retold", "translated"]
ORDER: tuple[Kind, ...] = ("denied", "hardened", "softened", "new", "dropped", "silent", "retold", "translated")
_STRENGTH = {
    "reject": 3, "threaten": 3, "demand": 2, "accuse": 2, "protest": 2, "propose": 1, "support": 1, "offer": 0, "state": 1, "assess": 1,
    "predict": 1, "accept": -1, "concede": -1, "meet": 1,
}  # fmt: skip
_NEVER = re.compile(
    r"\b(?:never|non-negotiable|red line|unacceptable|under no circumstances|by force|will not|won['’]t|cannot accept|out of the question|"
    r"rule[sd]? out|no (?:compromise|concession)s?)\b",
    re.IGNORECASE,
)
_READY = re.compile(
    r"\b(?:ready to|open to|willing to|prepared to|could accept|can accept|flexib\w+|compromise is possible|would consider)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that a party is heard with on an issue.

    Attributes:
        party, issue: whose position on what.
        day: ISO day on which it was said, else published; "" where neither is known.
        passage: the words.
        own: the party's own speaker is quoted; False for paraphrase, another side, an author.
        act: demand, reject, accept, ...
        denial: it denies an earlier position.
        translated: the words are a translation.
        speaker: who says it, "" where nobody is named.
    """

    party: str
    issue: str
    day: str
    passage: Passage
    own: bool
    act: str = "state"
    denial: bool = False
    translated: bool = False
    speaker: str = ""

    @property
    def strength(self) -> int:
        """How hard it is put: 4 for words that exclude, 3 to reject, 2 to demand, down to -1 to accept."""
        if _NEVER.search(self.passage.text) and self.act not in {"accept", "concede"}:
            return 4
        if _READY.search(self.passage.text):
            return 0
        return _STRENGTH.get(self.act, 1)


@dataclass(frozen=True, slots=True)
class PositionChange:
    """What changed for a party on an issue; `before` is None for what is new, `after` for silence."""

    kind: Kind
    party: str
    issue: str
    before: Utterance | None
    after: Utterance | None
    why: str


def find_position_changes(utterances: Iterable[Utterance], since: str, window_from: str = "") -> list[PositionChange]:
    """Changes between what was said before `since` and on it or later.

    Args:
        utterances: all of them; those without a day count as before.
        since: ISO day.
        window_from: a party has gone silent only where it spoke on the issue on this day or later, and before `since`.

    Returns:
        At most one change for each party and issue, the gravest first; empty where nothing new was said since.
    """
    groups: dict[tuple[str, str], list[Utterance]] = {}
    for utterance in utterances:
        groups.setdefault((utterance.party, utterance.issue), []).append(utterance)
    spoke_since = {u.party for group in groups.values() for u in group if u.day >= since}
    found: list[PositionChange] = []
    for (party, _), group in groups.items():
        before = sorted((u for u in group if u.day < since), key=_last)
        known = {_words(u) for u in before}
        later = sorted((u for u in group if u.day >= since), key=_last)
        after = [u for u in later if _words(u) not in known]
        change = _change(before, after) if after else None
        if not later and before and party in spoke_since:
            change = _silence(before[-1], window_from)
        found += [change] if change else []
    return sorted(found, key=lambda c: (ORDER.index(c.kind), c.party, c.issue))


def _silence(last: Utterance, window_from: str) -> PositionChange | None:
    """The party was heard on this in the period before, and since then on other issues only."""
    if not last.own or not window_from or last.day < window_from:
        return None
    why = f"last heard on this on {last.day}; since then on other issues only"
    return PositionChange("silent", last.party, last.issue, last, None, why)


def _change(before: Sequence[Utterance], after: Sequence[Utterance]) -> PositionChange | None:
    new = after[-1]
    party, issue = new.party, new.issue
    if not before:
        return PositionChange("new", party, issue, None, new, "nothing was known of it before")
    old = before[-1]
    if denial := next((u for u in reversed(after) if u.denial), None):
        return PositionChange("denied", party, issue, old, denial, "a later word denies it")
    own_old = next((u for u in reversed(before) if u.own), None)
    own_new = next((u for u in reversed(after) if u.own), None)
    if own_old is None or own_new is None:
        return PositionChange(
            "retold", party, issue, old, new, "not the party's own words on both days: an account's paraphrase"
        )
    if own_old.translated != own_new.translated:
        return PositionChange(
            "translated", party, issue, own_old, own_new, "one of the two is a translation; the words may be the same"
        )
    if own_new.strength == own_old.strength:
        return None
    harder = own_new.strength > own_old.strength
    why = f"{_told(own_old)} before, {_told(own_new)} since"
    return PositionChange("hardened" if harder else "softened", party, issue, own_old, own_new, why)


_WORDS_OF_STRENGTH = {
    4: "excluded outright",
    3: "rejected",
    2: "demanded",
    1: "stated",
    0: "ready to talk",
    -1: "accepted",
}


def _told(utterance: Utterance) -> str:
    return _WORDS_OF_STRENGTH[utterance.strength]


def _last(utterance: Utterance) -> tuple[str, bool, str, int]:
    """Order in time; on one day the party's own words count as the last."""
    return utterance.day, utterance.own, utterance.passage.source, utterance.passage.start


def _words(utterance: Utterance) -> str:
    """The words alone: a copy of a text, or a quotation given again, says nothing new."""
    return " ".join(re.findall(r"\w+", utterance.passage.text.lower()))
