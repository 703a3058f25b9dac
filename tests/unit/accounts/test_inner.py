"""Contradictions inside one document."""

from __future__ import annotations

import pytest

from .comparing import compare, marked

TWICE = "Egypt sent 300 observers to the Abyei crossing. It rained in Cairo. Egypt sent 450 observers to the Abyei crossing."


def test_two_who_alone_can() -> None:
    """Both passages are shown."""
    (finding,) = compare(
        "Only Armenia can open the road. Nobody moves. The truth is that only Georgia can open it."
    ).findings
    assert (finding.relation, finding.slot) == ("contradicted", "agent")
    assert marked(finding) == ["Only Armenia can", "only Georgia can"]
    assert finding.passages[0].source == finding.passages[1].source


def test_two_figures_for_one_measure() -> None:
    """A number given twice differently is pointed at, once for copies of one text."""
    for texts in ((TWICE,), (TWICE, TWICE)):
        (finding,) = [f for f in compare(*texts).findings if f.relation == "contradicted"]
        assert (finding.slot, marked(finding)) == ("figure", ["300 observers", "450 observers"])
        assert "same document" in finding.why


@pytest.mark.parametrize(
    "text",
    [
        TWICE.replace("It rained in Cairo. Egypt", "Later Egypt"),
        TWICE.replace("450", "300"),
        TWICE.replace("450", "at least 200"),
        TWICE.replace("300 observers", "300 observers in 2019"),
        "Village 3 sent 300 observers to the crossing. Village 4 sent 450 observers to the crossing.",
        "Sudan sent 300 observers to the Abyei crossing. Egypt sent 450 observers to the Abyei crossing.",
        "Only Armenia can open the road. Only Armenia can close it.",
        "Only Armenia can open the road and only Georgia can close it.",
        "President Aliyev said that Egypt sent 300 observers to Abyei. President Pashinyan said that Egypt sent 450 observers to Abyei.",
    ],
)
def test_what_is_no_contradiction(text: str) -> None:
    """A change, a bound, another year, place or sender, and two people who differ are no contradiction of the document."""
    assert [f for f in compare(text).findings if f.relation == "contradicted"] == []
