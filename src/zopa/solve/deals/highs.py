"""The one place that calls the solver HiGHS, through scipy (which has no types)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.quiet import quiet_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Row = tuple[dict[int, float], float, float]
"""Coefficients by column, lower and upper bound."""

TIME_LIMIT_S = 60.0
INFEASIBLE = 2  # proved
SOLVE_ERROR = 4  # HiGHS gives up, nearly always in its presolve: without it the same programme is solved


@dataclass(frozen=True, slots=True)
class Raw:
    """What the solver says: columns (None where it has none), the objective, a bound, and how it ended."""

    x: NDArray[np.float64] | None
    value: float
    bound: float
    optimal: bool
    infeasible: bool


def maximise(
    objective: NDArray[np.float64],
    rows: Sequence[Row],
    bounds: tuple[NDArray[np.float64], NDArray[np.float64]],
    whole: NDArray[np.float64],
    time_limit_s: float = TIME_LIMIT_S,
) -> Raw:
    """Maximise over columns within bounds (lower, upper), of which those with `whole` 1 are integers."""
    optimize: Any = import_module("scipy.optimize")  # slow to import, so not before it is needed
    sparse: Any = import_module("scipy.sparse")
    starts = np.cumsum([0, *(len(row) for row, _, _ in rows)]).astype(np.int32)
    columns = np.array([column for row, _, _ in rows for column in row], dtype=np.int32)
    values = np.array([value for row, _, _ in rows for value in row.values()], dtype=np.float64)
    matrix = sparse.csr_array((values, columns, starts), shape=(len(rows), len(objective)))
    limits = [lo for _, lo, _ in rows], [hi for _, _, hi in rows]
    limited = optimize.LinearConstraint(matrix, *limits) if rows else ()
    options = {"mip_rel_gap": 0.0, "time_limit": time_limit_s}
    with quiet_output():
        found = optimize.milp(
            -objective, integrality=whole, bounds=optimize.Bounds(*bounds), constraints=limited, options=options
        )
        if found.x is None and found.status == SOLVE_ERROR:
            found = optimize.milp(
                -objective, integrality=whole, bounds=optimize.Bounds(*bounds), constraints=limited,
                options=options | {"presolve": False},
            )  # fmt: skip
    if found.x is None:
        return Raw(None, 0.0, np.inf, optimal=False, infeasible=found.status == INFEASIBLE)
    bound = found.fun if found.mip_dual_bound is None else found.mip_dual_bound
    return Raw(np.asarray(found.x), -float(found.fun), -float(bound), found.status == 0, infeasible=False)
