"""A redline as Word file and as spreadsheet: accepted it is the second text, rejected it holds the words of the first."""

from __future__ import annotations

import io
import re
from collections import Counter

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from zopa.plans import compare_plans, parse_plan
from zopa.report.redline_docx import render_redline_docx
from zopa.report.redline_sheet import render_redline_sheet
from zopa.sources import read_document

A = """The Parties,

Article 1
Tolls

1. The toll is five crowns a ship. Rafts pay nothing at all.
2. Fishing boats pay no toll.

Article 2
Gates

1. The gate shuts at dusk.
(a) by day;
(b) by night.

Done at Lowe on 4 May 2031
"""
B = """The two Parties,

Article 1
Gates

1. The gate shuts at dawn.
(a) by day;
(b) by night.

Article 2
Tolls

1. The toll is six crowns a ship.
2. Rafts pay nothing at all.
3. [Pilots pay half.]

Done at Lowe on 9 May 2031
"""


def view(data: bytes, *, accepted: bool) -> str:
    """The text of the file with all changes accepted, or all rejected."""
    lines: list[str] = []
    gone, kept = ("del", "ins") if accepted else ("ins", "del")
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if mark is not None and mark.find(qn(f"w:{gone}")) is not None:
            continue
        texts = [
            t for t in paragraph.iter(qn("w:t"), qn("w:delText")) if t.getparent().getparent().tag != qn(f"w:{gone}")
        ]
        lines.append("".join(t.text or "" for t in texts))
    assert kept in {"ins", "del"}
    return "\n".join(line for line in lines if line.strip())


def words(text: str) -> Counter[str]:
    """Words of a text, however they are arranged."""
    return Counter(re.findall(r"[^\W_]+", text))


@pytest.fixture(scope="module")
def written() -> bytes:
    """The Word file of the two texts."""
    redline = compare_plans(parse_plan(A), parse_plan(B))
    return render_redline_docx(redline, (A, B), author="Desk", day="2031-05-04")


def test_accepted_it_is_the_second_text(written: bytes) -> None:
    """Read back, every point and every other part is the same."""
    read = view(written, accepted=True)
    made = compare_plans(parse_plan(B), parse_plan(read))
    assert {row.status for row in (*made.points, *made.parts)} == {"same"}
    assert words(read) == words(B)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "§ 1 Lotsen\nLotsen gehen an Bord.\n§ 2 Hafen\nDer Hafen ist offen.\n",
            "§ 1 Lotsen\nZwei Lotsen gehen an Bord.\n§ 2 Hafen\nDer Hafen ist zu.\n",
        ),
        (
            "Article 1 Gates\nThe gate is shut.\nArticle 2 Tolls\nNo toll is paid.\n",
            "Article 2 Tolls\nNo toll is paid.\nArticle 3 New gates\nThe gate is open.\n",
        ),
        (
            "Article 1 Gates\nThe gate is shut at dusk.\nArticle 2 Tolls\nNo toll is paid by rafts.\n",
            "Article 1 Tolls\nNo toll is paid by rafts.\n",
        ),
        (
            "Article premier\nLe port est ouvert.\n3. Kapitel\nSchluss\n",
            "Article premier\nLe port est clos.\n3. Kapitel\nSchluss\n",
        ),
    ],
)  # fmt: skip
def test_a_heading_stands_between_number_and_words(first: str, second: str) -> None:
    """Accepted the file holds the words of the second text in its order, and reads back as it; rejected those of the first."""
    redline = compare_plans(parse_plan(first), parse_plan(second))
    data = render_redline_docx(redline, (first, second), author="A", day="2031-05-04")
    assert view(data, accepted=True).split() == second.split()
    assert words(view(data, accepted=False)) == words(first)
    found = read_document("a.docx", data=data)[0]
    assert found is not None
    back = compare_plans(parse_plan(second), parse_plan(found.text))
    assert {(row.status, row.a[0].number == row.b[0].number) for row in back.points} == {("same", True)}


def test_rejected_it_holds_the_words_of_the_first(written: bytes) -> None:
    """No word is lost, though what moved stands in its new place."""
    assert words(view(written, accepted=False)) == words(A)


def test_changes_carry_author_and_day(written: bytes) -> None:
    """As a word processor shows them."""
    xml = docx.Document(io.BytesIO(written)).element.xml
    assert 'w:author="Desk"' in xml
    assert 'w:date="2031-05-04T00:00:00Z"' in xml


def test_the_spreadsheet_has_four_columns() -> None:
    """First text, second text, change, status; nothing is taken for a formula."""
    redline = compare_plans(parse_plan("1. =SUM(A1) is low.\n2. Old.\n"), parse_plan("1. =SUM(A1) is high.\n"))
    sheet = load_workbook(io.BytesIO(render_redline_sheet(redline, ("a", "b")))).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0] == ["a", "b", "Change", "Status"]
    assert [row[3] for row in cells[1:]] == ["changed", "dropped"]
    assert "low → high" in cells[1][2]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
