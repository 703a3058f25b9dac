"""A bar on standard error while many documents are read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.progress import TaskID

_MANY = 8  # documents from which on a bar is worth its line


def show_progress(paths: Sequence[str]) -> Callable[[str, int, int], None] | None:
    """What is to be called with (what, done, total); None where few documents are read or nobody looks."""
    many = len(paths) > _MANY or any(Path(path).is_dir() for path in paths if path != "-")
    if not many or not sys.stderr.isatty():
        return None
    from rich.console import Console  # noqa: PLC0415 - most commands show no bar
    from rich.progress import Progress  # noqa: PLC0415

    bar = Progress(console=Console(stderr=True), transient=True)
    tasks: dict[str, TaskID] = {}

    def told(what: str, done: int, total: int) -> None:
        if what not in tasks:
            bar.start()
            tasks[what] = bar.add_task(what, total=total)
        bar.update(tasks[what], completed=done, total=total)
        if done == total:
            bar.stop()

    return told
