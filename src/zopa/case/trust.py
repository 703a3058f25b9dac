"""What makes the judgements of a case weak: thin or circular evidence, inferred red lines, quotes overtaken by later ones.

None of these is an error: a command goes on, and the reader of its result is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.checks import CheckFault, positions
from zopa.case.values import first_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from zopa.case.entry import Evidence
    from zopa.case.plain import Path
    from zopa.case.types import Case, Draft, Position
    from zopa.sources import Passage

PROBLEM_CODES = {
    "one-originator": "a position rests on one originator, or on originators that are unknown",
    "no-evidence": "a position rests on an analyst's judgement alone",
    "red-line-inferred": "a red line was not stated by the party itself in any quote",
    "overtaken-quote": "a quote for a position is older than a later one to the contrary",
    "grade-missing": "a source that positions rest on has no grade, or the grade F",
    "draft-needs-act": "a draft needs a legal act that no party of the case can perform",
    "judgement-unnamed": "the case names no analyst, so its judgements are nobody's",
    "original-missing": "a quote is marked as translated, but the original words are not given",
}


def check_trust(case: Case, passages: Mapping[Path, Passage], stated: Callable[[str, str], bool]) -> list[CheckFault]:
    """Everything that weakens the case's judgements, as warnings and notes."""
    found: list[CheckFault] = []
    if case.positions and not case.analyst:
        found.append(CheckFault("warning", "judgement-unnamed", ("analyst",), "Expected the name of an analyst, found none.",
                             "Add `analyst: NAME`; every judgement has its analyst."))  # fmt: skip
    for party, issue, position in positions(case):
        found += _position(case, party, issue, position, stated)
    found += _grades(case, passages)
    for name, draft in case.drafts.items():
        found += _acts(case, name, draft)
    return found


def _position(
    case: Case, party: str, issue: str, position: Position, stated: Callable[[str, str], bool]
) -> Iterator[CheckFault]:
    path: Path = ("positions", party, issue)
    who = f"{case.party_name(party)} on {case.issue_name(issue)}"
    if position.red_line and not stated(party, issue):
        yield CheckFault("note", "red-line-inferred", (*path, "red-line"), f"The red line of {who} is inferred: no quote in which "
                      "the party says so itself.", "Add evidence `for: red-line` with `said-by:` its speaker.")  # fmt: skip
    if not position.evidence:
        if position.status == "confirmed":
            yield CheckFault(
                "note", "no-evidence", path, f"The position of {who} rests on judgement alone.", "Add `evidence:`."
            )
        return
    origins = {_originator(case, item) for item in position.evidence}
    if origins == {"unknown"} or (len(origins - {"unknown"}) == 1 and "unknown" not in origins):
        told = "unknown originators" if origins == {"unknown"} else f"one originator ({origins.pop()})"
        yield CheckFault("note", "one-originator", (*path, "evidence"), f"The position of {who} rests on {told}.",
                      "Look for an account that does not go back to it.")  # fmt: skip
    yield from _overtaken(case, path, who, position.evidence)
    for n, item in enumerate(position.evidence):
        if item.status == "translated" and not item.original:
            yield CheckFault("note", "original-missing", (*path, "evidence", n), f"A translated quote for {who} lacks the original.",
                          "Add `original:` and `language:`.")  # fmt: skip


def _originator(case: Case, item: Evidence) -> str:
    """Who a quote goes back to: its speaker where one is named, else the source's originator."""
    return item.said_by or case.sources[item.source].originator


def _overtaken(case: Case, path: Path, who: str, evidence: tuple[Evidence, ...]) -> Iterator[CheckFault]:
    """Quotes for the position that are older than a denial of it."""
    denials = [day for item in evidence if item.for_ == "denial" and (day := evidence_day(case, item))]
    if not denials:
        return
    for n, item in enumerate(evidence):
        day = evidence_day(case, item)
        if item.for_ != "denial" and day and day < max(denials):
            yield CheckFault("warning", "overtaken-quote", (*path, "evidence", n), f"A quote of {day} for {who} is older than a "
                          f"contrary one of {max(denials)}.", "Decide which holds now, or keep both as readings.")  # fmt: skip


def evidence_day(case: Case, item: Evidence) -> str:
    """The first day on which the words may have been said, else published; "" where neither is known."""
    published = case.sources[item.source].published if item.source in case.sources else ""
    return first_day(item.said) if item.said else first_day(published) if published else ""


def _grades(case: Case, passages: Mapping[Path, Passage]) -> Iterator[CheckFault]:
    used = {passage.source for passage in passages.values()}
    for name, source in case.sources.items():
        if name in used and source.grade in {"", "F"}:
            told = "no grade" if not source.grade else "the grade F (cannot be judged)"
            yield CheckFault(
                "note",
                "grade-missing",
                ("sources", name),
                f"{name} has {told}.",
                "Add `grade:` A to E; it is never guessed.",
            )


def _acts(case: Case, name: str, draft: Draft) -> Iterator[CheckFault]:
    """Legal acts that the draft's terms need and nobody of the case is said to perform."""
    for issue, options in draft.terms.items():
        for law in case.issues[issue].legal:
            if set(options) <= set(law.option) and law.by not in case.parties:
                yield CheckFault("warning", "draft-needs-act", ("drafts", name, "terms", issue), f"{draft.name or name} needs "
                              f"{law.needs} ({law.text or 'no text cited'}), and no party of the case is said to perform it.",
                              "Name who must act with `by:` under `legal:`.")  # fmt: skip
