"""The small closed classes: what belongs to each and what does not."""

from __future__ import annotations

import pytest

from zopa.text import words

MEMBERS = {
    "PRONOUNS": ("he they who", "which the"),
    "SUBJECT_PRONOUNS": ("he which", "him"),
    "DETERMINERS": ("the every", "he"),
    "PREPOSITIONS": ("of amid", "not"),
    "PLACE_PREPOSITIONS": ("in near", "of"),
    "AUXILIARIES": ("is be been having won't", "sign"),
    "FINITE_AUXILIARIES": ("is had won't", "be been being having"),
    "NEGATIONS": ("never won't", "often"),
    "ADVERBS": ("meanwhile twice", "quick"),
    "CONJUNCTIONS": ("and nor", "because"),
    "SUBORDINATORS": ("because lest", "and"),
    "TEMPORAL": ("friday may weekend", "port"),
    "TITLES": ("premier dr", "analyst"),
    "ROLE_NOUNS": ("premier analyst", "port"),
    "OFFICIAL_ROLES": ("premier delegation negotiators", "mr dr professor judge student investor"),
    "ANONYMOUS": ("sources somebody", "premier"),
    "ORGANISATION_WORDS": ("ministry bank", "port"),
    "SAID": ("told warned", "sign"),
    "MALE": ("himself he", "she"),
    "FEMALE": ("hers she", "he"),
    "HEDGES": ("allegedly may", "will"),
}


@pytest.mark.parametrize(("name", "inside", "outside"), [(name, *both) for name, both in MEMBERS.items()])
def test_members(name: str, inside: str, outside: str) -> None:
    """Words in small letters; those inside are, those outside are not."""
    found = getattr(words, name)
    assert set(inside.split()) <= found
    assert not set(outside.split()) & found
    assert all(word == word.lower() and word for word in found)


def test_every_class_is_told() -> None:
    """No class without a member and a word that is none."""
    assert {name for name in vars(words) if name.isupper() and not name.startswith("_")} == set(MEMBERS)
