"""Who blames whom for what, and where accounts lay the blame on different sides.

A charge is blame laid by somebody, a cause given for a failure, a deed that hinders as another side tells it, or a judgement of another's
conduct. Where two sides charge each other, or two accounts lay the failure at different doors, both cannot be right, and neither account
settles it: the finding is an opposed judgement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import one_occasion, with_article
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from zopa.accounts.conduct import Conduct
    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed

_WORDS = re.compile(r"\w+")
_BLAME = words_of("failing") | words_of("blaming") | words_of("blame_noun")


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody is blamed.

    Attributes:
        blamed: whoever is blamed: a party as joined over the documents, else the name that the text gives.
        for_: what for, in the text's words.
        says: whoever lays the blame, likewise; None for the author's own words.
        passage: the words.
        core: the words from the predicate to the end of its matter.
        kind: "blames" (laid by somebody), "cause" (why something did not come about), "hinders" (a deed that another side tells)
            or "conduct" (a judgement of how somebody behaves).
        at: where its predicate stands.
    """

    blamed: str
    for_: str
    says: str | None
    passage: Passage
    core: Passage
    kind: str
    at: int

    @property
    def of_the_end(self) -> bool:
        """True for blame, which the page tells as such; an accusation may be of anything."""
        return self.kind == "cause" or bool(_bases(f"{self.passage.text} {self.for_}") & _BLAME)

    @property
    def of_the_talks(self) -> bool:
        """True where it is laid for what came of the talks: told with them, with a stoppage or a delay, or for nothing in particular."""
        bare = self.for_ == self.passage.text
        about = (
            words_of("failing") | words_of("talks") | words_of("pact") | words_of("standstill") | class_of("stoppage")
        )
        return self.kind == "cause" or (self.kind == "blames" and (bare or bool(_bases(self.for_) & about)))


def _bases(text: str) -> set[str]:
    return {base for word in _WORDS.findall(text.lower()) for base in lemma(word)}


def find_charges(records: Sequence[Record], participants: Participants) -> tuple[Charge, ...]:
    """Who blames whom for what: "blamed Y for", "the blame lies with Y", "failed due to Y's refusal", "because Y erected roadblocks"."""
    found: list[Charge] = []
    for record in records:
        for deed in record.deeds:
            if deed.stance == "blames" and not deed.negated and deed.sure == "told":
                found.extend(_laid(record, deed, participants) if deed.others else _mutual(record, deed, participants))
            elif deed.because is not None and (deed.stance in {"fails", "ends"} or deed.negated):
                found.extend(_caused(record, deed, participants))
        laid = {charge.at for charge in found if charge.passage.source == record.source}
        found.extend(c for c in _complained(record, participants) if c.at not in laid)
    return tuple(found)


def _complained(record: Record, participants: Participants) -> Iterator[Charge]:
    """What one side holds against another: "Peru is stalling, Norway said"."""
    for told in record.complaints:
        blamed = participants.party_of_person(record.source, told.charged_side, told.charged) or told.charged
        says = participants.party_of_person(record.source, told.says_side, told.says) or told.says
        if says != blamed:
            yield Charge(blamed, told.core.text, says, told.words, told.core, "complains", told.at)


def _laid(record: Record, deed: Deed, participants: Participants) -> Iterator[Charge]:
    """Blame that a clause lays, once for each who lays it."""
    doers = (participants.party_of_person(record.source, d.side, d.name) or d.name for d in deed.doers)
    tellers = list(dict.fromkeys(doers)) or [_teller(record, deed, participants)]
    if tellers == [None] and deed.link != "root":
        return  # whoever accuses is not read
    words = _told_words(deed)
    matter = deed.matters[-1].text if deed.matters else words.text
    blamed = _blamed(record.source, deed, participants)
    for says in tellers:
        if says != blamed:  # "admits that it is to blame"
            yield Charge(blamed, matter, says, words, deed.core, "blames", deed.at)


def _mutual(record: Record, deed: Deed, participants: Participants) -> Iterator[Charge]:
    """ "Norway and Peru blame each other": a charge of each against each other."""
    behind = deed.words.text[max(0, deed.at - deed.words.start) :].lower()
    if not any(words in behind for words in class_of("each_other_words")):
        return
    doers = dict.fromkeys(participants.party_of_person(record.source, d.side, d.name) or d.name for d in deed.doers)
    words = _told_words(deed)
    matter = deed.matters[-1].text if deed.matters else words.text
    for says in doers:
        for blamed in doers:
            if says != blamed:
                yield Charge(blamed, matter, says, words, deed.core, "blames", deed.at)


