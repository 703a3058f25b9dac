"""The mask test: what is decisive and hidden comes back among the first things to find out.

A position, a no-deal value or a passage is decisive if hiding it and solving every reading exhaustively flips an answer: whether a deal is
possible, or whether a party refuses a draft. Hiding a passage hides what rests on it alone. Two baselines rank the same inputs: the most
salient issue first, and the thinnest evidence first; where they tie, the chance of a hit counts. What is hidden is always a silence: a
baseline that knew this and ranked only silences by salience would do as well here, which the test prints and does not hide.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zopa.case import reading_ids
from zopa.case.checks import evidence_paths, positions
from zopa.case.numbers import middle, party_numbers
from zopa.case.to_frame import to_frame
from zopa.case.vague import to_vague
from zopa.run.talks import Talks, open_talks
from zopa.solve.deals.drafts import find_refusals
from zopa.solve.deals.unknowns import find_witness
from zopa.solve.whatif import EnsembleSettings, rank_inputs, solve_ensemble

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.model.vague import VagueInput

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAWS = 1_000
FIRST = 3
FLOOR, AHEAD = 0.8, 0.2  # issue 20: at least so often, and so much more often than the better baseline


@dataclass(frozen=True)
class Mask:
    """What is hidden, and the inputs that are then to be found out."""

    name: str
    hidden: tuple[str, ...]
    case: Case


def answers(case: Case, talks: Talks) -> dict[tuple[str, ...], bool]:
    """Every answer under every reading, as filled."""
    found: dict[tuple[str, ...], bool] = {}
    for reading in reading_ids(case):
        frame = to_frame(case, reading, stated=talks.stated)
        found["deal", reading] = find_witness(frame) is not None
        for draft in frame.drafts:
            for p in frame.veto_parties:
                found["draft", reading, draft.id, frame.parties[p]] = bool(find_refusals(frame, draft, p))
    return found


def hide(case: Case, hidden: tuple[str, ...]) -> Case:
    """The case in which nobody has told these positions and no-deal values."""
    own = {party: dict(rows) for party, rows in case.positions.items()}
    parties = dict(case.parties)
    for path in hidden:
        kind, party, last = path.split(".")
        if kind == "parties":
            parties[party] = parties[party].model_copy(update={"no_deal": None})
        else:
            own[party].pop(last)
    return case.model_copy(update={"positions": own, "parties": parties})


def candidates(case: Case) -> list[tuple[str, tuple[str, ...]]]:
    """Every position and no-deal value of those who must agree, and every passage on which some rest alone."""
    must = [party for party, entry in case.parties.items() if entry.must_agree]
    found = [(f"position {p} {i}", (f"positions.{p}.{i}",)) for p, i, _ in positions(case) if p in must]
    found += [(f"no-deal {p}", (f"parties.{p}.no-deal",)) for p in must if case.parties[p].no_deal]
    rests: dict[tuple[str, str], list[str]] = {}
    for path, item in evidence_paths(case):
        key = (item.source, item.quote)
        if path[0] == "positions" and path[1] in must:
            evidence = case.positions[str(path[1])][str(path[2])].evidence
            if all((e.source, e.quote) == key for e in evidence):
                rests.setdefault(key, []).append(f"positions.{path[1]}.{path[2]}")
        elif path[0] == "parties" and item.for_ == "no-deal" and path[1] in must:
            rests.setdefault(key, []).append(f"parties.{path[1]}.no-deal")
    return found + [(f"passage {key[0]}: {key[1][:40]}", tuple(dict.fromkeys(what))) for key, what in rests.items()]


def masks(talks: Talks) -> list[Mask]:
    """The decisive ones."""
    whole = answers(talks.case, talks)
    found = [Mask(name, hidden, hide(talks.case, hidden)) for name, hidden in candidates(talks.case)]
    return [mask for mask in found if answers(mask.case, talks) != whole]


def by_salience(case: Case, item: VagueInput, issues: tuple[str, ...]) -> float:
    """How much its issue matters to all who must agree together; a no-deal value has no issue."""
    must = [party for party, entry in case.parties.items() if entry.must_agree]
    if item.issue is None:
        return 0.0
    issue = issues[item.issue]
    spans = [party_numbers(case, party).salience.get(issue) for party in must]
    return float(sum(middle(span) for span in spans if span))


def passages_on(case: Case, item: VagueInput) -> float:
    """Passages filed on what an input belongs to, fewer first."""
    kind, party, last = item.id.split(".")[:3]
    if kind == "parties":
        return -float(sum(e.for_ == "no-deal" for e in case.parties[party].evidence))
    position = case.position(party, last)
    return -float(len(position.evidence) if position else 0)


def chance(scores: dict[str, float], hidden: tuple[str, ...]) -> float:
    """How likely one of `hidden` is among the first, the highest score first and ties broken at random."""
    best = max(scores[name] for name in hidden)
    above = sum(score > best for score in scores.values())
    tied = [name for name, score in scores.items() if score == best]
    places = max(0, min(FIRST - above, len(tied)))
    miss = 1.0
    for n in range(sum(name in hidden for name in tied)):
        miss *= max(0, len(tied) - places - n) / (len(tied) - n)
    return 1 - miss


@pytest.mark.slow
def test_what_is_hidden_comes_back_first() -> None:
    """At least 80 % of the decisive masks are among the first three, at least 20 points more than with the better baseline."""
    rows: list[tuple[str, int, float, float, float]] = []
    for folder in ("camp-david-1978", "moscow-2025"):
        talks = open_talks(EXAMPLES / folder)
        for mask in masks(talks):
            vague = to_vague(mask.case, talks.anchored.passages, stated=talks.stated)
            found = solve_ensemble(vague, EnsembleSettings(DRAWS, looked=0, conflicts=False))
            ranked = [known.input.id for known in rank_inputs(found)]
            place = min((ranked.index(path) + 1 for path in mask.hidden if path in ranked), default=len(ranked) + 1)
            issues = vague.readings[0][1].frame.issues
            salience = {item.id: by_salience(mask.case, item, issues) for item in vague.inputs}
            thinness = {item.id: passages_on(mask.case, item) for item in vague.inputs}
            silences = {item.id: salience[item.id] for item in vague.inputs if item.kind in {"position", "no-deal"}}
            chances = tuple(chance(scores, mask.hidden) for scores in (salience, thinness, silences))
            rows.append((f"{folder} {mask.name}", place, *chances))
    told = "\n".join(
        f"{name:75} place {place:3}  salient {a:.2f}  thin {b:.2f}  salient silence {c:.2f}"
        for name, place, a, b, c in rows
    )
    hits = sum(row[1] <= FIRST for row in rows) / len(rows)
    baselines = [sum(row[n] for row in rows) / len(rows) for n in (2, 3)]
    print(
        f"{told}\n{len(rows)} masks: {hits:.2f}; most salient issue {baselines[0]:.2f}, thinnest evidence {baselines[1]:.2f}"
    )
    assert len(rows) >= 5, told
    assert hits >= FLOOR, told
    assert hits >= max(baselines) + AHEAD, told
