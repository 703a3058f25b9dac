"""``python -m benchmarks.ablate``: each named row and rule of reading switched off by itself, and what changes then.

Measured are the F1 of who says what on the annotated Wikinews articles (whole, and the half whose errors were looked at last), the invented
texts by kind of difficulty, both only where they lie beside the project, and the invented sentences of the unit tests. A row that changes
nothing anywhere is not needed; one that changes only the articles helped only where it was written.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import json
import sys
import tempfile
import types
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner
from tests.quality import test_attribution_floor as wikinews
from tests.unit.statements.reading import document

from zopa import cli
from zopa.statements import attribution, complaint_rows, deed_acts, gates, read_record, standing_rows, sticking_rows
from zopa.statements import read as reading
from zopa.text import annotate, default_vocabulary, repair
from zopa.text.network import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
KINDS = wikinews.SHARED / "reading" / "kinds.jsonl"
SCORER = wikinews.SHARED.parent / "tools" / "score_kinds.py"


@dataclass(frozen=True, slots=True)
class Switch:
    """A row or rule: where it is told, its name, and the module and function that take `off`."""

    where: str
    name: str
    module: Any
    function: str


@dataclass(frozen=True, slots=True)
class Measured:
    """F1 by part of the articles, items of kinds that hold, and what each invented sentence gives."""

    f1: dict[str, float]
    kinds: frozenset[str]
    sentences: tuple[str, ...]


def switches() -> list[Switch]:
    """Every row and rule that has a name."""
    return [
        *(Switch("attribution", name, reading, "find_attributions") for name in attribution.ROW_NAMES),
        *(Switch("acts", name, reading, "refine_acts") for name in deed_acts.RULES),
        *(Switch("gates", name, reading, "find_gates") for name in gates.ROW_NAMES),
        *(Switch("sticking", name, reading, "find_sticking_points") for name in sticking_rows.ROW_NAMES),
        *(Switch("standing", row.name, reading, "find_standings") for row in standing_rows.ROWS),
        *(Switch("complaints", row.name, reading, "find_complaints") for row in complaint_rows.ROWS),
        *(Switch("repair", name, annotate, "mend") for name in repair.RULES),
    ]


@contextlib.contextmanager
def switched_off(switch: Switch) -> Iterator[None]:
    """The reader without one row."""
    was = getattr(switch.module, switch.function)
    setattr(switch.module, switch.function, partial(was, off=frozenset({switch.name})))
    try:
        yield
    finally:
        setattr(switch.module, switch.function, was)


def main() -> int:
    """Print one line for each row."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--only", help="rows whose name or place holds this")
    words.add_argument("--without-kinds", action="store_true", help="the invented texts by kind take most of the time")
    asked = words.parse_args()
    _remember_trees()
    base = measure(None, with_kinds=not asked.without_kinds)
    shown = ", ".join(f"{part} {value:.3f}" for part, value in base.f1.items()) or "not there"
    print(
        f"articles: {shown}; kinds that hold: {len(base.kinds)}; invented sentences: {len(base.sentences)}\n",
        flush=True,
    )
    print(f"{'row':32} {'articles':>9} {'half last':>9}  {'kinds':>9}  sentences", flush=True)
    idle: list[str] = []
    for switch in switches():
        if asked.only and asked.only not in f"{switch.where} {switch.name}":
            continue
        with switched_off(switch):
            now = measure(base, with_kinds=not asked.without_kinds)
        changed = sum(one != two for one, two in zip(base.sentences, now.sentences, strict=True))
        lost, won = len(base.kinds - now.kinds), len(now.kinds - base.kinds)
        moved = {part: now.f1[part] - base.f1[part] for part in base.f1}
        only = " (only the articles)" if any(moved.values()) and not changed and not lost and not won else ""
        if not any(moved.values()) and not changed and not lost and not won:
            idle.append(f"{switch.where} {switch.name}")
            only = " changes nothing"
        whole, last = (f"{moved.get(part, 0):+.3f}" for part in ("whole", "read-last"))
        print(
            f"{switch.where + ' ' + switch.name:32} {whole:>9} {last:>9}  -{lost:<3} +{won:<3}  {changed}{only}",
            flush=True,
        )
    print("\nchange nothing: " + (", ".join(idle) or "none"))
    return 0


