"""Word classes of a language, from the table ``en/lexicon.tsv``: the only place where a closed class of words is listed.

A class is a set of lemmas or words in lower case. Above `text` nobody writes a list of English words into code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words: its name, its members, where they come from, and an example of their use."""

    name: str
    words: frozenset[str]
    origin: str
    example: str


def word_classes(language: str = "en") -> dict[str, WordClass]:
    """All classes of a language by name; a class may be built from others ("@office @title")."""
    return _read_classes(language)


@cache
def _read_classes(language: str) -> dict[str, WordClass]:
    classes: dict[str, WordClass] = {}
    text = (files("zopa.text") / language / "lexicon.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, words, origin, example = (cell.strip() for cell in line.split("|"))
        members: set[str] = set()
        for word in words.split(" "):
            if word.startswith("@"):
                members |= classes[word[1:]].words
            elif word:
                members.add(word.replace("_", " "))
        before = classes[name].words if name in classes else frozenset[str]()
        classes[name] = WordClass(name, before | members, origin, example)
    return classes


@cache
def words_of(name: str, language: str = "en") -> frozenset[str]:
    """Members of a class; KeyError for a name that the table does not have."""
    return word_classes(language)[name].words
