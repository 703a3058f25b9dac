"""Readings: the case as written is ``base``, always first; each other one sets some values of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from zopa.case.build import type_case
from zopa.case.checks import CheckFault
from zopa.case.plain import to_plain, with_value

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def set_values(case: Case, values: Mapping[str, Any]) -> tuple[Case, list[CheckFault]]:
    """The case with other values at some dotted paths, and what could not be set; that is left as it was.

    A value changes what is computed and adds or takes away nothing that could be agreed: parties, issues, options and drafts stay,
    so that answers can be set beside each other.
    """
    changed, findings = case, list[CheckFault]()
    for dotted, value in values.items():
        after, message, cure = _with_value(changed, dotted, value)
        if after is None:
            findings.append(CheckFault("error", "reading-set", (dotted,), message, cure))
        else:
            changed = after
    return changed, findings


def _with_value(case: Case, dotted: str, value: Any) -> tuple[Case | None, str, str]:
    """The case with one other value, or None, why not, and the cure."""
    try:
        plain = with_value(case.model_dump(by_alias=True, exclude_defaults=True, mode="json"), dotted, to_plain(value))
    except KeyError as error:
        message = (
            f"Expected a path of the case such as parties.ID.no-deal, got {dotted!r}: {error.args[0]!r} leads nowhere."
        )
        return None, message, "Correct the path; docs/case.md lists the keys."
    after, told = type_case(plain)
    wrong = [finding for finding in told if finding.severity == "error"]
    if wrong:
        return None, f"Expected a value that fits {dotted}: {wrong[0].message}", wrong[0].cure
    before, now = _computed(case), _computed(after)
    if new := [part for part in now if part not in before]:
        message = f"Expected a path to what the case holds, got {dotted!r}: the case has no {new[0][-1]}."
        if any(part[-1] == new[0][-1] for part in _computed(case, confirmed=False)):
            message = f"Expected a reading to confirm nothing, but {dotted!r} does so for {new[0][-1]}."
        return (
            None,
            message,
            "Correct the id; a reading adds no party, issue, option, draft or source. Add it to the case itself.",
        )
    if gone := [part for part in before if part not in now]:
        message = f"Expected a reading to leave {gone[0][-1]} in the case, but {dotted!r} takes it out."
        cure = "A reading judges the same parties, issues, options and drafts otherwise: set positions, no-deal values, power or `veto`."
        return None, message, cure
    return after, "", ""


def _computed(case: Case, *, confirmed: bool = True) -> list[tuple[str, ...]]:
    """What solvers and pages set side by side under all readings, in order."""
    kinds = {"party": case.parties, "issue": case.issues, "draft": case.drafts}
    found = [
        (kind, name) for kind, entries in kinds.items() for name, entry in entries.items()
        if not confirmed or entry.status == "confirmed"
    ]  # fmt: skip
    found += [("option", i, o) for i, issue in case.issues.items() for o in issue.options]
    return [*found, *(("source", s) for s in case.sources), *(("reading", r) for r in case.readings)]


def _applied(case: Case, reading: str) -> tuple[Case, list[CheckFault]]:
    changed, findings = set_values(case, case.readings[reading].set)
    return changed, [replace(f, path=("readings", reading, "set", *f.path)) for f in findings]
