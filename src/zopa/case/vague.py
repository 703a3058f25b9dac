"""What a case leaves vague: a `VagueCase` for the solvers, one frame with its rules for each reading.

Words count as printed ranges: a salience in words reaches to the value of the next word on either side (high 50 to 100, medium 25 to 75,
low 0 to 50). Ranks fix the order and nothing else. What nobody has told lies anywhere. Where one passage carries several values of a
party, these move together.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.case.checks import positions
from zopa.case.numbers import middle, option_values, party_numbers, salience_range
from zopa.case.readings import apply_reading, reading_ids
from zopa.case.to_frame import to_frame
from zopa.model.vague import (
    FLOOR_GRID,
    GRID,
    DoubtfulLine,
    FloorRule,
    HiddenLine,
    SalienceRule,
    VagueCase,
    VagueFrame,
    VagueInput,
    ValueRule,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from zopa.case.entry import Evidence
    from zopa.case.numbers import Range
    from zopa.case.plain import Path
    from zopa.case.types import Case, Position
    from zopa.case.values import NoDeal
    from zopa.model.frame import Frame
    from zopa.model.vague import InputBasis, InputKind
    from zopa.sources import Passage

REACH_OF_A_WORD = Fraction(25)
"""From the value of a word of salience to that of the next one (design, section 6: 25, 50, 75)."""
FULL = Fraction(100)
_LARGEST_TOTAL = 10**9  # saliences of a party in steps: times values and no-deal steps it stays in a 64-bit integer
_CERTAIN = SalienceRule(0, 0)
_NO_VALUE = ValueRule()


@dataclass
class _Places:
    """Which coordinate belongs to what; the same under every reading."""

    of: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])

    def take(self, name: str, part: str = "") -> int:
        return self.of.setdefault((name, part), len(self.of))


def to_vague(
    case: Case,
    passages: Mapping[Path, Passage],
    *,
    stated: Callable[[str, str], bool] | None = None,
    readings: Sequence[str] = (),
) -> VagueCase:
    """The case with what is vague in it.

    Args:
        case: as written.
        passages: of its evidence, by path: inputs on overlapping words of one document move together.
        stated: whether the red line of (party, issue) was stated by the party itself; none is unless this says so.
        readings: ids; all of them unless some are named.

    Raises:
        KeyError: the case has no such reading.
    """
    places = _Places()
    share = _line_shares(case)
    found: list[tuple[str, VagueFrame]] = []
    for reading in readings or reading_ids(case):
        under = apply_reading(case, reading)
        frame = to_frame(under, stated=stated)
        found.append((reading, _Builder(under, frame, passages, places, share).build()))
    return VagueCase(tuple(found), len(places.of))


class _Builder:
    """One reading."""

    def __init__(
        self, case: Case, frame: Frame, passages: Mapping[Path, Passage], places: _Places, share: tuple[float, float]
    ) -> None:
        self.case = case
        self.frame = frame
        self.passages = passages
        self.places = places
        self.inputs: list[VagueInput] = []
        self.hidden: list[HiddenLine] = []
        self.share = share
        self.grid = [_grid(case, frame, p) for p in range(len(frame.parties))]

    def build(self) -> VagueFrame:
        parties = range(len(self.frame.parties))
        floors = tuple(self.floor(p) for p in parties)
        doubtful = tuple(self.doubtful())
        cells = [[self.cell(p, i) for i in range(len(self.frame.issues))] for p in parties]
        return VagueFrame(
            self.frame, tuple(self.inputs),
            tuple(tuple(salience for salience, _ in row) for row in cells), tuple(tuple(value for _, value in row) for row in cells),
            floors, tuple(self.hidden), doubtful, tuple(self.grid),
        )  # fmt: skip

    def note(self, path: str, kind: InputKind, basis: InputBasis, party: int, issue: int | None, *at: int) -> None:
        self.inputs.append(VagueInput(path, kind, basis, party, issue, at))

    def floor(self, p: int) -> FloorRule:
        """The no-deal value of a party; certain at its midpoint for one that need not agree, whose floor filters nothing."""
        party = self.frame.parties[p]
        told = self.case.parties[party].no_deal
        path = f"parties.{party}.no-deal"
        if not self.frame.veto[p]:
            return FloorRule("none")
        if told is not None and _denied(self.case.parties[party].evidence):
            return self.doubted_floor(path, p, told)
        if told is None:
            at = self.places.take(path)
            self.note(path, "no-deal", "unknown", p, None, at)
            return FloorRule("amount", 0, FLOOR_GRID, at=at)
        if told.amount is not None:
            low, high = (round(Fraction(end) * FLOOR_GRID) for end in (told.amount.low, told.amount.high))
            if low == high:
                return FloorRule("amount", low, high)
            at = self.places.take(path)
            self.note(path, "no-deal", "range", p, None, at)
            return FloorRule("amount", low, high, at=at)
        draft = self.draft_terms(told.draft)
        if told.kind == "as good as" and all(terms is not None and len(terms) == 1 for terms in draft):
            return FloorRule("as good as", draft=draft)
        at = self.places.take(path)
        self.note(path, "no-deal", "draft" if told.kind == "as good as" else "word", p, None, at)
        relation = "as good as" if told.kind == "as good as" else told.kind
        return FloorRule(relation if relation != "amount" else "none", draft=draft, at=at)

    def doubted_floor(self, path: str, p: int, told: NoDeal) -> FloorRule:
        """A no-deal value that other words deny: as filed, at its middle where it is a range, or any."""
        doubt, free = self.places.take(path, "doubt"), self.places.take(path, "free")
        self.note(path, "no-deal", "contested", p, None, doubt, free)
        if told.amount is not None:
            step = round(Fraction(told.amount.middle) * FLOOR_GRID)
            return FloorRule("amount", step, step, doubt=doubt, free=free)
        at = self.places.take(path)
        relation = "as good as" if told.kind == "amount" else told.kind
        return FloorRule(relation, draft=self.draft_terms(told.draft), at=at, doubt=doubt, free=free)

    def draft_terms(self, name: str) -> tuple[frozenset[int] | None, ...]:
        """The open options of a draft on each issue, None where it is silent."""
        terms = self.case.drafts[name].terms
        return tuple(
            frozenset(self.frame.options[i].index(o) for o in terms[issue]) if issue in terms else None
            for i, issue in enumerate(self.frame.issues)
        )

    def doubtful(self) -> list[DoubtfulLine]:
        """Red lines of those who must agree that are inferred or denied; those on overlapping words hold or fall together."""
        found: list[DoubtfulLine] = []
        for n, line in enumerate(self.frame.red_lines):
            party, issue = self.frame.parties[line.party], self.frame.issues[line.issue]
            position = self.case.position(party, issue)
            denied = position is not None and _denied(position.evidence)
            if not self.frame.veto[line.party] or (line.stated and not denied):
                continue
            at = self.places.take(self.shared(party, issue, ("position", "red-line")), "red-line")
            basis: InputBasis = "contested" if denied else "inferred"
            self.note(f"positions.{party}.{issue}.red-line", "red-line", basis, line.party, line.issue, at)
            found.append(DoubtfulLine(n, at))
        return found

    def cell(self, p: int, i: int) -> tuple[SalienceRule, ValueRule]:
        """How much an issue matters to a party, and what its options are worth to it."""
        party, issue = self.frame.parties[p], self.frame.issues[i]
        position = self.case.position(party, issue)
        known = position if position is not None and position.status != "proposed" else None
        names = self.frame.options[i]
        values = option_values(known, names) if known else None
        if known is None or values is None:
            return self.unheard(p, i, known) if self.frame.veto[p] else (_CERTAIN, _NO_VALUE)
        path = f"positions.{party}.{issue}"
        rule = self.ranges(path, p, i, values) if known.values else self.tiers(path, p, i, known)
        if self.frame.veto[p] and not known.red_line and _denied(known.evidence):
            rule = self.doubted(path, p, i, rule)
        return self.salience(path, p, i, known), rule

    def doubted(self, path: str, p: int, i: int, rule: ValueRule) -> ValueRule:
        """An order or values that other words deny: as filed, or any."""
        names = self.frame.options[i]
        line = _line(self.case, self.frame.issues[i], names)
        parts = ["ideal"] if line else [f"free {o}" for o in range(len(names))]
        doubt, free = self.places.take(path, "doubt"), tuple(self.places.take(path, part) for part in parts)
        self.note(path, "position", "contested", p, i, doubt, *free)
        return replace(rule, line=line, doubt=doubt, free=free)

    def salience(self, path: str, p: int, i: int, position: Position) -> SalienceRule:
        low, high = reach_of_salience(position)
        if not self.frame.veto[p]:
            low = high = middle(salience_range(position))
        steps = [round(end * self.grid[p]) for end in (low, high)]
        if steps[0] == steps[1]:
            return SalienceRule(steps[0], steps[1])
        basis: InputBasis = "unknown" if position.salience is None else "word" if position.salience.word else "range"
        shared = self.shared(self.frame.parties[p], self.frame.issues[i], ("salience",))
        at = self.places.take(shared, "salience")
        self.note(f"{path}.salience", "salience", basis, p, i, at)
        return SalienceRule(steps[0], steps[1], at)

    def tiers(self, path: str, p: int, i: int, position: Position) -> ValueRule:
        names = self.frame.options[i]
        ranked = position.prefers.tiers if position.prefers else ()
        tiers = [tuple(names.index(o) for o in tier) for tier in ranked]
        rest = tuple(o for o in range(len(names)) if not any(o in tier for tier in tiers))
        tiers += [rest] if rest else []
        if len(tiers) < 3 or not self.frame.veto[p]:
            return ValueRule(tuple(tiers))
        at = tuple(self.places.take(path, f"tier {n}") for n in range(1, len(tiers) - 1))
        self.note(f"{path}.prefers", "values", "rank", p, i, *at)
        return ValueRule(tuple(tiers), at=at)

    def ranges(self, path: str, p: int, i: int, values: Mapping[str, Range]) -> ValueRule:
        spans = [values[o] if self.frame.veto[p] else (middle(values[o]),) * 2 for o in self.frame.options[i]]
        steps = tuple((round(low * GRID), round(high * GRID)) for low, high in spans)
        at = tuple(self.places.take(path, f"value {o}") for o, (low, high) in enumerate(steps) if low != high)
        if at:
            self.note(f"{path}.values", "values", "range", p, i, *at)
        return ValueRule(ranges=steps, at=at)

    def unheard(self, p: int, i: int, position: Position | None) -> tuple[SalienceRule, ValueRule]:
        """A position that nobody has told: whatever a party could want there; a red line that is known stays."""
        party, issue = self.frame.parties[p], self.frame.issues[i]
        path = f"positions.{party}.{issue}"
        names = self.frame.options[i]
        count = len(names)
        refused = next((r.options for r in self.frame.red_lines if (r.party, r.issue) == (p, i)), ())
        weight = self.places.take(path, "salience")
        at = [weight]
        if not refused and count > 1:
            hidden = HiddenLine(
                p, i, self.places.take(path, "line"), self.places.take(path, "depth"), self.share[self.opposed(p, i)]
            )
            self.hidden.append(hidden)
            at += [hidden.drawn, hidden.depth]
        line = _line(self.case, issue, names)
        wanted = ["ideal"] if line else [f"value {o}" for o in range(count)]
        values = tuple(self.places.take(path, part) for part in wanted)
        self.note(path, "position", "unknown", p, i, *at, *values)
        low, high = (round(end * self.grid[p]) for end in self.weights(position))
        return SalienceRule(low, high, weight), ValueRule(line=line, at=values, told=False, refused=refused)

    def opposed(self, p: int, i: int) -> bool:
        """Whether another party that must agree has drawn a red line on an issue."""
        return any(r.issue == i and r.party != p and self.frame.veto[r.party] for r in self.frame.red_lines)

    @staticmethod
    def weights(position: Position | None) -> Range:
        return reach_of_salience(position) if position is not None else (Fraction(0), FULL)

    def shared(self, party: str, issue: str, kinds: tuple[str, ...]) -> str:
        """The first issue of the case whose evidence of these kinds overlaps that of this one, for the same party; as a name."""
        own = self.spans(party, issue, kinds)
        for other in self.frame.issues:
            if other == issue:
                break
            if any(_overlap(a, b) for a in own for b in self.spans(party, other, kinds)):
                return self.shared(party, other, kinds)
        return f"positions.{party}.{issue}"

    def spans(self, party: str, issue: str, kinds: tuple[str, ...]) -> list[Passage]:
        position = self.case.position(party, issue)
        if position is None:
            return []
        path = ("positions", party, issue, "evidence")
        found = [self.passages.get((*path, n)) for n, item in enumerate(position.evidence) if item.for_ in kinds]
        return [passage for passage in found if passage is not None]


def reach_of_salience(position: Position) -> Range:
    """From where to where a salience may lie: a word reaches to the next words, silence over the whole scale, a number nowhere."""
    told = position.salience
    if told is None:
        return Fraction(0), FULL
    low, high = Fraction(told.amount.low), Fraction(told.amount.high)
    return (low - REACH_OF_A_WORD, high + REACH_OF_A_WORD) if told.word else (low, high)


def _grid(case: Case, frame: Frame, p: int) -> Fraction:
    """Steps of a salience of 1 for a party: `GRID`, or fewer where its saliences are so large that totals would overflow."""
    numbers = party_numbers(case, frame.parties[p])
    total = sum((high for _, high in numbers.salience.values()), Fraction(0)) + 2 * FULL * len(frame.issues)
    return min(Fraction(GRID), _LARGEST_TOTAL / total)


def _line_shares(case: Case) -> tuple[float, float]:
    """How often those who spoke drew a red line, on issues on which no other party that must agree did, and on which one did.

    One is added to either side (Laplace), so that a few words prove neither always nor never.
    """
    drawn = {(p, i) for p, i, position in positions(case) if position.red_line and case.parties[p].must_agree}
    counts = [[1, 2], [1, 2]]
    for party, issue, position in positions(case):
        if (
            position.status == "proposed"
            or not (position.prefers or position.values)
            or not case.parties[party].must_agree
        ):
            continue
        count = counts[any((p, issue) in drawn for p in case.parties if p != party)]
        count[0] += (party, issue) in drawn
        count[1] += 1
    return counts[0][0] / counts[0][1], counts[1][0] / counts[1][1]


def _line(case: Case, issue: str, options: tuple[str, ...]) -> tuple[int, ...]:
    """Where the options lie on a line from 0 to `GRID`; empty where the case gives no scale for each of them, or only one place."""
    scale = case.issues[issue].scale
    if not options or any(option not in scale for option in options):
        return ()
    low, high = min(scale.values()), max(scale.values())
    return (
        tuple(round((Fraction(scale[o]) - Fraction(low)) * GRID / Fraction(high - low)) for o in options)
        if high > low
        else ()
    )


def _denied(evidence: Sequence[Evidence]) -> bool:
    """Whether words are filed that deny what the others show."""
    return any(item.for_ == "denial" for item in evidence)


def _overlap(a: Passage, b: Passage) -> bool:
    return a.source == b.source and a.start < b.end and b.start < a.end
