"""What a document says of people that the vocabulary has otherwise: another office, another spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.types import Mention, Oddity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.sources import Document
    from zopa.text.tokens import Token
    from zopa.text.vocabulary import Name

_OFFICES = frozenset("president chancellor premier king queen pope emir".split())
_MINISTERS = frozenset("prime foreign defence defense finance interior".split())
_SAME = {"premier": "prime minister", "defense minister": "defence minister"}


def find_oddities(
    document: Document, sentences: list[list[Token]], mentions: list[Mention], people: Mapping[str, object]
) -> list[Oddity]:
    """Offices and spellings in `document` that do not fit the vocabulary's dated rows, one for each person and kind.

    An office is compared only where it stands right before the name ("President X"), where the document has a date, and
    where the vocabulary knows an office of that person on that date.
    """
    published = document.published.value if document.published else ""
    by_start = {m.passage.start: m for m in mentions if m.kind == "person"}
    found: dict[tuple[str, str], Oddity] = {}
    for tokens in sentences:
        for at, token in enumerate(tokens):
            mention = by_start.get(token.start)
            entry = getattr(people.get(mention.name), "entry", None) if mention else None
            if mention is None or entry is None:
                continue
            for oddity in (_office(document, tokens, at, (mention, entry), published), _spelling(mention, entry)):
                if oddity:
                    found.setdefault((oddity.kind, oddity.name), oddity)
    return list(found.values())


def _office(
    document: Document, tokens: list[Token], at: int, who: tuple[Mention, Name], published: str
) -> Oddity | None:
    mention, entry = who
    first, title = _title_before(tokens, at)
    if not title or not published:
        return None
    held = [o.title for o in entry.offices if o.from_ <= published and (not o.to or published < o.to)]
    if not held or any(_SAME.get(title, title) in office or title in office for office in held):
        return None
    if any(title in office.title for office in entry.offices) and _is_former(tokens, first):
        return None
    passage = document.passage(tokens[first].start, mention.passage.end)
    return Oddity("office", passage, entry.name, title, "; ".join(held))


def _title_before(tokens: list[Token], at: int) -> tuple[int, str]:
    """(first token, title in lower case) of the office named right before token `at`; "" where none is."""
    if at >= 2 and tokens[at - 1].low == "minister" and tokens[at - 2].low in _MINISTERS:
        first, title = at - 2, f"{tokens[at - 2].low} minister"
    elif at >= 1 and tokens[at - 1].low in _OFFICES:
        first, title = at - 1, tokens[at - 1].low
    else:
        return at, ""
    before = tokens[first - 1].low if first else ""
    if before in {"vice", "deputy", "former", "ex", "ex-", "then", "late", "acting"} or _is_former(tokens, first):
        return at, ""
    return first, title


def _is_former(tokens: list[Token], first: int) -> bool:
    return any(t.low in {"former", "ex", "then", "late", "vice", "deputy"} for t in tokens[max(0, first - 3) : first])


def _spelling(mention: Mention, entry: Name) -> Oddity | None:
    """A given name that is nearly, but not, one of the spellings known."""
    text = mention.passage.text
    known = {entry.name, *entry.aliases}
    if text in known or " " not in text or len(text.split()) != 2:
        return None
    given, surname = text.split()
    if any(surname == k.split()[-1] and given != k.split()[0] for k in known if " " in k):
        return Oddity("spelling", mention.passage, entry.name, text, entry.name)
    return None
