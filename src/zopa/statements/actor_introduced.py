"""Bodies that a text introduces by a second name: "the Reds (TRP)", "the TRP, known as the Reds", "the Reds, the TRP,".

Two names beside each other are one body where the second stands in apposition to the first (Huddleston & Pullum 2002, ch. 15.5), or where a
verb of calling says so. Likeness alone says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.name_runs import names_body
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.statements.actor_memory import ActorMemory
    from zopa.text.tagged import Sentence

Place = tuple[int, int]


def find_introductions(sentence: Sentence) -> list[tuple[int, int]]:
    """Places of two names of one body in a sentence, the first as told; empty where no name stands beside another."""
    found: list[tuple[int, int]] = []
    for k, token in enumerate(sentence.tokens):
        if token.relation == "appos" and _is_name(sentence, k) and _is_second_name(sentence, k):
            found.append((token.head, k))
        elif token.low in words_of("called_as") and token.relation == "acl" and _may_be_called(sentence, token.head):
            found += [(token.head, m) for m in sentence.under(k, "obl", "obj", "xcomp") if _is_name(sentence, m)]
        elif token.relation == "conj" and _is_name(sentence, k) and _is_other_word(sentence, k):
            found.append((token.head, k))
    return [(a, b) for a, b in found if a >= 0]


def _is_name(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].tag == "PROPN" and sentence.tokens[at].text[0].isupper()


def _may_be_called(sentence: Sentence, at: int) -> bool:
    """True for a name, and for a noun of a body that the name behind it tells ("the guerrillas, known as the HF")."""
    return _is_name(sentence, at) or sentence.tokens[at].low in words_of("collective")


def _first(sentence: Sentence, at: int) -> int:
    """The first word of what hangs on a word in front of it, its article included."""
    return min(
        [at, *(m for m in sentence.tree(at) if m < at and m > sentence.tokens[at].head and _is_own(sentence, m))]
    )


def _is_own(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].is_word


def _is_second_name(sentence: Sentence, at: int) -> bool:
    """True for a name in brackets in capitals or with "the", and for one with "the" between commas; not for one of a list."""
    tokens, first = sentence.tokens, _first(sentence, at)
    last = max([at, *(m for m in sentence.under(at, "flat"))])
    before = tokens[first - 1].low if first else ""
    behind = tokens[last + 1].low if last + 1 < len(tokens) else "."
    definite = tokens[first].low == "the"
    if sentence.under(at, "conj") or sentence.under(tokens[at].head, "conj"):
        return False
    if before == "(":
        return behind == ")" and (definite or tokens[at].text.isupper() or names_body(sentence, first, at))
    return before == "," and behind in _CLOSING and definite


_CLOSING = frozenset({",", ".", ";", ")"})


def _is_other_word(sentence: Sentence, at: int) -> bool:
    """True for "the Harbour Front, or HF,": initials between commas behind "or"."""
    tokens = sentence.tokens
    framed = 1 < at < len(tokens) - 1 and [tokens[at - 2].low, tokens[at - 1].low, tokens[at + 1].low] == [
        ",",
        "or",
        ",",
    ]
    return framed and tokens[at].text.isupper() and len(tokens[at].text) > 1


def note_kind_by_introduction(memory: ActorMemory, number: int, sentence: Sentence) -> None:
    """A name behind "the guerrillas, known as" is of their kind, so that "the rebels" may mean it."""
    for a, b in find_introductions(sentence) if any(t.low in words_of("called_as") for t in sentence.tokens) else ():
        told, named = memory.at(number, a), memory.at(number, b)
        if (
            told is not None
            and named is not None
            and named.kind == "group"
            and told.kind not in {"group", "person", "state"}
        ):
            named.kind = told.kind


def introduced(memory: ActorMemory) -> Iterator[tuple[str, str]]:
    """Name of a body, and the other name of it, as the sentences introduce them; no person's, no state's, none told as two ("X and Y")."""
    apart = _told_apart(memory)
    for number, sentence in enumerate(memory.text.sentences):
        for a, b in find_introductions(sentence):
            one, two = memory.at(number, a), memory.at(number, b)
            if one is None or two is None or one is two or {one.kind, two.kind} & {"person", "state"}:
                continue
            if frozenset({one.name, two.name}) not in apart:
                yield one.name, two.name


def _told_apart(memory: ActorMemory) -> set[frozenset[str]]:
    """Pairs of names that a sentence coordinates with "and"."""
    found: set[frozenset[str]] = set()
    for number, sentence in enumerate(memory.text.sentences):
        for at, token in enumerate(sentence.tokens):
            if token.relation != "conj" or any(sentence.tokens[c].low == "or" for c in sentence.under(at, "cc")):
                continue
            one, two = memory.at(number, token.head), memory.at(number, at)
            if one is not None and two is not None:
                found.add(frozenset({one.name, two.name}))
    return found


def note_kind_by_members(memory: ActorMemory, number: int, sentence: Sentence, at: int) -> None:
    """ "Dovan, which represents the cabin crew": a union, so that "the union" is Dovan; nothing for any other verb."""
    token = sentence.tokens[at]
    if token.relation != "acl:relcl" or token.lemma not in words_of("stands_for_members"):
        return
    body = memory.at(number, token.head)
    members = [k for k in sentence.under(at, "obj") if sentence.tokens[k].low in words_of("worker")]
    if body is None or not members or body.kind not in {"group", "union"}:
        return
    body.kind = "union"
    memory.last_body.setdefault("union", body.name)
