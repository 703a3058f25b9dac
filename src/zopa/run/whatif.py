"""The chain of what if: a case -> what it leaves vague -> many draws solved -> what holds, what turns, what to find out next."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from zopa.case.diagnosticity import build_diagnosticity
from zopa.case.vague import to_vague
from zopa.errors import InputError, Problem, UsageError
from zopa.model.vague import VagueInput
from zopa.run.deals import frames
from zopa.run.talks import page
from zopa.solve.deals.unknowns import find_witness
from zopa.solve.whatif import EnsembleSettings, find_flip, rank_inputs, solve_ensemble, tally
from zopa.views.find_out import DEAL, FlipAt, JudgedFlip, LiftedCondition
from zopa.views.whatif import WhatIf, build_whatif_sections

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from concurrent.futures import Executor

    from zopa.case import Assumption
    from zopa.model.frame import Frame
    from zopa.model.vague import InputKind, VagueCase
    from zopa.run.talks import Talks
    from zopa.solve.whatif import Ensemble, WorthKnowing
    from zopa.views import Brief

JUDGED = 24
"""Numbers of the desk for which it is sought."""
FLIPS = 12
"""Inputs for which the value is sought at which the answer flips: more than a page shows."""
PROBLEM_CODES = {
    "no-draw-finished": "`zopa whatif` was stopped before any draw was finished",
    "no-cluster": "the scheduler that --cluster names could not be reached",
}


def whatif(
    talks: Talks, settings: EnsembleSettings | None = None, *, executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> WhatIf:  # fmt: skip
    """Which answers hold whatever the vague values are, which flip and on what, and what to find out next.

    Args:
        talks: the case.
        settings: how many draws, with which seed.
        executor: who solves the draws; this process unless given.
        progress: called with (draws finished, draws).

    Raises:
        InputError: nothing is confirmed, nobody must agree, or it was stopped before a draw was finished.
    """
    under = frames(talks)
    vague = to_vague(talks.case, talks.anchored.passages, stated=talks.stated)
    ensemble = solve_ensemble(vague, settings, executor=executor, progress=progress)
    if not ensemble.draws:
        message, cure = (
            "Expected time for some draws, but it was stopped at once.",
            "Let it run, or ask for fewer with --draws.",
        )
        raise InputError(
            (*talks.problems, Problem("error", talks.folder.loaded.path, None, "no-draw-finished", message, cure))
        )
    ranked = rank_inputs(ensemble)
    return WhatIf(
        ensemble, under, ranked, _flips(under, ranked), _lifted(under, ensemble), build_diagnosticity(talks.case),
        _judged(talks.ledger, under, vague),
    )  # fmt: skip


def whatif_page(talks: Talks, made: WhatIf) -> Brief:
    """What holds and what turns as a page; numbers only in the annex."""
    return page(talks, "What if", build_whatif_sections(talks.case, made, talks.ledger, talks.filed, talks.documents))


def _flips(under: Mapping[str, Frame], ranked: tuple[WorthKnowing, ...]) -> dict[str, FlipAt]:
    """For the inputs that matter most the value at which the answer flips, under the reading in which they matter most."""
    found: dict[str, FlipAt] = {}
    told = [
        row for row in ranked if not row.silent
    ]  # where nothing is filed no value of one party alone turns anything
    for known in told[:FLIPS]:
        for effect in known.effects:
            if effect.question.kind == "deal" and (flip := find_flip(under[effect.reading], known.input)) is not None:
                found[known.input.id] = FlipAt.of(effect.reading, flip)
                break
    return found


def _judged(ledger: Sequence[Assumption], under: Mapping[str, Frame], vague: VagueCase) -> tuple[JudgedFlip, ...]:
    """Numbers of the desk without evidence, which no draw varies, where the answer flips at another value; no-deal values first."""
    drawn = {item.id for item in vague.inputs}
    kinds: dict[str, InputKind] = {"no-deal value": "no-deal", "salience": "salience"}
    judged = [a for a in ledger if a.basis == "judgement" and a.what in kinds and a.dotted not in drawn]
    found: list[JudgedFlip] = []
    for a in sorted(judged, key=lambda a: a.what != "no-deal value")[:JUDGED]:
        for reading, frame in under.items():
            party = frame.parties.index(a.party) if a.party in frame.parties else -1
            if party < 0 or not frame.veto[party]:
                break
            issue = frame.issues.index(a.issue) if a.issue in frame.issues else None
            item = VagueInput(a.dotted, kinds[a.what], "range", party, issue, ())
            if (flip := find_flip(frame, item)) is not None:
                found.append(JudgedFlip(a, item, FlipAt.of(reading, flip)))
                break
    return tuple(found)


def _lifted(under: Mapping[str, Frame], ensemble: Ensemble) -> tuple[LiftedCondition, ...]:
    """Conditions without which the answer of some reading, as filled, would be another."""
    found: list[LiftedCondition] = []
    holding = {row.reading: tally(row.answers[DEAL]).words for row in ensemble.readings}
    for reading, frame in under.items():
        exists = find_witness(frame) is not None
        for condition in () if exists else frame.conditions:
            without = replace(frame, conditions=tuple(c for c in frame.conditions if c.id != condition.id))
            if find_witness(without) is not None:
                found.append(LiftedCondition(reading, condition.id, holding[reading]))
    return tuple(found)


def _quiet() -> None:
    """Leave an interrupt to the process that hands out the work."""
    import signal  # noqa: PLC0415 - in the worker only

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def workers(jobs: int = 1, cluster: str = "") -> Generator[Executor | None]:
    """Who solves: this process, several on this machine, or those of a Dask scheduler.

    Raises:
        UsageError: a cluster is named, but Dask is not installed.
        InputError: no scheduler answers there.
    """
    if cluster:
        with _dask(cluster) as client:
            yield client.get_executor()
        return
    # Spawned, not forked: a fork would share the pipe to the solver's process.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_quiet) if jobs > 1 else nullcontext()
    with pool as executor:
        yield executor


@contextmanager
def _dask(address: str) -> Generator[Any]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError('--cluster needs Dask: install it with `pip install "zopa[cluster]"`.') from None
    try:
        client: Any = Client(address, timeout=CONNECT_S)
    except (OSError, ValueError) as error:
        message = f"Expected a Dask scheduler at {address}, but none answered."
        cure = "Start one with `dask scheduler`, and workers with `dask worker ADDRESS`, with the same version of zopa."
        raise InputError((Problem("error", address, None, "no-cluster", message, cure),)) from error
    try:
        yield client
    finally:
        client.close()


CONNECT_S = 10
"""Seconds in which a scheduler must answer."""
