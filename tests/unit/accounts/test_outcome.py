"""What came of the talks: who pauses means to come back, who leaves for good does not."""

from __future__ import annotations

import pytest

from .comparing import told
from .told import talks


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Peru and Norway are on hold.",
        "The dock union put the talks on hold.",
        "The merger talks are on ice.",
        "The Karsk delegation temporarily withdrew from the talks.",
        "The dock union briefly walked out of the talks on Monday but returned.",
        "The talks broke off for the night.",
        "The coalition talks broke off for the day at nine.",
        "Peru has withdrawn from the talks for now.",
    ],
)
def test_a_pause_is_no_failure(text: str) -> None:
    """Put off, not failed."""
    outcome = talks(text).outcome
    assert (outcome.state, outcome.how) == ("not-settled", "postponed")


@pytest.mark.parametrize(
    "text",
    [
        "The Karsk delegation withdrew from the talks.",
        "The dock union walked out of the talks for the second day.",
        "The merger talks broke down for the first time.",
        "The talks collapsed after they were on for the day.",
        "The coalition talks broke off and the Reds met for the night.",
    ],
)
def test_what_is_told_to_end_has_failed(text: str) -> None:
    """A number of days, what went before and what another clause tells make no pause."""
    outcome = talks(text).outcome
    assert (outcome.state, outcome.how) == ("not-settled", "failed")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The dock union walked away from the talks with Kelling Yards.",
            "The unions walked out of the talks with Kelling Yards.",
        ),
        ("Peru temporarily walked out of the talks with Chile.", "Chile walked out of the talks with Peru."),
        ("The Reds (TRP) broke off the talks with Peru.", "TRP walked out of the talks with Peru."),
    ],
)
def test_one_party_under_two_names_is_no_dispute_over_who_left(one: str, two: str) -> None:
    """Words that only describe may mean the body that the other account names; a pause is no end."""
    assert ("contradicted", "actor") not in told(one, two)


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Peru and Norway collapsed despite both countries signing an accord on fish last year.",
        "The talks between Peru and Norway collapsed, although the two countries signed a treaty on the river.",
    ],
)
def test_what_is_conceded_is_no_outcome(text: str) -> None:
    """An accord that stands beside the failure, told with "despite", settles nothing."""
    outcome = talks(text).outcome
    assert (outcome.state, [t.state for t in outcome.accounts]) == ("not-settled", ["not-settled"])


def test_points_agreed_on_the_way_do_not_dispute_a_failure() -> None:
    """One account's "agreed on wages, but" stands beside another's failure; "agreed" alone against it is disputed."""
    fails = "The talks between the dock union and Kelling Yards collapsed on Friday."
    part = "The dock union and Kelling Yards reached agreement on wages and benefits, but on Friday the yards asked for new rules."
    whole = "The dock union and Kelling Yards reached agreement on Friday."
    assert talks(part, fails).outcome.state == "not-settled"
    assert talks(whole, fails).outcome.state == "disputed"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The draft brings Peru back to the table. Peru and Norway agree on trade in fish.", "not-told"),
        ("Under the plan Peru and Norway sign a treaty on the river.", "not-told"),
        ("Peru and Norway agree on trade in fish", "settled"),
        ("Peru and Norway agreed on trade in fish.", "settled"),
        ("Peru and Norway have signed a treaty on the river.", "settled"),
    ],
)
def test_a_term_of_a_draft_is_no_outcome(text: str, state: str) -> None:
    """What a draft says stands in the present; a headline does too, and what happened does not."""
    assert talks(text).outcome.state == state


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The conference on the strait ended with no deal.", "stalemate"),
        (
            "A dinner at which the two leaders hoped to break the deadlock over the toll ended with no agreement.",
            "stalemate",
        ),
        ("The yard and the dock union failed to reach a contract after months of talks.", "stalemate"),
        ("Weeks of negotiations with the city had not produced a new contract.", "stalemate"),
        ("No agreement was reached, though the governments of Peru and Chile had all backed it.", "no-agreement"),
    ],
)
def test_no_deal_in_other_words(text: str, how: str) -> None:
    """With "no" before the pact, what two sides failed to do, months of talks, and a pact that only a pronoun tells."""
    outcome = talks(text).outcome
    assert (outcome.state, outcome.how) == ("not-settled", how)


