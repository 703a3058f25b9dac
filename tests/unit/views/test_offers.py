"""Who asked for and offered how much, and when."""

from __future__ import annotations

from zopa.views.offers import build_offers

from .checking import text_of
from .stories import Story, material


def rows(*stories: Story) -> list[list[str]]:
    """The cells of the table, each as text; the words of the account left out."""
    table = build_offers(material(*stories)).table
    if table is None:
        return []
    return [[text_of(head), *("".join(p.text for p in cell) for cell in cells[:2])] for head, cells in table.rows]


UNION = Story("a", "The Saro Boatmen Union demanded a raise of 9 percent.", published="2031-03-12")
PORT = Story("b", "On 10 March 2031 the Saro Port Authority offered a raise of 4 percent.", published="2031-03-13")


def test_bids_in_the_order_of_their_days() -> None:
    """The day of the sentence, else the day by which the account appeared."""
    assert rows(UNION, PORT) == [
        ["Saro Port Authority", "offered 4 percent", "10 March 2031"],
        ["Saro Boatmen Union", "asked for 9 percent", "by 12 March 2031"],
    ]


def test_one_bid_is_no_course_of_bidding() -> None:
    """Nor are two accounts of one bid."""
    again = Story("c", "The Saro Boatmen Union wanted a raise of 9 percent.", published="2031-03-12")
    assert rows(UNION, again) == []


def test_a_day_that_nothing_tells() -> None:
    """Neither the clause nor the account has one: a gap, and no word that there is none."""
    union, port = (
        Story(s.document.id, s.document.text.removeprefix("On 10 March 2031 "), published=None) for s in (UNION, PORT)
    )
    assert {row[2] for row in rows(union, port)} == {"not found"}


def test_figures_of_something_else() -> None:
    """A small count, and the size of what is only spoken of in a demand, are no bids."""
    other = Story("c", "The Saro Port Authority proposed four areas. It asked to extend talks on a raise of 7 percent.")
    assert rows(UNION, other) == []
