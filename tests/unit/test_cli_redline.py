"""``zopa redline`` on files: coverage told, every word once in JSON, three versions, bad input in one line each."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.unit.sources.pages import build_word, paragraph
from tests.unit.sources.pages import run as word_run

from zopa.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TREATY = "# Port treaty\n\nThe sides,\n\nArticle 1\nTolls\n\n1. The toll is low.\n2. Rafts pay [nothing].\n\nAnnex: a map\n\nDone at Lowe\n"
WORD = re.compile(r"[^\W_]+")


def run(*words: object) -> Any:
    """The command's result."""
    return CliRunner().invoke(main, ["redline", *map(str, words)])


def told(*words: object) -> dict[str, Any]:
    """Its JSON; the command must succeed."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def write(folder: Path, **texts: str) -> list[Path]:
    """One file a text."""
    paths = [folder / f"{name}.md" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_every_word_is_once_in_the_json(tmp_path: Path) -> None:
    """Passages of points, headings, preamble, annexes and unplaced are the words of the text, each once."""
    new = TREATY.replace("low", "high").replace("[nothing]", "nothing").replace("map", "chart")
    a, b = write(tmp_path, a=TREATY, b=new)
    data = told(a, b)
    for side, text in (("a", TREATY), ("b", new)):
        spans = [
            (p["start"], p["end"]) for part in ("points", "headings", "preamble", "annexes") for row in data[part]
            for p in row[f"passages_{side}"]
        ] + [(p["start"], p["end"]) for p in data["unplaced"][side]]  # fmt: skip
        found = sorted((s + m.start(), s + m.end()) for s, e in spans for m in WORD.finditer(text[s:e]))
        assert found == [m.span() for m in WORD.finditer(text)]
        assert data["coverage"][side] == {"words": len(found), "placed": len(found)}
    assert [(p["status"], p["a"], p["heading"]) for p in data["points"]] == [
        ("changed", ["1.1"], "Tolls"),
        ("changed", ["1.2"], "Tolls"),
    ]
    assert data["points"][1]["bracket_changes"] == [{"kind": "closed", "text": "nothing", "holder": None}]
    assert data["brackets"] == {"a": 1, "b": 0}
    assert [row["status"] for row in data["annexes"]] == ["changed", "same"]


def test_the_terminal_tells_the_coverage(tmp_path: Path) -> None:
    """And a page hides what is the same."""
    a, b = write(tmp_path, a=TREATY, b=TREATY.replace("low", "high"))
    assert "a: 100 % of 22 words; b: 100 % of 22 words." in " ".join(run(a, b).output.split()).replace(
        "Port treaty: ", ""
    )
    assert run(a, b, "-o", tmp_path / "r.html").exit_code == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "only what changed" in page
    assert 'class="r-same"' in page


def test_three_versions(tmp_path: Path) -> None:
    """History by point, words by version."""
    paths = write(tmp_path, a=TREATY, b=TREATY.replace("low", "high"), c=TREATY.replace("is low", "is very high"))
    data = told(*paths)
    assert [(h["version"], h["number"], h["status"]) for h in data["points"][0]["history"]] == [
        ("a", "1.1", None), ("b", "1.1", "changed"), ("c", "1.1", "changed"),
    ]  # fmt: skip
    ages = {word: run["version"] for run in data["blame"][0]["runs"] for word in run["text"].split()}
    assert (ages["toll"], ages["very"], ages["high"]) == ("a", "c", "b")
    assert [v["words"] for v in data["versions"]] == [22, 22, 23]
    assert "each point through the versions" in run(*paths).output.lower()


@pytest.mark.parametrize(
    ("b", "code"),
    [
        ("The sides met here.\n\nThey parted again.\n", "no-points"),
        (
            "1. Die Maut steigt auf fünf Kronen für jedes Schiff, das den Hafen am Abend verlässt.\n2. Das Tor schließt.\n",
            "two-languages",
        ),
        ("1. The toll for every ship that leaves the port is five crowns.\n2. The gate shuts.\n", "one-text"),
    ],
)
def test_what_is_odd_is_told_in_one_line(tmp_path: Path, b: str, code: str) -> None:
    """No numbers, two languages, the same file twice."""
    first = "1. The toll for every ship that leaves the port is five crowns.\n2. The gate shuts.\n"
    paths = write(tmp_path, a=first, b=b)
    problems = told(*paths)["problems"]
    assert [p["code"] for p in problems] == [code]
    assert "\n" not in problems[0]["message"]


def test_tracked_changes_of_word_files_are_told_with_author_date_and_point(tmp_path: Path) -> None:
    """In JSON and on the page; the versions themselves are compared as accepted."""
    by = 'w:author="Ines &lt;b&gt; Maro" w:date="2031-05-04T10:00:00Z"'
    new = f"<w:ins {by}>{word_run('shall ')}</w:ins>"
    body = paragraph("1. The toll is low.") + paragraph(word_run("2. The gate "), new, word_run("shuts."))
    (tmp_path / "a.docx").write_bytes(build_word(body))
    (tmp_path / "b.md").write_text("1. The toll is low.\n2. The gate shall shuts.\n", encoding="utf-8")
    made = told(tmp_path / "a.docx", tmp_path / "b.md")
    assert [(t["version"], t["number"], t["kind"], t["author"], t["date"], t["text"]) for t in made["tracked"]] == [
        ("a", "2", "inserted", "Ines <b> Maro", "2031-05-04", "shall ")
    ]
    assert [p["status"] for p in made["points"]] == ["same", "same"]
    page = tmp_path / "r.html"
    assert run(tmp_path / "a.docx", tmp_path / "b.md", "-o", page).exit_code == 0
    shown = page.read_text(encoding="utf-8")
    assert "Ines &lt;b&gt; Maro, 2031-05-04" in shown
    assert "Ines <b>" not in shown
