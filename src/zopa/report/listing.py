"""Statements, findings and problems as lists on the terminal, each with its place and its words in full."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from zopa.report.hidden import one_line, visible
from zopa.report.markdown import reference
from zopa.report.terminal import hanging
from zopa.report.words import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import Console, RenderableType

    from zopa.accounts import Finding
    from zopa.errors import Problem
    from zopa.sources import Document, Passage
    from zopa.statements import Statement

_SEVERITIES = {"error": "bold red", "warning": "yellow", "note": "blue"}
_COLOURS = {
    "contradicted": "red",
    "opposed-judgement": "yellow",
    "selective-quotation": "blue",
    "corroborated": "green",
}


def print_problems(problems: Iterable[Problem], console: Console) -> None:
    """Print each problem on a line of its own: place, severity and code, what is wrong, and the cure."""
    for problem in problems:
        place = f"{problem.file}:{problem.line}" if problem.line is not None else problem.file
        text = Text(f"{one_line(place)}: " if place else "", style="bold")
        text.append(f"{problem.severity} [{one_line(problem.code)}] ", style=_SEVERITIES[problem.severity])
        text.append(f"{one_line(problem.message)} ")
        text.append(one_line(problem.cure), style="dim")
        console.print(text, soft_wrap=not console.is_terminal)


def print_statements(statements: Sequence[Statement], letters: Mapping[str, str], console: Console) -> None:
    """Print statements document by document: who, how, and exactly what is said, with its place."""
    if not statements:
        console.print(Text("No statements found.", style="dim"))
    for source, group in groupby(statements, key=lambda statement: statement.source):
        found = list(group)
        _heading(f"{letters.get(source, '')} {source}", len(found), console)
        console.print(hanging(_statement(statement, letters) for statement in found))


def print_changes(
    changes: Sequence[tuple[Statement, Statement | None]], letters: Mapping[str, str], console: Console
) -> None:
    """Print each corrected statement before and after; one that was rejected has no after."""
    for before, after in changes:
        console.print()
        console.print(Text("before", style="bold"))
        console.print(hanging([_statement(before, letters)]))
        console.print(Text("after" if after else "after: rejected", style="bold"))
        if after:
            console.print(hanging([_statement(after, letters)]))


def print_findings(findings: Sequence[Finding], letters: Mapping[str, str], console: Console) -> None:
    """Print findings by relation, their passages side by side under each other, with what decides them."""
    if not findings:
        console.print(Text("Nothing to compare was found.", style="dim"))
    for key, told in RELATIONS.items():
        found = [finding for finding in findings if finding.relation == key]
        if not found:
            continue
        _heading(f"{told.sign} {told.heading}", len(found), console, style=_COLOURS.get(key, ""))
        console.print(Text(told.note, style="dim"))
        for finding in found:
            console.print()
            _print_finding(finding, letters, console)


def print_marks(document: Document) -> None:
    """Print what is left out of analysis or pointed at, each with its place, its reason and its words."""
    for mark in document.marks:
        kind = "left out " if mark.left_out else "pointed at"
        words = visible(" ".join(document.text[mark.start : mark.end].split()))
        print(f"{mark.start:>7}-{mark.end:<7} {kind} {mark.reason}: {words[:80]}{'…' if len(words) > 80 else ''}")  # noqa: T201


def _print_finding(finding: Finding, letters: Mapping[str, str], console: Console) -> None:
    console.print(Text(one_line(finding.about), style="bold"))
    console.print(hanging(_account(finding, at, letters) for at in range(len(finding.passages))))
    console.print(hanging([(Text(), Text(one_line(finding.why), style="dim"))]))


def _account(finding: Finding, at: int, letters: Mapping[str, str]) -> tuple[Text, RenderableType]:
    passage = finding.passages[at]
    originator = finding.originators[at] if at < len(finding.originators) else "unknown"
    text = Text(f"“{one_line(passage.text)}”") + _place(passage, letters)
    text.append(f" originator {one_line(originator)}", style="dim")
    return Text(one_line(letters.get(passage.source, passage.source)), style="bold"), text


def _statement(statement: Statement, letters: Mapping[str, str]) -> tuple[Text, RenderableType]:
    text = _speaker(statement)
    text.append(f"  {', '.join(_traits(statement))}\n", style="dim")
    said = one_line(statement.said)
    text.append(f"“{said}”" if statement.form == "quotation" else said)
    span = statement.content or (statement.passage,)
    for part in span:
        text.append_text(_place(part, letters))
    text.append(f" {one_line(statement.id)}\n", style="dim")
    return Text(one_line(letters.get(statement.source, "")), style="dim"), text


def _speaker(statement: Statement) -> Text:
    speaker = statement.speaker
    if speaker is None:
        return Text("the author" if statement.form == "own-voice" else "speaker not told", style="italic")
    text = Text(one_line(speaker.name), style="bold")
    if speaker.party and speaker.party != speaker.name:
        text.append(f" ({one_line(speaker.party)})", style="dim")
    if speaker.inferred:
        text.append(" inferred", style="italic dim")
    return text


def _traits(statement: Statement) -> list[str]:
    """The words that say how it is said: form or status, act, hedge, denial, chain."""
    told = [statement.status or statement.form.replace("-", " "), statement.act]
    flags = {"hedged": statement.hedged, "denied": statement.negated, "prediction": statement.prediction}
    told.extend(word for word, holds in flags.items() if holds)
    told.extend(f"by way of {one_line(name)}" for name in statement.reported_by)
    if statement.found_by != "rules":
        told.append(f"found by {one_line(statement.found_by)}")
    return told


def _place(passage: Passage, letters: Mapping[str, str]) -> Text:
    return Text(f" [{one_line(reference(passage, letters))}]", style="cyan")


def _heading(title: str, count: int, console: Console, style: str = "") -> None:
    console.print()
    console.print(Text(one_line(title), style=f"bold {style}".strip()) + Text(f"  {count}", style="dim"))
