"""Rules that mend slips of the tree inside phrases: names, appositions, coordination, particles, agents."""

from __future__ import annotations

from zopa.text.base_forms import base_form, known_giving_verbs
from zopa.text.lexicon import words_of
from zopa.text.tree_draft import TreeDraft, climb, hangs, words_below


def behind_preposition(draft: TreeDraft) -> None:
    """ "the letter to President X reads": a noun behind a preposition is no second subject."""
    if not draft.doubles("nsubj"):
        return
    for verb in range(len(draft.lows)):
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        for noun in subjects[1:]:
            start = min(k for k in range(noun + 1) if hangs(draft, k, noun))
            if start and draft.tags[start - 1] == "ADP" and draft.heads[start - 1] == verb:
                draft.heads[noun], draft.relations[noun] = subjects[0], "nmod"
                draft.heads[start - 1], draft.relations[start - 1] = noun, "case"


def particle(draft: TreeDraft) -> None:
    """ "backing out of": the particle of a verb that the lexicon knows with it is no preposition."""
    for verb, tag in enumerate(draft.tags[:-1]):
        after = draft.lows[verb + 1]
        if (
            not tag.startswith("VERB")
            or draft.relations[verb + 1] == "compound:prt"
            or after not in words_of("particle")
        ):
            continue
        base = base_form(draft.lows[verb], "VERB", tag.split("-")[1] if "-" in tag else "")
        if f"{base} {after}" in words_of("particle_verb"):
            draft.heads[verb + 1], draft.relations[verb + 1] = verb, "compound:prt"


def apposed(draft: TreeDraft) -> None:
    """ "X, president of Y, said": of two subjects between commas the second tells what the first is."""
    for verb in range(1, len(draft.lows)):
        if draft.lows[verb - 1] != ",":
            continue
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        if len(subjects) == 2 and "," in draft.lows[subjects[0] + 1 : subjects[1]]:
            draft.heads[subjects[1]], draft.relations[subjects[1]] = subjects[0], "appos"


def apposed_behind(draft: TreeDraft) -> None:
    """ "Members of Local 5, the city's largest union, struck": a noun between commas behind a name tells what the name is."""
    for noun, tag in enumerate(draft.tags):
        if (
            tag != "NOUN"
            or draft.relations[noun] not in {"nmod", "obl", "obl:unmarked", "appos"}
            or draft.under(noun, "case")
        ):
            continue
        first, behind = min(words_below(draft, noun)), draft.last_of(noun) + 1
        enclosed = first > 1 and "," in {draft.lows[first], draft.lows[first - 1]}
        name = first - 1 if draft.lows[first] == "," else first - 2
        if not enclosed or behind >= len(draft.lows) or draft.lows[behind] not in words_of("pause_mark"):
            continue
        if draft.tags[name] not in {"PROPN", "NUM"} or draft.lows[noun] in words_of("time_noun"):
            continue
        while draft.relations[name] in {"flat", "compound"} and 0 <= draft.heads[name] < first:
            name = draft.heads[name]
        if (
            name >= 0
            and draft.tags[name] == "PROPN"
            and not hangs(draft, name, noun)
            and draft.under(noun, "det", "nmod:poss")
        ):
            draft.heads[noun], draft.relations[noun] = name, "appos"


def agent(draft: TreeDraft) -> None:
    """ "has been called X by Y": the first phrase with "by" behind a passive tells who does it."""
    if "by" not in draft.lows:
        return
    for verb, tag in enumerate(draft.tags):
        if (
            not tag.startswith("VERB-Part")
            or not draft.under(verb, "aux:pass")
            or any(draft.lows[c] == "by" for k in draft.under(verb, "obl") for c in draft.under(k, "case"))
        ):
            continue
        for noun in range(verb + 1, len(draft.lows)):
            if draft.tags[noun].startswith("VERB") and not hangs(draft, noun, verb):
                break
            by = [c for c in draft.under(noun, "case") if draft.lows[c] == "by"]
            if (
                by
                and hangs(draft, noun, verb)
                and draft.tags[draft.heads[noun]].split("-")[0] in {"ADJ", "NOUN", "VERB"}
            ):
                between = range(verb + 1, noun)
                if not any(draft.tags[k].startswith("VERB") for k in between):
                    draft.heads[noun], draft.relations[noun] = verb, "obl:agent"
                break


def as_well_as(draft: TreeDraft) -> None:
    """ "X, Y as well as Z": the last is coordinated like the others."""
    for at in range(len(draft.lows) - 3):
        if draft.lows[at : at + 3] != ["as", "well", "as"]:
            continue
        last = next(
            (
                k
                for k in range(at + 3, len(draft.lows))
                if draft.tags[k] in {"NOUN", "PROPN"} and draft.relations[k] not in {"compound", "amod"}
            ),
            -1,
        )
        first = next((k for k in range(at - 1, -1, -1) if draft.tags[k] in {"NOUN", "PROPN"}), -1)
        if last < 0 or first < 0 or hangs(draft, first, last):
            continue
        first = climb(
            draft, first, lambda k: draft.relations[k] in {"conj", "flat", "compound"} and draft.heads[k] >= 0
        )
        verb, was = draft.heads[last], draft.relations[last]
        draft.heads[last], draft.relations[last] = first, "conj"
        for k, relation in ((at, "cc"), (at + 1, "fixed"), (at + 2, "fixed")):
            draft.heads[k], draft.relations[k] = (last if relation == "cc" else at), relation
        top = first
        for _ in draft.heads:
            above = draft.heads[top]
            if verb < 0 or above < 0 or draft.heads[verb] == top or draft.tags[above] not in {"NOUN", "PROPN"}:
                break
            top = above
        if was.startswith("nsubj") and verb >= 0 and draft.heads[verb] == top:
            draft.heads[verb], draft.relations[verb] = draft.heads[top], draft.relations[top]
            draft.heads[top], draft.relations[top] = verb, was


def number_said(draft: TreeDraft) -> None:
    """ "said $9 were paid", "said one and a half million tonnes fell": a number right behind a verb of saying begins what is said."""
    for verb in range(len(draft.lows) - 2):
        number = verb + 1
        if draft.heads[number] != verb or draft.relations[number] not in {"obj", "iobj"} or not draft.says(verb):
            continue
        if draft.tags[number] not in {"NUM", "SYM"} and not draft.lows[number][0].isdigit():
            continue
        clause = next(
            (
                k
                for k in [*draft.under(verb, "ccomp", "parataxis"), *draft.under(number, "acl")]
                if k > number and draft.is_finite(k)
            ),
            -1,
        )
        if clause < 0:
            continue
        counted = [k for k in draft.under(clause, "nsubj") if number < k < clause]
        if counted:
            draft.heads[number], draft.relations[number] = counted[0], "nummod"
        else:
            passive = bool(draft.under(clause, "aux:pass"))
            draft.heads[number], draft.relations[number] = clause, "nsubj:pass" if passive else "nsubj"
        draft.heads[clause], draft.relations[clause] = verb, "ccomp"


def noun_for_verb(draft: TreeDraft) -> None:
    """ "demand security guarantees": an object is a noun, and what seemed its subject belongs to it.

    A finite clause without an opener stands only behind a verb that takes one, so behind any other the word is a noun too.
    """
    for at, tag in enumerate(draft.tags):
        above = draft.heads[at]
        clause = draft.relations[at] in {"xcomp", "ccomp"} and tag.startswith("VERB-Fin") and 0 <= above < at
        if draft.relations[at] not in {"obj", "iobj"} and not (clause and not draft.says(above)):
            continue
        bare = tag.startswith(("VERB-Fin", "VERB-Inf")) and not draft.under(
            at, "aux", "mark", "cop", "obj", "ccomp", "xcomp"
        )
        own = [k for k in draft.under(at, "nsubj") if k != at - 1 or draft.tags[k] != "NOUN"]
        if bare and not own:
            draft.tags[at] = "NOUN"
            draft.relations[at] = "obj" if clause else draft.relations[at]
            for k in draft.under(at, "nsubj"):
                draft.relations[k] = "compound"
            if clause and (draft.heads[at - 1], draft.relations[at - 1], draft.tags[at - 1]) == (above, "obj", "NOUN"):
                draft.heads[at - 1], draft.relations[at - 1] = at, "compound"


def recipient(draft: TreeDraft) -> None:
    """ "offered X a loan", "gave the union a loan": of two objects side by side the first receives."""
    if not draft.doubles("obj"):
        return
    for verb, low in enumerate(draft.lows):
        objects = [k for k in draft.under(verb, "obj") if k > verb]
        if len(objects) != 2 or base_form(low, "VERB", "Fin") not in known_giving_verbs():
            continue
        first, second = objects
        for k in draft.under(second, "det"):
            if k < first:  # the article before the first is the first one's
                draft.heads[k] = first
        opened = words_below(draft, second)[0]
        beside = opened == words_below(draft, first)[-1] + 1 and not draft.under(second, "cc")
        named = draft.tags[first] in {"PROPN", "PRON"}
        if beside and (named or (draft.tags[first] == "NOUN" and draft.relations[opened] == "det")):
            draft.relations[first] = "iobj"


def no_passive(draft: TreeDraft) -> None:
    """ "X talked by telephone": no verb is passive without a form of be or get."""
    for at, relation in enumerate(draft.relations):
        verb = draft.heads[at]
        if relation == "nsubj:pass" and draft.tags[verb].startswith("VERB-Fin") and not draft.under(verb, "aux"):
            draft.relations[at] = "nsubj"
            for k in draft.under(verb, "obl"):
                if draft.relations[k] == "obl:agent":
                    draft.relations[k] = "obl"


def subject_with_preposition(draft: TreeDraft) -> None:
    """ "Given the delay, X continued": what stands behind a preposition is no subject where there is another."""
    if not draft.doubles("nsubj"):
        return
    for verb in range(len(draft.lows)):
        subjects = draft.under(verb, "nsubj")
        for noun in subjects[:-1]:
            if draft.under(noun, "case"):
                draft.relations[noun] = "obl"


def noun_with_infinitive(draft: TreeDraft) -> None:
    """ "rejected a request to extend the deadline": what stands right behind a noun of asking or offering tells what is asked."""
    for noun, tag in enumerate(draft.tags):
        if tag != "NOUN" or base_form(draft.lows[noun], "NOUN") not in words_of("asks_noun"):
            continue
        above, behind = draft.heads[noun], draft.last_of(noun) + 1
        if draft.relations[noun] not in {"obj", "nsubj", "obl"} or not 0 <= above < noun or behind >= len(draft.lows):
            continue
        told = draft.heads[behind]
        if draft.heads[told] != above or told < behind:
            continue
        if draft.lows[behind] == "to" and draft.relations[told] in {"advcl", "xcomp"}:
            draft.heads[told], draft.relations[told] = noun, "acl"
        elif draft.lows[behind] == "for" and draft.relations[told] == "obl":
            draft.heads[told], draft.relations[told] = noun, "nmod"


def noun_beside_verb(draft: TreeDraft) -> None:
    """ "wants smaller classes, and a raise": a noun without a predicate of its own is coordinated with the object, not with the verb."""
    for noun, relation in enumerate(draft.relations):
        verb = draft.heads[noun]
        if (
            relation != "conj"
            or draft.tags[noun] not in {"NOUN", "PROPN"}
            or verb < 0
            or not draft.tags[verb].startswith("VERB")
        ):
            continue
        objects = [k for k in draft.under(verb, "obj") if verb < k < noun]
        if objects and draft.under(noun, "cc") and not draft.under(noun, "nsubj", "cop", "aux", "case", "mark"):
            draft.heads[noun] = objects[0]


def calls_for(draft: TreeDraft) -> None:
    """ "The draft calls for a vote": where nothing else in a sentence is a verb, "calls for" is one."""
    for at, low in enumerate(draft.lows[:-1]):
        if low not in words_of("calls_word") or draft.lows[at + 1] != "for" or not draft.tags[at].startswith("NOUN"):
            continue
        subject = at - 1
        whole = draft.heads[at] < 0 and not any("-Fin" in tag for tag in draft.tags)
        if not whole or subject < 0 or draft.heads[subject] != at or draft.tags[subject] not in {"NOUN", "PROPN"}:
            continue
        for k in range(subject):
            if draft.heads[k] == at:
                draft.heads[k] = subject
        draft.tags[at], draft.relations[subject] = "VERB-Fin-Pres", "nsubj"
        for k in draft.under(at, "nmod"):
            draft.relations[k] = "obl"
