"""Long lists of a screen are folded, and nothing of them is lost."""

from __future__ import annotations

from zopa.accounts import Finding
from zopa.sources import Passage
from zopa.views.types import Brief, FirstPage, Line, Piece, Section, SpeakerEntry
from zopa.web.folding import FINDINGS, LINES, fold_brief

from .talks import make_case, make_client


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line((Piece(f"line {n}"),)) for n in range(count))


def make_brief(findings: int, length: int) -> Brief:
    said = Passage("a", 0, 4, "some")
    found = tuple(
        Finding("single-source", f"about {n}", "only one says it", (said,), ("unknown",), 1.0, "figure")
        for n in range(findings)
    )
    listed = Section("figures", "Figures", lines(length))
    return Brief(
        FirstPage("Talks", (), (Section("wants", "Wants", lines(3)),)), found, (SpeakerEntry("Ilse", None, lines(length)),), listed,
        Section("timeline", "Timeline"), Section("process", "Process"), (), (), (),
    )  # fmt: skip


def test_short_lists_stay_as_they_are():
    brief = make_brief(FINDINGS, LINES)
    folded = fold_brief(brief, 0)
    assert (folded.brief, folded.last) == (brief, 0)


def test_findings_come_page_by_page():
    """Every finding stands on one page, in order; pages behind the first hold nothing else; a page too far is the last."""
    brief = make_brief(2 * FINDINGS + 5, LINES + 7)
    pages = [fold_brief(brief, number) for number in range(3)]
    assert tuple(f for page in pages for f in page.brief.findings) == brief.findings
    assert [page.last for page in pages] == [2, 2, 2]
    assert not pages[1].brief.speakers
    assert not pages[1].brief.figures.filled
    assert fold_brief(brief, 99) == pages[2]


def test_other_lists_say_how_many_lines_are_left_out():
    first = fold_brief(make_brief(0, LINES + 7), 0).brief
    for shown in (first.figures.lines, first.speakers[0].lines):
        assert len(shown) == LINES + 1
        assert shown[-1].pieces[0].text.startswith("7 more")


def test_a_screen_leads_to_its_next_page(tmp_path, monkeypatch):
    """The pager keeps the page it is asked for, in the part that comes later too."""
    monkeypatch.setattr("zopa.web.folding.FINDINGS", 1)
    client = make_client(make_case(tmp_path / "talks"))
    first = client.get("/part/compare").text
    assert 'href="/screen/compare?page=1"' in first
    assert 'href="/screen/compare?page=0"' in client.get("/screen/compare?page=1").text
    fresh = make_client(make_case(tmp_path / "other"))
    assert "/part/compare?page=1" in fresh.get("/screen/compare?page=1").text
