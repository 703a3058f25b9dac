"""What the matter of a deed is about: which of its words tell it, and what it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts.parties import Participants
    from zopa.statements.deed_types import Matter


def tells(matter: Matter, participants: Participants) -> frozenset[str]:
    """The words of a matter that tell what is meant; none for a party, people, the talks themselves, a day, "the latest offer"."""
    if (
        matter.head in words_of("time_noun")
        and len(matter.words) < _SEVERAL
        and not any(f.unit for f in matter.figures)
    ):
        return frozenset()  # "Monday"; not "a four-day week" or "500 million a year"
    if (
        participants.is_called(matter.text)
        or participants.is_called(label_of(matter))
        or (label_of(matter).isupper() and len(label_of(matter)) <= _INITIALS)
        or (not matter.clause and {matter.head, f"{matter.head}s"} & _PEOPLE)
    ):
        return frozenset()
    if matter.head in words_of("talks") | words_of("no_matter") and not matter.figures:
        return frozenset()
    first = {word.lower() for word in matter.text.split()}
    if matter.clause and (matter.text.split()[0].lower() in _EXPLETIVE or first & words_of("we_us")):
        return frozenset()  # "move in our direction"
    short = {w.lower() for w in matter.text.split() if w.isupper() and len(w) <= _INITIALS}  # "the EU proposal"
    own = {w for w in matter.words if w.lower() not in _EMPTY | short and not _names_party(w, participants)}
    if matter.clause:
        return frozenset(own) if len(own) >= _SEVERAL else frozenset()
    if own or not matter.figures:
        return frozenset(own)
    return frozenset(" ".join(f.passage.text.lower().split()) for f in matter.figures)


def own_words(matter: Matter) -> frozenset[str]:
    """The words of a matter that tell what is meant, whoever takes part; none for a name alone."""
    named = all(word[:1].isupper() for word in matter.text.split())
    return (
        frozenset(word for word in matter.words if word.lower() not in _EMPTY)
        if not named or matter.figures
        else frozenset()
    )


_PEOPLE = (
    (words_of("collective") | words_of("office") | words_of("own_pronoun"))
    - class_of("not_people")
    - class_of("portfolio")
)
_EMPTY = (
    words_of("talks")
    | words_of("no_matter")
    | words_of("pact")
    | words_of("offer_noun")
    | class_of("no_issue")
    | words_of("time_noun")
)
_EXPLETIVE = {"it", "there", "this", "that", "be"}  # clauses that begin so tell that something is so
_WHEN = words_of("next_word") | {"this", "last"}  # before a noun of time
_INITIALS = 3  # letters of what is mostly a short name of somebody ("the EU")
_SEVERAL = 2
_LABEL = 8  # words of a label
_LIST = 5  # words from which on a label is cut at its first comma


def _names_party(word: str, participants: Participants) -> bool:
    """True for a name of a party and the adjective of a state ("ethiopian")."""
    return any(
        word in name.lower().split() or (len(name) >= _LONG and word.startswith(name.lower()[:-1]))
        for party in participants.parties for name in (party.name, *party.aliases)
    )  # fmt: skip


_LONG = 4  # letters of a name whose adjective can be told by how it begins


def is_bare_offer(matter: Matter) -> bool:
    """True for an offer, plan or deal of which nothing else is told: an issue only where two sides speak to it."""
    if matter.clause:  # "pushed for X to back the merger"
        return matter.head in class_of("consents") and bool(matter.words & words_of("pact"))
    return matter.head in words_of("offer_noun") | words_of("pact")


def label_of(matter: Matter) -> str:
    """The matter without the figures in front of it ("46% pay raise": pay raise), unless nothing else is left."""
    if matter.head in words_of("sum_noun") & class_of("no_issue") and matter.figures and not matter.clause:
        return matter.figures[0].passage.text  # "sums in the region of 20,000"
    text = re.split(r"[“”\"—–]", matter.text.strip('“”" '))[0].strip() or matter.text
    for figure in matter.figures:
        inside = figure.passage.text
        if (
            text.startswith(inside)
            and len(text) > len(inside) + 3
            and not matter.clause
            and not set("-‑") & set(inside)
        ):
            rest = text[len(inside) :].lstrip(" -‑%")
            opener = rest.split()[0].lower() in class_of("leading_preposition")
            when = {word.lower().strip(",;") for word in rest.split()} <= words_of("time_noun") | words_of(
                "label_opener"
            ) | _WHEN
            text = text if opener or when else rest  # "£500 this year"
            break
    for figure in matter.figures:
        tail = f" of {figure.passage.text}"
        if tail in text and not matter.clause and len(text.split(tail)[0]) > 3:
            text = text.split(tail)[0]  # "pay rise of 9 percent"
    words = text.split()
    besides = next((k for k in range(1, len(words)) if _leaves(words, k)), len(words))
    words = words[:besides]  # "unconditional ceasefire despite Kyiv's proposals"
    while len(words) > 1 and words[0].lower() in words_of("label_opener") | {"of", "to"}:
        words = words[1:]
    words = words[:_LABEL]
    while len(words) > 1 and words[-1].lower().rstrip(",;") in words_of("label_tail"):
        words = words[:-1]
    label = " ".join(words).rstrip(" ,;")
    return label.split(", ")[0] if len(words) > _LIST else label


def _leaves(words: Sequence[str], at: int) -> bool:
    """True where what follows tells when or beside what: "offer about 4 a.m.", "ceasefire despite the proposals"."""
    low = words[at].lower()
    when = (
        low in words_of("label_tail")
        and at + 1 < len(words)
        and words[at + 1][0].isdigit()
        and not words[at + 1].endswith("%")
    )
    return low in class_of("besides") or (when and low not in words_of("label_joins"))


def has_digit(text: str) -> bool:
    """True for a label with a figure in it, or that begins with a word of number."""
    return any(c.isdigit() for c in text) or text.split(maxsplit=1)[0].lower() in class_of("quantifier")
