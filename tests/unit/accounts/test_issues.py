"""What the talks are about: matters of wanting and refusing, joined over wordings; who wants what, in whose voice; what blocks."""

from __future__ import annotations

import pytest

from .told import talks

BOTH = "Norway demands the lower dam. Peru rejects the lower dam."


def labels(*texts: str) -> list[str]:
    return [issue.label for issue in talks(*texts).dispute.issues]


def test_what_is_demanded_and_refused_is_an_issue() -> None:
    """One issue for two wordings, those to which more sides speak first."""
    assert labels(f"Norway wants a night ferry. {BOTH}", "Peru refused the dam.")[0] == "lower dam"


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants talks.",
        "Norway wants 170 workers.",
        "Norway demands Peru.",
        "Norway rejects the latest offer.",
        "Norway wants to be reasonable.",
        "If Norway demands the lower dam, Peru will leave.",
    ],
)
def test_what_is_no_issue(text: str) -> None:
    """The talks themselves, people, a party, an offer of which nothing is told, and what stands under a condition."""
    assert labels(text) == []


def test_an_offer_that_one_makes_and_another_refuses_is_one() -> None:
    """Where two sides stand against each other on an offer, it is what they talk about."""
    found = talks("Norway presented a proposal. Peru rejected the proposal.").dispute
    assert [issue.label for issue in found.issues] == ["proposal"]
    assert [block.issue for block in found.blocks] == ["proposal"]


def test_figures_are_no_part_of_a_label() -> None:
    """The raise is the issue, its size a figure of the want."""
    (want,) = talks("Norway demands a 46% toll cut.").dispute.wants
    assert want.issue == "toll cut"
    assert [figure.value for figure in want.figures] == [46]


def test_a_claim_about_another_is_never_its_own() -> None:
    """Peru's word about Norway carries Peru."""
    wants = talks(f"{BOTH} Peru said that Norway wants the night ferry.").dispute.wants
    (claim,) = [w for w in wants if w.issue == "night ferry"]
    assert (claim.party, claim.voice, claim.by) == ("Norway", "other-side", "Peru")


def test_what_one_says_that_another_must_do_is_its_own_demand() -> None:
    """ "Norway must accept the limit", says Peru: Peru wants it, and Norway has accepted nothing."""
    wants = talks(f"{BOTH} Norway must accept the toll limit, Peru said.").dispute.wants
    assert [(w.party, w.stance, w.to) for w in wants if w.issue == "toll limit"] == [("Peru", "wants", "Norway")]


def test_a_demand_against_a_refusal_blocks() -> None:
    """Each side with its passage; once talks are settled nothing blocks."""
    (block,) = talks(BOTH).dispute.blocks
    assert [(party, want.passage.text.rstrip(".")) for party, want in block.sides] == [
        ("Norway", "Norway demands the lower dam"), ("Peru", "Peru rejects the lower dam"),
    ]  # fmt: skip
    assert talks(f"{BOTH} Norway and Peru signed a treaty.").dispute.blocks == ()


def test_history_is_no_position() -> None:
    """What was demanded years before is not what is wanted now."""
    assert labels("In 1998 Norway demanded the lower dam.") == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Norway rejected Kenya's plea to open the lower dam.", {"Norway": "refuses", "Kenya": "wants"}),
        ("Norway turned down a request from Kenya to open the lower dam.", {"Norway": "refuses", "Kenya": "wants"}),
        ("Norway again refused a lower dam despite Kenya's proposals. Kenya wants a vote.", {"Norway": "refuses", "Kenya": "offers"}),
        ("Kenya pushed for Norway to back the merger. Norway rejected the merger.", {"Norway": "refuses", "Kenya": "wants"}),
        ('Kenya wants a vote. Norway said it would not open the lower dam.', {"Norway": "refuses"}),
        ('Kenya wants a vote. "We will not open the lower dam," Norway said.', {"Norway": "refuses"}),
    ],
)  # fmt: skip
def test_refusals_with_and_without_whoever_asks(text: str, sides: dict[str, str]) -> None:
    """A bid told inside a refusal, or in its clause, is what is refused; what a side says not to do it refuses."""
    assert [{party: want.stance for party, want in block.sides} for block in talks(text).dispute.blocks] == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the allegations. Kenya wants a vote.",
        'Norway said it would not know the figures. Kenya wants a vote.',
        '"We would not open the dam if it rained," Norway said. Kenya wants a vote.',
        "Norway will not open the lower dam. Kenya wants a vote.",
    ],
)  # fmt: skip
def test_no_refusal(text: str) -> None:
    """A denial of a claim, what nobody chooses, a condition, and what only the author foresees."""
    assert talks(text).dispute.blocks == ()


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway accepted responsibility for the delay at the dam.", []),
        ("Norway adopted a resolution on the dam.", []),
        ("Norway accepted the offer on the dam.", ["accepts"]),
        ("Norway adopted the plan for the dam.", ["accepts"]),
    ],
)
def test_only_what_others_offer_is_accepted(text: str, stances: list[str]) -> None:
    """A burden that is borne and an act of a side's own are no assent."""
    found = talks(f"Norway and Kenya met in Oslo. {text}", "Kenya demands a road.").dispute
    assert [want.stance for want in found.wants if want.party == "Norway"] == stances


def test_whoever_refuses_the_pact_itself_blocks_it() -> None:
    """Nobody else needs to be told to want it: they are at the table. A refusal of another matter alone blocks nothing."""
    found = talks(
        "Norway and Kenya met in Oslo. Norway steadfastly opposes the treaty.", "Kenya demands a vote on fish."
    ).dispute
    assert [(b.issue, [party for party, _ in b.sides]) for b in found.blocks] == [("treaty", ["Norway"])]
    assert not talks("Norway opposes a vote on fish.", "Kenya demands a road.").dispute.blocks


def test_the_other_side_is_the_only_other_at_the_table() -> None:
    """What "they" and "the other side" want in a side's own quoted words is never that side's, and goes to the one other party."""
    reds = "The Reds demand a rebate. Reds leader Sela Brod said: “They want a levy on boats.”"
    blues = "The Blues reject the rebate."
    found = {(w.party, w.stance, w.voice) for w in talks(reds, blues).dispute.wants if "levy" in w.core.text}
    assert found == {("Blues", "wants", "other-side")}
    three = "The Greens reject the rebate."
    assert {w.party for w in talks(reds, blues, three).dispute.wants if "levy" in w.core.text} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Union members voted to strike over pay.",
        "Norway has dropped its bid for the dam.",
        "Norway abandoned its proposal on the dam.",
        "Norway said that it did not want to speculate on failure.",
    ],
)
def test_what_accepts_offers_and_refuses_nothing(text: str) -> None:
    """A vote to strike, a bid that nobody makes any more, and what is not said to reporters."""
    assert talks(f"{BOTH} {text}").dispute.wants == talks(BOTH).dispute.wants


def test_what_is_dated_long_ago_in_its_sentence_is_no_position() -> None:
    """Of a clause without a day of its own, the only days of the sentence tell when it was."""
    old = talks("In the talks of 2025 it was Norway that kept asking for a lower dam. Peru met Norway.")
    assert [w for w in old.dispute.wants if w.party == "Norway"] == []
    new = talks("In the talks of 2031 it was Norway that kept asking for a lower dam. Peru met Norway.")
    assert [w.stance for w in new.dispute.wants if w.party == "Norway"] == ["wants"]
