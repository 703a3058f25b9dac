"""People of a text: their offices and sides, and those told by office alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.actor_names import joined
from zopa.statements.actor_owners import body_at, owner_of, side_before
from zopa.statements.name_runs import name_run
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from zopa.statements.actor_memory import Actor, ActorMemory
    from zopa.text.tagged import Sentence


def note_office(memory: ActorMemory, sentence: Sentence, at: int, person: Actor) -> None:
    """An office beside a name: what it is, and whose."""
    phrase = phrase_at(sentence, at)
    words = [
        t.low
        for t in sentence.tokens[phrase.first : at + 1]
        if t.tag in {"NOUN", "ADJ", "PROPN"} and (not t.text[0].isupper() or t.low in words_of("past_office"))
    ]
    title = " ".join(words) or sentence.tokens[at].low
    if title not in person.offices:
        person.offices.append(title)
    owns = set(words[-1:]) & words_of("either_office")  # "Boltek, the owner of two yards": what it owns is not its side
    if person.side is None and not owns and not set(words) & words_of("past_office"):
        side = owner_of(memory, sentence, at, {person.name})
        person.side = None if side and _is_portfolio(side) else side


def learn_person(
    memory: ActorMemory, number: int, sentence: Sentence, head: int, name: str, offices: list[int]
) -> None:
    """A person with offices, and the side that they, a possessor or "of Y" tell."""
    person = memory.note(memory.full_name(name), "person", (number, head))
    for k in sentence.under(head, "nmod:poss") if offices and person.side is None else ():
        side = body_at(memory, sentence, k)  # "the Reds' Karsk leader X" leads the Reds
        person.side = side if side != person.name else None
    for office in offices:
        note_office(memory, sentence, office, person)
    of = sentence.behind(head, {"of", "for", "from"})
    if person.side is None and offices:
        side = side_before(memory, sentence, name_run(sentence, head)[0])
        person.side = side if side != person.name else None
    for k in of:
        side = body_at(memory, sentence, k) if person.side is None else None
        if side != person.name:
            person.side = person.side or side


def learn_office(memory: ActorMemory, number: int, sentence: Sentence, head: int) -> None:
    """Somebody told by office: "a senior militia official", "the union's president", "the foreign minister"."""
    above = sentence.tokens[head].head
    if sentence.tokens[head].relation == "appos" and sentence.tokens[above].tag == "PROPN" and memory.at(number, above):
        memory.places[number, head] = memory.places[number, above]  # "X, head of Y": X
        return
    if any(sentence.tokens[k].tag == "PROPN" for k in sentence.under(head, "appos", "flat")):
        named = next(k for k in sentence.under(head, "appos", "flat") if sentence.tokens[k].tag == "PROPN")
        first, last = name_run(sentence, named)
        person = memory.note(
            memory.full_name(joined([t.text for t in sentence.tokens[first : last + 1]])), "person", (number, head)
        )
        note_office(memory, sentence, head, person)
        return
    side = owner_of(memory, sentence, head, set())
    side = None if side and _is_portfolio(side) else side
    phrase = phrase_at(sentence, head)
    words = [
        t.text
        for t in sentence.tokens[phrase.first : head + 1]
        if t.tag not in {"DET", "PRON"} and t.low not in {"'s", "'"}
    ]
    name = joined(words)
    actor = memory.note(name, "person", (number, head), side=side)
    actor.named = False


def _is_portfolio(name: str) -> bool:
    """True for "International", "Trade Minister": what somebody looks after is no side."""
    offices = words_of("office") | words_of("title") | words_of("portfolio") | words_of("office_opener")
    return all(word.lower() in offices for word in name.split())
