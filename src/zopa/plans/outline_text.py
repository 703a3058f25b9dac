"""What belongs to a part of a text once it is open: words, headings, rows of a table, footnotes, closing lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.plans.labels import find_learned, learn_labels
from zopa.plans.lines import ends_there
from zopa.plans.markers import RANKS, Marker, find_marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.plans.lines import PlanLine
    from zopa.plans.types import Part, Span

HEADING_WORDS = 16
"""Words of the longest heading."""
_CLOSING = re.compile(
    r"[*_#\s]*(?:in (?:witness|faith|testimony) whereof|done (?:at|in|this|on)\b|signed\b|signatures?\b\s*:?$"
    r"|for the (?:government|republic|kingdom|union|employer|company|state|party|parties|delegation)\b"
    r"|en foi de quoi|fait à\b|geschehen zu\b|hecho en\b|совершено в\b|_{5,})",
    re.IGNORECASE,
)
_HASH = re.compile(r"#{1,6}\s+\S")
_BOLD = re.compile(r"(\*\*|__)(?=\S).{1,160}?(?<=\S)\1:?")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?][^\w\s]*(?:\[\^?\w+\])?\s+\S")  # one that ends before the end of a line
_CONTENTS = re.compile(r"[#*_\s]*(?:table of )?contents[*_\s]*:?|on this page", re.IGNORECASE)


@dataclass(slots=True)
class Branch:
    """A part of the text in the making: its marker, what it owns, and what stands above it."""

    part: Part
    token: str = ""
    kind: str = ""
    word: str = ""
    parent: Branch | None = None
    parts: tuple[int, ...] = ()
    label: list[Span] = field(default_factory=list["Span"])
    head: list[Span] = field(default_factory=list["Span"])
    body: list[Span] = field(default_factory=list["Span"])
    start: int = 0
    run: Run | None = None
    value: int = 0
    title: str = ""
    learned: bool = False


@dataclass(slots=True)
class Run:
    """A list of one style under one node: how far it has come; `crosses`: it goes on under the next heading."""

    style: str
    node: Branch
    last: int
    indent: int
    crosses: bool = False


class OutlineText:
    """Lines of a text, where the reading stands, and how words join what is open; `nodes` are what was made, in order."""

    def __init__(self, lines: Sequence[PlanLine]) -> None:
        self.lines = lines
        self.markers = [find_marker(line.text) for line in lines]
        learned = learn_labels(lines, self.markers)
        if learned:
            self.markers = [self.markers[n] or find_learned(line.text, learned) for n, line in enumerate(lines)]
        self.markers = _settle_notes(lines, self.markers)
        self.sections_below = _sections_below(self.markers)
        self.labelled = any(m is not None and m.kind == "article" and (lines[n].after_blank or not n or ends_there(lines[n - 1].text))
                            and m.word != "§" for n, m in enumerate(self.markers))  # fmt: skip
        self.contents = _contents(lines, self.markers)
        self.nodes: list[Branch] = []
        self.stack: list[Run] = []
        self.paused: dict[str, Run] = {}
        self.at = self._new("preamble", None)
        self.strong = any(
            m is not None and m.kind == "number" and m.strong and m.readings[0][0] == "1." and len(m.parts) == 1
            for m in self.markers
        )
        self.await_title: Branch | None = None
        self.heading: Branch | None = None
        self.closing = False
        self.rows: Branch | None = None
        self.no_blanks = not any(line.after_blank for line in lines[1:])
        self.articled = False

    def _footnote(self, line: PlanLine, marker: Marker) -> bool:
        node = self._new("footnote", None, marker)
        node.start = line.start
        node.label.append((line.start, line.start + marker.length))
        if line.end > line.start + marker.length:
            node.body.append((line.start + marker.length, line.end))
        self.at = node
        return True

    def _is_row(self, n: int, line: PlanLine) -> bool:
        near = [self.lines[k].text for k in (n - 1, n + 1) if 0 <= k < len(self.lines)]
        if line.text.startswith("|") and line.text.count("|") > 1:
            return True
        return "\t" in line.text.strip() and any("\t" in text for text in near) and self.markers[n] is None

    def _row(self, line: PlanLine) -> None:
        if self.rows is None:
            self.rows = self.at
        value = sum(1 for node in reversed(self.nodes[-400:]) if node.kind == "row" and node.parent is self.rows) + 1
        if self.nodes[-1].kind == "row" and self.nodes[-1].parent is self.rows:
            value = self.nodes[-1].value + 1
        node = self._new(self.rows.part, self.rows, Marker("row", f"row {value}", (), 0))
        node.start, node.value = line.start, value
        node.body.append((line.start, line.end))
        self.await_title = None

    def _close(self, line: PlanLine) -> None:
        self.closing = True
        self.at = self._new("closing", None)
        self.at.start = line.start
        self.at.body.append((line.start, line.end))

    def _heading(self, n: int, line: PlanLine) -> bool:
        """A heading without a number, or the heading of the article whose label stands above it."""
        if self.await_title is not None:
            owner, self.await_title = self.await_title, None
            if owner is self.at and not owner.body and self._titles(n, line.text):
                owner.head.append((line.start, line.end))
                owner.title = plain_title(line.text)
                return True
        if self.closing or not self._is_heading(n, line):
            return False
        node = self._new("heading", None)
        node.start, node.title = line.start, plain_title(line.text)
        node.head.append((line.start, line.end))
        self.heading = node
        return True

    def _titles(self, n: int, text: str) -> bool:
        """Whether words behind or below a label are its heading: short, without a stop, and no sentence goes on below."""
        plain = text.strip("*_# ")
        ended = plain.rstrip("])}”\"'’»")[-1:] in {*".;:,!?"} or bool(_SENTENCE.search(plain))
        if not plain or len(plain.split()) > HEADING_WORDS or ended or plain[0].islower():
            return False
        if n + 1 >= len(self.lines):
            return False
        after = self.lines[n + 1]
        return after.after_blank or self.markers[n + 1] is not None or not after.text[0].islower()

    def _is_heading(self, n: int, line: PlanLine) -> bool:
        text, after = line.text, self.lines[n + 1] if n + 1 < len(self.lines) else None
        if _HASH.match(text) or line.titled:
            return True
        words = text.split()
        if len(words) > HEADING_WORDS or after is None:
            return False
        apart = line.after_blank and (after.after_blank or self.markers[n + 1] is not None)
        if _BOLD.fullmatch(text) and line.after_blank:
            return True
        if not apart or text[-1] in ".;:,!?":
            return False
        letters = re.sub(r"[\W\d_]", "", text)
        if len(letters) > 3 and letters.isupper():
            return True
        follows = self.markers[n + 1] is not None and self.markers[n + 1].kind != "bullet"  # type: ignore[union-attr]
        return (
            follows
            and text[0].isupper()
            and len(words) <= HEADING_WORDS // 2
            and bool(self.stack)
            and ends_there(self.lines[n - 1].text)
        )

    def _add_text(self, n: int, line: PlanLine) -> None:
        """Words that open nothing: they go on what is open, or are a paragraph of their own below a heading or in the preamble."""
        new = line.after_blank or n == 0 or (self.no_blanks and ends_there(self.lines[n - 1].text))
        if self.at.part == "preamble" and not self.at.token and new and self.at.body:
            self.at = self._new("preamble", None)
            self.at.start = line.start
        elif (
            (self.heading is not None and (self.at.start < self.heading.start))
            or (self.at.kind == "¶" and new)
            or (self.at.part == "footnote" and line.after_blank)
        ):
            self._paragraph(line)
        if not self.at.body and not self.at.label:
            self.at.start = line.start
        self.at.body.append((line.start, line.end))

    def _paragraph(self, line: PlanLine) -> None:
        """A paragraph without number, under the article or heading that is open."""
        while self.stack and self.stack[-1].node.kind not in RANKS and self.stack[-1].node.kind != "annex":
            run = self.stack.pop()
            self.paused[run.style] = run
        parent = self.stack[-1].node if self.stack else None
        part: Part = "point" if self.stack or any(node.run for node in self.nodes) else "preamble"
        before = self.at
        self.at = self._new(part, parent, Marker("¶", "¶", (), 0))
        self.at.start = line.start
        self.at.value = before.value + 1 if before.kind == "¶" and before.parent is parent else 1

    def _new(self, part: Part, parent: Branch | None, marker: Marker | None = None) -> Branch:
        node = Branch(part, parent=parent)
        if marker is not None:
            node.token, node.kind, node.word, node.parts = marker.token, marker.kind, marker.word, marker.parts
            node.learned = marker.learned
        self.nodes.append(node)
        return node


def closes(text: str) -> bool:
    """Whether a paragraph begins the closing lines of a treaty."""
    return bool(_CLOSING.match(text))


def plain_title(text: str) -> str:
    """A heading without its signs."""
    return " ".join(re.sub(r"[*_#]+", " ", text).split()).strip(" .–—-:()")


def _settle_notes(lines: Sequence[PlanLine], markers: Sequence[Marker | None]) -> list[Marker | None]:
    """Markers, those in the form [1] as footnotes where the text refers to them."""
    framed = [n for n, m in enumerate(markers) if m is not None and m.readings[:1] and m.readings[0][0] == "framed"]
    if not framed or not any(re.search(r"\S ?\[\d{1,3}\]", line.text) for line in lines):
        return list(markers)
    settled = list(markers)
    for n in framed:
        marker = markers[n]
        settled[n] = Marker("footnote", marker.token, (("footnote", 0),), marker.length) if marker else None
    return settled


def _sections_below(markers: Sequence[Marker | None]) -> bool:
    """Whether sections stand below articles: most first sections follow an article's label."""
    below, above, last = 0, 0, ""
    for marker in markers:
        if marker is None or marker.kind not in RANKS:
            continue
        if marker.kind == "section" and (marker.readings[0][1] == 1 or marker.token[-2:] in {".1", "-1"}):
            below, above = below + (last == "article"), above + (last != "article")
        last = marker.kind
    return below > above


def _contents(lines: Sequence[PlanLine], markers: Sequence[Marker | None]) -> set[int]:
    """Lines of a table of contents: labels one upon the other, without a word between them, that all come again."""
    last: dict[tuple[str, str], int] = {}
    for n, marker in enumerate(markers):
        if marker is not None and marker.kind in RANKS:
            last[marker.kind, marker.token.lower()] = n
    again = [
        m is not None
        and m.kind in RANKS
        and last[m.kind, m.token.lower()] != n
        and len(lines[n].text.split()) <= HEADING_WORDS
        for n, m in enumerate(markers)
    ]
    found: set[int] = set()
    run: list[int] = []
    for n in range(len(markers) + 1):
        if n < len(markers) and again[n]:
            run.append(n)
            continue
        title = n + 1 < len(markers) and again[n + 1] and bool(run) and n - run[-1] == 1
        if title and len(lines[n].text.split()) <= HEADING_WORDS // 2:
            continue
        if len(run) > 2 and (
            _CONTENTS.fullmatch(lines[max(0, run[0] - 1)].text) or any(_kind(markers[k]) == "article" for k in run)
        ):
            found.update(run)
        run = []
    return found


def _kind(marker: Marker | None) -> str:
    return marker.kind if marker is not None else ""
