"""Views into what people open: one HTML file, Markdown, a page on the terminal.

Takes a `zopa.views.types.Brief` (and, for the terminal, statements, findings and problems) and calculates nothing.

Flow: `hidden` makes hidden characters show; `passages` collects every passage that the brief refers to; `text` cuts a
document's text at their boundaries; `page` answers what the templates ask; `html` fills ``templates/`` and inlines
``assets/``; `markdown` and `terminal` write the same content; `listing` prints statements, findings and problems.
Words, signs and order of the relations stand once, in `words`.

The modules are imported when first used, so that a command that prints no page does not wait for Jinja or Rich.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.report.fit import render_file
    from zopa.report.hidden import visible
    from zopa.report.html import render_html
    from zopa.report.listing import print_changes, print_findings, print_marks, print_problems, print_statements
    from zopa.report.markdown import render_markdown
    from zopa.report.progress import show_progress
    from zopa.report.talks import print_talks
    from zopa.report.terminal import print_first_page

__all__ = [
    "print_changes",
    "print_findings",
    "print_first_page",
    "print_marks",
    "print_problems",
    "print_statements",
    "print_talks",
    "render_file",
    "render_html",
    "render_markdown",
    "show_progress",
    "visible",
]

_HOMES = {
    "print_changes": "listing",
    "print_findings": "listing",
    "print_marks": "listing",
    "print_first_page": "terminal",
    "print_problems": "listing",
    "print_statements": "listing",
    "print_talks": "talks",
    "render_file": "fit",
    "render_html": "html",
    "render_markdown": "markdown",
    "show_progress": "progress",
    "visible": "hidden",
}


def __getattr__(name: str) -> object:
    """Import the module that holds `name` (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'zopa.report' has no attribute {name!r}")
    return getattr(import_module(f"zopa.report.{_HOMES[name]}"), name)
