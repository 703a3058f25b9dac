"""What a person does to a case while reading: code a passage, confirm what was proposed, write the file, take it back.

Every edit goes over the hash of the file it was made from, keeps comments, and is written in one step or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from zopa.case import CASE_FILE, anchor_evidence, parse_case
from zopa.case.entry import Evidence
from zopa.case.types import Position
from zopa.errors import InputError, Problem, UsageError
from zopa.folder.case_edits import save_case_text, set_values
from zopa.folder.case_folder import read_case_text
from zopa.folder.record_edits import record_bytes, restore_record_file
from zopa.folder.record_file import RECORD_FILE
from zopa.sources.anchors import Quote, find_quote, one_space, quote_at

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case.plain import Path as CasePath
    from zopa.case.process import Meeting
    from zopa.folder import RecordFile
    from zopa.run.talks import Talks
    from zopa.sources import Document

PROBLEM_CODES = {
    "coding-empty": "a passage was to be coded that holds no words",
    "stance-changed": "a stance was to be set that was changed since the page was shown",
    "undo-changed": "the last edit cannot be taken back, because its file was changed after it",
}
KINDS: tuple[str, ...] = get_args(Evidence.model_fields["for_"].annotation)
"""What a quote may be evidence for."""
STANCES: tuple[str, ...] = tuple(s for s in get_args(Position.model_fields["stance"].annotation) if s)
"""Where a party may lean on an issue."""
Changes = list[tuple["CasePath", Any]]


@dataclass(frozen=True, slots=True)
class Coding:
    """A passage and what it shows: who wants what, by whose word.

    Attributes:
        source, start, end: the passage, in code points of the text as read.
        party, issue: ids of the case.
        kind: one of `KINDS`.
        stance: one of `STANCES`, or "" to leave it as it is.
        was: the stance that the person saw, so that one set meanwhile by somebody else is not overwritten unseen.
        said_by: who says it, "" where the reader of the case should find out.
    """

    source: str
    start: int
    end: int
    party: str
    issue: str
    kind: str = "position"
    stance: str = ""
    was: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """What was done, in words, and the hash of the case file as it was written: what stands there later may be somebody else's."""

    what: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """An edit that can be taken back: what it was, the text (of ``case.yaml``) or the bytes (of ``record.yaml``) before, the hash after."""

    what: str
    before: str | bytes
    after: str


@dataclass
class History:
    """The files before and after each edit made here, so that the last one can be taken back."""

    steps: list[Undoable] = field(default_factory=list[Undoable])

    def noted(self, done: Edited, before: str) -> None:
        """Remember an edit that has just been written over the text `before` of the case file."""
        self.steps.append(Undoable(done.what, before, done.sha256))

    def noted_record(self, what: str, before: RecordFile, after: RecordFile) -> None:
        """Remember an edit of the file of corrections."""
        self.steps.append(Undoable(what, record_bytes(before), after.sha256))

    def undo(self, home: Path) -> str:
        """Take the last edit back and say what it was; "" where there is none.

        Raises:
            InputError: the file was changed after it, or cannot be written; nothing was written.
        """
        if not self.steps:
            return ""
        step = self.steps[-1]
        if isinstance(step.before, bytes):
            if not restore_record_file(home / RECORD_FILE, step.before, step.after):
                raise _undo_changed(home / RECORD_FILE, "the file of corrections", step.what)
        else:
            if read_case_text(home)[1] != step.after:
                raise _undo_changed(home / CASE_FILE, "the case file", step.what)
            save_case_text(home / CASE_FILE, step.before, step.after)
        self.steps.pop()
        return step.what


def _undo_changed(file: Path, called: str, what: str) -> InputError:
    message = f"Expected {called} as this edit left it ({what}), found it changed since."
    where = "it in the case editor" if file.name == CASE_FILE else "the entry in the file"
    cure = f"Change {where}; taking the edit back would lose what was changed."
    return InputError((Problem("error", str(file), None, "undo-changed", message, cure),))


