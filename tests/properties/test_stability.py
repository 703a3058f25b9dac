"""What is true of every conflict: inclusions, and that names and orders do not matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.solve.stability.oracle import Oracle

from zopa.model.conflict import Conflict, ConflictOption, DecisionMaker, Preference
from zopa.model.conflict_preferences import rank_scores
from zopa.solve.stability import CONCEPTS, build_graph, coalition_stable, find_stable, find_uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

DIRECTIONS = ["both", "to-yes", "to-no"]


def make(
    owners: Sequence[int], directions: Sequence[str], patterns: Sequence[int], worth: Sequence[Sequence[int]]
) -> Conflict:
    """A conflict without merged states; `worth` says for every decision maker how good each pattern is."""
    states = np.array(patterns, np.uint32)
    return Conflict(
        tuple(DecisionMaker(f"d{i}", f"D{i}") for i in range(len(worth))),
        tuple(ConflictOption(f"o{k}", f"O{k}", i, d) for k, (i, d) in enumerate(zip(owners, directions, strict=True))),  # type: ignore[arg-type]
        states,
        np.arange(len(states), dtype=np.int32),
        states,
        np.zeros(len(states), np.uint32),
        tuple(Preference(rank_scores(np.array(w, np.int64))) for w in worth),
    )


@st.composite
def parts(draw: st.DrawFn) -> tuple[list[int], list[str], list[int], list[list[int]]]:
    """Up to four decision makers and six options, any feasible patterns, any ranks."""
    makers = draw(st.integers(1, 4))
    owners = draw(st.lists(st.integers(0, makers - 1), min_size=1, max_size=6))
    directions = draw(st.lists(st.sampled_from(DIRECTIONS), min_size=len(owners), max_size=len(owners)))
    patterns = sorted(draw(st.sets(st.integers(0, (1 << len(owners)) - 1), min_size=1)))
    ranks = st.lists(st.integers(0, 5), min_size=len(patterns), max_size=len(patterns))
    return owners, directions, patterns, draw(st.lists(ranks, min_size=makers, max_size=makers))


@given(parts())
@settings(max_examples=200, deadline=None)
def test_inclusions(given_parts: tuple[list[int], list[str], list[int], list[list[int]]]) -> None:
    """Nash in SMR in GMR; Nash in SEQ in GMR; Nash in SIM."""
    found = find_stable(make(*given_parts)).by_concept
    for less, more in (("nash", "smr"), ("smr", "gmr"), ("nash", "seq"), ("seq", "gmr"), ("nash", "sim")):
        assert not (found[less] & ~found[more]).any()  # type: ignore[index]


@given(parts(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_names_and_orders_do_not_matter(
    given_parts: tuple[list[int], list[str], list[int], list[list[int]]], dice
) -> None:  # type: ignore[no-untyped-def]
    """Options in another order, decision makers in another order, Y and N exchanged: the same states are stable."""
    owners, directions, patterns, worth = given_parts
    order, people = list(range(len(owners))), list(range(len(worth)))
    dice.shuffle(order)
    dice.shuffle(people)
    flip = dice.randrange(1 << len(owners))

    def renamed(pattern: int) -> int:
        return sum(1 << to for to, k in enumerate(order) if (pattern ^ flip) >> k & 1)

    turned = {"both": "both", "to-yes": "to-no", "to-no": "to-yes"}
    new_directions = [turned[directions[k]] if flip >> k & 1 else directions[k] for k in order]
    new_patterns = sorted(renamed(pattern) for pattern in patterns)
    place = {renamed(pattern): at for at, pattern in enumerate(patterns)}
    new_worth = [[worth[i][place[pattern]] for pattern in new_patterns] for i in people]
    before = find_stable(make(*given_parts)).by_concept
    after = find_stable(
        make([people.index(owners[k]) for k in order], new_directions, new_patterns, new_worth)
    ).by_concept
    for concept in CONCEPTS:
        for new, old in enumerate(people):
            expected = [before[concept][old, place[pattern]] for pattern in new_patterns]
            assert after[concept][new].tolist() == expected


@given(parts())
@settings(max_examples=60, deadline=None)
def test_only_the_order_of_ranks_matters(given_parts: tuple[list[int], list[str], list[int], list[list[int]]]) -> None:
    """Ranks with gaps give the same answer as ranks without."""
    conflict = make(*given_parts)
    stretched = replace(
        conflict, preferences=tuple(replace(p, ranks=(p.ranks * 7 + 3).astype(np.int32)) for p in conflict.preferences)
    )
    first, second = find_stable(conflict).by_concept, find_stable(stretched).by_concept
    assert all(first[concept].tolist() == second[concept].tolist() for concept in CONCEPTS)


JOINT_ANSWER = (
    [0, 2, 3, 0], ["both"] * 4, [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11],
    [[0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0] * 11, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]],
)  # fmt: skip
"""From the last states the first may improve; d2 and d3 can take that back only together, by a move that is better for both in the end."""


def test_a_joint_answer_deters_where_single_ones_do_not() -> None:
    """By the definitions word for word: 2008 counts what d2 and d3 improve together, 2001 and the plain concept do not."""
    owners, directions, patterns, worth = JOINT_ANSWER
    graph = build_graph(make(*JOINT_ANSWER))
    place = {pattern: at for at, pattern in enumerate(patterns)}
    oracle = Oracle(owners, directions, patterns, place, [dict(enumerate(row)) for row in worth])
    states = range(len(patterns))
    for variant in ("2001", "2008"):
        found = coalition_stable(graph, (0,), "seq", variant)  # type: ignore[arg-type]
        assert found.tolist() == [oracle.coalition("seq", (0,), s, variant) for s in states]
        differs = [s for s in states if found[s] != oracle.seq(0, s)]
        assert differs == ([9, 10] if variant == "2008" else [])


@given(parts())
@settings(max_examples=60, deadline=None)
@example(JOINT_ANSWER)
def test_larger_views_agree(given_parts: tuple[list[int], list[str], list[int], list[list[int]]]) -> None:
    """A coalition of one is its member, unless others answer together; with nothing unknown all extensions are the plain concepts."""
    conflict = make(*given_parts)
    graph = build_graph(conflict)
    found = find_stable(conflict).by_concept
    for concept in ("nash", "gmr", "smr", "seq"):
        for variant in ("2001", "2008"):
            alone = coalition_stable(graph, (0,), concept, variant)  # type: ignore[arg-type]
            if (concept, variant) == ("seq", "2008") and len(given_parts[3]) > 2:
                assert not (found[concept][0] & ~alone).any()  # joint answers only deter more
            else:
                assert alone.tolist() == found[concept][0].tolist()  # type: ignore[index]
    for extension in find_uncertain(conflict).values():
        assert all(extension[concept].tolist() == found[concept].tolist() for concept in CONCEPTS)
