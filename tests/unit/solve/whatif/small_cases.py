"""Small vague cases for the tests, written by hand and drawn by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case import parse_case
from zopa.case.vague import to_vague

if TYPE_CHECKING:
    from zopa.model.vague import VagueCase

TEXT = """
title: Two sides
analyst: test
parties: {north: {no-deal: 0.3..0.7}, south: {}}
issues:
  land: {options: [keep, share, cede]}
  water: {options: [dam, none]}
positions:
  north:
    land: {prefers: keep > share > cede, salience: high, red-line: not cede}
    water: {prefers: dam > none, salience: 40}
  south:
    land: {prefers: cede > share > keep}
drafts:
  plan: {terms: {land: share}}
readings:
  patient: {title: North can wait, set: {parties.north.no-deal: better than plan}}
"""

CERTAIN = """
title: Nothing vague
analyst: test
parties: {north: {no-deal: 0.5}, south: {no-deal: 0.25}}
issues: {land: {options: [keep, cede]}, water: {options: [dam, none]}}
positions:
  north: {land: {prefers: keep > cede, salience: 60}, water: {prefers: dam > none, salience: 40}}
  south: {land: {prefers: cede > keep, salience: 50}, water: {prefers: none > dam, salience: 50}}
"""


def vague_case(text: str = TEXT, readings: tuple[str, ...] = ()) -> VagueCase:
    """A case with what is vague in it; every red line counts as stated."""
    loaded = parse_case(text, "case.yaml")
    assert not [problem for problem in loaded.problems if problem.severity == "error"], loaded.problems
    return to_vague(loaded.case, {}, stated=lambda _party, _issue: True, readings=readings)
