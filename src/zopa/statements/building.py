"""A statement built from a place and a speaker that somebody else than the rules has found: a person, or another reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.sources.anchors import core, fold
from zopa.statements.details import DraftMention, complete
from zopa.statements.scene import Scene
from zopa.statements.status import quotation_status
from zopa.statements.types import Speaker
from zopa.text.names import find_names
from zopa.text.sentences import Paragraph, find_paragraphs

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements.types import Form, Statement
    from zopa.text.types import Mention
    from zopa.text.vocabulary import Vocabulary

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Site:
    """A document with its paragraphs and names, ready for statements to be built in it."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    scene: Scene

    def sentence(self, start: int, end: int) -> Span:
        """From the start of the sentence that holds `start` to the end of the one that holds `end`."""
        spans = [span for paragraph in self.paragraphs for span in paragraph.sentences]
        inside = [(a, b) for a, b in spans if a < end and start < b]
        return (min(start, inside[0][0]), max(end, inside[-1][1])) if inside else (start, end)

    def is_quoted(self, start: int, end: int) -> bool:
        """True where quotation marks stand around the span."""
        a, b = core(self.document.text, start, end)
        marks = (q for paragraph in self.paragraphs for q in paragraph.quoted)
        return any(q.inner_start <= a and b <= q.inner_end for q in marks)

    def is_analysed(self, start: int, end: int) -> bool:
        """True where the whole span is read, and no part of it left out."""
        return any(a <= start and end <= b for a, b in self.document.analysed())


def build_site(document: Document, vocabulary: Vocabulary) -> Site:
    """The paragraphs and names of a document."""
    paragraphs = tuple(find_paragraphs(document))
    sentences = [span for paragraph in paragraphs for span in paragraph.sentences]
    return Site(document, paragraphs, Scene(document, find_names(document, sentences, vocabulary), vocabulary))


def build_statement(
    site: Site, content: list[Span], speaker: Speaker | None, *, form: Form, found_by: str
) -> Statement:
    """The statement of this content, with act, figures, dates and names read as in any other."""
    status = quotation_status(site.scene, content, speaker) if form == "quotation" else None
    draft = DraftMention(form, site.sentence(content[0][0], content[-1][1]), content, speaker=speaker, status=status)
    return replace(complete(draft, site.scene), found_by=found_by)


def place_speaker(site: Site, name: str, content: Span) -> Speaker:
    """The speaker `name` of words at `content`, with the mention nearest to them.

    A name that the vocabulary or the document knows gets its canonical form and its party. Where the sentence does not name
    the speaker, the mention is the sentence, `named_at` the place of the name, if there is one, and the name is `inferred`.
    """
    start, end = site.sentence(*content)
    known = [m for m in site.scene.names.mentions if _same_name(m, name)] or _spelled(site, name)
    canonical = known[0].name if known else name
    entry = site.scene.vocabulary.named(canonical)
    person = site.scene.names.people.get(canonical)
    party = (
        (entry.party if entry else None) or (person.party if person else None) or (known[0].party if known else None)
    )
    outside = [m for m in known if not (content[0] <= m.passage.start < content[1])]
    beside = [m for m in outside if start <= m.passage.start and m.passage.end <= end]
    if beside:
        nearest = min(beside, key=lambda m: min(abs(m.passage.end - content[0]), abs(m.passage.start - content[1])))
        return Speaker(canonical, nearest.passage.start, nearest.passage.end, party=party)
    place = _place(site, name, (start, end), content)
    if place:
        return Speaker(canonical, *place, party=party)
    named_at = min(outside, key=lambda m: abs(m.passage.start - start)).passage if outside else None
    return Speaker(canonical, start, end, named_at, inferred=True, party=party)


def _same_name(mention: Mention, name: str) -> bool:
    return mention.kind != "place" and name.casefold() in {mention.name.casefold(), mention.passage.text.casefold()}


def _spelled(site: Site, name: str) -> list[Mention]:
    """Mentions of whom the vocabulary knows under another spelling; one without a place in the text where there is none."""
    low = name.casefold()
    for entry in site.scene.vocabulary.names:
        if low in {entry.name.casefold(), *(alias.casefold() for alias in entry.aliases)}:
            return [m for m in site.scene.names.mentions if m.name == entry.name and m.kind != "place"]
    return []


def _place(site: Site, name: str, sentence: Span, content: Span) -> Span | None:
    """Where the words of `name` stand in the sentence outside the content: "several sources", a name not known as one."""
    text = fold(site.document.text[sentence[0] : sentence[1]])
    words = fold(name).text.casefold()
    folded = text.text.casefold()
    if len(folded) != len(text.text) or not words:
        return None  # a letter that grows when folded ("ß"): places would be wrong
    at = folded.find(words)
    while at >= 0:
        start, end = sentence[0] + text.at[at], sentence[0] + text.at[at + len(words) - 1] + 1
        if end <= content[0] or start >= content[1]:
            return start, end
        at = folded.find(words, at + 1)
    return None
