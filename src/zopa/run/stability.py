"""The chain over the graph model: a case or a GMCR+ file -> Conflict -> what would hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from zopa import __version__
from zopa.case import BASE, reading_title
from zopa.case.to_conflict import to_conflict
from zopa.errors import InputError, Problem, UsageError
from zopa.exchange.gmcr import parse_gmcr
from zopa.exchange.gmcr_print import print_gmcr
from zopa.run.talks import Talks, open_talks, page, tell
from zopa.solve.stability import (
    StabilityLimitError,
    StabilityResult,
    analyse,
    build_graph,
    find_persuasion,
    sample_equilibria,
    universally_stable,
)
from zopa.views.charts.conflict import MOST
from zopa.views.pages import build_page
from zopa.views.stability import build_stability_sections
from zopa.views.stability_more import Asked, Coalitions, HowSure, MakeHold, StabilityMore, build_more_sections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from zopa.model.conflict import Conflict
    from zopa.solve.stability import Concept
    from zopa.views import Brief

PROBLEM_CODES = {
    "no-moves": "the graph model was asked for, but the case has no `moves:`",
    "stability-limit": "a conflict is too large for what was asked of it",
    "gmcr-unreadable": "a GMCR+ file cannot be opened or is no UTF-8 text",
}


@dataclass(frozen=True, slots=True)
class Stability:
    """What would hold, with what it was computed from; `talks` is None for a GMCR+ file."""

    conflict: Conflict
    result: StabilityResult
    names: Mapping[str, str]
    problems: tuple[Problem, ...]
    title: str
    talks: Talks | None = None
    reading: str = BASE
    more: StabilityMore = field(default_factory=StabilityMore)


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask beyond the plain answer.

    `coalitions`: 2001 or 2008, "" for not; `make`: label of a state that is to hold under `concept`, with `frozen` decision makers;
    `draws`: of what is unknown, tied or vague, with `seed`; 0 for not.
    """

    coalitions: str = ""
    make: str = ""
    concept: str = "seq"
    frozen: tuple[str, ...] = ()
    draws: int = 0
    seed: int = 0


def stability(path: str | Path, *, reading: str = BASE, as_of: date | None = None, limit: int = 10_000) -> Stability:
    """What would hold in the moves of a case, or in a GMCR+ file.

    Raises:
        InputError: there is nothing to compute on, with every problem; or the conflict is too large.
        UsageError: the case has no such reading.
    """
    place = Path(path)
    if place.is_file() and place.suffix.lower() in {".gmcr", ".json"}:
        conflict, problems = _read_gmcr(place)
        names = {maker.id: maker.name for maker in conflict.decision_makers}
        return Stability(conflict, _analysed(conflict, place, limit), names, problems, place.stem)
    return stability_of(open_talks(path, as_of=as_of), reading, limit)


def stability_of(talks: Talks, reading: str = BASE, limit: int = 10_000) -> Stability:
    """What would hold in the moves of an open case; raises as `stability` does."""
    conflict, problems = conflict_of(talks, reading)
    names = {party: talks.case.party_name(party) for party in talks.case.parties}
    analysed = _analysed(conflict, talks.folder.path, limit)
    return Stability(conflict, analysed, names, problems, talks.case.title, talks, reading)


def conflict_of(talks: Talks, reading: str = BASE) -> tuple[Conflict, tuple[Problem, ...]]:
    """The conflict of a case under a reading, and the problems of the case with those of its moves.

    Raises:
        InputError: it has no moves, or they hold an error.
        UsageError: the case has no such reading.
    """
    talks.under(reading)
    conflict, findings = to_conflict(talks.case, reading)
    problems = (*talks.problems, *tell(findings, talks))
    if conflict is None:
        message = "Expected `moves:` with who can do what, found none."
        cure = "Add them (docs/stability.md shows how), or give a GMCR+ file."
        gap = () if findings else (Problem("error", talks.folder.loaded.path, None, "no-moves", message, cure),)
        raise InputError((*problems, *gap))
    return conflict, problems


