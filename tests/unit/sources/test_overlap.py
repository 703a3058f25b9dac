from __future__ import annotations

import pytest

from zopa.sources import UNKNOWN, Document, Guess, Mark, find_originators, find_overlaps, overlap, read_document
from zopa.sources.lines import split_lines
from zopa.sources.origin import find_origin, normal_source

from .test_marks import SECOND
from .test_read import BODY

OWN = (
    "Nobody on the mainland had expected the islands to agree so early in the year. The paper mill wants its timber. "
    "The school wants its teacher. A ferry twice a day would serve them both, and the mayor of Lindow knows it as "
    "well as anyone who ever waited on that quay in the rain."
)
WIRE = f"{BODY} {SECOND}"


def document(name: str, text: str, **fields: object) -> Document:
    return Document(name, f"{name}.txt", text, "", "text", **fields)  # type: ignore[arg-type]


def test_shared_passage():
    """A passage of twelve words and more is found on both sides with its exact characters."""
    a, b = document("a", f"{OWN} {SECOND}"), document("b", f"{SECOND.upper()}\n{BODY}")
    (found,) = find_overlaps([a, b])
    ((left, right),) = found.passages
    assert left.text == SECOND.rstrip(".")
    assert right.text == SECOND.upper().rstrip(".")
    assert a.text[left.start : left.end] == left.text
    assert b.text[right.start : right.end] == right.text
    words = len(SECOND.split())
    assert found.share_a == pytest.approx(words / (words + len(OWN.split())), abs=0.02)


def test_official_sentence_is_not_copying():
    """A shared quotation of fewer than twelve words is no overlap."""
    quote = "“we will not sign before the winter is over”"
    assert (
        find_overlaps([document("a", f"{BODY} She said {quote}."), document("b", f"{OWN} He heard {quote} too.")]) == ()
    )


def test_what_is_left_out_is_not_compared():
    """Boilerplate that two documents share does not count, and no passage runs across it."""
    notice = "Every Friday the editors of this paper choose the ten best letters of the week for you to read at home."
    texts = [f"{OWN} {notice}", f"{BODY} {notice}"]
    marked = [
        document(str(at), text, marks=(Mark(text.index(notice), len(text), "disclaimer"),))
        for at, text in enumerate(texts)
    ]
    assert find_overlaps(marked) == ()
    assert len(find_overlaps([document("a", texts[0]), document("b", texts[1])])) == 1


def test_edited_copy():
    """In a copy with words changed here and there, every stretch of six words and more that was kept is found."""
    edited = WIRE.replace("four hours", "half a day").replace("mainland", "continent").replace("counted", "had counted")
    (found,) = find_overlaps([document("a", WIRE), document("b", edited)])
    kept = " ".join(left.text for left, _ in found.passages)
    assert "four" not in kept
    assert "locked them away again in the old blue safe" in kept
    assert found.share_a > 0.9
    assert all(left.text.split() == right.text.split() for left, right in found.passages)


def test_passage_that_stands_twice_in_one():
    """A passage that one document has twice counts twice there and once in the other."""
    (found,) = find_overlaps([document("a", f"{SECOND} {OWN} {SECOND}"), document("b", f"{BODY} {SECOND}")])
    assert len(found.passages) == 2
    (mirrored,) = find_overlaps([document("b", f"{BODY} {SECOND}"), document("a", f"{SECOND} {OWN} {SECOND}")])
    assert (mirrored.share_a, mirrored.share_b) == (found.share_b, found.share_a)


def test_nothing_to_compare():
    """No documents, one document and empty documents share nothing."""
    assert find_overlaps([]) == ()
    assert find_overlaps([document("a", WIRE)]) == ()
    assert find_overlaps([document("a", ""), document("b", ""), document("c", WIRE)]) == ()


