"""GMCR+ files: in, out, old keys, and whatever can be wrong with them."""

from __future__ import annotations

import json
import random
from typing import Any

import numpy as np
import pytest

from zopa.exchange.gmcr import DIRECTIONS, PROBLEM_CODES, GmcrFile, parse_gmcr
from zopa.exchange.gmcr_print import print_gmcr
from zopa.model.conflict_build import build_conflict


def file() -> dict[str, Any]:
    """An invented conflict: the owners of options are interleaved, so that their order matters."""
    return {
        "program": "GMCR+",
        "version": "0.4.0",
        "options": [
            {"name": "Close the border", "permittedDirection": "both"},
            {"name": "Sign", "permittedDirection": "fwd"},
            {"name": "Leave the region", "permittedDirection": "back"},
        ],
        "decisionMakers": [
            {
                "name": "Velmar",
                "options": [0, 2],
                "preferences": [
                    [[1, "Y"]],
                    {"compound": True, "members": [[[0, "N"], [2, "N"]], [[0, "Y"]]]},
                ],
            },
            {"name": "Ostria", "options": [1], "preferences": [], "preferenceRanking": [3, [1, 2], 4, 5, 6]},
        ],
        "infeasibles": [[[0, "Y"], [2, "Y"]]],
        "coalitions": [0, 1],
        "coalitionsFull": [],
        "useManualPreferenceRanking": False,
    }


def parse(data: Any) -> GmcrFile:
    found, problems = parse_gmcr(json.dumps(data))
    assert found is not None, problems
    return found


def test_a_file() -> None:
    """Options keep their order, states ascend, statements and rankings become ranks, directions are respected."""
    found = parse(file())
    conflict = found.conflict
    assert [conflict.label(state) for state in range(conflict.n_states)] == ["NNN", "YNN", "NYN", "YYN", "NNY", "NYY"]
    assert [option.direction for option in conflict.options] == ["both", "to-yes", "to-no"]
    assert [option.owner for option in conflict.options] == [0, 1, 0]
    assert conflict.preferences[0].ranks.tolist() == [1, 1, 3, 3, 0, 2]
    assert conflict.preferences[1].ranks.tolist() == [3, 3, 4, 2, 1, 0]
    assert conflict.moves(0, 4).tolist() == [0, 1]
    assert conflict.moves(1, 2).tolist() == []
    assert found.coalitions == (("velmar",), ("ostria",))


def test_the_ranking_by_hand_counts_where_the_file_says_so() -> None:
    """Of statements and a ranking the file says which one counts."""
    data = file()
    data["decisionMakers"][1]["preferences"] = [[[0, "Y"]]]
    assert parse(data).conflict.preferences[1].ranks.tolist() == [0, 1, 0, 1, 0, 0]
    data["useManualPreferenceRanking"] = True
    assert parse(data).conflict.preferences[1].ranks.tolist() == [3, 3, 4, 2, 1, 0]


def test_old_keys() -> None:
    """The names of members in older versions mean the same."""
    data = file()
    data["useManualPreferenceVectors"] = data.pop("useManualPreferenceRanking")
    data["decisionMakers"][1]["preferenceVector"] = data["decisionMakers"][1].pop("preferenceRanking")
    for option in data["options"]:
        option["reversibility"] = option.pop("permittedDirection")
    old, new = parse(data).conflict, parse(file()).conflict
    assert old.options == new.options
    assert all((a.ranks == b.ranks).all() for a, b in zip(old.preferences, new.preferences, strict=True))


def test_payoffs() -> None:
    """Payoffs count where there is neither a statement nor a ranking; higher is better."""
    data = file()
    del data["decisionMakers"][1]["preferenceRanking"]
    data["decisionMakers"][1]["payoffs"] = [5, 5, 9, 1, 0, 0]
    assert parse(data).conflict.preferences[1].ranks.tolist() == [2, 2, 3, 1, 0, 0]


def test_names_become_identifiers() -> None:
    """Names may repeat, be empty of letters or be words of formulas; identifiers differ all the same."""
    data = file()
    for option, name in zip(data["options"], ["If", "If", "…"], strict=True):
        option["name"] = name
    data["decisionMakers"][0]["name"] = data["decisionMakers"][1]["name"] = "Infeasible"
    conflict = parse(data).conflict
    assert [option.id for option in conflict.options] == ["if-1", "if-1-2", "x"]
    assert [maker.id for maker in conflict.decision_makers] == ["infeasible-1", "infeasible-1-2"]
    assert conflict.n_states == 6


