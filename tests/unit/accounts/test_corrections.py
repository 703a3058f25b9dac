"""What a person says of findings and alignments wins over the judges."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from accounts.comparing import WEDNESDAY
from zopa.accounts import compare_accounts
from zopa.accounts.corrections import apply_corrections
from zopa.sources import Document, Guess, Mark
from zopa.sources.anchors import Quote
from zopa.statements import read_record
from zopa.statements.corrections import Correction
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.accounts import Comparison, Finding

ONE = "The envoys of Russia and Ukraine met in Geneva in five rooms. The plan has 28 points. Qatar sent 40 trucks to the border."
TWO = "The Russian and Ukrainian envoys met in Geneva in three rooms. The plan has 28 points. A boat was seen near the harbour."
THREE = "Envoys from Russia and Ukraine met in Geneva in three rooms. It rained a lot on the lake that day."


def documents(*texts: str) -> list[Document]:
    return [
        Document(
            f"d{number}", "-", text, str(number), "text",
            published=Guess(WEDNESDAY, "given"), language=Guess("en", "given"),
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip


def corrected(*corrections: Correction, texts: tuple[str, ...] = (ONE, TWO)) -> tuple[Comparison, list[str]]:
    """The comparison as corrected, and the codes of the problems."""
    read = documents(*texts)
    records = [read_record(document, default_vocabulary()) for document in read]
    comparison = compare_accounts(read, records)
    after, problems = apply_corrections(comparison, read, records, corrections)
    assert after.problems == problems
    assert apply_corrections(after, read, records, corrections) == (after, problems)  # twice is once
    assert apply_corrections(after, read, records, [])[0].findings == comparison.findings
    return after, [problem.code for problem in problems]


def at(do: str, *exact: str, what: str = "finding", **members: Any) -> Correction:
    """A correction of a finding with these words, the n-th in the n-th document."""
    first, *others = (Quote(f"d{number}", words) for number, words in enumerate(exact))
    given: Any = {
        "what": what,
        "do": do,
        "source": first.source,
        "exact": first.exact,
        "others": tuple(others),
        "by": "ann",
    }
    return Correction(**{**given, **members})


def with_words(comparison: Comparison, words: str) -> list[Finding]:
    return [f for f in comparison.findings if any(words in p.text for p in f.passages)]


def relations(comparison: Comparison, words: str) -> list[str]:
    return [f.relation for f in with_words(comparison, words)]


def test_without_corrections() -> None:
    """Those of statements, and of sources that were not read, are passed over."""
    comparison, codes = corrected()
    assert (comparison.as_read, codes) == (None, [])
    assert relations(comparison, "five rooms") == ["corroborated"]
    assert (
        corrected(at("reject", "five rooms", what="statement"), at("reject", "x", source="elsewhere"))[0] == comparison
    )


def test_a_finding_is_rejected() -> None:
    """It is gone; a second rejection of it has nothing left to do."""
    comparison, codes = corrected(at("reject", "five rooms", "three rooms"))
    assert (relations(comparison, "five rooms"), codes) == ([], [])
    twice = at("reject", "five rooms", "three rooms")
    assert corrected(twice, twice)[1] == []


def test_a_finding_is_changed() -> None:
    """Relation, subject and reason are the person's, and it says so."""
    change = at(
        "change",
        "five rooms",
        "three rooms",
        set={"relation": "opposed-judgement", "why": "Two clocks.", "about": "clocks"},
    )
    comparison, codes = corrected(change)
    finding = with_words(comparison, "five rooms")[0]
    assert (finding.relation, finding.why, finding.about, finding.found_by) == (
        "opposed-judgement",
        "Two clocks.",
        "clocks",
        "person:ann",
    )
    assert codes == []


