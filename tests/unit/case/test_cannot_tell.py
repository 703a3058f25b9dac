"""No deal is certain where nothing is known of a party that must agree; an issue alone has its whole weight."""

from __future__ import annotations

import pytest
from tests.unit.case.cases import case

from zopa.case.to_frame import to_frame
from zopa.solve.deals.exists import find_existence

HEAD = """\
title: Ferry
parties: {ada: {name: Ada, no-deal: 0}, ben: {name: Ben, no-deal: 0}%s}
issues:
  price: {options: [up, down]}
  route: {options: [east, west]}
positions:
"""


def answer(positions: str, parties: str = "") -> tuple[str, list[str]]:
    """The answer, and whose positions it turns on."""
    frame = to_frame(case(HEAD % parties + positions))
    found = find_existence(frame)
    return found.certain, [u.text for u in found.flips]


ADA = "  ada: {price: {prefers: up > down, salience: 50}, route: {prefers: east > west, salience: 50}}\n"


def test_a_party_of_whom_nothing_is_known() -> None:
    """Its silence is no consent: cannot tell, and what would have to be known is named."""
    told, turns = answer(ADA)
    assert told == "cannot tell"
    assert turns == ["what Ben wants on price", "what Ben wants on route"]


@pytest.mark.parametrize(
    "own", ["prefers: down > up, salience: 50", "values: {up: 0, down: 1}, salience: 50", "red-line: not up"]
)
def test_an_order_a_value_or_a_red_line_is_enough(own: str) -> None:
    assert answer(f"{ADA}  ben: {{price: {{{own}}}}}\n")[0] == "yes"


def test_two_that_speak_of_different_things() -> None:
    """Each has filed on an issue of its own: nothing is known of what either would take from the other."""
    told, _ = answer(
        "  ada: {price: {prefers: up > down, salience: 50}}\n  ben: {route: {prefers: east > west, salience: 50}}\n"
    )
    assert told == "cannot tell"


def test_a_party_that_need_not_agree_may_be_silent() -> None:
    both = ADA + ADA.replace("ada", "ben")
    assert answer(both, ", cal: {name: Cal, role: mediator}")[0] == "yes"
    assert answer(both, ", cal: {name: Cal, no-deal: 0}")[0] == "cannot tell"


def test_silence_opens_nothing_that_red_lines_bar() -> None:
    """An empty zone stays empty whatever a third party wants."""
    lines = "  ada: {price: {prefers: up > down, red-line: only up}}\n  ben: {price: {prefers: down > up, red-line: only down}}\n"
    assert answer(lines, ", cal: {name: Cal, no-deal: 0}")[0] == "no"


@pytest.mark.parametrize("least", ["", ", no-deal: 0.4"])
def test_the_only_issue_has_its_whole_weight(least: str) -> None:
    """No salience is written, and none could change anything."""
    text = f"""\
title: Kiosk
parties: {{ada: {{name: Ada{least}}}, ben: {{name: Ben{least}}}}}
issues: {{rent: {{options: [high, middle, low]}}}}
positions:
  ada: {{rent: {{values: {{high: 1, middle: 0.5, low: 0}}}}}}
  ben: {{rent: {{prefers: low > middle > high}}}}
"""
    found = find_existence(to_frame(case(text)))
    assert found.exists
    assert not [u for u in found.flips if u.kind == "salience"]
    if least:
        assert (found.certain, found.flips) == ("yes", ())


def test_of_two_issues_the_weights_still_matter() -> None:
    """What nobody has said of the balance between two issues can turn the answer."""
    text = """\
title: Kiosk
parties: {ada: {name: Ada, no-deal: 0.6}, ben: {name: Ben, no-deal: 0.6}}
issues: {rent: {options: [high, low]}, hours: {options: [long, short]}}
positions:
  ada: {rent: {prefers: high > low}, hours: {prefers: long > short, salience: 25}}
  ben: {rent: {prefers: low > high, salience: 75}, hours: {prefers: short > long, salience: 25}}
"""
    found = find_existence(to_frame(case(text)))
    assert found.certain == "cannot tell"
    assert "how much rent matters to Ada" in [u.text for u in found.flips]
