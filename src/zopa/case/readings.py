"""Readings: the case as written is ``base``, always first; each other one sets some values of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.build import type_case
from zopa.case.checks import CheckFault
from zopa.case.plain import to_plain, with_value

if TYPE_CHECKING:
    from zopa.case.types import Case

BASE = "base"
PROBLEM_CODES = {"reading-set": "a reading sets what the case does not have, or to what it cannot be"}


def reading_ids(case: Case) -> tuple[str, ...]:
    """``base`` and the readings of the case, in its order."""
    return (BASE, *(name for name in case.readings if name != BASE))


def reading_title(case: Case, reading: str) -> str:
    """What a page calls a reading."""
    return case.readings[reading].title if reading in case.readings else "the case as written"


def apply_reading(case: Case, reading: str = BASE) -> Case:
    """The case under a reading; what the reading sets wrongly is left as it was (`check_readings` tells it).

    Raises:
        KeyError: the case has no such reading.
    """
    if reading == BASE and BASE not in case.readings:
        return case
    return _applied(case, reading)[0]


def check_readings(case: Case) -> list[CheckFault]:
    """What readings set that the case does not have, or to a value that it cannot take."""
    return [finding for reading in case.readings for finding in _applied(case, reading)[1]]


def _applied(case: Case, reading: str) -> tuple[Case, list[CheckFault]]:
    findings: list[CheckFault] = []
    changed = case
    for dotted, value in case.readings[reading].set.items():
        path = ("readings", reading, "set", dotted)
        try:
            plain = with_value(
                changed.model_dump(by_alias=True, exclude_defaults=True, mode="json"), dotted, to_plain(value)
            )
        except KeyError as error:
            message = f"Expected a path of the case such as parties.ID.no-deal, got {dotted!r}: {error.args[0]!r} leads nowhere."
            findings.append(
                CheckFault("error", "reading-set", path, message, "Correct the path; docs/case.md lists the keys.")
            )
            continue
        after, told = type_case(plain)
        wrong = [finding for finding in told if finding.severity == "error"]
        if wrong:
            message = f"Expected a value that fits {dotted}: {wrong[0].message}"
            findings.append(CheckFault("error", "reading-set", path, message, wrong[0].cure))
            continue
        if new := [k for k in (*after.parties, *after.issues) if k not in changed.parties and k not in changed.issues]:
            message = f"Expected a path to what the case holds, got {dotted!r}: the case has no {new[0]}."
            findings.append(
                CheckFault("error", "reading-set", path, message, "Correct the id; a reading adds no party or issue.")
            )
            continue
        changed = after
    return changed, findings
