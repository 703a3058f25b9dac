"""What accounts make of one speaker on one occasion."""

from __future__ import annotations

import pytest

from .comparing import findings, only, told

MAP = "“No map of the border has been agreed,” Aliyev said on Monday."
TRADE = "“There are great chances for trade,” Aliyev said on Monday."


def test_the_same_words() -> None:
    """They go back to one originator, the speaker: that is no second source."""
    finding = only(
        "“We will open the road,” Aliyev said.", "Aliyev told the cabinet: “We will open the road and the rail line.”"
    )
    assert (finding.relation, finding.slot) == ("corroborated", "wording")
    assert finding.originators == ("Ilham Aliyev", "Ilham Aliyev")
    assert "one originator" in finding.why


def test_different_halves() -> None:
    """Each account quotes what the other leaves out."""
    finding = only(MAP, TRADE)
    assert (finding.relation, finding.slot) == ("selective-quotation", "wording")
    assert "Ilham Aliyev" in finding.about
    assert [p.text for p in finding.passages] == [MAP, TRADE]


def test_common_words_and_a_half() -> None:
    """What both quote is told apart from what only one quotes."""
    relations = told(f"{MAP} {TRADE}", f"{MAP} “The rail line is ready,” Aliyev added.")
    assert relations == [("selective-quotation", "wording"), ("corroborated", "wording")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (MAP, TRADE.replace("Aliyev", "Pashinyan")),
        (MAP, TRADE.replace("Aliyev", "an official")),
        (f"{MAP} {TRADE}", "It rained."),
        (MAP, "Aliyev spoke of great chances for trade on Monday."),
    ],
)
def test_no_halves(one: str, two: str) -> None:
    """Other speakers, nobody in particular, one account alone and reported speech are no halves of a quotation."""
    assert "selective-quotation" not in [relation for relation, _ in told(one, two)]


def test_other_occasions() -> None:
    """Documents dated months apart quote different occasions; undated ones may be one."""
    assert "selective-quotation" not in [r for r, _ in told(MAP, TRADE, published=("2025-03-12", "2025-05-12"))]
    assert [f.relation for f in findings(MAP, TRADE, published=(None, None))] == ["selective-quotation"]


def test_a_shorter_cut_of_the_same_words_is_no_half() -> None:
    """A quotation that stands in the other account's longer one is the same words."""
    assert told("“We open the road, and we mean it,” Aliyev said.", "“We open the road,” Aliyev said.") == [
        ("corroborated", "wording")
    ]
