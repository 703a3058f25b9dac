"""Which deals remain possible, told for a reader: the answer by reading, drafts, what all deals share; numbers only in the annex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.views.charts.drafts import draw_drafts
from zopa.views.charts.frontier import draw_frontier
from zopa.views.silence import say_deal
from zopa.views.terms import deal_words, gap, needed_acts
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.solve.deals import DealsResult, DraftResult, Effect, RobustPackage

_CONCEPTS = {
    "nash": "Nash: greatest product of gains", "weighted-nash": "Nash, weighted by power",
    "kalai-smorodinsky": "Kalai-Smorodinsky: most even share of what each could gain", "egalitarian": "egalitarian: greatest smallest gain",
    "leximin": "leximin: smallest gains first", "utilitarian": "utilitarian: greatest sum of gains",
}  # fmt: skip
_DEALS_SHOWN = 3
_FLIPS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class DealsUnder:
    """The deals of one reading: its id, its descriptive title, what was computed on, what came out."""

    reading: str
    title: str
    frame: Frame
    result: DealsResult


@dataclass(frozen=True, slots=True)
class Deals:
    """The deals of a case under each of its readings, and the packages that hold under several."""

    readings: tuple[DealsUnder, ...]
    robust: tuple[RobustPackage, ...]


def build_deals_sections(case: Case, readings: Sequence[DealsUnder], robust: Sequence[RobustPackage]) -> list[Section]:
    """The answer, drafts, robust packages, what all acceptable deals share, trades, arithmetic, annex."""
    base = readings[0]
    sections = [
        Section("possible", "Is a deal possible", tuple(reading_line(under) for under in readings)),
        _drafts(case, base),
        Section("robust", "What would hold whoever is right", tuple(_robust(case, readings, robust))),
        _surviving(case, base),
        Section("next", "Next steps from the drafts", tuple(_next_steps(case, base))),
        Section(
            "arithmetic",
            "What leaving something out would do",
            tuple(_arithmetic(case, base.frame, base.result.effects)),
        ),
        *(
            Section(f"frontier-{under.reading}", f"Efficient deals: {under.title}", chart=draw_frontier(case, under))
            for under in readings
        ),
        *(_annex(case, under) for under in readings),
    ]
    return [section for section in sections if section.filled]


def reading_line(under: DealsUnder) -> Line:
    """One reading's answer in a sentence: no deal if ..., possible if ..., cannot tell if ..."""
    zopa = under.result.zopa
    head = Piece(f"{under.title}: ", tone="label")
    if zopa is None or zopa.exists is None:
        return Line((head, gap("not decided: the search was stopped.")), tag="cannot-tell")
    told = f" {zopa.reason}" if zopa.reason else ""
    known = f" ({zopa.reason.rstrip('.')})" if zopa.reason else ""
    if zopa.certain == "cannot tell":
        answer = say_deal("known", under.frame).text if zopa.exists else f"no deal on what is known{known}"
        silent = "; ".join(u.text for u in zopa.flips[:_FLIPS_SHOWN])
        more = f" and {len(zopa.flips) - _FLIPS_SHOWN} more" if len(zopa.flips) > _FLIPS_SHOWN else ""
        return Line(
            (head, Piece(f"{answer}; but cannot tell: not filed yet is "), gap(f"{silent}{more}"), Piece(".")),
            tag="cannot-tell",
        )
    if zopa.exists:
        return Line(
            (head, say_deal("possible", under.frame)),
            tag="possible",
        )
    return Line((head, Piece(f"no deal.{told}")), tag="no-deal")


def _drafts(case: Case, under: DealsUnder) -> Section:
    """Each draft against each party: who could take it, who not and why; no decimals."""
    frame = under.frame
    veto = [frame.parties[p] for p in frame.veto_parties]
    rows = tuple((Line((Piece(d.name),)), tuple(_stand(case, d, party) for party in veto)) for d in under.result.drafts)
    if not rows:
        return Section("drafts", "Where the drafts stand")
    table = Table(("Draft", *(case.party_name(p) for p in veto)), rows)
    better = tuple(_better(case, d) for d in under.result.drafts)
    return Section("drafts", "Where the drafts stand", better, table=table, chart=draw_drafts(case, under))


def _stand(case: Case, draft: DraftResult, party: str) -> tuple[Piece, ...]:
    if draft.reference is None:
        return (Piece("cannot stand: breaks a condition or the law"),)
    if party in draft.refused_by:
        return (Piece("refuses: " + "; ".join(draft.refused_by[party])),)
    if not any(draft.utility[party]):
        return (gap("what it wants is not filed yet"),)
    if case.parties[party].no_deal is None:
        return (gap("crosses no red line; what it would have without a deal is not filed yet"),)
    return (Piece("could take it"),)


def _better(case: Case, draft: DraftResult) -> Line:
    head = Piece(f"{draft.name}: ", tone="label")
    if draft.dominated_by is None:
        return Line((head, Piece("no acceptable deal is better for one party and worse for none.")))
    if draft.reference is None:
        return Line((head, Piece("breaks a condition or the law as it is written.")))
    moved = [i for i, o in draft.dominated_by.deal.items() if draft.reference.deal[i] != o]
    return Line((head, Piece(f"all could do better with {deal_words(case, draft.dominated_by.deal, moved)}.")))


