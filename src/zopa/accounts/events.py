"""Aligned statements judged by their slots: date, polarity, act; what no slot speaks against and enough speaks for agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import Item, find_stems, one_occasion, stem

if TYPE_CHECKING:
    from zopa.accounts.align import Pair
    from zopa.accounts.types import Finding
    from zopa.text import DateRef

_AGREES = 0.5  # cosine from which on two reports without a conflicting slot say the same
_SUPPORTED = 0.35  # the same where a date or figure agrees too
_SAME_TEXT = 0.75  # cosine from which on the words themselves are nearly the same
_COMMON_WORDS = 3  # content words besides names that two reports of one thing share at the least
_DENIES = 0.5  # cosine from which on opposite polarity of one deed is a contradiction
_FRIENDLY = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE"})
_REFUSING = frozenset({"REJECT", "PROTEST"})


def compare_events(pairs: list[Pair]) -> list[Finding]:
    """Findings of aligned pairs; each statement takes part in one finding of a kind."""
    findings: list[Finding] = []
    used: set[tuple[str, str]] = set()
    for pair in pairs:
        finding = _judge(pair)
        if finding is None:
            continue
        keys = {(finding.relation, statement) for statement in finding.statements}
        if keys & used:
            continue
        used |= keys
        findings.append(finding)
    return findings


def _judge(pair: Pair) -> Finding | None:
    a, b = pair.a, pair.b
    return _dates(pair) or _polarity(pair) or _acts(pair) or _agreement(pair, a, b)


def _dates(pair: Pair) -> Finding | None:
    """Two days given for one deed."""
    if not _same_deed(pair) or pair.cosine < _AGREES or not one_occasion(pair.a, pair.b):
        return None
    if pair.a.statement.plover == "CONSULT" and not _tells_one_event(pair):
        return None  # the same people meet on many days
    one, two = _days(pair.a), _days(pair.b)
    if len(one) != 1 or len(two) != 1 or one[0].from_ == two[0].from_:
        return None
    why = f"They date it differently: {one[0].passage.text} against {two[0].passage.text}."
    return build_finding(
        "contradicted", "date", _about(pair), why, [pair.a, pair.b], marked=[one[0].passage, two[0].passage]
    )


def _tells_one_event(pair: Pair) -> bool:
    """True when words other than names, or a figure, are common to both: what makes it that meeting and no other."""
    a, b = pair.a, pair.b
    named = {stem(word) for name in a.names | b.names | a.parties | b.parties for word in name.split()}
    common = (
        {word for word in a.stems & b.stems if word[0] != "@"} - named - {stem(word) for word in a.proper | b.proper}
    )
    figures = {(f.value, f.unit) for f in a.statement.figures} & {(f.value, f.unit) for f in b.statement.figures}
    return len(common) >= _COMMON_WORDS or bool(figures)


def _days(item: Item) -> list[DateRef]:
    return [d for d in item.statement.dates if d.precision == "day" and d.from_ is not None]


def _same_deed(pair: Pair) -> bool:
    """True when both tell the same kind of deed of the same party, and no more than one lacks either."""
    a, b = pair.a.statement, pair.b.statement
    return a.plover == b.plover and a.plover is not None and (a.party == b.party or None in {a.party, b.party})


def _polarity(pair: Pair) -> Finding | None:
    a, b = pair.a.statement, pair.b.statement
    if (
        not one_occasion(pair.a, pair.b)
        or a.negated == b.negated
        or pair.cosine < _DENIES
        or not (a.party == b.party and a.party)
    ):
        return None
    if a.judgement or b.judgement or a.prediction != b.prediction or not _same_deed(pair):
        return None
    why = f"One account says that {a.party} did it, the other that it did not."
    return build_finding("contradicted", "polarity", _about(pair), why, [pair.a, pair.b])


def _acts(pair: Pair) -> Finding | None:
    """Acceptance in one account, refusal in the other, of one party on one issue."""
    a, b = pair.a.statement, pair.b.statement
    kinds = {a.plover, b.plover}
    opposite = bool(kinds & _FRIENDLY) and bool(kinds & _REFUSING)
    if (
        not opposite
        or not a.party
        or a.party != b.party
        or not set(a.issues) & set(b.issues)
        or a.prediction
        or b.prediction
    ):
        return None
    if a.negated or b.negated or pair.cosine < _SUPPORTED or not one_occasion(pair.a, pair.b):
        return None
    why = f"One account has {a.party} accept what the other has it refuse."
    return build_finding("contradicted", "act", _about(pair), why, [pair.a, pair.b])


def _agreement(pair: Pair, a: Item, b: Item) -> Finding | None:
    if a.origin == b.origin or a.statement.negated != b.statement.negated or not (a.factual and b.factual):
        return None
    if pair.cosine < _SUPPORTED:
        return None
    dates = {d.from_ for d in _days(a)} & {d.from_ for d in _days(b)}
    figures = {(f.value, f.unit) for f in a.statement.figures} & {(f.value, f.unit) for f in b.statement.figures}
    if not (pair.cosine >= _AGREES or dates or figures):
        return None
    if len((a.stems & b.stems) - {stem(word) for name in a.names | b.names for word in name.split()}) < _COMMON_WORDS:
        return None
    if not _one_deed(a, b) and pair.cosine < _SAME_TEXT:
        return None
    if _figures_differ(a, b) or (_days(a) and _days(b) and not dates):
        return None
    why = f"Both report it; {independence([a, b])}."
    return build_finding("corroborated", "act", _about(pair), why, [a, b])


def _one_deed(a: Item, b: Item) -> bool:
    """True when the words that tell the deed are of one kind ("met", "held talks")."""
    one, two = a.statement.deed, b.statement.deed
    return bool(
        one and two and a.statement.plover == b.statement.plover and find_stems(one.text) & find_stems(two.text)
    )


def _figures_differ(a: Item, b: Item) -> bool:
    one = {f.unit: f.value for f in a.statement.figures}
    two = {f.unit: f.value for f in b.statement.figures}
    return any(one[unit] != two[unit] for unit in one.keys() & two.keys())


def _about(pair: Pair) -> str:
    """The shorter of the two contents, cut to a dozen words."""
    said = min((pair.a.statement.said, pair.b.statement.said), key=len)
    common = find_stems(pair.a.statement.said) & find_stems(pair.b.statement.said)
    words = said.split()
    if len(words) > 12 and common:
        first = next((i for i, word in enumerate(words) if find_stems(word) & common), 0)
        words = words[max(0, first - 1) :]
    return " ".join(words[:12]).rstrip(",;:.") + (" …" if len(words) > 12 else "")
