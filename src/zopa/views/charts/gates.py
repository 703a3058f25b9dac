"""What must come before what: each step a box, an arrow to what it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.types import Chart, Network, Node, Tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.views.timeline import GateRow, ProcessView

_KINDS = ("open", "order disputed", "passed")
MOST = 24
"""Gates that a drawing can hold; of more, the open ones first."""


def draw_gates(process: ProcessView) -> Chart | None:
    """Steps in columns, each right of what it waits for; None without a gate. Steps that wait for each other in a circle share columns."""
    gates = [*process.open_gates, *(gate for gate in process.gates if gate.passed)][:MOST]
    if not gates:
        return None
    column = _columns(gates)
    holders = {gate.before: gate.holder for gate in gates if gate.holder}
    ends = {gate.after for gate in gates} - {gate.before for gate in gates}
    nodes = tuple(
        Node(step, step, column[step], f"{holders[step]} holds it" if step in holders else "", strong=step in ends)
        for step in dict.fromkeys(step for gate in gates for step in (gate.before, gate.after))
    )
    ties = tuple(Tie(g.before, g.after, _kind(g), _told(g)) for g in gates)
    used = {tie.kind for tie in ties}
    drawing = Network(nodes, ties, tuple(k for k in _KINDS if k in used), "boxes")
    return Chart(drawing, _text(process, gates))


def _columns(gates: Sequence[GateRow]) -> dict[str, int]:
    """The longest chain of gates that leads to each step; a circle is cut after as many rounds as there are gates."""
    column = {step: 0 for gate in gates for step in (gate.before, gate.after)}
    for _ in gates:
        for gate in gates:
            if gate.before != gate.after:
                column[gate.after] = max(column[gate.after], min(column[gate.before] + 1, len(gates)))
    used = sorted(set(column.values()))
    return {step: used.index(place) for step, place in column.items()}


def _kind(gate: GateRow) -> str:
    return "passed" if gate.passed else "order disputed" if gate.disputed_by else "open"


def _told(gate: GateRow) -> str:
    says = f"says {', '.join(gate.says)}" if gate.says else "nobody is named as saying so"
    disputed = f"; order disputed by {', '.join(gate.disputed_by)}" if gate.disputed_by else ""
    passed = f"; passed on {gate.passed}" if gate.passed else ""
    return f"{gate.before} → {gate.after}: {says}{disputed}{passed}"


def _text(process: ProcessView, gates: Sequence[GateRow]) -> str:
    still = len(process.open_gates)
    told = f"{still} gate{'s' if still != 1 else ''} still to pass"
    disputed = sum(bool(gate.disputed_by) for gate in process.open_gates)
    told += f", the order of {disputed} disputed." if disputed else "."
    if process.circles:
        told += " Some wait for each other in a circle."
    left = len(process.gates) - len(gates)
    return f"{told} {left} more are listed below." if left else told