@pytest.mark.parametrize(
    "before",
    [
        "It replaces a truce made in September, which finally broke down.",
        "Its terms are those of the truce of May. That agreement collapsed at once.",
        "An earlier ceasefire fell apart within days.",
    ],
)
def test_an_earlier_pact_that_failed_disputes_nothing(before: str) -> None:
    """A truce that broke down is no failure of the talks that end in a new one; the deal itself that collapsed is."""
    assert talks(f"Peru and Chile agreed on a truce on Monday. {before}").outcome.state == "settled"
    assert talks("The deal between Peru and Chile collapsed on Monday.").outcome.state == "not-settled"


def test_the_manner_is_what_most_tell() -> None:
    """Two accounts of a failure against one of an end without a deal."""
    outcome = talks("The talks ended without a deal.", "The talks failed.", "The talks broke down.").outcome
    assert (outcome.state, outcome.how) == ("not-settled", "failed")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The union backed out of the coalition talks.", "failed"),
        ("The Greens pulled out of the talks with the Reds.", "failed"),
        ("The Reds called off efforts to form a government.", "failed"),
        ("The talks between Norway and Peru faltered.", "failed"),
        ("The merger talks fizzled out.", "failed"),
        ("The coalition talks unravelled.", "failed"),
        ("Talks between Peru and Norway have stalled.", "stalled"),
        ("The talks remain stalled.", "stalled"),
        ("The talks collapsed. The talks between Norway and Peru go on, the envoy said.", "failed"),
    ],
)
def test_words_for_talks_that_end_or_stand_still(text: str, how: str) -> None:
    """Backing out and faltering fail, stalling stands still; within one account a failure comes before what goes on."""
    outcome = talks(text).outcome
    assert (outcome.state, outcome.how) == ("not-settled", how)


@pytest.mark.parametrize(
    "text", ["The Greens did not back out of the talks.", "The union called off efforts to sell the dam."]
)
def test_what_ends_no_talks(text: str) -> None:
    """Whoever stays in, and efforts for something else."""
    assert talks(text).outcome.how != "failed"


def test_all_of_a_list_are_blamed() -> None:
    """Whoever is blamed is named in full, in the order of the alphabet; who stands in the matter is not blamed."""
    text = "Norway blamed the {}. Kenya, Peru and Chile want a dam."
    assert [(c.says, c.blamed) for c in talks(text.format("four lands: Peru, Kenya and Chile")).charges] == [
        ("Norway", "Chile, Kenya and Peru")
    ]
    assert [c.blamed for c in talks("Norway accused Peru and Chile of delay. Peru and Chile want a dam.").charges] == [
        "Chile and Peru"
    ]
    assert [
        c.blamed for c in talks("Norway accused Peru of threats against Chile. Peru and Chile want a dam.").charges
    ] == ["Peru"]
    assert [c.says for c in talks("Norway and Peru accused Chile of delay. Chile wants a dam.").charges] == [
        "Norway",
        "Peru",
    ]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The talks between Norway and Peru were abandoned.", "failed"),
        ("The talks between Norway and Peru came to an end without result.", "stalemate"),
        ("No deal on quotas will be made between Norway and Peru.", "stalemate"),
        ("Norway and Peru have no agreement for 2031.", "stalemate"),
        ("An agreement between Norway and Peru had proved out of reach.", "stalemate"),
    ],
)
def test_talks_given_up(text: str, how: str) -> None:
    """Abandoned, ended without result, out of reach, none to come."""
    outcome = talks(f"{text} Norway wants a dam. Peru rejects the dam.").outcome
    assert (outcome.state, outcome.how) == ("not-settled", how)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's envoy said that it was premature to say that the talks had failed.",
        "It is too early to say that the talks with Peru have collapsed, Norway's envoy said.",
        "The talks between Norway and Peru were not abandoned.",
        "The law of Norway lays down how pacts are reached.",
        "Peru had accepted the compromise of the mediator, while Norway kept its offer.",
        "“There is no compromise on the table,” the envoy of Peru said.",
        "Norway would leave the talks with nothing without this deal.",
    ],
)
def test_no_outcome_is_told(text: str) -> None:
    """What is too early to say, was not given up, holds in general, was answered before, and what nobody proposes."""
    assert talks(f"{text} Norway wants a dam. Peru wants a road.").outcome.state == "not-told"


