"""Commands on the deal space: deals, deadlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zopa.cli.case import case_options
from zopa.cli.shared import limit_option, output_option, print_json, show_page, tell_problems, tell_progress, write_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from zopa.errors import Problem
    from zopa.run.talks import Talks


def readings_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--reading, repeatable, for commands that set readings beside each other."""
    told = "Only this reading; repeatable. All of them unless given; `base` is the case as written."
    return click.option("--reading", "readings", multiple=True, help=told)(command)


def time_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--time-limit, for commands that solve."""
    told = "Stop solving after so many seconds and tell what is known by then."
    kind = click.FloatRange(0, min_open=True)
    return click.option("--time-limit", "seconds", type=kind, default=300.0, show_default=True, help=told)(command)


@click.command()
@case_options
@limit_option(100)  # tied solutions of one case can be tens of thousands
@readings_option
@time_option
@click.option("--all", "everything", is_flag=True, help="Leave out red lines and no-deal values; keep the conditions.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Of the sample, where the share cannot be counted."
)
@output_option("Write it: .html, .md, .csv, .xlsx, .svg or .png (the charts).")
def deals(  # noqa: PLR0913 - one parameter for each option
    talks: Talks, *, as_json: bool, limit: int, readings: tuple[str, ...], everything: bool, seed: int, seconds: float,
    output: str | None,
) -> Sequence[Problem]:  # fmt: skip
    """Print whether a deal is possible under each reading, where the drafts stand, and which packages would hold.

    \b
    Examples:
      zopa deals talks/
      zopa deals talks/ --reading base --json
      zopa deals talks/ --all                 without red lines and no-deal values
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import envelope
    from zopa.json_output.case import case_json
    from zopa.json_output.deals import deals_json
    from zopa.run import deals as run

    wanted = run.parse_readings(talks, readings)
    settings = run.Settings(seed=seed, limit=max(limit, 10_000))
    made = run.deals(talks, wanted, everything=everything, settings=settings, seconds=seconds, progress=tell_progress)
    if as_json:
        print_json({**envelope("deals", talks.problems), **case_json(talks.case), **deals_json(made, limit)})
        return talks.problems
    tell_problems(talks.problems)
    page = run.deals_page(talks, made)
    write_page(page, output) if output else show_page(page)
    return talks.problems


@click.command()
@case_options
@limit_option()
@readings_option
@time_option
@output_option("Write it: .html, .md, .csv or .xlsx.")
def deadlock(
    talks: Talks, *, as_json: bool, limit: int, readings: tuple[str, ...], seconds: float, output: str | None
) -> Sequence[Problem]:
    """Print what blocks a deal, and every minimal way out by what it asks of whom; or how near a zone is to closing.

    \b
    Examples:
      zopa deadlock talks/
      zopa deadlock talks/ --reading base --json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.deals import deadlock_json
    from zopa.run import deals as run

    made = run.deadlock(talks, run.parse_readings(talks, readings), seconds=seconds, progress=tell_progress)
    if as_json:
        head = {**envelope("deadlock", talks.problems), "documents": documents_json(talks.documents)}
        passages = {(p, i): talks.anchored.of("positions", p, i) for p in talks.case.parties for i in talks.case.issues}
        print_json({**head, **deadlock_json(made, passages, limit)})
        return talks.problems
    tell_problems(talks.problems)
    page = run.deadlock_page(talks, made)
    write_page(page, output) if output else show_page(page)
    return talks.problems


COMMANDS = (deals, deadlock)
