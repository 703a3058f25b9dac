"""Whom each document goes back to: the source that it names, or that of its near-copies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.sources.origin import normal_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources.overlap import Overlap
    from zopa.sources.types import Document, Passage

UNKNOWN = "unknown"
NEAR_COPY_SHARE = 0.3
"""Share of either text in shared passages from which two documents are one report: a judgement, set so that independent
reports of one event, which share official quotations, stay far below it."""
NEAR_COPY_WORDS = 50
"""Shared words below which even a large share of a short text is no copy."""


@dataclass(frozen=True, slots=True)
class Originator:
    """Whom one document goes back to.

    Attributes:
        name: the source's name; the earliest copy's id where copies name none; "unknown" for a document on its own that
            names none, which corroborates nothing.
        evidence: the passage that names the source (perhaps in another copy), or None.
        shared_with: ids of the documents with the same originator, ordered as given, without the document itself.
        named: True when some text names the source; False when `name` only stands for a group, or is "unknown".
    """

    name: str
    evidence: Passage | None
    shared_with: tuple[str, ...]
    named: bool = False


def find_originators(documents: Sequence[Document], overlaps: Sequence[Overlap]) -> dict[str, Originator]:
    """The originator of each document.

    Args:
        documents: with ids of their own.
        overlaps: what `find_overlaps` gives for them.

    Returns:
        By document id. Near-copies have one originator: the one named most often among them, otherwise the id of the
        earliest (by published date, then by order). Documents that name the same source share it without being copies.
    """
    groups = _group(documents, overlaps)
    named = {ids: _find_named(members) for ids, members in groups.items()}
    by_name: dict[str, list[str]] = {}
    for ids, (name, _) in named.items():
        by_name.setdefault(name.casefold(), []).extend(ids)
    order = {document.id: place for place, document in enumerate(documents)}
    originators: dict[str, Originator] = {}
    for ids, (name, evidence) in named.items():
        together = by_name[name.casefold()] if name != UNKNOWN else list(ids)
        for own in ids:
            others = tuple(sorted((one for one in together if one != own), key=order.__getitem__))
            originators[own] = Originator(name, evidence, others, named=evidence is not None or _names(groups[ids]))
    return {document.id: originators[document.id] for document in documents}


def _group(documents: Sequence[Document], overlaps: Sequence[Overlap]) -> dict[tuple[str, ...], list[Document]]:
    """Documents that are near-copies of each other, directly or through others."""
    leader = {document.id: document.id for document in documents}

    def find(one: str) -> str:
        while leader[one] != one:
            one = leader[one]
        return one

    for overlap in overlaps:
        if is_near_copy(overlap):
            leader[find(overlap.b)] = find(overlap.a)
    members: dict[str, list[Document]] = {}
    for document in documents:
        members.setdefault(find(document.id), []).append(document)
    return {tuple(document.id for document in group): group for group in members.values()}


def is_near_copy(overlap: Overlap) -> bool:
    """Whether two documents share so much that they are one report."""
    words = min(sum(len(pair[side].text.split()) for pair in overlap.passages) for side in (0, 1))
    return max(overlap.share_a, overlap.share_b) >= NEAR_COPY_SHARE and words >= NEAR_COPY_WORDS


def _names(members: list[Document]) -> bool:
    return any(member.originator is not None for member in members)


def _find_named(members: list[Document]) -> tuple[str, Passage | None]:
    """The name for a group, and the passage that gives it."""
    naming = [(normal_source(one.originator.value), one) for one in members if one.originator is not None]
    if naming:
        best = Counter(name.casefold() for name, _ in naming).most_common(1)[0][0]
        name, document = next(pair for pair in naming if pair[0].casefold() == best)
        guess = document.originator
        if guess is None or guess.start is None or guess.end is None:
            return name, None
        return name, document.passage(guess.start, guess.end)
    if len(members) == 1:
        return UNKNOWN, None
    earliest = min(members, key=lambda one: one.published.value if one.published is not None else "9999")
    return earliest.id, None
