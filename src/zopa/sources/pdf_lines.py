"""The printed lines of a PDF page: their words, edges, direction, and whether anybody can see them."""

from __future__ import annotations

import ctypes
import itertools
import re
import unicodedata
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from zopa.sources.page_lines import PageLine

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")  # PDFium puts U+FFFE for a hyphen at a line's end, and no newline
_WORD = re.compile(r"\S+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile(r"[^\W\d_]")
_RUN = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ0-9٠-٩](?:[\w.,:/%+@-]*[A-Za-zÀ-ɏЀ-ӿ0-9٠-٩%])?(?: [A-Za-zÀ-ɏЀ-ӿ][\w.-]*)*")
_BASELINE_POINTS = 2.0  # letters of one line stand no further apart from its baseline
_SPACE_SHARE = 0.6  # of the narrowest gap that is surely a space: as wide, it is one that the library lost
_TINY_POINTS = 0.9  # no reader sees letters as low as this
_WHITE = 250  # of 255 in each colour: white on white
_CLEAR = 8  # of 255: as good as transparent
_INVISIBLE = 3  # text rendering mode: neither filled nor stroked
_COVER_SHARE = 0.5  # of the page: a picture as large is a scan, and the invisible text is what was recognised on it

Box = tuple[float, float, float, float]  # left, bottom, right, top
_Letter = tuple[Box, str, int]  # its box, the letter, its number in the file


