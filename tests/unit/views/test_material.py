"""Parties, titles and copies: what a page is made from."""

from __future__ import annotations

from .stories import Story, finding, long_text, material


def told(name: str, *parties: str) -> Story:
    """A document in which each party demands something."""
    return Story(name, " ".join(f"{party} demands lower dam {n}." for n, party in enumerate(parties)) or "Nothing.")


def test_parties_are_alphabetical_and_only_those_that_act() -> None:
    """Whoever demands, offers or refuses, alphabetical; a state that only appears is none."""
    assert material(told("a", "Velmar", "Ostrana"), Story("b", "It rained in Karsk.")).parties == ("Ostrana", "Velmar")


def test_no_more_parties_than_a_table_can_show() -> None:
    """Five columns at most: those told of most."""
    story = told("a", "Velmar", "Ostrana", "Karsk", "Tolmin", "River League", "Reuland", "Norland")
    assert len(material(story).parties) == 5
    assert material(told("a")).parties == ()


def test_a_party_hardly_spoken_of_is_no_column() -> None:
    """One demand beside many gives no column."""
    assert material(told("a", *["Velmar"] * 20, *["Ostrana"] * 20, "Karsk")).parties == ("Ostrana", "Velmar")


def test_members_stand_under_a_bloc_that_speaks_for_itself() -> None:
    """Karsk is shown under the league where the texts speak of the league as much, and by itself where not."""
    league = Story("a", "River League and Karsk and Tolmin met.")
    for name in ("River League", "Karsk", "Tolmin"):
        league.mention(name)
    assert material(league).column("Karsk") == "River League"
    alone = Story("a", "Karsk met nobody.")
    alone.mention("Karsk")
    assert material(alone).column("Karsk") == "Karsk"
    assert material(alone).column("Nobody known") == "Nobody known"


def test_the_statements_of_a_copy_are_counted_once() -> None:
    """Of two copies of one text the first counts; a text of its own stays."""
    text = long_text("dam")
    one, copy, other = Story("one", text), Story("copy", text), Story("other", long_text("harvest"))
    for story in (one, copy, other):
        story.say(story.document.text.split(".")[0] + ".")
    counted = material(one, copy, other)
    assert [s.source for s in counted.statements] == ["one", "other"]
    assert set(counted.by_statement) == {s.id for story in (one, copy, other) for s in story.statements}


def test_default_title_names_the_meeting_that_most_tell_of() -> None:
    """Place and day of the meeting told of most often."""
    a, b, c = (Story(name, "They met in Brenn on 11 March. They met in Orlo.") for name in "abc")
    for story in (a, b):
        story.meet(
            "They met in Brenn on 11 March.",
            "Velmar",
            "Ostrana",
            place="Brenn",
            date=story.day("11 March", "2031-03-11"),
        )
    c.meet("They met in Orlo.", "Velmar", "Ostrana", place="Orlo")
    assert material(a, b, c).default_title == "Talks in Brenn, 11 March 2031"
    assert material(c).default_title == "Talks in Orlo"


def test_of_meetings_told_equally_often_the_first_gives_the_title() -> None:
    """The same documents give the same title in every run, whatever the names of the places."""
    for places in (
        ("Brenn", "Orlo"),
        ("Orlo", "Brenn"),
        ("Tarn", "Vask"),
        ("Vask", "Tarn"),
        ("Ilm", "Sund"),
        ("Sund", "Ilm"),
    ):
        story = Story("a", " ".join(f"They met in {place}." for place in places))
        for place in places:
            story.meet(f"They met in {place}.", "Velmar", "Ostrana", place=place)
        assert material(story).default_title == f"Talks in {places[0]}"


def test_default_title_does_not_name_a_meeting_that_was_not_held() -> None:
    """A cancelled meeting gives the page no title; the parties do, and without any, neither."""
    story = Story("a", "Velmar and Ostrana cancelled their meeting in Brenn.")
    story.meet(story.document.text, "Velmar", "Ostrana", place="Brenn", status="cancelled")
    assert material(story).default_title == "Accounts compared"
    story.document = told("a", "Velmar", "Ostrana").document
    story.meetings = []
    assert material(story).default_title == "Accounts of talks: Ostrana, Velmar"


def test_findings_by_relation_keep_their_rank() -> None:
    """Findings of the relations asked for, in the order of the comparison."""
    story = Story("a", "One. Two.")
    one, two = story.say("One."), story.say("Two.")
    rows = [finding("contradicted", "x", one), finding("corroborated", "y", two), finding("contradicted", "z", two)]
    assert [f.about for f in material(story, findings=rows).findings("contradicted")] == ["x", "z"]
    assert [f.about for f in material(story, findings=rows).findings("corroborated", "contradicted")] == ["x", "y", "z"]
