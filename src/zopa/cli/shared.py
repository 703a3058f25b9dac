"""What every command shares: options, one way to report problems, printing and writing.

Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from datetime import date
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, cast

import click

from zopa.errors import InputError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from rich.console import Console

    from zopa.run import Accounts
    from zopa.run.limits import Limits
    from zopa.run.talks import Talks
    from zopa.views import Brief

_KINDS = {"compare": "accounts"}  # kinds of JSON documents that are not called as their command
_FORCE, _READ = "zopa.force", "zopa.read"  # what a command remembers in its context


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how one is written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2025-12-04.", param, ctx)


def document_options(command: Callable[..., Sequence[Problem]]) -> Callable[..., None]:
    """Arguments and options that every command on documents takes, and one way to report problems."""

    @click.argument("paths", nargs=-1, required=True, metavar="FILE...")
    @click.option("--as-of", type=Day(), help="Leave out what was published later than this date (2025-12-04).")
    @click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to read with.")
    @limit_options
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
    @click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows of a list in JSON.")
    @click.option("--record", metavar="FILE", help="Corrections to apply; else record.yaml in the one folder given.")
    @click.option("--reader", default="rules", show_default=True, help="rules, spacy:PIPELINE, llm:MODEL, joined by +.")
    @click.option("--endpoint", metavar="URL", help="OpenAI-compatible endpoint for --reader llm:MODEL.")
    @wraps(command)
    def wrapped(paths: Sequence[str], **kwargs: Any) -> None:
        with reported(as_json=kwargs["as_json"], kind=_KINDS.get(command.__name__, command.__name__)):
            choices = {name: kwargs.pop(name) for name in ("as_of", "jobs", "record", "reader", "endpoint")}
            choices["limits"] = pop_limits(kwargs)
            _get_ready()
            problems = command(partial(read_source, paths, **choices), **kwargs)
            if any(problem.severity == "error" for problem in problems):
                sys.exit(1)  # the rest was done, but not all of the input could be used

    return wrapped


def limit_option(rows: int = 10_000) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """--limit, how many rows of a list JSON holds; what is cut is counted."""
    return click.option(
        "--limit", type=click.IntRange(1), default=rows, show_default=True, help="Rows of a list in JSON."
    )


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--max-seconds and --max-memory, for commands that read documents."""
    seconds = click.option(
        "--max-seconds", type=click.FloatRange(0, min_open=True), default=60.0, show_default=True,
        help="Longest time in which one document may be read.",
    )  # fmt: skip
    memory = click.option(
        "--max-memory", type=click.IntRange(1), default=2_048, show_default=True,
        help="Most memory, in MiB, with which one document may be read.",
    )  # fmt: skip
    return seconds(memory(command))


def pop_limits(options: dict[str, Any]) -> Limits:
    """The limits among `options`, which are taken out."""
    from zopa.run.limits import Limits

    return Limits(options.pop("max_seconds"), options.pop("max_memory"))


