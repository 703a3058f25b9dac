"""Documents for benchmarks: invented reports of invented talks, the same for the same seed.

They hold what reading looks for: names, quotations with speakers, figures, dates, a title, a byline and boilerplate.
"""

from __future__ import annotations

import random

_PEOPLE = ("Ilse Brandt", "Mina Okoro", "Tomas Reyl", "Adele Varga", "Jonas Kray", "Petra Lund", "Omar Haddan")
_ROLES = ("harbour master", "envoy", "deputy minister", "spokesman", "chief negotiator", "mayor")
_PLACES = ("Port Lowe", "Sandvik", "Greyholm", "Easter Quay", "Lindow")
_SIDES = ("the northern council", "the southern council", "the ferry company", "the seamen's union")
_THINGS = ("subsidy", "timetable", "engine", "mooring fee", "ticket price")
_VERBS = ("said", "told reporters", "insisted", "conceded", "warned", "added")
_CLAIMS = (
    "we will not sign before {thing} is settled",
    "{thing} must fall by {n} percent within {m} weeks",
    "nobody in this room has agreed to {thing}",
    "there is a way to share {thing} among {m} towns",
    "{n} crowns are not enough for {thing}",
)
_REPORTS = (
    "{side} offered {n} crowns for {thing}, up from {m}",
    "the talks in {place} lasted {m} hours and ended without a date for another round",
    "{side} rejected {thing} and asked for {n} more berths",
    "about {n} passengers a week depend on {thing}, according to {side}",
    "{person} and {other} are expected to meet in {place} before the end of the month",
)
_WORDS = (
    "old", "new", "slow", "bitter", "quiet", "late", "early", "open", "shared", "northern",
    "southern", "wooden", "narrow", "costly", "public", "private", "broken", "empty", "harbour", "bridge",
    "winter", "summer", "budget", "letter", "table", "window", "engine", "rope", "lamp", "school",
    "market", "road", "island", "tide", "crew", "cargo", "report", "vote", "promise", "claim",
    "answer", "question", "offer", "deadline", "signature",
)  # fmt: skip
_LINKS = ("Meanwhile", "On Tuesday", "According to two officials", "Later that day", "In a separate statement")


def generate_document(seed: int, words: int = 1_500) -> str:
    """A report of about `words` words; the same text for the same `seed`."""
    dice = random.Random(seed)
    place = dice.choice(_PLACES)
    lines = [
        f"Talks on {dice.choice(_THINGS)} in {place}, round {seed}",
        f"By {dice.choice(_PEOPLE)}",
        f"{dice.randint(1, 28)} March 2024",
    ]
    count = 0
    while count < words:
        paragraph = " ".join(_sentence(dice) for _ in range(dice.randint(3, 6)))
        count += len(paragraph.split())
        lines.append(paragraph)
    lines.append("Subscribe to our newsletter")
    return "\n\n".join(lines) + "\n"


def generate_copy(text: str, edited_share: float, seed: int) -> str:
    """`text` with a share (0 to 1) of its sentences written anew: a syndicated copy; the same for the same `seed`."""
    dice = random.Random(seed)
    paragraphs: list[str] = []
    for paragraph in text.split("\n\n"):
        sentences = paragraph.split(". ")
        kept = [one if dice.random() >= edited_share else _sentence(dice).rstrip(".") for one in sentences]
        paragraphs.append(". ".join(kept))
    return "\n\n".join(paragraphs)


def _sentence(dice: random.Random) -> str:
    person, other = dice.sample(_PEOPLE, 2)
    slots = {
        "thing": f"the {' '.join(dice.sample(_WORDS, 2))} {dice.choice(_THINGS)}",
        "side": dice.choice(_SIDES),
        "place": dice.choice(_PLACES),
        "person": person,
        "other": other,
        "n": f"{dice.randint(2, 900) * 100:,}",
        "m": dice.randint(2, 40),
    }
    if dice.random() < 0.5:
        claim = dice.choice(_CLAIMS).format(**slots) + f", whatever the {' '.join(dice.sample(_WORDS, 3))} may cost"
        return f"“{claim[0].upper()}{claim[1:]},” {dice.choice(_VERBS)} {person}, the {dice.choice(_ROLES)}."
    tail = f"over the {' '.join(dice.sample(_WORDS, 3))} and a {' '.join(dice.sample(_WORDS, 2))}"
    return f"{dice.choice(_LINKS)}, {dice.choice(_REPORTS).format(**slots)}, {tail}."
