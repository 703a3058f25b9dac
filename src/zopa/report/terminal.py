"""The first page on the terminal: numbered lines with a hanging indent, the grid as a table, or as a list where narrow.

Colour only repeats what a word or a sign says already. Every text goes through `one_line` and into `rich.text.Text`,
so that neither a terminal escape nor Rich's own markup in a document is obeyed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from zopa.report.flow import common_relation, find_sides, quoted, shown_tag, spaced, split_voices
from zopa.report.hidden import one_line
from zopa.report.naming import document_byline, document_name, kicker
from zopa.report.words import NOT_SEARCHED, RELATIONS, VOICES, tag_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, RenderableType

    from zopa.views.types import Brief, Line, Piece, Section, Table

NARROW = 90
"""Columns below which the grid is told as a list: five columns of less than sixteen characters cannot be read."""

_STYLES = {"plain": "", "quote": "", "label": "bold", "voice": "bold", "gap": "italic dim", "soft": "dim",
           "added": "bold underline", "removed": "strike"}  # fmt: skip
_TAGS = {
    "contradicted": "red",
    "opposed-judgement": "yellow",
    "selective-quotation": "blue",
    "corroborated": "green",
    "single-source": "dim",
}


def print_first_page(brief: Brief, console: Console) -> None:
    """Print the page that answers, what could not be read, and what was not searched."""
    page = brief.first_page
    console.print(Text(one_line(" · ".join(kicker(brief))), style="dim"))
    console.print(Text(one_line(page.title), style="bold"))
    for line in page.standfirst:
        console.print(line_text(line))
    letters = frozenset(entry.letter for entry in brief.documents)
    for section in page.sections:
        print_section(section, console, letters)
    console.print()
    for problem in brief.problems:
        console.print(Text("could not read: ", style="bold") + Text(one_line(problem)))
    if not any("not searched" in label.lower() for label, _ in brief.made):
        console.print(Text(NOT_SEARCHED, style="dim"))


def print_page(page: Brief, console: Console) -> None:
    """Print the sections of a page, and the documents that its letters stand for."""
    console.print(Text(one_line(page.first_page.title), style="bold"))
    for line in page.first_page.standfirst:
        console.print(line_text(line))
    letters = frozenset(entry.letter for entry in page.documents)
    for section in page.first_page.sections:
        print_section(section, console, letters, legend=_has_voices(section))
    console.print()
    for entry in page.documents:
        name = " · ".join((document_name(entry.document), *document_byline(entry.document)[-1:]))
        console.print(Text(f"{entry.letter} = {one_line(name)}", style="dim"))


def _has_voices(section: Section) -> bool:
    cells = [cell for _, row in (section.table.rows if section.table else ()) for cell in row]
    return any(piece.tone == "voice" for cell in cells for piece in cell)


def print_section(section: Section, console: Console, letters: frozenset[str], *, legend: bool = True) -> None:
    """Print one headed part: its note, its lines, its table with the `legend` of voices; `letters` are the documents'."""
    console.print()
    console.print(Text(one_line(section.title).upper(), style="bold"))
    if section.note:
        console.print(Text(one_line(section.note), style="dim"))
    if section.lines:
        common = common_relation(section.lines)
        rows = ((_number(line.number), _apart(line, section.key, letters, common)) for line in section.lines)
        console.print(hanging(rows))
    if section.table is not None:
        console.print(_list(section.table) if console.width < NARROW else _grid(section.table))
        if legend:
            console.print(
                Text("voice: " + ", ".join(f"{sign} {meaning}" for sign, meaning in VOICES.items()), style="dim")
            )


