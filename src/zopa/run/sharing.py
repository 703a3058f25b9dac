"""The chain from a case to one zip: everything in it (`pack`), or what may be shown to others with its brief (`share`)."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zopa import __version__
from zopa.case.entry import marks_private
from zopa.case.read import parse_case, print_case
from zopa.case.sharing import share_case
from zopa.case.yaml_text import count_comments
from zopa.errors import InputError, Problem
from zopa.folder.archive import build_zip, check_target, list_files, plain_file, read_members, write_zip
from zopa.folder.case_folder import CASE_FILE, case_home, read_case_text
from zopa.folder.record_file import HEAD, RECORD_FILE, print_record_file
from zopa.run.allegations import without_allegations
from zopa.run.case_brief import analyse_case
from zopa.run.talks import check, made, open_talks
from zopa.sources import read_document
from zopa.views.case_brief import build_case_brief
from zopa.views.sharing import KINDS, brief_sentences, build_readme
from zopa.views.ways_out import count_ways_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from zopa.case import Case
    from zopa.case.sharing import Shared
    from zopa.record.corrections import Correction
    from zopa.run.talks import Talks
    from zopa.sources import Document
    from zopa.views import Brief

PROBLEM_CODES = {
    "share-private": "the whole case is marked private",
    "share-file": "a source of the case is no file of its own in the folder: a link, or a file that zopa keeps",
    "share-broken": "what is left of a case without what is private is no case that can be read",
}
_FIRST = "# yaml-language-server:"  # for editors; written by `zopa init`, no remark of a person


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a shared case holds beyond the usual."""

    no_deal_values: bool = False
    ways_out: bool = False
    allegations: bool = False


@dataclass(frozen=True, slots=True)
class Zipped:
    """What was written: the file, the paths inside, how much of each kind was left out, and problems that stopped nothing."""

    file: Path
    members: tuple[str, ...]
    left_out: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


def pack(path: str | Path, output: str | Path) -> Zipped:
    """One zip of everything in a case folder; unpacked, it is the case again.

    Raises:
        InputError: there is no case, or the zip cannot be written; nothing was written then.
    """
    target = Path(output)
    expected = check_target(target, "pack")
    home = case_home(path)
    read_case_text(home)
    members = read_members(home, list_files(home))
    write_zip(target, build_zip(members, "pack"), "pack", expected)
    return Zipped(target, tuple(members), {})


