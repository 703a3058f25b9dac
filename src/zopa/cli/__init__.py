"""The command line: parses arguments, calls `zopa.run`, prints through `zopa.report` or as one JSON document.

One module for each group of commands; `shared` holds what they have in common. Exit codes: 0 done, 1 the input has errors,
2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import gc
import io
import os
import sys

import click

from zopa import __version__
from zopa.cli import case, deals, documents, pace, plans, process, sharing, stability, talks, web, whatif


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="zopa")
def main() -> None:
    """Read conflicting accounts of a negotiation: what is known, who said what, what is disputed.

    \b
    Examples:
      zopa brief article-a.html article-b.txt      the page that compares two accounts
      zopa statements article-a.html --json        who said what, for a script
      zopa compare sources/                        every agreement and contradiction in a folder

    FILE may be a .txt, .md, .html, .pdf or .docx file, a folder of them, or - for standard input.
    """  # noqa: D301 - click reads the backspace: do not wrap what follows
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads wait for each other
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # else it looks for some in every package there is
    gc.set_threshold(20_000, 20, 20)  # a command makes much and throws little away: a twentieth of its time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe's encoding differs by system; texts may hold any letter
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


for command in (
    *documents.COMMANDS,
    *case.COMMANDS,
    *plans.COMMANDS,
    *process.COMMANDS,
    *deals.COMMANDS,
    *stability.COMMANDS,
    *pace.COMMANDS,
    *whatif.COMMANDS,
    *sharing.COMMANDS,
    *talks.COMMANDS,
    *web.COMMANDS,
):
    main.add_command(command)
