"""The chain from a case to one zip: everything in it (`pack`), or what may be shown to others with its brief (`share`)."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zopa import __version__
from zopa.errors import InputError, Problem
from zopa.folder.archive import build_zip, check_target, list_files, plain_file, read_members, write_zip
from zopa.folder.case_folder import case_home, read_case_text
from zopa.run.allegations import without_allegations
from zopa.run.case_brief import analyse_case
from zopa.run.sharing_files import OWN_FILES, reduce_talks
from zopa.run.talks import check, made, open_talks
from zopa.sources import read_document
from zopa.views.case_brief import build_case_brief
from zopa.views.sharing import KINDS, brief_sentences, build_readme
from zopa.views.ways_out import count_ways_out

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping
    from datetime import date

    from zopa.case import Case
    from zopa.run.talks import Talks
    from zopa.sources import Document
    from zopa.views import Brief

PROBLEM_CODES = {
    "share-private": "the whole case is marked private",
    "share-file": "a source of the case is no file of its own in the folder: a link, or a file that zopa keeps",
    "share-broken": "what is left of a case without what is private is no case that can be read",
}


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
    talks = open_talks(path, broken_ok=True)
    problems = _check(talks)
    reduced = reduce_talks(talks, no_deal_values=wishes.no_deal_values, day=as_of.isoformat() if as_of else "")
    members, counts = reduced.members, reduced.counts
    with tempfile.TemporaryDirectory(prefix="zopa-share-") as place:  # read again as its receiver will read it
        _unpack(members, Path(place))
        told = _open_shared(Path(place), reduced.case)
        page = _brief(told, wishes, counts, progress)
    brief, readme = (_free(name, members) for name in ("brief.html", "README.txt"))
    left_out = {kind: counts[kind] for kind in KINDS if counts[kind]}
    members[brief] = render(page).encode("utf-8")
    text = build_readme(reduced.case, members, left_out, brief=brief, version=__version__, sha256=talks.folder.sha256)
    members[readme] = text.encode("utf-8")
    write_zip(target, build_zip(members, "share"), "share", expected)
    return Zipped(target, tuple(sorted(members)), left_out, (*problems, *reduced.problems))


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
        if not source.is_private and plain_file(home, source.file) in {None, *OWN_FILES}:
            problems.append(Problem("error", file, talks.folder.loaded.line(["sources", name, "file"]), "share-file",
                                    f"Expected a document of its own in the folder for {name}, found a link or a file of zopa's.",
                                    "Put a copy of the document there."))  # fmt: skip
    if any(problem.severity == "error" for problem in problems):
        raise InputError(tuple(problems))
    return tuple(problem for problem in problems if problem.severity == "warning")


def _unpack(members: Mapping[str, bytes], home: Path) -> None:
    for name, data in members.items():
        place = home / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _open_shared(home: Path, case: Case) -> Talks:
    """The shared case as its receiver will open it; its documents go by their paths in the folder.

    Raises:
        InputError: it has errors that the whole case did not have.
    """

    def read(place: Path, /, *, language: str = "") -> tuple[Document | None, tuple[Problem, ...]]:
        document, found = read_document(place, language=language)
        return document and replace(document, path=place.relative_to(home).as_posix()), found

    told = open_talks(home, read=read, broken_ok=True)
    wrong = [problem for problem in check(told) if problem.severity == "error"]
    if wrong or told.case != case:
        raise _broken("; ".join(problem.message for problem in wrong) or "it reads back differently")
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
