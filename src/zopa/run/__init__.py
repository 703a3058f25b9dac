"""The whole chain in one short function each: what a newcomer reads first.

documents -> statements -> accounts -> views -> brief (`documents`). The command line and the workbench only call these.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.run.documents import (
        PROBLEM_CODES,
        Accounts,
        Corrected,
        apply_record,
        brief,
        compare,
        compare_all,
        correct,
        made,
        read_accounts,
        read_sources,
    )

__all__ = [
    "PROBLEM_CODES",
    "Accounts",
    "Corrected",
    "apply_record",
    "brief",
    "compare",
    "compare_all",
    "correct",
    "made",
    "read_accounts",
    "read_sources",
]

__getattr__ = names_from(
    __name__,
    {
        "documents": "PROBLEM_CODES Accounts Corrected apply_record brief compare compare_all correct made read_accounts read_sources",
    },
)