def test_a_finding_is_added() -> None:
    """Sentences side by side, ranked before what rules find, with originators."""
    add = at("add", "40 trucks", "A boat", set={"relation": "contradicted", "why": "Trucks or a boat."})
    comparison, codes = corrected(add)
    finding = comparison.findings[0]
    assert [p.text.split()[0] for p in finding.passages] == ["Qatar", "A"]
    assert (finding.why, finding.found_by, finding.originators) == (
        "Trucks or a boat.",
        "person:ann",
        ("unknown", "unknown"),
    )
    assert codes == []
    single, _ = corrected(at("add", "A boat", source="d1", set={"relation": "single-source"}, note="Only there."))
    assert any(f.why == "Only there." for f in single.findings)


def test_what_cannot_be_applied() -> None:
    """Absent and ambiguous quotes, no finding there, several there."""
    assert corrected(at("reject", "no such words", "three rooms"))[1] == ["quote-absent"]
    assert corrected(at("reject", "and"), texts=(ONE + " And and and.", TWO))[1] == ["quote-ambiguous"]
    assert corrected(at("change", "40 trucks", "28 points", set={"why": "x"}))[1] == ["correction-without-object"]
    again = at("add", "five rooms", "three rooms", set={"relation": "contradicted", "about": "clocks"})
    assert corrected(again, at("reject", "five rooms", "three rooms"))[1] == ["correction-ambiguous"]
    told_apart = at("reject", "five rooms", "three rooms", was={"relation": "contradicted", "about": "clocks"})
    comparison, codes = corrected(again, told_apart)
    assert (relations(comparison, "five rooms"), codes) == (["corroborated"], [])


def test_an_alignment_is_split() -> None:
    """What set the two beside each other is taken back; each stands alone."""
    comparison, codes = corrected(at("reject", "The plan has 28 points", "The plan has 28 points", what="alignment"))
    assert codes == []
    assert set(relations(comparison, "28 points")) == {"single-source"}


def test_a_split_leaves_the_others_together() -> None:
    """Two that agree with each other still do."""
    texts = (ONE, TWO, "The plan has 28 points. It rained in Bern.")
    comparison, _ = corrected(at("reject", "28 points", "28 points", what="alignment"), texts=texts)
    left = [f for f in with_words(comparison, "28 points") if f.relation == "corroborated"]
    assert [[p.source for p in f.passages] for f in left] == [["d1", "d2"]]


def test_an_alignment_is_joined() -> None:
    """The judges look at the two; where no slot speaks against it they corroborate each other."""
    comparison, codes = corrected(at("add", "Qatar sent 40 trucks", "A boat was seen", what="alignment"))
    found = with_words(comparison, "40 trucks")
    assert [(f.relation, f.found_by) for f in found] == [("corroborated", "person:ann")]
    assert codes == []


def test_a_joined_alignment_is_judged() -> None:
    """A slot that speaks against it makes a contradiction."""
    texts = ("Qatar sent 40 trucks to the border.", "Qatar sent 90 trucks to the border. " + THREE)
    comparison, _ = corrected(
        at("reject", "40 trucks", "90 trucks", what="alignment"),
        at("add", "40 trucks", "90 trucks", what="alignment"),
        texts=texts,
    )
    assert relations(comparison, "40 trucks") == ["contradicted"]


def test_words_that_are_nobodys_statement() -> None:
    """What is left out of analysis cannot be joined; a finding over it goes back to its document's originator."""
    read = documents("Share this page with friends. " + ONE, TWO)
    read[0] = replace(read[0], marks=(Mark(0, 29, "navigation"),), originator=Guess("Reuters", "given"))
    records = [read_record(document, default_vocabulary()) for document in read]
    comparison = compare_accounts(read, records)
    for do in ("add", "reject"):
        join = at(do, "Share this page", "A boat was seen", what="alignment")
        same, problems = apply_corrections(comparison, read, records, [join])
        assert (same.findings, [p.code for p in problems]) == (comparison.findings, ["correction-without-object"])
    add = at("add", "Share this page", "A boat was seen", set={"relation": "contradicted"})
    finding = apply_corrections(comparison, read, records, [add])[0].findings[0]
    assert finding.passages[0].text == "Share this page"
    assert len(finding.statements) == 1
    assert len(finding.originators) == 2
