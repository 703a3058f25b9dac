"""Rules that mend slips of the tree in what is told before ", X said": whose verb is whose, and small words that open no clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.repair_clauses import NOMINAL

if TYPE_CHECKING:
    from zopa.text.tree_draft import TreeDraft


def two_subjects(draft: TreeDraft) -> None:
    """ "Talks on pay stalled over the list, an official said": of two subjects of a verb of saying the first is that of what is said."""
    for verb in range(len(draft.lows)):
        if not draft.says(verb):
            continue
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        if len(subjects) < 2 or "," not in draft.lows[subjects[0] : subjects[-1]]:
            continue
        first, second = subjects[0], subjects[-1]
        own = _clause_between(draft, first, second, verb)
        if own == first:  # "the key is the input of the elders, X said"
            draft.relations[first] = "ccomp"
        elif own >= 0:
            passive = bool(draft.under(own, "aux:pass"))
            draft.heads[first], draft.relations[first] = own, "nsubj:pass" if passive else "nsubj"


def _clause_between(draft: TreeDraft, first: int, second: int, verb: int) -> int:
    """The predicate of what is said, between its subject and whoever says so; mended where it was taken for a participle; -1 for none."""
    if draft.under(first, "cop") and draft.under(first, "nsubj") and not draft.under(verb, "ccomp"):
        return first
    told = [*draft.under(verb, "ccomp", "advcl"), *draft.under(first, "conj"), draft.heads[verb]]
    for k in (k for k in told if first < k < second and draft.is_finite(k) and not draft.under(k, "mark", "expl")):
        if _is_bare(draft, first, k):
            if draft.heads[verb] != k:
                draft.heads[k], draft.relations[k] = verb, "ccomp"
            return k
    if draft.under(verb, "ccomp"):
        return -1
    for k in range(first + 1, second):
        past = draft.tags[k].startswith(("VERB-Part-Past", "VERB-Fin")) and not draft.under(k, "aux", "mark", "nsubj")
        if not past or draft.relations[k] not in {"acl", "acl:relcl", "amod"} or draft.lows[k + 1 : k + 2] == ["by"]:
            continue
        noun = draft.heads[k]
        if draft.relations[k] == "amod":  # "the meeting produced progress"
            if noun < k or draft.relations[noun] != "nmod" or draft.under(noun, "case", "det"):
                continue
            draft.heads[noun], draft.relations[noun] = k, "obj"
        draft.tags[k] = draft.tags[k].replace("Part", "Fin")
        draft.heads[k], draft.relations[k] = verb, "ccomp"
        return k
    return -1


def _is_bare(draft: TreeDraft, first: int, clause: int) -> bool:
    """True for a predicate without a subject; what seems one is joined to a phrase of the subject before, or in apposition to it.

    "The meeting between Lind and the yard lasted hours", "Oman, the host of the talks, plays the role".
    """
    subjects = draft.under(clause, "nsubj", "csubj")
    if len(subjects) != 1:
        return not subjects
    stray = subjects[0]
    start = min([stray, *draft.under(stray, "det", "amod", "compound", "nmod:poss", "nummod")])
    between = [k for k in draft.under(first, "nmod") if any(draft.lows[m] == "between" for m in draft.under(k, "case"))]
    if draft.lows[start - 1] == "and" and between and between[0] < start:
        draft.heads[stray], draft.relations[stray] = between[0], "conj"
        draft.heads[start - 1] = stray
        return True
    if draft.lows[start - 1] == "," and draft.last_before(first, start) >= start - 2:
        draft.heads[stray], draft.relations[stray] = first, "appos"
        return True
    return False


def only_verb(draft: TreeDraft) -> None:
    """ "The sides left without a deal.": in a whole sentence without any other verb, the participle behind its noun is the verb."""
    root = next((k for k, head in enumerate(draft.heads) if head < 0), -1)
    if (
        root < 0
        or draft.tags[root] not in NOMINAL
        or draft.lows[-1] not in {".", "”", '"'}
        or draft.under(root, "case", "nsubj", "cop")
    ):
        return
    verbs = [k for k, tag in enumerate(draft.tags) if tag.startswith(("VERB-Part-Past", "VERB-Fin", "AUX"))]
    if len(verbs) != 1 or draft.heads[verbs[0]] != root or draft.relations[verbs[0]] != "acl" or verbs[0] < root:
        return
    verb = verbs[0]
    if draft.lows[verb + 1] == "by" or set(draft.lows[root:verb]) & words_of("pause_mark"):
        return
    draft.tags[verb] = "VERB-Fin-Past"
    draft.heads[verb], draft.relations[verb] = -1, "root"
    draft.heads[root], draft.relations[root] = verb, "nsubj"
    for k in draft.under(root, "punct"):
        draft.heads[k] = verb


def preposition_not_opener(draft: TreeDraft) -> None:
    """ "A deal before the summer seems unlikely": a small word behind the subject of its clause, right before a noun, opens no clause."""
    for at, relation in enumerate(draft.relations):
        clause = draft.heads[at]
        if relation != "mark" or clause <= at or draft.lows[at] not in words_of("opens_either"):
            continue
        nouns = [k for k in range(at + 1, clause) if draft.tags[k] in NOMINAL and not at < draft.heads[k] < clause]
        if (
            len(nouns) != 1
            or draft.relations[nouns[0]] not in {"nmod", "obl", "obl:unmarked"}
            or draft.under(nouns[0], "case")
        ):
            continue
        before = any(k < at for k in draft.under(clause, "nsubj", "expl")) or 0 <= draft.heads[nouns[0]] < at
        if before and all(k == nouns[0] or draft.heads[k] == nouns[0] for k in range(at + 1, nouns[0] + 1)):
            draft.heads[at], draft.relations[at], draft.tags[at] = nouns[0], "case", "ADP"


def infinitive_not_phrase(draft: TreeDraft) -> None:
    """ "are set to resume": an infinitive behind "to" is a clause, and no phrase."""
    for verb, tag in enumerate(draft.tags):
        to = verb - 1
        if tag != "VERB-Inf" or draft.relations[verb] != "obl" or to < 0 or draft.heads[to] != verb:
            continue
        if draft.lows[to] == "to" and draft.relations[to] == "case":
            draft.relations[verb], draft.relations[to], draft.tags[to] = "xcomp", "mark", "PART"


def noun_with_article(draft: TreeDraft) -> None:
    """ "The eighth round, too, failed": what an article stands before is a noun, and the subject of a verb that has none."""
    for at, tag in enumerate(draft.tags):
        verb = draft.heads[at]
        if tag != "ADV" or draft.relations[at] != "advmod" or verb <= at or not draft.under(at, "det"):
            continue
        if draft.is_finite(verb) and not draft.under(verb, "nsubj", "expl", "csubj"):
            draft.tags[at], draft.relations[at] = "NOUN", "nsubj"
