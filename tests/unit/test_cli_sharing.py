"""Sharing from end to end: the zip is unpacked, and nothing private stands in any byte of it."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from tests.unit.case.cases import COURIER, HERALD, TEXT

from zopa import cli

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "zzsecretzz"
CHARGE = "Bela Kost said that Anna Orlin took a large bribe from the envoys."
PRIVATE = f"""\
title: Bridge talks
as-of: 2025-12-04
analyst: desk-1   # {SECRET}
private: {SECRET} for the whole case
sources:
  # {SECRET}
  courier: {{file: sources/courier.md, publisher: Courier, published: 2025-12-03, class: wire, private: {SECRET}}}
  herald: {{file: sources/herald.md, publisher: Herald, published: 2025-12-01}}
  contact: {{file: sources/{SECRET}.md, publisher: {SECRET}, private: yes}}
  copy: {{file: sources/{SECRET}.md, publisher: the same file again}}
parties:
  alba:
    name: Alba
    people: {{Anna Orlin: president, Zara {SECRET}: {{office: {SECRET}, private: yes}}}}
    no-deal: better than first
    note: {SECRET}, which tells why it can wait
    interests: [{{what: {SECRET}, evidence: [{{source: contact, quote: the words of {SECRET}, for: interest}}]}}]
    private: |
      {SECRET}
  boria: {{name: Boria, people: {{Bela Kost: prime minister}}, no-deal: 0.25}}
  hidden: {{name: {SECRET}, aliases: [Old {SECRET}], private: yes}}
issues:
  bridge: {{name: Who holds the bridge, options: {{alba: Alba holds it, joint: both hold it, boria: Boria holds it}}}}
  toll: {{name: Toll, options: {{none: none, low: low, high: high, {SECRET}: {{name: {SECRET}, private: yes}}}}}}
  silent: {{name: {SECRET}, options: [a, b], private: "yes, not for others"}}
positions:
  alba:
    bridge:
      prefers: alba > joint > boria
      red-line: not boria
      evidence:
        - {{source: courier, quote: will never leave the bridge, for: red-line, said-by: Anna Orlin, note: fine}}
        - {{source: courier, quote: called the talks useful, said-by: Zara {SECRET}}}
        - {{source: herald, quote: both sides, private: yes, note: {SECRET}}}
    toll: {{prefers: high > {SECRET} > low > none, salience: high, note: {SECRET}, private: yes}}
    silent: {{prefers: a > b}}
  boria:
    bridge: {{prefers: boria > joint > alba, red-line: not alba, private: {SECRET}}}
    toll: {{prefers: none > low > {SECRET} > high, others: worst}}
  hidden: {{bridge: {{prefers: joint > alba > boria}}}}
conditions:
  - {{forbid: {{toll: {SECRET}}}, why: {SECRET}}}
  - {{if: {{bridge: joint}}, then: {{toll: [none, low]}}, why: both said so}}
drafts:
  first: {{name: First draft, date: 2025-11-20, terms: {{bridge: joint, toll: [none, {SECRET}]}}, text: drafts/first.md}}
  second: {{name: {SECRET}, date: 2025-11-25, private: yes, text: drafts/{SECRET}.md}}
process:
  meetings: [{{date: 2025-12-02, people: [Anna Orlin, Bela Kost, Zara {SECRET}], parties: [alba, boria, hidden]}}]
  gates: [{{before: {SECRET}, after: talks, says: [hidden]}}]
  calendar: [{{date: 2025-12-24, what: {SECRET}, private: yes}}]
readings:
  patient: {{title: {SECRET}, set: {{parties.alba.no-deal: 0.9}}}}
  mine: {{title: {SECRET}, private: yes, set: {{positions.boria.bridge.salience: high}}}}
"""
RECORD = f"""\
# {SECRET}
analyst: desk-1
corrections:
  - {{what: statement, do: reject, source: courier, exact: called the talks useful, private: {SECRET}}}
  - {{what: statement, do: reject, source: herald, exact: both sides, private: yes, note: {SECRET}}}
  - {{what: statement, do: reject, source: contact, exact: the words of {SECRET}, note: {SECRET}}}
