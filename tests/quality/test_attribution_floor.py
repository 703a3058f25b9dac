"""Floors of the statement reader on the visible Wikinews texts of GUM, which lie outside the project; skipped where absent.

Scored are statements with a speaker, in two ways. *all*: every one, those too that carry the speaker over from the sentence
before (`cue` is None, `speaker.inferred`). *cued*: only those that a word, a label or a mark attributes. The set annotates
clauses of attribution, so a quotation without one beside it counts as wrong there, whoever said it; a reader needs it. A
fragment within reported speech is left out, because the set annotates the reported speech as one span.

The first rules were written looking at all twelve articles. On 25 November 2026 rules were added looking only at the errors on
the half called *read-first*, and scored on *read-last*, whose errors nobody had looked at since: F1 of direct quotations (all)
went from .655 to .698 and from .400 to .462, of triples from .713 to .719 and from .580 to .609. Then the errors of read-last
were looked at too (.500 and .685). The halves are parted by a hash of the articles' ids.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from zopa.sources import Document
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .scoring import bootstrap

if TYPE_CHECKING:
    from zopa.statements import Statement

SHARED = Path(os.environ.get("ZOPA_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
TEXTS = SHARED / "attribution" / "wikinews_dev.jsonl"
SCORER = SHARED.parent / "tools" / "score_attribution.py"
SHA256 = "da18df069d3a8986fbdcad986abddca001c2f0599acd0116b2501b2679fa7528"
TRIPLE, DIRECT, OVERLAP = (
    "triple (content J>=.5 + source overlap)",
    "direct Jaccard>=0.5 + speaker",
    "content token overlap",
)
MEASURES = (TRIPLE, DIRECT, OVERLAP)
PARTS = ("whole", "read-first", "read-last")
FLOORS = {
    ("all", TRIPLE, "f1"): 0.725,
    ("all", TRIPLE, "p"): 0.765,
    ("all", TRIPLE, "r"): 0.69,
    ("all", DIRECT, "f1"): 0.63,
    ("all", OVERLAP, "f1"): 0.76,
    ("cued", TRIPLE, "f1"): 0.745,
    ("cued", DIRECT, "f1"): 0.68,
    ("cued", OVERLAP, "f1"): 0.78,
}
"""(which statements, measure, part of it) -> floor on the whole set, slightly below what was measured.

Lowered when the rows over characters, which had been written while these articles were read (.69 triple F1 here, about .61 elsewhere), gave
way to rows over frames: .627 triple F1, .693 precision. Raised on the same day to .733 and .774, when the slips of the trees that these
articles showed were mended as kinds, each rule tested on sentences of our own: what it is elsewhere is measured by others.
"""

Counts = tuple[int, int, int]
"""Right, wrong and missed of one article."""


def part_of(article: str) -> str:
    """The half that an article belongs to."""
    return PARTS[1 + hashlib.sha256(article.encode()).digest()[0] % 2]


@cache
def counts(which: str) -> dict[str, dict[str, Counts]]:
    """Article -> measure -> counts, of the statements that `which` names."""
    if not (TEXTS.exists() and SCORER.exists()):
        pytest.skip(f"no annotated texts at {TEXTS}, or no scorer at {SCORER}")
    data = TEXTS.read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHA256, "the floors were measured on another set"
    spec = importlib.util.spec_from_file_location("score_attribution", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    result: dict[str, dict[str, Counts]] = {}
    for text in (json.loads(line) for line in data.decode().splitlines() if line.strip()):
        scored = scorer.score([text], {text["id"]: {"attributions": attributions(text, which)}})
        none = {"tp": 0, "fp": 0, "fn": 0}
        rows = {measure: scored.get(measure, none) for measure in MEASURES}
        result[text["id"]] = {measure: (row["tp"], row["fp"], row["fn"]) for measure, row in rows.items()}
    return result


def scores(which: str, measure: str, part: str = "whole") -> dict[str, float]:
    """Precision, recall and F1 over the articles of a part, and the 90 % interval of F1 over articles."""
    rows = [row[measure] for article, row in counts(which).items() if part in {"whole", part_of(article)}]
    right, wrong, missed = (sum(row[n] for row in rows) for n in range(3))
    low, high = bootstrap([(2 * a, 2 * a + b + c) for a, b, c in rows])
    return {
        "p": right / max(1, right + wrong), "r": right / max(1, right + missed),
        "f1": 2 * right / max(1, 2 * right + wrong + missed), "low": low, "high": high, "articles": len(rows),
    }  # fmt: skip


def attributions(text: dict[str, Any], which: str) -> list[dict[str, list[list[int]]]]:
    """What the reader attributes in a text, as the scorer takes it."""
    document = Document(text["id"], "", text["text"], "", "text")
    statements = read_record(document, default_vocabulary()).statements
    attributed = [s for s in statements if s.form != "own-voice" and s.within is None and s.speaker]
    return [_as_spans(s) for s in attributed if s.cue or which == "all"]


def _as_spans(statement: Statement) -> dict[str, list[list[int]]]:
    speaker, cue = statement.speaker, statement.cue
    return {
        "source": [[speaker.start, speaker.end]] if speaker else [],
        "cue": [[cue.start, cue.end]] if cue else [],
        "content": [[part.start, part.end] for part in statement.content],
    }


@pytest.mark.parametrize(("which", "measure", "part"), list(FLOORS))
def test_attribution_holds_its_floor(which: str, measure: str, part: str) -> None:
    """Who said what is found as often, and as rightly, as before."""
    assert scores(which, measure)[part] >= FLOORS[which, measure, part]


@pytest.mark.parametrize("which", ["all", "cued"])
@pytest.mark.parametrize("measure", MEASURES)
def test_the_half_read_last_lies_within_what_chance_allows(which: str, measure: str) -> None:
    """Articles looked at last are read no worse than the interval of the whole set lets expect, with room for five articles."""
    whole, last = scores(which, measure), scores(which, measure, "read-last")
    assert last["high"] >= whole["low"], (whole, last)
    assert whole["low"] <= whole["f1"] <= whole["high"]


def test_every_article_is_in_one_half() -> None:
    """The halves are fixed by a hash, and neither is empty."""
    articles = list(counts("all"))
    halves = [[a for a in articles if part_of(a) == part] for part in PARTS[1:]]
    assert sorted(halves[0] + halves[1]) == sorted(articles)
    assert [len(half) for half in halves] == [7, 5]
