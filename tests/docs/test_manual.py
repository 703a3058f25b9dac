"""The manual and the README keep in step with the code: names, options, codes, JSON members, examples, links."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from tests.unit.case.cases import COURIER, HERALD, TEXT

import zopa
from zopa import cli
from zopa.accounts import Relation
from zopa.accounts.items import read_table
from zopa.report.words import RELATIONS
from zopa.sources import REASONS
from zopa.sources.formats import SUFFIXES
from zopa.sources.front_matter import KEYS
from zopa.statements.acts import KINDS, OWN_ACT
from zopa.text import default_vocabulary
from zopa.views.first_page import MAX_LINES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EXAMPLE = ROOT / "examples" / "moscow-2025" / "sources"
COMMANDS: dict[str, click.Command] = dict(cli.main.commands)
PAGES = sorted([*ROOT.glob("*.md"), *(p for p in DOCS.rglob("*.md") if "_build" not in p.parts)])
_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\|\s*(?P<first>[^|]+?)\s*\|", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[(?:[^\]\\]|\\.)*\]\((?P<target>[^)\s]+)\)")


def read_page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """Bodies of the fenced blocks of a page in one language."""
    return [m["body"] for m in _FENCE.finditer(read_page(page)) if m["language"] == language]


def first_cells(text: str) -> list[str]:
    """First cells of all table rows, without heads and rules."""
    rows = [m["first"] for m in _ROW.finditer(_FENCE.sub("", text))]
    pairs = zip(rows, [*rows, ""][1:], strict=True)
    return [row for row, after in pairs if not row.startswith("---") and not after.startswith("---")]


def section(text: str, heading: str) -> str:
    """The part of a page under one heading of the second rank."""
    match = re.search(rf"^## {re.escape(heading)}\n(?P<body>.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no section {heading!r}"
    return match["body"]


def page_commands() -> list[tuple[str, str]]:
    """(page, command) of every line in a shell block that calls zopa."""
    found: list[tuple[str, str]] = []
    for path in PAGES:
        page = str(path.relative_to(ROOT))
        for block in blocks(page, "sh"):
            found += [(page, line) for line in block.splitlines() if line.startswith("zopa ")]
    return found


# -- commands and options ---------------------------------------------------------------------------------------------


ON_DOCUMENTS = {"brief", "compare", "sketch", "statements", "talks"}  # built with document_options, so they have --jobs


def options_of(command: click.Command) -> set[str]:
    """Every spelling of every option, less the help option."""
    found: set[str] = set()
    for param in command.params:
        if isinstance(param, click.Option):
            found.update(param.opts)
    return found - {"--help", "-h"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_section_with_an_example(name: str) -> None:
    """docs/commands.md has a section for the command, in which a shell block calls it."""
    body = section(read_page("docs/commands.md"), f"zopa {name}")
    assert any(line.startswith(f"zopa {name} ") for m in _FENCE.finditer(body) for line in m["body"].splitlines())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_in_the_manual_and_none_else(name: str) -> None:
    """Options in the section of a command, and in the shared part, are exactly those that the command takes."""
    page = read_page("docs/commands.md")
    shared = set(
        re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(first_cells(section(page, "What all commands share"))))
    )
    own = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(first_cells(section(page, f"zopa {name}")))))
    assert {key for key, command in COMMANDS.items() if "--jobs" in options_of(command)} == ON_DOCUMENTS | {"whatif"}
    documented = own | (shared if name in ON_DOCUMENTS else set())
    assert documented == options_of(COMMANDS[name])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_choice_of_an_option_is_in_its_section(name: str) -> None:
    """The values that an option allows are named."""
    body = section(read_page("docs/commands.md"), f"zopa {name}")
    for param in COMMANDS[name].params:
        if isinstance(param.type, click.Choice):
            missing = [choice for choice in param.type.choices if choice not in body]
            assert not missing, f"{param.name}: {missing}"


@pytest.mark.parametrize(("page", "command"), page_commands(), ids=lambda value: str(value)[:70])
def test_every_example_command_can_be_parsed(page: str, command: str) -> None:
    """What the manual tells a reader to type is right usage."""
    words = shlex.split(re.split(r"\s[|>]\s", command)[0])[1:]
    if words[0].startswith("-"):
        return
    above = click.Context(cli.main, **cli.main.context_settings)  # else click remembers other names for --help
    with COMMANDS[words[0]].make_context(words[0], words[1:], parent=above):
        pass


def test_examples_on_the_shipped_texts_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example that names the shipped texts ends with code 0, prints something, and tells no error."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commands = sorted({command for _, command in page_commands() if "examples/" in command})
    assert len(commands) >= 10
    assert CliRunner().invoke(cli.main, ["init", "talks"]).exit_code == 0  # for examples of `zopa add`
    for command in commands:
        words = shlex.split(re.split(r"\s[|>]\s", command)[0])[1:]
        result = CliRunner().invoke(cli.main, words)
        assert result.exit_code == 0, f"{command}\n{result.output}"
        assert result.stdout.strip(), command
        assert "error [" not in result.output, command
        assert "No statements found" not in result.stdout, command
        assert "Nothing to compare was found" not in result.stdout, command


def test_the_tutorial_finds_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line and the sections that the tutorial tells the reader to look for are on the page that its command prints."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    promised = blocks("docs/tutorial.md", "text")[0].strip()
    command = next(c for p, c in page_commands() if p == "docs/tutorial.md" and c.startswith("zopa brief examples"))
    result = CliRunner().invoke(cli.main, shlex.split(command)[1:])
    assert promised in result.stdout
    reading = read_page("docs/tutorial.md").partition("## 3.")[2].partition("\n## 4.")[0]
    sections = re.findall(r"(?<![*])\*([^*]+)\*(?![*])", reading)
    lines = set(result.stdout.splitlines())
    assert [" ".join(s.split()) for s in sections if " ".join(s.split()).upper() not in lines] == []
    assert sections
    assert (tmp_path / "two.html").exists()


# -- problem codes ----------------------------------------------------------------------------------------------------


def test_every_problem_code_is_in_the_manual_and_none_else() -> None:
    """docs/problems.md has one row for each code that any part can give."""
    codes = _tables() | _codes_in("cli")
    rows = [_CODE.fullmatch(cell) for cell in first_cells(read_page("docs/problems.md"))]
    documented = [row.group(1) for row in rows if row]
    assert sorted(documented) == sorted(codes)


def test_no_code_is_given_that_no_table_holds() -> None:
    """Parts other than the command line give only codes of a table."""
    parts = [p.name for p in (ROOT / "src" / "zopa").iterdir() if p.is_dir() and p.name != "cli"]
    given = set().union(*(_codes_in(part) for part in parts))
    assert len(given) > 30
    assert given <= _tables(), given - _tables()


def _tables() -> set[str]:
    """The codes of every table of every module."""
    codes: set[str] = set()
    for info in pkgutil.walk_packages(zopa.__path__, "zopa."):
        if info.name != "zopa.__main__":
            module = importlib.import_module(info.name)
            for name in ("PROBLEM_CODES", "CONFLICT_CODES"):
                table = getattr(module, name, None)
                codes |= set(table) if isinstance(table, dict) else set()
    return codes


def _codes_in(part: str) -> set[str]:
    """The codes that calls of `Problem` and `Finding` in the modules of a part write out."""
    codes: set[str] = set()
    for path in sorted((ROOT / "src" / "zopa" / part).rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Name)
                and call.func.id in {"Problem", "Finding"}
            ):
                words = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                codes |= {word for word in words if re.fullmatch(r"[a-z]+(-[a-z]+)+", word)}
    return codes


# -- JSON members -----------------------------------------------------------------------------------------------------

ONE = """Outlet: Harbour Gazette
Published: 2025-12-04

