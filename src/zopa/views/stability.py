"""What would hold, told plainly: who could walk away, what they would gain, what deters them; concept names in the annex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.conflict import draw_conflict
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.solve.stability import Explanation, Route, StabilityResult

_CONCEPTS = {
    "nash": "Nash: nobody has anything better to move to",
    "gmr": "GMR: whatever one could gain, the others could undo, even against their own interest",
    "smr": "SMR: and no counter-move mends that",
    "seq": "SEQ: the others would undo it in their own interest",
    "sim": "SIM: the others, moving at once, would undo it",
}
_SHOWN = 12  # states that a table shows


def build_stability_sections(
    result: StabilityResult, names: Mapping[str, str], moves: Sequence[tuple[str, str, str]] = ()
) -> list[Section]:
    """The answer, the states that hold, why each party stays or could leave, how one gets there, and the annex.

    `moves` are (decision maker, from, to) of every move by which its maker gains; without them no graph is drawn.
    """
    holding = result.equilibria.get("seq", ())
    return [
        Section("holds", "What would hold", tuple(_answer(result, names))),
        _states(result),
        Section("graph", "Who gains by which move", chart=draw_conflict(result, moves, names) if moves else None),
        Section(
            "why",
            "Who could walk away, and what deters them",
            tuple(_reason(e, names) for e in _chosen(result, holding)),
        ),
        Section(
            "routes",
            "From where things stand",
            tuple(_route(route, names) for route in result.routes) or (_no_route(result),),
        ),
        _annex(result, names),
    ]


def first_sentence(result: StabilityResult, names: Mapping[str, str]) -> str:
    """One plain sentence: does where things stand hold, and what else would."""
    start = result.status_quo
    holding = result.equilibria.get("seq", ())
    leaving = sorted({names.get(e.decision_maker, e.decision_maker) for e in result.explanations
                      if e.state == start and e.verdict == "could-leave"})  # fmt: skip
    others = [state for state in holding if state != start]
    if start is None:
        told = "Where things stand is not written down"
    elif leaving:
        them = "it" if len(leaving) == 1 else "them"
        told = f"Where things stand ({start}) does not hold: {_listed(leaving)} could gain by moving, and nothing deters {them}"
    elif start in holding:
        told = f"Where things stand ({start}) holds: nobody gains by moving, or what they would gain is undone by the others"
    else:
        told = f"Where things stand ({start}) holds only as long as the others would answer a move against their own interest"
    if not others:
        return f"{told}; no other state of this model holds."
    shown = f"{_listed(others[:4])}{', …' if len(others) > 4 else ''}"
    return f"{told}; {len(others)} other state{'s' if len(others) > 1 else ''} would hold: {shown}."


def _answer(result: StabilityResult, names: Mapping[str, str]) -> Sequence[Line]:
    lines = [Line((Piece(first_sentence(result, names)),))]
    if unsure := sorted({state for states in result.cannot_tell.values() for state in states}):
        shown = f"{_listed(unsure[:6])}{', …' if len(unsure) > 6 else ''}"
        lines.append(
            Line(
                (
                    Piece(
                        f"Cannot tell: whether {shown} would hold turns on preferences that are not filed.",
                        tone="gap",
                    ),
                )
            )
        )
    lines.append(
        Line(
            (Piece(f"Options in the order of the letters, Y taken, N left: {', '.join(result.options)}.", tone="soft"),)
        )
    )
    return lines


def _states(result: StabilityResult) -> Section:
    """The states that hold under any concept, in option form as the literature prints it."""
    votes: dict[str, list[str]] = {}
    for concept, states in result.equilibria.items():
        for state in states:
            votes.setdefault(state, []).append(concept)
    start = result.status_quo
    chosen = sorted(votes, key=lambda s: (-len(votes[s]), s))[:_SHOWN]
    chosen = [*([start] if start and start not in chosen else []), *chosen]
    rows = tuple(
        (
            Line((Piece(option),)),
            tuple((Piece(state[n]),) for state in chosen),
        )
        for n, option in enumerate(result.options)
    )
    holds = (
        Line((Piece("Holds for all"),)),
        tuple((Piece("yes" if "seq" in votes.get(s, ()) else "no"),) for s in chosen),
    )
    heads = tuple(f"{state}{' (now)' if state == start else ''}" for state in chosen)
    if not chosen:
        return Section(
            "states", "States", (Line((Piece("No state holds for everybody under any concept.", tone="gap"),)),)
        )
    note = f"{len(votes)} of {result.counts['states']} states hold under some concept; concepts by name in the annex."
    return Section("states", "States that hold", table=Table(("Option", *heads), (*rows, holds)), note=note)


def _chosen(result: StabilityResult, holding: Sequence[str]) -> list[Explanation]:
    """Reasons for where things stand, then for what would hold."""
    wanted = [s for s in (result.status_quo, *holding) if s][:4]
    return [e for state in dict.fromkeys(wanted) for e in result.explanations if e.state == state]


def _reason(explanation: Explanation, names: Mapping[str, str]) -> Line:
    who = names.get(explanation.decision_maker, explanation.decision_maker)
    return Line(
        (Piece(f"{explanation.state}, {who}: ", tone="label"), Piece(explanation.text)), tag=explanation.verdict
    )


def _route(route: Route, names: Mapping[str, str]) -> Line:
    def way(steps: tuple[tuple[str, str], ...]) -> str:
        return ", then ".join(f"{names.get(who, who)} to {state}" for who, state in steps)

    if route.by_improvements:
        told = f"by steps that each pay for whoever takes them: {way(route.by_improvements)}"
        first = route.first_by_improvements
    elif route.by_moves:
        told = f"only by a step against somebody's own interest: {way(route.by_moves)}"
        first = route.first_by_moves
    else:
        return Line((Piece(f"{route.state}: ", tone="label"), Piece("cannot be reached from where things stand.")))
    must = f" {names.get(first[0], first[0])} must move first." if len(first) == 1 else ""
    return Line((Piece(f"{route.state}: ", tone="label"), Piece(f"{told}.{must}")))


def _no_route(result: StabilityResult) -> Line:
    told = (
        "No other state would hold, so there is nowhere to go."
        if result.status_quo
        else "Where things stand is not written down."
    )
    return Line((Piece(told, tone="gap"),))


def _annex(result: StabilityResult, names: Mapping[str, str]) -> Section:
    rows = tuple(
        (
            Line((Piece(_CONCEPTS.get(concept, concept)),)),
            (
                (Piece(str(result.counts[concept])),),
                (Piece(", ".join(states[:_SHOWN]) + (", …" if len(states) > _SHOWN else "") or "none"),),
                (
                    Piece(
                        "; ".join(
                            f"{names.get(m, m)} {result.stable_count[m][concept]}" for m in result.decision_makers
                        )
                    ),
                ),
            ),
        )
        for concept, states in result.equilibria.items()
    )
    table = Table(("Concept", "Equilibria", "Which", "Stable for each"), rows)
    return Section("concepts", "Annex: stability concepts", table=table, note=result.method)


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))
