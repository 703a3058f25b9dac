"""Slots of one deed that cannot be filled twice: who broke off the talks, how much was promised, whether there is an agreement.

Each needs both accounts to tell the deed as done or promised, by sides that are known, on days that do not differ.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.figures import adds_up
from zopa.accounts.findings import build_finding
from zopa.accounts.items import generic_stems, one_occasion, stem
from zopa.accounts.joining import describes
from zopa.accounts.outcome import ToldOutcome, find_outcome
from zopa.accounts.outcome_deeds import is_for_a_time
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import StatementPlaces, Telling, days_differ
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.text.types import Figure

_PROMISES = frozenset({"offers", "yields", "agrees"})
_ONE_DAY = 1  # days between two accounts within which a figure that differs is no new offer
_Clash = tuple[Telling, Telling]


def compare_clashes(
    records: Sequence[Record],
    documents: Sequence[Sequence[Item]],
    tellings: Sequence[Telling],
    participants: Participants,
    stories: Stories,
) -> list[Finding]:
    """Contradictions in who broke off, in what was promised, and in whether there is an agreement."""
    sides = {party.name for party in participants.parties}
    leaving = [
        t for t in tellings
        if _breaks_off(t) and _by_name(t) and t.doers and all(d in sides or d[:1].isupper() for d in t.doers)
        and not any(describes(d) or _tells_kind(d, participants) for d in t.doers)  # "the unions" may be the one named elsewhere
    ]  # fmt: skip
    promises = [t for t in tellings if t.deed.stance in _PROMISES and t.figures and len(t.doers) == 1]
    return [
        *_told(_edges(leaving, stories, _other_left), "actor", "Who broke off the talks"),
        *_told(_edges(promises, stories, _promise_differs), "figure", ""),
        *_pacts(records, documents, stories),
    ]


def _breaks_off(telling: Telling) -> bool:
    """ "walked away from the table", "broke off the talks", "left the room": told as done.

    Withdrawing an offer of one's own is none, nor is "when he left the talks", which tells the time.
    """
    deed = telling.deed
    about = {m.head for m in deed.matters} | set(deed.nouns)
    left = (
        words_of("talks")
        | class_of("talk_place")
        | (words_of("offer_noun") if deed.stance == "leaves" else frozenset[str]())
    )
    when = deed.link == "advcl" and deed.words.text.split(maxsplit=1)[0].lower() in class_of("at_the_time")
    begun = deed.core.text.lower().split()[:2]  # "was leaving": who may have stayed
    under_way = begun[:1] in (["was"], ["were"]) and begun[-1].endswith("ing")
    done = deed.sure == "told" and not telling.denied and not is_for_a_time(deed) and not (when or under_way)
    return (
        done
        and deed.predicate in class_of("breaks_off")
        and deed.stance in {"leaves", "fails", ""}
        and bool(about & left)
    )


def _tells_kind(name: str, participants: Participants) -> bool:
    """True for a plural that may be what another account names ("the Liberals"): one word, for which nobody is told to speak."""
    party = participants.named(name)
    return " " not in name and name.endswith("s") and not name.isupper() and (party is None or not party.people)


def _by_name(telling: Telling) -> bool:
    """False where a pronoun tells who: whom it means is a guess."""
    return not any(d.passage.text.lower() in words_of("own_pronoun") for d in telling.deed.doers)


def _other_left(a: Telling, b: Telling) -> bool:
    """True for two doers of whom neither is named where the other account tells it."""
    if a.doers & b.doers or any(_names(one, other) for one, other in ((a, b), (b, a))):
        return False
    return not any(
        doer.rsplit(maxsplit=1)[-1] in _in_front(other) for one, other in ((a, b), (b, a)) for doer in one.doers
    )


def _names(one: Telling, other: Telling) -> bool:
    """True where the other account's sentence names a person who leaves, not as its speaker: an office there may mean the same person."""
    people = {doer.name.rsplit(maxsplit=1)[-1] for doer in one.deed.doers if doer.kind == "person"}
    said = other.deed.says or ""
    return any(name in other.item.statement.passage.text and name not in said for name in people)


def _in_front(telling: Telling) -> str:
    """The words before the predicate of a deed, in which its subject stands."""
    deed = telling.deed
    return deed.words.text[: max(0, deed.core.start - deed.words.start)]


def _promise_differs(a: Telling, b: Telling) -> bool:
    """One side's promise with two figures of one unit, in accounts of one day."""
    if a.doers != b.doers or a.ranks != b.ranks or a.deed.hedged != b.deed.hedged or _is_new(a) or _is_new(b):
        return False
    days = a.item.day, b.item.day
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _ONE_DAY:
        return False
    return any(
        _excludes(x, y)
        and not adds_up(a.item, b.item, x.unit)
        and (a.matter & b.matter or (_counts(x, a) and _counts(y, b)))
        for x in a.figures
        for y in b.figures
    )