def reading_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--reading, for commands that show one reading of the case."""
    told = "Show the case under this reading; `base` is the case as written."
    return click.option("--reading", default="base", show_default=True, help=told)(command)


def source_options(command: Callable[..., Sequence[Problem]]) -> Callable[..., None]:
    """For commands that take a case, or documents where no case is: the function they call reads whichever it is."""

    @click.argument("paths", nargs=-1, required=True, metavar="CASE|FILE...")
    @click.option("--as-of", type=Day(), help="As it was known on this day (2025-12-04).")
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
    @click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows of a list in JSON.")
    @wraps(command)
    def wrapped(paths: Sequence[str], as_of: date | None, **kwargs: Any) -> None:
        with reported(as_json=kwargs["as_json"], kind=command.__name__):
            _get_ready()
            problems = command(partial(read_source, paths, as_of=as_of), **kwargs)
            if any(problem.severity == "error" for problem in problems):
                sys.exit(1)  # the rest was done, but not all of the input could be used

    return wrapped


def _get_ready() -> None:
    """Start the process that reads before anything else is imported: it gets ready meanwhile."""
    from zopa.run.limits import READ, RECORD, start_worker

    start_worker(READ, RECORD)


def accounts_of(source: Talks | Accounts) -> Accounts:
    """The documents of a case as accounts; accounts as they are."""
    from zopa.run import Accounts

    return source if isinstance(source, Accounts) else source.accounts


def read_source(  # noqa: PLR0913 - one parameter for each option
    paths: Sequence[str], *, as_of: date | None = None, jobs: int = 1, record: str | None = None, reader: str = "rules",
    endpoint: str | None = None, limits: Limits | None = None,
) -> Talks | Accounts:  # fmt: skip
    """The case, where one is given alone; else the documents, read as the options say."""
    from zopa.report import show_progress

    note_read(*paths, *((record,) if record else ()))
    from zopa.run.limits import DEFAULT_LIMITS

    if len(paths) == 1 and _is_case(paths[0]):
        from zopa.run.talks import open_talks

        talks = open_talks(paths[0], as_of=as_of)
        note_read(talks)
        return talks
    from zopa import run

    readers = ()
    if reader != "rules" or endpoint:
        from zopa.statements.readers import build_readers

        readers = build_readers(reader, endpoint=endpoint)
    accounts = run.read_accounts(
        paths, record, as_of=as_of, jobs=jobs, progress=show_progress(paths), readers=readers,
        limits=limits or DEFAULT_LIMITS,
    )  # fmt: skip
    note_read(accounts)
    return accounts


def _is_case(path: str) -> bool:
    """Whether a path is a case, without importing what reads one."""
    return path.endswith("case.yaml") or (path != "-" and os.path.isfile(os.path.join(path, "case.yaml")))  # noqa: PTH113, PTH118


@contextlib.contextmanager
def reported(*, as_json: bool, kind: str) -> Generator[None]:
    """Turn errors on purpose into lines on standard error (or problems in JSON) and an exit code."""
    try:
        yield
    except InputError as error:
        if as_json:
            from zopa.json_output import envelope

            print_json(envelope(kind, error.problems))
        else:
            tell_problems(error.problems)
        sys.exit(1)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        click.echo("Interrupted; nothing was written.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        message = f"Expected to read and write what was named, but: {error.strerror or error}."
        cure = "Free some space, check the permissions, or name another place."
        tell_problems((Problem("error", str(error.filename or ""), None, "cannot-write", message, cure),))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer is not tried again
        sys.exit(1)


def output_option(
    told: str,
    *,
    type: click.ParamType[str] | None = None,  # noqa: A002 - click's own word
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """-o, with what it may write over: --force lets it replace a file that zopa did not write."""

    def wrap(command: Callable[..., Any]) -> Callable[..., Any]:
        command = click.option(
            "--force", is_flag=True, expose_value=False, callback=_note_force,
            help="Let -o replace a file that zopa did not write; never one that is read here.",
        )(command)  # fmt: skip
        return click.option("-o", "--output", help=told, type=type)(command)

    return wrap


def _note_force(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[_FORCE] = value


def note_read(*sources: Talks | Accounts | str) -> None:
    """Remember what this command reads, so that its output replaces none of it."""
    click.get_current_context().meta.setdefault(_READ, []).extend(sources)


def write_data(path: str | Path, data: bytes) -> None:
    """Write a file in one step or not at all; never over what was read here, nor, without --force, over what zopa did not write."""
    from zopa.run.writing import files_read, write_output

    meta = click.get_current_context().meta
    read = [file for source in meta.get(_READ, []) for file in files_read(source)]
    write_output(path, data, read=read, force=meta.get(_FORCE, False))


def console() -> Console:
    """A console on standard output, 100 columns wide where that is no terminal."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else 100)


def print_json(document: dict[str, Any]) -> None:
    """Print one JSON document, with numbers that are the same whatever adds them up."""
    json.dump(_settled(document), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    sys.stdout.flush()


def _settled(value: Any) -> Any:
    """The same with fractions of `_DIGITS` digits: behind them interpreters differ (Python 3.12 adds up more exactly than 3.11)."""
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    if isinstance(value, dict):
        return {key: _settled(one) for key, one in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_settled(one) for one in cast("Sequence[Any]", value)]
    return value


_DIGITS = 12


def tell_problems(problems: Sequence[Problem]) -> None:
    """Print problems on standard error."""
    if not problems:
        return
    from rich.console import Console

    from zopa.report import print_problems

    print_problems(problems, Console(stderr=True, highlight=False))


def tell_progress(what: str, done: int, total: int) -> None:
    """One line on standard error that the next one overwrites, where somebody looks."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[2K{what} ({done + 1} of {total})", err=True, nl=done + 1 == total)


def login_name() -> str:
    """The user's login name, "" where the system knows none."""
    import getpass

    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def show_page(page: Brief) -> None:
    """Print the sections of a page on the terminal."""
    from zopa.report.terminal import print_page

    print_page(page, console())


def write_page(page: Brief, output: str) -> None:
    """Write a page in the form that the ending of `output` names."""
    from zopa.report.write import render_page

    data = render_page(page, output)
    write_data(output, data)
    click.echo(f"Written: {output} ({len(data) / 1024:,.0f} kB).")