def share(
    path: str | Path,
    output: str | Path,
    render: Callable[[Brief], str],
    *,
    wishes: Wishes = Wishes(),
    as_of: date | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Zipped:
    """One zip for others: the case without what is private, its documents, and its brief.

    Args:
        path: the case.
        output: where to write.
        render: the brief as HTML.
        wishes: what stays in beyond the usual.
        as_of: what was published later is left out.
        progress: called with (what, done, total).

    Raises:
        InputError: the case has errors (all of them are told), or the zip cannot be written; nothing was written then.
    """
    target = Path(output)
    expected = check_target(target, "share")
    talks = open_talks(path)
    problems = _check(talks)
    members, counts, shared = _reduced(talks, wishes, as_of.isoformat() if as_of else "")
    with tempfile.TemporaryDirectory(prefix="zopa-share-") as place:  # read again as its receiver will read it
        _unpack(members, Path(place))
        told = _open_shared(Path(place), talks, shared)
        page = _brief(told, wishes, counts, progress)
    brief, readme = (_free(name, members) for name in ("brief.html", "README.txt"))
    left_out = {kind: counts[kind] for kind in KINDS if counts[kind]}
    members[brief] = render(page).encode("utf-8")
    text = build_readme(shared, members, left_out, brief=brief, version=__version__, sha256=talks.folder.sha256)
    members[readme] = text.encode("utf-8")
    write_zip(target, build_zip(members, "share"), "share", expected)
    return Zipped(target, tuple(sorted(members)), left_out, problems)


def _check(talks: Talks) -> tuple[Problem, ...]:
    """The warnings about a case without errors.

    Raises:
        InputError: with every problem, where one is an error.
    """
    problems = [*check(talks), *talks.corrections[1]]
    case, home, file = talks.case, talks.folder.path, talks.folder.loaded.path
    if case.is_private:
        problems.append(Problem("error", file, talks.folder.loaded.line(["private"]), "share-private",
                                "Expected a case of which something may be shared, found `private: yes` for all of it.",
                                "Write `private` in the entries that are meant."))  # fmt: skip
    for name, source in case.sources.items():
        if not source.is_private and plain_file(home, source.file) in {None, CASE_FILE, RECORD_FILE}:
            problems.append(Problem("error", file, talks.folder.loaded.line(["sources", name, "file"]), "share-file",
                                    f"Expected a document of its own in the folder for {name}, found a link or a file of zopa's.",
                                    "Put a copy of the document there."))  # fmt: skip
    if any(problem.severity == "error" for problem in problems):
        raise InputError(tuple(problems))
    return tuple(problem for problem in problems if problem.severity == "warning")


def _reduced(talks: Talks, wishes: Wishes, day: str) -> tuple[dict[str, bytes], Counter[str], Case]:
    """The files of the shared case, how much was left out, and the case itself."""
    case, home = talks.case, talks.folder.path
    dated = {d.id: d.published.value for d in talks.documents if d.published and not case.sources[d.id].published}
    later = {name for name, date in dated.items() if day and date > day}
    withheld = _withheld(talks, later)
    same = {name for name, source in case.sources.items() if plain_file(home, source.file) in withheld}
    same |= {d.id for d in talks.documents if d.sha256 in withheld}
    shared = share_case(case, no_deal_values=wishes.no_deal_values, day=day, later=later, sources=same - later)
    counts = Counter(shared.left_out)
    left, members = _with_files(shared.case, home, withheld, counts)
    text = print_case(left)
    if parse_case(text).case != left:
        raise _broken("the file does not read back as it was written")
    members[CASE_FILE] = text.encode("utf-8")
    counts["comment"] += count_comments(talks.folder.text) - talks.folder.text.lstrip().startswith(_FIRST)
    _add_record(members, talks, left, shared, counts)
    return members, counts, left


def _withheld(talks: Talks, later: set[str]) -> set[str]:
    """Paths and hashes of the documents that are left out: no other entry may bring one in again."""
    case, home = talks.case, talks.folder.path
    gone = {name for name, source in case.sources.items() if source.is_private} | later
    places = [case.sources[name].file for name in gone] + [
        d.text for d in case.drafts.values() if d.is_private and d.text
    ]
    return {told for place in places if (told := plain_file(home, place))} | {
        d.sha256 for d in talks.documents if d.id in gone
    }


def _with_files(case: Case, home: Path, withheld: set[str], counts: Counter[str]) -> tuple[Case, dict[str, bytes]]:
    """The case with every path relative to its folder, and the documents at those paths."""
    sources = {n: s.model_copy(update={"file": plain_file(home, s.file) or s.file}) for n, s in case.sources.items()}
    drafts = dict(case.drafts)
    for name, draft in case.drafts.items():
        place = plain_file(home, draft.text) if draft.text else None
        own = place is not None and place not in withheld and place not in {CASE_FILE, RECORD_FILE}
        counts["file"] += bool(draft.text) and not own
        drafts[name] = draft.model_copy(update={"text": place if own else ""})
    members = read_members(home, [*(s.file for s in sources.values()), *(d.text for d in drafts.values() if d.text)])
    return case.model_copy(update={"sources": sources, "drafts": drafts}), members


def _add_record(members: dict[str, bytes], talks: Talks, case: Case, shared: Shared, counts: Counter[str]) -> None:
    """Corrections of documents that are shared, without remarks; no file where there are none."""
    file, _ = talks.corrections
    kept = [c for c in file.corrections if _is_shared(c, case, shared)]
    counts["correction"] += len(file.corrections) - len(kept)
    counts["remark"] += sum(bool(c.private.strip()) for c in kept)
    text = print_record_file([replace(c, private="") for c in kept])
    counts["comment"] += count_comments(file.text) - (HEAD in file.text)
    if kept:
        members[RECORD_FILE] = text.encode("utf-8")


def _is_shared(correction: Correction, case: Case, shared: Shared) -> bool:
    words = [word for value in (*correction.set.values(), *correction.was.values()) for word in value.split(", ")]
    known = all(quote.source in case.sources for quote in correction.quotes)
    return known and not marks_private(correction.private) and not any(shared.names(word) for word in words)


def _unpack(members: Mapping[str, bytes], home: Path) -> None:
    for name, data in members.items():
        place = home / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _open_shared(home: Path, talks: Talks, case: Case) -> Talks:
    """The shared case as its receiver will open it; its documents go by their paths in the folder.

    Raises:
        InputError: it has errors that the whole case did not have.
    """

    def read(place: Path, /, *, language: str = "") -> tuple[Document | None, tuple[Problem, ...]]:
        document, found = read_document(place, language=language)
        return document and replace(document, path=place.relative_to(home).as_posix()), found

    told = open_talks(home, read=read)
    wrong = [problem for problem in check(told) if problem.severity == "error"]
    if wrong or told.case != case:
        raise _broken(
            "; ".join(problem.message for problem in wrong) or f"it reads differently from {talks.folder.path}"
        )
    return told


def _brief(
    talks: Talks, wishes: Wishes, counts: Counter[str], progress: Callable[[str, int, int], None] | None
) -> Brief:
    """The brief of the shared case; what it leaves out beyond the case is counted."""
    if not wishes.allegations:
        talks, counts["allegation"] = without_allegations(talks)
    analysis = analyse_case(talks, progress=progress)
    counts["way-out"] = 0 if wishes.ways_out else count_ways_out(analysis)
    told = brief_sentences(counts)
    return build_case_brief(
        analysis, problems=talks.problems, made=made(talks), ways_out=wishes.ways_out, left_out=told
    )


def _free(name: str, members: Mapping[str, bytes]) -> str:
    return f"zopa-{name}" if name in members else name


def _broken(why: str) -> InputError:
    message = f"Expected a case that can be read without what is private, but {why}."
    return InputError((Problem("error", "", None, "share-broken", message, "Please report it; nothing was written."),))
