"""Limits of reading, and the reading process made ready, without the rest of the chain: the command line asks for them first."""

from __future__ import annotations

from zopa.sources import DEFAULT_LIMITS, Limits
from zopa.sources.pool import start_worker

__all__ = ["DEFAULT_LIMITS", "Limits", "start_worker"]
