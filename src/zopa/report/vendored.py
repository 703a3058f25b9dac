"""Browser libraries of others that the build puts into the package (``hatch_build.py``), for inlining and for serving."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

CHART_SCRIPTS = ("vega.min.js", "vega-lite.min.js", "vega-interpreter.js")
"""What draws the charts, in the order in which a page loads it."""
SCRIPTS = ("htmx.min.js", "text-annotator.umd.js", *CHART_SCRIPTS)
STYLES = ("text-annotator.css",)


@cache
def read_asset(name: str) -> str:
    """The text of a library, one of `SCRIPTS` or `STYLES`.

    ``vega-interpreter.js`` is a plain script here: loaded after vega it defines ``vegaInterpreter.expressionInterpreter``.

    Raises:
        FileNotFoundError: zopa was installed without them; installing it again with access to the npm registry cures it.
    """
    if name not in (*SCRIPTS, *STYLES):
        raise FileNotFoundError(f"{name} is no library of zopa")
    return files("zopa.report").joinpath("assets", "vendored", name).read_text(encoding="utf-8")
