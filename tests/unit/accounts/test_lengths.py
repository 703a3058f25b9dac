"""How long one thing lasted: lengths that agree, lengths that exclude each other, and lengths of two things."""

from __future__ import annotations

import pytest

from .comparing import findings

AGREE = [
    ("The hour-long meeting in Lima ended on Friday.", "Norway and Peru met in Lima for about an hour."),
    ("After two days of talks in Lima, Norway left.", "The discussions in Lima took place over two days, Norway said."),
    ("“A start,” the Peruvian envoy said after a 40-minute session in Lima.", "The session in Lima lasted 40 minutes."),
    ("The nine-day port strike in Lima is over.", "The strike in Lima ended after nine days."),
    ("The envoys spent half an hour in talks in Lima.", "The half-hour meeting in Lima ended."),
]
AGAINST = [
    ("The envoys left the meeting in Lima in under 45 minutes.", "The envoys came out of an hour-long meeting in Lima.", "meeting"),
    ("“A start,” the Peruvian envoy said after a 40-minute session in Lima.", "The session in Lima lasted 27 minutes.", "meeting"),
    ("The envoys emerged from 28 hours of talks in Lima.", "The last session in Lima lasted 33 hours.", "talks"),
    ("The four days of talks in Lima ended.", "Five days of negotiations in Lima ended on Friday.", "talks"),
    ("She gave a 34-minute news conference in Lima.", "Her 40-plus minute press conference in Lima was angry.", "press conference"),
    ("The eight-day strike in Lima came to an end.", "The strike in Lima is over after nine tough days.", "stoppage"),
    ("The talks in Lima lasted about seven hours.", "In Lima they held about eight hours of talks.", "meeting"),
]  # fmt: skip
NEITHER = [
    ("In 18 hours of negotiations in Lima the union gave way.", "The session in Lima stopped after ten hours."),
    ("The next round of talks in Lima is in two weeks.", "After three weeks of talks in Lima, Norway left."),
    ("The envoys met in Lima after the 21-day deadline.", "The talks in Lima took 70 days."),
    ("The earlier five-day talks in Lima failed.", "The two-day talks in Lima ended on Friday."),
    ("The pilots in Lima threatened a 15-day strike.", "A five-day strike in Lima went ahead."),
    ("The talks in Lima lasted almost nine hours.", "The talks in Lima lasted eight and a half hours."),
    ("The meeting in Lima lasted less than 45 minutes.", "The meeting in Lima lasted about 45 minutes."),
    ("More than two hours of talks in Lima ended.", "The two-hour meeting in Lima ended."),
    (
        "The envoys met in Lima for four hours.",
        "Ana Orr flew four hours to the meeting in Lima and then waited an hour.",
    ),
    ("The envoys met in Lima for 45 minutes, then again for three hours.", "The envoys met in Lima for an hour."),
]


def lengths(*texts: str) -> list[tuple[str, str]]:
    """(relation, what) of each finding on a length."""
    return [(f.relation, f.about) for f in findings(*texts) if f.slot == "figure" and "length" in f.about]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_one_length(one: str, other: str) -> None:
    """A length told in two ways is one, in hours or days, with the words around a quotation."""
    assert [relation for relation, _ in lengths(one, other)] == ["corroborated"]


@pytest.mark.parametrize(("one", "other", "of"), AGAINST)
def test_two_lengths_of_one_thing(one: str, other: str, of: str) -> None:
    """They are told once, with what lasted."""
    assert lengths(one, other) == [("contradicted", f"the length of the {of}")]


@pytest.mark.parametrize(("one", "other"), NEITHER)
def test_no_dispute(one: str, other: str) -> None:
    """What lies ahead, what is another thing's, and what a bound or a rough number leaves open is no contradiction."""
    assert not [f for f in lengths(one, other) if f[0] == "contradicted"]


def test_four_accounts_are_one_dispute() -> None:
    """Two short lengths against two long ones are one finding, not two."""
    texts = (
        "The 40-minute meeting in Lima ended.",
        "She walked out of the meeting in Lima in under 45 minutes.",
        "An hour-long meeting in Lima ended.",
        "They met in Lima for around an hour.",
    )
    (told,) = [f for f in findings(*texts) if f.relation == "contradicted"]
    assert len(told.passages) == 4
    assert [p.text for p in told.marked] == ["40-minute", "45 minutes", "hour-long", "an hour"]
