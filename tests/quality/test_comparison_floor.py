"""Floors of the comparison of accounts: contradictions by kind over known edits, copied passages, alignment on ECB+.

Second accounts are made in memory (`edits`) from three sets: Wikinews articles outside the project, the shipped digests,
and invented documents. Of each set the rules were written looking at the errors on every second text; the figures of the
other half are in docs/accounts.md. The floors are for all of a set, and say only that nothing is lost.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import pytest
from benchmarks.generate import generate_document

from .ecbplus import area, read_subtopics, score_pairs
from .edits import KINDS
from .scoring import (
    CONDITIONS,
    Counts,
    Text,
    bootstrap,
    false_alarms,
    pool,
    read_digests,
    read_wikinews,
    score_edits,
    score_syndication,
)

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("ZOPA_SHARED_DATA", ROOT.parent / "shared" / "data"))
WIKINEWS = SHARED / "attribution" / "wikinews_dev.jsonl"
ECB = SHARED / "accounts" / "ecbplus_dev.jsonl"
DIGESTS = ROOT / "examples" / "moscow-2025" / "sources"
SHA256 = {
    "wikinews": "da18df069d3a8986fbdcad986abddca001c2f0599acd0116b2501b2679fa7528",
    "digests": "78e6b8d6f4b758b9c3bee40350c66ad31db3a877d6182c1ea90725fa821be030",
    "invented": "a586a80db2632573f0b0bc7fa833465d56452351aab3509312faf06a63c08adf",
    "ecbplus": "772cb3fa76b394eddb834e72d6d210f2d1597fb4fc6ab73fd94a432122ce02d1",
}
SETS = ("wikinews", "digests", "invented")
FLOOR_PRECISION, FLOOR_RECALL = 0.95, 0.85
FLOOR_RECALL_OF = {("digests", "act"): 0.85, ("wikinews", "speaker"): 0.85}
FLOOR_SYNDICATION = 0.975  # precision and recall of words, whatever share of the sentences is written anew
FLOOR_AREA = {False: 0.79, True: 0.785}  # sentences annotated throughout; all sentences


def check_hash(name: str, data: bytes) -> None:
    assert hashlib.sha256(data).hexdigest() == SHA256[name], f"the floors were measured on another set of {name}"


@cache
def read_set(name: str) -> tuple[Text, ...]:
    """The texts of a set, whose hash must be the one the floors were measured on."""
    if name == "wikinews":
        if not WIKINEWS.exists():
            pytest.skip(f"no articles at {WIKINEWS}")
        check_hash(name, WIKINEWS.read_bytes())
        return tuple(read_wikinews(WIKINEWS))
    if name == "digests":
        check_hash(name, b"".join(path.read_bytes() for path in sorted(DIGESTS.glob("*.md"))))
        return tuple(read_digests(DIGESTS))
    texts = tuple(Text(f"invented-{n}", generate_document(n, 600), "2024-03-20") for n in range(8))
    check_hash(name, "".join(text.text for text in texts).encode())
    return texts


@cache
def counts_of(name: str) -> tuple[Counts, ...]:
    texts, others = read_set(name), others_for(name)
    return tuple(score_edits(text, condition, 1, others) for text in texts for condition in CONDITIONS)


def others_for(name: str) -> tuple[Text, ...]:
    """Texts whose sentences are mixed in; invented texts share too many patterns to be mixed with each other."""
    return read_set("digests" if name == "invented" else name)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SETS)
def test_contradictions_hold_their_floor(name: str, kind: str) -> None:
    """Of each kind of edit nearly all are found, and hardly anything else is called a contradiction of that kind."""
    counts = counts_of(name)
    precision, recall, found, made = pool(counts, kind)
    low, high = bootstrap([(sum(one.edits[kind]), len(one.edits[kind])) for one in counts])
    told = f"{name}, {kind}: precision {precision:.3f} of {found}, recall {recall:.3f} of {made} (90 %: {low:.3f} to {high:.3f})"
    notes = [note for one in counts for note in one.notes if f" {kind}\n" in note or note.startswith("WRONG")]
    assert precision >= FLOOR_PRECISION, "\n".join([told, *notes[:8]])
    assert recall >= FLOOR_RECALL_OF.get((name, kind), FLOOR_RECALL), "\n".join([told, *notes[:8]])


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_no_other_kind_is_found(name: str) -> None:
    """Edits of five kinds bring no contradictions of a sixth."""
    assert [
        kind for one in counts_of(name) for kind, found in one.findings.items() if kind not in KINDS and found
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("rewords", [0.0, 0.7])
@pytest.mark.parametrize("name", SETS)
def test_no_contradiction_without_an_edit(name: str, rewords: float) -> None:
    """A text contradicts neither its own copy nor a light paraphrase of it."""
    assert [f.why for text in read_set(name) for f in false_alarms(text, 1, rewords)] == []


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.0, 0.2, 0.4, 0.6])
@pytest.mark.parametrize("name", SETS)
def test_syndication_holds_its_floor(name: str, share: float) -> None:
    """Copied sentences are found as shared, and new ones are not, whatever share is written anew."""
    rows = [score_syndication(text, share, 1, others_for(name)) for text in read_set(name)]
    right, found, copied = (sum(row[n] for row in rows) for n in range(3))
    low, high = bootstrap([(row[0], row[2]) for row in rows])
    told = f"{name}, {share:.0%} anew: precision {right / found:.3f}, recall {right / copied:.3f} (90 %: {low:.3f} to {high:.3f})"
    assert right / found >= FLOOR_SYNDICATION, told
    assert right / copied >= FLOOR_SYNDICATION, told


@pytest.mark.slow
@pytest.mark.parametrize("every", [False, True])
def test_alignment_holds_its_floor(every: bool) -> None:
    """Sentences of two documents about one event are told from others by the terms that alignment uses."""
    if not ECB.exists():
        pytest.skip(f"no ECB+ topics at {ECB}")
    check_hash("ecbplus", ECB.read_bytes())
    scored = {name: score_pairs(sentences) for name, sentences in read_subtopics(ECB, every=every).items()}
    pooled = area(
        [v for shared, _ in scored.values() for v in shared], [v for _, other in scored.values() for v in other]
    )
    parts = ", ".join(f"{name} {area(*pairs):.3f}" for name, pairs in scored.items())
    assert pooled >= FLOOR_AREA[every], f"area {pooled:.3f}; by subtopic: {parts}"


def test_the_edits_are_the_same_for_the_same_seed() -> None:
    """What is measured can be measured again, and each edit lies where it says."""
    texts = read_set("digests")
    first, second = (score_edits(text, "versions", 1, texts) for text in (texts[0], texts[0]))
    assert (first.edits, first.findings) == (second.edits, second.findings)
    assert sum(len(hits) for hits in first.edits.values()) > 3
