"""What belongs together and what is left over: sentences that one quotation holds together, words outside every attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.announcements import is_bare_cue
from zopa.text.words import ADVERBS, AUXILIARIES

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.details import DraftMention
    from zopa.statements.types import Speaker
    from zopa.text.annotate import Text
    from zopa.text.sentences import Paragraph

Span = tuple[int, int]


def join_cues(spans: list[Span], paragraph: Paragraph, text: Text) -> list[Span]:
    """Sentences of a paragraph, joined where one is a quotation and the next only tells who says it: "“Who pays?” Ann Lee asked."."""
    ends = {q.end: q for q in paragraph.quoted if q.depth == 0 and q.closed}
    joined: list[Span] = []
    for start, end in spans:
        before = joined[-1] if joined else None
        quotation = ends.get(before[1]) if before else None
        if before and quotation and quotation.start == before[0]:
            last = text.document.text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
            told = text.within(start, end)
            if told and is_bare_cue(*told[0], question=last in {"?", "!", "？", "！"}):
                joined[-1] = (before[0], end)
                continue
        joined.append((start, end))
    return joined


def find_uncovered(unit: ClauseUnit, made: list[DraftMention]) -> list[tuple[int, int]]:
    """Stretches of tokens behind a clause border that belong to no attribution."""
    spans = [span for d in made for span in d.content]
    spans += [d.cue for d in made if d.cue]
    # A subject that also has another verb before the cue ("X agreed to A but reiterated B") stays free with that verb.
    spans += [
        (d.speaker.start, d.speaker.end) for d in made if d.speaker and not (d.cue and _shared(unit, d.speaker, d.cue))
    ]
    free = [not any(a <= t.start < b for a, b in spans) for t in unit.tokens]
    stretches: list[tuple[int, int]] = []
    at = 0
    while at < len(unit.tokens):
        if not free[at]:
            at += 1
            continue
        first = at
        while at < len(unit.tokens) and free[at]:
            at += 1
        last = at - 1
        while last > first and (unit.low(last) in ADVERBS or unit.low(last) in AUXILIARIES):
            last -= 1
        border = next(
            (i for i in range(first, last + 1) if unit.low(i) in {"but", ";", "while", "and"} and unit.quote[i] < 0),
            None,
        )
        if border is not None and border - first <= 3 and first > 0:
            stretches.append((border + 1, last))
        elif unit.low(last) in {"but", "and", ";", "while", "—", "–", ","} and not _adverbial(unit, first):
            stretches.append((first, last - 1))
    return [(a, b) for a, b in stretches if b > a]


def _shared(unit: ClauseUnit, speaker: Speaker, cue: tuple[int, int]) -> bool:
    """True when other words than adverbs stand between a subject and its cue: the cue is its second verb."""
    between = [t for t in unit.tokens if speaker.end <= t.start < cue[0]]
    if between and between[0].text == ",":
        return False  # an apposition: "the official, who asked not to be named, said"
    between = [t for t in between if t.is_word]
    return sum(not (t.low in ADVERBS or t.low in AUXILIARIES or t.low in {"and", "but"}) for t in between) >= 3


def _adverbial(unit: ClauseUnit, first: int) -> bool:
    low = unit.low(first)
    comma = any(t.text == "," for t in unit.tokens[first : first + 12])
    return low.endswith("ing") or (
        low in {"in", "during", "after", "at", "before", "while", "when", "as"} and not comma
    )
