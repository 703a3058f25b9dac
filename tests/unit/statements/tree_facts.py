"""What one tree tells, by the number of the word that it is about: for the tables of `tests.unit.text.limits`.

Facts name words by their numbers, never by their letters, so that another word in the same place tells the same.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tests.unit.text.trees import sentence, text_of

from zopa.statements.actors import Actor, Actors
from zopa.statements.attribution import find_attributions
from zopa.statements.deeds import find_deeds
from zopa.statements.gates import find_gates
from zopa.statements.regions import cluster_of, left_content, right_content, source_span
from zopa.statements.wholes import find_wholes
from zopa.text import default_vocabulary
from zopa.text.annotate import Text
from zopa.text.frames import find_frames
from zopa.text.names import Names, find_names
from zopa.text.phrases import phrase_at
from zopa.text.verbs import verb_group

from .reading import document

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence

Told = dict[int, object]


def frame_facts(tree: str) -> Told:
    """The frame of each predicate."""
    return {
        f.head: f"{f.kind} {f.link} {f.opened} {f.complement} {f.subject} {f.object} {f.recipient} {f.times} "
        f"{[head for _, head in f.obliques]} {f.group}"
        for f in find_frames(sentence(tree))
    }


def region_facts(tree: str) -> Told:
    """For each verb: the words that attribute, who speaks, what is said behind and in front."""
    made = sentence(tree)
    frames = {frame.head: frame for frame in find_frames(made)}
    told: Told = {}
    for frame in frames.values():
        if frame.kind == "verb":
            region = cluster_of(made, frame)
            source, members = source_span(made, frame)
            behind = right_content(made, frames, frame, frame.complement) if frame.complement >= 0 else []
            before = left_content(made, frames, frame, region)
            told[frame.head] = (
                f"{region.first}-{region.last} {_places(made, source)} {_places(made, *members)} "
                f"{_places(made, *behind)} {_places(made, *before)}"
            )
    return told


def attribution_facts(tree: str) -> Told:
    """For each cue: the row that found it, who says what, and how."""
    made = sentence(tree)
    return {
        _places(made, a.cue)[0][0]: f"{a.row} {_places(made, a.source)} {_places(made, *a.content)} "
        f"{_places(made, *a.members)} {a.kind} {a.negated} {a.hedged}"
        for a in find_attributions(((made, find_frames(made)),), ())
    }


def gate_facts(tree: str) -> Told:
    """For each gate: what comes before what, and its kind."""
    text = _text(tree)
    return {
        _places(text.sentences[0], (g.before.start, g.before.end))[0][0]: (
            f"{_places(text.sentences[0], (g.after.start, g.after.end), (g.before.start, g.before.end))} {g.kind}"
        )
        for g in find_gates(text, ())
    }


def actor_facts(tree: str) -> Told:
    """For each word that means somebody: where that one first stands, of what kind, on whose side, with how many offices."""
    text = _text(tree)
    actors = Actors(text, default_vocabulary())
    told: Told = {}
    for actor in actors.all():
        side = actors.called(actor.side) if actor.side else None
        for _, at in actor.places:
            told[at] = f"{_first(actor)} {actor.kind} {_first(side)} {len(actor.offices)} {len(actor.name.split())}"
    return told


def deed_facts(tree: str) -> Told:
    """For each deed: its stance, how surely it is told, who does it to whom, and what it is about."""
    text = _text(tree)
    made = text.sentences[0]
    told: Told = {}
    for deed in find_deeds(text, Actors(text, default_vocabulary()), ()):
        people = [[_places(made, (x.passage.start, x.passage.end)) for x in who] for who in (deed.doers, deed.others)]
        matters = [_places(made, (m.passage.start, m.passage.end)) for m in deed.matters]
        told[_places(made, (deed.at, deed.at + 1))[0][0]] = (
            f"{deed.stance} {deed.sure} {deed.negated} {deed.hedged} {people} {matters} {deed.link} {deed.depth}"
        )
    return told


def whole_facts(tree: str) -> Told:
    """For each word at which a stretch begins that can be quoted by itself: the last words of those stretches."""
    text = _text(tree)
    told: dict[int, list[int]] = {}
    for span in find_wholes(text):
        first, last = _places(text.sentences[0], span)[0]
        told.setdefault(first, []).append(last)
    return {first: str(lasts) for first, lasts in told.items()}


def phrase_facts(tree: str) -> Told:
    """For each noun: the first and the last word of its phrase and what belongs to it."""
    made = sentence(tree)
    return {
        k: str(replace(phrase_at(made, k), start=0, end=0))
        for k, token in enumerate(made.tokens)
        if token.tag in {"NOUN", "PROPN"}
    }


def verb_facts(tree: str) -> Told:
    """For each verb: its tense, voice, modality and whether it is denied."""
    made = sentence(tree)
    return {k: str(verb_group(made, k)) for k, token in enumerate(made.tokens) if token.tag == "VERB"}


def _first(actor: Actor | None) -> object:
    return actor.places[0][1] if actor and actor.places else actor and "elsewhere"


def _places(made: Sentence, *spans: tuple[int, int] | None) -> list[tuple[int, int]]:
    """First and last word of each span."""
    found: list[tuple[int, int]] = []
    for span in spans:
        inside = [k for k, t in enumerate(made.tokens) if span and span[0] <= t.start < span[1]]
        found.append((inside[0], inside[-1]) if inside else (-1, -1))
    return found


def _text(tree: str) -> Text:
    made = sentence(tree)
    return Text(document(text_of(tree)), (), (made,), (), _names(text_of(tree)))


@cache
def _names(text: str) -> Names:
    return find_names(document(text), [(0, len(text))], default_vocabulary())
