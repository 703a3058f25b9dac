"""Clauses and their frames: who does what to whom, on what condition, how sure.

A frame hangs on a predicate: a verb, an adjective or noun with "be" ("is unwilling to"), or a noun that stands for a deed ("Peru's refusal
to accept"). Its members are read off the tree: coordination is unfolded, the passive turned round, a shared or controlled subject found
("X agreed to A and rejected B", "asked Y to leave"), a relative pronoun replaced by what it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.verbs import VerbGroup, verb_group

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class ClauseFrame:
    """One clause; all places are words of its sentence.

    Attributes:
        head: the predicate.
        predicate: its lemma, with a particle ("back out").
        kind: "verb", "copula" (adjective, noun or phrase with "be") or "noun".
        group: tense, polarity, modality and voice.
        subject: heads of who does it or is it; of the passive, who the deed is done by.
        object: heads of whom or what it is done to; of the passive, its grammatical subject.
        recipient: heads of to whom ("told Y", "offered Z to Y").
        complement: the predicate of the clause that it takes, -1 for none.
        opened: how that clause is opened: "that", "to", "wh", "if", "ing" or "bare"; "" for none.
        obliques: (preposition, head) pairs: place, topic, means.
        times: heads of phrases of time.
        above: the word that governs the clause, -1 for the main one.
        link: how it is governed: "root", "conj", "ccomp", "xcomp", "advcl", "acl", "relcl", "parataxis", "noun" ...
        marker: the conjunction that opens it ("if", "because", "once"), or "".
    """

    head: int
    predicate: str
    kind: str
    group: VerbGroup
    subject: tuple[int, ...]
    object: tuple[int, ...]
    recipient: tuple[int, ...]
    complement: int
    opened: str
    obliques: tuple[tuple[str, int], ...]
    times: tuple[int, ...]
    above: int
    link: str
    marker: str

    def oblique(self, *prepositions: str) -> tuple[int, ...]:
        """Heads of the phrases opened by one of the prepositions."""
        return tuple(head for preposition, head in self.obliques if preposition in prepositions)


Frame = ClauseFrame  # for those who still import the short name; `model` has a class of that name too


def find_frames(sentence: Sentence) -> tuple[ClauseFrame, ...]:
    """All frames of a sentence by the place of their predicate; empty for one without a predicate."""
    found: dict[int, ClauseFrame] = {}
    for at in _outer_first(sentence):
        kind = _kind(sentence, at)
        if kind:
            found[at] = _noun_frame(sentence, at) if kind == "noun" else _frame(sentence, at, kind, found)
    return tuple(found[at] for at in sorted(found))


def _outer_first(sentence: Sentence) -> list[int]:
    """Places of the words, those that govern before those that they govern."""
    order = [at for at, token in enumerate(sentence.tokens) if token.head < 0]
    for at in order:
        order.extend(sentence.children[at])
    return order


def _kind(sentence: Sentence, at: int) -> str:
    """What kind of predicate a word is; "" for none."""
    token = sentence.tokens[at]
    if token.tag in {"VERB", "AUX"} and token.relation not in {
        "aux",
        "aux:pass",
        "cop",
        "amod",
        "case",
        "mark",
        "fixed",
        "compound",
        "det",
    }:
        return "verb"
    if sentence.under(at, "cop"):
        return "copula"
    if token.tag == "NOUN" and token.lemma in words_of("deed_noun"):
        return "noun"
    if (
        token.tag == "ADJ"
        and token.relation in {"root", "xcomp", "ccomp", "advcl", "conj", "parataxis"}
        and sentence.under(at, "nsubj")
    ):
        return "copula"
    return ""


def _frame(sentence: Sentence, at: int, kind: str, found: dict[int, ClauseFrame]) -> ClauseFrame:
    tokens = sentence.tokens
    group = verb_group(sentence, at)
    subject = _members(sentence, sentence.under(at, "nsubj", "csubj"))
    objects = _members(sentence, sentence.under(at, "obj"))
    recipient = _members(sentence, sentence.under(at, "iobj"))
    obliques = _obliques(sentence, at)
    complement, opened = _complement(sentence, at)
    predicate = " ".join([tokens[at].lemma, *(tokens[k].lemma for k in sentence.under(at, "compound:prt"))])
    if kind == "verb" and group.voice == "passive":
        objects, subject = subject or objects, _members(sentence, [k for p, k in obliques if p == "by"])
        obliques = [(p, k) for p, k in obliques if p != "by"]
    if objects and not recipient and complement >= 0 and tokens[at].lemma in words_of("hearer"):
        objects, recipient = (), objects
    if not recipient and tokens[at].lemma in words_of("giver") | words_of("hearer"):
        recipient = _members(sentence, [k for p, k in obliques if p == "to"])
    if not subject and group.voice != "passive":
        subject = _shared_subject(sentence, at, found)
    elif not objects and group.voice == "passive":
        objects = _shared_subject(sentence, at, found)
    subject = _without_relatives(sentence, at, subject)
    objects = _without_relatives(sentence, at, objects)
    above, link = tokens[at].head, tokens[at].relation
    marker = next((tokens[k].lemma for k in sentence.under(at, "mark") if tokens[k].tag != "PART"), "")
    times = tuple(k for k in _direct(sentence, at) if tokens[k].relation == "obl:unmarked" or _is_time(sentence, k))
    if link == "acl:relcl":
        link = "relcl"
    return ClauseFrame(
        at,
        predicate,
        kind,
        group,
        subject,
        objects,
        recipient,
        complement,
        opened,
        tuple(obliques),
        times,
        above,
        link,
        marker,
    )


def _direct(sentence: Sentence, at: int) -> list[int]:
    return sentence.under(at, "obl", "nmod")


def _noun_frame(sentence: Sentence, at: int) -> ClauseFrame:
    """ "Peru's refusal to accept any compromise", "a demand by X for Y", "the rejection of the plan by X"."""
    tokens = sentence.tokens
    modifiers = [(_preposition(sentence, k), k) for k in sentence.under(at, "nmod", "obl")]
    owners = sentence.under(at, "nmod:poss")
    by = [k for p, k in modifiers if p in {"by", "from"}]
    of = [k for p, k in modifiers if p == "of"]
    toward = [k for p, k in modifiers if p in {"for", "on", "against"}]
    subject = (
        owners[-1:]  # "its rival BHP's plea"
        or by
        or [
            k for k in sentence.under(at, "compound", "amod") if tokens[k].tag == "PROPN" or tokens[k].text[0].isupper()
        ]
    )
    clauses = sentence.under(at, "acl", "ccomp", "xcomp")
    complement = next((k for k in clauses if sentence.under(k, "mark")), -1)
    opened = _opened(sentence, complement) if complement >= 0 else ""
    if complement < 0:  # "the sensation that they are waiting": a whole clause behind "that" is no relative one
        whole = [k for k in sentence.under(at, "acl:relcl") if sentence.under(k, "nsubj") and _that_before(sentence, k)]
        complement, opened = (whole[0], "that") if whole else (-1, "")
    nothing = any(tokens[k].low in words_of("negation") for k in sentence.under(at, "det", "advmod"))
    group = VerbGroup((at,), "", negated=nothing, modality="", voice="active")
    if not subject:
        subject = _giver(sentence, at)
    return ClauseFrame(
        at, tokens[at].lemma, "noun", group, _members(sentence, subject), _members(sentence, of or toward),
        _members(sentence, [k for p, k in modifiers if p == "to"]), complement, opened, tuple(modifiers), (), tokens[at].head, "noun", "",
    )  # fmt: skip


def _that_before(sentence: Sentence, at: int) -> bool:
    return any(
        sentence.tokens[k].low == "that" and not sentence.tokens[k].relation.startswith("nsubj")
        for k in sentence.children[at]
    )


def _giver(sentence: Sentence, at: int) -> list[int]:
    """The subject of "made an offer", "issued a threat": whoever makes the deed."""
    above = sentence.tokens[at].head
    if above >= 0 and sentence.tokens[at].relation == "obj" and sentence.tokens[above].lemma in words_of("light_verb"):
        return sentence.under(above, "nsubj")
    return []


def _members(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    """Heads with all that is coordinated with them; "X as well as Y" too; a group told by its members stays its members."""
    found: list[int] = []
    for head in heads:
        for k in sentence.together(head):
            found.append(k)
            found.extend(m for m in sentence.under(k, "nmod") if _preposition(sentence, m) == "as well as")
    return tuple(dict.fromkeys(found))


def _preposition(sentence: Sentence, at: int) -> str:
    """The words that open a phrase ("of", "because of", "as well as"), "" for none."""
    cases = sentence.under(at, "case")
    words = [k for case in cases for k in [case, *sentence.under(case, "fixed")]]
    return " ".join(sentence.tokens[k].low for k in words)


def _obliques(sentence: Sentence, at: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for k in sentence.under(at, "obl", "nmod"):
        preposition = _preposition(sentence, k)
        if preposition:
            found.extend((preposition, m) for m in sentence.together(k))
    return found


def _is_time(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].lemma in words_of("time_noun") or sentence.tokens[at].low in words_of("time_noun")


def _complement(sentence: Sentence, at: int) -> tuple[int, str]:
    """The clause that a predicate takes, and how it is opened: one behind it before one in front, one with "that" before others."""
    tokens = sentence.tokens
    clauses: list[int] = []
    for k in sentence.under(at, "ccomp", "xcomp"):
        bare = tokens[k].tag in {"NOUN", "PROPN", "ADJ"} and not sentence.under(k, "cop", "nsubj", "mark")
        if bare and tokens[k].relation == "xcomp":
            clauses.extend(sentence.under(k, "ccomp"))  # "made it clear that ..."; "called it a farce" takes none
        else:
            clauses.append(k)
    if not clauses:
        return -1, ""
    best = min(
        clauses,
        key=lambda k: (
            k < at,
            not any(tokens[m].low == "that" for m in sentence.under(k, "mark")),
            tokens[k].form == "Ger",
            abs(k - at),
        ),
    )
    return best, _opened(sentence, best)


def _opened(sentence: Sentence, at: int) -> str:
    """How a clause is opened."""
    tokens = sentence.tokens
    marks = [tokens[k].low for k in sentence.under(at, "mark")]
    if "that" in marks:
        return "that"
    if "to" in marks:
        return "to"
    if marks and marks[0] in {"if", "whether"}:
        return "if"
    inside = sentence.tree(at, without=("ccomp", "acl", "advcl", "conj"))
    if tokens[inside[0]].low in words_of("question"):
        return "wh"
    if tokens[at].form in {"Ger", "Part"} and tokens[at].text.endswith("ing") and not sentence.under(at, "aux", "cop"):
        return "ing"
    return "bare"


def _shared_subject(sentence: Sentence, at: int, found: dict[int, ClauseFrame]) -> tuple[int, ...]:
    """The subject that a clause without one takes from the clause above, or from the noun that it describes."""
    token = sentence.tokens[at]
    above = found.get(token.head)
    relation = token.relation
    if relation in {"acl", "acl:relcl"} and token.head >= 0:
        if above is not None and above.kind == "noun":
            return above.subject
        return tuple(sentence.together(token.head)) if relation == "acl" or not sentence.under(at, "obj") else ()
    if above is None:
        return ()
    if relation == "xcomp":
        moved = above.object or above.recipient
        if moved and above.predicate not in words_of("subject_control"):
            return moved
        return above.subject if above.group.voice == "active" else above.object
    if (
        relation == "advcl"
        and above.kind == "verb"
        and above.predicate in words_of("blaming")
        and token.low.endswith("ing")
    ):
        return _blamed(sentence, at, above)
    own = any(sentence.tokens[k].relation == "nsubj" for k in sentence.children[at])
    if relation == "conj" or (relation in {"advcl", "parataxis"} and not own):
        return above.subject if above.group.voice == "active" else above.object
    if relation == "ccomp" and token.form in {"Inf", "Ger", "Part"}:
        return above.object or above.recipient or above.subject
    return ()


def _blamed(sentence: Sentence, at: int, above: ClauseFrame) -> tuple[int, ...]:
    """Who did what somebody is blamed for: "blamed Y for refusing", "blamed the failure on Y refusing"; never whoever blames."""
    if any(sentence.tokens[k].low == "for" for k in sentence.under(at, "mark", "case")):
        return above.object
    named = [
        k
        for k in range(above.head + 1, at)
        if sentence.tokens[k].relation in {"obl", "nmod"} and _preposition(sentence, k) == "on"
    ]
    return tuple(sentence.together(named[-1])) if named else ()


def _without_relatives(sentence: Sentence, at: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """ "who", "which", "that" replaced by the noun that the clause describes."""
    if sentence.tokens[at].relation not in {"acl:relcl", "conj"} or not heads:
        return heads
    clause = at
    while sentence.tokens[clause].relation == "conj" and sentence.tokens[clause].head >= 0:
        clause = sentence.tokens[clause].head
    if sentence.tokens[clause].relation != "acl:relcl":
        return heads
    noun = sentence.tokens[clause].head
    relative = [k for k in heads if sentence.tokens[k].low in words_of("relative")]
    if relative and len(relative) < len(heads) and sentence.tokens[at].lemma not in words_of("giver"):
        # "The reason that we need a quay": of one object, not the reason.
        return tuple(k for k in heads if k not in relative)
    return tuple(dict.fromkeys(noun if k in relative else k for k in heads))
