"""Candidate base forms by spelling and by the table of irregular verbs, the likeliest first."""

from __future__ import annotations

import pytest

from zopa.text.base_forms import base_form, known_directing_verbs, known_giving_verbs, known_that_verbs
from zopa.text.lemmas import irregular_verbs, lemma, word_set

FIRST = """
accuse: accused accusing accuses
table: tabled tabling
cycle: cycled cycling
handle: handled handling
rifle: rifled
angle: angled
sprinkle: sprinkled
couple: coupled
settle: settled settling
puzzle: puzzled
force: forced forcing
cause: caused causing
seize: seized seizing
serve: served serving
argue: argued arguing
judge: judged judging
charge: charged charging
change: changed changing
state: stated stating
invite: invited inviting
dispute: disputed disputing
require: required requiring
secure: secured securing
ignore: ignored ignoring
describe: described describing
combine: combined combining
provoke: provoked
strike: striking
endorse: endorsed
decide: decided deciding
concede: conceded conceding
persuade: persuaded
explode: exploded
arrive: arrived arriving
blame: blamed blaming
assume: assumed
hope: hoped hoping
trade: traded
carry: carried carries
deny: denied denies
stop: stopped stopping
plan: planned planning
ban: banned banning
press: pressed pressing presses
process: processed
call: called calling
sign: signed signing signs
offer: offered offering
wash: washed washes
watch: watched watches
fix: fixes
buzz: buzzes
veto: vetoes
bus: bus
boss: boss
talk: talks talked
go: went gone
meet: met meeting
break: broke broken
"""


@pytest.mark.parametrize(
    ("form", "base"),
    [(form, line.split(": ")[0]) for line in FIRST.split("\n") if line for form in line.split(": ")[1].split()],
)
def test_the_likeliest(form: str, base: str) -> None:
    """By the rules of spelling: a silent e, a doubled consonant, -ies, -es; the form itself is always among the candidates."""
    assert lemma(form)[0] == base
    assert form in lemma(form)
    assert lemma(form.upper()) == lemma(form)


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("lying", ("lie", "ly", "lye", "lying")),
        ("controlled", ("controll", "control", "controlle", "controlled")),
        ("red", ("red",)),
        ("bring", ("bring",)),
        ("shed", ("shed",)),
        ("is", ("be", "is")),
        ("gas", ("gas",)),
        ("ties", ("tie", "ties")),
        ("dies", ("die", "dies")),
        ("status", ("status",)),
        ("press", ("press",)),
        ("", ("",)),
    ],
)
def test_all_candidates(form: str, bases: tuple[str, ...]) -> None:
    """Every base that the spelling allows, once; a word too short for an ending has itself."""
    assert lemma(form) == bases


@pytest.mark.parametrize(
    ("low", "tag", "base"),
    [
        *((low, "AUX", "be") for low in "is are was were been being am 's 're 'm".split()),
        *((low, "AUX", "have") for low in "has had having 've".split()),
        *((low, "AUX", "do") for low in "does did".split()),
        *((low, "PRON", "he") for low in "him his".split()),
        *((low, "PRON", "she") for low in "her hers".split()),
        *((low, "PRON", "they") for low in "them their theirs".split()),
        *((low, "PRON", "we") for low in "us our".split()),
        *((low, "PRON", "i") for low in "me my".split()),
        ("its", "PRON", "it"), ("whom", "PRON", "who"), ("won", "VERB", "win"), ("being", "VERB", "be"),
    ],
)  # fmt: skip
def test_closed_words(low: str, tag: str, base: str) -> None:
    """Auxiliaries and pronouns by their table."""
    assert base_form(low, tag, "Fin") == base


def test_lists_of_verbs() -> None:
    """Which verbs take a clause, a recipient, somebody and an infinitive."""
    assert "say" in known_that_verbs()
    assert "sail" not in known_that_verbs()
    assert "give" in known_giving_verbs()
    assert "sail" not in known_giving_verbs()
    assert "urge" in known_directing_verbs()
    assert "sail" not in known_directing_verbs()


def test_the_table_of_irregular_verbs() -> None:
    """Forms to their base, without the head of the file; long classes are written as one string."""
    assert irregular_verbs()["sought"] == "seek"
    assert not any(form.startswith("#") for form in irregular_verbs())
    assert word_set(" one two\n three ") == {"one", "two", "three"}


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("bargaining", "bargain"), ("abstained", "abstain"), ("loaded", "load"), ("claimed", "claim"), ("soaked", "soak"),
        ("needed", "need"), ("guided", "guide"), ("created", "create"), ("defined", "define"), ("invaded", "invade"),
    ],
)  # fmt: skip
def test_no_silent_e_behind_a_long_vowel(word: str, base: str) -> None:
    """ "Bargaining" is of bargain, "defining" of define."""
    assert lemma(word)[0] == base
