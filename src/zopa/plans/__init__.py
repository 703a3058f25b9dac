"""Numbered texts and what changed between two of them; needs no case.

Types: `Point`, `Redline` with its `RedlinePoint`s, each with a status, the changes that matter, and the texts word for word.
Flow: ``text -> points (parse) -> groups that belong together (align) -> status and changes (diff, redline)``.
"""

from zopa.plans.diff import find_brackets, find_changes, find_runs
from zopa.plans.parse import parse_points
from zopa.plans.redline import build_redline
from zopa.plans.types import Bracket, Change, Point, Redline, RedlinePoint, WordRun

__all__ = [
    "Bracket", "Change", "Point", "Redline", "RedlinePoint", "WordRun", "build_redline", "find_brackets", "find_changes", "find_runs",
    "parse_points",
]  # fmt: skip