def test_round_trip() -> None:
    """What is written reads back as the same conflict, on random ones with merged states and a status quo."""
    for seed in range(60):
        dice = random.Random(seed)
        names = [f"o{k}" for k in range(5)]
        data: dict[str, Any] = {
            "x": {"options": {n: {"direction": dice.choice(["both", "to-yes", "to-no"])} for n in names[:3]}},
            "y": {"options": dict.fromkeys(names[3:]), "prefers": ["o0 if o3", "o4 iff o1", "!o2"]},
            "infeasible": dice.sample(["o0 & o1", "o2 & (o3 | o4)", "o4 iff o1"], dice.randint(0, 2)),
            "merged": dice.sample(["o1 | o2", "o3 & o4"], dice.randint(0, 1)),
        }
        data["x"]["prefers"] = dice.sample(["o3", "!o0 | o4", "o1 & !o2", "o2"], 3)
        conflict, _ = build_conflict(data)
        assert conflict is not None
        text, losses = print_gmcr(conflict)
        again = parse(json.loads(text)).conflict
        assert again.patterns.tolist() == conflict.patterns.tolist()
        assert again.state_of.tolist() == conflict.state_of.tolist()
        assert [o.direction for o in again.options] == [o.direction for o in conflict.options]
        assert all((a.ranks == b.ranks).all() for a, b in zip(again.preferences, conflict.preferences, strict=True))
        assert print_gmcr(again)[0] == text
        assert bool(losses) == conflict.merged
        by_hand = parse(json.loads(text) | {"useManualPreferenceRanking": True}).conflict
        assert [p.ranks.tolist() for p in by_hand.preferences] == [p.ranks.tolist() for p in conflict.preferences]


def test_infeasible_states_without_formulas() -> None:
    """A conflict whose infeasible states no formula says is written with every one of them."""
    conflict, _ = build_conflict({"x": {"options": {"a": None, "b": None}, "prefers": ["a"]}})
    assert conflict is not None
    part = type(conflict)(
        conflict.decision_makers, conflict.options, conflict.patterns[1:], np.arange(3, dtype=np.int32), conflict.states[1:],
        conflict.varies[1:], (type(conflict.preferences[0])(np.array([1, 0, 1], np.int32)),),
    )  # fmt: skip
    text, losses = print_gmcr(part)
    assert not losses
    assert json.loads(text)["infeasibles"] == [[[0, "N"], [1, "N"]]]
    assert parse(json.loads(text)).conflict.patterns.tolist() == [1, 2, 3]


def test_what_a_file_cannot_say() -> None:
    """Unknown, vague and empty statements, unknown pairs and merged states are told as losses."""
    data = {
        "x": {"options": {"a": None, "b": None}, "prefers": ["? a", "~ b", "a & !a"], "unknown": [["YNN", "NYN"]]},
        "merged": ["a & b"],
        "y": {"options": {"c": None}, "prefers": []},
    }
    conflict, _ = build_conflict(data)
    assert conflict is not None
    _, losses = print_gmcr(conflict)
    assert {problem.code for problem in losses} == {"gmcr-loses"}
    told = " ".join(problem.message for problem in losses)
    assert all(part in told for part in ("unknown", "vague", "decides nothing", "pairs", "merged"))


def test_status_quo_is_kept() -> None:
    """The start survives a round trip, unless it is a merged state, which no single pattern says."""
    data = {"x": {"options": {"a": None, "b": None}, "prefers": ["a"]}, "status-quo": {"a": "yes", "b": "no"}}
    conflict, _ = build_conflict(data)
    assert conflict is not None
    text, _ = print_gmcr(conflict)
    assert parse(json.loads(text)).conflict.status_quo == conflict.status_quo == 1
    merged, _ = build_conflict(data | {"merged": ["a"]})
    assert merged is not None
    assert "zopaStatusQuo" not in json.loads(print_gmcr(merged)[0])


def test_too_many_infeasible_states_without_formulas() -> None:
    """Thousands of infeasible combinations that no formula says are told as lost."""
    conflict, _ = build_conflict({"x": {"options": {f"o{k}": None for k in range(13)}, "prefers": []}})
    assert conflict is not None
    few = np.arange(3, dtype=np.int32)
    part = type(conflict)(
        conflict.decision_makers, conflict.options, conflict.patterns[:3], few, conflict.states[:3], conflict.varies[:3],
        (type(conflict.preferences[0])(few),),
    )  # fmt: skip
    text, losses = print_gmcr(part)
    assert json.loads(text)["infeasibles"] == []
    assert "8,189 infeasible combinations" in losses[0].message


