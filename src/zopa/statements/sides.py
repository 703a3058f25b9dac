"""The side of whoever speaks, as the text tells it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.statements.actors import Actor, Actors
    from zopa.statements.types import Speaker, Statement


def with_side(statement: Statement, actors: Actors) -> Statement:
    """The statement with the side of its speaker, and all who say it together, as the text tells them.

    The shipped table of people only helps: where the text gives a side, that one counts.
    """
    speaker = statement.speaker
    if speaker is None:
        return statement
    if _names_itself(statement, speaker, actors):
        own = statement.party if statement.party != speaker.party else None
        return replace(statement, speaker=None, party=own)
    if len(pair := _two_before(speaker, actors)) > 1:
        return _said_by(statement, pair, actors)
    if (body := _firm_before(speaker, actors)) is not None:
        return _said_by(statement, [body], actors)
    actor = actors.of_span(speaker.start, speaker.end) if not speaker.inferred else None
    actor = actor or actors.called(speaker.name)
    if actor is not None and actor.kind != "person" and (person := _person_before(speaker, actors)) is not None:
        return _said_by(statement, [person], actors)
    if actor is None:
        return statement
    office = all(word.lower() in words_of("office") for word in speaker.name.split())
    longer = speaker.name in actor.name or (actor.kind == "person" and (office or speaker.name.endswith(actor.name)))
    name = actor.name if actor.named and actor.kind != "state" and longer else speaker.name
    told = actors.side(actor.name)
    if told is None and actor.offices and all(set(o.split()) & words_of("past_office") for o in actor.offices):
        return replace(statement, speaker=replace(speaker, party=None))  # who left an office speaks for it no more
    together = actors.together(speaker.start, speaker.end) if not speaker.inferred else []
    another = together and actor.name != speaker.name and not (actor.kind == "person" and longer)
    party = (actors.side(speaker.name) if another else told) or speaker.party  # "the French company" is not France
    others = tuple(
        dict.fromkeys([*statement.also_said_by, *(a.name for a in together if a.name not in {name, actor.name})])
    )
    sides = [s for s in dict.fromkeys(actors.side(a.name) for a in together) if s]
    made = replace(speaker, name=name, party=party, parties=tuple(sides) if len(sides) > 1 else ())
    own = statement.party == speaker.party or statement.party is None
    acts = statement.form != "own-voice" and own and party is not None
    return replace(statement, speaker=made, also_said_by=others, party=party if acts else statement.party)


def _names_itself(statement: Statement, speaker: Speaker, actors: Actors) -> bool:
    """True for a body that was only inferred to speak and is named in the quotation: it is spoken of there, by somebody else."""
    actor = actors.called(speaker.name) if speaker.inferred and statement.form == "quotation" else None
    if actor is None or actor.kind == "person":
        return False
    return any(c.start <= p.start < c.end for c in statement.content for p in actor.passages if p.text[:1].isupper())


def _two_before(speaker: Speaker, actors: Actors) -> list[Actor]:
    """The people whom "they" takes up: those who are the subject of the sentence before together; empty for one, and for any other word."""
    text = actors.text
    if text.document.text[speaker.start : speaker.end].lower() not in words_of("they_plural"):
        return []
    return [a for a in _subjects_before(speaker, actors) if a.kind == "person"]


def _firm_before(speaker: Speaker, actors: Actors) -> Actor | None:
    """The only body that is the subject before an "it" that means nobody yet, or its nation ("The US brewer bid. It said ...")."""
    word = actors.text.document.text[speaker.start : speaker.end].lower()
    told = _subjects_before(speaker, actors) if word in words_of("it_alone") else []
    if len(told) != 1 or told[0].kind in {"person", "state"}:
        return None
    nobody = speaker.anonymous and not speaker.inferred
    return told[0] if nobody or speaker.name in told[0].traits else None


def _subjects_before(speaker: Speaker, actors: Actors) -> list[Actor]:
    """Who is the subject of the sentence before a speaker's; empty where it has none that acts."""
    text = actors.text
    number = bisect_right(text.sentences, speaker.start, key=lambda s: s.start) - 2
    sentence = text.sentences[number] if number >= 0 else None
    roots = [k for k, t in enumerate(sentence.tokens) if t.head < 0] if sentence else []
    subjects = sentence.under(roots[0], "nsubj") if sentence and roots else []
    told = [actors.at(number, k) for k in sentence.together(subjects[0])] if sentence and subjects else []
    return [actor for actor in told if actor is not None]


def _person_before(speaker: Speaker, actors: Actors) -> Actor | None:
    """The person named last before "he" or "she", for one that was taken for a body's name; None where nobody of that sex is near."""
    text = actors.text
    word = text.document.text[speaker.start : speaker.end].lower()
    if word not in words_of("he_she"):
        return None
    sex = "f" if word == "she" else "m"
    near = [
        (passage.start, actor)
        for actor in actors.all() if actor.kind == "person" and actor.named
        for passage in actor.passages if speaker.start - _NEAR < passage.start < speaker.start
    ]  # fmt: skip
    fitting = [
        (at, a) for at, a in near
        if ((known := text.names.people.get(a.name)) is None or known.sex in {"", sex}) and (a.offices or (known and known.sex))
    ]  # fmt: skip
    return max(fitting, key=lambda row: row[0])[1] if fitting else None


_NEAR = 400  # characters, some three sentences


def _said_by(statement: Statement, people: list[Actor], actors: Actors) -> Statement:
    """The statement as said by one or several together, each with the side that the text gives."""
    names = list(dict.fromkeys(a.name for a in people))
    sides = [side for side in dict.fromkeys(actors.side(name) for name in names) if side]
    party = sides[0] if len(sides) == 1 else None
    own = statement.speaker is not None and statement.party in {statement.speaker.party, None}
    speaker = statement.speaker and replace(
        statement.speaker, name=names[0], party=party, parties=tuple(sides) if len(sides) > 1 else (), anonymous=False
    )
    said = replace(statement, speaker=speaker, also_said_by=tuple(names[1:]))
    return replace(said, party=party) if own else said
