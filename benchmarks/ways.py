"""``python -m benchmarks.ways``: which modules a document passes on its way to a statement and to a brief, and a case file to its deals.

The three ways are walked while Python tells every call; a module is listed where a function of it is called first, below the part that it
belongs to. What a worker does for a document is done here, so that it is seen. ``--write`` puts the lists into CONTRIBUTING.md, ``--check``
ends with 1 where those there are others. A way is walked in a process of its own, so that nothing is remembered from the one before.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "zopa"
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- ways: written by `python -m benchmarks.ways --write` -->", "<!-- /ways -->"
TEXT = """Outlet: Tide Gazette
Published: 2025-03-12

The Harbour Union rejected the levy on Monday, its president, Mira Colt, told reporters. "We will not give up the dock," she said.
Norway met Peru in Tolvik for five hours. A treaty will be signed only after a vote, officials said.
"""
OTHER = """Outlet: Dock Post
Published: 2025-03-12

The Harbour Union accepted the levy on Monday. Norway met Peru in Tolvik for three hours. Mira Colt said that the dock stays shut.
"""


def statement() -> None:
    """A document becomes statements."""
    from zopa.run import read_sources  # noqa: PLC0415 - what the way imports is part of it
    from zopa.run.recording import record_document  # noqa: PLC0415

    sys.executable = ""  # no process can be started
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one.txt").write_text(TEXT, encoding="utf-8")
        documents, _ = read_sources([folder])
        record_document(documents[0])


def brief() -> None:
    """Documents become a brief."""
    from zopa.report import render_html  # noqa: PLC0415
    from zopa.run import brief as build  # noqa: PLC0415
    from zopa.run import read_accounts  # noqa: PLC0415

    sys.executable = ""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("one.txt", TEXT), ("two.txt", OTHER)):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        render_html(build(read_accounts([folder])))


def deals() -> None:
    """A case file becomes deals."""
    from zopa.run.deals import deals as solve  # noqa: PLC0415
    from zopa.run.talks import open_talks  # noqa: PLC0415

    solve(open_talks(ROOT / "examples" / "camp-david-1978"))


WAYS: dict[str, Callable[[], None]] = {
    "document -> statement": statement,
    "document -> brief": brief,
    "case.yaml -> deals": deals,
}


def walk(way: Callable[[], None]) -> list[str]:
    """Modules of ours in the order of their first call, as paths below ``src/zopa``."""
    seen: dict[str, None] = {}
    root = str(SRC) + "/"

    def told(frame: Any, event: str, _: Any) -> None:
        name = frame.f_code.co_filename
        if (
            event == "call"
            and name.startswith(root)
            and name.endswith(".py")
            and name not in seen
            and not _imports(frame, root)
        ):
            seen[name] = None

    sys.setprofile(told)
    try:
        way()
    finally:
        sys.setprofile(None)
    return [name.removeprefix(root) for name in seen]


def _imports(frame: Any, root: str) -> bool:
    """True while a module of ours is being imported: what runs then is no step of the way."""
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_code.co_filename.startswith(root):
            return True
        frame = frame.f_back
    return False


def render(name: str, modules: list[str]) -> str:
    """One line for each part, in the order in which they are met."""
    parts: dict[str, list[str]] = {}
    for module in modules:
        part, _, rest = module.removesuffix(".py").partition("/")
        if rest and not rest.endswith("__init__"):
            parts.setdefault(part, []).append(rest)
    lines = [f"* `{part}`: " + ", ".join(found) for part, found in parts.items()]
    return f"**{name}**\n\n" + "\n".join(lines)


def build_ways() -> str:
    """All three lists."""
    call = [sys.executable, "-m", "benchmarks.ways", "--one"]
    told = [subprocess.run([*call, name], cwd=ROOT, capture_output=True, text=True, check=True).stdout for name in WAYS]
    return "\n\n".join(render(name, text.split()) for name, text in zip(WAYS, told, strict=True))


def main() -> int:
    """Print, write or check."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--write", action="store_true")
    words.add_argument("--check", action="store_true")
    words.add_argument("--one", choices=WAYS)
    asked = words.parse_args()
    if asked.one:
        print("\n".join(walk(WAYS[asked.one])))
        return 0
    ways = build_ways()
    page = PAGE.read_text(encoding="utf-8")
    there = re.search(re.escape(BEGIN) + r"\n\n(.*?)\n\n" + re.escape(END), page, re.DOTALL)
    if asked.write and there:
        PAGE.write_text(page[: there.start(1)] + ways + page[there.end(1) :], encoding="utf-8")
    elif asked.check:
        return int(there is None or there[1] != ways)
    else:
        print(ways)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
