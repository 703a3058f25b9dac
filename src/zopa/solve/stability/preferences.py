"""The same conflict under other preferences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.model.conflict import Conflict, Preference, Ranks

if TYPE_CHECKING:
    from collections.abc import Sequence


def with_ranks(conflict: Conflict, ranks: Sequence[Ranks]) -> Conflict:
    """The conflict with these ranks of its decision makers; statements and what was unknown are dropped."""
    return replace(conflict, preferences=tuple(Preference(rank) for rank in ranks))
