"""Pages from templates, with the macros, the look and the escaping of the brief."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import PackageLoader

from zopa.report import vendored
from zopa.report.html import own_asset, page_environment
from zopa.report.page import Page
from zopa.report.passages import anchor_id

if TYPE_CHECKING:
    from jinja2 import Environment

    from zopa.sources import Passage

OWN = ("workbench.css", "workbench.js")
SHARED = ("brief.css", "brief.js", "charts.js")
LIBRARIES = ("htmx.min.js", "text-annotator.umd.js", "text-annotator.css", *vendored.CHART_SCRIPTS)


@dataclass(frozen=True)
class WebPage(Page):
    """A brief on the workbench: a passage leads to the page of its document."""

    def link(self, passage: Passage) -> str | None:
        """The address of a passage; None for an empty one, or where the case does not hold its document."""
        return passage_link(passage) if passage.source in self.entries and passage.start < passage.end else None


def passage_link(passage: Passage) -> str:
    """The address of a passage in the page of its document."""
    target = quote(anchor_id(passage.source, passage.start, passage.end), safe="")
    return f"/documents/{quote(passage.source, safe='')}?at={passage.start}-{passage.end}#{target}"


@cache
def environment() -> Environment:
    """The templates of the workbench over those of the brief."""
    made = page_environment(PackageLoader("zopa.web", "templates"))
    own: dict[str, Any] = {"static": static_link, "passage_link": passage_link, "chart_scripts": vendored.CHART_SCRIPTS}
    made.globals.update(own)
    return made


def render(template: str, **values: Any) -> str:
    """A template as text."""
    return environment().get_template(template).render(**values)


@cache
def static_text(name: str) -> str:
    """A style or script.

    Raises:
        FileNotFoundError: there is none of this name.
    """
    if name in OWN:
        return files("zopa.web").joinpath("static", name).read_text(encoding="utf-8")
    if name in SHARED:
        return own_asset(name)
    if name in LIBRARIES:
        return vendored.read_asset(name)
    raise FileNotFoundError(name)


def static_link(name: str) -> str:
    """The address of a style or script; it changes with what it holds, so that a browser may keep it."""
    return f"/static/{name}?v={_version(name)}"


@cache
def _version(name: str) -> str:
    try:
        return hashlib.sha256(static_text(name).encode()).hexdigest()[:12]
    except FileNotFoundError:
        return "missing"
