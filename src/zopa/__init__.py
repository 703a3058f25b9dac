"""zopa: from conflicting accounts of a negotiation to what is known, what blocks, and which deals remain possible.

Documents: ``zopa.read_accounts(paths)`` reads them, ``zopa.compare(accounts)`` compares them, ``zopa.brief(accounts)`` makes the page. A
case: ``zopa.open_talks(folder)`` opens it; `check`, `grid`, `process`, `changes`, `deals`, `deadlock`, `stability`, `pace`,
`whatif` and `case_brief` answer about it. The command line only calls these.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.errors import InputError, Problem, ZopaError
    from zopa.run import Accounts, brief, compare, read_accounts
    from zopa.run.case_brief import case_brief
    from zopa.run.changes import changes
    from zopa.run.deals import deadlock, deals
    from zopa.run.pace import pace
    from zopa.run.plans import redline
    from zopa.run.process import process
    from zopa.run.sketching import sketch
    from zopa.run.stability import stability
    from zopa.run.talks import Talks, add_documents, check, grid, init_case, open_talks
    from zopa.run.whatif import whatif

__version__ = "0.1.0"

__all__ = [
    "Accounts",
    "InputError",
    "Problem",
    "Talks",
    "ZopaError",
    "__version__",
    "add_documents",
    "brief",
    "case_brief",
    "changes",
    "check",
    "compare",
    "deadlock",
    "deals",
    "grid",
    "init_case",
    "open_talks",
    "pace",
    "process",
    "read_accounts",
    "redline",
    "sketch",
    "stability",
    "whatif",
]  # fmt: skip

_HOMES = {
    "Accounts": "run", "brief": "run", "compare": "run", "read_accounts": "run",
    "InputError": "errors", "Problem": "errors", "ZopaError": "errors",
    "Talks": "run.talks", "add_documents": "run.talks", "check": "run.talks", "grid": "run.talks", "init_case": "run.talks",
    "open_talks": "run.talks", "case_brief": "run.case_brief", "changes": "run.changes", "process": "run.process",
    "deadlock": "run.deals", "deals": "run.deals", "redline": "run.plans", "sketch": "run.sketching", "stability": "run.stability",
    "pace": "run.pace", "whatif": "run.whatif",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import the module that holds `name` when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'zopa' has no attribute {name!r}")
    return getattr(import_module(f"zopa.{_HOMES[name]}"), name)
