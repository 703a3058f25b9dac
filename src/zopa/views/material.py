"""What a page is made from: documents, their records, the comparison, and the words to name things with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from zopa.accounts.talks import find_talks
from zopa.views.letters import assign_letters
from zopa.views.unread import unread

if TYPE_CHECKING:
    from zopa.accounts import Comparison, Finding
    from zopa.accounts.edits import TalksEdit
    from zopa.accounts.talks import ReportedTalks
    from zopa.sources import Document
    from zopa.statements import Record, Statement
    from zopa.text import Vocabulary

_COLUMNS = 5  # parties that a table can show side by side
_FEW = 3  # accounts from which on what one alone tells is not taken for all
_HARDLY = 12  # a party that does less than a twelfth of what the first does is hardly told of, and gets no column


@dataclass(frozen=True)
class Material:
    """Documents with their records, in one order, what comparing them found, and what a person says of parties, people and issues."""

    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    comparison: Comparison
    vocabulary: Vocabulary
    edits: tuple[TalksEdit, ...] = ()

    @cached_property
    def letters(self) -> dict[str, str]:
        """Document id -> letter."""
        return assign_letters(self.documents)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Document id -> document."""
        return {document.id: document for document in self.documents}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, document after document; those of later copies of one text left out."""
        return tuple(s for record in self.originals for s in record.statements)

    @cached_property
    def originals(self) -> tuple[Record, ...]:
        """The records less those of later copies of one text."""
        copies = _later_copies(self)
        return tuple(record for record in self.records if record.source not in copies)

    @cached_property
    def wholes(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Document id -> places of the clauses that can be quoted by themselves."""
        return {record.source: record.wholes for record in self.records}

    @cached_property
    def sentences(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Document id -> places of its sentences, in order."""
        return {record.source: record.sentences for record in self.records}

    @cached_property
    def by_statement(self) -> dict[str, Statement]:
        """Statement id -> statement."""
        return {s.id: s for record in self.records for s in record.statements}

    @cached_property
    def talks(self) -> ReportedTalks:
        """Who takes part, over what, what blocks, what came of it."""
        published = {d.id: date.fromisoformat(d.published.value) if d.published else None for d in self.documents}
        return find_talks(self.originals, published, self.unread, self.edits)

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Ids of the documents in a language that is not read."""
        return tuple(d.id for d in unread(self.documents))

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties that negotiate, else all that the texts show, at most `_COLUMNS`, alphabetical; members of a bloc count under it."""
        found = self.talks.participants.parties
        enough = max((p.weight for p in found), default=0) / _HARDLY
        chosen = [p for p in found if p.role == "negotiates" and p.weight >= enough] or list(found)
        several = [p for p in chosen if len({passage.source for passage in p.passages}) > 1]
        if len(self.originals) > _FEW and len(several) > 1:
            chosen = several  # who acts in one of many accounts only is hardly at the table
        names = list(dict.fromkeys(self.column(p.name) for p in chosen))
        return tuple(sorted(names[:_COLUMNS]))

    @cached_property
    def negotiating(self) -> tuple[str, ...]:
        """The columns of `parties` that are found to negotiate, alphabetical."""
        acting = {self.column(p.name) for p in self.talks.participants.parties if p.role == "negotiates"}
        return tuple(p for p in self.parties if p in acting)

    def does(self, party: str, verb: str) -> str:
        """A verb in the third person as a party's name wants it: "Norway refuses", "the Liberals refuse"."""
        found, entry = self.talks.participants.named(party), self.vocabulary.named(party)
        if entry is not None and entry.kind == "group" and party.endswith("s"):
            return verb.removesuffix("s")  # "Europeans want"
        several = (
            party.endswith("s")
            and not party.endswith(("ss", "'s"))
            and found is not None
            and found.kind not in {"state", "company"}
        )
        return verb.removesuffix("s") if several else verb

    def is_party(self, name: str) -> bool:
        """True for a state, a bloc or a movement; an alliance or court is talked about rather than a party to talks."""
        entry = self.vocabulary.named(name)
        return entry is not None and entry.kind in {"state", "group"}

    def column(self, party: str) -> str:
        """The party under which `party` is shown: its bloc, where the documents speak of the bloc."""
        entry = self.vocabulary.named(party)
        return entry.bloc if entry and entry.bloc and entry.bloc in self._blocs else party

    @cached_property
    def _blocs(self) -> set[str]:
        """Blocs that act or speak in their own name more than any single member does."""
        named = Counter(m.name for record in self.records for m in record.mentions)
        blocs = {entry.bloc for entry in self.vocabulary.names if entry.bloc}
        members: dict[str, list[int]] = {}
        for entry in self.vocabulary.names:
            if entry.bloc:
                members.setdefault(entry.bloc, []).append(named[entry.name])
        return {bloc for bloc in blocs if bloc and named[bloc] and named[bloc] >= max(members.get(bloc, [0])) * 0.5}

    @cached_property
    def default_title(self) -> str:
        """A title from what the documents tell most: the meeting that most of them tell of, else the parties."""
        told: Counter[str] = Counter()
        for record in self.records:
            held = [m for m in record.meetings if m.status == "held" and m.place and len(m.participants) > 1]
            told.update(
                list(dict.fromkeys(m.place for m in held if m.place))
            )  # in the order of the text: a tie goes to the first
        place, count = next(iter(told.most_common(1)), ("", 0))
        days = Counter(
            m.date.from_ for r in self.records for m in r.meetings
            if m.place == place and m.date and m.date.from_ and m.date.from_ == m.date.to
        )  # fmt: skip
        if place and count > (len(self.originals) > _FEW):
            day = next((d for d, _ in days.most_common(1)), None)
            return f"Talks in {place}, {day.day} {day:%B %Y}" if day else f"Talks in {place}"
        return f"Accounts of talks: {', '.join(self.parties)}" if self.parties else "Accounts compared"

    def findings(self, *relations: str) -> list[Finding]:
        """Findings of some relations between documents, ranked."""
        return [f for f in self.comparison.findings if f.relation in relations and not _is_inner(f)]

    @property
    def inner_contradictions(self) -> list[Finding]:
        """Contradictions inside one document, ranked."""
        return [f for f in self.comparison.findings if f.relation == "contradicted" and _is_inner(f)]


def _is_inner(finding: Finding) -> bool:
    """True for what a document contradicts in itself; that it tells who denies what another says is no such thing."""
    sources = {passage.source for passage in finding.passages}
    return len(finding.passages) > 1 and len(sources) == 1 and finding.slot != "denial"


def _later_copies(material: Material) -> set[str]:
    """Ids of documents whose text an earlier one already has."""
    copies: set[str] = set()
    for overlap in material.comparison.overlaps:
        if overlap.share_a >= 0.8 and overlap.share_b >= 0.8:
            copies.add(overlap.b)
    return copies
