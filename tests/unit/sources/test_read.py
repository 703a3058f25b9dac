from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from zopa.sources import PROBLEM_CODES, REASONS, read_document
from zopa.sources.formats import READERS
from zopa.sources.read import read_document as read_here
from zopa.sources.reasons import reason_kind

BODY = (
    "The two island councils met for four hours on Tuesday in Port Lowe and parted without a date for another round. "
    "Neither side would say who pays for the engine of the ferry, which has lain idle since the storms of autumn."
)


def read(text: str, name: str = "report.txt"):
    document, _ = read_document(name, data=text.encode())
    assert document is not None
    return document


def marked(document, kind: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if reason_kind(m.reason) == kind]


def code_of(path, data: bytes | None = None) -> str:
    document, problems = read_document(path, data=data)
    assert document is None
    errors = [problem for problem in problems if problem.severity == "error"]
    assert len(errors) == 1
    assert errors[0].cure
    assert "\n" not in str(errors[0])
    assert errors[0].code in PROBLEM_CODES
    return errors[0].code


def test_plain_article():
    """Title, author, date and publisher come with the line that tells them, and only the body is analysed."""
    document = read(
        "World\n\nFerry talks stall in Port Lowe\n\nBy Mina Okoro\n\nMarch 5, 2024\n\nFollow us on Facebook\n\n"
        f"{BODY}\n\n© 2024 Harbour Gazette\n"
    )
    assert document.title is not None
    assert document.title.value == "Ferry talks stall in Port Lowe"
    assert document.author is not None
    assert document.author.value == "Mina Okoro"
    assert document.author.evidence == "line 5, after 'By'"
    assert document.published is not None
    assert document.published.value == "2024-03-05"
    assert document.publisher is not None
    assert document.publisher.value == "Harbour Gazette"
    assert document.language is not None
    assert document.language.value == "en"
    assert document.originator is None
    assert "".join(document.text[a:b] for a, b in document.analysed()).strip() == BODY
    assert {reason_kind(mark.reason) for mark in document.marks} <= set(REASONS)


def test_guesses_point_into_the_text():
    """A guess taken from the text says where it stands there."""
    document = read(f"Ferry talks stall\n\nBy Mina Okoro\n\n5 March 2024\n\n{BODY}\n")
    for guess in (document.title, document.author):
        assert guess is not None
        assert guess.start is not None
        assert document.text[guess.start : guess.end] == guess.value


def test_name_in_capitals_under_a_date():
    """A name in capitals on its own line is the author, unless the text uses its words in lower case."""
    named = read(f"March 5, 2024\nMINA OKORO\n{BODY}")
    assert named.author is not None
    assert named.author.value == "MINA OKORO"
    assert named.title is None
    topic = read(f"March 5, 2024\nCOUNCILS FERRY\n{BODY}")
    assert topic.author is None


def test_wire_name_above_the_title():
    """A line that only names the wire is no title."""
    document = read(f"Reuters\n\nFerry talks stall\n\nPORT LOWE, March 5 (Reuters) - {BODY}\n")
    assert (document.title and document.title.value) == "Ferry talks stall"
    assert (document.originator and document.originator.value) == "Reuters"
    assert "".join(document.text[a:b] for a, b in document.analysed()).strip() == BODY


def test_text_stays_as_it_is():
    """Newlines, tabs and trailing spaces stand in the text as in the file; only the byte-order mark goes."""
    raw = "First line. \r\nSecond\tline.\rThird line.\n\n"
    document, problems = read_document("a.txt", data=b"\xef\xbb\xbf" + raw.encode())
    assert problems == ()
    assert document is not None
    assert document.text == raw
    assert document.encoding == "utf-8"


def test_sentence_broken_by_a_newline_is_kept():
    """A line break in mid-sentence neither ends the text nor makes its second half a title."""
    text = f"{BODY} In the end they would make\ntons of money out of it, said the mayor, who laughed.\n"
    assert read(text).analysed() == ((0, len(text)),)


def test_wrapped_line_that_starts_like_navigation():
    """A piece of a wrapped sentence is text, whatever it starts with."""
    text = (
        "The mayor, who had never been known to be in a hurry about it, asked them to\n"
        "read more closely what the two councils had signed at the end of the winter.\n"
    )
    assert read(text).marks == ()


def test_same_bytes_same_document():
    """Reading twice gives the same document, with the hash of the bytes."""
    assert read(BODY) == read(BODY)
    assert len(read(BODY).sha256) == 64


def test_short_text_has_no_language():
    """Too few letters say nothing about the language."""
    assert read("No deal.").language is None


