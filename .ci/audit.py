"""Hold what zopa depends on against a dated list of published faults, and its imports against what it declares; no network.

Exit code 1 with a line for each finding: a lower bound below the version that mends a fault, such a version installed, or an import of a
library that `pyproject.toml` does not name.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPTIONAL = {"spacy", "httpx", "vl_convert", "vl_convert_python"}  # extras


def read_bounds(text: str) -> dict[str, str]:
    """The lower bound of each requirement of a pyproject.toml, "0" where there is none."""
    project = tomllib.loads(text)["project"]
    listed = [*project["dependencies"], *(r for rows in project["optional-dependencies"].values() for r in rows)]
    found = {}
    for requirement in listed:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        bound = re.search(r">=\s*([0-9.]+)", requirement)
        found[_plain(name.group() if name else requirement)] = bound.group(1) if bound else "0"
    return found


def check_bounds(bounds: dict[str, str], fixed: dict[str, list[dict[str, str]]]) -> list[str]:
    """Bounds that allow a version with a fault, and faulty libraries that are not bounded at all."""
    told = []
    for name, faults in fixed.items():
        allowed = bounds.get(_plain(name))
        told += [
            f"pyproject.toml: {name}>={allowed or '(not named)'} allows {fault['id']}; write >={fault['version']}"
            for fault in faults
            if allowed is None or parts(allowed) < parts(fault["version"])
        ]
    return told


def check_installed(fixed: dict[str, list[dict[str, str]]]) -> list[str]:
    """Versions installed here that have a fault."""
    told = []
    for name, faults in fixed.items():
        try:
            here = version(name)
        except PackageNotFoundError:
            continue
        told += [
            f"{name} {here} is installed: {f['id']}, mended in {f['version']}"
            for f in faults
            if parts(here) < parts(f["version"])
        ]
    return told


def check_imports(source: Path, bounds: dict[str, str]) -> list[str]:
    """Libraries that modules under `source` import and the project does not name."""
    homes = packages_distributions()
    told = set()
    for path in sorted(source.rglob("*.py")):
        for name in _imports(path.read_text(encoding="utf-8")):
            if name in sys.stdlib_module_names or name in {"zopa", *OPTIONAL}:
                continue
            if not any(_plain(home) in bounds for home in homes.get(name, [name])):
                told.add(f"{path.relative_to(ROOT)} imports {name}, which pyproject.toml does not name")
    return sorted(told)


def _imports(text: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def parts(text: str) -> tuple[int, ...]:
    """A version as numbers that compare, without what follows them; 1.0 and 1.0.0 are one."""
    numbers = [int(n) for n in re.match(r"[0-9.]+", text).group().strip(".").split(".")]  # type: ignore[union-attr]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Print every finding."""
    advisories = tomllib.loads((ROOT / ".ci" / "advisories.toml").read_text(encoding="utf-8"))
    bounds = read_bounds((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    fixed = advisories["fixed-in"]
    told = [*check_bounds(bounds, fixed), *check_installed(fixed), *check_imports(ROOT / "src" / "zopa", bounds)]
    for _line in told:
        pass
    sum(len(faults) for faults in fixed.values())
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
