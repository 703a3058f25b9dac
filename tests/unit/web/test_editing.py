"""What a person does is written at once, can be taken back, and never goes over what somebody else wrote meanwhile."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from zopa.case import parse_case
from zopa.folder import read_record_file
from zopa.run.talks import open_talks
from zopa.web.documents import true_offsets

from .talks import ARABIC, CASE, HARBOUR, hidden, make_case, make_client

QUOTE = "We will never give up the old pier"


@pytest.fixture
def home(tmp_path):
    return make_case(tmp_path / "talks")


def coding(page: str, **more: str) -> dict[str, str]:
    start = HARBOUR.index(QUOTE)
    found = {
        "sha256": hidden(page, "sha256"),
        "start": str(start),
        "end": str(start + len(QUOTE)),
        "party": "city",
        "issue": "pier",
    }
    return {**found, "kind": "red-line", "stance": "", "was": "", "said_by": "Olin", **more}


def text(home) -> str:
    return (home / "case.yaml").read_text(encoding="utf-8")


def test_a_coded_passage_stands_in_the_case_file_with_its_comments(home):
    """The entry holds source, quote, what for and who; comments stay; the quote finds its place again."""
    client = make_client(home)
    answer = client.post("/documents/gazette/code", data=coding(client.get("/documents/gazette").text))
    assert "City on Old pier: red-line" in answer.text
    talks = open_talks(home)
    entry = talks.case.positions["city"]["pier"].evidence[0]
    assert (entry.source, entry.quote, entry.for_, entry.said_by) == ("gazette", QUOTE, "red-line", "Olin")
    assert talks.anchored.passages["positions", "city", "pier", "evidence", 0].text == QUOTE
    assert "# the owner of the pier" in text(home)
    assert 'class="p coded"' in client.get("/documents/gazette").text


def test_undo_gives_back_every_byte_step_by_step(home):
    before = (home / "case.yaml").read_bytes()
    client = make_client(home)
    for kind in ("red-line", "position"):
        client.post("/documents/gazette/code", data=coding(client.get("/documents/gazette").text, kind=kind))
    first = (home / "case.yaml").read_bytes()
    assert "Taken back" in client.post("/undo", data={"back": "/"}).text
    assert first != (home / "case.yaml").read_bytes() != before
    client.post("/undo", data={"back": "/"})
    assert (home / "case.yaml").read_bytes() == before
    assert "nothing to take back" in client.post("/undo", data={"back": "/"}).text


def test_undo_never_loses_what_was_written_after_the_edit(home):
    client = make_client(home)
    client.post("/documents/gazette/code", data=coding(client.get("/documents/gazette").text))
    (home / "case.yaml").write_text(text(home) + "# by somebody else\n", encoding="utf-8")
    assert client.post("/undo", data={"back": "/"}).status_code == 409
    assert "# by somebody else" in text(home)


def test_two_windows_code_and_lose_nothing(home):
    """Each adds to the file as it stands, although both pages were shown before either wrote."""
    one, two = make_client(home), make_client(home)
    pages = [client.get("/documents/gazette").text for client in (one, two)]
    one.post("/documents/gazette/code", data=coding(pages[0]))
    (home / "case.yaml").write_text(text(home) + "# from an editor\n", encoding="utf-8")
    two.post("/documents/gazette/code", data=coding(pages[1], issue="toll", kind="position"))
    case = open_talks(home).case
    assert case.positions["city"]["pier"].evidence
    assert case.positions["city"]["toll"].evidence
    assert "# from an editor" in text(home)


def test_a_stance_set_meanwhile_is_shown_with_the_choice(home):
    """Window two saw no stance; window one set one. Nothing is written until a person has chosen."""
    client = make_client(home)
    page = client.get("/documents/gazette").text
    client.post("/documents/gazette/code", data=coding(page, stance="opposes"))
    before = text(home)
    answer = client.post("/documents/gazette/code", data=coding(page, stance="accepts"))
    assert answer.status_code == 409
    assert "opposes" in answer.text
    assert "accepts" in answer.text
    assert text(home) == before
    client.post("/documents/gazette/code", data=coding(page, stance="accepts", was="opposes"))
    assert open_talks(home).case.positions["city"]["pier"].stance == "accepts"


def test_the_editor_shows_both_versions_of_a_file_changed_meanwhile(home):
    client = make_client(home)
    sha256 = hidden(client.get("/case").text, "sha256")
    theirs = text(home).replace("desk-1", "desk-of-theirs")
    (home / "case.yaml").write_text(theirs, encoding="utf-8")
    mine = CASE.replace("Harbour talks", "Harbour talks of mine")
    answer = client.post("/case", data={"text": mine, "sha256": sha256})
    assert answer.status_code == 409
    assert "Harbour talks of mine" in answer.text
    assert "desk-of-theirs" in answer.text
    assert text(home) == theirs
    assert client.post("/case", data={"text": mine, "sha256": hidden(answer.text, "sha256")}).status_code == 200
    assert text(home) == mine


def test_saving_keeps_the_text_as_typed(home):
    """A browser sends line ends of its own; the file keeps those it had."""
    client = make_client(home)
    sha256 = hidden(client.get("/case").text, "sha256")
    client.post("/case", data={"text": (CASE + "# more\n").replace("\n", "\r\n"), "sha256": sha256})
    assert text(home) == CASE + "# more\n"


def test_problems_are_told_with_their_lines_while_writing_and_nothing_is_written(home):
    client = make_client(home)
    wrong = CASE.replace("file: sources/gazette.md", "file: sources/gone.md").replace(
        "as-of: 2031-03-15", "as-of: soon"
    )
    page = client.post("/case/check", data={"text": wrong}).text
    assert 'data-line="3"' in page
    assert "gone.md" in page
    assert text(home) == CASE
    assert "No problem" not in client.post("/case/check", data={"text": "parties: [\n"}).text


def test_confirming_takes_the_mark_of_a_proposal_away(home):
    client = make_client(home)
    assert "Only proposed" in client.get("/case").text
    client.post("/confirm", data={"path": "parties\r\nguild"})  # as a browser sends the lines of a form
    assert open_talks(home).case.parties["guild"].status == "confirmed"
    client.post("/confirm", data={"path": "parties\nguild", "to": "proposed"})
    assert open_talks(home).case.parties["guild"].status == "proposed"
    assert client.post("/confirm", data={"path": "parties\nnobody"}).status_code == 400


BARE = """# What the desk begins with.
title: ""
sources:
  gazette: {file: sources/gazette.md, published: 2031-03-14}
