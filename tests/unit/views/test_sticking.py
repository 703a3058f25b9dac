"""What divides the sides, as lines: once over all that name it, nothing that another line shows, who says it only where needed."""

from __future__ import annotations

from zopa.views.excerpts import sentence_key
from zopa.views.sticking import build_sticking_points

from .checking import false_quotes, line_pieces, text_of
from .stories import Story, long_text, material

PAY = "The talks in Brenn broke down over sick pay."
YARD = "The yard and the union are deadlocked over the sick pay of crane drivers."


def test_one_line_a_point_with_the_letters_of_all_who_name_it() -> None:
    """The sentence whole; what another line of the page quotes is left out; at most the limit."""
    told = material(Story("a", f"{PAY} They are at odds over the roster."), Story("b", f"{YARD} {long_text('b', 30)}"))
    lines = build_sticking_points(told, (), 3)
    assert [text_of(line) for line in lines] == [
        f"Sticking point (A, B): {PAY}",
        "Sticking point (A): They are at odds over the roster.",
    ]
    assert not false_quotes(line_pieces(lines))
    assert len(build_sticking_points(told, (), 1)) == 1
    shown = sentence_key(told, told.talks.sticking[0].points[0].passage)
    assert [text_of(line)[:18] for line in build_sticking_points(told, {shown}, 3)] == ["Sticking point (A)"]


def test_of_a_long_sentence_its_clause_is_shown_and_who_says_it() -> None:
    """From the subject to the end of what is named, never cut before it."""
    long = f"The mediator Ana Brod, {'who had been in Brenn for weeks and ' * 6}who left, said the parties were deadlocked over sick pay."
    (line,) = build_sticking_points(material(Story("a", long)), (), 3)
    assert text_of(line) == "Sticking point (A, says Brod): the parties were deadlocked over sick pay."
