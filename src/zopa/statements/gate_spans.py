"""Stretches of words that a gate joins: a clause less what hangs on it, a phrase less its preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence

Places = list[int]


def clause_words(sentence: Sentence, head: int, without: int) -> Places:
    """The words of a clause, less another that hangs on it and less what attributes it."""
    lost = set(sentence.tree(without)) if without >= 0 else set[int]()
    words = [k for k in sentence.tree(head, without=("parataxis",)) if k not in lost]
    run: Places = [head]
    for k in reversed([w for w in words if w < head]):
        if run[0] - k > 3 or sentence.quote[k] != sentence.quote[head]:
            break
        run.insert(0, k)
    for k in [w for w in words if w > head]:
        if k - run[-1] > 3:
            break
        run.append(k)
    while len(run) > 1 and (
        sentence.tokens[run[0]].low in words_of("gate_opener") or sentence.tokens[run[0]].relation == "mark"
    ):
        run = run[1:]
    while len(run) > 1 and sentence.tokens[run[-1]].low in words_of("gate_opener"):
        run = run[:-1]
    return run


def preposition_of(sentence: Sentence, at: int) -> str:
    """The words that open a phrase ("instead of"), in lower case; "" for none."""
    return " ".join(sentence.tokens[c].low for c in sentence.under(at, "case"))


def behind_preposition(sentence: Sentence, head: int) -> Places:
    """The words of a phrase less its preposition and what stands in front of that ("only after a vote")."""
    opened = max((k for case in sentence.under(head, "case") if case < head for k in sentence.tree(case)), default=-1)
    return [k for k in sentence.tree(head) if k > opened]
