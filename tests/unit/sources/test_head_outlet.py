"""An outlet and its day on the line under a title: no sentence, and the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.sources import read_document
from zopa.sources.head import is_dateline

if TYPE_CHECKING:
    from pathlib import Path

BODY = "The dock union rejected the lower toll on Monday, and the port authority said that it would not raise it again this year."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The Harbour Times, 12 February 2031", "2031-02-12"),
        ("Paper 24, 3 July 2031", "2031-07-03"),
        ("Daily Crane (allHarbour), 3 July 2031", "2031-07-03"),
        ("Agency in The Quay, 12 February 2031", "2031-02-12"),
        ("Quay Edition, February 2031", None),
        ("allHarbour, 12 February 2031", "2031-02-12"),
        ("quay24.example, 12 February 2031", "2031-02-12"),
    ],
)
def test_an_outlet_under_the_title(tmp_path: Path, line: str, day: str | None) -> None:
    """The day is that of publication, a month alone is none; the line is marked and tells nothing of the talks."""
    path = tmp_path / "a.txt"
    path.write_text(f"Union rejects lower toll\n{line}\n\n{BODY}\n", encoding="utf-8")
    document, _ = read_document(path)
    assert document is not None
    assert (document.published.value if document.published else None) == day
    start = document.text.index(line)
    assert any(mark.start <= start and start + len(line) <= mark.end for mark in document.marks)
    assert is_dateline(line, under_title=True)
    assert not is_dateline(f"Union rejects toll, the {line.lower()}", under_title=True)


def test_a_sentence_with_a_date_is_none() -> None:
    """Words in small letters before the day make it one."""
    assert not is_dateline("The union met the yard in Karsk, 12 May 2031", under_title=True)
    assert not is_dateline("The Harbour Times, 12 February 2031")
