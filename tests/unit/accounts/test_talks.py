"""Deadlines, theses, omissions; and what a person says of parties, people and issues, which always wins."""

from __future__ import annotations

import pytest

from zopa.accounts.edits import TalksEdit

from .told import parties, talks

UNION = "The Saro Boatmen Union demands a lower toll."
PORT = "The Saro Port Authority rejects the lower toll."


def test_deadlines_and_next_meetings() -> None:
    """What must be done by a day, and a day of talks to come; what is long past is none; the earliest first."""
    found = talks(
        "Norway must answer by 30 March 2031. The talks will resume on 20 March 2031. The pier was built by 4 May 1931."
    )
    assert [(str(d.date), d.kind) for d in found.deadlines] == [("2031-03-20", "meeting"), ("2031-03-30", "due")]
    assert found.deadlines[1].what == "Norway must answer by 30 March 2031"
    assert talks("Norway demands the lower dam.").deadlines == ()


def test_a_report_has_no_thesis() -> None:
    """Only what reads as commentary argues something."""
    assert talks(f"{UNION} {PORT}").theses == ()


def test_what_one_account_leaves_out() -> None:
    """A side of what blocks that the other account of the same parties never touches; a touched one is none."""
    full, bare = (
        f"{UNION} {PORT}",
        "The Saro Boatmen Union wants a night ferry. The Saro Port Authority seeks longer piers.",
    )
    found = talks(full, bare).omissions
    assert {(o.source, o.told_by, o.kind) for o in found} == {("d1", "d0", "block")}
    assert talks(full, f"{bare} Nobody spoke of a lower toll.").omissions == ()
    assert talks(full).omissions == ()
    assert talks(full, "Norway demands the lower dam.").omissions == ()  # other talks


def edit(what: str, do: str, name: str, to: str = "") -> TalksEdit:
    return TalksEdit(what, do, name, to, by="desk")  # type: ignore[arg-type]


def test_parties_are_renamed_joined_split_and_rejected() -> None:
    """By any word that the texts have; applied in their order; another document does not undo it."""
    text, other = f"{UNION} {PORT}", "The union wants a night ferry. The union rejects a new rota."
    assert set(parties(text, other, edits=[edit("party", "rename", "union", "Boatmen")])) == {
        "Boatmen",
        "Saro Port Authority",
    }
    assert set(parties(text, other, edits=[edit("party", "join", "Saro Port Authority", "union")])) == {
        "Saro Boatmen Union"
    }
    split = [edit("party", "split", "union")]
    assert set(parties(text, other, edits=split)) == {"Saro Boatmen Union", "Saro Port Authority", "union"}
    rejected = [edit("party", "reject", "Saro Port Authority")]
    assert set(parties(text, edits=rejected)) == set(parties(text, PORT, edits=rejected)) == {"Saro Boatmen Union"}


def test_issues_are_renamed_joined_split_and_rejected() -> None:
    """Wants and blocks follow."""
    text = f"{UNION} {PORT} The Saro Boatmen Union wants a night ferry."

    def issues(*edits: TalksEdit) -> set[str]:
        found = talks(text, edits=edits).dispute
        assert {w.issue for w in found.wants} <= {i.label for i in found.issues}
        return {i.label for i in found.issues}

    assert issues(edit("issue", "rename", "lower toll", "Toll")) == {"Toll", "night ferry"}
    assert issues(edit("issue", "join", "night ferry", "lower toll")) == {"lower toll"}
    assert issues(edit("issue", "reject", "night ferry")) == {"lower toll"}
    wordings = "The Saro Boatmen Union demands a lower toll. The Saro Port Authority rejects the toll."
    assert {i.label for i in talks(wordings).dispute.issues} == {"lower toll"}
    apart = talks(wordings, edits=[edit("issue", "split", "toll")]).dispute
    assert {i.label for i in apart.issues} == {"lower toll", "toll"}
    assert [b.issue for b in apart.blocks] == ["toll"]
    assert [party for party, _ in apart.blocks[0].sides] == [
        "Saro Port Authority"
    ]  # the other side speaks to another issue now
    joined = edit("issue", "join", "night ferry", "lower toll")
    assert issues(joined, edit("issue", "split", "night ferry")) == {"lower toll", "night ferry"}


