"""Who mediates: what somebody does to bring others together, and what a text calls "Omani mediation" or "Norwegian-led talks".

Mediation is a deed towards both sides at once (Bercovitch & Gartner 2009: to communicate, to formulate, to direct): who urges both to
sign, hands each a draft, hosts, chairs or saves talks that are not its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed, Doer

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEHIND = re.compile(
    r"^(?:[-‐–\s]|’s |'s )*(?:led|brokered|mediated|hosted|sponsored|facilitated|convened|chaired|mediation|mediators?|facilitation|"
    r"facilitators?|auspices|good offices|go-betweens?|intermediar(?:y|ies))\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"[-‐–](?:led|brokered|mediated|hosted|sponsored|facilitated|convened|chaired)$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?:mediated|brokered|hosted|facilitated|chaired|convened|moderated|overseen) by|(?:mediation|auspices|chairmanship|good offices|"
    r"facilitation) (?:of|by)|mediators? from)(?: both)?(?: the)? $",
    re.IGNORECASE,
)


def mediates(deed: Deed) -> bool:
    """True for "facilitated the talks", "is mediating"; "progress would facilitate trade" mediates nothing."""
    if deed.negated:
        return False
    about = {word for m in deed.matters for word in (m.head, *m.words)} | set(deed.nouns)
    if deed.predicate in words_of("mediate"):
        return not deed.matters or bool(about & (words_of("talks") | words_of("pact")))
    words = _words(deed)
    as_such = "as" in words and any(word in words_of("mediator") | class_of("host_noun") for word in words)
    return deed.sure == "told" and as_such and bool(_bases(words) & words_of("talks"))


def brings_together(deed: Deed) -> bool:
    """True for what is done to both sides of talks at once, or to save or steer the talks; a side may do it too."""
    if deed.negated or deed.sure in {"condition", "possible"}:
        return False
    words = _words(deed)
    bases = _bases(words)
    opened = {
        base for word in deed.core.text.lower().split()[:_VERB] for base in lemma(word)
    }  # "is urging both to sign"
    if deed.predicate in class_of("done_to_both") or opened & class_of("done_to_both"):
        own = {doer.side or doer.name for doer in deed.doers}
        sides = {other.side or other.name for other in deed.others} - own
        return len(sides) > 1 or _is_to_both(words)  # "urged Peru and Chile to sign", "handed a draft to each side"
    if deed.predicate in class_of("helps_talks"):
        return bool(bases & words_of("talks")) and not _is_own(words)
    bridging = bases & class_of("bridging") and bases & class_of("gap_of_sides") and "their" not in words
    return bool(bridging or (_is_own(words) and "mediation" in words))


def steers(deed: Deed, table: Container[str]) -> bool:
    """True for what somebody outside asks of those at the table: that they talk, meet or settle ("urged Peru to accept the truce").

    Args:
        deed: what is done.
        table: the sides that are told to deal with each other; whoever is one of them steers nothing.
    """
    own = {name for doer in deed.doers for name in (doer.name, doer.side) if name}
    if not table or not own or any(name in table for name in own) or deed.negated:
        return False
    about = {base for m in deed.matters for word in (m.head, *m.words) for base in lemma(word)} | set(deed.nouns)
    settling = (
        words_of("talks") | words_of("pact") | words_of("encounter") | words_of("agree_verb") | words_of("talk_verb")
    )
    asked = {other.side or other.name for other in deed.others}
    opened = {base for word in deed.core.text.lower().split()[:_VERB] for base in lemma(word)}
    to_side = any(side in table for side in asked) and bool(opened & class_of("done_to_both"))
    return bool(about & settling) and (to_side or deed.stance in {"wants", "offers"})


_VERB = 3  # words of a deed among which its verb stands


def _words(deed: Deed) -> list[str]:
    return [word.lower() for word in _WORD.findall(deed.words.text)]


def _bases(words: list[str]) -> set[str]:
    return {base for word in words for base in lemma(word)}


def _is_to_both(words: list[str]) -> bool:
    """True for "both", "each side", "the two parties", "the warring sides" among the words."""
    for k, word in enumerate(words):
        both = word in class_of("both_word") and set(words[k + 1 : k + _NEAR]) & class_of("side_plural")
        if both or (
            word in class_of("side_plural")
            and word.endswith("s")
            and set(words[max(0, k - 2) : k]) & (words_of("definite") | class_of("both_word"))
        ):
            return True
    return False


_NEAR = 4  # words behind "both" in which the sides stand


def _is_own(words: list[str]) -> bool:
    return bool(set(words) & words_of("own_possessive"))


def is_mediator(doer: Doer) -> bool:
    """True for "Omani mediators", "the go-between"."""
    return bool(set(doer.name.lower().split()) & words_of("mediator"))


def mediators_told(record: Record) -> Iterator[tuple[str, Passage]]:
    """(side, words) of each name that a text calls mediator by a phrase: "Omani mediation", "talks brokered by Norway"."""
    sentences = sorted({deed.passage for deed in record.deeds}, key=lambda passage: passage.start)
    for mention in record.mentions:
        if mention.kind not in {"state", "organisation", "group"} or mention.inferred:
            continue
        before = bisect_right(sentences, mention.passage.start, key=lambda passage: passage.start)
        if not before or sentences[before - 1].end <= mention.passage.start:
            continue  # no sentence with a deed
        sentence = sentences[before - 1]
        at, end = mention.passage.start - sentence.start, mention.passage.end - sentence.start
        told = _INSIDE.search(mention.passage.text) or _BEHIND.match(sentence.text[end : end + _REACH])
        if told or _BEFORE.search(sentence.text[max(0, at - _REACH) : at]):
            yield mention.party or mention.name, sentence


_REACH = 40  # characters around a name
