"""What a pair of quotation marks means: words as said, translated, a fragment, a paraphrase, or only distance (scare quotes)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.text.words import AUXILIARIES, SUBJECT_PRONOUNS

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.scene import Scene
    from zopa.statements.types import Speaker, Status
    from zopa.text.quotations import Quoted

_SCARE_WORDS = 5  # up to so many words without a cue keep distance from a word rather than quote somebody
_BACKSHIFTED = re.compile(r"\b(?:would|had|was|were|could)\b")
_PRESENT = re.compile(r"\b(?:is|are|will|have|has|we|i|our|my|us|you|your|can|do|don't|won't)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:we|i|our|my|us|me|i'm|we're|i've|we've)\b", re.IGNORECASE)


def quotation_status(
    scene: Scene, spans: list[tuple[int, int]], speaker: Speaker | None, *, fragment: bool = False
) -> Status:
    """The quotation status of ``spans`` (without the marks), said by `speaker`.

    A *paraphrase* stands in quotation marks but tells the speaker's own side in the third person and in backshifted tense;
    a *fragment* is less than a sentence; *translated* is what a speaker of another language is given as saying, unless the
    document is in a language of the speaker's own party; everything else is *verbatim*.
    """
    text = " ".join(scene.document.text[a:b] for a, b in spans)
    if not fragment and _is_paraphrase(scene, text, speaker):
        return "paraphrase"
    if fragment or _is_fragment(text):
        return "fragment"
    return "translated" if _is_translated(scene, speaker) else "verbatim"


def _is_fragment(text: str) -> bool:
    words = text.split()
    return bool(words) and text[:1].islower() and not (len(words) > 6 and any(w.lower() in AUXILIARIES for w in words))


def _is_paraphrase(scene: Scene, text: str, speaker: Speaker | None) -> bool:
    if speaker is None or speaker.party is None or _FIRST_PERSON.search(text) or not _BACKSHIFTED.search(text):
        return False
    entry = scene.vocabulary.named(speaker.party)
    own = {speaker.party, *(entry.seats if entry else ()), *(entry.aliases if entry else ())}
    third_person = any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in own if word)
    return third_person and not _PRESENT.search(text)


def _is_translated(scene: Scene, speaker: Speaker | None) -> bool:
    if speaker is None or not speaker.party or scene.document.language is None:
        return False
    entry = scene.vocabulary.named(speaker.party)
    return bool(entry and entry.languages and scene.document.language.value not in entry.languages)


def is_scare(text: str, unit: ClauseUnit, quotation: Quoted) -> bool:
    """True where quotation marks in a sentence without a cue are nobody's statement: a few words, a name, a title."""
    inner = text[quotation.inner_start : quotation.inner_end]
    words = [w for w in re.findall(r"[\w'’\-]+", inner) if w]
    if len(words) <= _SCARE_WORDS:
        told = inner[:1].isupper() and inner.rstrip().endswith((".", "!", "?"))
        return not (told and text[: quotation.start].rstrip().endswith(":"))  # 'She was blunter: "They lie."'
    title = sum(word[:1].isupper() for word in words) >= 0.7 * len(words)
    pronoun_or_verb = any(w.lower() in SUBJECT_PRONOUNS or w.lower() in AUXILIARIES for w in words)
    return title or (
        not pronoun_or_verb and len(words) <= _SCARE_WORDS + 3 and not unit.closes_quote(len(unit.tokens) - 1)
    )
