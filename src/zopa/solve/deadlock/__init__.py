"""When no deal is acceptable to all: what conflicts, and every minimal way out.

members -> corrections (what must be given up) -> conflicts (what cannot be met together) -> ways (what each asks of whom)

`find_deadlock` is the whole answer for one frame. Ways out are grouped by the party that they ask, never ranked by evidence; one that
needs a law to change is listed apart.
"""

from zopa.solve.deadlock.find import DeadlockResult, find_deadlock
from zopa.solve.deadlock.members import Member
from zopa.solve.deadlock.nearness import Nearness
from zopa.solve.deadlock.ways import WayOut

__all__ = ["DeadlockResult", "Member", "Nearness", "WayOut", "find_deadlock"]
