"""What a receiver of a shared case is told: kinds and numbers, never what was left out."""

from __future__ import annotations

from tests.unit.case.cases import case

from zopa.views.sharing import KINDS, brief_sentences, build_readme, case_sentences


def test_the_readme_lists_what_is_inside_and_what_is_left_out() -> None:
    """Folders by the number of documents, kinds by their number, the hash, and how to use it."""
    files = ["brief.html", "case.yaml", "sources/a.md", "sources/b.md", "drafts/x.md", "alone.md"]
    told = build_readme(case(), files, {"private": 2, "comment": 0}, brief="brief.html", version="9.9", sha256="abc")
    assert told.startswith("Bridge talks\n")
    assert "sources/      2 documents" in told
    assert "drafts/       1 document\n" in told
    assert "alone.md      a document" in told
    assert "entries marked private: 2" in told
    assert "comments" not in told
    assert "record.yaml" not in told
    assert all(word in told for word in ("9.9", "abc", "2025-12-04", "zopa check"))
    assert "Nothing." in build_readme(case("{}"), [], {}, brief="b", version="", sha256="")


def test_sentences_of_the_brief() -> None:
    """Only what changes its answers is told, and in the singular where there is one."""
    assert brief_sentences(dict.fromkeys(KINDS, 0)) == ()
    assert brief_sentences({"private": 3, "comment": 1}) == ()
    one, many = brief_sentences({"allegation": 1}), brief_sentences({"allegation": 2, "way-out": 4})
    assert one == ("1 allegation about named people is left out; they stand in the documents.",)
    assert many == (
        "Ways out are left out.",
        "2 allegations about named people are left out; they stand in the documents.",
    )


def test_a_shared_case_says_what_it_does_without() -> None:
    """In every brief that is made from it later."""
    assert case_sentences(case()) == ()
    told = case_sentences(case("title: T\nleft-out: [no-deal, private]\n"))
    assert len(told) == 2
    assert all(sentence.endswith(".") for sentence in told)
