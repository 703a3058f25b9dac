"""Pairs that agree joined to groups around one of them, so that what many documents share is told once and no pair is lost."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StarNode:
    """One end of a pair: what it is, the number that copies of its document share, where it begins."""

    key: Hashable
    order: int
    start: int


@dataclass(frozen=True, slots=True)
class Edge(Generic[T]):
    """A pair with its strength and whatever it carries."""

    a: StarNode
    b: StarNode
    strength: float
    what: T


def find_stars(
    edges: Iterable[Edge[T]], fits: Callable[[StarNode, Edge[T], Edge[T]], bool] | None = None
) -> Iterator[list[Edge[T]]]:
    """Groups of edges that share one node, at most one for each other document; each edge lies between two nodes of a group.

    `fits` says whether a further edge at the node may stand beside the first of its group. Nodes with the most documents come first.
    """
    around: dict[StarNode, dict[StarNode, Edge[T]]] = defaultdict(dict)
    for edge in edges:
        around[edge.a][edge.b] = around[edge.b][edge.a] = edge
    done: set[frozenset[StarNode]] = set()
    for centre in sorted(around, key=lambda n: (-len({o.order for o in around[n]}), n.order, n.start)):
        chosen: dict[int, tuple[StarNode, Edge[T]]] = {}
        near = sorted(around[centre].items(), key=lambda p: (-p[1].strength, p[0].order, p[0].start))
        while left := [pair for pair in near if frozenset({centre, pair[0]}) not in done]:
            chosen = _choose(centre, left, fits)
            nodes = [centre, *(node for node, _ in chosen.values())]
            done |= {frozenset({x, y}) for x in nodes for y in nodes if x != y and y in around[x]}
            yield [edge for _, edge in chosen.values()]


def _choose(
    centre: StarNode, near: list[tuple[StarNode, Edge[T]]], fits: Callable[[StarNode, Edge[T], Edge[T]], bool] | None
) -> dict[int, tuple[StarNode, Edge[T]]]:
    chosen: dict[int, tuple[StarNode, Edge[T]]] = {}
    first = near[0][1]
    for node, edge in near:
        if node.order not in chosen and (fits is None or edge is first or fits(centre, first, edge)):
            chosen[node.order] = (node, edge)
    return chosen
