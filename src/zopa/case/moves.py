"""The small graph model in the case file: who can do what, who prefers what, what cannot be, where things stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import BeforeValidator, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from zopa.case.entry import Entry, EvidenceList, Several
from zopa.case.values import Truth, Words, parse_keys


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
        own = {
            key: items.pop(key)
            for key in ("infeasible", "merged", "status-quo", "title", "note", "private")
            if key in items
        }
        return {"movers": items, **own}

    @model_serializer(mode="wrap")
    def _spread(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = handler(self)
        return {**told.pop("movers", {}), **told}
