"""Take the pictures of the manual: the brief of the shipped example, screens of its workbench, a chart; on a desk and on a phone.

Run from the project's folder: ``.venv/bin/python docs/images/take.py``. It needs Chromium (Debian: ``apt-get install
chromium``) and playwright, which ``make dev`` installs. It writes the PNG files beside this script.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.serving import served, settle  # noqa: E402 - the tests know how to serve a case

from zopa.report import render_html  # noqa: E402
from zopa.run.case_brief import case_brief  # noqa: E402
from zopa.run.talks import open_talks  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLE = ROOT / "examples" / "moscow-2025"
DESK, PHONE = (1280, 1000, 1.0), (390, 844, 1.5)  # width, height, pixels for one point
SCREENS = {  # name: (address, width, height and sharpness)
    "workbench-home.png": ("/", DESK),
    "workbench-document.png": ("/documents/2025-12-04-upi", DESK),
    "workbench-process.png": ("/screen/process", DESK),
    "workbench-deals-phone.png": ("/screen/deals", PHONE),
}
MOST_BYTES = 300_000


def main() -> int:
    """Take all pictures and say how large they are; 1 where one is too large."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("Expected Chromium on the search path, found none. Debian: apt-get install chromium.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        home = Path(folder, "moscow-2025")
        shutil.copytree(EXAMPLE, home)
        names = [*_brief(browser, home, Path(folder, "brief.html")), *_workbench(browser, home)]
        browser.close()
    sizes = {name: (HERE / name).stat().st_size for name in names}
    for name, size in sizes.items():
        sys.stdout.write(f"{name}: {size / 1000:.0f} kB\n")
    return int(any(size > MOST_BYTES for size in sizes.values()))


def _brief(browser: Browser, home: Path, file: Path) -> list[str]:
    file.write_text(render_html(case_brief(open_talks(home))), encoding="utf-8")
    for name, size in (("brief-first-page.png", DESK), ("brief-phone.png", PHONE)):
        page = _page(browser, file.as_uri(), size)
        page.screenshot(path=HERE / name)
        page.context.close()
    page = _page(browser, file.as_uri(), DESK)
    chart = page.locator(".k-deals-drafts figure.chart .scroll")
    chart.scroll_into_view_if_needed()
    chart.locator("svg").wait_for()
    chart.screenshot(path=HERE / "chart-drafts.png")
    page.context.close()
    return ["brief-first-page.png", "brief-phone.png", "chart-drafts.png"]


def _workbench(browser: Browser, home: Path) -> list[str]:
    with served(home) as address:
        own = address.split("/?")[0]
        for name, (place, size) in SCREENS.items():
            page = _page(browser, address, size)
            page.goto(own + place)
            settle(page)
            if "screen" in place:
                page.locator("figure.chart").first.scroll_into_view_if_needed()
                page.locator("figure.chart svg").first.wait_for()
            page.screenshot(path=HERE / name)
            page.context.close()
    return list(SCREENS)


def _page(browser: Browser, address: str, size: tuple[int, int, float]) -> Page:
    width, height, scale = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme="light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    return page


if __name__ == "__main__":
    sys.exit(main())
