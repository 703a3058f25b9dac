"""Limits of reading, and the reading process made ready, without the rest of the chain: the command line asks for them first."""

from __future__ import annotations

from zopa.sources import DEFAULT_LIMITS, Limits
from zopa.sources.pool import READ, start_worker

__all__ = ["DEFAULT_LIMITS", "READ", "RECORD", "Limits", "start_worker"]

RECORD = "zopa.statements.read:read_record"
"""What a worker that is to find statements loads beforehand, beside READ."""
