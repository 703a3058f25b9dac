"""How well it reads and compares: every measured figure with the anchors of other systems beside it.

The annotated sets lie outside the project (tests/quality says where); a line says so where one is absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality import test_acts_floor as acts
from tests.quality import test_attribution_floor as attribution
from tests.quality import test_comparison_floor as comparison
from tests.quality.ecbplus import area, read_subtopics, score_pairs
from tests.quality.edits import KINDS
from tests.quality.scoring import false_alarms, pool, score_syndication

from zopa.statements.acts import code_act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Row = tuple[str, str, str]
"""What was measured, the figure, the anchor."""


def print_quality() -> None:
    """Print the table; sets that are absent give a line that says so."""
    parts: tuple[tuple[str, Callable[[], Iterator[Row]]], ...] = (
        ("attribution", _attribution), ("acts", _acts), ("contradictions", _contradictions),
        ("syndication", _syndication), ("alignment", _alignment),
    )  # fmt: skip
    print(f"\n{'quality':70} {'figure':44} anchor")
    for name, measure in parts:
        try:
            for what, figure, anchor in measure():
                print(f"{what:70} {figure:44} {anchor}", flush=True)
        except BaseException as absent:
            if type(absent).__name__ != "Skipped":
                raise
            print(f"{name:70} not measured: {absent}", flush=True)


def _attribution() -> Iterator[Row]:
    anchors = {
        attribution.TRIPLE: "plain expressions .40, neural .44",
        attribution.DIRECT: "plain expressions .44, neural .36",
    }
    for which in ("all", "cued"):
        for measure in attribution.MEASURES:
            yield f"attribution, {which}: {measure}", _f1(which, measure, "whole"), anchors.get(measure, "")
    for measure in attribution.MEASURES:
        for part in attribution.PARTS[1:]:
            articles = attribution.scores("all", measure, part)["articles"]
            yield f"  {articles:.0f} articles {part}: {measure}", _f1("all", measure, part), ""


def _f1(which: str, measure: str, part: str) -> str:
    """F1 with its 90 % interval over articles, precision and recall."""
    found = attribution.scores(which, measure, part)
    return f"F1 {found['f1']:.3f} ({found['low']:.2f} to {found['high']:.2f}; P {found['p']:.3f}, R {found['r']:.3f})"


def _acts() -> Iterator[Row]:
    pairs = [(record["kind"], code_act(record["text"]).plover) for record in acts.read_records()]
    accuracy = sum(gold == found for gold, found in pairs) / len(pairs)
    yield "acts: accuracy", f"{accuracy:.3f}", "embeddings + regression .45"
    yield "acts: macro-F1", f"{acts.macro_f1(pairs):.3f}", "embeddings + regression .36"


def _contradictions() -> Iterator[Row]:
    for name in comparison.SETS:
        counts = comparison.counts_of(name)
        for kind in KINDS:
            precision, recall, found, made = pool(counts, kind)
            yield (
                f"contradictions, {name}: {kind}",
                f"P {precision:.3f} of {found}, R {recall:.3f} of {made}",
                "aim: P .90, R .80",
            )
        alarms = sum(len(false_alarms(text, 1, 0.7)) for text in comparison.read_set(name))
        yield f"contradictions, {name}: paraphrase", f"{alarms} where nothing was changed", "aim: 0"


def _syndication() -> Iterator[Row]:
    for name in comparison.SETS:
        for share in (0.0, 0.3, 0.6):
            rows = [
                score_syndication(text, share, 1, comparison.others_for(name)) for text in comparison.read_set(name)
            ]
            right, found, copied = (sum(row[n] for row in rows) for n in range(3))
            yield f"syndication, {name}: {share:.0%} anew", f"P {right / found:.3f}, R {right / copied:.3f}", "aim: .95"


def _alignment() -> Iterator[Row]:
    if not comparison.ECB.exists():
        yield "alignment", f"not measured: no topics at {comparison.ECB}", ""
        return
    for every, what in ((False, "annotated sentences"), (True, "all sentences")):
        scored = [score_pairs(sentences) for sentences in read_subtopics(comparison.ECB, every=every).values()]
        pooled = area([v for shared, _ in scored for v in shared], [v for _, other in scored for v in other])
        yield f"alignment on ECB+, {what}: area", f"{pooled:.3f}", "aim: > .76"
