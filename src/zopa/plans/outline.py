"""Lines into the nodes of a text: which marker opens what under what, and which one is only a line that begins with a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.plans.lines import ends_there, goes_on
from zopa.plans.markers import RANKS, Marker, find_marker
from zopa.plans.outline_text import HEADING_WORDS, Branch, OutlineText, Run, closes, plain_title

if TYPE_CHECKING:
    from zopa.plans.lines import PlanLine
    from zopa.plans.types import Part

LEAP = 12  # numbers that may be missing between two points: a version may keep those of what was cut
_FAR = 300  # the same where the number stands before a title: a part of a text that is quoted, or whose middle was cut
_LETTER_LEAP = 3  # the same among letters and roman numbers, which are sooner taken for one another
_DEEPEST = 40  # levels; what lies deeper belongs to the point above it
_AHEAD = 40  # lines in which the next item of a list must come that does not begin with its first
_CITED = re.compile(r"[\d)],$")  # "Article 1," at a line's end: another reference may follow
_RULE = re.compile(r"(?:-\s?){3,}|(?:\*\s?){3,}|_{3,}|={3,}")


class Outline(OutlineText):
    """Reads lines one after the other; `nodes` are what they made, in order."""

    def read(self) -> list[Branch]:
        """All nodes, in order."""
        for n, line in enumerate(self.lines):
            if not self._opens(n, line):
                self._add_text(n, line)
        return self.nodes

    def _opens(self, n: int, line: PlanLine) -> bool:
        """Whether a line opened something; it is then read to its end."""
        if _RULE.fullmatch(line.text):
            self.at.body.append((line.start, line.end))
            return True
        marker = None if n in self.contents else self.markers[n]
        if marker is not None and marker.kind not in {"bullet", "footnote", "number"}:
            if self._label(n, line, marker):
                return True
            marker = None
        if self._is_row(n, line):
            self._row(line)
            return True
        self.rows = None
        if (line.after_blank or self.no_blanks) and self.stack and closes(line.text):
            self._close(line)
            return True
        if marker is not None and marker.kind == "footnote":
            return self._footnote(line, marker)
        if marker is not None and marker.kind == "number" and not self.closing and self._number(n, line, marker):
            return True
        if marker is not None and marker.kind == "bullet" and not self.closing and self._bullet(n, line, marker):
            return True
        return self._heading(n, line)

    def _label(self, n: int, line: PlanLine, marker: Marker) -> bool:
        value = marker.readings[0][1]
        kind = marker.kind
        tail = line.text[marker.length :]
        before = self.lines[n - 1] if n else None
        if before is not None and not line.after_blank and (goes_on(before.text) or _CITED.search(before.text)):
            return False
        run = next((r for r in self.stack if r.node.kind == kind), None)
        fits = (
            run is None
            or value == 1
            or 0 <= value - run.last <= LEAP
            or (line.after_blank and (marker.strong or not tail))
        )
        broken = (
            before is not None and not line.after_blank and not ends_there(before.text) and self.markers[n - 1] is None
        )
        if not fits or (broken and not marker.strong and not line.text.startswith("#")):
            return False
        if kind == "annex" and not marker.token and tail and not line.after_blank:
            return False
        self.closing = False
        beside = self._beside(marker, value)
        if beside >= 0:
            del self.stack[beside:]
        else:
            inner = _is_inner(marker)
            while self.stack and not inner and self._outranks(kind, self.stack[-1].node):
                self.paused[self.stack[-1].style] = self.stack[-1]
                self.stack.pop()
        self._open(line, marker, (kind, value), Run(kind, Branch("point"), 0, -1), marker.length)
        self.await_title = (
            None if kind == "option" or (tail and marker.strong and len(tail.split()) > HEADING_WORDS) else self.at
        )
        self._tail(n, line, marker.length)
        return True

    def _beside(self, marker: Marker, value: int) -> int:
        """Place of the open list that an option or a phase goes on, -1 where none is: option 2 follows option 1, not option a."""
        if not _is_inner(marker):
            return -1
        for depth in range(len(self.stack) - 1, -1, -1):
            node = self.stack[depth].node
            alike = node.kind == marker.kind and node.token[:1].isdecimal() == marker.token[:1].isdecimal()
            step = value - node.value + (marker.token != node.token and value == node.value)  # 3bis follows 3
            if alike and node.word.lower() == marker.word.lower() and 0 < step <= LEAP:
                return depth
        return -1

    def _outranks(self, kind: str, node: Branch) -> bool:
        """Whether a label closes a node that is open."""
        if kind == "annex":
            return True
        if node.kind == "annex":
            return False
        if node.kind not in RANKS:
            return True
        return self._rank(kind) <= self._rank(node.kind)

    def _rank(self, kind: str) -> float:
        return 6.5 if kind == "section" and self.sections_below else RANKS[kind]

    def _number(self, n: int, line: PlanLine, marker: Marker, offset: int = 0) -> bool:
        before = self.lines[n - 1] if n and not offset else None
        tail = line.text[offset + marker.length :]
        unfinished = before is not None and not line.after_blank and not ends_there(before.text)
        if before is not None and not line.after_blank and goes_on(before.text):
            return False
        if not marker.strong and (self.strong or unfinished):
            return False
        listed = before is not None and self.markers[n - 1] is not None  # items stand without a stop at their ends
        unfinished = unfinished and not listed
        if len(marker.parts) > 1:
            return self._decimal(line, marker, offset, loose=not unfinished, listed=listed)
        following = self._following(
            marker, lower=unfinished and tail[:1].islower(), twin=line.after_blank and marker.strong
        )
        if following:
            depth, reading = next((f for f in following if self.stack[f[0]].indent == line.indent), following[0])
            return self._sibling(line, marker, reading, depth, offset)
        for style, value in marker.readings:
            paused = self.paused.get(style)
            if paused is not None and style[0] == "1" and value == paused.last + 1 and value > 1 and not unfinished:
                paused.crosses = True
                return self._child(line, marker, (style, value), paused, offset)
        if any(value == 1 for _, value in marker.readings) or marker.parts == (0,):
            return self._first(n, line, marker, offset, unfinished=unfinished)
        if unfinished:
            return False
        if self._gap(line, marker, offset, lower=tail[:1].islower() and not listed):
            return True
        return not offset and self._begins_late(n, line, marker)

    def _following(self, marker: Marker, *, lower: bool, twin: bool) -> list[tuple[int, tuple[str, int]]]:
        """Open lists, the deepest first, of which a number is the next; 2bis follows 2, and a twin has the number of the last."""
        found: list[tuple[int, tuple[str, int]]] = []
        for depth in range(len(self.stack) - 1, -1, -1):
            run = self.stack[depth]
            for style, value in marker.readings:
                again = (
                    value == run.last
                    and bool(marker.parts)
                    and ((not marker.token.isdecimal() and marker.token != run.node.token) or (twin and value > 1))
                )
                if style == run.style and not lower and (value == run.last + 1 or again):
                    found.append((depth, (style, value)))
        return found

    def _first(self, n: int, line: PlanLine, marker: Marker, offset: int, *, unfinished: bool) -> bool:
        """The first of a list: below the point that is open, or a list that begins anew."""
        style, value = next(
            reading for reading in sorted(marker.readings, key=lambda r: r[0][0] not in "iI") if reading[1] <= 1
        )
        if self.heading is not None:  # a list that begins anew under a heading is none of the point before it
            while (
                self.stack and self.stack[-1].node.kind in {"number", "bullet"} and self.stack[-1].style[0] not in "IA"
            ):
                self.paused[self.stack[-1].style] = self.stack[-1]
                self.stack.pop()
        if unfinished and line.text[offset + marker.length :][:1].islower() and not marker.strong:
            return False
        depth = next((d for d in range(len(self.stack) - 1, -1, -1) if self.stack[d].style == style), None)
        if depth is not None:
            before = self.lines[n - 1].text if n else ""
            deeper = line.indent > self.stack[depth].indent >= 0 or before.rstrip("*_ ").endswith(":")
            if not deeper and not offset:
                del self.stack[depth:]
        if self.stack and not offset and self.stack[-1].indent > line.indent:  # further out than the list that is open
            while self.stack and self.stack[-1].indent >= line.indent >= 0 and self.stack[-1].node.kind == "number":
                self.stack.pop()
        if len(self.stack) >= _DEEPEST:
            return False
        return self._child(line, marker, (style, value), Run(style, Branch("point"), 0, line.indent), offset)

    def _gap(self, line: PlanLine, marker: Marker, offset: int, *, lower: bool) -> bool:
        """A number further on: some are missing, or the text begins in the middle; before a title that stands alone, many may be."""
        tail = line.text[offset + marker.length :]
        titled = line.after_blank and not offset and tail[:1].isupper() and not ends_there(tail)
        far = _FAR if titled and len(tail.split()) <= HEADING_WORDS else LEAP
        for depth in range(len(self.stack) - 1, -1, -1):
            for style, value in marker.readings:
                leap = _LETTER_LEAP
                if style[0] == "1" or (line.after_blank and style.endswith("()")):
                    leap = far if style == "1." else LEAP
                if style == self.stack[depth].style and 1 < value - self.stack[depth].last <= leap and not lower:
                    return self._sibling(line, marker, (style, value), depth, offset)
        style, value = marker.readings[0]
        if style[0] != "1" or not marker.strong or any(r.style == style for r in self.stack) or lower:
            return False
        top = not any(r.style[0] == "1" for r in self.stack) and value <= LEAP
        if not line.after_blank and not top:
            return False
        return self._child(line, marker, (style, value), Run(style, Branch("point"), 0, line.indent), offset)

    def _begins_late(self, n: int, line: PlanLine, marker: Marker) -> bool:
        """A list whose first items were cut: (b), where (c) follows before another list does."""
        style, value = marker.readings[-1] if marker.readings[0][1] > _LETTER_LEAP else marker.readings[0]
        if not marker.strong or value > _LETTER_LEAP + 1 or any(run.style == style for run in self.stack):
            return False
        for later in self.markers[n + 1 : n + _AHEAD]:
            if later is None or later.kind in {"bullet", "row", "footnote"}:
                continue
            if later.kind != "number" or (style, 1) in later.readings:
                return False
            if (style, value + 1) in later.readings:
                return self._child(line, marker, (style, value), Run(style, Branch("point"), 0, line.indent), 0)
        return False

    def _decimal(self, line: PlanLine, marker: Marker, offset: int, *, loose: bool, listed: bool) -> bool:
        """A number such as 4.2: under the point 4 that is open, or beside 4.1."""
        lower = line.text[offset + marker.length :][:1].islower() and not listed
        if lower and not loose:
            return False
        style = f"dec{len(marker.parts)}"
        for depth in range(len(self.stack) - 1, -1, -1):
            node = self.stack[depth].node
            if node.parts[:-1] == marker.parts[:-1] and len(node.parts) == len(marker.parts):
                if (
                    (0 if line.after_blank else 1) <= marker.parts[-1] - node.parts[-1] <= LEAP
                ):  # a printer may count one twice
                    return self._sibling(line, marker, (style, marker.parts[-1]), depth, offset)
                return False
            if _leads(node, marker.parts[:-1]):
                if marker.parts[-1] > LEAP or (lower and marker.parts[-1] != 1):
                    return False
                del self.stack[depth + 1 :]
                return self._child(
                    line, marker, (style, marker.parts[-1]), Run(style, Branch("point"), 0, line.indent), offset
                )
        if not loose or lower or not (line.after_blank or marker.parts[-1] <= 1):
            return False
        while self.stack and self.stack[-1].style[:3] in {"dec", "1.", "a()", "i()", "1()", "A."}:
            self.stack.pop()
        return self._child(line, marker, (style, marker.parts[-1]), Run(style, Branch("point"), 0, line.indent), offset)

    def _sibling(self, line: PlanLine, marker: Marker, reading: tuple[str, int], depth: int, offset: int) -> bool:
        self.paused |= {run.style: run for run in self.stack[depth + 1 :]}
        del self.stack[depth + 1 :]
        run = self.stack.pop()
        return self._child(line, marker, reading, run, offset)

    def _child(self, line: PlanLine, marker: Marker, reading: tuple[str, int], run: Run, offset: int) -> bool:
        if not offset:
            run.indent = line.indent
        self._open(line, marker, reading, run, marker.length, offset)
        self._tail(-1, line, offset + marker.length)
        return True

    def _open(
        self, line: PlanLine, marker: Marker, reading: tuple[str, int], run: Run, length: int, offset: int = 0
    ) -> None:
        part: Part = "preamble" if self._before_articles(marker) else "point"
        parent = self.stack[-1].node if self.stack else None
        node = self._new(part, parent, marker)
        self.articled = self.articled or marker.kind == "article"
        run.node, run.last, run.style = node, reading[1], reading[0]
        node.run, node.value, node.start = run, reading[1], line.start + offset
        self._own_label(node, line.text[offset : offset + length], line.start + offset, marker.bracket)
        self.stack.append(run)
        self.at, self.heading = node, None

    def _own_label(self, node: Branch, text: str, start: int, brackets: int) -> None:
        """The number is the node's own; brackets before it are the first of its words."""
        if brackets:
            at = next(n for n, sign in enumerate(text) if sign in "[{")
            node.body.append((start + at, start + at + brackets))
            if at:
                node.label.append((start, start + at))
            start, text = start + at + brackets, text[at + brackets :]
        node.label.append((start, start + len(text)))

    def _before_articles(self, marker: Marker) -> bool:
        if marker.kind != "number" or not self.labelled:
            return False
        return not any(r.node.kind in RANKS or r.node.kind == "annex" for r in self.stack) and not self.articled

    def _tail(self, n: int, line: PlanLine, at: int) -> None:
        """What stands behind a marker on its line: another marker, a heading, or words."""
        rest = line.text[at:]
        if not rest:
            return
        inner = find_marker(rest)
        if inner is not None and inner.strong and inner.length < len(rest) and len(self.stack) < _DEEPEST:
            if inner.kind == "number" and any(v == 1 for _, v in inner.readings) and self._number(0, line, inner, at):
                return
            below = self.at.kind in RANKS and self._rank(inner.kind) > self._rank(self.at.kind)
            if (inner.kind in {"section", "article", "clause"} and below) or (
                inner.kind == "option" and self.at.kind in {"number", *RANKS} - {"option"}
            ):
                self.await_title = None
                self._open(line, inner, inner.readings[0], Run(inner.kind, Branch("point"), 0, -1), inner.length, at)
                self._tail(n, line, at + inner.length)
                return
        span = (line.start + at, line.end)
        if n >= 0 and self.await_title is self.at and self._titles(n, rest):
            self.at.head.append(span)
            self.at.title = plain_title(rest)
            self.await_title = None
        else:
            self.await_title = None
            self.at.body.append(span)

    def _bullet(self, n: int, line: PlanLine, marker: Marker) -> bool:
        before = self.lines[n - 1] if n else None
        tail = line.text[marker.length :]
        after_item = before is not None and (
            self.markers[n - 1] is not None or (self.at.kind == "bullet" and not line.after_blank)
        )
        if (
            before is not None
            and not line.after_blank
            and not after_item
            and not ends_there(before.text)
            and (tail[:1].islower() or goes_on(before.text))
        ):
            return False
        if self.labelled and not self.stack:
            return False  # a preamble's own dashes
        style = marker.readings[0][0]
        depth = next((d for d, r in enumerate(self.stack) if r.style == style and line.indent <= r.indent), None)
        if depth is None and len(self.stack) >= _DEEPEST:
            return False
        run = Run(style, Branch("point"), 0, line.indent)
        if depth is not None:
            run = self.stack[depth]
            del self.stack[depth:]
        value = run.last + 1
        return self._child(
            line, Marker("bullet", f"•{value}", ((style, value),), marker.length), (style, value), run, 0
        )


def _is_inner(marker: Marker) -> bool:
    """Whether a label stands below whatever is open: an option, a phase of a point."""
    return marker.kind == "option" or (marker.learned and marker.kind == "clause")


def _leads(node: Branch, prefix: tuple[int, ...]) -> bool:
    """Whether a number with this beginning stands under a node: 4.2 under the point or article 4, but not under a letter d."""
    if node.kind in RANKS:
        return prefix in {(node.value,), node.parts}
    inner = node.parent is not None and node.parent.kind == "number" and bool(node.parent.parts)
    return node.parts == prefix and (len(prefix) > 1 or not inner)
