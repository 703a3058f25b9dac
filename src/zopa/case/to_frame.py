"""A case under one reading as a `Frame`: what the solvers of deals compute on. Nothing that is only proposed comes through."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.case.numbers import middle, party_numbers
from zopa.case.readings import BASE, apply_reading
from zopa.model.frame import Frame, FrameCondition, FrameDraft, FrameLegal, FrameRedLine, Unknown, build_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zopa.case.types import Case, Condition

Terms = list[tuple[int, frozenset[int]]]


def to_frame(case: Case, reading: str = BASE, *, stated: Callable[[str, str], bool] | None = None) -> Frame:
    """The frame of a case.

    Args:
        case: as written.
        reading: ``base`` or one of the case's readings.
        stated: whether the red line of (party, issue) was stated by the party itself; none is unless this says so.

    Raises:
        KeyError: the case has no such reading.
    """
    case = apply_reading(case, reading)
    parties = [p for p, party in case.parties.items() if party.status == "confirmed"]
    issues = [i for i, issue in case.issues.items() if issue.status == "confirmed" and issue.options]
    options = [tuple(case.issues[i].options) for i in issues]
    numbers = {p: party_numbers(case, p) for p in parties}
    salience = [
        [middle(numbers[p].salience[i]) if i in numbers[p].salience else Fraction(0) for i in issues] for p in parties
    ]
    values = [
        [
            [middle(numbers[p].values[i][o]) if i in numbers[p].values else Fraction(0) for o in names]
            for i, names in zip(issues, options, strict=True)
        ]
        for p in parties
    ]
    no_deal = [middle(span) if (span := numbers[p].no_deal) else None for p in parties]
    return build_frame(
        parties, issues, options, salience, values, no_deal,
        veto=[case.parties[p].must_agree for p in parties],
        power=[Fraction(case.parties[p].power) for p in parties],
        red_lines=_red_lines(case, parties, issues, stated),
        legal=_legal(case, issues),
        conditions=[
            _condition(case, c, issues, n) for n, c in enumerate(case.conditions, 1) if c.status == "confirmed" and _known(c, issues)
        ],
        drafts=_drafts(case, issues),
        unknown=_unknown(case, parties, issues),
        tracks=[case.issues[i].track for i in issues],
        names=_names(case),
    )  # fmt: skip


def _red_lines(
    case: Case, parties: list[str], issues: list[str], stated: Callable[[str, str], bool] | None
) -> list[FrameRedLine]:
    lines: list[FrameRedLine] = []
    for p, party in enumerate(parties):
        for i, issue in enumerate(issues):
            position = case.position(party, issue)
            if position is None or position.red_line is None or position.status == "proposed":
                continue
            names = tuple(case.issues[issue].options)
            excluded = tuple(names.index(o) for o in position.red_line.excluded(names))
            if excluded:
                told = stated is not None and stated(party, issue)
                lines.append(FrameRedLine(f"{party}.{issue}", p, i, excluded, stated=told))
    return lines


def _legal(case: Case, issues: list[str]) -> list[FrameLegal]:
    laws: list[FrameLegal] = []
    for i, issue in enumerate(issues):
        names = tuple(case.issues[issue].options)
        for n, law in enumerate(case.issues[issue].legal, 1):
            barred = tuple(names.index(o) for o in law.option)
            laws.append(FrameLegal(f"{issue}.legal{n}", i, barred, law.needs, law.text, blocks=law.blocks))
    return laws


def _terms(case: Case, terms: Mapping[str, tuple[str, ...]] | None, issues: list[str]) -> Terms:
    return [
        (issues.index(issue), frozenset(tuple(case.issues[issue].options).index(o) for o in options))
        for issue, options in (terms or {}).items()
    ]


def _not(case: Case, terms: Terms, issues: list[str]) -> Terms:
    """Each term turned round: the issue takes none of the options."""
    return [(i, frozenset(range(len(case.issues[issues[i]].options))) - options) for i, options in terms]


def _known(condition: Condition, issues: list[str]) -> bool:
    """True where every issue that the condition ties is computed on."""
    groups = [condition.if_, condition.then, condition.forbid, condition.require]
    groups += list(condition.at_most.of) if condition.at_most else []
    return all(issue in issues for group in groups for issue in (group or {}))


def _condition(case: Case, condition: Condition, issues: list[str], number: int) -> FrameCondition:
    name = condition.id or f"condition{number}"
    if condition.at_most:
        literals = [term for terms in condition.at_most.of for term in _terms(case, terms, issues)]
        return FrameCondition(name, "at-most", condition.why, literals=tuple(literals), at_most=condition.at_most.count)
    if condition.forbid:
        clauses = (tuple(_not(case, _terms(case, condition.forbid, issues), issues)),)
        return FrameCondition(name, "forbid", condition.why, clauses=clauses)
    if condition.require:
        clauses = tuple((term,) for term in _terms(case, condition.require, issues))
        return FrameCondition(name, "require", condition.why, clauses=clauses)
    unless = _not(case, _terms(case, condition.if_, issues), issues)
    clauses = tuple((*unless, term) for term in _terms(case, condition.then, issues))
    return FrameCondition(name, "if-then", condition.why, clauses=clauses)


def _drafts(case: Case, issues: list[str]) -> list[FrameDraft]:
    drafts: list[FrameDraft] = []
    for name, draft in case.drafts.items():
        if draft.status == "confirmed":
            terms = dict(_terms(case, {i: o for i, o in draft.terms.items() if i in issues}, issues))
            drafts.append(FrameDraft(name, draft.name or name, tuple(terms.get(i) for i in range(len(issues)))))
    return drafts


def _unknown(case: Case, parties: list[str], issues: list[str]) -> list[Unknown]:
    """What nobody has said of the parties that must agree."""
    unknown: list[Unknown] = []
    for p, party in enumerate(parties):
        if not case.parties[party].must_agree:
            continue
        name = case.party_name(party)
        if case.parties[party].no_deal is None:
            unknown.append(Unknown("no-deal", p, None, f"what {name} would have without a deal"))
        for i, issue in enumerate(issues):
            position = case.position(party, issue)
            told = case.issue_name(issue)
            if position is None or position.status == "proposed" or not (position.prefers or position.values):
                unknown.append(Unknown("position", p, i, f"what {name} wants on {told}"))
            elif position.salience is None:
                unknown.append(Unknown("salience", p, i, f"how much {told} matters to {name}"))
    return unknown


def _names(case: Case) -> dict[str, str]:
    names = {p: case.party_name(p) for p in case.parties}
    names |= {i: case.issue_name(i) for i in case.issues}
    for i, issue in case.issues.items():
        names |= {f"{i}/{o}": case.option_name(i, o) for o in issue.options}
    return names
