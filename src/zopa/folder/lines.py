"""The lines of a text that is written anew: those that were there keep their bytes, and no comment is lost on the way."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from zopa.case.plain import to_plain
from zopa.case.yaml_text import YamlError, find_comments, load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END = re.compile("\r\n|\r|\n")
_MAYBE = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)  # a comment, unless it stands inside a value
_BOM = b"\xef\xbb\xbf"


def unix_lines(text: str) -> str:
    """The text with every line ended by a line feed."""
    return _END.sub("\n", text)


def keep_lines(before: bytes, text: str) -> bytes:
    """`text` as bytes: lines that stand in `before` end as they do there, new ones as most do; a byte-order mark stays."""
    old = before.removeprefix(_BOM).decode("utf-8", "replace")
    ends = _END.findall(old)
    usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
    if usual == "\n" and len(set(ends)) <= 1:
        return (_BOM if before.startswith(_BOM) else b"") + text.encode("utf-8")
    was, now = _END.split(old), text.split("\n")
    kept = {b: ends[a] for a, b in _same_lines(was, now) if a < len(ends)}
    last = len(now) - 1
    joined = "".join(line + (kept.get(n, usual) if n < last else "") for n, line in enumerate(now))
    return (_BOM if before.startswith(_BOM) else b"") + joined.encode("utf-8")


def keep_comments(before: str, after: str) -> str:
    """`after`, an edited YAML text, with those comments of `before` that the edit has lost, each behind the line that it followed."""
    if not Counter(_comment_words(before)) - Counter(_comment_words(after)):
        return after
    stood = find_comments(before)
    lost = Counter(comment for _, comment in stood) - Counter(comment for _, comment in find_comments(after))
    was, text = before.split("\n"), after
    for line, comment in reversed(stood):  # the last one first, so that those behind one line keep their order
        if lost[comment] > 0:
            lost[comment] -= 1
            text = _put_back(was, line, comment, text)
    return text


def _put_back(was: Sequence[str], line: int, comment: str, text: str) -> str:
    now = text.split("\n")
    places = dict(_same_lines(was, now))
    above = next((places[n] for n in range(line - 1, -1, -1) if n in places), -1)
    old = was[line]
    kept = old[: len(old) - len(old.lstrip())] + comment
    meant = to_plain(load_yaml(text))
    for at in (above + 1, len(now) - 1):  # at the end where it would become a part of a value
        tried = "\n".join([*now[:at], kept, *now[at:]])
        try:
            if to_plain(load_yaml(tried)) == meant:
                return tried
        except YamlError:
            continue
    return text


def _comment_words(text: str) -> Iterator[str]:
    return (match.group().rstrip() for match in _MAYBE.finditer(text))


def _same_lines(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of lines that stayed: those before the first change and behind the last one, and in between what is alike."""
    short = min(len(was), len(now))
    head = next((n for n in range(short) if was[n] != now[n]), short)
    tail = next((n for n in range(short - head) if was[-1 - n] != now[-1 - n]), short - head)
    yield from ((n, n) for n in range(head))
    middle = SequenceMatcher(None, was[head : len(was) - tail], now[head : len(now) - tail], autojunk=False)
    for block in middle.get_matching_blocks():
        yield from ((head + block.a + n, head + block.b + n) for n in range(block.size))
    yield from ((len(was) - tail + n, len(now) - tail + n) for n in range(tail))
