"""Rules that mend slips of the tree between clauses: missing subjects, finite forms, what hangs on what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.text.base_forms import base_form, known_directing_verbs
from zopa.text.lexicon import words_of
from zopa.text.tree_draft import climb, hangs, words_below

if TYPE_CHECKING:
    from zopa.text.tree_draft import TreeDraft

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def inverted(draft: TreeDraft) -> None:
    """ "Under no circumstances does the union want to sign": "do" in front of a subject and a verb helps that verb."""
    for at, low in enumerate(draft.lows):
        nouns = [k for k in draft.under(at, "obj") if k > at] if low in _DO else []
        verb = nouns[0] + 1 if nouns else len(draft.lows)
        if (
            verb >= len(draft.lows)
            or not draft.tags[verb].startswith("VERB")
            or base_form(draft.lows[verb], "VERB") != draft.lows[verb]
        ):
            continue
        above, was = draft.heads[at], draft.relations[at]
        if hangs(draft, verb, at) or draft.heads[verb] == at:
            draft.heads[verb], draft.relations[verb] = above, was
        for k in draft.under(at, "advmod", "obl", "advcl", "punct", "mark", "cc"):
            draft.heads[k] = verb
        if (
            above >= 0 and above < at and above != verb and draft.tags[above].startswith("NOUN")
        ):  # "under no circumstances"
            draft.heads[above], draft.relations[above] = verb, "obl"
        draft.tags[at] = draft.tags[at].replace("VERB", "AUX")
        draft.tags[verb] = "VERB-Inf"
        draft.heads[at], draft.relations[at] = verb, "aux"
        draft.heads[nouns[0]], draft.relations[nouns[0]] = verb, "nsubj"


_DO = frozenset({"do", "does", "did"})


def finite_beside_infinitive(draft: TreeDraft) -> None:
    """ "hoped to broker a deal, and admitted that": a past form does not go with an infinitive, but with the verb above."""
    for verb, tag in enumerate(draft.tags):
        if draft.relations[verb] != "conj" or not tag.startswith("VERB") or draft.under(verb, "nsubj", "mark", "aux"):
            continue
        above = draft.heads[verb]
        past = draft.lows[verb] != base_form(draft.lows[verb], "VERB", "Fin") and not draft.lows[verb].endswith("ing")
        if above < 0 or above > verb or not draft.tags[above].startswith("VERB-Inf") or not past:
            continue
        if draft.under(above, "aux"):
            continue
        above = climb(
            draft, above, lambda k: not (draft.tags[k].startswith(("VERB", "AUX")) and draft.under(k, "nsubj"))
        )
        if above >= 0:
            draft.heads[verb] = above
            draft.tags[verb] = "VERB-Fin-Past"


def subordinate(draft: TreeDraft) -> None:
    """ "says that X must be agreed before Y can begin": a clause with "before" is no complement; it hangs on the clause in front."""
    for clause in range(len(draft.lows)):
        if draft.relations[clause] not in {"ccomp", "xcomp", "conj"}:
            continue
        marks = [k for k in draft.under(clause, "mark") if draft.lows[k] in words_of("never_complement")]
        above = draft.heads[clause]
        if not marks or above < 0 or above > clause:
            continue
        inner = [k for k in draft.under(above, "ccomp") if above < k < clause]
        draft.heads[clause], draft.relations[clause] = (inner[-1] if inner else above), "advcl"


def as_clause(draft: TreeDraft) -> None:
    """ "rose as activists confronted the envoy": a past form with an object behind "as" and a noun makes a clause."""
    for noun in range(1, len(draft.lows) - 1):
        if draft.relations[noun] != "obl" or not draft.tags[noun + 1].startswith("VERB-Part"):
            continue
        cases = [c for c in draft.under(noun, "case") if draft.lows[c] in words_of("subordinate")]
        if not cases or draft.relations[noun] != "obl":
            continue
        verb = draft.last_before(noun, noun + 1) + 1 if noun + 1 < len(draft.lows) else noun
        verb = noun + 1 if draft.tags[noun + 1].startswith("VERB-Part-Past") else verb
        if (
            verb < len(draft.lows)
            and draft.tags[verb].startswith("VERB-Part-Past")
            and draft.under(verb, "obj")
            and not draft.under(verb, "aux")
        ):
            above = draft.heads[noun]
            draft.tags[verb] = "VERB-Fin-Past"
            draft.heads[verb], draft.relations[verb] = above, "advcl"
            draft.heads[noun], draft.relations[noun] = verb, "nsubj"
            draft.heads[cases[0]], draft.relations[cases[0]] = verb, "mark"


def second_complement(draft: TreeDraft) -> None:
    """ "noted the findings show Y is bad": of two complements with nothing between them the second is the first one's."""
    if not draft.doubles("ccomp"):
        return
    for verb in range(len(draft.lows)):
        clauses = [k for k in draft.under(verb, "ccomp") if k > verb]
        for first, second in pairwise(clauses):
            start = min(words_below(draft, second))
            marks = set(draft.lows[first + 1 : start]) & words_of("pause_mark")
            if first < start and not marks and not draft.under(second, "cc"):
                draft.heads[second] = first


