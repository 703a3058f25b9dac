"""From a document to its analysed text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.unit.statements.reading import document

from zopa.sources import Mark
from zopa.text import annotate as annotating
from zopa.text import default_vocabulary
from zopa.text.annotate import Text, annotate, tag_sentences
from zopa.text.languages import READ_LANGUAGES
from zopa.text.network import Parsed

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence

TEXT = "Wendra signed the pact. “We will stay. We will not go,” said Mira Colt.\n\nOlmira's envoy didn’t sign it."


def analysed(text: str = TEXT) -> Text:
    return annotate(document(text), default_vocabulary())


def words(sentence: Sentence) -> list[str]:
    return [token.text for token in sentence.tokens]


def test_sentences_with_their_places() -> None:
    """Each token is the text at its place; sentences know their paragraph and stand in order."""
    found = analysed()
    assert [s.paragraph for s in found.sentences] == [0, 0, 0, 1]
    for sentence in found.sentences:
        assert all(TEXT[t.start : t.end] == t.text for t in sentence.tokens)
        assert sentence.start <= sentence.tokens[0].start
        assert sentence.tokens[-1].end <= sentence.end
        assert [t.head for t in sentence.tokens].count(-1) == 1
    assert words(found.sentences[3]) == ["Olmira", "'s", "envoy", "did", "n’t", "sign", "it", "."]


def test_lemma_form_and_plain_apostrophe() -> None:
    """Base form, form and tense of a verb; `low` has plain apostrophes, `text` what was written."""
    found = analysed()
    signed = found.sentences[0].tokens[1]
    assert (signed.lemma, signed.tag, signed.form, signed.tense) == ("sign", "VERB", "Fin", "Past")
    denial = found.sentences[3].tokens[4]
    assert (denial.text, denial.low, denial.lemma) == ("n’t", "n't", "not")


def test_words_know_their_quotation() -> None:
    """Both sentences of one quotation have its number, words outside -1."""
    found = analysed()
    assert len(found.quotations) == 1
    assert set(found.sentences[0].quote) == {-1}
    assert set(found.sentences[1].quote) == {0}
    inside = {t.text: q for t, q in zip(found.sentences[2].tokens, found.sentences[2].quote, strict=True)}
    assert (inside["go"], inside["said"]) == (0, -1)


def test_the_style_of_marks_changes_no_tree() -> None:
    """Curly, straight and angular marks, long and short dashes give one tree."""
    trees = [
        [(t.tag, t.head, t.relation) for t in analysed(text).sentences[0].tokens]
        for text in (
            "“Wendra won't stay,” said Mira – at noon.",
            '"Wendra won’t stay," said Mira — at noon.',
            "«Wendra won’t stay,» said Mira - at noon.",
        )
    ]
    assert trees[0] == trees[1] == trees[2]


def test_frames_and_names_are_those_of_the_text() -> None:
    """One tuple of frames a sentence; names of the vocabulary are found."""
    found = analysed("Turkey signed the pact. It rained.")
    assert [[f.predicate for f in frames] for frames in found.frames] == [["sign"], ["rain"]]
    assert [m.name for m in found.names.mentions] == ["Turkey"]


def test_within() -> None:
    """The sentences that touch a span, with their frames; none for a span without any."""
    found = analysed()
    one = found.within(0, 5)
    assert [words(s)[0] for s, _ in one] == ["Wendra"]
    assert [f.predicate for f in one[0][1]] == ["sign"]
    both = found.within(found.sentences[0].end - 1, found.sentences[1].start + 1)
    assert [s for s, _ in both] == list(found.sentences[:2])
    assert found.within(len(TEXT), len(TEXT) + 5) == []
    assert found.within(found.sentences[0].end, found.sentences[1].start) == []


def test_what_is_left_out_has_no_sentences() -> None:
    """A mark that leaves a span out leaves it untagged; nothing gives nothing."""
    text = "Share this page.\n\nWendra signed the pact."
    marked = annotate(document(text, marks=(Mark(0, 16, "navigation"),)), default_vocabulary())
    assert [words(s)[0] for s in marked.sentences] == ["Wendra"]
    assert analysed("").sentences == ()
    assert tag_sentences("   ", [(0, 0, 3)]) == ()


@pytest.mark.parametrize("text", ["5 %", "!!!", "…", "a" * 3000, "word " * 700, "🙂 ok", "\u200b"])
def test_odd_text(text: str) -> None:
    """No text breaks the reader; what it tags lies inside."""
    for sentence in tag_sentences(text, [(0, 0, len(text))]):
        assert all(0 <= t.start < t.end <= len(text) for t in sentence.tokens)


def test_word_classes_win_over_the_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of a closed class has one of the tags of its class, whatever the table says; a name in capitals keeps its own."""
    given = Parsed(("VERB-Inf", "VERB-Inf", "PROPN", "NOUN"), (-1, 0, 0, 0), ("root", "obj", "obj", "obj"))
    monkeypatch.setattr(annotating, "parse", lambda table, coder, forms: [given])
    (found,) = tag_sentences("could the Who olive", [(0, 0, 19)])
    assert [(t.tag, t.form, t.tense) for t in found.tokens] == [
        ("AUX", "Fin", ""),
        ("DET", "", ""),
        ("PROPN", "", ""),
        ("NOUN", "", ""),
    ]


def test_languages_with_tables() -> None:
    """English alone has a folder of tables."""
    assert {"en"} == READ_LANGUAGES


def test_what_nobody_sees_inside_a_word_changes_no_reading():
    """Soft hyphens and zero widths: the same tags, lemmas and heads; the words themselves stand as they are."""
    plain = "Tor Beck said the negotiations were over, but Rosa Wessel said they were not."
    hidden = (
        plain.replace("negotiations", "nego\u00adtia\u00adtions")
        .replace("Rosa Wessel", "Ro\u00adsa Wes\u200bsel")
        .replace("said they", "sa\u00adid they")
    )
    one, two = (tag_sentences(text, [(0, 0, len(text))])[0] for text in (plain, hidden))
    assert [(t.low, t.lemma, t.tag, t.head, t.relation) for t in one.tokens] == [
        (t.low, t.lemma, t.tag, t.head, t.relation) for t in two.tokens
    ]
    assert "nego\u00adtia\u00adtions" in [t.text for t in two.tokens]
