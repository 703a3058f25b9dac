"""One zip of a case: pack, share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zopa.cli.shared import Day, print_json, reported, tell_problems, tell_progress

if TYPE_CHECKING:
    from datetime import date

    from zopa.run.sharing import Zipped


@click.command()
@click.argument("path", metavar="CASE")
@click.option("-o", "--output", required=True, metavar="FILE", help="The zip to write.")
@click.option("--no-deal-values", is_flag=True, help="Keep what parties have without a deal.")
@click.option("--ways-out", is_flag=True, help="Keep in the brief what parties could give up to open a deal.")
@click.option("--allegations", is_flag=True, help="Keep allegations about named people in the brief.")
@click.option("--as-of", type=Day(), help="Leave out what came later than this day (2025-12-04).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def share(  # noqa: PLR0913 - one parameter for each option
    path: str,
    *,
    output: str,
    no_deal_values: bool,
    ways_out: bool,
    allegations: bool,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Write one zip of a case for others, with its brief: nothing private, no comments, no files that it does not list.

    No-deal values, ways out and allegations about named people are left out too, unless asked for. What rested on
    anything left out goes with it, and everything is computed anew.

    \b
    Examples:
      zopa share talks/ -o talks.zip
      zopa share talks/ -o talks.zip --ways-out --as-of 2025-12-01
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="share"):
        from zopa.report import render_file
        from zopa.run.sharing import Wishes, share

        wishes = Wishes(no_deal_values, ways_out, allegations)
        progress = None if as_json else tell_progress
        done = share(path, output, render_file, wishes=wishes, as_of=as_of, progress=progress)
        _tell(done, "share", as_json=as_json)


@click.command()
@click.argument("path", metavar="CASE")
@click.option("-o", "--output", required=True, metavar="FILE", help="The zip to write.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def pack(path: str, *, output: str, as_json: bool) -> None:
    """Write one zip of everything in a case, private things too; unpacked, it is the case again.

    \b
    Example:
      zopa pack talks/ -o talks-all.zip
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="pack"):
        from zopa.run.sharing import pack

        _tell(pack(path, output), "pack", as_json=as_json)


def _tell(done: Zipped, kind: str, *, as_json: bool) -> None:
    """What was written and what was left out."""
    if as_json:
        from zopa.json_output import envelope
        from zopa.json_output.sharing import zipped_json

        print_json({**envelope(kind, done.problems), **zipped_json(str(done.file), done.members, done.left_out)})
        return
    from zopa.views.sharing import KINDS

    tell_problems(done.problems)
    for name, count in done.left_out.items():
        click.echo(f"Left out: {KINDS[name]}: {count}.")
    click.echo(f"Written: {done.file} ({len(done.members)} files, {done.file.stat().st_size / 1024:,.0f} kB).")


COMMANDS = (share, pack)
