"""The rules that mend a tree, on variants of their slips: what the table may also call a word, and what makes the slip none.

A variant is (number of the slip in `MENDS`, a word of it, changes); each change stands alone. A change is another tag ("NUM"), another
relation ("advcl"), another word ("=claims"), or a word put right before it and hung on it ("had/AUX-Fin-Past:aux").
"""

from __future__ import annotations

import pytest

from zopa.text.repair import RULES, mend

from .test_repair import MENDS
from .trees import parsed, written

Variants = dict[str, list[tuple[int, str, str]]]

# the table calls a word something else, or another stands there: mended all the same
STILL_A_SLIP: Variants = {
    "agent": [(0, "brave", "NOUN")],
    "apposed-behind": [(0, "Local", "obj"), (0, "the", "nmod:poss"), (0, "union", "obl appos")],
    "as-well-as": [(0, "tolvik", "NOUN"), (0, "wendra", "NOUN"), (1, "tolvik", "Karsk/PROPN:compound")],
    "bare-complement": [(0, "karsk", "flat compound the/DET:det"), (1, "fell", "conj advcl acl:relcl")],
    "clause-behind-preposition": [(1, "Orr", "NUM PRON"), (1, "left", "then/ADV:advmod")],
    "closed-class": [(0, "Wendra", "case SCONJ"), (2, "Wendra", "PRON")],
    "crossing": [(0, "wendra", "nsubj:pass")],
    "hearer": [(0, "stays", "xcomp parataxis")],
    "holder-of-office": [(0, "karsk", "compound"), (0, "wendra", "appos")],
    "inserted": [(0, "left", "conj parataxis")],
    "name-behind-opening": [(0, "left", "then/ADV:advmod"), (0, "sat", "obl")],
    "nested-saying": [(0, "felt", "ADJ"), (0, "leaked", "parataxis")],
    "no-relative": [(0, "although", ",/PUNCT:punct")],
    "noun-beside-verb": [(0, "raise", "PROPN")],
    "noun-with-infinitive": [(0, "sign", "xcomp"), (1, "calls", "obl nsubj")],
    "number-said": [(1, "fell", "parataxis")],
    "numbered-name": [(0, "Harbour", "in/ADP:case"), (0, "Local", "ADJ")],
    "object-is-subject": [(3, "levies", "NUM DET obl PROPN"), (3, "rose", "xcomp advcl acl:relcl parataxis"), (3, "wendra", "obj")],
    "of-the-second": [(0, "lind", "obj")],
    "office-before-name": [(0, "chief", "and/CCONJ:cc"), (1, "envoy", "conj")],
    "particle-name": [(0, "Mira", "Karsk/PROPN:compound NOUN")],
    "portfolio": [(0, "wendra", "Karsk/PROPN:compound")],
    "present-as-noun": [(0, "fell", "ccomp"), (0, "it", "in/ADP:case"), (0, "wendra", "nmod nsubj")],
    "recipient": [(1, "karsk", "PRON")],
    "root-noun": [(0, "left", "acl conj"), (1, "stayed", "acl conj advcl")],
    "said-is-above": [(1, "stated", "ccomp")],
    "seat-before-name": [(0, "based", "acl csubj ccomp xcomp parataxis"), (0, "lima", ",/PUNCT:punct")],
    "speaker-before": [(0, "karsk", "nmod compound"), (1, "said", "had/AUX-Fin-Past:aux"), (1, "wendra", "PRON the/DET:det"), (3, "later", "case")],
    "speaker-behind": [(0, "moaned", ",/PUNCT:punct"), (0, "wendra", "PRON"), (1, "envoy", "obl PRON PROPN"), (1, "said", "VERB-Part-Past")],
    "split-name": [(1, "colt", "obj nmod appos")],
    "subject-before": [(0, "left", "then/ADV:advmod"), (2, "wendra", "the/DET:det")],
    "subject-behind-joint": [(1, "shares", "obl obj dep nmod")],
    "subordinate": [(1, "begin", "conj xcomp")],
    "that-opens": [(1, "porters", "obl:agent"), (3, "stay", "acl")],
    "trade-before-name": [(0, "mira", "obl")],
    "verb-behind-name": [(0, "fell", "ccomp"), (0, "reports", ",/PUNCT:punct"), (0, "wendra", "dep nmod nsubj the/DET:det ,/PUNCT:punct")],
    "with-saying": [(0, "with", "case"), (0, "writing", "obl")],
}  # fmt: skip

