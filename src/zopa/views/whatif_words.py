"""What is vague, as questions to somebody; and what would follow either way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.solve.whatif import say_likelihood

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.model.vague import VagueInput
    from zopa.solve.whatif import WorthUnder
    from zopa.sources import Passage
    from zopa.views.grid import CaseEvidence

_SHOWN_PEOPLE = 3


def ask_words(case: Case, frame: Frame, item: VagueInput, *, filed: bool = True) -> str:
    """The question that would settle an input; with what is `filed` on it, where that is little or denied."""
    question, more = _question(case, frame, item)
    return f"{question} {more}" if more and filed else question


def _question(case: Case, frame: Frame, item: VagueInput) -> tuple[str, str]:
    """The question, and a sentence on what is filed, "" where there is none."""
    party = case.party_name(frame.parties[item.party])
    denied = "Other words deny it." if item.basis == "contested" else ""
    if item.issue is None:
        told = case.parties[frame.parties[item.party]].no_deal
        value = _no_deal_words(case, str(told), told.draft) if told else ""
        if denied:
            has = f"something {value}" if told and told.draft else "what is filed"
            return f"Does {party} really have {has} without a deal?", denied
        return f"What would {party} have without a deal?", f"Filed is only: {value}." if told else ""
    issue = case.issue_name(frame.issues[item.issue])
    if item.kind == "salience":
        return f"How much does “{issue}” matter to {party}?", ""
    if item.kind == "values":
        return f"How near do second choices on “{issue}” come to what {party} wants?", ""
    if item.kind == "red-line":
        line = next(r for r in frame.red_lines if (r.party, r.issue) == (item.party, item.issue))
        never = " or ".join(
            case.option_name(frame.issues[item.issue], frame.options[item.issue][o]) for o in line.options
        )
        return f"Would {party} really never take, on “{issue}”: {never}?", denied or "No words of its own say so."
    if denied:
        return f"Does {party} really want what is filed of it on “{issue}”?", denied
    return f"What does {party} want on “{issue}”, and what would it never take there?", ""


def _no_deal_words(case: Case, told: str, draft: str) -> str:
    return told.replace(draft, case.drafts[draft].name or draft) if draft else "a number of the desk"


def who_words(case: Case, party: str) -> str:
    """Who could answer for a party: its people who speak by mandate, in the order of the case."""
    people = [name for name, person in case.parties[party].people.items() if person.mandate]
    named = f" ({', '.join(people[:_SHOWN_PEOPLE])})" if people else ""
    return f"{case.party_name(party)}{named}"


def input_passages(
    case: Case, evidence: CaseEvidence, frame: Frame, item: VagueInput
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """What is filed on an input: passages for what is filed, and denials of it."""
    party = frame.parties[item.party]
    if item.issue is None:
        path: tuple[str, ...] = ("parties", party)
        entries = case.parties[party].evidence
        wanted = {"no-deal", "denial"}
    else:
        issue = frame.issues[item.issue]
        path = ("positions", party, issue)
        position = case.position(party, issue)
        entries = position.evidence if position else ()
        wanted = {"salience"} if item.kind == "salience" else {"position", "red-line"}
        wanted |= {"denial"} if item.kind in {"position", "red-line"} else set()
    found = [
        (entry.for_, evidence.passages[(*path, "evidence", n)])
        for n, entry in enumerate(entries) if entry.for_ in wanted and (*path, "evidence", n) in evidence.passages
    ]  # fmt: skip
    return tuple(p for kind, p in found if kind != "denial"), tuple(p for kind, p in found if kind == "denial")


def either_way(case: Case, frame: Frame, item: VagueInput, effect: WorthUnder) -> tuple[tuple[str, str], ...]:
    """What would follow: (if so, the likelihood of the answer then), two rows or more; the answers farthest apart first."""
    classes = effect.told.classes
    if effect.facet == "amount" or effect.facet.startswith("value"):
        low, high = classes[0], classes[-1]
        words = _ends(item, effect.facet)
        return ((words[0], _say(low[2])), (words[1], _say(high[2])))
    if effect.facet == "holds":
        by = {label: share for label, _, share in classes}
        return (("if so", _say(by.get(1, 0.0))), ("if not", _say(by.get(0, 0.0))))
    issue = frame.issues[item.issue or 0]
    names = [case.option_name(issue, option) for option in frame.options[item.issue or 0]]
    big = [row for row in classes if row[1] >= _WORTH_TELLING] or list(classes)
    ends = (min(big, key=lambda row: (row[2], row[0])), max(big, key=lambda row: (row[2], -row[0])))
    if effect.facet == "first":
        return tuple((f"if it wants most “{names[label]}”", _say(share)) for label, _, share in ends)
    free = next((row for row in classes if row[0] == 0), ends[1])
    return ((_refuses(names, ends[0][0]), _say(ends[0][2])), (_refuses(names, free[0]), _say(free[2])))


_WORTH_TELLING = 0.01  # of the draws: a class of fewer shows little


def _refuses(names: list[str], label: int) -> str:
    barred = [name for n, name in enumerate(names) if label >> n & 1]
    return f"if it would never take “{'” or “'.join(barred)}”" if barred else "if it rules nothing out"


def _ends(item: VagueInput, facet: str) -> tuple[str, str]:
    if item.kind == "no-deal":
        return "if that is little", "if that is much"
    if facet.startswith("value"):
        return "if they come nowhere near", "if they come near"
    return "if it matters little", "if it matters most"


def _say(share: float) -> str:
    return {0.0: "in no draw", 1.0: "in every draw"}.get(share, say_likelihood(share))


def flip_words(case: Case, frame: Frame, item: VagueInput, value: float, *, below: bool) -> str:
    """Where the answer flips, told by the drafts for a no-deal value: no number stands on a page."""
    party = frame.parties[item.party]
    name = case.party_name(party)
    if item.kind == "salience":
        return (
            f"moved alone, a deal depends on this {'mattering enough' if below else 'not mattering too much'} to {name}"
        )
    from zopa.solve.deals.drafts import place_draft  # noqa: PLC0415 - only where a draft is told

    worth = sorted((sum(place_draft(frame, d).utility[party]) / 2, d.name) for d in frame.drafts)
    under = [f"above what it would get from: {draft}" for at, draft in worth if at <= value][-1:]
    over = [f"below what it would get from: {draft}" for at, draft in worth if at > value][:1]
    lies = f"; that lies {' and '.join((*under, *over))}" if under or over else ""
    return f"moved alone, no deal is left once it is worth more to {name} than the best package for it{lies}"


def tells_apart(ways: tuple[tuple[str, str], ...]) -> bool:
    """Whether what would follow is not the same in words either way."""
    return len({then for _, then in ways}) > 1
