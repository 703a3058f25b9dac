"""Conflicts from plain data: what they become, and everything that can be wrong with the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from zopa.model.conflict_build import build_conflict
from zopa.model.conflict_problems import CONFLICT_CODES, ConflictProblem

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict


def talks() -> dict[str, Any]:
    """Two invented parties, three options, one combination that cannot be."""
    return {
        "velmar": {
            "options": {
                "press": {"name": "keep the blockade", "direction": "both"},
                "sign": {"name": "sign the treaty", "direction": "to-yes"},
            },
            "prefers": ["velmar.sign & !press", "!press"],
        },
        "ostria": {"options": {"sign": "sign the treaty"}, "ranking": ["NNY", ["NNN", "NYY"], ["YNN", "YNY", "NYN"]]},
        "infeasible": ["press & velmar.sign"],
        "status-quo": {"press": "yes", "velmar.sign": "no", "ostria.sign": "no"},
    }


def build(data: dict[str, Any]) -> Conflict:
    conflict, problems = build_conflict(data)
    assert conflict is not None, problems
    return conflict


def labels(conflict: Conflict) -> list[str]:
    return [conflict.label(state) for state in range(conflict.n_states)]


def test_states_and_ranks() -> None:
    """States ascend by bit pattern; statements and rankings become ranks from 0, higher is better."""
    conflict = build(talks())
    assert labels(conflict) == ["NNN", "YNN", "NYN", "NNY", "YNY", "NYY"]
    assert conflict.preferences[0].ranks.tolist() == [1, 0, 2, 1, 0, 2]
    assert conflict.preferences[1].ranks.tolist() == [1, 0, 0, 2, 0, 1]
    assert conflict.status_quo == 1
    assert conflict.find_state("NYY") == 5
    assert conflict.find_state("YYN") is None
    assert [m.name for m in build_conflict(talks(), {"velmar": "Velmar"})[0].decision_makers] == ["Velmar", "ostria"]  # type: ignore[union-attr]


def test_states_by_number() -> None:
    """A ranking may name states by number, from 1 in ascending order, as numbers or as texts."""
    data = talks()
    data["ostria"]["ranking"] = [4, ["1", 6], ["2", "YNY", 3]]
    assert build(data).preferences[1].ranks.tolist() == [1, 0, 0, 2, 0, 1]


def test_moves_respect_directions_and_feasibility() -> None:
    """A treaty once signed stays signed; nothing infeasible is reached."""
    conflict = build(talks())
    assert [labels(conflict)[q] for q in conflict.moves(0, 0)] == ["YNN", "NYN"]
    assert conflict.moves(0, 2).tolist() == []
    assert conflict.improvements(0, 1).tolist() == [2, 0]


def test_merged_states() -> None:
    """Merged patterns are one state, numbered by the lowest, with - where they differ; moves start from any of them."""
    data = talks()
    data["merged"] = ["velmar.sign"]
    data["ostria"] = {"options": {"sign": "sign the treaty"}, "prefers": ["velmar.sign"]}
    conflict = build(data)
    assert labels(conflict) == ["NNN", "YNN", "NY-", "NNY", "YNY"]
    assert conflict.find_state("NYY") == conflict.find_state("NY-") == 2
    assert conflict.moves(1, 2).tolist() == []
    assert conflict.moves(0, 3).tolist() == [2, 4]


def test_prioritising_is_exact_beyond_a_machine_word() -> None:
    """Of seventy statements the first outweighs all others together, and the last still decides between equals."""
    names = [f"o{k}" for k in range(7)]
    weaker = [f"{'!' if k % 2 else ''}{names[k % 6]} | {names[(k + 1) % 6]}" for k in range(68)]
    data: dict[str, Any] = {"x": {"options": dict.fromkeys(names), "prefers": ["o0", *weaker, "o6"]}}
    ranks = build(data).preferences[0].ranks
    scores = []
    for s in range(128):
        on = [s >> k & 1 == 1 for k in range(7)]
        truth = [on[0], *((on[k % 6] != bool(k % 2)) or on[(k + 1) % 6] for k in range(68)), on[6]]
        scores.append(sum(1 << 69 - at for at, value in enumerate(truth) if value))
    order = sorted(set(scores))
    assert ranks.tolist() == [order.index(score) for score in scores]


def test_unknown_is_not_indifferent() -> None:
    """Where the most important difference is an unknown statement, the comparison is unknown; more important ones decide."""
    data: dict[str, Any] = {"x": {"options": {"a": None, "b": None, "c": None}, "prefers": ["a", "? b", "c"]}}
    preference = build(data).preferences[0]
    states = np.arange(8)
    table = preference.compare(np.repeat(states, 8), np.tile(states, 8)).reshape(8, 8)
    for s in range(8):
        for q in range(8):
            if s & 1 != q & 1:
                assert table[s, q] == (1 if s & 1 else -1)
            elif s & 2 != q & 2:
                assert table[s, q] == 2
            else:
                assert table[s, q] == np.sign((s & 4) - (q & 4))


def test_unknown_pairs() -> None:
    """A pair declared unknown is unknown both ways, and nothing else is."""
    data: dict[str, Any] = {"x": {"options": {"a": None, "b": None}, "prefers": ["a", "b"], "unknown": [["YN", "NY"]]}}
    preference = build(data).preferences[0]
    assert preference.has_unknown
    assert preference.compare(np.array([1, 2, 3, 0]), np.array([2, 1, 0, 3])).tolist() == [2, 2, 1, -1]


def test_large_and_sparse() -> None:
    """Forty options of which only one can be taken at a time are 41 states."""
    names = [f"o{k}" for k in range(40)]
    data = {
        "x": {"options": dict.fromkeys(names), "prefers": []},
        "infeasible": [f"{a} & {b}" for at, a in enumerate(names) for b in names[:at]],
    }
    conflict = build(data)
    assert conflict.n_states == 41
    assert conflict.patterns.dtype == np.uint64
    assert conflict.label(40) == "N" * 39 + "Y"


def test_a_label_that_is_none() -> None:
    """What is no label of these options finds nothing."""
    conflict = build(talks())
    assert conflict.find_state("NN") is None
    assert conflict.find_state("NNX") is None


def test_statements_of_many_options_and_many_states() -> None:
    """Contradictions are looked for among up to twelve options; in a large conflict statements are not checked one by one."""
    names = [f"o{k}" for k in range(17)]
    long = " & ".join(names[:13])
    data: dict[str, Any] = {"x": {"options": dict.fromkeys(names), "prefers": [long, f"!({long})", "o1"]}}
    conflict, problems = build_conflict(data)
    assert conflict is not None
    assert problems == ()
    assert conflict.preferences[0].ranks[:4].tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize(
    "infeasible",
    [
        ["o0 & o1 & o2 & o3 & o4 & o5"],
        ["o0 & o1", "o2 & o3"],
    ],
)
def test_the_limit_counts_what_is_looked_at_on_the_way(infeasible: list[str]) -> None:
    """Formulas that leave too much are refused where that becomes clear; with a higher limit the same data are a conflict."""
    data = {"x": {"options": {f"o{k}": None for k in range(6)}, "prefers": []}, "infeasible": infeasible}
    conflict, problems = build_conflict(data, limit=20)
    assert conflict is None
    assert [problem.code for problem in problems] == ["too-many-states"]
    whole, _ = build_conflict(data, limit=64)
    assert whole is not None
    assert whole.n_states == (63 if len(infeasible) == 1 else 36)


def test_merging_what_is_nowhere() -> None:
    """A merging formula that holds nowhere merges nothing."""
    conflict = build(talks() | {"merged": ["press & velmar.sign"]})
    assert not conflict.merged


def change(path: str, value: Any) -> dict[str, Any]:
    """The talks with one part replaced; None takes it out."""
    data = talks()
    *parents, last = path.split(".")
    part = data
    for key in parents:
        part = part[key]
    if value is None:
        del part[last]
    else:
        part[last] = value
    return data


MANY = {f"o{k}": None for k in range(40)}
WRONG: list[tuple[dict[str, Any], str, tuple[str | int, ...]]] = [
    ({}, "no-decision-makers", ()),
    (change("velmar", "press"), "moves-shape", ("velmar",)),
    (change("velmar.options.press", 3), "moves-shape", ("velmar", "options", "press")),
    (change("velmar.options.press.direction", "up"), "option-direction", ("velmar", "options", "press", "direction")),
    (change("infeasible", ["press & pres"]), "unknown-option", ("infeasible", 0)),
    (change("infeasible", ["press &"]), "formula-syntax", ("infeasible", 0)),
    (change("infeasible", ["press & sign"]), "ambiguous-option", ("infeasible", 0)),
    (change("infeasible", [4]), "moves-shape", ("infeasible", 0)),
    (change("infeasible", 4), "moves-shape", ("infeasible",)),
    (change("infeasible", ["press", "!press"]), "no-feasible-state", ("infeasible",)),
    (change("velmar.prefers", None), "no-preference", ("velmar",)),
    (change("velmar.ranking", ["NNN"]), "no-preference", ("velmar",)),
    (change("velmar.prefers", ["press", "!press"]), "preference-contradicts", ("velmar", "prefers", 1)),
    (change("ostria.ranking", ["NNN", "NNN"]), "preference-contradicts", ("ostria", "ranking", 1)),
    (change("ostria.ranking", ["NNN"]), "ranking-incomplete", ("ostria", "ranking")),
    (change("ostria.ranking", ["YYN"]), "unknown-state", ("ostria", "ranking", 0)),
    (change("ostria.ranking", [99]), "unknown-state", ("ostria", "ranking", 0)),
    (change("ostria.unknown", [["NNN"]]), "moves-shape", ("ostria", "unknown", 0)),
    (change("ostria.unknown", [["NNN", "N--"]]), "unknown-state", ("ostria", "unknown", 0)),
    (change("status-quo", {"press": "yes"}), "status-quo-incomplete", ("status-quo",)),
    (change("status-quo", "yes"), "moves-shape", ("status-quo",)),
    (change("status-quo.press", "perhaps"), "moves-shape", ("status-quo", "press")),
    (
        {**talks(), "status-quo": {"press": "yes", "velmar.sign": "yes", "ostria.sign": "no"}},
        "unknown-state",
        ("status-quo",),
    ),
    ({"x": {"options": MANY, "prefers": []}}, "too-many-states", ("infeasible",)),
    ({"x": {"options": {f"o{k}": None for k in range(65)}, "prefers": []}}, "too-many-options", ()),
]


@pytest.mark.parametrize(("data", "code", "path"), WRONG)
def test_errors(data: dict[str, Any], code: str, path: tuple[str | int, ...]) -> None:
    """Each mistake gives no conflict, and a problem with its code, its path and a cure."""
    conflict, problems = build_conflict(data)
    assert conflict is None
    found = next(problem for problem in problems if problem.severity == "error")
    assert (found.code, found.path) == (code, path)
    assert found.message
    assert found.cure


@pytest.mark.parametrize(
    ("prefers", "code"),
    [
        (["press", "press"], "preference-decides-nothing"),
        (["press | !press"], "preference-decides-nothing"),
        (["velmar.sign & press"], "preference-decides-nothing"),
    ],
)
def test_warnings(prefers: list[str], code: str) -> None:
    """A statement that decides nothing is told and stops nothing."""
    conflict, problems = build_conflict(change("velmar.prefers", prefers))
    assert conflict is not None
    assert [(problem.severity, problem.code) for problem in problems] == [("warning", code)]


def test_a_merged_state_with_a_mixed_statement_is_told() -> None:
    """A statement that holds in a part of a merged state counts as in its lowest pattern, with a warning."""
    data = talks() | {"merged": ["velmar.sign"]}
    data["ostria"] = {"options": {"sign": "sign the treaty"}, "prefers": ["ostria.sign"]}
    conflict, problems = build_conflict(data)
    assert conflict is not None
    assert [problem.code for problem in problems] == ["merged-preference-differs"]
    assert conflict.preferences[1].ranks[conflict.find_state("NY-") or 0] == 0


def test_all_problems_at_once() -> None:
    """Mistakes in several places are told together."""
    data = change("velmar.prefers", ["pres", "velmar.sign &"])
    data["status-quo"] = {"press": "maybe"}
    _, problems = build_conflict(data)
    assert {problem.path[0] for problem in problems} == {"velmar", "status-quo"}
    assert len(problems) == 3


def test_codes_are_listed() -> None:
    """Every code that is used stands in the table of codes, and the other way round."""
    used = {code for _, code, _ in WRONG} | {"preference-decides-nothing", "merged-preference-differs"}
    assert used | {"option-without-owner"} == set(CONFLICT_CODES)  # that one comes from GMCR+ files
    assert all(re.fullmatch(r"[a-z-]+", code) for code in CONFLICT_CODES)


def test_as_problem() -> None:
    """With file and line a problem becomes one like all others; its path stands in front."""
    problem = ConflictProblem("error", ("x", "prefers", 2), "formula-syntax", "no.", "Yes.")
    assert str(problem.as_problem("case.yaml", 7)) == "case.yaml:7: error [formula-syntax]: x.prefers.2: no. Yes."
