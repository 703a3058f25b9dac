"""Frames of clauses, one grammatical relation at a time: predicates, shared subjects, blame, nouns of deeds, what opens a clause."""

from __future__ import annotations

import pytest

from zopa.text.frames import find_frames

from .test_frames import told
from .trees import frames, sentence


@pytest.mark.parametrize("relation", "aux aux:pass cop amod case mark fixed compound det".split())
def test_a_verb_that_is_no_predicate(relation: str) -> None:
    """An auxiliary, a description or a part of another word tells nothing by itself."""
    assert "left" not in frames(f"left/VERB-Part-Past>2:{relation} plans/NOUN>0:root")


@pytest.mark.parametrize("relation", "ccomp xcomp advcl conj parataxis acl acl:relcl".split())
def test_a_verb_that_is_one(relation: str) -> None:
    """Any other verb is the predicate of a clause."""
    found = frames(f"plans/NOUN>2:nsubj fell/VERB-Fin-Past>0:root left/VERB-Fin-Past>2:{relation}")
    assert found["left"].kind == "verb"
    assert found["left"].link == ("relcl" if relation == "acl:relcl" else relation)
    assert found["left"].above == 1


@pytest.mark.parametrize(
    ("relation", "kind"),
    [
        *((r, "copula") for r in "xcomp ccomp advcl conj parataxis".split()),
        ("amod", None),
        ("nmod", None),
        ("acl", None),
    ],
)
def test_an_adjective_with_a_subject(relation: str, kind: str | None) -> None:
    """Without "be" it is a predicate where a clause may stand, never as a description."""
    found = frames(f"plans/NOUN>2:nsubj fell/VERB-Fin-Past>0:root they/PRON>4:nsubj ready/ADJ>2:{relation}")
    assert (found["ready"].kind if "ready" in found else None) == kind


