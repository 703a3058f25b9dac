"""The words that a reader knows before it reads: names with their aliases, offices by date, words of issues.

A Vocabulary is plain data. `default_vocabulary` reads the tables that ship in ``text/en``; a case brings its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from zopa.text.tokens import find_tokens

_WORD = re.compile(r"\w\w+")
_BEGINNING = re.compile(r"\w{4}|\w\w")  # of the words of an issue: what stands there whatever * and ? behind it mean


@dataclass(frozen=True, slots=True)
class Office:
    """An office held between two ISO dates (either may be "", then it is open)."""

    title: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that can act or speak.

    Attributes:
        name: canonical name.
        kind: person, state, group or organisation.
        party: the party it counts under (a state counts under itself), or None.
        aliases: other names that mean just it.
        adjectives: "Russian", "Russians".
        seats: capitals and seats of government: places too, so "in Moscow" is not Russia.
        languages: ISO 639-1 codes of the languages it speaks officially in.
        offices: by date, for a person.
        sex: "m", "f" or "".
        bloc: a group that it is a member of and that may stand for it on a page, or None.
    """

    name: str
    kind: str
    party: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    sex: str = ""
    bloc: str | None = None


@dataclass(frozen=True, slots=True)
class IssueWords:
    """A question on the table and the words that tell that a sentence touches it.

    Attributes:
        key: short lower-case key.
        label: what a page shows.
        patterns: each a tuple of compiled expressions that must all be found.
        begins: with which four letters, or two, a word must begin in any text that a pattern is found in; None where that is not known.
    """

    key: str
    label: str
    patterns: tuple[tuple[re.Pattern[str], ...], ...]
    begins: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names and issues; `given_names` maps a given name to "m" or "f"."""

    names: tuple[Name, ...]
    issues: tuple[IssueWords, ...]
    given_names: frozenset[tuple[str, str]]

    def __hash__(self) -> int:
        """By the sizes alone: what is kept for a vocabulary is looked up some times a sentence, and it has thousands of words."""
        return hash((len(self.names), len(self.issues), len(self.given_names)))

    def find_issues(self, text: str) -> tuple[str, ...]:
        """Keys of the issues that `text` touches, in the vocabulary's order; empty if none."""
        low = text.lower()
        starts = [word.start() for word in _WORD.finditer(low)]
        begun = {
            low[at : at + size] for at in starts for size in (4, 2)
        }  # takes less time than to try every expression
        return tuple(
            issue.key
            for issue in self.issues
            if (issue.begins is None or not begun.isdisjoint(issue.begins))
            and any(all(part.search(low) for part in way) for way in issue.patterns)
        )

    def named(self, name: str) -> Name | None:
        """The entry with this canonical name, or None."""
        return _by_name(self).get(name)

    def label(self, issue: str) -> str:
        """What a page shows for an issue's key."""
        return next((entry.label for entry in self.issues if entry.key == issue), issue)


@lru_cache(maxsize=8)
def _by_name(vocabulary: Vocabulary) -> dict[str, Name]:
    return {entry.name: entry for entry in vocabulary.names}


@cache
def default_vocabulary() -> Vocabulary:
    """The shipped tables: states, groups, people, issues."""
    names = (*_states(), *_groups(), *_people())
    return Vocabulary(names, tuple(_issues()), frozenset(_given_names()))


def table_rows(table: str, part: str = "text") -> list[list[str]]:
    """Rows of a shipped table of a part of the house: lines that are neither empty nor comments, parted at '|'."""
    text = (files(f"zopa.{part}") / "en" / table).read_text(encoding="utf-8")
    return [line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _parts(cell: str, mark: str = ";") -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(mark) if part.strip())


def _states() -> list[Name]:
    states: list[Name] = []
    for names, adjectives, seats, languages, groups in table_rows("states.tsv"):
        name, *aliases = _parts(names)
        states.append(
            Name(
                name,
                "state",
                party=name,
                aliases=tuple(aliases),
                adjectives=_parts(adjectives),
                seats=_parts(seats),
                languages=_parts(languages, ","),
                bloc=groups or None,
            )
        )
    return states


def _groups() -> list[Name]:
    groups: list[Name] = []
    for row in table_rows("groups.tsv"):
        name, aliases, kind, party, languages = (*row, "", "", "", "")[:5]
        # An organisation that only administers (a court, a bank) is no party; one that acts as one is its own.
        own = name if kind == "group" or name in {"NATO", "United Nations"} else None
        groups.append(
            Name(
                name, kind, party=party or own, aliases=tuple(a for a in _parts(aliases) if not a.endswith("@")),
                seats=tuple(a[:-1] for a in _parts(aliases) if a.endswith("@")), languages=_parts(languages, ","),
                bloc=party or None,
            )
        )  # fmt: skip
    return groups


def _people() -> list[Name]:
    people: dict[str, Name] = {}
    for name, aliases, party, office, from_, to, sex in table_rows("people.tsv"):
        before = people.get(name)
        offices = (before.offices if before else ()) + (Office(office, from_, to),)
        spellings = dict.fromkeys((before.aliases if before else ()) + _parts(aliases))
        people[name] = Name(name, "person", party, tuple(spellings), offices=offices, sex=sex)
    return list(people.values())


def _given_names() -> list[tuple[str, str]]:
    return [(name, sex) for sex, names in table_rows("given_names.tsv") for name in names.split()]


def _issues() -> list[IssueWords]:
    return [build_issue(key, label, _parts(ways)) for key, label, ways in table_rows("issues.tsv")]


def build_issue(key: str, label: str, words: tuple[str, ...]) -> IssueWords:
    """An issue told by `words`, written as in ``en/issues.tsv``: * for any ending, & between words that must all stand."""
    firsts = [_BEGINNING.match(way.partition("&")[0].strip().lower()) for way in words]
    begins = frozenset(first.group() for first in firsts if first)
    return IssueWords(key, label, _ways(words), begins if all(firsts) else None)


def _ways(ways: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Patterns of an issue: all that stand alone as one expression, then those of several parts."""
    alone = [way for way in ways if "&" not in way]
    together = ((_expression(*alone),),) if alone else ()
    return *together, *(tuple(_expression(part) for part in _parts(way, "&")) for way in ways if "&" in way)


def _expression(*words: str) -> re.Pattern[str]:
    """'guarantee*' matches any ending, 'defen?e' one letter that may differ, other words stand alone."""
    ways = (
        re.escape(w.lower()).replace(r"\*", r"[\w\-]*").replace(r"\?", r"\w?").replace(r"\ ", r"[\s\-‑]+")
        for w in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


@lru_cache(maxsize=8)
def name_index(vocabulary: Vocabulary) -> dict[str, list[tuple[tuple[str, ...], Name, str]]]:
    """First word -> (words, entry, sort) of every spelling, longest first; sort: name, adjective, seat."""
    index: dict[str, list[tuple[tuple[str, ...], Name, str]]] = {}
    for entry in vocabulary.names:
        spellings = [(entry.name, "name")]
        spellings += [(alias, "name") for alias in entry.aliases]
        spellings += [(word, "adjective") for word in entry.adjectives]
        spellings += [(seat, "seat") for seat in entry.seats]
        for spelling, sort in spellings:
            words = tuple(token.text for token in find_tokens(spelling))
            index.setdefault(words[0], []).append((words, entry, sort))
    for ways in index.values():
        ways.sort(key=lambda way: -len(way[0]))
    return index
