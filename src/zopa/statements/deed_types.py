"""What a deed is: who does what to whom, about what, how surely, in whose words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.text.types import DateRef, Figure


@dataclass(frozen=True, slots=True)
class Matter:
    """What a deed is about, in the text's own words.

    Attributes:
        text: the noun phrase without its article ("four-day week"), or the clause.
        head: lemma of its noun or verb.
        words: lemmas of its words that carry content, figures left out.
        passage: where it stands.
        figures: in it.
        clause: True where it is a clause ("to leave the corridor").
    """

    text: str
    head: str
    words: frozenset[str]
    passage: Passage
    figures: tuple[Figure, ...]
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody in a deed: name, side (None: the text does not tell), kind, and the words."""

    name: str
    side: str | None
    kind: str
    named: bool
    passage: Passage


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed as a text tells it.

    Attributes:
        predicate: lemma of what is done, with its particle.
        stance: what it does in a negotiation (see the table), "" for any other deed.
        doers: who does it.
        others: to whom, against whom, with whom.
        matters: what it is about; several where they are coordinated.
        nouns: lemmas of the heads of its subject and object, for what has no actor ("the talks").
        negated: it is told not to be so.
        sure: "told" (as done or being so), "future", "possible", "condition", or "wish".
        voice: "quoted", "reported" or "author".
        says: who says so, None for the author.
        says_side: the side of whoever says so.
        statement: id of the statement it stands in, "" for none.
        date: day it is told of, or None.
        place: words of the place, "" for none.
        manner: words behind "in", "without", "with" for deeds that end something ("a stalemate").
        passage: the sentence.
        words: the clause.
        hedged: told with a hedge.
        because: the words that give its cause, or None.
        at: where its predicate begins in the text.
        core: the words from the predicate to the end of its matter.
        depth: clauses above it in its sentence.
        link: how its clause is governed ("root", "ccomp", "relcl", "acl", ...).
        gist: subject, verb and what follows it at once: the shortest words that tell the deed.
        disowned: True where the clause above denies it ("a source denied that the talks failed"), whoever does so.
        across: True where whoever speaks tells it of "the other side", or of "them" in words that are quoted: never of their own side.
    """

    predicate: str
    stance: str
    doers: tuple[Doer, ...]
    others: tuple[Doer, ...]
    matters: tuple[Matter, ...]
    nouns: tuple[str, ...]
    negated: bool
    sure: str
    voice: str
    says: str | None
    says_side: str | None
    statement: str
    date: DateRef | None
    place: str
    manner: tuple[str, ...]
    passage: Passage
    words: Passage
    hedged: bool = False
    because: Passage | None = None
    at: int = 0
    depth: int = 0
    core: Passage = None  # type: ignore[assignment]
    link: str = "root"
    gist: Passage = None  # type: ignore[assignment]
    across: bool = False
    disowned: bool = False
