"""zopa: from conflicting accounts of a negotiation to what is known, what blocks, and which deals remain possible.

``zopa.read_accounts(paths)`` reads documents, ``zopa.compare(accounts)`` compares them, ``zopa.brief(accounts)`` makes the
page; the command line only calls these.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.errors import InputError, Problem, ZopaError
    from zopa.run import Accounts, brief, compare, read_accounts

__version__ = "0.1.0"

__all__ = ["Accounts", "InputError", "Problem", "ZopaError", "__version__", "brief", "compare", "read_accounts"]

_HOMES = {
    "Accounts": "run",
    "InputError": "errors",
    "Problem": "errors",
    "ZopaError": "errors",
    "brief": "run",
    "compare": "run",
    "read_accounts": "run",
}


def __getattr__(name: str) -> object:
    """Import the module that holds `name` when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'zopa' has no attribute {name!r}")
    return getattr(import_module(f"zopa.{_HOMES[name]}"), name)