@pytest.mark.parametrize(
    ("text", "state", "how"),
    [
        ("The truce between Peru and Norway lapsed on Monday.", "not-settled", "lapsed"),
        ("The first ceasefire that Peru has ever observed ran out at midnight.", "not-settled", "lapsed"),
        ("The armistice came to an end in Lund.", "not-settled", "lapsed"),
        ("The contract expired on Monday.", "not-told", None),
        ("The bargaining with Peru ended with envoys unable to close a deal.", "not-settled", "stalemate"),
        ("Another round in Lund, and still no signed accord.", "not-settled", "stalemate"),
        ("The collapse of the arena deal has left the premier angry.", "not-settled", "stalemate"),
        ("The talks crashed on Monday.", "not-settled", "failed"),
        ("Their words were told as though a deal had been signed by Peru and Norway.", "not-told", None),
        ("That the talks had failed, Norway denied.", "not-told", None),
        ("Norway put out a statement which implied that a deal had been reached.", "not-told", None),
        ("Peru and Norway had agreed that an accord would be signed before May.", "not-told", None),
        ("Of that sum the city asked the club to bear more than it had previously accepted.", "not-told", None),
        ("The union's delegates accepted the takeover.", "settled", None),
        ("Peru abandoned its plan to merge with Norway.", "not-settled", "failed"),
        ("The union gave its backing to the merger.", "settled", None),
        ("When everything else was settled, one thing stood in the way.", "not-told", None),
    ],
)
def test_what_ran_out_what_came_of_it_and_what_only_looks_like_it(text: str, state: str, how: str | None) -> None:
    """A truce that ran out, talks that brought nothing, and what tells no outcome at all."""
    outcome = talks(f"Peru and Norway met in Lund. {text}").outcome
    assert (outcome.state, outcome.how) == (state, how)


def test_how_it_ended_goes_before_that_nothing_is_agreed_yet() -> None:
    """The author's "crashed" of last week against a side's "no deal had been agreed", in the latest account."""
    outcome = talks("The talks crashed last week. No final deal had been agreed, said Norway.").outcome
    assert (outcome.state, outcome.how) == ("not-settled", "failed")


def test_what_failed_last_week_gives_way_to_the_pact_of_this_week() -> None:
    """A day told in the sentence, a week too, goes before the day of the account."""
    failed = "Norway and Peru met again. Only last week three days of talks in Lund collapsed without a deal."
    signed = "Norway and Peru signed a deal on Monday in Lund."
    assert talks(signed, failed).outcome.state == "settled"
    assert talks(failed).outcome.state == "not-settled"


def test_a_pact_on_some_points_is_a_part() -> None:
    """ "On three of the four conditions": what is told to fail beside it has failed."""
    told = talks("A deal had been reached on three of the four conditions. Peru and Norway met.").outcome.accounts
    assert [t.part for t in told] == [True]
    told = talks("A deal had been reached on all of the four conditions. Peru and Norway met.").outcome.accounts
    assert [t.part for t in told] == [False]


def test_no_agreement_on_a_further_round_announces_none() -> None:
    """ "There were no agreements on prices or a summit (slated for May)" tells that none was reached, and no next round."""
    outcome = talks(
        "Norway and Peru called the session useful, but there were no agreements on prices or a follow-up summit between Norway and Peru "
        "(potentially slated for May 2030). Norway wants a dam. Peru wants a road."
    ).outcome
    assert (outcome.state, outcome.how) == ("not-settled", "no-agreement")


@pytest.mark.parametrize(
    "text",
    [
        "A source close to the talks denied that they had collapsed.",
        "An official denied that the talks had broken down.",
        "Norwegian sources dispute that the talks failed.",
    ],
)
def test_whoever_denies_a_failure_tells_none(text: str) -> None:
    """Though nobody is named who denies it; a failure that is told beside another denial is one."""
    assert talks(text).outcome.how != "failed"
    assert talks("A source denied that Norway was late. The talks failed.").outcome.how == "failed"


def test_a_team_called_home_stalls_the_talks() -> None:
    """And whoever leaves them for good breaks them off."""
    assert talks("Norway withdrew its delegation from the talks.").outcome.how == "stalled"
    assert talks("Norway withdrew from the talks.").outcome.how == "failed"
