"""Title, author, site and date of a web page, each with the place in the page that tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_CHANGED = re.compile(r"updat|modif|chang|edited|revis|обновл|aktualis|mis à jour|actualiz")
_TEASER = re.compile(
    r"teaser|related|sidebar|recommend|promo|most-?(?:read|popular)|more-?(?:from|stories)|latest|footer|comment"
)
_ARTICLE = frozenset({"article", "main"})
_ASIDE = frozenset({"nav", "aside", "footer", "li"})
_NEAR = 6  # so many elements above tell what a date belongs to
_ORIGIN_TAGS = ("syndication-source", "original-source")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Guesses by `Document` field name: those that the page declares, and those that yield to what its text says."""

    sure: dict[str, Guess]
    likely: dict[str, Guess]


def read_page_facts(page: Element, found: PageMetadata, text: str) -> PageFacts:
    """What a page tells about itself.

    Args:
        page: the parsed page.
        found: what trafilatura found about it.
        text: its visible text, in which a guess is located where it stands there.

    Returns:
        One guess for each field that the page tells; empty where it tells nothing. A date counts as declared only where
        it is called that of publication.
    """
    tags = _read_tags(page)
    guesses: dict[str, Guess] = {}
    for field, value in (("title", found.title), ("author", found.author), ("publisher", found.site)):
        if value.strip():
            guesses[field] = _locate(" ".join(value.split()), tags, text)
    published = _declared_date(page, tags)
    if published is not None:
        guesses["published"] = published
    likely = _likely_date(page) or (
        None if found.published in _dates_elsewhere(page) else _located_date(found.published, text)
    )
    origin = next(((name, tags[name]) for name in _ORIGIN_TAGS if tags.get(name)), None)
    if origin is not None:
        guesses["originator"] = Guess(origin[1], f"meta tag {origin[0]}")
    language = (page.get("lang") or "").strip()[:2].lower()
    if len(language) == 2 and language.isalpha():
        guesses["language"] = Guess(language, "attribute lang of the page")
    return PageFacts(guesses, {"published": likely} if likely is not None else {})


def _read_tags(page: Element) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            tags.setdefault(name.strip().lower(), " ".join(content.split()))
    return tags


def _declared_date(page: Element, tags: dict[str, str]) -> Guess | None:
    """The date that a meta tag, structured data or an element calls that of publication."""
    for name in _DATE_TAGS:
        dates = find_dates(tags.get(name, ""))
        if dates:
            return Guess(dates[0].iso, f"meta tag {name}")
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            match = _JSON_DATE.search(script.text or "")
            if match is not None and find_dates(match.group(1)):
                return Guess(find_dates(match.group(1))[0].iso, "structured data, datePublished")
    for element in page.iter("time"):
        called = " ".join(element.get(key) or "" for key in ("itemprop", "class", "pubdate")).lower()
        if element.get("pubdate") is not None or ("publish" in called and not _CHANGED.search(called)):
            dates = find_dates(element.get("datetime") or "")
            if dates:
                return Guess(dates[0].iso, "element time of the page, called that of publication")
    return None


def _dates_elsewhere(page: Element) -> set[str]:
    """Days that only a teaser, a menu or a footer tells: of other articles, or of the page as a whole."""
    own: set[str] = set()
    others: set[str] = set()
    for element in page.iter("time"):
        days = {found.iso for found in find_dates(f"{element.get('datetime') or ''} {' '.join(element.itertext())}")}
        (others if _is_elsewhere(element) else own).update(days)
    return others - own


def _is_elsewhere(element: Element) -> bool:
    above = list(element.iterancestors())
    around = " ".join(f"{up.get('class') or ''} {up.get('id') or ''}" for up in (element, *above[:_NEAR])).lower()
    return bool({up.tag for up in above if isinstance(up.tag, str)} & _ASIDE or _TEASER.search(around))


def _likely_date(page: Element) -> Guess | None:
    """The first time inside the article that is not that of a change, nor of another article."""
    for element in page.iter("time"):
        above = list(element.iterancestors())
        names = {up.tag for up in above if isinstance(up.tag, str)}
        around = " ".join(f"{up.get('class') or ''} {up.get('id') or ''}" for up in (element, *above[:_NEAR])).lower()
        before = _text_before(element)
        if not names & _ARTICLE or _is_elsewhere(element) or _CHANGED.search(f"{around} {before}"):
            continue
        dates = find_dates(element.get("datetime") or "")
        if dates:
            return Guess(dates[0].iso, "element time in the article")
    return None


def _text_before(element: Element) -> str:
    """The words right before an element, in lower case."""
    previous = element.getprevious()
    above = element.getparent()
    text = previous.tail if previous is not None else above.text if above is not None else None
    return (text or "")[-60:].lower()


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
