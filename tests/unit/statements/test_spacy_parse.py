"""What a dependency parse tells of who says what, on parses set by hand: no pipeline is installed for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from zopa.errors import InputError
from zopa.statements.readers.claims import Claim
from zopa.statements.readers.spacy import SpacyReader, build_spacy, find_claims
from zopa.text import default_vocabulary

from .reading import document


@dataclass(eq=False)
class Word:
    """A word of a parse, as far as the reader asks for it."""

    doc: Parse
    i: int
    text: str
    pos_: str
    dep_: str
    idx: int
    head: Word = field(init=False, repr=False)

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def children(self) -> list[Word]:
        return [word for word in self.doc.words if word.head is self and word is not self]

    @property
    def subtree(self) -> list[Word]:
        return sorted([self, *(below for child in self.children for below in child.subtree)], key=lambda word: word.i)


class Parse:
    """A parsed sentence: words, and entities as (first, one past last, label)."""

    def __init__(self, tree: str, entities: tuple[tuple[int, int, str], ...] = ()) -> None:
        rows = [row.rsplit("/", 3) for row in tree.split()]
        self.text = " ".join(row[0] for row in rows)
        self.words: list[Word] = []
        at = 0
        for i, (text, tag, _, relation) in enumerate(rows):
            self.words.append(Word(self, i, text, tag, relation, at))
            at += len(text) + 1
        for word, row in zip(self.words, rows, strict=True):
            word.head = self.words[int(row[2])]
        self.ents = [SimpleNamespace(start=a, end=b, label_=label, text=self[a:b].text) for a, b, label in entities]

    def __iter__(self) -> Any:
        return iter(self.words)

    def __getitem__(self, span: slice) -> Any:
        return SimpleNamespace(text=" ".join(word.text for word in self.words[span]))


def claims(tree: str, *entities: tuple[int, int, str]) -> list[tuple[str, str | None]]:
    """(words, speaker) of each claim; a word is ``text/part of speech/number of its head/relation``, the root its own head."""
    return [(claim.quote, claim.speaker) for claim in find_claims(Parse(tree, entities))]


SAID = (
    "Mira/PROPN/1/{subject} said/{tag}/1/ROOT that/SCONJ/4/mark gates/NOUN/4/nsubj fell/VERB/1/{clause} ./PUNCT/1/punct"
)


@pytest.mark.parametrize("subject", ["nsubj", "nsubj:pass", "nsubjpass"])
@pytest.mark.parametrize("clause", ["ccomp", "ccomp:obj", "clausal_comp"])
@pytest.mark.parametrize("tag", ["VERB", "AUX"])
def test_a_verb_of_saying_with_its_clause(subject: str, clause: str, tag: str) -> None:
    """However the pipeline calls the subject and the clause; "that" and the full stop are no part of the words."""
    assert claims(SAID.format(subject=subject, clause=clause, tag=tag)) == [("gates fell", "Mira")]


@pytest.mark.parametrize(
    ("subject", "clause", "tag"), [("obj", "ccomp", "VERB"), ("nsubj", "obj", "VERB"), ("nsubj", "ccomp", "NOUN")]
)
def test_no_claim(subject: str, clause: str, tag: str) -> None:
    """No subject, no clause, or no verb."""
    assert claims(SAID.format(subject=subject, clause=clause, tag=tag)) == []


def test_a_verb_that_says_nothing() -> None:
    """Only words of saying count; one of two words with the word behind it."""
    assert claims("Mira/PROPN/1/nsubj sailed/VERB/1/ROOT gates/NOUN/3/nsubj fell/VERB/1/ccomp") == []
    assert claims("Mira/PROPN/1/nsubj pointed/VERB/1/ROOT out/ADP/1/prt gates/NOUN/4/nsubj fell/VERB/1/ccomp") == [
        ("gates fell", "Mira")
    ]
    assert claims("Mira/PROPN/1/nsubj pointed/VERB/1/ROOT up/ADP/1/prt gates/NOUN/4/nsubj fell/VERB/1/ccomp") == []


@pytest.mark.parametrize("relation", ["parataxis", "advcl", "dep"])
def test_behind_or_inside_what_is_said(relation: str) -> None:
    """The verb hangs on the clause: what stands around it is said, in one stretch or two, each of more than a word."""
    tree = "gates/NOUN/1/nsubj fell/VERB/1/ROOT ,/PUNCT/4/punct Mira/PROPN/4/nsubj said/VERB/1/{} ./PUNCT/1/punct"
    assert claims(tree.format(relation)) == [("gates fell", "Mira")]
    tree = "old/ADJ/1/amod gates/NOUN/5/nsubj ,/PUNCT/4/punct Mira/PROPN/4/nsubj said/VERB/5/{} fell/VERB/5/ROOT today/ADV/5/advmod"
    assert claims(tree.format(relation)) == [("old gates", "Mira"), ("fell today", "Mira")]
    tree = "gates/NOUN/4/nsubj ,/PUNCT/3/punct Mira/PROPN/3/nsubj said/VERB/4/{} fell/VERB/4/ROOT"
    assert claims(tree.format(relation)) == []


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        ("According/VERB/5/prep to/ADP/0/prep Mira/PROPN/1/pobj ,/PUNCT/5/punct gates/NOUN/5/nsubj fell/VERB/5/ROOT", [("gates fell", "Mira")]),
        ("According/VERB/5/prep to/ADP/0/prep Mira/PROPN/1/nmod ,/PUNCT/5/punct gates/NOUN/5/nsubj fell/VERB/5/ROOT", [("gates fell", "Mira")]),
        ("According/VERB/5/prep to/ADP/0/fixed Mira/PROPN/0/obj ,/PUNCT/5/punct gates/NOUN/5/nsubj fell/VERB/5/ROOT", [("gates fell", "Mira")]),
        ("According/VERB/5/prep to/ADP/0/fixed Mira/PROPN/0/pobj ,/PUNCT/5/punct gates/NOUN/5/nsubj fell/VERB/5/ROOT", [("gates fell", "Mira")]),
        ("According/VERB/5/prep to/ADP/0/fixed Mira/PROPN/0/dep ,/PUNCT/5/punct gates/NOUN/5/nsubj fell/VERB/5/ROOT", []),
        ("according/VERB/0/ROOT to/ADP/0/prep Mira/PROPN/1/pobj", []),
    ],
)  # fmt: skip
def test_according_to(tree: str, found: list[tuple[str, str]]) -> None:
    """What it hangs on, less itself, is said by whoever stands behind "to"."""
    assert claims(tree) == found


@pytest.mark.parametrize("label", "PERSON PER ORG GPE NORP LOC MISC".split())
def test_the_name_of_a_speaker(label: str) -> None:
    """The entity that the subject's head stands in."""
    tree = "Mira/PROPN/1/compound Colt/PROPN/2/nsubj said/VERB/2/ROOT gates/NOUN/4/nsubj fell/VERB/2/ccomp"
    assert claims(tree, (0, 2, label)) == [("gates fell", "Mira Colt")]
    assert claims(tree, (0, 1, "DATE"), (3, 4, label)) == [("gates fell", "Mira Colt")]


