"""The act of a sentence: what is done in it, to whom, and whether it is denied, hedged or foretold.

The words come from `en/act_patterns.tsv`; categories are those of PLOVER (Open Event Data Alliance, codebook 0.8,
and its CAMEO conversion table). A sentence may tell of several deeds; the main one comes first: the heaviest pattern
nearest to the head of the sentence, deeds in subordinate clauses last. "said", "announced" and the like are no deeds.

A refusal is folded into the kind ("will not meet" is REJECT, not a negated CONSULT) and then `negated` is False; a deed
that was merely not done ("did not withdraw") keeps its kind with `negated` True.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.statements.actpatterns import BREAKS, Event, base_forms, find_events
from zopa.statements.actroles import Spans, find_roles
from zopa.text.lemmas import word_set
from zopa.text.tokens import find_tokens
from zopa.text.words import AUXILIARIES, DETERMINERS, HEDGES, NEGATIONS, PREPOSITIONS

if TYPE_CHECKING:
    from zopa.text.tokens import Token

OWN_ACT = {
    "AGREE": "accept", "CONSULT": "meet", "SUPPORT": "support", "COOPERATE": "cooperate", "CONCEDE": "concede",
    "REQUEST": "demand", "ACCUSE": "accuse", "REJECT": "reject", "THREATEN": "threaten", "PROTEST": "protest",
    "COERCE": "coerce", "SANCTION": "sanction", "AID": "aid", "INVESTIGATE": "investigate", "RETREAT": "concede",
}  # fmt: skip
KINDS = tuple(OWN_ACT)
_HOSTILE = frozenset({"THREATEN", "PROTEST", "COERCE", "SANCTION", "ASSAULT", "MOBILIZE"})
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "AID", "RETREAT"})
_SUBORDINATE = word_set(
    """
    who which whose whom where after following when while since because if unless until before despite amid
    although though as whereas following
    """
)
_FUTURE = word_set("will shall won't")
_LIKELY = word_set("likely expected set going due bound certain sure")
_WEIGHT = 8  # words of distance that one step of weight outdoes
_SUBORDINATE_COST = 14
_PARTICIPLE_COST = 8  # ", saying that ..."; "by refusing to ..."
_INTENT_WEIGHT = 3
_REACH = 6  # words after a frame within which the governed deed begins
_SCOPE = 14  # words after a frame in which no deed is told on its own account


@dataclass(frozen=True, slots=True)
class ActCoding:
    """What one sentence does; all spans are offsets in the string that was coded.

    Attributes:
        act: one of the design's acts; "state" where nothing else is told.
        plover: upper-case PLOVER kind, or None.
        negated: the deed is said not to have been done.
        hedged: "may", "reportedly", "allegedly", a condition.
        prediction: told of the future.
        agents: who does the deed; several for "X and Y agreed"; empty where the sentence does not tell.
        targets: to whom.
        event: the words that tell the deed, or None.
    """

    act: str
    plover: str | None
    negated: bool
    hedged: bool
    prediction: bool
    agents: Spans = ()
    targets: Spans = ()
    event: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Deed:
    """An event read together with the frame above it."""

    kind: str
    act: str
    score: int
    negated: bool
    first: Event
    last: Event


def code_act(text: str, cue: str | None = None) -> ActCoding:
    """Code one sentence or clause.

    Args:
        text: the sentence, or the content of a statement.
        cue: the words that attribute it ("demanded", "ruled out"), where they do not stand in `text`.

    Returns:
        The coding; act "state" and no kind where no pattern is found. The cue's own act wins over that of the deed told
        ("demanded": demand), its kind only counts where the content tells no deed or is governed by the cue.
    """
    tokens = find_tokens(text)
    head = find_tokens(cue) if cue else []
    words = head + tokens
    bases = [base_forms(token) for token in words]
    events = find_events(words, bases)
    deeds = _deeds(words, events)
    real = [deed for deed in deeds if deed.kind in OWN_ACT or (deed.kind == "NONE" and deed.first.pattern.weight > 2)]
    told = [deed for deed in real if deed.first.start >= len(head)] if head else real
    best = _best(told) if told and not _governs(real, head) else _best(real)
    if best is not None and text.rstrip().endswith("?"):  # a question tells no deed
        best = None
    act, plover = _name(best, deeds, _best([d for d in deeds if d.first.start < len(head)]) if head else None)
    hedged, future = _hedged(tokens), _future(tokens)
    if act == "state" and future:
        act = "predict"
    if best is None:
        return ActCoding(act, plover, _any_negation(tokens), hedged, future)
    agents, targets, event = _placed(words, best, len(head))
    return ActCoding(act, plover, best.negated, hedged, future, agents, targets, event)


def _governs(deeds: list[_Deed], head: list[Token]) -> bool:
    """The cue is itself a frame ("promised to ...") and has read the content's deed into its own."""
    return any(d.first.start < len(head) and d.first.pattern.frame for d in deeds)


