"""Acts held against the frames of what is said: each rule alone and switched off."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zopa.statements import read as reading
from zopa.statements.deed_acts import RULES, refine_acts

from .reading import read

if TYPE_CHECKING:
    from zopa.statements.types import Statement

CHANGES = {
    "needs-predicate": ("Norway met the needs of the poor.", {"act": "state", "plover": None}),
    "refusal": ("Mira Colt said that Norway refused to accept the plan.", {"act": "accuse", "plover": "REJECT", "party": "Norway"}),
    "failure": ("Norway failed to offer aid.", {"act": "state", "plover": None}),
    "denial": ("Mira Colt denied that Norway had signed the pact.", {"negated": True}),
    "doer": ("Norway was shelled by Peru on Monday.", {"party": "Peru", "target": "Norway", "plover": None}),
    "roles": ("The pact was signed by Norway with Peru.", {"party": "Norway", "target": "Peru"}),
}  # fmt: skip


def statements(text: str, off: set[str], monkeypatch: pytest.MonkeyPatch) -> list[Statement]:
    monkeypatch.setattr(reading, "refine_acts", lambda *given: refine_acts(*given, off=off))
    return list(read(text).statements)


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_rule_does_its_work_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With this rule and no other the statement is as its frames tell; with all of them too."""
    text, wanted = CHANGES[name]
    for off in (set(RULES) - {name}, set[str]()):
        found = statements(text, off, monkeypatch)[0]
        assert {key: getattr(found, key) for key in wanted} == wanted


@pytest.mark.parametrize("name", ["needs-predicate", "refusal", "failure", "denial"])
def test_a_rule_that_is_off_changes_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`off` switches each rule off by its name."""
    text, wanted = CHANGES[name]
    without = statements(text, set(RULES), monkeypatch)[0]
    assert any(getattr(without, key) != value for key, value in wanted.items())


def test_a_deed_that_is_a_predicate_keeps_its_act() -> None:
    """ "met Peru" is a meeting; a refusal of one's own is a rejection; a refusal that is denied is none; to break off is no failure."""
    assert read("Norway met Peru.").statements[0].plover == "CONSULT"
    assert read("Norway broke off the talks with Peru.").statements[0].plover == "SANCTION"
    assert read("Norway refused to accept the plan.").statements[0].act == "reject"
    assert read("Mira Colt said that Norway did not refuse the plan.").statements[0].act != "accuse"


def test_other_members_stay() -> None:
    """Nothing but act, kind, deed, parties and negation is touched, and no statement is lost."""
    record = read("Mira Colt said that Norway refused the plan. It rained.")
    assert len(record.statements) == 2
    first = record.statements[0]
    assert first.said == "Norway refused the plan"
    assert replace(first, act="state").id == first.id


def test_every_rule_is_tested_and_says_what_it_is_for() -> None:
    """No rule without a case; each has a sentence of its own."""
    assert set(CHANGES) == set(RULES)
    assert all(inspect.getdoc(rule) for rule in RULES.values())


@pytest.mark.parametrize(
    "text",
    [
        "The toll lane is free.",
        "Mira Colt said the soup was fine.",
        "Ann Lee told the crew that the road was clear of snow.",
    ],
)
def test_an_adjective_is_no_deed(text: str) -> None:
    """A word that is a verb elsewhere tells nothing behind "be"."""
    assert [s.plover for s in read(text).statements] == [None]


@pytest.mark.parametrize(
    ("text", "party", "target"),
    [
        ("Peru was accused by Norway of poaching.", "Norway", "Peru"),
        ("Norway was urged by Peru to leave.", "Peru", "Norway"),
        ("Norway urged Peru to share the catch.", "Norway", "Peru"),
        ("Norway's neighbour, Sweden, rejected the quota.", "Sweden", None),
    ],
)
def test_who_does_it_to_whom(text: str, party: str, target: str | None) -> None:
    """The passive, a charge, a request and an apposition: whoever does it, and the one it is done to."""
    (statement,) = read(text).statements
    assert (statement.party, statement.target) == (party, target)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Norway denied sinking the trawler.", "sinking the trawler"),
        ("The union rejected claims that it had sold the mill.", "it had sold the mill"),
        ("Peru dismissed reports that it had signed the pact.", "it had signed the pact"),
    ],
)
def test_a_denial_in_other_words(text: str, said: str) -> None:
    """A form in -ing, and claims that are rejected: what is said is denied."""
    (statement,) = read(text).statements
    assert (statement.said, statement.negated) == (said, True)