def test_a_person_inside_the_subject() -> None:
    """Else the person named in it, never a place; else its own words, or its head where they are many."""
    tree = "The/DET/1/det envoy/NOUN/4/nsubj ,/PUNCT/3/punct Mira/PROPN/1/appos said/VERB/4/ROOT gates/NOUN/6/nsubj fell/VERB/4/ccomp"
    assert claims(tree, (3, 4, "PERSON")) == [("gates fell", "Mira")]
    assert claims(tree, (3, 4, "PER")) == [("gates fell", "Mira")]
    assert claims(tree, (3, 4, "GPE")) == [("gates fell", "The envoy , Mira")]
    many = "the/DET/8/det very/ADJ/8/amod old/ADJ/8/amod and/CCONJ/8/cc ever/ADV/8/amod so/ADV/8/amod tired/ADJ/8/amod port/NOUN/8/amod envoy/NOUN/9/nsubj said/VERB/9/ROOT gates/NOUN/11/nsubj fell/VERB/9/ccomp"
    assert claims(many) == [("gates fell", "envoy")]
    assert claims(many.replace("so/ADV/8/amod", "so/ADV/11/amod")) == [
        ("gates fell", "the very old and ever so tired port envoy")
    ]


@pytest.mark.parametrize("pronoun", ["he", "him", "she", "her", "She"])
def test_a_pronoun(pronoun: str) -> None:
    """The person named last before it, never a place or whoever stands behind; None where nobody was named."""
    tree = f"Mira/PROPN/1/nsubj left/VERB/1/ROOT Lima/PROPN/1/obj {pronoun}/PRON/4/nsubj said/VERB/1/parataxis gates/NOUN/6/nsubj fell/VERB/4/ccomp"
    assert claims(tree, (0, 1, "PERSON"), (2, 3, "GPE"), (5, 6, "PERSON")) == [("gates fell", "Mira")]
    assert claims(tree, (0, 1, "PER")) == [("gates fell", "Mira")]
    assert claims(tree, (2, 3, "GPE")) == [("gates fell", None)]


def test_the_reader_keeps_what_stands_in_the_document() -> None:
    """Named after its pipeline; each stretch that is analysed is parsed; nothing found gives nothing."""
    parse = Parse(SAID.format(subject="nsubj", clause="ccomp", tag="VERB"))
    reader = SpacyReader("set_by_hand", lambda text: parse)
    record, problems = reader.read(document("Mira said that gates fell."), default_vocabulary())
    assert [(s.said, s.found_by, s.speaker and s.speaker.name) for s in record.statements] == [
        ("gates fell", "spacy:set_by_hand", "Mira")
    ]
    assert problems == ()
    nothing = SpacyReader("none", lambda text: Parse("It/PRON/1/nsubj rained/VERB/1/ROOT"))
    assert nothing.read(document("It rained."), default_vocabulary())[0].statements == ()
    assert next(find_claims(parse)) == Claim("gates fell", "Mira")


@pytest.mark.parametrize(
    ("pipes", "error", "told"),
    [
        (["parser", "ner"], None, ""),
        (["tagger", "ner", "parser"], None, ""),
        (["ner"], None, "ner"),
        (["parser"], None, "parser"),
        ([], None, "got nothing"),
        ([], OSError("gone"), "python -m spacy download small"),
        ([], ValueError("bad"), "python -m spacy download small"),
        ([], ImportError("old"), "python -m spacy download small"),
    ],
)
def test_which_pipelines_can_be_used(
    monkeypatch: pytest.MonkeyPatch, pipes: list[str], error: Exception | None, told: str
) -> None:
    """One that is installed, with a parser and a finder of names; any other is a problem that names what to do."""

    def load(name: str) -> Any:
        assert name == "small"
        if error:
            raise error
        return SimpleNamespace(pipe_names=pipes)

    monkeypatch.setattr("importlib.import_module", lambda name: SimpleNamespace(load=load))
    if not told:
        assert build_spacy("small").name == "spacy:small"
        return
    with pytest.raises(InputError, match="reader-missing") as raised:
        build_spacy("small")
    assert told in str(raised.value)
