"""Precision and recall of contradictions by kind, and of copied passages, over second accounts made by `edits`."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from zopa.accounts import compare_accounts
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .edits import KINDS, Edited, Plan, edit_text, sentences_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zopa.accounts import Comparison, Finding
    from zopa.statements import Record

SLOTS = {
    "figure": "number",
    "date": "date",
    "speaker": "speaker",
    "polarity": "polarity",
    "act": "act",
    "status": "polarity",
}
"""Which kind of edit a finding's slot tells of."""
CONDITIONS = {
    "versions": Plan(dict.fromkeys(KINDS, 2)),
    "reworded": Plan(dict.fromkeys(KINDS, 2), drop=0.15, rewords=0.7),
    "rewritten": Plan(dict.fromkeys(KINDS, 2), drop=0.1, rewords=0.3, anew=0.4),
}
"""What the second account is: a copy with changes; a light paraphrase with sentences dropped; the same mixed with others."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be edited, with spans known to name speakers."""

    id: str
    text: str
    day: str
    speakers: tuple[tuple[int, int], ...] = ()


@dataclass
class Counts:
    """What was found of one text: (found, all) of edits, (right, all) of findings, by kind."""

    edits: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    findings: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)


def read_wikinews(path: Path) -> list[Text]:
    """The annotated articles, with the spans of their speakers."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Text(
            row["id"], row["text"], "2020-01-15",
            tuple(sorted({(s[0], s[1]) for a in row["attributions"] for s in a["source"]})),
        )
        for row in rows
    ]  # fmt: skip


def read_digests(folder: Path) -> list[Text]:
    """The shipped digests, without what stands above the text."""
    texts: list[Text] = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        body = text.split("\n---\n", 1)[1] if text.startswith("---") else text
        texts.append(Text(path.stem, body.strip(), path.stem[:10]))
    return texts


@cache
def read_text(key: str, text: str, day: str) -> tuple[Document, Record]:
    """A document of `text` and what is read in it."""
    document = Document(key, "-", text, key, "text", published=Guess(day, "given"), language=Guess("en", "given"))
    return document, read_record(document, default_vocabulary())


def compare_texts(day: str, *texts: str) -> Comparison:
    """The comparison of texts of one day."""
    read = [read_text(f"d{number}", text, day) for number, text in enumerate(texts)]
    return compare_accounts([document for document, _ in read], [record for _, record in read])


def between(comparison: Comparison) -> list[Finding]:
    """Contradictions between documents."""
    found = [f for f in comparison.findings if f.relation == "contradicted"]
    return [f for f in found if len({p.source for p in f.passages}) > 1]


def make_second(text: Text, plan: Plan, seed: int, others: Sequence[Text]) -> Edited:
    """A second account of `text`; what is written anew comes from `others`."""
    mixed = tuple(s for other in others if other.id != text.id for s in sentences_of(other.text)) if plan.anew else ()
    plan = Plan(plan.changes, plan.drop, plan.rewords, plan.anew, mixed)
    return edit_text(text.text, plan, seed, text.speakers)


def score_edits(text: Text, condition: str, seed: int, others: Sequence[Text]) -> Counts:
    """How the contradictions between a text and a second account of it fit the edits."""
    edited = make_second(text, CONDITIONS[condition], seed, others)
    counts = Counts()
    found = between(compare_texts(text.day, text.text, edited.text))
    hit: set[int] = set()
    for finding in found:
        kind = SLOTS.get(finding.slot, finding.slot)
        fits = [n for n, e in enumerate(edited.edits) if e.kind == kind and covers(finding, e.first, e.second)]
        hit.update(fits)
        counts.findings[kind].append(bool(fits))
        if not fits:
            counts.notes.append(
                f"WRONG {text.id} {condition} {finding.slot} {finding.why} {[p.text for p in finding.passages]}"
            )
    for number, edit in enumerate(edited.edits):
        counts.edits[edit.kind].append(number in hit)
        if number not in hit:
            one, two = text.text[slice(*edit.first)], edited.text[slice(*edit.second)]
            counts.notes.append(f"MISSED {text.id} {condition} {edit.kind}\n    {one}\n    {two}")
    return counts


def covers(finding: Finding, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """True when the finding has a passage at the edited sentence in both accounts."""
    places = {"d0": first, "d1": second}
    met = {p.source for p in finding.passages if p.start < places[p.source][1] and places[p.source][0] < p.end}
    return met == set(places)


def false_alarms(text: Text, seed: int, rewords: float) -> list[Finding]:
    """Contradictions between a text and a copy or paraphrase of it without changes."""
    edited = edit_text(text.text, Plan({}, drop=rewords / 5, rewords=rewords), seed, text.speakers)
    return between(compare_texts(text.day, text.text, edited.text))


def score_syndication(text: Text, share: float, seed: int, others: Sequence[Text]) -> tuple[int, int, int]:
    """(words rightly found as shared, found, truly shared) where `share` of the sentences is written anew."""
    edited = make_second(text, Plan({}, anew=share), seed, others)
    overlaps = compare_texts(text.day, text.text, edited.text).overlaps
    found = {place for o in overlaps for _, p in o.passages for place in range(p.start, p.end)}
    copied = {place for _, (start, end) in edited.copied for place in range(start, end)}
    starts = [
        m for m in range(len(edited.text)) if edited.text[m].isalnum() and (m == 0 or not edited.text[m - 1].isalnum())
    ]
    return (
        sum(place in found and place in copied for place in starts),
        sum(place in found for place in starts),
        sum(place in copied for place in starts),
    )


def pool(counts: Sequence[Counts], kind: str) -> tuple[float, float, int, int]:
    """(precision, recall, findings, edits) of a kind over texts."""
    findings = [right for one in counts for right in one.findings[kind]]
    edits = [found for one in counts for found in one.edits[kind]]
    precision = sum(findings) / len(findings) if findings else 1.0
    return precision, sum(edits) / len(edits) if edits else 1.0, len(findings), len(edits)


def bootstrap(values: Sequence[tuple[float, float]], seed: int = 1, rounds: int = 400) -> tuple[float, float]:
    """90 % interval of a ratio of sums over articles, by drawing articles with replacement."""
    dice = random.Random(seed)
    ratios: list[float] = []
    for _ in range(rounds):
        drawn = dice.choices(values, k=len(values))
        ratios.append(sum(a for a, _ in drawn) / max(1e-9, sum(b for _, b in drawn)))
    ratios.sort()
    return ratios[rounds // 20], ratios[-rounds // 20]


def count_kinds(counts: Sequence[Counts]) -> Counter[str]:
    """Edits by kind."""
    return Counter(kind for one in counts for kind, hits in one.edits.items() for _ in hits)
