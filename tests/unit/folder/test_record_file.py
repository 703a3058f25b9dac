"""record.yaml: read with every problem at once, written with comments and order kept, never over another's change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, get_args

import pytest

from zopa.accounts import Relation
from zopa.errors import InputError
from zopa.folder import (
    PROBLEM_CODES,
    RecordFile,
    append_corrections,
    parse_record_file,
    print_record_file,
    read_record_file,
)
from zopa.folder.entries import RELATIONS
from zopa.sources.anchors import Quote
from zopa.statements.corrections import Correction

if TYPE_CHECKING:
    from pathlib import Path

ONE = Correction(
    "statement", "change", "hill", "We will not: move # at all", "he said: “", "” on Tuesday",
    set={"act": "reject", "party": "Norway"}, was={"form": "quotation", "speaker": "Jonas Gahr Støre"},
    by="NO", on="2025-12-05", note="- as the minister's office confirms: yes",
)  # fmt: skip
TWO = Correction(
    "finding", "add", "hill", "five hours", others=(Quote("bbc", "three hours", "for "),),
    set={"relation": "contradicted", "why": "The length differs."}, by="desk-2",
)  # fmt: skip
HAND = """\
analyst: NO   # Norway's desk
# what we know better
corrections:
    # the first one
    - {what: speaker, do: change, source: hill, exact: yes we can, set: {speaker: NO}}   # in flow style
    - what: statement
      do: reject
      source: hill
      exact: >-
        a long quote that stands
        on two lines
      on: 2025-12-04
