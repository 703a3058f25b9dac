"""Letters of documents, short names, and quotations cut to the words that decide."""

from __future__ import annotations

import pytest

from zopa.sources import Document, Passage
from zopa.views.letters import around, assign_letters, balanced, excerpt, excerpt_of, label, surname
from zopa.views.types import Piece

from .checking import is_excerpt
from .stories import Story, person


def documents(count: int) -> list[Document]:
    return [Document(f"d{n}", f"d{n}.txt", "x", "", "text") for n in range(count)]


def test_letters_run_on_beyond_z() -> None:
    """A to Z, then AA, AB, as columns of a sheet; each document its own."""
    letters = list(assign_letters(documents(26 * 27 + 2)).values())
    assert letters[:3] == ["A", "B", "C"]
    assert letters[25:29] == ["Z", "AA", "AB", "AC"]
    assert letters[51:54] == ["AZ", "BA", "BB"]
    assert letters[26 * 27 - 1 :] == ["ZZ", "AAA", "AAB"]
    assert len(set(letters)) == len(letters)


def test_letters_of_no_documents() -> None:
    """No documents, no letters."""
    assert assign_letters([]) == {}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ana Brod", "Brod"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Abdel Fattah el-Sisi", "el-Sisi"),
        ("Velmar", "Velmar"),
        ("", ""),
    ],
)
def test_surname(name: str, short: str) -> None:
    """The last word with its particles; one word stays whole."""
    assert surname(name) == short


def test_label_opens_its_passages() -> None:
    """A letter carries the passages that it opens."""
    passage = Passage("d", 0, 1, "x")
    assert label("A", [passage]) == Piece("A", (passage,), "label")


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


SENTENCE = (
    "After a long night, the envoys of Velmar agreed to lower the dam by two metres, and the press went home to sleep."
)


@pytest.mark.parametrize("size", [1, 3, 6, 9, 12, 40])
@pytest.mark.parametrize("words", ["agreed", "two metres", "After", "sleep", "lower the dam"])
def test_around_holds_the_words_that_decide(words: str, size: int) -> None:
    """Whatever the size, the cut is an exact excerpt that holds the words, and not much longer than asked for."""
    story = Story("a", SENTENCE)
    piece = around(story.say(SENTENCE), [story.find(words)], size)
    assert words in piece.text
    assert is_excerpt(piece)
    assert len(piece.text.split()) <= max(size, len(words.split())) + 5


def test_around_stops_at_the_clause() -> None:
    """Growing does not run over a comma into another clause, and the cut ends on no word that leads on."""
    story = Story("a", SENTENCE)
    statement = story.say(SENTENCE)
    assert (
        around(statement, [story.find("agreed")], 40).text
        == "the envoys of Velmar agreed to lower the dam by two metres"
    )
    assert around(statement, [story.find("agreed")], 2).text == "agreed to lower"


def test_around_begins_with_no_linking_word() -> None:
    """A cut does not begin with "of" or "to"."""
    text = "Nobody knows the terms of the envoys who came."
    story = Story("a", text)
    assert around(story.say(text), [story.find("envoys")], 3).text == "the envoys"
    assert around(story.say(text), [story.find("of the envoys")], 3).text == "of the envoys"


def test_around_without_words_shows_the_beginning() -> None:
    """Nothing marked, or marked elsewhere: the first words of what is said."""
    story = Story("a", SENTENCE)
    statement = story.say(SENTENCE)
    elsewhere = Passage("a", 900, 905, "other")
    assert around(statement, [], 4).text == "After a long night …"
    assert around(statement, [elsewhere], 4).text == "After a long night …"


def test_around_a_quotation_shows_only_what_is_quoted() -> None:
    """The words of whoever is quoted do not run on into those of whoever reports them."""
    story = Story("a", '"We will not lower the dam," Velmar’s envoy Ana Brod told the press.')
    statement = story.say(story.document.text, "We will not lower the dam,", speaker=person("Ana Brod", "Velmar"))
    assert around(statement, [story.find("dam")], 12).text == "We will not lower the dam"


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        ("“the dam stays", "the dam stays"),
        ("the dam stays”", "the dam stays"),
        ("called it “a gift", "called it “a gift”"),
        ("a gift” to us", "“a gift” to us"),
        ("“the dam” stays", "“the dam” stays"),
        ("«la digue", "la digue"),
        ("„der Damm“ bleibt", "„der Damm“ bleibt"),
        ("„der Damm bleibt", "der Damm bleibt"),
        ("no marks", "no marks"),
        ('"the dam stays', "the dam stays"),
        ('the dam stays"', "the dam stays"),
        ('"the dam" stays', '"the dam" stays'),
        ('called it "a gift', 'called it "a gift"'),
    ],
)
def test_balanced(cut: str, shown: str) -> None:
    """A mark that a cut left without its partner is dropped at an edge and completed inside."""
    assert balanced(cut) == shown


def test_around_begins_behind_that_and_ends_on_no_auxiliary() -> None:
    """Words that were said begin behind "that"; a cut ends on nothing that leads on."""
    text = "The envoy had said on 3 December that no deal on water had been found"
    story = Story("a", text)
    statement = story.say(text)
    assert around(statement, [story.find("no deal")], 9).text == "no deal on water had been found"
    assert around(statement, [story.find("no deal")], 5).text == "no deal on water had been found"
    assert around(statement, [story.find("envoy")], 3).text == "The envoy had said"
