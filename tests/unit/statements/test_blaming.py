"""Who is blamed, by whom: the ways in which English lays blame, and what lays none."""

from __future__ import annotations

import pytest

from .reading import read

LAID = [
    ("Norway blamed Peru for the failure.", "Norway", "Peru"),
    ("Norway blamed the failure on Peru.", "Norway", "Peru"),
    ("Norway accused Peru of delay.", "Norway", "Peru"),
    ("Norway charged Peru with slowing down the work.", "Norway", "Peru"),
    ("Norway put the blame on Peru.", "Norway", "Peru"),
    ("Norway had laid the blame on Peru at a meeting.", "Norway", "Peru"),
    ("Norway laid the blame at Peru's door.", "Norway", "Peru"),
    ("Norway holds Peru responsible for the impasse.", "Norway", "Peru"),
    ("Peru was held responsible by Norway for the impasse.", "Norway", "Peru"),
    ("Norway said the blame lies with Peru.", "Norway", "Peru"),
    ("Norway said that responsibility rests squarely with Peru.", "Norway", "Peru"),
    ("Norway said that Peru should bear the responsibility.", "Norway", "Peru"),
    ("Peru is to blame for the delay, Norway said.", "Norway", "Peru"),
    ("Norway said that Peru can blame only itself for the failure.", "Norway", "Peru"),
    ("Norway said that Peru was at fault.", "Norway", "Peru"),
    ("The failure is the fault of Peru, Norway said.", "Norway", "Peru"),
    ("Norway said that Peru is responsible for the collapse of the talks.", "Norway", "Peru"),
    ("Norway said that Peru alone is responsible for the vote.", "Norway", "Peru"),
    ("The culprit is Peru, Norway said.", "Norway", "Peru"),
    ("Norway blamed the impasse on Peru's attitude towards farmers.", "Norway", "Peru"),
    ("Norway blamed the confusion on a misunderstanding by Peru.", "Norway", "Peru"),
    ("Norway faulted Peru for the delay.", "Norway", "Peru"),
    ("Norway slammed Peru for leaving the talks.", "Norway", "Peru"),
]
NOT_LAID = [
    "Norway holds Peru in respect.",
    "Norway said that Peru is responsible for trade in the bloc.",  # an office
    "Norway charged a fee.",
    "Norway criticised Peru's plan.",
    "Norway blamed the delay on the weather.",
    "Norway put the plan on the table.",
    "Norway said that the decision lies with Peru.",
    "Norway bears the costs of the dam.",
    "Norway did not hold Peru responsible for the impasse.",
    "Norway said that Peru could be to blame for the delay.",
    "Norway would blame Peru if the talks failed.",
]


def charges(text: str) -> list[tuple[str, str]]:
    """(who blames, who is blamed) of each charge that a text tells to be made."""
    return [
        (by.name, of.name)
        for deed in read(text).deeds
        if deed.stance == "blames" and not deed.negated and deed.sure == "told"
        for by in deed.doers
        for of in deed.others
    ]


@pytest.mark.parametrize(("text", "by", "of"), LAID)
def test_blame(text: str, by: str, of: str) -> None:
    """Whoever lays it blames; where the clause only tells who is to blame, whoever says so does."""
    assert charges(text) == [(by, of)]


@pytest.mark.parametrize("text", NOT_LAID)
def test_no_blame(text: str) -> None:
    """Another thing laid, borne or held; what is denied, only possible, or on a condition."""
    assert charges(text) == []
