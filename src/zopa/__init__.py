"""zopa: from conflicting accounts of a negotiation to what is known, what blocks, and which deals remain possible."""

__version__ = "0.1.0"
