"""The styles of a Word document, as far as they tell what a paragraph is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.sources.docx_numbers import attribute, read_list_properties
from zopa.sources.docx_package import local_name
from zopa.sources.reasons import HEADING, TITLE

if TYPE_CHECKING:
    from zopa.sources.docx_package import Element

_HEADING_STYLE = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_QUOTE_STYLE = re.compile(r"(?:intense )?quote|block ?text|block ?quot(?:e|ation)", re.IGNORECASE)
_MAX_STEPS = 12  # from a style to the one it is based on; more is a circle


class Styles:
    """Names of styles by their ids, with the lists that they number."""

    def __init__(self, roots: list[Element]) -> None:
        self._names: dict[str, str] = {}
        self._above: dict[str, str] = {}
        self._lists: dict[str, tuple[str, int | None]] = {}
        for root in roots:
            for one in root:
                if local_name(one) == "style" and attribute(one, "type") == "paragraph":
                    self._add(one)

    def reason(self, style: str) -> str | None:
        """TITLE or HEADING where the style is for such, or None."""
        name = self._names.get(style, style)
        if not _HEADING_STYLE.fullmatch(name):
            return None
        return TITLE if name.lower() == "title" else HEADING

    def is_quote(self, style: str) -> bool:
        """Whether the style sets block quotations."""
        return _QUOTE_STYLE.fullmatch(self._names.get(style, style)) is not None

    def numbering(self, style: str) -> tuple[str, int | None]:
        """The list and level that the style, or one it is based on, numbers; "" and None where none does."""
        for _ in range(_MAX_STEPS):
            if style in self._lists:
                return self._lists[style]
            style = self._above.get(style, "")
            if not style:
                break
        return "", None

    def _add(self, element: Element) -> None:
        name = attribute(element, "styleId")
        for one in element:
            kind = local_name(one)
            if kind == "name":
                self._names[name] = attribute(one, "val")
            elif kind == "basedOn":
                self._above[name] = attribute(one, "val")
            elif kind == "pPr":
                numbered = next((c for c in one if local_name(c) == "numPr"), None)
                if numbered is not None and any(read_list_properties(numbered)):
                    self._lists[name] = read_list_properties(numbered)
