"""What holds of the record of any text: every passage stands in it, ids are unique, order is the document's."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from zopa.sources import Document, Guess, Mark, Passage
from zopa.statements import read_record
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", "«", "»", "„", "“We will not move", "\n", "\n\n", "\n  • ", " ", ". ", ", ", ": ", "; ", "? ",
        "… ", " — ",
        "(", ")", "said ", "says that ", "according to ", "added, ", "did not say that ", "who said ", "whether ", "told reporters ",
        "Amina Farouk ", "Nikol Pashinyan ", "Aliyev’s warning that ", "Egypt ", "the Sudanese minister ", "Moscow ", "in Moscow ",
        "He ", "she ", "they ", "officials ", "the talks ", "met Ilham Aliyev in Geneva on 4 March ", "agreed to the treaty ",
        "before any talks ", "if ", "then ", "will sign ", "7,000 soldiers a week ",
        "at least 28 points ", "last Thursday ", "but ", "and ",
        "U.S. ", "Mr. ", "J. K. ", "The terms are:\n", "\u00a0", "\t", "\r\n", "ß", "\u0130stanbul ", "\ufb01nal ", "\U0001f54a ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of such a text, dated or not, with spans left out of it or not."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    marks = [Mark(a, b, "repeat") for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    published = draw(st.sampled_from([None, Guess("2025-03-12", "given")]))
    return Document("d", "-", text, "0", "text", published=published, language=Guess("en", "given"), marks=tuple(marks))


def passages(value: Any) -> Iterator[Passage]:
    """Every passage anywhere inside a value."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from passages(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages(getattr(value, field.name))


# A letter left out of a quotation that a verb of saying follows: the tree's sentence begins before the unit.
_LEFT_OUT = Document(
    "d", "-", "000000000000“0;0;0A00”SAID", "0", "text", language=Guess("en", "given"), marks=(Mark(19, 20, "repeat"),)
)


@settings(deadline=None, max_examples=400)
@example(_LEFT_OUT)
@given(documents())
def test_any_record(document: Document) -> None:
    """Passages stand verbatim in the analysed text, ids are unique, fragments have their statement, order is kept."""
    record = read_record(document, default_vocabulary())
    text = document.text
    for passage in passages(record):
        assert 0 <= passage.start <= passage.end <= len(text)
        assert text[passage.start : passage.end] == passage.text
        assert passage.source == document.id
    statements = {statement.id: statement for statement in record.statements}
    assert len(statements) == len(record.statements)
    starts = [statement.content[0].start for statement in record.statements]
    assert starts == sorted(starts)
    for statement in record.statements:
        assert statement.said.strip()
        assert all(part.start < part.end for part in statement.content)
        assert all(
            statement.passage.start <= part.start and part.end <= statement.passage.end for part in statement.content
        )
        assert [part.start for part in statement.content] == sorted(part.start for part in statement.content)
        if statement.speaker:
            assert statement.speaker.name
            assert 0 <= statement.speaker.start < statement.speaker.end <= len(text)
        assert (statement.form == "own-voice") <= (statement.speaker is None and statement.status is None)
        assert (statement.form == "quotation") == (statement.status is not None)
        if statement.within:
            outer = statements[statement.within]
            assert outer.form == "reported"
            assert outer.content[0].start <= statement.content[0].start
            assert statement.content[-1].end <= outer.content[-1].end
    for meeting in record.meetings:
        assert meeting.participants
        assert not set(meeting.participants) & set(meeting.absent)
    for gate in record.gates:
        assert gate.before.text
        assert gate.after.text


@settings(deadline=None, max_examples=100)
@given(documents())
def test_what_is_left_out_is_never_said(document: Document) -> None:
    """No content touches a span that is left out, unless it runs over it from both sides."""
    analysed = document.analysed()
    for statement in read_record(document, default_vocabulary()).statements:
        for part in statement.content:
            assert any(a <= part.start < b for a, b in analysed)
            assert any(a < part.end <= b for a, b in analysed)


@settings(deadline=None, max_examples=100)
@given(documents())
def test_reading_is_repeatable(document: Document) -> None:
    """The same document gives the same record."""
    assert read_record(document, default_vocabulary()) == read_record(document, default_vocabulary())
