"""Commands on time: pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zopa.cli.case import case_options
from zopa.cli.deals import readings_option, time_option
from zopa.cli.shared import output_option, print_json, show_page, tell_problems, write_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.errors import Problem
    from zopa.run.talks import Talks


@click.command()
@case_options
@readings_option
@time_option
@click.option(
    "--patience",
    multiple=True,
    metavar="PARTY=VALUE",
    help="Try another patience: a word, or a number above 0 up to 1; repeatable.",
)
@click.option(
    "--drift", multiple=True, metavar="PARTY=CHANGE", help="Let a no-deal value drift by so much a month; repeatable."
)
@click.option(
    "--risk", type=float, default=0.0, show_default=True, help="Of a breakdown of the talks each month, 0 to 1."
)
@click.option(
    "--months", type=click.IntRange(1, 600), help="Offers end after so many months; else with the first deadline."
)
@output_option("Write it: .html, .md, .csv or .xlsx.")
def pace(  # noqa: PLR0913 - one parameter for each option
    talks: Talks, *, as_json: bool, readings: tuple[str, ...], seconds: float, patience: tuple[str, ...], drift: tuple[str, ...],
    risk: float, months: int | None, output: str | None,
) -> Sequence[Problem]:  # fmt: skip
    """Print who says that time helps whom, what is due, and what follows from patience if they are right.

    \b
    Examples:
      zopa pace talks/
      zopa pace talks/ --patience russia="very patient" --months 6
      zopa pace talks/ --drift ukraine=-0.02 --json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope
    from zopa.json_output.case import case_json
    from zopa.json_output.pace import pace_json
    from zopa.run import pace as run
    from zopa.run.deals import parse_readings

    settings = run.PaceSettings(_pairs(patience), _pairs(drift), risk, months)
    made = run.pace(talks, parse_readings(talks, readings), settings, seconds=seconds)
    if as_json:
        head = {
            **envelope("pace", talks.problems),
            "documents": documents_json(talks.documents),
            **case_json(talks.case),
        }
        print_json({**head, **pace_json(made, talks.ledger)})
        return talks.problems
    tell_problems(talks.problems)
    page = run.pace_page(talks, made)
    write_page(page, output) if output else show_page(page)
    return talks.problems


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    """PARTY=VALUE as a mapping."""
    found: dict[str, str] = {}
    for pair in given:
        party, equals, value = pair.partition("=")
        if not equals or not party or not value:
            raise click.UsageError(f"Expected PARTY=VALUE, got {pair!r}.")
        found[party.strip()] = value.strip()
    return found


COMMANDS = (pace,)