def no_relative(draft: TreeDraft) -> None:
    """ "said although it rains, nobody stays": what follows a comma without a relative word is no relative clause.

    A bare relative is never set off (Huddleston & Pullum 2002, ch. 12).
    """
    for clause, relation in enumerate(draft.relations):
        if relation != "acl:relcl" or not draft.is_finite(clause):
            continue
        words = words_below(draft, clause)
        subjects = draft.under(clause, "nsubj")
        set_off = words[0] > 0 and any(
            draft.lows[k] in words_of("pause_mark") for k in range(draft.heads[clause] + 1, words[0])
        )
        if (
            not subjects
            or not set_off
            or any(draft.lows[k] in words_of("relative") | words_of("question") for k in words if k < clause)
        ):
            continue
        above = draft.heads[clause]
        above = climb(
            draft, above, lambda k: not (draft.says(k) and draft.under(k, "nsubj") and not draft.under(k, "mark"))
        )
        if above >= 0 and not draft.under(above, "ccomp", "obj"):
            draft.heads[clause], draft.relations[clause] = above, "ccomp"


def clause_behind_preposition(draft: TreeDraft) -> None:
    """ "after a new offer was rejected": a noun behind "after" with a finite verb right behind it makes a clause."""
    for verb, tag in enumerate(draft.tags):
        if not tag.startswith("VERB") or not draft.is_finite(verb) or draft.under(verb, "mark", "cc"):
            continue
        noun = min([verb, *(k for k in draft.under(verb, "advmod", "aux") if k < verb)]) - 1
        beside, noun = noun, _before_insertion(draft, noun)
        if noun < 1 or draft.tags[noun] not in NOMINAL:
            continue
        for k in draft.under(verb, "nsubj") if noun < beside else ():
            if noun < k < verb:  # "after X, one of the owners, refused"
                draft.heads[k], draft.relations[k] = noun, "appos"
        noun = climb(draft, noun, lambda k: _goes_on(draft, k))  # "after the maker of boats and mills refused"
        cases = _subordinated(draft, noun)
        own = [k for k in draft.under(verb, "nsubj") if k > noun or noun - k < 2]
        if not cases or own or hangs(draft, verb, noun):
            continue
        for k in draft.under(verb, "nsubj"):  # the subject of the main clause was taken for this one's
            above = draft.heads[verb]
            if above >= 0 and k < above < noun and not draft.under(above, "nsubj"):
                draft.heads[k], draft.relations[k] = above, "nsubj"
        if draft.under(verb, "nsubj"):
            continue
        draft.heads[noun] = verb
        draft.relations[noun] = "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"
        draft.heads[cases[0]], draft.relations[cases[0]] = verb, "mark"
        draft.relations[verb] = "advcl" if draft.relations[verb] != "root" else "root"
        for k in range(noun + 1, verb):  # the insertion belongs to the noun
            if not noun <= draft.heads[k] <= verb and draft.heads[k] != noun:
                draft.heads[k], draft.relations[k] = noun, "appos"


def _goes_on(draft: TreeDraft, noun: int) -> bool:
    """True for a noun that stands behind "of" or "and" in a longer phrase, and behind no word that may open a clause."""
    inner = draft.relations[noun] in {"nmod", "conj"} and 0 <= draft.heads[noun] < noun
    return inner and not _subordinated(draft, noun)


