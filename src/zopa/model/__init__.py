"""What solvers work on: immutable arrays and labels, made from a case, knowing nothing of it.

`Frame` is a negotiation as deals (parties, issues, options, points); the graph model stands in modules of its own. Nothing
here imports anything of ours; `case` builds these values and `solve` reads them.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.model.frame import Frame, FrameCondition, FrameDraft, FrameLegal, FrameRedLine, Unknown, build_frame

__all__ = ["Frame", "FrameCondition", "FrameDraft", "FrameLegal", "FrameRedLine", "Unknown", "build_frame"]

__getattr__ = names_from(
    __name__,
    {
        "frame": "FrameCondition FrameDraft Frame FrameLegal FrameRedLine Unknown build_frame",
    },
)
