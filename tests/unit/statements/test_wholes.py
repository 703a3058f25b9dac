"""Stretches of a text that can be quoted by themselves."""

from __future__ import annotations

from zopa.statements import read_record
from zopa.text import default_vocabulary

from .reading import document


def wholes(text: str) -> list[str]:
    made = document(text)
    return [made.text[a:b] for a, b in read_record(made, default_vocabulary()).wholes]


def test_a_clause_and_what_is_left_without_its_additions() -> None:
    """The sentence, then the sentence without what is added behind it; a relative clause never by itself."""
    found = wholes("The envoys praised the meeting in Oslo, which resulted in a truce.")
    assert found[0] == "The envoys praised the meeting in Oslo, which resulted in a truce"
    assert "The envoys praised the meeting in Oslo" in found
    assert not any(whole.startswith("which") for whole in found)


def test_what_is_said_stands_by_itself_without_the_word_that_opens_it() -> None:
    """ "that Kenya rejected the map" is quoted from Kenya on."""
    assert "Kenya rejected the map" in wholes("The minister said that Kenya rejected the map.")


def test_what_takes_something_back_is_never_cut_off() -> None:
    """A condition, a concession, "without ...": cut off, the rest would tell something else."""
    for tail in ("unless Peru pays", "if Peru pays", "although Peru refused", "without paying Peru", "until Peru pays"):
        text = f"Norway will open the port {tail}"
        assert "Norway will open the port" not in wholes(f"{text}."), tail
        assert text in wholes(f"{text}."), tail


def test_a_denial_stays_with_its_verb() -> None:
    """No stretch begins behind "not" or "unable to"."""
    for text in ("Norway did not accept the map", "Norway was unable to accept the map"):
        assert wholes(f"{text}.") == [text]


def test_no_stretch_leaves_a_quotation_open() -> None:
    """A quotation mark that opens is shut in the same stretch."""
    text = "The sides agreed to “remove what hinders aid” and to meet, as the envoys hoped, said the host."
    assert all(whole.count("“") == whole.count("”") for whole in wholes(text))


def test_nothing_finite_gives_nothing() -> None:
    """A heading without a verb has no clause."""
    assert wholes("A long night in Oslo") == []


def test_nothing_begins_behind_a_word_that_no_clause_follows() -> None:
    """Where the tree takes "911 calls reached a deal" for a clause, the words before tell that it is none."""
    found = wholes(
        "Nearly 10,000 workers who collect trash, fix streets, and answer 911 calls reached a deal early on Wednesday."
    )
    assert not any(whole.startswith("911") for whole in found)
