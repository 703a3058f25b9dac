"""The brief of a set of documents: the first page and everything behind it, as data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.views.annex import build_documents, build_figures, build_speakers, build_timeline
from zopa.views.charts.gates import draw_gates
from zopa.views.charts.heard import draw_heard
from zopa.views.charts.timeline import draw_timeline
from zopa.views.first_page import build_first_page
from zopa.views.process import build_process
from zopa.views.timeline import process_of_documents
from zopa.views.types import Brief, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.errors import Problem
    from zopa.views.material import Material


def build_brief(
    material: Material, *, title: str, problems: Sequence[Problem] = (), made: Sequence[tuple[str, str]] = ()
) -> Brief:
    """The brief of `material`; `problems` are what could not be read, `made` tells how it was made."""
    told = process_of_documents(material)
    heard = Section("heard", "Who is heard in which account", chart=draw_heard(material))
    return Brief(
        first_page=build_first_page(material, title),
        findings=material.comparison.findings,
        speakers=build_speakers(material),
        figures=build_figures(material),
        timeline=replace(build_timeline(material), chart=draw_timeline(told)),
        process=replace(build_process(material), chart=draw_gates(told)),
        documents=build_documents(material),
        problems=tuple(str(problem) for problem in problems if problem.severity == "error"),
        made=tuple(made),
        parts=(heard,) if heard.filled else (),
        talks=material.talks,
    )
