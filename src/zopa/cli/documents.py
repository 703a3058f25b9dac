"""Commands on documents: brief, statements, compare, text."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zopa.cli.shared import (
    Day,
    accounts_of,
    console,
    document_options,
    limit_options,
    login_name,
    output_option,
    pop_limits,
    print_json,
    reported,
    tell_problems,
    tell_progress,
    write_data,
)
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.accounts import Finding
    from zopa.errors import Problem
    from zopa.run import Accounts
    from zopa.run.talks import Talks
    from zopa.statements import Statement
    from zopa.views import Brief

_FORMATS = {"docx": ".docx", "html": ".html", "md": ".md"}
_HINTS = {
    "docx": "Every line names its passages.",
    "html": "Open it in a browser; every line opens its passage.",
    "md": "Every line names its passages.",
}


@click.command()
@document_options
@output_option("Where to write the brief; - is standard output.", type=click.Path(dir_okay=False))
@click.option(
    "--format", "form", type=click.Choice(sorted(_FORMATS)), help="Form of the brief; html unless -o says otherwise."
)
@click.option("--title", help="Title of the page; otherwise the case's, or taken from the meeting told of most.")
@click.option("--since", type=Day(), help="For a case: tell what changed since this day; else of two weeks.")
def brief(  # noqa: PLR0913 - one parameter for each option
    read: Callable[[], Talks | Accounts], *, as_json: bool, limit: int,
    output: str | None, form: str | None, title: str | None, since: date | None,
) -> Sequence[Problem]:  # fmt: skip
    """Write the brief of a case, or of documents alone; print its first page here.

    \b
    Examples:
      zopa brief talks/                           the whole case: writes brief.html
      zopa brief a.txt b.txt                      two accounts compared
      zopa brief sources/ -o talks.md             the same in Markdown
      zopa brief talks/ --as-of 2025-12-01        the case as it was known on that day
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import brief_json, envelope
    from zopa.report import print_first_page

    made, problems = _brief(read(), title, since.isoformat() if since else None)
    if as_json:
        print_json({**envelope("brief", problems), **brief_json(made, limit)})
        return problems
    form = form or _form(output)
    data = _rendered(made, form)
    tell_problems(problems)
    if output == "-":
        click.echo(data if form == "docx" else data.decode("utf-8"))
        return problems
    path = Path(output or f"brief{_FORMATS[form]}")
    write_data(path, data)
    print_first_page(made, console())
    click.echo(f"\nWritten: {path} ({len(data) / 1024:,.0f} kB). {_HINTS[form]}")
    return problems


def _brief(source: Talks | Accounts, title: str | None, since: str | None) -> tuple[Brief, Sequence[Problem]]:
    """The brief and every problem, of a case or of documents."""
    from zopa import run

    if isinstance(source, run.Accounts):
        if since:
            raise UsageError("Expected a case for --since; for documents use `zopa changes FILE... --since DATE`.")
        comparison = run.compare_all(source)
        made = run.brief(source, title=title, comparison=comparison)
        edits = made.talks.problems if made.talks else ()
        return made, (*source.problems, *comparison.problems, *edits)
    from dataclasses import replace

    from zopa.run.case_brief import case_brief

    made = case_brief(source, since=since, progress=tell_progress)
    if title:
        made = replace(made, first_page=replace(made.first_page, title=title))
    return made, source.problems


def _form(output: str | None) -> str:
    """The form that the ending of a file's name asks for; html for any other."""
    ending = Path(output or "").suffix.lower()
    return {".md": "md", ".markdown": "md", ".docx": "docx"}.get(ending, "html")


def _rendered(made: Brief, form: str) -> bytes:
    from zopa.report import render_file, render_markdown

    if form == "docx":
        from zopa.report.docx import render_docx

        return render_docx(made)
    return (render_file(made) if form == "html" else render_markdown(made)).encode("utf-8")


