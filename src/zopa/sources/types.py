"""A document as read, the passages in it, and what is marked in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from zopa.sources.reasons import LINK_TARGET, MARKUP, reason_kind


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of a document with its exact characters; ``document.text[start:end] == text`` always holds.

    Attributes:
        source: the document's id.
        start: first code point, counted in the text as read.
        end: one past the last code point.
        text: the characters between them.
    """

    source: str
    start: int
    end: int
    text: str

    def __reduce__(self) -> tuple[type[Passage], tuple[str, int, int, str]]:
        """How it travels from the process that reads: a record has hundreds, and `dataclass` packs them in twice the time."""
        return Passage, (self.source, self.start, self.end, self.text)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span that is left out of analysis, or only pointed at, and why.

    Attributes:
        start: first code point.
        end: one past the last code point.
        reason: short lower-case reason, one of `REASONS`, followed by ``": detail"`` where there is a detail.
        left_out: True when analysis skips the span, False when it is only pointed at.
    """

    start: int
    end: int
    reason: str
    left_out: bool = True


@dataclass(frozen=True, slots=True)
class Guess:
    """A value guessed from the document, with the evidence for the guess.

    Attributes:
        value: the guess.
        evidence: what it rests on, in words a reader understands ("meta tag article:author", "line 3, after 'By'").
        start: where in the text as read it stands, or None where it stands outside it (a meta tag, a file property).
        end: one past its last code point, or None.
    """

    value: str
    evidence: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change or a comment that the file itself holds.

    Attributes:
        kind: inserted, deleted, moved away, moved here or comment.
        author: as the file names it, or "".
        date: ISO date, or "".
        text: the words that came or went, or the comment.
        start: of the paragraph in the text as read in which it stands; of the next one where that is gone.
    """

    kind: str
    author: str
    date: str
    text: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One text that was read, never rewritten.

    Attributes:
        id: slug of the file's stem, unique within the set it was read with.
        path: the path as given, "-" for standard input.
        text: the text as read, to which every offset in zopa refers.
        sha256: of the file's bytes, hexadecimal.
        format: ``text``, ``markdown``, ``html``, ``pdf`` or ``docx``.
        encoding: the name of the encoding that was used, and None where the format has none of its own.
        title, author, publisher, originator: guesses, or None. `originator` is whom the text itself names as the source
            it was taken from; None means unknown.
        published: guess whose value is an ISO date (``2025-12-04``), or None.
        language: guess whose value is an ISO 639-1 code, or None.
        marks: ordered by start.
        revisions: tracked changes and comments of a Word file, in order.
    """

    id: str
    path: str
    text: str
    sha256: str
    format: str
    encoding: str | None = None
    title: Guess | None = None
    author: Guess | None = None
    publisher: Guess | None = None
    published: Guess | None = None
    language: Guess | None = None
    originator: Guess | None = None
    marks: tuple[Mark, ...] = field(default=())
    revisions: tuple[Revision, ...] = ()
    _plain: list[str] = field(init=False, default_factory=list[str], compare=False, repr=False)

    @property
    def plain(self) -> str:
        """The text with a blank for each character of markup inside its sentences: every place is that of `text`."""
        if not self._plain:
            pieces, at = list[str](), 0
            for mark in sorted(m for m in self.marks if reason_kind(m.reason) in {MARKUP, LINK_TARGET}):
                start = max(mark.start, at)
                if mark.end > start:
                    pieces += [self.text[at:start], _blanks(self.text[start : mark.end])]
                    at = mark.end
            self._plain.append("".join([*pieces, self.text[at:]]))
        return self._plain[0]

    def passage(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end` (code points, end exclusive)."""
        return Passage(self.id, start, end, self.text[start:end])

    def analysed(self) -> tuple[tuple[int, int], ...]:
        """Spans that analysis reads: the text less what is marked as left out, in order, never empty spans."""
        spans: list[tuple[int, int]] = []
        at = 0
        for mark in sorted(m for m in self.marks if m.left_out):
            if mark.start > at:
                spans.append((at, mark.start))
            at = max(at, mark.end)
        if at < len(self.text):
            spans.append((at, len(self.text)))
        return tuple(spans)


def _blanks(signs: str) -> str:
    return "".join(sign if sign in "\r\n" else " " for sign in signs)
