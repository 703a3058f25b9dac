"""Plain text: the decoded characters, nothing added and nothing taken away but the byte-order mark."""

from __future__ import annotations

from zopa.sources.encoding import decode_bytes, find_encoding_problems
from zopa.sources.extract import Extract, Reading
from zopa.sources.front_matter import read_header_lines
from zopa.sources.problems import tell_problem


def read_text(data: bytes, file: str) -> Reading:
    """The characters of a plain text.

    Args:
        data: the file's bytes.
        file: its path as given, for problems.

    Returns:
        The extract, with guesses from header lines (``Outlet: ...``) if the text opens with such; None and a problem
        when the bytes are no text.
    """
    decoded = decode_bytes(data)
    if decoded is None:
        message = "expected text, got bytes that are none in any encoding known here."
        cure = "Give a .txt, .md, .html, .pdf or .docx file, or save this one as UTF-8 text."
        return None, (tell_problem("binary-file", file, message, cure),)
    guesses, marks = read_header_lines(decoded.text)
    return Extract(decoded.text, decoded.encoding, marks, guesses), find_encoding_problems(decoded, file)
