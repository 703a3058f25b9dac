from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.sources import PROBLEM_CODES, REASONS, Document, find_originators, find_overlaps, read_document
from zopa.sources.reasons import POINTED_REASONS, reason_kind

LINES = st.sampled_from(
    [
        "By Mina Okoro",
        "March 5, 2024",
        "Subscribe",
        "Original article: harbour.example",
        "PORT LOWE, March 5 (Reuters) - The councils met for four hours and parted.",
        "“We did not move,” said the harbour master, who led the northern delegation on that long and windy day.",
        "The \u0421ouncil paid 40,000 crowns, and TelegramTwitter told it.",
        "# Heading with **signs** and [a link](https://harbour.example)",
        "---",
        "title: Ferry",
        "<p>A paragraph</p><script>x</script>",
        "",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=30).map("\n".join))
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a", "-", "\u0444.txt", "..", "a.TXT"])
BYTES = st.one_of(
    st.binary(),
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary().map(lambda data: b"%PDF-1.4\n" + data),
    st.binary().map(lambda data: b"PK\x03\x04" + data),
    TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
)


def check(document: Document) -> None:
    """What holds of every document."""
    size = len(document.text)
    assert list(document.marks) == sorted(document.marks)
    for mark in document.marks:
        assert 0 <= mark.start < mark.end <= size
        assert reason_kind(mark.reason) in REASONS
        assert not (mark.left_out and reason_kind(mark.reason) in POINTED_REASONS)
    for start, end in document.analysed():
        passage = document.passage(start, end)
        assert start < end
        assert document.text[passage.start : passage.end] == passage.text
    for guess in (document.title, document.author, document.publisher, document.published, document.originator):
        if guess is not None and guess.start is not None and guess.end is not None:
            assert 0 <= guess.start < guess.end <= size


@settings(deadline=None, max_examples=200)
@given(NAMES, BYTES)
def test_reading_any_bytes(name: str, data: bytes):
    """Whatever a file holds, reading gives a document or an error with a known code, and never raises."""
    document, problems = read_document(name, data=data)
    assert {problem.code for problem in problems} <= set(PROBLEM_CODES)
    assert all("\n" not in str(problem) for problem in problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    assert (document is None) == bool(errors)
    if document is not None:
        check(document)


@settings(deadline=None)
@given(TEXTS)
def test_text_is_never_rewritten(text: str):
    """A plain text is what the file holds, character by character."""
    data = text.encode("utf-8", "ignore")
    document, _ = read_document("a.txt", data=data)
    if document is not None and document.encoding == "utf-8":
        assert document.text.encode("utf-8") == data.removeprefix(b"\xef\xbb\xbf")


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=5))
def test_sets_of_documents(texts: list[str]):
    """Ids are unique, shares lie between 0 and 1, passages stand where they say, every document has an originator."""
    ids: set[str] = set()
    read = [read_document("same.txt", data=text.encode("utf-8", "ignore"), ids=ids)[0] for text in texts]
    documents = {one.id: one for one in read if one is not None}
    assert len(documents) == sum(one is not None for one in read)
    overlaps = find_overlaps(list(documents.values()))
    for overlap in overlaps:
        assert 0 < overlap.share_a <= 1
        assert 0 < overlap.share_b <= 1
        for pair in overlap.passages:
            for passage in pair:
                assert documents[passage.source].text[passage.start : passage.end] == passage.text
    assert list(find_originators(list(documents.values()), overlaps)) == list(documents)
