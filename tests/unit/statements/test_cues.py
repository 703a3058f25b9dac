"""The lexicon of cues, found by the predicate of a frame."""

from __future__ import annotations

import pytest
from tests.unit.text.trees import sentence

from zopa.statements.cues import cue_nouns, cue_verbs, find_cue_verb
from zopa.text.frames import find_frames


def cue(tree: str) -> str | None:
    """Lemma of the cue that the first frame of a tree is."""
    found = sentence(tree)
    verb = find_cue_verb(found, find_frames(found)[0])
    return verb.lemma if verb else None


@pytest.mark.parametrize(
    ("tree", "lemma"),
    [
        ("Mira/PROPN>2:nsubj warned/VERB-Fin-Past>0:root", "warn"),
        ("Mira/PROPN>2:nsubj pointed/VERB-Fin-Past>0:root out/ADP>2:compound:prt", "point out"),
        ("Mira/PROPN>2:nsubj spoke/VERB-Fin-Past>0:root of/ADP>4:case pay/NOUN>2:obl", "speak of"),
        ("Mira/PROPN>2:nsubj made/VERB-Fin-Past>0:root clear/ADJ>2:xcomp", "make clear"),
        ("Mira/PROPN>3:nsubj is/AUX-Fin-Pres>3:cop convinced/ADJ>0:root", "be convinced"),
        ("Mira/PROPN>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass convinced/VERB-Part-Past>0:root", "be convinced"),
        ("Mira/PROPN>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass told/VERB-Part-Past>0:root", "tell"),
        ("Mira/PROPN>3:nsubj is/AUX-Fin-Pres>3:cop tall/ADJ>0:root", None),
        ("Mira/PROPN>2:nsubj slept/VERB-Fin-Past>0:root", None),
        ("warning/NOUN>0:root of/ADP>3:case rain/NOUN>1:nmod", None),
    ],
)
def test_cue_of_a_frame(tree: str, lemma: str | None) -> None:
    """Verbs of one word and of several, adjectives and participles with "be"; a noun is no verb."""
    assert cue(tree) == lemma


def test_every_entry_is_known_by_its_words() -> None:
    """Kind and letters of an entry; no letter that the head of the table does not explain."""
    assert cue_verbs()["say"].kind == "say"
    assert {verb.kind for verb in cue_verbs().values()} <= {"say", "think", "show"}
    assert set("".join(verb.frames for verb in cue_verbs().values())) <= set("qtwinocagQs")
    assert all(verb.lemma == lemma == lemma.lower() for lemma, verb in cue_verbs().items())


def test_nouns_in_both_numbers() -> None:
    """A noun announces words in singular and plural."""
    assert cue_nouns()["warning"] == cue_nouns()["warnings"] == "say"
    assert "dam" not in cue_nouns()
