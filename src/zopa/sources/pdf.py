"""PDF: the text of every page, paragraphs put together again from their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.sources.extract import Extract, Reading
from zopa.sources.page_lines import PageLine, build_text
from zopa.sources.pdf_lines import PdfLines
from zopa.sources.pdf_pictures import is_picture
from zopa.sources.problems import tell_problem
from zopa.sources.types import Guess

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from zopa.errors import Problem

_PASSWORD_ERRORS = {4, 5}  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_MAX_CHARS = 20_000_000
_NAMED_PAGES = 8
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
        pages, unread, pictures = _read_pages(pdf)
        if not pages:
            return None, (_tell_unopened(file, None),)
        letters = sum(len(line.text) for page in pages for line in page)
        if letters <= _FEW_CHARS_PER_PAGE * len(pages):
            message = f"expected text, got {len(pages)} page(s) without any: pictures of pages."
            cure = "Run text recognition (OCR) on it and save the result as PDF or text."
            return None, (tell_problem("pdf-without-text", file, message, cure),)
        text, marks = build_text(pages)
        told = (*_tell_unread(file, unread, len(pdf)), *_tell_pictures(file, pictures, len(pdf)))
        return Extract(text, None, marks, _read_properties(pdf)), told
    finally:
        pdf.close()


def _tell_unopened(file: str, error: int | None) -> Problem:
    if error in _PASSWORD_ERRORS:
        message = "expected a PDF that can be read, got one that asks for a password."
        return tell_problem("pdf-encrypted", file, message, "Open it with its password and save it without one.")
    message = "expected a PDF, got bytes that cannot be opened as one (cut off, or another format)."
    return tell_problem("pdf-broken", file, message, "Download the file again, or print it to a new PDF.")


def _tell_unread(file: str, unread: list[int], count: int) -> tuple[Problem, ...]:
    """A warning that names the pages that were not read; nothing where all were."""
    if not unread:
        return ()
    message = (
        f"expected {count} page(s), but {len(unread)} of them cannot be read or are too many: {_name_pages(unread)}."
    )
    cure = "Open it in a viewer and print it to a new PDF, or split it."
    return (tell_problem("pdf-incomplete", file, message, cure, "warning"),)


def _tell_pictures(file: str, pictures: list[int], count: int) -> tuple[Problem, ...]:
    """A warning that names the pages that are pictures; nothing where none is."""
    if not pictures:
        return ()
    named = f"{_name_pages(pictures)}; what stands there is not read."
    message = f"expected text on {count} page(s), but {len(pictures)} of them are pictures: {named}"
    cure = "Run text recognition (OCR) on it and save the result as PDF or text."
    return (tell_problem("pdf-incomplete", file, message, cure, "warning"),)


def _name_pages(numbers: list[int]) -> str:
    """The first of them, counted from one."""
    named = ", ".join(str(number + 1) for number in numbers[:_NAMED_PAGES])
    return f"{named}, ..." if len(numbers) > _NAMED_PAGES else named


def _read_pages(pdf: PdfDocument) -> tuple[list[list[PageLine]], list[int], list[int]]:
    """The lines of each page that can be read, the numbers of the others, and of those that are pictures."""
    import pypdfium2  # noqa: PLC0415 - loads a library

    pages: list[list[PageLine]] = []
    unread: list[int] = []
    pictures: list[int] = []
    chars = 0
    for number in range(len(pdf)):
        if chars > _MAX_CHARS:
            unread.append(number)
            continue
        try:
            page = pdf[number]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            unread.append(number)
            continue
        lines = PdfLines(page, textpage).read()
        letters = sum(len(line.text) for line in lines)
        chars += letters
        if is_picture(page, letters):
            pictures.append(number)
        pages.append(lines)
        textpage.close()
        page.close()
    return pages, unread, pictures


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
