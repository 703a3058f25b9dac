"""What is quoted of a passage: a clause that reads by itself, a short sentence, else a stretch around the words that decide."""

from __future__ import annotations

import pytest

from zopa.accounts.items import find_stems
from zopa.sources import Passage
from zopa.views.excerpts import around, cut, excerpt, excerpt_of, find_whole, said_of

from .checking import is_excerpt
from .stories import Story, material, person

SENTENCE = (
    "After a long night, the envoys of Velmar agreed to lower the dam by two metres, and the press went home to sleep."
)
LONG = (
    "In the old town hall by the river, where the windows stood open and the lamps had burned since dusk for everybody to see, the "
    "envoys without any word to the crowd outside on the square agreed to lower the dam of the valley by two metres"
)


def test_excerpt_is_cut_behind_whole_words() -> None:
    """A long passage ends in an ellipsis behind a word, a short one stands whole on one line."""
    passage = Passage("d", 0, 30, "The dam, the valley,\n and the border")
    assert excerpt(passage, 4).text == "The dam, the valley …"
    assert excerpt(passage, 7).text == "The dam, the valley, and the border"
    assert excerpt(passage, 4).passages == (passage,)


def test_excerpt_of_shows_what_is_said() -> None:
    """The content without its frame, while the whole sentence opens."""
    story = Story("a", "“The dam stays where it is,” Ana Brod said.")
    statement = story.say(story.document.text, "The dam stays where it is,", speaker=person("Ana Brod"))
    piece = excerpt_of(statement, 3)
    assert piece.text == "The dam stays …"
    assert piece.passages == (statement.passage,)


@pytest.mark.parametrize("words", ["agreed", "two metres", "lower the dam"])
def test_the_clause_that_holds_the_words_is_shown_whole(words: str) -> None:
    """From the subject to the end of what is agreed, without what is added where it would be too long."""
    text = (
        "The press, which had waited since noon in the rain and the cold on the square in front of the old town hall, wrote in "
        "the evening that the envoys of Velmar agreed to lower the dam by two metres."
    )
    story = Story("a", text)
    statement = story.say(text)
    shown = around(material(story), statement, [story.find(words)]).text
    assert shown == "the envoys of Velmar agreed to lower the dam by two metres"


def test_a_sentence_with_room_is_shown_whole() -> None:
    """Whatever clause decides; of a quotation of several sentences the one that holds most of the words, and no word of whoever reports."""
    text = (
        "The mediator said that, though nobody had slept, the envoys of Velmar agreed to lower the dam. All went home."
    )
    story = Story("a", text)
    for words in ("lower the dam", "agreed", "nobody had slept"):
        found = story.find(words)
        whole = "The mediator said that, though nobody had slept, the envoys of Velmar agreed to lower the dam"
        assert cut(material(story), found).text == whole
        assert around(material(story), story.say(text.split(" All", maxsplit=1)[0]), [found]).text == whole
    said = "“We lowered the dam. Nobody asked us to lower it again. We left,” Ana Brod said at the gate of the old town hall."
    other = Story("b", said)
    statement = other.say(said, said.partition("“")[2].partition("”")[0], speaker=person("Ana Brod"))
    assert around(material(other), statement, [other.find("dam. Nobody asked us to lower")]).text == (
        "Nobody asked us to lower it again"
    )
    assert around(material(other), statement, [other.find("We left")]).text == "We left"


def test_what_is_denied_is_never_shown_without_its_denial() -> None:
    """Not behind "unable to", not before "but without": the reader of a cut quotation would be told the contrary."""
    text = "The envoys were unable to agree on the dam, but without the press they spoke of the river for two more hours and left."
    story = Story("a", text)
    shown = around(material(story), story.say(text), [story.find("agree on the dam")]).text
    assert shown.startswith("The envoys were unable to agree on the dam")
    held = "Velmar will lower the dam but without paying for the valley"
    other = Story(
        "b",
        f"{held}, said its envoy at the end of the longest night of talks that anybody there remembered or cared to.",
    )
    assert (
        "but without paying"
        in around(material(other), other.say(other.document.text), [other.find("lower the dam")]).text
    )


