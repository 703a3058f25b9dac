"""How a clause says that talks stand: each way to say it, each switched off, and what tells nothing of the kind."""

from __future__ import annotations

import pytest

from zopa.statements.standing import find_standings
from zopa.statements.standing_rows import ROWS
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document, read

NAMES = {row.name for row in ROWS}
TOLD = [
    ("settles", "Tolvik and the guild came to an agreement on the night shift."),
    ("settles", "The yard and the guild hammered out a contract."),
    ("settles", "The two sides shook hands on a contract."),
    ("voted-for", "Members voted overwhelmingly to approve the contract."),
    ("voted-for", "The shareholders voted for the deal."),
    ("voted-for", "Creditors accepted the offer."),
    ("voted-against", "Members voted down the contract."),
    ("voted-against", "Drivers voted to reject the offer."),
    ("voted-against", "Nurses voted against the agreement."),
    ("broken-off", "Tolvik left the talks over the levy."),
    ("broken-off", "The Reds walked out of the coalition talks on Monday, leaving the Blues without a majority."),
    ("broken-off", "The city walked away from the table."),
    ("broken-off", "The yard and the guild ended their merger talks."),
    ("broken-off", "Tolvik broke off its talks with the guild."),
    ("broken-off", "The guild suspended its participation in the talks."),
    ("broken-off", "The talks came to nothing."),
    ("without", "The round closed without agreement."),
    ("without", "The sides parted without a deal."),
    ("without", "The two sides concluded their talks without agreement."),
    ("without", "Eleven hours of talks ended with no deal."),
    ("without", "The deadline passed without a deal."),
    ("fails-to", "The sides were unable to bridge their differences."),
    ("fails-to", "The yard and the guild failed to agree on the night shift."),
    ("fails-to", "The lawyers were unsuccessful in reaching an agreement."),
    ("fails-to", "The eighth round, too, failed to reach a conclusion."),
    ("fails-to", "The fifth round of talks yielded no result."),
    ("fails-to", "The round was inconclusive."),
    ("fails-to", "Two days of talks did not lead to an agreement."),
    ("stuck", "The talks are at a standstill."),
    ("stuck", "The talks have been virtually deadlocked since May."),
    ("stuck", "Talks on the quota hit an impasse."),
    ("stuck", "The negotiations ran into a roadblock."),
    ("stuck", "The stalemate continues."),
    ("stuck", "Talks on the crew stalled in Lund over the list, an official said."),
    ("no-progress", "Little progress was made."),
    ("no-progress", "The envoys made no headway."),
    ("no-progress", "There was no progress this month."),
    ("no-progress", "The hosts reported no progress."),
    ("no-progress", "The negotiations have not budged."),
    ("no-progress", "The two sides are no closer to a deal."),
    ("no-progress", "The talks have not resumed."),
    ("put-off", "The talks were adjourned."),
    ("put-off", "The yard and the guild agreed to postpone the talks."),
    ("put-off", "The two sides agreed to stop the clock for a week."),
    ("put-off", "The talks are on hold."),
    ("put-off", "The negotiations were put on ice."),
    ("put-off", "The mediator called a recess."),
    ("far-off", "A deal before the summer seems unlikely, the minister said."),
    ("far-off", "A final deal remains elusive."),
    ("far-off", "An agreement is not in sight."),
    ("far-off", "Wide gaps remain between the two sides."),
    ("far-off", "Several issues remain unresolved."),
    ("far-off", "The sides are still far from an agreement."),
    ("not-reached", "No consensus has been reached."),
    ("not-reached", "There was no breakthrough."),
    ("not-reached", "There was little sign of a deal."),
    ("not-reached", "The issue was not resolved."),
    ("not-reached", "The differences are still to be settled."),
    ("not-agreed", "The two sides remain at odds over the quota."),
    ("not-agreed", "The sides are far apart."),
    ("not-agreed", "The sides came to no agreement on the levy."),
    ("not-agreed", "The sides did not reach a deal."),
    ("not-agreed", "The two sides could not find common ground."),
    ("not-agreed", "Tolvik remains in dispute with the guild."),
    ("goes-on", "The talks are ongoing."),
    ("goes-on", "The talks are still under way."),
    ("goes-on", "Both sides continued to talk on Monday."),
    ("goes-on", "Tolvik would continue its dialogue with the guild, it said."),
    ("goes-on", "The negotiations are set to resume next week."),
    ("goes-on", "The summit was extended by a day."),
    ("goes-on", "The two sides agreed to meet again."),
    ("goes-on", "The two sides agreed to begin negotiations on the quota."),
    ("goes-on", "The negotiators returned to the table."),
    ("goes-on", "The two sides will meet again on Thursday."),
]  # fmt: skip
NOT_TOLD = [
    "If the talks stall, the drivers will strike.",  # a condition
    "The talks may stall.",
    "The envoy asked if the talks had stalled.",
    "A spokesman denied that the talks had stalled.",
    "The talks, which stalled in May, were about pay.",  # a description
    "Before the talks stalled, the city made an offer.",
    "The talks did not stall.",
    "The yard and the guild have been at odds for years.",  # why they talk
    "The Saudis said that they do not agree.",
    "The mayor continued to talk to reporters.",
    "He ended the meeting with a joke.",
    "The minister left the room.",
    "The bleak ending left it open whether the talks have a future.",
    "The board passed several proposals.",
    "The guild proposed that the talks be resumed.",
    "“There is no compromise on the table,” the envoy said.",
    "The talks were frank and constructive.",
    "A deal is in sight.",
    "The two sides concluded the first round of talks.",  # with or without a pact
    "The two sides shook hands and left.",
    "The sides have a draft deal.",
    "The members approved the plan to strike.",
    "The council passed the budget.",
    "The minister left the talks for lunch.",
    "Progress was made.",
    "The guild postponed the tour.",
    "The mayor made no mistake.",
    "The two sides remain neighbours.",
    "The train was extended by a day.",
    "The crew came to the harbour.",
    "The members approved the minutes.",
    "No further talks are scheduled.",  # tells nothing of those that were held
]


def standings(text: str, off: set[str] | None = None) -> list[str]:
    return [told.kind for told in find_standings(annotate(document(text), default_vocabulary()), (), off or set())]


@pytest.mark.parametrize(("row", "text"), TOLD)
def test_what_is_told(row: str, text: str) -> None:
    """By one row, which is enough by itself; by none when it is off."""
    assert standings(text) == [row]
    assert standings(text, NAMES - {row}) == [row]
    assert row not in standings(text, {row})


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_tells_nothing(text: str) -> None:
    """Conditions, questions, denials, descriptions, a time before, wishes, other meetings, and what went well."""
    assert standings(text) == []


def test_every_row_is_tested_and_has_an_example() -> None:
    """Names are unique."""
    assert {row for row, _ in TOLD} == NAMES
    assert len(NAMES) == len(ROWS)
    assert all(row.example for row in ROWS)


def test_who_says_it_when_and_in_which_words() -> None:
    """The speaker, the day, the clause, and the shortest words; what a source only supposes is hedged."""
    text = "It rained. Ana Brod, the mediator, said that the talks hit an impasse on Monday."
    (told,) = read(text).standings
    assert (told.how, told.says, told.hedged) == ("stalled", "Ana Brod", False)
    assert str(told.date and told.date.from_) == "2025-03-10"
    assert told.passage.text == text.removeprefix("It rained. ")
    assert told.core.text == "the talks hit an impasse on Monday"
    (told,) = read("The talks have reportedly stalled.").standings
    assert told.hedged