"""


def zopa(*words: object) -> Result:
    """The program with these words."""
    return CliRunner().invoke(cli.main, [str(word) for word in words])


def members(file: Path) -> dict[str, bytes]:
    """What a zip holds."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(*words: object, code: int = 0) -> Any:
    """The one JSON document that a command prints."""
    result = zopa(*words, "--json")
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def write(home: Path, text: str = TEXT) -> Path:
    """A case in a folder, with two documents."""
    (home / "sources").mkdir(parents=True, exist_ok=True)
    (home / "drafts").mkdir(exist_ok=True)
    (home / "case.yaml").write_text(text, encoding="utf-8")
    (home / "sources" / "courier.md").write_text(f"{COURIER}\n{CHARGE}\n", encoding="utf-8")
    (home / "sources" / "herald.md").write_text(HERALD, encoding="utf-8")
    return home


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case in which every kind of thing is private, once with its secret word."""
    home = write(tmp_path / "talks", PRIVATE)
    for name in (f"sources/{SECRET}.md", f"drafts/{SECRET}.md", ".hidden.md", "unlisted.md", "sources/notes.md"):
        (home / name).write_text(f"Published: 2025-12-03\n\nThese are the words of {SECRET}.\n", encoding="utf-8")
    (home / "drafts" / "first.md").write_text("1. Both hold the bridge.\n", encoding="utf-8")
    (home / "record.yaml").write_text(RECORD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return home


def test_nothing_private_is_in_any_byte(talks: Path, tmp_path: Path) -> None:
    """Not in the case, the brief, the record, the README, nor in a file's name; what is not private is there."""
    before = {p: p.read_bytes() for p in talks.rglob("*") if p.is_file()}
    shared = told("share", talks, "-o", "talks.zip")
    held = members(tmp_path / "talks.zip")
    leaks = [name for name, data in held.items() if SECRET.encode() in data.lower() or SECRET in name.lower()]
    assert leaks == []
    assert not any(str(tmp_path).encode() in data or b"zopa-share" in data for data in held.values())
    assert sorted(held) == shared["members"] == [
        "README.txt", "brief.html", "case.yaml", "drafts/first.md", "record.yaml", "sources/courier.md", "sources/herald.md",
    ]  # fmt: skip
    counts = {row["kind"]: row["count"] for row in shared["left_out"]}
    assert counts.keys() == {
        "private",
        "remark",
        "no-deal",
        "reading",
        "resting",
        "correction",
        "comment",
        "allegation",
    }
    assert (counts["no-deal"], counts["reading"], counts["correction"], counts["comment"]) == (2, 1, 2, 3)
    assert {p: p.read_bytes() for p in talks.rglob("*") if p.is_file()} == before
    assert b"will never leave the bridge" in held["case.yaml"]
    assert b"called the talks useful" in held["record.yaml"]
    assert "no-deal values: 2" in held["README.txt"].decode()


