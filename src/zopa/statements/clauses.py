"""A sentence as the attribution rules see it: tokens, what stands in quotation marks, and whether it has a verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.tokens import Token, find_tokens
from zopa.text.words import DETERMINERS, FINITE_AUXILIARIES, PREPOSITIONS

if TYPE_CHECKING:
    from zopa.text.quotations import Quoted

NounPhrase = tuple[int, int]  # first and last token, inclusive

_OPEN, _CLOSE = "([", ")]"


@dataclass(frozen=True, slots=True)
class ClauseUnit:
    """One sentence, or several that a quotation holds together.

    Attributes:
        start, end: in the text as read.
        tokens: of the unit.
        quote: for each token the index in `quotations` of the outer quotation it stands in, or -1; the marks too.
        bracket: True for tokens inside round or square brackets outside quotations.
        quotations: outer quotations in the unit.
        mention: for each token the number of the name it belongs to, or -1.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    quote: tuple[int, ...]
    bracket: tuple[bool, ...]
    quotations: tuple[Quoted, ...]
    mention: tuple[int, ...]

    def low(self, at: int) -> str:
        """Lower-case form of token `at`, "" outside the unit."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def opens_quote(self, at: int) -> bool:
        """True when token `at` is the opening mark of an outer quotation."""
        return 0 <= at < len(self.tokens) and self.quote[at] >= 0 and (at == 0 or self.quote[at - 1] != self.quote[at])

    def closes_quote(self, at: int) -> bool:
        """True when token `at` is the last one of an outer quotation."""
        last = len(self.tokens) - 1
        return 0 <= at <= last and self.quote[at] >= 0 and (at == last or self.quote[at + 1] != self.quote[at])


def build_unit(
    text: str, start: int, end: int, quoted: tuple[Quoted, ...], mentions: list[tuple[int, int]]
) -> ClauseUnit:
    """The unit for ``text[start:end]``; `mentions` are spans of names, ordered."""
    tokens = tuple(find_tokens(text, start, end))
    outer = tuple(q for q in quoted if q.depth == 0 and q.start >= start and q.end <= end)
    quote = tuple(next((i for i, q in enumerate(outer) if q.start <= t.start and t.end <= q.end), -1) for t in tokens)
    bracket: list[bool] = []
    depth = 0
    for token, inside in zip(tokens, quote, strict=True):
        opens = inside < 0 and token.text in _OPEN
        depth += opens
        bracket.append(depth > 0 and inside < 0)
        if inside < 0 and token.text in _CLOSE and depth:
            depth -= 1
    mention = tuple(next((i for i, (a, b) in enumerate(mentions) if a <= t.start and t.end <= b), -1) for t in tokens)
    return ClauseUnit(start, end, tokens, quote, tuple(bracket), outer, mention)


def has_verb(unit: ClauseUnit, first: int, last: int) -> bool:
    """True when some token of the span looks like a finite verb: a clause may be told by it."""
    for at in range(first, last + 1):
        low = unit.low(at)
        if low in FINITE_AUXILIARIES and not (low == "may" and unit.tokens[at].is_capital and at > first):
            return True
        if at > first and (low.endswith(("ed", "s")) or low in _PAST) and len(low) > 2 and unit.tokens[at].is_word:
            if low.endswith("s") and not _third_person(unit, at):
                continue
            return True
    return False


_PAST = frozenset(
    "began broke brought built came chose cut did drew drove fell felt fought found gave got grew had held kept knew led "
    "left lost made met paid put ran rose said sat saw sent set shot showed spoke spent stood struck swore threw told took "
    "went won wore wrote want need seek believe think hope plan remain".split()
)


def _third_person(unit: ClauseUnit, at: int) -> bool:
    """True when a word in -s follows a singular subject and is followed by something a verb takes."""
    before, after = unit.tokens[at - 1], unit.low(at + 1)
    follows = (
        after in DETERMINERS
        or after in PREPOSITIONS
        or after in {"that", "to", "not", "it", "them", "him", "her", "us"}
    )
    return follows and before.is_word and before.low not in DETERMINERS and not before.low.endswith("s")