def test_a_relative_clause_is_never_shown_alone() -> None:
    """ "which resulted in a truce" tells nothing without what did."""
    text = "They praised the meeting in Tolmin, which resulted in a truce."
    story = Story("a", text)
    assert around(material(story), story.say(text), [story.find("a truce")]).text == text.rstrip(".")


def test_a_whole_is_within_its_home_and_its_length() -> None:
    """Nothing longer than asked for, nothing that reaches out of the place it must lie in."""
    story = Story("a", SENTENCE)
    page = material(story)
    at = story.find("agreed")
    everything = (0, len(SENTENCE))
    assert find_whole(page, "a", (at.start, at.end), everything, 4) is None
    assert find_whole(page, "a", (at.start, at.end), (at.start, len(SENTENCE))) is None
    found = find_whole(page, "a", (at.start, at.end), everything)
    assert found is not None
    assert found.text == SENTENCE[found.start : found.end]


@pytest.mark.parametrize("size", [1, 3, 6, 9, 12, 40])
@pytest.mark.parametrize("words", ["windows", "two metres", "lower the dam"])
def test_a_long_sentence_is_cut_around_the_words_that_decide(words: str, size: int) -> None:
    """Whatever the size, the cut is an exact excerpt that holds the words."""
    story = Story("a", LONG)
    piece = around(material(story), story.say(LONG), [story.find(words)], size)
    assert words in piece.text
    assert is_excerpt(piece)


def test_words_that_two_accounts_share_decide_where_none_are_marked() -> None:
    """The stretch with most of the common stems is shown, not the beginning of the sentence."""
    story = Story("a", LONG)
    shown = around(material(story), story.say(LONG), [], 8, find_stems("metres dam valley")).text
    assert "dam of the valley by two metres" in shown


def test_around_without_words_shows_the_beginning() -> None:
    """Nothing marked, or marked elsewhere: the first words of what is said."""
    story = Story("a", SENTENCE)
    statement = story.say(SENTENCE)
    elsewhere = Passage("a", 900, 905, "other")
    assert around(material(story), statement, [], 4).text == "After a long night …"
    assert around(material(story), statement, [elsewhere], 4).text == "After a long night …"


def test_around_a_quotation_shows_only_what_is_quoted() -> None:
    """The words of whoever is quoted do not run on into those of whoever reports them."""
    story = Story("a", '"We will not lower the dam," Velmar’s envoy Ana Brod told the press.')
    statement = story.say(story.document.text, "We will not lower the dam,", speaker=person("Ana Brod", "Velmar"))
    assert around(material(story), statement, [story.find("dam")], 12).text == "We will not lower the dam"


def test_cut_takes_the_clause_around_a_predicate() -> None:
    """What a side refuses is shown with who refuses it and with "not"."""
    text = "Velmar’s envoy said on Monday that Velmar did not accept the map."
    story = Story("a", text)
    assert cut(material(story), story.find("accept the map")).text in {
        text.rstrip("."),
        "Velmar did not accept the map",
    }


def test_said_of_is_whole_where_it_is_short() -> None:
    """A short quotation whole; of a long one the first clause that reads by itself."""
    story = Story("a", "“The dam stays where it is,” Ana Brod said.")
    statement = story.say(story.document.text, "The dam stays where it is,", speaker=person("Ana Brod"))
    assert said_of(material(story), statement).text == "The dam stays where it is"
    assert said_of(material(story), statement, 3).text == "The dam stays …"


def test_a_stretch_inside_a_clause_opens_where_it_begins() -> None:
    """The quotation begins with its sentence, and opens the passage that it shows."""
    story = Story("a", "In Oslo the envoys and the ministers met. It rained.")
    piece = cut(material(story), story.find("ministers met"))
    assert piece.text == "In Oslo the envoys and the ministers met"
    assert [passage.text for passage in piece.passages] == [piece.text]


def test_no_cut_in_front_of_a_number() -> None:
    """ "No later than March" of "March 4" tells another day."""
    front = "boats and cranes and ships and docks and men and mills and roads and towns and tolls"
    words = f"{front} will return to work in the old port no later than March 4 of the year that follows upon this one"
    story = Story("a", f"The {words}.")
    said = story.say(f"The {words}.")
    pieces = [around(material(story), said, [story.find("no later than")], size=size) for size in range(3, 13)]
    assert not [piece.text for piece in pieces if piece.text.endswith("March")]
