"""What a negotiation is to the solvers of deals: parties, issues, options, and integer points; labels kept beside.

A `Frame` holds one reading of a case as immutable arrays. Every party has its own integer scale: an option is worth
``points``, a deal the sum over its issues, and ``scale`` points are utility 1. The points are exact (salience times value
over one common denominator), so sums and comparisons never round; only where a total would pass 2**53 are they rounded, and
`Frame.rounded` says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Points = NDArray[np.int64]
Deal = tuple[int, ...]
"""An option index for every issue, in the order of the issues."""
Term = tuple[int, frozenset[int]]
"""An issue and the options of it that make the literal true."""
Clause = tuple[Term, ...]

EXACT_LIMIT = 2**53
"""Totals up to here are exact as integers and as floats."""


@dataclass(frozen=True, slots=True)
class FrameRedLine:
    """Options of one issue that a party says it will never take; `stated` False: inferred by an analyst."""

    id: str
    party: int
    issue: int
    options: tuple[int, ...]
    stated: bool = True


@dataclass(frozen=True, slots=True)
class FrameLegal:
    """A constitution, treaty or standing law that options need.

    `needs` is the act that would change it. `blocks` True: the options are barred, because that act cannot be had; False:
    the constraint is only reported.
    """

    id: str
    issue: int
    options: tuple[int, ...]
    needs: str
    text: str = ""
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class FrameCondition:
    """A logical tie between issues.

    `clauses`: of each, at least one literal must hold. `at_most`: with `literals`, at most that many of them hold;
    None where the condition has clauses only.
    """

    id: str
    kind: Literal["if-then", "forbid", "require", "at-most"]
    why: str = ""
    clauses: tuple[Clause, ...] = ()
    literals: tuple[Term, ...] = ()
    at_most: int | None = None

    def holds(self, deal: Sequence[int]) -> bool:
        """Whether a deal satisfies the condition."""
        if not all(any(deal[issue] in options for issue, options in clause) for clause in self.clauses):
            return False
        return self.at_most is None or sum(deal[i] in options for i, options in self.literals) <= self.at_most


@dataclass(frozen=True, slots=True)
class Unknown:
    """What nobody has said: a no-deal value (`issue` None), a position on an issue, or how much an issue matters."""

    kind: Literal["no-deal", "position", "salience"]
    party: int
    issue: int | None
    text: str


@dataclass(frozen=True, slots=True)
class FrameDraft:
    """A version of the plan: the options that it leaves open for each issue, several in brackets, None where silent."""

    id: str
    name: str
    terms: tuple[frozenset[int] | None, ...]


@dataclass(frozen=True, eq=False)  # two frames are one only as the same object: arrays have no single equality
class Frame:
    """One reading of a case, for the solvers.

    Attributes:
        parties, issues: ids, in the order of the case.
        options: ids of the options, for each issue.
        points: for each issue, shape (n_options, n_parties), not writeable: salience times value on each party's scale.
        scale: points that are utility 1, for each party.
        no_deal: least points that a party accepts (the exact threshold rounded up), None where nothing limits it.
        veto: who must agree; red lines and no-deal values of others are reported and filter nothing.
        power: weights of the weighted Nash solution.
        tracks: the track of each issue, "" where it has none.
        rounded: points were rounded, because a total would have passed 2**53.
        names: names for people, by id, and by "issue/option" for options; `name` falls back to the id.
        salience: [party][issue] as given, so that another salience can be tried; () where a frame was made without.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    points: tuple[Points, ...]
    scale: tuple[int, ...]
    no_deal: tuple[int | None, ...]
    veto: tuple[bool, ...]
    power: tuple[Fraction, ...]
    red_lines: tuple[FrameRedLine, ...] = ()
    legal: tuple[FrameLegal, ...] = ()
    conditions: tuple[FrameCondition, ...] = ()
    drafts: tuple[FrameDraft, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    tracks: tuple[str, ...] = ()
    rounded: bool = False
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    salience: tuple[tuple[Fraction, ...], ...] = ()

    def name(self, id: str, option: str = "") -> str:  # noqa: A002 - an id is what the case calls it
        """The name of a party or issue, or of an option of an issue; the id where it has none."""
        return self.names.get(f"{id}/{option}", option) if option else self.names.get(id, id)

    @cached_property
    def veto_parties(self) -> tuple[int, ...]:
        """Indices of the parties that must agree."""
        return tuple(p for p, needed in enumerate(self.veto) if needed)

    @cached_property
    def allowed(self) -> tuple[tuple[int, ...], ...]:
        """Options of each issue that cross no veto party's red line and no legal constraint that blocks."""
        barred: list[set[int]] = [set() for _ in self.issues]
        for line in self.red_lines:
            if self.veto[line.party]:
                barred[line.issue].update(line.options)
        for law in self.legal:
            if law.blocks:
                barred[law.issue].update(law.options)
        return tuple(
            tuple(o for o in range(len(options)) if o not in barred[i]) for i, options in enumerate(self.options)
        )

    @property
    def deal_count(self) -> int:
        """Deals before any condition: the product of the numbers of options."""
        return math.prod(len(options) for options in self.options)

    def total(self, deal: Sequence[int]) -> tuple[int, ...]:
        """Points of a deal for every party."""
        rows = [self.points[i][o] for i, o in enumerate(deal)]
        return tuple(sum(int(row[p]) for row in rows) for p in range(len(self.parties)))

    def totals(self, deals: Sequence[Sequence[int]]) -> Points:
        """Points of several deals, shape (n_deals, n_parties)."""
        chosen = np.array(deals, dtype=np.int64).reshape(len(deals), len(self.issues))
        points = np.zeros((len(deals), len(self.parties)), dtype=np.int64)
        for issue, worth in enumerate(self.points):
            points += worth[chosen[:, issue]]
        return points

    def utility(self, points: Sequence[int]) -> tuple[float, ...]:
        """Points as utilities, 0 to 1."""
        return tuple(
            int(value) / scale for value, scale in zip(points, self.scale, strict=True)
        )  # Python rounds this correctly

    def in_deal_space(self, deal: Sequence[int]) -> bool:
        """Whether a deal satisfies every condition."""
        return all(condition.holds(deal) for condition in self.conditions)

    def in_zopa(self, deal: Sequence[int]) -> bool:
        """Whether a deal satisfies conditions and laws, crosses no veto party's red line and suits every veto party."""
        if not all(o in self.allowed[i] for i, o in enumerate(deal)) or not self.in_deal_space(deal):
            return False
        total = self.total(deal)
        return all((least := self.no_deal[p]) is None or total[p] >= least for p in self.veto_parties)

    def label(self, deal: Sequence[int]) -> dict[str, str]:
        """A deal in the case's own ids: issue to option."""
        return {issue: self.options[i][o] for i, (issue, o) in enumerate(zip(self.issues, deal, strict=True))}


def build_frame(  # noqa: PLR0913 - a frame has that many members, and a case states each of them
    parties: Sequence[str],
    issues: Sequence[str],
    options: Sequence[Sequence[str]],
    salience: Sequence[Sequence[Fraction]],
    values: Sequence[Sequence[Sequence[Fraction]]],
    no_deal: Sequence[Fraction | None],
    *,
    veto: Sequence[bool] | None = None,
    power: Sequence[Fraction] | None = None,
    red_lines: Sequence[FrameRedLine] = (),
    legal: Sequence[FrameLegal] = (),
    conditions: Sequence[FrameCondition] = (),
    drafts: Sequence[FrameDraft] = (),
    unknown: Sequence[Unknown] = (),
    tracks: Sequence[str] | None = None,
    names: Mapping[str, str] | None = None,
) -> Frame:
    """A frame from exact numbers.

    Args:
        parties: ids.
        issues: ids.
        options: ids of the options of each issue.
        salience: [party][issue], 0 or more, on any scale; a party whose saliences are all 0 has utility 0 everywhere.
        values: [party][issue][option], 0 to 1.
        no_deal: for each party on the 0 to 1 scale, None where nothing limits it.
        veto: who must agree; by default everybody.
        power: weights of the weighted Nash solution; by default 1 each.
        red_lines: options that a party will never take.
        legal: constraints of law.
        conditions: ties between issues.
        drafts: versions of the plan.
        unknown: what nobody has said.
        tracks: of each issue; by default none.
        names: names for people, by id and by "issue/option".

    Raises:
        ValueError: numbers of parties, issues or options disagree, or a salience is negative.
    """
    _check_shapes(parties, issues, options, salience, values)
    if not len(no_deal) == len(veto or parties) == len(power or parties) == len(parties):
        raise ValueError(f"Expected a no-deal value, veto and power for each of {len(parties)} parties.")
    scaled = [_scale_party(s, v, t) for s, v, t in zip(salience, values, no_deal, strict=True)]
    points = tuple(
        np.array([[rows[i][o] for rows, _, _, _ in scaled] for o in range(len(options[i]))], dtype=np.int64).reshape(
            len(options[i]), len(parties)
        )
        for i in range(len(issues))
    )
    for array in points:
        array.setflags(write=False)
    return Frame(
        tuple(parties), tuple(issues), tuple(tuple(row) for row in options), points,
        tuple(scale for _, scale, _, _ in scaled), tuple(least for _, _, least, _ in scaled),
        tuple(veto) if veto is not None else (True,) * len(parties),
        tuple(power) if power is not None else (Fraction(1),) * len(parties),
        tuple(red_lines), tuple(legal), tuple(conditions), tuple(drafts), tuple(unknown),
        tuple(tracks) if tracks is not None else ("",) * len(issues),
        any(rounded for _, _, _, rounded in scaled), dict(names or {}),
        tuple(tuple(Fraction(s) for s in row) for row in salience),
    )  # fmt: skip


def _check_shapes(
    parties: Sequence[str],
    issues: Sequence[str],
    options: Sequence[Sequence[str]],
    salience: Sequence[Sequence[Fraction]],
    values: Sequence[Sequence[Sequence[Fraction]]],
) -> None:
    sizes = [len(row) for row in options]
    if len(sizes) != len(issues):
        raise ValueError(f"Expected options for {len(issues)} issues, got {len(sizes)}.")
    if len(salience) != len(parties) or len(values) != len(parties):
        raise ValueError(f"Expected saliences and values of {len(parties)} parties.")
    for party, weights, rows in zip(parties, salience, values, strict=True):
        if len(weights) != len(issues) or [len(row) for row in rows] != sizes:
            raise ValueError(f"Expected a salience for each issue and a value for each option, of party {party!r}.")
        if any(weight < 0 for weight in weights):
            raise ValueError(f"Expected saliences of 0 or more, of party {party!r}.")


def _scale_party(
    salience: Sequence[Fraction], values: Sequence[Sequence[Fraction]], no_deal: Fraction | None
) -> tuple[list[list[int]], int, int | None, bool]:
    """Points [issue][option] of one party, its scale, its no-deal points, and whether anything was rounded.

    The scale is the least common denominator of all its utilities and its no-deal value, so that each is a whole number of
    points.
    """
    total = sum(salience, Fraction(0))
    weights = [s / total if total else Fraction(0) for s in salience]
    worth = [[w * Fraction(v) for v in row] for w, row in zip(weights, values, strict=True)]
    least = None if no_deal is None else Fraction(no_deal)
    numbers = [number for row in worth for number in row] + ([] if least is None else [least])
    scale = math.lcm(*(number.denominator for number in numbers)) if numbers else 1
    rounded = scale > EXACT_LIMIT or any(abs(number) * scale > EXACT_LIMIT for number in numbers)
    if rounded:
        scale = EXACT_LIMIT // 8  # room for values above 1 and for a rounding at each issue
    points = [[round(number * scale) for number in row] for row in worth]
    return points, scale, None if least is None else math.ceil(least * scale), rounded
