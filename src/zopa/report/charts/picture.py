"""The charts of a page as one SVG or PNG, drawn without a browser by vl-convert, which the extra ``charts`` brings."""

from __future__ import annotations

import re
import struct
import zlib
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, cast

from zopa.errors import UsageError
from zopa.report.charts.marks import Spec, config, plain_colours, shown
from zopa.report.charts.spec import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.views.types import Section

VERSION = "6.1"
"""Of Vega-Lite, as vl-convert names it; the oldest that its pinned lower bound brings and our drawings need."""
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # what a picture cannot hold: the library dies of it
_MADE = "made with zopa"
_PNG_HEAD = 33  # bytes of the signature and of the first chunk, IHDR
_SHARPNESS = 2.0  # pixels of a PNG for each of the drawing


def render_picture(sections: Sequence[Section], form: Literal["svg", "png"]) -> bytes:
    """All charts of the sections, one under the other, each under its section's title, on white.

    Raises:
        UsageError: the page has no chart, or the extra is not installed.
    """
    drawn: list[Spec] = [
        {**draw(section.chart), **({"title": shown(section.title)} if section.title else {})}
        for section in sections
        if section.chart is not None
    ]
    if not drawn:
        raise UsageError("Expected a page with a chart for a picture, found none here: write .html or .md instead.")
    params = [param for part in drawn for param in part.pop("params", [])][
        :1
    ]  # Vega-Lite takes them at the top only; all are one
    spec: Any = plain_colours(
        {
            "params": params,
            "vconcat": drawn,
            "spacing": 46,
            "config": {**config(), "background": "#ffffff", "padding": 18},
        }
    )
    spec["resolve"] = {"scale": {"color": "independent", "shape": "independent", "strokeDash": "independent"}}
    spec = _drawable(spec)
    library = _library()
    if form == "svg":
        return f"{library.vegalite_to_svg(spec, vl_version=VERSION)}\n<!-- {_MADE} -->\n".encode()
    return _signed(bytes(library.vegalite_to_png(spec, vl_version=VERSION, scale=_SHARPNESS)))


def _drawable(value: Any) -> Any:
    """A description of charts, with the sign for an unknown character where a text holds one that no picture can."""
    if isinstance(value, str):
        return _ILLEGAL.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_drawable(key): _drawable(held) for key, held in cast("dict[Any, Any]", value).items()}
    return [_drawable(held) for held in cast("list[Any]", value)] if isinstance(value, list) else value


def _signed(png: bytes) -> bytes:
    """The picture with a text chunk behind its head that says what made it."""
    chunk = b"tEXt" + f"Software\0{_MADE}".encode("latin-1")
    told = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:_PNG_HEAD] + told + png[_PNG_HEAD:]


def has_library() -> bool:
    """Whether the extra is installed."""
    return find_spec("vl_convert") is not None


def _library() -> Any:
    try:
        return cast("Any", import_module("vl_convert"))
    except ImportError as error:
        message = "Pictures need an extra that is not installed: `pip install 'zopa[charts]'`. A file .html has its charts without it."
        raise UsageError(message) from error
