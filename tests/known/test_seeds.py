"""The two articles that the project began with, which lie outside it: skipped where absent.

What the first issue holds the reader to. No sentence of theirs stands here: quotations are told by who speaks and a digest
of the words. The page that a desk officer wants from them was written by hand, `target-page.md` beside the articles.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zopa.accounts import compare_accounts
from zopa.sources import read_documents
from zopa.statements import read_record
from zopa.text import default_vocabulary
from zopa.views import Material, build_brief
from zopa.views.timeline import process_of_documents

if TYPE_CHECKING:
    from zopa.accounts import Finding
    from zopa.statements import ReportedMeeting, Statement
    from zopa.text import Figure

SEEDS = Path(os.environ.get("ZOPA_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))
SHA256 = {
    "000_6e0b47a8519c7c2b.txt": "02ef82f6ee68b3d7925a797624e21f7fa1f4bd0a54da1fb0870ffcbbdd263f21",
    "002_8f47c0965d830d84.txt": "2074c8bc43cd539f5df7da2fe924710a69845751078806ffa73ea13af0ee6abb",
}


@cache
def seeds() -> Material:
    """Both articles, read and compared; A is the first, B the second."""
    paths = [SEEDS / name for name in SHA256]
    if not all(path.exists() for path in paths):
        pytest.skip(f"the two articles are not at {SEEDS}")
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths] == list(SHA256.values())
    documents, _ = read_documents([str(path) for path in paths])
    vocabulary = default_vocabulary()
    records = tuple(read_record(document, vocabulary) for document in documents)
    return Material(tuple(documents), records, compare_accounts(documents, records), vocabulary)


def digest(words: str) -> str:
    """A short digest of words, whatever their case and punctuation."""
    return hashlib.sha256(" ".join(re.findall(r"\w+", words.lower())).encode()).hexdigest()[:12]


def statements(article: int) -> tuple[Statement, ...]:
    return seeds().records[article].statements


def quotations(article: int) -> list[tuple[str | None, str]]:
    """(surname, digest) of each quotation."""
    return [
        (s.speaker.name.split()[-1] if s.speaker else None, digest(s.said))
        for s in statements(article)
        if s.form == "quotation"
    ]


def figures(article: int) -> list[Figure]:
    return [figure for s in statements(article) if s.within is None for figure in s.figures]


def findings(relation: str, slot: str) -> list[Finding]:
    return [f for f in seeds().comparison.findings if (f.relation, f.slot) == (relation, slot)]


@pytest.mark.parametrize(
    ("article", "surname", "words"),
    [
        (0, "Ushakov", "a62ed7b95a2f"),
        (0, "Ushakov", "fa0d0c13150f"),
        (0, "Ushakov", "e126ee8e29e3"),
        (0, "Dmitriev", "60c394d0e768"),
        (1, "Putin", "56a67024765d"),
        (1, "Zhuravlev", "07b3496436a8"),
        (1, "Zhuravlev", "ae6236c352d0"),
        (1, "Ushakov", "c5445a7c6ece"),
        (1, "Ushakov", "286f9a59e684"),
        (1, "Dmitriev", "60c394d0e768"),
        (1, "Tusk", "9f5218549e18"),
        (1, "Stanovaya", "6430f19089ce"),
        (1, "Stanovaya", "897da3725bef"),
        (1, "Rubio", "8c708624cdb0"),
        (1, "Rubio", "eee78869879d"),
    ],
)
def test_quotations_go_to_their_speakers(article: int, surname: str, words: str) -> None:
    """Each quotation stands once, with its speaker."""
    assert [who for who, said in quotations(article) if said == words] == [surname]


def test_all_quotations_of_the_first_article_are_named_above() -> None:
    """The first article holds these four quotations and no other."""
    assert len(quotations(0)) == 4


@pytest.mark.parametrize(
    "words",
    ["Kremlin Kabuki", "gin up", "American meeting", "customer", "peace plan", "profit center", "reign of terror"],
)
def test_scare_quotes_are_nobodys_statement(words: str) -> None:
    """Marks that keep distance from a word quote nobody."""
    assert digest(words) not in [said for _, said in quotations(1)]


def test_paraphrase_in_marks() -> None:
    """What stands in marks in the third person is not given as the president's words."""
    (warning,) = [
        s for s in statements(1) if s.form == "quotation" and s.speaker and s.speaker.name == "Vladimir Putin"
    ]
    assert warning.status == "paraphrase"


def test_fellow_speaks_for_no_party() -> None:
    """The fellow of a think tank has no party; the officials have theirs."""
    parties = {
        s.speaker.name.split()[-1]: s.speaker.party for s in statements(1) if s.form == "quotation" and s.speaker
    }
    assert parties["Stanovaya"] is None
    assert (parties["Ushakov"], parties["Zhuravlev"], parties["Tusk"], parties["Rubio"]) == (
        "Russia",
        "Russia",
        "Poland",
        "United States",
    )


def test_the_doubled_body_counts_once() -> None:
    """No statement of the first article stands twice."""
    contents = [(s.form, s.said) for s in statements(0)]
    assert len(contents) == len(set(contents)) > 30


