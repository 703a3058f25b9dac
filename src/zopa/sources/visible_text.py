"""What a browser would show of a page, as text: elements that stand as blocks parted by newlines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

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
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
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

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Element: ...


@dataclass(slots=True)
class VisibleText:
    """The visible text of a page and what its elements tell about stretches of it.

    Attributes:
        text: blocks parted by newlines, white space inside them as a browser shows it.
        headings: spans of headings, with their rank 1 to 6.
    """

    text: str
    headings: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])

    def marks(self, reason: str) -> tuple[Mark, ...]:
        """A mark with `reason` on every heading."""
        return tuple(Mark(start, end, reason) for start, end, _ in self.headings)


def parse_page(source: str) -> Element | None:
    """The element tree of a page, however broken; None where nothing of it can be parsed."""
    html: Any = import_module("lxml.html")
    etree: Any = import_module("lxml.etree")

    clean = _CONTROL.sub(" ", source)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return cast("Element", html.document_fromstring(clean.encode("utf-8", errors="replace"), parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


class _Writer:
    """Collects pieces of text, white space collapsed, and counts where they stand."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.open_space = False  # a space is owed before the next word
        self.at_start = True  # nothing on this line yet

    def add(self, text: str, *, keep: bool = False) -> None:
        if keep:
            self._put(text)
            self.at_start = text.endswith("\n")
            return
        words = _SPACE.sub(" ", text)
        if words.startswith(" "):
            self.open_space = True
        bare = words.strip(" ")
        if not bare:
            return
        self._put((" " if self.open_space and not self.at_start else "") + bare)
        self.at_start, self.open_space = False, words.endswith(" ")

    def end_line(self, *, force: bool = False) -> None:
        if force or not self.at_start:
            self._put("\n")
        self.at_start, self.open_space = True, False

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def read_visible_text(page: Element) -> VisibleText:
    """The text that `page` shows, in document order; an empty text where it shows none."""
    writer = _Writer()
    headings: list[tuple[int, int, int]] = []
    opened: list[tuple[int, int]] = []
    stack: list[tuple[Element, bool]] = [(page, False)]  # no recursion: pages nest thousands deep
    kept = 0  # how many <pre> are open
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        name = tag.lower()
        if leaving:
            kept -= name == "pre"
            if name in _BLOCKS:
                writer.end_line()
            if name in _HEADINGS:
                start, rank = opened.pop()
                headings.append((start, writer.length, rank))
            elif name in {"td", "th"}:
                writer.add("\t", keep=True)
            if element.tail:
                writer.add(element.tail, keep=kept > 0)
            continue
        if not name or name in _UNSEEN or _is_hidden(element):
            if element.tail:
                writer.add(element.tail, keep=kept > 0)
            continue
        if name in _BLOCKS:
            writer.end_line(force=name == "br")
        if name in _HEADINGS:
            opened.append((writer.length, int(name[1])))
        kept += name == "pre"
        if element.text:
            writer.add(element.text, keep=kept > 0)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    return _trim("".join(writer.pieces), headings)


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def _trim(text: str, headings: list[tuple[int, int, int]]) -> VisibleText:
    """Heading spans without the white space around them; empty ones dropped."""
    spans: list[tuple[int, int, int]] = []
    for start, end, rank in headings:
        raw = text[start:end]
        bare = raw.strip()
        if bare:
            left = start + len(raw) - len(raw.lstrip())
            spans.append((left, left + len(bare), rank))
    return VisibleText(text, spans)
