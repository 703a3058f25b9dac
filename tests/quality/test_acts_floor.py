"""Floors of the act coder on the visible PLOVER records, which lie outside the project and are skipped where absent.

The 139 records of our kinds are parted into five folds by a hash of their text. To leave a fold out, write the table
from the other four and score it there would tell what to expect of other sentences; it cannot be done, because nobody
wrote down which record a row of the table was written from. What can be said honestly: the table was first written
looking at every second record only; the others, then unseen, scored accuracy .841, macro-F1 .747. Afterwards their
mistakes were looked at too. So no figure below is one for unseen sentences; held is the fold that is coded worst,
which a table that learns single records by heart does not raise.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from zopa.statements.acts import KINDS, code_act

SHARED = Path(os.environ.get("ZOPA_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
RECORDS = SHARED / "acts" / "plover_dev.json"
SHA256 = "e9f85719e8576a0d9899f949b9b6d78bb62044dde3036dc28d68e63536c2f40d"
FOLDS_SHA256 = "15d14ccbbcb9cb07ca0be63f05de3a434c346927703227cf02b4c3f0f005770d"
FOLD_ACCURACIES = (0.969, 0.957, 0.938, 1.0, 1.0)  # measured on 28 November 2026, one for each fold
FLOOR_WORST_FOLD = 0.93
FLOOR_MACRO_F1 = 0.92
FLOOR_SOURCE, FLOOR_TARGET = 0.92, 0.80  # a name of the annotated actor stands in one of the spans found
OLD_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE"}


def read_records() -> list[dict[str, Any]]:
    if not RECORDS.exists():
        pytest.skip(f"no PLOVER records at {RECORDS}")
    data = RECORDS.read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHA256, "the floors were measured on another set"
    records = json.loads(data)[1:]
    for record in records:
        record["kind"] = OLD_NAMES.get(record["event"], record["event"])
    return [record for record in records if record["kind"] in KINDS]


def macro_f1(pairs: list[tuple[str, str | None]]) -> float:
    scores: list[float] = []
    for kind in {gold for gold, _ in pairs}:
        counts = Counter((gold == kind, found == kind) for gold, found in pairs)
        hits = counts[True, True]
        scores.append(2 * hits / (2 * hits + counts[True, False] + counts[False, True]))
    return sum(scores) / len(scores)


def fold_of(record: dict[str, Any]) -> int:
    """Which of five folds a record belongs to, by a hash of its text."""
    return int(hashlib.sha256(record["text"].encode()).hexdigest(), 16) % 5


def test_the_folds_are_those_that_were_measured() -> None:
    """The hash of who is in which fold."""
    parted = ";".join(f"{record['id']}:{fold_of(record)}" for record in read_records())
    assert hashlib.sha256(parted.encode()).hexdigest() == FOLDS_SHA256


def test_the_worst_fold_holds_its_floor() -> None:
    """Accuracy of each of five folds; the least of them may not fall, nor the macro-F1 of all."""
    pairs: dict[int, list[tuple[str, str | None]]] = {}
    for record in read_records():
        pairs.setdefault(fold_of(record), []).append((record["kind"], code_act(record["text"]).plover))
    accuracies = [sum(gold == found for gold, found in pairs[n]) / len(pairs[n]) for n in range(5)]
    assert min(accuracies) >= FLOOR_WORST_FOLD, accuracies
    assert macro_f1([pair for fold in pairs.values() for pair in fold]) >= FLOOR_MACRO_F1


@pytest.mark.parametrize(("role", "floor"), [("source", FLOOR_SOURCE), ("target", FLOOR_TARGET)])
def test_roles_hold_their_floor(role: str, floor: float) -> None:
    """Who does it, and to whom, is found as often as before."""
    hits: list[bool] = []
    for record in read_records():
        actors = [one["actorText"] for one in record.get(role) or [] if isinstance(one, dict) and one.get("actorText")]
        if not actors:
            continue
        coding = code_act(record["text"])
        found = coding.agents if role == "source" else coding.targets
        words = {word for a, b in found for word in record["text"][a:b].lower().split()}
        hits.append(any(word in words - {"of", "the"} for actor in actors for word in actor.lower().split()))
    assert sum(hits) / len(hits) >= floor
