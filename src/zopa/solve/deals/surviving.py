"""Which options stand in some acceptable deal, and which in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.solve.deals.programme import build_programme, solve_programme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.model.frame import Deal, Frame


@dataclass(frozen=True, slots=True)
class Surviving:
    """Option ids by issue id.

    `some`: options of at least one acceptable deal. `all`: the option that every acceptable deal has, where there is such.
    Both empty for every issue where the zone is empty. `undecided`: options that the solver could not decide in time.
    """

    some: dict[str, tuple[str, ...]]
    all: dict[str, tuple[str, ...]]
    undecided: dict[str, tuple[str, ...]]


def find_surviving(frame: Frame, known: Iterable[Deal], counts: tuple[tuple[int, ...], ...] | None = None) -> Surviving:
    """Surviving options, by one integer programme for each option that no known deal shows to survive.

    Args:
        frame: the negotiation.
        known: acceptable deals found before; none where the zone is empty.
        counts: [issue][option] acceptable deals, where the whole space was counted: then nothing is left to solve.
    """
    seen = [set[int]() for _ in frame.issues]
    open_ = [set[int]() for _ in frame.issues]
    deals = list(known)
    for deal in deals:
        for issue, option in enumerate(deal):
            seen[issue].add(option)
    if counts is not None:
        seen = [{option for option, count in enumerate(row) if count} for row in counts]
    elif deals:
        for issue, options in enumerate(frame.allowed):
            for option in options:
                if option not in seen[issue]:
                    _try_option(frame, issue, option, seen, open_)
    return Surviving(
        _told(frame, seen),
        _told(frame, [s if len(s) == 1 and not o else set() for s, o in zip(seen, open_, strict=True)]),
        _told(frame, open_),
    )


def _try_option(frame: Frame, issue: int, option: int, seen: list[set[int]], open_: list[set[int]]) -> None:
    """Solve for a deal with the option; its other options are then known to survive as well."""
    programme = build_programme(frame)
    answer = solve_programme(programme.with_rows(({programme.columns[issue, option]: 1.0}, 1.0, 1.0)))
    if answer.deal is not None:
        for other, chosen in enumerate(answer.deal):
            seen[other].add(chosen)
    elif answer.status == "undecided":
        open_[issue].add(option)


def _told(frame: Frame, chosen: list[set[int]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(frame.options[i][o] for o in sorted(chosen[i])) for i, name in enumerate(frame.issues)}
