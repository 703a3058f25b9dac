"""Who says what in one unit: source, cue and content by the frames of the cue lexicon.

The rules follow the way in which news prose attributes: a cue verb has a subject to its left (or, inverted, to its right),
and its content to its right, to its left, or on both sides. Pareti (2015), PARC 3.0, names the three spans; Krestel,
Bergler and Witte (2008) describe the verb-pattern approach for newspaper text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.clauses import NounPhrase, noun_phrase_right, subject_left
from zopa.statements.contents import content_end, content_start
from zopa.statements.cues import NOUNLIKE, Cue, cue_nouns, find_cues
from zopa.statements.phrases import find_phrase_attributions
from zopa.statements.said_before import ENDS, content_before, ends_here, resumed
from zopa.statements.subjects import agrees, clause_subject
from zopa.text.words import (
    ADVERBS,
    FINITE_AUXILIARIES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TEMPORAL,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit

_BE = frozenset("is are was were be been being".split())
_AS_TOLD = 8  # tokens between a cue and the comma of "As X told the Herald, ..."
_QUOTED_BY = 9  # tokens between "quoted" and the "as" of "as saying"
_HEARERS = frozenset("tell inform assure remind notify advise warn persuade convince ask".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as token spans (inclusive) of a unit.

    `source` is None where nobody in particular says it ("it is believed that"); `frame` says how the content is opened;
    `kind` is say, think or show; `negated` is about the saying ("did not say").
    """

    source: NounPhrase | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    kind: str
    frame: str
    lemma: str
    negated: bool = False
    hedged: bool = False
    clause_start: int = 0


def find_attributions(unit: ClauseUnit) -> list[Attribution]:
    """All attributions of a unit, by cue; empty where nobody is said to say anything."""
    cues = [
        cue for cue in find_cues(list(unit.tokens), unit.usable()) if cue.form != "base" or not _after_to(unit, cue)
    ]
    found = list(find_phrase_attributions(unit, Attribution))
    taken = {at for attribution in found for at in range(attribution.cue[0], attribution.cue[1] + 1)}
    subjects = _subjects(unit, [cue for cue in cues if cue.first not in taken], found)
    stops = _stops(unit, subjects, found)
    for cue, subject, start, negated, passive, inverted in subjects:
        attribution = _attribution(unit, cue, _Subject(subject, start, negated, passive, inverted), stops)
        if attribution is not None:
            found.append(attribution)
    return sorted(_without_doubles(found), key=lambda attribution: attribution.cue)


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """A noun and a verb may announce the same words ("said in a statement that"): the verb's attribution stays."""
    verbs = [a for a in found if a.frame in _VERB_FRAMES and a.lemma not in cue_nouns()]
    taken = {start for a in verbs for start, _ in a.content}
    return [a for a in found if a.lemma not in cue_nouns() or not any(start in taken for start, _ in a.content)]


_VERB_FRAMES = frozenset("that quote colon comma-quote wh to zero as call of left".split())


@dataclass(frozen=True, slots=True)
class _Subject:
    phrase: NounPhrase | None
    start: int
    negated: bool
    passive: bool
    inverted: bool


def _after_to(unit: ClauseUnit, cue: Cue) -> bool:
    """True for an infinitive of purpose or plan, which attributes nothing that has been said."""
    return unit.low(cue.first - 1) == "to"


_Found = tuple[Cue, NounPhrase | None, int, bool, bool, bool]


def _subjects(unit: ClauseUnit, cues: list[Cue], phrases: list[Attribution]) -> list[_Found]:
    """Each cue with its subject, the first token of its clause, negated, passive, inverted; unusable cues left out."""
    result: list[_Found] = []
    previous: NounPhrase | None = next((a.source for a in phrases if a.source), None)
    for cue in cues:
        found = _subject(unit, cue, previous)
        if found is None:
            continue
        result.append((cue, *found))
        previous = found[0] or previous
    return result


def _subject(
    unit: ClauseUnit, cue: Cue, previous: NounPhrase | None
) -> tuple[NounPhrase | None, int, bool, bool, bool] | None:
    inverted = _inverted(unit, cue)
    if inverted:
        return inverted, cue.first, False, False, True
    phrase, start, negated, auxiliaries = subject_left(unit, cue.first)
    passed = set(auxiliaries.split())
    before = unit.low(cue.first - 1)
    if cue.form == "participle":
        return _participle(unit, cue, previous, passed, (phrase, start, negated))
    if "c" in cue.verb.frames and not _may_call(unit, cue, phrase):
        return None
    passive = (
        bool(passed & _BE)
        and cue.verb.lemma.split()[0] != "be"
        and not unit.tokens[cue.first].low.endswith(("s", "ing"))
    )
    if passive:
        return _passive(unit, cue, phrase, start, negated)
    if before in {"and", "but", "or", "then", ","} or (phrase is None and before in ADVERBS):
        shared = previous or clause_subject(unit, cue.first)
        return (
            (shared, start if before != "," else cue.first, negated, False, False)
            if shared and phrase is None
            else ((phrase, start, negated, False, False) if phrase else None)
        )
    if (
        phrase is None
        or unit.low(phrase[0]) in FINITE_AUXILIARIES | {"been", "being", "be"}
        or not agrees(unit, cue, phrase)
    ):
        return None
    if (
        unit.low(cue.last + 1) in {"me", "us"}
        and unit.mention[phrase[1]] < 0
        and (phrase[0] != phrase[1] or unit.low(phrase[0]) in {"this", "that", "it"})
    ):
        return None  # "this tells me that": the author judges
    return phrase, start, negated, False, False


