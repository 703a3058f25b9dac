"""How far the sides are from each other, as accounts judge it."""

from __future__ import annotations

import pytest

from zopa.accounts.closeness import find_closeness

from .comparing import findings, items_of, told

NEAR = [
    "The two sides were very close, Norway said.",
    "Peru and Norway are close to a deal, an envoy said.",
    "“We are closer than we have ever been,” Lena Orr said.",
    "Lena Orr said a deal is very close.",
    "The parties had come close to a settlement.",
]
FAR = [
    "The positions of Norway and Peru remain far apart.",
    "A wide gap remains between Norway and Peru.",
    "The sides are not close to a deal, Norway said.",
    "Lena Orr told reporters that the deal was never close.",
    "Norway cited a clear gap between the two sides.",
    "We are still a considerable distance apart, Peru said.",
]
NEITHER = [
    "Norway failed to close the deal with Peru.",
    "A source close to the company spoke of the talks.",
    "The talks with Peru fell apart on Friday.",
    "Apart from Peru, all sides were content.",
    "Rumours that a deal was close were wrong.",
    "When we began, we were a mile apart, Norway said.",
    "The gap between Norway and Peru was closed.",
    "I hoped we could get close enough, Norway said.",
]


@pytest.mark.parametrize(("text", "kind"), [*((t, "near") for t in NEAR), *((t, "far") for t in FAR)])
def test_kind(text: str, kind: str) -> None:
    """Near or far, with the words of whoever says so."""
    assert [t.kind for t in find_closeness(items_of(text))] == [kind]


@pytest.mark.parametrize("text", NEITHER)
def test_no_judgement(text: str) -> None:
    """The verb, a source, a breakdown, what is rumoured, hoped or past."""
    assert not find_closeness(items_of(text))


def test_accounts_judge_alike() -> None:
    """Two accounts of the same sides."""
    (found,) = [f for f in findings(FAR[0], FAR[1]) if f.slot == "closeness"]
    assert (found.relation, found.about) == ("corroborated", "that the sides are far apart")


def test_accounts_judge_otherwise() -> None:
    """An opposed judgement, not a contradiction; none of an account that has both, on two matters."""
    near, far = "Peru and Norway are close to a deal, an envoy said.", "Norway and Peru remain far apart."
    assert ("opposed-judgement", "closeness") in told(near, far)
    assert ("opposed-judgement", "closeness") not in told(
        near, f"{far} But on pay Norway and Peru are close to a deal."
    )