def test_people_are_renamed_joined_and_rejected() -> None:
    """Within their party."""
    text = "Norway demands the lower dam. Norway's foreign minister Ana Brod and Norway's envoy Oto Lind met Peru."

    def people(*edits: TalksEdit) -> set[str]:
        return {name for p in talks(text, edits=edits).participants.parties for name in p.people}

    assert people() == {"Ana Brod", "Oto Lind"}
    assert people(edit("person", "rename", "Ana Brod", "Anna Brodd")) == {"Anna Brodd", "Oto Lind"}
    assert people(edit("person", "join", "Oto Lind", "Ana Brod")) == {"Ana Brod"}
    assert people(edit("person", "reject", "Oto Lind")) == {"Ana Brod"}
    joined = edit("person", "join", "Oto Lind", "Ana Brod")
    split = edit("person", "split", "Oto Lind")
    assert people(joined, split) == {"Ana Brod", "Oto Lind"}
    (norway,) = (p for p in talks(text, edits=[joined, split]).participants.parties if p.name == "Norway")
    assert (norway.people["Oto Lind"].offices, norway.people["Ana Brod"].offices) == (["envoy"], ["foreign minister"])
    assert people(edit("person", "rename", "Oto Lind", "Otto Lind"), split) == {"Ana Brod", "Oto Lind", "Otto Lind"}


def test_an_edit_of_nothing_is_told() -> None:
    """Not applied, not silent."""
    (problem,) = talks(
        UNION, edits=[edit("party", "reject", "Nobody Ltd"), edit("issue", "reject", "lower toll")]
    ).problems
    assert problem.code == "talks-edit-without-object"
    assert "Nobody Ltd" in problem.message


def outcome(*texts: str) -> tuple[str, bool]:
    """State, and whether all that is agreed is a part."""
    found = talks(*texts).outcome
    return found.state, bool(found.accounts) and all(t.part for t in found.accounts if t.state == "settled")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Norway and Kenya agreed not to use force on the river.",), ("settled", True)),
        (("Both sides agreed to open the port.",), ("settled", True)),
        (("The two sides agreed to continue the talks.",), ("not-settled", True)),
        (("Norway agreed that the port is old.",), ("not-told", False)),
        (("Norway and Kenya did not agree to a truce.",), ("not-settled", True)),
        (("Norway and Kenya agreed to sign a treaty in May.",), ("announced", True)),
        (("A deal can be reached by Norway and Kenya.",), ("not-told", False)),
        (("Norway and Kenya signed a truce. A final deal is to be signed in May.",), ("announced", True)),
        (("Norwegians voted in a referendum to define the border.",), ("not-told", False)),
        (("All parties voted no.",), ("not-told", False)),
        (("The dockers voted on Monday to strike.",), ("not-told", False)),
        (("The dockers voted on Monday to accept the offer.",), ("settled", False)),
        (("Norway rejected the third offer of Kenya.",), ("not-settled", True)),
        (("Norway rejected the third offer of Kenya.", "Norway and Kenya signed a treaty."), ("settled", False)),
        (("Norway and Kenya signed nine pacts, but no agreement on the river.",), ("settled", True)),
        (("Norway signed the treaty. Kenya left without signing the treaty.",), ("not-settled", True)),
        (("The talks failed on Monday.", "In January, the talks ended in an agreement."), ("not-settled", True)),
    ],
)
def test_outcomes_in_part_and_of_other_rounds(texts: tuple[str, ...], told: tuple[str, bool]) -> None:
    """What sides agree to do is a part; what can be, is to be, or was an earlier round settles nothing."""
    assert outcome(*texts) == told


def test_what_is_withheld_beside_a_part_is_told() -> None:
    """ "Nine pacts, but no agreement on the river": both halves."""
    told = talks("Norway and Kenya signed nine pacts, but no agreement on the river.").outcome.accounts
    assert {(t.state, t.part) for t in told} == {("settled", True), ("not-settled", False)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway must answer no later than 30 March.", ["2031-03-30"]),
        ("Norway acted as mandated by the 1966 pact.", []),
        ("They were at the table until today.", []),
        ("Norway left by 2 February.", []),
        ("Norway had to answer by 9 March.", ["2031-03-09"]),
        ("Asked if a deal could be done within the next month, Norway smiled.", []),
        ("Norway wants a deal within the next month.", ["2031-04-30"]),
        ("Norway must halve its emissions by 2050.", []),
        ("Norway must answer by 2032.", ["2032-12-31"]),
        ("The talks with Peru, held this week in Oslo, brought both sides together.", []),
    ],
)
def test_what_is_due_is_ahead(text: str, days: list[str]) -> None:
    """History, a year that names something and a day long gone are no deadline; one just missed is."""
    assert [str(d.date) for d in talks(text).deadlines] == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway and Peru resume the talks next week.", ["next week"]),
        ("The talks with Peru will resume this week.", ["this week"]),
        ("The talks with Peru resumed this week.", []),
    ],
)
def test_a_span_that_has_begun_is_ahead_only_where_told_so(text: str, told: list[str]) -> None:
    """A week, not its last day; what is told as done in it is no next date."""
    assert [d.told for d in talks(text).deadlines if d.kind == "meeting"] == told


