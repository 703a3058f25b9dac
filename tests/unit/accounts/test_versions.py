"""Sentences told nearly alike: versions of one text that differ in a slot, and other texts in nearly the same words."""

from __future__ import annotations

import pytest

from .comparing import compare, findings, marked, told

FILLER = (
    "The ferry to the northern islands was late again, and nobody at the quay could say why. Fishermen mended their nets in "
    "the rain while the children of the village school sang for the visitors from the mainland, who had brought blankets. "
    "A new roof for the chapel is to be paid for by the sale of postcards and honey, the parish letter says. The lighthouse "
    "keeper has painted his door green. Three goats were found on the road to the mill and taken home by their owner."
)
ASKED = "Mayor Ana Brod said that the harbour council would pay for the broken crane at the eastern quay."


def versions(one: str, two: str) -> list[tuple[str, str]]:
    return told(f"{FILLER} {one}", f"{FILLER} {two}")


@pytest.mark.parametrize(
    ("one", "two", "slot"),
    [
        ("The storm sank 14 boats in the inner harbour.", "The storm sank 41 boats in the inner harbour.", "figure"),
        (
            "The storm broke on Monday over the inner harbour.",
            "The storm broke on Friday over the inner harbour.",
            "date",
        ),
        (
            "The crane fell on 4 March into the inner harbour.",
            "The crane fell on 9 March into the inner harbour.",
            "date",
        ),
        (ASKED, ASKED.replace("Ana Brod", "Tom Reyl"), "speaker"),
        ("The council paid for the broken crane.", "The council did not pay for the broken crane.", "polarity"),
        ("The council accepted the plan for the crane.", "The council rejected the plan for the crane.", "act"),
    ],
)
def test_versions_that_differ(one: str, two: str, slot: str) -> None:
    """One finding, which says that they are versions of one text; nothing is confirmed between them."""
    (finding,) = findings(f"{FILLER} {one}", f"{FILLER} {two}")
    assert (finding.relation, finding.slot) == ("contradicted", slot)
    assert "versions of one text" in finding.why
    assert all(words in one or words in two for words in marked(finding))
    assert [p.text for p in finding.passages] == [one, two]


def test_several_copies_against_one() -> None:
    """The finding is told once, with how many have either."""
    one, two = "The storm sank 14 boats in the harbour.", "The storm sank 41 boats in the harbour."
    texts = [f"{FILLER} {sentence}" for sentence in (one, one, two, one)]
    (finding,) = findings(*texts)
    assert "(3 of them against 1)" in finding.why
    assert [p.source for p in finding.passages] == ["d0", "d2"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "On Monday the storm sank 14 boats in the harbour.",
            "The storm sank fourteen boats in the harbour on Monday.",
        ),
        ("The council did not accept the plan for the crane.", "The council rejected the plan for the crane."),
        ("The attempt to lift the crane was not successful.", "The attempt to lift the crane was unsuccessful."),
        ("The storm sank about 40 boats in the harbour.", "The storm sank 41 boats in the harbour."),
        (ASKED, ASKED.replace("Mayor Ana Brod", "Brod")),
        (ASKED, ASKED.replace("Mayor Ana Brod", "The harbour office")),
        ("Ana Brod met Tom Reyl for 3 hours at the mill.", "Ida Lund met Max Oro for 5 hours at the mill."),
    ],
)
def test_versions_that_say_the_same(one: str, two: str) -> None:
    """Other words for the same, a fuller name, an office instead of a name, and other people contradict nothing."""
    assert versions(one, two) == []


def test_both_texts_say_both() -> None:
    """A sentence that stands in both texts is in conflict with neither."""
    both = "Egypt sent 300 observers to the Abyei crossing on Monday. It rained. Egypt sent 450 lorries and 450 observers there."
    assert "contradicted" not in [
        relation for relation, _ in told(both, both.replace("It rained.", "It snowed a lot."))
    ]


def test_other_texts_in_nearly_the_same_words() -> None:
    """Two texts that share one pattern tell of two events when several slots differ, and of one when one does."""
    one = "The storm sank 14 boats in the inner harbour of the island on 4 March."
    assert ("contradicted", "figure") in told(one, one.replace("14", "41"))
    assert told(one, one.replace("14", "41").replace("4 March", "9 March")) == []


def test_addresses_and_scraps_are_no_sentences() -> None:
    """Numbers in the address of a page or in a dateline contradict nothing."""
    assert (
        versions(
            "See https://example.org/news/boats/14871 for the boats.",
            "See https://example.org/news/boats/99871 for the boats.",
        )
        == []
    )


def test_identical_passages_confirm_nothing() -> None:
    """A long passage that two accounts share word for word is one report."""
    shared = (
        "Egypt sent 300 observers to the Abyei crossing on Monday, as the two governments had asked it to do in May."
    )
    rest = "Nobody was hurt in the floods. " * 3
    assert "corroborated" not in [f.relation for f in findings(f"{shared} {FILLER}", f"{rest} {shared}")]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Ilham Aliyev", "all 3 accounts go back to one originator, Ilham Aliyev"),
        (None, "2 of the 3 accounts go back to one originator"),
    ],
)
def test_one_official_through_several_outlets(name: str | None, why: str) -> None:
    """The reason counts originators, not outlets."""
    words = "Armenia lost 300 soldiers in the valley"
    texts = [f"Ilham Aliyev said that {words}.", f"{words}, Ilham Aliyev said.", f"{words}, according to Ilham Aliyev."]
    if name is None:
        texts[2] = f"In the winter {words}."
    (finding,) = [f for f in compare(*texts).findings if f.slot == "figure" and f.relation == "corroborated"]
    assert why in finding.why


def test_two_meetings_of_the_same_people() -> None:
    """The same people meet on many days; another day is a conflict only where the passages tell of one meeting."""
    one = "Nikol Pashinyan met Ilham Aliyev in Geneva on 4 March."
    assert ("contradicted", "date") not in told(one, one.replace("4 March", "6 March") + " It rained.")
