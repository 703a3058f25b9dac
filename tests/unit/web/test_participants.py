"""Found parties, people and issues are merged, split, renamed and rejected; it holds, can be taken back, and goes over nobody's words."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest

from zopa.folder import read_record_file
from zopa.run.documents import read_accounts
from zopa.run.participants import find_talks

from .talks import hidden, make_client

POST = """Outlet: Post
Published: 2031-03-12

The Saro Boatmen Union demands a lower toll. The Saro Port Authority rejects the lower toll. The Saro Boatmen Union wants a night ferry.

Union official Jon Marsh of the Saro Boatmen Union rejected a new rota.
"""
GAZETTE = """Norway demands the lower dam. Norway's foreign minister Ana Brod and Norway's envoy Oto Lind met Peru in Lima.

Peru rejected the lower dam. Peru <script>window.pwned=1</script> demands "<img src=x onerror=window.pwned=1>" a fish ladder.
"""
LATER = "Published: 2031-03-13\n\nThe union refused a new rota. The Saro Port Authority refused the lower toll.\n"
CASE = """title: Saro
analyst: desk-1
sources:
  post: {file: post.md}
  gazette: {file: gazette.txt}
  later: {file: later.md}
"""


@pytest.fixture(params=["documents", "case"])
def home(tmp_path, request):
    """The same documents without a case and with one."""
    home = tmp_path / "saro"
    home.mkdir()
    for name, words in (("post.md", POST), ("gazette.txt", GAZETTE), ("later.md", LATER)):
        (home / name).write_text(words, encoding="utf-8")
    if request.param == "case":
        (home / "case.yaml").write_text(CASE, encoding="utf-8")
    return home


def names(page: str) -> set[str]:
    """All names that a page shows as headings."""
    return {html.unescape(name) for name in re.findall(r"<h[34]><bdi>([^<]*)</bdi>", page)}


def say(client, **form: str):
    record = hidden(client.get("/parties").text, "record")
    return client.post("/parties", data={"record": record, **form})


def found(home) -> set[str]:
    """All names as the command reads them from the folder, in a process that knows nothing of the workbench."""
    talks = find_talks(read_accounts([home]))
    parties = talks.participants.parties
    people = {name for party in parties for name in party.people}
    return {party.name for party in parties} | people | {issue.label for issue in talks.dispute.issues}


def test_everything_found_stands_with_the_passages_that_show_it(home):
    page = make_client(home).get("/parties").text
    assert names(page) >= {"Saro Boatmen Union", "Norway", "Ana Brod", "Oto Lind", "lower toll", "night ferry"}
    assert "The Saro Boatmen Union demands a lower toll" in page
    assert 'href="/documents/post?at=' in page
    assert "<script>window.pwned" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;window.pwned" in page


@pytest.mark.parametrize(
    ("form", "gone", "there"),
    [
        ({"what": "party", "do": "rename", "name": "Saro Boatmen Union", "to": "Boatmen"}, "Saro Boatmen Union", "Boatmen"),
        ({"what": "party", "do": "join", "name": "Saro Port Authority", "to": "Peru"}, "Saro Port Authority", "Peru"),
        ({"what": "party", "do": "reject", "name": "Peru"}, "Peru", "Norway"),
        ({"what": "person", "do": "rename", "name": "Ana Brod", "to": "Anna Brodd"}, "Ana Brod", "Anna Brodd"),
        ({"what": "person", "do": "join", "name": "Oto Lind", "to": "Ana Brod"}, "Oto Lind", "Ana Brod"),
        ({"what": "person", "do": "reject", "name": "Oto Lind"}, "Oto Lind", "Ana Brod"),
        ({"what": "issue", "do": "rename", "name": "lower toll", "to": "Toll: half = 50 % #1"}, "lower toll", "Toll: half = 50 % #1"),
        ({"what": "issue", "do": "join", "name": "night ferry", "to": "lower toll"}, "night ferry", "lower toll"),
        ({"what": "issue", "do": "reject", "name": "night ferry"}, "night ferry", "lower toll"),
    ],
)  # fmt: skip
def test_what_a_person_says_holds_and_can_be_taken_back(home, form, gone, there):
    """On the page, in a workbench opened anew and read with one more document, and by the command; undo leaves no trace."""
    client = make_client(home)
    before = names(client.get("/parties").text)
    assert gone in before
    page = say(client, **form).text
    assert "Written to record.yaml" in page
    assert gone not in names(page)
    assert there in names(page)
    entry = read_record_file(home / "record.yaml")[0].talks[0]
    assert (entry["what"], entry["do"], entry["name"], entry["to"]) == (
        form["what"],
        form["do"],
        form["name"],
        form.get("to", ""),
    )
    assert (entry["by"], entry["on"]) == (
        "desk-1" if (home / "case.yaml").exists() else "not named",
        date.today().isoformat(),
    )
    (home / "later.md").write_text(LATER + "\nPeru demands a lower dam.\n", encoding="utf-8")
    again = names(make_client(home).get("/parties").text)
    assert gone not in again
    assert there in again
    assert gone not in found(home)
    assert there in found(home)
    (home / "later.md").write_text(LATER, encoding="utf-8")
    assert "Taken back" in client.post("/undo", data={"back": "/parties"}).text
    assert not (home / "record.yaml").exists()
    assert names(client.get("/parties").text) == before


@pytest.mark.parametrize(
    ("what", "name", "to"),
    [("party", "Saro Port Authority", "Peru"), ("person", "Oto Lind", "Ana Brod"), ("issue", "night ferry", "lower toll")],
)  # fmt: skip
def test_what_was_merged_is_split_again(home, what, name, to):
    """The page offers the words that can stand by themselves, and what is split holds as what is merged does."""
    client = make_client(home)
    page = say(client, what=what, do="join", name=name, to=to).text
    assert f'<option value="{name}">{name}</option>' in page
    assert name in names(say(client, what=what, do="split", name=name).text)
    assert {name, to} <= names(make_client(home).get("/parties").text)
    assert {name, to} <= found(home)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"what": "party", "do": "reject", "name": "Nobody Ltd"}, "is no party here; known: "),
        ({"what": "party", "do": "join", "name": "Peru", "to": "Nobody Ltd"}, "is no party here; known: "),
        ({"what": "person", "do": "join", "name": "Oto Lind", "to": "Jon Marsh"}, "is no person here; known: ana brod"),
        ({"what": "party", "do": "join", "name": "Peru", "to": " peru "}, "are one party already"),
        ({"what": "party", "do": "rename", "name": "Peru", "to": "Norway"}, "Another party is called"),
        ({"what": "party", "do": "rename", "name": "Peru", "to": "Peru"}, "Nothing would change"),
        ({"what": "party", "do": "split", "name": "Peru"}, "Nothing would change"),
        ({"what": "party", "do": "rename", "name": "Peru", "to": " "}, "Expected a name to rename by, got none"),
        ({"what": "issue", "do": "rename", "name": "lower toll", "to": "x" * 300}, "at most 200 letters"),
        ({"what": "river", "do": "rename", "name": "Peru", "to": "x"}, "Expected party, person, issue and"),
        ({"what": "party", "do": "drown", "name": "Peru"}, "Expected party, person, issue and"),
    ],
)
def test_what_cannot_be_meant_is_told_in_one_line_and_not_written(home, form, words):
    answer = say(make_client(home), **form)
    assert answer.status_code == 400
    assert words in html.unescape(answer.text)
    assert not (home / "record.yaml").exists()


def test_a_record_changed_meanwhile_loses_nothing(home):
    """The page tells what is there now; after the choice both stand."""
    client = make_client(home)
    old = hidden(client.get("/parties").text, "record")
    theirs = "corrections:\n  - {what: party, do: reject, name: Peru, by: desk-2, on: 2031-03-15}  # theirs\n"
    (home / "record.yaml").write_text(theirs, encoding="utf-8")
    answer = client.post(
        "/parties",
        data={"record": old, "what": "person", "do": "reject", "name": "Oto Lind", "home": "Norway", "q": "o"},
    )
    assert answer.status_code == 409
    assert "“Peru” is none" in answer.text
    assert (home / "record.yaml").read_text(encoding="utf-8") == theirs
    form = {key: hidden(answer.text, key) for key in ("what", "do", "name", "to", "record", "home", "q")}
    assert (
        client.post("/parties", data=form, follow_redirects=False).headers["location"].startswith("/parties?q=o#party-")
    )
    assert (home / "record.yaml").read_text(encoding="utf-8").startswith(theirs)
    assert not {"Peru", "Oto Lind"} & names(client.get("/parties").text)


def test_undo_goes_over_nothing_that_was_written_after_it(home):
    client = make_client(home)
    say(client, what="party", do="reject", name="Peru")
    text = (home / "record.yaml").read_text(encoding="utf-8") + "# by somebody else\n"
    (home / "record.yaml").write_text(text, encoding="utf-8")
    answer = client.post("/undo", data={"back": "/parties"})
    assert answer.status_code == 409
    assert "found it changed since" in answer.text
    assert (home / "record.yaml").read_text(encoding="utf-8") == text


def test_an_entry_is_taken_out_later_and_that_is_taken_back(home):
    """By whoever opens the folder then; other entries and comments stay."""
    start = "# ours\ncorrections:\n  - {what: party, do: reject, name: Peru, by: desk-2, on: 2031-03-15}\n"
    (home / "record.yaml").write_text(start, encoding="utf-8")
    say(make_client(home), what="issue", do="reject", name="night ferry")
    both = (home / "record.yaml").read_bytes()
    client = make_client(home)
    page = client.get("/parties").text
    assert "“Peru” is none" in page
    assert "desk-2" in page
    form = {"line": hidden(page, "line"), "record": hidden(page, "record")}
    assert "Peru" in names(client.post("/parties/out", data=form).text)
    (left,) = read_record_file(home / "record.yaml")[0].talks
    assert left["name"] == "night ferry"
    text = (home / "record.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ours\ncorrections:\n")
    assert "Nothing was taken out" in client.post("/parties/out", data=form).text
    now = {"record": hidden(client.get("/parties").text, "record")}
    assert client.post("/parties/out", data={**now, "line": "99"}).status_code == 400
    assert client.post("/parties/out", data={**now, "line": "x"}).status_code == 400
    client.post("/undo", data={"back": "/parties"})
    assert (home / "record.yaml").read_bytes() == both


def test_a_record_that_is_no_yaml_is_told_and_kept(home):
    broken = "corrections: [half\n"
    (home / "record.yaml").write_text(broken, encoding="utf-8")
    client = make_client(home)
    assert "record-syntax" in client.get("/parties").text
    answer = say(client, what="party", do="reject", name="Peru")
    assert answer.status_code == 422
    assert (home / "record.yaml").read_text(encoding="utf-8") == broken


def test_an_entry_that_names_nothing_here_is_told(home):
    (home / "record.yaml").write_text(
        "corrections:\n  - {what: party, do: reject, name: Nobody Ltd, by: d, on: 2031-03-15}\n", encoding="utf-8"
    )
    assert "talks-edit-without-object" in make_client(home).get("/parties").text


def test_the_search_leaves_what_has_the_words_in_a_name(home):
    client = make_client(home)
    assert names(client.get("/parties", params={"q": "brod"}).text) == {"Norway", "Ana Brod", "Oto Lind"}
    assert "None with" in client.get("/parties", params={"q": '"><script>x'}).text
    part = client.get("/parties", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert "Norway" in part


def test_long_lists_are_cut_and_say_so(home, monkeypatch):
    monkeypatch.setattr("zopa.web.participants.SHOWN", 1)
    monkeypatch.setattr("zopa.web.participants.PASSAGES", 1)
    page = make_client(home).get("/parties").text
    assert "The first 1 of 4 are shown" in page
    assert "The first 1 are shown." in page


def test_much_text_comes_after_its_page(home, monkeypatch):
    monkeypatch.setattr("zopa.web.participants.SOON", 10)
    client = make_client(home)
    assert 'hx-get="/parties?q=nor"' in client.get("/parties", params={"q": "nor"}).text
    assert "Norway" in client.get("/parties", headers={"HX-Request": "true"}).text
    assert "Norway" in client.get("/parties").text


def test_a_case_without_documents_says_what_to_do(tmp_path):
    (tmp_path / "case.yaml").write_text("title: x\n", encoding="utf-8")
    assert "Add documents" in make_client(tmp_path).get("/parties").text


def test_a_byte_order_mark_comes_back(home):
    start = b"\xef\xbb\xbfcorrections:\n  - {what: party, do: reject, name: Peru, by: d, on: 2031-03-15}\n"
    (home / "record.yaml").write_bytes(start)
    client = make_client(home)
    say(client, what="issue", do="reject", name="night ferry")
    client.post("/undo", data={"back": "/parties"})
    assert (home / "record.yaml").read_bytes() == start
    page = client.get("/parties").text
    client.post("/parties/out", data={"line": hidden(page, "line"), "record": hidden(page, "record")})
    assert (home / "record.yaml").read_bytes() == b"\xef\xbb\xbfcorrections:\n"