def _caused(record: Record, deed: Deed, participants: Participants) -> Iterator[Charge]:
    """What a clause gives as the cause that nothing came about, where it names a body."""
    because = deed.because
    names = (a.name for a in record.actors if a.kind != "person")
    blamed = next((n for n in names if because is not None and n in because.text), None)
    if blamed is not None and because is not None:
        against = participants.party_of(record.source, blamed) or blamed
        says = _teller(record, deed, participants)
        yield Charge(against, deed.words.text, says, because, because, "cause", deed.at)


def _teller(record: Record, deed: Deed, participants: Participants) -> str | None:
    """Whoever says what a deed tells: its speaker's party, else who "said" in the same sentence; None for the author."""
    said = participants.party_of_person(record.source, deed.says_side, deed.says) or deed.says
    around = [
        d for d in record.deeds
        if d.passage == deed.passage and not d.stance and d.doers and d.predicate in _SAYING
    ]  # fmt: skip
    if said is None and around:
        doer = around[0].doers[0]
        return participants.party_of_person(record.source, doer.side, doer.name) or doer.name
    return said


_SAYING = frozenset(base for word in words_of("said") for base in lemma(word))


def _blamed(source: str, deed: Deed, participants: Participants) -> str:
    """Whoever is blamed: all of a list ("the four large economies: Norway, Peru and Chile"), else the first that is named."""
    first, last = deed.others[0].passage, deed.others[-1].passage
    between = deed.passage.text[max(0, first.end - deed.passage.start) : max(0, last.start - deed.passage.start)]
    named = {word for other in deed.others for word in _WORDS.findall(other.passage.text.lower())}
    words = set(_WORDS.findall(between.lower())) - named
    listed = deed.others if words <= words_of("gate_and") | words_of("tag_det") else deed.others[:1]
    names = {participants.party_of_person(source, other.side, other.name) or other.name for other in listed}
    *others, end = sorted(names, key=str.lower)
    return f"{', '.join(others)} and {end}" if others else end


def _told_words(deed: Deed) -> Passage:
    """The clause from its subject on: what stands before ("While ...,") tells no charge."""
    words, at = deed.words, deed.gist.start
    if not words.start < at < words.end:
        return words
    return type(words)(words.source, at, words.end, words.text[at - words.start :])


# -- where accounts lay it on different sides --------------------------------------------------------------------------


class _Accusation(NamedTuple):
    """A charge with the statement in which it stands; `by` is the account itself where its author tells it."""

    charge: Charge
    item: Item
    by: str


def compare_blame(
    records: Sequence[Record], tellings: Sequence[Telling], participants: Participants, conducts: Sequence[Conduct]
) -> list[Finding]:
    """Opposed judgements: accounts of one occasion in which different sides are to blame, each accuser and accused once."""
    told = _strongest(_all_told(records, tellings, participants, conducts))
    accused = {(t.by, _home(t.charge.blamed, participants)) for t in told}
    against: dict[_Accusation, list[_Accusation]] = defaultdict(list)
    for a, b in combinations(told, 2):
        if _opposed(a, b, participants, accused):
            against[a].append(b)
            against[b].append(a)
    found: list[Finding] = []
    done: set[_Accusation] = set()
    for one in told:
        if one in against and one not in done:
            group = [one]
            for other in group:  # grows: all that are opposed to each other, over others too
                group += [t for t in against[other] if t not in group]
            done.update(group)
            found.append(_finding(sorted(group, key=lambda t: (t.item.order, t.charge.at))))
    return found


def _all_told(
    records: Sequence[Record], tellings: Sequence[Telling], participants: Participants, conducts: Sequence[Conduct]
) -> Iterator[_Accusation]:
    """Every charge of a known side or account, the strongest kind first."""
    at = {(told.item.statement.source, told.deed.at): told for told in tellings}
    for charge in sorted(find_charges(records, participants), key=lambda c: (c.kind != "blames", not c.of_the_end)):
        told = at.get((charge.passage.source, charge.at))
        if told is not None and not told.denied:
            yield _Accusation(charge, told.item, charge.says or f"@{told.item.statement.source}")
    for told in tellings:
        charge = _hindering(told, participants)
        if charge is not None and charge.says is not None:
            yield _Accusation(charge, told.item, charge.says)
    for conduct in conducts:
        if conduct.sign < 0 and conduct.of != conduct.by:
            words, deed = conduct.telling.deed.words, conduct.telling.deed
            charge = Charge(conduct.of, words.text, conduct.by, words, deed.core, "conduct", deed.at)
            yield _Accusation(charge, conduct.item, conduct.by)


