"""Words that tell whether something was settled, and those that make a sentence a condition."""

from __future__ import annotations

import pytest

from zopa.views.settled import CONDITIONAL, SETTLED, UNSETTLED


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended without a breakthrough.",
        "There was no final written agreement.",
        "Nothing was settled.",
        "No provisions were finalized.",
        "The sides failed to reach a deal.",
        "They did not agree.",
        "They did not sign an agreement.",
        "Velmar has not signed the accord.",
        "An agreement was never reached.",
    ],
)
def test_not_settled(text: str) -> None:
    """Ways to say that nothing came of it."""
    assert UNSETTLED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "A deal was reached at dawn.",
        "They signed a short river treaty.",
        "Both agreed on a ceasefire.",
        "The truce has been concluded.",
    ],
)
def test_settled(text: str) -> None:
    """Ways to say that something was settled; none of them says the opposite as well."""
    assert SETTLED.search(text)
    assert not UNSETTLED.search(text)


@pytest.mark.parametrize("text", ["They discussed the deal.", "The agreement of 1931 is old.", "The dam is high."])
def test_neither(text: str) -> None:
    """Speaking of a deal is not telling that there is one."""
    assert not SETTLED.search(text)
    assert not UNSETTLED.search(text)


@pytest.mark.parametrize(
    "word", ["If", "after", "once", "until", "unless", "before", "when", "would", "should", "will", "only"]
)
def test_conditions(word: str) -> None:
    """A word before the deed makes it a condition, within its clause."""
    assert CONDITIONAL.search(f"{word} the deal was reached")
    assert not CONDITIONAL.search(f"{word} they met; the deal was reached")