The envoys of Russia and Ukraine met in Geneva for five hours on 2 December. "We have not found a compromise yet," aide Yuri Ushakov told reporters. The plan has 28 points. Officials said that Russia reportedly demanded a limit of 600,000 to 700,000 soldiers. A summit will follow if both sides agree on the text. It was a charade, as one diplomat put it.
"""  # noqa: E501
TWO = """Outlet: Northern Post
Published: 2025-12-04
Originator: Reuters

Russian and Ukrainian delegations met in Geneva for three hours on 2 December. Yuri Ushakov called the talks "very useful" and said that "there are great prospects for cooperation". The plan has 28 points. Ukraine rejected a limit on its army.
"""  # noqa: E501


FULL = (
    "Norway demands the lower dam. Peru rejects the lower dam. Norway blamed Peru for the failure. The talks collapsed. "
    "Norway's envoy Ana Brod asked for 500 million a year. Norway must answer by 20 December 2025."
)
BARE = "Norway wants a night ferry. Peru seeks a longer pier."


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The JSON of every command on two small texts that share a sentence of the second with a third."""
    folder = tmp_path_factory.mktemp("json")
    shared = " ".join(f"word{n} stands here in a long row" for n in range(20))
    for name, text in (("one.txt", ONE), ("two.txt", TWO + "\n" + shared), ("three.txt", "Third text. " + shared)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "talks").mkdir()
    for name, text in (("full.txt", FULL), ("bare.txt", BARE)):
        (folder / "talks" / name).write_text(f"Published: 2025-12-04\n\n{text}\n", encoding="utf-8")
    (folder / "no-text.pdf").write_bytes(b"%PDF-1.4 broken")
    calls = {
        "statements": ["statements", str(folder)],
        "compare": ["compare", str(folder)],
        "truncated": ["statements", str(folder), "--limit", "1"],
        "brief": ["brief", str(folder)],
        "text": ["text", str(folder / "one.txt")],
        "talks": ["talks", str(folder / "talks")],
        **_case_calls(tmp_path_factory.mktemp("case"), folder),
    }
    results = {key: CliRunner().invoke(cli.main, [*call, "--json"]) for key, call in calls.items()}
    return {key: json.loads(result.stdout) for key, result in results.items()}


