"""Who takes part, over what, who wants what, and what blocks, as lists on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from zopa.report.hidden import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console

    from zopa.accounts.talks import ReportedTalks

_SIGNS = {"quoted": "*", "reported": "~", "other-side": "°", "author": "!"}


def print_talks(talks: ReportedTalks, letters: Mapping[str, str], console: Console) -> None:
    """Print parties with their people and other words, issues, wants, and what blocks; each name as an edit may give it."""
    for title, rows in (
        ("Parties", _parties(talks)), ("Issues", _issues(talks)), ("Wants", _wants(talks, letters)), ("What blocks", _blocks(talks)),
        ("Sticking points", (f"  {point.what}" for point in talks.sticking)),
        ("Terms of drafts and offers", _terms(talks, letters)),
    ):  # fmt: skip
        found = list(rows)
        console.print()
        console.print(Text(f"{title} ({len(found)})", style="bold"))
        for row in found:
            indent = row[: len(row) - len(row.lstrip(" "))]
            console.print(Text(indent + one_line(row)), soft_wrap=not console.is_terminal)


def _terms(talks: ReportedTalks, letters: Mapping[str, str]) -> Iterable[str]:
    for told in talks.terms:
        term = told.term
        whose = f" ({told.owner})" if told.owner else ""
        yield f"  {term.paper.text}{whose}: {letters[term.passage.source]} “{term.what.text}”"


def _parties(talks: ReportedTalks) -> Iterable[str]:
    for party in talks.participants.parties:
        also = f"; also: {', '.join(sorted(party.aliases))}" if party.aliases else ""
        yield f"  {party.name} ({party.kind}, {party.role}){also}"
        for person in party.people.values():
            yield f"      {person.name}{f', {person.offices[0]}' if person.offices else ''}"


def _issues(talks: ReportedTalks) -> Iterable[str]:
    for issue in talks.dispute.issues:
        others = sorted(label for label in issue.labels if label != issue.label)
        also = f"; also: {', '.join(others)}" if others else ""
        yield f"  {issue.label} ({', '.join(sorted(issue.sides))}){also}"


def _wants(talks: ReportedTalks, letters: Mapping[str, str]) -> Iterable[str]:
    for want in talks.dispute.wants:
        letter = letters.get(want.passage.source, "")
        yield f"  {want.party}, {want.issue}: {want.stance} {_SIGNS[want.voice]}{letter} “{' '.join(want.core.text.split())}”"


def _blocks(talks: ReportedTalks) -> Iterable[str]:
    for block in talks.dispute.blocks:
        yield f"  {block.issue}: {'; '.join(f'{party} {want.stance}' for party, want in block.sides)}"
