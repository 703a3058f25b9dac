"""Who blames whom over several accounts: mutual charges, other culprits, and what is no dispute of accounts."""

from __future__ import annotations

import pytest

from .comparing import told
from .told import talks

OPPOSED = [
    ("Norway accused Peru of delay.", "Peru blamed Norway for the failure of the talks."),
    ("Kenya said the talks failed because of Peru's refusal.", "Chile blamed Norway for the collapse of the talks."),
    ("Kenya put the blame for the failure on Peru.", "The talks collapsed because Norway would not cut the levy."),
    ("Kenya blamed Peru for the delay.", "Chile blamed Norway for the strike."),
    ("Kenya said that Peru was to blame.", "Chile put the blame on Norway."),
    ("Norway said that Peru had been intransigent in the talks.", "Peru said that Norway had blocked a deal."),
]
NOT_OPPOSED = [
    ("Norway accused Peru of delay.", "Kenya accused Chile of fraud."),  # not of what came of the talks
    ("Norway blamed Peru for the flood.", "Kenya blamed Chile for the drought."),
    ("Norway blamed Peru for the deaths.", "Kenya put the blame for the failure of the talks on Chile."),
    ("Kenya blamed Peru for the failure.", "Chile blamed Peru for the failure."),
    ("Kenya blamed Peru and Norway for the failure.", "Kenya blamed Norway for the failure."),
    (
        "Kenya blamed Peru for the failure. Later Kenya held Norway responsible too.",
        "Chile blamed Norway for the failure.",
    ),
    ("Kenya blamed Peru for the failure.", "Chile did not blame Norway for the failure."),
    ("Kenya blamed Peru for the failure.", "Norway admitted that it was to blame for the failure."),
]
_TALKS = " Norway and Peru met in Lima. Norway wants a levy, Peru refuses a levy."


@pytest.mark.parametrize(("one", "two"), OPPOSED)
def test_opposed(one: str, two: str) -> None:
    """Each the other, or two accounts that lay it on different sides."""
    assert ("opposed-judgement", "blame") in told(one + _TALKS, two + _TALKS)


@pytest.mark.parametrize(("one", "two"), NOT_OPPOSED)
def test_not_opposed(one: str, two: str) -> None:
    """Charges of other things, one culprit in both, a charge denied, and whoever admits it."""
    assert ("opposed-judgement", "blame") not in told(one + _TALKS, two + _TALKS)


@pytest.mark.parametrize(
    "text",
    [
        "Chile did not blame Norway for the failure of the talks.",
        "Norway never accused Peru of delay.",
        "Norway blamed its own delegation for the failure of the talks.",
        "Norway says that it is to blame for the failure of the talks.",
        "Norway could blame Peru for the failure of the talks.",
    ],
)
def test_no_charge(text: str) -> None:
    """What nobody laid on anybody else."""
    assert talks(text + _TALKS).charges == ()


@pytest.mark.parametrize("verb", ["blame each other for", "accuse one another of", "blame each other over"])
def test_sides_that_blame_each_other(verb: str) -> None:
    """Both charges stand, and one account is enough to tell that they are opposed."""
    text = f"Norway and Peru {verb} the failure of the talks.{_TALKS}"
    assert {(c.says, c.blamed) for c in talks(text).charges} == {("Norway", "Peru"), ("Peru", "Norway")}
    assert ("opposed-judgement", "blame") in told(text, "Kenya watched the talks.")
