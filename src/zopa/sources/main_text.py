"""Which part of a page's visible text is its main text, as trafilatura sees it."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zopa.sources.lines import TextLine, split_lines
from zopa.sources.raised import NOTE, POWER, read_raised
from zopa.sources.reasons import BLOCK_QUOTE, DRAWN, HEADING, NOT_MAIN, NOTE_MARK
from zopa.sources.types import Mark
from zopa.sources.words import split_words

if TYPE_CHECKING:
    from zopa.sources.visible_text import VisibleText

_SHINGLE_WORDS = 4
_KEPT_SHARE = 0.6  # of a line's words that must stand in the main text
_MIN_MAIN_SHARE = 0.2  # an extraction shorter than this of a short page has failed
_SHORT_PAGE_WORDS = 150
_NOTED = re.compile(  # marks of notes that a link or a style raises
    r"<(a|span|small|font)\b[^<>]{0,300}(?:href=[\"']#|vertical-align\s*:\s*(?:super|text-top))[^<>]{0,300}>\s*"
    r"(?:[\[(]?\d{1,3}[\])]?|[*†‡§¶]{1,4})\s*</\1\s*>",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"</?q(?:\s[^<>]{0,300})?>", re.IGNORECASE)  # trafilatura mixes up the order of words in them
_RAISED = re.compile(r"<sup\b[^>]{0,300}>(.{0,300}?)</sup\s*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What trafilatura found about a page; "" where it found nothing."""

    title: str = ""
    author: str = ""
    site: str = ""
    published: str = ""


def mark_main_text(source: str, seen: VisibleText) -> tuple[tuple[Mark, ...], PageMetadata]:
    """Marks on the lines of the visible text that are not in the main text, and the page's metadata.

    Args:
        source: the page's source.
        seen: its visible text.

    Returns:
        Marks (neighbouring lines together; headings apart) and metadata. Where trafilatura finds no main text, or next
        to nothing of a short page, no line is marked as outside it.
    """
    reasons = {mark.reason for mark in seen.others}
    source = _RAISED.sub(_as_shown, source)
    if any(mark.reason == NOTE_MARK for mark in seen.others):
        source = _NOTED.sub("", source)
    main, metadata = _extract(_QUOTED.sub("", source) if DRAWN in reasons else source)
    headings = seen.marks(HEADING)
    lines = split_lines(seen.text)
    keys = split_words(main).keys
    total = sum(line.words for line in lines)
    if not keys or (total <= _SHORT_PAGE_WORDS and len(keys) < _MIN_MAIN_SHARE * total):
        return headings, metadata
    shingles = {keys[at : at + _SHINGLE_WORDS] for at in range(len(keys) - _SHINGLE_WORDS + 1)}
    whole = {split_words(line.text).keys for line in split_lines(main)}
    outside = [line for line in lines if not _is_main(line, shingles, whole)]
    return tuple(sorted((*headings, *_merge(_apart_from_quotations(lines, outside, seen))))), metadata


def _apart_from_quotations(lines: tuple[TextLine, ...], outside: list[TextLine], seen: VisibleText) -> list[TextLine]:
    """`outside` without lines of a block quotation of which a part is main text, or that stands between lines of it.

    Who signs it stands in its footer, or behind a dash in the line below it.
    """
    out = {line.start for line in outside}
    kept: set[int] = set()
    starts = [line.start for line in lines]
    for mark in seen.others:
        first, last = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        if mark.reason != BLOCK_QUOTE or first == last:
            continue
        signed = last < len(lines) and lines[last].text.startswith(("—", "–", "-"))
        around = {*starts[max(0, first - 1) : first], *starts[last + signed : last + signed + 1]}
        if not out.issuperset(starts[first:last]) or (len(around) > 1 and out.isdisjoint(around)):
            kept.update(starts[first : last + signed])
    return [line for line in outside if line.start not in kept]


def _extract(source: str) -> tuple[str, PageMetadata]:
    import trafilatura  # noqa: PLC0415 - slow to import

    options = {"extensive_search": False, "original_date": True, "max_date": date.max.isoformat()}
    found = trafilatura.bare_extraction(
        source, include_comments=False, favor_recall=True, with_metadata=True, date_extraction_params=options
    )
    if found is None or isinstance(found, dict):
        return "", PageMetadata()
    return found.text or "", PageMetadata(found.title or "", found.author or "", found.sitename or "", found.date or "")


def _as_shown(match: re.Match[str]) -> str:
    """Nothing for the mark of a note, which stands elsewhere in the visible text; a power and anything else as it is shown there."""
    bare = html.unescape(re.sub(r"<[^>]{0,300}>", "", match.group(1)))
    kind, shown = read_raised(match.string[max(0, match.start() - 40) : match.start()], bare)
    return "" if kind == NOTE else shown if kind == POWER else match.group()


def _is_main(line: TextLine, shingles: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> bool:
    keys = split_words(line.text).keys
    if len(keys) < _SHINGLE_WORDS:
        return keys in whole or not keys
    own = [keys[at : at + _SHINGLE_WORDS] for at in range(len(keys) - _SHINGLE_WORDS + 1)]
    return sum(shingle in shingles for shingle in own) >= _KEPT_SHARE * len(own)


def _merge(lines: list[TextLine]) -> list[Mark]:
    """One mark for each series of neighbouring lines."""
    marks: list[Mark] = []
    last = -2
    for line in lines:
        if marks and line.joined and line.number == last + 1:
            marks[-1] = Mark(marks[-1].start, line.end, NOT_MAIN)
        else:
            marks.append(Mark(line.start, line.end, NOT_MAIN))
        last = line.number
    return marks
