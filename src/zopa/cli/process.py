"""Commands on the process: process, changes. Both take a case, or documents alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zopa.cli.shared import (
    note_read,
    output_option,
    print_json,
    show_page,
    source_options,
    tell_problems,
    write_data,
    write_page,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.errors import Problem
    from zopa.run import Accounts
    from zopa.run.talks import Talks


@click.command()
@source_options
@output_option("Write it: .html, .md, .csv, .xlsx, .svg or .png (the charts), or .ics for a calendar.")
def process(
    read: Callable[[], Talks | Accounts], *, as_json: bool, limit: int, output: str | None
) -> Sequence[Problem]:
    """Print who meets whom, in what order, through whom, what is due, and who is not heard.

    \b
    Examples:
      zopa process talks/
      zopa process a.txt b.txt --json
      zopa process talks/ -o talks.ics
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.process import process_json
    from zopa.run import process as run

    source = read()
    if as_json:
        head = {**envelope("process", source.problems), "documents": documents_json(source.documents)}
        print_json({**head, **process_json(run.process(source), limit)})
        return source.problems
    tell_problems(source.problems)
    if output and output.lower().endswith(".ics"):
        from zopa.exchange.ical import print_ical

        data = print_ical(run.process_events(run.process(source)), title="zopa", day=run.told_on(source))
        write_data(output, data)
        click.echo(f"Written: {output} ({len(data) / 1024:,.0f} kB).")
    elif output:
        write_page(run.process_page(source), output)
    else:
        show_page(run.process_page(source))
    return source.problems


@click.command()
@source_options
@click.option(
    "--since", required=True, metavar="DATE|PATH",
    help="A date (2025-12-01), JSON of an earlier `zopa brief`, or earlier documents.",
)  # fmt: skip
@output_option("Write it: .html, .md, .csv or .xlsx.")
def changes(
    read: Callable[[], Talks | Accounts], *, as_json: bool, limit: int, since: str, output: str | None
) -> Sequence[Problem]:
    """Print what changed: positions new, hardened, softened, denied or gone silent; drafts, meetings, gates.

    \b
    Examples:
      zopa changes talks/ --since 2025-11-20 --as-of 2025-12-04
      zopa changes sources/ --since yesterday.json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.process import changes_json
    from zopa.run import changes as run

    source = read()
    note_read(since)
    found = run.changes(source, since)
    if as_json:
        head = {**envelope("changes", source.problems), "documents": documents_json(source.documents)}
        print_json({**head, **changes_json(found, limit)})
        return source.problems
    tell_problems(source.problems)
    if output:
        write_page(run.changes_page(source, found), output)
    else:
        show_page(run.changes_page(source, found))
    return source.problems


COMMANDS = (process, changes)
