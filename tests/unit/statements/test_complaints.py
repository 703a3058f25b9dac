"""What one side holds against another: each way to say it, each switched off, and what is no complaint."""

from __future__ import annotations

import pytest

from zopa.statements.actors import Actors
from zopa.statements.complaint_rows import ROWS
from zopa.statements.complaints import find_complaints
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document, read

LEAD = "Norway and Peru have been in talks over the canal. "
NAMES = {row.name for row in ROWS}
TOLD = [
    ("will-not-bargain", "Peru refuses to engage, Norway said."),
    ("will-not-bargain", "Norway said that Peru had not responded to its letter."),
    ("will-not-bargain", "Norway said Peru was unwilling to compromise on the toll."),
    ("will-not-bargain", "Norway complained that Peru was not ready to take decisions."),
    ("will-not-bargain", "Norway said Peru lacks the political will."),
    ("breaks-word", "Norway said that Peru has gone back on its word."),
    ("breaks-word", "Norway said that Peru keeps moving the goalposts."),
    ("breaks-word", "Norway said Peru had breached the truce."),
    ("breaks-word", "Norway said Peru did not honour the agreement."),
    ("breaks-word", "Norway said Peru raised new demands on the last day."),
    ("breaks-word", "Norway said Peru had committed illegal acts."),
    ("delays", "Norway said that Peru is stalling."),
    ("delays", "Norway said that Peru was dragging its feet."),
    ("delays", "Norway said that Peru wanted to buy time."),
    ("too-little", "Norway said Peru's offer was insufficient."),
    ("too-little", "Norway said that the demands of Peru are unrealistic."),
    ("too-little", "Norway said Peru's bid undervalues the canal."),
    ("too-little", "Norway said that Peru's proposal does not go far enough."),
    ("too-little", "Norway said that Peru's draft is no basis for talks."),
    ("presses", "Norway said Peru was holding the port hostage."),
    ("presses", "Norway said Peru is trying to blackmail the region."),
    ("presses", "Norway said Peru had exerted massive pressure."),
    ("misleads", "Norway said Peru had misrepresented the offer."),
    ("misleads", "Norway said that Peru's account of the meeting was false."),
    ("wrecks", "Norway said that Peru was trying to sabotage the talks."),
    ("wrecks", "Norway warned that Peru's demands could sink the deal."),
    ("wrecks", "Norway said Peru wanted to topple the government."),
    ("temper", "Norway said that Peru is intransigent."),
    ("temper", "Norway said Peru has hardened its position."),
    ("temper", "Norway said that Peru's decision was a cynical ploy."),
    ("temper", "Norway said that Peru was making unreasonable demands."),
    ("presses", "Norway said that Peru was using a form of blackmail."),
    ("calls", "Norway called Peru's letter irresponsible."),
    ("calls", "Norway dismissed Peru's proposal as a way to win votes."),
    ("calls", "Norway condemned the decision of Peru."),
    ("finds-fault", "Norway finds fault with Peru."),
    ("finds-fault", "Norway said it had no confidence in Peru's board."),
    ("finds-fault", "Norway has lost patience with Peru."),
    ("onus", "The ball is in Peru's court, Norway said."),
    ("onus", "Norway said that the onus is on Peru."),
]  # fmt: skip
NOT_TOLD = [
    "Peru is stalling.",  # the author's own words are nobody's complaint
    "Norway said that it was not ready to take decisions.",
    "Norway said that Norway would not compromise.",
    "If Peru refuses to engage, Norway will leave, it said.",
    "Norway asked if Peru was stalling.",
    "Norway denied that Peru had breached the truce.",
    "Norway said Peru had honoured the agreement.",
    "Norway said Peru's offer was generous.",
    "Norway called Peru's letter constructive.",
    "Norway said that Peru was ready to talk.",
    "Norway said that the weather was terrible.",
    "Norway said Peru had broken a record.",
    "Norway said that Peru bought the port.",
    "Norway did not call Peru's letter irresponsible.",
    "Norway said that Peru had moved its troops.",
    "Norway said that Peru rejected the insult.",
    "Norway finds no fault with Peru.",
    "Norway has confidence in Peru.",
]


def complaints(text: str, off: set[str] | None = None) -> list[str]:
    record = read(LEAD + text)
    annotated = annotate(document(LEAD + text), default_vocabulary())
    actors = Actors(annotated, default_vocabulary())
    return [c.kind for c in find_complaints(annotated, actors, record.deeds, record.statements, off or set())]


@pytest.mark.parametrize(("row", "text"), TOLD)
def test_what_is_told(row: str, text: str) -> None:
    """By one row, of the other side; by none when all rows that see it are off."""
    assert complaints(text) == [row]
    assert complaints(text, NAMES - {row}) == [row]
    assert row not in complaints(text, {row})
    (told,) = read(LEAD + text).complaints
    assert (told.says_side, told.charged_side) == ("Norway", "Peru")


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_complaint(text: str) -> None:
    """The author's words, a side's words on itself, conditions, questions, denials, praise, and other senses of the words."""
    assert complaints(text) == []


def test_every_row_is_tested_and_has_an_example() -> None:
    """Names are unique."""
    assert {row for row, _ in TOLD} == NAMES
    assert len(NAMES) == len(ROWS)
    assert all(row.example for row in ROWS)


def test_of_whom_and_in_which_words() -> None:
    """The speaker with the side, the other side, the clause, and the words from the subject on; an adjective of a land is that land."""
    text = "It rained. Ana Brod, the foreign minister of Norway, said on Monday that the Peruvian offer was inadequate."
    (told,) = read(text).complaints
    assert (told.says, told.says_side, told.charged) == ("Ana Brod", "Norway", "Peru")
    assert told.passage.text == text.removeprefix("It rained. ")
    assert told.core.text == "the Peruvian offer was inadequate"
