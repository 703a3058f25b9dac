"""Meetings told by a noun: "talks between X and Y in Lima", "X's meeting with Y", "X used the session with Y to ...".

Who takes part stands in the noun's own phrase, and as the subject of a verb of holding it; the verb above tells whether it was held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.types import ReportedMeeting
from zopa.text.dates import find_dates
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.statements.actors import Actor, Actors
    from zopa.statements.types import Speaker, Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


def find_named_meetings(text: Text, actors: Actors, statements: Sequence[Statement]) -> tuple[ReportedMeeting, ...]:
    """The meetings that nouns tell of, in document order; none where fewer than two are told to take part."""
    found: list[ReportedMeeting] = []
    for number, sentence in enumerate(text.sentences):
        for noun, token in enumerate(sentence.tokens):
            if token.tag != "NOUN" or token.lemma not in words_of("encounter") | words_of("talks"):
                continue
            frame = next(
                (f for f in text.frames[number] if noun in {*f.subject, *f.object, *(k for _, k in f.obliques)}), None
            )
            made = _meeting(text, actors, statements, number, noun, frame)
            if made is not None:
                found.append(made)
    return tuple(found)


def _meeting(
    text: Text, actors: Actors, statements: Sequence[Statement], number: int, noun: int, frame: ClauseFrame | None
) -> ReportedMeeting | None:
    sentence = text.sentences[number]
    who = list(dict.fromkeys(a.name for a in _participants(actors, number, sentence, noun, frame)))
    people = [actor for name in who if (actor := actors.by_name.get(name)) is not None]
    sides = {actors.side(a.name) or a.name for a in people}
    if len(who) < 2 or (len(sides) < 2 and not all(a.kind == "person" for a in people)):
        return None
    status = _status(sentence, noun, frame)
    if status is None:
        return None
    words = [*sentence.tree(noun), *(frame.group.words if frame else ()), *(frame.times if frame else ())]
    first, last = sentence.tokens[min(words)].start, sentence.tokens[max(words)].end
    dates = [d for d in find_dates(text.document, first, last) if d.from_ is not None]
    speaker, hedged = _teller(statements, sentence.tokens[noun].start)
    return ReportedMeeting(
        tuple(_shown(a) for a in people),
        tuple(sorted({side for a in people if (side := actors.side(a.name))})),
        _place(text, actors, number, noun, frame),
        dates[0] if dates else None,
        status,
        None,
        (),
        text.document.passage(sentence.start, sentence.end),
        speaker,
        hedged or bool(frame and frame.group.hedged),
    )


def _shown(actor: Actor) -> str:
    """The name; for somebody told by office alone the side ("American negotiators": United States)."""
    return actor.name if actor.named or not actor.side else actor.side


def _participants(
    actors: Actors, number: int, sentence: Sentence, noun: int, frame: ClauseFrame | None
) -> Iterator[Actor]:
    """Possessors, whoever stands behind "between" and "with", and the subject of a verb of holding."""
    heads: list[int] = []
    if frame is not None and noun in frame.object and frame.predicate in words_of("meet_holding") | words_of("attend"):
        heads += frame.subject
        heads += frame.oblique("with")
    heads += sentence.under(noun, "nmod:poss")
    for k in sentence.behind(noun, words_of("among")):
        heads += sentence.together(k)
    for head in heads:
        actor = actors.at(number, head)
        if actor is not None:
            yield actor


def _status(sentence: Sentence, noun: int, frame: ClauseFrame | None) -> str | None:
    """Held, planned, cancelled or refused; None where it is only wished for or possible."""
    if frame is not None and (frame.marker in words_of("condition") or frame.group.modality):
        return None
    described = {sentence.tokens[k].low for k in sentence.under(noun, "amod")}
    if described & words_of("to_come") or any(
        sentence.tokens[k].low in words_of("ahead") for k in sentence.under(noun, "case")
    ):
        return "planned"
    if frame is None:
        return "held"
    if frame.predicate in words_of("call_off"):
        return "cancelled"
    if frame.predicate in words_of("need_verb") or frame.predicate in words_of("turns_away"):
        return "refused" if frame.predicate in words_of("turns_away") else None
    if frame.group.negated:
        return "cancelled"
    planned = frame.group.tense == "future" or sentence.tokens[frame.head].form == "Inf"
    return "planned" if planned else "held"


def _place(text: Text, actors: Actors, number: int, noun: int, frame: ClauseFrame | None) -> str | None:
    """The name behind "in" or "at" in the noun's phrase or beside its verb, the nearest one behind it first."""
    sentence = text.sentences[number]
    inside = [k for k in sentence.tree(noun) if sentence.tokens[k].tag == "PROPN"]
    beside = [k for preposition, k in (frame.obliques if frame else ()) if preposition in {"in", "at"}]
    for k in [*inside, *beside]:
        cases = [sentence.tokens[c].low for c in sentence.under(k, "case")]
        if (
            cases[:1] not in (["in"], ["at"])
            or sentence.tokens[k].tag != "PROPN"
            or sentence.tokens[k].low in words_of("time_noun")
        ):
            continue
        actor = actors.at(number, k)
        if actor is None or actor.kind == "group":
            phrase = phrase_at(sentence, k)
            return text.document.text[sentence.tokens[phrase.first].start : phrase.end]
    return None


def _teller(statements: Sequence[Statement], at: int) -> tuple[Speaker | None, bool]:
    inside = [s for s in statements if s.form != "own-voice" and any(c.start <= at < c.end for c in s.content)]
    said = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
    return (said.speaker, said.hedged) if said else (None, False)
