"""Commands on drafts: redline."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from zopa.cli.shared import (
    Day,
    login_name,
    note_read,
    output_option,
    print_json,
    reported,
    show_page,
    tell_problems,
    write_data,
    write_page,
)

if TYPE_CHECKING:
    from zopa.run.plans import Compared


@click.command()
@click.argument("words", metavar="A B...", nargs=-1, required=True)
@click.option(
    "--align", "aligned", multiple=True, metavar="3=4", help="Set a pair by hand: 3=4, 5=5,6 or 7=none; repeatable."
)
@click.option("--as-of", type=Day(), help="With a case: the case as it was known on this day.")
@output_option("Write it: .html, .md, .docx (with tracked changes), .csv, .xlsx, .svg or .png (the chart).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows of a list in JSON.")
def redline(
    words: tuple[str, ...],
    *,
    aligned: tuple[str, ...],
    as_of: date | None,
    output: str | None,
    as_json: bool,
    limit: int,
) -> None:
    """Compare versions of a text (earliest first), or two drafts of a case (CASE DRAFT DRAFT), point by point.

    With three or more files it tells the history of each point and where the words of the last version come from.

    \b
    Examples:
      zopa redline plan-1.md plan-2.md
      zopa redline talks/ us-28 european -o redline.docx
      zopa redline plan-1.md plan-2.md --align 5=5,6
      zopa redline draft-1.docx draft-2.docx final.docx --json
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=as_json, kind="redline"):
        from zopa.json_output import documents_json, envelope
        from zopa.json_output.plans import redline_json
        from zopa.run import plans as run

        note_read(*words)
        made = run.redline(words, aligned=aligned, as_of=as_of)
        if as_json:
            head = {**envelope("redline", made.problems), "documents": documents_json(made.documents)}
            print_json(
                {
                    **head,
                    **redline_json(made.redline, made.favours, limit, made.versions, made.history),
                }
            )
        else:
            tell_problems(made.problems)
            if output:
                _write(made, output)
            else:
                show_page(run.redline_page(made))
                click.echo(run.coverage_line(made))
        if any(problem.severity == "error" for problem in made.problems):
            sys.exit(1)


def _write(made: Compared, output: str) -> None:
    """Write a redline in the form that the ending of `output` names."""
    told = ""
    if output.lower().endswith(".docx"):
        from zopa.report.redline_docx import render_redline_docx

        texts = (made.documents[0].text, made.documents[-1].text)
        author, day = login_name() or "zopa", date.today().isoformat()
        data, told = render_redline_docx(made.redline, texts, author=author, day=day), ", with tracked changes"
    elif output.lower().endswith(".xlsx"):
        from zopa.report.redline_sheet import render_redline_sheet

        data = render_redline_sheet(made.redline, made.names)
    else:
        from zopa.run.plans import redline_page

        write_page(redline_page(made), output)
        return
    write_data(output, data)
    click.echo(f"Written: {output} ({len(data) / 1024:,.0f} kB){told}.")


COMMANDS = (redline,)