def _strongest(told: Iterable[_Accusation]) -> list[_Accusation]:
    """The first charge of each who charges somebody, in each account; none by or against somebody who is not named."""
    first: dict[tuple[str, str, str], _Accusation] = {}
    for one in told:
        if all(_is_name(name) for name in (one.by, one.charge.blamed)):
            first.setdefault((one.item.statement.source, one.by, one.charge.blamed), one)
    return list(first.values())


def _is_name(name: str) -> bool:
    """True for what can be told apart from others: no "company", no speaker who is not named; an account is."""
    return name.startswith("@") or (name != name.lower() and not name.startswith("not named"))


def _hindering(told: Telling, participants: Participants) -> Charge | None:
    """A deed that one side holds against another: it hinders, or leaves the talks."""
    deed, source = told.deed, told.item.statement.source
    says = participants.party_of_person(source, deed.says_side, deed.says)
    if says is None or not told.doers or says in told.doers or told.denied or deed.sure != "told":
        return None
    about = {m.head for m in deed.matters} | set(deed.nouns)
    leaves = deed.predicate in class_of("breaks_off") and about & (
        words_of("talks") | words_of("offer_noun") | class_of("talk_place")
    )
    hinders = _bases(deed.core.text) & words_of("hinders")
    blamed = sorted({p for d in deed.doers if (p := participants.party_of_person(source, d.side, d.name)) is not None})
    if not (leaves or hinders) or deed.stance == "blames" or not blamed or says in blamed:
        return None
    return Charge(blamed[0], deed.words.text, says, deed.words, deed.core, "hinders", deed.at)


def _opposed(a: _Accusation, b: _Accusation, participants: Participants, accused: Container[tuple[str, str]]) -> bool:
    """True for two charges that lay it on different sides.

    Each on the other, in two accounts or in one clause; or two accusers of two accounts, where both tell who is to blame for what came of
    the talks, and neither (`accused`: accuser, side) lays it on the other's side too.
    """
    one, two = (_home(t.charge.blamed, participants) for t in (a, b))
    if one == two or one in two or two in one:
        return False
    mutual = _home(a.by, participants) == two and _home(b.by, participants) == one
    if a.charge.passage == b.charge.passage:
        return mutual
    if a.item.group == b.item.group or not one_occasion(a.item, b.item):
        return False
    both = (a.by, two) in accused or (b.by, one) in accused
    return mutual or (not both and a.charge.of_the_talks and b.charge.of_the_talks)


def _home(name: str, participants: Participants) -> str:
    """The party that a name stands for."""
    return participants.people.get(name) or participants.called(name) or name


def _finding(told: Sequence[_Accusation]) -> Finding:
    """Whom it is laid on, those whom most accounts name first."""
    by_blamed: dict[str, list[_Accusation]] = defaultdict(list)
    for one in told:
        by_blamed[one.charge.blamed].append(one)
    ranked = sorted(by_blamed, key=lambda name: (-len({t.item.order for t in by_blamed[name]}), name))
    names = [with_article(name) for name in sorted(ranked[:_NAMED])]
    why = "; ".join(f"{_accusers(by_blamed[name])} {with_article(name)}" for name in ranked)
    return build_finding(
        "opposed-judgement", "blame", f"Who is to blame: {', '.join(names[:-1])} or {names[-1]}", f"{why[:1].upper()}{why[1:]}.",
        list({t.item.statement.id: t.item for t in told}.values()), marked=[t.charge.passage for t in told],
    )  # fmt: skip


def _accusers(told: Sequence[_Accusation]) -> str:
    """Those who blame one side, with the verb; an account that tells it in its own words is counted."""
    names = sorted({with_article(t.by) for t in told if not t.by.startswith("@")})
    accounts = {t.by for t in told if t.by.startswith("@")}
    names += [f"{len(accounts)} accounts" if len(accounts) > 1 else "one account"] if accounts else []
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{listed} {'blame' if len(names) > 1 or len(accounts) > 1 else 'blames'}"


_NAMED = 3  # that a title names
