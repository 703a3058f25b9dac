"""Rules that mend slips of the tree about subjects: which phrase is the subject of which finite verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.base_forms import base_form, known_that_verbs
from zopa.text.lexicon import words_of
from zopa.text.repair_clauses import NOMINAL
from zopa.text.tree_draft import climb, hangs, words_below

if TYPE_CHECKING:
    from zopa.text.tree_draft import TreeDraft


_FINITE = frozenset({"root", "ccomp", "conj", "advcl", "parataxis", "acl:relcl"})
_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "root"})
_PREDICATES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PRON", "ADP")


def object_is_subject(draft: TreeDraft) -> None:
    """ "noted that the tag had become X": an object before a finite verb without subject is that verb's subject."""
    for verb, tag in enumerate(draft.tags):
        if draft.relations[verb] not in _CLAUSE or not tag.startswith(_PREDICATES):
            continue
        if not draft.is_finite(verb) or draft.under(verb, "nsubj", "csubj", "expl"):
            continue
        start = min([verb, *draft.under(verb, "aux", "cop", "advmod")])
        if draft.says(verb) and start and draft.lows[start - 1] in words_of("pause_mark"):
            continue  # "We want peace, said X": the subject stands behind
        for noun in range(start - 1, max(-1, start - 14), -1):
            beside = (
                draft.relations[noun] == "nmod" and bool(draft.under(noun, "det")) and not draft.under(noun, "case")
            )
            if draft.relations[noun] not in {"obj", "obl", "nsubj"} and not beside:
                continue
            if draft.tags[noun].split("-")[0] not in {
                "NOUN",
                "PROPN",
                "PRON",
                "NUM",
                "DET",
            }:
                continue
            governor = draft.heads[draft.heads[noun]] if beside else draft.heads[noun]
            if draft.relations[noun] == "nsubj" or draft.under(noun, "case") or governor > noun or governor < 0:
                break
            if draft.heads[verb] != governor and draft.heads[verb] != noun:
                break
            if draft.relations[verb] == "conj" or (draft.last_of(noun) >= start and draft.heads[verb] != noun):
                break
            if draft.heads[verb] == noun:
                draft.heads[verb], draft.relations[verb] = governor, "ccomp"
            draft.heads[noun] = verb
            draft.relations[noun] = "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"
            break


def past_with_subject(draft: TreeDraft) -> None:
    """ "the minister voiced doubt": a past form with a subject and no auxiliary is finite."""
    for verb, tag in enumerate(draft.tags):
        if not tag.startswith("VERB-Part") or draft.lows[verb].endswith("ing") or draft.relations[verb] not in _FINITE:
            continue
        subjects = draft.under(verb, "nsubj")
        if (
            subjects
            and subjects[0] < verb
            and not draft.under(verb, "aux", "cop")
            and draft.relations[subjects[0]] == "nsubj"
        ):
            draft.tags[verb] = "VERB-Fin-Past"


def root_noun(draft: TreeDraft) -> None:
    """A noun that opens the sentence with a finite verb behind it, and no pause between, is the verb's subject."""
    root = next((k for k, head in enumerate(draft.heads) if head < 0), -1)
    if root < 0 or draft.tags[root] not in {"PROPN", "NOUN"} or draft.under(root, "cop", "nsubj", "case"):
        return
    for verb in draft.under(root, "parataxis", "acl", "conj", "advcl"):
        between = draft.lows[root + 1 : verb]
        finite = draft.tags[verb].startswith("VERB-Fin") and not draft.under(verb, "nsubj", "mark")
        if verb > root and finite and not set(between) & words_of("pause_mark"):
            draft.heads[verb], draft.relations[verb] = -1, "root"
            draft.heads[root], draft.relations[root] = verb, "nsubj"
            return
    for relative in draft.under(root, "acl"):
        objects = draft.under(relative, "obj")
        for verb in draft.under(relative, "xcomp", "acl", "conj"):
            past = draft.tags[verb].startswith(("VERB-Part-Past", "VERB-Fin-Past"))
            if (
                past
                and objects
                and relative < objects[-1] < verb
                and not draft.under(verb, "nsubj", "mark", "aux", "cc")
            ):
                draft.tags[verb] = "VERB-Fin-Past"  # "The envoy who signed the treaty left."
                draft.heads[verb], draft.relations[verb] = -1, "root"
                draft.heads[root], draft.relations[root] = verb, "nsubj"
                return


def subject_before(draft: TreeDraft) -> None:
    """ "after a stop in X, the ministry of Y left": a noun phrase right before a finite verb without a subject is its subject."""
    for verb, tag in enumerate(draft.tags):
        if not tag.startswith("VERB") or not draft.is_finite(verb) or draft.relations[verb] == "acl:relcl":
            continue
        if draft.under(verb, "nsubj", "csubj", "expl"):
            continue
        if draft.relations[verb] == "conj":
            continue  # told by the rule of what stands behind a conjunction
        at = min([verb, *(k for k in draft.under(verb, "advmod", "aux") if k < verb)]) - 1
        while at >= 0 and draft.lows[at] in words_of("opening_mark"):
            at -= 1
        if at < 0 or draft.tags[at] not in NOMINAL:
            continue
        at = climb(
            draft,
            at,
            lambda k: draft.heads[k] >= 0 and draft.tags[draft.heads[k]] in NOMINAL and not _begins_phrase(draft, k),
        )
        fits = at < verb and draft.relations[at] in {"appos", "conj", "nmod", "obl", "parataxis", "dep"}
        if fits and not draft.under(at, "case", "nsubj", "cop") and not hangs(draft, verb, at):
            draft.heads[at] = verb
            draft.relations[at] = "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"


