"""What stands beside the points of a redline: coverage, preamble and annexes, brackets by version, history, where words come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.plans import count_brackets
from zopa.views.redline import redline_row
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.plans import CourseStep, Plan, Redline, VersionHistory
    from zopa.sources import Document
    from zopa.views.types import Tone

_PARTS = {
    "heading": "Headings", "preamble": "Title and preamble", "annex": "Annexes", "footnote": "Footnotes", "closing": "Closing lines",
}  # fmt: skip


def build_redline_parts(
    redline: Redline,
    names: Sequence[str],
    plans: Sequence[Plan],
    history: VersionHistory | None,
    documents: Sequence[Document] = (),
) -> tuple[Section, ...]:
    """Sections behind the points; those with nothing in them are left out."""
    ends = (names[0], names[-1])
    sections: list[Section] = [_versions(names, plans, [d.text for d in documents])] if plans else []
    for part, title in _PARTS.items():
        rows = [row for row in redline.parts if (row.b or row.a)[0].part == part]
        changed = [row for row in rows if row.status not in {"same", "moved"}]
        if changed:
            table = Table(("Part", *ends, "What changed"), tuple(redline_row(row) for row in changed))
            note = f"{len(rows)} in all, {len(rows) - len(changed)} the same."
            sections.append(Section(f"redline-{part}", title, table=table, note=note))
    tracked = _tracked(names, plans, documents)
    if tracked:
        columns = ("Point", "Version", "What", "By", "Words")
        note = "What the Word files themselves track and remark; the versions are compared with all changes accepted."
        sections.append(
            Section(
                "redline-tracked", "Tracked changes and comments in the files", table=Table(columns, tracked), note=note
            )
        )
    if history is not None:
        sections += [_history(history, names), _blame(history, names)]
    return tuple(sections)


def coverage_words(plan: Plan) -> str:
    """How much of a text is in a point or part: "100 % of 1,204 words"."""
    share = 100 * plan.placed / plan.words if plan.words else 100.0
    shown = "100" if plan.placed == plan.words else f"{min(share, 99.9):.1f}"
    return f"{shown} % of {plan.words:,} words"


def _versions(names: Sequence[str], plans: Sequence[Plan], texts: Sequence[str]) -> Section:
    rows = tuple(
        (
            Line((Piece(name),)),
            tuple(
                (Piece(told),)
                for told in (
                    coverage_words(plan),
                    f"{len(plan.points):,}",
                    f"{count_brackets(text):,}",
                    f"{plan.options:,}",
                )
            ),
        )
        for name, plan, text in zip(names, plans, texts, strict=True)
    )
    note = "Words that stand in a point, a heading, the preamble or an annex; those in none are told as problems."
    return Section("redline-versions", "How much was compared", note=note,
                   table=Table(("Version", "Words placed", "Points", "Square brackets", "Options"), rows))  # fmt: skip


def _tracked(
    names: Sequence[str], plans: Sequence[Plan], documents: Sequence[Document]
) -> tuple[tuple[Line, tuple[tuple[Piece, ...], ...]], ...]:
    """Tracked changes and comments of the files with their authors and dates."""
    tones: dict[str, Tone] = {"inserted": "added", "moved here": "added", "deleted": "removed", "moved away": "removed"}
    return tuple(
        (
            Line((Piece(number or "—"),)),
            (
                (Piece(name),),
                (Piece(one.kind),),
                (
                    Piece(
                        ", ".join(part for part in (one.author, one.date) if part) or "—",
                        tone="plain" if one.author else "gap",
                    ),
                ),
                (Piece(" ".join(one.text.split()), tone=tones.get(one.kind, "quote")),),
            ),
        )
        for name, plan, document in zip(names, plans, documents, strict=True)
        for number, one in zip(plan.numbers_at([r.start for r in document.revisions]), document.revisions, strict=True)
    )


def _history(history: VersionHistory, names: Sequence[str]) -> Section:
    courses = [*history.histories.values(), *history.passing]
    rows = tuple(
        (Line((Piece(_name(course)),)), tuple((_step(step),) for step in course_of(course, len(names))))
        for course in courses
    )
    return Section("redline-history", "Each point through the versions", table=Table(("Point", *names), rows))


def course_of(course: Sequence[CourseStep], count: int) -> list[CourseStep | None]:
    """One step for each version, None where the course has none."""
    by_version = {step.version: step for step in course}
    return [by_version.get(n) for n in range(count)]


def _name(course: Sequence[CourseStep]) -> str:
    return next((step.number for step in reversed(course) if step.number), "")


def _step(step: CourseStep | None) -> Piece:
    if step is None or not step.number:
        return Piece("dropped" if step is not None and step.status == "dropped" else "—", tone="gap")
    return Piece(f"{step.number} ({step.status})" if step.status else step.number)


def _blame(history: VersionHistory, names: Sequence[str]) -> Section:
    """The last version with the version in which each word first stood; points that are all of the first are left out."""
    rows = tuple(
        (Line((Piece(blame.number),)), (tuple(Piece(f"{text} ", tone="plain" if n == 0 else "added") for n, text in blame.runs),
                                        (Piece(", ".join(names[n] for n in sorted({n for n, _ in blame.runs}))),)))
        for blame in history.blame if any(n for n, _ in blame.runs)
    )  # fmt: skip
    title = "Where the words come from"
    if not rows:
        return Section("redline-blame", title, (Line((Piece(f"All words stand in {names[0]} already."),)),))
    columns = ("Point", names[-1], "Versions in which they first stood")
    note = "Marked words are younger than the first version; JSON names the version of each."
    return Section("redline-blame", title, table=Table(columns, rows), note=note)
