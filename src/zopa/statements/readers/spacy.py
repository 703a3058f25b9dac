"""A reader that uses a spaCy pipeline which the user has installed: its parse for who says what, its names for speakers.

Nothing is downloaded. Three shapes are read: a verb of saying with its subject and its clause ("Ann said that ..."), the same
behind or inside the clause ("..., Ann said"), and "according to Ann". Words of saying are those of the rules' lexicon.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.errors import InputError
from zopa.statements.cues import cue_verbs
from zopa.statements.readers.claims import Claim, build_claims
from zopa.statements.readers.problems import tell_reader
from zopa.statements.types import Record
from zopa.text.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.text.vocabulary import Vocabulary

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "ccomp:obj", "clausal_comp"})
_ASIDE = frozenset(
    {"parataxis", "advcl", "dep"}
)  # how parsers hang "he said" on the clause that it stands behind or in
_PEOPLE = frozenset({"PERSON", "PER", "ORG", "GPE", "NORP", "LOC", "MISC"})
_MASCULINE, _FEMININE = frozenset({"he", "him"}), frozenset({"she", "her"})


@dataclass(frozen=True, slots=True)
class SpacyReader:
    """Reads with a loaded pipeline, called `pipeline`."""

    pipeline: str
    nlp: Any

    @property
    def name(self) -> str:
        """As `found_by` tells it."""
        return f"spacy:{self.pipeline}"

    def read(self, document: Document, vocabulary: Vocabulary) -> tuple[Record, tuple[Problem, ...]]:
        """What the parse tells and the document bears out."""
        claims: list[Claim] = []
        for start, end in document.analysed():
            parsed: Any = self.nlp(document.text[start:end])
            claims += find_claims(parsed)
        if not claims:
            return Record(document.id, ()), ()
        return build_claims(document, vocabulary, claims, self.name)


def build_spacy(pipeline: str) -> SpacyReader:
    """The reader of an installed pipeline.

    Raises:
        InputError: the package or the pipeline is missing, or the pipeline has no parser.
    """
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError as error:
        raise _missing("Expected the package spacy, found none.", "Install it: pip install 'zopa[spacy]'.") from error
    try:
        nlp: Any = spacy.load(pipeline)
    except (OSError, ImportError, ValueError) as error:
        message = f"Expected an installed spaCy pipeline {pipeline!r}, found none."
        raise _missing(message, f"Install it yourself: python -m spacy download {pipeline}.") from error
    if not {"parser", "ner"} <= set(nlp.pipe_names):
        message = f"Expected a parser and a finder of names (ner) in {pipeline!r}, got {', '.join(nlp.pipe_names) or 'nothing'}."
        raise _missing(message, "Name a pipeline that has both.")
    return SpacyReader(pipeline, nlp)


def find_claims(parsed: Any) -> Iterator[Claim]:
    """What somebody is said to say, by a parse with dependencies and named entities."""
    said = _said_at(parsed)
    for token in parsed:
        if token.i in said:
            yield from _by_verb(token)
        elif token.lower_ == "according":
            yield from _according(token)


def _said_at(parsed: Any) -> set[int]:
    """Tokens that are words of saying, by the rules' lexicon; one of two words ("point out") counts with the word behind it."""
    words = list(parsed)
    found: set[int] = set()
    for token, after in zip(words, [*words[1:], None], strict=True):
        behind = f" {after.lower_}" if after is not None else ""
        bases = lemma(token.text)
        if token.pos_ in {"VERB", "AUX", ""} and any(b in cue_verbs() or b + behind in cue_verbs() for b in bases):
            found.add(token.i)
    return found


def _by_verb(verb: Any) -> Iterator[Claim]:
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES), None)
    if clause is not None:
        words = _words(clause, set())
    elif verb.dep_ in _ASIDE and verb.head is not verb:
        words = _words(verb.head, {token.i for token in verb.subtree})
    else:
        return
    yield from _claims(words, _speaker(subject))


def _according(token: Any) -> Iterator[Claim]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = (
        next((child for child in to.children if child.dep_ in {"pobj", "obj", "nmod"}), None)
        if to is not None
        else None
    )
    source = (
        source
        if source is not None
        else next((child for child in token.children if child.dep_ in {"pobj", "obj"}), None)
    )
    if source is not None and token.head is not token:
        yield from _claims(_words(token.head, {part.i for part in token.subtree}), _speaker(source))


def _words(head: Any, without: set[int]) -> list[list[Any]]:
    """The subtree of a clause's head in stretches without gaps, signs and "that" at its edges left out."""
    stretches: list[list[Any]] = []
    for token in sorted((t for t in head.subtree if t.i not in without), key=lambda t: t.i):
        if stretches and token.i == stretches[-1][-1].i + 1:
            stretches[-1].append(token)
        else:
            stretches.append([token])
    return [trimmed for stretch in stretches if (trimmed := _trimmed(stretch))]


def _trimmed(stretch: list[Any]) -> list[Any]:
    first, last = 0, len(stretch)
    while first < last and (not stretch[first].text[0].isalnum() or (first == 0 and stretch[first].lower_ == "that")):
        first += 1
    while last > first and not stretch[last - 1].text[-1].isalnum():
        last -= 1
    return stretch[first:last]


def _claims(stretches: list[list[Any]], speaker: str | None) -> Iterator[Claim]:
    """One claim for each stretch of more than one word."""
    for stretch in stretches:
        if len(stretch) > 1:
            text: str = stretch[0].doc.text
            yield Claim(text[stretch[0].idx : stretch[-1].idx + len(stretch[-1].text)], speaker)


def _speaker(subject: Any) -> str | None:
    """The name in a subject, the person whom a pronoun means, or the subject's own words."""
    inside = {token.i for token in subject.subtree}
    entities = [e for e in subject.doc.ents if e.label_ in _PEOPLE]
    named = next((e for e in entities if e.start <= subject.i < e.end), None)
    person = next((e for e in entities if e.label_ in {"PERSON", "PER"} and e.start in inside), None)
    found = named or person
    if found is not None:
        return str(found.text)
    if subject.lower_ in _MASCULINE | _FEMININE:
        before = [e for e in entities if e.label_ in {"PERSON", "PER"} and e.end <= subject.i]
        return str(before[-1].text) if before else None
    words = sorted(inside)
    doc = subject.doc
    return str(doc[words[0] : words[-1] + 1].text) if len(words) <= 8 else str(subject.text)


def _missing(message: str, cure: str) -> InputError:
    return InputError((tell_reader("reader-missing", "", message, cure),))
