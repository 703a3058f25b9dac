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
STRUCK = "struck out"
HIDDEN = "hidden text"
NOTE_MARK = "mark of a note"
NOTE = "note"
TEXT_BOX = "text box"
BLOCK_QUOTE = "block quotation"
LIST_ITEM = "list item"
DRAWN = "drawn sign"
LINE_BREAK = "line break"

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
    STRUCK: "words with a line through them",
    HIDDEN: "text that the file holds and a reader does not see",
    NOTE_MARK: "the number or sign of a footnote; it stands behind its paragraph, so that it is no part of a word",
    NOTE: "pointed at: a footnote or endnote",
    TEXT_BOX: "pointed at: text in a box of its own",
    BLOCK_QUOTE: "pointed at: a quotation set as a block, without marks of its own",
    LIST_ITEM: "pointed at: an item of a list",
    DRAWN: "pointed at: a quotation mark that the browser draws and the page's source does not hold",
    LINE_BREAK: "pointed at: a line that is broken inside its paragraph",
}
"""Every reason with its meaning; a mark's reason is one of these, followed by ``": detail"`` where there is one."""

INLINE_REASONS = (MARKUP, LINK_TARGET, PAGE_FURNITURE)
"""Reasons of spans inside a sentence: it goes on after them."""

POINTED_REASONS = (LOOK_ALIKE, RUN_TOGETHER, NOTE, TEXT_BOX, BLOCK_QUOTE, LIST_ITEM, DRAWN, LINE_BREAK)
"""Reasons of spans that are analysed nevertheless."""

STRUCTURE_REASONS = (NOTE, TEXT_BOX, BLOCK_QUOTE, LIST_ITEM)
"""Reasons of whole blocks, which may hold other marks."""


def reason_kind(reason: str) -> str:
    """The reason without its detail: one of `REASONS`."""
    return reason.split(":", 1)[0]
