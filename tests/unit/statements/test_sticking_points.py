"""What a text names as what divides the sides: each way to name it, each switched off, and what names nothing."""

from __future__ import annotations

import pytest

from zopa.statements.sticking_points import find_sticking_points
from zopa.statements.sticking_rows import ROW_NAMES, ROWS
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document, read

NAMED = [
    ("named", "The main sticking point was the ferry licence.", "the ferry licence"),
    ("named", "Those demands became a bone of contention for both sides.", "Those demands"),
    ("named", "One of the key stumbling blocks was the plan to close the yard.", "the plan to close the yard"),
    ("named", "The most contentious issue is the night shift.", "the night shift"),
    ("named", "Pay was not the only stumbling block.", "Pay"),
    ("named", "The main obstacle to a deal is the quota of cod.", "the quota of cod"),
    ("at-issue", "At issue is how far the toll should fall.", "how far the toll should fall"),
    ("over-verb", "The talks broke down over the night shift.", "the night shift"),
    ("over-verb", "The talks broke down, they said, over how to share the quota.", "how to share the quota"),
    ("over-verb", "The two parties are deadlocked over seats in the cabinet.", "seats in the cabinet"),
    ("over-verb", "The partners remain at odds over the quota of cod.", "the quota of cod"),
    ("over-verb", "The union and the yard were far apart on sick pay.", "sick pay"),
    ("over-verb", "The merger talks failed on the question of the head office.", "the question of the head office"),
    ("over-verb", "The parties are divided over tax, asylum and the toll.", "tax, asylum and the toll"),
    ("stems", "The deadlock stemmed from their refusal to open the books.", "their refusal to open the books"),
    ("over-noun", "The leader left because of disagreements over the budget of the port.", "the budget of the port"),
    ("over-noun", "The leaders failed to settle their differences over the quota of cod.", "the quota of cod"),
    ("over-noun", "Serious differences over the water of the Tarn have kept her at home.", "the water of the Tarn"),
    ("named", "The contested issues include the night shift.", "the night shift"),
    ("named", "The two unresolved articles concerned foreign troops.", "foreign troops"),
    ("named", "The crucial sticking point appears to be the port.", "the port"),
    ("named", "The primary issue is over the yard's bid to keep its crane.", "the yard's bid to keep its crane"),
    ("named", "The issues on which there is no agreement are tolls.", "tolls"),
    ("at-core", "Money for the crews is at the core of the deadlock.", "Money for the crews"),
    ("at-core", "The toll lies at the heart of the dispute.", "The toll"),
    ("revolves", "The dispute revolves around the toll.", "the toll"),
    ("revolves", "The dispute is over a plan to close the yard.", "a plan to close the yard"),
    ("hindered", "A claim to the port complicated the talks.", "A claim to the port"),
    ("hindered", "The talks are held up by old claims.", "old claims"),
    ("hindered", "A row led to the breakdown.", "A row"),
    ("unsettled", "The sides failed to agree on the share of the catch.", "the share of the catch"),
    ("unsettled", "The sides have yet to agree on the number of cranes.", "the number of cranes"),
    ("unsettled", "The talks have hit a wall over the release of crews.", "the release of crews"),
    ("unsettled", "The talks ended with no agreement on price.", "price"),
    ("unsettled", "The sides could not agree on Monday on the catch.", "the catch"),
    ("unsettled", "The talks are at an impasse because of the order of steps.", "the order of steps"),
    ("over-verb", "The two sides disagree on a phase-out date for coal.", "a phase-out date for coal"),
]  # fmt: skip
NOT_NAMED = [
    "The talks broke down on Monday.",
    "The talks with the union had broken down on July 30, and the port declared a lockout.",
    "The envoy of Norway blamed the impasse on the fishermen of the north.",
    "The talks broke down over the weekend.",
    "The twelve lands settled their differences on the quota of cod.",
    "A long deadlock on the quota of cod now seems likely.",
    "The price was not an obstacle.",
    "The two sides have been wrangling over the deal since March.",
    "They expressed differing views on the outcome.",
    "The union agreed to address obstacles to the delivery of bread.",
    "The yard and the union are not divided over pay.",
    "The talks collapsed, with the yard insisting on a longer week.",
    "The dockers walked over to the gate.",
    "The gulf between the yard and the guild was on display.",
    "The quarrel is becoming a significant problem.",
    "The union complicated the talks.",  # a side, who may be blamed for it
    "Peru delayed the talks.",
    "The storm delayed the ferry.",
    "They failed to agree on Monday.",
    "The envoys met because of the storm.",
    "This is the issue that lies at the heart of the dispute.",
    "The yard agreed on the toll.",
    "They did not agree on what that meant.",
    "The council of the yard is split over the winter games.",  # within one body
    "Parliament has been divided over a new speaker.",
    "The paper will report more on the impasse over the contract later in the day.",
]


def points(text: str, off: set[str] | None = None) -> list[tuple[str, str]]:
    found = find_sticking_points(annotate(document(text), default_vocabulary()), (), off or set())
    return [(point.kind, point.what.text) for point in found]


@pytest.mark.parametrize(("row", "text", "what"), NAMED)
def test_what_is_named(row: str, text: str, what: str) -> None:
    """In the text's own words, by one row, and by none when all rows are off."""
    assert points(text) == [(row, what)]
    assert points(text, set(ROW_NAMES) - {row}) == [(row, what)]
    assert points(text, set(ROW_NAMES)) == []


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_names_nothing(text: str) -> None:
    """A day, a denial, the deal itself, the result, and what somebody insists on."""
    assert points(text) == []


def test_every_row_is_tested_and_has_an_example() -> None:
    """Names are unique."""
    assert {row for row, _, _ in NAMED} == set(ROW_NAMES)
    assert len(set(ROW_NAMES)) == len(ROWS)
    assert all(row.example for row in ROWS)


def test_who_says_it_and_where_it_stands() -> None:
    """The speaker of the words, the sentence, and the clause from its subject on."""
    text = "It rained. Ana Brod, the mediator, said the parties were deadlocked over the night shift, and left."
    (point,) = read(text).sticking_points
    assert point.says == "Ana Brod"
    assert point.passage.text == text.removeprefix("It rained. ")
    assert point.core.text == "the parties were deadlocked over the night shift"
    assert text[point.what.start : point.what.end] == "the night shift"
