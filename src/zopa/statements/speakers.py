"""From the words beside a cue ("the Kremlin aide", "he", "several sources") to who is speaking."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.centres import subjects_before
from zopa.statements.scene import Scene, is_plural
from zopa.statements.types import Speaker
from zopa.text.name_words import tells_seat
from zopa.text.split import seen
from zopa.text.types import Mention
from zopa.text.words import (
    ANONYMOUS,
    DETERMINERS,
    FEMALE,
    MALE,
    ROLE_NOUNS,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit, NounPhrase


_AUTHOR = frozenset("i we".split())
_THINGS = frozenset("it they these this which".split())
_OTHERS = frozenset("some others those many".split())  # people of whom nothing was said before
_REACH = 6  # sentences back within which a pronoun finds whom it stands for
_ROLE_REACH = 2  # the same for somebody told by office only


def is_author(unit: ClauseUnit, source: NounPhrase) -> bool:
    """True for "I think", "we've learned", "I remain convinced": the author's own voice, or a quoted speaker's."""
    return unit.low(source[0]).partition("'")[0] in _AUTHOR and (
        source[0] == source[1] or unit.low(source[1]) in {"remain", "remained"}
    )


def find_speaker(scene: Scene, unit: ClauseUnit, source: NounPhrase) -> tuple[Speaker, tuple[str, ...]]:
    """The speaker that a source span means, and others named beside ("state media and the envoy")."""
    if unit.low(source[1] - 1) == "," and unit.low(source[1]) in MALE | FEMALE:
        source = source[1], source[1]  # "Pollack, he told reporters, has lied"
    start, end = unit.tokens[source[0]].start, unit.tokens[source[1]].end
    low = unit.low(source[0])
    if source[0] == source[1] and low in _OTHERS:
        return Speaker(low, start, end, anonymous=True), ()
    if source[0] == source[1] and (low in MALE or low in FEMALE or low in _THINGS):
        return _pronoun(scene, start, end, low), ()
    inside = [m for m in scene.names.within(start, end) if m.kind != "place"]
    people = [m for m in inside if m.kind == "person" and (not m.possessive or m.passage.end == end)]  # "X's warning"
    if people:
        return _person(scene, unit, source, people, (start, end))
    role = _role(unit, source)
    states = [m for m in inside if m.kind != "person" and not _only_qualifies(m)]
    if role:
        # "Velmar Union's leader" is not just any leader.
        of_body = any(m.possessive and m.party is None for m in inside)
        held = None if of_body else office_holder(scene, role, states, start)
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
    for mention in subjects_before(scene.text, start) if scene.text is not None else ():
        if (meant := _meant(scene, mention, (start, end), low)) is not None:
            return meant
    if sex and (spoke := _goes_on(scene, start, end, sex)) is not None:
        return spoke
    if (spoken_of := _spoken_of(scene, start, end, sex)) is not None:
        return spoken_of
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


def _spoken_of(scene: Scene, start: int, end: int, sex: str) -> Speaker | None:
    """Whoever was last a subject or a speaker and fits a pronoun; None where nobody near does."""
    for sentence, mention in reversed(scene.focus):
        back = scene.sentence - sentence
        if back > _REACH:
            break
        if mention.passage.start >= start:
            continue
        person = scene.names.people.get(mention.name)
        if sex and mention.kind == "role" and back <= _ROLE_REACH:
            return _by_role(mention, start, end)
        if (sex and person is not None and person.sex in {"", sex}) or (not sex and person is None and back <= 1):
            return _resolved(scene, mention, start, end)
    return None


def _meant(scene: Scene, mention: Mention, span: tuple[int, int], low: str) -> Speaker | None:
    """The speaker that a subject before a pronoun is, None where the pronoun cannot mean it."""
    if mention.kind == "role":
        mention = held_by(scene, mention) or mention
    person = scene.names.people.get(mention.name)
    if low in MALE or low in FEMALE:
        sex = "m" if low in MALE else "f"
        fits = mention.kind == "role" if person is None else person.sex in {"", sex}
    else:
        fits = person is None and low in {"it", "they", "which"} and mention.kind != "role"
        fits = fits and not (low == "it" and mention.kind == "group" and is_plural(mention.name.split()[-1].lower()))
    if not fits:
        return None
    return _by_role(mention, *span) if mention.kind in {"role", "group"} else _resolved(scene, mention, *span)


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
    if not head or is_plural(head) or head in ANONYMOUS or "of" in words:
        return frozenset()
    return frozenset(word for word in words if word in ROLE_NOUNS)


def office_holder(scene: Scene, role: frozenset[str], states: list[Mention], before: int) -> Mention | None:
    """The latest person named before whose roles cover `role` (and whose party is the state named beside it)."""
    party = next((m.party for m in states if m.party), None)
    earlier = [m for m in scene.names.mentions if m.kind == "person" and m.passage.end <= before]
    for mention in reversed(earlier):
        person = scene.names.people[mention.name]
        if role <= person.roles and (party is None or person.party == party):
            return mention
    return _by_table(scene, role, party, before) if party else None


def held_by(scene: Scene, mention: Mention) -> Mention | None:
    """Whoever was named before and has the office by which somebody is told here ("the prime minister"); None for nobody."""
    words = frozenset(word for word in mention.name.lower().split() if word in ROLE_NOUNS)
    return office_holder(scene, words, [], mention.passage.start)


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
