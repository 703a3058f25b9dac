"""What holds of corrections in any text: found again, applied once, read back as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_statements import documents

from zopa.folder import parse_record_file, print_record_file
from zopa.sources.anchors import Quote, core, find_quote, fold, quote_at
from zopa.statements import read_record
from zopa.statements.corrections import Correction, apply_corrections
from zopa.statements.editing import Edit, build_correction
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements import Statement

WORDS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)
NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(str.strip)
EDITS = st.sampled_from(
    [
        {},
        {"act": "reject"},
        {"speaker": "Egypt"},
        {"speaker": "none"},
        {"form": "own-voice"},
        {"form": "quotation", "hedged": "yes"},
    ]
)
SPACES = st.sampled_from([" ", "  ", "\t", "\n", "\u00a0", " \r\n "])


def correction(document: Document, statement: Statement, values: dict[str, str]) -> Correction:
    edit = Edit(statement.id, values)
    return build_correction(document, statement, edit, by="ann", on="2025-12-05", vocabulary=default_vocabulary())


@settings(deadline=None, max_examples=150)
@given(documents(), st.data())
def test_a_correction_survives_re_reading(document: Document, data: st.DataObject) -> None:
    """Applied twice is applied once, also after reading again; either it took effect or a problem says that it did not."""
    record = read_record(document, default_vocabulary())
    assume(record.statements)
    chosen = data.draw(st.lists(st.tuples(st.sampled_from(record.statements), EDITS), min_size=1, max_size=4))
    corrections = [correction(document, statement, values) for statement, values in chosen]
    once, problems = apply_corrections(document, record, corrections)
    assert apply_corrections(document, once, corrections) == (once, problems)
    again = read_record(document, default_vocabulary())
    assert apply_corrections(document, again, corrections) == (once, problems)
    assert len({statement.id for statement in once.statements}) == len(once.statements)
    if len(chosen) == 1 and not problems:
        statement, values = chosen[0]
        now = next((s for s in once.statements if s.id == statement.id), None)
        assert (now is None) == (not values)
        assert now is None or now.found_by == "person:ann"
        own = {
            statement.id,
            *(s.id for s in record.statements if s.within == statement.id),
        }  # fragments in it may stand alone now
        others = [[s.said for s in told.statements if s.id not in own] for told in (once, record)]
        assert others[0] == others[1]


@settings(deadline=None, max_examples=200)
@given(documents(), st.data())
def test_white_space_keeps_the_anchor(document: Document, data: st.DataObject) -> None:
    """A quote whose words stand in the text finds the same words when the white space of the source has changed."""
    record = read_record(document, default_vocabulary())
    assume(record.statements)
    statement = data.draw(st.sampled_from(record.statements))
    start, end = statement.content[0].start, statement.content[-1].end
    quote = quote_at(document, start, end)
    span = find_quote(document.text, quote).span
    assume(span is not None)
    assert span is not None
    assert fold(document.text[slice(*span)]).text == fold(document.text[start:end]).text
    space = data.draw(SPACES)
    changed = re.sub(r"\s+", space, document.text)
    moved = find_quote(changed, quote).span
    assert moved is not None
    assert fold(changed[slice(*moved)]).text == fold(document.text[start:end]).text
    assert core(changed, *moved)[0] <= core(changed, *moved)[1]


@settings(deadline=None, max_examples=200)
@given(WORDS, st.text(max_size=10), WORDS, WORDS, NAMES)
def test_a_place_that_is_given_holds_the_words(text: str, exact: str, prefix: str, suffix: str, source: str) -> None:
    """Never another place, whatever the quote."""
    found = find_quote(text, Quote(source, exact, prefix, suffix))
    for span in (*found.places, *([found.span] if found.span else [])):
        assert fold(text[slice(*span)]).text == fold(exact).text


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(NAMES, WORDS, WORDS, WORDS, NAMES, NAMES), min_size=1, max_size=4))
def test_what_is_printed_is_parsed(rows: list[tuple[str, str, str, str, str, str]]) -> None:
    """Any words and names come back as they were, in any number of steps."""
    corrections = [
        Correction(
            "statement", "change", source, f"x{exact}", prefix, suffix,
            set={"speaker": speaker}, was={"form": "quotation"}, by=by, note=prefix,
        )
        for source, exact, prefix, suffix, by, speaker in rows
    ]  # fmt: skip
    text = print_record_file(corrections)
    assert parse_record_file(text) == (tuple(corrections), ())
    step = ""
    for one in corrections:
        step = print_record_file([one], step)
    assert parse_record_file(step) == (tuple(corrections), ())


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(["corrections:", "\n", "  - ", "what: ", "do: ", "statement", "{", "}", "[", "]", "&a ", "*a", "!x ", "? ", "|", ">", "'", '"', "#", "source: a", "exact: b", "by: c", "- ", "<<: ", "%"]), max_size=30).map("".join)))  # fmt: skip  # noqa: E501
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Corrections or problems."""
    corrections, problems = parse_record_file(text)
    assert all(problem.message and problem.cure for problem in problems)
    assert corrections is not None
