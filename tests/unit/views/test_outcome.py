"""The bottom line: settled, announced, not settled, disputed, not told; who is blamed; what is disputed; why no deal is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.views.excerpts import cut
from zopa.views.outcome import build_bottom_line
from zopa.views.types import Piece

from .checking import false_quotes, line_pieces, text_of
from .stories import Story, finding, material

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.views.material import Material

NO = "The talks ended without an agreement."
YES = "At the talks a deal was reached."
NONE = "No wording known to zopa for an outcome was found in the documents that it reads."


def outcome(*texts: str) -> str:
    """The first line for documents of these texts."""
    lines = build_bottom_line(material(*(Story(f"d{n}", text) for n, text in enumerate(texts))))
    assert not false_quotes(line_pieces(lines))
    return text_of(lines[0])


def test_all_say_that_nothing_was_settled() -> None:
    """Said flatly, with the words of each."""
    line = outcome(NO, "The talks collapsed.")
    assert line.startswith(
        "The talks ended without an agreement. A: The talks ended without an agreement. B: The talks collapsed"
    )


@pytest.mark.parametrize("text", [YES, "Velmar and Ostrana signed a treaty."])
def test_something_was_settled(text: str) -> None:
    """A deal made at talks, or by two parties that are named, is told with its words."""
    assert outcome(text) == f"The talks ended in an agreement. A: {text}"


def test_a_step_that_remains_makes_it_announced() -> None:
    """An accord that still needs a vote is announced, not settled."""
    line = outcome("Velmar and Ostrana signed a treaty, which still needs approval by the parliament of Velmar.")
    assert line.startswith("An agreement is announced; a step that it still needs is named.")


def test_talks_that_go_on_are_not_settled() -> None:
    """A round to come tells only that there is one: whether a part is agreed already, it does not say."""
    assert outcome("Velmar and Ostrana agreed to continue the talks.").startswith("The talks go on.")


def test_that_no_agreement_was_reached_does_not_tell_that_the_talks_go_on() -> None:
    """Who says so may say it of talks that ended."""
    line = outcome("Velmar and Ostrana met. No agreement was reached, Velmar said.")
    assert line.startswith("No agreement was reached, by these accounts.")


def test_an_offer_refused_does_not_tell_that_nothing_was_settled() -> None:
    """The page says that the end of the talks is not known, not that there was none."""
    line = outcome("Velmar and Ostrana met. Velmar rejected the offer.")
    assert line.startswith("An offer was refused; no wording known to zopa tells how the talks ended.")


def test_what_is_cut_to_a_word_goes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two accounts tell it in words that read, a third of which only the verb can be shown is not quoted."""

    def bare(told: Material, passage: Passage, *room: int) -> Piece:
        return Piece("broke", (passage,), "quote") if passage.source == "d0" else cut(told, passage, *room)

    texts = ("The talks broke down.", "The talks with Ostrana collapsed.", "The talks failed on the first day.")
    assert "broke down" in outcome(*texts)
    monkeypatch.setattr("zopa.views.outcome.cut", bare)
    assert "broke" not in outcome(*texts)
    assert "broke" in outcome(texts[0])


def test_several_undated_failures_stand_against_one_pact() -> None:
    """An unknown day is as likely the last as any: two that tell of no deal against one that tells of one."""
    pact = Story("a", YES, published="2031-03-02")
    failed = [Story(name, "The talks failed.", published=None) for name in "bc"]
    assert text_of(build_bottom_line(material(pact, *failed))[0]).startswith("Whether anything was agreed is disputed.")
    assert text_of(build_bottom_line(material(pact, failed[0]))[0]).startswith("The talks ended in an agreement.")


def test_a_promise_beside_talks_that_failed() -> None:
    """What shows that the talks failed are words that tell so; what the sides agree to do all the same stands behind it, as such."""
    stories = (
        Story("a", "Velmar and Ostrana agreed to exchange prisoners.", published="2031-03-01"),
        Story("b", "The talks failed on Monday.", published="2031-03-02"),
        Story("c", "The talks collapsed.", published="2031-03-02"),
    )
    line = text_of(build_bottom_line(material(*stories))[0])
    assert line.startswith("The talks failed. C: The talks collapsed. B: The talks failed on Monday.")
    assert line.endswith("Still, something was agreed. A: Velmar and Ostrana agreed to exchange prisoners.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At the talks new agreements were reached on prisoners.", "Something was agreed."),
        ("At the talks deals were reached on water and on prisoners.", "Something was agreed."),
        ("At the talks an agreement was reached on prisoners.", "The talks ended in an agreement."),
    ],
)
def test_pacts_in_the_plural_are_a_part(text: str, told: str) -> None:
    """Several agreements are on single matters; one settles what is talked of."""
    assert outcome(text).startswith(told)


def test_an_agreement_is_shown_by_who_tells_it() -> None:
    """Behind "ended in an agreement" the pact is quoted before what the sides agree to do."""
    line = outcome("Velmar and Ostrana agreed to exchange prisoners.", YES)
    assert line.startswith(f"The talks ended in an agreement. B: {YES} A: ")


def test_both_are_told() -> None:
    """Where accounts of one day differ the line decides nothing and quotes both."""
    line = outcome(YES, NO)
    assert line.startswith("Whether anything was agreed is disputed.")
    assert "A: " in line
    assert "B: " in line


def test_neither_is_told() -> None:
    """Where no wording of an outcome is found, that is what is said: not that the documents do not say."""
    assert outcome("The dam is high.") == NONE