def code_passage(talks: Talks, coding: Coding) -> Edited:
    """Add a passage as evidence to ``positions.PARTY.ISSUE``.

    The edit is made to the case file as it stands now: adding loses nothing of what others wrote meanwhile.

    Raises:
        UsageError: the case has no such document, party, issue, kind or stance.
        InputError: the passage is empty, the stance was changed meanwhile, or the file cannot be written.
    """
    document = _checked(talks, coding)
    position = talks.case.position(coding.party, coding.issue)
    stance = position.stance if position else ""
    if coding.stance and stance not in (coding.was, coding.stance):
        message = (
            f"Expected the stance {coding.was or 'not set'}, found {stance or 'not set'}: somebody set it meanwhile."
        )
        cure = f"You chose {coding.stance}. Code the passage again to keep yours, or leave the stance as it is."
        raise InputError((Problem("error", talks.folder.loaded.path, None, "stance-changed", message, cure),))
    at: CasePath = ("positions", coding.party, coding.issue)
    changes: Changes = []
    if coding.stance and coding.stance != stance:
        changes.append(((*at, "stance"), coding.stance))
    changes.append(((*at, "evidence", len(position.evidence) if position else 0), _evidence(document, coding)))
    told = f"{talks.case.party_name(coding.party)} on {talks.case.issue_name(coding.issue)}: {coding.kind}"
    return Edited(told, set_values(talks.folder.path / CASE_FILE, changes, talks.folder.sha256))


def drop_evidence(talks: Talks, path: CasePath) -> Edited:
    """Take one piece of evidence out of the case.

    Raises:
        UsageError: nothing stands at that path.
        InputError: the file was changed meanwhile or cannot be written.
    """
    if path not in talks.anchored.passages or "evidence" not in path:
        raise UsageError(f"Expected the path of a quote of the case, got {'.'.join(map(str, path))!r}.")
    written = set_values(talks.folder.path / CASE_FILE, [(path, None)], talks.folder.sha256)
    return Edited(f"evidence taken out of {'.'.join(map(str, path[:3]))}", written)


def set_confirmed(talks: Talks, path: CasePath, *, confirmed: bool) -> Edited:
    """Confirm an entry that was proposed, or take that back.

    Raises:
        UsageError: nothing that can be proposed stands at that path.
        InputError: the file was changed meanwhile or cannot be written.
    """
    if path not in dict(proposals(talks)) and path not in _confirmable(talks):
        raise UsageError(f"Expected the path of an entry that can be confirmed, got {'.'.join(map(str, path))!r}.")
    key, value = ("proposed", "yes") if path[0] == "process" else ("status", "proposed")
    changes: Changes = [((*path, key), None if confirmed else value)]
    written = set_values(talks.folder.path / CASE_FILE, changes, talks.folder.sha256)
    return Edited(f"{'.'.join(map(str, path))} {'confirmed' if confirmed else 'proposed again'}", written)


def proposals(talks: Talks) -> tuple[tuple[CasePath, str], ...]:
    """Everything in the case that is only proposed: path and what it is called, in the order of the file."""
    case = talks.case
    found: list[tuple[CasePath, str]] = []
    found += [(("parties", p), party.name or p) for p, party in case.parties.items() if party.status == "proposed"]
    found += [(("issues", i), issue.name or i) for i, issue in case.issues.items() if issue.status == "proposed"]
    found += [
        (("positions", p, i), f"{case.party_name(p)} on {case.issue_name(i)}")
        for p, row in case.positions.items()
        for i, position in row.items()
        if position.status == "proposed"
    ]
    found += [(("conditions", n), c.why or c.id) for n, c in enumerate(case.conditions) if c.status == "proposed"]
    found += [(("drafts", d), draft.name or d) for d, draft in case.drafts.items() if draft.status == "proposed"]
    told = {
        "meetings": [(m.proposed, _meeting_words(m)) for m in case.process.meetings],
        "channels": [(c.proposed, f"channel {' – '.join(c.parties)}") for c in case.process.channels],
        "gates": [(g.proposed, f"gate: {g.before} before {g.after}") for g in case.process.gates],
        "calendar": [(c.proposed, f"{c.date} {c.what}") for c in case.process.calendar],
        "time": [(c.proposed, f"time: {c.what or c.helps or c.hurts}") for c in case.process.time],
    }
    for kind, rows in told.items():
        found += [(("process", kind, n), words) for n, (proposed, words) in enumerate(rows) if proposed]
    return tuple(found)


