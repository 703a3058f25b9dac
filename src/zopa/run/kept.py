"""What the last runs of what if say is worth knowing, kept in the case's own folder, so that the brief can begin with it.

A run is kept under the hash of everything that it followed from. A case in which anything of that has changed has another hash, so that an
old run is never told of a new case. The file can be deleted at any time: it loses nothing but the time to run again.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from zopa import __version__
from zopa.case.vague import to_vague
from zopa.errors import InputError
from zopa.folder.atomic import hash_file, write_atomic
from zopa.folder.case_folder import OWN
from zopa.run.deals import frames
from zopa.solve.whatif import Question, WorthKnowing, WorthUnder, find_state
from zopa.solve.whatif.information import Information
from zopa.sources.plain import read_plain
from zopa.views.find_out import FindOut, FlipAt, LiftedCondition, list_asked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.model.vague import VagueCase, VagueInput
    from zopa.run.talks import Talks
    from zopa.views.whatif import WhatIf

FILE = "whatif.json"
ENOUGH = 500
"""Draws from which on a run is kept: of fewer, an input may come first by chance. Where nothing is vague the one draw is all."""
STATES = 4
"""States of the case whose runs are kept: the last ones, so that taking an edit back needs no new run."""
LONGEST = 8 * 2**20  # bytes of a file that is read: far above what four runs need
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """The run that was kept of a case as it stands.

    `state`: ``never`` (no run is kept), ``old`` (only runs of other states of the case), ``now``; `found`: what the one of now says.
    """

    state: Literal["never", "old", "now"]
    found: FindOut | None = None


def kept_file(home: Path) -> Path:
    """Where the runs of a case are kept."""
    return home / OWN / FILE


def kept_state(home: Path) -> str:
    """A hash of what is kept of a case; "" for nothing."""
    return hash_file(kept_file(home))


def keep(talks: Talks, made: WhatIf) -> str:
    """Keep a run for the brief of the case as it stands; why it was not kept, "" where it was.

    A run of the same state with more draws stays. A case without a file has no folder of its own, and nothing is kept of it.
    """
    if made.ensemble.case.coordinates and made.ensemble.draws < ENOUGH:
        return f"that takes {ENOUGH} draws or more"
    if not talks.folder.sha256:
        return "there is no case file"
    file = kept_file(talks.folder.path)
    run = {"state": _state(made.ensemble.case), **_to_json(made.find_out)}
    try:
        before = hash_file(file)
        runs = _runs(file)
        if any(r.get("state") == run["state"] and _draws(r) > made.ensemble.draws for r in runs):
            return ""
        others = [r for r in runs if r.get("state") != run["state"]]
        file.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps({"runs": [run, *others][:STATES]}).encode()
        return "" if write_atomic(file, data, before, private=True) else "another run was kept meanwhile"
    except OSError:
        return "the folder of the case cannot be written"


def find_kept(talks: Talks) -> Kept:
    """The run that was kept of this case as it stands, with what it was asked of filled in anew; a broken file is as none."""
    file = kept_file(talks.folder.path)
    runs = _runs(file) if talks.folder.sha256 and file.is_file() else []
    if not runs:
        return Kept("never")
    try:
        under = frames(talks)
    except InputError:  # nothing can be computed on the case as it stands
        return Kept("old")
    vague = to_vague(talks.case, talks.anchored.passages, stated=talks.stated)
    state = _state(vague)
    for run in runs:
        if run.get("state") == state and (found := _from_json(talks.case, run, vague, under)) is not None:
            return Kept("now", found)
    return Kept("old")


def _state(vague: VagueCase) -> str:
    """The hash of what is drawn from, with the version of the program that draws and solves."""
    return f"{__version__} {find_state(vague)}"


def _runs(file: Path) -> list[Json]:
    """The runs of a file, the last one first; none where it is missing, broken or far too long."""
    try:
        data = read_plain(file)
        told: Json = json.loads(data) if len(data) <= LONGEST else {"runs": []}
        runs = cast("list[Any]", told["runs"])
        return [cast("Json", run) for run in runs if isinstance(run, dict)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _draws(run: Json) -> int:
    return run["draws"] if isinstance(run.get("draws"), int) else 0


def _to_json(found: FindOut) -> Json:
    return {
        "draws": found.draws, "seed": found.seed,
        "ranked": [
            {"input": known.input.id, "shift": known.shift, "silent": known.silent, "effects": [_effect(e) for e in known.effects]}
            for known in found.ranked
        ],
        "flips": {name: [at.reading, at.value, at.below] for name, at in found.flips.items()},
        "lifted": [[tie.reading, tie.condition, tie.holding] for tie in found.lifted],
    }  # fmt: skip


def _effect(effect: WorthUnder) -> Json:
    told = effect.told
    return {
        "reading": effect.reading, "draft": effect.question.draft, "facet": effect.facet, "interval": list(effect.interval),
        "shift": told.shift, "changes": told.changes, "gain": told.gain, "classes": [list(row) for row in told.classes],
    }  # fmt: skip


def _from_json(case: Case, run: Json, vague: VagueCase, under: Mapping[str, Frame]) -> FindOut | None:
    """The run as it was; None where it is broken or names what the case has not."""
    inputs = {item.id: item for item in vague.inputs}
    try:
        ranked = tuple(_known(row, inputs, under) for row in run["ranked"])
        flips = {
            str(inputs[k].id): FlipAt(_among(under, r), _number(v), bool(b)) for k, (r, v, b) in run["flips"].items()
        }
        lifted = tuple(_lifted(row, under) for row in run["lifted"])
        found = FindOut(under, ranked, flips, lifted, int(run["draws"]), int(run["seed"]))
        list_asked(case, found)  # fails here, and not on a page, where a class names an option that there is not
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None
    return found


def _known(row: Json, inputs: Mapping[str, VagueInput], under: Mapping[str, Frame]) -> WorthKnowing:
    effects = tuple(_to_effect(effect, under) for effect in row["effects"])
    return WorthKnowing(inputs[row["input"]], _number(row["shift"]), bool(row["silent"]), effects)


def _to_effect(row: Json, under: Mapping[str, Frame]) -> WorthUnder:
    reading, draft = _among(under, row["reading"]), str(row["draft"])
    if draft and draft not in {d.id for d in under[reading].drafts}:
        raise ValueError(draft)
    classes = tuple((int(label), _number(share), _number(yes)) for label, share, yes in row["classes"])
    if not classes:
        raise ValueError(row["facet"])
    told = Information(_number(row["shift"]), _number(row["changes"]), _number(row["gain"]), classes)
    low, high = (_number(end) for end in row["interval"])
    question = Question("draft", draft=draft) if draft else Question("deal")
    return WorthUnder(reading, question, str(row["facet"]), told, (low, high))


def _lifted(row: list[Any], under: Mapping[str, Frame]) -> LiftedCondition:
    reading, condition, holding = (str(part) for part in row)
    if condition not in {tie.id for tie in under[reading].conditions}:
        raise ValueError(condition)
    return LiftedCondition(reading, condition, holding)


def _among(under: Mapping[str, Frame], reading: Any) -> str:
    if reading not in under:
        raise ValueError(reading)
    return str(reading)


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number
