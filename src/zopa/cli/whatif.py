"""Commands on what is vague: whatif."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from zopa.cli.case import case_options
from zopa.cli.shared import limit_option, output_option, print_json, show_page, tell_problems, write_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.errors import Problem
    from zopa.run.talks import Talks


@click.command()
@case_options
@limit_option(1_000)
@click.option(
    "--draws",
    type=click.IntRange(1, 1_000_000),
    default=500,
    show_default=True,
    help="How many to solve, under each reading.",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Of the draws.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to solve with.")
@click.option(
    "--cluster", metavar="ADDRESS", default="", help="Solve on the workers of this Dask scheduler (tcp://host:8786)."
)
@output_option("Write it: .html, .md, .csv or .xlsx.")
def whatif(  # noqa: PLR0913 - one parameter for each option
    talks: Talks, *, as_json: bool, limit: int, draws: int, seed: int, jobs: int, cluster: str, output: str | None
) -> Sequence[Problem]:  # fmt: skip
    """Print which answers hold whatever the vague values are, which flip and on what, and what to find out next.

    \b
    Examples:
      zopa whatif talks/
      zopa whatif talks/ --draws 2000 --jobs 2 -o whatif.html
      zopa whatif talks/ --json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.case import case_json
    from zopa.json_output.whatif import whatif_json
    from zopa.run import kept
    from zopa.run import whatif as run

    settings = run.EnsembleSettings(draws=draws, seed=seed)
    with run.workers(jobs, cluster) as executor:
        made = run.whatif(talks, settings, executor=executor, progress=_progress())
    if why := kept.keep(talks, made):
        click.echo(f"Not kept for the brief: {why}.", err=True)
    if made.ensemble.interrupted:
        click.echo(f"Stopped: what follows rests on {made.ensemble.draws} of {made.ensemble.asked} draws.", err=True)
    if as_json:
        head = {
            **envelope("whatif", talks.problems),
            "documents": documents_json(talks.documents),
            **case_json(talks.case),
        }
        head["case_sha256"] = talks.folder.sha256
        print_json({**head, **whatif_json(talks.case, made, talks.ledger, talks.filed, limit)})
        return talks.problems
    tell_problems(talks.problems)
    page = run.whatif_page(talks, made)
    write_page(page, output) if output else show_page(page)
    return talks.problems


def _progress() -> Callable[[int, int], None] | None:
    """A line on standard error with the time that is left, where somebody looks."""
    if not sys.stderr.isatty():
        return None
    start = time.monotonic()

    def tell(done: int, total: int) -> None:
        left = (time.monotonic() - start) * (total - done) / done
        click.echo(f"\r\x1b[2K{done} of {total} draws, about {left:.0f} s left", err=True, nl=done == total)

    return tell


COMMANDS = (whatif,)
