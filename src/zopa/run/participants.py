"""Who takes part and what it is about, as documents tell it, and what a person says of that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from zopa.accounts.edits import EDITED, WITH_OTHER_NAME, TalksEdit
from zopa.errors import UsageError
from zopa.folder import append_corrections
from zopa.run.documents import build_material, compare_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts.edits import EditDo, EditOf
    from zopa.accounts.talks import ReportedTalks
    from zopa.run.documents import Accounts


def find_talks(accounts: Accounts) -> ReportedTalks:
    """Parties, people, issues, wants, what blocks and what came of it, as edited."""
    return build_material(accounts, compare_all(accounts)).talks


def edit_talks(accounts: Accounts, edits: Sequence[tuple[str, str]], *, of: str = "", by: str, on: str) -> Accounts:
    """Write what a person says of found parties, people and issues, and return the accounts with it.

    Args:
        accounts: as read, with the file that is to hold it.
        edits: ("rename", "A=B"), ("join", "A=B"), ("split", "A") or ("reject", "A").
        of: party, person or issue; by default whichever has the name.
        by: the analyst.
        on: ISO date.

    Raises:
        UsageError: a name is not known or is that of several things, or there is no file to write to; nothing was written.
        InputError: the file was changed meanwhile or cannot be written; nothing was written.
    """
    file = accounts.corrections
    if file is None:
        raise UsageError(
            "Expected a file for corrections; name it with --record, or give the folder that is to hold it."
        )
    if not by.strip():
        raise UsageError("Expected the name of who says so; give it with --by.")
    words = _words(find_talks(accounts))
    read = [_parse(do, told, words, of) for do, told in edits]
    entries = [{"what": e.what, "do": e.do, "name": e.name, "to": e.to, "by": by.strip(), "on": on} for e in read]
    return replace(accounts, corrections=append_corrections(file, (), entries))


def _words(talks: ReportedTalks) -> dict[str, set[str]]:
    """All words for each kind of thing, in lower case."""
    parties = talks.participants.parties
    return {
        "party": {word.lower() for p in parties for word in (p.name, *p.aliases)},
        "person": {word.lower() for p in parties for q in p.people.values() for word in (q.name, *q.aliases)},
        "issue": {word.lower() for issue in talks.dispute.issues for word in (issue.label, *issue.labels)},
    }


def _parse(do: str, told: str, words: dict[str, set[str]], of: str) -> TalksEdit:
    name, mark, to = (part.strip() for part in told.partition("="))
    if not name or (do in WITH_OTHER_NAME) != bool(to) or (mark and do not in WITH_OTHER_NAME):
        shape = "NAME=OTHER" if do in WITH_OTHER_NAME else "NAME"
        raise UsageError(f"Expected --{do} {shape!r}, got {told!r}.")
    kinds = [kind for kind in EDITED if name.lower() in words[kind] and of in {"", kind}]
    if len(kinds) > 1:
        raise UsageError(f"{name!r} names {' and '.join(kinds)}; say which with --of.")
    if not kinds:
        known = sorted(word for kind in EDITED if of in {"", kind} for word in words[kind])
        raise UsageError(
            f"{name!r} is no {of or 'party, person or issue'} here; known: {', '.join(known[:30]) or 'none'}."
        )
    return TalksEdit(cast("EditOf", kinds[0]), cast("EditDo", do), name, to)
