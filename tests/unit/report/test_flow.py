"""Pieces follow each other as words do; accounts are found in a line that sets them beside each other."""

import pytest

from zopa.report.flow import common_relation, find_sides, is_gap, shown_tag, spaced, split_letters, split_voices
from zopa.views.types import Line, Piece


def run(*pieces: Piece) -> str:
    return "".join(gap + piece.text for gap, piece in spaced(pieces))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ((Piece("Five hours"), Piece("A", (), "label"), Piece(".")), "Five hours A."),
        ((Piece("~", (), "voice"), Piece("A", (), "label"), Piece("600")), "~A 600"),
        ((Piece("with "), Piece("own space")), "with own space"),
        ((Piece("("), Piece("aside"), Piece(")")), "(aside)"),
        ((Piece("28"), Piece("-point")), "28-point"),
        ((Piece("Russia"), Piece("'s")), "Russia's"),
        ((Piece(""), Piece("x")), "x"),
    ],
)
def test_spaces_between_pieces(pieces, text):
    assert run(*pieces) == text


def test_sides_are_cut_at_document_letters():
    a, b = Piece("A", (), "label"), Piece("B", (), "label")
    says = Piece("yes", (), "quote")
    line = Line(
        (Piece("Which?"), Piece("~", (), "voice"), a, says, b, says, Piece("Judgements.", (), "soft")),
        1,
        "contradicted",
    )
    sides = find_sides(line, "x", {"A", "B"})
    assert sides is not None
    assert [p.text for p in sides.head] == ["Which?"]
    assert [[p.text for p in side] for side in sides.sides] == [["~", "A", "yes"], ["B", "yes"]]
    assert [p.text for p in sides.tail] == ["Judgements."]


def test_a_line_of_another_kind_runs_on():
    a, b = Piece("A", (), "label"), Piece("B", (), "label")
    assert find_sides(Line((a, b), 1, "corroborated"), "contradict", {"A", "B"}) is None
    assert find_sides(Line((a, b), 1), "both-say", {"A", "B"}) is None
    assert find_sides(Line((a,), 1, "contradicted"), "contradict", {"A", "B"}) is None
    assert find_sides(Line((a, b), 1), "contradict", {"A", "B"}) is not None


def test_voices_stand_on_their_own_lines():
    voice, text = Piece("*", (), "voice"), Piece("x")
    assert split_voices((voice, text, voice, text)) == [(voice, text), (voice, text)]
    assert split_voices((text,)) == [(text,)]


def test_gap_and_tag():
    assert is_gap((Piece("not found", (), "gap"),))
    assert not is_gap((Piece("x"),))
    both = [Line((), tag="corroborated"), Line((), tag="corroborated")]
    assert common_relation(both) == "corroborated"
    assert shown_tag(both[0], "corroborated") is None
    assert shown_tag(Line((), tag="bottom"), None) is None
    assert shown_tag(Line((), tag="held"), None) == "held"
    assert common_relation([Line((), tag="held")]) is None
    assert common_relation([*both, Line(())]) is None


def test_letters_stand_on_their_own_lines():
    head, a, b = Piece("Two."), Piece("A", (), "label"), Piece("B", (), "label")
    parts = split_letters((head, a, Piece(" = x"), Piece("; "), b, Piece(" = y")), {"A", "B"})
    assert [[p.text for p in part] for part in parts] == [["Two."], ["A", " = x"], ["B", " = y"]]
    assert split_letters((a,), {"A"}) == [(a,)]
