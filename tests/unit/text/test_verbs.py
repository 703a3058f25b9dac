"""Verb groups: when, whether and how surely something is done."""

from __future__ import annotations

import pytest

from zopa.text.verbs import VerbGroup, verb_group

from .trees import sentence


def group(tree: str, at: int) -> VerbGroup:
    return verb_group(sentence(tree), at - 1)


@pytest.mark.parametrize(
    ("tree", "at", "tense"),
    [
        ("they/PRON>2:nsubj left/VERB-Fin-Past>0:root", 2, "past"),
        ("they/PRON>2:nsubj leave/VERB-Fin-Pres>0:root", 2, "present"),
        ("they/PRON>3:nsubj have/AUX-Fin-Pres>3:aux left/VERB-Part-Past>0:root", 3, "past"),
        ("they/PRON>3:nsubj will/AUX-Fin>3:aux leave/VERB-Inf>0:root", 3, "future"),
        ("they/PRON>3:nsubj did/AUX-Fin-Past>3:aux leave/VERB-Inf>0:root", 3, "past"),
        ("they/PRON>3:nsubj are/AUX-Fin-Pres>3:cop ready/ADJ>0:root", 3, "present"),
        ("they/PRON>3:nsubj were/AUX-Fin-Past>3:cop ready/ADJ>0:root", 3, "past"),
        ("they/PRON>3:nsubj are/AUX-Fin-Pres>3:aux set/VERB-Part-Past>0:root to/PART>5:mark leave/VERB-Inf>3:xcomp", 5, "future"),
        ("they/PRON>2:nsubj tried/VERB-Fin-Past>0:root to/PART>4:mark leave/VERB-Inf>2:xcomp", 4, ""),
        ("set/ADJ>0:root to/PART>3:mark leave/VERB-Inf>1:advcl", 3, ""),
    ],
)  # fmt: skip
def test_tense(tree: str, at: int, tense: str) -> None:
    """Told by the finite word; a perfect is past, "is set to" is future, a bare infinitive tells none."""
    assert group(tree, at).tense == tense


@pytest.mark.parametrize(
    ("tree", "at", "negated"),
    [
        ("they/PRON>4:nsubj did/AUX-Fin-Past>4:aux not/PART>4:advmod sign/VERB-Inf>0:root", 4, True),
        ("they/PRON>3:nsubj never/ADV>3:advmod signed/VERB-Fin-Past>0:root", 3, True),
        ("nobody/PRON>2:nsubj signed/VERB-Fin-Past>0:root", 2, True),
        ("no/DET>2:det envoy/NOUN>3:nsubj signed/VERB-Fin-Past>0:root", 3, True),
        ("they/PRON>2:nsubj signed/VERB-Fin-Past>0:root nothing/PRON>2:obj", 2, True),
        ("they/PRON>2:nsubj signed/VERB-Fin-Past>0:root no/DET>4:det pact/NOUN>2:obj", 2, True),
        ("neither/CCONJ>2:cc:preconj sign/VERB-Inf>0:root", 2, True),
        ("they/PRON>3:nsubj openly/ADV>3:advmod signed/VERB-Fin-Past>0:root it/PRON>3:obj", 3, False),
        ("the/DET>2:det envoy/NOUN>3:nsubj signed/VERB-Fin-Past>0:root a/DET>5:det pact/NOUN>3:obj", 3, False),
    ],
)  # fmt: skip
def test_negated(tree: str, at: int, negated: bool) -> None:
    """By an adverb, by a subject that is nobody, by an object that is nothing."""
    assert group(tree, at).negated is negated


@pytest.mark.parametrize(
    ("word", "modality"),
    [("may/AUX-Fin", "possible"), ("would/AUX-Fin", "conditional"), ("must/AUX-Fin", "must"), ("can/AUX-Fin", "can"), ("will/AUX-Fin", ""), ("did/AUX-Fin-Past", "")],
)  # fmt: skip
def test_modality(word: str, modality: str) -> None:
    """The class of the auxiliary; the future is a tense and no modality."""
    assert group(f"they/PRON>3:nsubj {word}>3:aux sign/VERB-Inf>0:root", 3).modality == modality


@pytest.mark.parametrize(
    ("tree", "at", "voice"),
    [
        ("it/PRON>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass signed/VERB-Part-Past>0:root", 3, "passive"),
        ("it/PRON>2:nsubj:pass signed/VERB-Part-Past>0:root", 2, "passive"),
        ("plans/NOUN>0:root drafted/VERB-Part-Past>1:acl here/ADV>2:advmod", 2, "passive"),
        ("asked/VERB-Part-Past>3:advcl they/PRON>3:nsubj left/VERB-Fin-Past>0:root", 1, "passive"),
        ("envoys/NOUN>0:root signing/VERB-Part-Pres>1:acl it/PRON>2:obj", 2, "active"),
        ("having/AUX-Ger>2:aux signed/VERB-Part-Past>4:advcl they/PRON>4:nsubj left/VERB-Fin-Past>0:root", 2, "active"),
        ("envoys/NOUN>0:root asked/VERB-Part-Past>1:acl questions/NOUN>2:obj", 2, "active"),
        ("they/PRON>3:nsubj have/AUX-Fin-Pres>3:aux signed/VERB-Part-Past>0:root", 3, "active"),
    ],
)  # fmt: skip
def test_voice(tree: str, at: int, voice: str) -> None:
    """Passive by its auxiliary or subject, or as a past participle that describes without an object."""
    assert group(tree, at).voice == voice


def test_words_and_hedge() -> None:
    """The group holds auxiliaries, negation and particle, and tells a hedge; other adverbs stay outside."""
    found = group(
        "they/PRON>5:nsubj reportedly/ADV>5:advmod have/AUX-Fin-Pres>5:aux not/PART>5:advmod backed/VERB-Part-Past>0:root out/ADP>5:compound:prt yet/ADV>5:advmod", 5
    )  # fmt: skip
    assert found.words == (2, 3, 4, 5)
    assert found.hedged
    assert not group("they/PRON>3:nsubj openly/ADV>3:advmod left/VERB-Fin-Past>0:root", 3).hedged
