"""The process on a line of time: meetings, drafts, sources, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.values import first_day, last_day
from zopa.views.charts.types import Chart, Dot, Strip, StripRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Case
    from zopa.views.timeline import ProcessView

_SERIES = {
    "held": "took place", "reported": "told of, not confirmed", "cancelled": "called off or refused", "refused": "called off or refused",
    "planned": "planned or fixed", "fixed": "planned or fixed", "speculated": "speculated", "proposed": "told of, not confirmed",
}  # fmt: skip
_ORDER = ("took place", "told of, not confirmed", "called off or refused", "planned or fixed", "speculated")

MOST = 120
"""Things that one line of time can hold; of more, the latest."""


def draw_timeline(process: ProcessView, others: Sequence[tuple[str, str, str]] = ()) -> Chart | None:
    """Meetings and what is due by day, at most the latest `MOST`; None where fewer than two days are known.

    Args:
        process: as found.
        others: (kind in the plural, such as "Drafts", ISO date, what) of what else happened.
    """
    told = [
        (
            "Meetings",
            m.date,
            ", ".join(m.participants) or "who met is not filed or found",
            _SERIES.get(m.status, "told of, not confirmed"),
            m.place,
        )
        for m in process.meetings
        if m.date
    ]
    told += [(kind, day, what, "took place", "") for kind, day, what in others if day]
    told += [("Due", c.date, c.what, _SERIES.get(c.status, "told of, not confirmed"), "") for c in process.calendar]
    count = len(told)
    latest = sorted(range(count), key=lambda n: last_day(told[n][1]))[-MOST:]
    told = [told[n] for n in sorted(latest)]
    days = {first_day(day) for _, day, *_ in told} | {last_day(day) for _, day, *_ in told}
    if len(days) < 2:
        return None
    dots = tuple(
        Dot(kind, series, first_day(day), None if first_day(day) == last_day(day) else last_day(day),
            told=": ".join((" ".join(part for part in (day.replace("..", " to "), place) if part), what)))
        for kind, day, what, series, place in told
    )  # fmt: skip
    kinds = dict.fromkeys(kind for kind, *_ in told)
    used = {dot.series for dot in dots}
    drawing = Strip(
        tuple(StripRow(k, k) for k in kinds), tuple(s for s in _ORDER if s in used), dots, lanes=False, dates=True
    )
    earlier = f" {count - MOST} earlier ones are listed, not drawn." if count > MOST else ""
    return Chart(drawing, _text(process, min(days), max(days)) + earlier)


def draft_days(case: Case) -> list[tuple[str, str, str]]:
    """The drafts of a case by day, for `draw_timeline`."""
    return [("Drafts", draft.date, draft.name or name) for name, draft in case.drafts.items()]


def _text(process: ProcessView, first: str, last: str) -> str:
    held = sum(m.status == "held" for m in process.meetings)
    off = sum(m.status in {"cancelled", "refused"} for m in process.meetings)
    undated = sum(not m.date for m in process.meetings)
    told = f"From {first} to {last}: {held} meeting{'s' if held != 1 else ''} held, {off} called off or refused, "
    told += f"{len(process.calendar)} dates ahead."
    return f"{told} {undated} without a date are not drawn." if undated else told
