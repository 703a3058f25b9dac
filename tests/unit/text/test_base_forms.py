"""Base forms of words whose part of speech is known."""

from __future__ import annotations

import pytest

from zopa.text.base_forms import base_form, known_nouns, known_verbs


@pytest.mark.parametrize(
    ("low", "tag", "form", "base"),
    [
        ("refused", "VERB", "Fin", "refuse"), ("offered", "VERB", "Part", "offer"), ("signs", "VERB", "Fin", "sign"),
        ("agreeing", "VERB", "Part", "agree"), ("met", "VERB", "Fin", "meet"), ("broke", "VERB", "Fin", "break"),
        ("lead", "VERB", "Inf", "lead"), ("meeting", "VERB", "Part", "meet"), ("zorbed", "VERB", "Fin", "zorb"),
        ("left", "VERB", "Fin", "leave"), ("left", "ADJ", "", "left"), ("meeting", "NOUN", "", "meeting"),
        ("parties", "NOUN", "", "party"), ("talks", "NOUN", "", "talk"), ("crisis", "NOUN", "", "crisis"), ("trucks", "NOUN", "", "truck"),
        ("treaty", "NOUN", "", "treaty"), ("zorbs", "NOUN", "", "zorb"),
        ("was", "AUX", "Fin", "be"), ("'ve", "AUX", "Fin", "have"), ("did", "AUX", "Fin", "do"), ("'ll", "AUX", "Fin", "will"),
        ("n't", "PART", "", "not"), ("to", "PART", "", "to"), ("may", "AUX", "Fin", "may"),
        ("them", "PRON", "", "they"), ("our", "PRON", "", "we"), ("whom", "PRON", "", "who"), ("anybody", "PRON", "", "anybody"),
        ("wendra", "PROPN", "", "wendra"), ("talks", "PROPN", "", "talks"),
    ],
)  # fmt: skip
def test_base_form(low: str, tag: str, form: str, base: str) -> None:
    """By table for irregular and closed words, by spelling for others, preferring what the trees have; a name keeps its own."""
    assert base_form(low, tag, form) == base


def test_known_words() -> None:
    """Read from the shipped lists, without their heads."""
    assert {"accept", "refuse", "sign"} <= known_verbs()
    assert {"treaty", "party", "crisis"} <= known_nouns()
    assert not any(word.startswith("#") or " " in word for word in known_verbs() | known_nouns())
    assert "README.md" not in known_nouns() | known_verbs()
