"""PDF: the text of every page, paragraphs put together again from their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.sources.extract import Extract, Reading
from zopa.sources.page_lines import PageLine, build_text
from zopa.sources.pdf_lines import PdfLines
from zopa.sources.problems import tell_problem
from zopa.sources.types import Guess

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from zopa.errors import Problem

_PASSWORD_ERRORS = {4, 5}  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_MAX_CHARS = 20_000_000
_FEW_CHARS_PER_PAGE = 4  # stamps and page numbers on scanned pages
_JUNK_TITLE = re.compile(
    r"(?:microsoft word\b.*|untitled.*|document\d*|.*\.(?:docx?|pdf|indd|qxd|odt|rtf))", re.IGNORECASE
)


def read_pdf(data: bytes, file: str) -> Reading:
    """The text of a PDF: lines joined into paragraphs, words parted by a hyphen at a line's end joined.

    Args:
        data: the file's bytes.
        file: its path as given, for problems.

    Returns:
        The extract, with running heads, footers and page numbers marked; None and a problem when the file is broken,
        asks for a password or holds only pictures.
    """
    import pypdfium2  # noqa: PLC0415 - loads a library

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return None, (_tell_unopened(file, getattr(error, "err_code", None)),)
    try:
        pages = _read_pages(pdf)
        letters = sum(len(line.text) for page in pages for line in page)
        if letters <= _FEW_CHARS_PER_PAGE * len(pages):
            message = f"expected text, got {len(pages)} page(s) without any: pictures of pages."
            cure = "Run text recognition (OCR) on it and save the result as PDF or text."
            return None, (tell_problem("pdf-without-text", file, message, cure),)
        text, marks = build_text(pages)
        return Extract(text, None, marks, _read_properties(pdf)), ()
    finally:
        pdf.close()


def _tell_unopened(file: str, error: int | None) -> Problem:
    if error in _PASSWORD_ERRORS:
        message = "expected a PDF that can be read, got one that asks for a password."
        return tell_problem("pdf-encrypted", file, message, "Open it with its password and save it without one.")
    message = "expected a PDF, got bytes that cannot be opened as one (cut off, or another format)."
    return tell_problem("pdf-broken", file, message, "Download the file again, or print it to a new PDF.")


def _read_pages(pdf: PdfDocument) -> list[list[PageLine]]:
    pages: list[list[PageLine]] = []
    chars = 0
    for number in range(len(pdf)):
        page = pdf[number]
        textpage = page.get_textpage()
        lines = PdfLines(page, textpage).read()
        chars += sum(len(line.text) for line in lines)
        pages.append(lines)
        textpage.close()
        page.close()
        if chars > _MAX_CHARS:
            break
    return pages


def _read_properties(pdf: PdfDocument) -> dict[str, Guess]:
    properties = pdf.get_metadata_dict(skip_empty=True)
    guesses: dict[str, Guess] = {}
    title = properties.get("Title", "").strip()
    if title and not _JUNK_TITLE.fullmatch(title):
        guesses["title"] = Guess(title, "PDF property Title")
    author = properties.get("Author", "").strip()
    if author and len(author.split()) > 1:
        guesses["author"] = Guess(author, "PDF property Author")
    return guesses
