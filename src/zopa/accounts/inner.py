"""Contradictions inside one document: two who alone can do a thing, and two figures for one measure.

A document that changes its own figure usually says so ("later", "up from", "another"); then nothing is pointed at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.accounts.figures import Measured, all_measured, may_both_be_right, share_of_measure
from zopa.accounts.findings import build_finding
from zopa.accounts.items import Item, share
from zopa.accounts.slots import read_slots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.accounts.types import Finding
    from zopa.sources import Passage

_ONLY = re.compile(r"\b[Oo]nly (?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) (?:can|could|will)\b")
_CHANGES = re.compile(
    r"\b(?:later|earlier|then|before|previous\w*|former\w*|now|after\w*|another|further|additional\w*|again|also|more|up from|down from|"
    r"ris(?:e|en|ing)|rose|f[ae]ll(?:en)?|grew|grow\w*|increas\w*|decreas\w*|rais\w*|reduc\w*|cut|shr[aiu]nk|from|between|per|each|every|"
    r"first|second|third|initial\w*|original\w*|revis\w*|updat\w*|while|whereas|compared|instead|other|last|next|this|average|if|would)\b",
    re.IGNORECASE,
)
_SAME_SENTENCE = 0.5  # share of words that two sentences of one document have in common when they tell one thing twice
_SAME_MEASURE = 0.75


def find_inner(documents: Iterable[list[Item]]) -> list[Finding]:
    """One finding for each document and trouble; copies of one text are looked at once."""
    findings: list[Finding] = []
    seen: set[int] = set()
    for items in documents:
        if items and items[0].group not in seen:
            seen.add(items[0].group)
            findings += [*_only(items), *_figures(items)]
    return findings


def _only(items: list[Item]) -> list[Finding]:
    """ "Only A can" and "only B can": the first two that differ."""
    found: dict[str, tuple[Item, Passage]] = {}
    for item in items:
        for part in item.statement.content:
            for match in _ONLY.finditer(part.text):
                words = type(part)(part.source, part.start + match.start(), part.start + match.end(), match.group())
                found.setdefault(match.group("who").split()[-1], (item, words))
    if len(found) < 2:
        return []
    (one, first), (two, second) = list(found.values())[:2]
    if one.statement.passage == two.statement.passage:
        return []
    why = f"The same document says “{first.text}” and “{second.text}”; both cannot be the only one."
    return [build_finding("contradicted", "agent", "Who alone can?", why, [one, two], marked=[first, second])]


def _figures(items: list[Item]) -> list[Finding]:
    """The first two figures for each measure that cannot both be right, where no word tells of a change."""
    measured = [m for m in all_measured([items]) if m.figure.unit and len(m.of) > 1 and not m.item.statement.hedged]
    findings: list[Finding] = []
    used: set[str] = set()
    for i, a in enumerate(measured):
        for b in measured[i + 1 :]:
            ids = {a.item.statement.id, b.item.statement.id}
            if not ids & used and _one_thing_twice(a, b):
                used |= ids
                findings.append(_finding(a, b))
    return findings


def _one_thing_twice(a: Measured, b: Measured) -> bool:
    one, two = a.item.statement, b.item.statement
    if one.passage == two.passage or a.figure.unit != b.figure.unit or may_both_be_right(a.figure, b.figure):
        return False
    if any(_CHANGES.search(statement.passage.text) for statement in (one, two)):
        return False
    names = {statement.speaker.name for statement in (one, two) if statement.speaker}
    if {d.from_ for d in one.dates} != {d.from_ for d in two.dates} or len(names) > 1:
        return False  # two days; or two people who differ, which the document reports
    if _other_numbers(a) != _other_numbers(b):
        return False  # "village 3 has 9 boats", "village 4 has 12"
    named = a.item.proper == b.item.proper or share(a.item.proper, b.item.proper) >= _SAME_SENTENCE
    return named and share_of_measure(a, b) >= _SAME_MEASURE and share(a.item.stems, b.item.stems) >= _SAME_SENTENCE


def _other_numbers(measured: Measured) -> list[float]:
    """The numbers of the sentence besides the figure."""
    passage, figure = measured.item.statement.passage, measured.figure.passage
    counts = read_slots(passage.text).counts
    return sorted(c.value for c in counts if not figure.start - passage.start <= c.start < figure.end - passage.start)


def _finding(a: Measured, b: Measured) -> Finding:
    shown = " and ".join(" ".join(m.figure.passage.text.split()) for m in (a, b))
    why = f"The same document gives two figures for one measure: {shown}; nothing in it tells of a change."
    return build_finding(
        "contradicted", "figure", a.figure.of or a.figure.unit, why,
        [a.item, b.item], marked=[a.figure.passage, b.figure.passage],
    )  # fmt: skip
