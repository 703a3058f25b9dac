"""Quotes of a case found in its documents; whatever cannot be found is told, never dropped.

A quote is looked up whatever its white space and quotation marks. Where a source has changed since it was added, the words before
and after (W3C TextQuoteSelector) find the place again; a quote that is gone is listed as an orphan with what stands nearest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.case.checks import CheckFault, evidence_paths
from zopa.sources.anchors import Quote, analysed_places, find_quote, fold, nearest_passages, one_space

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.entry import Evidence
    from zopa.case.plain import Path
    from zopa.case.types import Case
    from zopa.sources import Document, Passage

PROBLEM_CODES = {
    "evidence-absent": "a quote does not stand in its source",
    "evidence-ambiguous": "a quote stands more than once without a hint which place is meant, or not between the words given",
    "evidence-orphan": "a quote stood in its source before the source was changed, and is gone",
    "evidence-no-source": "the source of a quote could not be read, so the quote could not be looked for",
}
_SHOWN = 160  # characters of a passage that a cure shows
_HINT = 30  # characters before a place that a cure offers as `prefix`


@dataclass(frozen=True, slots=True)
class Anchored:
    """The passages of a case's evidence by the path of each; what could not be found has none."""

    passages: Mapping[Path, Passage]
    findings: tuple[CheckFault, ...]

    def of(self, *path: str | int) -> tuple[Passage, ...]:
        """The passages found under a path, in order."""
        return tuple(p for key, p in self.passages.items() if key[: len(path)] == path)


def anchor_evidence(case: Case, documents: Mapping[str, Document], changed: frozenset[str] = frozenset()) -> Anchored:
    """The passage of every quote.

    Args:
        case: the case.
        documents: by source id; sources that could not be read are missing.
        changed: ids of sources whose file is not the one that was added.
    """
    listed = list(evidence_paths(case))
    placed: dict[Path, tuple[Passage | None, CheckFault | None]] = {}
    # all of one document together: it is folded once
    for path, item in sorted(listed, key=lambda entry: entry[1].source):
        document = documents.get(item.source)
        if document is None:
            message = f"Expected to look for a quote in {item.source}, which could not be read."
            placed[path] = None, CheckFault("error", "evidence-no-source", path, message, "Mend the source's `file:`.")
            continue
        span, finding = _place(item, document, path, item.source in changed)
        placed[path] = document.passage(*span) if span else None, finding
    passages = {path: passage for path, _ in listed if (passage := placed[path][0])}
    return Anchored(passages, tuple(finding for path, _ in listed if (finding := placed[path][1])))


def _place(
    item: Evidence, document: Document, path: Path, changed: bool
) -> tuple[tuple[int, int] | None, CheckFault | None]:
    found = find_quote(document.text, Quote(item.source, item.quote, item.prefix, item.suffix))
    hinted = bool(item.prefix.strip() or item.suffix.strip())
    if found.span and (found.certain or not hinted):
        return found.span, None
    at = (*path, "quote")
    places = analysed_places(document, found.places)
    if len(places) == 1 and not hinted:  # the words stand once in what is analysed
        return places[0], None
    if places and hinted and not found.certain and not _held(item, document):
        around = " / ".join(_around(document, *place) for place in places[:3])
        times = "once" if len(places) == 1 else f"{len(places)} times"
        message = f'Expected "{_cut(item.quote)}" in {item.source} between the words that are given, found it {times}, but not there.'
        cure = f"It may be another sentence now. If it is the one that is meant, correct prefix and suffix: {around}."
        return None, CheckFault("error", "evidence-ambiguous", at, message, cure)
    if places:
        before = [one_space(document.text[max(0, a - _HINT) : a]).strip() for a, _ in places[:3]]
        hints = " or ".join(f'prefix: "{hint}"' for hint in before)
        message = f'Expected one place in {item.source} for "{_cut(item.quote)}", found {len(places)}.'
        return None, CheckFault("error", "evidence-ambiguous", at, message, f"Quote more words, or add {hints}.")
    near = nearest_passages(document, item.quote)
    told = " / ".join(f'"{_cut(one_space(p.text).strip())}"' for p in near)
    cure = f"Nearest there: {told}." if told else f"Look at `zopa text` of {document.path}."
    code = "evidence-orphan" if changed else "evidence-absent"
    after = ", which has changed since it was added" if changed else ""
    message = f'Expected "{_cut(item.quote)}" in {item.source}{after}, found it nowhere.'
    return None, CheckFault("error", code, at, message, cure)


def _held(item: Evidence, document: Document) -> bool:
    """Whether more than one place has just the words around it that are given."""
    text = fold(document.text).text
    words = (fold(part).text.strip() for part in (item.prefix, item.quote, item.suffix))
    return " ".join(word for word in words if word) in text


def _around(document: Document, start: int, end: int) -> str:
    return f"“{one_space(document.text[max(0, start - _HINT) : end + _HINT]).strip()}”"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
