"""The workbench in the local browser: serve, demo."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from zopa.cli.shared import login_name, reported


@click.command()
@click.argument("path", metavar="CASE", type=click.Path())
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Where to listen on this machine; any free port unless given.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--by",
    "analyst",
    default="",
    help="Who edits; the analyst of the case unless given, or without one the login name.",
)
def serve(path: str, *, port: int, no_browser: bool, analyst: str) -> None:
    """Open a case, or a folder of documents, as a workbench in the browser, on this machine only; ends with Ctrl-C.

    \b
    Examples:
      zopa serve talks/
      zopa serve sources/ --by desk-2                         documents without a case
      zopa serve talks/ --port 8080 --no-browser
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=False, kind="serve"):
        _serve(path, port, analyst, browse=not no_browser)


@click.command()
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path())
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Where to listen on this machine; any free port unless given.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def demo(folder: str | None, *, port: int, no_browser: bool) -> None:
    """Open the finished example, Moscow in December 2025, as a workbench; a copy, in FOLDER or in a temporary one.

    \b
    Examples:
      zopa demo
      zopa demo moscow/
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    with reported(as_json=False, kind="demo"):
        from zopa.run.examples import copy_example

        if folder is not None:
            _serve(str(copy_example(Path(folder))), port, "", browse=not no_browser)
            return
        with tempfile.TemporaryDirectory(prefix="zopa-demo-") as place:
            click.echo("What you change here is gone when the demo ends; `zopa demo FOLDER` keeps it.")
            _serve(str(copy_example(Path(place, "moscow-2025"))), port, "", browse=not no_browser)


def _serve(path: str, port: int, analyst: str, *, browse: bool) -> None:
    from zopa.run.talks import is_case
    from zopa.web.serve import serve as run

    run(
        path,
        port=port,
        analyst=analyst or ("" if is_case(path) else login_name()),
        browse=browse,
        tell=lambda address: click.echo(f"{address}\nEnds with Ctrl-C."),
    )


COMMANDS = (serve, demo)
