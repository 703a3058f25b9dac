"""Numbered texts of any depth and what changed between two or more of them; needs no case.

Types: `Plan` (a text cut into parts, no word lost), `Point`, `Redline` with its `RedlinePoint`s, each with a status, the changes that
matter, and the texts word for word.
Flow: ``text -> lines -> markers -> outline -> plan (parse) -> groups that belong together (align) -> status and changes (diff, redline)``;
with more than two versions also ``history``.
"""

from zopa.plans.brackets import count_brackets, find_brackets
from zopa.plans.diff import find_changes
from zopa.plans.history import Blame, CourseStep, VersionHistory, build_history
from zopa.plans.parse import parse_plan, parse_points
from zopa.plans.redline import build_redline, compare_plans
from zopa.plans.runs import find_runs
from zopa.plans.types import Bracket, Change, Plan, Point, Redline, RedlinePoint, WordRun

__all__ = [
    "Blame",
    "Bracket",
    "Change",
    "CourseStep",
    "Plan",
    "Point",
    "Redline",
    "RedlinePoint",
    "VersionHistory",
    "WordRun",
    "build_history",
    "build_redline",
    "compare_plans",
    "count_brackets",
    "find_brackets",
    "find_changes",
    "find_runs",
    "parse_plan",
    "parse_points",
]  # fmt: skip
