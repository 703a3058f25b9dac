"""A case held open follows the folder, and computes and reads nothing twice."""

from __future__ import annotations

import pytest
from tests.unit.web.talks import CASE, HARBOUR, make_case

from zopa.errors import InputError, UsageError
from zopa.run.levers import levers, move
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
