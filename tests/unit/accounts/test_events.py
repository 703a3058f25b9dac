"""Aligned statements judged by their slots: date, polarity, act, agreement."""

from __future__ import annotations

import pytest

from .comparing import findings, marked, only, told

SIGNED = "Sudan signed the water treaty with Egypt in the old palace of Khartoum."


def test_dates() -> None:
    """Two days for one deed."""
    finding = only(f"On 3 March {SIGNED}", f"On 5 March {SIGNED}")
    assert (finding.relation, finding.slot) == ("contradicted", "date")
    assert marked(finding) == ["3 March", "5 March"]


def test_the_full_stop_is_no_part_of_a_date() -> None:
    """The words of a date end with the month."""
    finding = only(
        "Sudan signed the water treaty with Egypt on 3 March.", "Sudan signed the water treaty with Egypt on 5 March."
    )
    assert marked(finding) == ["3 March", "5 March"]


def test_polarity() -> None:
    """Done in one account, not done in the other."""
    finding = only(SIGNED, SIGNED.replace("signed", "did not sign"))
    assert (finding.relation, finding.slot) == ("contradicted", "polarity")


def test_agreement() -> None:
    """The same deed in two accounts, in other words, is corroborated."""
    finding = only(SIGNED, "After a long night Sudan signed the water treaty with Egypt in the palace.")
    assert (finding.relation, finding.slot) == ("corroborated", "act")
    assert finding.originators == ("unknown", "unknown")


def test_one_originator_behind_two_accounts() -> None:
    """Both report what one speaker said: one originator."""
    finding = only(
        "President Aliyev said that Armenia signed the water treaty with Georgia in the palace.",
        "Armenia signed the water treaty with Georgia in the old palace, according to President Aliyev.",
    )
    assert finding.originators == ("Ilham Aliyev", "Ilham Aliyev")
    assert "one originator" in finding.why


@pytest.mark.parametrize(
    "template",
    [
        "Sudan will sign the water treaty with Egypt in the old palace of Khartoum.",
        "Sudan reportedly signed the water treaty with Egypt in the old palace of Khartoum.",
        "Sudan should sign the useful water treaty with Egypt in the old palace of Khartoum.",
        "Sources believe that Sudan signed the water treaty with Egypt in the old palace of Khartoum.",
    ],
)
def test_what_corroborates_nothing(template: str) -> None:
    """A prediction, an allegation, a judgement or a belief confirms neither a fact nor its like."""
    for other in (SIGNED, f"After a long night {template[0].lower()}{template[1:]}".replace("sudan", "Sudan")):
        assert "corroborated" not in [relation for relation, _ in told(template, other)]


@pytest.mark.parametrize(
    "other",
    [
        "Ethiopia signed the water treaty with Egypt in the old palace of Khartoum.",
        "Sudan signed a trade pact with Chad in the harbour of Port Lowe.",
        "The old palace of Khartoum is open on Sundays.",
    ],
)
def test_other_deeds(other: str) -> None:
    """Another party or another treaty neither confirms nor contradicts."""
    assert not [f for f in findings(SIGNED, other) if f.relation == "contradicted"]


def test_refused_or_accepted() -> None:
    """Acceptance in one account and refusal in the other is one contradiction, told once."""
    found = findings(
        "Sudan accepted the Egyptian plan for water sharing.", "Sudan rejected the Egyptian plan for water sharing."
    )
    assert [(f.relation, f.slot) for f in found] == [("contradicted", "act")]


def test_changes_over_months_are_no_conflict() -> None:
    """What was not done in March may be done in June."""
    assert "contradicted" not in [
        r for r, _ in told(SIGNED, SIGNED.replace("signed", "did not sign"), published=("2025-06-12", "2025-03-12"))
    ]
