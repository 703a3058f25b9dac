"""Rules that mend slips of the tree in sentences of several clauses: who is subject of a clause behind "but", "and" or a relative one."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        opened = [k for k in draft.under(clause, "mark") if k < clause and draft.lows[k] == "that"]
        if (
            relation not in {"ccomp", "advcl"}
            or above < 0
            or not opened
            or draft.lows[opened[0] - 1] not in words_of("joining")
        ):
            continue
        if opened[0] - 1 not in draft.under(clause, "cc"):
            continue
        first = (
            above
            if _opens_with_that(draft, above)
            else next(
                (k for k in draft.under(above, "ccomp", "acl") if above < k < opened[0] and _opens_with_that(draft, k)),
                -1,
            )
        )
        if 0 <= first < clause:
            draft.heads[clause], draft.relations[clause] = first, "conj"


def _opens_with_that(draft: TreeDraft, clause: int) -> bool:
    return any(draft.lows[k] == "that" and k < clause for k in draft.under(clause, "mark"))
