"""The bottom line: settled, not settled, both, neither; what is disputed; why no deal is computed."""

from __future__ import annotations

import pytest

from zopa.views.outcome import build_bottom_line

from .checking import false_quotes, line_pieces, text_of
from .stories import Story, finding, material, person

NO = "The talks ended without an agreement."
YES = "At the talks a deal was reached."


def settled(*texts: str, **fields: object) -> str:
    """The first line for documents with one sentence each."""
    stories = [Story(f"d{n}", text) for n, text in enumerate(texts)]
    for story in stories:
        story.say(story.document.text, **fields)
    lines = build_bottom_line(material(*stories))
    assert not false_quotes(line_pieces(lines))
    assert len(lines) == 3
    return text_of(lines[0])


def test_all_say_that_nothing_was_settled() -> None:
    """Said flatly where every document says so, and with the words of each."""
    line = settled(NO, "Nothing was settled.")
    assert line.startswith("Nothing was settled. A: The talks ended without an agreement.")
    assert "B: Nothing was settled" in line


def test_some_say_that_nothing_was_settled() -> None:
    """Where others are silent, it is marked as told."""
    assert settled(NO, "The dam is high.").startswith("Nothing was settled, as told. A: ")


def test_something_was_settled() -> None:
    """A deal made at talks, or by two parties that are named, is told with its words."""
    assert settled(YES).startswith("Something was settled, as told. A: At the talks a deal was reached")
    story = Story("a", "Velmar and Ostrana signed a treaty.")
    story.say(story.document.text, mentions=("Velmar", "Ostrana"))
    assert text_of(build_bottom_line(material(story))[0]).startswith("Something was settled")


def test_a_deal_of_nobody_is_no_outcome() -> None:
    """A treaty signed by nobody named, outside talks, is not taken for the outcome."""
    assert settled("A treaty was signed in 1931.").startswith(
        "Whether anything was settled, these documents do not say."
    )


def test_both_are_told() -> None:
    """Where accounts differ the line decides nothing and quotes both."""
    line = settled(YES, NO)
    assert line.startswith("They tell both")
    assert "A: " in line
    assert "B: " in line


def test_neither_is_told() -> None:
    """Silence is said."""
    assert settled("The dam is high.") == "Whether anything was settled, these documents do not say."


@pytest.mark.parametrize(
    "text",
    [
        "If a deal was reached at the talks, the dam would open.",
        "The talks go on until an agreement is signed.",
        "The talks would end without an agreement.",
        "The talks will be hailed once a treaty has been concluded.",
    ],
)
def test_conditional_sentences_do_not_count(text: str) -> None:
    """What stands under a condition is no outcome."""
    assert settled(text).startswith("Whether anything was settled")


@pytest.mark.parametrize(
    "text",
    [
        "At the talks the two have not signed an agreement.",
        "Nobody at the talks signed a treaty.",
        "Velmar denied that at the talks a deal was reached.",
        "Neither side at the talks agreed to the truce.",
    ],
)
def test_what_is_denied_was_not_settled(text: str) -> None:
    """A denied deal never gives the line that something was settled."""
    assert not settled(text).startswith("Something was settled")


def test_predictions_do_not_count() -> None:
    """A deal that is foretold is none."""
    assert settled(YES, prediction=True).startswith("Whether anything was settled")


def test_a_fragment_does_not_count_beside_its_sentence() -> None:
    """A quoted fragment inside a reported sentence is told by that sentence."""
    assert settled(YES, within="another").startswith("Whether anything was settled")


def test_no_more_than_three_are_quoted() -> None:
    """The line stays a line."""
    assert settled(*[NO] * 5).count("without an agreement") == 3


def disputed(*findings: object, documents: int = 2) -> str:
    stories = [Story(f"d{n}", "The dam is high.") for n in range(documents)]
    statements = [story.say("The dam is high.") for story in stories]
    rows = [finding(relation, about, *statements) for relation, about in findings]  # type: ignore[misc]
    return text_of(build_bottom_line(material(*stories, findings=rows))[1])


def test_disputes_are_listed() -> None:
    """At most three contradictions, questions in lower case; judgements only where there is no contradiction."""
    rows = [("contradicted", f"Who built dam {n}?") for n in range(4)]
    assert disputed(*rows) == "They dispute: who built dam 0; who built dam 1; who built dam 2."
    assert disputed(("contradicted", "Dam height"), ("opposed-judgement", "y")) == "They dispute: Dam height."
    assert disputed(("opposed-judgement", "What is to be thought of the dam")) == (
        "They judge differently: what is to be thought of the dam."
    )


def test_no_dispute_is_a_gap() -> None:
    """No contradiction is no agreement; one document is compared with nothing."""
    assert "may mean that they speak of different things" in disputed(("corroborated", "x"))
    assert disputed(documents=1) == "One document: nothing to compare it with."


def test_no_deal_is_computed_and_the_unheard_are_named() -> None:
    """The third line says why no deal, and whose voice is missing."""
    story = Story("a", "“No,” Ana Brod said. Ostrana was silent.")
    story.say("“No,” Ana Brod said.", "No,", speaker=person("Ana Brod", "Velmar"))
    story.say("Ostrana was silent.", party="Ostrana")
    line = build_bottom_line(material(story))[2]
    assert text_of(line).startswith("A deal cannot be computed from these texts")
    assert text_of(line).endswith("Not quoted in any document: Ostrana.")
    assert line.pieces[0].tone == "gap"
