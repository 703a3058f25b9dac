"""What a deed is about: the phrases and clauses in the slots of its predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.deed_types import Deed, Matter
from zopa.statements.stances import (
    is_to_do,
    measured,
    stance_of,
    to_figure,
)
from zopa.text.figures import find_figures
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Document
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


class MatterFinder:
    """Finds matters in one document; `last` is the deed told before, for "it", "both", "them"."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.last: list[Deed] = []

    def matters(self, sentence: Sentence, frame: Frame, inner: Frame, slots: tuple[str, ...]) -> tuple[Matter, ...]:
        """What a deed is about: its own slots, or those of the clause that it takes."""
        if inner is not frame:
            if inner.predicate in words_of("wished_to_see") and inner.object:
                return (self._seen(sentence, inner),)  # "wished to see the terms made tougher"
            _, inner_slots = stance_of(sentence, inner)
            found = self._by_slots(sentence, inner, inner_slots or ("obj", "on", "to", "of", "from"))
            if found and all(
                m.head in words_of("collective") or f"{m.head}s" in words_of("collective") for m in found[-1:]
            ):
                return (self._clause_matter(sentence, inner.head),)  # "offered to compensate the workers with"
            if not found and any(k > inner.head for k in frame.object):
                found = self._phrase_matters(sentence, frame.object)  # the tree gave it to the verb above
            return found or (self._clause_matter(sentence, inner.head),)
        return self._by_slots(sentence, frame, slots or ("obj",))

    def _by_slots(self, sentence: Sentence, frame: Frame, slots: tuple[str, ...]) -> tuple[Matter, ...]:
        for slot in slots:
            if slot == "obj" and "to" in slots and frame.opened == "to" and frame.complement >= 0:
                continue  # "urged the board to sign": what is wanted is the signing
            if slot == "obj" and (objects := frame.object or measured(sentence, frame)):
                return self._phrase_matters(sentence, objects)
            if slot == "head":
                return self._phrase_matters(sentence, (frame.head,))
            if slot == "self":
                tree = sentence.tree(frame.head, without=("conj", "parataxis", "punct", "advcl"))
                return (self._made(sentence, frame.head, frame.head, max(tree), clause=True),)
            if slot == "subject" and frame.subject:
                return self._phrase_matters(sentence, frame.subject)
            if slot in {"that", "to"} and frame.complement >= 0:
                return (self._clause_matter(sentence, frame.complement),)
            heads = frame.oblique(slot) or (() if "obj" in slots else _behind_object(sentence, frame, slot))
            asked = next((k for k in sentence.under(frame.head, "advcl", "xcomp") if is_to_do(sentence, k)), -1)
            if heads and asked > heads[-1] and all(sentence.tokens[k].tag in {"PROPN", "PRON"} for k in heads):
                return (self._clause_matter(sentence, asked),)  # "pushed for X to soften its demands"
            if heads:
                return self._phrase_matters(sentence, heads)
            if (clause := _gerund_behind(sentence, frame, slot)) >= 0:
                return (self._clause_matter(sentence, clause),)
        return ()

    def of_heads(self, sentence: Sentence, heads: Sequence[int]) -> tuple[Matter, ...]:
        """What phrases are about that another clause tells to be the matter."""
        return self._phrase_matters(sentence, heads)

    def _phrase_matters(self, sentence: Sentence, heads: Sequence[int]) -> tuple[Matter, ...]:
        tokens = sentence.tokens
        heads = [_whole_of(sentence, k) for k in heads]
        named = [
            k
            for k in heads
            if tokens[k].tag not in {"PRON", "DET"} and tokens[k].low not in words_of("own_pronoun") | words_of("both")
        ]
        if not named and any(tokens[k].low == "what" or tokens[k].low in words_of("any_thing") for k in heads):
            return ()  # "areas that aren't what we want", "everything else was settled"
        if not named:
            earlier = [m for d in self.last for m in d.matters]
            if len(earlier) == 1 and any(tokens[k].low in words_of("two_of") for k in heads):
                return ()  # "both" of two that were not read
            return tuple(earlier) if any(tokens[k].low in words_of("both") for k in heads) else tuple(earlier[-1:])
        made: list[Matter] = []
        for head in named:
            phrase = phrase_at(sentence, head)
            last = to_figure(sentence, head, _with_behind(sentence, head, phrase.last))
            to_do = _to_do_behind(sentence, head, last)
            made.append(self._made(sentence, max(head, to_do[0]), phrase.first, to_do[1], clause=to_do[0] >= 0))
        return tuple(made)

    def _made(self, sentence: Sentence, head: int, first: int, last: int, *, clause: bool = False) -> Matter:
        tokens = sentence.tokens
        while first < last and (
            tokens[first].tag in {"DET", "PUNCT"}
            or tokens[first].relation in {"nmod:poss", "cc", "mark"}
            or tokens[first].low in {"'s", "'"}
        ):
            first += 1
        start, end = tokens[first].start, tokens[last].end
        words = frozenset(
            t.lemma
            for t in tokens[first : last + 1]
            if t.tag in {"NOUN", "PROPN", "VERB", "ADJ"}
            and t.low not in words_of("matter_stop")
            and t.lemma not in words_of("be")
        )
        return Matter(
            self.document.text[start:end], tokens[head].lemma, words, self.document.passage(start, end),
            tuple(find_figures(self.document, start, end)), clause,
        )  # fmt: skip

    def _seen(self, sentence: Sentence, inner: Frame) -> Matter:
        """What somebody would see: its object with all that is told of it."""
        first, tree = (
            phrase_at(sentence, inner.object[0]).first,
            sentence.tree(inner.head, without=("conj", "parataxis", "punct")),
        )
        return self._made(sentence, inner.object[0], first, max(tree), clause=True)

    def _clause_matter(self, sentence: Sentence, at: int) -> Matter:
        opens = max((k for k in sentence.under(at, "mark") if k < at and sentence.tokens[k].low == "to"), default=-1)
        tree = [
            k
            for k in sentence.tree(at, without=("conj", "parataxis", "punct", "advcl"))
            if sentence.tokens[k].relation != "mark" and k > opens
        ]
        return self._made(sentence, at, tree[0], tree[-1], clause=True)


