"""The archive that a Word document is: its parts, read under limits, and where each of them stands."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_UNPACKED_BYTES = 300_000_000
"""A file that says it unpacks to more than this is no letter or article; its pictures count."""
MAX_TEXT_BYTES = 60_000_000
"""Of all parts that hold text, unpacked: some 10,000 pages. What the archive says of itself is not trusted."""
_MAX_PARTS = 20_000

Element = Any  # an lxml element, which comes without types


class DocxError(Exception):
    """What keeps an archive from being read as a Word document, in words."""


class WordArchive:
    """A Word file's parts.

    Attributes:
        document: name of the part with the text.
        missing: names of parts that the file refers to and does not hold, or that cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = _open(data)
        self._names = {name.lstrip("/"): name for name in self._archive.namelist()}
        self._left = MAX_TEXT_BYTES
        self.missing: list[str] = []
        self.document = next(iter(self._targets("", "officeDocument")), "word/document.xml")
        if self.document not in self._names:
            raise DocxError("a ZIP archive without a Word document in it")

    def tree(self, name: str) -> Element:
        """The root of a part.

        Raises:
            DocxError: the part is broken, or far too large.
        """
        etree: Any = import_module("lxml.etree")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(self._read(name), parser)
        except etree.XMLSyntaxError as error:
            raise DocxError(f"a part ({name}) that is no well-formed XML: {str(error)[:80]}") from error

    def related(self, kind: str) -> list[Element]:
        """Roots of the parts that the text refers to as `kind` ("footnotes"), in order; what cannot be read is noted."""
        roots: list[Element] = []
        for name in dict.fromkeys(self._targets(self.document, kind)):
            try:
                roots.append(self.tree(name))
            except (KeyError, DocxError):
                self.missing.append(name)
        return roots

    def properties(self) -> dict[str, str]:
        """The file's own title, author and the like, by their names in the file; empty where it has none."""
        for name in self._targets("", "core-properties"):
            try:
                return {local_name(one): (one.text or "").strip() for one in self.tree(name)}
            except (KeyError, DocxError):
                self.missing.append(name)
        return {}

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        """Names of the parts to which `part` ("" is the archive) is related by `kind`."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._names:
            return
        try:
            root = self.tree(rels)
        except DocxError:
            self.missing.append(rels)
            return
        for one in root:
            target = one.get("Target") or ""
            if (one.get("Type") or "").rsplit("/", 1)[-1] == kind and one.get("TargetMode") != "External":
                yield (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )

    def _read(self, name: str) -> bytes:
        """The bytes of a part, never more than what is left of the limit."""
        try:
            with self._archive.open(self._names[name]) as stream:
                data = stream.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            EOFError,
        ) as error:
            raise DocxError(f"an archive whose part {name} cannot be unpacked ({str(error)[:60]})") from error
        self._left -= len(data)
        if self._left < 0:
            raise DocxError("an archive that unpacks to far more than a document")
        return data


def _open(data: bytes) -> zipfile.ZipFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocxError("an encrypted or old (.doc) Office file")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocxError("a file that is no ZIP archive or is cut off") from error
    if len(infos) > _MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
        raise DocxError("an archive that unpacks to far more than a document")
    return archive


def local_name(element: Element) -> str:
    """An element's name without its namespace: the strict and the usual form of the format differ in that alone."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