def _remember_trees() -> None:
    """Each sentence is parsed once: no row changes what the network finds."""
    known: dict[tuple[str, ...], Any] = {}

    def remembered(table: Any, coder: Any, sentences: Any) -> list[Any]:
        new = [forms for forms in dict.fromkeys(tuple(s) for s in sentences) if forms not in known]
        known.update(zip(new, parse(table, coder, new), strict=True))
        return [known[tuple(s)] for s in sentences]

    setattr(annotate, "parse", remembered)  # noqa: B010 - a stand-in for the length of this run


def measure(base: Measured | None, *, with_kinds: bool) -> Measured:
    """All three; of the kinds only items in whose documents something is read otherwise than in `base` are run again."""
    f1: dict[str, float] = {}
    if wikinews.TEXTS.exists() and wikinews.SCORER.exists():
        wikinews.counts.cache_clear()
        f1 = {part: wikinews.scores("all", wikinews.TRIPLE, part)["f1"] for part in ("whole", "read-last")}
    sentences = tuple(read(text) for text in invented())
    return Measured(f1, kinds(base) if with_kinds and KINDS.exists() and SCORER.exists() else frozenset(), sentences)


def read(text: str) -> str:
    """What is read in a text, in one string."""
    record = read_record(document(text), default_vocabulary())
    statements = [
        (s.speaker, s.also_said_by, s.form, s.act, s.plover, s.party, s.target, s.negated, s.content)
        for s in record.statements
    ]
    return repr((statements, record.deeds, record.gates, record.meetings))


@cache
def invented() -> tuple[str, ...]:
    """The sentences of the unit tests of `text` and `statements`: strings of four words or more that end as sentences do."""
    found: dict[str, None] = {}
    for part in ("text", "statements"):
        for path in sorted((ROOT / "tests" / "unit" / part).glob("test_*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            docs = {
                ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Module)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docs:
                    text = node.value.strip()
                    if len(text.split()) > 3 and len(text) < 1000 and text[-1] in '.!?”"' and ">" not in text:
                        found[text] = None
    return tuple(found)


_LAST: dict[str, tuple[str, bool]] = {}


def kinds(base: Measured | None) -> frozenset[str]:
    """Items that hold."""
    scorer = _scorer()
    held: set[str] = set()
    for line in KINDS.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        key = repr([read(text) for text in item["documents"].values()])
        if base is not None and _LAST[item["id"]][0] == key:
            held |= {item["id"]} if _LAST[item["id"]][1] else set()
            continue
        holds = _holds(scorer, item)
        if base is None:
            _LAST[item["id"]] = key, holds
        held |= {item["id"]} if holds else set()
    return frozenset(held)


@cache
def _scorer() -> types.ModuleType:
    """The scorer without the call that runs it."""
    tree = ast.parse(SCORER.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if not isinstance(node, ast.Expr)]
    module = types.ModuleType("score_kinds")
    sys.modules["score_kinds"] = module
    exec(compile(tree, str(SCORER), "exec"), module.__dict__)
    return module


def _holds(scorer: Any, item: dict[str, Any]) -> bool:
    want = item["want"]
    asked = set(want) | set(want.get("at_most", {}))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in item["documents"].items():
            (Path(folder) / name).write_text(text + "\n", encoding="utf-8")
        calls: dict[str, tuple[set[str], Callable[[], list[str]]]] = {
            "statements": ({"statements", "no_statements", "no_speakers"}, lambda: ["statements", folder]),
            "brief": (
                {"outcome", "parties", "not_parties", "issues", "not_issues", "blocks", "wants"},
                lambda: ["brief", folder, "-o", f"{folder}/.b.html"],
            ),
            "compare": ({"findings", "no_findings"}, lambda: ["compare", folder]),
            "process": ({"gates", "no_gates", "meetings", "no_meetings"}, lambda: ["process", folder]),
        }
        answers = [_answer(call()) if members & asked else {} for members, call in calls.values()]
    try:
        return not list(scorer.misses(want, *answers))
    except scorer.Failed:
        return False


def _answer(words: list[str]) -> dict[str, Any]:
    result = CliRunner().invoke(cli.main, [*words, "--json"])
    try:
        return dict(json.loads(result.stdout))
    except ValueError:
        return {}


if __name__ == "__main__":
    raise SystemExit(main())
