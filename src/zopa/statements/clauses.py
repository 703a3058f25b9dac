"""A sentence as the attribution rules see it: tokens, what stands in quotation marks, noun phrases and clause borders.

There is no parser behind it: a noun phrase is walked from its edge to the nearest word that cannot belong to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.tokens import Token, find_tokens
from zopa.text.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    NEGATIONS,
    NOUNS_IN_ING,
    PREPOSITIONS,
    ROLE_NOUNS,
    SAID,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TEMPORAL,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.text.quotations import Quoted

NounPhrase = tuple[int, int]  # first and last token, inclusive

_OPEN, _CLOSE = "([", ")]"
_APPOSITION = 25  # tokens that an apposition between a subject and its verb may have


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

    def usable(self) -> list[bool]:
        """Tokens in which a cue of the author may stand."""
        return [q < 0 and not b for q, b in zip(self.quote, self.bracket, strict=True)]

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


def back_over_auxiliaries(unit: ClauseUnit, at: int) -> tuple[int, bool, str]:
    """From `at` leftwards over adverbs and auxiliaries: (place reached, negated, the auxiliaries passed)."""
    negated = False
    passed: list[str] = []
    while at >= 0 and unit.quote[at] < 0:
        low = unit.low(at)
        if low in NEGATIONS and low not in {"no", "neither", "nor"}:
            negated = True
        if low in AUXILIARIES:
            passed.append(low)
        elif not (
            low in ADVERBS
            or low in NEGATIONS
            or (low.endswith("ly") and len(low) > 4 and not unit.tokens[at].is_capital)
        ):
            break
        at -= 1
    return at, negated, " ".join(passed)


def noun_phrase_left(unit: ClauseUnit, last: int) -> NounPhrase | None:
    """The noun phrase that ends at token `last`, or None if none does."""
    if last < 0 or not _can_end(unit, last):
        return None
    if unit.low(last) in SUBJECT_PRONOUNS or unit.low(last) in {"some", "others", "many", "both", "this", "that"}:
        return last, last
    first = last
    while first > 0 and _belongs_left(unit, first):
        first -= 1
        while first > 0 and unit.bracket[first] and unit.bracket[first - 1]:
            first -= 1
    return _without_adverbial(unit, first, last)


def _can_end(unit: ClauseUnit, at: int) -> bool:
    token = unit.tokens[at]
    if unit.quote[at] >= 0:
        return False
    if unit.bracket[at]:
        return True
    low = token.low
    return token.is_word and (
        low in SUBJECT_PRONOUNS
        or low in {"some", "others", "many", "both", "this", "that"}
        or not (
            low in PREPOSITIONS
            or low in DETERMINERS
            or low in CONJUNCTIONS
            or low in AUXILIARIES
            or low in SUBORDINATORS
        )
    )


def _belongs_left(unit: ClauseUnit, first: int) -> bool:
    """True when the token before `first` still belongs to the noun phrase."""
    before, here = unit.tokens[first - 1], unit.tokens[first]
    if unit.quote[first - 1] >= 0:
        return here.is_word and unit.low(first - 2) not in {",", ".", "!", "?"} and _short_quote(unit, first - 1)
    if unit.bracket[first - 1]:
        return True
    low = before.low
    if not before.is_word and low != "'s" and before.text not in {"-", "‑", "/", "&", "@", "#"}:
        return (
            before.text == "." and len(unit.tokens[first - 2].text) <= 4 and unit.tokens[first - 2].is_capital
            if first > 1
            else False
        )
    if low in SAID:
        return False
    if low in {"and", "or"}:
        return _coordinates(unit, first)
    if low in SUBORDINATORS and not (low in PREPOSITIONS and low not in {"as", "since", "before", "after", "until"}):
        return False
    if low in FINITE_AUXILIARIES or low in {"but", "yet", "so", "however"}:
        return False
    return not (
        low in TEMPORAL
        and before.is_capital
        and (here.is_capital or here.low in DETERMINERS or here.low in SUBJECT_PRONOUNS)
    )


def _short_quote(unit: ClauseUnit, at: int) -> bool:
    """A quotation of a few words may stand inside a noun phrase ("the "sleeper" issue")."""
    return sum(q == unit.quote[at] and t.is_word for q, t in zip(unit.quote, unit.tokens, strict=True)) <= 3


def _coordinates(unit: ClauseUnit, right: int) -> bool:
    """True when "and" before token `right` joins two nouns ("X and the Y"), not two clauses."""
    left = right - 2
    if left < 0 or not unit.tokens[left].is_word or unit.low(left) in PREPOSITIONS:
        return False
    if unit.low(left) in {"media", "officials", "sources", "outlets"} and left <= 3:
        return True  # "state media and Prime Minister X"
    if unit.tokens[right].is_capital:
        return unit.tokens[left].is_capital or unit.low(0) == "both"
    return unit.low(left).endswith("s") and left <= 3 and not unit.tokens[left].low.endswith("ss")


def _without_adverbial(unit: ClauseUnit, first: int, last: int) -> NounPhrase | None:
    """The same phrase less a leading "In Moscow on Tuesday" or "Meanwhile"."""
    while first <= last and (
        unit.low(first) in ADVERBS or (unit.low(first) in TEMPORAL and first < last) or unit.low(first) in CONJUNCTIONS
    ):
        first += 1
    if first > last:
        return None
    if unit.low(first) not in PREPOSITIONS:
        return first, last
    at = last
    while at > first:
        low = unit.low(at - 1)
        here = unit.low(at)
        if here in DETERMINERS and low not in {"of", "for", "at", "all", "both"}:
            break
        if low in PREPOSITIONS and low not in {"of", "for", "at"}:
            break
        if (
            unit.mention[at] >= 0
            and unit.mention[at - 1] >= 0
            and unit.mention[at] != unit.mention[at - 1]
            and low != "'s"
        ):
            break
        at -= 1
    return (at, last) if at > first else None


def subject_left(unit: ClauseUnit, verb: int) -> tuple[NounPhrase | None, int, bool, str]:
    """The subject of a verb at token `verb`: (phrase or None, first token of its clause, negated, auxiliaries)."""
    at, negated, auxiliaries = back_over_auxiliaries(unit, verb - 1)
    if at > 0 and unit.low(at) in {"both", "each", "all"} and (unit.low(at - 1) == "," or _can_end(unit, at - 1)):
        at -= 1  # "A and B both said"
    if at < 0:
        return None, 0, negated, auxiliaries
    if unit.low(at) in {",", "—", "–"}:
        phrase = _before_apposition(unit, at) or (noun_phrase_left(unit, at - 1) if auxiliaries else None)
        return phrase, (phrase[0] if phrase else at + 1), negated, auxiliaries
    phrase = noun_phrase_left(unit, at)
    if phrase and unit.low(phrase[0]) in {"who", "which"} and phrase[0] == phrase[1]:
        antecedent = _antecedent(unit, phrase[0])
        return antecedent or phrase, phrase[0], negated, auxiliaries
    if phrase and unit.low(phrase[0] - 1) == "who" and has_verb(unit, phrase[0] - 1, phrase[1]):
        antecedent = _antecedent(unit, phrase[0] - 1)  # "a diplomat who asked not to be named said"
        return antecedent or phrase, (antecedent or phrase)[0], negated, auxiliaries
    if phrase and phrase[0] > 1 and unit.low(phrase[0] - 1) == "," and unit.tokens[phrase[0]].is_capital:
        # "the coach, Alireza Mehraban said": the name is an apposition
        outer = noun_phrase_left(unit, phrase[0] - 2)
        of_role = outer and any(
            unit.low(i) in ROLE_NOUNS for i in range(outer[0], outer[1] + 1)
        )  # not "The idea, X said, is ..."
        if (
            outer
            and of_role
            and unit.low(outer[0]) in DETERMINERS
            and outer[1] - outer[0] <= 12
            and (outer[0] == 0 or unit.low(outer[0] - 1) in {",", "and", "but"})
        ):
            return (outer[0], phrase[1]), outer[0], negated, auxiliaries
    return phrase, (phrase[0] if phrase else at + 1), negated, auxiliaries


def _before_apposition(unit: ClauseUnit, comma: int) -> NounPhrase | None:
    """The phrase before ", a Kremlin aide," when such an apposition ends at `comma`."""
    mark = unit.low(comma)
    for at in range(comma - 1, max(-1, comma - _APPOSITION), -1):
        if unit.quote[at] >= 0:
            return None
        if unit.low(at) == mark and not unit.bracket[at]:
            phrase = noun_phrase_left(unit, at - 1)
            named = all(unit.mention[i] >= 0 for i in range(at + 1, comma))
            if phrase and named and (unit.low(phrase[0]) in DETERMINERS or unit.low(phrase[1]) in ROLE_NOUNS):
                return phrase[0], comma - 1  # "the army's spokesman, Ahmed Idris,"
            while phrase and phrase[0] > 1 and unit.low(phrase[0] - 1) == "," and unit.mention[phrase[0] - 2] >= 0:
                phrase = noun_phrase_left(unit, phrase[0] - 2)  # "Name, director of this, and chairman of that, says"
            return phrase
    return None


def _antecedent(unit: ClauseUnit, relative: int) -> NounPhrase | None:
    at = relative - 1
    if unit.low(at) == ",":
        at -= 1
    if at >= 0 and unit.mention[at] >= 0:
        first = at
        while first > 0 and unit.mention[first - 1] == unit.mention[at]:
            first -= 1
        return first, at
    return noun_phrase_left(unit, at)


def noun_phrase_right(unit: ClauseUnit, first: int) -> NounPhrase | None:
    """The noun phrase that begins at token `first` (after an inverted verb), an apposition by name included."""
    if first >= len(unit.tokens) or unit.quote[first] >= 0 or not unit.tokens[first].is_word:
        return None
    if unit.low(first) in SUBJECT_PRONOUNS:
        return first, first
    token = unit.tokens[first]
    if not (
        token.is_capital
        or token.low in DETERMINERS
        or token.low in {"one", "several", "another", "officials", "sources"}
        or _named_behind(unit, first)
    ):
        return None
    last = _run_right(unit, first)
    after = last + 1
    if (
        unit.low(after) == ","
        and unit.mention[last] < 0
        and after + 1 < len(unit.tokens)
        and unit.tokens[after + 1].is_capital
    ):
        end = after + 1
        while end + 1 < len(unit.tokens) and unit.mention[end + 1] == unit.mention[after + 1] >= 0:
            end += 1
        if unit.low(end + 1) in {",", ".", ""}:
            return first, end
    return first, last


def _named_behind(unit: ClauseUnit, first: int) -> bool:
    """True where a trade stands before a name: "asked farmer Ines Paz", "said trade union leader Ann Lee"."""
    name = next((i for i in range(first, first + 4) if i < len(unit.tokens) and unit.mention[i] >= 0), None)
    trade = range(first, name or first)
    return bool(trade) and all(unit.low(i).isalpha() and not _is_function_word(unit.low(i)) for i in trade)


def _is_function_word(low: str) -> bool:
    return (
        low in PREPOSITIONS
        or low in SUBORDINATORS
        or low in CONJUNCTIONS
        or low in ADVERBS
        or low in FINITE_AUXILIARIES
    )


def _run_right(unit: ClauseUnit, first: int) -> int:
    last = first
    while last + 1 < len(unit.tokens):
        token = unit.tokens[last + 1]
        low = token.low
        if unit.quote[last + 1] >= 0 or (not token.is_word and low != "'s" and token.text not in {"-", "‑", "&"}):
            if (
                token.text == "."
                and len(unit.tokens[last].text) <= 4
                and last + 2 < len(unit.tokens)
                and unit.tokens[last + 2].is_capital
            ):
                last += 1
                continue
            break
        if low in SUBORDINATORS or low in FINITE_AUXILIARIES or low in TEMPORAL or low in ADVERBS:
            break
        if low in PREPOSITIONS and low not in {"of", "for", "at", "from", "by"}:
            break
        if low in {"and", "or"} and not (last + 2 < len(unit.tokens) and unit.tokens[last + 2].is_capital):
            break
        if low.endswith("ing") and last > first and low not in NOUNS_IN_ING:
            break
        last += 1
    return last


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
