"""Floors of the act coder on the visible PLOVER records, which lie outside the project and are skipped where absent.

Measured on its 139 records of our kinds: accuracy .971, macro-F1 .952. The table was written looking at every second
record only; the others, then unseen, scored accuracy .841, macro-F1 .747; afterwards their mistakes were looked at too.
The unseen scores say what to expect of other sentences, the floors below only that nothing is lost.
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
FLOOR_ACCURACY = 0.95
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


def test_kinds_hold_their_floor() -> None:
    """Accuracy and macro-F1 over the kinds of ours do not fall."""
    pairs = [(record["kind"], code_act(record["text"]).plover) for record in read_records()]
    accuracy = sum(gold == found for gold, found in pairs) / len(pairs)
    assert accuracy >= FLOOR_ACCURACY
    assert macro_f1(pairs) >= FLOOR_MACRO_F1


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
