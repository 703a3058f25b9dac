"""The plain part of YAML, as case files are written, read in a fifth of the time that the full reader takes.

Read are mappings, lists and scalars in both styles, block scalars and comments. Whatever else a text holds (anchors, tags, tabs,
several documents, any mistake) is left to the full reader, which alone tells what is wrong: `read_plain` then gives None. What it does
give is what `load_yaml` gives, with the same lines; a property test holds the two against each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|^(?:---|[.]{3}|%)",
    re.MULTILINE,
)
_FIRST = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[^\s,\[\]{}]))"  # what a plain scalar may begin with, and a little less
_KEY = re.compile(rf"(?:\"([^\"\\\n]*)\"|'([^'\n]*)'|({_FIRST}[^\n]*?)) *:(?=[ \n]|\Z)")
_PLAIN = re.compile(rf"{_FIRST}[^\n]*")
_FLOW_PLAIN = re.compile(rf"{_FIRST}(?:[^\n,\[\]{{}}:#]|:(?=[^\s,\[\]{{}}])|(?<=\S)#)*")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\["\\])*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_FOLD = re.compile(r" *\n[ \n]*")
_HEADER = re.compile(r"([|>])(-?) *(?: #[^\n]*)?\n")
_REST = re.compile(r" *(?:(?<= )#[^\n]*)?(?:\n|\Z)")
_BLANKS = re.compile(r"(?: *(?:#[^\n]*)?\n)*(?: *#[^\n]*\Z)?")
_BETWEEN = re.compile(r"(?: |\n|(?<=[ \n])#[^\n]*)*")
_LONGEST_KEY = 1_000  # characters; YAML sets a limit a little higher


@dataclass(slots=True)
class Places:
    """Where a mapping or list begins, and each of its keys or items: lines from 0, as the full reader gives them."""

    line: int
    data: dict[Any, list[int]] = field(default_factory=dict[Any, list[int]])


class LinedMap(dict[str, Any]):
    """A mapping that knows its lines."""

    lc: Places


class LinedList(list[Any]):
    """A list that knows its lines."""

    lc: Places


class _Unusual(Exception):  # noqa: N818 - no error: the text is left to the full reader
    """Something that this reader does not read."""


def read_plain(text: str) -> LinedMap | None:
    """The mapping that a text holds; None where it holds anything but plain YAML, or nothing."""
    if _UNUSUAL.search(text):
        return None
    try:
        return _Reader(text).document()
    except (_Unusual, RecursionError):
        return None


class _Reader:
    """A text, and how far it is read: `at` is a place, `column` that of the content which stands next (-1 at the end)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.at = 0
        self.column = 0

    def document(self) -> LinedMap:
        self._next_line()
        if self.column != 0:
            raise _Unusual
        made = self._mapping(0)
        if self.at < len(self.text):
            raise _Unusual
        return made

    def _line(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def _column(self, place: int) -> int:
        return place - self.starts[self._line(place)]

    def _next_line(self) -> None:
        """From the start of a line to the next content."""
        match = _BLANKS.match(self.text, self.at)
        place = match.end() if match else self.at
        while place < len(self.text) and self.text[place] == " ":
            place += 1
        self.column = -1 if place >= len(self.text) else self._column(place)
        self.at = place

    def _finish(self) -> None:
        """Past what may stand behind a value on its line, to the next content."""
        match = _REST.match(self.text, self.at)
        if match is None:
            raise _Unusual
        self.at = match.end()
        self._next_line()

    def _dash(self) -> bool:
        return self.text[self.at : self.at + 1] == "-" and self.text[self.at + 1 : self.at + 2] in ("", " ", "\n")

    def _mapping(self, column: int) -> LinedMap:
        made = LinedMap()
        made.lc = Places(self._line(self.at))
        while True:
            match = _KEY.match(self.text, self.at)
            if match is None:
                raise _Unusual
            key = next(group for group in match.groups() if group is not None)
            if key in made or len(key) > _LONGEST_KEY or (match[3] and " #" in key):
                raise _Unusual
            made.lc.data[key] = [self._line(self.at)]
            self.at = match.end()
            made[key] = self._value(column, in_list=False)[0]
            if self.column < column:
                return made
            if self.column > column:
                raise _Unusual

    def _list(self, column: int) -> LinedList:
        made = LinedList()
        made.lc = Places(self._line(self.at))
        while True:
            self.at += 1
            value, line = self._value(column, in_list=True)
            made.lc.data[len(made)] = [line]
            made.append(value)
            if self.column < column or (self.column == column and not self._dash()):
                return made
            if self.column > column:
                raise _Unusual

    def _value(self, parent: int, *, in_list: bool) -> tuple[Any, int]:
        """The value behind a colon or a dash in column `parent`, and its line."""
        line = self._line(self.at)
        if (rest := _REST.match(self.text, self.at)) is None:
            while self.text[self.at] == " ":
                self.at += 1
            if in_list and self._is_key():
                return self._mapping(self._column(self.at)), line
            return self._scalar(parent), line
        before, self.at = rest.start(), rest.end()
        self._next_line()
        if self.column == parent and not in_list and self._dash():
            return self._list(parent), self._line(self.at)
        if self.column <= parent:
            return "", line
        line = self._line(self.at)
        if self._dash():
            return self._list(self.column), line
        if self._is_key():
            return self._mapping(self.column), line
        if "#" in self.text[before : self.at]:  # the full reader trips over a comment there
            raise _Unusual
        return self._scalar(parent), line

    def _is_key(self) -> bool:
        return _KEY.match(self.text, self.at) is not None

    def _scalar(self, parent: int) -> Any:
        """A value that is no block of its own, with what may stand behind it."""
        first = self.text[self.at]
        if first in "|>":
            return self._block_scalar(parent)
        if first not in "{[\"'":
            return self._plain(parent)
        value = self._flow(parent)
        self._finish()
        return value

    def _plain(self, parent: int) -> str:
        """A plain scalar, which goes on over lines that stand further in than `parent`."""
        parts: list[str] = []
        gap = 0
        while True:
            match = _PLAIN.match(self.text, self.at) if not parts else re.compile("[^\n]*").match(self.text, self.at)
            if match is None:
                raise _Unusual
            said, comment, _ = match.group().partition(" #")
            said = said.rstrip(" ")
            if ": " in said or said.endswith(":"):
                raise _Unusual
            parts += [("\n" * gap if gap else " ") if parts else "", said]
            self.at = match.end() + 1
            before = self.at
            self._next_line()
            gap = self.text.count("\n", before, self.at)
            if self.column <= parent:
                return "".join(parts)
            if comment or "#" in self.text[before : self.at + 1]:
                raise _Unusual

    def _block_scalar(self, parent: int) -> str:
        """Lines as they stand (|) or folded (>), without more than one line feed at the end."""
        header = _HEADER.match(self.text, self.at)
        if header is None:
            raise _Unusual
        first = re.compile(" *").match(self.text, header.end())
        indent = len(first.group()) if first else 0
        if indent <= parent:
            raise _Unusual
        block = re.compile(rf"(?: {{{indent}}}[^\n]*\n|\n)*").match(self.text, header.end())
        raw = (block.group() if block else "").rstrip("\n").split("\n")
        lines = [line[indent:] for line in raw]
        deeper = header[1] == ">" and any(line.startswith(" ") for line in lines)  # such lines are not folded
        if not lines[0] or deeper or any(line.endswith(" ") for line in raw):
            raise _Unusual
        self.at = block.end() if block else self.at
        if re.compile(" +(?:\n|\\Z)").match(self.text, self.at) or not self.text.endswith("\n"):
            raise _Unusual
        self._next_line()
        if self.column > parent:
            raise _Unusual
        said = "\n".join(lines)
        if header[1] == ">":
            said = re.sub("\n+", lambda found: " " if len(found[0]) == 1 else found[0][1:], said)
        return said + ("" if header[2] else "\n")

    def _between(self, parent: int) -> str:
        """Past white space and comments inside brackets, to the next sign there."""
        before = self.at
        match = _BETWEEN.match(self.text, before)
        self.at = match.end() if match else before
        if self.at >= len(self.text) or ("\n" in self.text[before : self.at] and self._column(self.at) <= parent):
            raise _Unusual
        return self.text[self.at]

    def _flow(self, parent: int) -> Any:
        """A value inside brackets, or brackets, or words in quotation marks."""
        first = self.text[self.at]
        if first in "{[":
            return self._flow_mapping(parent) if first == "{" else self._flow_list(parent)
        pattern = _DOUBLE if first == '"' else _SINGLE if first == "'" else _FLOW_PLAIN
        match = pattern.match(self.text, self.at)
        if match is None:
            raise _Unusual
        self.at = match.end()
        if pattern is _FLOW_PLAIN:
            return match.group().rstrip(" ")
        said = match[1]
        if "\n" in said:
            if re.search(rf"\n {{0,{max(0, parent)}}}[^ \n]", said):
                raise _Unusual
            said = _FOLD.sub(lambda gap: " " if gap[0].count("\n") == 1 else "\n" * (gap[0].count("\n") - 1), said)
        return re.sub(r"\\(.)", r"\1", said) if first == '"' else said.replace("''", "'")

    def _flow_mapping(self, parent: int) -> LinedMap:
        made = LinedMap()
        made.lc = Places(self._line(self.at))
        self.at += 1
        sign = self._between(parent)
        while sign != "}":
            line, key = self._line(self.at), self._flow(parent)
            if not isinstance(key, str) or key in made or len(key) > _LONGEST_KEY:
                raise _Unusual
            made.lc.data[key] = [line]
            made[key] = self._flow_value(parent)
            sign = self._go_on(parent, "}")
        self.at += 1
        return made

    def _flow_value(self, parent: int) -> Any:
        """What stands behind a key inside brackets; "" for nothing."""
        before = self.at
        sign = self._between(parent)
        if sign in ",}":
            return ""
        if (
            sign != ":"
            or self.text[self.at + 1 : self.at + 2] not in (" ", "\n")
            or "\n" in self.text[before : self.at]
        ):
            raise _Unusual
        self.at += 1
        return "" if self._between(parent) in ",}" else self._flow(parent)

    def _flow_list(self, parent: int) -> LinedList:
        made = LinedList()
        made.lc = Places(self._line(self.at))
        self.at += 1
        sign = self._between(parent)
        while sign != "]":
            made.lc.data[len(made)] = [self._line(self.at)]
            made.append(self._flow(parent))
            sign = self._go_on(parent, "]")
        self.at += 1
        return made

    def _go_on(self, parent: int, end: str) -> str:
        """Past a comma to the next entry, or to the closing bracket, which is then returned."""
        sign = self._between(parent)
        if sign == ",":
            self.at += 1
            if self._between(parent) in ",]}":
                raise _Unusual
            return ","
        if sign != end:
            raise _Unusual
        return end
