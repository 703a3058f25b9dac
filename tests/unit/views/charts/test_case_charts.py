"""Charts of a case: what is known is drawn, what nobody has said is not, and a reader without the picture loses nothing."""

from __future__ import annotations

import pytest

from zopa.run.deals import deals
from zopa.run.process import process
from zopa.run.talks import grid
from zopa.solve.deals import Settings
from zopa.views.charts import Network, Pairs, Strip
from zopa.views.charts.drafts import draw_drafts
from zopa.views.charts.frontier import draw_frontier
from zopa.views.charts.gates import draw_gates
from zopa.views.charts.ranges import draw_ranges
from zopa.views.charts.timeline import draft_days, draw_timeline
from zopa.views.charts.voices import draw_voices
from zopa.views.grid import build_grid_charts
from zopa.views.timeline import GateRow, MeetingRow, ProcessView

from .talks import bridge_talks


def _drafts(talks, reading="base"):
    chart = draw_drafts(talks.case, deals(talks, (reading,), settings=Settings(arithmetic=False)).readings[0])
    assert chart is not None
    assert isinstance(chart.drawing, Strip)
    return chart


def _gates(*pairs, **more):
    rows = tuple(GateRow(a, b, ("Alba",), (), **more) for a, b in pairs)
    return draw_gates(ProcessView((), (), rows, (), ()))


def test_a_draft_in_brackets_is_a_stretch_and_a_settled_one_a_point(tmp_path):
    settled = ("terms: {bridge: joint, toll: [none, low]}", "terms: {bridge: joint, toll: low}")
    one = {d.row: d for d in _drafts(bridge_talks(tmp_path / "a")).drawing.dots}
    other = {d.row: d for d in _drafts(bridge_talks(tmp_path / "b", settled)).drawing.dots}
    assert one["alba"].to is not None
    assert one["alba"].at < one["alba"].to
    assert other["alba"].to is None
    assert (
        other["alba"].at == one["alba"].to
    )  # Alba wants a high toll: the settled draft is the better end of the open one


def test_a_range_without_a_deal_is_a_band_and_a_number_a_line(tmp_path):
    limits = {d.row: d for d in _drafts(bridge_talks(tmp_path)).drawing.limits}
    assert limits["alba"].to == 1.0  # "better than first": from that draft's worth to all that it wants
    assert (limits["boria"].at, limits["boria"].to) == (0.25, None)
    assert "better than first" in limits["alba"].told


def test_a_reading_changes_the_line(tmp_path):
    limits = {d.row: d for d in _drafts(bridge_talks(tmp_path), "patient").drawing.limits}
    assert (limits["alba"].at, limits["alba"].to) == (0.9, None)


def test_who_has_said_nothing_gets_no_dot_and_its_row_says_so(tmp_path):
    gone = (
        "  boria:\n    bridge: {prefers: boria > joint, others: worst, salience: medium}\n",
        "",
    )
    chart = _drafts(bridge_talks(tmp_path, gone, (", no-deal: 0.25}", "}")))
    rows = {row.key: row for row in chart.drawing.rows}
    assert rows["boria"].note == "what it wants is not filed yet"
    assert all(dot.row != "boria" for dot in chart.drawing.dots)
    assert "What Boria would have without a deal is not filed yet." in chart.text


def test_no_draft_no_chart(tmp_path):
    gone = "drafts:\n  first: {name: First draft, date: 2025-11-20, by: [cordia], terms: {bridge: joint, toll: [none, low]}}\n"
    talks = bridge_talks(tmp_path, (gone, ""), ("no-deal: better than first", "no-deal: 0.3"))
    assert draw_drafts(talks.case, deals(talks, settings=Settings(arithmetic=False)).readings[0]) is None


