"""A case on disk: made, filled, opened; nothing of the user's is lost or altered."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.unit.case.cases import COURIER, HERALD, TEXT

from zopa.errors import InputError
from zopa.folder import case_folder
from zopa.folder.atomic import hash_file
from zopa.folder.case_edits import add_entries, save_case_text, set_values
from zopa.folder.case_folder import add_documents, init_case, is_case, open_case

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """The shared case with its two sources."""
    (tmp_path / "talks" / "sources").mkdir(parents=True)
    (tmp_path / "talks" / "case.yaml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "talks" / "sources" / "courier.md").write_text(COURIER, encoding="utf-8")
    (tmp_path / "talks" / "sources" / "herald.md").write_text(HERALD, encoding="utf-8")
    return tmp_path / "talks"


@pytest.mark.parametrize(
    "title", ["\udcff\udcfe", "two\nlines", "tab\there", "\x00", "back\\slash \\n", "\u202eטבריה", "🙂"]
)
def test_any_title_is_kept(tmp_path: Path, title: str) -> None:
    """Also bytes of a command line that are no text: the case holds what was given, and never half a file."""
    init_case(tmp_path / "new", title=title, analyst=title, today="2025-12-04")
    opened = open_case(tmp_path / "new")
    assert opened.problems == ()
    assert (opened.loaded.case.title, opened.loaded.case.analyst) == (title, title)


def test_a_case_is_made_once(tmp_path: Path) -> None:
    """The first line names the schema, which lies beside; a second time is refused and changes nothing."""
    home = tmp_path / "new"
    init_case(home, title='A "quoted": title', analyst="me", today="2025-12-04")
    text = (home / "case.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.zopa/case.schema.json\n")
    assert (home / ".zopa" / "case.schema.json").is_file()
    opened = open_case(home)
    assert opened.problems == ()
    assert opened.loaded.case.title == 'A "quoted": title'
    with pytest.raises(InputError, match="case-exists"):
        init_case(home, title="x", analyst="y", today="2025-12-05")
    assert (home / "case.yaml").read_text(encoding="utf-8") == text


def test_documents_are_copied_and_listed(tmp_path: Path) -> None:
    """Under stable names, with what they tell of themselves; twice is once; comments stay."""
    home = tmp_path / "new"
    init_case(home, title="t", analyst="me", today="2025-12-04")
    original = tmp_path / "The Courier 3.md"
    original.write_text(COURIER, encoding="utf-8")
    for already in (False, True):
        added, problems = add_documents(home, [original], today="2025-12-04")
        assert problems == ()
        assert [(a.id, a.file, a.already) for a in added] == [("the-courier-3", "sources/the-courier-3.md", already)]
    opened = open_case(home)
    assert opened.problems == ()
    assert [d.id for d in opened.documents] == ["the-courier-3"]
    assert opened.loaded.case.sources["the-courier-3"].published == "2025-12-03"
    assert opened.loaded.case.sources["the-courier-3"].grade == ""
    assert "# Documents;" in opened.text
    assert original.read_text(encoding="utf-8") == COURIER


def test_an_interrupted_add_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy lies there, the list does not: adding again lists it."""
    home = tmp_path / "new"
    init_case(home, title="t", analyst="me", today="2025-12-04")
    original = tmp_path / "courier.md"
    original.write_text(COURIER, encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("zopa.folder.case_folder.add_entries", interrupted)
        with pytest.raises(KeyboardInterrupt):
            add_documents(home, [original], today="2025-12-04")
    assert open_case(home).loaded.case.sources == {}
    add_documents(home, [original], today="2025-12-04")
    assert [d.id for d in open_case(home).documents] == ["courier"]


def test_another_file_is_never_overwritten(talks: Path, tmp_path: Path) -> None:
    """Two documents of one name get two; a file that lies there unlisted is not touched."""
    other = tmp_path / "courier.md"
    other.write_text(COURIER + "\nMore.\n", encoding="utf-8")
    added, _ = add_documents(talks, [other], today="2025-12-04")
    assert [a.id for a in added] == ["courier-2"]
    assert (talks / "sources" / "courier.md").read_text(encoding="utf-8") == COURIER
    (talks / "sources" / "courier-3.md").write_text("mine", encoding="utf-8")
    third = tmp_path / "third" / "courier.md"
    third.parent.mkdir()
    third.write_text(COURIER + "\nStill more.\n", encoding="utf-8")
    added, problems = add_documents(talks, [third], today="2025-12-04")
    assert (added, [p.code for p in problems]) == ((), ["source-exists"])
    assert (talks / "sources" / "courier-3.md").read_text(encoding="utf-8") == "mine"


def test_problems_with_sources(talks: Path) -> None:
    """A missing file, one outside the folder, one that is not listed, one that changed: each told, the rest stands."""
    text = TEXT.replace("sources/herald.md", "../herald.md").replace(
        "publisher: Courier", "publisher: Courier, sha256: 00"
    )
    (talks / "case.yaml").write_text(text, encoding="utf-8")
    (talks / "sources" / "stray.md").write_text("x", encoding="utf-8")
    opened = open_case(talks)
    assert sorted(p.code for p in opened.problems) == [
        "source-changed",
        "source-missing",
        "source-unlisted",
        "source-unlisted",
    ]
    assert [d.id for d in opened.documents] == ["courier"]
    assert opened.changed == {"courier"}


def test_edits_keep_comments_and_order(talks: Path) -> None:
    """One value is set, another taken away, an entry added; everything else is as it was, to the letter."""
    file = talks / "case.yaml"
    changes = [
        (("positions", "boria", "bridge", "salience"), "high"),
        (("parties", "boria", "no-deal"), None),
        (("positions", "boria", "bridge", "evidence", 0), {"source": "herald", "quote": "both sides"}),
    ]
    set_values(file, changes, hash_file(file))
    add_entries(file, ("drafts",), {"second": {"name": "Second", "terms": {"bridge": "alba"}}}, hash_file(file))
    text = file.read_text(encoding="utf-8")
    assert "# whose judgements these are" in text
    case = open_case(talks).loaded.case
    assert str(case.positions["boria"]["bridge"].salience) == "high"
    assert case.positions["boria"]["bridge"].evidence[0].quote == "both sides"
    assert case.parties["boria"].no_deal is None
    assert list(case.drafts) == ["first", "second"]
    assert text.index("title:") < text.index("sources:") < text.index("parties:")


def test_a_change_made_meanwhile_is_never_lost(talks: Path) -> None:
    """Somebody saved in between: refused, and their text stands."""
    file = talks / "case.yaml"
    seen = hash_file(file)
    file.write_text(TEXT + "# theirs\n", encoding="utf-8")
    with pytest.raises(InputError, match="case-changed"):
        set_values(file, [(("title",), "mine")], seen)
    with pytest.raises(InputError, match="case-changed"):
        save_case_text(file, "title: mine\n", seen)
    assert file.read_text(encoding="utf-8").endswith("# theirs\n")


def test_what_is_a_case(talks: Path, tmp_path: Path) -> None:
    """The folder or its file; nothing else."""
    assert is_case(talks)
    assert is_case(talks / "case.yaml")
    assert not is_case(tmp_path)
    assert not is_case("-")
    with pytest.raises(InputError, match="case-none"):
        open_case(tmp_path)
    (talks / "case.yaml").write_bytes(b"title: \xff\xfe")
    with pytest.raises(InputError, match="case-unreadable"):
        open_case(talks)


@pytest.mark.parametrize(
    "place", ["../outside.md", "/etc/hostname", "drafts/../../outside.md", "a\\0b", "link.md", "loop.md", "folder"]
)
def test_texts_of_drafts_stay_inside_the_folder(tmp_path: Path, place: str) -> None:
    """An absolute path, one that climbs out, a link that leads out, a link to itself, no path at all: told with its line, never read."""
    home = tmp_path / "case"
    (home / "drafts").mkdir(parents=True)
    (home / "folder").mkdir()
    (tmp_path / "outside.md").write_text("1. A secret.\n", encoding="utf-8")
    (home / "link.md").symlink_to(tmp_path / "outside.md")
    (home / "loop.md").symlink_to(home / "loop.md")
    (home / "case.yaml").write_text(f'title: x\ndrafts:\n  one:\n    text: "{place}"\n', encoding="utf-8")
    opened = open_case(home)
    assert [(p.code, p.line) for p in opened.problems if p.severity == "error"] == [("draft-outside", 4)]
    assert opened.loaded.case.drafts["one"].text == ""


@pytest.mark.parametrize("file", ["a\\0b", "../a.md", "pipe.md", "loop.md", "sources"])
def test_sources_that_are_no_files(tmp_path: Path, file: str) -> None:
    """No path, outside, a pipe that would wait for ever, a link to itself, a folder: told, and nothing hangs."""
    home = tmp_path / "case"
    (home / "sources").mkdir(parents=True)
    os.mkfifo(home / "pipe.md")
    (home / "loop.md").symlink_to(home / "loop.md")
    (home / "case.yaml").write_text(f'title: x\nsources:\n  a: {{file: "{file}"}}\n', encoding="utf-8")
    assert [p.code for p in open_case(home).problems] == ["source-missing"]


def test_a_sketch_that_was_cut_short_can_be_given_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The case file comes last: before it there is no case, and what lies there already is taken as it is."""
    text = tmp_path / "a.txt"
    text.write_text("The talks ended.\n", encoding="utf-8")
    home = tmp_path / "case"
    real = case_folder.write_atomic

    def cut(path: Path, *words: Any, **more: Any) -> bool:
        if path.name == "case.yaml":
            raise KeyboardInterrupt
        return real(path, *words, **more)

    with monkeypatch.context() as patch:
        patch.setattr(case_folder, "write_atomic", cut)
        with pytest.raises(KeyboardInterrupt):
            init_case(home, title="t", analyst="", today="2025-12-04", files=[text])
    assert not (home / "case.yaml").exists()
    init_case(home, title="t", analyst="", today="2025-12-04", files=[text])
    assert list(open_case(home).loaded.case.sources) == ["a"]


def test_nothing_is_written_into_a_folder_that_is_a_link(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The talks ended.\n", encoding="utf-8")
    home, other = tmp_path / "case", tmp_path / "other"
    init_case(home, title="t", analyst="", today="2025-12-04")
    other.mkdir()
    (home / "sources").rmdir()
    (home / "sources").symlink_to(other)
    with pytest.raises(InputError, match="link"):
        add_documents(home, [text], today="2025-12-04")
    assert list(other.iterdir()) == []


PROPOSED = """\
title: x  # the desk's
parties:
  guild:
    name: Guild   # its full name
    status: proposed  # ask Ines
    # about the port

  port:
    status: proposed # first key
    name: Port
  # closing remark
  mill: {name: Mill, status: proposed}  # in one line
positions:
  guild:
    gate:
      evidence:
        - {source: a, quote: "x # no comment"}  # why one
        # about the second
        - {source: a, quote: y}  # why two
# end
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_confirming_keeps_comments_line_ends_and_order(tmp_path: Path, ends: str, mark: str) -> None:
    """Every comment of the file is there after an edit that takes keys and items out, in the same order; other lines keep their bytes."""
    file = tmp_path / "case.yaml"
    before = (mark + PROPOSED.replace("\n", ends)).encode()
    file.write_bytes(before)
    gone = [("parties", name, "status") for name in ("guild", "port", "mill")]
    set_values(
        file, [*((path, None) for path in gone), (("positions", "guild", "gate", "evidence", 0), None)], hash_file(file)
    )
    after = file.read_bytes()
    assert b"proposed" not in after
    told = re.findall(r"# .*", PROPOSED.replace('# no comment"}', ""))
    assert [line.strip() for line in re.findall(r"# [^\r\n]*", after.decode())] == [comment.strip() for comment in told]
    assert after.startswith(mark.encode() + b"title: x  # the desk's" + ends.encode())
    assert after.count(b"\r\n") == (after.count(b"\n") if ends == "\r\n" else 0)
