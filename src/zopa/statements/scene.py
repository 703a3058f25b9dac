"""What the reader remembers while it goes through a document: who was spoken of, and who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.text.types import Mention
from zopa.text.words import (
    PREPOSITIONS,
    ROLE_NOUNS,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements.types import Speaker
    from zopa.text.annotate import Text
    from zopa.text.names import Names
    from zopa.text.vocabulary import Vocabulary


@dataclass(slots=True)
class Scene:
    """What the reader remembers while it goes through a document.

    `focus` holds (sentence number, mention) of whoever was last a subject or a speaker, latest last; `text` is the analysed document,
    None where it was only cut into words.
    """

    document: Document
    names: Names
    vocabulary: Vocabulary
    text: Text | None = None
    sentence: int = 0
    focus: list[tuple[int, Mention]] = field(default_factory=list[tuple[int, Mention]])
    last_speaker: Speaker | None = None
    first_speaker: Speaker | None = None  # of the sentence in which somebody spoke last
    last_sentence: int = -99
    unit_speaker: Speaker | None = None  # who has already spoken in the sentence at hand

    def note(self, mention: Mention) -> None:
        """Whoever `mention` names is now spoken of."""
        self.focus.append((self.sentence, mention))

    def spoke(self, speaker: Speaker) -> None:
        """`speaker` has just been quoted or reported."""
        if self.sentence != self.last_sentence:
            self.first_speaker = speaker  # whom the sentence is about, whoever else it lets speak
        self.last_speaker, self.last_sentence = speaker, self.sentence
        named_at = speaker.named_at or self.document.passage(speaker.start, speaker.end)
        kind = "person" if speaker.name in self.names.people else "group"
        if kind == "group" and _is_one_person(speaker.name):
            kind = "role"
        if kind == "role" or not speaker.anonymous:
            self.note(Mention(speaker.name, kind, speaker.party, named_at))


def _is_one_person(name: str) -> bool:
    """True for somebody told by office only: "spokesman for the rebels", "senior diplomat"; never for several."""
    words = name.lower().split()
    if "and" in words:
        return False  # "the mayor and the president of the union"
    head = next((word for word, after in zip(words, [*words[1:], "of"], strict=True) if after in PREPOSITIONS), "")
    return head in ROLE_NOUNS and not is_plural(head)


def is_plural(noun: str) -> bool:
    """True for a noun with the ending of several."""
    return noun.endswith("s") and not noun.endswith("ss")  # a boss is one