@pytest.mark.parametrize(
    ("article", "value", "unit", "of"),
    [
        (0, 5, "hour", "session"),
        (1, 5, "hour", "ordeal"),
        (0, 28, "point", "plan"),
        (0, 19, "point", "plan"),
        (1, 28, "point", "plan"),
        (1, 19, "point", "counterproposal"),
        (1, 800_000, "", "military"),
        (1, 600_000, "", "military"),
        (1, 7_000, "soldier per week", "Russia"),
    ],
)
def test_figures_carry_what_they_measure(article: int, value: float, unit: str, of: str) -> None:
    """Value, unit and what it measures."""
    assert any(f.value == value and f.unit == unit and of in f.of for f in figures(article))


def test_caps_are_upper_bounds() -> None:
    """The two sizes of the army are caps, told apart by the draft they stand in."""
    caps = {f.value: f for f in figures(1) if f.value in {600_000, 800_000}}
    assert {f.bound for f in caps.values()} == {"at-most"}
    assert "28-point draft" in caps[600_000].of
    assert "28-point draft" not in caps[800_000].of


def test_where_the_nineteen_points_came_from() -> None:
    """Both stories stand side by side."""
    (finding,) = findings("contradicted", "authorship")
    assert "19" in finding.about
    assert [p.source for p in finding.passages] == [d.id for d in seeds().documents]
    assert all("19" in p.text for p in finding.marked)


def test_any_assent() -> None:
    """Agreed with some against conceded nothing: the hedge of one and the judgement of the other are said."""
    (finding,) = findings("contradicted", "act")
    assert "Russia" in finding.about
    assert [p.source for p in finding.passages] == [d.id for d in seeds().documents]
    assert "with a hedge" in finding.why
    assert "author's judgement" in finding.why


def test_two_halves_of_ushakov() -> None:
    """Each article quotes what the other leaves out."""
    (finding,) = findings("selective-quotation", "wording")
    assert finding.about.startswith("Yuri Ushakov")
    assert {p.source for p in finding.passages} == {d.id for d in seeds().documents}
    assert set(finding.originators) == {"Yuri Ushakov"}


def test_one_originator_of_productive() -> None:
    """Both quote the envoy with one word: one originator, not two."""
    (finding,) = findings("corroborated", "wording")
    assert set(finding.originators) == {"Kirill Dmitriev"}


def test_the_five_hours_agree_and_nothing_else_is_in_conflict() -> None:
    """The hours and the 28 points are common ground; the two conflicts above are all that is contradicted."""
    agreed = [f.about for f in findings("corroborated", "figure")]
    assert any("hour" in about for about in agreed)
    assert any("28 points" in about for about in agreed)
    between = [
        f
        for f in seeds().comparison.findings
        if f.relation == "contradicted" and len({p.source for p in f.passages}) > 1
    ]
    assert len(between) == 2


def meetings(article: int, *people: str) -> list[ReportedMeeting]:
    """Meetings in which all of these surnames took part."""
    return [
        m for m in seeds().records[article].meetings if set(people) <= {name.split()[-1] for name in m.participants}
    ]


def test_meetings() -> None:
    """Held in Moscow in both; called off in Ireland; reported in Florida in October; the foreign minister stayed away."""
    (moscow,) = [m for m in meetings(0, "Putin", "Witkoff", "Kushner") if m.place]
    assert (moscow.place, moscow.status) == ("Moscow", "held")
    assert any(m.place == "Moscow" for m in meetings(1, "Putin"))
    (ireland,) = meetings(0, "Zelensky")
    assert (ireland.place, ireland.status) == ("Ireland", "cancelled")
    (florida,) = meetings(1, "Dmitriev")
    assert (florida.place, florida.status) == ("Florida", "reported")
    assert florida.date is not None
    assert (str(florida.date.from_), str(florida.date.to)) == ("2025-10-01", "2025-10-31")
    assert [m.absent for m in meetings(0, "Witkoff") if m.absent] == [("Sergey Lavrov",)]


def test_who_is_not_heard() -> None:
    """The first page says that no Ukrainian is quoted, and of no other party of the talks that it is not heard."""
    page = build_brief(seeds(), title="Talks").first_page
    (section,) = [s for s in page.sections if "not heard" in s.title]
    quoted = "".join(piece.text for piece in section.lines[0].pieces)
    assert "Ukraine" in quoted
    assert "Russia" not in quoted
    assert "United States" not in quoted


def test_the_process_that_the_seeds_tell() -> None:
    """Meetings with their status, who was left out, the summit in its two versions; nothing else."""
    told = process_of_documents(seeds())
    by_place = {m.place: m.status for m in told.meetings if m.place}
    assert by_place == {
        "Florida": "reported", "Bishkek": "held", "Moscow": "held", "Ireland": "cancelled", "Miami": "held", "Paris": "held",
    }  # fmt: skip
    assert any({"Sergey Lavrov", "Wang Yi"} <= set(m.participants) and m.status == "held" for m in told.meetings)
    assert any(m.absent == ("Sergey Lavrov",) for m in told.meetings)
    assert any(m.not_consulted == ("Europeans", "Ukraine") for m in told.meetings)
    summit = [m for m in told.meetings if m.status == "planned"]
    assert [m.date for m in summit] == ["2026-04-01..2026-06-30", ""]
    assert any("conditions" in g.before and "negotiations" in g.after for g in told.gates)
    assert told.not_heard == ("Ukraine",)
