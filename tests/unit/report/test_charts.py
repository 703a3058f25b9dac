"""Charts as drawn: the grammar compiles, hostile words stay words, pictures need no page and pages no network."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace

import docx
import pytest
import vl_convert

from zopa.errors import UsageError
from zopa.report import render_html, render_markdown
from zopa.report.charts import chart_json, chart_spec
from zopa.report.charts.marks import LIGHT, series_colours, series_shapes
from zopa.report.charts.picture import VERSION, render_picture
from zopa.report.docx import render_docx
from zopa.report.html import own_asset
from zopa.report.write import render_page
from zopa.views.charts import Chart, Dot, Network, Node, Package, Pairs, Strip, StripRow, Tie
from zopa.views.types import Section

from .sample import build_brief

EVIL = '</script><!--<img src=x onerror="window.pwned=1"> & \u2028\u202e'
CHARTS = {
    "lanes": Strip(
        (StripRow("a", "Alba", "nobody has said", "low", "high"), StripRow("b", EVIL)),
        ("First draft", EVIL),
        (Dot("a", "First draft", 0.2, 0.7, told="x"), Dot("b", EVIL, 0.5, told=EVIL), Dot("b", "First draft", 1.0, barred=True)),
        (Dot("a", "", 0.4), Dot("b", "", 0.3, 0.9)),
        "no deal",
    ),
    "dates": Strip(
        (StripRow("m", "Meetings"),),
        ("held", "planned"),
        (Dot("m", "held", "2025-12-02"), Dot("m", "held", "2025-12-02"), Dot("m", "planned", "2026-01-01", "2026-03-31", told=EVIL)),
        lanes=False,
        dates=True,
    ),
    "empty row": Strip((StripRow("a", "Alba", "nobody has said what it wants"), StripRow("b", "Boria")), ("Draft",), (Dot("b", "Draft", 0.1),)),  # noqa: E501 - one row
    "boxes": Network(
        (Node("a", "first " * 60, 0, "Alba holds it"), Node("b", EVIL, 1, strong=True), Node("c", "alone", 1)),
        (Tie("a", "b", "open", EVIL), Tie("b", "a", "order disputed"), Tie("c", "c", "open")),
        ("open", "order disputed"),
        "boxes",
    ),
    "lists": Network(
        (Node("a", EVIL, 0, "dropped", strong=True), Node("b", "two", 0), Node("c", "three", 1)),
        (Tie("b", "c", "same", "b to c"),),
        ("same",),
        "lists",
        heads=(EVIL, "Second"),
    ),
    "one list": Network((Node("a", "one", 0, "dropped", strong=True),), (), (), "lists", heads=("First", "Second")),
    "ring": Network(
        (Node("YN", "YN", note="now"), Node("NN", "NN", strong=True), Node("NY", "NY")),
        (Tie("YN", "NN", EVIL, "moves"), Tie("NN", "YN", "Boria gains")),
        (EVIL, "Boria gains"),
        "ring",
    ),
    "one state": Network((Node("Y", "Y"),), (), (), "ring"),
    "pairs": Pairs(
        ("Alba", EVIL, "Cordia"),
        tuple(Package({"Alba": n / 9, EVIL: 1 - n / 9, "Cordia": 0.5}, (n % 2, 0)) for n in range(9)),
        (("Bridge", ("stays", EVIL)), (EVIL, ("low",))),
        (("Draft", {"Alba": 0.1, EVIL: 0.1, "Cordia": 0.1}),),
        {"Alba": (0.2, 0.4)},
    ),
}  # fmt: skip


def _with_chart(drawing):
    section = Section("drawn", "As drawn", chart=Chart(drawing, f"The text: {EVIL}"))
    return replace(build_brief(), parts=(section,))


@pytest.mark.parametrize("name", CHARTS)
def test_every_drawing_compiles_and_draws(name):
    spec = chart_spec(Chart(CHARTS[name], "text"))
    compiled = vl_convert.vegalite_to_vega(json.loads(json.dumps(spec)), vl_version=VERSION)
    assert compiled["marks"] or compiled.get("layout")
    drawn = render_picture([Section("k", "Title here", chart=Chart(CHARTS[name], "text"))], "svg").decode("utf-8")
    assert "Title here" in drawn
    assert "var(--" not in drawn  # a picture has no page that would know the colour
    assert "<img" not in drawn


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_of_a_document_ends_the_script_that_carries_it(name):
    text = chart_json(Chart(CHARTS[name], EVIL))
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == json.loads(json.dumps(chart_spec(Chart(CHARTS[name], EVIL))))


def test_hidden_characters_are_shown_by_name():
    assert "\\u202e" not in json.dumps(chart_spec(Chart(CHARTS["lists"], "text")))
    assert "‹U+202E›" in json.dumps(chart_spec(Chart(CHARTS["lists"], "text")), ensure_ascii=False)


def test_the_marks_of_a_specification_hold_only_our_own_expressions():
    """Words of documents are values of data, names of a legend, titles; never an expression that Vega evaluates."""
    found: list[str] = []

    def walk(value, key=""):
        if isinstance(value, dict):
            for k, part in value.items():
                walk(part, k)
        elif isinstance(value, list):
            for part in value:
                walk(part, key)
        elif key in {"expr", "test", "signal", "calculate", "filter", "update", "href", "url"}:
            found.append(value)

    for drawing in CHARTS.values():
        walk(chart_spec(Chart(drawing, EVIL)))
    assert {re.sub(r"\d+\.?\d*", "#", text) for text in found} == {"# * width", "datum.strong", "datum.n === chosen"}


def test_colours_of_pictures_are_those_of_the_page_in_light():
    told = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", own_asset("brief.css").split("@media")[0]))
    full = {name: f"#{''.join(c * 2 for c in value[1:])}" if len(value) == 4 else value for name, value in told.items()}
    assert {name: full[name] for name in LIGHT} == LIGHT


def test_a_page_without_charts_carries_no_chart_library():
    page = render_html(build_brief())
    assert "vegaLite" not in page
    assert "sha256" in page


def test_a_page_with_charts_allows_its_own_scripts_by_hash_and_no_eval():
    page = render_html(_with_chart(CHARTS["pairs"]))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.count("sha256-") == 6  # the style, the page, three libraries, the charts
    assert "unsafe" not in policy
    assert len(page.encode("utf-8")) < 2_000_000
    assert page.count('<script type="application/json">') == 1


def test_the_text_stands_for_the_chart_where_none_can_be_drawn():
    brief = _with_chart(CHARTS["lists"])
    assert "*Chart:* The text:" in render_markdown(brief)
    words = docx.Document(io.BytesIO(render_docx(brief)))
    assert any(p.text.startswith("The text:") for p in words.paragraphs)


def test_word_gets_the_picture():
    with zipfile.ZipFile(io.BytesIO(render_docx(_with_chart(CHARTS["lists"])))) as parts:
        assert [name for name in parts.namelist() if name.endswith(".png")]


def test_without_the_extra_word_has_the_text_and_a_picture_says_what_is_missing(monkeypatch):
    monkeypatch.setattr("zopa.report.charts.picture.find_spec", lambda _: None)
    monkeypatch.setattr("zopa.report.charts.picture.import_module", _missing)
    brief = _with_chart(CHARTS["lists"])
    with zipfile.ZipFile(io.BytesIO(render_docx(brief))) as parts:
        assert not [name for name in parts.namelist() if name.endswith(".png")]
    with pytest.raises(UsageError, match=r"zopa\[charts\]"):
        render_page(brief, "x.svg")


def _missing(name):
    raise ImportError(name)


def test_a_page_without_a_chart_makes_no_picture():
    with pytest.raises(UsageError, match="found none here"):
        render_page(build_brief(), "x.png")


def test_several_charts_make_one_picture():
    brief = replace(build_brief(), parts=tuple(Section(n, n, chart=Chart(d, "t")) for n, d in CHARTS.items()))
    assert render_page(brief, "x.png").startswith(b"\x89PNG")
    drawn = render_page(brief, "x.svg").decode("utf-8")
    assert [drawn.index(f">{name}<") for name in CHARTS] == sorted(drawn.index(f">{name}<") for name in CHARTS)


@pytest.mark.parametrize("odd", ["\uffff", "\x01", "\ud800"])
def test_a_sign_that_no_picture_holds_ends_nothing(monkeypatch: pytest.MonkeyPatch, odd: str):
    """The library ends the whole program at such a sign, so it gets the one for an unknown character."""
    asked: list[object] = []

    class Library:
        def vegalite_to_svg(self, spec: object, **_: str) -> str:
            asked.append(spec)
            return "<svg/>"

    monkeypatch.setattr("zopa.report.charts.picture._library", Library)
    monkeypatch.setattr(
        "zopa.report.charts.picture.draw", lambda _: {"data": {"values": [{"text": f"a{odd}b", odd: 1}]}}
    )
    render_picture([Section("A title", "id", chart=Chart(CHARTS["lists"], "text"))], "svg")
    assert {"text": "a\ufffdb", "\ufffd": 1} in asked[0]["vconcat"][0]["data"]["values"]  # pyright: ignore[reportIndexIssue]


def test_no_two_series_of_a_chart_look_alike():
    told = list(zip(series_colours(36), series_shapes(36), strict=True))
    assert len(set(told)) == 36
