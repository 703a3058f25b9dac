"""A document for others: without who wrote, edited or commented on the file, which its text does not tell.

Word files lose author, last editor, company, comments and the names behind tracked changes; PDF files their document information, XMP and
notes in the margin. The text stays as it is.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from importlib import import_module
from typing import Any

etree: Any = import_module("lxml.etree")  # the library has no types

_CORE = ("creator", "lastModifiedBy", "description", "keywords", "category", "contentStatus", "subject", "revision")
_APP = ("Company", "Manager", "HyperlinkBase")
_DROPPED = re.compile(
    r"(?:^|/)(?:comments\w*|people|persons?)\.xml$|^docProps/custom\.xml$|^docProps/thumbnail\.|^customXml/",
    re.IGNORECASE,
)
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_NAMED = re.compile(r"\}(?:author|initials|userId|providerId|lastEditedBy)$")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_NOTES = frozenset({1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
"""Annotations of a PDF that are notes, drawings and attachments of a person (FPDF_ANNOT_*); links and form fields belong to the page."""


def strip_properties(data: bytes) -> bytes:
    """The file without its properties and comments; the same bytes where it has none, or is neither Word nor PDF.

    Raises:
        ValueError: it is a Word or PDF file that cannot be opened.
    """
    if data.startswith(b"PK"):
        return _strip_word(data)
    return _strip_pdf(data) if data[:1024].lstrip().startswith(b"%PDF") else data


def _strip_word(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "word/document.xml" not in archive.namelist():
                return data
            members = [(info, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise ValueError("a Word file that can be opened") from error
    kept = [(info, _strip_part(info.filename, part)) for info, part in members if not _DROPPED.search(info.filename)]
    if [(info.filename, part) for info, part in members] == [(info.filename, part) for info, part in kept]:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, part in kept:
            entry = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, part)
    return out.getvalue()


def _strip_part(name: str, part: bytes) -> bytes:
    """One part of a Word file: properties blank, comments and their marks gone, no names behind changes."""
    if not name.endswith((".xml", ".rels")):
        return part
    try:
        root: Any = etree.fromstring(part, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"a Word file whose {name} can be read") from error
    changed = _drop_references(root, name) if name == "[Content_Types].xml" or name.endswith(".rels") else False
    if name in {"docProps/core.xml", "docProps/app.xml"}:
        wanted = _CORE if "core" in name else _APP
        for element in [e for e in root if etree.QName(e).localname in wanted]:
            root.remove(element)
            changed = True
    if name.startswith("word/"):
        changed |= _drop_names(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if changed else part


def _drop_references(root: Any, name: str) -> bool:
    """Take out of a list of parts those that are dropped."""
    home = re.sub(r"_rels/[^/]*$", "", name)
    gone: list[Any] = []
    for element in root:
        target = str(element.get("PartName") or element.get("Target") or "").lstrip("/")
        if target and element.get("TargetMode") != "External":
            places = (target, f"{home}{target}", re.sub(r"^(?:\.\./)+", "", target))
            gone += [element] if any(_DROPPED.search(place) for place in places) else []
    for element in gone:
        root.remove(element)
    return bool(gone)


def _drop_names(root: Any) -> bool:
    """Take out marks of comments, and the names of those who changed something."""
    changed = False
    for element in [e for e in root.iter() if isinstance(e.tag, str)]:
        if etree.QName(element).localname in _MARKS and element.getparent() is not None:
            _take_out(element)
            changed = True
            continue
        for key in [k for k in element.attrib if _NAMED.search(k)]:
            if element.get(key) != "unknown":
                element.set(key, "unknown")  # the attribute must be there
                changed = True
    return changed


def _take_out(element: Any) -> None:
    """Remove an element; what stands behind it in its parent stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _strip_pdf(data: bytes) -> bytes:
    pdfium: Any = import_module("pypdfium2")
    raw: Any = import_module("pypdfium2.raw")
    try:
        old = pdfium.PdfDocument(data)
        try:
            if not _tells(old, raw, data):
                return data
            for number in range(len(old)):
                _drop_notes(old[number], raw)
            new = pdfium.PdfDocument.new()  # only what pages need comes along
            new.import_pages(old)
            out = io.BytesIO()
            new.save(out)
            new.close()
        finally:
            old.close()
    except pdfium.PdfiumError as error:
        raise ValueError("a PDF file that can be opened") from error
    return _without_time(out.getvalue())


def _without_time(data: bytes) -> bytes:
    """The same bytes for the same pages: the library writes the time and an id made of it, whose places and lengths stay."""
    still = re.sub(rb"(?<=/CreationDate\()D:[^)]{21}(?=\))", _DAY, data)
    found = _ID.search(still)
    if found is None:
        return still
    key = hashlib.sha256(still[: found.start()]).hexdigest()[:32].upper().encode()
    return still[: found.start()] + b"/ID[<" + key + b"><" + key + b">]" + still[found.end() :]


_DAY = b"D:19800101000000+00'00'"
_ID = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")


def _tells(document: Any, raw: Any, data: bytes) -> bool:
    """Whether a PDF says anything beside its pages."""
    facts = document.get_metadata_dict()
    told = {key: value for key, value in facts.items() if value not in {"", "PDFium"} and not key.endswith("Date")}
    told |= {} if facts.get("CreationDate") in {"", _DAY.decode()} else facts
    notes = any(_notes(document[n], raw) for n in range(len(document)))
    return bool(told) or notes or b"/Metadata" in data or b"/EmbeddedFiles" in data


def _notes(page: Any, raw: Any) -> list[int]:
    """Places of the notes of a page, last first."""
    found: list[int] = []
    for at in range(raw.FPDFPage_GetAnnotCount(page) - 1, -1, -1):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetSubtype(annotation) in _NOTES:
            found.append(at)
        raw.FPDFPage_CloseAnnot(annotation)
    return found


def _drop_notes(page: Any, raw: Any) -> None:
    for at in _notes(page, raw):
        raw.FPDFPage_RemoveAnnot(page, at)