def _robust(case: Case, readings: Sequence[DealsUnder], robust: Sequence[RobustPackage]) -> list[Line]:
    if len(readings) < 2:
        return []
    titles = {under.reading: under.title for under in readings}
    if not robust:
        return [Line((gap("No package is acceptable under all readings, nor under all but one."),))]
    lines: list[Line] = []
    for package in robust:
        when = f"holds unless {titles[package.except_for]}" if package.except_for else "holds under every reading"
        acts = needed_acts(case, package.outcome.deal)
        needs = f" Needs {'; '.join(acts)}." if acts else ""
        lines.append(
            Line((Piece(f"{when}: ", tone="label"), Piece(f"{deal_words(case, package.outcome.deal)}.{needs}")))
        )
    return lines


def _surviving(case: Case, under: DealsUnder) -> Section:
    surviving = under.result.surviving
    if surviving is None or not any(surviving.some.values()):
        return Section("surviving", "What every acceptable deal has")
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for issue in under.frame.issues:
        held = surviving.all.get(issue, ())
        some = surviving.some.get(issue, ())
        gone = [o for o in case.issues[issue].options if o not in some]
        told = " or ".join(case.option_name(issue, o) for o in (held or some))
        rows.append(
            (
                Line((Piece(case.issue_name(issue)),)),
                (
                    (Piece(f"only {told}" if held else told),),
                    (Piece(", ".join(case.option_name(issue, o) for o in gone) or "—"),),
                ),
            )
        )
    return Section(
        "surviving", "What acceptable deals have", table=Table(("Issue", "Still possible", "In none"), tuple(rows))
    )


def _next_steps(case: Case, under: DealsUnder) -> list[Line]:
    """The cheapest next concession of each party, parties alphabetical, and trades that help all, for each draft."""
    lines: list[Line] = []
    for draft in under.result.drafts:
        for c in sorted(draft.concessions, key=lambda c: case.party_name(c.party)):
            to = f"{case.option_name(c.issue, c.option)} on {case.issue_name(c.issue)}"
            told = f"{case.party_name(c.party)} would lose least by taking {to}."
            lines.append(Line((Piece(f"From {draft.name}: ", tone="label"), Piece(told)), tag="concession"))
        for t in draft.trades[:_DEALS_SHOWN]:
            told = " against ".join(
                f"{case.option_name(i, o)} on {case.issue_name(i)}" for i, o in zip(t.issues, t.options, strict=True)
            )
            lines.append(
                Line(
                    (Piece(f"From {draft.name}: ", tone="label"), Piece(f"{told} would leave nobody worse off.")),
                    tag="trade",
                )
            )
    return lines


def _arithmetic(case: Case, frame: Frame, effects: Sequence[Effect]) -> list[Line]:
    """What opens or closes; things without effect are told in one line."""
    names = {"issue": case.issue_name, "party": case.party_name, "track": str}
    lines: list[Line] = []
    for e in (effect for effect in effects if effect.effect != "none"):
        told = say_deal("opens", frame) if e.effect == "opens" else Piece("no deal is left.")
        lines.append(Line((Piece(f"Without {e.what} {names[e.what](e.id)}: "), told), tag=e.effect))
    if effects and not lines:
        lines.append(Line((Piece("Leaving out any single issue, track or party changes nothing."),)))
    return lines


def _annex(case: Case, under: DealsUnder) -> Section:
    """Numbers: share, frontier, solution concepts with utilities, and how it was made."""
    result, parties = under.result, under.frame.parties
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for concept, solution in result.solutions.items():
        for n, outcome in enumerate(solution.outcomes[:_DEALS_SHOWN]):
            more = f" (one of {solution.count})" if solution.count and solution.count > 1 else ""
            head = Line((Piece(f"{_CONCEPTS[concept]}{more}" if n == 0 else "tied"),))
            rows.append(
                (
                    head,
                    (
                        (Piece(deal_words(case, outcome.deal)),),
                        *((Piece(f"{outcome.utility[p]:.3f}"),) for p in parties),
                    ),
                )
            )
    efficient = f"{result.frontier_count:,} efficient deal(s)." if result.frontier_count else ""
    notes = [_share_words(result), efficient, f"Method: {result.method}.", *result.warnings]
    title = f"Annex: {under.title}"
    note = " ".join(note for note in notes if note)
    if not rows:
        none = Line((gap("No solution: there is no acceptable deal."),))
        return Section(f"annex-{under.reading}", title, (none,), note=note)
    table = Table(("Concept", "Deal", *(case.party_name(p) for p in parties)), tuple(rows))
    return Section(f"annex-{under.reading}", title, table=table, note=note)


def _share_words(result: DealsResult) -> str:
    share = result.share
    if share is None:
        return ""
    if share.exact and share.count is not None and share.of is not None:
        return f"{share.count:,} of {share.of:,} deals are acceptable."
    if share.share is None:
        return f"Below {share.interval[1]:.2g} of the deals are acceptable."
    return f"{share.share:.2g} of the deals are acceptable ({share.interval[0]:.2g} to {share.interval[1]:.2g})."
