"""What a quoted speaker tells of their own thinking and saying: "I suspect they will not come", "we told them that ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.attribution import find_attributions
from zopa.statements.details import DraftMention
from zopa.statements.spans import content_span
from zopa.statements.speakers import carried, is_author
from zopa.text.words import ADVERBS, CONJUNCTIONS, SUBJECT_PRONOUNS, SUBORDINATORS

if TYPE_CHECKING:
    from zopa.statements.attribution import Attribution
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.speakers import Scene

_BEFORE_A_CLAUSE = CONJUNCTIONS | SUBORDINATORS | ADVERBS | {"that"}
_MOST = 0.6  # a thought that takes up more of the quotation than this makes all of it one


def find_embedded(scene: Scene, inner: ClauseUnit, outer: DraftMention) -> list[DraftMention]:
    """What the speaker of `outer` thinks or says in `inner`, a sentence inside their quotation: statements of their own.

    Where a thought is nearly all of the quotation, `outer` is marked as a thought too. Empty where nothing is told with "I" or
    "we" and a verb of thinking or saying.
    """
    if outer.speaker is None:
        return []
    found: list[DraftMention] = []
    size = sum(b - a for a, b in outer.content)
    for attribution in find_attributions(inner):
        source = attribution.source
        if source is None or not is_author(inner, source) or attribution.frame == "left" or _inserted(inner, source[0]):
            continue
        first, last = attribution.content[0][0], _own_end(inner, attribution)
        span = content_span(scene.document.text, inner, first, last)
        if span is None:
            continue
        thought = attribution.kind == "think"
        outer.thought |= thought and span[1] - span[0] > _MOST * size
        me = inner.tokens[source[0]]
        start, end = (inner.tokens[i] for i in attribution.cue)
        found.append(
            DraftMention(
                form="quotation", unit=outer.unit, content=[span], thought=thought, status=outer.status,
                speaker=replace(carried(scene, outer.speaker), start=me.start, end=me.end), cue=(start.start, end.end),
                lemma=attribution.lemma, denied=attribution.negated, reported_by=outer.reported_by,
            )
        )  # fmt: skip
    return found


def _inserted(unit: ClauseUnit, subject: int) -> bool:
    """True for "driven, I think, by greed" without its commas: the words before it belong to what follows."""
    before = unit.low(subject - 1)
    return subject > 0 and unit.tokens[subject - 1].is_word and before not in _BEFORE_A_CLAUSE


def _own_end(unit: ClauseUnit, attribution: Attribution) -> int:
    """Last token of what is thought or said: before ", we ..." another sentence of the same breath begins."""
    first, last = attribution.content[0]
    for at in range(first + 2, last):
        if unit.low(at) == "," and unit.low(at + 1).partition("'")[0] in SUBJECT_PRONOUNS - {"that", "which", "who"}:
            return at - 1
    return last
