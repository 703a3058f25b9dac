"""Rules that mend slips of the tree in sentences of several clauses: who is subject of a clause behind "but", "and" or a relative one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.base_forms import base_form, known_verbs
from zopa.text.lexicon import words_of
from zopa.text.repair_clauses import NOMINAL
from zopa.text.tree_draft import words_below

if TYPE_CHECKING:
    from zopa.text.tree_draft import TreeDraft


def subject_behind_joint(draft: TreeDraft) -> None:
    """ "told by the police, but Lind, the mayor, has refused": what stands between the conjunction of a clause and its verb is its own."""
    for verb, relation in enumerate(draft.relations):
        if relation != "conj" or not draft.is_finite(verb) or draft.under(verb, "nsubj", "csubj", "expl"):
            continue
        joint = next((k for k in draft.under(verb, "cc") if k < verb), -1)
        if joint < 0 or draft.heads[verb] > joint:
            continue
        start = min([verb, *(k for k in draft.under(verb, "aux", "cop", "advmod") if k > joint)])
        strays = [
            k
            for k in range(joint + 1, start)
            if draft.relations[k] != "punct" and not joint < draft.heads[k] < start and draft.heads[k] != verb
        ]
        if len(strays) == 1 and draft.tags[strays[0]] in NOMINAL and not draft.under(strays[0], "case", "mark"):
            draft.heads[strays[0]] = verb
            draft.relations[strays[0]] = "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"


def root_before_relative(draft: TreeDraft) -> None:
    """ "Lind, who had put it forward, accepted the plan": the verb behind a relative clause between commas is the sentence's."""
    root = next((k for k, head in enumerate(draft.heads) if head < 0), -1)
    if root < 0 or draft.tags[root] not in NOMINAL or draft.under(root, "cop", "nsubj", "case"):
        return
    for relative in draft.under(root, "acl:relcl"):
        for verb in draft.under(relative, "conj", "parataxis", "advcl"):
            start, own = verb, draft.under(verb, "aux", "advmod")
            while start - 1 in own:
                start -= 1
            opened = draft.lows[words_below(draft, relative)[0] - 1] == ","
            closed = opened and relative < start and draft.lows[start - 1] == ","
            before = [k for k in draft.under(verb, "nsubj", "mark", "cc") if k < verb]
            if not closed or before or not draft.tags[verb].startswith("VERB") or not draft.is_finite(verb):
                continue
            for k in draft.under(verb, "nsubj"):  # a subject behind its verb
                draft.relations[k] = "obj"
            draft.heads[verb], draft.relations[verb] = -1, "root"
            draft.heads[root], draft.relations[root] = verb, "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"
            return


def joined_to_nearest(draft: TreeDraft) -> None:
    """ "X made offers, but Y was unmoved and could not decide": a clause without a subject goes on with that of the clause before."""
    for verb, relation in enumerate(draft.relations):
        first = draft.heads[verb]
        if relation != "conj" or not draft.is_finite(verb) or draft.under(verb, "nsubj", "csubj", "expl", "mark"):
            continue
        between = [k for k in draft.under(first, "conj") if first < k < verb and draft.is_finite(k)]
        if between and draft.under(between[-1], "nsubj") and draft.under(verb, "cc"):
            draft.heads[verb] = between[-1]


def joined_that(draft: TreeDraft) -> None:
    """ "said that it had paid but that nobody came": the second clause with "that" is joined to the first."""
    for clause, relation in enumerate(draft.relations):
        above = draft.heads[clause]
        that = next((k for k in draft.under(clause, "mark") if k < clause and draft.lows[k] == "that"), -1)
        if relation not in {"ccomp", "advcl"} or above < 0 or that - 1 not in draft.under(clause, "cc"):
            continue
        told = [above, *(k for k in draft.under(above, "ccomp", "acl") if above < k < that)]
        first = next((k for k in told if _opens_with_that(draft, k)), -1)
        if 0 <= first < clause:
            draft.heads[clause], draft.relations[clause] = first, "conj"


def _opens_with_that(draft: TreeDraft, clause: int) -> bool:
    return any(draft.lows[k] == "that" and k < clause for k in draft.under(clause, "mark"))


