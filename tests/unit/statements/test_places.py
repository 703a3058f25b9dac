"""What stands at a place of a long text is found without looking at all of the text: news of two megabytes is read in a minute."""

from __future__ import annotations

from typing import Any

import pytest

from zopa.statements.actor_memory import ActorMemory
from zopa.statements.actors import Actors
from zopa.statements.places import ByPlace
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document

LONG = "".join(
    f"Ann{chr(97 + n % 26)}{chr(97 + n // 26)} Boro, mayor of Lindow, met Otto Finn. “We wait,” he said. "
    for n in range(60)
)


class Unwalked(list[Any]):
    """A list that may be searched, not gone through."""

    def __iter__(self) -> Any:
        pytest.fail("it was gone through from its beginning")


class UnwalkedNames(dict[str, Any]):
    """The same of a table."""

    def __iter__(self) -> Any:
        pytest.fail("it was gone through from its beginning")

    values = items = keys = __iter__  # type: ignore[assignment]


def test_things_by_place():
    """All that touch a span, in their order; of a thousand far apart no more than a few."""
    spans = [(n * 100, n * 100 + 30) for n in range(1_000)]
    found = ByPlace((n, [span]) for n, span in enumerate(spans))
    for start, end in ((0, 1), (5_010, 5_011), (70_000, 70_400), (99_900, 99_901), (5_029, 5_030), (511, 513)):
        touching = [n for n, (a, b) in enumerate(spans) if a < end and start < b]
        near = found.near([(start, end)])
        assert [n for n in near if n in touching] == touching
        assert len(near) < 20
        assert near == sorted(near)
    assert ByPlace([("all", [(0, 10_000), (20_000, 20_001)])]).near([(5_000, 5_001), (20_000, 20_001)]) == ["all"]
    assert ByPlace[str]([]).near([(0, 10)]) == []


@pytest.mark.parametrize("at", [0, 1_000, 3_000, len(LONG) - 20])
def test_names_and_sentences_at_a_place(at: int):
    """The same as by going through all of them."""
    text = annotate(document(LONG), default_vocabulary())
    span = (at, at + 150)
    names = [m for m in text.names.mentions if span[0] <= m.passage.start and m.passage.end <= span[1]]
    sentences = [(n, s) for n, s in enumerate(text.sentences) if s.start <= at < s.end or at <= s.start < span[1]]
    actors = Actors(text, default_vocabulary())
    text.names.mentions = Unwalked(text.names.mentions)
    object.__setattr__(text, "sentences", Unwalked(text.sentences))
    assert text.names.within(*span) == names
    assert actors._sentences_at(*span) == sentences


def test_people_by_their_family_names():
    """Of many people the one who is called by the last word is found without comparing all of them."""
    text = annotate(document(f"{LONG} Mira Dol met Omar Al-Jaafari. Dol left."), default_vocabulary())
    memory = ActorMemory(text, default_vocabulary())
    text.names.people = UnwalkedNames(text.names.people)
    memory.by_name = UnwalkedNames(memory.by_name)
    assert [memory.full_name(name) for name in ("Dol", "Jaafari", "Nobody")] == [
        "Mira Dol",
        "Omar Al-Jaafari",
        "Nobody",
    ]
    assert memory.full_name("Boro") == "Boro"  # of sixty people
    assert [memory.has_family_name(name) for name in ("Dol", "Jaafari", "Lindow")] == [True, True, False]
