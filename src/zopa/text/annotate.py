"""From a document to its analysed text: the whole flow on one page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from zopa.text.base_forms import base_form
from zopa.text.double_names import join_double_names
from zopa.text.frames import ClauseFrame, find_frames
from zopa.text.lexicon import word_classes, words_of
from zopa.text.names import Names, find_names
from zopa.text.network import Coder, Parsed, TrainedTable, parse, read_table
from zopa.text.repair import mend
from zopa.text.sentences import Paragraph, find_paragraphs
from zopa.text.split import seen, split_words
from zopa.text.tagged import Sentence, TaggedToken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Document
    from zopa.text.quotations import Quoted
    from zopa.text.vocabulary import Vocabulary


# Marks as the trees have them, so that the style of a text's quotation marks changes nothing.
_PLAIN = {**dict.fromkeys("“”«»„‟‹›❝❞「」『』＂″", '"'), **dict.fromkeys("‘’‚‛", "'"), "–": "-", "—": "-", "‑": "-"}
_GIVEN_NAME = "John"  # one that the trees know well
_BODY = "Congress"  # a body of one word that the trees know well, for a name of several


@dataclass(frozen=True)
class Text:
    """One analysed document.

    Attributes:
        document: what was read.
        paragraphs: its blocks with their quotation marks.
        sentences: in order; one quotation of several sentences is one of them each.
        quotations: outer quotations, in order; `Sentence.quote` counts in this list.
        names: whom and what the text names.
    """

    document: Document
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quoted, ...]
    names: Names

    @cached_property
    def frames(self) -> tuple[tuple[ClauseFrame, ...], ...]:
        """The frames of each sentence."""
        return tuple(find_frames(sentence) for sentence in self.sentences)

    def within(self, start: int, end: int) -> list[tuple[Sentence, tuple[ClauseFrame, ...]]]:
        """The sentences that touch a span, in order, with their frames."""
        first = bisect_right(self.sentences, start, key=lambda s: s.end)
        found: list[tuple[Sentence, tuple[ClauseFrame, ...]]] = []
        for number in range(first, len(self.sentences)):
            if self.sentences[number].start >= end:
                break
            found.append((self.sentences[number], self.frames[number]))
        return found


def annotate(document: Document, vocabulary: Vocabulary) -> Text:
    """The analysed text of a document; what is left out of its analysis has no sentences."""
    paragraphs = tuple(find_paragraphs(document))
    quotations = tuple(q for paragraph in paragraphs for q in paragraph.quoted if q.depth == 0)
    spans = [(number, *span) for number, paragraph in enumerate(paragraphs) for span in paragraph.sentences]
    names = find_names(document, [(a, b) for _, a, b in spans], vocabulary)
    given = frozenset(m.passage.start for m in names.mentions if m.kind == "person" and " " in m.passage.text)
    known = frozenset(m.passage.start for m in names.mentions if m.kind in {"person", "state", "place"})
    sentences = tag_sentences(document.plain, spans, quotations, given, known)
    return Text(document, paragraphs, sentences, quotations, names)


def tag_sentences(
    text: str,
    spans: Sequence[tuple[int, int, int]],
    quotations: Sequence[Quoted] = (),
    given: frozenset[int] = frozenset(),
    known: frozenset[int] = frozenset(),
) -> tuple[Sentence, ...]:
    """Sentences with their trees.

    Args:
        text: the text as read.
        spans: (number of the paragraph, start, end) of each sentence.
        quotations: outer quotations of the text, in order.
        given: where the full names of people begin: one that begins with a word ("Will", "May") is tagged as another name would be.
        known: where names of the shipped table and of people begin.
    """
    table, coder = _tagger()
    cut = join_double_names(text, [split_words(text, a, b) for _, a, b in spans], known)
    forms = [[_form(text[a:b], is_given=a in given) for a, b in words] for words in cut]
    parsed = [mend(f, p) for f, p in zip(forms, parse(table, coder, forms), strict=True)]
    return tuple(
        _sentence(text, span, words, found, quotations)
        for span, words, found in zip(spans, cut, parsed, strict=True)
        if words
    )


def _form(word: str, *, is_given: bool) -> str:
    """A word as the network knows it: one kind of quotation mark and dash, nothing that nobody sees inside it."""
    shown = seen(word)
    if " " in shown:
        return _BODY
    return _GIVEN_NAME if is_given and shown.lower() in words_of("given_word") else _PLAIN.get(shown, shown)


@cache
def _tagger(language: str = "en") -> tuple[TrainedTable, Coder]:
    with as_file(files("zopa.text") / language / "tagger.npz") as path:
        table = read_table(path)
    return table, Coder(table)


def _sentence(
    text: str, span: tuple[int, int, int], words: list[tuple[int, int]], found: Parsed, quotations: Sequence[Quoted]
) -> Sentence:
    paragraph, start, end = span
    tokens = tuple(
        _token(text, words[at], found.tags[at], found.heads[at], found.relations[at]) for at in range(len(words))
    )
    near: list[tuple[int, Quoted]] = []
    for n in range(bisect_right(quotations, start, key=lambda q: q.end), len(quotations)):
        if quotations[n].start >= end:
            break
        near.append((n, quotations[n]))
    quote = tuple(next((n for n, q in near if q.start <= t.start and t.end <= q.end), -1) for t in tokens)
    return Sentence(start, end, tokens, quote, paragraph)


def _token(text: str, place: tuple[int, int], tag: str, head: int, relation: str) -> TaggedToken:
    word = text[place[0] : place[1]]
    low = seen(word).lower().replace("’", "'")
    tag, form, tense = (*tag.split("-"), "", "")[:3]
    sure = _sure_tags().get(low)
    if sure and tag not in sure and not (word[0].isupper() and tag == "PROPN"):
        tag, form, tense = sure[0], "Fin" if sure[0] == "AUX" else "", ""
    return TaggedToken(place[0], place[1], word, low, base_form(low, tag, form), tag, form, tense, head, relation)


@cache
def _sure_tags() -> dict[str, tuple[str, ...]]:
    """Words of closed classes with the only parts of speech that they have; the word classes win over the tagger."""
    sure: dict[str, tuple[str, ...]] = {}
    for name, entry in word_classes().items():
        if name.startswith("tag_"):
            for word in entry.words:
                sure[word] = (*sure.get(word, ()), name[4:].upper())
    return sure
