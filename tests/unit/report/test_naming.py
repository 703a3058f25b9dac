"""Dates and kinds in words."""

import pytest

from zopa.report.naming import date_range, date_words, document_byline, document_language, document_name, kicker
from zopa.sources import Document, Guess

from .sample import build_brief


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (["2031-03-12", "2031-03-14"], "12–14 March 2031"),
        (["2031-03-12"], "12 March 2031"),
        (["2031-02-28", "2031-03-01"], "28 February – 1 March 2031"),
        (["2030-12-31", "2031-01-01"], "31 December 2030 – 1 January 2031"),
        (["soon"], ""),
    ],
)
def test_date_range(dates, told):
    assert date_range(dates) == told


def test_a_document_without_facts_still_has_a_name():
    bare = Document("d", "d.txt", "", "0", "text", language=Guess('"><b>', "?"))
    assert document_name(bare) == "d"
    assert document_byline(bare) == ("date not found",)
    assert document_language(bare) is None
    assert date_words("last week") == "last week"


def test_kicker():
    assert kicker(build_brief()) == ("3 documents", "12–14 March 2031", "commentary, press")