@pytest.mark.parametrize(
    ("tree", "head", "members"),
    [
        # who is blamed did it
        ("Wendra/PROPN>2:nsubj blamed/VERB-Fin-Past>0:root Olmira/PROPN>2:obj for/SCONJ>5:mark refusing/VERB-Ger>2:advcl pay/NOUN>5:obj", "refusing", {"subject": ["Olmira"], "object": ["pay"]}),
        ("Wendra/PROPN>2:nsubj blamed/VERB-Fin-Past>0:root losses/NOUN>2:obj on/ADP>5:case Olmira/PROPN>2:obl refusing/VERB-Ger>2:advcl", "refusing", {"subject": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj blamed/VERB-Fin-Past>0:root losses/NOUN>2:obj in/ADP>5:case Olmira/PROPN>2:obl refusing/VERB-Ger>2:advcl", "refusing", {}),
        ("Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root Olmira/PROPN>2:obj refusing/VERB-Ger>2:advcl", "refusing", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>2:nsubj blamed/VERB-Fin-Past>0:root Olmira/PROPN>2:obj refused/VERB-Fin-Past>2:advcl", "refused", {"subject": ["Wendra"]}),
        # a subject that clauses share, or do not
        ("Wendra/PROPN>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass freed/VERB-Part-Past>0:root after/SCONJ>5:mark signing/VERB-Ger>3:advcl", "signing", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root signing/VERB-Ger>2:parataxis", "signing", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root it/PRON>4:nsubj signed/VERB-Fin-Past>2:parataxis", "signed", {"subject": ["it"]}),
        ("Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root signed/VERB-Fin-Past>2:acl", "signed", {"subject": ["left"]}),
        ("plans/NOUN>0:root signed/VERB-Fin-Past>1:acl:relcl it/PRON>2:obj", "signed", {"object": ["it"]}),
        ("plans/NOUN>0:root signed/VERB-Fin-Past>1:acl it/PRON>2:obj", "signed", {"subject": ["plans"], "object": ["it"]}),
        ("Wendra/PROPN>2:nsubj asked/VERB-Fin-Past>0:root Olmira/PROPN>2:iobj to/PART>5:mark leave/VERB-Inf>2:xcomp", "leave", {"subject": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj heard/VERB-Fin-Past>0:root Olmira/PROPN>2:obj leaving/VERB-Ger>2:ccomp", "leaving", {"subject": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj heard/VERB-Fin-Past>0:root leaving/VERB-Part-Pres>2:ccomp", "leaving", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>2:nsubj heard/VERB-Fin-Past>0:root leaves/VERB-Fin-Pres>2:ccomp", "leaves", {}),
        ("staying/VERB-Ger>2:csubj hurts/VERB-Fin-Pres>0:root", "hurts", {"subject": ["staying"]}),
        # to whom
        ("Wendra/PROPN>2:nsubj gave/VERB-Fin-Past>0:root it/PRON>2:obj to/ADP>5:case Olmira/PROPN>2:obl and/CCONJ>7:cc Karsk/PROPN>5:conj", "gave", {"subject": ["Wendra"], "object": ["it"], "recipient": ["Olmira", "Karsk"]}),
        # nouns of deeds
        ("demand/NOUN>0:root from/ADP>3:case Wendra/PROPN>1:nmod", "demand", {"subject": ["Wendra"]}),
        ("demand/NOUN>0:root on/ADP>3:case Wendra/PROPN>1:nmod", "demand", {"object": ["Wendra"]}),
        ("demand/NOUN>0:root against/ADP>3:case Wendra/PROPN>1:nmod", "demand", {"object": ["Wendra"]}),
        ("demand/NOUN>0:root of/ADP>3:case Wendra/PROPN>1:nmod for/ADP>5:case pay/NOUN>1:nmod", "demand", {"object": ["Wendra"]}),
        ("demand/NOUN>0:root to/ADP>3:case Wendra/PROPN>1:nmod", "demand", {"recipient": ["Wendra"]}),
        ("demand/NOUN>0:root in/ADP>3:case Lima/PROPN>1:nmod", "demand", {}),
        ("Wendra/PROPN>2:compound demand/NOUN>0:root", "demand", {"subject": ["Wendra"]}),
        ("pay/NOUN>2:compound demand/NOUN>0:root", "demand", {}),
        ("Wendra/PROPN>2:nsubj made/VERB-Fin-Past>0:root demands/NOUN>2:obl", "demands", {}),
    ],
)  # fmt: skip
def test_members(tree: str, head: str, members: dict[str, list[str]]) -> None:
    """Who does it, to what and to whom, also where another clause tells it."""
    assert told(tree, head) == members


@pytest.mark.parametrize(
    ("tree", "complement", "opened"),
    [
        ("refusal/NOUN>0:root to/PART>3:mark pay/VERB-Inf>1:acl", "pay", "to"),
        ("refusal/NOUN>0:root pay/VERB-Inf>1:acl", None, ""),
        ("claim/NOUN>0:root that/SCONJ>4:mark they/PRON>4:nsubj left/VERB-Fin-Past>1:acl", "left", "that"),
        ("demand/NOUN>0:root that/SCONJ>4:obj they/PRON>4:nsubj leave/VERB-Fin-Pres>1:acl:relcl", "leave", "that"),
        ("demand/NOUN>0:root that/PRON>3:nsubj hurts/VERB-Fin-Pres>1:acl:relcl", None, ""),
        ("demand/NOUN>0:root which/PRON>4:obj they/PRON>4:nsubj drew/VERB-Fin-Past>1:acl:relcl", None, ""),
    ],
)
def test_what_a_noun_of_a_deed_takes(tree: str, complement: str | None, opened: str) -> None:
    """A clause with a word that opens it; a relative clause only describes."""
    found = frames(tree)[tree.split("/", maxsplit=1)[0]]
    assert (sentence(tree).tokens[found.complement].text if found.complement >= 0 else None, found.opened) == (
        complement,
        opened,
    )


@pytest.mark.parametrize(
    ("clause", "opened"),
    [
        ("if/SCONJ>5:mark we/PRON>5:nsubj stay/VERB-Fin-Pres>2:ccomp", "if"),
        ("whether/SCONJ>5:mark we/PRON>5:nsubj stay/VERB-Fin-Pres>2:ccomp", "if"),
        ("what/PRON>5:obj we/PRON>5:nsubj want/VERB-Fin-Pres>2:ccomp", "wh"),
        ("we/PRON>5:nsubj are/AUX-Fin-Pres>5:aux staying/VERB-Part-Pres>2:ccomp", "bare"),
        ("them/PRON>2:obj now/ADV>5:advmod staying/VERB-Part-Pres>2:ccomp", "ing"),
        ("we/PRON>5:nsubj all/ADV>5:advmod stay/VERB-Fin-Pres>2:ccomp", "bare"),
    ],
)
def test_how_a_clause_is_opened(clause: str, opened: str) -> None:
    """By "if" or "whether", a question word, a form in -ing without an auxiliary, or nothing."""
    tree = f"they/PRON>2:nsubj ask/VERB-Fin-Pres>0:root {clause}"
    assert frames(tree)["ask"].opened == opened


def test_which_of_two_clauses_is_taken() -> None:
    """One behind the verb before one in front, one with "that" before others, one in -ing last, else the nearest."""
    trees = {
        "we/PRON>2:nsubj stay/VERB-Fin-Pres>4:ccomp they/PRON>4:nsubj say/VERB-Fin-Pres>0:root leave/VERB-Fin-Pres>4:ccomp": "leave",
        "they/PRON>2:nsubj say/VERB-Fin-Pres>0:root leave/VERB-Fin-Pres>2:ccomp that/SCONJ>5:mark stay/VERB-Fin-Pres>2:ccomp": "stay",
        "they/PRON>2:nsubj say/VERB-Fin-Pres>0:root leaving/VERB-Ger>2:ccomp stay/VERB-Fin-Pres>2:ccomp": "stay",
        "they/PRON>2:nsubj say/VERB-Fin-Pres>0:root leave/VERB-Fin-Pres>2:ccomp stay/VERB-Fin-Pres>2:ccomp": "leave",
    }
    for tree, taken in trees.items():
        frame = next(f for f in find_frames(sentence(tree)) if f.predicate == "say")
        assert sentence(tree).tokens[frame.complement].text == taken


def test_denials_particles_marks_and_times() -> None:
    """ "No demand" is denied; a particle belongs to the verb; "to" is no mark; a day is a time, a place is none."""
    assert frames("no/DET>2:det demand/NOUN>0:root")["demand"].group.negated
    assert frames("never/ADV>2:advmod demand/NOUN>0:root")["demand"].group.negated
    assert not frames("the/DET>2:det demand/NOUN>0:root")["demand"].group.negated
    backed = frames("they/PRON>2:nsubj backed/VERB-Fin-Past>0:root out/ADP>2:compound:prt of/ADP>5:case it/PRON>2:obl")[
        "backed"
    ]
    assert (backed.predicate, [p for p, _ in backed.obliques]) == ("back out", ["of"])
    left = frames(
        "they/PRON>2:nsubj left/VERB-Fin-Past>0:root because/SCONJ>5:mark it/PRON>5:nsubj rained/VERB-Fin-Past>2:advcl"
    )
    assert (left["rained"].marker, left["left"].marker) == ("because", "")
    assert (
        frames("they/PRON>2:nsubj left/VERB-Fin-Past>0:root to/PART>4:mark sail/VERB-Inf>2:advcl")["sail"].marker == ""
    )
    tree = "they/PRON>2:nsubj left/VERB-Fin-Past>0:root Lima/PROPN>2:obj on/ADP>5:case Monday/PROPN>2:obl in/ADP>7:case rain/NOUN>2:obl today/NOUN>2:obl:unmarked"
    assert [sentence(tree).tokens[k].text for k in frames(tree)["left"].times] == ["Monday", "today"]
