"""Quotes found in documents whatever their signs; what is gone is told with what stands nearest."""

from __future__ import annotations

import pytest
from tests.unit.case.cases import COURIER, HERALD, TEXT, case, changed

from zopa.case import anchor_evidence
from zopa.case.entry import Evidence
from zopa.case.speakers import Teller, find_teller, stated_red_lines, voice_of
from zopa.case.trust import check_trust
from zopa.sources import Document, read_document

PATH = ("positions", "alba", "bridge", "evidence", 0)


def documents(courier: str = COURIER) -> dict[str, Document]:
    """The two sources, read."""
    found: dict[str, Document] = {}
    for name, text in (("courier", courier), ("herald", HERALD)):
        document, _ = read_document(f"{name}.md", data=text.encode())
        assert document is not None
        found[name] = document
    return found


def test_a_quote_is_found_whatever_its_signs() -> None:
    """Line breaks, other quotation marks and hard spaces change nothing; the passage has the document's characters."""
    texts = documents(COURIER.replace("never leave", "never\n   leave"))
    found = anchor_evidence(case(), texts)
    assert found.findings == ()
    passage = found.passages[PATH]
    assert texts["courier"].text[passage.start : passage.end] == passage.text == "will never\n   leave the bridge"


def test_an_absent_quote_is_an_error_with_the_nearest_words() -> None:
    """Nothing is dropped: the finding names the quote and what stands nearest."""
    found = anchor_evidence(case(changed("will never leave the bridge", "will never give up the bridge")), documents())
    assert [f.code for f in found.findings] == ["evidence-absent"]
    assert "will never leave the bridge" in found.findings[0].cure


def test_a_quote_that_stands_twice_needs_a_hint() -> None:
    """Ambiguous without one; `prefix` decides."""
    twice = COURIER + '\nLater he repeated that Alba "will never leave the bridge".\n'
    assert [f.code for f in anchor_evidence(case(), documents(twice)).findings] == ["evidence-ambiguous"]
    hinted = case(changed("status: fragment", 'status: fragment, prefix: "Later he repeated that Alba"'))
    found = anchor_evidence(hinted, documents(twice))
    assert found.findings == ()
    assert found.passages[PATH].start > twice.index("Later")


def test_a_changed_source_leaves_orphans_or_is_found_again() -> None:
    """Moved words are found; words that are gone are orphans, and are listed."""
    moved = "Outlet: Courier\n\nA new first paragraph stands here now.\n\n" + COURIER.split("\n\n", 1)[1]
    assert anchor_evidence(case(), documents(moved), frozenset({"courier"})).findings == ()
    gone = COURIER.replace("never leave the bridge", "think about it")
    found = anchor_evidence(case(), documents(gone), frozenset({"courier"}))
    assert [f.code for f in found.findings] == ["evidence-orphan"]


def test_a_source_that_cannot_be_read() -> None:
    """Told for each quote that rests on it."""
    assert [f.code for f in anchor_evidence(case(), {}).findings] == ["evidence-no-source"]


def test_who_speaks_for_a_party() -> None:
    """Names, surnames and aliases; a person without mandate is known as such; others speak for nobody."""
    read = case()
    assert find_teller(read, "Orlin") == Teller("Anna Orlin", "alba")
    assert find_teller(read, "Albaport").party == "alba"
    assert find_teller(read, "Piet Marn").mandate is False
    assert find_teller(read, "A stranger").party == ""


def test_a_critic_never_states_a_red_line() -> None:
    """Stated only by the party's own speaker with a mandate."""
    read = case()
    assert stated_red_lines(read, {PATH: find_teller(read, "Anna Orlin")})("alba", "bridge")
    for name in ("Piet Marn", "Bela Kost", "somebody", ""):
        assert not stated_red_lines(read, {PATH: find_teller(read, name)})("alba", "bridge")


def test_voices() -> None:
    """The party quoted, the party in others' words, another side, nobody."""
    read = case()
    quoted, told = Evidence(source="courier", quote="x"), Evidence(source="courier", quote="x", status="paraphrase")
    own, other = find_teller(read, "Anna Orlin"), find_teller(read, "Bela Kost")
    assert [voice_of(quoted, own, "alba"), voice_of(told, own, "alba"), voice_of(quoted, other, "alba")] == [
        "quoted", "reported", "other-side",
    ]  # fmt: skip
    assert voice_of(quoted, find_teller(read, ""), "alba") == "author"


def test_what_makes_judgements_weak() -> None:
    """Inferred red lines, judgement alone, one originator, missing grades, overtaken quotes, acts nobody performs."""
    denied = """
        - {source: herald, quote: "both sides to hold the bridge", for: position, said: 2025-12-01}
        - {source: courier, quote: "called the talks useful", for: denial, said: 2025-12-03}"""
    text = TEXT.replace("said-by: Anna Orlin, status: fragment}", "status: fragment}" + denied)
    text = (
        text.replace("by: alba}]", "by: senate}]")
        .replace("terms: {bridge: joint", "terms: {bridge: boria")
        .replace("analyst: desk-1", "note: x")
    )
    read = case(text)
    found = anchor_evidence(read, documents())
    told = {f.code for f in check_trust(read, found.passages, lambda *_: False)}
    assert told == {
        "red-line-inferred", "no-evidence", "overtaken-quote", "grade-missing", "draft-needs-act", "judgement-unnamed",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        ('prefix: "said that Alba "', 'President Bela Kost said that Boria "{words}".'),
        ('prefix: "Anna Orlin said that Alba "', 'Prime Minister Bela Kost denied that Alba "{words}".'),
        ('prefix: "said that Alba ", suffix: ", not now"', 'President Anna Orlin said that Alba "{words}", ever.'),
        ('suffix: " according to Alba alone"', 'Bela Kost said that Boria "{words}" according to Boria alone.'),
        ('prefix: "Orlin spoke. She "', 'Kost spoke. She "{words}".'),
        ('prefix: "the first clause "', 'The first treaty "{words}". The last treaty "{words}" too.'),
    ],
)
def test_evidence_does_not_move_to_a_look_alike(hint: str, text: str) -> None:
    """The words stand once or twice, but not with the context that is given: told, and no passage."""
    words = "will never leave the bridge"
    source = f"Outlet: Courier\n\n{text.format(words=words)}\n"
    hinted = case(changed("status: fragment", f"status: fragment, {hint}"))
    for edited in (frozenset({"courier"}), frozenset[str]()):
        found = anchor_evidence(hinted, documents(source), edited)
        assert [f.code for f in found.findings] == ["evidence-ambiguous"]
        assert PATH not in found.passages
        assert "correct prefix and suffix" in found.findings[0].cure


def test_evidence_whose_context_is_set_otherwise_is_found() -> None:
    """White space, line breaks and quotation marks of the context do not count either."""
    hinted = case(changed("status: fragment", 'status: fragment, prefix: "said  that “Alba”"'))
    found = anchor_evidence(hinted, documents(COURIER.replace("said that", "said\nthat")))
    assert (found.findings, PATH in found.passages) == ((), True)
