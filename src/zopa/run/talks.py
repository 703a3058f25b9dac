"""The chain over a case: a folder on disk -> the case with its passages -> what the views and the solvers need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from zopa import __version__
from zopa.case import (
    BASE,
    Anchored,
    Assumption,
    Case,
    anchor_evidence,
    apply_reading,
    build_ledger,
    case_as_of,
    reading_ids,
    reading_title,
)
from zopa.case.checks import CheckFault, evidence_paths
from zopa.case.speakers import NOBODY, Teller, find_teller, stated_red_lines
from zopa.case.trust import check_trust
from zopa.errors import InputError, Problem, UsageError
from zopa.folder.case_folder import (
    CaseFolder,
    CaseReader,
    add_documents,
    init_case,
    is_case,
    open_case,
    read_case_text,
)
from zopa.folder.documents_folder import open_documents
from zopa.run.limits import MANY_JOBS, RECORD, start_worker
from zopa.run.records import Records, Tellers
from zopa.sources import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from zopa.accounts import Comparison
    from zopa.case import Evidence
    from zopa.case.plain import Path as CasePath
    from zopa.folder import RecordFile
    from zopa.model.frame import Frame
    from zopa.run.documents import Accounts
    from zopa.sources import Document, Passage
    from zopa.statements import Record, Speaker, Statement
    from zopa.text import Vocabulary
    from zopa.views import Brief
    from zopa.views.grid import CaseEvidence, Grid
    from zopa.views.types import Section


__all__ = [
    "Talks", "add_documents", "check", "grid", "grid_page", "init_case", "is_case", "made", "open_folder", "open_talks", "page",
    "read_case_text", "tell",
]  # fmt: skip

_MANY = 12
"""Documents from which on a second process saves more time than it takes to start."""


@dataclass(frozen=True)
class Talks:
    """A case as opened: as of a day, with its passages and everything that is wrong with it.

    Attributes:
        folder: the case as it stands on disk.
        case: the case of that day.
        documents: its sources that were published by then and could be read.
        anchored: the passage of each piece of evidence.
        problems: of the file, the sources and the quotes.
        as_of: the day asked for, "" for the case as it stands.
    """

    folder: CaseFolder
    case: Case
    documents: tuple[Document, ...]
    anchored: Anchored
    problems: tuple[Problem, ...]
    as_of: str = ""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the reader, with the names of this case."""
        from zopa.run.vocabulary import case_vocabulary

        return case_vocabulary(self.case)

    @cached_property
    def corrections(self) -> tuple[RecordFile, tuple[Problem, ...]]:
        """The corrections of the folder, and what is wrong with their file."""
        from zopa.folder.record_file import RECORD_FILE, read_record_file

        return read_record_file(self.folder.path / RECORD_FILE, missing_ok=True)

    @cached_property
    def records(self) -> Records:
        """The record of each document, with the corrections of the folder; each is read when it is first asked for."""
        return Records(self.documents, self.read_one)

    @cached_property
    def accounts(self) -> Accounts:
        """The documents of the case as accounts of the talks, for the comparison and the brief."""
        from zopa.run.documents import Accounts

        self.records.fill(self._read_all)
        records = tuple(self.records[document.id] for document in self.documents)
        file, found = self.corrections
        day = date.fromisoformat(self.as_of) if self.as_of else None
        return Accounts(self.documents, records, self.vocabulary, tuple(found), corrections=file, as_of=day)

    @cached_property
    def comparison(self) -> Comparison:
        """What the documents of the case agree on and dispute, as corrected."""
        from zopa.run.documents import compare_all

        return compare_all(self.accounts)

    @cached_property
    def late(self) -> list[Problem]:
        """What went wrong since the case was opened: documents are read for their statements when these are first asked for."""
        return []

    @cached_property
    def tellers(self) -> Mapping[CasePath, Teller]:
        """Who says each piece of evidence: as the case says, else as the reader finds in the document."""
        return Tellers(dict(evidence_paths(self.case)), self._teller)

    @cached_property
    def stated(self) -> Callable[[str, str], bool]:
        """Whether the red line of (party, issue) was stated by the party itself."""
        return stated_red_lines(self.case, self.tellers)

    @cached_property
    def ledger(self) -> tuple[Assumption, ...]:
        """Every value that rests on a judgement, a default or nothing."""
        return build_ledger(self.case, self.stated)

    @property
    def evidence(self) -> CaseEvidence:
        """What the views know of the evidence."""
        from zopa.views.grid import CaseEvidence

        return CaseEvidence(self.anchored.passages, self.tellers, self.stated, self._denials)

    @property
    def _denials(self) -> frozenset[CasePath]:
        """Where words are filed that deny what the others show."""
        return frozenset(path for path, item in evidence_paths(self.case) if item.for_ == "denial")

    @property
    def filed(self) -> CaseEvidence:
        """The evidence with its passages and without its tellers: for what needs not to know whose words they are, and reads nothing."""
        from zopa.views.grid import CaseEvidence

        return CaseEvidence(self.anchored.passages, {}, self.stated, self._denials)

    @property
    def readings(self) -> tuple[str, ...]:
        """``base`` and the readings of the case."""
        return reading_ids(self.case)

    def under(self, reading: str) -> Case:
        """The case under a reading.

        Raises:
            UsageError: the case has no such reading.
        """
        if reading not in self.readings:
            raise UsageError(f"Expected one of the readings {', '.join(self.readings)}, got {reading!r}.")
        return apply_reading(self.case, reading)

    def frame(self, reading: str) -> Frame:
        """What the solvers of deals compute on, under a reading."""
        from zopa.case.to_frame import to_frame

        self.under(reading)
        return to_frame(self.case, reading, stated=self.stated)

    def read_one(self, document: Document) -> Record:
        """The record of one document, with the corrections of the folder; an empty one where it breaks a limit, told in `late`."""
        from zopa.run.recording import record_document

        record, problems = record_document(document, self.vocabulary)
        self.late.extend(problems)
        return self.corrected(document, record)

    def _read_all(self, documents: Sequence[Document]) -> Iterator[Record]:
        """What `read_one` gives for each of them; many are read with two processes."""
        from zopa.run.recording import record_document
        from zopa.sources.pool import in_order

        jobs = MANY_JOBS if len(documents) >= _MANY else 1
        if jobs > 1:
            start_worker(
                RECORD, count=jobs
            )  # before there are threads that ask: a copy of this process is made in no time
        told = in_order(lambda document: record_document(document, self.vocabulary), documents, jobs=jobs)
        for document, (record, problems) in zip(documents, told, strict=True):
            self.late.extend(problems)
            yield self.corrected(document, record)

    def corrected(self, document: Document, record: Record) -> Record:
        """A record with the corrections of the folder in the place of those that were applied before."""
        file, _ = self.corrections
        if not file.corrections:  # nothing to import the tools of correcting for
            return record.as_read or record
        from zopa.statements.corrections import apply_corrections

        return apply_corrections(document, record, file.corrections, self.vocabulary)[0]

    def _teller(self, path: CasePath, item: Evidence) -> Teller:
        if item.said_by:
            return find_teller(self.case, item.said_by)
        passage = self.anchored.passages.get(path)
        said = _statement(self.records[passage.source], passage) if passage else None
        speaker = said.speaker if said else None
        if said is None or speaker is None or speaker.anonymous:
            return NOBODY
        return replace(self.teller_of(speaker), reported=said.form == "reported")

    def teller_of(self, speaker: Speaker) -> Teller:
        """For which party of the case a speaker speaks: as the case says, else by the shipped table."""
        teller = find_teller(self.case, speaker.name)
        own = find_teller(self.case, speaker.party or "")
        return teller if teller.party or not own.party else replace(own, name=speaker.name)

    def quoted_parties(self, wanted: AbstractSet[str]) -> set[str]:
        """Those of the parties of whom some speaker, named or not, is quoted in some document; only documents that name theirs are read."""
        left = set(wanted)
        for document in self.documents:
            names = {name.lower() for party in left for name in _names(self.case, party)}
            low = document.text.lower()
            if not left or not any(name in low for name in names):
                continue
            for said in self.records[document.id].statements:
                if said.form == "quotation" and said.speaker:
                    left -= {self.teller_of(said.speaker).party, *self._called_after(said.speaker, left)}
        return set(wanted) - left

    def _called_after(self, speaker: Speaker, parties: AbstractSet[str]) -> set[str]:
        """The parties from whose names the speaker's side is made ("a Velmari spokesman"), so that one of theirs may be quoted."""
        words = f"{speaker.party or ''} {speaker.name}".lower().split()
        names = {party: (self.case.parties[party].name, *self.case.parties[party].aliases) for party in parties}
        return {
            party
            for party, called in names.items()
            if any(len(n) >= _STEM and word.startswith(n.lower()) for n in called if n for word in words)
        }


