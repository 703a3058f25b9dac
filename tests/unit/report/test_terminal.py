"""The terminal shows the same page; nothing in a document steers the terminal or Rich."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console

from zopa.errors import Problem
from zopa.report import print_findings, print_first_page, print_problems, print_statements
from zopa.statements import Statement
from zopa.statements.types import Speaker
from zopa.views.types import FirstPage, Line, Piece, Section

from .sample import build_brief, build_documents
from .sample_pieces import passage

LETTERS = {"harbour-gazette": "A", "al-diffa": "B", "upland": "C"}


def printed(call, *args, width=110, **options) -> str:
    out = StringIO()
    call(*args, Console(file=out, width=width, **options))
    return out.getvalue()


def test_the_first_page_is_there_in_both_widths():
    brief = build_brief()
    for width in (110, 72):
        text = " ".join(printed(print_first_page, brief, width=width).split())
        for number in range(1, 20):
            assert f" {number} " in text
        assert "BOTTOM LINE" in text
        assert "[≠ contradicted]" in text
        assert "could not read: minutes.pdf" in text
    assert "Delta villages: not found" in text  # the narrow one tells the grid as a list


def test_lines_hang_under_their_text():
    lines = printed(print_first_page, build_brief(), width=72).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("  1 "))
    assert lines[start + 1].startswith("    ")


def test_no_line_is_wider_than_the_console():
    for width in (60, 100):
        for line in printed(print_first_page, build_brief(), width=width).splitlines():
            assert len(line) <= width + 10  # Arabic marks take no cell and count as characters


def test_hostile_text_is_shown_and_not_obeyed():
    hostile = "[bold]x[/bold] \x1b[31m \x07 \u202e [link=http://evil.example]y[/link] :smile:"
    page = FirstPage(hostile, (), (Section("s", hostile, (Line((Piece(hostile),), 1, hostile),), note=hostile),))
    brief = replace(build_brief(), first_page=page)
    for options in ({}, {"force_terminal": True, "no_color": True}):
        text = printed(print_first_page, brief, **options)
        assert "\x07" not in text
        assert "\u202e" not in text
        assert "\x1b[31m" not in text
        assert "[bold]x[/bold] ␛[31m ␇ ‹U+202E›" in text
        assert ":smile:" in text


def test_no_escape_at_all_where_it_is_no_terminal():
    assert "\x1b" not in printed(print_first_page, build_brief())
    assert "\x1b" not in printed(print_findings, build_brief().findings, LETTERS)


def test_findings_are_grouped_with_quotes_in_full():
    text = printed(print_findings, build_brief().findings, LETTERS, width=300)
    assert text.index("They contradict each other") < text.index("More than one says it")
    for finding in build_brief().findings:
        for item in finding.passages:
            assert f":{item.start}-{item.end}]" in text
    assert "Nothing to compare" in printed(print_findings, (), {})


def test_statements_say_who_and_how():
    a, _, c = build_documents()
    said = passage(a, "No text was agreed and none was promised,")
    quote = Statement(
        "1", None, "quotation", "verbatim", said, (said,), Speaker("Tomas Vel", 0, 0, party="Velmar", inferred=True)
    )
    red = passage(c, "\x1b[31mred alert\x1b[0m")
    own = Statement("2", None, "own-voice", None, red, (), act="assess", hedged=True, reported_by=("state [i]media",))
    text = printed(print_statements, (quote, own), LETTERS)
    assert f"“{said.text}” [A:{said.start}-{said.end}]" in text
    assert "Tomas Vel (Velmar) inferred" in text
    assert "verbatim, state" in text
    assert "the author" in text
    assert "own voice, assess, hedged, by way of state [i]media" in text
    assert "No statements found." in printed(print_statements, (), {})
    assert "\x1b" not in text


def test_problems_stand_on_one_line_each():
    problems = (
        Problem("error", "a[b].pdf", None, "no-text", "holds only pictures.", "Run it through text recognition."),
        Problem("warning", "case.yaml", 3, "blank", "x\x1b", "y"),
        Problem("note", "", None, "n", "m", "c"),
    )
    lines = printed(print_problems, problems, width=40).splitlines()
    assert lines == [
        "a[b].pdf: error [no-text] holds only pictures. Run it through text recognition.",
        "case.yaml:3: warning [blank] x␛ y",
        "note [n] m c",
    ]


def test_a_page_that_says_what_was_not_searched_is_not_told_twice():
    brief = replace(build_brief(), made=(("Not searched", "wires"),))
    assert "no official readout" not in printed(print_first_page, brief)


def test_a_speaker_without_a_party_has_a_name_only():
    a, _, _ = build_documents()
    said = passage(a, "No text was agreed and none was promised,")
    quote = Statement("1", None, "quotation", "verbatim", said, (said,), Speaker("Tomas Vel", 0, 0))
    assert "Tomas Vel  verbatim" in printed(print_statements, (quote,), LETTERS)
