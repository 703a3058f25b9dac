"""The words known beforehand: shipped tables, issues, names."""

from __future__ import annotations

import pytest

from zopa.text.vocabulary import Vocabulary, build_issue, default_vocabulary, name_index, table_rows


def test_canonical_names_are_unique() -> None:
    """No two entries share a canonical name, and each person's party is an entry."""
    names = [entry.name for entry in default_vocabulary().names]
    assert len(names) == len(set(names))
    assert all(e.party is None or e.party in names for e in default_vocabulary().names)


def test_an_entry() -> None:
    """A state counts under itself and keeps adjectives, seats, languages and bloc."""
    egypt = default_vocabulary().named("Egypt")
    assert egypt is not None
    assert (egypt.kind, egypt.party, egypt.languages) == ("state", "Egypt", ("ar",))
    assert "Egyptian" in egypt.adjectives
    assert "Cairo" in egypt.seats
    poland = default_vocabulary().named("Poland")
    assert poland is not None
    assert poland.bloc == "Europeans"
    assert default_vocabulary().named("Ruritania") is None


def test_offices_are_dated() -> None:
    """Somebody with two terms has both; dates are ISO or open, from before to."""
    trump = default_vocabulary().named("Donald Trump")
    assert trump is not None
    assert [office.from_ for office in trump.offices] == ["2025-01-20", "2017-01-20"]
    for entry in default_vocabulary().names:
        assert all(not office.to or office.from_ < office.to for office in entry.offices)


@pytest.mark.parametrize(
    "table", ["states.tsv", "groups.tsv", "people.tsv", "issues.tsv", "cues.tsv", "cue_nouns.tsv", "given_names.tsv"]
)
def test_rows_of_a_table_have_one_width(table: str) -> None:
    """Comments and empty lines are no rows; every row has its cells."""
    rows = table_rows(table, "statements" if table.startswith("cue") else "text")
    assert rows
    assert all(row[0] and not row[0].startswith("#") for row in rows)
    if table != "groups.tsv":  # its last cells may be left out
        assert len({len(row) for row in rows}) == 1


def test_given_names_have_one_sex() -> None:
    """A given name in both rows would be decided by the order of a set."""
    names = [name for name, _ in default_vocabulary().given_names]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Both states claim the river.", "water"),
        ("The truce held.", "ceasefire"),
        ("They would withdraw their troops by May.", "territory"),
        ("Reopening the strait to ships is the aim.", "shipping"),
        ("The prisoners came home.", "prisoners"),
        ("Sanctions stay.", "sanctions"),
        ("the Article-5-style promise", "guarantees"),
    ],
)
def test_issues(text: str, issue: str) -> None:
    """A sentence touches the issues of its words, whatever their case and endings."""
    assert issue in default_vocabulary().find_issues(text)


@pytest.mark.parametrize("text", ["", "They drank tea.", "He withdrew from the race.", "riverside cafes"])
def test_no_issue(text: str) -> None:
    """Half of a pair of words, or the beginning of another word, touches nothing."""
    assert default_vocabulary().find_issues(text) == ()


def test_labels() -> None:
    """A key is shown by its label, an unknown one as it stands."""
    assert default_vocabulary().label("prisoners") == "Prisoners and missing persons"
    assert default_vocabulary().label("fishing") == "fishing"


def test_the_index_tries_long_names_first() -> None:
    """ "South Sudan" is looked up before "South", "Security Council" before "Security"."""
    for ways in name_index(default_vocabulary()).values():
        sizes = [len(words) for words, _, _ in ways]
        assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("words", "text", "touched"),
    [
        ("catch quota*;cod & share", "Catch quotas were cut.", True),
        ("catch quota*;cod & share", "A share of the cod is lost.", True),
        ("catch quota*;cod & share", "The cod is lost, and catches fell.", False),
        ("eu fleet", "The EU-fleet stayed.", True),
        ("g?ar limit*", "Gar limits: none.", True),
        ("*liner", "A longliner sank.", True),
    ],
)
def test_an_issue_is_found_by_each_of_its_words(words: str, text: str, touched: bool) -> None:
    """Whatever letters its words begin with, and in whatever order those of one pattern stand."""
    issue = build_issue("catch", "Catch", tuple(way.strip() for way in words.split(";")))
    assert bool(Vocabulary((), (issue,), frozenset()).find_issues(text)) is touched