def open_talks(
    path: str | Path, *, as_of: date | None = None, read: CaseReader = read_document, broken_ok: bool = False
) -> Talks:
    """The case in a folder, as of a day where one is given; `read` reads its documents.

    Raises:
        InputError: there is no case file that can be read; or it has errors, of which all are told, and not `broken_ok`: what
            stands without the entries in error would be another case.
    """
    folder = open_case(path, read=read)
    if not broken_ok and any(problem.severity == "error" for problem in folder.loaded.problems):
        raise InputError(folder.problems)
    day = as_of.isoformat() if as_of else ""
    case = case_as_of(folder.loaded.case, day) if day else folder.loaded.case
    documents = tuple(document for document in folder.documents if document.id in case.sources)
    anchored = anchor_evidence(case, {d.id: d for d in documents}, folder.changed)
    problems = (*folder.problems, *_problems(anchored.findings, folder, shifted=bool(day)))
    return Talks(folder, case, documents, anchored, problems, day)


def open_folder(path: str | Path, *, read: CaseReader = read_document) -> Talks:
    """The documents of a folder without a case, as a case that names nothing but them.

    Raises:
        InputError: it holds no document that can be read, and no case.
    """
    folder = open_documents(path, read=read)
    if not folder.documents:
        return open_talks(path, read=read)  # which says that there is no case, and what makes one
    return Talks(folder, folder.loaded.case, folder.documents, anchor_evidence(folder.loaded.case, {}), folder.problems)