def _case_calls(home: Path, folder: Path) -> dict[str, list[str]]:
    """Calls of the commands on a case, on the small case that its tests share, with two drafts and moves."""
    (home / "sources").mkdir()
    (home / "drafts").mkdir()
    for name, text in (("courier", COURIER), ("herald", HERALD)):
        (home / "sources" / f"{name}.md").write_text(text, encoding="utf-8")
    (home / "drafts" / "a.md").write_text("1. Both hold the bridge.\n2. The toll is low.\n", encoding="utf-8")
    (home / "drafts" / "b.md").write_text("1. Alba shall hold the bridge.\n2. The toll is low.\n", encoding="utf-8")
    old = "terms: {bridge: joint, toll: [none, low]}}"
    new = f"{old[:-1]}, text: drafts/a.md}}\n  second: {{date: 2025-12-01, terms: {{bridge: alba}}, text: drafts/b.md}}"
    text = TEXT.replace(old, new) + MOVES
    (home / "case.yaml").write_text(text.replace("better than first", "as good as first"), encoding="utf-8")
    (home / "blocked").mkdir()
    (home / "blocked" / "sources").symlink_to(home / "sources", target_is_directory=True)
    blocked = TEXT.replace("no-deal: 0.25", "no-deal: 0.6")
    (home / "blocked" / "case.yaml").write_text(blocked, encoding="utf-8")
    case = str(home)
    return {
        "init": ["init", str(home / "new")], "add": ["add", str(home / "new"), str(home / "sources" / "courier.md")],
        "check": ["check", case], "sketch": ["sketch", str(folder)], "grid": ["grid", case], "process": ["process", case],
        "changes": ["changes", case, "--since", "2025-11-20"], "redline": ["redline", case, "first", "second"],
        "versions": ["redline", *(str(home / "drafts" / f"{name}.md") for name in "aba")],
        "deals": ["deals", case], "deadlock": ["deadlock", str(home / "blocked")], "parts": ["brief", case],
        "share": ["share", case, "-o", str(home.parent / "share.zip")], "pack": ["pack", case, "-o", str(home.parent / "pack.zip")],
        "stability": ["stability", case, "--coalitions", "2001", "--make", "NN", "--draws", "5"],
        "whatif": ["whatif", case, "--draws", "100"],
        "pace": ["pace", case, "--months", "3", "--drift", "alba=0.01"],
    }  # fmt: skip