def _meeting_words(meeting: Meeting) -> str:
    """A meeting by who, where and when, as far as they are known, and by its status."""
    who = ", ".join(meeting.people or meeting.parties)
    told = " ".join(part for part in (who, meeting.place, meeting.date) if part)
    return f"meeting ({meeting.status}): {told or 'nothing else is known'}"


def save_text(talks_home: Path, text: str, expected: str) -> Edited:
    """Write the whole case file as a person has edited it.

    Raises:
        InputError: it was changed since `expected`, its hash, was taken; nothing was written.
    """
    written = save_case_text(talks_home / CASE_FILE, text.replace("\r\n", "\n"), expected)
    return Edited("case.yaml as saved in the editor", written)


def check_text(talks: Talks, text: str) -> tuple[Problem, ...]:
    """What would be wrong with a case file of this text, without writing it."""
    loaded = parse_case(text, CASE_FILE)
    missing = [
        _missing(loaded.line(("sources", name, "file")), name, s.file)
        for name, s in loaded.case.sources.items()
        if not (talks.folder.path / s.file).is_file()
    ]
    documents = {d.id: d for d in talks.documents}
    quotes = anchor_evidence(loaded.case, documents).findings
    told = [Problem(f.severity, CASE_FILE, loaded.line(f.path), f.code, f.message, f.cure) for f in quotes]
    return tuple(sorted((*loaded.problems, *missing, *told), key=lambda p: (p.line or 0, p.code)))


def _missing(line: int | None, name: str, file: str) -> Problem:
    message = f"Expected to read {file} for {name}: there is no such file."
    return Problem("error", CASE_FILE, line, "source-missing", message, "Put the file there, or correct `file:`.")


def evidence_of(talks: Talks, source: str) -> tuple[tuple[CasePath, tuple[int, int]], ...]:
    """Path and span of each piece of evidence that stands in one document, in the order of the text."""
    there = [(path, (p.start, p.end)) for path, p in talks.anchored.passages.items() if p.source == source]
    return tuple(sorted(there, key=lambda item: item[1]))


def _checked(talks: Talks, coding: Coding) -> Document:
    document = next((d for d in talks.documents if d.id == coding.source), None)
    if document is None:
        raise UsageError(f"Expected a document of the case, got {coding.source!r}.")
    for what, value, known in (
        ("a party", coding.party, tuple(talks.case.parties)), ("an issue", coding.issue, tuple(talks.case.issues)),
        ("a kind", coding.kind, KINDS), ("a stance", coding.stance, ("", *STANCES)),
    ):  # fmt: skip
        if value not in known:
            raise UsageError(f"Expected {what} among {', '.join(known) or '(the case has none)'}, got {value!r}.")
    if not 0 <= coding.start < coding.end <= len(document.text) or not document.text[coding.start : coding.end].strip():
        message = "Expected some words of the document, got none."
        raise InputError((Problem("error", document.path, None, "coding-empty", message, "Select words first."),))
    return document


def _evidence(document: Document, coding: Coding) -> dict[str, str]:
    """The entry: prefix and suffix only where the words alone would not find their place again."""
    start, end = _trimmed(document.text, coding.start, coding.end)
    exact = one_space(document.text[start:end])
    entry = {"source": document.id, "quote": exact}
    if find_quote(document.text, Quote(document.id, exact)).span is None:
        quote = quote_at(document, start, end)
        entry |= {key: value for key, value in (("prefix", quote.prefix), ("suffix", quote.suffix)) if value}
    if coding.kind != "position":
        entry["for"] = coding.kind
    if coding.said_by.strip():
        entry["said-by"] = one_space(coding.said_by).strip()
    return entry


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end, taken out to whole words: a slip of the mouse cuts no word."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _confirmable(talks: Talks) -> set[CasePath]:
    case, process = talks.case, talks.case.process
    found: set[CasePath] = {("parties", p) for p in case.parties}
    found |= {("issues", i) for i in case.issues}
    found |= {("positions", p, i) for p, row in case.positions.items() for i in row}
    found |= {("conditions", n) for n in range(len(case.conditions))} | {("drafts", d) for d in case.drafts}
    lists = {
        "meetings": process.meetings,
        "channels": process.channels,
        "gates": process.gates,
        "calendar": process.calendar,
        "time": process.time,
    }
    return found | {("process", kind, n) for kind, rows in lists.items() for n in range(len(rows))}
