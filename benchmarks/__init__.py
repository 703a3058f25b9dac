"""Time and memory, outside the test run."""
