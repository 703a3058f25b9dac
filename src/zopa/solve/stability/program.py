"""Rankings as a 0-1 linear program: as close as possible to those given, under conditions on single comparisons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.conflict import Ints, Ranks

_CUTS = 5000
"""Most rules of transitivity that are added in one round; only those that an answer breaks are needed."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A sum of variables with factors, and a constant."""

    terms: Mapping[int, float] = field(default_factory=dict[int, float])
    constant: float = 0.0

    def __add__(self, other: Expression) -> Expression:
        terms = dict(self.terms)
        for variable, factor in other.terms.items():
            terms[variable] = terms.get(variable, 0.0) + factor
        return Expression(terms, self.constant + other.constant)

    def times(self, factor: float) -> Expression:
        """The expression multiplied."""
        return Expression({v: factor * f for v, f in self.terms.items()}, factor * self.constant)


class Program:
    """Rankings of several decision makers that are to change as little as possible.

    The comparisons are 0-1 variables, all others lie between 0 and 1. A ranking is complete from the start; that it is
    transitive is demanded where an answer breaks it, until none does.
    """

    def __init__(self, ranks: Sequence[Ranks], *, frozen: Sequence[int] = (), ties: bool = True) -> None:
        self._ranks = [rank.astype(np.int64) for rank in ranks]
        self._frozen = frozenset(frozen)
        self._costs: list[float] = []
        self._whole: list[int] = []
        self._rows: list[Mapping[int, float]] = []
        self._lower: list[float] = []
        self._first: dict[int, int] = {}
        for maker, rank in enumerate(self._ranks):
            if maker not in self._frozen:
                self._add_ranking(maker, rank, ties=ties)

    def _add_ranking(self, maker: int, rank: Ints, *, ties: bool) -> None:
        n_states = len(rank)
        self._first[maker] = len(self._costs)
        for s in range(n_states):
            for q in range(n_states):
                # a diagonal entry stands for "s is as good as s" and costs nothing
                self._whole.append(1)
                self._costs.append(0.0 if s == q else -1.0 if rank[s] >= rank[q] else 1.0)
        for s in range(n_states):
            self.require(self.weak(maker, s, s))
            for q in range(s):
                self.require(self.weak(maker, s, q) + self.weak(maker, q, s))
                if not ties and rank[s] != rank[q]:
                    both = self.weak(maker, s, q) + self.weak(maker, q, s)
                    self.require(both.times(-1.0) + Expression(constant=2.0))

    def keep(self, maker: int, state: int, other: int) -> None:
        """Demand that a decision maker compare two states as it does now."""
        if maker in self._frozen:
            return
        rank = self._ranks[maker]
        for first, second in ((state, other), (other, state)):
            now, weak = rank[first] >= rank[second], self.weak(maker, first, second)
            self.require(weak if now else weak.times(-1.0) + Expression(constant=1.0))

    def variable(self) -> Expression:
        """A new variable between 0 and 1."""
        self._costs.append(0.0)
        self._whole.append(0)
        return Expression({len(self._costs) - 1: 1.0})

    def weak(self, maker: int, state: int, other: int) -> Expression:
        """1 where the state is at least as good as the other for the decision maker, otherwise 0."""
        if maker in self._frozen:
            return Expression(constant=float(self._ranks[maker][state] >= self._ranks[maker][other]))
        return Expression({self._first[maker] + state * len(self._ranks[maker]) + other: 1.0})

    def strict(self, maker: int, state: int, other: int) -> Expression:
        """1 where the state is better than the other for the decision maker, otherwise 0."""
        return self.weak(maker, other, state).times(-1.0) + Expression(constant=1.0)

    def require(self, expression: Expression, least: float = 1.0) -> None:
        """Demand that an expression be at least so much."""
        self._rows.append(expression.terms)
        self._lower.append(least - expression.constant)

    def require_at_most(self, variable: Expression, bound: Expression) -> None:
        """Demand that a variable be at most an expression."""
        self.require(bound + variable.times(-1.0), least=0.0)

    def solve(self) -> list[Ints] | None:
        """New scores of every decision maker, higher is better, or None where nothing satisfies the demands."""
        while True:
            values = self._solve_once()
            if values is None:
                return None
            tables = {maker: self._table(values, maker) for maker in self._first}
            if not any(self._add_cuts(maker, table) for maker, table in tables.items()):
                return [
                    tables[maker].sum(axis=1) if maker in tables else rank for maker, rank in enumerate(self._ranks)
                ]

    def _solve_once(self) -> Ints | None:
        if any(not row and lower > 0 for row, lower in zip(self._rows, self._lower, strict=True)):
            return None
        if not self._costs:
            return np.zeros(0, np.int64)
        from scipy import optimize, sparse  # noqa: PLC0415  takes half a second, and only this question needs it

        counts = [len(row) for row in self._rows]
        matrix = sparse.csr_array(
            (
                np.array([factor for row in self._rows for factor in row.values()]),
                np.array([variable for row in self._rows for variable in row], np.int32),
                np.r_[0, np.cumsum(counts)].astype(np.int32),
            ),
            shape=(len(self._rows), len(self._costs)),
        )
        lower: Any = np.array(self._lower)
        answer: Any = optimize.milp(  # pyright: ignore[reportUnknownMemberType]  # scipy leaves its arguments untyped
            np.array(self._costs),
            integrality=np.array(self._whole),
            bounds=optimize.Bounds(0, 1),
            constraints=optimize.LinearConstraint(matrix, lower, np.inf),
        )
        return None if answer.x is None else np.rint(answer.x).astype(np.int64)

    def _table(self, values: Ints, maker: int) -> Ints:
        n_states = len(self._ranks[maker])
        first = self._first[maker]
        return values[first : first + n_states * n_states].reshape(n_states, n_states)

    def _add_cuts(self, maker: int, table: Ints) -> bool:
        """Demand transitivity where the answer breaks it: s over q and q over r, but not s over r."""
        broken = np.argwhere((table[:, :, None] + table[None, :, :] - table[:, None, :]) > 1)
        for s, q, r in broken[:_CUTS]:
            chain = self.weak(maker, int(s), int(q)) + self.weak(maker, int(q), int(r))
            self.require(self.weak(maker, int(s), int(r)) + chain.times(-1.0), least=-1.0)
        return bool(len(broken))