# with this word otherwise it is another clause
NO_SLIP: Variants = {
    "agent": [(0, "brave", "VERB-Part-Past"), (0, "called", "ADJ")],
    "apposed-behind": [(0, "Orr", "flat compound"), (0, "union", "in/ADP:case")],
    "apposed-not-joined": [(0, "owner", "and/CCONJ:cc")],
    "as-clause": [(0, "met", "VERB-Part-Pres")],
    "as-well-as": [(0, "wendra", "NUM")],
    "asked-to": [(0, "sign", "ADJ")],
    "bare-complement": [(0, "who", "obj"), (1, "fell", "ADJ")],
    "clause-behind-preposition": [(0, "boats", "obj"), (0, "mills", "ADJ"), (2, "cut", "to/PART:mark and/CCONJ:cc"), (3, "cut", "it/PRON:nsubj"), (3, "offer", "nsubj")],
    "clause-for-object": [(0, "it", "nsubj"), (0, "left", "ADJ to/PART:mark")],
    "crossing": [(0, "says", "ADJ")],
    "finite-beside-infinitive": [(0, "hoped", "ADJ"), (0, "porters", "nsubj"), (0, "stay", "ADJ had/AUX-Fin-Past:aux"), (0, "warned", "ADJ to/PART:mark had/AUX-Fin-Past:aux")],
    "head-of-body": [(0, "left", "ADJ"), (0, "the", "PRON")],
    "holder-of-office": [(0, "karsk", "NUM"), (0, "wendra", "NUM in/ADP:case the/DET:det and/CCONJ:cc")],
    "inverted": [(0, "want", "ADJ")],
    "joined-behind-while": [(0, "left", "acl"), (0, "waited", "ADJ")],
    "name-behind-opening": [(0, "Orr", "NUM"), (0, "left", "ADJ")],
    "nested-saying": [(0, "she", "obj")],
    "no-passive": [(0, "talked", "ADJ had/AUX-Fin-Past:aux")],
    "no-relative": [(0, "hurt", "ccomp"), (0, "said", "to/PART:mark")],
    "noun-beside-verb": [(0, "raise", "in/ADP:case was/AUX-Fin-Past:cop had/AUX-Fin-Past:aux"), (0, "want", "ADJ")],
    "noun-for-verb": [(0, "guarantees", "to/PART:mark had/AUX-Fin-Past:aux was/AUX-Fin-Past:cop"), (1, "border", "NUM obj"), (1, "controls", "VERB-Inf")],
    "noun-that-says": [(0, "ministry", "obj")],
    "noun-with-infinitive": [(0, "sign", "acl"), (1, "calls", "dep")],
    "number-said": [(0, "paid", "ccomp"), (0, "were", "AUX-Inf")],
    "numbered-name": [(0, "33", "old/ADJ:amod"), (0, "Local", "NOUN"), (0, "left", "ADJ")],
    "object-is-subject": [(2, "cut", "it/PRON:nsubj"), (2, "were", "it/PRON:nsubj"), (3, "levies", "nsubj"), (3, "rose", "obl there/PRON:expl")],
    "of-the-second": [(1, "Karsk", "NOUN")],
    "office-before-name": [(0, "chief", "PROPN")],
    "over-the-mark": [(0, "Port", "in/ADP:case")],
    "particle": [(0, "backed", "VERB-Inf ADJ"), (0, "out", "compound:prt")],
    "passed-over": [(0, "stated", "ADJ")],
    "subject-in-quotation": [(0, "told", "VERB-Part"), (0, "Mira", "ADJ in/ADP:case")],
    "past-with-subject": [(0, "voiced", "ADJ was/AUX-Fin-Past:cop")],
    "present-as-noun": [(0, "denies", "NUM"), (0, "fell", "ADJ")],
    "recipient": [(1, "karsk", "NUM"), (1, "loan", "and/CCONJ:cc")],
    "root-noun": [(0, "left", "ADJ and/CCONJ:cc to/PART:mark it/PRON:nsubj had/AUX-Fin-Past:aux"), (1, "home", "mark"), (1, "wendra", "in/ADP:case")],
    "said-and-warned": [(0, "leaks", "acl"), (0, "warned", "it/PRON:nsubj")],
    "said-is-above": [(1, "stated", "acl")],
    "seat-before-name": [(0, "lima", "NUM"), (0, "said", "it/PRON:nsubj"), (0, "tarn", "Karsk/PROPN:compound")],
    "second-complement": [(0, "fell", "and/CCONJ:cc")],
    "speaker-before": [(0, "aide", "and/CCONJ:cc"), (0, "karsk", "obj"), (0, "talks", "nsubj"), (1, "said", "ADJ"), (1, "wendra", "was/AUX-Fin-Past:cop")],
    "speaker-behind": [(0, "moaned", "ADJ acl"), (0, "wendra", "NUM"), (1, "envoy", "ADJ was/AUX-Fin-Past:cop had/AUX-Fin-Past:aux"), (1, "the", "nsubj")],
    "split-name": [(0, "colt", "obj")],
    "stray-copula": [(0, "it", "obj")],
    "subject-before": [(0, "talks", "nsubj"), (0, "wendra", "and/CCONJ:cc ADJ was/AUX-Fin-Past:cop"), (1, "health", "nsubj"), (2, "freed", "there/PRON:expl")],
    "subject-behind-joint": [(1, "agree", "acl"), (1, "analysts", "in/ADP:case ADJ")],
    "that-opens": [(0, "to", "mark"), (1, "stay", "acl"), (2, "said", "ADJ"), (3, "stay", "obl")],
    "told-clause": [(1, "failed", "ADJ to/PART:mark was/AUX-Fin-Past:aux:pass")],
    "trade-before-name": [(0, "mira", "nsubj")],
    "verb-behind-name": [(0, "dismissed", "ADJ"), (0, "reports", "was/AUX-Fin-Past:cop had/AUX-Fin-Past:aux")],
    "with-saying": [(0, "one", "nsubj")],
}  # fmt: skip