def test_many_documents(monkeypatch: pytest.MonkeyPatch):
    """Above the limit MinHash proposes the pairs, and the passages are the same."""
    documents = [document("a", f"{WIRE} {OWN}"), document("b", WIRE), document("c", OWN)]
    exact = find_overlaps(documents)
    monkeypatch.setattr(overlap, "EXACT_LIMIT", 1)
    assert find_overlaps(documents) == exact
    assert find_overlaps([document("a", ""), document("b", "")]) == ()


def originators(*documents: Document):
    return find_originators(documents, find_overlaps(documents))


def test_unknown_is_the_default():
    """A document on its own that names no source goes back to nobody known, and shares that with nobody."""
    found = originators(document("a", BODY), document("b", OWN))
    assert {one.name for one in found.values()} == {UNKNOWN}
    assert all(one.shared_with == () and not one.named for one in found.values())


def test_copies_without_a_name():
    """Near-copies are one originator, called after the earliest of them, and marked as not named."""
    later = Guess("2024-03-06", "line 1")
    earlier = Guess("2024-03-05", "line 1")
    found = originators(
        document("a", WIRE, published=later), document("b", f"Late. {WIRE}", published=earlier), document("c", OWN)
    )
    assert (found["a"].name, found["a"].named, found["a"].shared_with) == ("b", False, ("b",))
    assert found["b"].shared_with == ("a",)
    assert found["c"].name == UNKNOWN


def test_copy_that_names_the_source():
    """One copy that names the wire names it for all, with the passage as evidence."""
    named, _ = read_document("a.txt", data=f"PORT LOWE, March 5 (Reuters) - {WIRE}".encode())
    assert named is not None
    found = originators(named, document("b", WIRE))
    assert found["b"].name == "Reuters"
    assert found["b"].named
    assert found["b"].evidence is not None
    assert (found["b"].evidence.source, found["b"].evidence.text) == ("a", "Reuters")


def test_same_source_without_copying():
    """Two different texts that name one source share it."""
    wire = Guess("Reuters", "line 1")
    found = originators(
        document("a", BODY, originator=wire), document("b", OWN, originator=wire), document("c", SECOND)
    )
    assert found["a"].shared_with == ("b",)
    assert found["a"].evidence is None
    assert found["a"].named
    assert found["c"].name == UNKNOWN


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Original article: harbour21.com", "harbour21.com"),
        ("Original article:\u00a0 harbour21.com", "harbour21.com"),
        ("(Reuters)", "Reuters"),
        ("MOSCOW, Dec 2 (Reuters) - The two sides met.", "Reuters"),
        ("KYIV (AP) — The two sides met.", "Associated Press"),
        ("First published in Harbour Gazette", "Harbour Gazette"),
        ("This article was originally published on Harbour Gazette.", "Harbour Gazette"),
        ("This article first appeared in the Harbour Gazette on 5 March 2024.", "Harbour Gazette"),
        ("Republished from Harbour Gazette with permission.", "Harbour Gazette"),
        ("via AP", "Associated Press"),
        ("Source: TASS", "TASS"),
        ("As reported by Harbour Gazette", "Harbour Gazette"),
        ("Источник: РИА Новости", "RIA Novosti"),
        ("МОСКВА, 3 дек — РИА Новости. Стороны встретились и разошлись без новой даты.", "RIA Novosti"),
    ],
)
def test_source_lines(line: str, name: str):
    """Lines in which a text names the source it was taken from."""
    guess, marks = find_origin(split_lines(f"{line}\n\n{BODY}"))
    assert guess is not None
    assert normal_source(guess.value).removeprefix("the ") == name
    assert marks


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported that the mayor had left, and nobody denied it.",
        "The plan, as reported by Harbour Gazette last week, has nineteen points and no signature.",
        "The Gazette reported the ferry would sail on Friday.",
        "Sources: two officials who asked not to be named said so.",
        "From Monday on the ferry sails twice a day.",
        "It was published by the council on Tuesday.",
        "Published on March 5, 2024",
    ],
)
def test_reports_of_one_claim(line: str):
    """An outlet that a sentence cites for one claim is not where the document comes from."""
    assert find_origin(split_lines(f"{BODY}\n\n{line}\n\n{SECOND}")) == (None, ())
