"""The brief as Markdown: the same content as the page, each cited piece followed by its place, such as [A:123-456]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.report.escaping import escape_markdown
from zopa.report.flow import common_relation, find_sides, quoted, shown_tag, spaced
from zopa.report.naming import document_byline, kicker
from zopa.report.words import NOT_SEARCHED, RELATIONS, VOICES, tag_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.accounts import Finding
    from zopa.sources import Passage
    from zopa.views.types import Brief, DocumentEntry, Line, Piece, Section, SpeakerEntry, Table

Letters = dict[str, str]
"""The letter of each document, by its id."""


def render_markdown(brief: Brief) -> str:
    """The whole brief as Markdown (CommonMark with GFM tables)."""
    letters = {entry.document.id: entry.letter for entry in brief.documents}
    blocks = [
        *_head(brief, letters),
        *(block for section in brief.first_page.sections for block in _section(section, letters, "##")),
        _voices(),
        *(block for section in brief.parts for block in _section(section, letters, "##")),
        *_findings(brief.findings, letters),
        *_speakers(brief.speakers, letters),
        *(b for section in (brief.figures, brief.timeline, brief.process) for b in _section(section, letters, "##")),
        *_documents(brief.documents, letters),
        *_foot(brief),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def reference(passage: Passage, letters: Mapping[str, str]) -> str:
    """Where a passage stands: the document's letter (its id where it has none), start and end."""
    return f"{letters.get(passage.source, passage.source)}:{passage.start}-{passage.end}"


def _head(brief: Brief, letters: Letters) -> Iterator[str]:
    page = brief.first_page
    yield f"# {escape_markdown(page.title)}"
    yield escape_markdown(" · ".join(kicker(brief)))
    yield _bullets(page.standfirst, letters)


def _section(section: Section, letters: Letters, level: str) -> Iterator[str]:
    if not section.filled:
        return
    yield f"{level} {escape_markdown(section.title)}"
    yield escape_markdown(section.note)
    if section.chart:
        yield f"*Chart:* {escape_markdown(section.chart.text)}"
    common = common_relation(section.lines)
    yield "\n".join(_line(line, section.key, letters, common) for line in section.lines)
    if section.table is not None:
        yield _table(section.table, letters)


def _bullets(lines: Iterable[Line], letters: Letters) -> str:
    """Lines as a list; a numbered one carries its own number in bold, since Markdown would count anew."""
    return "\n".join(f"- {_numbered(line, letters)}" for line in lines)


def _line(line: Line, key: str, letters: Letters, common: str | None) -> str:
    """A line as a bullet; accounts that it sets beside each other as bullets below it."""
    apart = find_sides(line, key, letters.values())
    tag = _tag(line, common)
    if apart is None:
        return f"- {_number(line)}{_run(line.pieces, letters)}{tag}"
    rows = [f"- {_number(line)}{_run(apart.head, letters)}{tag}"]
    rows += [f"  - {_run(side, letters)}" for side in (*apart.sides, apart.tail) if side]
    return "\n".join(rows)


def _numbered(line: Line, letters: Letters) -> str:
    return _number(line) + _run(line.pieces, letters) + _tag(line, None)


def _number(line: Line) -> str:
    return "" if line.number is None else f"**{line.number}** "


def _tag(line: Line, common: str | None) -> str:
    tag = shown_tag(line, common)
    return f" *({escape_markdown(tag_words(tag))})*" if tag else ""


def _run(pieces: Iterable[Piece], letters: Letters) -> str:
    return "".join(gap + _piece(piece, letters) for gap, piece in spaced(pieces)).strip()


def _piece(piece: Piece, letters: Letters) -> str:
    words = escape_markdown(quoted(piece))
    if words and piece.tone in ("label", "gap"):
        words = f"**{words}**" if piece.tone == "label" else f"*{words}*"
    if words.strip() and piece.tone in ("added", "removed"):
        words = f"**{words.strip()}**" if piece.tone == "added" else f"~~{words.strip()}~~"
    before = " " if piece.text[:1].isspace() else ""
    after = " " if piece.text[-1:].isspace() else ""
    return before + words + "".join(f" {_place(passage, letters)}" for passage in piece.passages) + after


def _place(passage: Passage, letters: Letters) -> str:
    return f"[{escape_markdown(reference(passage, letters))}]"


def _table(table: Table, letters: Letters) -> str:
    width = max([len(table.columns), *(len(cells) + 1 for _, cells in table.rows)])
    columns = [""] * (width - len(table.columns)) + [escape_markdown(column) for column in table.columns]
    rows = [[_numbered(head, letters), *(_run(cell, letters) for cell in cells)] for head, cells in table.rows]
    return "\n".join(_row([*row, *[""] * (width - len(row))]) for row in (columns, ["---"] * width, *rows))


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _voices() -> str:
    return "Signs: " + ", ".join(f"{escape_markdown(sign)} {meaning}" for sign, meaning in VOICES.items()) + "."


def _findings(findings: tuple[Finding, ...], letters: Letters) -> Iterator[str]:
    if findings:
        yield "## All findings"
    for key, told in RELATIONS.items():
        found = [finding for finding in findings if finding.relation == key]
        if found:
            yield f"### {told.heading} ({len(found)})"
            yield told.note
        for finding in found:
            yield from _finding(finding, letters)


def _finding(finding: Finding, letters: Letters) -> Iterator[str]:
    yield f"**{escape_markdown(finding.about)}**"
    for at, passage in enumerate(finding.passages):
        originator = finding.originators[at] if at < len(finding.originators) else "unknown"
        said = f"“{escape_markdown(passage.text)}” {_place(passage, letters)}"
        yield f"> {said} — originator {escape_markdown(originator)}"
    yield escape_markdown(finding.why)


def _speakers(speakers: tuple[SpeakerEntry, ...], letters: Letters) -> Iterator[str]:
    if speakers:
        yield "## Who said what"
    for speaker in speakers:
        party = f" ({escape_markdown(speaker.party)})" if speaker.party and speaker.party != speaker.name else ""
        yield f"### {escape_markdown(speaker.name)}{party}"
        yield _bullets(speaker.lines, letters)


def _documents(entries: tuple[DocumentEntry, ...], letters: Letters) -> Iterator[str]:
    yield "## Documents"
    for entry in entries:
        document = entry.document
        title = document.title.value if document.title else document.id
        yield f"### {escape_markdown(entry.letter)} {escape_markdown(title)}"
        yield escape_markdown(" · ".join(document_byline(document)))
        yield "\n".join(_fact(*fact) for fact in entry.facts)
        yield "\n".join(
            f"- {'left out' if mark.left_out else 'pointed at'}: {escape_markdown(mark.reason)} "
            f"[{escape_markdown(entry.letter)}:{mark.start}-{mark.end}]"
            for mark in document.marks
        )
        yield _bullets(entry.overlaps, letters)


def _fact(what: str, value: str, evidence: str) -> str:
    shown = f"- {escape_markdown(what)}: {escape_markdown(value)}"
    return f"{shown} ({escape_markdown(evidence)})" if evidence else shown


def _foot(brief: Brief) -> Iterator[str]:
    if brief.problems:
        yield "## What could not be read"
        yield "\n".join(f"- {escape_markdown(problem)}" for problem in brief.problems)
    yield "## How this was made"
    told = any("not searched" in label.lower() for label, _ in brief.made)
    made = brief.made if told else (*brief.made, ("Not searched", NOT_SEARCHED))
    yield "\n".join(f"- {escape_markdown(label)}: {escape_markdown(value)}" for label, value in made)
