"""Two versions of a plan, point by point, in four columns; with a case, whose stated positions each change moves toward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.case.numbers import middle, option_values
from zopa.text.vocabulary import build_issue
from zopa.views.charts.redline import draw_redline
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.case import Case, Draft
    from zopa.plans import Change, Point, Redline, RedlinePoint
    from zopa.text import IssueWords

_KINDS = {
    "figure": "figure", "date": "date", "modal": "binding force", "negation": "denial", "condition": "condition",
    "bracket": "bracket", "reference": "reference", "wording": "wording",
}  # fmt: skip
_SHOWN = 70  # words of a text that a column shows on a narrow page; the full text stands in the file


@dataclass(frozen=True, slots=True)
class Favour:
    """A change of terms on an issue that moves toward what a party has said it wants."""

    party: str
    issue: str


def find_favours(
    case: Case, before: Draft, after: Draft, points: Iterable[RedlinePoint]
) -> dict[int, tuple[Favour, ...]]:
    """For each point (by its place) the parties toward whose positions it moves, parties alphabetical.

    A point is about an issue whose words it holds; it moves toward a party where the terms of the later draft are worth more to the party
    on that issue than those of the earlier one. Only confirmed positions count; brackets count as their midpoint.
    """
    gains = {i: _gaining(case, i, before.terms.get(i, ()), after.terms.get(i, ())) for i in case.issues}
    found: dict[int, tuple[Favour, ...]] = {}
    for n, point in enumerate(points):
        if point.status in {"same", "moved"}:
            continue
        text = " ".join(p.text for p in (*point.a, *point.b)).lower()
        touched = issues_touched(case, text)
        found[n] = tuple(
            sorted({Favour(party, i) for i in touched for party in gains[i]}, key=lambda f: (f.party, f.issue))
        )
    return found


def issues_touched(case: Case, text: str) -> list[str]:
    """Issues of the case whose words a text holds, in the case's order."""
    told = {i: build_issue(i, i, issue.words or _name_words(issue.name or i)) for i, issue in case.issues.items()}
    return [i for i, issue in told.items() if _touches(issue, text.lower())]


def build_redline_section(
    redline: Redline, names: Sequence[str], favours: dict[int, tuple[Favour, ...]], case: Case | None
) -> Section:
    """The redline as a table: first version, second version, what changed, whom it moves toward."""
    rows = tuple((_head(point), _cells(point, favours.get(n, ()), case)) for n, point in enumerate(redline.points))
    counts = {
        s: sum(p.status == s for p in redline.points)
        for s in ("dropped", "added", "split", "merged", "changed", "moved", "same")
    }
    note = ", ".join(f"{count} {status}" for status, count in counts.items() if count) + "."
    ends = (names[0], names[-1])
    columns = ("Point", *ends, "What changed", *(("Moves toward",) if case else ()))
    if not rows:
        return Section("redline", "Point by point", (Line((Piece("Neither text has a point.", tone="gap"),)),))
    chart = draw_redline(redline, ends)
    return Section("redline", "Point by point", table=Table(columns, rows), note=note, chart=chart)


def change_words(change: Change) -> str:
    """A change in words: what it concerns, before and after."""
    kind = _KINDS[change.kind]
    if change.kind == "bracket":
        held = f" (held by {change.holder})" if change.holder else ""
        return f"bracket closed: {change.before}{held}" if change.before else f"bracket opened: {change.after}{held}"
    if change.kind == "modal":
        return f"{kind}: {change.before} → {change.after} ({'binds more' if change.stronger else 'binds less'})"
    if not change.before or not change.after:
        return f"{kind} {'added' if change.after else 'dropped'}: {change.after or change.before}"
    return f"{kind}: {change.before} → {change.after}"


def point_numbers(point: RedlinePoint) -> str:
    """The numbers of a point in both versions: "3", "3 → 2", "5 → 4, 6", "26 → (none)"."""
    left, right = (", ".join(p.number for p in side) or "(none)" for side in (point.a, point.b))
    return left if left == right else f"{left} → {right}"


def redline_row(point: RedlinePoint) -> tuple[Line, tuple[tuple[Piece, ...], ...]]:
    """A row without the column of a case: number and status, either text with its own words marked, what changed."""
    return _head(point), _cells(point, (), None)


def _head(point: RedlinePoint) -> Line:
    return Line((Piece(point_numbers(point)),), tag=point.status)


def _cells(point: RedlinePoint, favours: tuple[Favour, ...], case: Case | None) -> tuple[tuple[Piece, ...], ...]:
    if point.whole:
        heading = next((p.heading for p in (*point.b, *point.a) if p.heading), "")
        kept = (Piece(heading or "all of it", tone="soft"),)
        return kept, kept, (Piece("the whole article moved; its points follow"),), *(((Piece("—"),),) if case else ())
    same = point.status in {"same", "moved"}
    spelled = same and any(
        run.kind != "same" and run.text.strip(" .,;") for run in point.runs
    )  # "5 %" and "five percent"
    kept = (Piece("as it was", tone="soft"),) if same and not spelled else _plain(point.b) if same else ()
    changes = "; ".join(change_words(change) for change in point.changes) or (
        "only in the first"
        if not point.b
        else "only in the second"
        if not point.a
        else "only its place"
        if point.status == "moved"
        else "—"
    )
    cells = [_plain(point.a) if same else _text(point, "deleted"), kept or _text(point, "inserted"), (Piece(changes),)]
    if case:
        told = "; ".join(f"{case.party_name(f.party)} on {case.issue_name(f.issue)}" for f in favours)
        cells.append(
            (Piece(told),)
            if told
            else (Piece("cannot tell", tone="gap") if point.status not in {"same", "moved"} else Piece("—"),)
        )
    return tuple(cells)


def _plain(points: Sequence[Point]) -> tuple[Piece, ...]:
    """The words of points, nothing marked."""
    return (Piece(" ".join(" ".join(point.text for point in points).split())),)


def _text(point: RedlinePoint, kind: str) -> tuple[Piece, ...]:
    """One side's text, its own words marked."""
    pieces = tuple(
        Piece(run.text, tone="plain" if run.kind == "same" else "removed" if kind == "deleted" else "added")
        for run in point.runs
        if run.kind in {"same", kind} and run.text
    )
    return pieces or (Piece("not in this version", tone="gap"),)


def _gaining(case: Case, issue: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """Parties to whom the later terms on an issue are worth more; nobody where either draft is silent."""
    if not before or not after or set(before) == set(after):
        return []
    gaining: list[str] = []
    for party in sorted(case.parties):
        position = case.position(party, issue)
        values = (
            option_values(position, tuple(case.issues[issue].options))
            if position and position.status == "confirmed"
            else None
        )
        if values is None:
            continue
        old, new = (
            sum((middle(values[o]) for o in terms), middle(values[terms[0]]) * 0) / len(terms)
            for terms in (before, after)
        )
        if new > old:
            gaining.append(party)
    return gaining


def _touches(issue: IssueWords, text: str) -> bool:
    return any(all(part.search(text) for part in way) for way in issue.patterns)


def _name_words(name: str) -> tuple[str, ...]:
    """Words of an issue's name that tell it, where the case gives none."""
    return tuple(f"{word.lower()}*" for word in name.split() if len(word) >= _TELLING_WORD) or (name.lower(),)


_TELLING_WORD = 5  # letters; shorter words of a name ("of", "rest") tell nothing
