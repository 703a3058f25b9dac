"""What holds of the comparison of any texts: copies are one voice, order changes nothing, weights rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.accounts import Comparison, compare_accounts
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.accounts import Finding

SENTENCES = [
    "Egypt sent 300 observers to the Abyei crossing on Monday.",
    "Egypt sent 450 observers to the Abyei crossing on Monday.",
    "Egypt sent at least 200 observers to the Abyei crossing on Monday.",
    "Egypt will send 450 observers to the Abyei crossing.",
    "Sudan signed the water treaty with Egypt in the old palace of Khartoum.",
    "Sudan did not sign the water treaty with Egypt in the old palace of Khartoum.",
    "On 3 March Sudan signed the water treaty with Egypt in Khartoum.",
    "On 5 March Sudan signed the water treaty with Egypt in Khartoum.",
    "Sudan accepted the draft on the filling of the dam.",
    "Sudan left the round on the dam without conceding anything.",
    "Armenia drafted the 17-point text.",
    "The 17-point text was drawn up by Azerbaijan.",
    "Nikol Pashinyan met Ilham Aliyev in Geneva on 4 March.",
    "A meeting between Nikol Pashinyan and Ilham Aliyev in Geneva on 4 March was cancelled.",
    "“No map of the border has been agreed,” Aliyev said on Monday.",
    "“There are great chances for trade,” Aliyev said on Monday.",
    "The talks in Geneva were constructive and brought real progress for the valley.",
    "The talks in Geneva were a sham, and the valley got nothing from them.",
    "It rained in Cairo.",
    "",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=8, unique=True).map(" ".join)
APART = st.tuples(st.permutations(SENTENCES), st.integers(0, 8), st.integers(0, 8)).map(
    lambda drawn: (" ".join(drawn[0][: drawn[1]]), " ".join(drawn[0][8 : 8 + drawn[2]]))
)
"""Two texts without a sentence in common."""


def compare(texts: list[str], ids: list[str]) -> Comparison:
    documents = [
        Document(key, "-", text, key, "text", published=Guess("2025-03-12", "given"), language=Guess("en", "given"))
        for key, text in zip(ids, texts, strict=True)
    ]
    return compare_accounts(documents, [read_record(document, default_vocabulary()) for document in documents])


def is_inner(finding: Finding) -> bool:
    """What one document contradicts in itself."""
    return finding.relation == "contradicted" and len({p.source for p in finding.passages}) == 1


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_a_text_and_its_copy(text: str) -> None:
    """A text neither confirms nor contradicts its copy, nor quotes another half of it."""
    assert {f.relation for f in compare([text, text], ["a", "b"]).findings if not is_inner(f)} <= {"single-source"}


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3))
def test_findings_of_any_texts(first: list[str], second: list[str]) -> None:
    """Weights lie in 0..1, contradictions come first, each finding names accounts that are no copies, ids exist."""
    texts = first + second
    ids = [f"d{number}" for number in range(len(texts))]
    comparison = compare(texts, ids)
    order = ["contradicted", "opposed-judgement", "selective-quotation", "corroborated", "single-source"]
    assert [f.relation for f in comparison.findings] == sorted(
        (f.relation for f in comparison.findings), key=order.index
    )
    by_id = dict(zip(ids, texts, strict=True))
    for finding in comparison.findings:
        assert 0 <= finding.weight <= 1
        sources = [passage.source for passage in finding.passages]
        assert len(sources) == len(finding.originators)
        assert all(by_id[p.source][p.start : p.end] == p.text for p in (*finding.passages, *finding.marked))
        if finding.relation != "single-source" and not is_inner(finding):
            assert len({by_id[source].strip() for source in sources}) > 1


@settings(deadline=None, max_examples=150)
@given(APART)
def test_the_order_of_two_documents_changes_nothing(texts: tuple[str, str]) -> None:
    """The same statements stand in findings of the same relations, whichever document comes first."""
    one, two = texts
    forward, backward = compare([one, two], ["a", "b"]), compare([two, one], ["b", "a"])
    assert _told(forward) == _told(backward)


def _told(comparison: Comparison) -> set[tuple[str, frozenset[str]]]:
    return {(f.relation, frozenset(f.statements)) for f in comparison.findings}
