"""What was packed or shared, as plain dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.json_output.documents import Json


def zipped_json(file: str, members: Sequence[str], left_out: Mapping[str, int]) -> Json:
    """The zip, the paths inside it, and what was left out by kind and number; never what it was."""
    return {
        "file": file,
        "members": list(members),
        "left_out": [{"kind": kind, "count": count} for kind, count in left_out.items()],
    }
