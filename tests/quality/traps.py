"""Counts false alarms: sentences that look as if they filled a slot of the first page, and do not.

Others read press texts on talks and noted, without their words, what a careless reader would take for a gate, a refusal, a deadline: the
refusal to give a name, the strike of 1984, the date by which visitors must order seats. From these skeletons they wrote a lead and a
sentence with invented names, half of them about the very talks of the lead. Half of the rows ("kept": true) were opened by nobody who wrote
rules. `python -m tests.quality.traps` prints both halves.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zopa.accounts.talks import find_talks
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.sources import Passage

ROWS = Path(__file__).with_name("traps.jsonl")
DAY = "2031-03-12"
_STANCES = {"refusal": {"refuses", "never"}, "demand": {"wants"}, "offer": {"offers", "accepts"}}


def read_rows() -> list[dict[str, Any]]:
    """All rows: slot, kept, lead, sentence, and why the sentence fills no such slot."""
    return [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]


def score(rows: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Slot -> how many sentences fill it though they do not, of how many."""
    caught = Counter(row["slot"] for row in rows if is_caught(row))
    return {slot: (caught[slot], count) for slot, count in sorted(Counter(row["slot"] for row in rows).items())}


def is_caught(row: dict[str, Any]) -> bool:
    """True where something in the sentence of a row fills its slot."""
    text, start = f"{row['lead']} {row['sentence']}", len(row["lead"])
    document = Document("d", "d.txt", text, "d" * 8, "text", "utf-8", published=Guess(DAY, "given"))
    record = read_record(document, default_vocabulary())
    talks = find_talks([record], {"d": date.fromisoformat(DAY)})
    slot = row["slot"]
    stances = _STANCES.get(slot, set[str]())
    told: dict[str, Iterable[Passage]] = {
        "gate": (gate.passage for gate in record.gates),
        "outcome": (account.passage for account in talks.outcome.accounts),
        "blocks": (point.passage for point in record.sticking_points),
        "meeting": (m.passage for m in record.meetings if len(m.participants) > 1 and not m.what),
        "deadline": (deadline.passage for deadline in talks.deadlines),
        "blame": (charge.passage for charge in talks.charges),
        "mediation": (p for party in talks.participants.parties if party.role == "mediates" for p in party.passages),
    }
    wants = (want.passage for want in talks.dispute.wants if want.stance in stances)
    return any(passage.start >= start for passage in told.get(slot, wants))


if __name__ == "__main__":
    for kept in (False, True):
        for slot, (caught, count) in score([row for row in read_rows() if row["kept"] == kept]).items():
            print(f"{slot:10} {'kept' if kept else 'open':5} {caught:3} of {count:3} are taken for one")
