"""The brief of a set of documents: the first page and everything behind it, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.annex import build_documents, build_figures, build_speakers, build_timeline
from zopa.views.first_page import build_first_page
from zopa.views.process import build_process
from zopa.views.types import Brief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.errors import Problem
    from zopa.views.material import Material


def build_brief(
    material: Material, *, title: str, problems: Sequence[Problem] = (), made: Sequence[tuple[str, str]] = ()
) -> Brief:
    """The brief of `material`; `problems` are what could not be read, `made` tells how it was made."""
    return Brief(
        first_page=build_first_page(material, title),
        findings=material.comparison.findings,
        speakers=build_speakers(material),
        figures=build_figures(material),
        timeline=build_timeline(material),
        process=build_process(material),
        documents=build_documents(material),
        problems=tuple(str(problem) for problem in problems if problem.severity == "error"),
        made=tuple(made),
    )