def test_ids_are_made_unique():
    """The id is a slug of the stem; one that is taken gets a number."""
    ids: set[str] = set()
    names = ["a/The_Report (2).txt", "b/the-report-2.md", "c/???.txt", "-"]
    found = [read_document(name, data=BODY.encode(), ids=ids)[0] for name in names]
    assert [one.id for one in found if one] == ["the-report-2", "the-report-2-2", "document", "stdin"]
    assert ids == {"the-report-2", "the-report-2-2", "document", "stdin"}


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    """A dash reads the bytes of standard input."""

    class Input:
        buffer = io.BytesIO(BODY.encode())

    monkeypatch.setattr("sys.stdin", Input())
    document, _ = read_document("-")
    assert document is not None
    assert (document.path, document.text) == ("-", BODY)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty-file"),
        ("a.md", b" \n\t\n", "empty-file"),
        ("a.txt", b"\xef\xbb\xbf\n", "empty-file"),
        ("a.txt", bytes(range(256)) * 20, "binary-file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n123", "binary-file"),
        ("a.bin", b"\x7fELF123", "unknown-format"),
        ("a.rtf", b"{\\rtf1 hello}", "unknown-format"),
        ("a.docx", b"no archive", "docx-broken"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "docx-broken"),
        ("a.pdf", b"not at all", "pdf-broken"),
        ("a.pdf", b"%PDF-1.4\n1 0 obj\n<<", "pdf-broken"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "html-without-text"),
    ],
)
def test_bad_files(name: str, data: bytes, code: str):
    """What cannot be read gives one error with a code and a cure."""
    assert code_of(name, data) == code


def test_bad_paths(tmp_path: Path):
    """A missing file, a folder and a link to itself are errors, not exceptions."""
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert code_of(tmp_path / "none.txt") == "missing-file"
    assert code_of(tmp_path) == "unreadable-file"
    assert code_of(tmp_path / "loop.txt") == "unreadable-file"
    assert code_of("zero\0byte.txt") == "unreadable-file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_permission_denied(tmp_path: Path):
    """A file that may not be opened is an error."""
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    assert code_of(path) == "unreadable-file"


def test_permission_denied_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The system's refusal is told in its own words."""
    path = tmp_path / "a.txt"
    path.write_text(BODY)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "Permission denied" in read_here(path)[1][0].message


def test_file_of_a_hundred_megabytes(tmp_path: Path):
    """A file above the limit is refused by its size alone, without being read."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.write(b"words ")
        stream.truncate(100_000_000)
    assert code_of(path) == "too-large"


def test_unknown_ending_with_text(tmp_path: Path):
    """A file of any name is read if it holds text, a page or a PDF."""
    path = tmp_path / "note.log"
    path.write_text(BODY)
    document, _ = read_document(path)
    assert document is not None
    assert document.format == "text"
    page, _ = read_document("saved", data=f"<!DOCTYPE html><html><body><p>{BODY}</p></body></html>".encode())
    assert page is not None
    assert page.format == "html"


def test_name_that_is_no_unicode(tmp_path: Path):
    """A file whose name no encoding explains is read, and shown with replacement signs."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(BODY, encoding="utf-8")
    except OSError:
        pytest.skip("the file system refuses such names")
    document, _ = read_document(os.fsdecode(path))
    assert document is not None
    assert document.path.encode()
    assert document.id.encode()


def test_a_reader_that_fails_is_told(monkeypatch: pytest.MonkeyPatch):
    """A fault inside a format's library is an error of that file."""

    def fail(data: bytes, file: str):
        raise KeyError("word/document.xml")

    monkeypatch.setitem(READERS, "text", fail)
    assert read_here("a.txt", data=b"words")[1][0].code == "reader-failed"


SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie outside the repository and are not here")
def test_seed_with_its_body_twice():
    """The article that carries its body twice is analysed once."""
    document, problems = read_document(next(SEEDS.glob("000_*.txt")))
    assert document is not None
    assert problems == ()
    analysed = [document.text[a:b] for a, b in document.analysed() if b - a > 100]
    assert len(analysed) == 1
    assert 4_600 < len(analysed[0]) < 4_800
    assert document.originator is not None
    assert document.originator.value == "sonar21.com"
    assert document.published is not None
    assert document.published.value == "2025-12-04"


def test_a_language_that_is_known_is_not_guessed():
    """The text's own word comes first, then the caller's code; what is no code is guessed over."""
    told = [read_document("a.txt", data=BODY.encode(), language=given)[0] for given in ("fr", "French", "")]
    assert [d.language.value for d in told if d and d.language] == ["fr", "en", "en"]
    own, _ = read_document("a.md", data=f"---\nlanguage: de\n---\n\n{BODY}".encode(), language="fr")
    assert own is not None
    assert own.language is not None
    assert own.language.value == "de"