MOVES = """moves:
  alba: {options: {stay: keep the guns}, prefers: ["!fire", stay]}
  boria: {options: {fire: fire on the bridge}, prefers: ["!stay", "!fire"]}
  status-quo: {stay: yes, fire: no}
"""
LABELLED = {
    "made", "evidence", "case", "deal", "utility", "utility_range", "utility_change", "refused_by", "solutions", "certificates", "some",
    "all", "room", "stable", "equilibria", "counts", "cannot_tell", "shares", "bearing",
    "weights", "closes", "deadlines", "drift",
}  # fmt: skip


def members(value: Any) -> set[str]:
    """Every member's name in a JSON value; not those under `LABELLED` names, which hold labels and ids."""
    if isinstance(value, list):
        return set().union(*(members(item) for item in value), set())
    if not isinstance(value, dict):
        return set()
    inside = [members(item) for key, item in value.items() if key not in LABELLED]
    return set(value).union(*inside)


def test_the_sample_emits_what_the_contract_can(emitted: dict[str, Any]) -> None:
    """The sample run is rich enough: every member that json_output/documents.py writes out by name is in it."""
    text = (ROOT / "src" / "zopa" / "json_output" / "documents.py").read_text(encoding="utf-8")
    written = set(re.findall(r"\"([a-z_0-9]+)\":", text)) | {"truncated"}
    written -= {"title", "author"} - members(emitted)
    assert written <= members(emitted), written - members(emitted)


def test_every_json_member_is_in_the_manual(emitted: dict[str, Any]) -> None:
    """docs/json.md names every member that the sample run emits."""
    documented = set(re.findall(r"[a-z_0-9]+", " ".join(_CODE.findall(read_page("docs/json.md")))))
    assert members(emitted) <= documented, members(emitted) - documented


def test_every_member_in_a_table_of_the_manual_is_emitted(emitted: dict[str, Any]) -> None:
    """The first column of the tables in docs/json.md holds no member that is gone."""
    named = {name for cell in first_cells(read_page("docs/json.md")) for name in _CODE.findall(cell)}
    assert named <= members(emitted), named - members(emitted)


def test_every_kind_and_section_key_is_in_the_manual(emitted: dict[str, Any]) -> None:
    """The values of `kind`, and the keys of sections, are named."""
    page = read_page("docs/json.md")
    keys = {part["key"] for part in emitted["brief"]["first_page"]} | {"figures", "timeline", "process"}
    for word in {document["kind"] for document in emitted.values()} | keys:
        assert f"`{word}`" in page, word


# -- lists that stand in the code and in the manual -------------------------------------------------------------------


def test_relations_have_their_part_and_sign() -> None:
    """docs/accounts.md explains each relation under a heading; docs/first-page.md shows its sign and name."""
    accounts, first_page = read_page("docs/accounts.md"), read_page("docs/first-page.md")
    assert set(RELATIONS) == set(Relation.__args__)  # pyright: ignore[reportAttributeAccessIssue]
    assert re.findall(r"^### ([a-z-]+)$", accounts, re.MULTILINE) == list(RELATIONS)
    for key, words in RELATIONS.items():
        assert f"| `{words.sign}` | {words.name} | [](accounts.md#{key}) |" in first_page


def test_acts_marks_formats_and_keys_are_in_the_manual() -> None:
    """Kinds of deeds, reasons of marks, file endings and keys of front matter."""
    reading, formats = read_page("docs/reading.md"), read_page("docs/formats.md")
    assert sorted(first_cells(section(reading, "Acts"))) == sorted(KINDS)
    assert set(OWN_ACT.values()) <= set(_CODE.findall(section(reading, "Acts")))
    reasons = {part.strip() for cell in first_cells(section(reading, "Marks")) for part in cell.split(",")}
    assert reasons == set(REASONS)
    assert all(f"`{suffix}`" in formats for suffix in SUFFIXES)
    assert set(
        _CODE.findall("\n".join(re.findall(r"^\| `.*$", section(formats, "Front matter"), re.MULTILINE)))
    ) >= set(KEYS)


def test_tables_and_issues_are_in_the_manual() -> None:
    """docs/vocabulary.md names every shipped table and every issue, and nothing else."""
    page = read_page("docs/vocabulary.md")
    shipped = {
        p.name
        for folder in ("text", "statements", "accounts")
        for p in (ROOT / "src/zopa" / folder / "en").glob("*.tsv")
    }
    assert {name for name in _CODE.findall(page) if name.endswith(".tsv")} == shipped
    issues = section(page, "Issues").split(". ")[0]
    assert _CODE.findall(issues) == [issue.key for issue in default_vocabulary().issues]


