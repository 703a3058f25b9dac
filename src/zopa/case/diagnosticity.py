"""Which evidence tells the readings of a case apart: what is filed, and no probability of anything.

Heuer (1999), Psychology of Intelligence Analysis, chapter 8: evidence that fits every hypothesis decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.case.checks import evidence_paths
from zopa.case.readings import BASE, reading_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.entry import Evidence
    from zopa.case.plain import Path
    from zopa.case.types import Case

Bearing = Literal["for", "set aside", "either way"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One piece of evidence and how it bears on each reading.

    Attributes:
        path: where in the case it stands first.
        item: the evidence.
        bearing: by reading: cited for it; the reading sets aside a value that rests on it; or it fits the reading as it fits others.
    """

    path: Path
    item: Evidence
    bearing: Mapping[str, Bearing]

    @property
    def tells(self) -> bool:
        """Whether it bears on the readings in different ways."""
        return len(set(self.bearing.values())) > 1


def build_diagnosticity(case: Case) -> tuple[Diagnostic, ...]:
    """The evidence that tells the readings apart, in the order of the file; one wording counts once. None without readings."""
    readings = reading_ids(case)
    if len(readings) < 2:
        return ()
    places: dict[tuple[str, str], list[tuple[Path, Evidence]]] = {}
    for path, item in evidence_paths(case):
        places.setdefault((item.source, item.quote), []).append((path, item))
    rows = (
        Diagnostic(found[0][0], found[0][1], {reading: _bearing(case, reading, found) for reading in readings})
        for found in places.values()
    )
    return tuple(row for row in rows if row.tells)


def _bearing(case: Case, reading: str, found: list[tuple[Path, Evidence]]) -> Bearing:
    if any(path[:2] == ("readings", reading) for path, _ in found):
        return "for"
    if reading != BASE and any(_sets(case, reading, path, item) for path, item in found):
        return "set aside"
    return "either way"


def _sets(case: Case, reading: str, path: Path, item: Evidence) -> bool:
    """Whether a reading gives another value to what a piece of evidence carries."""
    kinds = {"no-deal": "no-deal", "red-line": "red-line", "salience": "salience", "position": "prefers"}
    owner = path[: path.index("evidence")]
    target = ".".join(str(part) for part in (*owner, kinds.get(item.for_, "")))
    whole = ".".join(str(part) for part in owner)
    return any(dotted in {target, whole} for dotted in case.readings[reading].set)
