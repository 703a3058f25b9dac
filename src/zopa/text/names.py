"""Names in a document, joined to canonical ones: "Putin", "Moscow" for Russia, "the Kremlin aide Yuri Ushakov".

The vocabulary is looked up first; other people are found by their given names, titles and the company they keep, and get
their party from the description beside them ("the chairman of the Duma's defence committee, Alexei Zhuravlev").
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.text.given_words import is_given_word
from zopa.text.lexicon import words_of
from zopa.text.name_bodies import find_bodies
from zopa.text.name_context import (
    goes_on_with_office,
    goes_on_with_who,
    has_initials,
    is_initial,
    left_description,
    opens_report,
    right_description,
)
from zopa.text.name_words import (
    ALSO_WORDS,
    BUILDINGS,
    COMMON_WORDS,
    EVENT_WORDS,
    PARTICLES,
    other_script,
    qualifies,
    standing_alone,
    stands_first,
    tells_seat,
)
from zopa.text.oddities import find_oddities
from zopa.text.peoples import is_named, people_inside
from zopa.text.scripts import name_at, spellings
from zopa.text.split import seen
from zopa.text.tokens import Token, find_tokens
from zopa.text.types import Mention, Oddity
from zopa.text.vocabulary import Name, Vocabulary, name_index
from zopa.text.words import (
    DETERMINERS,
    OFFICIAL_ROLES,
    ORGANISATION_WORDS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    ROLE_NOUNS,
    TEMPORAL,
    TITLES,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.sources import Document

_SMALL = 4  # letters up to which a headline of capitals writes some words small


@dataclass(slots=True)
class KnownPerson:
    """Somebody met in a document: what the text and the vocabulary tell of them."""

    name: str
    party: str | None
    sex: str
    roles: set[str] = field(default_factory=set[str])
    entry: Name | None = None


@dataclass(slots=True)
class Names:
    """Mentions of a document in order, the people among them by canonical name, and names that only the text tells to be bodies."""

    mentions: list[Mention]
    people: dict[str, KnownPerson]
    oddities: list[Oddity] = field(default_factory=list[Oddity])
    bodies: frozenset[str] = frozenset()

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie inside the span, in order."""
        found: list[Mention] = []
        for at in range(bisect_left(self.mentions, start, key=lambda m: m.passage.start), len(self.mentions)):
            if self.mentions[at].passage.start >= end:
                break
            if self.mentions[at].passage.end <= end:
                found.append(self.mentions[at])
        return found


def find_names(document: Document, sentences: list[tuple[int, int]], vocabulary: Vocabulary) -> Names:
    """All names in `sentences` (spans of the text as read), joined to canonical names."""
    finder = _Finder(document, vocabulary)
    tokenised = [find_tokens(document.plain, a, b) for a, b in sentences]
    finder.lower_case = {t.text for tokens in tokenised for t in tokens if t.is_word and not t.is_capital}
    finder.alone = {word for tokens in tokenised for word in standing_alone(tokens)}
    finder.bodies = find_bodies(finder.runs(tokenised), finder.sex, finder.alone)
    for tokens in tokenised:  # full names first, so that a surname before its full name (a headline) is joined too
        finder.learn(tokens)
    for tokens in tokenised:
        finder.scan(tokens)
    return Names(
        finder.mentions,
        finder.people,
        find_oddities(document, tokenised, finder.mentions, finder.people),
        finder.bodies,
    )


