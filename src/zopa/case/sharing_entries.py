"""What happens to one entry of a case that is shared: it loses what names or rests on what is left out, or goes itself.

`Cut` knows what is left out; `settle` is called for every entry, the inner before the outer, and returns what stays of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from zopa.case.entry import Entry, Evidence
from zopa.case.moves import Moves
from zopa.case.process import Channel, Gate, Meeting, TimeClaim
from zopa.case.speakers import find_teller
from zopa.case.types import Case, Condition, Draft, Issue, Legal, Party, Person, Position, Source
from zopa.case.values import Ranking, RedLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.plain import Path

# What loses its value when all evidence of a kind is left out; the note beside it may tell the same, so it goes too.
_RESTS = {
    "red-line": ("red_line",), "salience": ("salience",), "opening": ("opening",), "interest": ("interest",), "no-deal": ("no_deal",),
    "position": ("prefers", "values", "others", "accepts", "opposes", "stance", "justification"),
}  # fmt: skip
# Fields that name parties and people, by entry; an entry that is left without a name in the last of its groups goes.
_NAMING: dict[type[Entry], tuple[str, ...]] = {
    Meeting: ("people", "parties", "absent", "not_consulted", "sent_by", "called_off_by"), Channel: ("parties", "people"),
    Gate: ("says", "disputed_by", "holder"), Draft: ("by",), Legal: ("by",), Source: ("originator", "leans"),
    TimeClaim: ("says", "disputed_by", "helps", "hurts"),
}  # fmt: skip


@dataclass(slots=True)
class Cut:
    """What is left out while a case is walked through.

    `roots` are paths of whole entries that others may name by id (parties, people, issues, options, drafts, sources), with the kind
    that each is of.
    """

    case: Case
    no_deal_values: bool
    roots: Mapping[Path, str]
    gone: set[Path] = field(default_factory=set["Path"])
    counts: Counter[str] = field(default_factory=Counter[str])

    def ids(self, *under: str) -> set[str]:
        """Ids of left-out entries directly under a path."""
        return {str(p[-1]) for p in self.roots if p[:-1] == under}

    def names(self, text: str) -> bool:
        """Whether a text names a party or person that is left out."""
        if not text.strip():
            return False
        teller = find_teller(self.case, text)
        return teller.party in self.ids("parties") or teller.name in self.ids("parties", teller.party, "people")

    def drop(self, path: Path, kind: str) -> None:
        """Note that what stands at a path is left out; what is left out for itself and not for another's sake is `private`."""
        self.gone.add(path)
        self.counts[kind] += 1


def settle(before: Entry, after: Entry, path: Path, cut: Cut) -> Entry | None:
    """An entry whose parts have been walked: less what names or rests on what is gone; None where nothing of it may stay."""
    left: Entry | None = _unnamed(before, after, cut)
    if isinstance(left, Party):
        left = _without_no_deal(left, path, cut)
    if left is not None and getattr(before, "evidence", ()):
        left = _supported(before, left, path, cut)
    if isinstance(left, Position):
        left = _without_options(left, cut.ids("issues", str(path[2]), "options"))
    elif isinstance(left, Issue):
        left = _with_its_options(left)
    elif isinstance(left, Case):
        left = _without_ids(left, cut)
    if left is None:
        cut.drop(path, "resting")
    return left


def _unnamed(before: Entry, after: Entry, cut: Cut) -> Entry | None:
    """The entry without the names of what is gone; None where it is nothing without them."""
    if isinstance(after, Evidence):
        told = after.source in cut.ids("sources") or cut.names(after.said_by) or cut.names(after.reported_by)
        return None if told or (after.for_ == "no-deal" and not cut.no_deal_values) else after
    if isinstance(after, Moves):  # a model that loses a decision maker or an option is another model
        movers = {n: m for n, m in after.movers.items() if n not in cut.ids("parties")}
        same = [list(m.options) for m in cast("Moves", before).movers.values()] == [
            list(m.options) for m in movers.values()
        ]
        return after if same else None
    if isinstance(after, Condition) and _touches(cast("Condition", before), cut):
        return None
    if isinstance(after, Person):
        return after.model_copy(update={"dissents": tuple(i for i in after.dissents if i not in cut.ids("issues"))})
    changed: dict[str, Any] = {}
    for name in _NAMING.get(type(after), ()):
        value: Any = getattr(after, name)
        if isinstance(value, tuple):
            several = cast("tuple[str, ...]", value)
            left_names = tuple(n for n in several if not cut.names(n))
            changed |= {name: left_names} if left_names != several else {}
        elif cut.names(value):
            changed[name] = type(after).model_fields[name].default
    left = after.model_copy(update=changed) if changed else after
    if changed and _names_nobody(left):
        return None
    return _with_its_terms(left, cut) if isinstance(left, Draft) else left


