"""What several documents about one thing say beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zopa.sources import Passage

Relation = Literal["corroborated", "contradicted", "opposed-judgement", "selective-quotation", "single-source"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the accounts agree on, dispute, or that only one of them says.

    Attributes:
        relation: one of the five relations.
        about: a short noun phrase: what it is about, in the texts' own words.
        why: one sentence: what decides it, naming the slot (figure, date, polarity, act, speaker, wording, authorship).
        passages: side by side, at least one for each account concerned, in the order of the documents given.
        originators: who the reports go back to, one for each passage in the same order; "unknown" is the default.
        weight: 0..1, how much hangs on it: rank only, never shown as a number.
        slot: the slot that decides it.
        issues: issue keys.
        statements: ids of the statements concerned, as `passages`.
        marked: the words inside `passages` that decide it (the figures, dates or verbs that agree or differ), which a
            renderer marks; may be empty.
        found_by: "rules", or "person:NAME" for a finding that a person added or changed.
        likely: 0..1, how likely sentences in words of their own tell one thing; 1 where a slot decides.
    """

    relation: Relation
    about: str
    why: str
    passages: tuple[Passage, ...]
    originators: tuple[str, ...]
    weight: float
    slot: str
    issues: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    marked: tuple[Passage, ...] = ()
    found_by: str = "rules"
    likely: float = 1.0
