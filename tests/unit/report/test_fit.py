"""A brief that would be too large to mail is cut, keeps its first page, and says what is left out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from zopa.report import fit
from zopa.report.fit import render_file
from zopa.report.html import render_html
from zopa.report.passages import find_passages
from zopa.views.shortening import shorten
from zopa.views.types import Line, Piece, SpeakerEntry

from .sample import build_brief


@pytest.fixture
def long_brief():
    """The sample with far more of everything that can be cut."""
    brief = build_brief()
    said = SpeakerEntry("Ilse Moor", None, tuple(Line((Piece(f"saying number {n}."),)) for n in range(400)))
    return replace(brief, findings=brief.findings * 40, speakers=(*brief.speakers, said))


def test_a_brief_that_fits_is_left_whole():
    assert render_file(build_brief()) == render_html(build_brief())


def test_lists_are_cut_until_the_file_fits_and_say_so(long_brief, monkeypatch):
    whole = len(render_html(long_brief).encode("utf-8"))
    monkeypatch.setattr(fit, "MOST_BYTES", whole // 2)
    page = render_file(long_brief)
    assert len(page.encode("utf-8")) <= whole // 2
    assert "lists are cut so that this file stays within 2 MB" in page
    assert "saying number 0." in page
    assert "saying number 399." not in page
    assert re.search(r"\d+ more are left out, so that this file stays small", page)
    assert re.search(r"Of these \d+ are left out", page)
    counts = {r: sum(f.relation == r for f in long_brief.findings) for r in {f.relation for f in long_brief.findings}}
    for count in counts.values():
        assert f'<span class="count">{count}</span></h3>' in page  # headings count what was found, not what is shown
    for line in (line for section in long_brief.first_page.sections for line in section.lines):
        assert line.number is None or f'id="line-{line.number}"' in page


def test_texts_go_last_and_those_that_least_rests_on_first(long_brief, monkeypatch):
    monkeypatch.setattr(fit, "MOST_BYTES", 1)
    page = render_file(long_brief)
    assert f"the texts of {len(long_brief.documents)} documents" in page
    assert 'class="cite" href="#doc-' not in page  # no link leads to a text that is not there
    assert all(f'id="document-{entry.letter}"' in page for entry in long_brief.documents)
    limit = fit.LIMITS[-1]
    cut = shorten(long_brief, lines=limit, findings=limit, where="x")
    uses = {entry.letter: len(find_passages(cut)[entry.document.id]) for entry in cut.documents}
    assert len(set(uses.values())) == len(uses)
    monkeypatch.setattr(fit, "MOST_BYTES", len(render_html(cut).encode("utf-8")) - 1)
    monkeypatch.setattr(fit, "_fits", lambda shown: "so are the texts of 1 documents" in shown)
    some = render_file(long_brief)
    articles = {letter: some.split(f'id="document-{letter}"')[1].split("</article>")[0] for letter in uses}
    assert [letter for letter, article in articles.items() if 'data-p="' not in article] == [
        min(uses, key=lambda n: uses[n])
    ]
