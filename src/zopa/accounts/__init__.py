"""Several documents about one thing: align, compare, changes over time."""

from zopa.accounts.types import Finding, Relation

__all__ = ["Finding", "Relation"]
