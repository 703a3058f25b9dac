"""Whom a sentence is about, by its tree: the subject of its main clause, which pronouns of later clauses and of the next sentence mean.

Subjects go on (Grosz, Joshi & Weinstein 1995, Computational Linguistics 21(2)): of several who could be meant, the subject of the clause
above or before is it. What stands inside the words said is no candidate: "Peru, he said, had left" is not said by Peru.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from zopa.statements.scene import is_plural
from zopa.text.lexicon import words_of
from zopa.text.types import Mention
from zopa.text.words import ANONYMOUS, DETERMINERS, ROLE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence

_REACH = 40  # words before a colon among which the subject stands that a pronoun behind it means
_BODIES = ("collective", "org_union", "org_company", "org_party", "org_council", "org_armed", "org_body")


def subject_of(text: Text, sentence: Sentence) -> Mention | None:
    """Whom the main clause of a sentence is about; None for a thing, a pronoun, or a sentence without a subject."""
    return _subject(text, sentence, next(k for k, token in enumerate(sentence.tokens) if token.head < 0))


def subjects_before(text: Text, start: int) -> Iterator[Mention]:
    """Subjects of earlier clauses of its sentence that a pronoun at `start` may mean, the likeliest first."""
    number = bisect_right(text.sentences, start, key=lambda s: s.start) - 1
    sentence = text.sentences[number]
    at = next((k for k, token in enumerate(sentence.tokens) if token.start == start), -1)
    if at < 0 or sentence.tokens[at].head < 0:
        return
    cue = sentence.tokens[at].head
    if sentence.tokens[at].low == "which":
        noun = next((k for k in range(at - 1, -1, -1) if sentence.tokens[k].tag not in {"ADP", "PUNCT", "VERB"}), -1)
        if noun >= 0 and (named := _whom(text, sentence, noun, speaks=True)) is not None:
            yield named  # "several associations, according to which"
        return
    above = sentence.above(at)[1:]
    behind = any(token.form in {"Fin", "Inf"} for token in sentence.tokens[cue + 1 :])
    if sentence.tokens[cue].relation == "parataxis" and not (above[0] < cue and behind):
        above = above[1:]  # what is said: "Peru, he said, had left"; not "Peru came to Lima, where, it said, it rained"
    parted = _colon(sentence, at)
    if parted:
        near = [k for k in range(max(0, parted - _REACH), parted) if k not in above and sentence.under(k, "nsubj")]
        above += sorted(near, key=lambda k: (len(sentence.above(k)), k))
    for verb in above:
        named = _subject(text, sentence, verb)
        if named is not None and named.passage.end <= start:
            yield named


def _colon(sentence: Sentence, before: int) -> int:
    """The place of the last colon before a word, outside what is quoted; 0 for none."""
    return next((k for k in range(before - 1, 0, -1) if sentence.tokens[k].text == ":" and sentence.quote[k] < 0), 0)


def _subject(text: Text, sentence: Sentence, verb: int) -> Mention | None:
    heads = [k for k in sentence.under(verb, "nsubj") if sentence.quote[k] < 0 and not sentence.under(k, "conj")]
    return next((named for k in heads if (named := _whom(text, sentence, k)) is not None), None)


def _whom(text: Text, sentence: Sentence, head: int, *, speaks: bool = False) -> Mention | None:
    """Whom a phrase names, itself or in its apposition; an office, a body or several people told by the noun alone.

    With `speaks` any noun may be it.
    """
    heads = [head, *sentence.under(head, "flat", "compound", "appos")]
    heads += [k for h in heads[1:] for k in sentence.under(h, "flat", "compound")]
    named = [m for k in heads if (m := _name_at(text, sentence.tokens[k].start)) is not None]
    person = next((m for m in named if m.kind == "person"), None)
    if person is not None:
        return person
    noun = sentence.tokens[head]
    own = _name_at(text, noun.start)
    if own is not None:
        return own
    low, party = noun.low, next((m.party for m in named if m.party), None)
    if noun.tag == "NOUN" and is_plural(low):
        sent = [m for k in sentence.behind(head, {"of"}) if (m := _name_at(text, sentence.tokens[k].start)) and m.party]
        if sent:
            return sent[0]  # "the negotiators of Sudan"
    acts = low in ROLE_NOUNS | ANONYMOUS or any(low in words_of(name) for name in _BODIES)
    if (noun.tag == "NOUN" and (acts or speaks)) or (noun.tag == "PROPN" and head > 0):
        first = min([head, *(k for k in sentence.under(head, "compound", "amod") if k < head)])
        if first < head and sentence.tokens[first].low in DETERMINERS:
            first += 1
        passage = text.document.passage(sentence.tokens[first].start, noun.end)
        office = low in ROLE_NOUNS and not is_plural(low)
        return Mention(" ".join(passage.text.split()), "role" if office else "group", party, passage)
    return None


def _name_at(text: Text, start: int) -> Mention | None:
    """The name that stands at a place, of somebody or some body that does not only own something."""
    number = bisect_right(text.names.mentions, start, key=lambda m: m.passage.start) - 1
    mention = text.names.mentions[number] if number >= 0 else None
    if mention is None or mention.passage.end <= start or mention.kind == "place" or mention.possessive:
        return None
    return mention
