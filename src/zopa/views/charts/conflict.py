"""The graph of a small conflict: states on a ring, an arrow for each move by which somebody gains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.types import Chart, Network, Node, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.solve.stability import StabilityResult

MOST = 40
"""States that a drawing can hold."""


def draw_conflict(
    result: StabilityResult, moves: Sequence[tuple[str, str, str]], names: Mapping[str, str]
) -> Chart | None:
    """States in option form; those that hold for all stand out; None where there are none, or more than `MOST`.

    Args:
        result: what would hold.
        moves: (decision maker, from, to) of every move by which its maker gains.
        names: of the decision makers.
    """
    if not result.states or len(result.states) > MOST:
        return None
    holding = set(result.equilibria.get("seq", ()))
    nodes = tuple(Node(s, s, note="now" if s == result.status_quo else "", strong=s in holding) for s in result.states)
    kinds = {maker: f"{names.get(maker, maker)} gains" for maker in dict.fromkeys(maker for maker, _, _ in moves)}
    ties = tuple(
        Tie(a, b, kinds[maker], f"{names.get(maker, maker)} gains by moving from {a} to {b}") for maker, a, b in moves
    )
    return Chart(Network(nodes, ties, tuple(kinds.values()), "ring"), _text(result, holding))


def _text(result: StabilityResult, holding: set[str]) -> str:
    held = ", ".join(state for state in result.states if state in holding)
    told = (
        f"{len(result.states)} states; those with a double line hold for everybody: {held}."
        if held
        else f"{len(result.states)} states, of which none holds."
    )
    return f"{told} Letters stand for {', '.join(result.options)}: Y taken, N left."
