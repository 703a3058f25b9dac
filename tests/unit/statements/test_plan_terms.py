"""Terms of papers: each row, each switched off, and the clauses that tell none."""

from __future__ import annotations

import pytest

from zopa.sources import Document
from zopa.statements.actors import Actors
from zopa.statements.plan_terms import ROW_NAMES, find_plan_terms
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import read

CASES = [
    ("holds", "The draft includes a levy on tolls.", "The draft", "includes a levy on tolls"),
    ("holds", "Norway rejected the plan, which includes a pay freeze.", "the plan", "includes a pay freeze"),
    ("holds", "The text calls for a vote.", "The text", "calls for a vote"),
    ("holds", "Norway tabled a plan that gives the rebels four ministries.", "a plan", "gives the rebels four ministries"),
    ("would", "The five-year deal would raise pay by 3 percent.", "The five-year deal", "would raise pay by 3 percent"),
    (
        "holds", "Peru described the post that the deal gives to Norway, as well as a seat.", "the deal",
        "the post that the deal gives to Norway, as well as a seat",
    ),
    ("it-would", "Norway described the draft. It would also cut the toll.", "the draft", "would also cut the toll"),
    ("under", "Under the plan, drivers will get two days off.", "the plan", "Under the plan, drivers will get two days off"),
    (
        "under", "Under the truce, signed on Monday, the rebels undertook to free the crews.", "the truce",
        "Under the truce, signed on Monday, the rebels undertook to free the crews",
    ),
]  # fmt: skip
NO_TERM = [
    "Any deal would end the strike.",
    "The deal would need the approval of the members.",
    "The plan would be a disaster.",
    "The plan failed.",
    "The union would raise the toll.",
    "If the deal would raise pay, members will vote.",
    "It would cut the toll.",
    "Norway met Peru. It rained, and the boats would carry no coal.",
    "A deal would raise pay.",
    "The deal would require a review of the alliance.",
    "The levy includes a fee.",
]


def terms(text: str, off: set[str]) -> list[tuple[str, str]]:
    document = Document("d", "d.txt", text, "d" * 64, "text", "utf-8")
    found = annotate(document, default_vocabulary())
    told = find_plan_terms(found, Actors(found, default_vocabulary()), (), off)
    return [(t.paper.text, t.what.text) for t in told]


@pytest.mark.parametrize(("row", "text", "paper", "what"), CASES)
def test_a_row_tells_a_term(row: str, text: str, paper: str, what: str) -> None:
    """By this row alone, and by no other."""
    assert terms(text, set(ROW_NAMES) - {row}) == [(paper, what)]
    assert terms(text, {row}) == []
    assert terms(text, set()) == [(paper, what)]


@pytest.mark.parametrize("text", NO_TERM)
def test_no_term(text: str) -> None:
    """A deal in general, what a paper still needs or brings about, a condition, another "it", a thing that is no paper."""
    assert terms(text, set()) == []


def test_every_row_is_tested() -> None:
    """No row without a sentence that it reads."""
    assert {row for row, *_ in CASES} == set(ROW_NAMES)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Norway's draft includes a levy.", "Norway"),
        ("The Norwegian plan includes a levy.", "Norway"),
        ("The draft by Norway includes a levy.", "Norway"),
        ("Norway made an offer. Its terms include a levy.", "Norway"),
        ("The draft by Norway and Peru includes a levy.", None),
        ("The draft includes a levy.", None),
    ],
)
def test_whose_paper_it_is(text: str, owner: str | None) -> None:
    """One side that possesses it, describes it or made it; none where it is not told or are several."""
    document = Document("d", "d.txt", text, "d" * 64, "text", "utf-8")
    found = annotate(document, default_vocabulary())
    assert [t.owner for t in find_plan_terms(found, Actors(found, default_vocabulary()), ())] == [owner]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“Under Norway's final offer, this value would be diluted,” Ana Brod of Peru said.", 0),
        ("“Under Norway's final offer, Peru would get 3 percent,” Ana Brod of Peru said.", 1),
        ("Under Norway's final offer, pay would rise.", 1),
    ],
)
def test_a_verdict_of_the_other_side_is_no_term(text: str, count: int) -> None:
    """What another side says of a paper without a figure judges it."""
    assert len(read(f"Peru and Norway met in Lima. {text}").terms) == count
