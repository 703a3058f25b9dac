"""Scores reading by kind of wording: invented sentences, each of a wording that was counted in press texts.

A helper went through 429 press texts on negotiations of twenty kinds and noted, for each slot of the first page, in which skeletons it is
filled ("talks stalled over Z"), with no sentence of theirs; others wrote a lead and a sentence of every skeleton, with invented names, and
what the sentence tells. Half of the rows ("kept": true) were opened by nobody who wrote rules until they had been counted. `python -m
tests.quality.wordings` prints both halves.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from zopa.accounts.talks import find_talks
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

ROWS = Path(__file__).with_name("wordings.jsonl")
DAY = "2031-03-12"  # on which all sentences were written
_SMALL = frozenset(
    "the a an of to in on for and or with at by from that its their his her as is are was were be been has have had not no any all "
    "more than it they he she would will could can may must should said says this these those".split()
)


def read_rows() -> list[dict[str, Any]]:
    """All rows: slot, kind, lead, sentence, kept, and what the sentence tells."""
    return [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]


def score(rows: list[dict[str, Any]]) -> dict[tuple[str, bool], tuple[int, int]]:
    """(slot, kept) -> how many sentences were read right, of how many."""
    found: dict[tuple[str, bool], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        counted = found[row["slot"], row["kept"]]
        counted[0] += is_right(row)
        counted[1] += 1
    return {key: (right, all_) for key, (right, all_) in found.items()}


def is_right(row: dict[str, Any]) -> bool:
    """True where the slot is filled as the row says: most words of each stretch, and one of the names, in common."""
    text = f"{row['lead']} {row['sentence']}"
    document = Document("d", "d.txt", text, "d" * 8, "text", "utf-8", published=Guess(DAY, "given"))
    record = read_record(document, default_vocabulary())
    return _SLOTS[row["slot"]](row, record, find_talks([record], {"d": date.fromisoformat(DAY)}), len(row["lead"]))


def _gate(row: Any, record: Any, talks: Any, start: int) -> bool:
    told = [g for g in record.gates if g.passage.start >= start]
    return any(
        _shares(g.before.text, row["on"], 0.5)
        and (not _shares(g.before.text, row["what"], 0.99) or _shares(g.after.text, row["what"]))
        for g in told
    )


def _position(row: Any, record: Any, talks: Any, start: int) -> bool:
    stances = {"refusal": {"refuses", "never"}, "demand": {"wants"}, "offer": {"offers", "accepts"}}[row["slot"]]
    turned = row["slot"] == "refusal"
    for deed in record.deeds:
        fits = deed.stance in stances or (turned and deed.negated and deed.stance in {"wants", "offers", "accepts"})
        if deed.passage.start < start or not fits:
            continue
        by = not row["by"] or any(
            _is_name(n, d.name) or _is_name(n, d.side or "") for n in row["by"] for d in deed.doers
        )
        over = any(_shares(m.text, row["matter"], 0.34) for m in deed.matters) or _shares(
            deed.words.text, row["matter"], 0.5
        )
        if by and (not row["matter"] or over):
            return True
    return False


def _outcome(row: Any, record: Any, talks: Any, start: int) -> bool:
    state = {"not-told": "none", "cannot-tell": "none"}.get(talks.outcome.state, talks.outcome.state)
    if row["state"] == "not-settled" and row["how"] in {"progress", "none"}:
        return state in {"none", "not-settled"}
    return state in ({"announced", "settled"} if row["state"] == "announced" else {row["state"]})


def _blocks(row: Any, record: Any, talks: Any, start: int) -> bool:
    return any(_shares(point.what.text, row["matter"]) for point in record.sticking_points)


def _meeting(row: Any, record: Any, talks: Any, start: int) -> bool:
    need = min(2, len(row["who"]))
    told = (m.participants + m.parties for m in record.meetings if m.passage.start >= start)
    return any(sum(any(_is_name(n, m) for m in met) for n in row["who"]) >= need for met in told)


def _deadline(row: Any, record: Any, talks: Any, start: int) -> bool:
    for told in talks.deadlines:
        words = row["words"] and (
            _shares(told.told, row["words"], 0.5) or (told.when and _shares(told.when.text, row["words"], 0.5))
        )
        if words or (row["day"] and str(told.date) == row["day"]):
            return True
    return False


def _blame(row: Any, record: Any, talks: Any, start: int) -> bool:
    return any(
        any(_is_name(n, c.blamed) for n in row["blamed"])
        and (not row["by"] or any(_is_name(n, c.says or "") for n in row["by"]))
        for c in talks.charges
    )


def _mediation(row: Any, record: Any, talks: Any, start: int) -> bool:
    mediating = [p.name for p in talks.participants.parties if p.role == "mediates"]
    return any(_is_name(n, name) for n in row["who"] for name in mediating)


_SLOTS = {
    "gate": _gate, "refusal": _position, "demand": _position, "offer": _position, "outcome": _outcome, "blocks": _blocks,
    "meeting": _meeting, "deadline": _deadline, "blame": _blame, "mediation": _mediation,
}  # fmt: skip


def _stems(text: str) -> set[str]:
    words = {w for w in re.findall(r"[\w'’%.-]+", text.lower()) if w not in _SMALL and len(w) > 1}
    return {re.sub(r"(’s|'s|s|ed|ing|es)$", "", w.strip(".-'’")) for w in words}


def _shares(one: str | None, two: str | None, least: float = 0.4) -> bool:
    a, b = _stems(one or ""), _stems(two or "")
    return bool(a & b) and len(a & b) >= least * min(len(a), len(b))


def _is_name(one: str, two: str) -> bool:
    a, b = ({w.lower() for w in re.findall(r"[A-Z][\w’'-]+", name)} - {"the"} for name in (one, two))
    if not a or not b:
        return _shares(one, two)
    return bool({re.sub(r"(’s|'s|s)$", "", w) for w in a} & {re.sub(r"(’s|'s|s)$", "", w) for w in b})


if __name__ == "__main__":
    for (slot, kept), (right, count) in sorted(score(read_rows()).items()):
        print(f"{slot:10} {'kept' if kept else 'open':5} {right:4} of {count:4}  {right / count:.2f}")
