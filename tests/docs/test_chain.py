"""The parts import each other one way only (design, section 4)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "zopa"

# What each part may import of ours, besides itself and errors.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "lazy": set(),
    "sources": set(),
    "text": {"sources"},
    "statements": {"text", "sources"},
    "accounts": {"statements", "text", "sources"},
    "plans": {"text", "sources"},
    "verify": {"accounts", "statements", "text", "sources"},
    "model": set(),
    "solve": {"model"},
    "case": {"sources", "plans", "model"},
    "views": {"accounts", "case", "model", "plans", "solve", "statements", "sources", "text", "verify"},
    "folder": {"case", "statements", "model", "sources", "text"},
    "exchange": {"case", "statements", "model"},
    "report": {"views", "accounts", "plans", "statements", "sources", "text"},
    "run": {
        "accounts",
        "case",
        "exchange",
        "folder",
        "model",
        "plans",
        "statements",
        "solve",
        "sources",
        "text",
        "verify",
        "views",
    },
    "json_output": {"accounts", "case", "folder", "plans", "statements", "solve", "sources", "text", "verify", "views"},
    "web": {"json_output", "report", "run", "sources", "views"},
    "cli": {"json_output", "exchange", "report", "run", "views", "statements", "accounts", "web"},
}
ANYWHERE = {"errors", "lazy", ""}


def _part(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    """Parts of zopa that a module imports, inside functions and under TYPE_CHECKING too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" if node.module == "zopa" else node.module for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found.update(
            name.split(".")[1] for name in names if name.startswith("zopa.") and not name.startswith("zopa.__")
        )
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_imports_run_one_way(path: Path) -> None:
    """No module imports a part that stands behind its own in the chain."""
    part = _part(path)
    if part in {"__init__", "__main__"}:
        return
    assert part in ALLOWED, f"{part} is no part of the house: add it to the design first"
    wrong = _imports(path) - ALLOWED[part] - ANYWHERE - {part}
    assert not wrong, f"{path.relative_to(SRC)} imports {sorted(wrong)}"


def test_the_chain_has_no_circle() -> None:
    """What a part may import, directly or not, never comes back to it."""
    for start, allowed in ALLOWED.items():
        seen: set[str] = set()
        todo = set(allowed)
        while todo:
            part = todo.pop()
            assert part != start
            if part not in seen:
                seen.add(part)
                todo |= ALLOWED[part]


def test_a_class_name_means_one_thing() -> None:
    """No two parts define a class of one name: whoever reads `Gate` need not ask which."""
    homes: dict[str, list[str]] = {}
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(str(path.relative_to(SRC)))
    assert not {name: paths for name, paths in homes.items() if len(paths) > 1}
