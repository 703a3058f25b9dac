"""A newcomer's first hour, as one script: the demo, then a case of their own from two articles to a brief.

The commands run as a user starts them; everything else is done in the browser, most of it by keyboard.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from zopa.run.talks import open_talks

from .serving import ROOT, settle

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HERE = "http://127.0.0.1:"
SEEDS = ROOT.parent / "shared" / "seeds"
DIGESTS = [
    ROOT / "examples/moscow-2025/sources" / name
    for name in ("2025-11-22-japan-times.md", "2025-12-04-straits-times.md")
]
FIRST = "1. The fighting ends at the line where it stands.\n2. Ukraine's forces hold at most 600,000 soldiers.\n3. Sanctions are lifted.\n"
SECOND = "1. The fighting ends at the line where it stands.\n2. Ukraine's forces hold at most 800,000 soldiers.\n"


@contextlib.contextmanager
def running(*words: str, cwd: Path):
    """A command that listens; its address is what it prints first."""
    call = [sys.executable, "-m", "zopa", *words, "--no-browser"]
    process = subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=cwd
    )
    try:
        line = next((line for line in process.stdout if line.startswith("http")), "")
        assert line, process.stderr.read()
        yield line.strip()
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture
def newcomer(browser):
    """A page that fails at the end on a console error, a page error, or a request to anywhere but its own workbench."""
    heard: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 844}, accept_downloads=True)
    context.route("**/*", lambda call: call.continue_() if call.request.url.startswith(HERE) else call.abort())
    page = context.new_page()
    page.on("console", lambda m: heard.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith(HERE) else heard.append(f"asked for {request.url}")
    )
    yield page
    context.close()
    assert heard == []


def _go(page, own, to):
    page.goto(own + to)
    settle(page)


def _drop(page, files):
    """Let files fall into the window, as a hand would."""
    told = [{"name": f.name, "text": f.read_text(encoding="utf-8")} for f in files]
    page.evaluate(
        """files => {
          const data = new DataTransfer();
          for (const { name, text } of files) data.items.add(new File([text], name, { type: "text/plain" }));
          window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        told,
    )
    page.wait_for_url("**/documents")
    settle(page)


@pytest.mark.parametrize("articles", ["digests", "seeds"])
def test_a_first_hour(newcomer, tmp_path, articles):
    if articles == "seeds" and not SEEDS.is_dir():
        pytest.skip("the two seed articles are not here: they are other people's texts and no part of the project")
    files = sorted(SEEDS.glob("*.txt")) if articles == "seeds" else DIGESTS
    page = newcomer
    if articles == "digests":  # once is enough
        _look_at_the_demo(page, tmp_path)
    subprocess.run(
        [sys.executable, "-m", "zopa", "init", "talks", "--analyst", "desk-9"],
        check=True,
        cwd=tmp_path,
        capture_output=True,
    )
    home = tmp_path / "talks"
    with running("serve", "talks", cwd=tmp_path) as address:
        own = address.split("/?")[0]
        page.goto(address)
        assert page.locator("#start").inner_text() == "Start here"
        _drop(page, files)
        assert len(open_talks(home).case.sources) == 2
        _propose(page, own, home)
        _code_five_passages(page, own, home)
        _write_what_only_a_person_can(page, own, home)
        _read_the_answers(page, own)
        _take_the_brief_along(page, own, tmp_path)


def _look_at_the_demo(page, tmp_path):
    with running("demo", "moscow", cwd=tmp_path) as address:
        page.goto(address)
        settle(page)
        assert "No deal" in page.locator("main .answer").inner_text()
        assert page.locator(".k-grid table, .k-wants table").count() > 0
        page.locator("main a.cite").first.click()
        page.locator("#drawer .hit").wait_for()
    assert (tmp_path / "moscow" / "case.yaml").is_file()


def _propose(page, own, home):
    """Empty screens say what to do; one button writes what the documents propose, and nothing of it counts yet."""
    _go(page, own, "/")
    page.get_by_role("button", name="Propose from the documents").click()
    settle(page)
    assert "Nothing counts until you confirm it." in page.locator("#told").inner_text()
    case = open_talks(home).case
    assert {"Russia", "Ukraine", "United States"} <= {party.name for party in case.parties.values()}
    assert all(party.status == "proposed" for party in case.parties.values())
    assert len(case.issues) >= 4
    assert "Give the issues options" in _screen(page, own, "deals")


