"""The command line: exit codes, problems on standard error, one JSON document on standard output, files written whole."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from views.texts import COURIER, HERALD

from zopa import __version__, cli
from zopa.report import show_progress

if TYPE_CHECKING:
    from click.testing import Result

COMMANDS = ["brief", "statements", "compare", "text"]
PROBLEM = re.compile(
    r"^(?P<place>.*?)(?:: )?(?P<severity>error|warning|note) \[(?P<code>[a-z-]+)\]:? (?P<told>\S.* .*\S)$"
)


def zopa(*words: str | Path, data: str | bytes | None = None) -> Result:
    """What a command prints and returns."""
    return CliRunner().invoke(cli.main, [str(word) for word in words], input=data)


def problems(result: Result) -> list[str]:
    """The codes on standard error; every line there must be one problem with at least two sentences."""
    rows = [PROBLEM.match(line) for line in result.stderr.splitlines()]
    assert all(rows), result.stderr
    assert all(row["told"].count(".") >= 2 for row in rows if row), result.stderr
    return [row["code"] for row in rows if row]


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder beside a folder with two accounts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(COURIER, encoding="utf-8")
    (folder / "b.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return folder


def bad(folder: Path, name: str) -> Path:
    """A file that cannot be read."""
    content = {
        "missing.txt": None, "empty.txt": b"", "blank.txt": b" \n\t\n", "binary.txt": bytes(range(256)) * 20,
        "broken.pdf": b"%PDF-1.4 broken", "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    }[name]  # fmt: skip
    path = folder.parent / name
    if content is not None:
        path.write_bytes(content)
    return path


BAD = {
    "missing.txt": "missing-file", "empty.txt": "empty-file", "blank.txt": "empty-file", "binary.txt": "binary-file",
    "broken.pdf": "pdf-broken", "picture.png": "unknown-format",
}  # fmt: skip


# -- help and usage ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)], ids=str)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_shows_examples(words: list[str], flag: str) -> None:
    """zopa and each command print their use with at least two examples, and exit 0."""
    result = zopa(*words, flag)
    assert result.exit_code == 0
    examples = result.stdout.split("Examples:")[1]
    assert len(re.findall(rf"^\s+zopa {words[0] if words else ''}", examples, re.MULTILINE)) >= 2
    assert all(command in result.stdout for command in (COMMANDS if not words else []))


def test_version() -> None:
    """The version and nothing else."""
    result = zopa("--version")
    assert result.exit_code == 0
    assert result.stdout.split()[-1] == __version__


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"], ["statements"], ["compare"], ["brief"], ["text"], ["statements", "A", "--nonsense"],
        ["statements", "A", "--form", "song"], ["compare", "A", "B", "--relation", "love"],
        ["statements", "A", "--as-of", "yesterday"], ["statements", "A", "--as-of", "2024-02-30"],
        ["statements", "A", "--jobs", "0"], ["statements", "A", "--limit", "0"], ["brief", "A", "--format", "pdf"],
        ["statements", "A", "--issue", "love"], ["compare", "A", "B", "--issue", "love"], ["text", "FOLDER"],
        ["brief", "A", "-o", "FOLDER"], ["text", "A", "B"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_code_2(texts: Path, words: list[str]) -> None:
    """Told on standard error, nothing on standard output, no trace of a crash."""
    places = {"A": texts / "a.txt", "B": texts / "b.txt", "FOLDER": texts}
    result = zopa(*(places.get(word, word) for word in words))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr or "Usage: " in result.stderr


def test_a_wrong_date_is_told_how_to_be_written(texts: Path) -> None:
    """The message holds what came and an example of what is expected."""
    assert "'yesterday' is no date; write it as 2025-12-04." in zopa("brief", texts, "--as-of", "yesterday").stderr


def test_an_unknown_issue_lists_the_known_ones(texts: Path) -> None:
    """So that nobody has to look them up."""
    told = zopa("statements", texts, "--issue", "love").stderr
    assert "'love'" in told
    assert "water" in told


# -- input with errors ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "code"), BAD.items(), ids=BAD)
@pytest.mark.parametrize("command", COMMANDS)
def test_input_that_cannot_be_read_is_code_1(texts: Path, command: str, name: str, code: str) -> None:
    """One line on standard error with place and cure, nothing on standard output."""
    path = bad(texts, name)
    result = zopa(command, path)
    assert result.exit_code == 1
    assert problems(result) == [code]
    assert str(path) in result.stderr
    assert result.stdout == ""
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("name", ["missing.txt", "broken.pdf"])
@pytest.mark.parametrize("command", COMMANDS)
def test_errors_in_json(texts: Path, command: str, name: str) -> None:
    """One JSON document of the command's kind, with the problem in it, and nothing else on either stream."""
    result = zopa(command, bad(texts, name), "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["kind"] == ("accounts" if command == "compare" else command)
    assert [problem["code"] for problem in told["problems"]] == [BAD[name]]
    assert all(problem["cure"] for problem in told["problems"])
    assert result.stderr == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_documents(texts: Path, command: str) -> None:
    """An empty folder, and one of other files, each with what to do."""
    empty = texts.parent / "empty"
    empty.mkdir()
    assert problems(zopa(command, empty)) == ["empty-folder"]
    (empty / "notes.xyz").write_text("x", encoding="utf-8")
    result = zopa(command, empty)
    assert result.exit_code == 1
    assert sorted(problems(result)) == ["empty-folder", "skipped-files"]


@pytest.mark.parametrize("command", ["brief", "statements", "compare"])
def test_one_bad_file_stops_no_other(texts: Path, command: str) -> None:
    """The rest is done in full; the bad one is told; the exit code is 1."""
    good = zopa(command, texts)
    mixed = zopa(command, texts, bad(texts, "broken.pdf"))
    assert (good.exit_code, mixed.exit_code) == (0, 1)
    assert problems(mixed) == ["pdf-broken"]
    assert "el-Sisi" in mixed.stdout
    if command != "brief":  # the page of a brief names what could not be read
        assert mixed.stdout == good.stdout
    told = json.loads(zopa(command, texts, bad(texts, "broken.pdf"), "--json").stdout)
    assert [problem["code"] for problem in told["problems"]] == ["pdf-broken"]
    assert len(told["documents"]) == 2


def test_a_brief_on_standard_output_tells_problems_on_standard_error(texts: Path) -> None:
    """The page goes on, the problem does not get lost in it."""
    result = zopa("brief", texts, bad(texts, "empty.txt"), "-o", "-", "--format", "md")
    assert result.exit_code == 1
    assert problems(result) == ["empty-file"]
    assert result.stdout.startswith("# ")


def test_text_of_a_folder_with_a_bad_file_is_code_1(texts: Path) -> None:
    """The readable one is printed, the other is told, and the exit code says so."""
    (texts / "b.txt").write_bytes(b"")
    for words in (["text", texts], ["text", texts, "--json"], ["text", texts, "--marks"]):
        assert zopa(*words).exit_code == 1
    assert zopa("text", texts).stdout.rstrip("\n") == COURIER.rstrip("\n")


def test_one_document_to_compare(texts: Path) -> None:
    """An error with the cure; with a second one that cannot be read, both are told."""
    result = zopa("compare", texts / "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert problems(result) == ["one-document"]
    assert problems(zopa("compare", texts / "a.txt", bad(texts, "missing.txt"))) == ["missing-file", "one-document"]
    assert problems(zopa("compare", texts / "a.txt", texts / "a.txt")) == ["same-file-twice", "one-document"]


def test_one_document_for_the_others(texts: Path) -> None:
    """A single document is enough for every other command."""
    for command in ("brief", "statements", "text"):
        assert zopa(command, texts / "a.txt").exit_code == 0


def test_a_document_without_statements(texts: Path) -> None:
    """A warning is no failure: code 0, the warning on standard error."""
    (texts.parent / "list.txt").write_text("1, 2, 3", encoding="utf-8")
    for command in ("brief", "statements"):
        result = zopa(command, texts.parent / "list.txt")
        assert result.exit_code == 0
        assert problems(result) == ["no-statements"]
    assert "No statements found." in zopa("statements", texts.parent / "list.txt").stdout


# -- what is read -----------------------------------------------------------------------------------------------------


def test_standard_input(texts: Path) -> None:
    """A dash stands for standard input, alone and beside files."""
    told = json.loads(zopa("statements", "-", "--json", data=COURIER).stdout)
    assert [(row["id"], row["path"]) for row in told["documents"]] == [("stdin", "-")]
    assert zopa("text", "-", data=COURIER).stdout.strip() == COURIER.strip()
    both = json.loads(zopa("compare", "-", texts / "b.txt", "--json", data=COURIER).stdout)
    assert [row["id"] for row in both["documents"]] == ["stdin", "b"]
    assert problems(zopa("statements", "-", data=b"")) == ["empty-file"]


@pytest.mark.parametrize("command", ["brief", "statements", "compare"])
def test_as_of(texts: Path, command: str) -> None:
    """Later documents are left out with a note, undated ones kept with a warning; neither is a failure."""
    (texts / "later.txt").write_text(HERALD.replace("2024-03-13", "2024-03-20"), encoding="utf-8")
    (texts / "undated.txt").write_text("Ethiopia rejected the limit, officials said.", encoding="utf-8")
    result = zopa(command, texts, "--as-of", "2024-03-13")
    assert result.exit_code == 0
    assert problems(result) == ["later-than-as-of", "undated-as-of"]
    told = json.loads(zopa(command, texts, "--as-of", "2024-03-13", "--json").stdout)
    assert [row["id"] for row in told["documents"]] == ["a", "b", "undated"]


@pytest.mark.parametrize("command", ["brief", "statements", "compare"])
def test_jobs_change_nothing(texts: Path, command: str) -> None:
    """Two processes print exactly what one prints."""
    for name in ("c", "d"):
        (texts / f"{name}.txt").write_text(f"{HERALD}\nReport {name}: Kenya left.", encoding="utf-8")
    one = zopa(command, texts, "--jobs", "1", "--json")
    two = zopa(command, texts, "--jobs", "2", "--json")
    assert json.loads(one.stdout)["documents"][3]["id"] == "d"
    assert two.stdout == one.stdout


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_on_standard_error(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder read at a terminal shows how far it is; two files, or a pipe, show nothing."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    told = show_progress([str(texts)])
    assert told
    for done in (1, 2):
        told("reading", done, 2)
    assert "reading" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert show_progress([str(texts / "a.txt"), "-"]) is None
    assert show_progress([f"{n}.txt" for n in range(9)]) is not None
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert show_progress([str(texts)]) is None


# -- filters ----------------------------------------------------------------------------------------------------------


def rows(texts: Path, *words: str) -> list[dict[str, Any]]:
    return json.loads(zopa("statements", texts, *words, "--json").stdout)["statements"]


FILTERS: dict[str, tuple[list[str], Any]] = {
    "speaker": (["--speaker", "SISI"], lambda s: s["speaker"] and s["speaker"]["name"] == "Abdel Fattah el-Sisi"),
    "party": (["--party", "kenya"], lambda s: "Kenya" in {s["party"], s["target"], (s["speaker"] or {}).get("party")}),
    "issue": (["--issue", "water"], lambda s: "water" in s["issues"]),
    "form": (["--form", "reported"], lambda s: s["form"] == "reported"),
    "act": (["--act", "demand"], lambda s: s["act"] == "demand"),
    "plover": (["--act", "REJECT"], lambda s: s["act"] == "reject" or s["plover"] == "REJECT"),
    "contains": (["--contains", "LIMIT"], lambda s: any("limit" in part["text"].lower() for part in s["content"])),
    "two at once": (
        ["--issue", "water", "--form", "quotation"],
        lambda s: "water" in s["issues"] and s["form"] == "quotation",
    ),
}


@pytest.mark.parametrize(("words", "holds"), FILTERS.values(), ids=FILTERS)
def test_statements_are_filtered(texts: Path, words: list[str], holds: Any) -> None:
    """A filter keeps exactly those rows of the whole list for which it holds, some and not all."""
    whole, kept = rows(texts), rows(texts, *words)
    assert kept == [row for row in whole if holds(row)]
    assert 0 < len(kept) < len(whole)


def test_a_filter_that_nothing_passes(texts: Path) -> None:
    """No row is an answer, not a failure."""
    result = zopa("statements", texts, "--speaker", "Nobody")
    assert (result.exit_code, result.stdout.strip()) == (0, "No statements found.")
    result = zopa("compare", texts, "--about", "nothing of the kind")
    assert (result.exit_code, result.stdout.strip()) == (0, "Nothing to compare was found.")


COMPARED: dict[str, tuple[list[str], Any]] = {
    "relation": (["--relation", "selective-quotation"], lambda f: f["relation"] == "selective-quotation"),
    "about": (["--about", "14 POINTS"], lambda f: "14 points" in f"{f['about']} {f['why']}"),
    "issue": (["--issue", "water"], lambda f: "water" in f["issues"]),
}


@pytest.mark.parametrize(("words", "holds"), COMPARED.values(), ids=COMPARED)
def test_findings_are_filtered(texts: Path, words: list[str], holds: Any) -> None:
    """As for statements; the count is that of the rows shown."""
    whole = json.loads(zopa("compare", texts, "--json").stdout)["findings"]
    told = json.loads(zopa("compare", texts, *words, "--json").stdout)
    assert told["findings"] == [row for row in whole if holds(row)]
    assert 0 < told["findings_count"] < len(whole)


# -- files written ----------------------------------------------------------------------------------------------------


def test_brief_writes_brief_html_and_prints_its_first_page(texts: Path) -> None:
    """One file, named in the output."""
    result = zopa("brief", texts)
    assert [path.name for path in Path().iterdir()] == ["brief.html"]
    assert Path("brief.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert "BOTTOM LINE" in result.stdout
    assert "Written: brief.html (" in result.stdout


@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        (["-o", "x.md"], "x.md", "# "),
        (["-o", "x.markdown"], "x.markdown", "# "),
        (["--format", "md"], "brief.md", "# "),
        (["-o", "x.txt", "--format", "md"], "x.txt", "# "),
        (["-o", "x.md", "--format", "html"], "x.md", "<!doctype"),
        (["-o", "x"], "x", "<!doctype"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_where_and_in_which_form(texts: Path, words: list[str], name: str, start: str) -> None:
    """-o names the file, its ending the form, --format overrules it."""
    result = zopa("brief", texts, *words)
    assert result.exit_code == 0
    assert [path.name for path in Path().iterdir()] == [name]
    assert Path(name).read_text(encoding="utf-8").lower().startswith(start)


def test_brief_on_standard_output(texts: Path) -> None:
    """The file's text and nothing else; no file."""
    result = zopa("brief", texts, "-o", "-", "--title", "The dam & the river")
    assert result.stdout.lower().startswith("<!doctype html>")
    assert result.stdout.rstrip().endswith("</html>")
    assert "<title>The dam &amp; the river" in result.stdout
    assert list(Path().iterdir()) == []


def test_a_foreign_brief_html_is_not_written_over(texts: Path) -> None:
    """A file that zopa did not write stays, even one that speaks of zopa; with --force it is the user's wish."""
    for foreign in ("<p>my own</p>", "<p>my notes on zopa</p>"):
        Path("brief.html").write_text(foreign, encoding="utf-8")
        for words in ((), ("-o", "brief.html")):
            result = zopa("brief", texts, *words)
            assert result.exit_code == 1
            assert problems(result) == ["would-overwrite"]
            assert Path("brief.html").read_text(encoding="utf-8") == foreign
    assert zopa("brief", texts, "-o", "brief.html", "--force").exit_code == 0
    assert "<p>my" not in Path("brief.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["html", "md"])
def test_an_own_brief_is_written_over(texts: Path, form: str) -> None:
    """A second run replaces what the first one wrote."""
    for title in ("First", "Second"):
        assert zopa("brief", texts, "--format", form, "--title", f"{title} title").exit_code == 0
    assert "Second title" in Path(f"brief.{form}").read_text(encoding="utf-8")


def test_a_folder_that_is_missing(texts: Path) -> None:
    """Told with its name; no folder is made."""
    result = zopa("brief", texts, "-o", "no/where.html")
    assert result.exit_code == 1
    assert problems(result) == ["no-such-folder"]
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("moment", ["os.fsync", "pathlib.Path.replace"])
def test_an_interrupt_leaves_the_old_file_and_no_half_one(
    texts: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Interrupted while writing: the file from before is whole, nothing else lies there, the exit code says so."""
    Path("x.html").write_text("old", encoding="utf-8")

    def interrupted(*args: Any, **kwargs: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(moment, interrupted)
    result = zopa("brief", texts, "-o", "x.html", "--force")
    assert result.exit_code == 130
    assert "Interrupted" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["x.html"]
    assert Path("x.html").read_text(encoding="utf-8") == "old"


def test_an_interrupt_while_reading(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, no output, code 130."""

    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zopa.run.read_accounts", interrupted)
    result = zopa("brief", texts)
    assert (result.exit_code, result.stdout) == (130, "")
    assert list(Path().iterdir()) == []


def test_a_device_is_written_to_not_replaced(texts: Path) -> None:
    """-o may name something that is no plain file, such as /dev/null by a link; it stays what it was."""
    Path("nowhere").symlink_to(os.devnull)
    assert zopa("brief", texts, "-o", "nowhere").exit_code == 0
    assert Path("nowhere").is_symlink()


# -- hostile text -----------------------------------------------------------------------------------------------------

HOSTILE = (
    "Outlet: \x1b]0;owned\x07 \x1b[31mCourier\nPublished: 2024-03-13\n\n"
    "“The dam \x1b[31mis\x1b[0m [bold]very[/bold] \u202ehigh\u202c [link=file:///x]here[/link] and costs 40 boats,” "
    "Abiy Ahmed said. The dam\u200b of Ethiopia \x9b2J is high. "
    "The [bold]very[/bold] plan has 14 points.\n"
)


@pytest.mark.parametrize("command", ["brief", "statements", "compare"])
def test_hostile_text_shows_as_text(texts: Path, command: str) -> None:
    """No terminal escape, control or direction override reaches the terminal, and Rich's markup stands as written."""
    (texts / "0.txt").write_text(HOSTILE, encoding="utf-8")
    result = zopa(command, texts)
    assert result.exit_code == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]", result.output)
    assert "[bold]very" in re.sub(r"\s+", " ", result.stdout)
    assert "␛[31m" in result.stdout


def test_marks_of_hostile_text(texts: Path) -> None:
    """`text --marks` lists what is marked, its words on one line and harmless."""
    (texts / "c.txt").write_text(HOSTILE + "Share this \x1b[31m article on p\u0430ypal\n", encoding="utf-8")
    result = zopa("text", texts / "c.txt", "--marks")
    assert result.exit_code == 0
    assert "pointed at look-alike" in result.stdout
    assert "\x1b" not in result.stdout
    assert all(re.match(r"\s*\d+-\d+ +(?:left out|pointed at) +\S", line) for line in result.stdout.splitlines())


def test_hostile_file_names(texts: Path) -> None:
    """The name of a file is text as well."""
    path = texts.parent / "e\x1b[31m[bold]vil\u202e.txt"
    path.write_bytes(b"")
    result = zopa("statements", path)
    assert problems(result) == ["empty-file"]
    assert not re.search("[\x1b\u202e]", result.stderr)


# -- as a program -----------------------------------------------------------------------------------------------------


def program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """zopa in a process of its own."""
    call = [sys.executable, "-W", "error", "-m", "zopa", *(str(word) for word in words)]
    return subprocess.run(call, capture_output=True, check=False, env={**os.environ, **environment})


def test_the_program(texts: Path) -> None:
    """python -m zopa is the command line: output, exit code, no warnings."""
    done = program("statements", texts, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["kind"] == "statements"
    assert program("statements", texts.parent / "missing.txt").returncode == 1
    assert program("nonsense").returncode == 2


def test_output_is_utf_8_whatever_the_locale(texts: Path) -> None:
    """A stream of another encoding, as a pipe on Windows has, loses no letter and breaks nothing."""
    (texts / "c.txt").write_text("«Плотина стоит», said Abiy Ahmed. — 水\n", encoding="utf-8")
    for words in (
        ["statements", texts, "--json"],
        ["brief", texts, "-o", "-"],
        ["text", texts / "c.txt"],
        ["compare", texts],
    ):
        done = program(*words, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
        assert done.returncode == 0, done.stderr
        assert "Плотина" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_early(texts: Path) -> None:
    """A pipe that is closed, as by head, is no error and leaves no traceback."""
    (texts / "long.txt").write_text("The dam of Ethiopia is high. " * 20_000, encoding="utf-8")
    call = [sys.executable, "-W", "error", "-m", "zopa", "text", str(texts / "long.txt")]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
