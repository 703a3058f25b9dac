"""While the documents of a large case are still being read, pages say how far that is instead of keeping silent."""

from __future__ import annotations

import threading

import pytest

from zopa.run.talks import Talks

from .talks import make_case, make_client


@pytest.fixture
def held(tmp_path, monkeypatch):
    """A client of a case whose documents are read only once the event is set."""
    may_go_on = threading.Event()
    read_one = Talks.read_one
    monkeypatch.setattr("zopa.run.watching.SOON", 0)
    monkeypatch.setattr(Talks, "read_one", lambda talks, document: may_go_on.wait(30) and read_one(talks, document))
    yield make_client(make_case(tmp_path / "talks")), may_go_on
    may_go_on.set()


@pytest.mark.parametrize("address", ["/", "/statements", "/screen/process", "/screen/compare"])
def test_a_page_says_how_far_reading_is_and_comes_by_itself(held, address):
    client, _ = held
    answer = client.get(address)
    assert "Reading the documents: 0 of" in answer.text
    assert answer.headers["refresh"] == "2"


def test_the_list_of_documents_is_there_while_they_are_read(held):
    """Each document is named; how many statements it holds is told once that is known."""
    client, may_go_on = held
    answer = client.get("/documents")
    assert "/documents/gazette" in answer.text
    assert '<td class="num">…</td>' in answer.text
    assert answer.headers["refresh"] == "2"
    may_go_on.set()
    for thread in threading.enumerate():
        if thread.name.endswith("(_read_on)"):
            thread.join(30)
    answer = client.get("/documents")
    assert '<td class="num">…</td>' not in answer.text
    assert "refresh" not in answer.headers
    assert '<ol class="statements">' in client.get("/statements").text


def test_rows_asked_for_alone_say_it_too(held):
    """What a filter asks for is asked for again, with the filter."""
    client, _ = held
    part = client.get("/statements?act=reject", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert 'hx-get="/statements?act=reject"' in part
