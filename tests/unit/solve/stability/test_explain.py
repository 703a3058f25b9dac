"""Reasons: what is said of a state agrees with the concepts, and every step that is named can be made."""

from __future__ import annotations

from typing import Any

from tests.unit.solve.stability.conflicts import random_conflict

from zopa.model.conflict_build import build_conflict
from zopa.solve.stability import analyse, build_graph, explain, find_stable, narrate


def test_reasons_agree_with_the_concepts() -> None:
    """Deterred is SEQ, deterred at a price GMR without SEQ, could leave neither; the answer is legal and hurts."""
    verdicts: set[str] = set()
    for seed in range(200):
        conflict, oracle = random_conflict(seed, merged=seed % 3 == 0)
        graph = build_graph(conflict)
        stable = find_stable(conflict, ["nash", "gmr", "seq"]).by_concept
        for maker in oracle.makers:
            for state in oracle.states:
                reason = explain(conflict, graph, maker, state)
                verdicts.add(reason.verdict)
                calm = reason.verdict in ("cannot-move", "nothing-better")
                assert calm == stable["nash"][maker, state]
                assert (calm or reason.verdict == "deterred") == stable["seq"][maker, state]
                assert (reason.verdict != "could-leave") == stable["gmr"][maker, state]
                if reason.tempting is None:
                    continue
                assert reason.tempting in oracle.improvements(maker, state)
                here, last = reason.tempting, maker
                for move in reason.answer:
                    step = oracle.improvements if reason.verdict == "deterred" else oracle.moves
                    assert move.maker not in (maker, last)
                    assert move.state in step(move.maker, here)
                    here, last = move.state, move.maker
                if reason.answer:
                    assert oracle.worth[maker][here] <= oracle.worth[maker][state]
    assert verdicts == {"cannot-move", "nothing-better", "deterred", "deterred-at-a-price", "could-leave"}


def border() -> dict[str, Any]:
    """An invented dispute: Velmar may close the border, Ostria may cut the river."""
    return {
        "velmar": {"options": {"close": "close the border"}, "prefers": ["!cut", "close"]},
        "ostria": {"options": {"cut": "cut the river"}, "prefers": ["cut iff close"]},
        "status-quo": {"close": "no", "cut": "no"},
    }


def told(data: dict[str, Any], label: str, maker: int) -> str:
    conflict, _ = build_conflict(data, {"velmar": "Velmar", "ostria": "Ostria"})
    assert conflict is not None
    state = conflict.find_state(label)
    assert state is not None
    return narrate(conflict, explain(conflict, build_graph(conflict), maker, state))


def test_the_words_are_those_of_the_case() -> None:
    """Who could do what, what it would gain, and what deters it; no name of a concept."""
    assert told(border(), "NN", 0) == (
        "Velmar could choose “close the border”, gaining what it wants: “close the border”. But then Ostria could choose "
        "“cut the river”, which would leave Velmar no better off than now."
    )
    assert told(border(), "NN", 1) == "Ostria has nothing better to move to."
    assert told(border(), "NY", 0).endswith(
        "Nothing that the others can do would then leave it worse off than staying."
    )


def test_at_a_price() -> None:
    """An answer against the answerer's own interest is told as such."""
    data = border()
    data["ostria"]["prefers"] = ["!cut"]
    assert "Ostria could choose “cut the river”, against its own interest" in told(data, "NN", 0)


def test_what_is_not_known_is_said() -> None:
    """Where nobody has said whether a party would rather move, the reason says so."""
    data = border()
    data["ostria"]["prefers"] = ["? cut"]
    assert told(data, "NN", 1).endswith("Whether Ostria would rather choose “cut the river” is not known.")


def test_what_is_known_is_not_said_to_be_unknown() -> None:
    """An unknown preference that no move touches is not brought up."""
    data = border()
    data["ostria"]["prefers"] = ["!cut", "? close"]
    assert "not known" not in told(data, "NN", 1)
    data["velmar"]["prefers"] = ["? cut", "close"]
    assert "gaining what it wants: “close the border”" in told(data, "NN", 0)


def test_analysis_speaks_in_labels() -> None:
    """Everything that the JSON needs, with counts and ways."""
    conflict, _ = build_conflict(border())
    assert conflict is not None
    result = analyse(conflict)
    assert result.decision_makers == ("velmar", "ostria")
    assert result.options == ("close the border", "cut the river")
    assert result.states == ("NN", "YN", "NY", "YY")
    assert result.status_quo == "NN"
    assert result.stable["ostria"]["nash"] == ("NN", "YY")
    assert result.stable_count["ostria"]["nash"] == 2
    assert result.equilibria["nash"] == ("YY",)
    assert result.equilibria["seq"] == ("NN", "YY")
    assert result.counts == {"states": 4, "nash": 1, "gmr": 3, "smr": 2, "seq": 2, "sim": 1}
    assert [explanation.state for explanation in result.explanations][::2] == ["NN", "YY", "YN"]
    assert [route.state for route in result.routes] == ["YY", "YN"]
    assert result.routes[0].by_improvements == (("velmar", "YN"), ("ostria", "YY"))
    assert result.routes[0].first_by_improvements == ("velmar",)
    assert not result.truncated
    assert result.cannot_tell == dict.fromkeys(result.equilibria, ())


def test_lists_stop_and_counts_do_not() -> None:
    """With a limit lists are cut and say so."""
    conflict, _ = build_conflict(border())
    assert conflict is not None
    result = analyse(conflict, limit=1)
    assert result.truncated
    assert result.states == ("NN",)
    assert result.counts["states"] == 4


def test_what_depends_on_the_unknown_cannot_be_told() -> None:
    """A state that holds only if the unknown turns out one way is no equilibrium, but is named."""
    data = border()
    data["ostria"]["prefers"] = ["? cut"]
    conflict, _ = build_conflict(data)
    assert conflict is not None
    result = analyse(conflict)
    assert "YN" not in result.equilibria["nash"]
    assert "YN" in result.cannot_tell["nash"]
    assert not result.routes or result.status_quo == "NN"
