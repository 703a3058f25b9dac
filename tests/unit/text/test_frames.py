"""Frames read off a tree: who does what to whom, in whatever build of clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .trees import frames, sentence

if TYPE_CHECKING:
    from zopa.text.frames import ClauseFrame


def told(tree: str, head: str) -> dict[str, list[str]]:
    """Subject, object and recipient of a frame, as words."""
    frame = frames(tree)[head]
    tokens = sentence(tree).tokens
    places = {"subject": frame.subject, "object": frame.object, "recipient": frame.recipient}
    return {slot: [tokens[k].text for k in found] for slot, found in places.items() if found}


@pytest.mark.parametrize(
    ("tree", "head", "members"),
    [
        # active and passive tell the same
        ("Wendra/PROPN>2:nsubj signed/VERB-Fin-Past>0:root it/PRON>2:obj", "signed", {"subject": ["Wendra"], "object": ["it"]}),
        ("it/PRON>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass signed/VERB-Part-Past>0:root by/ADP>5:case Wendra/PROPN>3:obl:agent", "signed", {"subject": ["Wendra"], "object": ["it"]}),
        ("it/PRON>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass signed/VERB-Part-Past>0:root in/ADP>5:case Tolvik/PROPN>3:obl", "signed", {"object": ["it"]}),
        ("plans/NOUN>0:root drafted/VERB-Part-Past>1:acl by/ADP>4:case Wendra/PROPN>2:obl:agent", "drafted", {"subject": ["Wendra"], "object": ["plans"]}),
        # all that are coordinated
        ("Wendra/PROPN>4:nsubj and/CCONJ>3:cc Olmira/PROPN>1:conj cut/VERB-Fin-Past>0:root pay/NOUN>4:obj and/CCONJ>7:cc hours/NOUN>5:conj", "cut", {"subject": ["Wendra", "Olmira"], "object": ["pay", "hours"]}),
        ("Wendra/PROPN>6:nsubj as/ADP>5:case well/ADV>2:fixed as/ADP>2:fixed Olmira/PROPN>1:nmod left/VERB-Fin-Past>0:root", "left", {"subject": ["Wendra", "Olmira"]}),
        ("Wendra/PROPN>4:nsubj with/ADP>3:case Olmira/PROPN>1:nmod left/VERB-Fin-Past>0:root", "left", {"subject": ["Wendra"]}),
        # a subject that clauses share
        ("Wendra/PROPN>2:nsubj stayed/VERB-Fin-Past>0:root and/CCONJ>4:cc signed/VERB-Fin-Past>2:conj it/PRON>4:obj", "signed", {"subject": ["Wendra"], "object": ["it"]}),
        ("it/PRON>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass read/VERB-Part-Past>0:root and/CCONJ>5:cc failed/VERB-Fin-Past>3:conj", "failed", {"subject": ["it"]}),
        ("it/PRON>2:nsubj came/VERB-Fin-Past>0:root and/CCONJ>5:cc was/AUX-Fin-Past>5:aux:pass signed/VERB-Part-Past>2:conj", "signed", {"object": ["it"]}),
        ("leaving/VERB-Part-Pres>4:advcl ,/PUNCT>1:punct Wendra/PROPN>4:nsubj waved/VERB-Fin-Past>0:root", "leaving", {"subject": ["Wendra"]}),
        # a subject that is controlled
        ("Wendra/PROPN>2:nsubj wants/VERB-Fin-Pres>0:root to/PART>4:mark leave/VERB-Inf>2:xcomp", "leave", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>2:nsubj forced/VERB-Fin-Past>0:root Olmira/PROPN>2:obj to/PART>5:mark leave/VERB-Inf>2:xcomp", "leave", {"subject": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj promised/VERB-Fin-Past>0:root Olmira/PROPN>2:obj to/PART>5:mark leave/VERB-Inf>2:xcomp", "leave", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass told/VERB-Part-Past>0:root to/PART>5:mark leave/VERB-Inf>3:xcomp", "leave", {"subject": ["Wendra"]}),
        ("Wendra/PROPN>2:nsubj saw/VERB-Fin-Past>0:root Olmira/PROPN>2:obj leave/VERB-Inf>2:ccomp", "leave", {"subject": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj says/VERB-Fin-Pres>0:root stay/VERB-Fin-Pres>2:ccomp", "stay", {}),
        # relative pronouns stand for their noun
        ("envoys/NOUN>0:root who/PRON>3:nsubj signed/VERB-Fin-Past>1:acl:relcl it/PRON>3:obj", "signed", {"subject": ["envoys"], "object": ["it"]}),
        ("plans/NOUN>0:root that/PRON>4:obj Mira/PROPN>4:nsubj drew/VERB-Fin-Past>1:acl:relcl", "drew", {"subject": ["Mira"], "object": ["plans"]}),
        ("envoys/NOUN>0:root who/PRON>3:nsubj came/VERB-Fin-Past>1:acl:relcl and/CCONJ>5:cc signed/VERB-Fin-Past>3:conj", "signed", {"subject": ["envoys"]}),
        ("who/PRON>2:nsubj signed/VERB-Fin-Past>0:root", "signed", {"subject": ["who"]}),
        # to whom
        ("Wendra/PROPN>2:nsubj gave/VERB-Fin-Past>0:root Olmira/PROPN>2:iobj boats/NOUN>2:obj", "gave", {"subject": ["Wendra"], "object": ["boats"], "recipient": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj gave/VERB-Fin-Past>0:root boats/NOUN>2:obj to/ADP>5:case Olmira/PROPN>2:obl", "gave", {"subject": ["Wendra"], "object": ["boats"], "recipient": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj drove/VERB-Fin-Past>0:root boats/NOUN>2:obj to/ADP>5:case Olmira/PROPN>2:obl", "drove", {"subject": ["Wendra"], "object": ["boats"]}),
        ("Wendra/PROPN>2:nsubj told/VERB-Fin-Past>0:root Olmira/PROPN>2:obj that/SCONJ>6:mark it/PRON>6:nsubj stays/VERB-Fin-Pres>2:ccomp", "told", {"subject": ["Wendra"], "recipient": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj told/VERB-Fin-Past>0:root lies/NOUN>2:obj", "told", {"subject": ["Wendra"], "object": ["lies"]}),
        # nouns that stand for deeds
        ("Wendra/PROPN>3:nmod:poss 's/PART>1:case refusal/NOUN>0:root", "refusal", {"subject": ["Wendra"]}),
        ("rejection/NOUN>0:root of/ADP>3:case pay/NOUN>1:nmod by/ADP>5:case Wendra/PROPN>1:nmod", "rejection", {"subject": ["Wendra"], "object": ["pay"]}),
        ("Olmiran/ADJ>2:amod demand/NOUN>0:root for/ADP>4:case pay/NOUN>2:nmod", "demand", {"subject": ["Olmiran"], "object": ["pay"]}),
        ("new/ADJ>2:amod demand/NOUN>0:root", "demand", {}),
        ("Wendra/PROPN>2:nsubj made/VERB-Fin-Past>0:root offers/NOUN>2:obj to/ADP>5:case Olmira/PROPN>3:nmod", "offers", {"subject": ["Wendra"], "recipient": ["Olmira"]}),
        ("Wendra/PROPN>2:nsubj read/VERB-Fin-Past>0:root offers/NOUN>2:obj", "offers", {}),
        ("Wendra/PROPN>3:nmod:poss 's/PART>1:case refusal/NOUN>0:root to/PART>5:mark pay/VERB-Inf>3:acl", "pay", {"subject": ["Wendra"]}),
    ],
)  # fmt: skip
def test_members(tree: str, head: str, members: dict[str, list[str]]) -> None:
    """Subject, object and recipient are found where grammar puts them, and nowhere else."""
    assert told(tree, head) == members


@pytest.mark.parametrize(
    ("tree", "kinds"),
    [
        ("they/PRON>2:nsubj left/VERB-Fin-Past>0:root", {"left": "verb"}),
        ("they/PRON>3:nsubj are/AUX-Fin-Pres>3:cop ready/ADJ>0:root", {"ready": "copula"}),
        ("they/PRON>3:nsubj are/AUX-Fin-Pres>3:cop clerks/NOUN>0:root", {"clerks": "copula"}),
        ("it/PRON>2:nsubj made/VERB-Fin-Past>0:root them/PRON>4:nsubj ready/ADJ>2:xcomp", {"made": "verb", "ready": "copula"}),
        ("signed/VERB-Part-Past>2:amod plans/NOUN>0:root", {}),
        ("they/PRON>3:nsubj did/AUX-Fin-Past>3:aux leave/VERB-Inf>0:root", {"leave": "verb"}),
        ("the/DET>2:det refusal/NOUN>0:root", {"refusal": "noun"}),
        ("the/DET>2:det table/NOUN>0:root", {}),
        ("ready/ADJ>0:root", {}),
    ],
)  # fmt: skip
def test_predicates(tree: str, kinds: dict[str, str]) -> None:
    """Verbs, adjectives and nouns with "be" or a subject, nouns of deeds; no auxiliary, no description."""
    assert {head: frame.kind for head, frame in frames(tree).items()} == kinds


@pytest.mark.parametrize(
    ("tree", "complement", "opened"),
    [
        ("they/PRON>2:nsubj say/VERB-Fin-Pres>0:root that/SCONJ>5:mark it/PRON>5:nsubj stays/VERB-Fin-Pres>2:ccomp", "stays", "that"),
        ("they/PRON>2:nsubj say/VERB-Fin-Pres>0:root it/PRON>4:nsubj stays/VERB-Fin-Pres>2:ccomp", "stays", "bare"),
        ("they/PRON>2:nsubj want/VERB-Fin-Pres>0:root to/PART>4:mark stay/VERB-Inf>2:xcomp", "stay", "to"),
        ("they/PRON>2:nsubj ask/VERB-Fin-Pres>0:root whether/SCONJ>5:mark it/PRON>5:nsubj stays/VERB-Fin-Pres>2:ccomp", "stays", "if"),
        ("they/PRON>2:nsubj ask/VERB-Fin-Pres>0:root why/ADV>5:advmod it/PRON>5:nsubj stays/VERB-Fin-Pres>2:ccomp", "stays", "wh"),
        ("they/PRON>2:nsubj mention/VERB-Fin-Pres>0:root staying/VERB-Ger>2:xcomp", "staying", "ing"),
        ("they/PRON>2:nsubj made/VERB-Fin-Past>0:root it/PRON>2:obj clear/ADJ>2:xcomp that/SCONJ>7:mark it/PRON>7:nsubj stays/VERB-Fin-Pres>4:ccomp", "stays", "that"),
        ("they/PRON>2:nsubj call/VERB-Fin-Pres>0:root it/PRON>2:obj farce/NOUN>2:xcomp", None, ""),
        ("it/PRON>2:nsubj stays/VERB-Fin-Pres>4:ccomp they/PRON>4:nsubj say/VERB-Fin-Pres>0:root that/SCONJ>7:mark we/PRON>7:nsubj go/VERB-Fin-Pres>4:ccomp", "go", "that"),
        ("they/PRON>2:nsubj sleep/VERB-Fin-Pres>0:root", None, ""),
    ],
)  # fmt: skip
def test_complement(tree: str, complement: str | None, opened: str) -> None:
    """The clause that a predicate takes, and how it is opened; one behind before one in front."""
    frame = next(f for f in frames(tree).values() if f.link == "root")
    assert (sentence(tree).tokens[frame.complement].text if frame.complement >= 0 else None, frame.opened) == (
        complement,
        opened,
    )


def one(tree: str) -> ClauseFrame:
    return next(iter(frames(tree).values()))


def test_obliques_and_times() -> None:
    """Phrases by their preposition, coordinated ones each; the agent of a passive is none; phrases of time apart."""
    tree = (
        "they/PRON>2:nsubj met/VERB-Fin-Past>0:root in/ADP>4:case Tolvik/PROPN>2:obl and/CCONJ>6:cc Wendra/PROPN>4:conj on/ADP>8:case "
        "Monday/PROPN>2:obl because/ADP>11:case of/ADP>9:fixed rain/NOUN>2:obl"
    )
    frame = one(tree)
    assert frame.obliques == (("in", 3), ("in", 5), ("on", 7), ("because of", 10))
    assert frame.oblique("in", "on") == (3, 5, 7)
    assert frame.oblique("at") == ()
    assert frame.times == (7,)
    assert one("they/PRON>2:nsubj met/VERB-Fin-Past>0:root once/NOUN>2:obl:unmarked").times == (2,)
    passive = one(
        "it/PRON>3:nsubj:pass was/AUX-Fin-Past>3:aux:pass cut/VERB-Part-Past>0:root by/ADP>5:case Mira/PROPN>3:obl:agent"
    )
    assert passive.oblique("by") == ()


def test_link_and_marker() -> None:
    """How a clause hangs on another, and the conjunction that opens it; "to" opens none."""
    found = frames(
        "if/SCONJ>3:mark it/PRON>3:nsubj stays/VERB-Fin-Pres>5:advcl they/PRON>5:nsubj plan/VERB-Fin-Pres>0:root to/PART>7:mark go/VERB-Inf>5:xcomp"
    )
    assert (found["stays"].link, found["stays"].marker, found["stays"].above) == ("advcl", "if", 4)
    assert (found["go"].link, found["go"].marker) == ("xcomp", "")
    assert (found["plan"].link, found["plan"].above) == ("root", -1)
    relative = frames("envoys/NOUN>0:root who/PRON>3:nsubj left/VERB-Fin-Past>1:acl:relcl")["left"]
    assert (relative.link, relative.above) == ("relcl", 0)


def test_particles_belong_to_the_predicate() -> None:
    """ "backed out" is one predicate."""
    assert one("they/PRON>2:nsubj backed/VERB-Fin-Past>0:root out/ADP>2:compound:prt").predicate == "back out"


def test_a_noun_of_a_deed_may_be_denied_and_may_take_a_clause() -> None:
    """ "no agreement", "refusal to pay"."""
    assert one("no/DET>2:det agreement/NOUN>0:root").group.negated
    assert not one("an/DET>2:det agreement/NOUN>0:root").group.negated
    refusal = frames("refusal/NOUN>0:root to/PART>3:mark pay/VERB-Inf>1:acl")["refusal"]
    assert (refusal.complement, refusal.opened, refusal.link) == (2, "to", "noun")
    assert frames("agreement/NOUN>0:root drafted/VERB-Part-Past>1:acl")["agreement"].complement == -1


def test_frames_stand_in_the_order_of_their_predicates() -> None:
    """Whatever hangs on what."""
    tree = "it/PRON>2:nsubj stays/VERB-Fin-Pres>4:ccomp they/PRON>4:nsubj say/VERB-Fin-Pres>0:root"
    assert list(frames(tree)) == ["stays", "say"]
    assert frames("well/INTJ>0:root") == {}
