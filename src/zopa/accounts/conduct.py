"""How a side behaved in the talks: praised by itself or a friend in one place, blamed by another side in another. Neither is a fact.

The side that is judged is whoever does the deed whose clause holds the judging word, else the only other side that the clause names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding
from zopa.accounts.items import one_occasion, sign_patterns, with_article
from zopa.accounts.judgements import is_denied
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import FoundParty, Participants
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.sources import Passage

_Pair = tuple["Conduct", "Conduct"]


@dataclass(frozen=True, slots=True)
class Conduct:
    """One side's conduct as somebody judges it: whose, by whom, +1 or -1, the word that judges, its clause, and whether that denies it."""

    of: str
    by: str
    sign: int
    word: Passage
    telling: Telling
    turned: bool = False

    @property
    def shown(self) -> str:
        """The word that judges, with the denial that turns it: not “good faith”."""
        return f"{'not ' if self.turned else ''}“{self.word.text}”"

    @property
    def item(self) -> Item:
        """The statement in which it is judged."""
        return self.telling.item


def find_conduct(tellings: Sequence[Telling], participants: Participants) -> list[Conduct]:
    """What sides say of each other's and their own conduct, in document order; nothing that is only foreseen or possible."""
    around: dict[tuple[str, int], list[Telling]] = defaultdict(list)
    words: dict[tuple[str, int], tuple[int, Passage]] = {}
    for told in tellings:
        for sign, word in _judging(told.deed.words):
            around[word.source, word.start].append(told)
            words[word.source, word.start] = sign, word
    found: list[Conduct] = []
    for place, near in around.items():
        conduct = _conduct(sorted(near, key=_length), *words[place], participants)
        if conduct is not None:
            found.append(conduct)
    return found


def _conduct(near: Sequence[Telling], sign: int, word: Passage, participants: Participants) -> Conduct | None:
    """What the smallest clause around a word tells whose judge is known; nobody is the worse for blaming itself."""
    for told in near:
        by = _judge(told, word, participants)
        of = _judged(told, by, participants) if by is not None and told.deed.sure == "told" else None
        if by is None or of is None:
            continue
        turned = told.deed.negated or is_denied(told.deed.words.text, word.start - told.deed.words.start)
        conduct = Conduct(of, by, -sign if turned else sign, word, told, turned)
        if conduct.sign > 0 or of != by:
            return conduct
    return None


def _length(told: Telling) -> int:
    return told.deed.words.end - told.deed.words.start


_GLUE = frozenset("-‑–")


def _judging(words: Passage) -> Iterator[tuple[int, Passage]]:
    for sign, pattern in sign_patterns("conduct.tsv"):
        for match in pattern.finditer(words.text):
            if (
                words.text[max(0, match.start() - 1) : match.start()] in _GLUE
                or words.text[match.end() : match.end() + 1] in _GLUE
            ):
                continue  # "trade-distorting support" judges no conduct
            yield sign, type(words)(words.source, words.start + match.start(), words.start + match.end(), match.group())


def _judge(told: Telling, word: Passage, participants: Participants) -> str | None:
    """Whose judgement it is: of whoever says the words, else of whoever accuses."""
    said = told.item.statement
    if any(part.start <= word.start < part.end for part in said.content) and said.speaker is not None:
        return participants.party_of_person(word.source, said.speaker.party, said.speaker.name)
    if told.deed.says is not None:
        return participants.party_of_person(word.source, told.deed.says_side, told.deed.says)
    doers = _parties(told, participants) if told.deed.stance == "blames" else set[str]()
    return next(iter(doers)) if len(doers) == 1 else None


def _parties(told: Telling, participants: Participants) -> set[str]:
    """Whoever does a deed, as far as they are parties."""
    names = {party.name for party in participants.parties}
    return {p for d in told.doers if (p := d if d in names else participants.called(d)) is not None}


def _judged(told: Telling, by: str, participants: Participants) -> str | None:
    """Whose conduct it is: of whoever is blamed or does it, else of the only other side that the clause names."""
    if told.deed.stance == "blames":
        source = told.deed.words.source
        of = {
            p for d in told.deed.others if (p := participants.party_of_person(source, d.side, d.name)) is not None
        } - {by}
    elif told.deed.stance == "wants" and set(told.doers) == {by}:
        return None  # "wants a fair deal"
    else:
        of = _parties(told, participants) if told.deed.stance != "fails" else set[str]()
    of = of or {
        p.name for p in participants.parties
        if p.name != by and _is_named(p, told.deed.words.text)
    }  # fmt: skip
    return next(iter(of)) if len(of) == 1 else None


def _is_named(party: FoundParty, text: str) -> bool:
    """True where a text has a name of a party, or the last word of the name of one of its people."""
    names = [name for name in (party.name, *party.aliases) if name[:1].isupper()]
    names += [name.rsplit(maxsplit=1)[-1] for name in party.people]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def compare_conduct(conducts: Sequence[Conduct]) -> list[Finding]:
    """One opposed judgement for each side whose conduct two sides judge opposite ways, over all accounts that do."""
    judged: dict[str, list[Conduct]] = defaultdict(list)
    for conduct in conducts:
        judged[conduct.of].append(conduct)
    found: list[Finding] = []
    for of, told in sorted(judged.items()):
        edges: dict[tuple[StarNode, StarNode], Edge[_Pair]] = {}
        for good in (c for c in told if c.sign > 0):
            for bad in (c for c in told if c.sign < 0):
                if good.by != bad.by and good.item.group != bad.item.group and _one_time(good, bad):
                    pair = _node(good), _node(bad)
                    edges.setdefault(pair, Edge(*pair, 1.0, (good, bad)))
        found.extend(_finding(of, [edge.what for edge in star]) for star in find_stars(edges.values()))
    return found


def _one_time(a: Conduct, b: Conduct) -> bool:
    return one_occasion(a.item, b.item) and not days_differ(a.telling.days, b.telling.days)


def _node(conduct: Conduct) -> StarNode:
    return StarNode((conduct.item.statement.source, conduct.sign), conduct.item.group, 0)


def _finding(of: str, pairs: Sequence[_Pair]) -> Finding:
    told = list({c.word: c for pair in pairs for c in pair}.values())
    good, bad = pairs[0]
    why = (
        f"{_opened(good.by)} calls it {good.shown}, {with_article(bad.by)} {bad.shown}; both are judgements, not facts."
    )
    items = list({c.item.statement.id: c.item for c in told}.values())
    about = f"How {with_article(of)} behaved: {good.shown} against {bad.shown}"
    return build_finding("opposed-judgement", "conduct", about, why, items, marked=[c.telling.deed.words for c in told])


def _opened(party: str) -> str:
    name = with_article(party)
    return name[0].upper() + name[1:]
