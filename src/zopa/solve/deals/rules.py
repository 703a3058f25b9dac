"""The conditions as a machine that reads one option per issue: what open conditions still need, layer by layer.

A merge that goes issue by issue need not know a whole partial deal, only the *state* it leaves: for every clause that is open
(begun and not finished) whether it is met, and for every at-most how many more of its literals may hold. Higher is better in
every place. States from which no completion satisfies the conditions are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.limits import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Frame, FrameCondition, Points

MAX_STATES = 50_000  # in one layer; more is the business of the integer programme


@dataclass(frozen=True, slots=True)
class Layer:
    """One issue in the order of the merge.

    `options` are the options that may be chosen; `states` (n_states, n_open) the states after it, `step` (states before,
    n_options) the number of the state that each option leads to, -1 where a condition breaks for good.
    """

    issue: int
    options: tuple[int, ...]
    states: NDArray[np.int16]
    step: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Tracker:
    """One clause (`limit` None) or at-most, as the uses that each option of an issue makes of it."""

    uses: dict[int, NDArray[np.int16]]
    limit: int | None


def order_issues(frame: Frame) -> tuple[int, ...]:
    """An order that keeps few conditions open; among equals, issues that matter most come first."""
    scopes = [set(t.uses) for t in _trackers(frame.conditions, [len(o) for o in frame.options])]
    spans = [_span(frame.points[i], frame.scale) for i in range(len(frame.issues))]
    left, done, order = set(range(len(frame.issues))), set[int](), list[int]()
    while left:
        best = min(left, key=lambda i: (_open_after(scopes, done, i), -spans[i], i))
        order.append(best)
        left.discard(best)
        done.add(best)
    return tuple(order)


def build_layers(frame: Frame, order: Sequence[int], allowed: Sequence[Sequence[int]]) -> tuple[Layer, ...]:
    """The machine for an order of issues; empty where no deal satisfies the conditions.

    Raises:
        TooLargeError: more than `MAX_STATES` states in one layer.
    """
    trackers = _trackers(frame.conditions, [len(o) for o in frame.options])
    place = {issue: n for n, issue in enumerate(order)}
    first = [min(place[i] for i in t.uses) for t in trackers]
    last = [max(place[i] for i in t.uses) for t in trackers]
    states = np.zeros((1, 0), dtype=np.int16)
    open_now: list[int] = []
    layers: list[Layer] = []
    for n, issue in enumerate(order):
        opening = [t for t in range(len(trackers)) if first[t] == n]
        start = np.array([0 if (limit := trackers[t].limit) is None else limit for t in opening], dtype=np.int16)
        states = np.hstack([states, np.tile(start, (len(states), 1))])
        open_now += opening
        values, alive = _advance(states, [trackers[t] for t in open_now], issue, allowed[issue])
        for column, t in enumerate(open_now):
            if last[t] == n and trackers[t].limit is None:
                alive &= values[:, :, column] > 0
        stay = [column for column, t in enumerate(open_now) if last[t] > n]
        open_now = [open_now[column] for column in stay]
        states, step = _number(values[:, :, stay], alive)
        if not len(states):
            return ()
        if len(states) > MAX_STATES:
            raise TooLargeError(f"The conditions leave more than {MAX_STATES:,} states open at once.")
        layers.append(Layer(issue, tuple(allowed[issue]), states, step))
    return _without_dead_ends(layers)


def count_deals(layers: Sequence[Layer]) -> int:
    """Deals that the machine accepts, exactly; 0 for an empty machine."""
    counts = [1] * (len(layers[-1].states) if layers else 0)
    for layer in reversed(layers):
        steps: list[list[int]] = layer.step.tolist()
        counts = [sum(counts[to] for to in row if to >= 0) for row in steps]
    return sum(counts[:1])


def best_ahead(layers: Sequence[Layer], worth: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
    """For each layer and state after it, the most that the issues ahead can add; `worth` per issue (n_options, n_measures).

    Conditions are respected, so the bound of each measure is attained by some completion.
    """
    ahead: list[NDArray[Any]] = [np.zeros((len(layers[-1].states), worth[0].shape[1]), dtype=worth[0].dtype)]
    for layer in reversed(layers[1:]):
        gain = worth[layer.issue][list(layer.options)][None, :, :] + ahead[0][layer.step]
        lowest = np.iinfo(np.int64).min // 4 if gain.dtype.kind == "i" else -np.inf
        ahead.insert(0, np.where((layer.step >= 0)[:, :, None], gain, lowest).max(axis=1))
    return ahead


def _trackers(conditions: Sequence[FrameCondition], sizes: Sequence[int]) -> list[_Tracker]:
    """Clauses and at-mosts; an empty clause, which nothing satisfies, asks the impossible of the first issue."""
    found: list[_Tracker] = []
    for condition in conditions:
        for clause in condition.clauses:
            uses = _uses(clause or ((0, frozenset()),), sizes)
            found.append(_Tracker({i: np.minimum(row, 1) for i, row in uses.items()}, None))
        if condition.at_most is not None and condition.literals:
            found.append(_Tracker(_uses(condition.literals, sizes), condition.at_most))
    return found


def _uses(literals: Sequence[tuple[int, frozenset[int]]], sizes: Sequence[int]) -> dict[int, NDArray[np.int16]]:
    uses: dict[int, NDArray[np.int16]] = {}
    for issue, options in literals:
        row = uses.setdefault(issue, np.zeros(sizes[issue], dtype=np.int16))
        row[[o for o in options if o < sizes[issue]]] += 1
    return uses


def _span(points: Points, scale: Sequence[int]) -> float:
    return (
        float(((points.max(axis=0) - points.min(axis=0)) / np.array(scale, dtype=float)).sum()) if len(points) else 0.0
    )


def _open_after(scopes: Sequence[set[int]], done: set[int], issue: int) -> int:
    now = done | {issue}
    return sum(1 for scope in scopes if scope & now and not scope <= now)


def _advance(
    states: NDArray[np.int16], trackers: Sequence[_Tracker], issue: int, options: Sequence[int]
) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
    """Values (n_states, n_options, n_open) after an issue, and which of them may still be completed."""
    values = np.repeat(states[:, None, :], len(options), axis=1)
    for column, tracker in enumerate(trackers):
        if issue not in tracker.uses:
            continue
        used = tracker.uses[issue][list(options)]
        if tracker.limit is None:
            values[:, :, column] |= used
        else:
            values[:, :, column] -= used
    return values, np.all(values >= 0, axis=2)


def _number(values: NDArray[np.int16], alive: NDArray[np.bool_]) -> tuple[NDArray[np.int16], NDArray[np.int32]]:
    """Different states among those alive, and for each place its number or -1."""
    step = np.full(alive.shape, -1, dtype=np.int32)
    if not alive.any():
        return np.zeros((0, values.shape[2]), dtype=np.int16), step
    if values.shape[2] == 0:
        step[alive] = 0
        return np.zeros((1, 0), dtype=np.int16), step
    states, number = np.unique(values[alive], axis=0, return_inverse=True)
    step[alive] = number.reshape(-1)
    return states, step


def _without_dead_ends(layers: list[Layer]) -> tuple[Layer, ...]:
    """The same machine without states from which every way breaks a condition; empty where the first is such a state."""
    kept: list[Layer] = []
    good = np.ones(len(layers[-1].states) if layers else 1, dtype=bool)
    for layer in reversed(layers):
        renumber = np.append(np.where(good, np.cumsum(good) - 1, -1), -1)  # -1 stays -1
        step = renumber[layer.step].astype(np.int32)
        alive = (step >= 0).any(axis=1)
        kept.append(Layer(layer.issue, layer.options, layer.states[good], step[alive]))
        good = alive
    return tuple(reversed(kept)) if good.all() else ()
