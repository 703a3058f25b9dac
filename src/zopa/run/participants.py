"""Who takes part and what it is about, as documents tell it, and what a person says of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from zopa.accounts.edits import EDITED, EDITS, WITH_OTHER_NAME, TalksEdit
from zopa.errors import UsageError
from zopa.folder import append_corrections
from zopa.folder.record_edits import drop_talks_entry
from zopa.run.documents import build_material, compare_all, talks_edits
from zopa.views.found import list_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.accounts import Comparison
    from zopa.accounts.edits import EditDo, EditOf
    from zopa.accounts.talks import ReportedTalks
    from zopa.folder import RecordFile
    from zopa.run.documents import Accounts
    from zopa.run.talks import Talks
    from zopa.views.found import FoundName

LONGEST_NAME = 200
"""Characters of a name that a person gives; more is a sentence."""


def find_talks(accounts: Accounts, comparison: Comparison | None = None) -> ReportedTalks:
    """Parties, people, issues, wants, what blocks and what came of it, as edited; `comparison` where it was made before."""
    return build_material(accounts, comparison or compare_all(accounts)).talks


def case_talks(talks: Talks) -> ReportedTalks:
    """The same as the documents of a case tell it."""
    return find_talks(talks.accounts, talks.comparison)


def edit_talks(accounts: Accounts, edits: Sequence[tuple[str, str]], *, of: str = "", by: str, on: str) -> Accounts:
    """Write what a person says of found parties, people and issues, and return the accounts with it.

    Args:
        accounts: as read, with the file that is to hold it.
        edits: ("rename", "A=B"), ("join", "A=B"), ("split", "A") or ("reject", "A").
        of: party, person or issue; by default whichever has the name.
        by: the analyst.
        on: ISO date.

    Raises:
        UsageError: as `write_edits`, or an edit is not written as expected; nothing was written.
        InputError: the file was changed meanwhile or cannot be written; nothing was written.
    """
    comparison = compare_all(accounts)
    words = _words(find_talks(accounts, comparison))
    read = [_parse(do, told, words, of) for do, told in edits]
    return write_edits(accounts, read, by=by, on=on, comparison=comparison)


def write_edits(
    accounts: Accounts, edits: Sequence[TalksEdit], *, by: str, on: str, comparison: Comparison | None = None, both: bool = False
) -> Accounts:  # fmt: skip
    """Write what a person says of found parties, people and issues, and return the accounts with it.

    Args:
        accounts: as read, with the file that is to hold it.
        edits: what is said.
        by: the analyst.
        on: ISO date.
        comparison: that of `compare_all`, where it was made before.
        both: whether a join must be with something that was found here; otherwise it may be with what another document has.

    Raises:
        UsageError: a name is not known, stands for one thing with the other already, or nothing would change; or there is no
            file to write to. Nothing was written.
        InputError: the file was changed meanwhile or cannot be written; nothing was written.
    """
    file = accounts.corrections
    if file is None:
        raise UsageError(
            "Expected a file for corrections; name it with --record, or give the folder that is to hold it."
        )
    if not by.strip():
        raise UsageError("Expected the name of who says so; give it with --by.")
    comparison = comparison or compare_all(accounts)
    found = list_found(find_talks(accounts, comparison))
    made: set[str] = set()
    for edit in edits:
        _check(edit, found, made, both=both)
        made |= {edit.name.lower(), edit.to.lower()}
    entries = [{"what": e.what, "do": e.do, "name": e.name, "to": e.to, "by": by.strip(), "on": on} for e in edits]
    then = replace(file, talks=(*file.talks, *({**entry, "note": ""} for entry in entries)))
    if _shape(list_found(find_talks(replace(accounts, corrections=then), comparison))) == _shape(found):
        told = "; ".join(edit_words(edit) for edit in edits)
        raise UsageError(
            f"Nothing would change in these documents, so nothing was written: {told}. "
            "Another word can be told apart only where the texts use it by itself."
        )
    return replace(accounts, corrections=append_corrections(file, (), entries))


def edit_found(talks: Talks, edit: TalksEdit, *, by: str) -> RecordFile:
    """Write what a person says of something that was found in the documents of a case, today; the file as it is then.

    Raises:
        UsageError, InputError: as `write_edits`.
    """
    today = date.today().isoformat()
    accounts = write_edits(talks.accounts, [edit], by=by, on=today, comparison=talks.comparison, both=True)
    return cast("RecordFile", accounts.corrections)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has said of a found party, person or issue: in words, by whom, when, and the line where it stands."""

    words: str
    by: str
    on: str
    note: str
    line: int | None


def list_said(talks: Talks) -> tuple[Said, ...]:
    """What people have said of parties, people and issues, in the order of the file."""
    return tuple(Said(edit_words(e), e.by, e.on, e.note, e.line) for e in talks_edits(talks.corrections[0]))


