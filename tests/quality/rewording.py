"""Light rewording of a sentence that leaves its meaning alone: synonyms, clauses moved, voice turned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_SYNONYMS = (
    ("said", "stated"), ("began", "started"), ("but", "yet"), ("also", "in addition"), ("because", "since"),
    ("many", "numerous"), ("large", "big"), ("called", "described as"), ("near", "close to"), ("shown", "demonstrated"),
    ("help", "assist"), ("however", "still"), ("children", "youngsters"), ("people", "persons"), ("held", "staged"),
    ("important", "significant"), ("however", "nevertheless"), ("while", "whereas"), ("receive", "get"), ("received", "got"),
    ("includes", "contains"), ("including", "among them"), ("attempt", "try"), ("talks", "negotiations"), ("ended", "finished"),
    ("meeting", "encounter"), ("plan", "scheme"), ("difficult", "hard"), ("according to", "in the words of"), ("after", "following"),
    ("reported", "wrote"), ("report", "account"), ("city", "town"), ("created", "set up"), ("often", "frequently"),
    ("some", "several"), ("country", "nation"), ("countries", "nations"), ("students", "pupils"), ("last", "past"),
    ("is expected to", "should"), ("lasted", "went on for"), ("asked for", "requested"), ("offered", "put forward"),
    ("work", "labour"), ("wanted", "wished"), ("used", "employed"), ("show", "display"), ("during", "in the course of"),
    ("more than", "over"), ("around", "about"), ("approximately", "about"), ("only", "merely"), ("likely", "probable"),
)  # fmt: skip
_OPENING = re.compile(
    r"((?:On|In|At|After|During|Before|Since|Until|Later|Meanwhile)\b[^,\"“”]{2,40}), ([^\"“”]+?)([.!?])$"
)
_CLOSING = re.compile(r"(.{20,}?[a-z]) ((?:on|in|at) (?:the )?[A-Z][\w]+(?: \d{1,2})?)([.!?])$")
_SAID = re.compile(
    r"([\"“][^\"“”]+,[\"”]) ((?:said|stated|added|insisted|warned|conceded) )([A-Z][\w.]+(?: [A-Z][\w.]+)*)([.!?])$"
)
_SAID_THAT = re.compile(r"((?:[A-Z][\w.]+ )+)(said|stated) that ([^\"“”]+)([.!?])$")
_ACTIVE = re.compile(
    r"((?:The |the )?(?:[A-Z][\w]+ ?){1,3}) (rejected|accepted|signed|approved|offered|cancelled|opened) (the [a-z]+(?: [a-z]+)?)([.,])"
)


def reword(sentence: str, dice: random.Random, *, keep: str = "") -> str:
    """`sentence` in slightly other words; `keep` are words that must stay as they are."""
    text = _move(sentence, dice)
    done = 0
    for one, two in dice.sample(_SYNONYMS, len(_SYNONYMS)):
        if done >= 3:
            break
        for old, new in ((one, two), (two, one)):
            pattern = rf"(?<![\w-]){old}(?![\w-])"
            if old not in keep and re.search(pattern, text):
                text = re.sub(pattern, new, text, count=1)
                done += 1
                break
    return text if keep in text else sentence


def _move(sentence: str, dice: random.Random) -> str:
    """One clause moved, or the voice turned, where the sentence lets it."""
    moves = (
        (_OPENING, lambda m: f"{_capital(m[2])} {_small(m[1])}{m[3]}"),
        (_CLOSING, lambda m: f"{_capital(m[2])}, {_small(m[1])}{m[3]}"),
        (_SAID, lambda m: f"{m[3]} {m[2].strip()}: {m[1][:-2]}.{m[1][-1]}"),
        (_SAID_THAT, lambda m: f"{_capital(m[3])}, {m[1]}{m[2]}{m[4]}"),
        (_ACTIVE, lambda m: f"{_capital(m[3])} was {m[2]} by {_small(m[1])}{m[4]}"),
    )
    for pattern, build in dice.sample(moves, len(moves)):
        m = pattern.search(sentence)
        if m and (m.start() == 0 or pattern is not _ACTIVE):
            return sentence[: m.start()] + build(m)
    return sentence


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """Small first letter, unless it is a name's."""
    first = text.split(" ", 1)[0]
    functional = {
        "The",
        "A",
        "An",
        "On",
        "In",
        "At",
        "After",
        "During",
        "Before",
        "Since",
        "Until",
        "Later",
        "It",
        "He",
        "She",
        "They",
        "This",
        "Meanwhile",
    }
    return text[:1].lower() + text[1:] if first in functional else text
