"""Blocks of keys and values at the top of a text: YAML-like front matter, or bare ``Outlet: ...`` lines."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from zopa.sources.dates import find_dates
from zopa.sources.lines import TextLine, split_lines
from zopa.sources.reasons import FRONT_MATTER
from zopa.sources.types import Guess, Mark

KEYS = {
    "title": "title", "headline": "title",
    "author": "author", "authors": "author", "by": "author",
    "publisher": "publisher", "outlet": "publisher", "source": "publisher", "site": "publisher", "newspaper": "publisher",
    "date": "published", "published": "published", "pubdate": "published",
    "originator": "originator", "original": "originator", "wire": "originator",
    "language": "language", "lang": "language",
    "url": "address", "address": "address", "link": "address",
}  # fmt: skip
"""Keys that are understood, lower case, with the field of `Document` that they fill ("address" names the publisher last)."""

_BLOCK = re.compile(r"\s*---[ \t]*(?:\r\n|\n|\r)(?:.*?(?:\r\n|\n|\r))??(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*:\s*(?P<value>\S.*)?")
_UNKNOWN = {"unknown", "none", "null", "~", "n/a", "-"}

Found = tuple[dict[str, Guess], tuple[Mark, ...]]


def read_front_matter(text: str) -> Found:
    """Guesses and one mark from a block between two ``---`` lines at the very top; empty where there is none."""
    block = _BLOCK.match(text)
    if block is None:
        return {}, ()
    inside = [line for line in split_lines(text[: block.end()]) if line.text not in {"---", "..."}]
    start = len(block.group()) - len(block.group().lstrip())
    return _read_pairs(inside, "front matter"), (Mark(start, block.end(), FRONT_MATTER),)


def read_header_lines(text: str) -> Found:
    """Guesses and marks from two or more known ``Key: value`` lines that open the text; empty otherwise."""
    lines: list[TextLine] = []
    for line in split_lines(text[:4_000]):
        pair = _PAIR.fullmatch(line.text)
        if pair is None or _key(pair) not in KEYS or (lines and not line.joined):
            break
        lines.append(line)
    if len(lines) < 2:
        return {}, ()
    return _read_pairs(lines, "header"), tuple(Mark(line.start, line.end, FRONT_MATTER) for line in lines)


def _key(pair: re.Match[str]) -> str:
    return pair["key"].strip().lower()


def _read_pairs(lines: list[TextLine], where: str) -> dict[str, Guess]:
    guesses: dict[str, Guess] = {}
    for line in lines:
        pair = _PAIR.fullmatch(line.text)
        field = KEYS.get(_key(pair)) if pair is not None else None
        if pair is None or field is None or not pair["value"]:
            continue
        guess = _read_value(field, pair, line, where)
        if guess is not None:
            guesses.setdefault(field, guess)
    address = guesses.pop("address", None)
    if address is not None:
        guesses.setdefault("publisher", address)
    return guesses


def _read_value(field: str, pair: re.Match[str], line: TextLine, where: str) -> Guess | None:
    raw = pair["value"]
    value = raw.strip().strip("\"'[]").strip()
    if not value or value.lower() in _UNKNOWN:
        return None
    start = line.start + pair.start("value") + raw.find(value)
    place = (start, start + len(value))
    evidence = f"{where}, line {line.number}"
    if field == "published":
        dates = find_dates(value)
        return Guess(dates[0].iso, evidence, *place) if dates else None
    if field == "language":
        code = value.lower()[:2]
        return Guess(code, evidence, *place) if re.fullmatch(r"[a-z]{2}(?:[-_]\w+)?", value.lower()) else None
    if field == "address":
        host = urlsplit(value).hostname if "://" in value and "[" not in value else None
        return Guess(host.removeprefix("www."), f"{evidence}, host of the address", *place) if host else None
    return Guess(value, evidence, *place)