class PdfLines:
    """Reads the lines of one page."""

    def __init__(self, page: PdfPage, textpage: PdfTextPage) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a library

        self._pdfium: Any = pdfium
        self._page = page
        self._textpage: Any = textpage
        self._text: str = textpage.get_text_range()
        self._exact = len(self._text) == textpage.count_chars()

    def read(self) -> list[PageLine]:
        """The lines, top to bottom as the file has them, with their edges and baseline in points."""
        if self._exact and _RIGHT_TO_LEFT.search(self._text):
            return self._read_by_place()
        lines: list[PageLine] = []
        for match in _LINE.finditer(self._text):
            if match.group().strip():
                lines += self._read_line(match.start(), match.group())
        return lines

    def _read_line(self, start: int, raw: str) -> list[PageLine]:
        """One line; what nobody can see of it is a line of its own behind it."""
        bare = raw.strip()
        start += len(raw) - len(raw.lstrip())
        if not self._exact:
            return [PageLine(bare)]
        if not self._may_hide:
            return [self._measured(bare, start, start + len(bare) - 1)]
        words = [(match.start(), match.group()) for match in _WORD.finditer(bare)]
        unseen = [self._is_unseen(start + at) for at, _ in words]
        if not any(unseen):
            return [self._measured(bare, start, start + len(bare) - 1)]
        lines: list[PageLine] = []
        for hidden in (False, True):
            kept = [word for word, flag in zip(words, unseen, strict=True) if flag is hidden]
            if kept:
                text = " ".join(word for _, word in kept)
                lines.append(
                    self._measured(text, start + kept[0][0], start + kept[-1][0] + len(kept[-1][1]) - 1, hidden=hidden)
                )
        return lines

    def _measured(self, text: str, first: int, last: int, *, hidden: bool = False) -> PageLine:
        left, right = self._box(first), self._box(last)
        return PageLine(text, left and left[0], right and right[2], self._baseline(first), hidden=hidden)

    def _read_by_place(self) -> list[PageLine]:
        """Lines put together from where each letter stands: for scripts that run from right to left."""
        rows: dict[int, list[_Letter]] = defaultdict(list)
        spaces: dict[int, int] = defaultdict(int)
        tops: list[float] = []
        for at, char in enumerate(self._text):
            top = self._baseline(at)
            if top is None or char in "\r\n":
                continue
            row = next((number for number, one in enumerate(tops) if abs(one - top) <= _BASELINE_POINTS), None)
            if row is None:
                row = len(tops)
                tops.append(top)
            box = self._box(at)
            if char.isspace():
                spaces[row] += 1
            elif box is not None:
                rows[row].append(
                    (box, unicodedata.normalize("NFKC", char) if "\ufb1d" <= char <= "\ufefc" else char, at)
                )
        return [
            _order(rows[row], spaces[row], top)
            for row, top in sorted(enumerate(tops), key=lambda one: -one[1])
            if rows[row]
        ]

    def _box(self, at: int) -> Box | None:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not self._pdfium.FPDFText_GetCharBox(self._textpage, at, left, right, bottom, top):
            return None
        return left.value, bottom.value, right.value, top.value

    def _baseline(self, at: int) -> float | None:
        x, y = ctypes.c_double(), ctypes.c_double()
        return y.value if self._pdfium.FPDFText_GetCharOrigin(self._textpage, at, x, y) else None

    def _is_unseen(self, at: int) -> bool:
        """Whether nobody can see the character: no height, outside the page, without ink, or white on white."""
        box = self._box(at)
        if box is None:
            return False
        width, height = self._page.get_size()
        if box[2] < 0 or box[0] > width or box[3] < 0 or box[1] > height:
            return True
        if 0 < box[3] - box[1] < _TINY_POINTS and self._text[at].isalnum():
            return True
        if self._mode(at) == _INVISIBLE:
            return not self._is_scan
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not self._pdfium.FPDFText_GetFillColor(self._textpage, at, red, green, blue, alpha):
            return False
        white = min(red.value, green.value, blue.value) >= _WHITE
        return alpha.value < _CLEAR or (white and not any(_holds(one, box) for one, _ in self._grounds))

    @cached_property
    def _may_hide(self) -> bool:
        """Whether any stretch of text on the page may be one that nobody sees: only then is each word looked at."""
        pdfium: Any = self._pdfium
        page: Any = self._page  # the library is typed in part
        width, height = page.get_size()
        corner = [ctypes.c_float() for _ in range(4)]
        ink = [ctypes.c_uint() for _ in range(4)]
        for number in range(pdfium.FPDFPage_CountObjects(page)):
            one = pdfium.FPDFPage_GetObject(page, number)
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_FORM:  # holds text of its own
                return True
            if kind != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            if pdfium.FPDFTextObj_GetTextRenderMode(one) == _INVISIBLE or not pdfium.FPDFPageObj_GetFillColor(
                one, *ink
            ):
                return True
            if ink[3].value < _CLEAR or min(colour.value for colour in ink[:3]) >= _WHITE:
                return True
            if pdfium.FPDFPageObj_GetBounds(one, *corner):
                left, bottom, right, top = (edge.value for edge in corner)
                if top - bottom < _TINY_POINTS or left < 0 or bottom < 0 or right > width or top > height:
                    return True
        return False

    def _mode(self, at: int) -> int:
        try:
            found = self._pdfium.FPDFText_GetTextObject(self._textpage, at)
            return self._pdfium.FPDFTextObj_GetTextRenderMode(found) if found else 0
        except AttributeError:  # an older library cannot tell
            return 0

    @cached_property
    def _grounds(self) -> list[tuple[Box, bool]]:
        """Boxes of filled shapes and pictures on the page, and whether each is a picture."""
        kinds = (self._pdfium.FPDF_PAGEOBJ_PATH, self._pdfium.FPDF_PAGEOBJ_IMAGE, self._pdfium.FPDF_PAGEOBJ_SHADING)
        found: list[tuple[Box, bool]] = []
        page: Any = self._page  # the library is typed in part, and names a method anew from version to version
        for thing in page.get_objects(filter=kinds, max_depth=4):
            box = thing.get_bounds() if hasattr(thing, "get_bounds") else thing.get_pos()
            found.append((box, thing.type == self._pdfium.FPDF_PAGEOBJ_IMAGE))
        return found

    @cached_property
    def _is_scan(self) -> bool:
        width, height = self._page.get_size()
        areas = [(box[2] - box[0]) * (box[3] - box[1]) for box, picture in self._grounds if picture]
        return sum(areas) >= _COVER_SHARE * width * height


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _order(letters: list[_Letter], spaces: int, top: float) -> PageLine:
    """The letters of a line in the order in which they are read; words part at its widest gaps, at least as many as it has spaces.

    A line that runs to the left has its edges as negative numbers, so that it begins at the lower one as any line does.
    """
    text = "".join(char for _, char, _ in letters)
    backward = len(_RIGHT_TO_LEFT.findall(text)) * 2 > len(_LEFT_TO_RIGHT.findall(text))
    ordered = sorted(letters, key=lambda one: -(one[0][0] + one[0][2]) if backward else one[0][0] + one[0][2])
    gaps = [
        (before[0] - after[2] if backward else after[0] - before[2], at)
        for at, ((before, _, one), (after, _, two)) in enumerate(itertools.pairwise(ordered), start=1)
        if abs(one - two) != 1  # neighbours in the file are of one word
    ]
    widest = sorted((one for one in gaps if one[0] > 0), reverse=True)
    least = _SPACE_SHARE * widest[min(spaces, len(widest)) - 1][0] if spaces and widest else float("inf")
    cuts = {at for gap, at in widest if gap >= least}
    written = "".join((" " if at in cuts else "") + char for at, (_, char, _) in enumerate(ordered))
    turned = _RUN if backward else _BACKWARD_RUN
    written = turned.sub(lambda match: match.group()[::-1], written)
    left, right = min(box[0] for box, _, _ in letters), max(box[2] for box, _, _ in letters)
    return PageLine(written, *((-right, -left) if backward else (left, right)), top)


_BACKWARD_RUN = re.compile("[\u0590-\u08ff](?:[\u0590-\u08ff ]*[\u0590-\u08ff])?")