SLIPS = {name: [tree for tree, _ in found] for name, found in MENDS.items()}


def varied(tree: str, word: str, change: str) -> str:
    """The tree with one word as the change has it; an inserted word moves the heads behind it."""
    rows = tree.split()
    at = next(k for k, row in enumerate(rows) if row.split("/")[0] == word)
    text, _, rest = rows[at].partition("/")
    tag, _, rest = rest.partition(">")
    head, _, relation = rest.partition(":")
    if "/" in change:
        put, _, relation = change.partition(":")
        moved = [_moved(row, at + 1) for row in rows]
        return " ".join([*moved[:at], f"{put}>{at + 2}:{relation}", *moved[at:]])
    if change.startswith("="):
        text = change[1:]
    elif change[0].isupper():
        tag = change
    else:
        relation = change
    rows[at] = f"{text}/{tag}>{head}:{relation}"
    return " ".join(rows)


def _moved(row: str, first: int) -> str:
    word, _, rest = row.partition(">")
    head, _, relation = rest.partition(":")
    return f"{word}>{int(head) + (int(head) >= first)}:{relation}"


def applied(name: str, tree: str) -> str:
    """The tree after one rule."""
    words, found = parsed(tree)
    return written(words, mend(words, found, set(RULES) - {name}))


def hung(tree: str) -> dict[str, tuple[str, str]]:
    """Word: (the word that it hangs on, relation); the root hangs on nothing."""
    words, found = parsed(tree)
    return {
        word: (words[head] if head >= 0 else "", relation)
        for word, head, relation in zip(words, found.heads, found.relations, strict=True)
    }


def cases(table: Variants) -> list[tuple[str, str, str, str]]:
    """(rule, slip, word, change) of each variant."""
    return [
        (name, SLIPS[name][number], word, change)
        for name, rows in table.items()
        for number, word, changes in rows
        for change in changes.split()
    ]


@pytest.mark.parametrize(("name", "tree", "word", "change"), cases(STILL_A_SLIP))
def test_a_slip_is_mended_whatever_the_table_calls_its_words(name: str, tree: str, word: str, change: str) -> None:
    """Each word that the rule moves hangs where it hangs in the plain slip; only the changed word may carry its new name."""
    slip, plain = varied(tree, word, change), applied(name, tree)
    mended = applied(name, slip)
    moved = {w: place for w, place in hung(plain).items() if place != hung(tree)[w]}
    text = change[1:] if change.startswith("=") else word
    renamed = {text if w == word else w: (text if h == word else h, r) for w, (h, r) in moved.items()}
    assert mended != slip
    assert {w: hung(mended)[w] for w in renamed} == renamed


@pytest.mark.parametrize(("name", "tree", "word", "change"), cases(NO_SLIP))
def test_what_the_rule_does_not_mean_stays(name: str, tree: str, word: str, change: str) -> None:
    """One word otherwise, and the tree is left alone."""
    slip = varied(tree, word, change)
    assert applied(name, slip) == slip
