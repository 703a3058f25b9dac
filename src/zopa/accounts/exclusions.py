"""Deeds of two accounts that cannot both be so, though their predicates differ: who began, until when, met or not, given or not.

Each row takes the tellings that may stand on one side of it by the words of their matter, and decides for two of them. Both are told as so,
in accounts of one occasion, and no day of theirs differs. What one side says of the other stays that side's claim: the finding names both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import one_occasion, share, stem
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zopa.accounts.stories import Stories
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding

_SAME_MATTER = 0.5  # Jaccard index of the words of two matters from which on they are one
_ONE_DAY = 1  # days between two accounts of which one tells what goes on and the other that it is over


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """One way in which two deeds exclude each other: its name, the slot, what finds either side, what decides, an example."""

    name: str
    slot: str
    one: Callable[[Telling], bool]
    other: Callable[[Telling], bool]
    exclude: Callable[[Telling, Telling], bool]
    example: str


def compare_exclusions(tellings: Sequence[Telling], stories: Stories, off: Sequence[str] = ()) -> list[Finding]:
    """Contradictions of deeds by the rows; `off` names rows that are switched off."""
    told = [t for t in tellings if t.deed.sure in {"told", "future"} and not t.deed.hedged]
    return [f for row in ROWS if row.name not in off for f in _row_findings(row, told, stories)]


def _row_findings(row: ExclusionRow, told: Sequence[Telling], stories: Stories) -> Iterator[Finding]:
    ones, others = [t for t in told if row.one(t)], [t for t in told if row.other(t)]
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, telling in enumerate(others):
        for word in about_of_deed(telling):
            by_word[word].append(n)
    edges: dict[tuple[StarNode, StarNode], Edge[tuple[Telling, Telling]]] = {}
    for a in ones:
        for n in sorted({n for word in about_of_deed(a) for n in by_word.get(word, ())}):
            b = others[n]
            apart = a.item.group != b.item.group and stories.together(a.item, b.item) and one_occasion(a.item, b.item)
            same_day = row.slot == "date" or not days_differ(a.days, b.days)
            if apart and same_day and row.exclude(a, b):
                edges.setdefault((_node(a), _node(b)), Edge(_node(a), _node(b), share(a.words, b.words), (a, b)))
    for star in find_stars(edges.values()):
        yield _finding(row, star)


def about_of_deed(telling: Telling) -> frozenset[str]:
    """Stems of what a deed is about and of what does it or has it done to it ("the truce was extended")."""
    nouns = {noun for noun in telling.deed.nouns if noun.islower()}
    return telling.matter | {stem(noun) for noun in nouns} - {"-"}


def _node(telling: Telling) -> StarNode:
    return StarNode((telling.item.statement.id, telling.deed.at), telling.item.group, telling.deed.at)


# -- rows --------------------------------------------------------------------------------------------------------------


def _by_one(telling: Telling) -> bool:
    """ "Peru broke the truce", "began the fighting", told of one side by name, and not by that side itself."""
    deed = telling.deed
    named = len(telling.doers) == 1 and all(d[:1].isupper() for d in telling.doers)
    own = {deed.says, deed.says_side} & (telling.doers | {d.name for d in deed.doers})
    return named and not own and telling.done and deed.predicate in class_of("done_by_one")


def _other_doer(a: Telling, b: Telling) -> bool:
    one, two = (class_of("begins") & {t.deed.predicate} for t in (a, b))
    alike = a.deed.predicate == b.deed.predicate or bool(one) == bool(two)
    return alike and not a.doers & b.doers and share(a.matter, b.matter) >= _SAME_MATTER


def _lasts_until(telling: Telling) -> bool:
    return telling.done and bool(_bases(telling) & class_of("goes_until")) and _until(telling) is not None


def _until(telling: Telling) -> str | None:
    """The day behind "until" in a clause, None for none."""
    words = telling.deed.words
    for date in telling.item.statement.dates:
        inside = words.start <= date.passage.start < words.end
        before = words.text[: max(0, date.passage.start - words.start)].lower().split()[-2:]
        if inside and date.precision == "day" and date.from_ is not None and set(before) & class_of("until_word"):
            return date.from_.isoformat()
    return None


def _other_end(a: Telling, b: Telling) -> bool:
    return _until(a) != _until(b)


def _gives(telling: Telling) -> bool:
    """ "Norway sent Peru a proposal", "made an offer", "presented its demands"."""
    given = any(m.head in _papers() for m in telling.deed.matters)
    return telling.done and bool(telling.doers) and given and ("offer" in telling.acts or "give" in telling.acts)


def _got_none(telling: Telling) -> bool:
    """ "Peru has received no proposal from Norway", "has not seen any demands"."""
    got = telling.deed.predicate in class_of("gets") and any(m.head in _papers() for m in telling.deed.matters)
    return telling.denied and got and bool(telling.doers)


def _papers() -> frozenset[str]:
    return words_of("offer_noun") | words_of("demand_noun") | words_of("reply_noun") | class_of("notice_noun")


def _not_got(a: Telling, b: Telling) -> bool:
    """True where whoever got nothing is whom it was given to, or names who gave it; nobody gets his own offer."""
    to = {other.side or other.name for other in a.deed.others}
    named = any(doer in b.deed.words.text for doer in a.doers)
    return not a.doers & b.doers and (bool(to & b.doers) or named)


def _stops(telling: Telling) -> bool:
    ended = "end" in telling.acts or "stop" in telling.acts or telling.deed.predicate in class_of("calls_off_act")
    return telling.done and telling.deed.sure == "told" and ended and bool(_ongoing(telling))


def _goes_on(telling: Telling) -> bool:
    return (
        telling.done and "continue" in telling.acts and telling.deed.predicate != "resume" and bool(_ongoing(telling))
    )


def _ongoing(telling: Telling) -> frozenset[str]:
    """Nouns of what goes on or stops: a strike, fighting, a blockade."""
    nouns = {*telling.deed.nouns, *(m.head for m in telling.deed.matters)}
    return frozenset(nouns & (class_of("stoppage") | class_of("fighting") | class_of("action_noun")))


def _stopped_or_not(a: Telling, b: Telling) -> bool:
    days = a.item.day, b.item.day
    near = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= _ONE_DAY
    return near and bool(_ongoing(a) & _ongoing(b))


def _talks_to(telling: Telling) -> bool:
    """ "Norway has been talking to the rebels", "met the rebels"."""
    deed = telling.deed
    talks = deed.predicate in words_of("talk_verb") | words_of("meet_verb")
    return telling.done and deed.sure == "told" and talks and bool(telling.doers)


def _refuses_talks(telling: Telling) -> bool:
    """ "Norway refuses any talks with the rebels", "has never met the rebels"."""
    deed = telling.deed
    refuses = deed.stance in {"refuses", "never"} and any(m.head in words_of("talks") for m in deed.matters)
    never = telling.denied and deed.predicate in words_of("talk_verb") | words_of("meet_verb")
    return bool(telling.doers) and (refuses or never)


def _one_table(a: Telling, b: Telling) -> bool:
    """True for the same side, and somebody or something else that both clauses name."""
    text = {stem(word) for t in (a, b) for doer in t.doers for word in doer.lower().split()}
    common = (
        (a.words & b.words)
        - text
        - {stem(word) for word in words_of("talks") | words_of("talk_verb") | words_of("meet_verb")}
    )
    return bool(a.doers & b.doers) and bool(common)


def _bases(telling: Telling) -> set[str]:
    return {base for word in telling.deed.core.text.lower().split() for base in lemma(word)}


ROWS: tuple[ExclusionRow, ...] = (
    ExclusionRow("other-doer", "actor", _by_one, _by_one, _other_doer, "Peru broke the truce; Norway broke the truce"),
    ExclusionRow("until", "date", _lasts_until, _lasts_until, _other_end, "extended until 24 March; until 7 April"),
    ExclusionRow(
        "given", "polarity", _gives, _got_none, _not_got, "sent Peru a proposal; Peru has received no proposal"
    ),
    ExclusionRow("stopped", "polarity", _stops, _goes_on, _stopped_or_not, "called off the strike; the strike goes on"),
    ExclusionRow(
        "talks",
        "polarity",
        _talks_to,
        _refuses_talks,
        _one_table,
        "talks to the rebels; refuses any talks with the rebels",
    ),
)
ROW_NAMES = tuple(row.name for row in ROWS)
_WHY = {
    "other-doer": "They lay one deed at the doors of two",
    "until": "They give two days until which it is to last",
    "given": "One tells that it was given, the other that nothing came",
    "stopped": "One tells that it is over, the other that it goes on",
    "talks": "One tells that they talk, the other that they do not",
}


def _finding(row: ExclusionRow, star: Sequence[Edge[tuple[Telling, Telling]]]) -> Finding:
    told = list({(t.item.order, t.deed.at): t for edge in star for t in edge.what}.values())
    told.sort(key=lambda t: (t.item.order, t.deed.at))
    words = [" ".join(t.deed.gist.text.split()) for t in told]
    items = list({t.item.statement.id: t.item for t in told}.values())
    about = f"{words[0]}, or {words[-1][:1].lower() + words[-1][1:] if words[-1].split()[0].lower() in words_of('definite') else words[-1]}"
    why = f"{_WHY[row.name]}: “{words[0]}” against “{words[-1]}”."
    return build_finding("contradicted", row.slot, about, why, items, marked=[t.deed.core for t in told])
