"""Small PDF files, written by hand, for the tests of reading."""

from __future__ import annotations

import io
import zipfile

Lines = list[tuple[int, int, str]]


def build_pdf(
    pages: list[Lines], *, locked: bool = False, title: str = "", pictures: dict[int, tuple[int, int]] | None = None
) -> bytes:
    """A PDF whose pages hold lines at (x, y) in points; `locked` asks for a password; `pictures`: sides by page."""
    kids = [5 + 2 * number for number in range(len(pages))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, text in lines)
        wide, high = (pictures or {}).get(number, (0, 0))
        drawn = f"\nq {wide} 0 0 {high} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q" if wide else ""
        stream = f"BT /F1 11 Tf\n{shown}ET{drawn}".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (4 + 2 * number)
        )
    objects.append(f"<< /Title ({title}) >>".encode("cp1252"))
    return _assemble(objects, locked=locked)


def _assemble(objects: list[bytes], *, locked: bool) -> bytes:
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if locked:
        key = b"A" * 64
        lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>] " % (key, key)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        len(objects),
        lock,
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def build_word(body: str, space: str = W, **parts: str) -> bytes:
    """A Word file whose body and further parts (``footnotes="<w:footnote .../>"``) hold the given XML."""
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATION}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    outside = "http://schemas.openxmlformats.org/package/2006/relationships"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{outside}">{relations}</Relationships>'
        )
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {space}>{inside}</w:{name}>")
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of a Word paragraph."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A Word paragraph; strings that are no XML are runs."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"
