"""A search index over the texts of a case, in its folder and for its owner only; made again from the texts whenever stale or broken.

Deleting it loses nothing. Two full-text tables (SQLite FTS5) hold the same folded texts: one by words, searched by their beginnings, and
one by groups of three letters, which finds a stem wherever it stands in a word, behind an Arabic article or a Russian prefix.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.folder.case_folder import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_VERSION = "1"  # of the tables; another one means they are made again
_SHORTEST = 3  # letters that a stem keeps, and that a search by groups of three needs
# Endings of nouns, adjectives and verbs of Russian and Ukrainian, longest first.
_CYRILLIC = re.compile(
    "(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иям|иях|ией|ов|ев|ів|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ую|юю|ам|ям|ах|ях|ом|ем|ою|ею|ии|ію|ія|і|ї|а|е|и|о|у|ы|ь|ю|я|є)$"
)
# Arabic: and, so, by, for, like, the; plural, feminine, possessive.
_ARABIC_HEAD = re.compile("^(?:[وفبكل]?ال|لل|[وف])(?=\\w{3})")
_ARABIC_TAIL = re.compile("(?<=\\w{3})(?:ات|ون|ين|ان|ها|هم|ية|ة|ه|ي)$")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A text that can be found: its key, and its words."""

    key: str
    text: str


class Index:
    """The index of one case.

    Args:
        home: the case folder; the index lies in it, hidden, so that it goes where the case goes and is gone when that is.
        cache: where it lies instead.
    """

    def __init__(self, home: Path, cache: Path | None = None) -> None:
        self.file = (cache or home / OWN) / "index.sqlite"

    def search(self, words: str, entries: Sequence[IndexEntry], state: str) -> tuple[str, ...]:
        """Keys of the entries that hold each of `words` or its stem, in the order of `entries`; all keys for no words.

        Args:
            words: as typed; parts in quotation marks are looked for as they are.
            entries: what is searched; read only where the index is not of `state`.
            state: a hash of what the entries were made from.
        """
        asked = query_terms(words)
        if not asked:
            return tuple(entry.key for entry in entries)
        try:
            found = self._find(asked, entries, state)
        except sqlite3.DatabaseError:  # broken or cut short: it is only a copy
            self.remove()
            try:
                found = self._find(asked, entries, state)
            except sqlite3.DatabaseError:  # the folder cannot be written: search the texts themselves
                found = scan(asked, entries)
        except OSError:
            found = scan(asked, entries)
        return tuple(entry.key for entry in entries if entry.key in found)

    def remove(self) -> None:
        """Delete the index; the next search makes it again."""
        for file in (self.file, *(self.file.with_name(self.file.name + end) for end in ("-wal", "-shm", "-journal"))):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

    def _make_private(self) -> None:
        """Make the file so that its owner alone can read it; what SQLite writes beside it is made alike."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(self.file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        if self.file.stat().st_mode & 0o077:
            self.file.chmod(0o600)

    def _find(self, asked: Sequence[str], entries: Sequence[IndexEntry], state: str) -> set[str]:
        self._make_private()
        with contextlib.closing(sqlite3.connect(self.file, timeout=5)) as base:
            if _state(base) != f"{_VERSION} {state}":
                _fill(base, entries, f"{_VERSION} {state}")
            hits = [_holding(base, term) for term in asked]
        return {key for key in hits[0] if all(key in other for other in hits[1:])}


def query_terms(words: str) -> tuple[str, ...]:
    """What is looked for: each word folded and cut to its stem; a part in quotation marks folded only."""
    terms: list[str] = []
    for quoted, plain in re.findall(r'"([^"]+)"|(\S+)', words):
        if quoted.strip():
            terms.append(fold(quoted.strip()))
        else:
            terms += [stem(word) for word in re.findall(r"\w+", fold(plain))]
    return tuple(dict.fromkeys(term for term in terms if term))


def fold(text: str) -> str:
    """The text in small letters without accents, vowel signs and lengthening strokes, one space between words."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c) and c != "ـ"
    )
    return " ".join(bare.translate(_ALIKE).split())


_ALIKE = str.maketrans("أإآىؤئ", "ااايوي")  # letters of Arabic that are often written for each other


def stem(word: str) -> str:
    """What is left of a folded word without its ending, and in Arabic without its article; at least three letters."""
    if re.match("[\u0400-\u04ff]", word):
        short = _CYRILLIC.sub("", word)
        return short if len(short) > _SHORTEST else word
    if re.match("[\u0600-\u06ff]", word):
        return _ARABIC_TAIL.sub("", _ARABIC_HEAD.sub("", word))
    return word


def scan(asked: Iterable[str], entries: Iterable[IndexEntry]) -> set[str]:
    """The same answer without an index, slower."""
    terms = tuple(asked)
    return {entry.key for entry in entries if all(_holds(fold(entry.text), term) for term in terms)}


def _holds(text: str, term: str) -> bool:
    return term in text if len(term) >= _SHORTEST else any(word.startswith(term) for word in re.findall(r"\w+", text))


def _state(base: sqlite3.Connection) -> str:
    try:
        row = base.execute("SELECT state FROM made").fetchone()
    except sqlite3.OperationalError:  # no such table: a new file
        return ""
    return str(row[0]) if row else ""


def _fill(base: sqlite3.Connection, entries: Iterable[IndexEntry], state: str) -> None:
    """Make the tables anew, in one transaction."""
    rows = [(entry.key, fold(entry.text)) for entry in entries]
    base.execute("BEGIN IMMEDIATE")
    for table in ("made", "words", "letters"):
        base.execute(f"DROP TABLE IF EXISTS {table}")
    base.execute("CREATE TABLE made (state TEXT)")
    base.execute(
        "CREATE VIRTUAL TABLE words USING fts5(key UNINDEXED, text, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')"
    )
    base.execute("CREATE VIRTUAL TABLE letters USING fts5(key UNINDEXED, text, tokenize='trigram')")
    for table in ("words", "letters"):
        base.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608 - one of two names of ours
    base.execute("INSERT INTO made VALUES (?)", (state,))
    base.commit()


def _holding(base: sqlite3.Connection, term: str) -> set[str]:
    """Keys of the texts that hold a term: its letters anywhere, or, where it is too short for that, a word that it begins."""
    quoted = '"' + term.replace('"', '""') + '"'
    table, query = ("letters", quoted) if len(term) >= _SHORTEST else ("words", quoted + "*")
    return {key for (key,) in base.execute(f"SELECT key FROM {table} WHERE text MATCH ?", (query,))}  # noqa: S608
