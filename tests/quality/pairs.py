"""Scores the comparison of accounts on pairs of short texts: what both tell, what cannot both be so, and what only looks like either.

A helper read press texts of several outlets on one round of talks and noted, without their words, which facts two outlets tell and how
either words it; from these skeletons others wrote pairs with invented names. A third of them agree on nothing and contradict in nothing
(an offer and the counter-offer, two days, a part and the whole). Half of the rows ("kept": true) were opened by nobody who wrote rules.
`python -m tests.quality.pairs` prints both halves. The texts are too short to tell whether they are of one story: they are taken to be.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

from zopa.accounts import Comparison, compare_accounts
from zopa.accounts.stories import Stories
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

ROWS = Path(__file__).with_name("pairs.jsonl")
DAY = "2031-03-12"  # on which a text was written that tells no other
RELATIONS = ("agree", "contradict", "neither")
_AGAINST = frozenset({"contradicted", "opposed-judgement"})


def read_rows() -> list[dict[str, Any]]:
    """All rows: fact, relation, kept, and two texts of three sentences of which the second counts."""
    return [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]


def score(rows: list[dict[str, Any]]) -> dict[tuple[str, str], int]:
    """(relation as written, relation as found) -> rows."""
    return Counter((row["relation"], found_relation(row)) for row in rows)


def found_relation(row: dict[str, Any]) -> str:
    """What a comparison finds between the two sentences: a contradiction goes before an agreement."""
    documents = [_document(name, row[name]) for name in "ab"]
    with patch.object(Stories, "together", _always), patch.object(Stories, "close", _always):
        comparison = compare_accounts(documents, [read_record(d, default_vocabulary()) for d in documents])
    told = _between(comparison, {d.id: _span(d.text, row[d.id]["sentence"]) for d in documents})
    return "contradict" if told & _AGAINST else "agree" if "corroborated" in told else "neither"


def _between(comparison: Comparison, spans: dict[str, tuple[int, int]]) -> set[str]:
    """The relations of findings that touch both sentences."""
    found: set[str] = set()
    for finding in comparison.findings:
        touched = {p.source for p in finding.passages if p.start < spans[p.source][1] and p.end > spans[p.source][0]}
        if len(touched) > 1:
            found.add(finding.relation)
    return found


def _document(name: str, told: dict[str, str]) -> Document:
    text = f"{told['before']} {told['sentence']} {told['after']}"
    published = Guess(told.get("day", DAY), "given")
    return Document(
        name, f"{name}.txt", text, name * 8, "text", "utf-8", published=published, language=Guess("en", "given")
    )


def _span(text: str, sentence: str) -> tuple[int, int]:
    start = text.index(sentence)
    return start, start + len(sentence)


def _always(_stories: Stories, _a: object, _b: object) -> bool:
    return True


if __name__ == "__main__":
    for kept in (False, True):
        counts = score([row for row in read_rows() if row["kept"] == kept])
        for relation in RELATIONS:
            shown = "  ".join(f"{found} {counts.get((relation, found), 0):3}" for found in RELATIONS)
            print(f"{'kept' if kept else 'open':5} {relation:10} found as: {shown}")
