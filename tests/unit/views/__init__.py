"""Tests of zopa.views: on records put together by hand in `stories`, so that no change of the reader moves them."""
