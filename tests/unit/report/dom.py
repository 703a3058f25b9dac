"""A small reader of the rendered page, on the standard library's own parser."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "img", "input", "link", "hr", "base"})


class Dom(HTMLParser):
    """Collects what tests ask: attributes of every tag, ids, the text in each document and in each passage."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.raw: dict[str, list[str]] = defaultdict(list)
        self.documents: dict[str, str] = {}
        self.passages: dict[tuple[str, str], str] = defaultdict(str)
        self.words: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.tags.append((tag, named))
        if "id" in named:
            self.ids.append(named["id"])
        if tag not in VOID:
            self._open.append((tag, named))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1][0] == tag, f"</{tag}> closes <{self._open[-1][0]}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in ("style", "script"):
            self.raw[self._open[-1][0]].append(data)
            return
        self.words.append(data)
        letter = next((a["data-letter"] for _, a in self._open if "data-letter" in a), None)
        if letter is None or not any(a.get("class") == "text" for _, a in self._open):
            return
        self.documents[letter] = self.documents.get(letter, "") + data
        for _, attrs in self._open:
            if "data-p" in attrs:
                self.passages[letter, attrs["data-p"]] += data