def drop_said(talks: Talks, line: int) -> tuple[str, RecordFile]:
    """Take out what a person has said, by its line; in words, and the file as it is then.

    Raises:
        UsageError: no such entry stands there.
        InputError: the file was changed meanwhile or cannot be written; nothing was written.
    """
    file = talks.corrections[0]
    entry = next((entry for entry in file.talks if entry.get("line") == str(line)), None)
    if entry is None:
        raise UsageError(f"Expected an entry about a party, person or issue in line {line}, found none.")
    (said,) = (e for e in talks_edits(file) if e.line == line)
    return edit_words(said), drop_talks_entry(file, entry)


def edit_words(edit: TalksEdit) -> str:
    """What an edit says, in words."""
    told = {
        "rename": f"“{edit.name}” is called “{edit.to}”",
        "join": f"“{edit.name}” is the same as “{edit.to}”",
        "split": f"“{edit.name}” is one of its own",
        "reject": f"“{edit.name}” is none",
    }
    return f"{edit.what}: {told[edit.do]}"


def make_edit(what: str, do: str, name: str, to: str = "") -> TalksEdit:
    """An edit as a form gives it: white space made one space.

    Raises:
        UsageError: it is of nothing that can be edited, or holds no name, or one that is no name.
    """
    if what not in EDITED or do not in EDITS:
        raise UsageError(f"Expected {', '.join(EDITED)} and {', '.join(EDITS)}, got {what[:40]!r} and {do[:40]!r}.")
    first, second = (" ".join(text.split()) for text in (name, to))
    for text in (first, *((second,) if do in WITH_OTHER_NAME else ())):
        if not text:
            raise UsageError(f"Expected a name to {do} by, got none.")
        if len(text) > LONGEST_NAME or not text.isprintable():
            raise UsageError(f"Expected a name of at most {LONGEST_NAME} letters, got {text[:40]!r}.")
    return TalksEdit(cast("EditOf", what), cast("EditDo", do), first, second if do in WITH_OTHER_NAME else "")


def _check(edit: TalksEdit, found: Sequence[FoundName], made: set[str], *, both: bool) -> None:
    """Make sure that an edit says something of what was found; `made` are names of earlier edits of the same call.

    Raises:
        UsageError: it does not.
    """
    if edit.name.lower() in made or edit.to.lower() in made:
        return
    groups = _groups(found, edit.what)
    home = next((group for group in groups if _named(group, edit.name)), ())
    if not home:
        raise _unknown(edit.name, edit.what, [word for group in groups for item in group for word in item.words])
    if edit.do not in WITH_OTHER_NAME:
        return
    mine, other = _named(home, edit.name), _named(home, edit.to)
    if both and edit.do == "join" and other is None:
        raise _unknown(edit.to, edit.what, [word for item in home if item is not mine for word in item.words])
    if edit.do == "join" and other is mine:
        raise UsageError(f"{edit.name!r} and {edit.to!r} are one {edit.what} already; nothing was written.")
    if edit.do == "rename" and other is not None and other is not mine:
        raise UsageError(f"Another {edit.what} is called {edit.to!r} already; say that it is the same instead.")


def _groups(found: Sequence[FoundName], what: str) -> list[tuple[FoundName, ...]]:
    """Those among which a name is looked for: all parties, all issues, or the people of one party."""
    if what == "person":
        return [item.people for item in found if item.what == "party"]
    return [tuple(item for item in found if item.what == what)]


def _named(group: Iterable[FoundName], name: str) -> FoundName | None:
    """The one of this name, else the one of which this is another word."""
    low, items = name.lower(), tuple(group)
    first = next((item for item in items if item.name.lower() == low), None)
    return first or next((item for item in items if any(word.lower() == low for word in item.others)), None)


def _unknown(name: str, of: str, words: Iterable[str]) -> UsageError:
    known = sorted({word.lower() for word in words})
    return UsageError(f"{name!r} is no {of} here; known: {', '.join(known[:30]) or 'none'}.")


def _shape(found: Iterable[FoundName]) -> list[object]:
    """What an edit can change: names, the words for each, and the people."""
    return [(item.what, item.name, item.others, _shape(item.people)) for item in found]


def _words(talks: ReportedTalks) -> dict[str, set[str]]:
    """All words for each kind of thing, in lower case."""
    found = list_found(talks)
    people = [person for item in found for person in item.people]
    return {
        kind: {word.lower() for item in (*found, *people) if item.what == kind for word in item.words}
        for kind in EDITED
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
        raise _unknown(name, of or "party, person or issue", (w for k in EDITED if of in {"", k} for w in words[k]))
    return TalksEdit(cast("EditOf", kinds[0]), cast("EditDo", do), name, to)
