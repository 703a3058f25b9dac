"""Charts that need no case: two texts, a conflict, documents."""

from __future__ import annotations

from zopa.plans import build_redline, parse_points
from zopa.run.documents import compare_all, read_accounts
from zopa.run.stability import improvements, stability
from zopa.views import Material
from zopa.views.charts.conflict import draw_conflict
from zopa.views.charts.heard import draw_heard
from zopa.views.charts.redline import draw_redline

OPEN = "1. The bridge stays open to all ships at all hours.\n"
FIRST = OPEN + "2. The toll is 40 crowns.\n3. Both cities pay for the lamps.\n"
SECOND = OPEN + "2. The toll is 60 crowns.\n3. A joint office keeps the books of the harbour.\n"


def test_points_face_what_became_of_them():
    chart = draw_redline(build_redline(parse_points(FIRST), parse_points(SECOND)), ("First", "Second"))
    assert [(n.column, n.note) for n in chart.drawing.nodes if n.strong] == [(0, "dropped"), (1, "added")]
    assert [t.kind for t in chart.drawing.ties] == ["same", "changed"]
    assert chart.text == "First has 3 points, Second has 3: 1 same, 1 changed, 1 dropped, 1 added."


def test_no_points_no_chart():
    assert draw_redline(build_redline((), ()), ("a", "b")) is None


def test_states_that_hold_stand_out_and_now_is_named(pytestconfig):
    made = stability(pytestconfig.rootpath / "examples" / "conflicts" / "cuban.gmcr")
    moves = improvements(made.conflict)
    chart = draw_conflict(made.result, moves, made.names)
    assert {n.key for n in chart.drawing.nodes if n.strong} == set(made.result.equilibria["seq"])
    assert [n.key for n in chart.drawing.nodes if n.note == "now"] == [
        s for s in made.result.states if s == made.result.status_quo
    ]
    assert len(chart.drawing.ties) == len(moves)


def test_too_many_states_are_not_drawn(pytestconfig, monkeypatch):
    monkeypatch.setattr("zopa.run.stability.MOST", 2)
    monkeypatch.setattr("zopa.views.charts.conflict.MOST", 2)
    made = stability(pytestconfig.rootpath / "examples" / "conflicts" / "cuban.gmcr")
    assert improvements(made.conflict) == ()
    assert draw_conflict(made.result, [("a", "b", "c")], made.names) is None


def test_who_is_quoted_and_who_is_only_reported(tmp_path):
    (tmp_path / "a.txt").write_text(
        'Russian President Vladimir Putin said: "We are ready for talks." The White House said that it would answer. '
        "Officials said that the date was open.\n",
        "utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "It rained in Vienna. The streets were empty and the shops closed early that day.\n", "utf-8"
    )
    accounts = read_accounts([str(tmp_path)])
    material = Material(accounts.documents, accounts.records, compare_all(accounts), accounts.vocabulary)
    chart = draw_heard(material)
    kinds = {t.start[2:]: t.kind for t in chart.drawing.ties}
    assert kinds == {"Russia": "quoted", "United States": "reported without quotation"}
    assert chart.text == "Quoted: Russia. Only reported: United States."
    assert len([n for n in chart.drawing.nodes if n.column == 1]) == 1  # the other document lets nobody speak


def test_of_too_many_names_those_heard_in_most_documents_are_drawn(tmp_path, monkeypatch):
    monkeypatch.setattr("zopa.views.charts.heard.MOST", 1)
    (tmp_path / "a.txt").write_text('Russian President Vladimir Putin said: "We are ready for talks."\n', "utf-8")
    (tmp_path / "c.txt").write_text(
        "The White House said that it would answer, and that nobody should wait for more.\n", "utf-8"
    )
    (tmp_path / "b.txt").write_text(
        'It was a long day. Putin said: "Nothing has been signed, and nothing will be soon."\n', "utf-8"
    )
    accounts = read_accounts([str(tmp_path)])
    chart = draw_heard(Material(accounts.documents, accounts.records, compare_all(accounts), accounts.vocabulary))
    assert [n.name for n in chart.drawing.nodes if n.column == 0] == ["Russia"]
    assert chart.text.endswith("1 more are listed under who said what.")


def test_nobody_heard_no_chart(tmp_path):
    (tmp_path / "b.txt").write_text(
        "It rained in Vienna. The streets were empty and the shops closed early that day.\n", "utf-8"
    )
    accounts = read_accounts([str(tmp_path)])
    assert (
        draw_heard(Material(accounts.documents, accounts.records, compare_all(accounts), accounts.vocabulary)) is None
    )