def check(talks: Talks) -> tuple[Problem, ...]:
    """Every problem of a case: of its file, sources and quotes, and what makes its judgements weak."""
    found = check_trust(talks.case, talks.anchored.passages, talks.stated)
    if talks.case.moves.movers:
        from zopa.case.to_conflict import to_conflict

        found += to_conflict(talks.case)[1]
    return (*talks.problems, *tell(found, talks))


def tell(findings: Sequence[CheckFault], talks: Talks) -> list[Problem]:
    """Findings in a case as problems with their lines."""
    return _problems(findings, talks.folder, shifted=bool(talks.as_of))


def grid(talks: Talks, *, reading: str = BASE, track: str | None = None) -> Grid:
    """Who stands where, under a reading.

    Raises:
        UsageError: the case has no such reading, or no such track.
    """
    from zopa.views.grid import build_grid

    talks.under(reading)
    tracks = sorted({issue.track for issue in talks.case.issues.values() if issue.track})
    if track is not None and track not in tracks:
        raise UsageError(f"Expected one of the tracks {', '.join(tracks) or '(the case has none)'}, got {track!r}.")
    return build_grid(talks.case, talks.evidence, reading=reading, track=track)


def grid_page(talks: Talks, made: Grid, reading: str = BASE) -> Brief:
    """The grid as a page."""
    from zopa.views.grid import build_grid_charts, build_grid_section
    from zopa.views.letters import assign_letters

    section = build_grid_section(made, assign_letters(talks.documents))
    return page(talks, "Who stands where", [section, *build_grid_charts(made)], reading)


def page(talks: Talks, what: str, sections: Sequence[Section], reading: str = BASE) -> Brief:
    """Sections as a page with the case's documents behind them."""
    from zopa.views.pages import build_page

    day = talks.as_of or talks.case.as_of
    told = [f"Reading: {reading_title(talks.case, reading)}."] if reading != BASE else []
    if talks.case.left_out:  # a case that was shared: a blank in it is not something that nobody has said
        from zopa.views.sharing import case_sentences

        told += case_sentences(talks.case)
    title = ": ".join(part for part in (talks.case.title, what) if part) + (f" (as of {day})" if day else "")
    standfirst = " ".join(told)
    return build_page(
        title,
        sections,
        talks.documents,
        standfirst=standfirst,
        problems=(*talks.problems, *talks.late),
        made=made(talks),
    )


def made(talks: Talks) -> tuple[tuple[str, str], ...]:
    """How a result on a case was made: version, hash of the case file, documents with theirs."""
    hashes = ", ".join(f"{d.id} {d.sha256[:12]}" for d in talks.documents)
    return (
        ("program", f"zopa {__version__}"),
        ("case", f"sha256 {talks.folder.sha256[:12]}"),
        ("analyst", talks.case.analyst or "not named"),
        ("documents", hashes or "none"),
        *((("as of", talks.as_of),) if talks.as_of else ()),
    )


def _problems(findings: Sequence[CheckFault], folder: CaseFolder, *, shifted: bool) -> list[Problem]:
    """Findings with their lines; lines of the case as written, so none for a case of an earlier day, whose lists are shorter."""
    path = folder.loaded.path
    return [
        Problem(f.severity, path, None if shifted else folder.loaded.line(f.path), f.code, f.message, f.cure)
        for f in findings
    ]


def _names(case: Case, party: str) -> set[str]:
    """What the people of a party are called in a text: their last names, and the party's own names, for who is called by office."""
    entry = case.parties[party]
    people = {name for person, details in entry.people.items() for name in (person, *details.aliases)}
    return {name.rsplit(" ", maxsplit=1)[-1] for name in people} | {n for n in (entry.name, *entry.aliases) if n}


def _statement(record: Record, passage: Passage) -> Statement | None:
    """The shortest statement that holds the words of a passage, None where none does."""
    holding = [
        s
        for s in record.statements
        if s.content[0].start - _MARKS <= passage.start and passage.end <= s.content[-1].end + _MARKS
    ]
    return min(holding, key=lambda s: s.content[-1].end - s.content[0].start, default=None)


_STEM = 4  # letters of a name from which on a word that begins with it is made from it
_MARKS = 2  # a quote may take the quotation marks and a full stop along
