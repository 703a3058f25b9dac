"""What a browser would show of a page, as text: elements that stand as blocks parted by newlines."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from zopa.sources.page_hidden import find_hidden_rules, is_hidden, seems_hidden
from zopa.sources.raised import NOTE, read_raised
from zopa.sources.reasons import BLOCK_QUOTE, DRAWN, HIDDEN, LINE_BREAK, LIST_ITEM, NOTE_MARK
from zopa.sources.types import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = frozenset(
    {
        "script", "style", "head", "template", "noscript", "svg", "math", "object", "embed", "iframe", "canvas",
        "audio", "video", "map", "select", "datalist", "input", "textarea", "title", "meta", "link",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
        "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKED = {"blockquote": BLOCK_QUOTE, "li": LIST_ITEM}
_OPENING = frozenset("\"'“„«‹‘‚»")  # before or inside <q>: the source has marks of its own
_MAX_RAISED = 40
_NOTE_LINK = re.compile(r"note|\bfn|ref|cite|#n?\d")
_NOTE_TEXT = re.compile(r"\s*(?:[\[(]?\d{1,3}[\])]?|[*†‡§¶]{1,4})\s*")
_SUPER = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#(?:\d{2,6}|[xX][0-9A-Fa-f]{2,5})|amp|quot|apos|nbsp|[lr][sd]quo|[bs]dquo|sbquo|[lr]aquo|[mn]dash|hellip|shy|"
    r"[aeiounyAEIOUNYcC](?:acute|grave|circ|uml|tilde|cedil|ring)|szlig|euro|pound|eacute|middot|bull|thinsp|ensp|emsp);"
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")  # characters that XML trees cannot hold


class Element(Protocol):
    """What is used of an lxml element, which comes without types."""

    text: str | None
    tail: str | None

    @property
    def tag(self) -> object:
        """Its name; no string for comments and instructions."""
        ...

    def get(self, key: str) -> str | None:
        """The value of an attribute, or None."""
        ...

    def iter(self, tag: str) -> Iterator[Element]:
        """It and all below it of that name, in document order."""
        ...

    def iterancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        ...

    def getprevious(self) -> Element | None:
        """The element before it under the same one, or None."""
        ...

    def getparent(self) -> Element | None:
        """The element around it, or None."""
        ...

    def itertext(self) -> Iterator[str]:
        """All stretches of text in it, in document order."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Element: ...


@dataclass(slots=True)
class VisibleText:
    """The visible text of a page and what its elements tell about stretches of it.

    Attributes:
        text: blocks parted by newlines, white space inside them as a browser shows it.
        headings: spans of headings, with their rank 1 to 6.
        others: marks on what else its elements tell: block quotations, items of lists, drawn quotation marks, broken
            lines, marks of notes, and text that is there but cannot be seen.
        unescaped: how many signs had been escaped twice.
    """

    text: str
    headings: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])
    others: list[Mark] = field(default_factory=list[Mark])
    unescaped: int = 0

    def marks(self, reason: str) -> tuple[Mark, ...]:
        """A mark with `reason` on every heading."""
        return tuple(Mark(start, end, reason) for start, end, _ in self.headings)


