"""From the words beside a cue ("the Kremlin aide", "he", "several sources") to who is speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zopa.statements.types import Speaker
from zopa.text.names import tells_seat
from zopa.text.split import seen
from zopa.text.types import Mention
from zopa.text.words import (
    ADVERBS,
    ANONYMOUS,
    CONJUNCTIONS,
    DETERMINERS,
    FEMALE,
    FINITE_AUXILIARIES,
    MALE,
    PREPOSITIONS,
    ROLE_NOUNS,
    SAID,
    SUBORDINATORS,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements.clauses import ClauseUnit, NounPhrase
    from zopa.text.names import Names
    from zopa.text.vocabulary import Vocabulary

_AUTHOR = frozenset("i we".split())
_THINGS = frozenset("it they these this those which some others".split())
_OFFICE = 14  # words that the office of somebody named behind it may have
_REACH = 6  # sentences back within which a pronoun finds whom it stands for


@dataclass(slots=True)
class Scene:
    """What the reader remembers while it goes through a document.

    `focus` holds (sentence number, mention) of whoever was last a subject or a speaker, latest last.
    """

    document: Document
    names: Names
    vocabulary: Vocabulary
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
    head = next((word for word, after in zip(words, [*words[1:], "of"], strict=True) if after in PREPOSITIONS), "")
    return head in ROLE_NOUNS and not _is_plural(head)


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")  # a boss is one


def note_subject(scene: Scene, unit: ClauseUnit) -> Mention | None:
    """Remember, and return, whom a unit is about: the first name of its main clause, where that name is the subject.

    "Their revisions ..." and "He ..." keep whoever was spoken of in the sentence before; None where no name is the subject.
    """
    inside = scene.names.within(unit.start, unit.end)
    for first in _clause_starts(unit):
        low = unit.low(first)
        if low in _GO_ON:
            return _same_subject(scene, low)
        mention = _apposed(unit, first, inside) or _subject_at(unit, first, inside)
        if mention:
            scene.note(mention)
            return mention
        title = _title_at(scene, unit, first)
        if title:
            scene.note(title)
            return title if title.party else None
    return None


def _apposed(unit: ClauseUnit, first: int, inside: list[Mention]) -> Mention | None:
    """Who is named between commas behind an office: "The minister of ports, Ann Lee, arrived"."""
    office = False
    for at in range(first, min(first + _OFFICE, len(unit.tokens) - 2)):
        low = unit.low(at)
        if low == ",":
            start = unit.tokens[at + 1].start
            named = next(
                (m for m in inside if m.kind == "person" and m.passage.start == start and not m.possessive), None
            )
            behind = next((t.low for t in unit.tokens[at + 2 :] if named and t.start >= named.passage.end), "")
            return named if office and behind == "," else None
        if unit.quote[at] >= 0 or low in FINITE_AUXILIARIES or low in SAID or low.endswith("ed"):
            return None
        office = office or low in ROLE_NOUNS
    return None


def _title_at(scene: Scene, unit: ClauseUnit, first: int) -> Mention | None:
    """A subject told by office only ("The Secretary-General reiterated"): whoever holds it, or the words themselves."""
    if unit.low(first) not in {"the", "a", "an"}:
        return None
    head = next((i for i in range(first + 1, first + 3) if unit.low(i) in ROLE_NOUNS), None)
    if head is None or not all(_qualifies(unit, i) for i in range(first + 1, head)):
        return None
    last = head
    while last < len(unit.tokens) and unit.low(last) in ROLE_NOUNS:
        last += 1
    if unit.low(last - 1) in ANONYMOUS or _is_plural(unit.low(last - 1)):
        return None
    start, end = unit.tokens[first].start, unit.tokens[last - 1].end
    held = _office_holder(scene, frozenset(unit.low(i) for i in range(first + 1, last)), [], start)
    return held or Mention(scene.document.text[start:end], "role", None, scene.document.passage(start, end))


def _qualifies(unit: ClauseUnit, at: int) -> bool:
    """True for a plain word that may stand before an office ("a second envoy")."""
    low = unit.low(at)
    return low.isalpha() and not (
        low in PREPOSITIONS or low in CONJUNCTIONS or low in FINITE_AUXILIARIES or low in DETERMINERS
    )


_GO_ON = frozenset("it they he she their his her its".split())


def _same_subject(scene: Scene, pronoun: str) -> Mention | None:
    if not scene.focus or scene.sentence - scene.focus[-1][0] > 1:
        return None
    mention = scene.focus[-1][1]
    person = scene.names.people.get(mention.name)
    sex = "m" if pronoun in MALE else "f" if pronoun in FEMALE else ""
    if bool(sex) != bool(person) or (sex and person and person.sex not in {"", sex}):
        return None
    scene.note(mention)
    return mention


def subject_of_stretch(scene: Scene, unit: ClauseUnit, span: tuple[int, int]) -> Mention | None:
    """The subject of a clause that begins inside a unit ("..., but no text was agreed"), where a name is it."""
    inside = scene.names.within(unit.start, unit.end)
    first = next((i for i, token in enumerate(unit.tokens) if token.start >= span[0]), None)
    return None if first is None else _subject_at(unit, first, inside)


def _clause_starts(unit: ClauseUnit) -> list[int]:
    """Tokens at which the main clause may begin: the start, or behind the last colon, and behind a leading adverbial."""
    starts = [0]
    for at, token in enumerate(unit.tokens[:-1]):
        if unit.quote[at] < 0 and token.text == ":":
            starts = [at + 1]
        elif token.text == "," and unit.quote[at] < 0 and at < 14:
            opening = unit.low(0)
            if opening in PREPOSITIONS or opening in SUBORDINATORS or opening in ADVERBS or opening.endswith("ing"):
                starts.append(at + 1)
    return [at + (unit.low(at) in CONJUNCTIONS or unit.low(at) in ADVERBS) for at in starts]


def _subject_at(unit: ClauseUnit, first: int, inside: list[Mention]) -> Mention | None:
    """The name in the noun phrase that begins at token `first`, if a name is its head."""
    found: Mention | None = None
    for at in range(first, len(unit.tokens)):
        low = unit.low(at)
        if (
            (low in PREPOSITIONS and not (low == "of" and found is None))
            or low in FINITE_AUXILIARIES
            or unit.tokens[at].text in {",", ":", ";"}
            or unit.quote[at] >= 0
        ):
            break
        start = unit.tokens[at].start
        mention = next((m for m in inside if m.passage.start <= start < m.passage.end), None)
        if mention and mention.kind != "place" and not mention.possessive:
            found = mention
        elif (found and not (low in ROLE_NOUNS or low == "'s")) or (
            found is None
            and mention is None
            and not (
                low in DETERMINERS
                or low in ROLE_NOUNS
                or unit.tokens[at].is_capital
                or low in {"of", "'s", "only", "even"}
            )
        ):
            break
    return found


def is_author(unit: ClauseUnit, source: NounPhrase) -> bool:
    """True for "I think", "we've learned", "I remain convinced": the author's own voice, or a quoted speaker's."""
    return unit.low(source[0]).partition("'")[0] in _AUTHOR and (
        source[0] == source[1] or unit.low(source[1]) in {"remain", "remained"}
    )


def find_speaker(scene: Scene, unit: ClauseUnit, source: NounPhrase) -> tuple[Speaker, tuple[str, ...]]:
    """The speaker that a source span means, and others named beside ("state media and the envoy")."""
    start, end = unit.tokens[source[0]].start, unit.tokens[source[1]].end
    low = unit.low(source[0])
    if source[0] == source[1] and (low in MALE or low in FEMALE or low in _THINGS):
        return _pronoun(scene, start, end, low), ()
    inside = [m for m in scene.names.within(start, end) if m.kind != "place"]
    people = [m for m in inside if m.kind == "person" and (not m.possessive or m.passage.end == end)]  # "X's warning"
    if people:
        return _person(scene, unit, source, people, (start, end))
    role = _role(unit, source)
    states = [m for m in inside if m.kind != "person" and not _only_qualifies(m)]
    if role:
        held = _office_holder(scene, role, states, start)
        if held:
            return _resolved(scene, held, start, end), ()
        told = next((m.party for m in states if m.party), None)
        told_as = scene.document.passage(start, end)
        scene.note(Mention(told_as.text, "role", told, told_as))  # whom "he" means next
    acting = [m for m in states if _may_act(unit, source, m)]
    whose = any(m.kind == "person" for m in inside)  # "UN envoy Ann Lee's office" is neither of them
    if acting and not whose and not _begins_title(unit, source, acting[-1]):
        head = acting[-1]
        return Speaker(head.name, start, end, party=head.party), tuple(
            m.name for m in acting[:-1] if m.name != head.name
        )
    return _unnamed(scene, unit, source, states), ()


def _only_qualifies(mention: Mention) -> bool:
    """True for the name in "Paris-led mediators", "a US-backed group": they are not its own."""
    return bool(re.search(r"[-‑–][a-z]+$", mention.passage.text)) and mention.party is not None


def _may_act(unit: ClauseUnit, source: NounPhrase, mention: Mention) -> bool:
    """False for a name that only tells whose or by whom: "Sudan's letter", "a memo obtained by the Ledger"."""
    end = unit.tokens[source[1]].end
    before = (
        next((i for i in range(source[1], source[0], -1) if unit.tokens[i].start == mention.passage.start), source[0])
        - 1
    )
    before -= unit.low(before) in DETERMINERS
    aside = before > source[0] and unit.low(before) in {"by", "to", "with"}
    return (not mention.possessive or mention.passage.end == end) and not aside and not _anonymous(unit, source)


def _begins_title(unit: ClauseUnit, source: NounPhrase, mention: Mention) -> bool:
    """True where what looks like an organisation only begins an office: "the Permanent Representative of X", "the Kestrian envoy"."""
    if mention.party or mention.kind != "organisation":
        return False
    behind = next((i for i in range(source[0], source[1] + 1) if unit.tokens[i].start >= mention.passage.end), 0)
    return bool(behind) and unit.low(behind) in ROLE_NOUNS


def _person(
    scene: Scene, unit: ClauseUnit, source: NounPhrase, people: list[Mention], span: tuple[int, int]
) -> tuple[Speaker, tuple[str, ...]]:
    comma = next((t.start for t in unit.tokens[source[0] : source[1] + 1] if t.text == ","), span[1])
    head = next((m for m in reversed(people) if m.passage.start < comma), people[0])
    person = scene.names.people.get(head.name)
    named_at = None
    full = head.passage.text != head.name and not head.name.endswith(head.passage.text)
    if full:
        named_at = next((m.passage for m in scene.names.mentions if m.name == head.name), None)
    low = [t.low for t in unit.tokens[source[0] : source[1] + 1]]
    others: tuple[str, ...] = ()
    if "and" in low:
        joint = scene.names.within(*span)
        others = tuple(
            dict.fromkeys(m.name for m in joint if m.name != head.name and m.kind != "place" and not m.possessive)
        )
        before_and = unit.tokens[source[0] + low.index("and")].start
        if not others and any(word in ANONYMOUS for word in low[: low.index("and")]):
            others = (scene.document.text[span[0] : before_and].strip(),)
    return Speaker(head.name, span[0], span[1], named_at=named_at, party=person.party if person else head.party), others


def _pronoun(scene: Scene, start: int, end: int, low: str) -> Speaker:
    sex = "m" if low in MALE else "f" if low in FEMALE else ""
    here = scene.unit_speaker
    person = scene.names.people.get(here.name) if here else None
    if here and sex and person and person.sex in {"", sex}:
        named_at = here.named_at or scene.document.passage(here.start, here.end)
        return Speaker(here.name, start, end, named_at, inferred=True, party=person.party)
    if sex and (spoke := _goes_on(scene, start, end, sex)) is not None:
        return spoke
    for sentence, mention in reversed(scene.focus):
        if scene.sentence - sentence > _REACH:
            break
        if mention.passage.start >= start:
            continue
        person = scene.names.people.get(mention.name)
        if sex and mention.kind == "role":
            return _by_role(mention, start, end)
        if sex and person is not None and person.sex in {"", sex}:
            return _resolved(scene, mention, start, end)
        if not sex and person is None and scene.sentence - sentence <= 1:
            return _resolved(scene, mention, start, end)
    if sex and (named := _named_before(scene, start, sex)) is not None:
        return _resolved(scene, named, start, end)
    last = scene.last_speaker
    if (
        not sex
        and last is not None
        and scene.sentence - scene.last_sentence <= _REACH
        and last.name not in scene.names.people
    ):
        named_at = last.named_at or scene.document.passage(last.start, last.end)
        return Speaker(last.name, start, end, named_at, inferred=True, party=last.party, anonymous=last.anonymous)
    return Speaker(f"not named ({low})", start, end, inferred=False, anonymous=True)


def _named_before(scene: Scene, start: int, sex: str) -> Mention | None:
    """The person named last before a pronoun, who does not only own something; None where there is none of this sex."""
    for mention in reversed(scene.names.mentions):
        person = scene.names.people.get(mention.name)
        fits = person is not None and person.sex in {"", sex} and not mention.possessive
        if mention.passage.end <= start and fits:
            return mention
    return None


def _goes_on(scene: Scene, start: int, end: int, sex: str) -> Speaker | None:
    """Whoever spoke in the sentence before, for a pronoun that opens its own: subjects go on (Grosz, Joshi & Weinstein 1995); else None."""
    spoke = scene.first_speaker
    known = scene.names.people.get(spoke.name) if spoke else None
    if spoke is None or known is None or known.sex not in {"", sex} or scene.sentence - scene.last_sentence != 1:
        return None
    named_at = spoke.named_at or scene.document.passage(spoke.start, spoke.end)
    return Speaker(spoke.name, start, end, named_at, inferred=True, party=known.party) if _opens(scene, start) else None


def _opens(scene: Scene, start: int) -> bool:
    """True for a pronoun that opens its sentence, or stands behind a "but" that does."""
    before = scene.document.text[max(0, start - _FRONT) : start]
    return bool(re.search(r"(?:[.!?”\"\n]\s*|^)(?:(?:But|And|However,)\s+)?$", before))


_FRONT = 12  # characters


def _by_role(mention: Mention, start: int, end: int) -> Speaker:
    """Who was told by office before and is a pronoun here: not named, so still nobody in particular."""
    first, _, rest = mention.name.partition(" ")
    name = rest if first.lower() in DETERMINERS and rest else mention.name
    unnamed = name.lower().split()[0] in ANONYMOUS or not name[0].isupper()
    return Speaker(name, start, end, mention.passage, inferred=True, party=mention.party, anonymous=unnamed)


def _resolved(scene: Scene, mention: Mention, start: int, end: int) -> Speaker:
    person = scene.names.people.get(mention.name)
    named_at = mention.passage if mention.passage.text else None  # known from the table of offices
    return Speaker(mention.name, start, end, named_at, inferred=True, party=person.party if person else mention.party)


def _role(unit: ClauseUnit, source: NounPhrase) -> frozenset[str]:
    """Role nouns of a phrase that ends in one: "the Russian president", "the foreign minister"; none for plurals."""
    words = [t.low for t in unit.tokens[source[0] : source[1] + 1]]
    head = words[-1] if words[-1] in ROLE_NOUNS else ""
    if not head or _is_plural(head) or head in ANONYMOUS or "of" in words:
        return frozenset()
    return frozenset(word for word in words if word in ROLE_NOUNS)


def _office_holder(scene: Scene, role: frozenset[str], states: list[Mention], before: int) -> Mention | None:
    """The latest person named before whose roles cover `role` (and whose party is the state named beside it)."""
    party = next((m.party for m in states if m.party), None)
    earlier = [m for m in scene.names.mentions if m.kind == "person" and m.passage.end <= before]
    for mention in reversed(earlier):
        person = scene.names.people[mention.name]
        if role <= person.roles and (party is None or person.party == party):
            return mention
    return _by_table(scene, role, party, before) if party else None


def _by_table(scene: Scene, role: frozenset[str], party: str | None, before: int) -> Mention | None:
    """The holder of the office on the document's date, if the vocabulary knows it and the date is known."""
    published = scene.document.published.value if scene.document.published else ""
    if not published or not party:
        return None
    for entry in scene.vocabulary.names:
        if entry.kind != "person" or entry.party != party:
            continue
        for office in entry.offices:
            words = set(office.title.split())
            current = office.from_ <= published and (not office.to or published < office.to)
            if current and set(role) == words & ROLE_NOUNS and role:
                return Mention(entry.name, "person", entry.party, scene.document.passage(before, before))
    return None


