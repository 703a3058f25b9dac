"""Write a conflict as a GMCR+ file, and tell what such a file cannot say; `gmcr` tells what stands where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.errors import Problem
from zopa.exchange.gmcr import DIRECTIONS
from zopa.model.formula import conjunctions

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict, Preference
    from zopa.model.formula import Formula

_EVERYTHING = 4096
"""Infeasible combinations that are written one by one where no formula says them shorter."""


def print_gmcr(conflict: Conflict, version: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The conflict as a GMCR+ file, and what such a file cannot say.

    Args:
        conflict: as built.
        version: written as the version of the program that made the file.
    """
    losses: list[str] = []
    ways = {ours: theirs for theirs, ours in DIRECTIONS.items()}
    label = None if conflict.status_quo is None else conflict.label(conflict.status_quo)
    data: dict[str, Any] = {
        "program": "zopa",
        "version": version,
        "options": [{"name": o.name, "permittedDirection": ways[o.direction]} for o in conflict.options],
        "decisionMakers": [_print_maker(conflict, number, losses) for number in range(len(conflict.decision_makers))],
        "infeasibles": _print_infeasible(conflict, losses),
        "coalitions": list(range(len(conflict.decision_makers))),
        "useManualPreferenceRanking": not all(_is_said(preference) for preference in conflict.preferences),
    }
    if conflict.merged:
        losses.append("merged states stand in it one by one; zopaMerged is read by zopa only.")
        data["zopaMerged"] = [told for formula in conflict.merging if (told := _print_statement(formula))]
    if label is not None and "-" not in label:
        data["zopaStatusQuo"] = label
    cure = "Keep the case file: it says all of it."
    told = tuple(Problem("warning", "", None, "gmcr-loses", message, cure) for message in losses)
    return _lay_out(data), told


def _lay_out(data: dict[str, Any]) -> str:
    """JSON with a line for every option and decision maker, so that people can read and compare it."""
    members: list[str] = []
    for key, value in data.items():
        text = json.dumps(value, ensure_ascii=False)
        if key in ("options", "decisionMakers"):
            text = "[\n" + ",\n".join(f"  {json.dumps(part, ensure_ascii=False)}" for part in value) + "\n ]"
        members.append(f" {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(members) + "\n}\n"


def _print_maker(conflict: Conflict, number: int, losses: list[str]) -> dict[str, Any]:
    name, preference = conflict.decision_makers[number].name, conflict.preferences[number]
    statements: list[Any] = []
    for statement in preference.statements:
        if statement.kind != "known":
            losses.append(f"{name}: that {statement.formula.text!r} is {statement.kind}.")
        told = _print_statement(statement.formula) if statement.kind != "unknown" else None
        if told is None and statement.kind != "unknown":
            losses.append(f"{name}: {statement.formula.text!r}, which decides nothing or has too many alternatives.")
        statements += [told] if told else []
    if preference.unknown_pairs is not None:
        losses.append(f"{name}: pairs of states whose comparison is unknown.")
    return {
        "name": name,
        "options": [bit for bit, option in enumerate(conflict.options) if option.owner == number],
        "preferences": statements,
        "preferenceRanking": _print_ranking(conflict, preference),
        "payoffs": [int(rank) for rank in preference.ranks[conflict.state_of]],
    }


def _is_said(preference: Preference) -> bool:
    """Whether the statements that are written give the ranks by themselves."""
    if preference.unknown_pairs is not None or not preference.statements:
        return not preference.ranks.any()
    return all(statement.kind == "known" and _print_statement(statement.formula) for statement in preference.statements)


def _print_ranking(conflict: Conflict, preference: Preference) -> list[Any]:
    ranks = preference.ranks[conflict.state_of]
    tiers = [[int(place) + 1 for place in np.flatnonzero(ranks == rank)] for rank in np.unique(ranks)[::-1]]
    return [tier[0] if len(tier) == 1 else tier for tier in tiers]


def _print_statement(formula: Formula) -> Any | None:
    """A condition, or a compound of several; None where it is always or never true, or would be far too long."""
    terms = conjunctions(formula)
    if not terms or terms == ((),):
        return None
    told = [[[option, "Y" if taken else "N"] for option, taken in term] for term in terms]
    return told[0] if len(told) == 1 else {"compound": True, "members": told}


def _print_infeasible(conflict: Conflict, losses: list[str]) -> list[Any]:
    """The formulas that ruled patterns out, as conditions; without formulas every infeasible pattern by itself."""
    if conflict.infeasible:
        terms = [conjunctions(formula) for formula in conflict.infeasible]
        return [[[option, "Y" if taken else "N"] for option, taken in term] for found in terms for term in found or ()]
    bits = len(conflict.options)
    missing = (1 << bits) - len(conflict.patterns)
    if not missing:
        return []
    if missing > _EVERYTHING:
        losses.append(f"{missing:,} infeasible combinations, which no formula says.")
        return []
    feasible = {int(pattern) for pattern in conflict.patterns}
    every = (pattern for pattern in range(1 << bits) if pattern not in feasible) if bits <= 20 else ()
    return [[[bit, "Y" if pattern >> bit & 1 else "N"] for bit in range(bits)] for pattern in every]
