# ruff: noqa: E501 - a rule or table row stands on one line
"""Lines in which a text itself says where it was taken from: a wire, another outlet, an earlier publication."""

from __future__ import annotations

import re

from zopa.sources.dates import MONTH_NUMBERS
from zopa.sources.lines import TextLine, inside_wrapping
from zopa.sources.reasons import DATELINE, REPUBLICATION
from zopa.sources.types import Guess, Mark

_MAX_WORDS = 30
_MAX_NAME_WORDS = 8
_MAX_CHARS = 400  # of a line that names a source
_OPENING_CHARS = 260  # in which a dateline ends: four names of places and an agency
_NAME = r"(?P<name>[^\s.,;:()][^;:()\n]*?)"
_END = r"(?:\s*(?:[.,;](?:\s.*)?|\(.*)?)"
_LINE_RULES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:original (?:article|source|story|text|post|publication)|originally from|article original|originalartikel|artículo original|оригинал(?: статьи)?|первоисточник|першоджерело)\s*[:–—]\s*{_NAME}{_END}",
        rf"(?:(?:this|the) (?:article|story|piece|column|essay|report|text|analysis|post|op-ed)\s+)?(?:has |have |is |was |were )?(?:been )?(?:first|originally|previously)?\s*(?:published|appeared|posted|printed|run|ran) (?:first |originally )?(?:in|by|on|at|with)\s+{_NAME}(?:\s+(?:on|in|under|and|as)\s.*)?{_END}",
        rf"(?:this (?:article|story|piece|report) (?:is|was|has been) )?(?:republished|reprinted|reposted|re-published|syndicated|reproduced|adapted|translated)(?: (?:here|with permission|by permission|courtesy))*\s+(?:from|of|by)\s+{_NAME}(?:\s+(?:on|under|with|by)\s.*)?{_END}",
        rf"(?:source|sources?|quelle|fuente|источник|джерело|source\s)\s*:\s*{_NAME}{_END}",
        rf"(?:via|courtesy of|from)\s+(?P<name>(?-i:[A-Z])[^;:()\n]*?){_END}",
        rf"as (?:first |originally )?reported by\s+(?P<name>(?-i:[A-Z])[^;:()\n]*?){_END}",
        rf"(?P<name>(?-i:[A-Z])[\w&.' -]{{1,40}}?) (?:first )?reported (?:this|the) (?:story|article|news|report) first{_END}",
        rf"(?P<name>(?-i:[A-Z])[\w&.' -]{{1,40}}?) (?:first|originally) (?:reported|published) (?:this|the) (?:story|article|news|report){_END}",
        r"[(\[]?(?P<name>reuters|ap|afp|dpa|tass|ria novosti|interfax|ukrinform|unian|bloomberg|xinhua|anadolu|efe|ansa|upi|pap|apa|associated press|the associated press|agence france-presse|тасс|риа новости|интерфакс|укринформ|укрінформ)[)\]]?",
    )
)  # fmt: skip
_AGENCY = r"reuters|ap|afp|dpa|tass|ria novosti|ria|interfax|ukrinform|unian|bloomberg|xinhua|anadolu|efe|ansa|upi|pap|cnn|bbc|kyodo|yonhap|тасс|риа новости|интерфакс|укринформ|укрінформ"
_WIRE = re.compile(
    rf"(?P<place>[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'’/ -]{{1,40}}(?:,\s*[\w.'’ -]{{2,30}}){{0,3}})?\s*\((?P<name>(?i:{_AGENCY}))\)\s*(?:[-–—:]{{1,2}}\s*)"
)
_WIRE_BARE = re.compile(  # without a dash: only behind a place alone and its date, or at the very start
    rf"(?P<place>(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ.'’/ -]{{1,40}}|[A-ZÀ-Þ]\w{{1,20}}(?: [A-ZÀ-Þ]\w{{1,20}})?)(?:,\s*[\w.'’ -]{{2,30}}){{0,2}}:?\s+)?"
    rf"\((?P<name>(?i:{_AGENCY}))\)\s+(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ\"“«‘„'])"
)
_WIRE_DASHED = re.compile(  # "LIMA - Reuters - ..."
    rf"[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ.'’/ ]{{1,40}}(?:,\s*[\w.'’ ]{{2,30}}){{0,2}}\s*[-–—,:]\s*(?P<name>(?i:{_AGENCY}))\s*[-–—:]\s*(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ\"“«‘„'])"
)
_PLACE_DASH = re.compile(
    r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ .'’/-]{2,40}(?:,\s*[\w.'’ -]{2,30}){0,3}\s*[–—]\s*(?=[A-ZÀ-ÞА-Я\"“«])"
)
_AGENCY_FIRST = re.compile(rf"(?P<name>(?i:{_AGENCY}))\.\s+")
_NOT_A_NAME = re.compile(
    rf"(?:(?:{'|'.join(MONTH_NUMBERS)})\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|(?:the )?author|yesterday|today|unknown|staff|our )",
    re.IGNORECASE,
)
_FULL_NAMES = {
    "ap": "Associated Press", "the associated press": "Associated Press", "associated press": "Associated Press",
    "afp": "AFP", "agence france-presse": "AFP", "reuters": "Reuters", "dpa": "dpa", "tass": "TASS", "тасс": "TASS",
    "ria novosti": "RIA Novosti", "ria": "RIA Novosti", "риа новости": "RIA Novosti", "interfax": "Interfax",
    "интерфакс": "Interfax", "ukrinform": "Ukrinform", "укринформ": "Ukrinform", "укрінформ": "Ukrinform",
    "bloomberg": "Bloomberg", "xinhua": "Xinhua", "efe": "EFE", "ansa": "ANSA", "upi": "UPI", "pap": "PAP",
    "unian": "UNIAN", "anadolu": "Anadolu", "cnn": "CNN", "bbc": "BBC", "kyodo": "Kyodo", "yonhap": "Yonhap",
}  # fmt: skip
"""Agencies in the form in which two documents that name the same one agree."""


def normal_source(name: str) -> str:
    """`name` in the form in which sources are compared: agencies by their usual name, others as they stand."""
    bare = " ".join(name.split()).strip(" .,;:-–—\"“”'")
    return _FULL_NAMES.get(bare.lower(), bare)


def find_origin(lines: tuple[TextLine, ...]) -> tuple[Guess | None, tuple[Mark, ...]]:
    """Whom the text names as its source, and marks on the lines that do.

    A sentence of the body in which some outlet "reported" one claim is not among them: only a line of its own, or the
    opening of the first paragraphs (``MOSCOW, Dec 2 (Reuters) -``), speaks for the whole text.

    Args:
        lines: the text's lines.

    Returns:
        The first source named and marks in order; None and no marks where the text names none.
    """
    marks: list[Mark] = []
    guess: Guess | None = None
    for at, line in enumerate(lines):
        found = None if inside_wrapping(lines, at) else _match_line(line)
        if found is not None:
            marks.append(Mark(line.start, line.end, REPUBLICATION))
            guess = guess or _guess(line, found, "republication line")
            continue
        opening = _WIRE.match(line.text, 0, _OPENING_CHARS) or _WIRE_BARE.match(line.text, 0, _OPENING_CHARS)
        opening = opening or _WIRE_DASHED.match(line.text, 0, _OPENING_CHARS)
        if opening is not None:
            marks.append(Mark(line.start, line.start + opening.end(), DATELINE))
            guess = guess or _guess(line, opening, "agency in the dateline")
            continue
        place = _PLACE_DASH.match(line.text, 0, _OPENING_CHARS) if line.words > 8 else None
        if place is not None:
            agency = _AGENCY_FIRST.match(line.text, place.end())  # "МОСКВА, 3 дек — РИА Новости. ..."
            end = agency.end() if agency is not None else place.end()
            marks.append(Mark(line.start, line.start + end, DATELINE))
            guess = guess or (_guess(line, agency, "agency in the dateline") if agency is not None else None)
    return guess, tuple(marks)


def _match_line(line: TextLine) -> re.Match[str] | None:
    if line.words > _MAX_WORDS or len(line.text) > _MAX_CHARS:
        return None
    bare = line.text.strip("*_#>[]|–—- \t")
    offset = line.text.find(bare)
    for rule in _LINE_RULES:
        match = rule.fullmatch(line.text, offset, offset + len(bare))
        if match and len(match["name"].split()) <= _MAX_NAME_WORDS and not _NOT_A_NAME.match(match["name"]):
            return match
    return None


def _guess(line: TextLine, match: re.Match[str], how: str) -> Guess:
    start, end = match.span("name")
    return Guess(normal_source(match["name"]), f"line {line.number}, {how}", line.start + start, line.start + end)
