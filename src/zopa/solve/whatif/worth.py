"""What to find out next: the inputs ranked by how far knowing each would move the answer.

The answer is first of all whether a deal is possible; its shift is the mean over the readings, each alike. Inputs that do not move that are
ranked behind the others by how far they move whether each draft can stand. Before all of them stands a party that must agree and
of whom nothing is known: whatever the draws say, they know nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.unknowns import find_silent
from zopa.solve.whatif.draw import draw_batch
from zopa.solve.whatif.facets import find_facets
from zopa.solve.whatif.information import NOTHING, AskedAnswers, Information
from zopa.solve.whatif.piece import Question

if TYPE_CHECKING:
    from zopa.model.vague import VagueFrame, VagueInput
    from zopa.solve.whatif.draw import Batch, Coordinates
    from zopa.solve.whatif.ensemble import Ensemble, ReadingEnsemble

DEAL = Question("deal")


@dataclass(frozen=True, slots=True)
class WorthUnder:
    """What knowing an input would do to one question under one reading: by its most telling facet, with the interval of the shift."""

    reading: str
    question: Question
    facet: str
    told: Information
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class WorthKnowing:
    """One input and what knowing it would do.

    Attributes:
        input: what is vague.
        shift: of the answer whether a deal is possible, mean over the readings.
        silent: it belongs to a party that must agree and of whom nothing is known.
        effects: where it moves an answer, the strongest first.
    """

    input: VagueInput
    shift: float
    silent: bool
    effects: tuple[WorthUnder, ...]


def rank_inputs(ensemble: Ensemble) -> tuple[WorthKnowing, ...]:
    """The inputs that move some answer, and those of silent parties, the first to find out first; ties in the order of the case."""
    effects: dict[str, list[WorthUnder]] = {}
    silent: set[str] = set()
    for (_, vague), under in zip(ensemble.case.readings, ensemble.readings, strict=True):
        batch = draw_batch(vague, ensemble.at)
        asked = _prepare(under, ensemble.seed)
        mute = {unknown.party for unknown in find_silent(vague.frame)}
        for item in vague.inputs:
            effects.setdefault(item.id, []).extend(_effects(vague, item, batch, ensemble.at, asked, under.reading))
            if item.party in mute:
                silent.add(item.id)
    count = max(len(ensemble.readings), 1)
    ranked: list[tuple[tuple[bool, float, float], WorthKnowing]] = []
    for item in ensemble.case.inputs:
        own = effects.get(item.id, [])
        deal = sum(e.told.shift for e in own if e.question == DEAL) / count
        drafts = sum(e.told.shift for e in own if e.question != DEAL) / count
        if own or item.id in silent:
            told = tuple(sorted(own, key=lambda e: (e.question != DEAL, -e.told.shift)))
            ranked.append(((item.id not in silent, -deal, -drafts), WorthKnowing(item, deal, item.id in silent, told)))
    return tuple(known for _, known in sorted(ranked, key=lambda row: row[0]))


def _prepare(under: ReadingEnsemble, seed: int) -> dict[Question, AskedAnswers]:
    return {q: AskedAnswers(answers, seed) for q, answers in under.answers.items() if q.kind in {"deal", "draft"}}


def _effects(
    vague: VagueFrame, item: VagueInput, batch: Batch, at: Coordinates, asked: dict[Question, AskedAnswers], reading: str
) -> list[WorthUnder]:  # fmt: skip
    facets = find_facets(vague, item, batch, at)
    found: list[WorthUnder] = []
    for question, answers in asked.items():
        best, told = max(
            ((name, answers.find(labels)) for name, labels in facets.items()), key=lambda pair: pair[1].shift
        )
        if told is not NOTHING and told.shift > 0:
            found.append(WorthUnder(reading, question, best, told, answers.interval(facets[best])))
    return found


def conditional_share(told: Information, label: int) -> float:
    """How often the answer is yes where the input has this class; not a number where no draw has it."""
    return next((share for name, _, share in told.classes if name == label), float(np.nan))
