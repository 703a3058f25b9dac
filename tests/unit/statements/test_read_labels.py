"""What the layout attributes: a name and a colon, a quotation with its author behind a dash or in brackets."""

from __future__ import annotations

import pytest

from .reading import words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway: “We stay.”", [("Norway", "We stay.")]),
        ("Ana Lind: we stay in the bay.", [("Ana Lind", "we stay in the bay")]),
        ("Ana Lind, Norway: “We stay in the bay.”", [("Ana Lind", "We stay in the bay.")]),
        ("“We stay in the bay.” - Ana Lind", [("Ana Lind", "We stay in the bay.")]),
        ("“We stay in the bay.” — Ana Lind, of the charity Open Hand", [("Ana Lind", "We stay in the bay.")]),
        ("Oslo: we stay in the bay.", [("Norway", "we stay in the bay")]),
        ("Oslo: Every boat must stay in the bay.", [("Norway", "Every boat must stay in the bay")]),
        ("Oslo: Our boats stay in the bay.", [("Norway", "Our boats stay in the bay")]),
        ("“We stay in the bay.” (Ana Lind)", [("Ana Lind", "We stay in the bay.")]),
        ("“We stay in the bay.” – the mayor of Lund", [("mayor of Lund", "We stay in the bay.")]),
    ],
)
def test_a_label_and_a_signature(text: str, told: list[tuple[str, str]]) -> None:
    """Whose name stands before the colon or behind the dash says the words."""
    assert words(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Ana Lind in the bay.",
        "Picture by Ana Lind: the bay at noon.",
        "The talks in Lund: nobody came.",
        "Norway was late: nobody came.",
        "Norway waited: nobody came.",
        "A long list of all the boats that came to Norway: none.",
        "Ana Lind:",
        "Oslo: A team from the yard arrived for talks on Monday.",
        "Cairo: The union left the talks.",
    ],
)
def test_a_colon_that_attributes_nothing(text: str) -> None:
    """Credits, sentences with a verb, and labels without a name or without words say nothing."""
    assert words(text) == []
