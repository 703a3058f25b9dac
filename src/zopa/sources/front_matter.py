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

_RULE = re.compile(r"\s*(---)[ \t]*(?=\r|\n)")
_END_RULE = re.compile(r"(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_FOLDED = re.compile(r"[>|][+-]?\d?")  # a YAML value that stands on the indented lines below
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s+#")
_ITEM = re.compile(r"-[ \t]+(?P<value>\S.*)")
_COMMENT = re.compile(r"(?<=[ \t])#.*")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*:\s*(?P<value>\S.*)?")
_UNKNOWN = {"unknown", "none", "null", "~", "n/a", "-"}

Found = tuple[dict[str, Guess], tuple[Mark, ...]]


def read_front_matter(text: str) -> Found:
    """Guesses and one mark from a block between two ``---`` lines at the very top; empty where there is none."""
    span = _find_block(text)
    if span is None:
        return {}, ()
    start, end = span
    inside = [line for line in split_lines(text[:end]) if line.text not in {"---", "..."}]
    return _read_pairs(inside, "front matter", text), (Mark(start, end, FRONT_MATTER),)


def _find_block(text: str) -> tuple[int, int] | None:
    """The span of the block, from its first rule to the end of the next; None where the text opens with none."""
    head = _RULE.match(text)
    end = _END_RULE.search(text, head.end(1)) if head is not None else None
    return (head.start(1), end.end()) if head is not None and end is not None else None


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


def _read_pairs(lines: list[TextLine], where: str, text: str = "") -> dict[str, Guess]:
    """Guesses from the lines; `text` is given where values may go on below their key."""
    guesses: dict[str, Guess] = {}
    for at, line in enumerate(lines):
        pair = _PAIR.fullmatch(line.text)
        field = KEYS.get(_key(pair)) if pair is not None else None
        if pair is None or field is None or _is_indented(line, text):
            continue
        raw, place = (pair["value"] or "").strip(), (line.start + pair.start("value"), line.end)
        if text and (not raw or _FOLDED.fullmatch(raw)):
            raw, place = _read_below(lines[at + 1 :], text)
        guess = _read_value(field, raw, place, f"{where}, line {line.number}") if raw else None
        if guess is not None:
            guesses.setdefault(field, guess)
    address = guesses.pop("address", None)
    if address is not None:
        guesses.setdefault("publisher", address)
    return guesses


def _is_indented(line: TextLine, text: str) -> bool:
    return line.start > 0 and text[line.start - 1 : line.start] in {" ", "\t"}


def _read_below(lines: list[TextLine], text: str) -> tuple[str, tuple[int, int]]:
    """The value on the indented lines or list items right below a key, folded, and their span; "" for none."""
    taken: list[TextLine] = []
    values: list[str] = []
    for line in lines:
        item = _ITEM.fullmatch(line.text)
        if item is None and not _is_indented(line, text):
            break
        taken.append(line)
        values.append(_unquote(item["value"]) if item is not None else line.text)
    if not taken:
        return "", (0, 0)
    listed = _ITEM.fullmatch(taken[0].text) is not None
    return (", " if listed else " ").join(values), (taken[0].start, taken[-1].end)


def _unquote(raw: str) -> str:
    """A YAML scalar as it is meant: quotation marks go only where they stand around the whole of it."""
    if len(raw) >= 2 and raw[0] == raw[-1] == "'" and "'" not in raw[1:-1].replace("''", ""):
        return raw[1:-1].replace("''", "'").strip()
    if len(raw) >= 2 and raw[0] == raw[-1] == '"' and '"' not in re.sub(r"\\.", "", raw[1:-1]):
        return re.sub(r"\\(.)", r"\1", raw[1:-1]).strip()
    if len(raw) >= 2 and raw[0] == "[" and raw[-1] == "]":
        return ", ".join(_unquote(part.strip()) for part in _split_list(raw[1:-1]) if part.strip())
    return raw


def _split_list(inside: str) -> list[str]:
    """Parts of a list in brackets at its commas, those inside quotation marks aside."""
    parts, quote = [""], ""
    for char in inside:
        if char == "," and not quote:
            parts.append("")
            continue
        if char in "\"'" and (quote == char or (not quote and not parts[-1].strip())):
            quote = "" if quote else char
        parts[-1] += char
    return parts


def _read_value(field: str, raw: str, place: tuple[int, int], evidence: str) -> Guess | None:
    quoted = _QUOTED.match(raw)  # a comment may stand behind the quotation marks
    value = _unquote(quoted[1] if quoted else raw if raw[0] in "\"'" else _COMMENT.sub("", raw, count=1).rstrip())
    if not value or value.lower() in _UNKNOWN:
        return None
    at = raw.find(value)
    if at >= 0 and place[1] - place[0] == len(raw):
        place = (place[0] + at, place[0] + at + len(value))
    if field == "published":
        dates = find_dates(value)
        return Guess(dates[0].iso, evidence, *place) if dates else None
    if field == "language":
        code = value.lower()[:2]
        return Guess(code, evidence, *place) if re.fullmatch(r"[a-z]{2}(?:[-_]\w+)?", value.lower()) else None
    if field == "address":
        host = _host(value)
        return Guess(host.removeprefix("www."), f"{evidence}, host of the address", *place) if host else None
    return Guess(value, evidence, *place)


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname if "://" in address else None
    except ValueError:
        return None
