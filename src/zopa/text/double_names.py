"""Names of two words with "and" between them ("Blue and White", "Marks & Spencer"): one word for whoever parses the sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Places = list[tuple[int, int]]  # (start, end) of each word of a sentence
_OFTEN = 2  # times that a text must write the name


def join_double_names(text: str, cut: Sequence[Places], known: Collection[int] = ()) -> list[Places]:
    """The words of each sentence with every such name as one of them; `known` are places where a name begins that is known already.

    It is a name where the text writes both words with capitals, at least twice, never one without the other, and once right before what it
    describes ("Blue and White leader"); no weekdays, months, offices, given names or names that are known.
    """
    words = [[text[a:b] for a, b in places] for places in cut]
    pairs = Counter(
        pair for sentence in words for k in range(len(sentence) - 2) if (pair := _pair(sentence, k)) is not None
    )
    told = {pair for pair, count in pairs.items() if count >= _OFTEN}
    if not told:
        return list(cut)
    alone = Counter(word for sentence in words for word in sentence)
    describing = {
        pair for sentence in words for k in range(len(sentence) - 3)
        if (pair := _pair(sentence, k)) in told and sentence[k + 3][0].isalpha() and _is_noun(sentence[k + 3])
    }  # fmt: skip
    named = {text[a:b] for places in cut for a, b in places if a in known}
    sure = {p for p in told & describing if all(alone[w] == pairs[p] for w in p) and not named & {*p}}
    return [_joined(places, sentence, sure) for places, sentence in zip(cut, words, strict=True)]


def _pair(words: Sequence[str], at: int) -> tuple[str, str] | None:
    """The two words of a name that begins at a place; None where none does."""
    first, link, second = words[at : at + 3]
    if link.lower() not in words_of("name_link") or not all(
        w[0].isupper() and w.isalpha() and not w.isupper() for w in (first, second)
    ):
        return None
    if at and words[at - 1][0].isupper() and words[at - 1].isalpha():
        return None  # "Ana Blue and White"
    low = {first.lower(), second.lower()}
    other = low & (words_of("time_noun") | words_of("office") | words_of("title") | words_of("given_word"))
    return None if other else (first, second)


def _is_noun(word: str) -> bool:
    """True for an office or a kind of body, which a name stands before."""
    kinds = (
        "org_company",
        "org_party",
        "org_union",
        "org_council",
        "collective",
        "office",
        "informant",
        "at_table",
        "side_noun",
    )
    low = word.lower()
    return any(low in words_of(kind) or low.removesuffix("s") in words_of(kind) for kind in kinds)


def _joined(places: Places, words: Sequence[str], names: set[tuple[str, str]]) -> Places:
    made: Places = []
    at = 0
    while at < len(places):
        if at + 2 < len(places) and _pair(words, at) in names:
            made.append((places[at][0], places[at + 2][1]))
            at += 3
        else:
            made.append(places[at])
            at += 1
    return made
