"""The definitions of the graph model, word for word and on sets of states: slow, and written apart from the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, combinations, product

State = int
Moves = Callable[[int, int], set[int]]


class Oracle:
    """A conflict as plain Python: moves by brute force over patterns, preferences as numbers, higher is better."""

    def __init__(
        self,
        owners: list[int],
        directions: list[str],
        patterns: list[int],
        group: dict[int, int],
        worth: list[dict[int, int]],
    ) -> None:
        self.owners, self.directions, self.patterns, self.group, self.worth = owners, directions, patterns, group, worth
        self.makers = range(len(worth))
        self.states = sorted(set(group.values()))
        self._legal: dict[tuple[tuple[int, ...], State, Moves], set[State]] = {}
        self._moves = {(i, s): self._find(i, s) for i in self.makers for s in self.states}

    def _find(self, i: int, s: State) -> set[State]:
        found = {
            self.group[q] for p in self.patterns if self.group[p] == s for q in self.patterns if self.may_move(i, p, q)
        }
        return found - {s}

    def may_move(self, i: int, p: int, q: int) -> bool:
        for k, (owner, direction) in enumerate(zip(self.owners, self.directions, strict=True)):
            before, after = p >> k & 1, q >> k & 1
            if before == after:
                continue
            if owner != i or (direction == "to-yes" and before) or (direction == "to-no" and after):
                return False
        return True

    def moves(self, i: int, s: State) -> set[State]:
        return self._moves[i, s]

    def improvements(self, i: int, s: State) -> set[State]:
        return {q for q in self.moves(i, s) if self.worth[i][q] > self.worth[i][s]}

    def legal(self, movers: Iterable[int], s: State, moves: Moves) -> set[State]:
        """Everything that legal sequences of the movers reach from s: no mover twice in a row."""
        movers = tuple(movers)
        key = movers, s, moves
        if key not in self._legal:
            self._legal[key] = self._find_legal(movers, s, moves)
        return self._legal[key]

    def _find_legal(self, movers: tuple[int, ...], s: State, moves: Moves) -> set[State]:
        seen = {(q, j) for j in movers for q in moves(j, s)}
        todo = list(seen)
        while todo:
            q, last = todo.pop()
            for j in movers:
                for p in moves(j, q) if j != last else ():
                    if (p, j) not in seen:
                        seen.add((p, j))
                        todo.append((p, j))
        return {q for q, _ in seen}

    def others(self, i: int) -> list[int]:
        return [j for j in self.makers if j != i]

    def nash(self, i: int, s: State) -> bool:
        return not self.improvements(i, s)

    def gmr(self, i: int, s: State) -> bool:
        worth = self.worth[i]
        return all(
            any(worth[s2] <= worth[s] for s2 in self.legal(self.others(i), s1, self.moves))
            for s1 in self.improvements(i, s)
        )

    def smr(self, i: int, s: State) -> bool:
        worth = self.worth[i]
        return all(
            any(
                worth[s2] <= worth[s] and all(worth[s3] <= worth[s] for s3 in self.moves(i, s2))
                for s2 in self.legal(self.others(i), s1, self.moves)
            )
            for s1 in self.improvements(i, s)
        )

    def seq(self, i: int, s: State) -> bool:
        worth = self.worth[i]
        return all(
            any(worth[s2] <= worth[s] for s2 in self.legal(self.others(i), s1, self.improvements))
            for s1 in self.improvements(i, s)
        )

    def sim(self, i: int, s: State) -> bool:
        return all(self._sim_pattern(i, p) for p in self.patterns if self.group[p] == s)

    def _sim_pattern(self, i: int, p: int) -> bool:
        def better(j: int) -> list[int]:
            here = self.worth[j][self.group[p]]
            return [q for q in self.patterns if self.may_move(j, p, q) and self.worth[j][self.group[q]] > here]

        def own(j: int, q: int) -> int:
            return sum(1 << k for k, owner in enumerate(self.owners) if owner == j and q >> k & 1)

        level = self.worth[i][self.group[p]]
        choices = [[own(j, q) for q in [p, *better(j)]] for j in self.others(i)]
        for q in better(i):
            joints = (own(i, q) + sum(answer) for answer in product(*choices))
            if not any(joint in self.group and self.worth[i][self.group[joint]] <= level for joint in joints):
                return False
        return True

    # -- coalitions ---------------------------------------------------------------------------------------------------

    def coalition_improvements(self, h: tuple[int, ...], s: State) -> set[State]:
        return {q for q in self.legal(h, s, self.moves) if all(self.worth[i][q] > self.worth[i][s] for i in h)}

    def no_better(self, h: tuple[int, ...], q: State, s: State) -> bool:
        return any(self.worth[i][q] <= self.worth[i][s] for i in h)

    def coalition(self, concept: str, h: tuple[int, ...], s: State, variant: str = "2001") -> bool:
        rest = [j for j in self.makers if j not in h]

        def deters(s2: State) -> bool:
            mended = concept == "smr" and any(not self.no_better(h, s3, s) for s3 in self.legal(h, s2, self.moves))
            return self.no_better(h, s2, s) and not mended

        def answers(s1: State) -> set[State]:
            if concept == "nash":
                return set()
            if concept != "seq":
                return self.legal(rest, s1, self.moves)
            if variant == "2001":
                return self.legal(rest, s1, self.improvements)
            groups = list(chain.from_iterable(combinations(rest, n) for n in range(1, len(rest) + 1)))
            return self.legal(range(len(groups)), s1, lambda k, q: self.coalition_improvements(groups[k], q))

        return all(any(deters(s2) for s2 in answers(s1)) for s1 in self.coalition_improvements(h, s))