def parse_page(source: str) -> Element | None:
    """The element tree of a page, however broken; None where nothing of it can be parsed."""
    lxml_html: Any = import_module("lxml.html")
    etree: Any = import_module("lxml.etree")

    clean = _CONTROL.sub(" ", source)
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return cast("Element", lxml_html.document_fromstring(clean.encode("utf-8", errors="replace"), parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


class _Writer:
    """Collects pieces of text, white space collapsed, and counts where they stand."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.open_space = False  # a space is owed before the next word
        self.at_start = True  # nothing on this line yet
        self.notes: list[str] = []  # marks of notes owed to the end of this block
        self.marks: list[Mark] = []
        self.unescaped = 0

    def add(self, text: str, *, keep: bool = False) -> None:
        if keep:
            broken = [self.length + at for at, sign in enumerate(text) if sign == "\n"]
            self.marks += [Mark(at, at + 1, LINE_BREAK, left_out=False) for at in broken]
            self._put(text)
            self.at_start = text.endswith("\n")
            return
        text, count = unescape_twice(text)
        self.unescaped += count
        words = _SPACE.sub(" ", text)
        if words.startswith(" "):
            self.open_space = True
        bare = words.strip(" ")
        if not bare:
            return
        self._put((" " if self.open_space and not self.at_start else "") + bare)
        self.at_start, self.open_space = False, words.endswith(" ")

    def add_raised(self, text: str) -> None:
        """Raised text: a power stays where it is, the mark of a note is kept for the block's end."""
        kind, shown = read_raised("".join(self.pieces[-2:]), text)
        if kind == NOTE and not self.at_start:
            self.notes.append(shown)
        else:
            self.add(shown)

    def draw(self, sign: str, *, closing: bool) -> None:
        """A quotation mark that the browser draws; a closing one stands before the space that is owed."""
        owed = self.open_space and not self.at_start and not closing
        self._put((" " if owed else "") + sign)
        self.marks.append(Mark(self.length - 1, self.length, DRAWN, left_out=False))
        self.at_start, self.open_space = False, self.open_space and closing

    def last(self) -> str:
        """The last character that is no white space."""
        return next((piece.rstrip()[-1] for piece in reversed(self.pieces) if piece.strip()), "")

    def end_line(self, *, force: bool = False) -> None:
        for note in self.notes:
            self._put(f" {note}")
            self.marks.append(Mark(self.length - len(note) - 1, self.length, NOTE_MARK))
        self.notes.clear()
        if force and not self.at_start:
            self.marks.append(Mark(self.length, self.length + 1, LINE_BREAK, left_out=False))
        if force or not self.at_start:
            self._put("\n")
        self.at_start, self.open_space = True, False

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


class _Reader:
    """Walks the elements of one page without recursion: pages nest thousands deep."""

    def __init__(self, page: Element, *, hidden: bool) -> None:
        self.writer = _Writer()
        self.headings: list[tuple[int, int, int]] = []
        self.marks: list[Mark] = []
        self._hidden = hidden
        self._unseen = find_hidden_rules(page)
        self._opened: list[tuple[str, int]] = []
        self._kept = 0  # how many <pre> are open
        self._drawn = 0  # how many open <q> have drawn marks
        self._quotes: list[bool] = []  # of each open <q>: whether its marks are drawn

    def read(self, page: Element) -> None:
        stack: list[tuple[Element, bool]] = [(page, False)]
        while stack:
            element, leaving = stack.pop()
            name = element.tag.lower() if isinstance(element.tag, str) else ""
            if leaving:
                self._leave(element, name)
            elif not name or name in _UNSEEN or (not self._hidden and is_hidden(element)):
                pass
            elif _is_raised(element, name) and (raised := _short_text(element)):
                self.writer.add_raised(raised)
            else:
                self._enter(element, name)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
                continue
            if element.tail:
                self.writer.add(element.tail, keep=self._kept > 0)

    def _enter(self, element: Element, name: str) -> None:
        if name in _BLOCKS:
            self.writer.end_line(force=name == "br")
        if name in _HEADINGS or name in _MARKED or self._seems_hidden(element):
            self._opened.append((name, self.writer.length))
        self._kept += name == "pre"
        if name == "q":
            marked = self.writer.last() in _OPENING or _first_sign(element) in _OPENING
            self._quotes.append(not marked)
            self._drawn += not marked
            if not marked:
                self._space_before(element)
                self.writer.draw("“" if self._drawn % 2 else "‘", closing=False)
        if element.text:
            text = element.text.lstrip() if name == "q" else element.text
            self.writer.add(text, keep=self._kept > 0)

    def _seems_hidden(self, element: Element) -> bool:
        return not self._hidden and seems_hidden(element, self._unseen)

    def _space_before(self, element: Element) -> None:
        """Space inside the element, before its first word, stands before the mark."""
        if (element.text or "")[:1].isspace() and self.writer.last().isalnum():
            self.writer.open_space = True

    def _leave(self, element: Element, name: str) -> None:
        self._kept -= name == "pre"
        if name == "q" and self._quotes.pop():
            self.writer.draw("”" if self._drawn % 2 else "’", closing=True)
            self._drawn -= 1
        if name in _BLOCKS:
            self.writer.end_line()
        if name in _HEADINGS:
            self.headings.append((self._opened.pop()[1], self.writer.length, int(name[1])))
        elif name in _MARKED:
            self.marks.append(Mark(self._opened.pop()[1], self.writer.length, _MARKED[name], left_out=False))
        elif self._seems_hidden(element):
            self.marks.append(Mark(self._opened.pop()[1], self.writer.length, HIDDEN))
        if name in {"td", "th"}:
            self.writer.add("\t", keep=True)


def read_visible_text(page: Element, *, hidden: bool = False) -> VisibleText:
    """The text that `page` shows, in document order; an empty text where it shows none.

    Args:
        page: the parsed page.
        hidden: read what the page hides until a script shows it, too.
    """
    reader = _Reader(page, hidden=hidden)
    reader.read(page)
    reader.writer.end_line()
    text = "".join(reader.writer.pieces)
    headings = [(*span, rank) for start, end, rank in reader.headings if (span := _bare(text, start, end))]
    others = [*reader.writer.marks]
    others += [
        replace(mark, start=span[0], end=span[1])
        for mark in reader.marks
        if (span := _bare(text, mark.start, mark.end))
    ]
    return VisibleText(text, headings, others, reader.writer.unescaped)


def unescape_twice(text: str) -> tuple[str, int]:
    """`text` with the signs that stand as entities in it, and how many: the page had been escaped once too often."""
    return _ENTITY.subn(lambda match: html.unescape(match.group()), text) if "&" in text else (text, 0)


def _is_raised(element: Element, name: str) -> bool:
    """True for <sup>, what a style raises, and a link to a note at the foot of the page."""
    if name == "sup":
        return True
    if name == "a" and (element.get("href") or "").startswith("#"):
        called = f"{element.get('class') or ''} {element.get('href') or ''} {element.get('id') or ''}".lower()
        return bool(_NOTE_LINK.search(called) and _NOTE_TEXT.fullmatch(_short_text(element)))
    return name in {"span", "small", "font"} and bool(_SUPER.search(element.get("style") or ""))


def _short_text(element: Element) -> str:
    """All text of an element that holds little; "" where it holds more than the mark of a note."""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > _MAX_RAISED:
            return ""
    return text


def _first_sign(element: Element) -> str:
    """The first character in an element that is no white space."""
    return next((piece.lstrip()[0] for piece in element.itertext() if piece.strip()), "")


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without the white space around it; None where nothing is left."""
    raw = text[start:end]
    bare = raw.strip()
    left = start + len(raw) - len(raw.lstrip())
    return (left, left + len(bare)) if bare else None
