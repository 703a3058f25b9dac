"""Whom a sentence is about, as far as the pronoun of the next one shows it."""

from __future__ import annotations

import pytest

from .reading import read


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway asked for a dam; Peru refused it. It also insisted on a road.", "Peru"),
        ("Norway asked for a dam, and Chile for a port; Peru walked out. It insisted that the port be closed.", "Peru"),
        ("Norway asked for a dam in Peru. It also insisted on a road.", "Norway"),
        ("Norway asked for a dam; a treaty was far off. It also insisted on a road.", "Norway"),
        ("Norway said: “We want a dam; Peru refused it.” It also insisted on a road.", "Norway"),
    ],
)
def test_a_pronoun_goes_on_with_the_last_main_clause(text: str, side: str) -> None:
    """Behind a semicolon a new subject takes over; without one, or inside a quotation, the first stays."""
    (deed,) = [d for d in read(text).deeds if d.predicate.split()[0] in {"insist", "close"} and d.stance == "wants"]
    assert [doer.side for doer in deed.doers] == [side]