def _anonymous(unit: ClauseUnit, source: NounPhrase) -> bool:
    return any(unit.low(i) in ANONYMOUS for i in range(source[0], source[1] + 1))


def _unnamed(scene: Scene, unit: ClauseUnit, source: NounPhrase, states: list[Mention]) -> Speaker:
    """Somebody whom the text does not name: "several sources", "Russian officials", "The report's authors"."""
    first = source[0]
    while first < source[1] and (
        unit.low(first) in DETERMINERS or (tells_seat(unit.tokens[first].text) and unit.tokens[first + 1].is_capital)
    ):
        first += 1  # "London-based AstraZeneca"
    comma = next((i for i in range(first, source[1] + 1) if unit.low(i) == ","), source[1] + 1)
    start, end = unit.tokens[source[0]].start, unit.tokens[source[1]].end
    name = seen(scene.document.text[unit.tokens[first].start : unit.tokens[max(first, comma - 1)].end])
    party = next((m.party for m in states if m.party), None)
    return Speaker(
        name,
        start,
        end,
        party=party,
        anonymous=_anonymous(unit, source) or not unit.tokens[max(first, comma - 1)].is_capital,
    )


def carried(scene: Scene, speaker: Speaker) -> Speaker:
    """The same speaker for words beside which nobody is named: inferred, with the place of the last naming."""
    named_at = speaker.named_at or scene.document.passage(speaker.start, speaker.end)
    return replace(speaker, named_at=named_at, inferred=True)