@click.command()
@document_options
@click.option("--speaker", help="Only statements of speakers whose name holds this.")
@click.option("--party", help="Only statements by or about this party.")
@click.option("--issue", help="Only statements that touch this issue (territory, forces, guarantees, ...).")
@click.option("--form", type=click.Choice(["quotation", "reported", "own-voice"]), help="Only one form.")
@click.option("--act", help="Only this act (demand, reject, accept, meet, ...).")
@click.option("--contains", help="Only statements whose words hold this.")
@click.option(
    "--correct", "edits", multiple=True, metavar='"ID ..."', help='"ID reject" or "ID field=value"; repeatable.'
)
@click.option("--by", metavar="NAME", help="Who corrects; the login name unless given.")
def statements(  # noqa: PLR0913 - one parameter for each option
    read: Callable[[], Talks | Accounts], *, as_json: bool, limit: int, speaker: str | None, party: str | None,
    issue: str | None, form: str | None, act: str | None, contains: str | None, edits: tuple[str, ...], by: str | None,
) -> Sequence[Problem]:  # fmt: skip
    """Print who said what, in which passage.

    \b
    Examples:
      zopa statements a.txt b.txt --speaker Ushakov
      zopa statements sources/ --issue territory --form quotation
      zopa statements a.txt --json > statements.json
      zopa statements sources/ --correct "a:120-180q speaker=Yuri Ushakov"
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    accounts = accounts_of(read())
    if edits:
        return _correct(accounts, edits, by, as_json=as_json, limit=limit)
    _check_issue(issue, accounts)
    tests: list[Callable[[Statement], bool]] = [
        lambda s: _holds(s.speaker.name if s.speaker else "", speaker),
        lambda s: any(_holds(p or "", party) for p in (s.party, s.target, s.speaker.party if s.speaker else None)),
        lambda s: issue is None or issue in s.issues,
        lambda s: form is None or s.form == form,
        lambda s: act is None or act.lower() in {s.act, (s.plover or "").lower()},
        lambda s: _holds(s.said, contains),
    ]
    chosen = [s for record in accounts.records for s in record.statements if all(test(s) for test in tests)]
    if as_json:
        _print_statements(accounts, chosen, limit)
    else:
        from zopa.report import print_statements
        from zopa.views.letters import assign_letters

        tell_problems(accounts.problems)
        print_statements(chosen, assign_letters(accounts.documents), console())
    return accounts.problems


@click.command()
@document_options
@click.option(
    "--relation",
    type=click.Choice(["corroborated", "contradicted", "opposed-judgement", "selective-quotation", "single-source"]),
    help="Only one relation.",
)
@click.option("--about", help="Only findings about this.")
@click.option("--issue", help="Only findings that touch this issue.")
def compare(
    read: Callable[[], Talks | Accounts], *, as_json: bool, limit: int,
    relation: str | None, about: str | None, issue: str | None,
) -> Sequence[Problem]:  # fmt: skip
    """Print what accounts agree on, where they contradict each other, and what only one says.

    \b
    Examples:
      zopa compare a.txt b.txt
      zopa compare sources/ --relation contradicted --json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa import run
    from zopa.json_output import comparison_json, documents_json, envelope

    accounts = accounts_of(read())
    comparison = run.compare(accounts)
    problems = (*accounts.problems, *comparison.problems)
    _check_issue(issue, accounts)
    chosen = [f for f in comparison.findings if _wanted(f, relation, about, issue)]
    if as_json:
        documents = documents_json(accounts.documents, comparison.originators)
        head = {**envelope("accounts", problems), "documents": documents}
        print_json({**head, **comparison_json(comparison, chosen, limit)})
    else:
        from zopa.report import print_findings
        from zopa.views.letters import assign_letters

        tell_problems(problems)
        print_findings(chosen, assign_letters(accounts.documents), console())
    return problems


@click.command()
@click.argument("path", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.option("--marks", is_flag=True, help="Print instead of the text what is left out of analysis or pointed at.")
@limit_options
def text(path: str, *, as_json: bool, marks: bool, **limits: Any) -> None:
    """Print the text as read, to which all offsets refer.

    \b
    Examples:
      zopa text article.pdf | less
      zopa text article.html --marks      what is left out of analysis, and why
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="text"):
        from zopa.run.limits import READ, start_worker

        start_worker(READ)  # it gets ready while the rest is imported
        from zopa import run
        from zopa.json_output import documents_json, envelope
        from zopa.report import print_marks, visible

        documents, problems = run.read_sources([path], limits=pop_limits(limits))
        if len(documents) > 1:
            raise UsageError(f"Expected one file, got {len(documents)} documents in {path}. Name one of them.")
        document = next(iter(documents))
        if as_json:
            print_json({**envelope("text", problems), "documents": documents_json(documents), "text": document.text})
        else:
            tell_problems(problems)
        if marks and not as_json:
            print_marks(document)
        elif not as_json:
            click.echo(visible(document.text) if sys.stdout.isatty() else document.text)
        if any(problem.severity == "error" for problem in problems):
            sys.exit(1)


def _check_issue(issue: str | None, accounts: Accounts) -> None:
    """A usage error that lists the issues where `issue` is none of them."""
    known = [entry.key for entry in accounts.vocabulary.issues]
    if issue is not None and issue not in known:
        raise UsageError(f"{issue!r} is no issue; expected one of: {', '.join(known)}.")


def _correct(
    accounts: Accounts, edits: Sequence[str], by: str | None, *, as_json: bool, limit: int
) -> Sequence[Problem]:
    """Write corrections, say what was done, and show each statement before and after."""
    from zopa import run
    from zopa.report import print_changes
    from zopa.views.letters import assign_letters

    after, changes = run.correct(accounts, edits, by=by or login_name(), on=date.today().isoformat())
    if as_json:
        _print_statements(after, [change.after for change in changes if change.after], limit)
        return after.problems
    tell_problems(after.problems)
    print_changes([(c.before, c.after) for c in changes], assign_letters(after.documents), console())
    path = after.corrections.path if after.corrections else ""
    click.echo(f"\nWritten: {len(changes)} correction(s) to {path}.")
    return after.problems


def _print_statements(accounts: Accounts, chosen: Sequence[Statement], limit: int) -> None:
    from zopa.json_output import documents_json, envelope, limited, statement_json

    head = {**envelope("statements", accounts.problems), "documents": documents_json(accounts.documents)}
    print_json({**head, **limited("statements", [statement_json(statement) for statement in chosen], limit)})


def _wanted(finding: Finding, relation: str | None, about: str | None, issue: str | None) -> bool:
    named = relation in {None, finding.relation} and (issue is None or issue in finding.issues)
    return named and _holds(f"{finding.about} {finding.why}", about)


def _holds(text: str, part: str | None) -> bool:
    return part is None or part.lower() in text.lower()


COMMANDS = (brief, statements, compare, text)