def ask_more(made: Stability, questions: Questions) -> Stability:
    """The same with the answers to further questions.

    Raises:
        UsageError: a state or decision maker is named that the conflict does not have.
        InputError: the conflict is too large for a question.
    """
    conflict = made.conflict
    labels = [conflict.label(n) for n in range(conflict.n_states)] if questions != Questions() else []
    makers = [maker.id for maker in conflict.decision_makers]
    if questions.make and questions.make not in labels:
        raise UsageError(f"Expected a state such as {labels[0]}, got {questions.make!r}.")
    if wrong := [name for name in questions.frozen if name not in makers]:
        raise UsageError(f"Expected decision makers ({', '.join(makers)}), got {', '.join(wrong)}.")
    try:
        more = StabilityMore(
            _coalitions(conflict, questions, labels) if questions.coalitions else None,
            _make_hold(conflict, questions, labels, makers) if questions.make else None,
            _how_sure(conflict, questions, labels) if questions.draws else None,
        )
    except StabilityLimitError as error:
        problem = Problem(
            "error", made.title, None, "stability-limit", str(error), "Leave out options, or merge states."
        )
        raise InputError((*made.problems, problem)) from error
    return replace(made, more=more)


def improvements(conflict: Conflict) -> tuple[tuple[str, str, str], ...]:
    """(decision maker, from, to) of every improvement, for a drawing; none where there are more states than one can hold."""
    if conflict.n_states > MOST:
        return ()
    return tuple(
        (maker.id, conflict.label(state), conflict.label(int(better)))
        for n, maker in enumerate(conflict.decision_makers)
        for state in range(conflict.n_states)
        for better in conflict.improvements(n, state)
    )


def _coalitions(conflict: Conflict, questions: Questions, labels: list[str]) -> Coalitions:
    graph = build_graph(conflict)
    variant = cast("Any", questions.coalitions)
    concepts: tuple[Any, ...] = ("nash", "gmr", "smr", "seq")
    found = {c: universally_stable(graph, c, variant) for c in concepts}
    return Coalitions(
        questions.coalitions,
        {c: tuple(s for s, holds in zip(labels, f, strict=True) if holds) for c, f in found.items()},
    )


def _make_hold(conflict: Conflict, questions: Questions, labels: list[str], makers: list[str]) -> MakeHold:
    concept = cast("Concept", questions.concept)
    frozen = [makers.index(name) for name in questions.frozen]
    found = find_persuasion(conflict, labels.index(questions.make), concept, frozen=frozen)
    asked = tuple(Asked(makers[c.maker], labels[c.state], labels[c.other], c.before, c.after) for c in found.changes)
    return MakeHold(questions.make, questions.concept, found.distance, asked)


def _how_sure(conflict: Conflict, questions: Questions, labels: list[str]) -> HowSure:
    found = sample_equilibria(conflict, draws=questions.draws, seed=questions.seed)
    shares = {c: {s: float(share) for s, share in zip(labels, row, strict=True)} for c, row in found.shares.items()}
    return HowSure(shares, found.draws, found.seed, found.open_questions)


def stability_page(made: Stability) -> Brief:
    """What would hold as a page."""
    moves = improvements(made.conflict)
    sections = [
        *build_stability_sections(made.result, made.names, moves),
        *build_more_sections(made.more, made.names),
    ]
    if made.talks:
        return page(
            made.talks, f"What would hold ({reading_title(made.talks.case, made.reading)})", sections, made.reading
        )
    facts = (("program", f"zopa {__version__}"), ("method", made.result.method))
    return build_page(f"{made.title}: what would hold", sections, (), problems=made.problems, made=facts)


def stability_gmcr(made: Stability) -> tuple[str, tuple[Problem, ...]]:
    """The conflict as a GMCR+ file, and what that file cannot say."""
    return print_gmcr(made.conflict, __version__)


def _analysed(conflict: Conflict, place: Path, limit: int) -> StabilityResult:
    try:
        return analyse(conflict, limit=limit)
    except StabilityLimitError as error:
        problem = Problem(
            "error", str(place), None, "stability-limit", str(error), "Leave out options, or merge states."
        )
        raise InputError((problem,)) from error


def _read_gmcr(place: Path) -> tuple[Conflict, tuple[Problem, ...]]:
    try:
        text = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"Expected a GMCR+ file in UTF-8, got: {getattr(error, 'strerror', None) or 'another encoding'}."
        problem = Problem("error", str(place), None, "gmcr-unreadable", message, "Check the file.")
        raise InputError((problem,)) from error
    file, problems = parse_gmcr(text, str(place))
    if file is None:
        raise InputError(problems)
    return file.conflict, problems
