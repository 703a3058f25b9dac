"""The comparison as a whole: copies, ranking, weights, single sources, degenerate input."""

from __future__ import annotations

import pytest

from .comparing import compare, findings, told

LONG = (
    "Egypt sent 300 observers to the Abyei crossing on Monday, and Sudan signed the water treaty in the palace. "
    "“We will hold the bridge for as long as it takes,” said Abdel Fattah el-Sisi after the ceremony. "
    "Nikol Pashinyan met Ilham Aliyev in Geneva on 4 March. The talks were a sham, and nobody in the valley was asked. "
    "Armenia drafted the 17-point text, which Azerbaijan has so far refused to accept in any of the rounds of the winter. "
    "Officials in both capitals said that the next round would be held in the spring, once the snow on the passes had gone."
)


@pytest.mark.parametrize("text", [LONG, "Sudan signed the treaty.", "“We go,” said Pashinyan."])
def test_copies_of_one_text(text: str) -> None:
    """A text confirms and contradicts nothing of its own copy, and is told once."""
    comparison = compare(text, text)
    assert {f.relation for f in comparison.findings} <= {"single-source"}
    assert len({p for f in comparison.findings for p in f.passages}) == len(
        [p for f in comparison.findings for p in f.passages]
    )


def test_a_partly_copied_sentence_is_seen_whichever_comes_first() -> None:
    """What two texts share word for word is measured at both sentences, so that their order changes nothing."""
    one = (
        "Egypt sent 300 observers to the Abyei crossing on Monday. Egypt sent 450 observers to the Abyei crossing on Monday. "
        "Sudan did not sign the water treaty with Egypt in the old palace of Khartoum. "
        "On 3 March Sudan signed the water treaty with Egypt in Khartoum."
    )
    two = (
        "Sudan signed the water treaty with Egypt in the old palace of Khartoum. "
        "On 5 March Sudan signed the water treaty with Egypt in Khartoum."
    )
    assert sorted(told(one, two)) == sorted(told(two, one))


def test_a_copy_is_no_second_source() -> None:
    """A third account is compared with the text once, not with each copy."""
    third = "Egypt sent 450 observers to the Abyei crossing on Monday."
    one, two = told(LONG, third), told(LONG, LONG, third)
    assert one == two
    assert ("contradicted", "figure") in one


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), (LONG,), (LONG, "")])
def test_too_few_accounts(texts: tuple[str, ...]) -> None:
    """Nothing is compared where fewer than two documents say something."""
    assert findings(*texts) == []


def test_one_document_has_no_single_source() -> None:
    """What only one account says needs another that does not say it."""
    assert compare(LONG).findings == ()
    assert compare(LONG).originators["d0"].name == "unknown"


OTHER = (
    "Egypt sent 450 observers to the Abyei crossing on Monday. “The bridge is ours and will stay ours,” said Abdel Fattah el-Sisi. "
    "The talks were constructive. Azerbaijan drafted the 17-point text. Pashinyan met Aliyev in Geneva on 4 March for an hour. "
    "Sudan released 32 prisoners in May."
)


def test_ranking_and_weights() -> None:
    """Contradictions first, then opposed judgements, halves, agreement and single sources; weights fall within 0 to 1."""
    order = ["contradicted", "opposed-judgement", "selective-quotation", "corroborated", "single-source"]
    found = compare(LONG, OTHER).findings
    assert {f.relation for f in found} == set(order)
    ranks = [(order.index(f.relation), -f.weight) for f in found]
    assert ranks == sorted(ranks)
    assert all(0 <= f.weight <= 1 for f in found)


def test_members_of_a_finding() -> None:
    """Originators stand for the passages, in the order of the documents, and what is marked lies inside a passage."""
    for finding in compare(LONG, OTHER).findings:
        assert len(finding.originators) == len(finding.passages)
        assert [p.source for p in finding.passages] == sorted(p.source for p in finding.passages)
        assert all(
            any(p.source == m.source and p.start <= m.start and m.end <= p.end for p in finding.passages)
            for m in finding.marked
        )
        assert finding.about
        assert finding.why.endswith(".")


def test_named_originators_join_accounts() -> None:
    """Overlaps and originators of the documents come with the comparison."""
    comparison = compare(LONG, LONG)
    assert [(o.a, o.b) for o in comparison.overlaps] == [("d0", "d1")]
    assert set(comparison.originators) == {"d0", "d1"}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Sudan released 32 prisoners.", ["figure"]),
        ("The round began on 3 March.", ["date"]),
        ("“We go home now,” said Pashinyan.", ["quotation"]),
        ("Armenia rejected the treaty.", ["act"]),
        ("The weather was fine.", []),
        ("“We go home now.”", []),
    ],
)
def test_single_source(text: str, slots: list[str]) -> None:
    """Only a figure, a date, a quotation with a speaker or a named party's act is worth a line of its own."""
    found = compare(text, "It rained in Cairo.").findings
    assert [f.slot for f in found] == slots
    assert all(f.relation == "single-source" and len(f.passages) == 1 for f in found)


def test_two_short_copies_and_a_third_account() -> None:
    """Two copies beside a third text still do not confirm each other."""
    sent = "Egypt sent 300 observers to the Abyei crossing on Monday."
    assert told(sent, sent, sent.replace("300", "450")) == [("contradicted", "figure")]


def drafts(one: str, two: str, *, days: tuple[str, str] = ("2031-03-01", "2031-03-09")) -> set[str]:
    """The relations that are found between two accounts of a plan."""
    return {f.relation for f in findings(one, two, published=days)}


@pytest.mark.parametrize("days", [("2031-03-01", "2031-03-09"), ("2031-03-09", "2031-03-09")])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The first draft caps the army of Armenia at 600,000 men.", "The revised draft caps the army of Armenia at 800,000 men."),
        ("Under the first draft, Egypt pays 40 million euros for a pier.", "Under the new draft, Egypt pays 60 million euros for a pier."),
        ("The original plan gives the canal to Egypt.", "The amended plan gives the canal to Sudan."),
        ("The first version bars Armenia from the alliance.", "The second version does not bar Armenia from the alliance."),
        ("The 28-point draft caps the army at 600,000 soldiers.", "The 19-point draft caps the army at 800,000 soldiers."),
        ("The American plan caps the army at 600,000 soldiers.", "The European counter-proposal caps the army at 800,000 soldiers."),
    ],
)  # fmt: skip
def test_two_drafts_of_a_plan_are_no_dispute(one: str, two: str, days: tuple[str, str]) -> None:
    """What one version holds and another does not is a change, not a contradiction of the accounts."""
    assert "contradicted" not in drafts(one, two, days=days)


@pytest.mark.parametrize(
    "which", ["The draft", "The first draft", "The 28-point draft", "The American plan"]
)  # fmt: skip
def test_two_accounts_of_one_draft_are_one(which: str) -> None:
    """Of one and the same version, what it holds is disputed."""
    army = "caps the army of Armenia at {} soldiers."
    day = ("2031-03-09", "2031-03-09")
    assert "contradicted" in drafts(f"{which} {army.format('600,000')}", f"{which} {army.format('800,000')}", days=day)
