"""The words of the case file as frozen types: what a person writes is what the program holds.

Keys in the file have hyphens where attributes have underscores (``no-deal``, ``red-line``). A blank value is unknown: it counts
as not written. Every judgement (salience, value, no-deal value, power) is by `by` on `on`, and where they are blank by the
case's analyst on its as-of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import BeforeValidator, Field

from zopa.case.entry import Entry, EvidenceList, Several, Status
from zopa.case.moves import Moves
from zopa.case.process import Process
from zopa.case.values import (
    AmountField,
    Day,
    NoDealField,
    Number,
    PatienceField,
    RankingField,
    RedLineField,
    SalienceField,
    Truth,
    Words,
    parse_keys,
    parse_several,
)

Role = Literal["negotiator", "mediator", "guarantor", "implementer", "spoiler", "affected"]


class Source(Entry):
    """A document of the case. An originator is *unknown* until the text or a person names one; so is the grade."""

    file: Words
    publisher: Words = ""
    author: Words = ""
    title: Words = ""
    class_: Literal["official", "wire", "press", "leak", "analysis", ""] = ""
    grade: Literal["A", "B", "C", "D", "E", "F", ""] = ""
    graded_by: Words = ""
    published: Day = ""
    accessed: Day = ""
    language: Words = ""
    originator: Words = "unknown"
    leans: Words = ""
    url: Words = ""
    sha256: Words = ""
    note: Words = ""


class Person(Entry):
    """Somebody who speaks for a party, by `mandate` or not; `dissents` are issues on which they differ from its line."""

    _short = "office"
    office: Words = ""
    aliases: Several = ()
    mandate: Truth = True
    dissents: Several = ()
    note: Words = ""


class Interest(Entry):
    """Why a party wants what it wants."""

    _short = "what"
    what: Words
    evidence: EvidenceList = ()


class Party(Entry):
    """Who must agree (`veto`, the default for a negotiator) or matters in another role."""

    name: Words = ""
    aliases: Several = ()
    people: Annotated[Mapping[str, Person], BeforeValidator(parse_keys)] = Field(default_factory=dict[str, Person])
    role: Role = "negotiator"
    veto: Truth | None = None
    no_deal: NoDealField | None = None
    power: Number = Field(default=cast("Any", 1), ge=0, validate_default=True)
    patience: PatienceField | None = None
    deadline: Day = ""
    interests: tuple[Interest, ...] = ()
    evidence: EvidenceList = ()
    by: Words = ""
    on: Day = ""
    note: Words = ""
    status: Status = "confirmed"

    @property
    def must_agree(self) -> bool:
        """True where no deal stands without this party."""
        return self.role == "negotiator" if self.veto is None else self.veto


class Legal(Entry):
    """A constitution, treaty, law, parliament or referendum that options need; no way out relaxes it silently.

    `by` is the party that must act; `blocks` says that the act cannot be had, so that the options are barred.
    """

    option: Several
    needs: Words
    text: Words = ""
    by: Words = ""
    blocks: Truth = False
    evidence: EvidenceList = ()


class Option(Entry):
    """One possible answer to an issue."""

    _short = "name"
    name: Words = ""
    note: Words = ""


class Issue(Entry):
    """A question on the table with its possible answers; `scale` only where they lie on a line; `words` tell it in texts."""

    name: Words = ""
    track: Words = ""
    options: Annotated[Mapping[str, Option], BeforeValidator(parse_keys)] = Field(default_factory=dict[str, Option])
    scale: Mapping[str, Number] = Field(default_factory=dict[str, Any])
    legal: tuple[Legal, ...] = ()
    words: Several = ()
    note: Words = ""
    status: Status = "confirmed"


class Position(Entry):
    """What a party wants on an issue, apart from its opening, its justification and its interest (why).

    `stance` tells where it leans while the options are not written down yet; an order of options or a red line overrides it.
    """

    prefers: RankingField | None = None
    values: Mapping[str, AmountField] = Field(default_factory=dict[str, Any])
    others: Literal["worst"] | None = None
    red_line: RedLineField | None = None
    salience: SalienceField | None = None
    accepts: Several = ()
    opposes: Several = ()
    stance: Literal["supports", "accepts", "opposes", "open", ""] = ""
    opening: Words = ""
    justification: Words = ""
    interest: Words = ""
    evidence: EvidenceList = ()
    by: Words = ""
    on: Day = ""
    note: Words = ""
    status: Status = "confirmed"


Terms = Mapping[str, Several]


class AtMost(Entry):
    """A limit: at most `count` of the terms hold."""

    count: Annotated[int, BeforeValidator(lambda v: int(v) if str(v).strip().isdigit() else v)] = Field(ge=0)
    of: tuple[Terms, ...]


class Condition(Entry):
    """A logical tie between issues: if/then, forbid, require, or at most so many of some terms."""

    if_: Terms | None = None
    then: Terms | None = None
    forbid: Terms | None = None
    require: Terms | None = None
    at_most: AtMost | None = None
    why: Words = ""
    id: Words = ""
    evidence: EvidenceList = ()
    status: Status = "confirmed"


class Draft(Entry):
    """A version of the plan: an option for each issue that it settles, several (brackets) where it does not.

    `aligns` corrects the redline against an earlier draft: its id -> number there -> numbers here, or none.
    """

    name: Words = ""
    date: Day = ""
    by: Several = ()
    terms: Terms = Field(default_factory=dict[str, Any])
    text: Words = ""
    aligns: Mapping[str, Mapping[str, Words]] = Field(default_factory=dict[str, Any])
    evidence: EvidenceList = ()
    note: Words = ""
    status: Status = "confirmed"


class Reading(Entry):
    """A named set of judgements where the evidence is disputed; `set` maps a dotted path of the case to a value."""

    title: Words
    set: Mapping[str, Any] = Field(default_factory=dict[str, Any])
    why: Words = ""
    by: Words = ""
    on: Day = ""
    evidence: EvidenceList = ()


class Case(Entry):
    """One negotiation: sources, parties, issues, positions, conditions, drafts, process, moves, readings.

    `left_out` stands in a case that was shared: what it does without, so that a blank there is not read as *nobody has said*.
    """

    title: Words = ""
    as_of: Day = ""
    analyst: Words = ""
    note: Words = ""
    left_out: Annotated[tuple[Literal["no-deal", "private"], ...], BeforeValidator(parse_several)] = ()
    sources: Mapping[str, Source] = Field(default_factory=dict[str, Source])
    parties: Mapping[str, Party] = Field(default_factory=dict[str, Party])
    issues: Mapping[str, Issue] = Field(default_factory=dict[str, Issue])
    positions: Mapping[str, Mapping[str, Position]] = Field(default_factory=dict[str, Any])
    conditions: tuple[Condition, ...] = ()
    drafts: Mapping[str, Draft] = Field(default_factory=dict[str, Draft])
    process: Process = Field(default_factory=Process)
    moves: Moves = Field(default_factory=Moves)
    readings: Mapping[str, Reading] = Field(default_factory=dict[str, Reading])

    def position(self, party: str, issue: str) -> Position | None:
        """The position of a party on an issue, None where nothing is known of it."""
        return self.positions.get(party, {}).get(issue)

    def party_name(self, party: str) -> str:
        """What a page calls a party; the id itself where the case has no name for it."""
        return (self.parties[party].name or party) if party in self.parties else party

    def issue_name(self, issue: str) -> str:
        """What a page calls an issue."""
        return (self.issues[issue].name or issue) if issue in self.issues else issue

    def option_name(self, issue: str, option: str) -> str:
        """What a page calls an option."""
        known = self.issues[issue].options.get(option) if issue in self.issues else None
        return (known.name or option) if known else option
