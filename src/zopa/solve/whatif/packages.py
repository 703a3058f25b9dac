"""Packages that are acceptable in nearly all draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.solve.whatif.possible import suits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.frame import Deal
    from zopa.solve.whatif.draw import Batch, Flags

SHOWN = 5
MAX_STEPS = 40  # single changes by which a package is improved


@dataclass(frozen=True, eq=False)
class SafePackage:
    """One deal, and in which draws it is acceptable to all who must agree, shape (n,)."""

    deal: Deal
    fits: Flags


def find_packages(batch: Batch, candidates: Sequence[Deal]) -> tuple[SafePackage, ...]:
    """The deals that suit the most draws, found by changing one issue at a time from the best candidates; none where none suits any.

    The search is local: another deal may suit more draws, and each count is exact.
    """
    counted = {deal: suits(batch, deal) for deal in candidates}
    here = _ranked(counted)[0] if counted else None
    for _ in range(MAX_STEPS if here is not None else 0):
        counted |= {deal: suits(batch, deal) for deal in _neighbours(batch, here or ()) if deal not in counted}
        better = _ranked(counted)[0]
        if better == here:
            break
        here = better
    return tuple(SafePackage(deal, counted[deal]) for deal in _ranked(counted)[:SHOWN] if counted[deal].any())


def _ranked(counted: Mapping[Deal, Flags]) -> list[Deal]:
    """Deals by the draws that they suit, most first."""
    return sorted(counted, key=lambda deal: (-int(counted[deal].sum()), deal))


def _neighbours(batch: Batch, deal: Deal) -> list[Deal]:
    return [
        (*deal[:issue], option, *deal[issue + 1 :])
        for issue, options in enumerate(batch.frame.options) for option in range(len(options)) if option != deal[issue]
    ]  # fmt: skip