"""


def codes(text: str) -> list[tuple[str, int | None]]:
    """(code, line) of every problem; each has a cure."""
    _, problems = parse_record_file(text)
    assert all(problem.cure and problem.message and problem.file == "record.yaml" for problem in problems)
    assert {problem.code for problem in problems} <= set(PROBLEM_CODES)
    return [(problem.code, problem.line) for problem in problems]


def test_what_is_printed_is_read_back() -> None:
    """The same corrections, and those added later behind them."""
    text = print_record_file([ONE])
    assert parse_record_file(text) == ((ONE,), ())
    assert parse_record_file(print_record_file([TWO], text)) == ((ONE, TWO), ())


def test_every_scalar_is_its_characters() -> None:
    """NO stays Norway, a date and a number stay as they were written."""
    corrections, problems = parse_record_file(HAND)
    assert problems == ()
    assert [c.by for c in corrections] == ["NO", "NO"]
    assert corrections[0].set == {"speaker": "NO"}
    assert corrections[1].exact == "a long quote that stands on two lines"
    assert [c.line for c in corrections] == [5, 6]
    again, _ = parse_record_file("analyst: 1.0\ncorrections: [{what: statement, do: reject, source: 007, exact: null}]")
    assert (again[0].source, again[0].exact, again[0].by) == ("007", "null", "1.0")


def test_comments_and_order_survive() -> None:
    """An entry is added at the end; what people wrote stays."""
    text = print_record_file([ONE], HAND)
    for line in ("# Norway's desk", "# what we know better", "# the first one", "# in flow style", "exact: yes we can"):
        assert line in text
    assert parse_record_file(text)[0][:2] == parse_record_file(HAND)[0]
    assert parse_record_file(text)[0][2] == ONE
    assert "\r\n" in print_record_file([ONE], HAND.replace("\n", "\r\n"))


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "corrections:", "corrections: []", "corrections: ~"])
def test_nothing_in_the_file(text: str) -> None:
    """No corrections, no problems, and some can be added."""
    assert parse_record_file(text) == ((), ())
    assert parse_record_file(print_record_file([ONE], text)) == ((ONE,), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [", [("record-syntax", 1)]),
        ("a: 1\na: 2", [("record-syntax", 2)]),
        ("--- a\n--- b", [("record-syntax", 2)]),
        ("\x00", [("record-syntax", None)]),
        ("[" * 5000, [("record-syntax", None)]),
        ("- x", [("record-shape", None)]),
        ("corrections: 3", [("record-shape", 1)]),
        ("corections: []", [("record-key", 1)]),
        ("<<: {a: 1}", [("record-key", 1)]),
        ("analyst: [a]", [("record-shape", 1)]),
        ("corrections: &a [*a]", [("record-shape", 1)]),
        ("corrections:\n  - !!set {a}", [("record-shape", 2)]),
        ("corrections:\n  - just words", [("record-shape", 2)]),
    ],
    ids=range(13),
)
def test_what_is_no_file_of_corrections(text: str, expected: list[tuple[str, int | None]]) -> None:
    """The problem has its code and its line."""
    assert codes(text) == expected


def entry(**members: str) -> str:
    """A file with one entry; members replace those of a right one."""
    given = {"what": "statement", "do": "reject", "source": "a", "exact": "b", "by": "c", **members}
    return "corrections:\n" + "".join(
        f"  {'-' if n == 0 else ' '} {k}: {v}\n" for n, (k, v) in enumerate(given.items()) if v
    )


@pytest.mark.parametrize(
    ("members", "code", "told"),
    [
        ({"what": "statment"}, "record-value", "Did you mean statement?"),
        ({"do": "remove"}, "record-value", "add, change, reject"),
        ({"do": "[a]"}, "record-shape", "words for do"),
        ({"source": '" "'}, "record-shape", "id of a document"),
        ({"exact": '"“”"'}, "record-shape", "words of the document"),
        ({"by": ""}, "record-shape", "every judgement has its analyst"),
        ({"on": "05.12.2025"}, "record-value", "2025-12-04"),
        ({"on": "2025-13-01"}, "record-value", "2025-12-04"),
        ({"prefx": "x"}, "record-key", "Did you mean prefix?"),
        ({"set": "{act: reject}"}, "record-shape", "no `set`"),
        ({"do": "change"}, "record-shape", "expected `set`"),
        ({"do": "change", "set": "{act: rejct}"}, "record-value", "Did you mean reject?"),
        ({"do": "change", "set": "{atc: reject}"}, "record-value", "Did you mean act?"),
        ({"do": "change", "set": "reject"}, "record-shape", "fields with values"),
        ({"do": "change", "set": "{issues: [[a]]}"}, "record-shape", "words for issues"),
        ({"was": "{relation: x}"}, "record-value", "form and speaker"),
        ({"others": "x"}, "record-shape", "list of quotes"),
        ({"others": "[{source: a, exact: b}]"}, "record-shape", "no `others`"),
        ({"what": "speaker", "do": "add"}, "record-shape", "set: {speaker: NAME}"),
        ({"what": "alignment"}, "record-shape", "one quote in others"),
        ({"what": "alignment", "others": "[{source: a, exct: b}]"}, "record-key", "Did you mean exact?"),
        ({"what": "finding", "do": "add"}, "record-shape", "relation"),
        ({"what": "finding", "do": "add", "set": "{relation: contradicted}"}, "record-shape", "another quote"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_entry(members: dict[str, str], code: str, told: str) -> None:
    """The problem says what was expected, at a line of the entry, and the entry is not used."""
    corrections, problems = parse_record_file(entry(**members))
    assert corrections == ()
    assert code in {problem.code for problem in problems}
    assert any(told.lower() in problem.message.lower() + problem.cure.lower() for problem in problems), problems
    assert all(problem.line and problem.line >= 2 for problem in problems)


def test_an_alignment_cannot_be_changed() -> None:
    """Only joined or split."""
    text = entry(what="alignment", do="change", others="[{source: a, exact: b}]", set="{about: x}")
    assert codes(text) == [("record-value", 3)]


def test_a_list_is_joined_and_underscores_are_hyphens() -> None:
    """Two ways to write the same."""
    corrections, _ = parse_record_file(entry(do="change", set="{issues: [territory, forces], reported_by: Ann}"))
    assert corrections[0].set == {"issues": "territory, forces", "reported-by": "Ann"}


def test_all_problems_at_once_and_the_rest_stands() -> None:
    """One faulty entry does not hide another, nor a right one."""
    text = entry(do="x") + "  - {what: statement, do: reject, source: a, exact: b, by: c}\n  - {what: y}\n"
    corrections, problems = parse_record_file(text)
    assert len(corrections) == 1
    assert len(problems) >= 5


def test_the_relations_are_those_of_accounts() -> None:
    """The list is the same in both places, which may not import each other."""
    assert get_args(Relation) == RELATIONS


# -- on disk ----------------------------------------------------------------------------------------------------------


def test_a_file_is_made_and_grows(tmp_path: Path) -> None:
    """Missing at first; then each writing adds, and nothing else is left in the folder."""
    path = tmp_path / "record.yaml"
    file, problems = read_record_file(path, missing_ok=True)
    assert (file.corrections, problems) == ((), ())
    file = append_corrections(file, [ONE])
    file = append_corrections(file, [TWO])
    assert read_record_file(path)[0] == file
    assert file.corrections == (ONE, TWO)
    assert [p.name for p in tmp_path.iterdir()] == ["record.yaml"]


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """Whoever wrote in between wins; also where the file has come into being."""
    path = tmp_path / "record.yaml"
    stale = read_record_file(path, missing_ok=True)[0]
    fresh = append_corrections(stale, [ONE])
    with pytest.raises(InputError, match="record-changed"):
        append_corrections(stale, [TWO])
    path.write_text(fresh.text + "# mine\n", encoding="utf-8")
    with pytest.raises(InputError, match="record-changed"):
        append_corrections(fresh, [TWO])
    assert path.read_text(encoding="utf-8").endswith("# mine\n")
    assert [p.name for p in tmp_path.iterdir()] == ["record.yaml"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """The file behind a link is written, with the permissions it had."""
    path, link = tmp_path / "real.yaml", tmp_path / "record.yaml"
    path.write_text(HAND, encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    append_corrections(read_record_file(link)[0], [ONE])
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert len(read_record_file(path)[0].corrections) == 3


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """Each with its code, and nothing is written over them."""
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("analyst: Zoë\n".encode("latin-1"))
    for path, code in (
        (latin, "record-unreadable"),
        (tmp_path, "record-unreadable"),
        (tmp_path / "no.yaml", "record-missing"),
    ):
        file, problems = read_record_file(path)
        assert [problem.code for problem in problems] == [code]
        if code == "record-unreadable":
            with pytest.raises(InputError, match="record-unreadable"):
                append_corrections(file, [ONE])
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as sparse:
        sparse.truncate(30_000_000)
    assert [p.code for p in read_record_file(huge)[1]] == ["record-unreadable"]
    assert [p.code for p in read_record_file("a\x00b")[1]] == ["record-unreadable"]


@pytest.mark.parametrize("text", ["- x\n", "corrections: 3\n", "a: [\n"])
def test_nothing_is_added_to_what_is_no_such_file(tmp_path: Path, text: str) -> None:
    """It is told, and left as it is."""
    path = tmp_path / "record.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="record-syntax"):
        append_corrections(read_record_file(path)[0], [ONE])
    assert path.read_text(encoding="utf-8") == text


def test_what_would_not_read_back_is_not_written(tmp_path: Path) -> None:
    """A correction that the file's own rules refuse."""
    with pytest.raises(InputError, match="read back"):
        append_corrections(RecordFile(str(tmp_path / "record.yaml")), [Correction("statement", "change", "a", "b")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """The system's refusal is told."""
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="record-unreadable"):
        append_corrections(RecordFile(str(tmp_path / "record.yaml")), [ONE])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The same for a folder that is missing."""
    with pytest.raises(InputError, match="record-unreadable"):
        append_corrections(RecordFile(str(tmp_path / "no" / "record.yaml")), [ONE])


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_that_were_there_keep_their_bytes(tmp_path: Path, ends: str, mark: bytes) -> None:
    """Whatever ends them: a correction is added behind them, and new lines end as they do."""
    start = "analyst: d\n# keep me\ncorrections:\n  - {what: statement, do: reject, source: t1, exact: yes}\n"
    file = tmp_path / "record.yaml"
    before = mark + start.replace("\n", ends).encode()
    file.write_bytes(before)
    read, _ = read_record_file(file)
    append_corrections(read, [ONE])
    after = file.read_bytes()
    assert after.startswith(before)
    assert b"\r\r" not in after
    assert after.count(b"\n") == (0 if ends == "\r" else after.count(ends.encode()))
    assert len(read_record_file(file)[0].corrections) == 2


# -- parties, people and issues ---------------------------------------------------------------------------------------


def test_entries_about_parties_people_and_issues_stand_apart(tmp_path: Path) -> None:
    """They are no corrections of statements; each has its analyst, and comes back as plain words with its line."""
    text = (
        "analyst: desk\ncorrections:\n  - {what: party, do: join, name: NO, to: Norway}\n"
        "  - {what: issue, do: reject, name: toll, by: NO}\n"
    )
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")
    file, problems = read_record_file(tmp_path / "record.yaml")
    assert problems == ()
    assert file.corrections == ()
    assert [(e["what"], e["do"], e["name"], e["to"], e["by"], e["line"]) for e in file.talks] == [
        ("party", "join", "NO", "Norway", "desk", "3"), ("issue", "reject", "toll", "", "NO", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "entry",
    [
        "{what: party, do: rename, name: Norway, by: a}",
        "{what: party, do: reject, name: Norway, to: Peru, by: a}",
        "{what: party, do: join, to: Peru, by: a}",
        "{what: issue, do: change, name: toll, by: a}",
        "{what: person, do: reject, name: Ana, exact: x, by: a}",
        "{what: person, do: reject, name: Ana}",
    ],
)
def test_entries_about_parties_that_cannot_be_meant_are_told(entry: str, tmp_path: Path) -> None:
    """Without its other name, with one too many, without its name, with a deed or key that is not known, without an analyst."""
    (tmp_path / "record.yaml").write_text(f"corrections:\n  - {entry}\n", encoding="utf-8")
    file, problems = read_record_file(tmp_path / "record.yaml")
    assert file.talks == ()
    assert problems
    assert {p.code for p in problems} <= set(PROBLEM_CODES)


def test_entries_about_parties_are_written_behind_the_others(tmp_path: Path) -> None:
    """Comments stay, and a change by somebody else is not written over."""
    path = tmp_path / "record.yaml"
    path.write_text("# mine\ncorrections:\n  - {what: party, do: reject, name: Peru, by: a}  # why\n", encoding="utf-8")
    file, _ = read_record_file(path)
    new = {"what": "issue", "do": "rename", "name": "toll", "to": "Toll: ferry", "by": "desk", "on": "2031-03-12"}
    after = append_corrections(file, (), [new])
    assert [e["name"] for e in after.talks] == ["Peru", "toll"]
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# why" in text
    with pytest.raises(InputError):
        append_corrections(file, (), [new])
