"""What an attribution attributes, as a draft of a statement: its words, who says them, what is quoted inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.details import DraftMention
from zopa.statements.spans import behind_lead, covering, inner_span, said_span, tokens_of
from zopa.statements.speakers import carried, find_speaker
from zopa.statements.status import quotation_status
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.statements.attribution_types import Attribution
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.scene import Scene
    from zopa.statements.types import Speaker
    from zopa.text.annotate import Text
    from zopa.text.quotations import Quoted


def attributed(scene: Scene, unit: ClauseUnit, attribution: Attribution) -> DraftMention | None:
    """What an attribution attributes, with whoever says it; None where nothing is said."""
    content = [(behind_lead(unit, a, b), b) for a, b in attribution.content]
    spans = [span for a, b in content if (span := said_span(scene.document.plain, unit, a, b))]
    if not spans or _is_dateline(scene, attribution):
        return None
    source = tokens_of(unit, attribution.source) if attribution.source else None
    speaker, others = find_speaker(scene, unit, source) if source else (None, ())
    scene.unit_speaker = speaker if speaker and not speaker.anonymous else scene.unit_speaker
    quoted = all(covering(unit, a, b) for a, b in content)
    undenied = attribution.negated and attribution.lemma in words_of("denial")  # "did not deny that"
    whole = min(unit.start, spans[0][0]), max(unit.end, spans[-1][1])  # the tree's sentence may begin before the unit
    draft = DraftMention(
        form="quotation" if quoted else "reported",
        unit=whole,
        content=spans,
        speaker=speaker,
        others=others,
        cue=attribution.cue,
        lemma="say" if undenied else attribution.lemma,
        thought=attribution.kind == "think",
        denied=attribution.negated and not undenied,
        hedged=attribution.hedged,
    )
    if quoted:
        draft.status = quotation_status(scene, spans, speaker)
    elif draft.thought and speaker and _is_previous_speakers(scene, unit, attribution, speaker):
        draft.words_of = scene.last_speaker
    return draft


def _is_dateline(scene: Scene, attribution: Attribution) -> bool:
    """True for "Cairo: A team arrived.": before the colon stands nothing but the place of the report."""
    names = scene.names.within(*attribution.source) if attribution.lemma == ":" and attribution.source else ()
    return bool(names) and all(name.kind == "place" for name in names)


def _is_previous_speakers(scene: Scene, unit: ClauseUnit, attribution: Attribution, speaker: Speaker) -> bool:
    """True for 'He believes he will win "in a year"' right behind another's quotation: the marks are that other's words."""
    last = scene.last_speaker
    has_quotation = any(a <= q.start and q.inner_end <= b + 1 for a, b in attribution.content for q in unit.quotations)
    near = scene.sentence - scene.last_sentence == 1
    return bool(has_quotation and near and last and last.name != speaker.name and speaker.inferred)


def chain_reports(made: list[DraftMention]) -> None:
    """Give what stands inside another's reported words its attribution chain, nearest first."""
    for draft in made:
        outer = [
            o for o in made
            if o is not draft and draft.cue and any(a <= draft.cue[0] and draft.cue[1] <= b for a, b in o.content)
        ]  # fmt: skip
        outer.sort(key=lambda o: o.content[-1][1] - o.content[0][0])
        draft.reported_by = tuple(o.speaker.name for o in outer if o.speaker)
        draft.hedged = draft.hedged or any(o.hedged for o in outer)


def add_fragments(scene: Scene, drafts: list[DraftMention], unit: ClauseUnit, draft: DraftMention) -> None:
    """Quotations inside reported speech: statements of their own within it."""
    if draft.form != "reported":
        return
    for quotation in unit.quotations:
        around = [(a, b) for a, b in draft.content if a <= quotation.start and quotation.end <= b + 2]
        claimed = any(
            d.form == "quotation"
            and d.content
            and d.content[0][0] >= quotation.start
            and d.content[-1][1] <= quotation.end
            for d in drafts[-6:]
        )
        span = inner_span(scene.document.plain, quotation)
        if not around or claimed or span is None or span[0] >= around[0][1]:
            continue
        span = (span[0], min(span[1], around[0][1]))
        speaker = draft.words_of or draft.speaker
        if draft.words_of:
            speaker = carried(scene, draft.words_of)
        drafts.append(
            DraftMention(
                form="quotation", unit=draft.unit, content=[span], speaker=speaker, others=draft.others,
                cue=draft.cue, lemma=draft.lemma, status=quotation_status(scene, [span], speaker, fragment=True),
                reported_by=draft.reported_by, within=draft, denied=draft.denied,
            )
        )  # fmt: skip


def coordinated_with(
    analysed: Text, unit: ClauseUnit, quotation: Quoted, made: list[DraftMention]
) -> DraftMention | None:
    """The draft of a quotation right before this one in 'said “...” and that “...”'; None where other words stand between."""
    before = [q for q in unit.quotations if q.end <= quotation.start]
    if not before:
        return None
    between = [
        token
        for sentence, _ in analysed.within(unit.start, unit.end)
        for token in sentence.tokens
        if before[-1].end <= token.start < quotation.start and token.is_word
    ]
    if not between or any(token.tag not in {"CCONJ", "SCONJ"} and token.low != "that" for token in between):
        return None
    covers = (
        d for d in made if d.form == "quotation" and any(before[-1].start <= a < before[-1].end for a, _ in d.content)
    )
    return next(covers, None)
