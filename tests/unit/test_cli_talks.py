"""`zopa talks`: who takes part and what it is about, and what a person says of that."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from zopa.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Outlet: Post\nPublished: 2031-03-12\n\nThe Saro Boatmen Union demands a lower toll. The Saro Port Authority rejects the lower toll. "
    "The Saro Boatmen Union wants a night ferry.\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "post.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def zopa(*arguments: str) -> Any:
    return CliRunner().invoke(main, list(arguments))


def told(*arguments: str) -> dict[str, Any]:
    result = zopa(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_it_prints_parties_issues_wants_and_blocks(home: Path) -> None:
    """Each name as an edit may give it."""
    output = zopa("talks", str(home)).output
    for words in (
        "Saro Boatmen Union (union, negotiates)",
        "lower toll (Saro Boatmen Union, Saro Port Authority)",
        "What blocks (1)",
    ):
        assert words in output


def test_json_has_the_members_of_a_brief(home: Path) -> None:
    """The same members as `zopa brief --json` of documents."""
    found = told("talks", str(home))
    assert found["kind"] == "talks"
    members = ("outcome", "parties", "issues", "wants", "blocks", "causes", "deadlines", "theses", "omissions")
    brief = told("brief", str(home))
    assert {name: found[name] for name in members} == {name: brief[name] for name in members}
    assert {"source", "start", "end", "text"} <= found["blocks"][0]["sides"][0]["passage"].keys()


def test_edits_are_written_applied_and_survive_reading_again(home: Path) -> None:
    """In record.yaml, with who and when; other commands see them, and another document does not undo them."""
    edits = (
        "--rename",
        "lower toll=Toll",
        "--join",
        "Saro Port Authority=Port",
        "--reject",
        "night ferry",
        "--by",
        "desk",
    )
    result = zopa("talks", str(home), *edits)
    assert result.exit_code == 0, result.output
    assert "Written: 3 entry(ies) to " in result.output
    record = (home / "record.yaml").read_text(encoding="utf-8")
    assert record.count("by: desk") == 3
    (home / "more.md").write_text(
        "Published: 2031-03-13\n\nThe Saro Port Authority refused the lower toll.\n", encoding="utf-8"
    )
    found = told("brief", str(home))
    assert [party["name"] for party in found["parties"]] == ["Port", "Saro Boatmen Union"]
    assert [issue["label"] for issue in found["issues"]] == ["Toll"]
    assert found["blocks"][0]["issue"] == "Toll"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--reject", "Nobody"), "no party, person or issue here; known: lower toll"),
        (("--rename", "lower toll"), "Expected --rename 'NAME=OTHER'"),
        (("--reject", "lower toll=x"), "Expected --reject 'NAME'"),
        (("--reject", "lower toll", "--of", "party"), "is no party here"),
        (("--reject", "lower toll", "--by", " "), "Expected the name of who says so"),
        (("--join", "night ferry=Night ferry"), "are one issue already"),
        (("--rename", "night ferry=lower toll"), "Another issue is called"),
        (("--split", "night ferry"), "Nothing would change"),
    ],
)
def test_what_cannot_be_meant_is_refused(home: Path, arguments: tuple[str, ...], message: str) -> None:
    """Nothing is written."""
    result = zopa("talks", str(home), *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert not (home / "record.yaml").exists()


def test_one_call_may_build_on_what_it_says_before(home: Path) -> None:
    """A name that an earlier edit gives is known to the next one."""
    result = zopa("talks", str(home), "--rename", "lower toll=Toll", "--join", "night ferry=Toll")
    assert result.exit_code == 0, result.output
    assert [issue["label"] for issue in told("talks", str(home))["issues"]] == ["Toll"]


def test_files_without_a_folder_need_a_record(home: Path) -> None:
    """There is no place to write to."""
    result = zopa("talks", str(home / "post.md"), "--reject", "night ferry")
    assert result.exit_code == 2
    assert "--record" in result.output
