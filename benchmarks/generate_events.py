"""Reports of invented events for benchmarks: each event has facts of its own, and each report tells them in words of its own."""

from __future__ import annotations

import random

_SYLLABLES = (
    "bal",
    "tor",
    "vin",
    "mer",
    "kos",
    "dun",
    "fel",
    "har",
    "lom",
    "nas",
    "pel",
    "rud",
    "sil",
    "tam",
    "wex",
    "yor",
)
_THINGS = (
    "ferry subsidy",
    "water quota",
    "night shift",
    "mine licence",
    "harbour toll",
    "school merger",
    "grain levy",
    "rail timetable",
)
_FACTS = (
    ("{a} offered {n} million crowns for the {thing} on {day}", "On {day} {a} put {n} million crowns on the table for the {thing}",
     "An offer of {n} million crowns for the {thing} came from {a} on {day}"),
    ("{b} rejected the {thing} plan", "{b} turned down the plan for the {thing}", "The {thing} plan was refused by {b}"),
    ("{b} demanded a freeze of the {thing} for {m} months", "A freeze of the {thing} for {m} months is what {b} asked for",
     "{b} called for the {thing} to be frozen for {m} months"),
    ("The delegations met for {h} hours in {place} on {day}", "{day}'s meeting in {place} lasted {h} hours",
     "In {place} the talks between {a} and {b} took {h} hours on {day}"),
    ("{p} of {a} said that the talks in {place} ended without a breakthrough", "No breakthrough was reached in {place}, {p} said",
     "The talks in {place} failed to produce a deal, according to {p}"),
    ("“We will not let the {w} pay for the {thing},” {p} said", "{p} said that “we will not let the {w} pay for the {thing}”",
     "“We will not let the {w} pay for the {thing},” insisted {p}, who speaks for {a}"),
    ("{b} accused {a} of stalling over the {thing}", "{b} blamed {a} for the delay of the {thing}",
     "{a} is stalling over the {thing}, {b} said"),
    ("{a} and {b} agreed to continue the talks next week", "Both sides decided to resume the talks next week",
     "The talks will resume next week, {p} said"),
)  # fmt: skip
_WORKERS = (
    "fishermen",
    "teachers",
    "miners",
    "farmers",
    "sailors",
    "bakers",
    "porters",
    "weavers",
    "drivers",
    "nurses",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def generate_event_report(event: int, seed: int, sentences: int = 30) -> str:
    """A report of `sentences` sentences on one event, half of them its own; the same text for the same numbers."""
    dice = random.Random(f"{event} {seed}")
    told = _facts_of(event)
    lines = [f"Talks in {_name(random.Random(event))}", f"{1 + seed % 3} March 2024"]
    texts = [f"{dice.choice(dice.choice(told))}." if k % 2 else _filler(dice) for k in range(sentences)]
    lines += [" ".join(texts[i : i + 4]) for i in range(0, sentences, 4)]
    return "\n\n".join(lines) + "\n"


def _filler(dice: random.Random) -> str:
    """A sentence of a report's own, of invented words that no other report has."""
    words = ["".join(dice.sample(_SYLLABLES, 3)) for _ in range(6)]
    return f"The {words[0]} {words[1]} near the {words[2]} was {words[3]} by a {words[4]} {words[5]}."


def _facts_of(event: int, rounds: int = 6) -> list[tuple[str, ...]]:
    """The facts of an event in the ways in which they are told."""
    dice = random.Random(event)
    a, b, person, place = (_name(dice) for _ in range(4))
    person = f"{person} {_name(dice)}"
    told: list[tuple[str, ...]] = []
    for thing in dice.sample(_THINGS, rounds):
        slots = {
            "a": a, "b": b, "p": person, "place": place, "thing": thing, "day": dice.choice(_DAYS),
            "w": dice.choice(_WORKERS),
            "n": dice.randint(2, 90), "m": dice.randint(3, 30), "h": dice.randint(2, 9),
        }  # fmt: skip
        told += [tuple(way.format(**slots) for way in fact) for fact in _FACTS]
    return told


def _name(dice: random.Random) -> str:
    return "".join(dice.sample(_SYLLABLES, 2)).capitalize()
