"""Assent and authorship: whether a party gave way, and who drew up a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import Item, find_stems, generic_stems, one_occasion, sign_patterns, stem, with_article
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.accounts.types import Finding
    from zopa.sources import Passage

_MADE = re.compile(
    r"\b(?:made|brought|drafted|drawn up|drew up|wrote|written|authored|proposed|prepared|refined|cut|reduced|whittled|trimmed|"
    r"pared|produced|put together|tabled|presented|issued|came up with|worked out|counter-?propos\w+)\b",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:plan|proposal|counter-?proposal|draft|framework|scheme|document|list|version|text|points?|paper)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\s+(\d+)\b[^.;]{0,20}?\bto\s+(\d+)\b", re.IGNORECASE)


_DENIED = re.compile(r"\b(?:not|never|nor|neither|no)\b|n['’]t\b")


def assent_of(item: Item) -> tuple[int, Passage] | None:
    """(+1 gave way, -1 gave nothing, the words) or None where the statement tells neither."""
    statement = item.statement
    if statement.prediction and not statement.hedged:
        return None
    for sign, pattern in sign_patterns("assent.tsv"):
        for part in statement.content:
            match = pattern.search(part.text)
            if match:
                if _is_awaited(part.text[: match.start()]):
                    continue  # "no fuel until it accepts" tells no assent
                denied = sign > 0 and bool(_DENIED.search(part.text[max(0, match.start() - 24) : match.end()]))
                sign = -sign if denied else sign  # noqa: PLW2901 - "has not accepted" is the other side
                words = type(part)(part.source, part.start + match.start(), part.start + match.end(), match.group())
                return sign, words
    return None


def _is_awaited(before: str) -> bool:
    """True behind a word that opens a condition, in the clause."""
    clause = re.split(r"[,;:.]", before)[-1].lower().split()
    return bool(set(clause[-_CLAUSE:]) & (words_of("condition") | words_of("gate_after")))


_CLAUSE = 8  # words before a verb among which its clause is opened


def compare_assent(documents: list[list[Item]]) -> list[Finding]:
    """One finding for each party that one account has giving way and another giving nothing."""
    told: dict[str, list[tuple[int, Item, Passage]]] = {}
    for items in documents:
        for item in items:
            if item.statement.within is None and item.statement.party and (assent := assent_of(item)):
                told.setdefault(item.statement.party, []).append((assent[0], item, assent[1]))
    findings: list[Finding] = []
    for party, rows in sorted(told.items()):
        for_, against = [r for r in rows if r[0] > 0], [r for r in rows if r[0] < 0]
        pairs = [
            (f, a)
            for f in for_
            for a in against
            if f[1].group != a[1].group and one_occasion(f[1], a[1]) and _one_matter(f[1], a[1]) and _meets(f, a, party)
        ]
        if not pairs:
            continue
        first, second = max(pairs, key=lambda pair: _closeness(pair[0][1], pair[1][1]))
        findings.append(_assent_finding(party, first, second))
    return findings


def _meets(one: tuple[int, Item, Passage], two: tuple[int, Item, Passage], party: str) -> bool:
    """True where the sentences have a word of their matter in common, or one tells of a part of it, or of anything at all."""
    told = {word for _, item, _ in (one, two) for word in item.statement.passage.text.lower().split()}
    if told & (class_of("giving_way_in_anything") | class_of("part_of_pact")):
        return True
    names = frozenset(stem(name) for item in (one[1], two[1]) for name in item.names) | find_stems(party)
    signs = find_stems(f"{one[2].text} {two[2].text}")
    return bool((one[1].stems & two[1].stems) - generic_stems() - names - signs)


def _one_matter(a: Item, b: Item) -> bool:
    """True unless both name issues and none of them is the same: then they speak of different matters."""
    owners = [
        frozenset(m.party for m in item.statement.mentions if m.party and m.possessive) - {a.statement.party}
        for item in (a, b)
    ]
    if all(owners) and not owners[0] & owners[1]:
        return False  # "the European text" is not "the US plan"
    issues = set(a.statement.issues) - {"process"}, set(b.statement.issues) - {"process"}
    return not all(issues) or bool(issues[0] & issues[1])


def _closeness(a: Item, b: Item) -> tuple[int, int, int]:
    return len(a.stems & b.stems), len(a.names & b.names), -abs(len(a.statement.issues) - len(b.statement.issues))


def _assent_finding(party: str, first: tuple[int, Item, Passage], second: tuple[int, Item, Passage]) -> Finding:
    hedge = "with a hedge, " if first[1].statement.hedged else ""
    judged = " (the author's judgement)" if second[1].statement.form == "own-voice" else ""
    part = bool(set(first[1].statement.passage.text.lower().split()) & class_of("part_of_pact"))
    note = "; not strictly exclusive: agreeing with what suits oneself is not conceding" if part else ""
    why = (
        f"One account has {with_article(party)}, {hedge}giving way (“{first[2].text}”), "
        f"the other giving nothing (“{second[2].text}”){judged}{note}."
    )
    return build_finding(
        "contradicted",
        "act",
        f"Any assent by {with_article(party)}?",
        why,
        [first[1], second[1]],
        marked=[first[2], second[2]],
    )


def compare_authorship(documents: list[list[Item]]) -> list[Finding]:
    """One finding for each text, told by its number of points, that two accounts give to different authors."""
    told: dict[float, list[tuple[frozenset[str], Item, Passage]]] = {}
    for items in documents:
        for item in items:
            for value, words in _texts_made(item):
                makers = _makers(item)
                if makers:
                    told.setdefault(value, []).append((makers, item, words))
    findings: list[Finding] = []
    for value, rows in sorted(told.items()):
        pairs = [
            (a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if a[1].group != b[1].group and not a[0] & b[0]
        ]
        if pairs:
            a, b = pairs[0]
            findings.append(
                build_finding(
                    "contradicted", "authorship", f"Who drew up the {value:g}-point text?",
                    f"One account names {_listed(a[0])}, the other {_listed(b[0])}; they may mean two texts that share a number.",
                    [a[1], b[1]], marked=[a[2], b[2]],
                )
            )  # fmt: skip
    return findings


def _texts_made(item: Item) -> list[tuple[float, Passage]]:
    """Numbers of points of texts that the statement says were made."""
    statement = item.statement
    if statement.within or not _MADE.search(statement.said) or not _TEXT.search(statement.said):
        return []
    before = {float(m.group(1)) for m in _FROM_TO.finditer(statement.said)}
    return [(f.value, f.passage) for f in statement.figures if f.unit == "point" and f.value not in before]


def _makers(item: Item) -> frozenset[str]:
    """Parties that take part in the making: all that the statement names as acting, not as owning something."""
    named = {
        m.party for m in item.statement.mentions if m.party and (not m.possessive or _is_delegation(item, m.passage))
    }
    blocs = {m.name for m in item.statement.mentions if m.kind == "group" and m.party}
    return frozenset(named | blocs)


def _is_delegation(item: Item, passage: Passage) -> bool:
    text = item.statement.passage.text
    after = text[passage.end - item.statement.passage.start :]
    return bool(
        re.match(r"\s+(?:officials|negotiators|delegation|side|team|representatives|envoys|diplomats)\b", after)
    )


def _listed(names: frozenset[str]) -> str:
    ordered = sorted(names)
    return ordered[0] if len(ordered) == 1 else ", ".join(ordered[:-1]) + " and " + ordered[-1]
