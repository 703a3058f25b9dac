"""Groups of states that a text only counts: "the six powers", "P5+1", "the five powers plus Germany", "the group of six".

They are one group where they count the same: five and one are six. "The world powers" are the only counted ones of their text. And states
by the beginning of their official name: "the Islamic Republic".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.numerals import find_numbers

if TYPE_CHECKING:
    from zopa.statements.actor_memory import ActorMemory
    from zopa.text.tagged import Sentence

_LEAST = 3  # of whom two are no group
_MOST = 12
_WORDS = {
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
}


def learn_counted(memory: ActorMemory, number: int, sentence: Sentence, head: int) -> bool:
    """True where the noun at a place counts a group of powers, which is noted under one name for all its countings."""
    token = sentence.tokens[head]
    count = _count(sentence, head)
    if count is not None and _LEAST <= count <= _MOST:
        memory.counted = f"{_WORDS[count]} powers"
    elif token.low != "powers" or not {
        sentence.tokens[k].low for k in sentence.under(head, "compound", "amod")
    } & words_of("of_world"):
        return False
    name = memory.counted or "world powers"
    group = memory.note(name, "group", (number, head), side=name)
    memory.last_body["group"] = name
    if _SUM.fullmatch(token.text) or token.text.isupper():
        group.aliases.add("".join(t.text for t in sentence.tokens[head : head + 3]))
    return True


_SUM = re.compile(r"[A-Z]?\d")


def _count(sentence: Sentence, head: int) -> int | None:
    """How many a noun counts, what is added behind "plus" or "+" among them; None for any other noun."""
    tokens = sentence.tokens
    if _SUM.fullmatch(tokens[head].text):
        added = _added(sentence, head)
        return int(tokens[head].text[-1]) + added if added else None
    if tokens[head].low == "powers":
        counts = [n for k in sentence.under(head, "nummod") if (n := _value(tokens[k].text))]
        return counts[0] + _added(sentence, head) if len(counts) == 1 else None
    return _count_group(sentence, head) if tokens[head].low == "group" else None


def _count_group(sentence: Sentence, head: int) -> int | None:
    """Of "the group of six", "the P5+1 group", "the six-nation group"; None for any other group."""
    tokens = sentence.tokens
    before = [t.low for t in tokens[max(0, head - 3) : head]]
    if len(before) == len(["six", "-", "nation"]):
        if _SUM.fullmatch(before[0].upper()) and before[1] in words_of("plus"):
            return int(before[0][-1]) + (_value(before[2]) or 0)
        if before[1] in words_of("dash") and before[2] in words_of("of_states"):
            return _value(before[0])
    behind = [t.low for t in tokens[head + 1 : head + 4]]
    bare = len(behind) == len(["of", "six", ","]) and behind[0] == "of" and not behind[2].isalpha()
    return _value(behind[1]) if bare else None


def _added(sentence: Sentence, head: int) -> int:
    """What stands behind "plus": 1 for "+1" and for "plus Germany", 0 where nothing does."""
    behind = sentence.tokens[head + 1 : head + 3]
    if len(behind) < len(["plus", "one"]) or behind[0].low not in words_of("plus"):
        return 0
    return _value(behind[1].text) or (1 if behind[1].tag == "PROPN" else 0)


def _value(word: str) -> int | None:
    found = find_numbers(word, 0, len(word))
    return int(found[0].value) if len(found) == 1 and found[0].value == int(found[0].value) else None


def state_of_opening(memory: ActorMemory, name: str) -> str | None:
    """The state whose official name begins with a name ("Islamic Republic"): the only one, else the only one of the text; or None."""
    if " " not in name or not set(name.lower().split()) & words_of("state_form"):
        return None
    found = {
        entry.name
        for word, entry in memory.known.items()
        if entry.kind == "state" and word.startswith(f"{name.lower()} of ")
    }
    told = {m.name for m in memory.text.names.mentions} & found if len(found) > 1 else found
    return next(iter(told)) if len(told) == 1 else None
