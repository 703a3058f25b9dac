"""The words of the case file as frozen types: what a person writes is what the program holds.

Keys in the file have hyphens where attributes have underscores (``no-deal``, ``red-line``). A blank value is unknown: it counts
as not written. Every judgement (salience, value, no-deal value, power) is by `by` on `on`, and where they are blank by the
case's analyst on its as-of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from zopa.case.values import (
    AmountField,
    Day,
    NoDealField,
    Number,
    RankingField,
    RedLineField,
    SalienceField,
    Truth,
    Words,
    parse_keys,
    parse_several,
)

Several = Annotated[tuple[Words, ...], BeforeValidator(parse_several)]
Status = Literal["confirmed", "proposed"]
Role = Literal["negotiator", "mediator", "guarantor", "implementer", "spoiler", "affected"]
QuotationStatus = Literal["verbatim", "translated", "fragment", "paraphrase"]
_BLANK = {"", "~", "null"}


def _hyphened(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Entry(BaseModel):
    """What all entries share: frozen, no unknown keys, blank values left out; `_short` is the field that one scalar fills."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_hyphened, populate_by_name=True)
    _short = ""

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, value: Any) -> Any:
        if value is None or (isinstance(value, str) and value.strip() in _BLANK):
            return {}
        short = cast("Any", cls.__private_attributes__["_short"]).default
        if short and isinstance(value, (str, int, float)):
            return {short: value}
        if not isinstance(value, Mapping):
            return value
        items = cast("Mapping[Any, Any]", value).items()
        kept = {k: v for k, v in items if not (v is None or (isinstance(v, str) and v.strip() in _BLANK))}
        return cast("Any", kept)


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


class Evidence(Entry):
    """A quote of a source, found in it word for word, and what it is evidence for.

    `said_by` is a person or a party of the case, `reported_by` whoever passes it on; `credibility` is the Admiralty digit that
    a person gave (6 means it cannot be judged); `prefix` and `suffix` tell equal quotes apart and find them again.
    """

    source: Words
    quote: Words
    for_: Literal["position", "red-line", "salience", "no-deal", "interest", "opening", "denial"] = "position"
    said_by: Words = ""
    reported_by: Words = ""
    said: Day = ""
    status: QuotationStatus | None = None
    original: Words = ""
    language: Words = ""
    credibility: Annotated[int | None, BeforeValidator(lambda v: int(v) if str(v).strip() in "123456" else v)] = Field(
        None, ge=1, le=6
    )
    prefix: Words = ""
    suffix: Words = ""
    note: Words = ""


EvidenceList = tuple[Evidence, ...]


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
    interests: tuple[Interest, ...] = ()
    evidence: EvidenceList = ()
    by: Words = ""
    on: Day = ""
    note: Words = ""
    private: Words = ""
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
    private: Words = ""
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


class Meeting(Entry):
    """Who met whom, where, when, by whose mandate; who was absent or not consulted."""

    date: Day = ""
    place: Words = ""
    people: Several = ()
    parties: Several = ()
    mandate: Words = ""
    sent_by: Words = ""
    status: Literal["held", "cancelled", "refused", "reported", "planned"] = "held"
    absent: Several = ()
    not_consulted: Several = ()
    called_off_by: Words = ""
    duration: Words = ""
    track: Words = ""
    what: Words = ""
    evidence: EvidenceList = ()
    proposed: Truth = False


class Channel(Entry):
    """The standing link between parties, and the people who carry it."""

    parties: Several
    people: Several = ()
    what: Words = ""
    track: Words = ""
    since: Day = ""
    evidence: EvidenceList = ()
    proposed: Truth = False


class Gate(Entry):
    """X before Y, says Z: `before` must come first and opens `after`; `holder` is the party that can let it happen."""

    before: Words
    after: Words
    says: Several = ()
    disputed_by: Several = ()
    holder: Words = ""
    passed: Day = ""
    kind: Literal["precondition", "sequence", "ratification"] = "precondition"
    track: Words = ""
    evidence: EvidenceList = ()
    proposed: Truth = False


class CalendarEntry(Entry):
    """What is due when, and how sure that is."""

    date: Day
    what: Words
    status: Literal["fixed", "reported", "speculated"] = "reported"
    evidence: EvidenceList = ()
    proposed: Truth = False


class Process(Entry):
    """The negotiation about the negotiation."""

    meetings: tuple[Meeting, ...] = ()
    channels: tuple[Channel, ...] = ()
    gates: tuple[Gate, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    not_searched: Several = ()


class Move(Entry):
    """Something that a decision maker may do or not do in the graph model."""

    _short = "name"
    name: Words = ""
    direction: Literal["both", "to-yes", "to-no"] = "both"


class Mover(Entry):
    """A decision maker of the graph model: its options, and what it prefers.

    `prefers` are statements, most important first; `ranking` instead lists states, best first, ties as a list; `unknown` are pairs of
    states of which nobody knows which it prefers.
    """

    options: Annotated[Mapping[str, Move], BeforeValidator(parse_keys)] = Field(default_factory=dict[str, Move])
    prefers: Several = ()
    ranking: tuple[Several, ...] = ()
    unknown: tuple[Several, ...] = ()
    evidence: EvidenceList = ()
    note: Words = ""


class Moves(Entry):
    """A small graph model of the talks: who can do what, who prefers what, what cannot be, where things stand.

    In the file the decision makers stand beside ``infeasible``, ``merged`` and ``status-quo``, under their party's id.
    """

    movers: Mapping[str, Mover] = Field(default_factory=dict[str, Mover])
    infeasible: Several = ()
    merged: Several = ()
    status_quo: Mapping[str, Truth] = Field(default_factory=dict[str, bool])
    title: Words = ""
    note: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or "movers" in value:
            return cast("Any", value)
        items = dict(cast("Mapping[str, Any]", value))
        own = {key: items.pop(key) for key in ("infeasible", "merged", "status-quo", "title", "note") if key in items}
        return {"movers": items, **own}

    @model_serializer(mode="wrap")
    def _spread(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = handler(self)
        return {**told.pop("movers", {}), **told}


class Reading(Entry):
    """A named set of judgements where the evidence is disputed; `set` maps a dotted path of the case to a value."""

    title: Words
    set: Mapping[str, Any] = Field(default_factory=dict[str, Any])
    why: Words = ""
    by: Words = ""
    on: Day = ""
    evidence: EvidenceList = ()


class Case(Entry):
    """One negotiation: sources, parties, issues, positions, conditions, drafts, process, moves, readings."""

    title: Words = ""
    as_of: Day = ""
    analyst: Words = ""
    note: Words = ""
    private: Words = ""
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