def test_a_span_that_leans_on_another_day_is_told_by_itself() -> None:
    """ "Until the end of this year" of an account of 2031; the end of a month is not its beginning."""
    ends = talks("Norway and Peru met. Norway wants a dam. The talks should resume before the end of May, Norway said.")
    assert [d.told for d in ends.deadlines] == ["before the end of May 2031"]
    told = talks("Norway and Peru met. Norway wants a dam. Peru must answer by the end of this year, Norway said.")
    assert [d.told for d in told.deadlines] == ["by the end of 2031"]


@pytest.mark.parametrize(
    "before",
    [
        "Last week, the talks with Peru collapsed.",
        "The treaty came a week after the talks with Peru broke down.",
        "Previous talks failed in March.",
    ],
)
def test_what_failed_before_is_not_how_it_ended(before: str) -> None:
    """An account that tells the pact tells what came before it, too."""
    assert talks(f"Norway and Kenya signed a treaty on Monday. {before}").outcome.state == "settled"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Norway rejected limits for the fish on the basis of a survey. Kenya wants a road.",
            "limits for the fish on the basis",
        ),
        ("Norway rejected a new toll about 4 a.m. after long talks. Kenya wants a road.", "new toll"),
        ("Norway refused a lower toll despite protests. Kenya wants a road.", "lower toll"),
        ("Norway said it would not move in our direction. Kenya wants a road.", "road"),
    ],
)
def test_labels_end_where_the_matter_ends(text: str, label: str) -> None:
    """Neither on a small word nor behind what tells when; no label of the first person."""
    assert label in [issue.label for issue in talks(text).dispute.issues]


def test_until_with_a_denial_is_no_deadline() -> None:
    """ "Did not feel left out until this week"."""
    assert talks("Norway did not feel left out until this week. Norway wants a dam.").deadlines == ()


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("No deal between Norway and Peru was announced by 30 March 2031.", False),
        ("The ministers of Norway and Peru had not met by 30 March 2031.", False),
        ("Norway wants a dam and did not get an answer from Peru before 30 March 2031.", False),
        ("Norway wants a levy on ships from 1 January 2030 until 30 March 2031.", False),
        ("Norway asked for a deadline from 1 January 2030 until 30 March 2031 to answer Peru.", True),
        ("If no deal is reached by 30 March 2031, Norway will leave the talks with Peru.", True),
        ("Norway must sign the accord with Peru by 30 March 2031.", True),
    ],
)
def test_what_had_not_happened_by_a_day_is_no_deadline(told: str, due: bool) -> None:
    """The day to which a report reaches ends nothing; a day before which something must be done does."""
    assert bool(talks(told).deadlines) is due


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not hear of it up until the middle of last week.",
        "The visit raised hope of a treaty by the end of this week.",
        "Peru said that its reserves of gas would last until 30 March 2031.",
    ],
)
def test_no_day_is_due(text: str) -> None:
    """What lasted until a day that is past, and what was only hoped for."""
    assert talks(f"{text} Norway wants a dam.").deadlines == ()


def test_what_is_only_understood_is_no_outcome() -> None:
    """A hedged agreement beside talks that failed."""
    text = "The talks failed. It is understood that Norway and Kenya signed a treaty."
    assert talks(text).outcome.state == "not-settled"


@pytest.mark.parametrize("told", ["issued an ultimatum late Thursday", "delivered an ultimatum on 20 March"])
def test_the_day_an_ultimatum_is_issued_is_not_its_end(told: str) -> None:
    """No date from the verb of handing it over; the day it ends is told."""
    assert [d.date for d in talks(f"Norway {told}. Norway wants a dam.").deadlines if d.date] == []
    (due,) = talks("The ultimatum ends on 20 March. Norway wants a dam.").deadlines
    assert str(due.date) == "2031-03-20"


def test_a_bare_weekday_of_past_plans_is_the_day_itself() -> None:
    """The account is of a Wednesday: "he would return on Wednesday" names no day a week on; what lies ahead does."""
    past = "Norway's envoy told reporters that the talks were over and he would meet them on {}. Norway wants a dam."
    assert [d.date for d in talks(past.format("Wednesday")).deadlines if d.kind == "meeting"] == []
    ahead = "The talks between Norway and Peru will resume on Wednesday."
    assert [str(d.date) for d in talks(ahead).deadlines] == ["2031-03-19"]
