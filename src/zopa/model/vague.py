"""What is vague in a negotiation, for the solvers: a joint distribution over frames, as rules that turn coordinates into numbers.

Every vague input owns some coordinates, each uniform over 0 to 1 and independent of the others; inputs that rest on one passage own the
same one, so that they move together. A `VagueFrame` is a frame (what is certain, and how the rest is filled) with a rule for everything
that is not. The rules:

* a salience lies uniformly in its range, a value in its own;
* tiers of a ranking keep their order: the best is 1, the worst 0, what lies between is uniform among all numbers in that order;
* a position that nobody has told: any salience; where the options lie on a line, an ideal point anywhere on it, each option worth less
  the farther it lies (Enelow and Hinich 1984, The Spatial Theory of Voting), else any order and any values in it, alike; and a red line
  that bars any number of the worst options, as often as those who spoke have drawn one: counted apart on issues on which another party
  that must agree has drawn one and on the rest;
* an inferred red line holds in every second draw: nobody is quoted with it;
* what other words deny (a red line, else the order of a position, a no-deal value) holds in every second draw; in the others the red line
  falls, and the order or value may be any, as where nobody has told one;
* a no-deal value lies uniformly in its range, which for a blank is the whole scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fractions import Fraction

    from zopa.model.frame import Frame

InputKind = Literal["no-deal", "position", "red-line", "salience", "values"]
InputBasis = Literal["word", "rank", "range", "draft", "inferred", "contested", "unknown"]
GRID = 10_000
"""Steps of a drawn salience, per unit, and of a drawn value: fine beside anything that a person would write."""
FLOOR_GRID = 100_000
"""Steps of a drawn no-deal value on the 0 to 1 scale."""


@dataclass(frozen=True, slots=True)
class VagueInput:
    """Something that the record leaves vague.

    Attributes:
        id: the path of the case at which it stands or would stand.
        kind: what it is.
        basis: why it is vague: a word, a ranking, a range, a draft with open points, an inference, words that deny it, or nobody has
            told it.
        party: number of the party.
        issue: number of the issue, None for a no-deal value.
        at: its coordinates.
    """

    id: str
    kind: InputKind
    basis: InputBasis
    party: int
    issue: int | None
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SalienceRule:
    """A salience between `low` and `high`, in steps of the party's grid; `at` None where it is certain."""

    low: int
    high: int
    at: int | None = None


@dataclass(frozen=True, slots=True)
class ValueRule:
    """The values of the options of one issue, in steps of `GRID`.

    Attributes:
        tiers: of a ranking, options best first; between the first and the last tier each owns a coordinate in `at`.
        ranges: (low, high) of each option where values are given; those with a width own a coordinate, in order.
        line: where each option lies, from 0 to `GRID`, for a position that nobody has told on an issue whose options lie on a line.
        at: coordinates; for a position that nobody has told one for each option, or one ideal point where there is a `line`.
        told: False where nobody has told an order.
        refused: options behind a red line that is known although the order is not: no better than the others.
        doubt: coordinate that decides whether an order that is denied holds (below one half).
        free: coordinates of the order that it may be where it does not.
    """

    tiers: tuple[tuple[int, ...], ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
    line: tuple[int, ...] = ()
    at: tuple[int, ...] = ()
    told: bool = True
    refused: tuple[int, ...] = ()
    doubt: int | None = None
    free: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HiddenLine:
    """A red line that a party may have on an issue on which it is not heard.

    `drawn` is the coordinate that decides whether there is one (below `share`), `depth` the one that decides how many of the worst options
    lie behind it.
    """

    party: int
    issue: int
    drawn: int
    depth: int
    share: float


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
    """A red line that is inferred or denied: its number in the frame, and the coordinate that decides whether it holds (below one half)."""

    line: int
    at: int


@dataclass(frozen=True, slots=True)
class FloorRule:
    """A no-deal value.

    Attributes:
        relation: ``amount``: from `low` to `high` in steps of `FLOOR_GRID`; else as good as, better or worse than `draft`.
        draft: number of the draft in the frame, None for an amount.
        at: coordinate; None where it is certain.
        doubt: coordinate that decides whether a value that is denied holds (below one half).
        free: coordinate of the value that it may be where it does not.
    """

    relation: Literal["none", "amount", "as good as", "better than", "worse than"]
    low: int = 0
    high: int = 0
    draft: tuple[frozenset[int] | None, ...] | None = None
    at: int | None = None
    doubt: int | None = None
    free: int = 0


@dataclass(frozen=True, slots=True)
class VagueFrame:
    """One reading of a case with what is vague in it.

    Attributes:
        frame: the negotiation as filled.
        inputs: what is vague, of the parties that must agree.
        salience: [party][issue].
        values: [party][issue].
        floors: [party].
        hidden: red lines that may stand behind silence.
        doubtful: red lines that are inferred or denied.
        grid: steps of a salience of 1, for each party; `GRID` for all where empty.
    """

    frame: Frame
    inputs: tuple[VagueInput, ...]
    salience: tuple[tuple[SalienceRule, ...], ...]
    values: tuple[tuple[ValueRule, ...], ...]
    floors: tuple[FloorRule, ...]
    hidden: tuple[HiddenLine, ...] = ()
    doubtful: tuple[DoubtfulLine, ...] = ()
    grid: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class VagueCase:
    """A case under all its readings, over one set of coordinates: one draw of them gives a frame under each reading."""

    readings: tuple[tuple[str, VagueFrame], ...]
    coordinates: int

    @property
    def inputs(self) -> tuple[VagueInput, ...]:
        """What is vague under some reading, each once, in the order of its coordinates."""
        found = {item.id: item for _, vague in reversed(self.readings) for item in vague.inputs}
        return tuple(sorted(found.values(), key=lambda item: (item.at, item.id)))