def _begins_phrase(draft: TreeDraft, at: int) -> bool:
    """True for a phrase behind a comma, or with an article and no comma, that only seems to go on with one behind a preposition."""
    head = draft.heads[at]
    if draft.relations[at] == "appos" and draft.under(at, "det") and draft.under(head, "case"):
        return True
    if head > at or draft.relations[at] not in {"conj", "appos"} or draft.under(at, "cc"):
        return False
    start = words_below(draft, at)[0]
    return draft.lows[start - 1] == "," and bool(draft.under(head, "case"))


def verb_behind_name(draft: TreeDraft) -> None:
    """ "Wendra dismissed reports that ...": between a name and a noun, in a sentence without another verb, stands its verb."""
    for verb in range(1, len(draft.lows) - 1):
        noun = draft.heads[verb]
        if not draft.tags[verb].startswith("VERB-Part") or draft.relations[verb] != "amod" or noun <= verb:
            continue
        if draft.relations[noun] != "root" or not draft.lows[verb].endswith("ed"):
            continue
        names = [
            k
            for k in [
                *draft.under(noun, "compound", "nmod", "nsubj", "dep"),
                *draft.under(verb, "compound", "obl", "nsubj"),
            ]
            if k < verb and draft.tags[k] == "PROPN"
        ]
        first = min((k for k in range(len(draft.lows)) if draft.relations[k] != "punct"), default=0)
        behind = draft.under(noun, "acl", "ccomp")
        if (
            len(names) == 1
            and behind
            and not draft.under(noun, "cop", "aux")
            and first in {names[0], *draft.under(names[0], "det")}
        ):
            draft.heads[verb], draft.relations[verb] = -1, "root"
            draft.heads[names[0]], draft.relations[names[0]] = verb, "nsubj"
            draft.heads[noun], draft.relations[noun] = verb, "obj"
            draft.tags[verb] = "VERB-Fin-Past"
            for k in draft.under(noun, "punct"):
                draft.heads[k] = verb
            return


def name_behind_opening(draft: TreeDraft) -> None:
    """ "Before they sat at the table, X, an envoy, left": a name behind the pause that ends an opening clause is the verb's subject."""
    for verb, relation in enumerate(draft.relations):
        if relation not in {"root", "ccomp"} or not draft.is_finite(verb) or draft.under(verb, "nsubj", "expl"):
            continue
        for name, hung in enumerate(draft.relations[:verb]):
            above = draft.heads[name]
            told = draft.tags[name] == "PROPN" and hung == "appos" and 0 <= above < name and draft.lows[name - 1] == ","
            opening = told and any(hangs(draft, above, k) for k in draft.under(verb, "advcl", "obl") if k < name)
            if not opening:
                continue
            end = max((k for k in range(name, verb) if hangs(draft, k, name) and draft.lows[k] != ","), default=name)
            if all(draft.lows[k] == "," or draft.relations[k] == "advmod" for k in range(end + 1, verb)):
                draft.heads[name] = verb
                draft.relations[name] = "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"
                break


def joined_subjects(draft: TreeDraft) -> None:
    """ "said the toll and the gate were fair": two subjects of one clause with "and" between them are one, and the clause is said."""
    for clause, relation in enumerate(draft.relations):
        verb = draft.heads[clause]
        if relation != "conj" or verb < 0 or not draft.says(verb) or draft.under(verb, "ccomp"):
            continue
        subjects = [k for k in draft.under(clause, "nsubj") if verb < k < clause]
        joins = [k for k in draft.under(clause, "cc") if subjects and subjects[0] < k < clause]
        members = subjects[1:] or (draft.under(subjects[0], "conj") if subjects else [])
        if joins and members and joins[0] < members[0]:
            draft.heads[members[0]], draft.relations[members[0]] = subjects[0], "conj"
            draft.heads[joins[0]] = members[0]
            draft.relations[clause] = "ccomp"


def present_as_noun(draft: TreeDraft) -> None:
    """ "Norway denies that it ...": a form in -s of a verb of saying, between a name and "that", is no plural."""
    for verb in range(1, len(draft.lows) - 2):
        low = draft.lows[verb]
        if (
            draft.tags[verb] != "NOUN"
            or draft.relations[verb] != "root"
            or not low.endswith("s")
            or draft.lows[verb + 1] != "that"
        ):
            continue
        names = [k for k in draft.under(verb, "compound", "nmod", "nsubj") if k < verb and draft.tags[k] == "PROPN"]
        clause = next(
            (k for k in draft.under(verb, "acl", "ccomp") if draft.under(k, "nsubj") and draft.is_finite(k)), -1
        )
        if (
            len(names) != 1
            or clause < 0
            or base_form(low, "VERB", "Fin") not in known_that_verbs() | words_of("denial")
        ):
            continue
        draft.tags[verb], draft.tags[verb + 1] = "VERB-Fin-Pres", "SCONJ"
        draft.heads[names[0]], draft.relations[names[0]] = verb, "nsubj"
        draft.heads[clause], draft.relations[clause] = verb, "ccomp"
        draft.heads[verb + 1], draft.relations[verb + 1] = clause, "mark"
