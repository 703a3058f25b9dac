"""What a figure measures, in the text's own words, from the words around it in its clause.

Three shapes, by where the number stands:

* it qualifies a noun ("28-point plan", "600,000 limit on the army"): that noun with what hangs on it;
* it is what something was raised, cut or limited to ("raised the cap on the army to 800,000"): the thing, and a later
  "up from 600,000 in the draft" measures the same thing with the words that follow it ("in the draft");
* otherwise the clause before it and the counted noun ("Russia was losing soldiers", "list of Russian war aims").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.text.types import Figure
    from zopa.text.units import Unit

_BREAK = re.compile(
    r"[,;:\[\]]|\((?![A-Z]{2,8}\))|(?<![A-Z])\)|[\"“”«»„…—]|\s[-–]\s|[.!?](?:\s|$)|\n|\b(?:that|which|who|whom"
    r"|because|while|whereas|although|but|where|when|if|so|said|says"
    r"|and|or)\b",
    re.IGNORECASE,
)
_STOP_RIGHT = re.compile(
    r"[,;:()\[\]\"“”«»„…—]|\s[-–]\s|[.!?](?:\s|$)|\n|\b(?:which|who|whom|because|while|whereas|although|but"
    r"|where|when|if|so|said|says"
    r"|is|are|was|were|has|have|had|will|would|should|could|can|may|might|must|focused|began|ended|lasted"
    r"|after|before|since"
    r"|until|and|or|than|as|up|down|from|to)\b",
    re.IGNORECASE,
)
_STOP_GOAL = re.compile(_STOP_RIGHT.pattern.replace("|from|to)", ")"), re.IGNORECASE)
_HEDGES = re.compile(
    r"(?:\b(?:approximately|about|around|roughly|some|nearly|almost|an estimated|estimated|close to|up to"
    r"|at most|at least|no more"
    r"|no less|no fewer|not more|more than|less than|fewer than|over|above|under|below|within|as many as"
    r"|as much as|upwards of"
    r"|in excess of|exceeding|a maximum of|a minimum of|only|just|than|already|still|between|another"
    r"|additional|further|the"
    r"|a|an|its|his|their|our|these|those)\s*)+$",
    re.IGNORECASE,
)
_CHANGE_VERB = re.compile(
    r"\b(?:rais|increas|cut|reduc|lower|expand|slash|trim|boost|double|limit|restrict|cap|fix|set|keep|bring"
    r"|put|revis|narrow|refin"
    r"|extend|shorten|hold)\w*\s+(?:back\s+)?(?P<thing>(?:the|a|an|its|his|their)?\s*\S.*?)\s+(?:to|at|from|by"
    r"|down to|up to)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_PASSIVE_CHANGE = re.compile(
    r"^(?P<thing>\S.*?)\s+(?:(?:was|were|is|are|has|have|had|has been|have been|had been|be|being|been"
    r"|would be|will be|should be)\s+)?(?:\w+ly\s+)?"
    r"(?:\w{2,}ed|cut|set|grew|grow|grows|rose|rise|rises|fell|fall|falls|shrank|shrunk|dropped|went|goes|go"
    r"|put|held|increase|drop"
    r"|reduction)\s+(?:further\s+)?(?:to|at|from|by|down to|up to|down from|up from)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_COMPARED = re.compile(
    r"\b(?:up|down|compared (?:with|to)|instead of|rather than|not|against|from|versus|and not|double"
    r"|half)\s+(?:from\s+)?(?:the\s+|a\s+|an\s+)?"
    r"(?:previous\s+|earlier\s+|original\s+|current\s+|existing\s+)?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"[\s-](?P<noun>(?:\w+\s)?(?:limit|cap|ceiling|maximum|minimum|threshold|floor))\b(?P<rest>\s+(?:on|for|of|in)\s)?",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:this|that|these|those|it|they|them|he|she|we|which|who|also|already|has|had|have|\W)*", re.IGNORECASE
)
_DETERMINED = re.compile(r"\b(?:the|a|an|its|their|this|that|his|her)\s$", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:\s+|^)(?:of|in|on|at|to|by|from|for|with|into|onto|through|over|during|per|worth|than|as|and|or|is"
    r"|are|was|were|be|been|has"
    r"|have|had|will|would|the|a|an|its|up|down|then|not|now|about|some|after|within|before|next|last|past"
    r"|least|most)$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:the|a|an|this|these|those|that|its|his|her|their|our|and|also|then|he|she|it|they|we|i|there|now|but"
    r"|in|of|on|at|with|by"
    r"|for|to|is|are|was|were)\s+",
    re.IGNORECASE,
)
_OWNER = re.compile(r"^(?:the|a|an|this|these|those|that|and|also|then|there)\s+", re.IGNORECASE)
_MAX_LEFT = 9  # words
_MAX_RIGHT = 8  # words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its number from `start`, its unit up to `end`."""

    start: int
    end: int
    unit: Unit


def measured(text: str, places: list[Place], start: int, end: int) -> list[str]:
    """What each of the figures at `places` (in order) measures; "" where the text does not tell."""
    found: list[str] = []
    for index, place in enumerate(places):
        floor = places[index - 1].end if index else start
        ceiling = next((p.start for p in places[index + 1 :] if not p.unit.hyphen), end)
        earlier = _earlier(text, places, found, index)
        subject = _one(text, place, (start, floor), (ceiling, end), earlier)
        found.append("" if _EMPTY.fullmatch(subject) else subject)
    return found


