"""Title, author, site and date of a web page, each with the place in the page that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.sources.dates import find_dates
from zopa.sources.types import Guess

if TYPE_CHECKING:
    from zopa.sources.main_text import PageMetadata
    from zopa.sources.visible_text import Element

_DATE_TAGS = (
    "article:published_time", "datepublished", "og:published_time", "dc.date", "dc.date.issued", "dcterms.created",
    "date", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "citation_publication_date",
)  # fmt: skip
_ORIGIN_TAGS = ("syndication-source", "original-source")


def read_page_facts(page: Element, found: PageMetadata, text: str) -> dict[str, Guess]:
    """Guesses by `Document` field name.

    Args:
        page: the parsed page.
        found: what trafilatura found about it.
        text: its visible text, in which a guess is located where it stands there.

    Returns:
        One guess for each field that the page tells; empty where it tells nothing.
    """
    tags = _read_tags(page)
    guesses: dict[str, Guess] = {}
    for field, value in (("title", found.title), ("author", found.author), ("publisher", found.site)):
        if value.strip():
            guesses[field] = _locate(" ".join(value.split()), tags, text)
    published = _read_date(page, tags) or _located_date(found.published, text)
    if published is not None:
        guesses["published"] = published
    origin = next(((name, tags[name]) for name in _ORIGIN_TAGS if tags.get(name)), None)
    if origin is not None:
        guesses["originator"] = Guess(origin[1], f"meta tag {origin[0]}")
    language = (page.get("lang") or "").strip()[:2].lower()
    if len(language) == 2 and language.isalpha():
        guesses["language"] = Guess(language, "attribute lang of the page")
    return guesses


def _read_tags(page: Element) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            tags.setdefault(name.strip().lower(), " ".join(content.split()))
    return tags


def _read_date(page: Element, tags: dict[str, str]) -> Guess | None:
    for name in _DATE_TAGS:
        dates = find_dates(tags.get(name, ""))
        if dates:
            return Guess(dates[0].iso, f"meta tag {name}")
    for element in page.iter("time"):
        dates = find_dates(element.get("datetime") or "")
        if dates:
            return Guess(dates[0].iso, "element time of the page")
    return None


def _located_date(iso: str, text: str) -> Guess | None:
    dates = find_dates(iso)
    if not dates:
        return None
    shown = next((one for one in find_dates(text[:3_000]) if one.iso == dates[0].iso), None)
    if shown is None:
        return Guess(dates[0].iso, "the page's metadata, found by trafilatura")
    return Guess(dates[0].iso, "a date at the head of the page", shown.start, shown.end)


def _locate(value: str, tags: dict[str, str], text: str) -> Guess:
    """A guess with the meta tag that holds the value, and its place in the visible text if it stands there."""
    tag = next((name for name, content in tags.items() if content == value), None)
    evidence = f"meta tag {tag}" if tag else "the page's metadata, found by trafilatura"
    at = text.find(value)
    return Guess(value, evidence) if at < 0 else Guess(value, evidence, at, at + len(value))
