"""The files of a case that is shared: the reduced case file, its documents, its corrections, and what was left out of each."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.case.entry import marks_private
from zopa.case.read import print_case
from zopa.case.sharing import share_case
from zopa.case.yaml_text import count_comments
from zopa.errors import InputError, Problem
from zopa.folder.archive import plain_file, read_members
from zopa.folder.atomic import hash_file
from zopa.folder.case_folder import CASE_FILE
from zopa.folder.properties import strip_properties
from zopa.folder.record_file import RECORD_FILE
from zopa.folder.record_text import HEAD, print_record_file

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from zopa.case import Case
    from zopa.case.sharing import Shared
    from zopa.run.talks import Talks
    from zopa.statements.corrections import Correction

PROBLEM_CODES = {
    "share-named": "words that are shared still name what is left out because it is private",
    "share-properties": "a Word or PDF file cannot be opened, so that its author, editor and comments cannot be taken out",
}
OWN_FILES = frozenset({CASE_FILE, RECORD_FILE})  # never a document, whatever the case says
_FIRST = "# yaml-language-server:"  # for editors; written by `zopa init`, no remark of a person


@dataclass(frozen=True, slots=True)
class Reduced:
    """The files of a shared case by their paths, how much of each kind was left out, the case, and warnings to its sender."""

    members: dict[str, bytes]
    counts: Counter[str]
    case: Case
    problems: tuple[Problem, ...]


def reduce_talks(talks: Talks, *, no_deal_values: bool, day: str) -> Reduced:
    """What of a case without errors may be shown to others, as known on a day ("" for all of it)."""
    case, home = talks.case, talks.folder.path
    dated = {d.id: d.published.value for d in talks.documents if d.published and not case.sources[d.id].published}
    later = {name for name, date in dated.items() if day and date > day}
    gone = _withheld(talks, {name for name, source in case.sources.items() if source.is_private} | later)
    same = {name for name, source in case.sources.items() if plain_file(home, source.file) in gone}
    same |= {d.id for d in talks.documents if d.sha256 in gone}
    shared = share_case(case, no_deal_values=no_deal_values, day=day, later=later, sources=same - later)
    counts = Counter(shared.left_out)
    withheld = _withheld(talks, set(case.sources) - set(shared.case.sources))
    left, members = _with_files(shared.case, home, withheld, counts)
    members[CASE_FILE] = print_case(left).encode("utf-8")
    counts["comment"] += count_comments(talks.folder.text) - talks.folder.text.lstrip().startswith(_FIRST)
    _add_record(members, talks, shared, counts)
    return Reduced(members, counts, left, tuple(_named(talks, *mention) for mention in shared.mentions))


def _withheld(talks: Talks, sources: AbstractSet[str]) -> set[str]:
    """Paths and hashes of documents that are left out: no other entry may bring one in again."""
    case, home = talks.case, talks.folder.path
    places = [case.sources[name].file for name in sources]
    places += [draft.text for draft in case.drafts.values() if draft.is_private and draft.text]
    found = {told for place in places if (told := plain_file(home, place))}
    return found | {hash_file(home / place) for place in found} | {d.sha256 for d in talks.documents if d.id in sources}


def _with_files(case: Case, home: Path, withheld: set[str], counts: Counter[str]) -> tuple[Case, dict[str, bytes]]:
    """The case with every path relative to its folder, and the documents at those paths."""
    sources = {n: s.model_copy(update={"file": plain_file(home, s.file) or s.file}) for n, s in case.sources.items()}
    drafts = dict(case.drafts)
    for name, draft in case.drafts.items():
        place = plain_file(home, draft.text) if draft.text else None
        if place is not None and (place in OWN_FILES or {place, hash_file(home / place)} & withheld):
            place = None
        counts["file"] += bool(draft.text) and place is None
        drafts[name] = draft.model_copy(update={"text": place or ""})
    members = read_members(home, [*(s.file for s in sources.values()), *(d.text for d in drafts.values() if d.text)])
    members = {name: _bare(home / name, data) for name, data in members.items()}
    for name, source in sources.items():
        sha256 = hashlib.sha256(members[source.file]).hexdigest()
        was = hash_file(home / source.file)
        counts["properties"] += sha256 != was
        if sha256 != was and source.sha256 == was:
            sources[name] = source.model_copy(update={"sha256": sha256})
    return case.model_copy(update={"sources": sources, "drafts": drafts}), members


def _bare(place: Path, data: bytes) -> bytes:
    """The file without its properties.

    Raises:
        InputError: they cannot be taken out, so that the file cannot be shared.
    """
    try:
        return strip_properties(data)
    except ValueError as error:
        message = f"Expected {error}, so that its properties can be taken out; found none."
        cure = "Save the document again, mark it private, or put its text there."
        raise InputError((Problem("error", str(place), None, "share-properties", message, cure),)) from error


def _add_record(members: dict[str, bytes], talks: Talks, shared: Shared, counts: Counter[str]) -> None:
    """Corrections of documents that are shared, without remarks; no file where there are none."""
    file, _ = talks.corrections
    kept = [c for c in file.corrections if _is_shared(c, shared)]
    edits = [
        {**edit, "private": ""} for edit in file.talks
        if not marks_private(edit["private"]) and not any(shared.names(edit[key]) for key in ("name", "to") if edit[key])
    ]  # fmt: skip
    counts["correction"] += len(file.corrections) - len(kept) + len(file.talks) - len(edits)
    counts["remark"] += sum(bool(edit["private"].strip()) for edit in file.talks if not marks_private(edit["private"]))
    counts["remark"] += sum(bool(c.private.strip()) for c in kept)
    counts["comment"] += count_comments(file.text) - (HEAD in file.text)
    if kept or edits:
        members[RECORD_FILE] = print_record_file([replace(c, private="") for c in kept], talks=edits).encode("utf-8")


def _is_shared(correction: Correction, shared: Shared) -> bool:
    words = [word for value in (*correction.set.values(), *correction.was.values()) for word in value.split(", ")]
    known = all(quote.source in shared.case.sources for quote in correction.quotes)
    return known and not marks_private(correction.private) and not any(shared.names(word) for word in words)


def _named(talks: Talks, path: str, name: str) -> Problem:
    """To the sender, who alone can tell whether it may stay."""
    return Problem("warning", talks.folder.loaded.path, None, "share-named",
                   f"Expected no name of what is private in what is shared, found {name!r} under {path}.",
                   "Reword it, or mark it private too.")  # fmt: skip
