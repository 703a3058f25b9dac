"""``python -m benchmarks.mutate``: small faults in `text/` and `statements/`, one at a time, and whether the tests of the module notice.

A mutant is one change of the syntax tree: a condition negated, a constant swapped, a returned value dropped. Which are drawn follows from
the hash of the commit, so the same commit gives the same mutants. Each runs the tests of its own module only: those named after it, or that
import it; where there are none, those of its part. A test that fails without any change does not count.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "zopa"
PARTS = ("text", "statements")
LONGEST = 90  # seconds that the tests of one module may take
_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: the module, the line, what it does, and the source with it."""

    path: Path
    line: int
    what: str
    source: str


def main() -> int:
    """Draw, run and tell; the exit status is 0 whatever the share."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--count", type=int, default=200)
    words.add_argument("--seed", help="instead of the commit's hash")
    words.add_argument("--part", choices=PARTS, action="append", help="one part only")
    asked = words.parse_args()
    seed = asked.seed or _commit()
    print(f"seed {seed}, {asked.count} mutants of {' and '.join(asked.part or PARTS)}", flush=True)
    survivors: list[Mutant] = []
    killed: Counter[str] = Counter()
    mutants = draw(seed, asked.count, asked.part or PARTS)
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copied, ignore=shutil.ignore_patterns("__pycache__"))
        for number, mutant in enumerate(mutants, 1):
            begun = time.monotonic()
            how = run(mutant, copied)
            killed[how] += 1
            if how == "survived":
                survivors.append(mutant)
            place = f"{mutant.path.relative_to(SRC)}:{mutant.line}"
            print(f"{number:4} {how:9} {time.monotonic() - begun:5.1f} s  {place}  {mutant.what}", flush=True)
    dead = sum(killed.values()) - killed["survived"]
    print(
        f"\nkilled {dead} of {len(mutants)} ({dead / max(1, len(mutants)):.0%}), of these {killed['too long']} by running too long"
    )
    for mutant in survivors:
        print(f"survived  {mutant.path.relative_to(SRC)}:{mutant.line}  {mutant.what}")
    return 0


def _commit() -> str:
    git = shutil.which("git") or "git"
    return subprocess.run(
        [git, "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def draw(seed: str, count: int, parts: tuple[str, ...] | list[str] = PARTS) -> list[Mutant]:
    """`count` mutants by chance, fewer where there are not so many."""
    places = [
        (path, n)
        for part in parts
        for path in sorted((SRC / part).rglob("*.py"))
        for n in range(len(list(_changes(_tree(path)))))
    ]
    chosen = random.Random(seed).sample(places, min(count, len(places)))
    return [build(path, n) for path, n in sorted(chosen)]


def build(path: Path, number: int) -> Mutant:
    """The mutant of a number in a module."""
    tree = copy.deepcopy(_tree(path))
    line, what, change = list(_changes(tree))[number]
    change()
    return Mutant(path, line, what, ast.unparse(ast.fix_missing_locations(tree)))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _changes(tree: ast.Module) -> Iterator[tuple[int, str, Any]]:
    """(line, what, function that does it) for each change that a module allows, in order."""
    silent = _silent(tree)
    for node in ast.walk(tree):
        if node in silent:
            continue
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OPPOSITE:
            yield (
                node.lineno,
                f"negated: {_shown(node)}",
                lambda node=node: node.ops.__setitem__(0, _OPPOSITE[type(node.ops[0])]()),
            )
        elif isinstance(node, ast.BoolOp):
            name = "or for and" if isinstance(node.op, ast.And) else "and for or"
            yield (
                node.lineno,
                f"{name}: {_shown(node)}",
                lambda node=node: setattr(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And()),
            )
        elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.BoolOp):
            yield (
                node.lineno,
                f"negated: {_shown(node.test)}",
                lambda node=node: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)),
            )
        elif isinstance(node, ast.Return) and node.value is not None and not _is_nothing(node.value):
            yield (
                node.lineno,
                f"nothing returned: {_shown(node.value)}",
                lambda node=node: setattr(node, "value", _nothing(node.value)),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | str) and node.value != "":
            new = (
                (not node.value)
                if isinstance(node.value, bool)
                else node.value + 1
                if isinstance(node.value, int)
                else ""
            )
            yield (
                node.lineno,
                f"{new!r} for {node.value!r}"[:90],
                lambda node=node, new=new: setattr(node, "value", new),
            )


def _silent(tree: ast.Module) -> set[ast.AST]:  # noqa: C901 - one line for each kind of node
    """What no test could see: docstrings, annotations, decorators, imports for types, `__all__`, formats of messages, `__slots__`."""
    found: set[ast.AST] = set()

    def drop(node: ast.AST | None) -> None:
        if node is not None:
            found.update(ast.walk(node))

    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            drop(node.body[0])
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                drop(decorator)
        if isinstance(node, ast.FunctionDef):
            drop(node.returns)
        if isinstance(node, ast.arg | ast.AnnAssign):
            drop(node.annotation)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            drop(node)
        if isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id.startswith("__") for t in node.targets
        ):
            drop(node)
        if isinstance(node, ast.JoinedStr | ast.Assert | ast.Raise):
            drop(node)
        if isinstance(node, ast.keyword) and node.arg in {"strict", "encoding"}:
            drop(node)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            drop(node)  # the text behind a constant that tells what it is
    return found


def _is_nothing(node: ast.expr) -> bool:
    return ast.unparse(node) in {"None", "()", "[]", "{}", "False", "-1", "''", "set()"}


def _nothing(node: ast.expr) -> ast.expr:
    """What a function that found nothing would return: False for a test, an empty list for a list, None for the rest."""
    if isinstance(node, ast.Compare | ast.BoolOp) or (isinstance(node, ast.Constant) and node.value is True):
        return ast.Constant(False)
    if isinstance(node, ast.List | ast.ListComp):
        return ast.List([], ast.Load())
    if isinstance(node, ast.Tuple):
        return ast.Tuple([], ast.Load())
    return ast.Constant(None)


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:80]


@cache
def own_tests(path: Path, *, _inner: bool = False) -> tuple[str, ...]:
    """The tests of a module: those named after it or that import from it; else those of the modules that use it; else all of its part."""
    part, stem = path.relative_to(SRC).parts[0], path.stem
    module = "zopa." + ".".join(path.relative_to(SRC).with_suffix("").parts)
    folder = ROOT / "tests" / "unit" / part
    own = [test for test in sorted(folder.glob("test_*.py")) if stem in test.stem or _imports(test, module)]
    if not own and not _inner:
        users = [user for user in sorted((SRC / part).rglob("*.py")) if user != path and _imports(user, module)]
        own = [ROOT / test for user in users for test in own_tests(user, _inner=True)]
    if not own and not _inner:
        own = sorted(folder.glob("test_*.py"))
    return tuple(dict.fromkeys(str(test.relative_to(ROOT)) for test in own))


def _imports(test: Path, module: str) -> bool:
    tree = _tree(test)
    return any(
        (isinstance(node, ast.ImportFrom) and module in {node.module, f"{node.module}.{alias.name}"})
        or (isinstance(node, ast.Import) and alias.name == module)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    )


@cache
def _red(tests: tuple[str, ...], source: Path) -> tuple[str, ...]:
    """Tests that fail without any change."""
    done = _pytest(["-rfE", *tests], source)
    lines = [line for line in done[1].splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return tuple(dict.fromkeys(line.split(" ", 1)[1].rsplit(" - ", 1)[0] for line in lines))


def run(mutant: Mutant, copied: Path) -> str:
    """ "killed", "too long" or "survived"."""
    tests = own_tests(mutant.path)
    without = [word for name in _red(tests, copied) for word in ("--deselect", name)]
    target = copied / "zopa" / mutant.path.relative_to(SRC)
    kept = target.read_bytes()
    target.write_text(mutant.source, encoding="utf-8")
    try:
        status, _ = _pytest(["-x", *without, *tests], copied)
    finally:
        target.write_bytes(kept)
    return {0: "survived", -1: "too long"}.get(status, "killed")


def _pytest(words: list[str], source: Path) -> tuple[int, str]:
    """Exit status (-1: too long) and output of pytest on a copy of the source."""
    given = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow and not browser", *words]
    try:
        done = subprocess.run(call, cwd=ROOT, env=given, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return -1, ""
    return done.returncode, done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
