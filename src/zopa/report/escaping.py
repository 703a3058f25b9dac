"""Text that Markdown shows as it stands: no markup, no link, no image, no HTML comes out of a document's words."""

from __future__ import annotations

import re

from zopa.report.hidden import one_line

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKUP = re.compile(r"[\\`*_\[\]{}|~$]")
# GFM turns bare addresses into links; an entity in the middle shows the same character and stops that.
_ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\.|@", re.IGNORECASE)
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)](?:\s|$)))")


def escape_markdown(text: str) -> str:
    """`text` on one line, hidden characters shown, that CommonMark and GFM render as exactly these words."""
    plain = one_line(text).translate(_HTML)
    plain = _MARKUP.sub(r"\\\g<0>", plain)
    plain = _ADDRESS.sub(lambda match: f"&#{ord(match[0])};", plain)
    return _AT_START.sub(_escape_start, plain)


def _escape_start(match: re.Match[str]) -> str:
    """A list number keeps its digits and loses its meaning; a heading or bullet sign takes a backslash."""
    start = match[0]
    return f"&#{ord(start[0])};{start[1:]}" if start[0].isdigit() else f"\\{start}"
