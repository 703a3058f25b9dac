"""Limits of reading, and the reading process made ready, without the rest of the chain: the command line asks for them first."""

from __future__ import annotations

import os

from zopa.sources import DEFAULT_LIMITS, Limits
from zopa.sources.pool import READ, start_worker

__all__ = ["DEFAULT_LIMITS", "MANY_JOBS", "READ", "RECORD", "Limits", "start_worker"]

RECORD = "zopa.run.recording:get_ready()"
"""What a worker that is to find statements does beforehand, beside loading READ."""

MANY_JOBS = min(2, os.cpu_count() or 1)
"""Processes that find the statements of a case of many documents, where its user says nothing of it."""