def clause_of_opener(draft: TreeDraft) -> None:
    """ "will leave once the sides have signed", "Unless it pays, Peru will leave": what "once" and "unless" open is a clause."""
    for opener, low in enumerate(draft.lows):
        if low not in words_of("opens_clause") or not _may_open(draft, opener):
            continue
        end = _end_of_clause(draft, opener)
        verb = _verb_of(draft, opener, end)
        above = _governor(draft, opener, verb, end) if verb >= 0 else -1
        if above < 0:
            continue
        start = min([verb, *(k for k in draft.under(verb, "aux", "cop", "advmod") if k > opener)])
        inside = range(opener + 1, start)
        strays = [k for k in inside if draft.relations[k] != "punct" and draft.heads[k] not in inside]
        own = [k for k in strays if draft.tags[k] in {*NOMINAL, "SYM"} and not set(draft.under(k, "case")) - {opener}]
        if not own:
            continue
        if not draft.is_finite(verb):
            draft.tags[verb] = "VERB-Fin-Past" if draft.lows[verb].endswith("ed") else "VERB-Fin-Pres"
        subject, *others = own
        for other in others:
            if draft.relations[other] in {"nsubj", "nsubj:pass", "conj"}:
                draft.heads[other], draft.relations[other] = subject, "conj"
                for k in draft.under(verb, "cc"):
                    if subject < k < other:
                        draft.heads[k] = other
        draft.tags[opener] = "SCONJ"
        draft.heads[verb], draft.relations[verb] = above, "advcl"
        draft.heads[opener], draft.relations[opener] = verb, "mark"
        draft.heads[subject], draft.relations[subject] = (
            verb,
            "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj",
        )
        for k in range(verb + 1, end):  # what stood behind the noun that is a verb now
            if draft.heads[k] < opener and draft.relations[k] in {"obl", "nmod", "advmod"} and draft.heads[k] != above:
                draft.heads[k] = verb


_OPENED = frozenset(
    {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SYM"}
)  # parts of speech with which a clause goes on


def _may_open(draft: TreeDraft, opener: int) -> bool:
    """True where no finite clause has the word as its mark, and it is no "at once", "once again", "once every year"."""
    head = draft.heads[opener]
    if draft.relations[opener] == "mark" and head > opener and draft.is_finite(head):
        return False
    before = draft.lows[opener - 1] if opener else ""
    behind = draft.tags[opener + 1] if opener + 1 < len(draft.tags) else ""
    return before not in words_of("before_once") and behind in _OPENED


def _end_of_clause(draft: TreeDraft, opener: int) -> int:
    """Behind the last word up to the next mark that parts clauses."""
    return next(
        (k for k in range(opener + 1, len(draft.lows)) if draft.lows[k] in words_of("pause_mark") | {".", "?"}),
        len(draft.lows),
    )


def _verb_of(draft: TreeDraft, opener: int, end: int) -> int:
    """The first finite predicate of a stretch; else its first past participle, or plural that is a form of a verb; -1 for none."""
    for k in range(opener + 2, end):
        if "-Fin" in draft.tags[k]:
            head = draft.heads[k]
            helps = draft.relations[k].partition(":")[0] in {"aux", "cop"} and k < head < end
            return head if helps else k
    for k in range(opener + 2, end):
        past = draft.tags[k] == "VERB-Part-Past" and not draft.under(k, "aux") and draft.relations[k] != "amod"
        present = (
            draft.tags[k] == "NOUN"
            and draft.lows[k].endswith("s")
            and base_form(draft.lows[k], "VERB", "Fin") in known_verbs()
        )
        if past or (present and draft.tags[k - 1] in {"NOUN", "PROPN"} and draft.relations[k] != "nsubj"):
            return k
    return -1


def _governor(draft: TreeDraft, opener: int, verb: int, end: int) -> int:
    """The predicate on which a clause hangs: that in front, else the first behind the mark that ends it; -1 for none."""
    head = draft.heads[verb]
    if 0 <= head < opener and draft.tags[head].startswith(("VERB", "AUX", "ADJ")):
        return head
    before = [k for k in range(opener) if draft.is_finite(k) and draft.tags[k].startswith(("VERB", "ADJ"))]
    if before:
        return before[-1]
    return next(
        (k for k in range(end, len(draft.lows)) if draft.is_finite(k) and not draft.tags[k].startswith("AUX")), -1
    )