def _best(deeds: list[_Deed]) -> _Deed | None:
    return max(deeds, key=lambda deed: deed.score, default=None)


def _name(best: _Deed | None, deeds: list[_Deed], cue: _Deed | None) -> tuple[str, str | None]:
    """Act and kind of the chosen deed."""
    plover = best.kind if best is not None and best.kind in OWN_ACT else None
    if cue is not None and cue.act not in {"", "state"}:
        return cue.act, plover
    if best is not None:
        return best.act or OWN_ACT.get(best.kind, "state"), plover
    for wanted in ("predict", "assess"):
        if any(deed.act == wanted for deed in deeds):
            return wanted, None
    return "state", None


@dataclass(slots=True)
class _Words:
    """A sentence's words and its events by their start; `known` are deeds read before, by the event's identity."""

    words: list[Token]
    events: list[Event]
    cost: list[int]
    known: dict[int, _Deed | None]


def _deeds(words: list[Token], events: list[Event]) -> list[_Deed]:
    """Every event that no frame before it governs, read together with what it governs itself."""
    ordered = sorted(events, key=lambda e: (e.start, -e.pattern.weight, -e.end))
    told = _Words(words, ordered, _clause_cost(words), {})
    for event in reversed(ordered):  # what is governed stands behind: each is read once, whatever hangs on it
        told.known[id(event)] = _read(told, event)
    deeds: list[_Deed] = []
    covered: list[tuple[int, int]] = []
    for event in ordered:
        if any(first < event.start < last for first, last in covered):
            continue
        deed = told.known[id(event)]
        if deed is None:
            continue
        deeds.append(deed)
        if event.pattern.frame and event.pattern.kind != "INTENT":
            covered.append((event.start, _scope_end(words, event.end)))
        elif deed.last is not event:
            covered.append((event.start, deed.last.end))
    return deeds


def _read(told: _Words, event: Event) -> _Deed | None:
    pattern, words, cost = event.pattern, told.words, told.cost
    negated = _negated(words, event)
    score = pattern.weight * _WEIGHT - event.start - cost[event.start] - _participle(words, event)
    if not pattern.frame:
        return _Deed(pattern.kind, pattern.act, score, negated, event, event)
    inner = _governed(told, event)
    kind, act = _framed(pattern.kind, inner, negated=negated)
    if not kind:
        return None
    if inner is not None and pattern.kind == "INTENT":
        weight = max(inner.first.pattern.weight, _INTENT_WEIGHT)
        score = max(score, weight * _WEIGHT - event.start - cost[event.start])
    folded = negated and kind == "REJECT" and pattern.kind != "REJECT"
    return _Deed(kind, act or pattern.act, score, negated and not folded, event, inner.last if inner else event)


def _framed(frame: str, inner: _Deed | None, *, negated: bool) -> tuple[str, str]:
    """Kind and act of a frame with the deed that it governs; "" where the frame means nothing alone."""
    kind = inner.kind if inner else ""
    keeps = inner is not None and inner.first.pattern.keeps
    negated = negated or (inner is not None and inner.negated)
    if frame == "REQUEST":
        return (kind, "") if kind in {"SUPPORT", "ACCUSE"} and not negated else ("REQUEST", "")
    if frame in {"REJECT", "THREATEN"}:
        return frame, ""
    if inner is None:
        return ("", "") if frame != "AGREE" else ("REJECT" if negated else "AGREE", "reject" if negated else "")
    if keeps and not negated:
        return kind, inner.act
    if kind in _FRIENDLY:
        return ("REJECT", "reject") if negated else ("AGREE", "")
    if kind in _HOSTILE:
        return ("AGREE", "offer") if negated else ("THREATEN", "threaten")
    if frame == "AGREE" and kind != "REJECT":
        return "AGREE", ""
    return ("" if kind == "NONE" else kind), inner.act


