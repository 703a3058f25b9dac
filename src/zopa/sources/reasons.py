"""Why a span is marked: the closed list of reasons."""

from __future__ import annotations

NAVIGATION = "navigation"
DISCLAIMER = "disclaimer"
CONTACT = "contact line"
CREDIT = "photo credit"
KICKER = "kicker"
TITLE = "title"
HEADING = "heading"
BYLINE = "byline"
DATELINE = "dateline"
REPUBLICATION = "republication line"
REPEATS = "repeats"
FRONT_MATTER = "front matter"
MARKUP = "markup"
LINK_TARGET = "link target"
NOT_MAIN = "not main text"
PAGE_FURNITURE = "page header or footer"
LOOK_ALIKE = "look-alike letters"
RUN_TOGETHER = "run-together words"

REASONS: dict[str, str] = {
    NAVIGATION: "a line that leads elsewhere: share, subscribe, read more, cookies",
    DISCLAIMER: "a line about the publication: views of contributors, rights reserved",
    CONTACT: "how to reach the publisher",
    CREDIT: "who made or owns a picture, or its caption",
    KICKER: "the section's or series' name above a title",
    TITLE: "the document's title, kept as metadata",
    HEADING: "a heading inside the document",
    BYLINE: "the author's name, kept as metadata",
    DATELINE: "date or place of publication, kept as metadata",
    REPUBLICATION: "where the text was taken from, kept as the originator",
    REPEATS: "a stretch that stands earlier in the document; the detail is the earlier span",
    FRONT_MATTER: "a block of keys and values at the top, kept as metadata",
    MARKUP: "signs of a markup language that no reader sees",
    LINK_TARGET: "the address behind a link",
    NOT_MAIN: "outside the main text of a web page",
    PAGE_FURNITURE: "a running head, a footer or a page number",
    LOOK_ALIKE: "pointed at: letters of another script inside a word; the detail names them",
    RUN_TOGETHER: "pointed at: two words without a space between them",
}
"""Every reason with its meaning; a mark's reason is one of these, followed by ``": detail"`` where there is one."""

INLINE_REASONS = (MARKUP, LINK_TARGET, PAGE_FURNITURE)
"""Reasons of spans inside a sentence: it goes on after them."""

POINTED_REASONS = (LOOK_ALIKE, RUN_TOGETHER)
"""Reasons of spans that are analysed nevertheless."""


def reason_kind(reason: str) -> str:
    """The reason without its detail: one of `REASONS`."""
    return reason.split(":", 1)[0]
