"""From what another reader claims (a speaker, a quote, an act) to statements that the document bears out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zopa.sources.anchors import Quote, core, find_quote, fold
from zopa.statements.building import Site, build_site, build_statement, place_speaker
from zopa.statements.readers.problems import tell_reader
from zopa.statements.types import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.statements.types import Form, Speaker, Statement
    from zopa.text.vocabulary import Vocabulary

# Sentences that speak to a language model and not to a reader; what stands in them is nobody's statement.
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b|"
    r"\b(?:system|developer) prompt\b|\byou are (?:now )?(?:an? )?(?:AI|assistant|language model|chatbot)\b|"
    r"\bas an? (?:AI|language model)\b|\b(?:return|output|respond with|reply with|answer with)\b[^.]{0,40}\bJSON\b|"
    r"<\|?(?:im_start|im_end|system|assistant|user)\|?>|\[/?INST\]",
    re.IGNORECASE,
)
_PARAGRAPH_REACH = 1  # sentences around an order that are taken to belong to it


@dataclass(frozen=True, slots=True)
class Claim:
    """What a reader says that somebody says: the words, who, and the act if it names one."""

    quote: str
    speaker: str | None = None
    act: str | None = None


@dataclass(slots=True)
class _Tally:
    """What was dropped, by code, with the first few as examples."""

    dropped: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def drop(self, code: str, words: str) -> None:
        """Take note of one that is dropped."""
        self.dropped.setdefault(code, []).append(" ".join(words.split())[:60])

    def problems(self, file: str, finder: str) -> tuple[Problem, ...]:
        """One problem for each code."""
        told: list[Problem] = []
        for code, words in sorted(self.dropped.items()):
            shown = "; ".join(f"“{w}”" for w in words[:3])
            told.append(
                tell_reader(code, file, f"{len(words)} statement(s) of {finder} dropped: {shown}.", _CURES[code])
            )
        return tuple(told)


_CURES = {
    "reader-not-verbatim": "Nothing to do: these words do not stand in the document. What this reader finds is to be looked at with care.",
    "reader-unknown-speaker": "Nothing to do: the document does not name them. Add a statement to record.yaml if it was one.",
    "reader-instruction": "Look at the document: it speaks to a language model. Add a statement to record.yaml if it was one.",
}


def build_claims(
    document: Document, vocabulary: Vocabulary, claims: Iterable[Claim], finder: str
) -> tuple[Record, tuple[Problem, ...]]:
    """Statements of the claims that the document bears out, and a problem for each kind of those that it does not.

    The words must stand in what is analysed, whatever their white space and quotation marks; the speaker must be named in
    the document; what stands between quotation marks there is a quotation, and nothing else is.
    """
    site = build_site(document, vocabulary)
    orders = _find_orders(site)
    tally = _Tally()
    statements: dict[tuple[int, int], Statement] = {}
    for claim in claims:
        span = _place(site, claim)
        if span is None:
            tally.drop("reader-not-verbatim", claim.quote)
        elif any(a < span[1] and span[0] < b for a, b in orders):
            tally.drop("reader-instruction", claim.quote)
        elif claim.speaker and not _is_named(site, claim.speaker):
            tally.drop("reader-unknown-speaker", f"{claim.speaker}: {claim.quote}")
        elif span not in statements:
            statements[span] = _statement(site, span, claim, finder)
    ordered = sorted(statements.values(), key=lambda s: (s.content[0].start, -s.content[-1].end))
    return Record(document.id, tuple(ordered)), tally.problems(document.path, finder)


def _place(site: Site, claim: Claim) -> tuple[int, int] | None:
    """Where the words stand; the first place that is analysed where they stand more than once."""
    text = site.document.text
    found = find_quote(text, Quote(site.document.id, claim.quote))
    places = [found.span] if found.span else list(found.places)
    spans = [_grown(text, core(text, *place)) for place in places]
    return next((span for span in spans if site.is_analysed(*span)), None)


def _grown(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with a sign that ends a sentence right behind it, if that stands inside quotation marks."""
    start, end = span
    inside = end + 1 < len(text) and text[end] in ".!?…" and text[end + 1] in "\"”’'»"
    return (start, end + 1) if inside else span


def _is_named(site: Site, name: str) -> bool:
    """True where the document holds the name, or one that the vocabulary joins to it."""
    low = name.casefold()
    if any(low == m.name.casefold() for m in site.scene.names.mentions):
        return True
    words = fold(name).text.casefold()
    there = fold(site.document.text).text.casefold()
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", there) is not None


def _statement(site: Site, span: tuple[int, int], claim: Claim, finder: str) -> Statement:
    speaker: Speaker | None = place_speaker(site, claim.speaker, span) if claim.speaker else None
    quoted = site.is_quoted(*span)
    form: Form = "quotation" if quoted else "reported" if speaker else "own-voice"
    built = build_statement(site, [span], speaker, form=form, found_by=finder)
    return replace(built, act=claim.act) if claim.act else built


def _find_orders(site: Site) -> list[tuple[int, int]]:
    """Sentences that give orders to a language model, with those beside them in the same paragraph."""
    text = site.document.text
    spans: list[tuple[int, int]] = []
    for paragraph in site.paragraphs:
        for number, (start, end) in enumerate(paragraph.sentences):
            if _ORDERS.search(text, start, end):
                near = paragraph.sentences[max(0, number - _PARAGRAPH_REACH) : number + _PARAGRAPH_REACH + 1]
                spans.append((near[0][0], near[-1][1]))
    return spans
