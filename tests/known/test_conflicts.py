"""Conflicts of the literature, as shipped in examples/conflicts, with the results that the literature gives.

Only results that do not hang on an edition are held here; where a ranking is given in several variants, README.md of the
examples says which one is shipped.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zopa.exchange.gmcr import parse_gmcr
from zopa.model.conflict_build import build_conflict
from zopa.solve.stability import (
    CONCEPTS,
    Concept,
    analyse,
    build_graph,
    coalition_stable,
    find_stable,
    find_way,
    universally_stable,
)

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict

EXAMPLES = Path(__file__).parents[2] / "examples" / "conflicts"


def read(name: str) -> Conflict:
    file, problems = parse_gmcr((EXAMPLES / f"{name}.gmcr").read_text(encoding="utf-8"), name)
    assert file is not None
    assert not problems
    return file.conflict


def equilibria(name: str, concept: Concept) -> set[str]:
    conflict = read(name)
    found = find_stable(conflict, [concept]).equilibria(concept)
    return {conflict.label(state) for state in range(conflict.n_states) if found[state]}


def test_prisoners_dilemma() -> None:
    """Fraser and Hipel (1984), Conflict Analysis, chapter on 2 x 2 games: defection is the only Nash equilibrium, and
    cooperation is sequentially stable because the other would answer."""
    assert equilibria("prisoners-dilemma", "nash") == {"NN"}
    for concept in ("gmr", "smr", "seq"):
        assert equilibria("prisoners-dilemma", concept) == {"NN", "YY"}  # type: ignore[arg-type]


def test_chicken() -> None:
    """Rapoport and Guyer (1966), game 66: one swerves and the other does not; a crash is no equilibrium in any sense."""
    assert equilibria("chicken", "nash") == {"YN", "NY"}
    assert equilibria("chicken", "seq") == {"YN", "NY"}
    assert all("NN" not in equilibria("chicken", concept) for concept in CONCEPTS)


def test_cuban_missile_crisis() -> None:
    """Fraser and Hipel (1984), Conflict Analysis, chapter 1: the preference vectors, best first, in decimal states, are
    4 6 5 7 2 1 3 0 11 9 10 8 (US) and 0 4 6 2 5 1 7 3 11 9 10 8 (USSR); states 4 (missiles withdrawn) and 6 (blockade and
    missiles withdrawn) are the equilibria, both of them by sequential sanctions."""
    conflict = read("cuban")
    vectors = [[int(s) for s in (-p.ranks).argsort(kind="stable")] for p in conflict.preferences]
    assert vectors[0] == [4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8]
    assert vectors[1] == [0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8]
    assert equilibria("cuban", "seq") == {"NNYN", "NYYN"}
    assert equilibria("cuban", "nash") == set()


def test_cuban_missile_crisis_by_option_prioritising() -> None:
    """The two vectors come out of prioritised statements too, as later programs state them."""
    data = {
        "us": {
            "options": {"air": None, "block": None},
            "prefers": [
                "out", "!war", "!air & out", "!block & out", "air & war", "block & war",
                "(air | block) & !(out & war)", "!air & !out & !war",
            ],
        },
        "ussr": {
            "options": {"out": None, "war": None},
            "prefers": [
                "!war", "air | !war", "!air & !war", "!block & !war", "block iff out", "block & !out & !war",
            ],
        },
        "infeasible": ["out & war"],
    }  # fmt: skip
    conflict, _ = build_conflict(data)
    assert conflict is not None
    best = [[conflict.label(int(s)) for s in (-p.ranks).argsort(kind="stable")[:4]] for p in conflict.preferences]
    assert best[0] == ["NNYN", "NYYN", "YNYN", "YYYN"]
    assert best[1][0] == "NNNN"


ELMIRA = ["NYNNN", "YYNNN", "NNYNN", "YNYNN", "NYNNY", "YYNNY", "NNYNY", "YNYNY", "-NNY-"]
"""States 1 to 9 of the literature: modify, delay, accept, abandon, insist."""


def elmira(*numbers: int) -> set[str]:
    return {ELMIRA[number - 1] for number in numbers}


def test_elmira_states_and_rankings() -> None:
    """Hipel, Fang, Kilgour and Haight (1993), Environmental conflict resolution using the graph model, Proc. IEEE SMC 1:153-158;
    the ministry 7 3 4 8 5 1 2 6 9 and the local government 7 3 5 1 8 6 4 2 9, best first."""
    conflict = read("elmira")
    assert {conflict.label(state) for state in range(conflict.n_states)} == set(ELMIRA)
    ranked = [[conflict.label(int(s)) for s in (-p.ranks).argsort(kind="stable")] for p in conflict.preferences]
    assert ranked[0] == [ELMIRA[n - 1] for n in (7, 3, 4, 8, 5, 1, 2, 6, 9)]
    assert ranked[2] == [ELMIRA[n - 1] for n in (7, 3, 5, 1, 8, 6, 4, 2, 9)]


def test_elmira_equilibria() -> None:
    """The same: 5, 8 and 9 are equilibria in every sense; 1 and 4 only under GMR and SMR."""
    for concept in ("nash", "seq"):
        assert equilibria("elmira", concept) == elmira(5, 8, 9)  # type: ignore[arg-type]
    for concept in ("gmr", "smr"):
        assert equilibria("elmira", concept) == elmira(1, 4, 5, 8, 9)  # type: ignore[arg-type]


def test_elmira_coalition() -> None:
    """Kilgour, Hipel, Fang and Peng (2001), Group Decision and Negotiation 10:159-175: the ministry and Uniroyal together move
    from 5 to 8, which both prefer, so that 5 does not hold against coalitions while 8 and 9 do."""
    conflict = read("elmira")
    graph = build_graph(conflict)
    five = conflict.find_state(ELMIRA[4])
    assert not coalition_stable(graph, (0, 1), "nash")[five]
    found = universally_stable(graph, "nash")
    assert {conflict.label(state) for state in range(conflict.n_states) if found[state]} == elmira(8, 9)


def test_elmira_from_the_status_quo() -> None:
    """Li, Kilgour and Hipel (2005), status quo analysis: from 1 the local government alone improves, to 5; by improvements of
    single decision makers nothing leads on to 8 or 9."""
    conflict = read("elmira")
    start = conflict.find_state(ELMIRA[0])
    assert start == conflict.status_quo
    to = {n: find_way(conflict, start or 0, conflict.find_state(ELMIRA[n - 1]) or 0, improving=True) for n in (5, 8, 9)}
    assert [move.maker for move in to[5].moves or ()] == [2]
    assert to[8].moves is None
    assert to[9].moves is None


@pytest.mark.parametrize("name", ["chicken", "cuban", "elmira", "prisoners-dilemma"])
def test_every_example_is_explained(name: str) -> None:
    """Each shipped conflict gives reasons for its status quo in its own names."""
    result = analyse(read(name))
    assert result.explanations[0].state == result.status_quo
    assert all(explanation.text.endswith(".") for explanation in result.explanations)
