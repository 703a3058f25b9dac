"""The changes that make a sentence contradict itself: another number, date, speaker, polarity or act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SENTENCE = re.compile(r"\S(?:[^\n]*?[^\n.!?][.!?][\"”’']?(?=\s+[\"“(A-Z0-9]|\s*$)|[^\n]+)", re.MULTILINE)
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Prof|No|vs|Jr|Sr)|\b[A-Z])\.$")
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WORDS = {
    "two": "seven", "three": "eight", "four": "nine", "five": "eleven", "six": "two", "seven": "twelve", "eight": "three",
    "nine": "four", "ten": "twenty", "eleven": "thirty", "twelve": "five", "twenty": "fifty", "thirty": "ninety",
}  # fmt: skip
_OPPOSITES = {
    "accepted": "rejected", "agreed to": "refused to", "approved": "rejected", "welcomed": "condemned",
    "supported": "opposed", "backed": "opposed", "confirmed": "denied", "allowed": "banned", "signed": "rejected",
    "granted": "denied", "praised": "criticised", "won": "lost", "increased": "decreased",
    "released": "detained", "endorsed": "condemned", "promised to": "refused to", "supports": "opposes",
    "accepts": "rejects", "refuses to": "agrees to",
}  # fmt: skip
_OPPOSITES |= {other: one for one, other in _OPPOSITES.items()}
_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must)\b( not)?(?= [a-z])")
_PAST = {
    "gave": "give", "met": "meet", "took": "take", "began": "begin", "sent": "send", "made": "make", "held": "hold",
    "signed": "sign", "offered": "offer", "reached": "reach", "attended": "attend", "visited": "visit", "received": "receive",
    "arrived": "arrive", "reduced": "reduce", "showed": "show", "asked": "ask", "lasted": "last", "ended": "end",
    "talked": "talk", "led": "lead", "cancelled": "cancel", "won": "win", "agreed": "agree", "named": "name", "used": "use",
}  # fmt: skip
_SPEAKER_BEFORE = re.compile(
    r"((?:[A-Z][a-z]+ )+[A-Z][a-z]+),? (?:said|says|told|added|insisted|warned|conceded|argues|writes)\b"
)
_SPEAKER_AFTER = re.compile(
    r"(?:said|says|told reporters|added|insisted|warned|conceded|[Aa]ccording to) ((?:[A-Z][a-z]+ )+[A-Z][a-z]+)\b(?! (?:to|of|for)\b)"
)
_TITLES = (
    "The A An In On At But And Afghan Kremlin American Russian Ukrainian Ambassador Mr Mrs Ms Dr Professor President "
    "Prime Minister Minister Secretary General State NATO Education Undersecretary Senator Commander"
).split()
_OTHERS = ("Clara Whitfield", "Hugo Marsten", "Ines Calloway", "Peter Aldous")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a text replaced by others."""

    kind: str
    start: int
    end: int
    words: str

    @property
    def grown(self) -> int:
        """By how many characters the text becomes longer."""
        return len(self.words) - (self.end - self.start)

    def apply(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.words + text[self.end :]


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences; a line break ends one, a title or a single letter with a point does not."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        if spans and _ABBREVIATION.search(text[spans[-1][0] : spans[-1][1]]) and "\n" not in text[spans[-1][1] : start]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [(a, b) for a, b in spans if len(re.findall(r"\w+", text[a:b])) >= 5]


def change_number(text: str, span: tuple[int, int], _: frozenset[tuple[int, int]]) -> Iterator[Change]:
    """A quantity becomes another: digits are scaled, number words exchanged; no years, dates, times or names with digits."""
    for m in re.finditer(
        r"(?<![\w.,:/$-])\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=[ %-][a-z%]|%| percent)", text[span[0] : span[1]]
    ):
        digits, place = m.group(1), span[0] + m.start(1)
        value = int(digits.replace(",", ""))
        before = text[max(span[0], place - 12) : place]
        if (1900 <= value <= 2100 and "," not in digits) or any(month in before for month in _MONTHS):
            continue
        changed = value * 3 + 1
        yield Change("number", place, place + len(digits), f"{changed:,}" if "," in digits else str(changed))
    for m in re.finditer(r"\b(" + "|".join(_WORDS) + r")\b(?= [a-z])", text[span[0] : span[1]]):
        yield Change("number", span[0] + m.start(), span[0] + m.end(), _WORDS[m.group()])


def change_date(text: str, span: tuple[int, int], _: frozenset[tuple[int, int]]) -> Iterator[Change]:
    """Another weekday, day of the month, month or year."""
    part = text[span[0] : span[1]]
    if len(re.findall(r"\w+", part)) < 7:
        return
    for m in re.finditer(r"\b(" + "|".join(_DAYS) + r")\b(?!,? (?:\d|[A-Z]))", part):
        yield Change("date", span[0] + m.start(), span[0] + m.end(), _DAYS[(_DAYS.index(m.group()) + 2) % 7])
    for m in re.finditer(r"\b(\d{1,2})(?= (?:" + "|".join(_MONTHS) + r")\b)|(?<=[a-z] )(\d{1,2})\b(?!,\d)", part):
        before = part[: m.start()].rstrip().rsplit(" ", 1)[-1]
        if m.group(1) or before in _MONTHS:
            day = int(m.group())
            yield Change("date", span[0] + m.start(), span[0] + m.end(), str(day + 3 if day < 25 else day - 4))
    for m in re.finditer(r"\b(?:in|since|of) ((?:19|20)\d\d)\b", part):
        yield Change("date", span[0] + m.start(1), span[0] + m.end(1), str(int(m.group(1)) - 2))
    for m in re.finditer(r"\b(?:in|since|until|by) (" + "|".join(_MONTHS) + r")\b(?! \d)", part):
        yield Change("date", span[0] + m.start(1), span[0] + m.end(1), _MONTHS[(_MONTHS.index(m.group(1)) + 3) % 12])


def change_speaker(text: str, span: tuple[int, int], known: frozenset[tuple[int, int]]) -> Iterator[Change]:
    """The name beside the words of saying becomes somebody else's."""
    part = text[span[0] : span[1]]
    places = {(m.start(1), m.end(1)) for pattern in (_SPEAKER_BEFORE, _SPEAKER_AFTER) for m in pattern.finditer(part)}
    for a, b in known:
        named = re.search(r"(?:[A-Z][a-z]+ )+[A-Z][a-z]+$", text[a:b]) if span[0] <= a and b <= span[1] else None
        if (
            named
            and not re.search(r"\b(?:of|by|for|the)\b|Organi[sz]ation|Council|Office|News", text[a:b])
            and not re.search(r"Image: $", text[:a])
        ):
            places.add((a + named.start() - span[0], a + named.end() - span[0]))
    for a, b in sorted(places):
        title = re.match(r"(?:(?:" + "|".join(_TITLES) + r") )+", part[a:b])
        first = a + (title.end() if title else 0)
        new = _OTHERS[(a + len(part)) % len(_OTHERS)]
        yield Change("speaker", span[0] + first, span[0] + b, new if " " in part[first:b] else new.split()[1])


def change_polarity(text: str, span: tuple[int, int], _: frozenset[tuple[int, int]]) -> Iterator[Change]:
    """A "not" put in or taken out beside the first auxiliary, or a simple past denied."""
    part = text[span[0] : span[1]]
    m = _AUXILIARY.search(part)
    if m and " not " not in part.replace(m.group(), "", 1) + " " and "n't" not in part and len(part.split()) >= 7:
        words = m.group(1) if m.group(2) else f"{m.group(1)} not"
        yield Change("polarity", span[0] + m.start(), span[0] + m.end(), words)
    for m in re.finditer(
        r"(?<=[a-z] )(" + "|".join(_PAST) + r")\b(?= (?:a|an|the|his|their|its|with|in|for|on|to|as|\d|[A-Z]))", part
    ):
        before = part[: m.start()].split()[-1]
        if (
            before not in {"not", "was", "were", "been", "be", "had", "has", "have", "and", "is", "are"}
            and len(part.split()) >= 7
        ):
            yield Change("polarity", span[0] + m.start(), span[0] + m.end(), f"did not {_PAST[m.group()]}")


def change_act(text: str, span: tuple[int, int], _: frozenset[tuple[int, int]]) -> Iterator[Change]:
    """A deed becomes its opposite: accepted and rejected, agreed to and refused to, and their like."""
    for m in re.finditer(
        r"\b(" + "|".join(sorted(_OPPOSITES, key=len, reverse=True)) + r")\b(?!['’])", text[span[0] : span[1]]
    ):
        yield Change("act", span[0] + m.start(), span[0] + m.end(), _OPPOSITES[m.group()])


def _listed(
    change: Callable[[str, tuple[int, int], frozenset[tuple[int, int]]], Iterator[Change]],
) -> Callable[[str, tuple[int, int], frozenset[tuple[int, int]]], list[Change]]:
    return lambda text, span, known: list(change(text, span, known))


CHANGES = {
    "number": _listed(change_number),
    "date": _listed(change_date),
    "speaker": _listed(change_speaker),
    "polarity": _listed(change_polarity),
    "act": _listed(change_act),
}
"""Finders of possible changes, by kind."""
