"""A case held open follows the folder, and computes and reads nothing twice."""

from __future__ import annotations

import os
import threading

import pytest
from tests.unit.web.talks import CASE, HARBOUR, make_case

from zopa.errors import InputError, UsageError
from zopa.run.documents import correct
from zopa.run.levers import levers, move
from zopa.run.talks import Talks
from zopa.run.watching import CaseWatch


@pytest.fixture
def home(tmp_path):
    return make_case(tmp_path / "talks")


def test_what_was_not_changed_is_not_read_again(home):
    """An edit of the case keeps the records of documents; an edit of a document reads that one alone."""
    watch = CaseWatch(home)
    first = watch.talks()
    records = dict(first.records)
    assert watch.talks() is first
    (home / "case.yaml").write_text(CASE + "# more\n", encoding="utf-8")
    second = watch.talks()
    assert second is not first
    assert second.records["gazette"] is records["gazette"]
    assert second.documents[0] == first.documents[0]
    (home / "sources" / "gazette.md").write_text(HARBOUR + "\nThe guild said it agrees.\n", encoding="utf-8")
    third = watch.talks()
    assert third.records["hostile"] is records["hostile"]
    assert third.records["gazette"] is not records["gazette"]


def test_other_words_of_the_case_read_all_documents_again(home):
    watch = CaseWatch(home)
    before = watch.talks().records["gazette"]
    (home / "case.yaml").write_text(CASE.replace("name: Guild", "name: Guild, aliases: [Captain]"), encoding="utf-8")
    assert watch.talks().records["gazette"] is not before


def test_a_result_is_made_once_for_a_state_of_the_case(home):
    watch = CaseWatch(home)
    made: list[str] = []
    for _ in range(2):
        watch.once("x", lambda talks: made.append(talks.case.title) or len(made))
    assert made == ["Harbour talks"]
    assert watch.has("x")
    (home / "case.yaml").write_text(CASE.replace("Harbour talks", "Other talks"), encoding="utf-8")
    assert not watch.has("x")
    assert watch.once("x", lambda talks: talks.case.title) == "Other talks"


def test_what_could_not_be_made_is_tried_again(home):
    watch = CaseWatch(home)

    def fail(_):
        raise UsageError("not yet")

    with pytest.raises(UsageError):
        watch.once("x", fail)
    assert watch.once("x", lambda _: 1) == 1


def test_a_case_that_is_gone_is_told(tmp_path):
    with pytest.raises(InputError):
        CaseWatch(tmp_path).talks()


def test_levers_stand_where_the_case_has_them_and_move_the_answer(home):
    """City alone must agree and lets the pier stay: a deal; worth more without a deal than any deal is: none."""
    (home / "case.yaml").write_text(CASE.replace(", status: proposed", ", veto: no"), encoding="utf-8")
    talks = CaseWatch(home).talks()
    assert [(lever.path, lever.value) for lever in levers(talks, "city")] == [
        ("parties.city.no-deal", -1),
        ("positions.city.pier.salience", 50),
        ("positions.city.toll.salience", 50),
    ]
    assert move(talks, {}).exists is True
    best = move(talks, {"parties.city.no-deal": 100})
    assert (best.exists, best.count) == (True, 1)
    assert (home / "case.yaml").read_text(encoding="utf-8").count("no-deal") == 0
    with pytest.raises(UsageError):
        move(talks, {"parties.city.name": 1})
    with pytest.raises(UsageError):
        move(talks, {"parties.city.no-deal": 101})


def test_a_comparison_stays_while_the_words_stay(home):
    """An edit of what a party wants compares no documents again; a correction of what one says does."""
    watch = CaseWatch(home)
    first = watch.talks().comparison
    (home / "case.yaml").write_text(CASE + "# more\n", encoding="utf-8")
    assert watch.talks().comparison is first
    (home / "sources" / "gazette.md").write_text(HARBOUR + "\nThe guild said it agrees.\n", encoding="utf-8")
    assert watch.talks().comparison is not first


def test_much_to_read_is_read_behind_the_pages(home, monkeypatch):
    """A little is left to whoever needs it and counts as read; of much it is told how far the reading is."""
    watch = CaseWatch(home)
    assert watch.reading() == (len(watch.talks().documents),) * 2
    monkeypatch.setattr("zopa.run.watching.SOON", 0)
    may_go_on = threading.Event()
    read_one = Talks.read_one
    monkeypatch.setattr(Talks, "read_one", lambda talks, document: may_go_on.wait(30) and read_one(talks, document))
    count = len(watch.talks().documents)
    assert watch.reading() == (0, count)
    may_go_on.set()
    reader = watch._reader
    assert reader is not None
    reader.join(30)
    assert watch.reading() == (count, count)


def test_a_fault_of_the_reader_is_met_by_the_page(home, monkeypatch):
    """Where reading fails in the background, nobody waits for it for ever: the page reads, and fails as it would have."""
    monkeypatch.setattr("zopa.run.watching.SOON", 0)

    def fail(talks, document):
        raise ZeroDivisionError

    monkeypatch.setattr(Talks, "read_one", fail)
    watch = CaseWatch(home)
    count = len(watch.talks().documents)
    assert watch.reading() == (0, count)
    reader = watch._reader
    assert reader is not None
    reader.join(30)
    assert watch.reading() == (count, count)
    with pytest.raises(ZeroDivisionError):
        dict(watch.talks().records)


def test_what_is_quick_does_not_wait_for_what_is_slow(home):
    watch = CaseWatch(home)
    told = watch.once("slow", lambda _: watch.once("quick", lambda _: "at once"))
    assert told == "at once"


def test_a_correction_reads_no_document_again(home, monkeypatch):
    """It is applied to the record that is there, and taken back the same way."""
    watch = CaseWatch(home)
    before = dict(watch.talks().records)
    monkeypatch.setattr(Talks, "read_one", lambda talks, document: pytest.fail("read again"))
    statement = before["gazette"].statements[0]
    correct(watch.talks().accounts, [f"{statement.id} reject"], by="ann", on="2031-03-15")
    after = watch.talks().records
    assert statement.id not in {s.id for s in after["gazette"].statements}
    assert after["hostile"] is before["hostile"]
    (home / "record.yaml").unlink()
    assert watch.talks().records["gazette"].statements == before["gazette"].statements


@pytest.mark.parametrize("name", ["case.yaml", "record.yaml", "sources/gazette.md"])
def test_a_pipe_in_the_place_of_a_file_stops_no_page(home, name):
    """A pipe that nobody writes to is told, not waited for; the last good case stays."""
    watch = CaseWatch(home)
    first = watch.talks()
    (home / name).unlink(missing_ok=True)
    os.mkfifo(home / name)
    told = []

    def ask():
        talks = watch.talks()
        told.append([p.message for p in (*watch.faults, *talks.problems)])

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(20)
    assert told, "it waits for the pipe"
    assert name == "record.yaml" or any("pipe (FIFO)" in message or "gazette.md" in message for message in told[0]), (
        told
    )
    assert first.case.title == watch.talks().case.title
