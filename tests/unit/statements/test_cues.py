"""The lexicon of cues, inflected and found in a sentence."""

from __future__ import annotations

import pytest

from zopa.statements.cues import cue_nouns, find_cues, inflect
from zopa.text.tokens import find_tokens


def cues(text: str) -> list[tuple[str, str]]:
    tokens = find_tokens(text)
    return [(cue.verb.lemma, cue.form) for cue in find_cues(tokens, [True] * len(tokens))]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("warn", ("warns", "warned", "warned", "warning")),
        ("declare", ("declares", "declared", "declared", "declaring")),
        ("deny", ("denies", "denied", "denied", "denying")),
        ("say", ("says", "said", "said", "saying")),
        ("write", ("writes", "wrote", "written", "writing")),
        ("stress", ("stresses", "stressed", "stressed", "stressing")),
        ("preach", ("preaches", "preached", "preached", "preaching")),
        ("convey", ("conveys", "conveyed", "conveyed", "conveying")),
    ],
)
def test_inflection(lemma: str, forms: tuple[str, ...]) -> None:
    """Regular and irregular verbs."""
    assert inflect(lemma) == forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sudan says so", [("say", "finite")]),
        ("to say so", [("say", "base")]),
        ("adding that", [("add", "participle")]),
        ("he pointed out that and ruled out this", [("point out", "finite"), ("rule out", "finite")]),
        ("he made it clear and he made clear", [("make clear", "finite"), ("make clear", "finite")]),
        ("Sudan is deeply concerned", [("be concerned", "finite")]),
        ("the gates are shut", []),
        ("", []),
    ],
)
def test_cues_of_a_sentence(text: str, found: list[tuple[str, str]]) -> None:
    """Verbs of one word and of several, in order, with their form."""
    assert cues(text) == found


def test_only_usable_tokens_are_cues() -> None:
    """What stands in quotation marks or brackets attributes nothing."""
    tokens = find_tokens("he said she said")
    found = find_cues(tokens, [False, False, True, True])
    assert [cue.first for cue in found] == [3]


def test_nouns_in_both_numbers() -> None:
    """A noun announces words in singular and plural."""
    assert cue_nouns()["warning"] == cue_nouns()["warnings"] == "say"
    assert "dam" not in cue_nouns()
