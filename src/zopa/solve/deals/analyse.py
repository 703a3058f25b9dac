"""The whole answer about the deals of one frame, the zone first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from zopa.solve.budget import SolverStoppedError, current_budget
from zopa.solve.deals.arithmetic import Effect, find_effects
from zopa.solve.deals.concepts import CONCEPTS
from zopa.solve.deals.cover import Cover, find_cover
from zopa.solve.deals.drafts import DraftResult, place_draft
from zopa.solve.deals.exists import Existence, find_existence
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.merge import MAX_POINTS, Frontier, find_frontier
from zopa.solve.deals.outcome import Outcome, build_outcomes
from zopa.solve.deals.share import SAMPLES, Share, find_share
from zopa.solve.deals.solution import Concept, Solution, SolverTask
from zopa.solve.deals.surviving import Surviving, find_surviving

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.model.frame import Deal, Frame

Stage = Literal["zopa", "share", "frontier", "surviving", "solutions", "drafts", "arithmetic"]
STAGES: tuple[Stage, ...] = ("zopa", "share", "frontier", "surviving", "solutions", "drafts", "arithmetic")


@dataclass(frozen=True, slots=True)
class Settings:
    """How much to calculate.

    `limit`: rows of the frontier. `max_points`: partial deals that the exact frontier may keep in one layer.
    `samples` and `seed` for the share where it cannot be counted. `arithmetic`: whether to leave out issues and parties.
    """

    limit: int = 10_000
    max_points: int = MAX_POINTS
    samples: int = SAMPLES
    seed: int = 0
    arithmetic: bool = True


@dataclass(frozen=True, slots=True)
class DealsResult:
    """What is known of the deals of one frame. A member that was not reached is None or empty, and `done` tells which were.

    Attributes:
        zopa: whether there is a deal, how certain that is, and a witness.
        share: how much of the deal space is acceptable.
        exact: the frontier is complete.
        bound: where it is not: for every acceptable deal some frontier row gives each veto party at least its utility less this;
            None where exact, or where there is no frontier at all.
        frontier: efficient deals, at most `limit` rows, falling in the utility of the first veto party.
        frontier_count: efficient deals exactly; None where not exact.
        surviving: options in some and in all acceptable deals.
        solutions: by concept.
        drafts: each draft in the deal space.
        effects: what leaving out an issue, a track or a party opens or closes.
        done: stages that were finished.
        interrupted: the user stopped it, or the time was up; what is there stands.
        warnings: what was rounded, sampled, covered or not decided, in sentences.
        method: how it was made.
        seed: of the sample.
    """

    zopa: Existence | None = None
    share: Share | None = None
    exact: bool = False
    bound: float | None = None
    frontier: tuple[Outcome, ...] = ()
    frontier_count: int | None = None
    surviving: Surviving | None = None
    solutions: dict[Concept, Solution] = field(default_factory=dict[Concept, Solution])
    drafts: tuple[DraftResult, ...] = ()
    effects: tuple[Effect, ...] = ()
    done: tuple[Stage, ...] = ()
    interrupted: bool = False
    warnings: tuple[str, ...] = ()
    method: str = ""
    seed: int = 0


def analyse(
    frame: Frame, settings: Settings | None = None, *, progress: Callable[[str, int, int], None] | None = None
) -> DealsResult:
    """Everything about the deals of one frame.

    Args:
        frame: the negotiation under one reading.
        settings: how much to calculate.
        progress: called with (stage, stages done, stages) before each stage.

    An interrupt returns what is known so far, marked `interrupted`; whether there is a deal is decided first.
    """
    work = _Work(frame, settings or Settings())
    steps: dict[Stage, Callable[[], None]] = {
        "zopa": work.decide, "share": work.measure, "frontier": work.merge, "surviving": work.survive,
        "solutions": work.solve, "drafts": work.place, "arithmetic": work.vary,
    }  # fmt: skip
    interrupted = False
    for n, stage in enumerate(STAGES):
        try:
            if progress:
                progress(stage, n, len(STAGES))
            steps[stage]()
        except KeyboardInterrupt:
            interrupted = True
            break
        except SolverStoppedError as stopped:
            if current_budget().cancelled:
                raise
            work.warnings.append(f"{stopped} What is not told here was not looked at.")
            interrupted = True
            break
        work.done.append(stage)
    return work.result(interrupted=interrupted)


class _Work:
    """What has been found so far."""

    def __init__(self, frame: Frame, settings: Settings) -> None:
        self.frame = frame
        self.settings = settings
        self.done: list[Stage] = []
        self.warnings: list[str] = []
        self.zopa: Existence | None = None
        self.share: Share | None = None
        self.frontier: Frontier | None = None
        self.cover: Cover | None = None
        self.rows: tuple[Outcome, ...] = ()
        self.surviving: Surviving | None = None
        self.solutions: dict[Concept, Solution] = {}
        self.drafts: list[DraftResult] = []
        self.effects: tuple[Effect, ...] = ()
        if frame.rounded:
            self.warnings.append("Points were rounded: their exact totals would pass 2**53.")

    @property
    def witness(self) -> Deal | None:
        return self.zopa.witness if self.zopa else None

    def decide(self) -> None:
        self.zopa = find_existence(self.frame)
        if self.zopa.exists is None:
            self.warnings.append("The solver stopped before it could say whether there is a deal.")

    def measure(self) -> None:
        exists = self.zopa.exists if self.zopa else None
        self.share = find_share(self.frame, exists, samples=self.settings.samples, seed=self.settings.seed)
        if not self.share.exact:
            self.warnings.append(f"The share was estimated from {self.share.samples:,} deals, seed {self.share.seed}.")

    def merge(self) -> None:
        try:
            self.frontier = find_frontier(self.frame, max_points=self.settings.max_points)
            self.rows = build_outcomes(self.frame, self.frontier.deals(limit=self.settings.limit))
        except TooLargeError as too_large:
            self.warnings.append(f"The frontier is not exact. {too_large}")
            self._cover()

    def _cover(self) -> None:
        try:
            self.cover = find_cover(self.frame)
        except TooLargeError as too_large:
            self.warnings.append(f"No cover of the frontier was made. {too_large}")
            return
        self.rows = self.cover.outcomes[: self.settings.limit]

    def survive(self) -> None:
        known = [row.choice for row in self.rows[:1_000]]
        if self.share:
            known += self.share.found
        if self.witness is not None:
            known.append(self.witness)
        self.surviving = find_surviving(self.frame, known, self.share.acceptable if self.share else None)

    def solve(self) -> None:
        problem = SolverTask(self.frame, self.frontier, self.witness)
        for concept, solve in CONCEPTS.items():
            self.solutions[concept] = solve(problem)

    def place(self) -> None:
        for draft in self.frame.drafts:
            self.drafts.append(place_draft(self.frame, draft))

    def vary(self) -> None:
        if self.settings.arithmetic and self.zopa is not None and self.zopa.exists is not None:
            self.effects = find_effects(self.frame, exists=self.zopa.exists)

    def result(self, *, interrupted: bool) -> DealsResult:
        return DealsResult(
            self.zopa, self.share, self.frontier is not None, self.cover.bound if self.cover else None, self.rows,
            self.frontier.count if self.frontier else None, self.surviving, self.solutions, tuple(self.drafts), self.effects,
            tuple(self.done), interrupted, tuple(self.warnings), self._method(), self.settings.seed,
        )  # fmt: skip

    def _method(self) -> str:
        if self.frontier is not None:
            return "zone by integer programme (HiGHS), frontier by exact merging, solutions compared on the frontier in integers"
        way = "a grid cover of the frontier" if self.cover else "no frontier"
        return f"zone and solutions by integer programme (HiGHS), answers checked in integers, {way}"
