"""Pages of a PDF that are pictures: what stands on them is not in its text."""

from __future__ import annotations

from ctypes import byref, c_float
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_FEW_LETTERS = 30  # a stamp, a running head or a page's number on a scanned page
_LARGE_SHARE = 0.5  # of the page: a seal or a map beside text is smaller
_MOST_OBJECTS = 2_000  # of a page that are looked at: a scanned one has a handful


def is_picture(page: PdfPage, letters: int) -> bool:
    """Whether a page with so many letters of text is a scanned one: hardly a word, and a picture over half of it.

    False for an empty page, and for a title over a small picture.
    """
    if letters > _FEW_LETTERS:
        return False
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a library

    raw: Any = pdfium
    width, height = page.get_size()
    sides = [c_float() for _ in range(4)]
    for number in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        shown = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(shown) in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            raw.FPDFPageObj_GetBounds(shown, *(byref(side) for side in sides))
            left, bottom, right, top = (side.value for side in sides)
            across = min(right, width) - max(left, 0.0)
            if across > 0 and across * (min(top, height) - max(bottom, 0.0)) >= _LARGE_SHARE * width * height:
                return True
    return False