def _subordinated(draft: TreeDraft, noun: int) -> list[int]:
    """What stands before a noun as a preposition and may open a clause ("after")."""
    return [k for k in draft.under(noun, "case") if draft.lows[k] in words_of("subordinate")]


def _before_insertion(draft: TreeDraft, at: int) -> int:
    """The noun before what two commas enclose in front of a verb ("fell after X, one of the owners, refused"); `at` where there is none.

    The noun must hang on a verb before it: "After the match, X, the coach, said" opens with when it was.
    """
    if at < 1 or draft.lows[at] != ",":
        return at
    comma = next((k for k in range(at - 1, max(0, at - _INSERTED), -1) if draft.lows[k] == ","), 0)
    noun = comma - 1
    cases = draft.under(noun, "case") if noun > 0 and 0 <= draft.heads[noun] < noun else []
    return noun if any(draft.lows[k] in words_of("subordinate") for k in cases) else at


_INSERTED = 14  # words of an insertion


def joined_complement(draft: TreeDraft) -> None:
    """ "said it fell and that it broke", 'said it was "close" and a deal was made': what "and" joins is said with the first."""
    if not draft.doubles("ccomp"):
        return
    for verb in range(len(draft.lows)):
        clauses = [k for k in draft.under(verb, "ccomp") if k > verb]
        for first, second in pairwise(clauses):
            marked = draft.under(second, "mark")
            if draft.under(second, "cc") and (not marked or any(draft.lows[k] == "that" for k in marked)):
                draft.heads[second], draft.relations[second] = first, "conj"


def joined_behind_while(draft: TreeDraft) -> None:
    """ "X signed, while Y asked for time and then left": without a comma, what "and" joins goes on with the clause right before it."""
    for verb, relation in enumerate(draft.relations):
        above = draft.heads[verb]
        if relation != "conj" or not 0 <= above < verb:
            continue
        links = [k for k in draft.under(verb, "cc") if k < verb]
        if not links or draft.under(verb, "nsubj") or not draft.is_finite(verb):
            continue
        near = [
            k
            for k in draft.under(above, "advcl")
            if above < k < links[0] and draft.under(k, "nsubj") and draft.is_finite(k)
        ]
        told = [k for k in near if any(draft.lows[m] in words_of("contrast") for m in draft.under(k, "mark"))]
        if told and draft.lows[links[0] - 1] != ",":
            draft.heads[verb] = told[-1]


def asked_to(draft: TreeDraft) -> None:
    """ "urged the board to sign": an infinitive right behind the object of a verb that directs somebody is what is asked."""
    for clause, relation in enumerate(draft.relations):
        verb = draft.heads[clause]
        if relation != "advcl" or not draft.tags[clause].startswith("VERB-Inf") or verb < 0 or verb > clause:
            continue
        objects = [k for k in draft.under(verb, "obj", "iobj") if verb < k < clause]
        directs = base_form(draft.lows[verb], "VERB", "Fin") in known_directing_verbs()
        opened = words_below(draft, clause)[0]
        if directs and objects and draft.lows[opened] == "to" and words_below(draft, objects[-1])[-1] == opened - 1:
            draft.relations[clause] = "xcomp"


def relative_before_verb(draft: TreeDraft) -> None:
    """ "The first truce that X has observed ran out": what stands between "that" and a second verb only describes the subject."""
    for that, low in enumerate(draft.lows):
        verb = draft.heads[that]
        if low != "that" or not 0 < that < verb or draft.heads[verb] >= 0 or verb + 1 >= len(draft.lows):
            continue
        noun, second = that - 1, verb + 1
        told = draft.heads[second] == verb and draft.heads[noun] == second and draft.relations[noun] == "nsubj"
        if not told or not draft.tags[second].startswith("VERB-Fin") or not draft.under(verb, "nsubj"):
            continue
        for k in draft.under(verb, "punct"):
            draft.heads[k] = second
        draft.heads[second], draft.relations[second] = -1, "root"
        draft.heads[verb], draft.relations[verb] = noun, "acl:relcl"
        draft.tags[that], draft.relations[that] = "PRON", "obj"
