"""The page in a real browser: silent, closed, usable by mouse, keyboard and thumb, and without a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from zopa.report import render_html
from zopa.report.hidden import visible

from .sample import build_brief

CONTRAST = Path(__file__).with_name("contrast.js")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(render_html(build_brief()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def open_page(browser, file):
    """Open the brief and fail at the end on any console message, dialog, error or request besides the file."""
    heard: list[str] = []
    contexts = []

    def open_(width=1280, height=900, fragment="", **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (heard.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: heard.append(request.url) if request.url.split("#")[0] != file else None)
        page.goto(file + fragment)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert heard == []


def test_a_script_in_a_document_does_not_run(open_page):
    page = open_page()
    page.wait_for_timeout(100)
    assert page.evaluate("window.pwned") is None
    for entry in build_brief().documents:
        shown = page.locator(f"#document-{entry.letter} .text").evaluate("node => node.textContent")
        assert shown == visible(entry.document.text)


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_screen(open_page, width, scheme):
    page = open_page(width, 844, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_every_link_opens_exactly_its_passage(open_page, width):
    page = open_page(width)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("main a.cite, header a.cite")].filter((link) => {
          link.click();
          const hits = [...document.querySelectorAll("#drawer-text .hit")].map((node) => node.textContent).join("");
          const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
          const parts = [...target.closest(".text").querySelectorAll(`[data-p="${target.dataset.p}"]`)];
          const text = parts.map((node) => node.textContent).join("");
          const ok = document.getElementById("drawer").open && hits === text && text.length > 0;
          document.getElementById("drawer").close("done");
          return !ok;
        }).length"""
    )
    assert wrong == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_drawer_opens_closes_and_gives_the_focus_back(open_page, width):
    page = open_page(width)
    link = page.locator("#s-contradict a.cite").first
    link.click()
    assert page.locator("#drawer").is_visible()
    assert page.locator("#drawer-text .hit").inner_text() == "accepted a minimum flow of 450 cubic metres per second"
    assert page.locator("#drawer-byline").inner_text() == "Harbour Gazette · Ines Maro · 14 March 2031"
    assert page.locator("#drawer-text .hit").first.evaluate(
        "node => { const b = node.closest('#drawer-text').getBoundingClientRect(), r = node.getBoundingClientRect();"
        " return r.top >= b.top && r.bottom <= b.bottom; }"
    )
    assert page.evaluate("document.getElementById('drawer').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.locator("#drawer").is_visible()
    assert link.evaluate("node => node === document.activeElement")


def test_the_keyboard_alone_is_enough(open_page):
    page = open_page()
    page.locator("#s-both-say a.cite").nth(2).focus()
    page.keyboard.press("Enter")
    assert "Passage 1 of 2" in page.locator("#drawer-count").inner_text()
    page.keyboard.press("ArrowRight")
    assert "Passage 2 of 2" in page.locator("#drawer-count").inner_text()
    assert page.locator("#drawer-text .hit").inner_text() == "في الأول من يونيو"


def test_open_in_full_text_lights_the_passage_there(open_page):
    page = open_page()
    page.locator("#s-contradict a.cite").first.click()
    page.locator("#drawer-full").click()
    assert not page.locator("#drawer").is_visible()
    page.wait_for_function("document.querySelector('#documents .hit') !== null")
    assert page.locator("#documents .hit").inner_text() == "accepted a minimum flow of 450 cubic metres per second"


def test_a_link_works_without_a_script(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("#s-contradict a.cite").first.click()
    target = page.locator(":target")
    assert target.text_content() == "accepted a minimum flow of 450 cubic metres per second"
    assert page.locator(".tools").is_visible() is False


def test_filters_hide_what_does_not_match(open_page):
    page = open_page()
    page.locator('.chip[data-relation="corroborated"]').click()
    assert page.locator(".finding:visible").count() == 1
    page.locator('.chip[data-relation="corroborated"]').click()
    page.locator("#find").fill("dam metres")
    assert page.locator(".finding:visible").count() == 1
    page.locator("#find").fill("no such words")
    assert page.locator(".nothing").is_visible()
    page.locator("#clear").click()
    assert page.locator(".finding:visible").count() == len(build_brief().findings)


def test_paper_shows_everything_and_no_controls(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.locator("#document-C .text").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_text_is_at_least_aa(open_page, scheme):
    page = open_page(color_scheme=scheme)
    low = page.evaluate(CONTRAST.read_text(encoding="utf-8"))
    assert low == []
