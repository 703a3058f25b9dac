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

from zopa.record.acts import code_act

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
    print(f"\n{'quality':44} {'figure':34} anchor")
    for name, measure in parts:
        try:
            for what, figure, anchor in measure():
                print(f"{what:44} {figure:34} {anchor}", flush=True)
        except BaseException as absent:
            if type(absent).__name__ != "Skipped":
                raise
            print(f"{name:44} not measured: {absent}", flush=True)


def _attribution() -> Iterator[Row]:
    scores = attribution.scores()
    anchors = {
        attribution.TRIPLE: "plain expressions .40, neural .44",
        "direct Jaccard>=0.5 + speaker": "plain expressions .44, neural .36",
    }
    for measure in dict.fromkeys(measure for measure, _ in attribution.FLOORS):
        part = scores[measure]
        shown = f"F1 {part['f1']:.3f} (P {part['p']:.3f}, R {part['r']:.3f})"
        yield f"attribution: {measure}", shown, anchors.get(measure, "")


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
