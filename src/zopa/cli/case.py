"""Commands on a case: init, add, sketch, check, grid."""

from __future__ import annotations

import sys
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from zopa.cli.shared import (
    Day,
    console,
    document_options,
    limit_option,
    login_name,
    note_read,
    output_option,
    print_json,
    reading_option,
    reported,
    show_page,
    tell_problems,
    write_page,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.errors import Problem
    from zopa.run import Accounts
    from zopa.run.talks import Talks


def case_options(command: Callable[..., Sequence[Problem]]) -> Callable[..., None]:
    """The case, the day and the form of output that every command on a case takes, and one way to report problems."""

    @click.argument("path", metavar="CASE")
    @click.option("--as-of", type=Day(), help="The case as it was known on this day (2025-12-04).")
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
    @wraps(command)
    def wrapped(path: str, as_of: date | None, **kwargs: Any) -> None:
        with reported(as_json=kwargs["as_json"], kind=command.__name__):
            from zopa.run.limits import READ, RECORD, start_worker

            # it gets ready while the rest is imported; who says what is asked of it in many cases for the grid alone
            start_worker(READ, *([RECORD] if command.__name__ == "grid" else []))
            from zopa.run.talks import open_talks

            talks = open_talks(path, as_of=as_of, broken_ok=command.__name__ == "check")
            note_read(path, talks)
            problems = [*command(talks, **kwargs), *talks.late]
            tell_problems(talks.late)
            if any(problem.severity == "error" for problem in problems):
                sys.exit(1)  # the rest was done, but not all of the case could be used

    return wrapped


@click.command()
@click.argument("path", metavar="CASE", type=click.Path())
@click.option("--title", default="", help="What the talks are called.")
@click.option("--analyst", default="", help="Whose judgements the case will hold; the login name unless given.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def init(path: str, title: str, analyst: str, *, as_json: bool) -> None:
    """Make a case folder: case.yaml, to be filled by hand, and sources/.

    \b
    Example:
      zopa init talks/ --title "Moscow talks, December 2025" --analyst desk-2
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="init"):
        from zopa.json_output import envelope
        from zopa.run.talks import init_case

        file = init_case(path, title=title, analyst=analyst or login_name(), today=date.today().isoformat())
        if as_json:
            print_json({**envelope("init"), "file": str(file)})
            return
        click.echo(f"Written: {file}. Next: `zopa add {path} FILE...` copies documents into it.")


@click.command()
@click.argument("path", metavar="CASE")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def add(path: str, files: tuple[str, ...], *, as_json: bool) -> None:
    """Copy documents into a case and list them in its case.yaml; nothing is altered or overwritten.

    \b
    Example:
      zopa add talks/ article-a.html wire.txt
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="add"):
        from zopa.json_output import envelope
        from zopa.json_output.case import added_json
        from zopa.run.talks import add_documents

        added, problems = add_documents(path, files, today=date.today().isoformat())
        if as_json:
            print_json({**envelope("add", problems), "added": added_json(added)})
        else:
            tell_problems(problems)
        for item in () if as_json else added:
            click.echo(f"{'there already' if item.already else 'added'}: {item.id} ({item.file})")
        if any(problem.severity == "error" for problem in problems):
            sys.exit(1)


@click.command()
@document_options
@click.option("-o", "--output", metavar="FOLDER", help="The case folder to make; without it the case is only printed.")
@click.option("--title", help="What the talks are called; otherwise taken from the meeting told of most.")
def sketch(
    read: Callable[[], Accounts], *, as_json: bool, limit: int, output: str | None, title: str | None
) -> Sequence[Problem]:
    """Propose a case from documents: parties, issues, who stands where, meetings, gates; for a person to confirm.

    \b
    Examples:
      zopa sketch a.txt b.txt -o talks/
      zopa sketch sources/ > proposed.yaml
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.case import sketch_json
    from zopa.run import sketching, talks

    accounts = read()
    case = sketching.sketch(accounts, title=title)
    made = sketching.write_sketch(case, accounts, output, today=date.today().isoformat()) if output else None
    if as_json:
        head = {**envelope("sketch", accounts.problems), "documents": documents_json(accounts.documents)}
        print_json({**head, "folder": output, **sketch_json(case, limit)})
        return accounts.problems
    tell_problems(accounts.problems)
    if made is None:
        click.echo(sketching.print_sketch(case), nl=False)
        return accounts.problems
    show_page(talks.grid_page(made, talks.grid(made)))
    click.echo(
        f"\nWritten: {output}/case.yaml. Everything in it is proposed; `zopa check {output}` says what is missing."
    )
    return accounts.problems


@click.command()
@case_options
@limit_option()
@click.option("--all", "everything", is_flag=True, help="The whole ledger, with what rests on evidence.")
def check(talks: Talks, *, as_json: bool, limit: int, everything: bool) -> Sequence[Problem]:
    """Print every problem of a case with its line and cure, and the assumption ledger.

    \b
    Examples:
      zopa check talks/
      zopa check talks/ --json > problems.json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import envelope, limited
    from zopa.json_output.case import assumptions_json, case_json
    from zopa.report.terminal import print_section
    from zopa.run import talks as run
    from zopa.views.ledger import build_ledger_section

    problems = run.check(talks)
    if as_json:
        sound = not any(problem.severity == "error" for problem in talks.folder.loaded.problems)
        rows = assumptions_json(talks.ledger) if sound else []
        print_json({**envelope("check", problems), **case_json(talks.case), **limited("assumptions", rows, limit)})
        return problems
    tell_problems(problems)
    if any(problem.severity == "error" for problem in talks.folder.loaded.problems):
        click.echo("What the case assumes is not told while its file has errors: mend them first.")
        return problems
    print_section(
        build_ledger_section(talks.case, talks.ledger, only_weak=not everything), console(), frozenset(), legend=False
    )
    counts = [f"{sum(p.severity == s for p in problems)} {s}(s)" for s in ("error", "warning", "note")]
    click.echo(
        f"\n{', '.join(counts)}; {len(talks.anchored.passages)} quote(s) found in {len(talks.documents)} document(s)."
    )
    return problems


@click.command()
@case_options
@limit_option()
@reading_option
@click.option("--track", help="Only the issues of this track.")
@output_option("Write it: .html, .md, .csv, .xlsx, .svg or .png (the charts).")
def grid(
    talks: Talks, *, as_json: bool, limit: int, reading: str, track: str | None, output: str | None
) -> Sequence[Problem]:
    """Print who stands where: parties by issues, with voice, passages and the day of the last word.

    \b
    Examples:
      zopa grid talks/
      zopa grid talks/ --as-of 2025-11-24 --track peace
      zopa grid talks/ -o grid.xlsx
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.case import case_json, grid_json
    from zopa.run import talks as run

    made = run.grid(talks, reading=reading, track=track)
    if as_json:
        head = {
            **envelope("grid", talks.problems),
            "documents": documents_json(talks.documents),
            **case_json(talks.case),
        }
        print_json({**head, "reading": reading, **grid_json(made, limit)})
        return talks.problems
    page = run.grid_page(talks, made, reading)
    tell_problems(talks.problems)
    if output:
        write_page(page, output)
    else:
        show_page(page)
    return talks.problems


COMMANDS = (init, add, sketch, check, grid)
