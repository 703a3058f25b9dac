"""Floors of extraction and comparison, each pinned with the hash of its set."""
