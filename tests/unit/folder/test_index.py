"""The search index finds stems in any script, is made again when stale or broken, and loses nothing when deleted."""

from __future__ import annotations

import os
import sqlite3

import pytest

from zopa.folder.index import Index, IndexEntry, fold, query_terms, scan

ENTRIES = [
    IndexEntry("ru", "Переговоры об Украине шли пять часов в Кремле"),
    IndexEntry("uk", "Територіальна цілісність України"),
    IndexEntry("ar", "وقّعوا على الاتفاقيّة بين الأطراف"),
    IndexEntry("en", "A ceasefire in Donetsk, said the café owner"),
]


@pytest.fixture
def index(tmp_path):
    return Index(tmp_path / "talks", tmp_path / "cache")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Украины", {"ru"}), ("переговорами", {"ru"}), ("кремль", {"ru"}), ("україна", {"uk"}), ("цілісністю", {"uk"}),
        ("اتفاق", {"ar"}), ("الاتفاقية", {"ar"}), ("والأطراف", {"ar"}), ("اطراف", {"ar"}),
        ("cease", {"en"}), ("fire", {"en"}), ("ce don", {"en"}), ("CAFE", {"en"}), ('"in Donetsk"', {"en"}), ('"Donetsk in"', set()),
        ("в", {"ru"}), ("donetsk кремль", set()), ("", {"ru", "uk", "ar", "en"}), ("?!", {"ru", "uk", "ar", "en"}),
    ],
)  # fmt: skip
def test_stems_are_found_in_every_script(index, words, found):
    """Endings, articles, accents and vowel signs make no difference; all words must be there; a letter alone begins a word;
    no words, no filter."""
    assert set(index.search(words, ENTRIES, "one")) == found


@pytest.mark.parametrize(
    "words", ["Украины", "اتفاق", "ce don", "в", '"in don"', "x OR y", 'a"b', "NEAR(x)", "*", "text:cease"]
)
def test_the_texts_themselves_give_the_same_answer(index, words):
    """With and without the index the same entries are found; the query language of the index is never spoken."""
    terms = query_terms(words)
    expected = scan(terms, ENTRIES) if terms else {e.key for e in ENTRIES}
    assert set(index.search(words, ENTRIES, "one")) == expected


def test_a_stale_index_is_made_again(index):
    assert index.search("donetsk", ENTRIES, "one") == ("en",)
    more = [*ENTRIES, IndexEntry("new", "Donetsk again")]
    assert index.search("donetsk", more, "one") == ("en",)
    assert index.search("donetsk", more, "two") == ("en", "new")


@pytest.mark.parametrize("damage", [b"garbage" * 500, b"", b"SQLite format 3\x00" + b"\xff" * 2000])
def test_a_broken_index_is_made_again(index, damage):
    index.search("donetsk", ENTRIES, "one")
    index.file.write_bytes(damage)
    assert index.search("donetsk", ENTRIES, "one") == ("en",)


def test_a_table_that_is_missing_is_made_again(index):
    index.search("donetsk", ENTRIES, "one")
    with sqlite3.connect(index.file) as base:
        base.execute("DROP TABLE letters")
    base.close()
    assert index.search("donetsk", ENTRIES, "one") == ("en",)


def test_deleting_it_loses_nothing(index):
    index.search("donetsk", ENTRIES, "one")
    index.remove()
    assert not index.file.exists()
    assert index.search("donetsk", ENTRIES, "one") == ("en",)


def test_without_a_cache_folder_the_texts_are_searched(tmp_path):
    """Where the folder cannot be made, a file in its place for instance, the answer is the same."""
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert Index(tmp_path / "talks", tmp_path / "cache").search("donetsk", ENTRIES, "one") == ("en",)


def test_folding_keeps_nothing_but_letters_in_small():
    assert fold("  Café\n ÉTÉ ") == "cafe ete"
    assert fold("اتّفاقـــية") == fold("اتفاقية")


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
def test_only_its_owner_reads_the_index(index):
    """It holds what the case holds: also one that was made before for all to read, and what is written beside it."""
    index.search("ceasefire", ENTRIES, "one")
    index.file.chmod(0o644)
    index.search("ceasefire", ENTRIES, "two")
    assert [file.stat().st_mode & 0o777 for file in index.file.parent.iterdir()] == [0o600]
