"""The run of words that is one name: over hyphens and ampersands, between an office and a person, inside a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence


BODY_KINDS = ("union", "party", "armed", "council", "company", "body")


def name_run(sentence: Sentence, head: int) -> tuple[int, int]:
    """First and last of the proper nouns around a head, offices in front of them left out."""
    tokens = sentence.tokens
    first = last = head
    while (
        first > 0
        and (tokens[first - 1].tag == "PROPN" or tokens[first - 1].low in words_of("name_particle"))
        and tokens[first - 1].low not in words_of("time_noun")
        and not _is_glued_small(sentence, first - 1)
        and (tokens[first - 1].low not in words_of("office") | words_of("title"))
        and sentence.quote[first - 1] == sentence.quote[head]
        and _same_name(sentence, first - 1, head)
    ):
        first -= 1
    while (
        last + 1 < len(tokens)
        and (
            tokens[last + 1].tag == "PROPN"
            or (
                tokens[last + 1].tag == "NUM"
                and tokens[last + 1].relation in {"flat", "nummod"}
                and first <= tokens[last + 1].head <= last
                and tokens[last + 1].text.isdigit()
            )
        )
        and tokens[last + 1].low not in words_of("time_noun")
        and not _is_office_before_name(sentence, last + 1)
        and (_same_name(sentence, last + 1, head))
    ):
        last += 1
    while first < last and (
        tokens[first].low in words_of("office") | words_of("title") or _ends_portfolio(sentence, first)
    ):
        first += 1
    while last > first and tokens[last].low in words_of("compass") and _holds_office(sentence, last + 1):
        last -= 1  # "Coast Party Northern leader X"
    first, last = _over_ampersand(sentence, first, last)
    first, last = _over_hyphens(sentence, first, last)
    while first > 1 and _is_part_of_name(sentence, first - 1, head):
        first -= 1
    body = last - _PERSON  # "Secretary of the Security Council Saeed Jalili"
    if body > first and tokens[body].low in words_of("org_council") and _may_be_person(sentence, body + 1, last):
        return (body + 1, last) if head > body else (first, body)
    if last - first == _PERSON and _heads_plural(sentence, first) and _may_be_person(sentence, first + 1, last):
        return (first + 1, last) if head > first else (first, first)  # "head of the Greens Jo Vandel"
    for k in range(last - 1, first, -1):  # "Defence Minister Tomas Averin"
        if tokens[k].low in words_of("portfolio_office") | words_of("title") | words_of("house_member"):
            return k + 1, last
    return first, last


def _is_glued_small(sentence: Sentence, at: int) -> bool:
    """True for "Orthodox" in "ultra-Orthodox": a capital that a hyphen glues to a small word opens no name."""
    tokens = sentence.tokens
    if is_glued_whole(tokens[at].text):
        return True
    return at > 1 and _is_glued(sentence, at - 1) and tokens[at - 2].text.islower()


def is_glued_whole(word: str) -> bool:
    """True for "pro-Western", "ultra-Orthodox": a small word that is no part of a name, and a capital ("al-Nour" is a name)."""
    first, dash, second = word.partition("-")
    return (
        bool(dash) and first.islower() and second[:1].isupper() and first not in words_of("name_particle") | _ARTICLES
    )


_ARTICLES = frozenset("an ar as ash ad at az".split())  # forms of the Arabic article before letters of the sun


def _heads_plural(sentence: Sentence, at: int) -> bool:
    """True for "Greens" in "head of the Greens": a plural with its article behind an office."""
    before = [t.low for t in sentence.tokens[max(0, at - 3) : at]]
    plural = sentence.tokens[at].low.endswith("s") and before[1:] == ["of", "the"]
    return plural and before[0] in words_of("office")


_PERSON = 2  # words of somebody's name


def _may_be_person(sentence: Sentence, first: int, last: int) -> bool:
    """True for words of letters of which none tells an office or a body."""
    words = sentence.tokens[first : last + 1]
    telling = words_of("office").union(*(words_of(f"org_{kind}") for kind in BODY_KINDS))
    return all(t.low.replace("-", "").isalpha() and t.low not in telling for t in words)


def _ends_portfolio(sentence: Sentence, at: int) -> bool:
    """True for "Affairs" in "Minister of Foreign Affairs Lena Orr": what she looks after is no part of her name."""
    tokens = sentence.tokens
    before = {t.low for t in tokens[max(0, at - 3) : at]}
    return tokens[at].low in words_of("portfolio") and "of" in before and bool(before & words_of("office"))


def _holds_office(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low in words_of("office")


def _is_office_before_name(sentence: Sentence, at: int) -> bool:
    """True for "President" in "Port Association President Ana Lind"."""
    tokens = sentence.tokens
    offices = words_of("office") - words_of(
        "portfolio_office"
    )  # "Fisheries Minister X": Fisheries is what X looks after
    return tokens[at].low in offices and at + 1 < len(tokens) and tokens[at + 1].tag == "PROPN"


def _over_hyphens(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The name with the words that hyphens glue to it: "Tehreek-e-Taliban"."""
    while first > 1 and sentence.tokens[first - 2].tag == "PROPN" and _is_glued(sentence, first - 1):
        first -= 2
    while last + 2 < len(sentence.tokens) and _is_glued(sentence, last + 1) and _goes_on(sentence, last + 2):
        last += 2
    return first, last


