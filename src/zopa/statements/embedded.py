"""What a quoted speaker tells of their own thinking and saying: "I suspect they will not come", "we told them that ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.details import DraftMention
from zopa.statements.spans import said_span, tokens_of
from zopa.statements.speakers import carried, is_author
from zopa.text.words import ADVERBS, CONJUNCTIONS, SUBORDINATORS

if TYPE_CHECKING:
    from zopa.statements.attribution_types import Attribution
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.scene import Scene

_BEFORE_A_CLAUSE = CONJUNCTIONS | SUBORDINATORS | ADVERBS | {"that"}
_MOST = 0.6  # a thought that takes up more of the quotation than this makes all of it one


def find_embedded(scene: Scene, inner: ClauseUnit, outer: DraftMention, told: list[Attribution]) -> list[DraftMention]:
    """What the speaker of `outer` thinks or says in `inner`, a sentence inside their quotation: statements of their own.

    Where a thought is nearly all of the quotation, `outer` is marked as a thought too. Empty where nothing is told with "I" or
    "we" and a verb of thinking or saying.
    """
    if outer.speaker is None:
        return []
    found: list[DraftMention] = []
    size = sum(b - a for a, b in outer.content)
    for attribution in told:
        source = tokens_of(inner, attribution.source) if attribution.source else None
        inserted = attribution.row == "clause-before" or (source is not None and _inserted(inner, source[0]))
        if source is None or inserted or not is_author(inner, source):
            continue
        span = said_span(scene.document.text, inner, *attribution.content[0])
        if span is None:
            continue
        thought = attribution.kind == "think"
        outer.thought |= thought and span[1] - span[0] > _MOST * size
        me = inner.tokens[source[0]]
        found.append(
            DraftMention(
                form="quotation", unit=outer.unit, content=[span], thought=thought, status=outer.status,
                speaker=replace(carried(scene, outer.speaker), start=me.start, end=me.end), cue=attribution.cue,
                lemma=attribution.lemma, denied=attribution.negated, reported_by=outer.reported_by,
            )
        )  # fmt: skip
    return found


def _inserted(unit: ClauseUnit, subject: int) -> bool:
    """True for "driven, I think, by greed" without its commas: the words before it belong to what follows."""
    before = unit.low(subject - 1)
    return subject > 0 and unit.tokens[subject - 1].is_word and before not in _BEFORE_A_CLAUSE
