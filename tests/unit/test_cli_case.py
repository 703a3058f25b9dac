"""Commands on a case: what they print, write and refuse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.unit.case.cases import COURIER, HERALD, TEXT

from zopa import cli


def zopa(*words: object) -> Result:
    """The program with these words."""
    return CliRunner().invoke(cli.main, [str(word) for word in words])


def told(*words: object, code: int = 0) -> Any:
    """The one JSON document that a command prints."""
    result = zopa(*words, "--json")
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared case; the working folder is beside it."""
    home = tmp_path / "talks"
    (home / "sources").mkdir(parents=True)
    (home / "drafts").mkdir()
    (home / "case.yaml").write_text(TEXT, encoding="utf-8")
    (home / "sources" / "courier.md").write_text(COURIER, encoding="utf-8")
    (home / "sources" / "herald.md").write_text(HERALD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return home


def test_init_add_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hour: a folder, a document in it, nothing wrong."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "courier.md").write_text(COURIER, encoding="utf-8")
    assert zopa("init", "talks", "--title", "T", "--analyst", "me").exit_code == 0
    assert zopa("init", "talks").exit_code == 1
    added = zopa("add", "talks", "courier.md")
    assert "added: courier" in added.stdout
    assert "there already: courier" in zopa("add", "talks", "courier.md").stdout
    assert zopa("add", "talks", "missing.md").exit_code == 1
    checked = told("check", "talks")
    assert (checked["kind"], checked["problems"], checked["title"]) == ("check", [], "T")


def test_check_tells_problems_and_the_ledger(talks: Path) -> None:
    """Notes stop nothing; an error gives code 1 and the rest all the same."""
    checked = told("check", talks)
    assert {p["code"] for p in checked["problems"]} >= {"no-evidence", "one-originator"}
    basis = {(a["party"], a["issue"], a["what"]): a["basis"] for a in checked["assumptions"]}
    assert basis["alba", "bridge", "red line"] == "evidence"
    (talks / "case.yaml").write_text(TEXT.replace("never leave", "never ever leave"), encoding="utf-8")
    result = zopa("check", talks)
    assert result.exit_code == 1
    assert "evidence-absent" in result.stderr
    assert "KEY ASSUMPTIONS" in result.stdout


def test_the_grid(talks: Path) -> None:
    """Stance by precedence, red line stated by the party itself, unknown unlike neutral; the last word's day."""
    made = told("grid", talks)
    cells = {(c["party"], c["issue"]): c for c in made["cells"]}
    alba, boria = cells["alba", "bridge"], cells["boria", "bridge"]
    assert (alba["stance"], alba["options"], alba["red_line"], alba["salience"]) == ("red line", ["alba"], "stated", 75)
    assert (alba["voice"], alba["last"], alba["basis"]) == ("quoted", "2025-12-03", "evidence")
    passage = alba["statements"][0]["passage"]
    assert COURIER[passage["start"] : passage["end"]] == passage["text"]
    assert (boria["stance"], boria["basis"], boria["voice"]) == ("supports", "judgement", None)
    assert cells["boria", "toll"]["stance"] == "unknown"
    assert [c["issue"] for c in told("grid", talks, "--track", "business")["cells"]] == ["toll"] * 3
    early = {(c["party"], c["issue"]): c["stance"] for c in told("grid", talks, "--as-of", "2025-12-01")["cells"]}
    assert early["alba", "bridge"] == "unknown"
    for wrong in (("--track", "moon"), ("--reading", "moon")):
        assert zopa("grid", talks, *wrong).exit_code == 2


def test_a_reading_that_changes_a_position_contests_it(talks: Path) -> None:
    """Both sides stand in the cell."""
    text = TEXT.replace("parties.alba.no-deal: 0.9", "positions.alba.bridge.red-line: not joint")
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    cell = next(c for c in told("grid", talks)["cells"] if (c["party"], c["issue"]) == ("alba", "bridge"))
    assert cell["stance"] == "contested"
    assert [side["of"] for side in cell["sides"]] == ["as written", "Alba can wait"]


def test_the_grid_in_every_form(talks: Path) -> None:
    """HTML, Markdown, CSV with a byte-order mark, XLSX; another ending is refused."""
    openpyxl = pytest.importorskip("openpyxl")
    for ending in ("html", "md", "csv", "xlsx"):
        assert zopa("grid", talks, "-o", f"grid.{ending}").exit_code == 0
    assert "never leave the bridge" in Path("grid.html").read_text(encoding="utf-8")
    assert "never leave the bridge" in Path("grid.md").read_text(encoding="utf-8")
    data = Path("grid.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == ["Issue", "Alba", "Boria", "Cordia"]
    sheet = openpyxl.load_workbook("grid.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == rows[0]
    assert zopa("grid", talks, "-o", "grid.pdf").exit_code == 2


def test_no_text_becomes_a_formula(talks: Path) -> None:
    """A name that begins with a sign is kept as text."""
    (talks / "case.yaml").write_text(TEXT.replace("name: Toll", 'name: "=HYPERLINK(1)"'), encoding="utf-8")
    zopa("grid", talks, "-o", "grid.csv")
    assert "'=HYPERLINK(1)" in Path("grid.csv").read_text(encoding="utf-8")


def test_sketch_proposes_and_confirms_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parties, issues and positions are proposed; the folder checks without error; no solver takes them."""
    monkeypatch.chdir(tmp_path)
    text = (
        "Outlet: Post\nPublished: 2025-12-04\n\nRussia and Ukraine met in Geneva on 2 December. Foreign Minister Sergey Lavrov said that "
        '"Russia will never give up the territories". Ukraine rejected any limit on its army, Kyiv said. "We demand security '
        'guarantees," President Volodymyr Zelensky told reporters. Russia rejects NATO membership of Ukraine, Lavrov said. '
        "Ukraine wants sanctions on Russia kept, Zelensky said.\n"
    )
    (tmp_path / "post.md").write_text(text, encoding="utf-8")
    assert zopa("sketch", "post.md", "-o", "talks").exit_code == 0
    case = told("sketch", "post.md")["case"]
    assert set(case["parties"]) == {"russia", "ukraine"}
    assert (
        case["positions"]["russia"]["territories"]["status"] == "proposed"
    )  # issues are called as the text calls them
    assert all(party["status"] == "proposed" for party in case["parties"].values())
    assert not [p for p in told("check", "talks")["problems"] if p["severity"] == "error"]
    refused = told("deals", "talks", code=1)
    assert [p["code"] for p in refused["problems"] if p["severity"] == "error"] == ["nothing-confirmed"]


def test_process_of_a_case(talks: Path) -> None:
    """Meetings, the channel they make, the gate, who is not heard."""
    made = told("process", talks)
    assert [(m["date"], m["place"], m["parties"]) for m in made["meetings"]] == [
        ("2025-12-02", "Cordia City", ["Alba", "Boria"])
    ]
    assert [(c["parties"], c["last"]) for c in made["channels"]] == [(["Alba", "Boria"], "2025-12-02")]
    assert [(g["before"], g["after"], g["says"]) for g in made["gates"]] == [("troops leave", "toll talks", ["Boria"])]
    assert made["not_heard"] == ["Boria", "Cordia"]
    assert zopa("process", talks, "-o", "talks.ics").exit_code == 0
    ics = Path("talks.ics").read_bytes()
    assert ics.startswith(b"BEGIN:VCALENDAR")
    assert b"DTSTART;VALUE=DATE:20251202" in ics
    assert b"DTEND;VALUE=DATE:20251203" in ics


def test_gates_that_wait_for_each_other(talks: Path) -> None:
    """A circle is named, in check and in the process."""
    gate = "gates: [{before: troops leave, after: toll talks, says: [boria]}"
    text = TEXT.replace(gate + "]", gate + ", {before: toll talks, after: troops leave, says: [alba]}]")
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    assert told("process", talks)["circles"] == [["toll talks", "troops leave"]]
    assert "gate-circle" in {p["code"] for p in told("check", talks)["problems"]}


def test_changes_of_a_case(talks: Path) -> None:
    """What came since; from a date to itself nothing; the draft and the meeting have their day."""
    since = told("changes", talks, "--since", "2025-12-02")
    assert [(c["kind"], c["party"], c["issue"]) for c in since["changes"]] == [("new", "Alba", "Who holds the bridge")]
    assert since["changes"][0]["before"] is None
    assert [m["date"] for m in since["meetings"]] == ["2025-12-02"]
    assert [d["id"] for d in told("changes", talks, "--since", "2025-11-20")["drafts"]] == ["first"]
    later = told("changes", talks, "--since", "2025-12-05")
    assert (later["changes"], later["drafts"], later["meetings"], later["gates"]) == ([], [], [], [])
    assert zopa("changes", talks, "--since", "soon").exit_code == 2


def test_wording_that_a_draft_drops(talks: Path) -> None:
    """Told with the words of the draft before, under the issue that they touch."""
    (talks / "drafts" / "a.md").write_text("1. Both hold the bridge.\n2. The toll is low for all.\n", encoding="utf-8")
    (talks / "drafts" / "b.md").write_text("1. Both hold the bridge.\n", encoding="utf-8")
    old = "terms: {bridge: joint, toll: [none, low]}}"
    new = (
        f"{old[:-1]}, text: drafts/a.md}}\n  second: {{name: Second, date: 2025-12-01, by: [boria], text: drafts/b.md}}"
    )
    (talks / "case.yaml").write_text(TEXT.replace(old, new), encoding="utf-8")
    found = [c for c in told("changes", talks, "--since", "2025-11-25")["changes"] if c["kind"] == "dropped"]
    assert [(c["party"], c["issue"], c["before"]["text"], c["after"]) for c in found] == [
        ("Boria", "Toll", "The toll is low for all.", None),
    ]  # fmt: skip


def test_changes_between_a_set_and_its_copy(talks: Path, tmp_path: Path) -> None:
    """Two copies of one set differ in nothing; an earlier brief counts what it was made from as known."""
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in (talks / "sources").iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    between = told("changes", copy, "--since", talks / "sources")
    assert (between["changes"], between["meetings"], between["gates"]) == ([], [], [])
    Path("before.json").write_text(zopa("brief", copy, "--json").stdout, encoding="utf-8")
    assert told("changes", copy, "--since", "before.json")["changes"] == []
    Path("before.json").write_text("{}", encoding="utf-8")
    assert [p["code"] for p in told("changes", copy, "--since", "before.json", code=1)["problems"]] == ["since-file"]


def test_deals_and_deadlock(talks: Path) -> None:
    """One result a reading; what blocks has the passages of the red line behind it."""
    content = TEXT.replace("better than first", "as good as first")
    (talks / "case.yaml").write_text(content, encoding="utf-8")
    made = told("deals", talks)
    base = made["readings"][0]
    assert [r["reading"] for r in made["readings"]] == ["base", "patient"]
    assert base["zopa"]["exists"] is True
    assert all(row["deal"]["bridge"] != "boria" for row in base["frontier"])
    assert set(base["solutions"]) == {
        "nash",
        "weighted_nash",
        "kalai_smorodinsky",
        "egalitarian",
        "leximin",
        "utilitarian",
    }
    assert base["drafts"][0]["id"] == "first"
    everything = told("deals", talks, "--all", "--reading", "base")["readings"][0]
    assert everything["zopa"]["count"] == everything["zopa"]["of"]
    assert zopa("deals", talks, "-o", "deals.svg").exit_code == 0
    drawn = Path("deals.svg").read_text(encoding="utf-8")
    assert all(f">{name}<" in drawn for name in ("First draft", "Alba", "Boria", "no deal", "efficient deal"))
    assert zopa("deadlock", talks, "-o", "blocks.svg").exit_code == 2  # that page has no chart
    strict = content.replace("no-deal: 0.25", "no-deal: 0.6")
    (talks / "case.yaml").write_text(strict, encoding="utf-8")
    blocked = told("deadlock", talks, "--reading", "base")["readings"][0]
    assert blocked["zopa_exists"] is False
    line = next(m for c in blocked["conflicts"] for m in c if m["kind"] == "red-line")
    assert line["passages"][0]["text"] == "will never leave the bridge"
    assert {w["asks"] for w in blocked["ways_out"]} == {"alba", "boria"}
    assert "unless" in zopa("deadlock", talks, "--reading", "base").stdout


def test_redline_of_files_and_of_drafts(talks: Path) -> None:
    """Two files; two drafts of a case with whom each change moves toward; Word with tracked changes."""
    docx = pytest.importorskip("docx")
    (talks / "drafts" / "a.md").write_text("1. Both hold the bridge.\n2. The toll is low.\n", encoding="utf-8")
    (talks / "drafts" / "b.md").write_text("1. Alba holds the bridge.\n2. The toll is low.\n", encoding="utf-8")
    first, second = talks / "drafts" / "a.md", talks / "drafts" / "b.md"
    assert [p["status"] for p in told("redline", first, second)["points"]] == ["changed", "same"]
    text = TEXT.replace("terms: {bridge: joint, toll: [none, low]}}", "terms: {bridge: joint}, text: drafts/a.md}\n"
                        "  second: {date: 2025-12-01, terms: {bridge: alba}, text: drafts/b.md}")  # fmt: skip
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    points = told("redline", talks, "first", "second")["points"]
    assert points[0]["favours"] == [{"party": "alba", "issue": "bridge"}]
    assert zopa("redline", talks, "first", "second", "-o", "r.docx").exit_code == 0
    body = docx.Document("r.docx").element.xml
    assert "<w:ins " in body
    assert "<w:delText" in body
    assert zopa("redline", talks, "first", "third").exit_code == 1
    assert zopa("redline", first).exit_code == 2
    assert zopa("redline", first, second, "--align", "1").exit_code == 2
    prose = told("redline", first, talks / "sources" / "courier.md")
    assert [p["code"] for p in prose["problems"]] == ["no-points"]


def test_stability_of_a_case_and_of_a_file(talks: Path) -> None:
    """Without moves a clear error; with them the answer, and the same through a GMCR+ file."""
    assert [p["code"] for p in told("stability", talks, code=1)["problems"] if p["severity"] == "error"] == ["no-moves"]
    moves = """moves:
  alba: {options: {stay: keep the guns}, prefers: ["!fire", stay]}
  boria: {options: {fire: fire on the bridge}, prefers: ["!stay", "!fire"]}
  status-quo: {stay: yes, fire: no}
"""
    (talks / "case.yaml").write_text(TEXT + moves, encoding="utf-8")
    made = told("stability", talks)
    assert (made["status_quo"], made["decision_makers"]) == ("YN", ["alba", "boria"])
    assert "YN" in made["equilibria"]["nash"]
    assert zopa("stability", talks, "-o", "m.gmcr").exit_code == 0
    assert told("stability", "m.gmcr")["equilibria"] == made["equilibria"]
    asked = told("stability", talks, "--coalitions", "2008", "--make", "NY", "--frozen", "boria", "--draws", "3")
    assert asked["coalitions"]["variant"] == "2008"
    assert all(change["decision_maker"] == "alba" for change in asked["make_hold"]["changes"])
    assert asked["how_sure"]["draws"] == 3
    assert zopa("stability", talks, "--make", "Q").exit_code == 2
    assert zopa("stability", talks, "-o", "graph.svg").exit_code == 0
    assert Path("graph.svg").read_text(encoding="utf-8").count(">YN</text>") == 1
    (talks / "case.yaml").write_text(TEXT + moves.replace('"!fire", stay', '"!fir", stay'), encoding="utf-8")
    wrong = [p for p in told("stability", talks, code=1)["problems"] if p["severity"] == "error"]
    assert wrong[0]["code"] == "unknown-option"
    assert wrong[0]["line"] is not None
