"""Who changed what in a Word file, and who remarked on it: tracked changes and comments with their authors and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.sources.docx_numbers import attribute
from zopa.sources.docx_package import local_name
from zopa.sources.types import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zopa.sources.docx_package import Element

_KINDS = {"ins": "inserted", "del": "deleted", "moveFrom": "moved away", "moveTo": "moved here"}
_TEXT = {"t", "delText"}
_APART = {"txbxContent", "p"}  # what stands in a box is read with the box
_SPACES = {"tab": "\t", "br": " ", "cr": " "}


def find_row_changes(row: Element) -> list[Revision]:
    """A row of a table that was inserted or deleted as a whole; [] where it was not."""
    properties = [child for child in row if local_name(child) == "trPr"]
    marks = [one for child in properties for one in child if local_name(one) in {"ins", "del"}]
    return [_revision(_KINDS[local_name(mark)], mark, _words(row)) for mark in marks[:1]]


def find_paragraph_changes(paragraph: Element) -> list[Revision]:
    """Tracked changes in the runs of a paragraph in order, those that hang together as one; deletions in insertions too."""
    found: list[Revision] = []
    for element in _own(paragraph):
        kind = _KINDS.get(local_name(element))
        made = _revision(kind, element, _words(element)) if kind else None
        if made is None or not made.text:
            continue
        last = found[-1] if found else None
        if (
            last is not None
            and (last.kind, last.author, last.date) == (made.kind, made.author, made.date)
            and _touch(element)
        ):
            found[-1] = Revision(made.kind, made.author, made.date, last.text + made.text)
        else:
            found.append(made)
    return found


def find_remarks(paragraph: Element) -> list[str]:
    """Ids of the comments that a paragraph refers to, in order."""
    return list(dict.fromkeys(attribute(one, "id") for one in _own(paragraph) if local_name(one) == "commentReference"))


def read_comments(roots: Iterable[Element]) -> dict[str, Revision]:
    """The file's comments by their ids; {} where it has none."""
    return {
        attribute(one, "id"): _revision(
            "comment", one, " ".join(_words(p).strip() for p in one if local_name(p) == "p")
        )
        for root in roots
        for one in root
        if local_name(one) == "comment"
    }


def _own(paragraph: Element) -> Iterator[Element]:
    """Elements of a paragraph in order, without those of boxes."""
    waiting = list(paragraph)[::-1]
    while waiting:
        element = waiting.pop()
        if local_name(element) in _APART or local_name(element) == "pPr":
            continue
        yield element
        waiting += list(element)[::-1]


def _touch(element: Element) -> bool:
    """Whether nothing but marks stands between a change and the one before it."""
    before = element.getprevious()
    while before is not None and local_name(before) in {"bookmarkStart", "bookmarkEnd", "proofErr"}:
        before = before.getprevious()
    return before is not None and local_name(before) == local_name(element)


def _words(element: Element) -> str:
    """All text under an element, struck text too."""
    return "".join(
        (one.text or "") if local_name(one) in _TEXT else _SPACES.get(local_name(one), "") for one in element.iter()
    )


def _revision(kind: str, element: Element, text: str) -> Revision:
    return Revision(kind, " ".join(attribute(element, "author").split()), attribute(element, "date")[:10], text)
