"""Rows that attribute: each alone, each switched off, and what attributes nothing. Trees are written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.unit.text.trees import sentence, text_of

from zopa.statements.attribution import ROW_NAMES, find_attributions
from zopa.statements.attribution_rows import ROWS
from zopa.text.frames import find_frames
from zopa.text.quotations import Quoted

if TYPE_CHECKING:
    from zopa.statements.attribution_types import Attribution

QUOTE = "“/PUNCT>4:punct We/PRON>3:nsubj stay/VERB-Fin-Pres>6:ccomp ,/PUNCT>3:punct ”/PUNCT>3:punct said/VERB-Fin-Past>0:root Mira/PROPN>6:nsubj ./PUNCT>6:punct"
TELLS = {
    "quotation": [(QUOTE, (1, 5), "Mira", "said", ["“ We stay , ”"])],
    "that-clause": [
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root that/SCONJ>5:mark gates/NOUN>5:nsubj stay/VERB-Fin-Pres>2:ccomp ./PUNCT>2:punct", None, "Mira", "said", ["gates stay"]),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root gates/NOUN>4:nsubj stay/VERB-Fin-Pres>2:ccomp shut/ADJ>4:xcomp", None, "Mira", "said", ["gates stay shut"]),
        ("Mira/PROPN>2:nsubj told/VERB-Fin-Past>0:root Olmira/PROPN>2:iobj that/SCONJ>6:mark gates/NOUN>6:nsubj stay/VERB-Fin-Pres>2:ccomp", None, "Mira", "told", ["gates stay"]),
        ("Mira/PROPN>4:nsubj and/CCONJ>3:cc Colt/PROPN>1:conj said/VERB-Fin-Past>0:root gates/NOUN>6:nsubj stay/VERB-Fin-Pres>4:ccomp", None, "Mira and Colt", "said", ["gates stay"]),
    ],
    "to-clause": [
        ("Mira/PROPN>2:nsubj promised/VERB-Fin-Past>0:root to/PART>4:mark stay/VERB-Inf>2:xcomp here/ADV>4:advmod", None, "Mira", "promised", ["to stay here"]),
    ],
    "clause-before": [
        ("gates/NOUN>2:nsubj stay/VERB-Fin-Pres>0:root ,/PUNCT>5:punct Mira/PROPN>5:nsubj said/VERB-Fin-Past>2:parataxis ./PUNCT>2:punct", None, "Mira", "said", ["gates stay"]),
    ],
    "as-told": [
        ("As/SCONJ>3:mark Mira/PROPN>3:nsubj told/VERB-Fin-Past>7:advcl Olmira/PROPN>3:iobj ,/PUNCT>3:punct gates/NOUN>7:nsubj stay/VERB-Fin-Pres>0:root ./PUNCT>7:punct", None, "Mira", "told", ["gates stay"]),
    ],
    "called": [
        ("Mira/PROPN>2:nsubj called/VERB-Fin-Past>0:root pay/NOUN>2:obj a/DET>5:det farce/NOUN>2:xcomp", None, "Mira", "called", ["pay a farce"]),
        ("Mira/PROPN>2:nsubj described/VERB-Fin-Past>0:root pay/NOUN>2:obj as/ADP>6:case a/DET>6:det farce/NOUN>2:obl", None, "Mira", "described", ["pay as a farce"]),
    ],
    "charged-with": [
        ("Mira/PROPN>2:nsubj accused/VERB-Fin-Past>0:root Colt/PROPN>2:obj of/SCONJ>5:mark lying/VERB-Ger>2:advcl ./PUNCT>2:punct", None, "Mira", "accused", ["lying"]),
        ("Mira/PROPN>2:nsubj ruled/VERB-Fin-Past>0:root out/ADP>2:compound:prt a/DET>5:det truce/NOUN>2:obj", None, "Mira", "ruled out", ["a truce"]),
    ],
    "noun-that": [
        ("Mira/PROPN>3:nmod:poss 's/PART>1:case statement/NOUN>0:root that/SCONJ>6:mark gates/NOUN>6:nsubj leak/VERB-Fin-Pres>3:acl", None, "Mira", "statement", ["gates leak"]),
    ],
    "noun-quotation": [
        ("in/ADP>2:case statements/NOUN>0:root by/ADP>4:case Mira/PROPN>2:nmod :/PUNCT>2:punct “/PUNCT>8:punct We/PRON>8:nsubj stay/VERB-Fin-Pres>2:parataxis ”/PUNCT>8:punct", (6, 9), "Mira", "statements", ["“ We stay ”"]),
    ],
    "according-to": [
        ("gates/NOUN>2:nsubj stay/VERB-Fin-Pres>0:root ,/PUNCT>2:punct according/VERB-Ger>6:case to/ADP>4:fixed Mira/PROPN>2:obl ./PUNCT>2:punct", None, "Mira", "according to", ["gates stay"]),
        ("According/VERB-Ger>3:case to/ADP>1:fixed Mira/PROPN>6:obl ,/PUNCT>6:punct gates/NOUN>6:nsubj stay/VERB-Fin-Pres>0:root ./PUNCT>6:punct", None, "Mira", "According to", ["gates stay"]),
        ("in/ADP>3:case the/DET>3:det words/NOUN>8:obl of/ADP>5:case Mira/PROPN>3:nmod ,/PUNCT>8:punct gates/NOUN>8:nsubj stay/VERB-Fin-Pres>0:root", None, "Mira", "words", ["gates stay"]),
    ],
}  # fmt: skip
CASES = [(name, *case) for name, cases in TELLS.items() for case in cases]
TELLS_NOTHING = [
    # a wish to say, a condition, an answer with "if", a time that "saw", a name, no saying at all
    "Mira/PROPN>2:nsubj wants/VERB-Fin-Pres>0:root to/PART>4:mark say/VERB-Inf>2:xcomp that/SCONJ>7:mark gates/NOUN>7:nsubj stay/VERB-Fin-Pres>4:ccomp",
    "if/SCONJ>3:mark Mira/PROPN>3:nsubj says/VERB-Fin-Pres>6:advcl gates/NOUN>5:nsubj stay/VERB-Fin-Pres>3:ccomp go/VERB-Inf>0:root",
    "weeks/NOUN>2:nsubj show/VERB-Fin-Pres>0:root that/SCONJ>5:mark gates/NOUN>5:nsubj stay/VERB-Fin-Pres>2:ccomp",
    "towns/NOUN>0:root called/VERB-Part-Past>1:acl Tolvik/PROPN>2:xcomp",
    "Mira/PROPN>2:nsubj built/VERB-Fin-Past>0:root gates/NOUN>2:obj that/PRON>5:nsubj stay/VERB-Fin-Pres>3:acl:relcl",
    "Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root nothing/PRON>2:obj",
]  # fmt: skip


def attributions(tree: str, quoted: tuple[int, int] | None, off: set[str]) -> list[Attribution]:
    made = sentence(tree, quoted)
    quotations: list[Quoted] = []
    if quoted:
        first, last = made.tokens[quoted[0] - 1], made.tokens[quoted[1] - 1]
        quotations.append(Quoted(first.start, last.end, first.end, last.start, 0, True, False))
    return find_attributions([(made, find_frames(made))], quotations, off=off)


def words(tree: str, found: Attribution) -> tuple[str | None, str, list[str], str]:
    text = text_of(tree)
    source = text[slice(*found.source)] if found.source else None
    return source, text[slice(*found.cue)], [text[a:b] for a, b in found.content], found.row


@pytest.mark.parametrize(("name", "tree", "quoted", "source", "cue", "content"), CASES)
def test_a_row_finds_source_cue_and_content(
    name: str, tree: str, quoted: tuple[int, int] | None, source: str, cue: str, content: list[str]
) -> None:
    """By this row alone, and it is this row that wins where all are asked."""
    (alone,) = attributions(tree, quoted, set(ROW_NAMES) - {name})
    assert words(tree, alone) == (source, cue, content, name)
    assert words(tree, attributions(tree, quoted, set())[0]) == (source, cue, content, name)


@pytest.mark.parametrize(("name", "tree", "quoted", "source", "cue", "content"), CASES)
def test_a_row_that_is_off_finds_nothing(
    name: str, tree: str, quoted: object, source: str, cue: str, content: object
) -> None:
    """`off` switches each row off by its name; no row does another's work under its own name."""
    assert name not in {found.row for found in attributions(tree, quoted, {name})}  # type: ignore[arg-type]
    assert attributions(tree, quoted, set(ROW_NAMES)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("tree", TELLS_NOTHING)
def test_nothing_is_attributed(tree: str) -> None:
    """Plans and conditions of saying, weeks that show, names, other verbs."""
    assert attributions(tree, None, set()) == []


def test_every_row_is_tested_and_the_heaviest_is_first() -> None:
    """Names are unique, each has an example, and the order is that of the weights."""
    assert set(TELLS) == set(ROW_NAMES)
    assert len(set(ROW_NAMES)) == len(ROW_NAMES)
    assert [row.weight for row in ROWS] == sorted((row.weight for row in ROWS), reverse=True)
    assert all(row.example for row in ROWS)


def test_negated_hedged_and_joint() -> None:
    """A denied saying, one of nobody in particular, one of two."""
    (denied,) = attributions(
        "Mira/PROPN>4:nsubj did/AUX-Fin-Past>4:aux not/PART>4:advmod say/VERB-Inf>0:root that/SCONJ>7:mark gates/NOUN>7:nsubj stay/VERB-Fin-Pres>4:ccomp",
        None,
        set(),
    )
    assert denied.negated
    (nobody,) = attributions(
        "it/PRON>3:expl is/AUX-Fin-Pres>3:aux:pass said/VERB-Part-Past>0:root that/SCONJ>6:mark gates/NOUN>6:nsubj stay/VERB-Fin-Pres>3:ccomp",
        None,
        set(),
    )
    assert (nobody.source, nobody.hedged, nobody.negated) == (None, True, False)
    tree = TELLS["that-clause"][3][0]
    (joint,) = attributions(tree, None, set())
    assert [text_of(tree)[a:b] for a, b in joint.members] == ["Mira", "Colt"]


def test_inside_a_quotation_only_at_its_level() -> None:
    """What a quoted speaker reports is not the author's attribution."""
    tree = "“/PUNCT>3:punct Mira/PROPN>3:nsubj said/VERB-Fin-Past>0:root gates/NOUN>5:nsubj stay/VERB-Fin-Pres>3:ccomp ”/PUNCT>3:punct"
    made = sentence(tree, (1, 6))
    unit = [(made, find_frames(made))]
    assert find_attributions(unit, ()) == []
    assert [a.lemma for a in find_attributions(unit, (), level=0)] == ["say"]
