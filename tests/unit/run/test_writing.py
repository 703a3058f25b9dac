"""What -o writes replaces nothing that was read, nothing of somebody else's, and nothing through a link."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.unit.web.talks import CASE, HARBOUR, make_case

from zopa import cli
from zopa.errors import InputError
from zopa.run.writing import write_output

DRAFTS = """
drafts:
  one: {name: One, date: 2031-01-01, terms: {pier: keep}, text: drafts/one.md}
  two: {name: Two, date: 2031-02-01, terms: {pier: sell}, text: drafts/two.md}
"""


def zopa(*words):
    """Exit code and what went to standard error."""
    result = CliRunner().invoke(cli.main, [str(word) for word in words])
    return result.exit_code, result.stderr


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A case without what is only proposed, with two drafts, and an empty working folder beside it."""
    place = make_case(tmp_path / "harbour", CASE.replace(", status: proposed", "") + DRAFTS)
    (place / "drafts").mkdir()
    (place / "drafts" / "one.md").write_text("1. The pier stays.\n2. The toll falls.\n", encoding="utf-8")
    (place / "drafts" / "two.md").write_text("1. The pier is sold.\n2. The toll falls.\n", encoding="utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return place


def bytes_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_document_is_not_written_over(home, force):
    """By its own name, by a roundabout one, by a hard link: it stays, whatever is asked."""
    Path("a.html").write_text(f"<p>{HARBOUR}</p>", encoding="utf-8")
    os.link("a.html", "other.html")
    before = bytes_of(Path())
    for name in ("a.html", "../here/a.html", "./a.html", "other.html"):
        code, told = zopa("brief", "a.html", "-o", name, *force)
        assert (code, "output-is-input" in told) == (1, True)
        code, told = zopa("brief", ".", "-o", name, *force)
        assert (code, "output-is-input" in told) == (1, True)
        code, told = zopa("process", "a.html", "-o", name, *force)
        assert (code, "output-is-input" in told) == (1, True)
    assert bytes_of(Path()) == before


@pytest.mark.parametrize("command", ["brief", "grid", "process", "deals", "deadlock", "changes", "redline"])
@pytest.mark.parametrize(
    "inside", ["case.yaml", "sources/gazette.md", "sources/new.md", "drafts/one.md", "record.yaml"]
)
def test_nothing_of_a_case_is_written_over(home, command, inside):
    """Not the case file, no source, no draft, no corrections; --force changes nothing in that."""
    (home / "sources" / "new.md").write_text("A text that the case does not list.\n", encoding="utf-8")
    (home / "record.yaml").write_text("analyst: d\n", encoding="utf-8")
    before = bytes_of(home)
    more = {"changes": ("--since", "2031-01-01"), "redline": ("one", "two")}.get(command, ())
    target = home / inside
    if command in {"grid", "deals", "deadlock", "process", "changes", "redline"} and target.suffix == ".yaml":
        os.link(target, target.with_suffix(".md"))
        target = target.with_suffix(".md")
        before = bytes_of(home)
    code, told = zopa(command, home, *more, "-o", target, "--force")
    assert (code, "output-is-input" in told) == (1, True), told
    assert bytes_of(home) == before


def test_files_beside_the_documents_can_be_written(home):
    """A brief may lie in the case's folder, and be written again."""
    for _ in range(2):
        assert zopa("brief", home, "-o", home / "brief.html")[0] == 0
    assert (home / "brief.html").stat().st_size > 1000


def test_redline_and_changes_do_not_write_over_what_they_compare(home):
    for name in ("one.md", "two.md"):
        code, told = zopa("redline", home / "drafts/one.md", home / "drafts/two.md", "-o", home / "drafts" / name)
        assert (code, "output-is-input" in told) == (1, True)


@pytest.mark.parametrize("ending", ["html", "md", "csv", "xlsx", "svg", "png", "ics", "docx"])
def test_own_files_are_replaced_and_others_are_not(home, ending):
    """Each form that zopa writes is known again; a stranger's file of the same name stays unless --force is given."""
    if ending in {"svg", "png"}:
        pytest.importorskip("vl_convert")
    words = ("brief", home) if ending == "docx" else ("process", home)
    if ending in {"svg", "png"}:
        words = ("deals", home)
    name = f"out.{ending}"
    for _ in range(2):
        assert zopa(*words, "-o", name)[0] == 0
    Path(name).write_bytes(b"what I wrote myself,with a comma\r\nmine\r\n")
    code, told = zopa(*words, "-o", name)
    assert (code, "would-overwrite" in told) == (1, True)
    assert Path(name).read_bytes().startswith(b"what I wrote")
    assert zopa(*words, "-o", name, "--force")[0] == 0
    assert not Path(name).read_bytes().startswith(b"what I wrote")


def test_nothing_is_written_through_a_link(home):
    """Neither through one that stands at the name, nor through one that was planted where a draft used to lie."""
    mine = Path("mine.txt")
    mine.write_text("mine", encoding="utf-8")
    Path("out.html").symlink_to(mine)
    for force in ((), ("--force",)):
        code, told = zopa("brief", home, "-o", "out.html", *force)
        assert (code, "output-is-link" in told) == (1, True)
    Path("new.html").symlink_to("not-there.txt")
    assert zopa("brief", home, "-o", "new.html", "--force")[0] == 1
    Path(".late.html.part").symlink_to(mine)
    assert zopa("brief", home, "-o", "late.html")[0] == 0
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not Path("not-there.txt").exists()
    Path("x.zip").symlink_to(mine)
    for command in ("share", "pack"):
        assert zopa(command, home, "-o", "x.zip")[0] == 1
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(home):
    home.chmod(0o500)
    try:
        code, told = zopa("brief", home, "-o", home / "x.html")
    finally:
        home.chmod(0o700)
    assert (code, "cannot-write" in told) == (1, True)


@pytest.mark.parametrize("name", ["x" * 251 + ".html", "y" * 236 + ".md", "with\nline.md", "é" * 100 + ".md"])
def test_long_and_odd_names(tmp_path, name):
    """Written, or a clear line; nothing half stays."""
    told: list[str] = []
    try:
        write_output(tmp_path / name, b"x")
    except InputError as error:
        told += [problem.code for problem in error.problems]
    assert told in ([], ["cannot-write"])
    assert [p.name for p in tmp_path.iterdir()] == ([] if told else [name])


@pytest.mark.parametrize("code", [28, 30, 122])
def test_a_disk_that_is_full_or_read_only(tmp_path, monkeypatch, code):
    """The old file is whole, no part of the new one stays, and the reason is told."""
    target = tmp_path / "x.md"
    write_output(target, b"- program: zopa 1\nold")

    def full(handle):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match=os.strerror(code)):
        write_output(target, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["x.md"]
    assert target.read_bytes().endswith(b"old")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no device that is full")
def test_standard_output_that_is_full(home):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "zopa", "check", str(home), "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "cannot-write" in done.stderr
    assert "Traceback" not in done.stderr


BROKEN = ["parties: [x\n", "- a\n", "<<<<<<< a\nx: y\n=======\n>>>>>>> b\n", "parties: {a: {name: A, rol: x}}\n"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_case_gets_no_page(home, text):
    """Every command stops behind the error and writes nothing; check does not say that every value rests on a passage."""
    (home / "case.yaml").write_text(text, encoding="utf-8")
    for command, more in {
        "brief": (), "grid": (), "process": (), "deals": (), "deadlock": (), "stability": (), "changes": ("--since", "2031-01-01"),
    }.items():  # fmt: skip
        code, told = zopa(command, home, *more, "-o", "page.html")
        assert code == 1, command
        assert "error [case-" in told
    result = CliRunner().invoke(cli.main, ["check", str(home)])
    assert result.exit_code == 1
    assert "rests on a passage" not in result.stdout
    assert list(Path().iterdir()) == []
