"""How a side behaved, judged opposite ways by two sides."""

from __future__ import annotations

import pytest

from .comparing import findings, told

PRAISE = "Norway and Kenya met on 5 March 2031. Kenya wants a dam. Norway said that Norway made constructive proposals."
BLAME = "Norway and Kenya met on 5 March 2031. Norway rejects the dam. Kenya said that Norway was unreasonable."


def test_praise_against_blame() -> None:
    """One opposed judgement, with who says which."""
    (found,) = [f for f in findings(PRAISE, BLAME) if f.slot == "conduct"]
    assert found.relation == "opposed-judgement"
    assert found.about == "How Norway behaved: “constructive” against “unreasonable”"
    assert found.why.startswith("Norway calls it “constructive”, Kenya “unreasonable”")


def test_a_denial_is_shown() -> None:
    """ "Did not act in good faith" is never shown as “good faith”."""
    other = "Norway and Kenya met on 5 March 2031. Norway rejects the dam. Kenya said that Norway did not act in good faith."
    (found,) = [f for f in findings(PRAISE, other) if f.slot == "conduct"]
    assert found.about == "How Norway behaved: “constructive” against not “good faith”"
    assert "Kenya not “good faith”" in found.why


@pytest.mark.parametrize(
    "other",
    [
        "Kenya accused Norway of blackmail.",
        "Kenya said that Norway did not act in good faith.",
        "Kenya said that the Norwegian side insisted on unrealistic demands.",
    ],
)
def test_other_ways_to_blame(other: str) -> None:
    """An accusation by the author's report, praise that is denied, and the side by its adjective."""
    assert ("opposed-judgement", "conduct") in told(
        PRAISE, f"Norway and Kenya met on 5 March 2031. Norway rejects the dam. {other}"
    )


@pytest.mark.parametrize(
    "other",
    [
        "Kenya said that Norway was reasonable.",
        "Kenya said that Kenya was unreasonable.",
        "Kenya said that Norway may be unreasonable.",
        "Norway was unreasonable.",
        "Kenya said that Norway was responsible for the dam.",
        "Norway and Kenya met on 5 March 2031. Norway rejects the dam. Kenya said that Norway paid trade-distorting support.",
    ],
)
def test_what_opposes_nothing(other: str) -> None:
    """The same praise, another's conduct, what is only possible, and what the author says."""
    text = f"Norway and Kenya met on 5 March 2031. Norway rejects the dam. {other}"
    assert ("opposed-judgement", "conduct") not in told(PRAISE, text)