def test_payoffs_must_be_numbers() -> None:
    """Payoffs that are no numbers are told."""
    data = file()
    del data["decisionMakers"][1]["preferenceRanking"]
    data["decisionMakers"][1]["payoffs"] = ["high"]
    found, problems = parse_gmcr(json.dumps(data))
    assert found is None
    assert "payoffs" in problems[0].message


def wrong(path: str, value: Any) -> dict[str, Any]:
    data = file()
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    part: Any = data
    for key in parents:
        part = part[key]
    part[last] = value
    return data


@pytest.mark.parametrize(
    ("data", "code", "part"),
    [
        ([], "gmcr-json", "an object"),
        (wrong("options", {}), "gmcr-shape", "options: a list"),
        (wrong("options", [4]), "gmcr-shape", "options.0"),
        (wrong("options.0.permittedDirection", "up"), "gmcr-shape", "permittedDirection"),
        (wrong("decisionMakers", None), "gmcr-shape", "decisionMakers"),
        (wrong("decisionMakers.0", "x"), "gmcr-shape", "decisionMakers.0"),
        (wrong("decisionMakers.0.options", [0, 9]), "gmcr-option", "decisionMakers.0.options.1"),
        (wrong("decisionMakers.1.options", [1, 0]), "option-without-owner", "belongs to Velmar"),
        (wrong("decisionMakers.0.options", [0]), "option-without-owner", "nobody controls"),
        (wrong("decisionMakers.0.preferences", [[[7, "Y"]]]), "gmcr-option", "preferences.0.0"),
        (wrong("decisionMakers.0.preferences", [[[0, "M"]]]), "gmcr-shape", "preferences.0.0"),
        (wrong("decisionMakers.0.preferences", [[]]), "gmcr-shape", "preferences.0"),
        (wrong("decisionMakers.0.preferences", [{"compound": True}]), "gmcr-shape", "members"),
        (wrong("decisionMakers.1.preferenceRanking", [1, 2]), "ranking-incomplete", "4 of 6"),
        (wrong("decisionMakers.1.preferenceRanking", [1, 2, 77]), "unknown-state", "77"),
        (wrong("infeasibles", [[[0, "Y"]], [[0, "N"]]]), "no-feasible-state", "no combination"),
        (wrong("coalitions", [[0, 5]]), "gmcr-shape", "coalitions.0"),
        (wrong("zopaStatusQuo", "Y"), "gmcr-shape", "zopaStatusQuo"),
        (wrong("zopaStatusQuo", "YNY"), "unknown-state", "YNY"),
    ],
)
def test_malformed(data: Any, code: str, part: str) -> None:
    """A malformed file is no conflict; the problem says what and where."""
    found, problems = parse_gmcr(json.dumps(data), "a.gmcr")
    assert found is None
    assert any(problem.code == code and part in problem.message for problem in problems), problems
    assert all(problem.file == "a.gmcr" for problem in problems)


def test_no_json() -> None:
    """Text that is not JSON is told with its line."""
    found, problems = parse_gmcr('{"options": [\n oops', "a.gmcr")
    assert found is None
    assert (problems[0].code, problems[0].line) == ("gmcr-json", 2)
    assert parse_gmcr("[" * 100_000)[0] is None


def test_misperceptions_are_told() -> None:
    """What is read over is said, and stops nothing."""
    found, problems = parse_gmcr(json.dumps(wrong("decisionMakers.0.misperceptions", [[[0, "Y"]]])))
    assert found is not None
    assert [(problem.severity, problem.code) for problem in problems] == [("warning", "gmcr-not-used")]


def test_any_damage_is_told_and_never_raises() -> None:
    """Files with a random part replaced by something else give a conflict or problems."""
    dice = random.Random(3)
    junk: list[Any] = [None, 3, -1, "Y", [], {}, [[]], [[0, "Y"]], {"compound": 1, "members": [1]}, 1.5, True, [None]]

    def damage(part: Any) -> Any:
        if dice.random() < 0.02:
            return dice.choice(junk)
        if isinstance(part, dict):
            return {key: damage(value) for key, value in part.items()}
        return [damage(value) for value in part] if isinstance(part, list) else part

    refused = 0
    for _ in range(2_000):
        found, problems = parse_gmcr(json.dumps(damage(file())))
        assert (found is None) == any(problem.severity == "error" for problem in problems)
        refused += found is None
    assert 200 < refused < 1_900


def test_tables() -> None:
    """Every direction and code is one of ours."""
    assert set(DIRECTIONS.values()) == {"both", "to-yes", "to-no"}
    assert all(text and not text.endswith(".") for text in PROBLEM_CODES.values())