# Who must agree.
parties: {}
issues: {}
"""
SPEECH = """Russian President Vladimir Putin demanded that Ukraine withdraw its troops from the Donbas region.

Ukraine rejected any territorial concession, President Volodymyr Zelensky said. The European Union said that sanctions stay.
"""


def test_a_case_with_nothing_in_it_takes_what_its_documents_propose_and_gives_it_back(tmp_path):
    home = make_case(tmp_path / "talks", BARE)
    (home / "sources" / "gazette.md").write_text(SPEECH, encoding="utf-8")
    client = make_client(home)
    assert "Propose from the documents" in client.get("/").text
    told = client.post("/propose").text
    assert "Nothing counts until you confirm it." in told
    case = open_talks(home).case
    assert {party.name for party in case.parties.values()} >= {"Russia", "Ukraine"}
    assert {p.status for p in case.parties.values()} | {i.status for i in case.issues.values()} == {"proposed"}
    assert "# Who must agree." in text(home)
    assert "Propose from the documents" not in client.get("/").text
    again = client.post("/propose")
    assert again.status_code == 422
    assert "propose-begun" in again.text
    client.post("/undo")
    assert text(home) == BARE


def test_documents_that_name_nobody_propose_nothing(tmp_path):
    home = make_case(tmp_path / "talks", BARE)
    (home / "sources" / "gazette.md").write_text("It rained all day, and the shops were shut.\n", encoding="utf-8")
    answer = make_client(home).post("/propose")
    assert answer.status_code == 422
    assert "propose-nothing" in answer.text
    assert text(home) == BARE


def test_evidence_can_be_taken_out_again(home):
    client = make_client(home)
    client.post("/documents/gazette/code", data=coding(client.get("/documents/gazette").text))
    client.post("/evidence/drop", data={"path": "positions\ncity\npier\nevidence\n0", "source": "gazette"})
    assert not open_talks(home).case.positions["city"]["pier"].evidence
    assert client.post("/evidence/drop", data={"path": "title"}).status_code == 400


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [("party", "nobody", 400), ("issue", "", 400), ("kind", "x", 400), ("stance", "x", 400), ("end", "999999", 422), ("sha256", "0", 409),
     ("start", "", 400)],
)  # fmt: skip
def test_what_is_wrong_with_a_coding_is_told_and_nothing_written(home, field, value, status):
    client = make_client(home)
    answer = client.post(
        "/documents/gazette/code", data=coding(client.get("/documents/gazette").text, **{field: value})
    )
    assert answer.status_code == status
    assert text(home) == CASE


def test_equal_words_get_the_context_that_tells_them_apart(home):
    """The toll is named twice; the quote of the second is found at the second."""
    start = HARBOUR.rindex("the toll")
    client = make_client(home)
    form = coding(
        client.get("/documents/gazette").text, start=str(start), end=str(start + 8), issue="toll", kind="position"
    )
    (home / "sources" / "gazette.md").write_text(HARBOUR + "\nAgain the toll.\n", encoding="utf-8")
    form["sha256"] = hidden(client.get("/documents/gazette").text, "sha256")
    client.post("/documents/gazette/code", data=form)
    talks = open_talks(home)
    assert talks.case.positions["city"]["toll"].evidence[0].prefix
    assert talks.anchored.passages["positions", "city", "toll", "evidence", 0].start == start


@pytest.mark.parametrize("words", ["a\u202eb𝄞c\r\nd", ARABIC, "", "\x00🙂\u200dx"])
def test_places_in_the_shown_text_lead_to_the_text_as_read(words):
    """Whatever a browser selects, hidden characters shown by name and letters beyond the first plane included."""
    from zopa.report.hidden import visible_slices  # noqa: PLC0415

    shown = list(visible_slices(words, range(len(words) + 1)))
    for at in range(len(words)):
        before = len("".join(shown[:at]).encode("utf-16-le")) // 2
        after = before + len(shown[at].encode("utf-16-le")) // 2
        if after > before:
            start, end = true_offsets(words, before, after)
            assert words[start:end].strip("\r") == words[at]


def test_a_correction_goes_to_the_record_and_wins(home):
    client = make_client(home)
    page = client.get("/statements?source=gazette").text
    form = {"id": hidden(page, "id"), "record": hidden(page, "record"), "do": "reject"}
    assert client.post("/statements", data=form).status_code == 200
    assert read_record_file(home / "record.yaml")[0].corrections[0].by == "desk-1"
    row = f'name="id" value="{form["id"]}"'
    assert row not in client.get("/statements").text
    client.post("/undo", data={"back": "/statements"})
    assert not (home / "record.yaml").exists()
    assert row in client.get("/statements").text


def test_corrections_of_two_windows_are_both_kept(home):
    """The second window is shown what is there now, and may write its own as well."""
    client = make_client(home)
    page = client.get("/statements").text
    ids = [part.split('"')[0] for part in page.split('name="id" value="')[1:]]
    old = hidden(page, "record")
    client.post("/statements", data={"id": ids[0], "record": old, "do": "reject"})
    answer = client.post("/statements", data={"id": ids[1], "record": old, "do": "reject"})
    assert answer.status_code == 409
    client.post("/statements", data={"id": ids[1], "record": hidden(answer.text, "record"), "do": "reject"})
    assert len(read_record_file(home / "record.yaml")[0].corrections) == 2


def test_files_are_copied_into_the_case_under_safe_names(home):
    """A name with a path leads nowhere else; the same file again is told and not added twice."""
    client = make_client(home)
    for _ in range(2):
        page = client.post(
            "/documents", files=[("files", ("../../evil.txt", b"Mayor Olin said that the toll stays.\n"))]
        )
        assert page.status_code == 200
    case = open_talks(home).case
    assert case.sources["evil"].file == "sources/evil.txt"
    assert "there already" in page.text
    assert client.post("/documents", files=[("files", ("", b""))]).status_code == 400


def test_what_was_chosen_last_comes_first(home):
    client = make_client(home)
    page = client.get("/documents/gazette").text
    assert page.index('value="pier"') < page.index('value="toll"')
    client.post("/documents/gazette/code", data=coding(page, issue="toll", kind="position"))
    page = client.get("/documents/gazette").text
    assert page.index('value="toll"') < page.index('value="pier"')


SAVER = """
import sys
from pathlib import Path
from zopa.folder.case_edits import save_case_text
from zopa.folder.case_folder import read_case_text
home = Path(sys.argv[1])
start = read_case_text(home)[0]
print("saving", flush=True)
for number in range(1_000_000):
    save_case_text(home / "case.yaml", start + f"# {'x' * 200_000} {number}\\n", read_case_text(home)[1])
"""


def test_killed_in_mid_save_the_file_is_whole(home):
    """Whenever the one who saves is killed, the case file is one of the versions that were saved, from end to end."""
    saved = 0
    for turn in range(3):
        (home / "case.yaml").write_text(CASE, encoding="utf-8")
        with subprocess.Popen([sys.executable, "-c", SAVER, str(home)], stdout=subprocess.PIPE) as saver:
            assert saver.stdout
            saver.stdout.readline()
            time.sleep(0.03 + turn * 0.02)
            saver.kill()
        saved += text(home) != CASE
        assert text(home) == CASE or (text(home).startswith(CASE) and text(home).endswith("\n"))
        assert not [p for p in parse_case(text(home)).problems if p.severity == "error"]
    assert saved
