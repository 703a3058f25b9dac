"""Tests of `zopa.text`."""
