"""How much time and memory the reading of one document may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one document.

    Attributes:
        seconds: by the clock, from its turn on.
        memory_mb: in MiB, beyond what the reading process takes when it is idle; held where the system can (Linux).
    """

    seconds: float = 60.0  # a book of 20 MB takes some 20 s; nothing that is read takes longer
    memory_mb: int = 2_048  # ten times what the largest of the formats' usual files take

    def __post_init__(self) -> None:
        """Refuse limits that nothing could keep."""
        if self.seconds <= 0 or self.memory_mb <= 0:
            raise ValueError(f"expected limits above 0, got {self.seconds} s and {self.memory_mb} MiB")


DEFAULT_LIMITS = Limits()
"""Of every document, where the caller gives no others."""