def _code_five_passages(page, own, home):
    """n to the next statement, c to its form, a digit for the party, one for the issue, Enter."""
    before = _evidence(home)
    sources = sorted(open_talks(home).case.sources)
    for source, times in zip(sources, (3, 2), strict=True):
        _go(page, own, f"/documents/{source}")
        for n in range(times):
            for key in ["n"] * (n + 1) + ["c", str(n + 1), "2", "Enter"]:
                page.keyboard.press(key)
            page.locator("#said .told").wait_for()
            settle(page)
            _go(page, own, f"/documents/{source}")
    assert _evidence(home) == before + 5
    assert not [p for p in open_talks(home).problems if p.severity == "error"]
    page.keyboard.press("u")  # and one of them back
    page.locator("#told .told").wait_for()
    assert _evidence(home) == before + 4


def _write_what_only_a_person_can(page, own, home):
    """Options, an order of them, two drafts: in the case file, with its problems told while writing."""
    (home / "drafts").mkdir()
    (home / "drafts" / "first.md").write_text(FIRST, encoding="utf-8")
    (home / "drafts" / "second.md").write_text(SECOND, encoding="utf-8")
    _go(page, own, "/case")
    text = page.locator("#case-text")
    words = text.input_value()
    words = words.replace("as-of: ", "as-of: 2025-12-05 # ", 1).replace(
        "\nissues:",
        "\nissues:\n  line: {name: Where the fighting stops, options: {here: where it stands, back: where it began}}",
        1,
    )
    words += "drafts:\n  first: {name: First, date: 2025-11-20, terms: {line: here}, text: drafts/first.md}\n"
    words += "  second: {name: Second, date: 2025-11-23, terms: {line: nowhere}, text: drafts/second.md}\n"
    text.fill(words)
    page.locator("#problems .error").first.wait_for()  # no such option
    text.fill(words.replace("line: nowhere", "line: here"))
    page.locator("#problems .error").first.wait_for(state="detached")
    page.keyboard.press("Control+s")
    page.locator("#told .told").wait_for()
    _confirm(page, own, "Russia", "Ukraine")
    for party, order in (("russia", "here > back"), ("ukraine", "back > here")):
        _go(page, own, "/case")
        words = page.locator("#case-text").input_value()
        at = words.index(f"\n  {party}:\n", words.index("\npositions:")) + len(f"\n  {party}:\n")
        page.locator("#case-text").fill(f"{words[:at]}    line: {{prefers: {order}, salience: high}}\n{words[at:]}")
        page.keyboard.press("Control+s")
        page.locator("#told .told").wait_for()
    assert not [p for p in open_talks(home).problems if p.severity == "error"]


def _confirm(page, own, *names):
    for name in names:
        _go(page, own, "/case")
        page.locator("#proposed li, .proposals li").filter(has_text=name).get_by_role("button").first.click()
        settle(page)


def _read_the_answers(page, own):
    _go(page, own, "/")
    grid = page.locator(".k-grid table").last.inner_text()
    assert "Where the fighting stops" in grid
    assert "unknown: not filed yet" in grid
    redline = _screen(page, own, "redline?a=first&b=second")
    assert "600,000 → 800,000" in redline
    assert "only in the first" in redline
    changes = _screen(page, own, "changes?since=2025-11-01")
    assert "First" in changes
    deals = _screen(page, own, "deals")
    assert "not filed yet is what" in deals  # what either would have without a deal
    assert "cannot tell" in deals


def _take_the_brief_along(page, own, tmp_path):
    _go(page, own, "/screen/brief")
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    file = tmp_path / "brief.html"
    download.value.save_as(file)
    assert file.stat().st_size < 2_000_000
    offline = page.context.browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    reader = offline.new_page()
    reader.goto(file.as_uri())
    assert reader.locator("#answer p").count() == 3
    assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    offline.close()


def _screen(page, own, key):
    _go(page, own, f"/screen/{key}")
    return page.locator("main").inner_text()


def _evidence(home):
    return sum(len(p.evidence) for row in open_talks(home).case.positions.values() for p in row.values())
