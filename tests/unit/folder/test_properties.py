"""Files for others tell nothing of who wrote, edited or commented on them, and their text stays."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdfium2 as pdfium
import pytest

from zopa.folder.properties import strip_properties
from zopa.sources import read_document

SECRETS = (
    "Ines Author",
    "Edo Editor",
    "Cara Commenter",
    "keep this away",
    "Acme Ministry",
    "a remark of the desk",
    "Tam Tracker",
)


def word() -> bytes:
    """A Word file whose properties, comment and tracked change name people."""
    document = docx.Document()
    core = document.core_properties
    core.author, core.last_modified_by, core.comments, core.keywords = (
        SECRETS[0],
        SECRETS[1],
        SECRETS[5],
        "keep this away",
    )
    paragraph = document.add_paragraph("We will not sell the pier. ")
    run = paragraph.add_run("Nor the toll house.")
    if hasattr(document, "add_comment"):
        document.add_comment(run, text="keep this away", author=SECRETS[2], initials="CC")
    out = io.BytesIO()
    document.save(out)
    data = _with(out.getvalue(), "docProps/app.xml", b"</Properties>", b"<Company>Acme Ministry</Company></Properties>")
    changed = (b'<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="9" w:author="Tam Tracker">'
               b'<w:r><w:t>Added.</w:t></w:r></w:ins></w:p>')  # fmt: skip
    return _with(data, "word/document.xml", b"</w:p>", changed)


def _with(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, text.replace(old, new, 1) if name == part else text)
    return out.getvalue()


def pdf(info: bytes = b"<< /Author (Ines Author) /Creator (Edo Editor) /Title (Pier) >>", notes: bool = True) -> bytes:
    """A PDF with a line of text, document information, XMP and a note in the margin."""
    words = b"BT /F1 12 Tf 72 700 Td (We will not sell the pier.) Tj ET"
    xmp = b"<x:xmpmeta><dc:creator>Cara Commenter</dc:creator></x:xmpmeta>"
    annots = b"/Annots [6 0 R] " if notes else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + (b"/Metadata 8 0 R " if notes else b"") + b">>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        + annots
        + b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (Cara Commenter) /Contents (keep this away) >>",
        info,
        b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(xmp), xmp)
        if notes
        else b"<< >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 9\n0000000000 65535 f \n" + table
    return out + head + b"trailer\n<< /Size 9 /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def text_of(data: bytes, name: str) -> str:
    document, _ = read_document(name, data=data)
    assert document is not None
    return document.text


def everything(data: bytes) -> bytes:
    """The bytes, and those of every part where it is a zip."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(("data", "name"), [(word(), "a.docx"), (pdf(), "a.pdf")])
def test_nobody_is_named_and_the_text_stays(data: bytes, name: str) -> None:
    bare = strip_properties(data)
    assert not [secret for secret in SECRETS if secret.encode() in everything(bare)]
    assert text_of(bare, name) == text_of(data, name)
    assert "We will not sell the pier." in text_of(bare, name)


@pytest.mark.parametrize("data", [word(), pdf()])
def test_the_same_file_gives_the_same_bytes_and_a_bare_one_stays(data: bytes) -> None:
    bare = strip_properties(data)
    assert bare == strip_properties(data)
    assert strip_properties(bare) == bare
    if data.startswith(b"PK"):
        docx.Document(io.BytesIO(bare))  # nothing refers to a part that is gone


@pytest.mark.parametrize(
    "data", [b"plain text", b"<p>html</p>", b"PK\x05\x06" + b"\0" * 18, pdf(b"<< >>", notes=False)]
)
def test_what_tells_nothing_stays_byte_for_byte(data: bytes) -> None:
    assert strip_properties(data) == data


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"%PDF-1.4 broken"])
def test_what_cannot_be_opened_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="can be opened"):
        strip_properties(data)


def test_pages_survive() -> None:
    assert len(pdfium.PdfDocument(strip_properties(pdf()))) == 1
