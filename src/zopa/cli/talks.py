"""The command on who takes part and what it is about: talks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from zopa.cli.shared import accounts_of, console, document_options, login_name, print_json, tell_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.errors import Problem
    from zopa.run import Accounts
    from zopa.run.talks import Talks

_DO = ("rename", "join", "split", "reject")


@click.command()
@document_options
@click.option(
    "--rename", multiple=True, metavar='"A=B"', help="Call the party, person or issue A by the name B; repeatable."
)
@click.option("--join", multiple=True, metavar='"A=B"', help="A is the same as B; repeatable.")
@click.option(
    "--split",
    multiple=True,
    metavar='"A"',
    help="A is one of its own, not another word for something else; repeatable.",
)
@click.option("--reject", multiple=True, metavar='"A"', help="A is no party, person or issue; repeatable.")
@click.option(
    "--of", "of", type=click.Choice(["party", "person", "issue"]), help="What A is, where it names several things."
)
@click.option("--by", metavar="NAME", help="Who says so; the login name unless given.")
def talks(  # noqa: PLR0913 - one parameter for each option
    read: Callable[[], Talks | Accounts], *, as_json: bool, limit: int, rename: tuple[str, ...], join: tuple[str, ...],
    split: tuple[str, ...], reject: tuple[str, ...], of: str | None, by: str | None,
) -> Sequence[Problem]:  # fmt: skip
    """Print who takes part, over what, who wants what and what blocks, or say what is wrong with that.

    \b
    Examples:
      zopa talks sources/                                     parties, people, issues, wants
      zopa talks sources/ --join "the authority=City Council" --by desk-2
      zopa talks sources/ --rename "pay=Pay of drivers" --reject "bin workers"
      zopa talks a.txt b.txt --json > talks.json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    from zopa.json_output import documents_json, envelope, talks_json
    from zopa.report import print_talks
    from zopa.run.participants import edit_talks, find_talks
    from zopa.views.letters import assign_letters

    accounts = accounts_of(read())
    given = dict(zip(_DO, (rename, join, split, reject), strict=True))
    edits = [(do, told) for do in _DO for told in given[do]]
    if edits:
        accounts = edit_talks(accounts, edits, of=of or "", by=by or login_name(), on=date.today().isoformat())
    found = find_talks(accounts)
    problems = (*accounts.problems, *found.problems)
    if as_json:
        print_json(
            {**envelope("talks", problems), "documents": documents_json(accounts.documents), **talks_json(found, limit)}
        )
        return problems
    tell_problems(problems)
    print_talks(found, assign_letters(accounts.documents), console())
    if edits and accounts.corrections:
        click.echo(f"\nWritten: {len(edits)} entry(ies) to {accounts.corrections.path}.")
    return problems


COMMANDS = (talks,)
