"""What must hold between the entries of a case: a list of functions, each of which tells all that it finds.

An error is left out of the case at `CheckFault.path` (or at `CheckFault.drop`), so that what remains refers only to what is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.case.entry import Evidence
    from zopa.case.types import Case, Position

Path = tuple[str | int, ...]
PROBLEM_CODES = {
    "case-id": "an id in the case file holds a space or a sign that has a meaning elsewhere",
    "case-reference": "the case file names a party, issue, option, draft or source that it does not hold",
    "case-ranking": "a ranking or a list of values leaves options out",
    "case-range": "a value lies outside the range that it is measured on",
    "case-twice": "the case file says one thing in two ways",
    "condition-shape": "a condition is not one of if/then, forbid, require, at-most",
    "red-line-everything": "a red line leaves no option of its issue",
    "issue-without-options": "an issue has no options, so nothing can be computed on it",
    "legal-no-actor": "a legal act is needed that no party of the case is said to perform",
    "gate-circle": "gates wait for each other in a circle",
}
_BAD_ID = re.compile(r"[\s.,;:=<>!&|()\[\]{}\"']")


@dataclass(frozen=True, slots=True)
class CheckFault:
    """A problem that still knows its path instead of its line; `drop` is what to leave out, where it is not the path."""

    severity: Literal["error", "warning", "note"]
    code: str
    path: Path
    message: str
    cure: str = "See docs/case.md for how it is written."
    drop: Path = ()


def check_case(case: Case) -> list[CheckFault]:
    """All that is wrong between the entries of a case, in the order of the file's parts."""
    return [finding for check in _CHECKS for finding in check(case)]


def evidence_paths(case: Case) -> Iterator[tuple[Path, Evidence]]:
    """Every piece of evidence in the case with its path, in the order of the file."""
    for party, entry in case.parties.items():
        yield from _listed(("parties", party), entry.evidence)
        for n, interest in enumerate(entry.interests):
            yield from _listed(("parties", party, "interests", n), interest.evidence)
    for issue, question in case.issues.items():
        for n, legal in enumerate(question.legal):
            yield from _listed(("issues", issue, "legal", n), legal.evidence)
    for party, issue, position in positions(case):
        yield from _listed(("positions", party, issue), position.evidence)
    for n, condition in enumerate(case.conditions):
        yield from _listed(("conditions", n), condition.evidence)
    for draft, version in case.drafts.items():
        yield from _listed(("drafts", draft), version.evidence)
    for name in ("meetings", "channels", "gates", "calendar", "time"):
        for n, entry in enumerate(getattr(case.process, name)):
            yield from _listed(("process", name, n), entry.evidence)
    for mover, moves in case.moves.movers.items():
        yield from _listed(("moves", mover), moves.evidence)
    for reading, judged in case.readings.items():
        yield from _listed(("readings", reading), judged.evidence)


def positions(case: Case) -> Iterator[tuple[str, str, Position]]:
    """(party, issue, position) in the order of the file."""
    for party, own in case.positions.items():
        for issue, position in own.items():
            yield party, issue, position


def _listed(path: Path, evidence: Iterable[Evidence]) -> Iterator[tuple[Path, Evidence]]:
    for n, item in enumerate(evidence):
        yield (*path, "evidence", n), item