def test_the_unpacked_folder_is_a_case_whose_brief_opens(talks: Path, tmp_path: Path) -> None:
    """`zopa check` finds no error; sharing it again leaves nothing more out of the case and gives the same brief."""
    assert zopa("share", talks, "-o", "talks.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "talks.zip") as archive:
        archive.extractall(tmp_path / "received")
    assert zopa("check", "received").exit_code == 0
    assert "No-deal values are left out of what was shared" in zopa("deals", "received").stdout  # not: nobody has said
    again = told("share", "received", "-o", "again.zip")
    assert {row["kind"] for row in again["left_out"]} == {"allegation"}  # of the brief; the documents hold it
    first, second = members(tmp_path / "talks.zip"), members(tmp_path / "again.zip")
    assert {n: d for n, d in first.items() if n != "README.txt"} == {
        n: d for n, d in second.items() if n != "README.txt"
    }


def test_sharing_twice_gives_the_same_bytes(talks: Path, tmp_path: Path) -> None:
    """And replaces its own zip; any other file stays, and what to do is told."""
    assert zopa("share", talks, "-o", "talks.zip").exit_code == 0
    before = (tmp_path / "talks.zip").read_bytes()
    assert zopa("share", talks, "-o", "talks.zip").exit_code == 0
    assert (tmp_path / "talks.zip").read_bytes() == before
    (tmp_path / "mine.zip").write_bytes(b"mine")
    result = zopa("share", talks, "-o", "mine.zip")
    assert (result.exit_code, (tmp_path / "mine.zip").read_bytes()) == (1, b"mine")
    assert "would-overwrite" in result.stderr


def brief(*words: object) -> str:
    """The brief in the zip that the command writes."""
    result = zopa("share", *words, "-o", "brief.zip")
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile("brief.zip") as archive:
        return archive.read("brief.html").decode("utf-8")


def test_no_deal_values_change_the_answer_only_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The brief is computed without them and says so; with them it is what `zopa brief` writes."""
    monkeypatch.chdir(tmp_path)
    home = write(
        tmp_path / "talks", TEXT.replace("class: press", "class: wire").replace("no-deal: 0.25", "no-deal: 0.6")
    )
    without, kept = brief(home), brief(home, "--no-deal-values", "--ways-out")
    assert "No-deal values are left out of what was shared" in without
    assert "better than first" not in without
    assert "No-deal values are left out" not in kept
    assert "better than first" in kept


def test_ways_out_stand_in_the_brief_only_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What blocks stays; who could give up what does not."""
    monkeypatch.chdir(tmp_path)
    text = TEXT.replace("{prefers: boria > joint, others: worst, salience: medium}",
                        "{prefers: boria > joint, others: worst, red-line: only boria}").replace("class: press", "class: wire")  # fmt: skip
    home = write(tmp_path / "talks", text)
    without, kept = brief(home), brief(home, "--ways-out")
    for words in ("A way out", "Ways out that ask", "were to", "minimal way", "would lose least", "would open"):
        assert words not in without, words
    assert "Ways out are left out." in without
    assert "Demands that no deal meets together" in without
    assert "Ways out that ask" in kept
    assert "Ways out are left out." not in kept


def test_allegations_about_people_stay_in_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line and no highlight; the text of the document stays, and the brief says how many there are."""
    monkeypatch.chdir(tmp_path)
    home = write(tmp_path / "talks")
    more = "On 2 December the envoys of Alba and Boria met in Geneva, and Bela Kost said that Anna Orlin had stolen the money."
    with (home / "sources" / "herald.md").open("a", encoding="utf-8") as herald:
        herald.write(f"\n{more}\n")
    without, kept = brief(home), brief(home, "--allegations")
    assert "2 allegations about named people are left out; they stand in the documents." in without
    for words in ("large bribe", "stolen the money"):
        assert without.count(words) == 1, words
        assert kept.count(words) > 1, words
    assert "left out; they stand" not in kept


def test_as_of_a_day_later_documents_are_not_in_the_zip(talks: Path, tmp_path: Path) -> None:
    """Neither the file nor what rested on it."""
    assert zopa("share", talks, "-o", "talks.zip", "--as-of", "2025-12-02").exit_code == 0
    held = members(tmp_path / "talks.zip")
    assert "sources/courier.md" not in held
    assert not any(b"never leave" in data for data in held.values())
    assert b"as-of: 2025-12-02" in held["case.yaml"]


def test_a_case_with_errors_is_not_shared(talks: Path, tmp_path: Path) -> None:
    """All problems are told, and nothing is written; packing takes it as it is."""
    text = PRIVATE.replace("will never leave", "will ever leave").replace("salience: high", "salience: huge")
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    result = zopa("share", talks, "-o", "talks.zip")
    assert result.exit_code == 1
    assert {"evidence-absent", "case-value"} <= {
        p["code"] for p in told("share", talks, "-o", "talks.zip", code=1)["problems"]
    }
    assert not (tmp_path / "talks.zip").exists()
    (talks / "case.yaml").write_text(PRIVATE, encoding="utf-8")
    (talks / "record.yaml").write_text("corrections: [{what: statement}]", encoding="utf-8")
    assert "record-" in zopa("share", talks, "-o", "talks.zip").stderr
    (talks / "case.yaml").write_text("private: yes\n", encoding="utf-8")
    assert "share-private" in zopa("share", talks, "-o", "talks.zip").stderr
    assert zopa("pack", talks, "-o", "talks.zip").exit_code == 0


def test_links_and_files_of_zopas_own_are_no_documents(talks: Path, tmp_path: Path) -> None:
    """A source that is a link is told; the case file itself is never taken for a source."""
    (talks / "sources" / "herald.md").unlink()
    (talks / "sources" / "herald.md").symlink_to(talks / "sources" / "courier.md")
    result = zopa("share", talks, "-o", "talks.zip")
    assert "share-file" in result.stderr
    (talks / "case.yaml").write_text("sources: {me: {file: case.yaml}}\n", encoding="utf-8")
    assert zopa("share", talks, "-o", "talks.zip").exit_code == 1
    assert not (tmp_path / "talks.zip").exists()


def test_paths_inside_are_relative(talks: Path, tmp_path: Path) -> None:
    """Where the case names a document by its place on this machine, too; a draft outside is refused."""
    text = TEXT.replace("sources/courier.md", str(talks / "sources" / "courier.md"))
    (tmp_path / "outside.md").write_text(f"1. {SECRET}\n", encoding="utf-8")
    (talks / "case.yaml").write_text(
        text.replace("by: [cordia],", "by: [cordia], text: ../outside.md,"), encoding="utf-8"
    )
    (talks / "record.yaml").unlink()
    refused = told("share", talks, "-o", "talks.zip", code=1)
    assert [p["code"] for p in refused["problems"] if p["severity"] == "error"] == ["draft-outside"]
    assert not (tmp_path / "talks.zip").exists()
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    told("share", talks, "-o", "talks.zip")
    held = members(tmp_path / "talks.zip")
    assert b"file: sources/courier.md" in held["case.yaml"]
    assert not any(str(tmp_path).encode() in data or SECRET.encode() in data for data in held.values())


def test_words_that_still_name_what_is_private_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the sender, with the place; quotes are a document's words and no business of theirs."""
    monkeypatch.chdir(tmp_path)
    text = TEXT.replace("cordia: {name: Cordia,", "cordia: {private: yes, name: Cordia,").replace(
        "place: Cordia City, ", ""
    )
    home = write(tmp_path / "talks", text.replace("why: Boria ties the two", "why: so Cordia told us"))
    named = [p for p in told("share", home, "-o", "a.zip")["problems"] if p["code"] == "share-named"]
    assert [p["severity"] for p in named] == ["warning"]
    assert "'Cordia' under conditions.0.why" in named[0]["message"]
    home = write(tmp_path / "talks", text)
    assert not [p for p in told("share", home, "-o", "a.zip")["problems"] if p["code"] == "share-named"]


def test_a_document_that_is_left_out_comes_in_by_no_other_entry(talks: Path, tmp_path: Path) -> None:
    """Neither under another name nor as the text of a draft, nor one of a later day."""
    copy = talks / "sources" / "twin.md"
    copy.write_bytes((talks / "sources" / f"{SECRET}.md").read_bytes())
    text = PRIVATE.replace("text: drafts/first.md", "text: sources/twin.md")
    text = text.replace("  copy:", "  twin: {file: sources/twin.md}\n  copy:")
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    assert zopa("share", talks, "-o", "talks.zip").exit_code == 0
    assert not any(SECRET.encode() in data.lower() for data in members(tmp_path / "talks.zip").values())
    (talks / "case.yaml").write_text(
        PRIVATE.replace("text: drafts/first.md", "text: sources/courier.md"), encoding="utf-8"
    )
    assert zopa("share", talks, "-o", "talks.zip", "--as-of", "2025-12-02").exit_code == 0
    assert "sources/courier.md" not in members(tmp_path / "talks.zip")


def test_a_pack_is_the_case_again(talks: Path, tmp_path: Path) -> None:
    """Everything that is seen in the folder, byte for byte; hidden files and links are not."""
    (talks / "link.md").symlink_to(tmp_path / "elsewhere.md")
    packed = told("pack", talks, "-o", talks / "all.zip")
    assert (packed["kind"], packed["left_out"]) == ("pack", [])
    first = (talks / "all.zip").read_bytes()
    assert zopa("pack", talks, "-o", talks / "all.zip").exit_code == 0
    assert (talks / "all.zip").read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        archive.extractall(tmp_path / "again")
    seen = {
        p.relative_to(talks)
        for p in talks.rglob("*")
        if p.is_file() and not p.is_symlink() and p.name not in {".hidden.md", "all.zip"}
    }
    assert {p.relative_to(tmp_path / "again") for p in (tmp_path / "again").rglob("*") if p.is_file()} == seen
    assert all((tmp_path / "again" / p).read_bytes() == (talks / p).read_bytes() for p in seen)
    assert zopa("share", talks, "-o", talks / "all.zip").exit_code == 1
    assert zopa("pack", tmp_path, "-o", "none.zip").exit_code == 1