def _may_call(unit: ClauseUnit, cue: Cue, phrase: NounPhrase | None) -> bool:
    """False for "a group called X", where the participle only names."""
    if phrase is None:
        return True
    if any(unit.quote[i] >= 0 for i in range(cue.last + 1, min(len(unit.tokens), cue.last + 9))):
        return True
    head = phrase[1]
    named = unit.mention[head] >= 0 or unit.low(head) in SUBJECT_PRONOUNS - {"which"}
    return named and not any(unit.low(i) in PREPOSITIONS - {"of"} for i in range(phrase[0], head))


def _inverted(unit: ClauseUnit, cue: Cue) -> NounPhrase | None:
    """The subject behind an inverted verb ("...", said the minister), or None."""
    if cue.form in {"participle", "base"} or "q" not in cue.verb.frames or cue.first == 0:
        return None
    before = cue.first - 1
    if not (unit.closes_quote(before) or unit.low(before) in {",", "—", "–"}):
        return None
    phrase = noun_phrase_right(unit, cue.last + 1)
    if phrase is None:
        return None
    if unit.low(before) == "," and not unit.closes_quote(before):
        # ", said X" follows a clause; "the aide, Yuri Ushakov, told reporters" does not
        after = unit.low(phrase[1] + 1)
        if after not in ENDS | {",", "on", "in", "at", "after", "during", "who"} and after not in TEMPORAL:
            return None
        if cue.verb.lemma in _HEARERS or unit.low(phrase[0]) in {"that", "this", "its", "their", "his", "her"}:
            return None
    return phrase


def _participle(
    unit: ClauseUnit, cue: Cue, previous: NounPhrase | None, passed: set[str], left: tuple[NounPhrase | None, int, bool]
) -> tuple[NounPhrase | None, int, bool, bool, bool] | None:
    """The subject of an -ing form: ", adding that", "with X saying", "a letter saying", "is warning"."""
    phrase, start, negated = left
    pause = unit.closes_quote(cue.first - 1) and unit.low(cue.first - 2) == ","  # 'warned of "illusions," telling them'
    before = "," if pause else unit.low(cue.first - 1)
    if passed & _BE and phrase:
        return phrase, start, negated, False, False
    said = _quoted_before(unit, cue.first - 1) if before == "as" else None
    if said is not None:
        quoted, begin, _, _ = subject_left(unit, said)
        return (quoted, begin, negated, False, False) if quoted else None
    if before in {",", "—", "–", "and", "by", "in", "while", "when", "before", "after"}:
        shared = previous or clause_subject(unit, cue.first)
        return (shared, cue.first - (before not in {",", "—", "–"}), negated, False, False) if shared else None
    if phrase and unit.low(phrase[0] - 1) == "with":
        return phrase, phrase[0] - 1, negated, False, False
    if phrase and unit.low(phrase[1]) in _WORDS_OF_PAPER:
        return phrase, phrase[0], negated, False, False
    return None


def _quoted_before(unit: ClauseUnit, as_: int) -> int | None:
    """The "quoted" of "was quoted as saying", "was quoted by state radio as saying"; None where there is none."""
    at = next((i for i in range(as_ - 1, max(-1, as_ - _QUOTED_BY), -1) if unit.low(i) in {"quoted", "cited"}), None)
    return at if at == as_ - 1 or (at is not None and unit.low(at + 1) == "by") else None


_WORDS_OF_PAPER = frozenset(
    "message letter statement report post email e-mail document note tweet sign banner poster article memo cable readout "
    "communique communiqué reports paper text resolution declaration source sources officials".split()
)


def _passive(
    unit: ClauseUnit,
    cue: Cue,
    phrase: NounPhrase | None,
    start: int,
    negated: bool,
) -> tuple[NounPhrase | None, int, bool, bool, bool] | None:
    """The subject behind "by", or nobody: "it is believed that", "was told that"."""
    after = cue.last + 1
    if unit.low(after) == "by":
        agent = noun_phrase_right(unit, after + 1)
        return (agent, start, negated, True, False) if agent else None
    if cue.verb.lemma in {"quote", "cite"} and unit.low(after) == "as":
        return None  # "was quoted as saying": the participle carries it
    impersonal = phrase is not None and unit.low(phrase[0]) == "it"
    if impersonal or cue.verb.lemma in _HEARERS | {
        "say",
        "believe",
        "expect",
        "report",
        "think",
        "understand",
        "rumour",
    }:
        return None if unit.low(after) in {"to", "with", "on", "for"} else (None, start, negated, True, False)
    return None