def _unknown(what: str, name: str, known: Iterable[str], path: Path, drop: Path = ()) -> CheckFault:
    listed = list(known)
    near = get_close_matches(name, listed, 1, 0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    told = ", ".join(listed[:12]) + (", …" if len(listed) > 12 else "") if listed else "none is listed yet"
    return CheckFault(
        "error", "case-reference", path, f"Expected {what} of the case ({told}), got {name!r}.{hint}",
        f"Correct the name, or add the {what.rsplit(' ', maxsplit=1)[-1]} first.", drop,
    )  # fmt: skip


def _ids(case: Case) -> Iterator[CheckFault]:
    groups: list[tuple[Path, Iterable[str]]] = [
        (("parties",), case.parties), (("issues",), case.issues), (("drafts",), case.drafts), (("readings",), case.readings),
        (("sources",), case.sources), *((("issues", i, "options"), issue.options) for i, issue in case.issues.items()),
    ]  # fmt: skip
    for path, ids in groups:
        for name in ids:
            if not name or _BAD_ID.search(name):
                message = f"Expected an id of letters, digits, - and _, got {name!r}."
                yield CheckFault(
                    "error", "case-id", (*path, name), message, "Shorten it; the full name goes under `name:`."
                )


def _positions(case: Case) -> Iterator[CheckFault]:
    for party, own in case.positions.items():
        if party not in case.parties:
            yield _unknown("a party", party, case.parties, ("positions", party))
            continue
        for issue, position in own.items():
            path: Path = ("positions", party, issue)
            if issue not in case.issues:
                yield _unknown("an issue", issue, case.issues, path)
            else:
                yield from _position(position, tuple(case.issues[issue].options), path)


def _position(position: Position, options: tuple[str, ...], path: Path) -> Iterator[CheckFault]:
    named: list[tuple[str, Iterable[str]]] = [
        ("prefers", position.prefers.options if position.prefers else ()),
        ("values", position.values),
        ("red-line", position.red_line.options if position.red_line else ()),
        ("accepts", position.accepts),
        ("opposes", position.opposes),
    ]
    for key, chosen in named:
        for option in chosen:
            if option not in options:
                yield _unknown("an option", option, options, (*path, key), (*path, key))
        missing = [o for o in options if o not in set(chosen)]
        if key in {"prefers", "values"} and set(chosen) and missing and position.others is None:
            message = f"Expected every option of the issue in {key}, missing: {', '.join(missing)}."
            yield CheckFault("error", "case-ranking", (*path, key), message, "Add them, or write `others: worst`.")
    if position.prefers and position.values:
        message = "Expected `prefers` or `values`, got both."
        yield CheckFault("error", "case-twice", (*path, "values"), message, "Keep the one that you mean.")
    for option, amount in position.values.items():
        if not 0 <= amount.low <= amount.high <= 1:
            message = f"Expected a value from 0 to 1, got {amount}."
            cure = "Divide all values of the issue by the largest."
            yield CheckFault("error", "case-range", (*path, "values", option), message, cure, (*path, "values"))
    if position.red_line and options and len(position.red_line.excluded(options)) == len(options):
        message = "Expected a red line that leaves an option, got one that excludes all."
        yield CheckFault(
            "error", "red-line-everything", (*path, "red-line"), message, "Add the option that the party wants."
        )


def _terms(case: Case, terms: Mapping[str, tuple[str, ...]] | None, path: Path, drop: Path) -> Iterator[CheckFault]:
    for issue, options in (terms or {}).items():
        if issue not in case.issues:
            yield _unknown("an issue", issue, case.issues, (*path, issue), drop)
            continue
        for option in options:
            if option not in case.issues[issue].options:
                yield _unknown("an option", option, case.issues[issue].options, (*path, issue), drop)


def _issues(case: Case) -> Iterator[CheckFault]:
    for name, issue in case.issues.items():
        path: Path = ("issues", name)
        if not issue.options and issue.status == "confirmed":
            yield CheckFault("warning", "issue-without-options", path, f"Expected options for {name}, found none.",
                          "Add `options:`; until then the issue is left out of what is computed.")  # fmt: skip
        for option in issue.scale:
            if option not in issue.options:
                yield _unknown("an option", option, issue.options, (*path, "scale", option))
        for n, legal in enumerate(issue.legal):
            for option in legal.option:
                if option not in issue.options:
                    yield _unknown("an option", option, issue.options, (*path, "legal", n))
            if legal.by and legal.by not in case.parties:
                yield CheckFault("warning", "legal-no-actor", (*path, "legal", n), f"Nobody of the case is {legal.by}, who "
                              f"would have to act: {legal.needs}.", "Add who acts to `parties:` with their role.")  # fmt: skip


def _conditions(case: Case) -> Iterator[CheckFault]:
    for n, c in enumerate(case.conditions):
        path: Path = ("conditions", n)
        kinds = [
            k for k, v in (("if", c.if_), ("forbid", c.forbid), ("require", c.require), ("at-most", c.at_most)) if v
        ]
        if len(kinds) != 1 or (kinds == ["if"]) != bool(c.then):
            message = (
                f"Expected one of if/then, forbid, require or at-most, got {' and '.join(kinds) or 'none of them'}."
            )
            yield CheckFault("error", "condition-shape", path, message, "Write one condition to an entry.")
        for key, terms in (("if", c.if_), ("then", c.then), ("forbid", c.forbid), ("require", c.require)):
            yield from _terms(case, terms, (*path, key), path)
        for m, terms in enumerate(c.at_most.of if c.at_most else ()):
            if len(terms) != 1:
                message = f"Expected one issue in each entry of `of`, got {len(terms)}."
                yield CheckFault(
                    "error", "condition-shape", (*path, "at-most", "of", m), message, "Write one issue each.", path
                )
            yield from _terms(case, terms, (*path, "at-most", "of", m), path)


def _drafts(case: Case) -> Iterator[CheckFault]:
    for name, draft in case.drafts.items():
        for issue, options in draft.terms.items():
            path: Path = ("drafts", name, "terms", issue)
            yield from _terms(case, {issue: options}, path[:-1], path)
    for name, party in case.parties.items():
        if party.no_deal and party.no_deal.draft and party.no_deal.draft not in case.drafts:
            yield _unknown("a draft", party.no_deal.draft, case.drafts, ("parties", name, "no-deal"))


def _evidence(case: Case) -> Iterator[CheckFault]:
    for path, item in evidence_paths(case):
        if item.source not in case.sources:
            yield _unknown("a source", item.source, case.sources, (*path, "source"), path)


def _movers(case: Case) -> Iterator[CheckFault]:
    for name in case.moves.movers:
        if name not in case.parties:
            yield _unknown("a party", name, case.parties, ("moves", name))


def _time(case: Case) -> Iterator[CheckFault]:
    for n, claim in enumerate(case.process.time):
        for key, party in (("helps", claim.helps), ("hurts", claim.hurts)):
            if party and party not in case.parties:
                yield _unknown("a party", party, case.parties, ("process", "time", n, key), ("process", "time", n))


def _circles(case: Case) -> Iterator[CheckFault]:
    for circle in gate_circles(case):
        steps = " → ".join((*circle, circle[0]))
        yield CheckFault("warning", "gate-circle", ("process", "gates"), f"These wait for each other: {steps}.",
                      "If that is the dispute, it is a finding; else correct a gate.")  # fmt: skip


def gate_circles(case: Case) -> list[tuple[str, ...]]:
    """Steps that wait for each other, each circle once, from its alphabetically first step; disputed gates count too."""
    after: dict[str, list[str]] = {}
    for gate in case.process.gates:
        after.setdefault(gate.before.strip(), []).append(gate.after.strip())
    circles: set[tuple[str, ...]] = set()

    def walk(step: str, way: tuple[str, ...]) -> None:
        for following in after.get(step, ()):
            if following in way:
                circle = way[way.index(following) :]
                first = circle.index(min(circle))
                circles.add(circle[first:] + circle[:first])
            elif len(way) < _LONGEST_CIRCLE:
                walk(following, (*way, following))

    for step in after:
        walk(step, (step,))
    return sorted(circles)


_LONGEST_CIRCLE = 8  # a chain of more steps is not read as a circle by people, and the search stays short
_CHECKS = (_ids, _issues, _positions, _conditions, _drafts, _evidence, _movers, _time, _circles)