def hanging(rows: Iterable[tuple[Text, RenderableType]], width: int = 3) -> Grid:
    """Rows of a mark and a text that wraps beside it, never under it."""
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(justify="right", min_width=width, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for mark, text in rows:
        grid.add_row(mark, text)
    return grid


def _apart(line: Line, key: str, letters: frozenset[str], common: str | None) -> Text:
    """A line's text, each account on a line of its own where it sets them beside each other."""
    apart = find_sides(line, key, letters)
    if apart is None:
        return line_text(line, common)
    head = pieces_text(apart.head)
    if tag := shown_tag(line, common):
        head.append_text(tag_text(tag))
    return Text("\n").join([head, *(pieces_text(run) for run in (*apart.sides, apart.tail) if run)])


def line_text(line: Line, common: str | None = None) -> Text:
    """A line's pieces, and its tag in words unless the heading says it already."""
    text = pieces_text(line.pieces)
    if tag := shown_tag(line, common):
        text.append_text(tag_text(tag))
    return text


def tag_text(tag: str) -> Text:
    """A tag in brackets with its sign: " [≠ contradicted]"."""
    known = RELATIONS.get(tag)
    sign = f"{known.sign} " if known else ""
    return Text(f" [{sign}{one_line(tag_words(tag))}]", style=_TAGS.get(tag, "dim"))


def pieces_text(pieces: Iterable[Piece]) -> Text:
    """Pieces as one run of text, quotations in quotation marks."""
    text = Text()
    for gap, piece in spaced(pieces):
        text.append(gap + _spaced_line(quoted(piece)), style=_STYLES[piece.tone])
    return text


def _spaced_line(text: str) -> str:
    """One line that keeps the space at either end, which a piece may bring for its neighbour."""
    return (" " if text[:1].isspace() else "") + one_line(text) + (" " if text[-1:].isspace() and text.strip() else "")


def _number(number: int | None) -> Text:
    return Text("" if number is None else str(number), style="dim")


def _columns(table: Table) -> tuple[str, tuple[str, ...]]:
    """The heading of the row heads, "" where the table has none, and those of the cells."""
    headed = bool(table.rows) and len(table.columns) > len(table.rows[0][1])
    return (table.columns[0], table.columns[1:]) if headed else ("", table.columns)


def _cell(cell: tuple[Piece, ...]) -> Text:
    return Text("\n").join(pieces_text(voice) for voice in split_voices(cell))


def _grid(table: Table) -> Grid:
    head, columns = _columns(table)
    grid = Grid(box=SIMPLE_HEAD, show_lines=True, pad_edge=False, expand=True, header_style="bold")
    grid.add_column("", justify="right", min_width=3, no_wrap=True)
    heads = [line_text(line).cell_len for line, _ in table.rows]
    grid.add_column(Text(one_line(head)), ratio=_room(head, heads), overflow="fold")
    for n, column in enumerate(columns):
        widths = [_cell(cells[n]).cell_len for _, cells in table.rows if n < len(cells)]
        grid.add_column(Text(one_line(column)), ratio=_room(column, widths), overflow="fold")
    for line, cells in table.rows:
        grid.add_row(_number(line.number), line_text(line), *(_cell(cell) for cell in cells))
    return grid


def _room(head: str, widths: list[int]) -> int:
    """A column's share of the width: what its longest cell asks for, within bounds that leave room for the others."""
    return min(_WIDEST, max(_NARROWEST, len(head), *widths))


_NARROWEST, _WIDEST = 7, 30  # a column of three letters still shows its head; a long text wraps


def _list(table: Table) -> Grid:
    """The table row by row: what it is about, then who wants what of it."""
    _, columns = _columns(table)
    rows: list[tuple[Text, RenderableType]] = []
    for line, cells in table.rows:
        rows.append((_number(line.number), line_text(line)))
        named = zip(columns, cells, strict=False)
        rows.extend((Text(), Padding(_party(column, cell), (0, 0, 0, 2))) for column, cell in named)
    return hanging(rows)


def _party(column: str, cell: tuple[Piece, ...]) -> Text:
    return Text(f"{one_line(column)}: ", style="bold") + Text("; ").join(pieces_text(v) for v in split_voices(cell))
