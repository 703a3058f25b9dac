"""Invented accounts of talks on the river Saro, with records put together by hand.

A `Story` is a document; `say`, `meet` and `gate` add what a reader would find in it: what a test wants said, it says. Who acts and
what they do (deeds and actors) is read from the text itself. `material` sets stories beside each other.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.accounts import Comparison, Finding, compare_accounts
from zopa.sources import Document, Guess, Mark
from zopa.statements import Record, ReportedGate, ReportedMeeting, Speaker, Statement, read_record
from zopa.text import DateRef, Figure, IssueWords, Mention, Name, Oddity, Vocabulary
from zopa.views import Material

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Passage
    from zopa.statements.types import Form

DAY = "2031-03-12"


def _issue(key: str, label: str, words: str) -> IssueWords:
    return IssueWords(key, label, ((re.compile(rf"\b(?:{words})\b"),),))


VOCABULARY = Vocabulary(
    names=(
        Name("Velmar", "state", party="Velmar"),
        Name("Ostrana", "state", party="Ostrana"),
        Name("Karsk", "state", party="Karsk", bloc="River League"),
        Name("Tolmin", "state", party="Tolmin", bloc="River League"),
        Name("River League", "group", party="River League"),
        Name("River Court", "organisation", party="River Court"),
    ),
    issues=(
        _issue("water", "Water", "dam|river|water"),
        _issue("forces", "Forces", "army|soldiers|garrison"),
        _issue("territory", "Territory", "valley|border"),
        _issue("grain", "Grain", "grain"),
        _issue("gold", "Gold", "gold"),
        _issue("roads", "Roads", "roads"),
        _issue("voters", "Voters", "voters"),
        _issue("boats", "Boats", "boats"),
        _issue("process", "The talks themselves", "format|framework"),
    ),
    given_names=frozenset(),
)

ISSUES = {issue.key for issue in VOCABULARY.issues}


def person(name: str, party: str | None = None, *, anonymous: bool = False, inferred: bool = False) -> Speaker:
    """A speaker; where the mention stands matters to no view."""
    return Speaker(name, 0, 0, party=party, anonymous=anonymous, inferred=inferred)


class Story:
    """One document with what was found in it, in the order it was added."""

    def __init__(
        self, name: str, text: str, *, published: str | None = DAY, marks: Sequence[Mark] = (), **guesses: str
    ):
        given: dict[str, Any] = {key: Guess(value, "given") for key, value in guesses.items()}
        if published:
            given["published"] = Guess(published, "given")
        self.document = Document(name, f"{name}.txt", text, name * 8, "text", "utf-8", marks=tuple(marks), **given)
        self.statements: list[Statement] = []
        self.meetings: list[ReportedMeeting] = []
        self.gates: list[ReportedGate] = []
        self.mentions: list[Mention] = []
        self.oddities: list[Oddity] = []

    def find(self, words: str) -> Passage:
        """The first place of `words`."""
        start = self.document.text.index(words)
        return self.document.passage(start, start + len(words))

    def say(
        self, sentence: str, *content: str, speaker: Speaker | None = None, form: Form | None = None, **fields: Any
    ) -> Statement:
        """A statement in `sentence`, its content the whole of it unless told; issues by the vocabulary unless told.

        Quotation marks around a single content make it a quotation; a speaker without them, reported speech.
        """
        passage = self.find(sentence)
        parts = tuple(self.find(part) for part in content) or (passage,)
        said = " ".join(part.text for part in parts)
        kind = form or ("own-voice" if speaker is None else "quotation" if content else "reported")
        fields.setdefault("issues", VOCABULARY.find_issues(said))
        fields.setdefault("status", "verbatim" if kind == "quotation" else None)
        fields.setdefault("within", None)
        for name in ("mentions",):
            fields[name] = tuple(self.mention(word) for word in fields.get(name, ()))
        for name in ("deed", "cue"):
            if isinstance(fields.get(name), str):
                fields[name] = self.find(fields[name])
        key = f"{self.document.id}-{parts[0].start}-{parts[-1].end}"
        statement = Statement(key, form=kind, passage=passage, content=parts, speaker=speaker, **fields)
        self.statements.append(statement)
        return statement

    def mention(self, name: str) -> Mention:
        """A name of the vocabulary where it first stands; also one of the record's."""
        entry = next(n for n in VOCABULARY.names if n.name == name)
        mention = Mention(entry.name, entry.kind, entry.party, self.find(name))
        self.mentions.append(mention)
        return mention

    def meet(self, sentence: str, *who: str, status: str = "held", **fields: Any) -> ReportedMeeting:
        """A meeting that `sentence` tells of."""
        parties = tuple(sorted(fields.pop("parties", [name for name in who if " " not in name])))
        fields.setdefault("absent", ())
        for name in ("place", "date", "duration", "speaker"):
            fields.setdefault(name, None)
        meeting = ReportedMeeting(who, parties, status=status, passage=self.find(sentence), hedged=False, **fields)
        self.meetings.append(meeting)
        return meeting

    def gate(
        self, sentence: str, before: str, after: str, says: str | None = None, kind: str = "precondition"
    ) -> ReportedGate:
        """A gate that `sentence` tells of."""
        gate = ReportedGate(self.find(before), self.find(after), says, self.find(sentence), kind)
        self.gates.append(gate)
        return gate

    def day(self, words: str, first: str | None, last: str | None = None, precision: str = "day") -> DateRef:
        """A date in the text."""
        from_ = date.fromisoformat(first) if first else None
        to = date.fromisoformat(last) if last else from_
        return DateRef(from_, to, precision if from_ else "unresolved", self.find(words))

    def figure(self, words: str, value: float, unit: str, of: str = "") -> Figure:
        """A figure in the text."""
        return Figure(value, None, unit, of, approximate=False, bound=None, passage=self.find(words))

    @property
    def record(self) -> Record:
        """What was found."""
        found = (
            tuple(self.statements),
            tuple(self.meetings),
            tuple(self.gates),
            tuple(self.mentions),
            tuple(self.oddities),
        )
        read = read_record(self.document, VOCABULARY)
        return Record(
            self.document.id, *found, deeds=read.deeds, actors=read.actors, wholes=read.wholes, sentences=read.sentences,
            sticking_points=read.sticking_points,
        )  # fmt: skip


def finding(
    relation: Any, about: str, *statements: Statement, slot: str = "act", why: str = "", **fields: Any
) -> Finding:
    """A finding over statements, in the order of the documents."""
    return Finding(
        relation=relation, about=about, why=why or f"They tell of it; {about} is told.", slot=slot, weight=0.5,
        passages=tuple(s.passage for s in statements), originators=tuple("unknown" for _ in statements),
        statements=tuple(s.id for s in statements), **fields,
    )  # fmt: skip


def material(*stories: Story, findings: Sequence[Finding] = ()) -> Material:
    """Stories beside each other, with the findings that a test says; overlaps and originators are found."""
    documents = tuple(story.document for story in stories)
    records = tuple(story.record for story in stories)
    bare = compare_accounts(documents, tuple(Record(document.id, ()) for document in documents))
    return Material(documents, records, Comparison(tuple(findings), bare.overlaps, bare.originators), VOCABULARY)


def long_text(topic: str, sentences: int = 40) -> str:
    """A text long enough to be compared for copies, unlike that of another topic."""
    return " ".join(
        f"The {topic} report number {n} tells of {topic} {n * 7} and its {topic}s." for n in range(sentences)
    )