def test_the_frontier_holds_every_efficient_deal_with_what_it_takes(tmp_path):
    talks = bridge_talks(tmp_path, ("no-deal: better than first", "no-deal: 0.2"))
    under = deals(talks, ("base",), settings=Settings(arithmetic=False)).readings[0]
    chart = draw_frontier(talks.case, under)
    assert isinstance(chart.drawing, Pairs)
    told = [
        {issue: options[at] for (issue, options), at in zip(chart.drawing.issues, package.choice, strict=True)}
        for package in chart.drawing.packages
    ]
    named = [
        {talks.case.issue_name(i): talks.case.option_name(i, o) for i, o in row.deal.items()}
        for row in under.result.frontier
    ]
    assert told == named
    assert chart.drawing.drafts == ()  # the only draft leaves the toll open, so it has no one place
    assert "Drafts that leave something open are not drawn." in chart.text
    assert chart.drawing.parties == ("Alba", "Boria")


def test_without_an_acceptable_deal_there_is_no_frontier_to_draw(tmp_path):
    talks = bridge_talks(tmp_path, ("no-deal: 0.25", "no-deal: 0.9"))
    under = deals(talks, ("base",), settings=Settings(arithmetic=False)).readings[0]
    assert draw_frontier(talks.case, under) is None


def test_many_deals_are_drawn_evenly_and_the_text_says_so(tmp_path, monkeypatch):
    talks = bridge_talks(tmp_path, ("no-deal: better than first", "no-deal: 0"), ("no-deal: 0.25", "no-deal: 0"))
    under = deals(talks, ("base",), settings=Settings(arithmetic=False)).readings[0]
    count = len(under.result.frontier)
    assert count > 1
    monkeypatch.setattr("zopa.views.charts.frontier.MOST", count - 1)
    chart = draw_frontier(talks.case, under)
    assert len(chart.drawing.packages) == -(-count // 2)
    assert f"Drawn of them: {len(chart.drawing.packages)}." in chart.text


def test_positions_lie_between_the_ends_of_the_scale_and_red_lines_are_crosses(tmp_path):
    chart = draw_ranges(grid(bridge_talks(tmp_path)))[0]
    assert [row.key for row in chart.drawing.rows] == ["bridge"]  # the toll has no scale
    assert (chart.drawing.rows[0].low, chart.drawing.rows[0].high) == ("Alba holds it", "Boria holds it")
    dots = {(d.series, d.barred): d for d in chart.drawing.dots}
    assert dots["Alba", False].at == 0.0
    assert dots["Alba", True].at == 1.0
    assert dots["Boria", False].at == 1.0


def test_many_issues_make_more_charts_than_one(tmp_path, monkeypatch):
    monkeypatch.setattr("zopa.views.charts.ranges.ROWS", 1)
    scaled = ("options: [none, low, high]", "options: [none, low, high]\n    scale: {none: 0, low: 1, high: 2}")
    made = grid(bridge_talks(tmp_path, scaled))
    first, second = draw_ranges(made)
    assert [row.key for chart in (first, second) for row in chart.drawing.rows] == ["bridge", "toll"]
    assert {dot.row for dot in second.drawing.dots} == {"toll"}
    assert [s.title for s in build_grid_charts(made)][:2] == [
        "Between the options (1 of 2)",
        "Between the options (2 of 2)",
    ]


def test_silence_is_not_flexibility(tmp_path):
    chart = draw_ranges(grid(bridge_talks(tmp_path)))[0]
    assert all(d.series != "Cordia" for d in chart.drawing.dots)
    assert chart.drawing.rows[0].note == "not found: Cordia"
    assert all(
        d.to is None for d in chart.drawing.dots
    )  # Alba ruled out one option of three: it did not accept the middle one
    assert "which is not the same as neutral" in chart.text


def test_what_is_accepted_stretches_the_mark(tmp_path):
    chart = draw_ranges(
        grid(bridge_talks(tmp_path, ("others: worst, salience", "others: worst, accepts: [joint], salience")))
    )[0]
    stretch = next(d for d in chart.drawing.dots if d.series == "Boria")
    assert (stretch.at, stretch.to) == (0.5, 1.0)


def test_what_is_only_proposed_is_not_drawn(tmp_path):
    proposed = (
        "bridge: {prefers: boria > joint, others: worst",
        "bridge: {status: proposed, prefers: boria > joint, others: worst",
    )
    chart = draw_ranges(grid(bridge_talks(tmp_path, proposed)))[0]
    assert all(d.series != "Boria" for d in chart.drawing.dots)


def test_a_tie_of_the_network_carries_the_best_voice(tmp_path):
    chart = draw_voices(grid(bridge_talks(tmp_path)))
    assert isinstance(chart.drawing, Network)
    assert [(t.start, t.end, t.kind) for t in chart.drawing.ties] == [("p.alba", "i.bridge", "in its own words")]
    assert "Boria: not heard" in chart.text


def test_without_a_passage_there_is_no_network(tmp_path):
    quote = '- {source: courier, quote: "will never leave the bridge", for: red-line, said-by: Anna Orlin, status: fragment}'
    evidence = f"      evidence:\n        {quote}\n"
    assert draw_voices(grid(bridge_talks(tmp_path, (evidence, "")))) is None


def test_days_are_drawn_and_a_month_is_a_stretch(tmp_path):
    talks = bridge_talks(tmp_path, ("{date: 2025-12-02, place", "{date: 2025-12, place"))
    chart = draw_timeline(process(talks), draft_days(talks.case))
    dots = {d.row: d for d in chart.drawing.dots}
    assert (dots["Meetings"].at, dots["Meetings"].to) == ("2025-12-01", "2025-12-31")
    assert (dots["Drafts"].at, dots["Drafts"].to) == ("2025-11-20", None)
    assert chart.text.startswith("From 2025-11-20 to 2025-12-31: 1 meeting held")


def test_one_day_is_no_line_of_time(tmp_path):
    assert draw_timeline(process(bridge_talks(tmp_path))) is None


def test_of_too_many_days_the_latest_are_drawn_and_the_text_says_so(monkeypatch):
    monkeypatch.setattr("zopa.views.charts.timeline.MOST", 2)
    days = ("2025-12-03", "2025-11-01", "2025-12-01")
    meetings = tuple(MeetingRow(day, "Vienna", ("Anna Orlin",), ("Alba",), "held", ()) for day in days)
    chart = draw_timeline(ProcessView(meetings, (), (), (), ()))
    assert [dot.at for dot in chart.drawing.dots] == ["2025-12-03", "2025-12-01"]
    assert chart.text.endswith("1 earlier ones are listed, not drawn.")


def test_of_too_many_gates_the_rest_is_left_to_the_list(monkeypatch):
    monkeypatch.setattr("zopa.views.charts.gates.MOST", 2)
    chart = _gates(("a", "b"), ("c", "d"), ("e", "f"))
    assert len(chart.drawing.ties) == 2
    assert chart.text.endswith("1 more are listed below.")


def test_gates_stand_right_of_what_they_wait_for():
    chart = _gates(("truce", "talks"), ("talks", "treaty"), ("truce", "treaty"))
    assert {n.key: n.column for n in chart.drawing.nodes} == {"truce": 0, "talks": 1, "treaty": 2}
    assert [n.key for n in chart.drawing.nodes if n.strong] == ["treaty"]


@pytest.mark.parametrize(
    "pairs", [[("a", "b"), ("b", "a")], [("a", "a")], [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]]
)
def test_gates_in_a_circle_are_drawn_too(pairs):
    chart = _gates(*pairs)
    assert {t.start for t in chart.drawing.ties} <= {n.key for n in chart.drawing.nodes}
    assert max(n.column for n in chart.drawing.nodes) < len(chart.drawing.nodes)


def test_a_disputed_order_and_a_passed_gate_are_told_apart():
    assert _gates(("a", "b"), disputed_by=("Boria",)).drawing.ties[0].kind == "order disputed"
    passed = draw_gates(ProcessView((), (), (GateRow("a", "b", (), (), passed="2025-12-01"),), (), ()))
    assert passed.drawing.ties[0].kind == "passed"
    assert "nobody is named as saying so" in passed.drawing.ties[0].told
    assert draw_gates(ProcessView((), (), (), (), ())) is None