def _governed(told: _Words, frame: Event) -> _Deed | None:
    """The deed that begins first after the frame, within its reach and its clause."""
    reach, words = frame.end, told.words
    while reach < len(words) and reach - frame.end < _REACH and words[reach].low not in BREAKS:
        reach += 1
    first = bisect_left(told.events, max(frame.end - 1, frame.start + 1), key=lambda e: e.start)
    last = bisect_left(told.events, reach, key=lambda e: e.start)
    for event in told.events[first:last]:
        deed = told.known[id(event)]
        if deed is not None and (deed.kind != "NONE" or deed.act not in {"state", "assess"}):
            return deed
    return None


def _scope_end(words: list[Token], at: int) -> int:
    end = at
    while (
        end < len(words) and end - at < _SCOPE and words[end].low not in BREAKS and words[end].low not in _SUBORDINATE
    ):
        end += 1
    return end


def _clause_cost(words: list[Token]) -> list[int]:
    """What it costs a deed to stand in a subordinate clause, word by word."""
    costs: list[int] = []
    inside = bool(words) and words[0].low in PREPOSITIONS  # "With the signing of ..., the parties agreed"
    for at, word in enumerate(words):
        if word.low in _SUBORDINATE or _is_relative(words, at):
            inside = True
        elif word.low in {",", ";", ":", "—"}:
            inside = False
        costs.append(_SUBORDINATE_COST if inside else 0)
    return costs


def _is_relative(words: list[Token], at: int) -> bool:
    """Tell "a resolution that tightens ..." from "said that ..."; the first has its verb at once."""
    if words[at].low != "that" or at + 1 >= len(words):
        return False
    following = words[at + 1]
    return following.low in AUXILIARIES or (
        not following.is_capital and following.low.endswith(("s", "ed")) and following.low not in DETERMINERS
    )


def _participle(words: list[Token], event: Event) -> int:
    before = words[event.start - 1].low if event.start else ""
    following = words[event.start + 1].low if event.start + 1 < len(words) else ""
    word = words[event.start].low
    if word.endswith("ing") and before not in {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "'s",
        "'re",
        "still",
        "now",
        "not",
    }:
        return _PARTICIPLE_COST if event.start else 0
    if before == "to" and event.start > 1:  # a purpose ("to demand the release"), unless a frame governs it
        return _PARTICIPLE_COST
    passive = word.endswith("ed") and following == "by"
    return _PARTICIPLE_COST if passive and before not in {"is", "are", "was", "were", "be", "been", "being"} else 0


def _negated(words: list[Token], event: Event) -> bool:
    for at in range(event.start - 1, max(-1, event.start - 5), -1):
        low = words[at].low
        if low in BREAKS or low in {"that", "but", "and"}:
            return False
        if low in NEGATIONS or low in {"without", "nobody", "nothing", "none"}:
            return True
    own = [word.low for word in words[event.start : event.end]]
    after = words[event.end].low if event.end < len(words) else ""
    return any(low in NEGATIONS and low != "no" for low in own) or after in {"nothing", "no", "neither", "not"}


def _any_negation(tokens: list[Token]) -> bool:
    return any(token.low in NEGATIONS or token.low in {"nothing", "nobody", "without"} for token in tokens)


def _hedged(tokens: list[Token]) -> bool:
    return any((token.low in HEDGES or token.low in {"if", "unless"}) and token.text != "May" for token in tokens)


def _future(tokens: list[Token]) -> bool:
    lows = [token.low for token in tokens]
    if any(low in _FUTURE or low.endswith("'ll") for low in lows):
        return True
    return any(low in _LIKELY and after == "to" for low, after in pairwise(lows))


def _placed(words: list[Token], deed: _Deed, offset: int) -> tuple[Spans, Spans, tuple[int, int] | None]:
    """Spans of the deed's roles and words, as far as they stand in the text and not in the cue."""
    start, end = max(deed.first.start, offset), deed.last.end
    if end <= offset:
        return (), (), None
    agents, targets = find_roles(words[offset:], start - offset, end - offset)
    return agents, targets, (words[start].start, words[end - 1].end)