def test_an_old_pact_is_no_outcome() -> None:
    """A treaty of another year is history."""
    assert outcome("A treaty was signed in 1931.") == NONE


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
    """What stands under a condition, or is only foretold, is no outcome."""
    assert outcome(text) == NONE


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
    assert not outcome(text).startswith(("The talks ended in an agreement", "An agreement is announced"))


def test_no_more_than_two_are_quoted() -> None:
    """The line stays a line: its own words and two quotations; three where accounts differ."""
    assert outcome(*[NO] * 5).count("without an agreement") == 3


def test_who_lays_it_on_whom() -> None:
    """A sentence for each who blames, with the words."""
    lines = [
        text_of(line)
        for line in build_bottom_line(material(Story("a", f"{NO} Velmar blamed Ostrana for the failure.")))
    ]
    assert lines[1] == "Velmar blames Ostrana: A Velmar blamed Ostrana for the failure."


def disputed(*findings: object, documents: int = 2) -> str:
    stories = [Story(f"d{n}", "The dam is high.") for n in range(documents)]
    statements = [story.say("The dam is high.") for story in stories]
    rows = [finding(relation, about, *statements) for relation, about in findings]  # type: ignore[misc]
    return text_of(build_bottom_line(material(*stories, findings=rows))[1])


def test_disputes_are_listed() -> None:
    """At most three contradictions, questions in lower case; judgements only where there is no contradiction."""
    rows = [("contradicted", f"Who built dam {n}?") for n in range(4)]
    assert disputed(*rows) == "They dispute: who built dam 0; who built dam 1; who built dam 2."
    judged = ("opposed-judgement", "Who is to blame: Norway or Peru")
    assert disputed(("contradicted", "The dam height"), judged) == "They dispute: the dam height."
    assert (
        disputed(("contradicted", "have built it"), judged)
        == "They judge differently: who is to blame: Norway or Peru."
    )
    assert disputed(("opposed-judgement", "What is to be thought of the dam")) == (
        "They judge differently: what is to be thought of the dam."
    )


def test_all_who_blame_are_named() -> None:
    """A charge that two make in one sentence is one line, with both."""
    lines = [
        text_of(line)
        for line in build_bottom_line(material(Story("a", f"{NO} Velmar and Brusk blamed Ostrana for the failure.")))
    ]
    assert lines[1] == "Brusk and Velmar blame Ostrana: A Velmar and Brusk blamed Ostrana for the failure."


def test_those_who_blame_each_other_are_one_line() -> None:
    """Not one for each of the two charges."""
    text = f"{NO} Ostrana and Velmar blamed each other for the failure."
    lines = [text_of(line) for line in build_bottom_line(material(Story("a", text)))]
    assert lines[1:] == ["Ostrana and Velmar blame each other: A Ostrana and Velmar blamed each other for the failure."]


def test_who_is_to_blame_is_told_once() -> None:
    """As a charge where one is read, and then not among what is disputed."""
    story = Story("a", f"{NO} Velmar blamed Ostrana for the failure.")
    judged = finding("opposed-judgement", "Who is to blame: Ostrana or Velmar", story.say(NO), slot="blame")
    lines = [text_of(line) for line in build_bottom_line(material(story, findings=[judged]))]
    assert not [line for line in lines if line.startswith("They judge")]


def test_an_accusation_of_anything_is_no_blame_for_the_failure() -> None:
    """Who is blamed for what came of the talks stands first; other charges are told as charges, each on a line."""
    text = f"{NO} Ostrana accused Velmar of spying. Velmar blamed Ostrana for the failure."
    lines = [text_of(line) for line in build_bottom_line(material(Story("a", text)))]
    assert lines[1] == "Velmar blames Ostrana: A Velmar blamed Ostrana for the failure."
    assert lines[2] == "Ostrana accuses Velmar: A Ostrana accused Velmar of spying."


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed because of the refusal of Velmar, Ostrana said.",
        "Ostrana blamed the company for the failure.",
        "The failure was blamed on Velmar.",
    ],
)
def test_who_blames_whom_is_told_only_where_both_are_known(text: str) -> None:
    """A cause that somebody gives, and a charge against whoever, are no line: too many of them named the wrong side."""
    lines = [text_of(line) for line in build_bottom_line(material(Story("a", f"{NO} {text}")))]
    assert not [line for line in lines if "blames" in line or "accuses" in line or "down to" in line]


def test_that_nothing_is_disputed_is_never_said() -> None:
    """zopa sees few contradictions: that it recognised none is no finding."""
    one, two = Story("a", "The dam is high."), Story("b", "The dam is high.")
    alike = finding("corroborated", "x", one.say("The dam is high."), two.say("The dam is high."))
    assert len(build_bottom_line(material(one, two, findings=[alike]))) == 1


def test_a_paper_that_opens_talks_settles_nothing() -> None:
    """A confidentiality agreement is no outcome; the bid withdrawn later is."""
    line = outcome("Velmar and Ostrana signed a confidentiality agreement.", "The talks collapsed.")
    assert line.startswith("The talks failed.")


def test_something_was_agreed_and_something_was_not() -> None:
    """A pact and no agreement in one account, of which neither is denied, are told as a part."""
    line = outcome(f"Velmar and Ostrana signed a treaty on fish. {NO}")
    assert line.startswith("Something was agreed, and something was not.")
    assert "signed a treaty" in line
    assert "without an agreement" in line
