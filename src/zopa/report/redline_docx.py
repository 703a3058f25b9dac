"""A redline as a Word document with real tracked changes: Word shows, accepts and rejects them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, cast

import docx
from docx import oxml
from docx.oxml.ns import qn

from zopa.report.docx import safe_xml
from zopa.views.redline import point_numbers

if TYPE_CHECKING:
    from zopa.plans import Redline, WordRun


def render_redline_docx(redline: Redline, names: tuple[str, str], *, author: str, day: str) -> bytes:
    """The redline as bytes of a .docx file.

    Args:
        redline: the comparison.
        names: of the two versions.
        author: whom Word names as the author of the changes.
        day: ISO date that Word shows on them.
    """
    document = docx.Document()
    document.core_properties.comments = "made with zopa"
    document.add_heading(safe_xml(f"{names[0]} → {names[1]}"), level=1)
    stamp = {"author": safe_xml(author), "date": f"{day}T00:00:00Z"}
    number = 0
    for point in redline.points:
        document.add_heading(safe_xml(f"{point_numbers(point)} ({point.status})"), level=3)
        paragraph: Any = cast("Any", document.add_paragraph())._p  # the library offers no tracked changes
        for run in point.runs:
            number += 1
            paragraph.append(_element(run, number, stamp))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _element(run: WordRun, number: int, stamp: dict[str, str]) -> Any:
    """A run of the document: as it is, inside ``w:ins``, or as deleted text inside ``w:del``."""
    element: Any = _new("w:r")
    text: Any = _new("w:delText" if run.kind == "deleted" else "w:t")
    text.text = safe_xml(run.text)
    text.set(qn("xml:space"), "preserve")
    element.append(text)
    if run.kind == "same":
        return element
    change: Any = _new("w:del" if run.kind == "deleted" else "w:ins")
    change.set(qn("w:id"), str(number))
    for key, value in stamp.items():
        change.set(qn(f"w:{key}"), value)
    change.append(element)
    return change


def _new(tag: str) -> Any:
    """An empty element; the library is only partly typed."""
    return cast("Any", oxml).OxmlElement(tag)
