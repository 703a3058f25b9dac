"""The words that attribute: verbs of saying and thinking with what may follow them, and nouns ("his warning that ...").

The lexicon is ``en/cues.tsv`` and ``en/cue_nouns.tsv``; this module inflects it and finds its words in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from zopa.text.vocabulary import table_rows

if TYPE_CHECKING:
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class CueVerb:
    """An entry of the lexicon: `frames` are the letters explained at the top of the table."""

    lemma: str
    kind: str
    frames: str


@cache
def cue_verbs() -> dict[str, CueVerb]:
    """Every entry of the table by its words ("say", "point out", "be concerned")."""
    return {lemma: CueVerb(lemma, kind, frames) for lemma, kind, frames in table_rows("cues.tsv", "statements")}


def find_cue_verb(sentence: Sentence, frame: ClauseFrame) -> CueVerb | None:
    """The entry that a frame's predicate is a use of; one of two words ("speak of", "make clear") before one of one."""
    verbs = cue_verbs()
    token = sentence.tokens[frame.head]
    if frame.kind == "copula" or (frame.group.voice == "passive" and f"be {token.low}" in verbs):
        return verbs.get(f"be {token.low}")
    if frame.kind != "verb":
        return None
    behind = [
        sentence.tokens[k].lemma
        for k in sentence.children[frame.head]
        if sentence.tokens[k].tag in {"ADJ", "ADV", "ADP"}
    ]
    for word in [*(preposition for preposition, _ in frame.obliques), *behind]:
        if f"{token.lemma} {word}" in verbs:
            return verbs[f"{token.lemma} {word}"]
    return verbs.get(frame.predicate) or verbs.get(token.lemma)


@cache
def cue_nouns() -> dict[str, str]:
    """Noun, singular and plural -> kind."""
    rows = table_rows("cue_nouns.tsv", "statements")
    return {form: kind for noun, kind in rows for form in (noun, noun + "s")}
