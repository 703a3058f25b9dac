"""Commands on the graph model: stability."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from zopa.cli.shared import (
    Day,
    note_read,
    output_option,
    print_json,
    reading_option,
    reported,
    show_page,
    tell_problems,
    write_data,
    write_page,
)

if TYPE_CHECKING:
    from datetime import date

    from zopa.run.stability import Stability


@click.command()
@click.argument("path", metavar="CASE|FILE.gmcr")
@reading_option
@click.option("--as-of", type=Day(), help="The case as it was known on this day (2025-12-04).")
@click.option(
    "--coalitions", type=click.Choice(["2001", "2008"]), help="What no coalition would leave, as defined then."
)
@click.option(
    "--make", metavar="STATE", default="", help="The fewest changes of preference that would make this state hold."
)
@click.option(
    "--concept",
    type=click.Choice(["nash", "gmr", "smr", "seq", "sim"]),
    default="seq",
    show_default=True,
    help="For --make: in which sense it is to hold.",
)
@click.option(
    "--frozen", multiple=True, metavar="PARTY", help="For --make: whose preferences cannot change; repeatable."
)
@click.option("--draws", type=click.IntRange(0), default=0, help="Draw what is unknown, tied or vague so many times.")
@click.option("--seed", type=int, default=0, show_default=True, help="For --draws.")
@output_option("Write it: .html, .md, .csv, .xlsx, .svg or .png (the graph), or .gmcr for the GMCR+ program.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows of a list in JSON.")
def stability(  # noqa: PLR0913 - one parameter for each option
    path: str, *, reading: str, as_of: date | None, coalitions: str | None, make: str, concept: str, frozen: tuple[str, ...],
    draws: int, seed: int, output: str | None, as_json: bool, limit: int,
) -> None:  # fmt: skip
    """Print what would hold: who could walk away, what they would gain, what deters them (graph model).

    \b
    Examples:
      zopa stability talks/
      zopa stability examples/conflicts/cuban.gmcr --json
      zopa stability talks/ --make YNNY --frozen russia
      zopa stability talks/ -o graph.svg
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="stability"):
        from zopa.json_output import envelope
        from zopa.json_output.stability import stability_json
        from zopa.run import stability as run

        note_read(path)
        made = run.stability(path, reading=reading, as_of=as_of, limit=limit)
        made = run.ask_more(made, run.Questions(coalitions or "", make, concept, frozen, draws, seed))
        problems = made.problems
        if as_json:
            print_json(
                {
                    **envelope("stability", problems),
                    "title": made.title,
                    "reading": reading,
                    **stability_json(made.result, made.more),
                }
            )
        elif output and output.lower().endswith(".gmcr"):
            _write_gmcr(made, output)
        else:
            tell_problems(problems)
            page = run.stability_page(made)
            write_page(page, output) if output else show_page(page)
        if any(problem.severity == "error" for problem in problems):
            sys.exit(1)


def _write_gmcr(made: Stability, output: str) -> None:
    """The conflict for the program GMCR+, and what its file cannot say."""
    from zopa.run import stability as run

    text, lost = run.stability_gmcr(made)
    tell_problems((*made.problems, *lost))
    write_data(output, text.encode("utf-8"))
    click.echo(f"Written: {output}.")


COMMANDS = (stability,)
