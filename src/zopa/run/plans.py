"""The chain over drafts: two files of numbered points, or two drafts of a case -> a redline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zopa import __version__
from zopa.errors import InputError, Problem, UsageError
from zopa.folder.case_folder import is_case
from zopa.plans import Redline, build_redline, parse_points
from zopa.run.documents import read_sources
from zopa.run.talks import open_talks
from zopa.views.pages import build_page
from zopa.views.redline import Favour, build_redline_section, find_favours

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.case import Case
    from zopa.run.talks import Talks
    from zopa.sources import Document
    from zopa.views import Brief

PROBLEM_CODES = {
    "no-points": "a text was to be compared point by point, but it has no numbered points",
    "no-draft": "a draft was named that the case does not hold, or that has no text",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions compared, with whom each change moves toward where a case tells."""

    redline: Redline
    names: tuple[str, str]
    documents: tuple[Document, ...]
    favours: Mapping[int, tuple[Favour, ...]]
    problems: tuple[Problem, ...]
    case: Case | None = None


def redline(words: Sequence[str], *, aligned: Sequence[str] = (), as_of: date | None = None) -> Compared:
    """The redline of ``A B`` (two files) or ``CASE DRAFT DRAFT``.

    Args:
        words: as on the command line.
        aligned: pairs that a person sets: ``3=4``, ``5=5,6`` or ``7=none``.
        as_of: the case as of a day.

    Raises:
        UsageError: neither two files nor a case with two drafts.
        InputError: a text cannot be read or has no numbered points.
    """
    by_hand = parse_pairs(aligned)
    if len(words) == 3 and is_case(words[0]):
        return redline_drafts(open_talks(words[0], as_of=as_of), words[1], words[2], by_hand)
    if len(words) != 2:
        raise UsageError(f"Expected two files, or a case and two of its drafts, got {len(words)} argument(s).")
    documents, problems = _read([Path(word) for word in words])
    names = (_name(documents[0]), _name(documents[1]))
    return _compared(documents, names, by_hand, problems)


def parse_pairs(aligned: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Pairs set by hand: number in the first version -> numbers in the second, () for none.

    Raises:
        UsageError: one is not written as ``3=4``, ``5=5,6`` or ``7=none``.
    """
    pairs: dict[str, tuple[str, ...]] = {}
    for pair in aligned:
        left, sign, right = pair.partition("=")
        if not sign or not left.strip() or not right.strip():
            raise UsageError(f"Expected a pair such as 3=4, 5=5,6 or 7=none, got {pair!r}.")
        numbers = tuple(part.strip() for part in right.replace("+", ",").split(","))
        pairs[left.strip()] = () if right.strip().lower() == "none" else numbers
    return pairs


def redline_page(made: Compared) -> Brief:
    """The redline as a page."""
    section = build_redline_section(made.redline, made.names, dict(made.favours), made.case)
    title = f"{made.names[0]} and {made.names[1]}, point by point"
    hashes = ", ".join(f"{d.id} {d.sha256[:12]}" for d in made.documents)
    facts = (
        ("program", f"zopa {__version__}"),
        ("alignment", "tf-idf and assignment; --align sets pairs by hand"),
        ("documents", hashes),
    )
    return build_page(title, [section], made.documents, problems=made.problems, made=facts)


def redline_drafts(talks: Talks, a: str, b: str, by_hand: Mapping[str, tuple[str, ...]] | None = None) -> Compared:
    """The redline of two drafts of an open case; `by_hand` are pairs as `parse_pairs` reads them.

    Raises:
        UsageError: a pair names a point that the texts do not have.
        InputError: a draft has no text, or it cannot be read or has no numbered points.
    """
    wrong = [name for name in (a, b) if name not in talks.case.drafts or not talks.case.drafts[name].text]
    if wrong:
        told = ", ".join(n for n, d in talks.case.drafts.items() if d.text) or "none with `text:`"
        raise InputError(
            tuple(
                Problem("error", talks.folder.loaded.path, talks.folder.loaded.line(("drafts", name)), "no-draft",
                        f"Expected a draft of the case with a text ({told}), got {name!r}.", "Add `text: drafts/FILE` to the draft.")
                for name in wrong
            )
        )  # fmt: skip
    before, after = talks.case.drafts[a], talks.case.drafts[b]
    documents, problems = _read([talks.folder.path / before.text, talks.folder.path / after.text])
    pairs = {**parse_pairs([f"{k}={v}" for k, v in after.aligns.get(a, {}).items()]), **(by_hand or {})}
    made = _compared(documents, (before.name or a, after.name or b), pairs, (*talks.problems, *problems))
    favours = find_favours(talks.case, before, after, made.redline.points)
    return Compared(made.redline, made.names, documents, favours, made.problems, talks.case)


def _read(paths: Sequence[Path]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in paths:
        found, told = read_sources([path])
        documents += found[:1]
        problems += told
    if len(documents) == 2 and documents[0].id == documents[1].id:
        documents[1] = replace(documents[1], id=f"{documents[1].id}-2")
    return tuple(documents), tuple(problems)


def _compared(
    documents: Sequence[Document],
    names: tuple[str, str],
    by_hand: Mapping[str, tuple[str, ...]],
    problems: tuple[Problem, ...],
) -> Compared:
    points = [parse_points(document.text) for document in documents]
    empty = [document for document, found in zip(documents, points, strict=True) if not found]
    if empty:
        cure = "Begin each point on a line of its own with its number: `1. ...`."
        raise InputError(
            tuple(
                Problem("error", d.path, None, "no-points", "Expected numbered points, found none.", cure)
                for d in empty
            )
        )
    unknown = [number for number in by_hand if number not in {p.number for p in points[0]}]
    unknown += [n for numbers in by_hand.values() for n in numbers if n not in {p.number for p in points[1]}]
    if unknown:
        raise UsageError(f"Expected numbers of points that the texts have, got {', '.join(unknown)}.")
    return Compared(build_redline(points[0], points[1], by_hand), names, tuple(documents), {}, problems)


def _name(document: Document) -> str:
    return document.title.value if document.title else document.id