def _stops(unit: ClauseUnit, subjects: list[_Found], phrases: list[Attribution]) -> list[int]:
    """Tokens at which a coordinate attribution begins, so that the one before it ends there."""
    stops: list[int] = [a.clause_start for a in phrases if a.clause_start]
    for cue, _, start, *_ in subjects:
        first = min(start, cue.first)
        before = first - 1
        if unit.low(before) in ADVERBS:
            before -= 1
        if (unit.low(before) in {"and", "but", "while", "whereas", "although", "as", "with"}) or unit.low(before) in {
            ",",
            ";",
            "—",
            "–",
        }:
            stops.append(before)
        elif unit.closes_quote(before):
            stops.append(first)
    return stops


def _attribution(unit: ClauseUnit, cue: Cue, subject: _Subject, stops: list[int]) -> Attribution | None:
    """The attribution of one cue with its subject, or None where no content belongs to it."""
    clause_first = cue.first if subject.inverted else min(subject.start, cue.first)
    right_from = subject.phrase[1] if subject.inverted and subject.phrase else cue.last
    aside = cue.form == "participle" and clause_first == cue.first  # ", telling them that": nothing before it is said
    told = _as_told(unit, cue, clause_first)
    if told:
        return Attribution(
            subject.phrase,
            (cue.first, cue.last),
            (told,),
            cue.verb.kind,
            "as told",
            cue.verb.lemma,
            clause_start=clause_first,
        )
    left = None if aside else content_before(unit, clause_first, stops)
    opened = None if subject.inverted and left else content_start(unit, right_from, cue.verb)
    weak = "s" in cue.verb.frames or (unit.low(cue.first) in NOUNLIKE and unit.low(cue.first) not in {"says", "said"})
    if left and opened and opened[1] == "wh" and unit.low(opened[0]) in {"when", "where", "if", "who"}:
        opened = None  # "..., he said when the meeting was over"
    spans: list[tuple[int, int]] = []
    frame = "left"
    if (
        left
        and unit.quote[left[1]] < 0
        and (cue.verb.kind != "say" or weak)
        and unit.low(right_from + 1) not in ENDS | {","}
    ):
        left = None
    if left and ends_here(unit, right_from, opened):
        spans.append(left)
        spans.extend(resumed(unit, right_from, stops))
    elif opened and not (weak and opened[1] == "zero" and not _pronoun_opens(unit, opened[0])):
        first, frame = opened
        if left and frame in {"zero", "wh"} and unit.quote[left[1]] >= 0:
            return None
        if unit.low(clause_first) == "as" and frame == "zero":
            return None
        if left and frame in {"quote", "comma-quote", "colon"} and unit.quote[left[1]] >= 0 and unit.opens_quote(first):
            spans.append(left)  # "...," said X, "..."
        spans.append((first, content_end(unit, first, frame, [s for s in stops if s > first])))
    if not spans:
        return None
    source = None if subject.passive and subject.phrase is None else subject.phrase
    nobody = source is not None and unit.low(source[0]) in {"neither", "no", "none", "nobody"}
    if source and source[1] > source[0] and unit.low(source[0]) == "neither":
        source = (
            source[0] + 1,
            source[1],
        )  # "Neither Moscow nor Washington has said" is Moscow's silence, not Neither's word
    return Attribution(
        source, (cue.first, cue.last), tuple(spans), cue.verb.kind, frame, cue.verb.lemma,
        negated=subject.negated or nobody, hedged=subject.passive and source is None, clause_start=clause_first,
    )  # fmt: skip


def _as_told(unit: ClauseUnit, cue: Cue, clause_first: int) -> tuple[int, int] | None:
    """What follows the comma of "As X told the Herald, ..." where that is no quotation; None for anything else."""
    if unit.low(0) != "as" or clause_first > 1 or cue.form != "finite" or cue.verb.kind == "think":
        return None
    comma = next((i for i in range(cue.last + 1, len(unit.tokens)) if unit.low(i) == "," and unit.quote[i] < 0), None)
    if comma is None or comma - cue.last > _AS_TOLD or any(q >= 0 for q in unit.quote[cue.last : comma + 2]):
        return None
    return (comma + 1, content_end(unit, comma + 1, "zero", [])) if len(unit.tokens) - comma > 3 else None


def _pronoun_opens(unit: ClauseUnit, at: int) -> bool:
    return unit.low(at) in SUBJECT_PRONOUNS or unit.low(at) in {"there", "the"}
