"""A statement: a passage in which somebody says something, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.statements.actors import Actor
    from zopa.statements.deed_types import Deed
    from zopa.text.types import DateRef, Figure, Mention, Oddity

Form = Literal["quotation", "reported", "own-voice"]
Status = Literal["verbatim", "translated", "fragment", "paraphrase"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it.

    Attributes:
        name: the resolved canonical name ("Yuri Ushakov", "Russia"), or the mention itself where nothing is known of it.
        start, end: the mention beside the cue (a pronoun or a title too).
        named_at: the passage of the antecedent when the mention itself does not name the speaker, else None.
        inferred: True when the name was carried over from another place (pronoun, title, neighbouring sentence).
        party: canonical name of the party that the speaker belongs to by the vocabulary, or None.
        anonymous: True for "officials", "sources", "media": somebody, but nobody in particular.
        parties: the sides of all who say it together; empty for one speaker.
    """

    name: str
    start: int
    end: int
    named_at: Passage | None = None
    inferred: bool = False
    party: str | None = None
    anonymous: bool = False
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage in which somebody says something.

    Attributes:
        id: unique in the set: document id, then the start and end of the content.
        within: id of the reported statement in which this quoted fragment stands, or None.
        form: quotation, reported speech, or the author's own voice.
        status: quotation status; None for reported speech and own voice.
        passage: the sentence or sentences in which it stands.
        content: exactly what is said, without quotation marks; several passages for a split quotation.
        speaker: who says it; None for the author's own voice and for quotations whose speaker the text does not tell.
        cue: the words that attribute it ("said", "according to"), or None.
        reported_by: attribution chain behind the speaker, nearest first ("Ushakov" said by "Russian state media").
        also_said_by: others to whom the same words are given ("state media and the envoy called it").
        act: one of the acts of `record.acts.OWN_ACT`, or state, assess, predict, propose, offer.
        plover: upper-case PLOVER kind, or None.
        deed: the words that tell it, or None.
        hedged: "reportedly", "allegedly", "may", conditional.
        negated: the deed or assertion is denied.
        prediction: told of the future.
        judgement: an assessment (evaluative), not a reported fact.
        party, target: canonical names of who does the deed and to whom, or None.
        subject: the party that the main clause is about, in the author's own voice.
        terms_of: the party whose plan's terms it tells ("their revisions include ...", items of a list of them), or None.
        issues: keys of the vocabulary's issues that the content touches.
        figures, dates, mentions: found within the passage's content.
        found_by: who found or corrected it: "rules", "person:NAME", "llm:MODEL", "spacy:PIPELINE"; several joined by "+".
    """

    id: str
    within: str | None
    form: Form
    status: Status | None
    passage: Passage
    content: tuple[Passage, ...]
    speaker: Speaker | None = None
    cue: Passage | None = None
    reported_by: tuple[str, ...] = ()
    also_said_by: tuple[str, ...] = ()
    act: str = "state"
    plover: str | None = None
    deed: Passage | None = None
    hedged: bool = False
    negated: bool = False
    prediction: bool = False
    judgement: bool = False
    party: str | None = None
    target: str | None = None
    subject: str | None = None
    terms_of: str | None = None
    issues: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateRef, ...] = ()
    mentions: tuple[Mention, ...] = ()
    found_by: str = "rules"

    @property
    def source(self) -> str:
        """Id of the document it stands in."""
        return self.passage.source

    @property
    def said(self) -> str:
        """The content as one string; the parts of a split quotation joined by " … "."""
        return " … ".join(part.text for part in self.content)


@dataclass(frozen=True, slots=True)
class ReportedMeeting:
    """Who met whom, as one passage tells it.

    Attributes:
        participants: canonical names, in order of mention.
        parties: the parties that they belong to, alphabetical.
        place: canonical or literal place name, or None.
        date: when, or None where the text does not say.
        status: "held", "cancelled", "refused", "reported", "planned".
        duration: a Figure in hours or minutes, or None.
        called_off_by: the party that called it off, where the text says who, else None.
        absent: names said to be absent.
        passage: the sentence.
        speaker: who says so, None for the author's own voice.
        hedged: told with a hedge.
        not_consulted: names said to be left out of it, or to be told only afterwards.
        sent_by: whoever is said elsewhere in the document to have sent somebody who takes part.
        what: "press conference", "phone call" and the like, where it is no meeting face to face.
    """

    participants: tuple[str, ...]
    parties: tuple[str, ...]
    place: str | None
    date: DateRef | None
    status: str
    duration: Figure | None
    absent: tuple[str, ...]
    passage: Passage
    speaker: Speaker | None
    hedged: bool
    called_off_by: str | None = None
    not_consulted: tuple[str, ...] = ()
    sent_by: str | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class ReportedGate:
    """X before Y, says Z.

    Attributes:
        before: what must come first (the words).
        after: what it opens (the words).
        says: canonical name of who says so, or None for the author's own voice.
        passage: the sentence.
        kind: "precondition", "sequence" or "condition".
    """

    before: Passage
    after: Passage
    says: str | None
    passage: Passage
    kind: str


@dataclass(frozen=True, slots=True)
class ToldStanding:
    """How one clause says that talks stand.

    Attributes:
        how: "settled", "failed", "stalemate" (a round ended without a pact), "stalled", "postponed", "no-agreement" (none so far) or
            "continuing".
        says: canonical name of who says so, or None for the author's own voice.
        date: the day that it is told of, or None.
        passage: the sentence.
        words: the clause.
        core: the shortest words that tell it.
        hedged: told with a hedge.
        kind: name of the row that found it.
    """

    how: str
    says: str | None
    date: DateRef | None
    passage: Passage
    words: Passage
    core: Passage
    hedged: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What somebody holds against somebody else.

    Attributes:
        charged, charged_side: whom it is held against, or whose offer or account it is, and the side; None where the text does not tell.
        says, says_side: canonical name of who complains, likewise.
        passage: the sentence.
        words: the clause.
        core: from the subject to the end of the complaint.
        at: where its predicate begins in the text.
        kind: name of the row that found it.
    """

    charged: str
    charged_side: str | None
    says: str
    says_side: str | None
    passage: Passage
    words: Passage
    core: Passage
    at: int
    kind: str


