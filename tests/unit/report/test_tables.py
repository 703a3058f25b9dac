"""Spreadsheets hold what the page holds: each sheet one table, a CSV one table."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from click.testing import CliRunner
from tests.unit.web.talks import CASE, make_case

from zopa import cli
from zopa.report.tables import page_rows, render_csv, render_xlsx
from zopa.views.types import Line, Piece, Section, Table

PROCESS = """
process:
  meetings:
    - {date: 2031-03-01, place: Port City, parties: [city, guild], status: held, what: fourth round}
    - {date: 2031-04-02, place: Lower Harbour, parties: [city, guild], status: planned}
  calendar: [{date: 2031-05-05, what: vote of the pilots, status: fixed}]
  gates: [{before: boats leave the basin, after: masters meet, says: city, holder: guild}]
drafts:
  one: {name: First draft, terms: {pier: keep}}
"""
WORDS = ("fourth round", "Lower Harbour", "vote of the pilots", "boats leave the basin", "Guild")


def line(text: str, tag: str | None = None) -> Line:
    return Line((Piece(text),), tag=tag)


def table(*columns: str) -> Table:
    return Table(columns, ((line("one"), tuple((Piece(f"{name} of one"),) for name in columns[1:])),))


def written(tmp_path, command: str, ending: str) -> bytes:
    home = make_case(tmp_path / "harbour", CASE.replace(", status: proposed", "") + PROCESS)
    target = tmp_path / f"out.{ending}"
    assert CliRunner().invoke(cli.main, [command, str(home), "-o", str(target)]).exit_code == 0
    return target.read_bytes()


def test_the_process_as_csv_is_one_table_with_everything(tmp_path) -> None:
    text = written(tmp_path, "process", "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    assert rows[0][:2] == ["Part", "What"]
    assert {"Gates", "Channels", "Meetings", "What is due"} <= {row[0] for row in rows}
    assert all(word in text for word in WORDS)


def test_the_process_as_xlsx_has_a_sheet_for_each_part(tmp_path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(tmp_path, "process", "xlsx")))
    assert {"Gates", "Channels", "Meetings", "What is due"} <= set(book.sheetnames)
    told = " ".join(str(c.value) for s in book.worksheets for row in s.iter_rows() for c in row)
    assert all(word in told for word in WORDS)


@pytest.mark.parametrize("command", ["deals", "deadlock", "grid"])
def test_every_csv_is_one_table(tmp_path, command: str) -> None:
    """One head, every row as long as it, no second table below."""
    rows = list(csv.reader(io.StringIO(written(tmp_path, command, "csv").decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 1


def test_a_page_that_is_one_table_stays_one() -> None:
    assert page_rows([Section("a", "A", table=table("x", "y")), Section("b", "B")]) == [["x", "y"], ["one", "y of one"]]


def test_tables_lines_and_notes_side_by_side() -> None:
    """Each column keeps its name, whatever the order of the tables."""
    parts = [
        Section("a", "A", (line("told", "held"),), note="Mind this."),
        Section("b", "B", table=table("x", "y", "z")),
        Section("c", "C", (line("beside"),), table=table("x", "z", "w")),
    ]
    assert page_rows(parts) == [
        ["Part", "What", "y", "z", "w", "Kind"],
        ["A", "Mind this.", "", "", "", "note"],
        ["A", "told", "", "", "", "held"],
        ["B", "one", "y of one", "z of one", "", "row"],
        ["C", "beside", "", "", "", ""],
        ["C", "one", "", "z of one", "w of one", "row"],
    ]
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(parts)))
    assert book.sheetnames == ["A", "B", "C", "Notes"]
    assert [[c.value for c in row] for row in book["Notes"].iter_rows()][1:] == [
        ["A", "Mind this.", "note"],
        ["C", "beside", None],
    ]


@pytest.mark.parametrize("text", ["a\ud800b", "a\uffffb", "a\x01b", "=1+1", "x" * 40_000])
def test_what_no_cell_can_hold(text: str) -> None:
    """Shown as a replacement, never an error; and never a formula."""
    parts = [Section("a", "A", (line(text),))]
    cell = openpyxl.load_workbook(io.BytesIO(render_xlsx(parts)))["A"]["A2"]
    assert cell.data_type == "s"
    assert render_csv(page_rows(parts)).encode("utf-8")
