"""What changed in a case, or among documents, since a day or an earlier result."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.accounts.changes import PositionChange, Utterance, find_position_changes
from zopa.case.values import first_day
from zopa.errors import InputError, Problem, UsageError
from zopa.run.documents import read_accounts
from zopa.run.process import build_page_of, material_of, process
from zopa.run.talks import Talks, open_talks
from zopa.sources import read_document
from zopa.views.changes import (
    Changes,
    DraftChange,
    build_changes_sections,
    changed_positions,
    new_gates,
    new_meetings,
    utterances_of_case,
    utterances_of_documents,
)
from zopa.views.letters import assign_letters
from zopa.views.redline import issues_touched
from zopa.views.timeline import ProcessView
from zopa.views.unread import unread_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.plans import Redline
    from zopa.run.documents import Accounts
    from zopa.sources import Passage
    from zopa.views import Brief

PROBLEM_CODES = {
    "since-file": "the earlier result that changes are counted from cannot be read as JSON of `zopa brief` or `zopa statements`",
}


def changes(source: Talks | Accounts, since: str) -> Changes:
    """What changed in a case, or among documents, since a day, or since an earlier result or set of documents.

    Args:
        source: a case as of a day, or documents.
        since: ISO date; a file written by ``zopa brief --json``; or a folder or file of earlier documents.

    Raises:
        UsageError: `since` is neither a date nor something that exists.
        InputError: the file is no such result.
    """
    day = _day(since)
    if day is None:
        return _changes_since_set(source, since)
    return _case_changes(source, day) if isinstance(source, Talks) else _document_changes(source, day)


def changes_page(source: Talks | Accounts, found: Changes) -> Brief:
    """The changes as a page."""
    return build_page_of(
        source, f"What changed since {found.since}", build_changes_sections(found, assign_letters(source.documents))
    )


def _day(since: str) -> str | None:
    try:
        return date.fromisoformat(since).isoformat()
    except ValueError:
        return None


def _case_changes(talks: Talks, since: str) -> Changes:
    """Between the case as it was known the day before `since` and as it is known now."""
    before = open_talks(talks.folder.path, as_of=date.fromisoformat(since) - timedelta(days=1))
    old, new = process(before), process(talks)
    until = talks.as_of or talks.case.as_of
    utterances = utterances_of_case(talks.case, talks.evidence, lambda passage: _act(talks, passage))
    drafts = tuple(_draft_change(talks, name) for name in talks.case.drafts if name not in before.case.drafts)
    dropped = [change for draft in drafts for change in _dropped(talks, draft)]
    told = Changes(
        since, until, (*changed_positions(utterances, since, until), *dropped), tuple(d for d in drafts if d.date or d.redline),
        new_meetings(old, new), new_gates(old, new),
    )  # fmt: skip
    return told.heard(unread_words(talks.documents))


def _document_changes(accounts: Accounts, since: str) -> Changes:
    """Between the documents published before `since` and those published on it or later."""
    days = {d.id: d.published.value if d.published else "" for d in accounts.documents}
    until = max(days.values(), default="")
    earlier = _only(accounts, {name for name, day in days.items() if day < since})
    utterances = utterances_of_documents(material_of(accounts))
    old = process(earlier) if earlier.documents else ProcessView((), (), (), (), ())
    now = process(accounts)
    told = Changes(
        since, until, changed_positions(utterances, since, until), (), new_meetings(old, now), new_gates(old, now)
    )
    return told.heard(unread_words(accounts.documents))


def _only(accounts: Accounts, ids: set[str]) -> Accounts:
    kept = [n for n, document in enumerate(accounts.documents) if document.id in ids]
    return replace(
        accounts, documents=tuple(accounts.documents[n] for n in kept), records=tuple(accounts.records[n] for n in kept)
    )


def _changes_since_set(source: Talks | Accounts, since: str) -> Changes:
    """Since an earlier result (JSON) or an earlier set of documents: what they held is before, whatever else is known now is since."""
    place = Path(since)
    if not place.exists():
        raise UsageError(f"Expected a date (2025-12-04), earlier documents, or JSON of `zopa brief`, got {since!r}.")
    accounts = source.accounts if isinstance(source, Talks) else source
    if place.suffix.lower() == ".json":
        known = _known_hashes(place)
        earlier = _only(accounts, {d.id for d in accounts.documents if d.sha256 in known})
    else:
        earlier = read_accounts([since])
    return _between(earlier, accounts, place.name)


def _between(earlier: Accounts, accounts: Accounts, name: str) -> Changes:
    """Changes between two sets of documents; documents of both are before, so two copies of one set differ in nothing."""
    known = {document.sha256 for document in earlier.documents}
    fresh = _only(accounts, {d.id for d in accounts.documents if d.sha256 not in known})
    old = [replace(u, day="1") for u in utterances_of_documents(material_of(earlier))]
    new = [replace(u, day="2") for u in utterances_of_documents(material_of(fresh))] if fresh.documents else []
    before = process(earlier) if earlier.documents else ProcessView((), (), (), (), ())
    now = process(fresh) if fresh.documents else ProcessView((), (), (), (), ())
    days = _shown_days(earlier, fresh)
    positions = tuple(
        replace(c, before=_dated(c.before, days), after=_dated(c.after, days))
        for c in find_position_changes([*old, *new], "2")
    )
    told = Changes(name, "", positions, (), new_meetings(before, now), new_gates(before, now))
    return told.heard(unread_words(fresh.documents))


def _shown_days(*sets: Accounts) -> dict[str, str]:
    return {d.id: d.published.value for accounts in sets for d in accounts.documents if d.published}


def _dated(utterance: Utterance | None, days: Mapping[str, str]) -> Utterance | None:
    return replace(utterance, day=days.get(utterance.passage.source, "")) if utterance else None


def _known_hashes(place: Path) -> set[str]:
    """The hashes of the documents that an earlier result was made from.

    Raises:
        InputError: it is no such result.
    """
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        return {str(document["sha256"]) for document in told["documents"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"Expected JSON that `zopa brief --json` wrote, with its documents, got: {type(error).__name__}."
        problem = Problem(
            "error", str(place), None, "since-file", message, "Give the file, a date, or a folder of earlier documents."
        )
        raise InputError((problem,)) from error


def _act(talks: Talks, passage: Passage) -> str:
    """The act of the shortest statement that holds a passage; state where the reader found none."""
    holding = [
        s
        for s in talks.records[passage.source].statements
        if s.passage.start <= passage.start and passage.end <= s.passage.end
    ]
    inner = min(holding, key=lambda s: (s.form == "own-voice", s.passage.end - s.passage.start), default=None)
    return inner.act if inner else "state"


def _dropped(talks: Talks, draft: DraftChange) -> list[PositionChange]:
    """Wording of the draft before that the new one drops, filed under the first issue whose words it holds."""
    case = talks.case
    before = next((n for n, d in case.drafts.items() if draft.before in {n, d.name}), "")
    source = (
        read_document(talks.folder.path / case.drafts[before].text)[0] if before and case.drafts[before].text else None
    )
    if draft.redline is None or source is None:
        return []
    by = " and ".join(case.party_name(party) for party in case.drafts[draft.id].by) or draft.name
    changes: list[PositionChange] = []
    for point in (p.a[0] for p in draft.redline.points if p.status == "dropped"):
        issue = next((case.issue_name(i) for i in issues_touched(case, point.text)), f"point {point.number}")
        passage = source.passage(point.start, point.end)
        words = Utterance(by, issue, case.drafts[before].date, passage, own=False, act="propose", speaker=draft.before)
        why = f"point {point.number} of {draft.before} is not in {draft.name}"
        changes.append(PositionChange("dropped", by, issue, words, None, why))
    return changes


def _draft_change(talks: Talks, name: str) -> DraftChange:
    """A draft against the latest one before it that has a text."""
    draft = talks.case.drafts[name]
    day = first_day(draft.date) if draft.date else ""
    older = [
        (first_day(d.date), n)
        for n, d in talks.case.drafts.items()
        if n != name and d.date and first_day(d.date) < day and d.text
    ]
    before = max(older, default=("", ""))[1]
    redline = _redline(talks, before, name) if before and draft.text else None
    return DraftChange(
        name, draft.name or name, draft.date, talks.case.drafts[before].name or before if before else "", redline
    )


def _redline(talks: Talks, before: str, after: str) -> Redline | None:
    from zopa.plans import build_redline, parse_points
    from zopa.run.plans import parse_pairs

    texts = [read_document(talks.folder.path / talks.case.drafts[name].text)[0] for name in (before, after)]
    if not all(texts):
        return None
    a, b = (parse_points(text.text) if text else () for text in texts)
    aligned = talks.case.drafts[after].aligns.get(before, {})
    return build_redline(a, b, parse_pairs([f"{k}={v}" for k, v in aligned.items()])) if a and b else None