def _goes_on(sentence: Sentence, at: int) -> bool:
    """True for a name behind a hyphen, and for a small syllable that belongs to it: "Kim Jong-un"."""
    token = sentence.tokens[at]
    return token.tag == "PROPN" or (token.text.islower() and token.relation == "flat")


def _is_glued(sentence: Sentence, at: int) -> bool:
    """True for a hyphen with no blank on either side."""
    before, hyphen, behind = sentence.tokens[at - 1 : at + 2]
    return hyphen.text in _HYPHENS and before.end == hyphen.start and hyphen.end == behind.start


_HYPHENS = frozenset("-‑")


def _over_ampersand(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The name with what an ampersand joins to it: "Orr & Sons", "Tolv & i Holdings"."""
    tokens = sentence.tokens
    while first > 1 and "&" in {tokens[first - 1].low, tokens[first - 2].low}:
        begin = first - 2 if tokens[first - 1].low == "&" else first - 3
        if begin < 0 or not tokens[begin].text[0].isupper():
            break
        first = begin
    while last + 2 < len(tokens) and tokens[last + 1].low == "&":
        last += 2
        while last + 1 < len(tokens) and tokens[last + 1].tag == "PROPN" and tokens[last + 1].text[0].isupper():
            last += 1
    return first, last


def _is_part_of_name(sentence: Sentence, at: int, head: int) -> bool:
    """True for a capital in the middle of a sentence before the name of a body: "the Red Party"."""
    token = sentence.tokens[at]
    capital = token.tag in {"ADJ", "NOUN"} and token.text[0].isupper() and token.relation in {"amod", "compound"}
    return (
        capital and names_body(sentence, head, head) and token.head >= at and sentence.quote[at] == sentence.quote[head]
    )


def _same_name(sentence: Sentence, at: int, head: int) -> bool:
    """False for a name that is another's: a possessor, or somebody coordinated."""
    token = sentence.tokens[at]
    if token.relation == "nmod" and token.head < at:
        return at == head  # "Secretary of State X"
    return token.relation not in {"nmod:poss", "conj", "appos", "nsubj", "obl", "obl:unmarked"} or at == head


def names_body(sentence: Sentence, first: int, last: int) -> bool:
    """True where a word of the name tells a body ("Harbour Union"), or a plural with "the" stands for one."""
    words = {t.low.rstrip(".") for t in sentence.tokens[first : last + 1]}
    kinds = (
        frozenset[str]().union(*(words_of(f"org_{kind}") for kind in BODY_KINDS))
        | words_of("collective")
        | words_of("part_of")
    )
    plural = (
        sentence.tokens[last].low.endswith("s")
        and first > 0
        and sentence.tokens[first - 1].low == "the"
        and first == last
    )
    return bool(words & kinds) or plural
