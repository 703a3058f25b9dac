"""Who asked for and offered how much, and when: figures that sides name, one row for each, the earliest first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.dates import find_dates
from zopa.views.letters import label
from zopa.views.silence import NOT_FOUND
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.wants import SIGNS, words_of_want

if TYPE_CHECKING:
    from zopa.accounts.wants import Want
    from zopa.text.types import Figure
    from zopa.views.material import Material

_ROWS, _LEAST = 5, 2  # rows that a first page has room for; fewer than two are no course of bidding
_TOLD = {"wants": "asked for", "offers": "offered"}
_SMALL = 12  # counts below it ("four areas") are no bid
_MONEY = frozenset({"percent", "usd", "eur", "gbp"})


def build_offers(material: Material) -> Section:
    """Offers and demands with figures; empty where fewer than two are told.

    The day is that of the sentence, else the one on which the account appeared ("by"): it was made no later.
    """
    bids: dict[tuple[str, str, str], Want] = {}
    for want in material.talks.dispute.wants:
        figures = _figures(want)
        if want.stance in _TOLD and want.sure in {"told", "future"} and figures:
            bids.setdefault((want.party, want.stance, figures), want)
    days = {d.id: date.fromisoformat(d.published.value) for d in material.documents if d.published}
    told = {key: _day(material, want) for key, want in bids.items()}
    ordered = sorted(
        bids, key=lambda key: (told[key] or days.get(bids[key].passage.source) or date.max, bids[key].passage)
    )
    rows = [_row(material, bids[key], key[2], told[key], days) for key in ordered[:_ROWS]]
    title = "Offers and demands, with figures"
    return Section(
        "offers",
        title,
        table=Table(("Side", "How much", "When", "Words"), tuple(rows)) if len(rows) >= _LEAST else None,
    )


def _figures(want: Want) -> str:
    """The figures of a bid in the text's words, "" where they measure nothing."""
    return ", ".join(" ".join(f.passage.text.split()) for f in want.figures if _is_bid(f, want))


def _is_bid(figure: Figure, want: Want) -> bool:
    """False for a small count, and for a figure of something else than what is asked ("to extend talks on a $49 billion bid")."""
    before = want.core.text[: max(0, figure.passage.start - want.core.start)]
    if " to " in before:
        return False
    units = set(figure.unit.split())
    words = before.split()
    if units & class_of("span_unit") and words and words[-1].lower() in class_of("for_how_long"):
        return False  # "the highest increase in 35 years"
    counts = not units & (_MONEY | class_of("measure"))
    return bool(units) and not (counts and figure.value < _SMALL)


def _day(material: Material, want: Want) -> date | None:
    """The day of a bid: its own, else the only one that its clause tells."""
    if want.date is not None:
        return want.date
    found = find_dates(material.by_id[want.passage.source], want.passage.start, want.passage.end)
    days = {d.from_ for d in found if d.precision == "day"}
    return next(iter(days)) if len(days) == 1 else None


def _row(
    material: Material, want: Want, figures: str, day: date | None, days: dict[str, date]
) -> tuple[Line, tuple[tuple[Piece, ...], ...]]:
    source = want.passage.source
    told, by = (day, "") if day else (days.get(source), "by ")
    when = Piece(f"{by}{told.day} {told:%B %Y}") if told else NOT_FOUND
    letter = label(material.letters[source], (want.passage,))
    words = (Piece(SIGNS[want.voice], tone="voice"), letter, Piece(" "), words_of_want(material, want))
    return Line((Piece(want.party),)), ((Piece(f"{_TOLD[want.stance]} {figures}"),), (when,), words)
