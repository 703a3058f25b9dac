"""Charts in a real browser, in a file from disk: drawn under the policy, in both schemes, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zopa.report import render_html
from zopa.views.charts import Chart
from zopa.views.types import Section

from .sample import build_brief
from .test_charts import CHARTS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("charts") / "brief.html"
    parts = tuple(
        Section(f"c{n}", name, chart=Chart(drawing, f"Text of {name}."))
        for n, (name, drawing) in enumerate(CHARTS.items())
    )
    path.write_text(render_html(replace(build_brief(), parts=parts)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def open_page(browser, file):
    """Open the file; fail at the end on any console message, page error, or request besides the file."""
    heard: list[str] = []
    contexts = []

    def open_(width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("request", lambda request: heard.append(request.url) if request.url.split("#")[0] != file else None)
        page.goto(file)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert heard == []


def _drawn_for(page) -> int:
    """The width that the first chart was last drawn for."""
    return int(page.locator("figure.chart .plot").first.get_attribute("data-drawn"))


def _draw_all(page) -> None:
    for figure in page.locator("figure.chart").all():
        figure.scroll_into_view_if_needed()
        figure.locator("svg").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (375, "dark")])
def test_every_chart_is_drawn_and_none_widens_the_page(open_page, width, scheme):
    page = open_page(width, color_scheme=scheme)
    _draw_all(page)
    assert page.locator(".plot[data-failed]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("window.pwned") is None
    assert page.locator("figure.chart [role=img]").count() == len(CHARTS)


def test_words_follow_the_scheme(open_page):
    colours = []
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        _draw_all(page)
        colours.append(page.locator("figure.chart svg text").first.evaluate("node => getComputedStyle(node).fill"))
    assert colours[0] != colours[1]


def test_a_chart_is_drawn_anew_where_the_window_changes(open_page):
    page = open_page(1280)
    _draw_all(page)
    wide = _drawn_for(page)
    page.set_viewport_size({"width": 500, "height": 900})
    for _ in range(200):
        if _drawn_for(page) < wide - 100:
            break
        page.wait_for_timeout(50)
    svg = page.locator("figure.chart svg").first  # while a chart is drawn anew there is none for a moment
    svg.wait_for()
    assert svg.bounding_box()["width"] < wide - 100


def test_a_deal_opens_by_click_and_by_keyboard_and_says_what_it_takes(open_page):
    page = open_page()
    _draw_all(page)
    figure = page.locator("figure.chart", has=page.locator(".package"))
    figure.get_by_label("Next deal").focus()
    page.keyboard.press("Enter")
    assert figure.locator("output").inner_text() == "Deal 1 of 9"
    assert figure.locator("dd").first.inner_text() == "stays"
    page.keyboard.press("Enter")
    assert figure.locator("output").inner_text() == "Deal 2 of 9"
    figure.get_by_label("Previous deal").click()
    figure.get_by_label("Previous deal").click()
    assert figure.locator("output").inner_text() == "Deal 9 of 9"
    figure.locator(".mark-symbol.role-mark path").nth(3).click()
    assert figure.locator("output").inner_text() == "Deal 4 of 9"


def test_hovering_tells_in_plain_text(open_page):
    page = open_page()
    _draw_all(page)
    figure = page.locator("figure.chart").first
    figure.scroll_into_view_if_needed()
    page.wait_for_timeout(200)  # a tip goes when the page scrolls, and the page tells of that only in its next frame
    figure.locator(".mark-symbol.role-mark path").nth(1).hover()
    tip = page.locator(".chart-tip")
    tip.wait_for()
    assert tip.inner_text() == "x"
    assert tip.locator("*").count() == 0


def test_paper_has_the_charts_that_nobody_scrolled_to(open_page):
    page = open_page()
    page.pdf()
    assert page.locator("figure.chart svg").count() == len(CHARTS)


def test_without_script_the_text_is_there(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file)
    assert page.get_by_text("Text of lanes.").is_visible()
    assert page.locator("figure.chart svg").count() == 0
    context.close()
