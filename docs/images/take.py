"""Take the pictures of the manual: the brief of the shipped example in a desktop window and on a phone.

Run from the project's folder: ``.venv/bin/python docs/images/take.py``. It needs Chromium (Debian: ``apt-get install
chromium``) and playwright, which ``make dev`` installs. It writes the two PNG files beside this script.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import zopa
from zopa.report import render_html

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "examples" / "moscow-2025" / "sources"
PICTURES = {  # name: (width, height, pixels for one point)
    "brief-first-page.png": (1280, 1000, 1),
    "brief-phone.png": (390, 844, 1.5),
}
MOST_BYTES = 300_000


def main() -> int:
    """Render the brief, take both pictures, and say how large they are; 1 where one is too large."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("Expected Chromium on the search path, found none. Debian: apt-get install chromium.\n")
        return 1
    page = render_html(zopa.brief(zopa.read_accounts([SOURCES])))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "brief.html"
        file.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (width, height, scale) in PICTURES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=scale, color_scheme="light"
            )
            tab = context.new_page()
            tab.goto(file.as_uri())
            tab.screenshot(path=HERE / name)
            context.close()
        browser.close()
    sizes = {name: (HERE / name).stat().st_size for name in PICTURES}
    for name, size in sizes.items():
        sys.stdout.write(f"{HERE / name}: {size / 1000:.0f} kB\n")
    return int(any(size > MOST_BYTES for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
