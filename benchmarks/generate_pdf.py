"""A PDF of many pages from a text: wrapped lines, a header and a page's number on each page, as printed treaties have them."""

from __future__ import annotations

import textwrap
import zlib

_WIDTH, _LINES = 92, 46  # characters of a line, lines of a page


def build_pdf(text: str, header: str = "HARBOUR CONFERENCE") -> bytes:
    """The bytes of a PDF file with the text in one column; letters outside Latin-1 are replaced."""
    lines = [piece for line in text.split("\n") for piece in (textwrap.wrap(line, _WIDTH) or [""])]
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    kids = [4 + 2 * n for n in range(len(pages))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages, 1):
        shown = [
            (60, 800, header),
            *((60, 770 - 15 * n, line) for n, line in enumerate(page)),
            (290, 40, f"- {number} -"),
        ]
        stream = "".join(f"1 0 0 1 {x} {y} Tm ({_escaped(line)}) Tj\n" for x, y, line in shown if line)
        packed = zlib.compress(f"BT /F1 10 Tf\n{stream}ET".encode("latin-1", "replace"))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % (kids[number - 1] + 1)
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
    return _assembled(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: list[bytes]) -> bytes:
    places: list[int] = []
    pieces = [b"%PDF-1.4\n"]
    at = len(pieces[0])
    for number, body in enumerate(objects, 1):
        places.append(at)
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        pieces.append(piece)
        at += len(piece)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    pieces.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
    pieces.append(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, at))
    return b"".join(pieces)
