"""What can go wrong while reading, by stable code, and how it is told in one line."""

from __future__ import annotations

from zopa.errors import Problem, Severity

PROBLEM_CODES: dict[str, str] = {
    "missing-file": "there is no file or folder of this name",
    "unreadable-file": "the system refuses to open the file or folder (permission, a link in a circle, a device)",
    "empty-file": "the file holds nothing, or nothing but white space",
    "empty-folder": "the folder holds no file that can be read",
    "binary-file": "the file's bytes are no text and no format that can be read",
    "unknown-format": "the file is of a format that is not read",
    "too-large": "the file is larger than the limit for its format",
    "too-slow": "the document could not be read within the limit of time",
    "too-much-memory": "the document could not be read within the limit of memory",
    "encoding-guessed": "the text is not UTF-8; its encoding was guessed and is named",
    "encoding-damaged": "single bytes fit no character of the text's encoding and are shown as a replacement sign",
    "encoding-twice": "the text went through the wrong encoding once before it was saved: marks and letters are garbled",
    "html-without-text": "the page shows no text without its scripts",
    "html-hidden": "the page hides its text until a script shows it; the hidden text is read",
    "html-escaped-twice": "signs of the page had been escaped twice; they are read as the signs they stand for",
    "pdf-broken": "the file is named .pdf or starts as one, but cannot be opened as one",
    "pdf-encrypted": "the PDF asks for a password",
    "pdf-without-text": "the PDF holds pictures of pages and no text",
    "pdf-incomplete": "some pages of the PDF cannot be read, are pictures, or are beyond the limit of characters",
    "docx-broken": "the file is named .docx but cannot be opened as one",
    "docx-changes": "the Word file holds tracked changes; it is read with all of them accepted",
    "docx-incomplete": "a part of the Word file cannot be read, or characters of it were not found again in the text",
    "reader-failed": "the library that reads this format failed on this file",
    "same-file-twice": "the same file was named more than once and is read once",
    "skipped-files": "files of other kinds in a folder were skipped",
    "link-outside": "a link in a folder leads to a file outside it",
    "link-loop": "a link in a folder leads back to a folder that is being read",
}
"""Every code that reading can give, with its meaning in one line; the manual is tested against it."""


def tell_problem(code: str, file: str, message: str, cure: str, severity: Severity = "error") -> Problem:
    """A problem with one of the codes of this folder, without a line.

    Args:
        code: one of `PROBLEM_CODES`.
        file: path as the user gave it.
        message: what was expected and what came, one line.
        cure: what the user can do, one line.
        severity: ``error`` when the document could not be read.

    Returns:
        The problem.

    Raises:
        KeyError: the code is not in `PROBLEM_CODES`: a bug.
    """
    if code not in PROBLEM_CODES:
        raise KeyError(code)
    return Problem(severity, file, None, code, " ".join(message.split()), " ".join(cure.split()))