class _Finder:
    """State of one pass over a document: what is known so far."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document = document
        self.index = name_index(vocabulary)
        self.spellings = spellings(vocabulary)
        self.vocabulary = vocabulary
        self.sex = dict(vocabulary.given_names)
        self.people: dict[str, KnownPerson] = {}
        self.surnames: dict[str, str] = {}
        self.mentions: list[Mention] = []
        self.lower_case: set[str] = set()
        self.alone: set[str] = set()
        self.peoples: set[str] = set()
        self.bodies: frozenset[str] = frozenset()

    def runs(self, tokenised: list[list[Token]]) -> Iterator[tuple[list[Token], int, int]]:
        """Runs of words with a capital that the vocabulary does not know."""
        for tokens in tokenised:
            i = 0
            while i < len(tokens):
                size = 0 if self._look_up(tokens, i) else self._run(tokens, i)
                if size > 1:
                    yield tokens, i, i + size
                i += max(size, 1)

    def learn(self, tokens: list[Token]) -> None:
        """Take note of people named in full, and of peoples inside a state named in the plural."""
        for i, j, entry, sort in self._spans(tokens):
            if tokens[j - 1].text.endswith("s") and (people := self._people(tokens, i, j)):
                self.peoples.add(people)
            if entry is not None and entry.kind == "person":
                self._meet(entry.name, entry.party, entry.sex, entry)
            elif entry is None and sort == "person" and j - i > 1:
                self._meet_unknown(tokens, i, j)

    def scan(self, tokens: list[Token]) -> None:
        """Add the mentions of one sentence."""
        for i, j, entry, sort in self._spans(tokens):
            mention = self._known(tokens, i, j, entry, sort) if entry else self._unknown(tokens, i, j, sort)
            people = self._people(tokens, i, j)
            land = self.mentions[-1].passage if people and self.mentions else None
            if land and land.end == tokens[i - 1].end and is_named(people, tokens[j - 1].text, self.peoples):
                start = self.mentions.pop().passage.start
                mention = Mention(people, "group", None, self.document.passage(start, tokens[j - 1].end))
            if mention is not None:
                self.mentions.append(mention)

    def _people(self, tokens: list[Token], i: int, j: int) -> str:
        """The people inside a state that a word and the one before it name, "" for none."""
        if j - i != 1 or not i or not self.document.plain[tokens[i - 1].end : tokens[i].start].isspace():
            return ""
        return people_inside(tokens[i - 1].text, tokens[i].text, self._state)

    def _state(self, word: str) -> str | None:
        entries = (entry for words, entry, _ in self.index.get(word, ()) if words == (word,))
        return next((entry.name for entry in entries if entry.kind == "state"), None)

    def _known(self, tokens: list[Token], i: int, j: int, entry: Name, sort: str) -> Mention:
        before = tokens[i - 1].low if i else ""
        if before == "the" and i > 1:
            before = tokens[i - 2].low  # "in the Kremlin"
        elif before in {"and", ","} and self._behind_place(tokens, i):
            before = "in"  # "in Miami and Paris", "in Geneva, Paris"
        possessive = (j < len(tokens) and tokens[j].low == "'s") or (sort == "adjective" and qualifies(tokens, i, j))
        passage = self.document.passage(tokens[i].start, tokens[j - 1].end)
        dateline = sort == "seat" and i == 0 and opens_report(tokens, j)
        host = sort == "seat" and j < len(tokens) and tokens[j].low in EVENT_WORDS  # "the Doha round" is not Qatar's
        if (
            host
            or dateline
            or (sort == "seat" and before in PLACE_PREPOSITIONS)
            or (
                entry.kind == "state"
                and sort == "name"
                and before in PLACE_PREPOSITIONS - {"to", "from", "toward", "towards"}
            )
        ):
            place = entry.seats[0] if tokens[j - 1].text in BUILDINGS else passage.text
            return Mention(place, "place", None, passage, possessive=possessive)
        if entry.kind == "person":
            self._meet(entry.name, entry.party, entry.sex, entry)
            self._describe(tokens, i, j, entry.name)
        return Mention(entry.name, entry.kind, entry.party, passage, possessive=possessive)

    def _behind_place(self, tokens: list[Token], i: int) -> bool:
        """True where the last name found is a place that ends right before "and" or the comma at token ``i - 1``."""
        last = self.mentions[-1] if self.mentions else None
        return i > 1 and last is not None and last.kind == "place" and last.passage.end == tokens[i - 2].end

    def _unknown(self, tokens: list[Token], i: int, j: int, sort: str) -> Mention | None:
        text = seen(self.document.text[tokens[i].start : tokens[j - 1].end])
        possessive = j < len(tokens) and tokens[j].low == "'s"
        passage = self.document.passage(tokens[i].start, tokens[j - 1].end)
        if sort != "person":
            return Mention(text, sort, None, passage, possessive=possessive)
        name = self._canonical(text)
        self._describe(tokens, i, j, name)
        return Mention(name, "person", self.people[name].party, passage, possessive=possessive)

    # -- what spans a name covers -------------------------------------------------------------------------------

    def _spans(self, tokens: list[Token]) -> list[tuple[int, int, Name | None, str]]:
        """(first, one past last, entry or None, sort) of each name in the sentence."""
        spans: list[tuple[int, int, Name | None, str]] = []
        i = 0
        while i < len(tokens):
            found = self._look_up(tokens, i)
            run = self._run(tokens, i)
            if found and found[2] == "adjective" and run == 1 and self._is_surname(tokens, i):
                found = None  # "said Finn", of Otto Finn
            if found and not (run > found[0] and found[1].kind != "person" and self._is_person(tokens, i, run)):
                spans.append((i, i + found[0], found[1], found[2]))
                i += found[0]
            elif run:
                sort = self._sort(tokens, i, i + run)
                if sort:
                    spans.append((i, i + run, self._misspelt(tokens, i, i + run), sort))
                i += run
            else:
                i += 1
        return spans

    def _look_up(self, tokens: list[Token], i: int) -> tuple[int, Name, str] | None:
        for words, entry, sort in self.index.get(tokens[i].text, ()):
            size = len(words)
            if tuple(t.text for t in tokens[i : i + size]) != words:
                continue
            if entry.kind == "person" and size == 1 and not self._may_be_surname(tokens, i, entry):
                continue
            return size, entry, sort
        if other_script(tokens[i]):
            return name_at(self.spellings, tokens, i)
        if tells_seat(tokens[i].text):
            return None  # where a company sits is no government
        head = re.match(r"[A-Z][A-Za-z.]+(?=-[a-z]|-[A-Z])", tokens[i].text)  # "US-drafted", "Russia-Ukraine"
        if head:
            for words, entry, sort in self.index.get(head.group(), ()):
                if len(words) == 1 and entry.kind != "person":
                    return 1, entry, "adjective" if sort == "name" else sort
        return None

    def _may_be_surname(self, tokens: list[Token], i: int, entry: Name) -> bool:
        """False where the surname belongs to another: "Michael Jordan", "Marc Rutte" beside a known Mark Rutte."""
        other = self.surnames.get(tokens[i].text)
        if other and other != entry.name:
            return False
        if i and tokens[i - 1].is_capital and tokens[i - 1].text in self.sex and tokens[i - 1].text not in entry.name:
            return False
        return not (i + 1 < len(tokens) and tokens[i + 1].is_capital and tokens[i].text in self.sex)

    def _run(self, tokens: list[Token], i: int) -> int:
        """How many tokens from `i` on form one capitalised name without titles; 0 if none begins here."""
        if not self._name_word(tokens, i):
            return 0
        j = i + 1
        while j < len(tokens):
            if other_script(tokens[j]) and name_at(self.spellings, tokens, j):
                break  # "Встреча Владимира Путина"
            if self._name_word(tokens, j):
                j += 1
            elif tokens[j].low in PARTICLES and j + 1 < len(tokens) and self._name_word(tokens, j + 1):
                j += 2
            elif tokens[j].text.isdigit() and tokens[j - 1].low in {"channel", "radio", "tv"}:
                j += 1  # "Channel 12"
            elif (
                tokens[j].low == "of"
                and tokens[j - 1].low in ORGANISATION_WORDS
                and j + 1 < len(tokens)
                and self._name_word(tokens, j + 1)
            ):
                j += 2  # "Department of Agriculture"
            elif (
                tokens[j].text == "."
                and len(tokens[j - 1].text) == 1
                and j + 1 < len(tokens)
                and self._name_word(tokens, j + 1)
            ):
                j += 2
            else:
                break
        return j - i

    def _name_word(self, tokens: list[Token], i: int) -> bool:
        token = tokens[i]
        if not token.is_word or not token.is_capital or token.low in TITLES:
            return False
        if token.low in words_of("he_she"):
            return self._ends_name(tokens, i) or self._opens_name(tokens, i)
        if token.low in ALSO_WORDS:
            return is_given_word(self.document.plain, token.start, token.end, self.vocabulary)
        if token.low in TEMPORAL or tells_seat(token.text):
            return False
        if (
            token.low in ORGANISATION_WORDS
            and i > 1
            and tokens[i - 1].low in {"of", "for"}
            and tokens[i - 2].low in TITLES
        ):
            return False  # "Secretary of State Marco Rubio", "Minister of Education ..."
        if len(token.text) == 1 and not is_initial(tokens, i):
            return False
        first = i == 0 or not tokens[i - 1].is_word
        if i and tokens[i - 1].low in words_of("military_rank") and token.low in COMMON_WORDS and i + 1 < len(tokens):
            return tokens[i + 1].is_word and tokens[i + 1].is_capital  # "Colonel Long Shaohua"
        return not (
            token.low in COMMON_WORDS or (first and token.low in self.lower_case and token.text not in self.sex)
        )

    def _ends_name(self, tokens: list[Token], i: int) -> bool:
        """True for "He" in "Liu He": a pronoun with a capital inside a sentence, right behind a name; in no headline of capitals."""
        if not i or not self._name_word(tokens, i - 1):
            return False
        alone = i + 1 == len(tokens) or not tokens[i + 1].is_word
        return alone or not all(t.is_capital for t in tokens if len(t.text) > _SMALL)

    def _opens_name(self, tokens: list[Token], i: int) -> bool:
        """True for "He" in "Minister He Yafei": between an office and a name."""
        before, behind = tokens[max(0, i - 1)], tokens[min(i + 1, len(tokens) - 1)]
        return before.low in TITLES and behind is not tokens[i] and self._name_word(tokens, i + 1)

    def _is_surname(self, tokens: list[Token], i: int) -> bool:
        return tokens[i].text in self.surnames and not (i and tokens[i - 1].low in DETERMINERS)

    def _is_person(self, tokens: list[Token], i: int, run: int) -> bool:
        return run > 1 and tokens[i].text in self.sex and self._sort(tokens, i, i + run) == "person"

    def _sort(self, tokens: list[Token], i: int, j: int) -> str:
        """person, organisation, place, or "" for a run that is no name we know how to use."""
        words = [t.low for t in tokens[i:j]]
        size = sum(t.is_word for t in tokens[i:j])  # the dots of initials do not count
        before = tokens[i - 1].low if i else ""
        if before == "." and i > 1 and tokens[i - 2].low in TITLES:
            before = tokens[i - 2].low  # "Mr. Toccafondi"
        if j - i == 1 and tokens[i].text in self.surnames:
            return "person"
        partisan = size > 1 and {words[-1], f"{words[-1]}s"} & words_of("party_people")
        thing = size > 1 and words[-1] in words_of("thing_name")
        body = size > 1 and " ".join(t.text for t in tokens[i:j]) in self.bodies
        if any(word in ORGANISATION_WORDS for word in words) or partisan or thing or body:
            return "organisation"  # "the Christian Democrats", "Victoria Station" too
        titled = before in ROLE_NOUNS and before not in {"foreign", "special", "secretary"}
        titled = titled and not (before == "general" and size == 1)
        given = tokens[i].text in self.sex or tokens[i].low in ALSO_WORDS
        if (
            size > 1
            and not given
            and before in words_of("short_for_body") | words_of("org_union") | words_of("org_party")
        ):
            return "organisation"  # "the pilots' union Unia Zeglarz"
        told = goes_on_with_who(tokens, j) or goes_on_with_office(tokens, j) or has_initials(tokens[i].text)
        told = told and before != "the"
        placed = size > 1 and words[-1] in words_of("place_name") and before in PLACE_PREPOSITIONS  # "in Victoria Park"
        if size > 1 and not placed and (given or told or (titled and size <= 4)):
            return "person"
        if titled and before in TITLES and not tokens[i].text.isupper():
            return "person"
        if placed or before in {"in", "at", "near"} or (before in {"from", "to"} and j - i == 1):
            return "place"
        if before == "the" or (tokens[i].text.isupper() and len(tokens[i].text) > 1) or size > 4:
            return "organisation"
        if (
            j - i in (2, 3)
            and (i == 0 or before not in PREPOSITIONS)
            and not any(t.text.isupper() for t in tokens[i:j])
        ):
            return "person"
        return ""

    def _misspelt(self, tokens: list[Token], i: int, j: int) -> Name | None:
        """A person of the vocabulary whose surname stands here behind a given name that is nearly theirs."""
        if j - i != 2:
            return None
        for words, entry, _ in self.index.get(tokens[j - 1].text, ()):
            if len(words) == 1 and entry.kind == "person":
                ratio = difflib.SequenceMatcher(None, entry.name.split()[0].lower(), tokens[i].low).ratio()
                if ratio >= 0.7:  # "Volodomyr" for Volodymyr; "Michel" against "Mark" stays below
                    return entry
        return None

    # -- who people are -----------------------------------------------------------------------------------------

    def _meet(self, name: str, party: str | None, sex: str, entry: Name | None) -> KnownPerson:
        person = self.people.get(name)
        if person is None:
            person = self.people[name] = KnownPerson(name, party, sex, entry=entry)
            if entry:
                titles = (word for office in entry.offices for word in office.title.lower().split())
                person.roles.update(word for word in titles if word in ROLE_NOUNS)
            family = name.rsplit(maxsplit=1)[-1]
            self.surnames.setdefault(family, name)
            first = name.split(maxsplit=1)[0]
            if stands_first(name) or (first in self.alone and family not in self.alone and first not in self.sex):
                self.surnames.setdefault(first, name)  # "Ri" of "Ri Yong-ho", "Liu" of "Liu He"
            article, mark, rest = family.partition("-")
            if mark and article.lower() in words_of("name_article"):
                self.surnames.setdefault(rest, name)  # "Jaafari" of "Bashar Al-Jaafari"
        return person

    def _meet_unknown(self, tokens: list[Token], i: int, j: int) -> None:
        text = seen(self.document.text[tokens[i].start : tokens[j - 1].end])
        sex = self.sex.get(tokens[i].text, "")
        if not sex and re.search(r"(?:ova|eva|ina|aya|skaya|ska)$", tokens[j - 1].low):
            sex = "f"
        self._meet(text, None, sex, None)
        self._describe(tokens, i, j, text)

    def _canonical(self, text: str) -> str:
        name = self.surnames.get(text, text) if " " not in text else text
        if name not in self.people:
            self._meet(name, None, self.sex.get(text.split(maxsplit=1)[0], ""), None)
        return name

    def _describe(self, tokens: list[Token], i: int, j: int, name: str) -> None:
        """Roles and party of a person from the words beside the name."""
        person = self.people[name]
        left = left_description(tokens, i)
        right = right_description(tokens, j)
        if any(t.low.endswith("s") and t.low[:-1] in ROLE_NOUNS for t in right):
            right = []  # "Across from Liu, U.S. officials told him": several are not one
        for words in (left, right):
            roles = {t.low for t in words if t.low in ROLE_NOUNS}
            person.roles |= roles
            if roles & OFFICIAL_ROLES and person.party is None:
                person.party = self._party_in(words)

    def _party_in(self, words: list[Token]) -> str | None:
        sent = bool({t.low for t in words} & words_of("sent_by"))  # "the special envoy for Yemen" is not of Yemen
        other = {"to", "against", "for"} if sent else {"to", "against"}
        for at in range(len(words) - 1, -1, -1):
            found = self._look_up(words, at)
            if found and found[1].kind != "person" and found[1].party and not (at and words[at - 1].low in other):
                return found[1].party
        return None
