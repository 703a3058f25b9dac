"""A folder of documents without a case opens as a workbench; what needs a case says so and writes nothing."""

from __future__ import annotations

import pytest

from zopa.errors import InputError
from zopa.run.documents import read_accounts
from zopa.run.talks import open_folder
from zopa.run.watching import CaseWatch
from zopa.web.app import ASKED
from zopa.web.screens import SCREENS

from .talks import HARBOUR, make_client


@pytest.fixture
def home(tmp_path):
    (tmp_path / "harbour" / "old").mkdir(parents=True)
    for name in ("note.md", "old/note.txt"):
        (tmp_path / "harbour" / name).write_text(HARBOUR, encoding="utf-8")
    return tmp_path / "harbour"


def test_documents_stand_under_the_ids_that_the_commands_give_them(home):
    assert [d.id for d in open_folder(home).documents] == [d.id for d in read_accounts([home]).documents]


@pytest.mark.parametrize(
    "address", [*(p for p, _ in ASKED if "{" not in p), *(f"/part/{key}" for key in SCREENS), "/documents/note"]
)
def test_every_page_answers(home, address):
    assert make_client(home).get(address).status_code < 500


def test_what_needs_a_case_says_so(home):
    client = make_client(home)
    assert "no case" in client.get("/").text
    assert "zopa sketch" in client.get("/case").text
    assert "zopa sketch" in client.get("/documents/note").text
    assert "Put a file into the folder" in client.get("/documents").text
    for address in ("/propose", "/confirm", "/case", "/evidence/drop"):
        answer = client.post(address, data={"text": "title: x", "path": "parties\nx"})
        assert answer.status_code == 422, address
        assert "case-none" in answer.text
    answer = client.post("/documents", files=[("files", ("more.txt", b"Mayor Olin said no.\n"))])
    assert answer.status_code == 422
    assert {path.name for path in home.iterdir()} == {"note.md", "old"}


def test_a_document_put_there_is_read_and_a_case_made_there_is_opened(home):
    client = make_client(home)
    assert "/documents/note" in client.get("/documents").text
    (home / "more.txt").write_text("Mayor Olin said that the toll must fall.\n", encoding="utf-8")
    assert "/documents/more" in client.get("/documents").text
    (home / "case.yaml").write_text("title: Harbour case\n", encoding="utf-8")
    assert "Harbour case" in client.get("/").text
    (home / "case.yaml").unlink()
    assert "Harbour case" in client.get("/").text  # as with any case file that is gone


@pytest.mark.parametrize("name", ["empty", "none"])
def test_a_folder_without_documents_is_no_workbench(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="case-none"):
        CaseWatch(tmp_path / name).talks()
