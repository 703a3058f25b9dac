"""Where exact methods stop, and how they say so."""

from __future__ import annotations

from zopa.errors import ZopaError


class TooLargeError(ZopaError):
    """An exact method would need more memory or time than was allowed; the caller turns to another one."""
