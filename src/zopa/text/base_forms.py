"""Base forms of words whose part of speech is known, and the words that the trees of training know."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from zopa.text.lemmas import irregular_verbs, lemma

_AUXILIARIES = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "'m": "be", "'re": "be", "'s": "be",
    "has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "'ll": "will", "wo": "will", "sha": "shall", "ca": "can", "'d": "would", "n't": "not",
}  # fmt: skip
_PRONOUNS = {
    "him": "he", "his": "he", "her": "she", "hers": "she", "them": "they", "their": "they", "theirs": "they", "us": "we", "our": "we",
    "me": "i", "my": "i", "its": "it", "whom": "who",
}  # fmt: skip


@lru_cache(maxsize=65536)
def base_form(low: str, tag: str, form: str = "") -> str:
    """The base form of a word in lower case: "refused" (VERB) refuse, "parties" (NOUN) party, "them" they."""
    if tag in {"AUX", "PART"}:
        return _AUXILIARIES.get(low, low)
    if tag == "PRON":
        return _PRONOUNS.get(low, low)
    if tag == "VERB":
        if form != "Inf" and low in irregular_verbs() and not low.endswith("ing"):
            return irregular_verbs()[low]
        if form == "Inf" or low in known_verbs():
            return low if low in known_verbs() or form == "Inf" else _first(low, known_verbs())
        return _first(low, known_verbs())
    if tag == "NOUN":
        return low if low in known_nouns() or not low.endswith("s") else _first(low, known_nouns())
    return low


def _first(low: str, known: frozenset[str]) -> str:
    candidates = lemma(low)
    return next((c for c in candidates if c in known), candidates[0])


@cache
def known_verbs() -> frozenset[str]:
    """Base forms of the verbs in the trees that the tagger was trained from, and of the irregular ones."""
    return _known("verbs")


@cache
def known_nouns() -> frozenset[str]:
    """Base forms of the nouns in those trees."""
    return _known("nouns")


@cache
def known_closed() -> frozenset[str]:
    """Forms of prepositions, auxiliaries, conjunctions, determiners, particles and pronouns in those trees."""
    return _known("closed")


@cache
def known_that_verbs() -> frozenset[str]:
    """Base forms of the verbs that take a clause with "that" in those trees."""
    return _known("that_verbs")


@cache
def known_giving_verbs() -> frozenset[str]:
    """Base forms of the verbs that take a recipient beside an object in those trees."""
    return _known("giving_verbs")


@cache
def known_directing_verbs() -> frozenset[str]:
    """Base forms of the verbs that take somebody and an infinitive ("urged the board to sign") in those trees."""
    return _known("directing_verbs")


def _known(name: str) -> frozenset[str]:
    text = (files("zopa.text") / "en" / f"known_{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