def _behind_object(sentence: Sentence, frame: Frame, preposition: str) -> tuple[int, ...]:
    """What stands behind the object of a verb that says little: "gave its backing to the merger"."""
    return tuple(k for noun in frame.object for k in sentence.behind(noun, {preposition}))


def _whole_of(sentence: Sentence, head: int) -> int:
    """The noun of which a part is told ("all of the extra tariffs"); the head itself where it is no word for a part."""
    if sentence.tokens[head].low not in words_of("part_word"):
        return head
    return next((k for k in sentence.behind(head, {"of"}) if sentence.tokens[k].tag in {"NOUN", "PROPN"}), head)


def _gerund_behind(sentence: Sentence, frame: Frame, preposition: str) -> int:
    """The clause in -ing behind a preposition, on a verb or its object ("accused the union of having wrecked it"); -1 for none."""
    for above in (frame.head, *frame.object):
        for k in sentence.under(above, "advcl", "acl", "acl:relcl"):
            opens = [sentence.tokens[m].low for m in sentence.under(k, "mark", "case")]
            if k > frame.head and preposition in opens:
                return k
    return -1


def _to_do_behind(sentence: Sentence, head: int, last: int) -> tuple[int, int]:
    """The predicate and the last word of what a noun that says nothing alone is a right or a way to do, (-1, `last`) for none.

    "The right to dismiss any arbitrator", "the terms made tougher".
    """
    if sentence.tokens[head].lemma not in words_of("empty_noun"):
        return -1, last
    for k in sentence.under(head, "acl"):
        tree = [m for m in sentence.tree(k, without=("conj", "parataxis", "punct", "advcl")) if m >= k]
        if tree and k <= last + _GAP:
            return k, max(last, tree[-1])
    return -1, last


_GAP = 3  # words between a noun and what it is a right to do


def _with_behind(sentence: Sentence, head: int, last: int) -> int:
    """The last word of what stands right behind an object and tells what it is about: "any withdrawal from the valley"."""
    for k in sentence.under(sentence.tokens[head].head, "obl"):
        tree = sentence.tree(k)
        about = tree[0] == last + 1 and sentence.tokens[tree[0]].low in words_of("about")
        if about and sentence.tokens[k].lemma not in words_of("time_noun"):
            return phrase_at(sentence, k).last
    return last
