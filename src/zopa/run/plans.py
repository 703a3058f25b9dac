"""The chain over drafts: two or more files, or two drafts of a case -> a redline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zopa import __version__
from zopa.errors import InputError, Problem, UsageError
from zopa.folder.case_folder import is_case
from zopa.plans import build_history, compare_plans, parse_plan
from zopa.plans.markers import is_definition
from zopa.run.documents import read_sources
from zopa.run.talks import open_talks
from zopa.sources.reasons import HEADING, LINK_TARGET, NAVIGATION, NOT_MAIN, PAGE_FURNITURE, reason_kind
from zopa.views.pages import build_page
from zopa.views.redline import Favour, build_redline_section, find_favours
from zopa.views.redline_parts import build_redline_parts, coverage_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from zopa.case import Case
    from zopa.plans import Plan, Redline, VersionHistory
    from zopa.run.talks import Talks
    from zopa.sources import Document
    from zopa.views import Brief

PROBLEM_CODES = {
    "no-points": "a text was to be compared point by point, but nothing in it is numbered",
    "no-draft": "a draft was named that the case does not hold, or that has no text",
    "words-unplaced": "words of a text belong to no point, heading, preamble or annex, such as a page's header",
    "two-languages": "two versions were to be compared that are in different languages",
    "one-text": "two versions were to be compared that are the same file or the same words",
    "very-long": "a text is so long that its comparison takes a while",
    "very-deep": "a text is nested deeper than points are read",
}
_UNSEEN = {
    "struck out",
    "hidden text",
    "mark of a note",
}  # what a Word file holds and a reader of the accepted text does not read
_NO_TEXT = {PAGE_FURNITURE, NOT_MAIN, LINK_TARGET, *_UNSEEN}
_LONG_WORDS = 200_000
_DEEP = 30  # dots in a number


@dataclass(frozen=True, slots=True)
class Compared:
    """Versions compared, with whom each change moves toward where a case tells.

    `redline` compares the first with the last version; `history` holds the ones between, and is None where there are two.
    """

    redline: Redline
    names: tuple[str, ...]
    documents: tuple[Document, ...]
    favours: Mapping[int, tuple[Favour, ...]]
    problems: tuple[Problem, ...]
    case: Case | None = None
    plans: tuple[Plan, ...] = ()
    history: VersionHistory | None = None

    @property
    def versions(self) -> tuple[tuple[str, Document, Plan], ...]:
        """Name, document and parts of each version, earliest first."""
        return tuple(zip(self.names, self.documents, self.plans, strict=True))


def redline(words: Sequence[str], *, aligned: Sequence[str] = (), as_of: date | None = None) -> Compared:
    """The redline of ``A B`` (two or more files, earliest first) or ``CASE DRAFT DRAFT``.

    Args:
        words: as on the command line.
        aligned: pairs that a person sets: ``3=4``, ``5=5,6`` or ``7=none``.
        as_of: the case as of a day.

    Raises:
        UsageError: neither two files nor a case with two drafts.
        InputError: a text cannot be read.
    """
    by_hand = parse_pairs(aligned)
    if len(words) == 3 and is_case(words[0]):
        return redline_drafts(open_talks(words[0], as_of=as_of), words[1], words[2], by_hand)
    if len(words) < 2:
        raise UsageError(f"Expected two or more files, or a case and two of its drafts, got {len(words)} argument(s).")
    documents, problems = _read([Path(word) for word in words])
    return _compared(documents, _names(documents), by_hand, problems)


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
    more = build_redline_parts(made.redline, made.names, made.plans, made.history, made.documents)
    title = f"{made.names[0]} and {made.names[-1]}, point by point"
    hashes = ", ".join(f"{d.id} {d.sha256[:12]}" for d in made.documents)
    facts = (
        ("program", f"zopa {__version__}"),
        ("alignment", "tf-idf and assignment; --align sets pairs by hand"),
        ("documents", hashes),
    )
    return build_page(title, [section, *more], made.documents, problems=made.problems, made=facts)


def coverage_line(made: Compared) -> str:
    """How many words of each version stand in a point or another part, in one line."""
    told = (f"{name}: {coverage_words(plan)}" for name, plan in zip(made.names, made.plans, strict=True))
    return f"Words placed in points, headings, preamble and annexes. {'; '.join(told)}."


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
    return replace(made, favours=favours, case=talks.case)


def cut_document(document: Document) -> Plan:
    """The parts of a document; what its format sets apart (a page's header, a page's menu) is unplaced."""
    dropped = {*_NO_TEXT, NAVIGATION} if document.format == "html" else _NO_TEXT
    left_out = [
        (m.start, m.end, m.reason)
        for m in document.marks
        if reason_kind(m.reason) in dropped and not is_definition(document.text[m.start : m.end])
    ]
    titles = [(m.start, m.end) for m in document.marks if reason_kind(m.reason) == HEADING]
    return parse_plan(document.text, left_out, titles, whole=document.format == "docx")


def _read(paths: Sequence[Path]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for path in paths:
        found, told = read_sources([path])
        for document in found[:1]:
            name, n = document.id, 2
            while name in taken:
                name, n = f"{document.id}-{n}", n + 1
            taken.add(name)
            documents.append(replace(document, id=name))
        problems += told
    return tuple(documents), tuple(problems)


def _compared(
    documents: Sequence[Document],
    names: tuple[str, ...],
    by_hand: Mapping[str, tuple[str, ...]],
    problems: tuple[Problem, ...],
) -> Compared:
    if len(documents) < 2:
        raise InputError(problems)
    plans = tuple(cut_document(document) for document in documents)
    first, last = plans[0], plans[-1]
    unknown = [number for number in by_hand if number not in {p.number for p in first.points}]
    unknown += [n for numbers in by_hand.values() for n in numbers if n not in {p.number for p in last.points}]
    if unknown:
        raise UsageError(f"Expected numbers of points that the texts have, got {', '.join(unknown)}.")
    problems = (*problems, *_tell(documents, plans))
    if len(plans) == 2:
        return Compared(compare_plans(first, last, by_hand), names, tuple(documents), {}, problems, plans=plans)
    history = build_history(plans, by_hand)
    return Compared(history.redline, names, tuple(documents), {}, problems, plans=plans, history=history)


def _tell(documents: Sequence[Document], plans: Sequence[Plan]) -> Iterator[Problem]:
    """What a reader of the redline should know of the texts, one line each."""
    for document, plan in zip(documents, plans, strict=True):
        if not plan.numbered:
            message = f"Expected numbered points, found none: its {len(plan.points)} paragraph(s) are compared."
            yield Problem(
                "warning",
                document.path,
                None,
                "no-points",
                message,
                "Begin each point on a line of its own with its number: `1. ...`.",
            )
        if plan.words > _LONG_WORDS:
            message = f"Expected at most {_LONG_WORDS:,} words, got {plan.words:,}: this takes a while."
            yield Problem("note", document.path, None, "very-long", message, "Compare it part by part.")
        if any(point.number.count(".") >= _DEEP for point in plan.points):
            message = "Points are nested so deep that the deepest are read as words of the point above them."
            yield Problem("warning", document.path, None, "very-deep", message, "Check the indentation of its lists.")
        if plan.unplaced:
            start, end, reason = plan.unplaced[0]
            words = " ".join(document.text[start:end].split())[:40]
            line = document.text.count("\n", 0, start) + 1
            message = f"{plan.words - plan.placed} of {plan.words:,} words belong to no point ({reason}: {words!r} and the like)."
            yield Problem(
                "note",
                document.path,
                line,
                "words-unplaced",
                message,
                "Look whether they belong to the text; all are listed in --json.",
            )
    yield from _tell_alike(documents)


def _tell_alike(documents: Sequence[Document]) -> Iterator[Problem]:
    """Versions in two languages, and one file named twice."""
    first = documents[0]
    for other in documents[1:]:
        if first.language and other.language and first.language.value != other.language.value:
            told = f"{first.language.value} ({first.path}) and {other.language.value}"
            message = f"Expected one language, got {told}: only figures and names pair points."
            yield Problem("warning", other.path, None, "two-languages", message, "Compare with a translation.")
        if other.sha256 == first.sha256:
            message = f"Expected two versions, got the same bytes as {first.path}."
            yield Problem("note", other.path, None, "one-text", message, "Check that you named the file you meant.")


def _names(documents: Sequence[Document]) -> tuple[str, ...]:
    """Their titles, or their ids where two have one title."""
    titles = [document.title.value if document.title else document.id for document in documents]
    return tuple(titles) if len(set(titles)) == len(titles) else tuple(document.id for document in documents)