def _excludes(x: Figure, y: Figure) -> bool:
    plain = not any(f.bound or f.approximate for f in (x, y))
    return plain and bool(x.unit) and x.unit == y.unit and x.value != y.value


def _counts(figure: Figure, telling: Telling) -> bool:
    """True where the figure counts what the deed is about ("120 prisoners"): its unit heads the matter."""
    return any(figure.unit in {m.head, f"{m.head}s"} and figure in m.figures for m in telling.deed.matters)


def _is_new(telling: Telling) -> bool:
    """True for a figure that is told to have changed ("raised its offer to")."""
    return any(
        base in class_of("changes_figure") for word in telling.deed.words.text.lower().split() for base in lemma(word)
    )


def _edges(
    tellings: Sequence[Telling], stories: Stories, clash: Callable[[Telling, Telling], bool]
) -> Iterable[Edge[_Clash]]:
    for i, a in enumerate(tellings):
        for b in tellings[i + 1 :]:
            near = a.item.group != b.item.group and stories.one(a.item, b.item) and one_occasion(a.item, b.item)
            if near and stories.together(a.item, b.item) and not days_differ(a.days, b.days) and clash(a, b):
                yield Edge(_node(a), _node(b), 1.0, (a, b))


def _node(telling: Telling) -> StarNode:
    """One for each side of a document: what it tells twice is one telling."""
    return StarNode((telling.item.statement.source, telling.doers), telling.item.group, 0)


def _told(edges: Iterable[Edge[_Clash]], slot: str, about: str) -> Iterable[Finding]:
    for star in find_stars(edges):
        tellings = sorted(
            {(t.item.order, t.deed.at): t for edge in star for t in edge.what}.values(),
            key=lambda t: (t.item.order, t.deed.at),
        )
        words = [" ".join(t.deed.gist.text.split()) for t in tellings]
        what = about or _measured(tellings)
        items = list({t.item.statement.id: t.item for t in tellings}.values())
        why = f"They differ in one slot of a deed: “{words[0]}” against “{words[-1]}”."
        marked = [t.deed.core for t in tellings]
        yield build_finding("contradicted", slot, what, why, items, marked=marked)


def _measured(tellings: Sequence[Telling]) -> str:
    """What the unlike figures count, with the figures: "prisoners: 120 against 90"."""
    figures = [t.figures[0].passage.text for t in tellings]
    return f"{tellings[0].figures[0].unit}: {' against '.join(dict.fromkeys(figures))}"


def _pacts(records: Sequence[Record], documents: Sequence[Sequence[Item]], stories: Stories) -> list[Finding]:
    """One side says that there is an agreement, another denies it."""
    told: list[tuple[ToldOutcome, Item]] = []
    for record, own in zip(records, documents, strict=True):
        places = StatementPlaces(own)
        for outcome in find_outcome([record], {record.source: None}).accounts:
            item = places.at(outcome.passage.start)
            if item is not None and outcome.says is not None:
                told.append((outcome, item))
    edges = [
        Edge(_spot(c), _spot(d), 1.0, (c, d))
        for c in told if c[0].state != "not-settled"
        for d in told if d[0].denies and d[0].says != c[0].says
        and c[1].group != d[1].group and stories.one(c[1], d[1]) and one_occasion(c[1], d[1]) and _one_pact(c[1], d[1])
    ]  # fmt: skip
    found: list[Finding] = []
    for star in find_stars(edges):
        nodes = {node for edge in star for node in (edge.a, edge.b)}
        parts = [t for t in told if _spot(t) in nodes and (t[0].denies or t[0].state != "not-settled")]
        items = list({item.statement.id: item for _, item in parts}.values())
        marked: list[Passage] = [outcome.passage for outcome, _ in parts]
        why = "One side says that there is an agreement, another denies it."
        found.append(
            build_finding("contradicted", "polarity", "Whether there is an agreement", why, items, marked=marked)
        )
    return found


def _one_pact(told: Item, denied: Item) -> bool:
    """False where the agreement is told with its matter ("agreed to ship no fuel"), of which the denial tells nothing."""
    words = told.statement.passage.text.lower().split()
    opens = any(a in words_of("agree_verb") and b in words_of("agree_on") for a, b in pairwise(words))
    names = frozenset(stem(name) for item in (told, denied) for name in item.proper)
    return not opens or bool((told.stems & denied.stems) - generic_stems() - names)


def _spot(told: tuple[ToldOutcome, Item]) -> StarNode:
    outcome, item = told
    return StarNode((item.statement.source, outcome.state), item.group, 0)