def test_rows_shown_in_the_vocabulary_page_fit_their_tables() -> None:
    """The invented rows have as many columns as the rows that ship."""
    state, people, issue = (block.strip().splitlines() for block in blocks("docs/vocabulary.md", "text"))
    assert [row.count("|") for row in (*state, *people, *issue)] == [4, 6, 6, 2]
    assert read_table("tendency.tsv")


def test_numbers_in_the_manual() -> None:
    """Limits that the manual gives in words."""
    assert MAX_LINES == 40
    assert "at most forty numbered lines" in read_page("docs/first-page.md")


def test_every_word_of_the_glossary_is_used() -> None:
    """No word stands in the glossary that neither the code nor another page uses."""
    pages = [p for p in PAGES if p.name != "glossary.md"]
    used = "\n".join(p.read_text(encoding="utf-8") for p in [*pages, *(ROOT / "src").rglob("*.py")]).lower()
    words = [word.strip() for cell in first_cells(read_page("docs/glossary.md")) for word in cell.split(",")]
    assert len(words) > 40
    assert len(words) == len(set(words))
    unused = [word for word in words if not re.search(rf"\b{re.escape(word)}", used)]
    assert not unused


# -- Python examples --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_python_examples_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python blocks of a page run one after another, behind the command that writes what they read."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for _, command in [row for row in page_commands() if row[0] == page and " > " in row[1]]:
        call, _, output = command.partition(" > ")
        result = CliRunner().invoke(cli.main, shlex.split(call)[1:])
        (tmp_path / output.strip()).write_text(result.stdout, encoding="utf-8")
    found = blocks(page, "python")
    assert found
    script = tmp_path / "example.py"
    script.write_text("\n".join(found), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_python_page_names_the_whole_interface() -> None:
    """Every public name of the package is on docs/python.md."""
    page = read_page("docs/python.md")
    assert [name for name in zopa.__all__ if f"zopa.{name}" not in page] == []


# -- links, paths, size -----------------------------------------------------------------------------------------------


def slug(heading: str) -> str:
    """The anchor of a heading, as MyST and GitHub make it."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_relative_links_and_images_exist(path: Path) -> None:
    """Every link that leads to a file of ours finds it, and its heading."""
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    for match in _LINK.finditer(text):
        target, _, anchor = match["target"].partition("#")
        if "://" in target:
            continue
        home = (path.parent / target).resolve() if target else path
        assert home.exists(), match.group()
        if anchor:
            headings = re.findall(r"^#+ (.+)$", home.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {slug(h) for h in headings}, match.group()


def test_every_page_of_the_manual_can_be_reached() -> None:
    """Each page stands in a table of contents."""
    listed = "\n".join(read_page("docs/index.md").split("```{toctree}")[1:]).split()
    for path in DOCS.glob("*.md"):
        assert path.stem == "index" or path.stem in listed, path.name


def test_pictures_are_small() -> None:
    """Pictures stay below 300 kB, and the README shows one."""
    pictures = list((DOCS / "images").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size <= 300_000 for picture in pictures)
    assert "](docs/images/brief-first-page.png)" in read_page("README.md")


def our_files() -> list[Path]:
    """Files that git tracks or would track; all but built ones where there is no git."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        kept = ("src", "tests", "docs", "examples", "benchmarks")
        return [p for folder in kept for p in (ROOT / folder).rglob("*") if p.is_file() and "_build" not in p.parts]
    return [path for name in done.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_no_file_names_a_place_of_one_machine() -> None:
    """No path of a developer's machine, and no package registry of one's own, in any file of ours."""
    places = r"work|root|tmp|home/\w+|Users/\w+|opt"
    registries = r"(?i:index[-_]url)\s*[ =]\s*\S|find[-_]links\s*=|artifactory|nexus\.|\bdevpi\b"
    forbidden = re.compile(rf"(?<![\w.~>:/*])/(?:{places})/\w|{registries}")
    own = Path(__file__).resolve()
    found: list[str] = []
    for path in our_files():
        if path.resolve() == own or path.suffix in {".png", ".pdf", ".docx"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if forbidden.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []
