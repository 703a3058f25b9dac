"""Rules that mend slips of the tree around verbs of saying: who says it, to whom, and which clause is said."""

from __future__ import annotations

from zopa.text.base_forms import base_form
from zopa.text.lexicon import words_of
from zopa.text.tree_draft import TreeDraft, climb, hangs, words_below


def that_opens(draft: TreeDraft) -> None:
    """ "told Y that X stays": "that" before a clause of a verb of saying opens it, and the clause is what is said."""
    for at, low in enumerate(draft.lows):
        if low != "that" or draft.tags[at] not in {"SCONJ", "PRON"} or at + 1 >= len(draft.lows):
            continue
        clause = draft.heads[at]
        if clause < 0 or clause < at or draft.relations[clause] not in {"ccomp", "advcl", "acl", "acl:relcl"}:
            continue
        above = draft.heads[clause]
        if draft.relations[clause] == "acl" and draft.under(clause, "nsubj") and _hears(draft, above):
            draft.heads[clause], draft.relations[clause], draft.tags[at] = draft.heads[above], "ccomp", "SCONJ"
            continue
        if draft.relations[clause] == "acl:relcl":  # "told reporters that the gates stay shut"
            verb = draft.heads[above]
            hears = (
                draft.relations[above] in {"obj", "iobj", "obl:agent"}
                and verb >= 0
                and draft.lows[verb] in words_of("telling")
            )
            timed = verb >= 0 and draft.says(verb) and draft.lows[above] in words_of("time_noun")
            if timed:  # "said the same evening that nothing was signed"
                draft.relations[above] = "obl:unmarked"
            if (hears or timed) and draft.under(clause, "nsubj") and at - above <= 2:
                draft.heads[clause], draft.relations[clause], draft.relations[at] = verb, "ccomp", "mark"
            continue
        told = draft.tags[at] == "SCONJ" or (above >= 0 and draft.says(above) and draft.relations[clause] == "ccomp")
        if draft.relations[at] in {"obj", "det", "obl"} and told and draft.under(clause, "nsubj"):
            draft.relations[at], draft.tags[at] = "mark", "SCONJ"
        if (
            draft.relations[at] == "mark"
            and draft.relations[clause] == "advcl"
            and draft.tags[above].startswith("VERB")
        ):
            draft.relations[clause] = "ccomp"


def said_before_semicolon(draft: TreeDraft) -> None:
    """ "It was fair, X said; it was an insult, Y replied": what stands behind the semicolon is another's, if one speaks there."""
    for mark, low in enumerate(draft.lows):
        verb = mark - 1
        if low != ";" or verb < 1 or not draft.says(verb) or not draft.under(verb, "nsubj"):
            continue
        front = draft.heads[verb] if draft.relations[verb] in {"parataxis", "ccomp", "conj"} else -1
        front = front if 0 <= front < verb else next((k for k in draft.under(verb, "ccomp") if k < verb), -1)
        behind = next((k for k in draft.under(verb, "ccomp", "parataxis", "conj") if k > mark), -1)
        if front < 0 or behind < 0:
            continue
        later = [
            k
            for k in range(behind + 1, len(draft.lows))
            if draft.says(k) and not hangs(draft, k, behind) and draft.under(k, "nsubj")
        ]
        if not later:
            continue
        if draft.heads[later[0]] < 0:  # the second verb of saying stands above all
            draft.heads[front], draft.relations[front] = -1, "root"
        draft.heads[later[0]], draft.relations[later[0]] = behind, "parataxis"
        draft.heads[behind], draft.relations[behind] = front, "parataxis"


def _hears(draft: TreeDraft, noun: int) -> bool:
    """True for whoever is told, beside a verb of saying: "stated to X"."""
    verb = draft.heads[noun]
    if verb < 0 or verb > noun or not draft.says(verb):
        return False
    to = any(draft.lows[k] == "to" for k in draft.under(noun, "case"))
    return draft.relations[noun] == "iobj" or (draft.relations[noun] == "obl" and to)


def said_is_above(draft: TreeDraft) -> None:
    """ "X stated Y left Z": a verb of saying with a subject of its own at the start governs what follows, not the other way round."""
    for verb in range(len(draft.lows)):
        clause = draft.heads[verb]
        if clause <= verb or draft.relations[verb] not in {"advcl", "parataxis", "ccomp", "nsubj"}:
            continue
        if not draft.says(verb):
            continue
        that = any(verb < k < clause and draft.lows[k] == "that" for k in draft.under(clause, "mark"))
        paused = any(draft.lows[k] in words_of("pause_mark") for k in range(verb, clause))
        if not draft.under(verb, "nsubj") or draft.under(verb, "mark") or (paused and not that):
            continue
        draft.heads[verb], draft.relations[verb] = draft.heads[clause], draft.relations[clause]
        draft.heads[clause], draft.relations[clause] = verb, "ccomp"


def crossing(draft: TreeDraft) -> None:
    """ "X, head of Y, says it is": a subject that hangs on what is said, across a verb of saying without one, is that verb's."""
    for verb, tag in enumerate(draft.tags):
        if not tag.startswith("VERB-Fin") or draft.under(verb, "nsubj"):
            continue
        for clause in draft.under(verb, "ccomp"):
            subjects = draft.under(clause, "nsubj", "expl")
            if len(subjects) > 1 and subjects[0] < verb < subjects[1]:
                draft.heads[subjects[0]], draft.relations[subjects[0]] = verb, "nsubj"
                break


def stray_copula(draft: TreeDraft) -> None:
    """ "replied that it is not": a form of "be" behind what it was hung on, with a subject of its own, is a clause."""
    for at in range(1, len(draft.lows)):
        head = draft.heads[at]
        if draft.relations[at] != "cop" or head < 0 or head > at or not draft.under(at, "nsubj"):
            continue
        verb = next((k for k in range(at - 1, head, -1) if draft.says(k)), -1)
        if verb >= 0:
            draft.heads[at], draft.relations[at] = verb, "ccomp"


def goes_on_saying(draft: TreeDraft) -> None:
    """ ", adding that": a participle of saying behind a comma goes with the verb of saying, not with what is said."""
    for at, low in enumerate(draft.lows):
        clause = draft.heads[at]
        if draft.relations[at] != "advcl" or not low.endswith("ing") or clause < 0 or draft.lows[at - 1] != ",":
            continue
        above = draft.heads[clause]
        saying = base_form(low, "VERB", "Part") in words_of("saying_on") and bool(draft.under(at, "ccomp"))
        if saying and draft.relations[clause] == "ccomp" and above >= 0 and draft.says(above):
            draft.heads[at] = above


def nested_saying(draft: TreeDraft) -> None:
    """ "said she felt X had been": the clause right behind an inner verb of thinking is what is thought."""
    for inner, low in enumerate(draft.lows):
        above = draft.heads[inner]
        if (
            draft.relations[inner] != "ccomp"
            or above < 0
            or (low not in words_of("thinking") and not draft.says(inner))
            or draft.under(inner, "ccomp", "obj")
        ):
            continue
        later = [k for k in draft.under(above, "ccomp", "parataxis") if k > inner]
        if later and min(k for k in range(len(draft.lows)) if hangs(draft, k, later[0])) == inner + 1:
            draft.heads[later[0]], draft.relations[later[0]] = inner, "ccomp"


def it_says(draft: TreeDraft) -> None:
    """ "It said that": whoever says is a subject; only of a passive is "it" nobody."""
    for at, relation in enumerate(draft.relations):
        verb = draft.heads[at]
        if relation == "expl" and verb >= 0 and draft.says(verb) and not draft.under(verb, "aux:pass", "nsubj"):
            draft.relations[at] = "nsubj"


def _verb_before_object(draft: TreeDraft, verb: int, objects: list[int]) -> None:
    """ "stated X left his job": a past form between two objects of a verb of saying is the verb of what is said."""
    if len(objects) != 2:
        return
    subject, object_ = objects
    past = [k for k in draft.under(object_, "amod") if draft.tags[k].startswith("VERB-Part-Past")]
    if past and past[0] == draft.last_before(subject, past[0]) + 1:
        clause = past[0]
        draft.tags[clause] = "VERB-Fin-Past"
        draft.heads[clause], draft.relations[clause] = verb, "ccomp"
        draft.heads[subject], draft.relations[subject] = clause, "nsubj"
        draft.heads[object_], draft.relations[object_] = clause, "obj"
        for k in draft.under(verb, "obl"):
            if k > object_:
                draft.heads[k] = clause


def told_clause(draft: TreeDraft) -> None:
    """ "said the meeting failed": a past form behind the object of a verb of saying is the verb of what is said."""
    for verb in range(len(draft.lows)):
        if not draft.says(verb) or draft.under(verb, "ccomp"):
            continue
        objects = [k for k in draft.under(verb, "obj") if k > verb]
        _verb_before_object(draft, verb, objects)
        for noun in objects:
            for clause in draft.under(noun, "acl"):
                past = draft.tags[clause].startswith("VERB-Part-Past") and clause == draft.last_before(noun, clause) + 1
                if (
                    past
                    and not draft.under(clause, "aux:pass", "mark")
                    and draft.lows[clause + 1 : clause + 2] != ["by"]
                ):
                    draft.tags[clause] = "VERB-Fin-Past"
                    draft.heads[clause], draft.relations[clause] = verb, "ccomp"
                    draft.heads[noun], draft.relations[noun] = clause, "nsubj"
                    break


def bare_complement(draft: TreeDraft) -> None:
    """ "who told X he would go": a clause right behind a verb of saying and its hearer is what is said, wherever it was hung."""
    for clause in range(len(draft.lows)):
        stray = draft.relations[clause] in {"parataxis", "conj", "advcl", "acl:relcl", "ccomp"} and draft.is_finite(
            clause
        )
        start = words_below(draft, clause)[0] if stray else 0
        if not stray or start in draft.under(clause, "cc") or not draft.under(clause, "nsubj"):
            continue
        that = draft.lows[start] == "that" and draft.relations[start] == "mark"
        if start < 2 or (draft.under(clause, "mark") and not that):
            continue
        verb = start - 1
        while verb > 0 and draft.relations[verb] in {"iobj", "flat", "compound", "det"}:
            verb -= 1
        if verb == draft.heads[clause] or not draft.says(verb) or hangs(draft, verb, clause):
            continue
        if not draft.under(verb, "ccomp", "xcomp", "obj") and draft.relations[verb] not in {"amod", "compound"}:
            draft.heads[clause], draft.relations[clause] = verb, "ccomp"


def clause_for_object(draft: TreeDraft) -> None:
    """ "claimed X left": what is coordinated without a conjunction behind the object of a verb of saying is what is said."""
    for clause in range(len(draft.lows)):
        stray = draft.relations[clause] == "conj" and draft.tags[clause].startswith("VERB-Fin")
        if not stray or draft.under(clause, "cc", "nsubj", "mark"):
            continue
        start = words_below(draft, clause)[0]
        verb = next((k for k in range(start - 1, -1, -1) if draft.tags[k].startswith("VERB")), -1)
        objects = draft.under(verb, "obj") if verb >= 0 and draft.says(verb) else []
        if len(objects) != 1 or not verb < objects[0] or set(draft.lows[verb:start]) & words_of("pause_mark"):
            continue
        if draft.last_of(objects[0]) == start - 1:
            draft.heads[clause], draft.relations[clause] = verb, "ccomp"
            draft.heads[objects[0]], draft.relations[objects[0]] = clause, "nsubj"


def with_saying(draft: TreeDraft) -> None:
    """ ", with one poster writing “...”": a form in -ing behind "with" and a noun is a verb, and the noun its subject."""
    for verb, low in enumerate(draft.lows):
        if not low.endswith("ing") or draft.relations[verb] not in {"advcl", "obl"}:
            continue
        if not any(draft.lows[k] == "with" for k in draft.under(verb, "mark", "case")):
            continue
        nouns = [k for k in draft.under(verb, "compound") if k == verb - 1]
        if nouns and not draft.under(verb, "nsubj"):
            draft.tags[verb], draft.relations[verb] = "VERB-Part-Pres", "advcl"
            draft.relations[nouns[0]] = "nsubj"
            for k in draft.under(verb, "nummod", "det", "amod"):
                if k < nouns[0]:
                    draft.heads[k] = nouns[0]


def noun_that_says(draft: TreeDraft) -> None:
    """ "The ministry of X notes, “...”": a present form of saying right before a quotation is a verb, not a noun."""
    for verb, low in enumerate(draft.lows[:-3]):
        quoted = draft.lows[verb + 1] in {",", ":"} and draft.lows[verb + 2] in words_of("opening_mark")
        if draft.tags[verb] != "NOUN" or low not in words_of("said") or not quoted or draft.heads[verb] < 0:
            continue
        top = verb
        top = climb(draft, top, lambda k, verb=verb: 0 <= draft.heads[k] < verb)
        clause = draft.heads[top]
        if top == verb or clause < verb or not draft.relations[top].startswith("nsubj"):
            continue
        last = verb - 1
        draft.heads[last], draft.relations[last] = draft.heads[verb], draft.relations[verb]
        for k in draft.under(verb, "case", "det", "amod", "compound"):
            draft.heads[k] = last
        draft.tags[verb] = "VERB-Fin-Pres"
        draft.heads[verb], draft.relations[verb] = draft.heads[clause], draft.relations[clause]
        draft.heads[clause], draft.relations[clause] = verb, "ccomp"
        draft.heads[top], draft.relations[top] = verb, "nsubj"
