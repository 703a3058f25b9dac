"""The brief as one self-contained HTML file: no network, a strict content-security policy, no script needed to read."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from zopa.report import flow, naming, words
from zopa.report.charts import chart_json, opens_packages
from zopa.report.hidden import visible
from zopa.report.page import Page, accounts_of, marks_by_reason
from zopa.report.text import mark_code
from zopa.report.vendored import CHART_SCRIPTS, read_asset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.views.types import Brief

_ASKED: dict[str, Any] = {
    "spaced": flow.spaced,
    "split_voices": flow.split_voices,
    "is_gap": flow.is_gap,
    "shown_tag": flow.shown_tag,
    "relation_words": words.relation_words,
    "tag_words": words.tag_words,
    "voices": words.VOICES,
    "voice_words": words.voice_words,
    "document_name": naming.document_name,
    "document_byline": naming.document_byline,
    "document_language": naming.document_language,
    "marks_by_reason": marks_by_reason,
    "accounts_of": accounts_of,
    "mark_code": mark_code,
    "chart_json": chart_json,
    "opens_packages": opens_packages,
}
"""What the templates may call."""


def render_html(brief: Brief) -> str:
    """The whole brief as one HTML document, to be written as UTF-8."""
    css, scripts = own_asset("brief.css"), [own_asset("brief.js")]
    if any(section.chart for section in brief.sections):
        scripts += [*(read_asset(name) for name in CHART_SCRIPTS), own_asset("charts.js")]
    template = _environment().get_template("page.html.j2")
    own = {"css": Markup(css), "scripts": [Markup(script) for script in scripts]}  # noqa: S704 files that hold no document's words
    return template.render(page=Page(brief), brief=brief, policy=content_policy(css, scripts), **own)


def content_policy(css: str, scripts: Sequence[str]) -> str:
    """A policy that allows this style and these scripts, by their hashes, and nothing else at all."""
    allowed = " ".join(f"'{_source_hash(script)}'" for script in scripts)
    return f"default-src 'none'; style-src '{_source_hash(css)}'; script-src {allowed}; base-uri 'none'; form-action 'none'"


def page_environment(*loaders: BaseLoader) -> Environment:
    """What templates of a page are rendered with; templates of `loaders` go before ours of the same name."""
    environment = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("zopa.report", "templates")]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_ASKED)
    return environment


@cache
def _environment() -> Environment:
    return page_environment()


def _shown(value: object) -> object:
    """Every string that a template prints shows its hidden characters; markup has been through this already."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def own_asset(name: str) -> str:
    """The text of our own style or script."""
    return files("zopa.report").joinpath("assets", name).read_text(encoding="utf-8")


def _source_hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
