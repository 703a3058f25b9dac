"""Which languages are read; apart from what reads them, since a page asks it of texts that were read elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.sources import Document

READ_LANGUAGES = frozenset({"en"})  # those with a folder of tables beside this module


def is_read(document: Document) -> bool:
    """Whether a document's language is one that is read, or is not known."""
    return document.language is None or document.language.value.lower().split("-")[0] in READ_LANGUAGES
