"""Corrections and readers on the command line: what is written, said and shown, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from views.texts import COURIER, HERALD

from zopa import cli, run
from zopa.errors import InputError
from zopa.folder import read_record_file

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def zopa(*words: str | Path) -> Result:
    """What a command prints and returns."""
    return CliRunner().invoke(cli.main, [str(word) for word in words])


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two accounts."""
    (tmp_path / "a.txt").write_text(COURIER, encoding="utf-8")
    (tmp_path / "b.txt").write_text(HERALD, encoding="utf-8")
    return tmp_path


def rows(*words: str | Path) -> list[dict[str, Any]]:
    return json.loads(zopa("statements", *words, "--json").stdout)["statements"]


def quoted(texts: Path) -> dict[str, Any]:
    return next(row for row in rows(texts) if row["form"] == "quotation" and row["speaker"])


def test_the_list_shows_ids(texts: Path) -> None:
    """So that a statement can be named."""
    shown = zopa("statements", texts).stdout
    assert all(row["id"] in shown for row in rows(texts)[:5])


def test_a_statement_is_corrected(texts: Path) -> None:
    """Before and after are shown, the file is made in the folder, every command applies it from then on."""
    key = quoted(texts)["id"]
    result = zopa(
        "statements", texts, "--correct", f"{key} speaker=Ann Example act=offer party=Qatar", "--by", "desk-2"
    )
    assert result.exit_code == 0, result.output
    assert [line for line in result.stdout.splitlines() if line in {"before", "after"}] == ["before", "after"]
    assert f"Written: 1 correction(s) to {texts / 'record.yaml'}." in result.stdout
    row = next(row for row in rows(texts) if row["id"] == key)
    assert (row["speaker"]["name"], row["act"], row["party"], row["found_by"]) == (
        "Ann Example",
        "offer",
        "Qatar",
        "person:desk-2",
    )
    (correction,) = read_record_file(texts / "record.yaml")[0].corrections
    assert (correction.by, len(correction.on)) == ("desk-2", 10)
    assert "found by person:desk-2" in zopa("statements", texts, "--speaker", "Ann Example").stdout
    made = json.loads(zopa("brief", texts, "--json").stdout)["made"]
    assert "1 correction(s) by desk-2" in made["reader"]
    assert zopa("compare", texts).exit_code == 0


def test_statements_are_rejected_and_stay_rejected(texts: Path) -> None:
    """Several at a time; an id that is gone says why; a file may be named."""
    first, second = rows(texts)[0]["id"], rows(texts)[1]["id"]
    record = texts / "mine.yaml"
    result = zopa(
        "statements",
        texts / "a.txt",
        "--record",
        record,
        "--correct",
        f"{first} reject",
        "--correct",
        f"{second} reject",
        "--by",
        "x",
    )
    assert (result.exit_code, result.stdout.count("after: rejected")) == (0, 2)
    left = {row["id"] for row in rows(texts / "a.txt", "--record", record)}
    assert not {first, second} & left
    again = zopa("statements", texts / "a.txt", "--record", record, "--correct", f"{first} reject")
    assert again.exit_code == 2
    assert "has been rejected" in again.stderr
    printed = zopa("statements", texts, "--correct", f"{first} act=offer", "--by", "x", "--json")
    assert [row["act"] for row in json.loads(printed.stdout)["statements"]] == ["offer"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--correct", "a:1-2q reject"], "Nearest: a:"),
        (["--correct", "KEY speker=Ann"], "Did you mean speaker?"),
        (["--correct", "KEY act=rejct"], "Did you mean reject?"),
        (["--correct", "KEY reject", "--by", " "], "who corrects"),
        (["--reader", "magic"], "Expected a reader"),
        (["--reader", "llm:x"], "--endpoint"),
    ],
)
def test_what_is_refused(texts: Path, words: list[str], told: str) -> None:
    """Wrong usage names the nearest, and nothing is written."""
    key = quoted(texts)["id"]
    result = zopa("statements", texts, *[word.replace("KEY", key) for word in words])
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert not (texts / "record.yaml").exists()


def test_a_file_to_write_to_is_needed(texts: Path) -> None:
    """Two files hold no record.yaml."""
    result = zopa(
        "statements", texts / "a.txt", texts / "b.txt", "--correct", f"{quoted(texts)['id']} reject", "--by", "x"
    )
    assert result.exit_code == 2
    assert "--record" in result.stderr


def test_the_login_name_is_the_analyst(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless there is none."""
    monkeypatch.setattr("getpass.getuser", lambda: "ann")
    key = quoted(texts)["id"]
    assert zopa("statements", texts, "--correct", f"{key} act=offer").exit_code == 0
    assert read_record_file(texts / "record.yaml")[0].corrections[0].by == "ann"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert zopa("statements", texts, "--correct", f"{key} act=accept").exit_code == 2


def test_problems_with_the_file(texts: Path) -> None:
    """They are told with their line, the exit code is 1, and the rest is done."""
    (texts / "record.yaml").write_text(
        "corrections:\n  - {what: statement, do: reject, source: a, exact: no such words here, by: x}\n"
        "  - {what: finding, do: reject, source: a, exact: no such words here, by: x}\n"
        "  - {what: statement, do: reject, source: zzz, exact: x, by: x}\n  - {what: y}\n",
        encoding="utf-8",
    )
    for command in ("statements", "compare", "brief"):
        result = zopa(command, texts, "--json")
        problems = json.loads(result.stdout)["problems"]
        assert result.exit_code == 1
        codes = {(problem["code"], problem["line"]) for problem in problems}
        assert {("quote-absent", 2), ("unknown-source", 4), ("record-value", 5)} <= codes
        assert (("quote-absent", 3) in codes) == (command != "statements")
    assert zopa("statements", texts / "a.txt", "--record", texts / "none.yaml").exit_code == 1


def test_a_correction_beside_a_faulty_entry(texts: Path) -> None:
    """It is written behind it, and the fault is still told."""
    (texts / "record.yaml").write_text("corrections:\n  - {what: y}\n", encoding="utf-8")
    result = zopa("statements", texts, "--correct", f"{quoted(texts)['id']} act=offer", "--by", "x")
    assert result.exit_code == 1
    assert "record-value" in result.stderr
    assert len(read_record_file(texts / "record.yaml")[0].corrections) == 1


def test_a_file_changed_meanwhile(texts: Path) -> None:
    """The second of two who read the same file is told, and the first one's entry stays."""
    accounts = run.read_accounts([texts])
    key = accounts.records[0].statements[0].id
    after, changes = run.correct(accounts, [f"{key} act=offer"], by="ann", on="2025-12-05")
    assert changes[0].after
    assert changes[0].after.act == "offer"
    with pytest.raises(InputError, match="record-changed"):
        run.correct(accounts, [f"{key} reject"], by="bob", on="2025-12-05")
    assert after.corrections == read_record_file(texts / "record.yaml")[0]


def test_a_reader_that_is_not_there(texts: Path) -> None:
    """A server that nobody runs: a problem for each document, and the rules' statements."""
    result = zopa("statements", texts, "--reader", "llm:x", "--endpoint", "http://127.0.0.1:9", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [problem["code"] for problem in told["problems"]] == ["reader-no-answer"] * 2
    assert told["statements"] == rows(texts)
