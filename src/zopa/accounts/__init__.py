"""Several documents about one thing: what they agree on, dispute, quote in halves, and what only one of them says.

Flow: statements become items (stems, names, parties, originator) -> tf-idf and shared slots propose pairs -> one judge for
each kind of slot (figures, assent, authorship, meetings, quotations, judgements, events) -> Findings ranked by consequence.
A conflict is never decided by similarity.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.accounts.compare import Comparison, compare_accounts
    from zopa.accounts.meetings import is_same_meeting
    from zopa.accounts.types import Finding, Relation

__all__ = ["Comparison", "Finding", "Relation", "compare_accounts", "is_same_meeting"]

__getattr__ = names_from(
    __name__,
    {
        "compare": "Comparison compare_accounts",
        "meetings": "is_same_meeting",
        "types": "Finding Relation",
    },
)