@dataclass(frozen=True, slots=True)
class StickingPoint:
    """What a text names as what the sides cannot agree on.

    Attributes:
        what: the words that tell it ("pay", "how to handle work rules").
        says: canonical name of who says so, or None for the author's own voice.
        passage: the sentence.
        core: the clause, from its subject to the end of what it names.
        kind: name of the row that found it.
    """

    what: Passage
    says: str | None
    passage: Passage
    core: Passage
    kind: str


@dataclass(frozen=True, slots=True)
class PlanTerm:
    """What a text tells to stand in an offer, a draft or a pact.

    Attributes:
        paper: the words that name it ("the five-year deal").
        owner: the side whose paper it is, as the text calls it, or None where it does not tell.
        what: the words that tell the term ("would raise wages by 3 percent").
        says: canonical name of who says so, or None for the author's own voice.
        passage: the sentence.
        kind: name of the row that found it.
    """

    paper: Passage
    owner: str | None
    what: Passage
    says: str | None
    passage: Passage
    kind: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything found in one document.

    `statements`, `meetings` and `gates` are in document order. `source` is the document's id. `rejected` are the statements
    that a person has rejected: they count for nothing, and stay to be seen. `as_read` is the record before corrections, None
    where there were none: corrections are always applied to that, never on top of each other. `deeds` are what the text tells of
    wanting and doing, `actors` who acts and speaks in it, `wholes` the (start, end) of clauses that can be quoted by themselves,
    `sentences` those of its sentences, `sticking_points` what it names as what divides the sides, `terms` what stands in the papers that it
    tells of.
    """

    source: str
    statements: tuple[Statement, ...]
    meetings: tuple[ReportedMeeting, ...] = ()
    gates: tuple[ReportedGate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    rejected: tuple[Statement, ...] = ()
    as_read: Record | None = None
    deeds: tuple[Deed, ...] = ()
    actors: tuple[Actor, ...] = ()
    wholes: tuple[tuple[int, int], ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    sticking_points: tuple[StickingPoint, ...] = ()
    standings: tuple[ToldStanding, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    terms: tuple[PlanTerm, ...] = ()
