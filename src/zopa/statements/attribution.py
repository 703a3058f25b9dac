"""Who says what in a unit of text: source, cue and content, by named rows over the frames of its sentences.

A row looks only at predicates, members of frames and phrases. Rows are tried in the order of their weight, the heaviest first; each can be
switched off by its name and measured (`make ablate`). Pareti (2015), PARC 3.0, names the three spans.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.according import find_according
from zopa.statements.attribution_rows import ROWS
from zopa.statements.attribution_types import Attribution, Clause, Span
from zopa.statements.cues import CueVerb, cue_nouns, find_cue_verb
from zopa.statements.regions import Region, cluster_of, quotation_near, right_content, source_span
from zopa.text.lexicon import words_of
from zopa.text.words import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zopa.text.frames import Frame
    from zopa.text.quotations import Quoted
    from zopa.text.tagged import Sentence


def find_attributions(
    sentences: Sequence[tuple[Sentence, tuple[Frame, ...]]],
    quotations: Sequence[Quoted],
    level: int = -1,
    off: Collection[str] = (),
) -> list[Attribution]:
    """All attributions of a unit, in the order of their cues.

    Args:
        sentences: those of the unit with their frames.
        quotations: outer quotations of the text.
        level: -1 for the author's words, or the number of a quotation to look inside it.
        off: names of rows that are not used.
    """
    found: list[Attribution] = []
    for sentence, frames in sentences:
        here = _at_hand(quotations, sentence, sentences[0][0].start) if level < 0 else ()
        by_head = {frame.head: frame for frame in frames}
        for frame in frames:
            if sentence.quote[frame.head] != level or _bracketed(sentence, frame.head):
                continue
            made = _by_verb(sentence, by_head, frame, here, level, off) or _by_noun(
                sentence, by_head, frame, here, level, off
            )
            if made and not _is_preposition(sentence, made.source):
                found.append(made)
        if "according-to" not in off:
            found.extend(find_according(sentence, frames, level))
    return _without_doubles(sorted(found, key=lambda a: a.cue))


def _is_preposition(sentence: Sentence, source: Span | None) -> bool:
    """True for "Amid" in "Amid fears that ...", a name to the tagger."""
    return any((t.start, t.end) == source and t.low in PREPOSITIONS for t in sentence.tokens)


def _at_hand(quotations: Sequence[Quoted], sentence: Sentence, start: int) -> tuple[Quoted, ...]:
    """Quotations in the sentence, and the one in front of it in the unit that begins at `start` ("“Who pays?” X asked.")."""
    before = max(start, sentence.start - 2)
    near = quotations[
        bisect_right(quotations, before, key=lambda q: q.end) : bisect_left(
            quotations, sentence.end, key=lambda q: q.start
        )
    ]
    return tuple(q for q in near if q.start >= start)


def _bracketed(sentence: Sentence, at: int) -> bool:
    depth = 0
    for k, token in enumerate(sentence.tokens[:at]):
        if sentence.quote[k] != sentence.quote[at]:
            continue  # brackets of somebody else's words
        depth += token.text in {"(", "["}
        depth -= token.text in {")", "]"} and depth > 0
    return depth > 0


def _by_verb(
    sentence: Sentence,
    by_head: dict[int, Frame],
    frame: Frame,
    quotations: tuple[Quoted, ...],
    level: int,
    off: Collection[str],
) -> Attribution | None:
    here = {-1, sentence.quote[frame.head]}  # no word of another quotation tells who says it
    frame = replace(frame, subject=tuple(k for k in frame.subject if sentence.quote[k] in here))
    verb = find_cue_verb(sentence, frame)
    if verb is None or not _can_attribute(sentence, frame, verb):
        return None
    clause = Clause(sentence, by_head, frame, verb, quotations, level)
    region = cluster_of(sentence, frame)
    for row in ROWS:
        if row.name in off:
            continue
        spans = row.find(clause, region)
        if spans:
            feels = verb.lemma.startswith("be ") and frame.group.voice == "passive"
            source, members = source_span(sentence, replace(frame, subject=frame.object) if feels else frame)
            nobody = source is None
            cue = cue_span(sentence, frame)
            return Attribution(
                source, cue, tuple(spans), verb.kind, row.name, verb.lemma, negated=frame.group.negated,
                hedged=nobody or frame.group.hedged, members=members,
            )  # fmt: skip
    return None


def cue_span(sentence: Sentence, frame: Frame) -> Span:
    """A predicate with its particle ("lashed out"), as a span of the text."""
    words = [frame.head, *sentence.under(frame.head, "compound:prt")]
    return sentence.tokens[min(words)].start, sentence.tokens[max(words)].end


def _can_attribute(sentence: Sentence, frame: Frame, verb: CueVerb) -> bool:
    """False for a plan to say, an order to say, and a thing that cannot speak."""
    token = sentence.tokens[frame.head]
    first = frame.head  # of several infinitives only the first has "to"
    while sentence.tokens[first].relation == "conj" and sentence.tokens[sentence.tokens[first].head].form == "Inf":
        first = sentence.tokens[first].head
    marks = [sentence.tokens[k].low for k in sentence.under(first, "mark")]
    if token.form == "Inf" and "to" in marks and sentence.tokens[first].relation != "ccomp":
        return False
    if frame.marker in words_of("condition"):
        return False
    proposed = frame.marker == "as" and token.form == "Part" and verb.lemma in words_of("own_act_cue")
    if proposed or frame.link in {"amod", "compound"} or (frame.link == "acl" and "c" in verb.frames):
        return False  # "as suggested by the court, the talks": nothing is said of them; "a village called X"
    told = {sentence.tokens[k].low for k in frame.recipient}
    if (
        told & words_of("author_hearer")
        and all(sentence.tokens[k].tag != "PROPN" for k in frame.subject)
        and sentence.quote[frame.head] < 0
    ):
        thing = all(
            sentence.tokens[k].low in words_of("thing_pronoun") or sentence.tokens[k].tag == "NOUN"
            for k in frame.subject
        )
        if thing:
            return False  # "this tells me that": the author judges
    if (
        frame.group.voice == "passive"
        and not frame.subject
        and verb.lemma in words_of("hearer")
        and "c" not in verb.frames
    ):
        return False
    if frame.link == "acl" and token.form == "Part" and not token.low.endswith("ing") and not frame.subject:
        return False  # "results published in May": what stands beside them is not what was published
    heads = [sentence.tokens[k] for k in frame.subject]
    if heads and all(
        sentence.tokens[k].lemma in words_of("time_noun") and not sentence.under(k, "flat") for k in frame.subject
    ):
        return False
    if frame.group.voice == "passive" and not frame.subject and verb.lemma in words_of("charge"):
        return False  # "was accused of": nobody in particular says it
    return not (
        verb.kind == "show" and verb.lemma != "read" and heads and heads[0].tag == "PRON" and heads[0].low == "it"
    )


ROW_NAMES = (*(row.name for row in ROWS), "noun-that", "noun-quotation", "according-to")


def _by_noun(
    sentence: Sentence,
    by_head: dict[int, Frame],
    frame: Frame,
    quotations: tuple[Quoted, ...],
    level: int,
    off: Collection[str],
) -> Attribution | None:
    """ "X's warning that ...", "in a statement by X: “...”"."""
    if frame.kind != "noun" or frame.predicate not in cue_nouns():
        return None
    source_frame, denies = frame, False
    if not any(sentence.quote[k] == level for k in frame.subject):
        above = next(
            (by_head[k] for k in sentence.above(frame.head) if k in by_head and by_head[k].kind == "verb"), None
        )
        if above is None or not above.subject or above.group.voice == "passive":
            return None
        source_frame, denies = replace(frame, subject=above.subject), above.predicate in words_of("claim_denial")
    spans: list[Span] = []
    row = ""
    if frame.opened == "that" and "noun-that" not in off:
        spans, row = right_content(sentence, by_head, frame, frame.complement), "noun-that"
    elif level < 0 and "noun-quotation" not in off:
        spans, row = (
            quotation_near(sentence, frame, Region(frame.head, frame.head), quotations, behind_only=True),
            "noun-quotation",
        )
    if not spans:
        return None
    source, members = source_span(sentence, source_frame)
    token = sentence.tokens[frame.head]
    return Attribution(
        source,
        (token.start, token.end),
        tuple(spans),
        cue_nouns()[frame.predicate],
        row,
        frame.predicate,
        negated=denies,
        members=members,
    )


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """A noun and a verb, or two verbs, may announce the same words: the verb's attribution stays, of two the nearer one's."""
    weight = {row.name: row.weight for row in ROWS}
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (-weight.get(a.row, 0), abs(a.content[0][0] - a.cue[1]))):
        if not any(attribution.content[0][0] == other.content[0][0] for other in kept):
            kept.append(attribution)
    return sorted(kept, key=lambda a: a.cue)
