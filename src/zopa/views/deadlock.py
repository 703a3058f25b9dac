"""What blocks, told for a reader: one plain sentence, red lines facing each other with their passages, ways out by what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.views.terms import ask_words, deal_words, gap, member_passages, member_words, needed_acts, way_words
from zopa.views.types import Line, Piece, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.solve.deadlock import DeadlockResult, Member, WayOut
    from zopa.views.grid import CaseEvidence

_SHOWN = 12  # conflicts, and ways out that ask one party, which a page shows


@dataclass(frozen=True, slots=True)
class DeadlockUnder:
    """What blocks, or how near the zone is to closing, under one reading."""

    reading: str
    title: str
    frame: Frame
    result: DeadlockResult


def build_deadlock_sections(
    case: Case, frame: Frame, result: DeadlockResult, evidence: CaseEvidence, title: str, reading: str
) -> list[Section]:
    """The sentence, the conflicts, the ways out by party, alphabetical, those that need a law; or how near a zone is to closing."""
    first = Section(
        f"blocks-{reading}",
        f"What blocks: {title}",
        (Line((Piece(first_sentence(case, frame, result)),), tag="answer"),),
    )
    if result.zopa_exists:
        return [first, Section(f"near-{reading}", "How near it is to closing", tuple(_near(case, result)))]
    sections = [first, _conflicts(case, frame, result, evidence, reading)]
    for party, ways in result.by_party.items():
        asked = case.party_name(party) if party else "no party"
        lines = tuple(_way(case, frame, way) for way in ways[:_SHOWN])
        sections.append(
            Section(f"ways-{reading}-{party or 'none'}", f"Ways out that ask {asked}", lines, note=_more(len(ways)))
        )
    if result.legal_ways_out:
        lines = tuple(_way(case, frame, way) for way in result.legal_ways_out[:_SHOWN])
        note = "No party can give these up by itself."
        sections.append(Section(f"ways-{reading}-law", "Ways out that need a law to change", lines, note=note))
    if not result.complete:
        sections[0] = Section(
            first.key, first.title, first.lines, note="Not all conflicts and ways out are listed: there are too many."
        )
    return sections


def first_sentence(case: Case, frame: Frame, result: DeadlockResult) -> str:
    """ "No deal clears every red line unless Russia takes a zone or Ukraine leaves; whether they would is not filed yet."."""
    if result.zopa_exists:
        return result.sentence
    if not result.ways_out:
        return (
            f"{result.sentence} No way out was found that needs no law to change."
            if result.legal_ways_out
            else result.sentence
        )
    small = min(len(way.give_up) for way in result.ways_out)
    ways = [way for way in result.ways_out if len(way.give_up) == small]
    ways.sort(
        key=lambda way: (not way.asks, [case.party_name(party) for party in way.asks])
    )  # those that ask nobody last
    asked = [_unless(case, frame, way, before) for before, way in zip((None, *ways), ways[:_NAMED], strict=False)]
    more = f"; or one of {len(ways) - _NAMED} other ways is taken" if len(ways) > _NAMED else ""
    parties = {party for way in ways for party in way.asks}
    would = (
        " Whether it would is not filed yet."
        if len(parties) == 1
        else " Whether they would is not filed yet."
        if parties
        else ""
    )
    return f"No deal clears every red line, no-deal value and condition unless {'; or '.join(asked)}{more}.{would}"


_NAMED = 3


def _unless(case: Case, frame: Frame, way: WayOut, before: WayOut | None) -> str:
    """What a way out asks; an issue that the way before it has just named is not named again."""
    if before and _single_issue(way) and _single_issue(way) == _single_issue(before):
        member = way.give_up[0]
        return f"{case.party_name(way.asks[0])} this: {case.option_name(member.issue, str(member.to))}"
    told: list[str] = []
    for party in way.asks:
        asks = " and ".join(ask_words(case, frame, m) for m in way.give_up if m.party == party)
        told.append(f"{case.party_name(party)} were to {asks}")
    told += [f"one could {ask_words(case, frame, m)}" for m in way.give_up if not m.party]
    return "; and ".join(told)


def _single_issue(way: WayOut) -> str:
    """The issue of a way out that asks one party to give up one red line, "" of any other."""
    one = len(way.asks) == 1 and len(way.give_up) == 1 and way.give_up[0].kind == "red-line"
    return way.give_up[0].issue if one else ""


def _conflicts(case: Case, frame: Frame, result: DeadlockResult, evidence: CaseEvidence, reading: str) -> Section:
    lines = [_conflict(case, frame, members, evidence) for members in result.conflicts[:_SHOWN]]
    note = (
        _more(len(result.conflicts))
        or "Each of these sets alone leaves no deal; taking any one demand out of it would."
    )
    return Section(f"conflicts-{reading}", "Demands that no deal meets together", tuple(lines), note=note)


def _conflict(case: Case, frame: Frame, members: Sequence[Member], evidence: CaseEvidence) -> Line:
    pieces: list[Piece] = []
    for n, member in enumerate(members):
        pieces += [Piece(" against ")] if n else []
        pieces.append(Piece(member_words(case, frame, member), member_passages(evidence, member)))
    return Line(tuple(pieces), tag="block")


def _way(case: Case, frame: Frame, way: WayOut) -> Line:
    told = way_words(case, frame, way)
    pieces = [Piece(told[:1].upper() + told[1:])]
    issues = [m.issue for m in way.give_up if m.issue]
    count = (
        f"; {way.opens_count:,} deal{'s' if way.opens_count != 1 else ''} would become possible"
        if way.opens_count
        else ""
    )
    others = [i for i in way.opens.deal if i not in issues]
    pieces.append(
        Piece(f"{count}, such as {deal_words(case, way.opens.deal, others)}" if others else count, tone="soft")
    )
    if acts := needed_acts(case, way.opens.deal):
        pieces.append(gap(f". Such a deal needs {'; '.join(acts)}"))
    return Line((*pieces, Piece(".")))


def _near(case: Case, result: DeadlockResult) -> list[Line]:
    near = result.nearness
    if near is None:
        return []
    lines: list[Line] = []
    for issue, option in near.red_lines:
        told = f"Every acceptable deal has {case.option_name(issue, option)} on {case.issue_name(issue)}"
        lines.append(Line((Piece(f"{told}: one more red line there leaves none."),)))
    if near.rise is not None and not near.rise:
        lines.append(Line((Piece("If every party expected a little more without a deal, none would be left."),)))
    return lines or [Line((Piece("No single further red line on one option would close it."),))]


def _more(count: int) -> str:
    return f"{_SHOWN} of {count} shown." if count > _SHOWN else ""
