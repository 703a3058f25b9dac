"""The page about stability keeps in step with the code: its examples run, its limits and codes are the real ones."""

from __future__ import annotations

import re
from pathlib import Path

from ruamel.yaml import YAML

from zopa.exchange.gmcr import PROBLEM_CODES
from zopa.model.conflict import MAX_OPTIONS
from zopa.model.conflict_build import DIRECTIONS, build_conflict
from zopa.model.conflict_problems import CONFLICT_CODES
from zopa.model.conflict_states import MAX_STATES
from zopa.solve import stability
from zopa.solve.stability.coalitions import MAX_COALITION_STATES, MAX_UNIVERSAL_MAKERS
from zopa.solve.stability.counting import MAX_PROFILES, MAX_RELEVANT
from zopa.solve.stability.inverse import MAX_INVERSE_STATES
from zopa.solve.stability.moves import MAX_LISTED
from zopa.solve.stability.uncertain import MAX_UNCERTAIN_STATES

PAGE = (Path(__file__).parents[4] / "docs" / "stability.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    match = re.search(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert match
    return match[1]


def test_the_example_in_yaml() -> None:
    """It is a conflict without any problem."""
    conflict, problems = build_conflict(YAML(typ="safe").load(block("yaml")))
    assert conflict is not None
    assert problems == ()


def test_the_example_in_python() -> None:
    """It runs, and its own check holds."""
    exec(compile(block("python"), "docs/stability.md", "exec"), {})


def test_limits_and_codes() -> None:
    """Every limit, code, direction and call on the page is that of the code."""
    limits = [MAX_OPTIONS, MAX_STATES, MAX_COALITION_STATES, MAX_UNIVERSAL_MAKERS, MAX_UNCERTAIN_STATES, MAX_INVERSE_STATES,
              MAX_RELEVANT, MAX_PROFILES]  # fmt: skip
    told = PAGE.split("## Limits")[1].split("## Problems")[0]
    assert all(re.search(rf"\b{limit:,}\b", told) for limit in limits)
    assert f"{round(MAX_LISTED / 1e6)} million" in told
    codes = set(re.findall(r"^\| `([a-z-]+)` \|", PAGE.split("## Problems")[1], re.MULTILINE))
    assert codes == CONFLICT_CODES.keys() | PROBLEM_CODES.keys()
    assert all(f"`{direction}`" in PAGE for direction in DIRECTIONS)
    calls = set(re.findall(r"`(\w+_\w+)`", PAGE.split("## Further")[1].split("## From")[0]))
    assert calls
    assert all(hasattr(stability, call) for call in calls)