def _names_nobody(entry: Entry) -> bool:
    """True where an entry about people or parties has lost those that it is about."""
    if isinstance(entry, Meeting):
        return not entry.people and not entry.parties
    if isinstance(entry, Channel):
        return len(entry.parties) + len(entry.people) < 2
    if isinstance(entry, TimeClaim):
        return not entry.helps and not entry.hurts
    return isinstance(entry, Gate) and not entry.says


def _with_its_terms(draft: Draft, cut: Cut) -> Draft:
    """The draft without issues, options and other drafts that are gone."""
    terms = {
        issue: kept
        for issue, options in draft.terms.items()
        if issue not in cut.ids("issues")
        and (kept := tuple(o for o in options if o not in cut.ids("issues", issue, "options")))
    }
    aligns = {other: pairs for other, pairs in draft.aligns.items() if other not in cut.ids("drafts")}
    return draft.model_copy(update={"terms": terms, "aligns": aligns})


def _with_its_options(issue: Issue) -> Issue:
    """The issue with a scale and laws of the options that are left only."""
    scale = {option: at for option, at in issue.scale.items() if option in issue.options}
    laws = [
        law.model_copy(update={"option": tuple(o for o in law.option if o in issue.options)}) for law in issue.legal
    ]
    return issue.model_copy(update={"scale": scale, "legal": tuple(law for law in laws if law.option)})


def _touches(condition: Condition, cut: Cut) -> bool:
    """Whether a condition names an issue or an option that is gone."""
    limit = condition.at_most
    ties = [condition.if_, condition.then, condition.forbid, condition.require, *(limit.of if limit else ())]
    named = [(issue, option) for terms in ties for issue, options in (terms or {}).items() for option in options]
    lost = limit is not None and limit.is_private
    return lost or any(i in cut.ids("issues") or o in cut.ids("issues", i, "options") for i, o in named)


def _supported(before: Any, after: Any, path: Path, cut: Cut) -> Entry | None:
    """The entry with what its remaining evidence carries; None where it had some and all of it is gone.

    A party stays, and so does a law whose article is cited: neither rests on a quote alone.
    """
    if not after.evidence and not (isinstance(after, Party) or (isinstance(after, Legal) and after.text)):
        return None
    lost = {item.for_ for item in before.evidence} - {item.for_ for item in after.evidence}
    if not isinstance(after, (Party, Position)) or not lost:
        return cast("Entry", after)
    told = {
        name: info
        for name, info in type(after).model_fields.items()
        if name in {n for kind in lost for n in _RESTS.get(kind, ())}
    }
    blank = {name: info.get_default(call_default_factory=True) for name, info in told.items() if getattr(after, name)}
    for name in blank:
        cut.drop((*path, told[name].alias or name), "no-deal" if name == "no_deal" else "resting")
    return after.model_copy(update={**blank, **({"note": ""} if blank else {})})


def _without_no_deal(party: Party, path: Path, cut: Cut) -> Party:
    """The party without what it has without a deal, and without the note that may explain it."""
    if party.no_deal is None or (cut.no_deal_values and party.no_deal.draft not in cut.ids("drafts")):
        return party
    cut.drop((*path, "no-deal"), "no-deal")
    cut.counts["resting"] += bool(party.note)
    return party.model_copy(update={"no_deal": None, "note": ""})


def _without_options(position: Position, gone: set[str]) -> Position:
    """The position on the options that are left; the order of those is as it was."""
    if not gone:
        return position
    tiers = tuple(
        kept
        for tier in (position.prefers.tiers if position.prefers else ())
        if (kept := tuple(o for o in tier if o not in gone))
    )
    line = position.red_line
    red = tuple(o for o in line.options if o not in gone) if line else ()
    return position.model_copy(
        update={
            "prefers": Ranking(tiers) if tiers else None,
            "values": {o: v for o, v in position.values.items() if o not in gone},
            "red_line": RedLine(line.kind, red) if line and red else None,
            "accepts": tuple(o for o in position.accepts if o not in gone),
            "opposes": tuple(o for o in position.opposes if o not in gone),
        }
    )


def _without_ids(case: Case, cut: Cut) -> Case:
    """The case without positions of parties, or on issues, that are gone."""
    parties, issues = cut.ids("parties"), cut.ids("issues")
    kept = {
        party: {issue: position for issue, position in own.items() if issue not in issues}
        for party, own in case.positions.items()
        if party not in parties
    }
    cut.counts["resting"] += sum(map(len, case.positions.values())) - sum(map(len, kept.values()))
    cut.gone |= {("positions", party) for party in parties}
    cut.gone |= {("positions", party, issue) for party in kept for issue in issues}
    return case.model_copy(update={"positions": {party: own for party, own in kept.items() if own}})