def _earlier(text: str, places: list[Place], found: list[str], index: int) -> str:
    """What the figure before it measures, if this one is only set beside it ("up from", "to", "instead of")."""
    if not index:
        return ""
    between = text[places[index - 1].end : places[index].start]
    if len(between) > 40 or re.search(r"[.!?;]\s", between):
        return ""
    tail = _HEDGES.sub("", between.rstrip() + " ").strip(" ,—–-") + " "
    if _COMPARED.search(between) or re.fullmatch(
        r"\s*(?:to|down to|up to|from|[-–])\s*(?:the\s+|an?\s+)?", tail.lower() or " "
    ):
        return found[index - 1]
    return ""


def _one(text: str, place: Place, left: tuple[int, int], right: tuple[int, int], earlier: str) -> str:
    if earlier:
        limit = _LIMIT.match(text, place.end, right[1])
        rest = _right(text, limit.end("noun") if limit else place.end, right)
        rest = rest if re.match(r"(?:in|under|of|on|for|by|at)\b", rest) else ""
        return f"{earlier} {rest}".strip() if rest not in earlier else earlier
    limit = _LIMIT.match(text, place.end, right[1])
    if limit:
        thing = _right(text, limit.end("noun"), right)
        return f"{limit['noun']} {thing}".strip()
    if place.unit.hyphen:
        return _drop(_LEADING, _right(text, place.end, right))
    before = _left(text, place.start, left)
    if place.unit.kind in {"currency", "none"} and _DETERMINED.search(text, max(left[0], place.start - 8), place.start):
        thing = _right(text, place.end, right)
        if re.match(r"(?!(?:of|in|for|at|on|by|with|a|an|the)\b)[^\W\d]", thing):
            return thing
    changed = _CHANGE_VERB.search(before) or _PASSIVE_CHANGE.search(before)
    if changed:
        return _drop(_OWNER, changed["thing"].strip())
    return _clause(text, place, before, right)


def _clause(text: str, place: Place, before: str, right: tuple[int, int]) -> str:
    after = _right(text, place.end, right, goal=place.unit.kind == "currency")
    if place.unit.words and place.unit.kind not in {"measure", "currency"}:
        words = place.unit.words.split(" per ")[0]
        after = words if re.match(r"(?:per|a|fighting)\b", after) or " " in words else f"{words} {after}".strip()
    elif not re.match(r"(?:of|in|for|to|at|on|from|worth|against|toward|towards|per|between|less|more|\w+$)", after):
        after = "" if place.unit.kind != "none" else after
    after = re.sub(r"^of (?:the |its |their |a |an )?", "", after)
    lead = _trim(_HEDGES.sub("", before + " ") if before else "")
    words = lead.split()
    lead = _drop(_LEADING, _drop(_LEADING, " ".join(words[-_MAX_LEFT:])))
    keep = lead.endswith(("list", "total", "number", "group", "package", "series"))
    joint = " of " if keep and after else " "
    return f"{lead}{joint}{after}".strip()


def _left(text: str, at: int, bounds: tuple[int, int]) -> str:
    """The words of the clause before `at`, hedges taken off at its end."""
    window = text[max(bounds[0], bounds[1], at - 110) : at]
    cut = 0
    for match in _BREAK.finditer(window):
        if match.group().lower() in {"and", "or"} and not _starts_clause(window, match.end()):
            continue
        cut = match.end()
    words = _HEDGES.sub("", window[cut:])
    return " ".join(words.split())


def _starts_clause(window: str, at: int) -> bool:
    """A verb-like word after "and" starts a clause of its own, a noun phrase does not."""
    return bool(
        re.match(
            r"\s+(?:\w+(?:ed|s)|will|would|has|have|had|is|was|were|then|also|can|could|lost|sent|gave|made)\b",
            window[at:],
        )
    )


def _right(text: str, at: int, bounds: tuple[int, int], *, goal: bool = False) -> str:
    """The words after `at` up to the next clause or verb; with `goal` also over "to rebuild the country"."""
    opening = re.compile(r"[-‑]?\s?[\"“«„‘']?").match(text, at, bounds[0])
    at = opening.end() if opening else at
    window = text[at : min(bounds[0], at + 90)]
    match = (_STOP_GOAL if goal else _STOP_RIGHT).search(window)
    cut = match.start() if match else len(window)
    words = window[:cut].split()
    return _trim(" ".join(words[:_MAX_RIGHT]))


def _trim(words: str) -> str:
    while True:
        shorter = _TRAILING.sub("", words.strip())
        if shorter == words:
            return words
        words = shorter


def _drop(pattern: re.Pattern[str], words: str) -> str:
    return pattern.sub("", words, count=1)


def is_time_passed(figure: Figure, passage: Passage) -> bool:
    """True for a length of waiting or travelling ("waited three hours, then met"), and for how far apart two things are: no meeting's."""
    before = passage.text[: max(0, figure.passage.start - passage.start)].split()[-_VERB:]
    behind = passage.text[max(0, figure.passage.end - passage.start) :].split()[:1]
    if any(word.lower().strip(",.;") in words_of("time_apart") for word in behind):
        return True
    return any(set(lemma(word.lower())) & words_of("passes_time") for word in before)


_VERB = 4  # words before a length in which the verb stands that it belongs to
