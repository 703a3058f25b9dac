"""Refusals that no predicate tells by itself: what somebody cannot give, will not meet, does not let happen."""

from __future__ import annotations

import pytest

from .reading import read

REFUSES = [
    ("“We cannot give more to Peru,” Norway said.", "give", "more"),
    ("“There was no way we could agree to this,” the Norwegian envoy said.", "agree", None),
    ("Norway would not meet the demands about the dam.", "meet", "demands about the dam"),
    ("Norway did not show any interest in the proposals.", "show", "interest in the proposals"),
    ("Norway is not allowing the plane to land.", "allow", "plane"),
    ("Norway would not allow inspectors in, Peru said.", "allow in", "inspectors"),
    ("Norway was not in a position to meet the demand.", "meet", "demand"),
    ("Norway withheld permission for the flight.", "withhold", "permission for the flight"),
    ("Norway balked at the demand.", "balk", "demand"),
    ("Norway was not agreeable to the plan.", "agreeable", "plan"),
    ("Not once did Norway accept the levy, Peru said.", "accept", "levy"),
    ("At no time did Norway agree to a loan, Peru said.", "agree", "loan"),
]
NOT = [
    "Norway could not give details.",
    "Norway has not paid its dues.",
    "Norway withheld information from Peru.",
    "Norway will not allow its territory to be used.",  # a pledge
    "Norway had not met the conditions.",  # not done so far
    "Norway gave more to Peru.",
    "Norway had not submitted a single proposal, Peru complained.",
    "Norway has made no offer.",
    "Peru has received no proposal from Norway.",
    "At no time did Norway offer a loan, Peru said.",
    "Norway will not obtain the border it wishes for, Peru said.",  # nobody chooses what others give
    "Norway should understand that it will not receive the loan, Peru said.",
    "Once again Norway accepted the levy.",
    "Norway was in a position to meet the demand.",
]


def refusals(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(predicate, matters) of each refusal that a side is told to make."""
    return [
        (d.predicate, tuple(m.text for m in d.matters))
        for d in read(text).deeds
        if d.stance == "refuses" and d.sure == "told" and any(x.side == "Norway" for x in d.doers)
    ]


@pytest.mark.parametrize(("text", "predicate", "matter"), REFUSES)
def test_a_refusal(text: str, predicate: str, matter: str | None) -> None:
    """What is refused, by whom; told as a fact, however much "could" stands in it."""
    assert refusals(text) == [(predicate, (matter,) if matter else ())]


@pytest.mark.parametrize("text", NOT)
def test_no_refusal(text: str) -> None:
    """What is told to reporters, not done so far, pledged, or granted."""
    assert not refusals(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway has yet to accept Peru's offer on fish.",
        "The offer on fish is yet to be accepted by Norway.",
        "Norway has not yet accepted the offer on fish.",
    ],
)
def test_what_is_still_to_come_is_no_answer(text: str) -> None:
    """Neither accepted nor refused."""
    (deed,) = [d for d in read(text).deeds if d.predicate == "accept"]
    assert (deed.stance, [x.side for x in deed.doers]) == ("", ["Norway"])


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Norway is yet to sign the accord.", True),
        ("Norway has yet to sign the accord.", True),
        ("Norway signed the accord, yet Peru left.", False),
    ],
)
def test_what_is_yet_to_be_signed_is_not_signed(text: str, negated: bool) -> None:
    """Told as not done; "yet" between two clauses tells nothing."""
    (deed,) = [d for d in read(text).deeds if d.predicate == "sign"]
    assert (deed.stance, deed.negated, deed.sure) == ("signs", negated, "told")


@pytest.mark.parametrize(
    ("text", "predicate", "matter"),
    [
        ("Norway would not sit in one room with Peru.", "sit", None),
        ("Norway called the levy unacceptable.", "call", "levy"),
        ("Norway described the offer as inadequate.", "describe", "offer"),
        ("The offer is too low, Norway said.", "low", "offer"),
        ("The offer is not acceptable, Norway said.", "acceptable", "offer"),
        ("The levy cannot be accepted, Norway said.", "accept", "levy"),
    ],
)
def test_a_verdict_and_what_a_side_will_not_do_are_refusals(text: str, predicate: str, matter: str | None) -> None:
    """Of whoever calls it so, or says it."""
    found = refusals(text)
    assert [told for told, _ in found] == [predicate]
    assert matter is None or found[0][1] == (matter,)


@pytest.mark.parametrize(
    "text",
    [
        "The opposition of Norway met Peru.",
        "Norway would not sign if Peru paid.",
        "Norway would not have signed.",
        "Peru won a pledge that Norway would not close the port.",
        "The roads are too narrow, Norway said.",
        "The roads are not enough, Norway said.",
        "Norway called the levy a success.",
        "The levy cannot be seen, Norway said.",
    ],
)
def test_what_sounds_like_a_refusal(text: str) -> None:
    """A body, a condition, what was not done, what others were promised, and verdicts on other things."""
    assert not refusals(text)


def test_what_a_side_will_not_sign_it_refuses() -> None:
    """Said of what is to come, and so not told as done."""
    (deed,) = [d for d in read("Norway will not sign vague accords.").deeds if d.stance]
    assert (deed.stance, deed.sure, deed.matters[0].text) == ("refuses", "future", "vague accords")
