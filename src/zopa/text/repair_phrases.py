"""Rules that mend slips of the tree inside phrases: names, appositions, coordination, particles, agents."""

from __future__ import annotations

from itertools import pairwise

from zopa.text.base_forms import base_form, known_closed, known_giving_verbs
from zopa.text.lexicon import words_of
from zopa.text.tree_draft import TreeDraft, climb, hangs, words_below

_CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})


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


def trade_before_name(draft: TreeDraft) -> None:
    """ "asked farmer X": a trade before a name is no subject beside an object."""
    if ("NOUN", "PROPN") not in pairwise(draft.tags):
        return
    for verb in range(len(draft.lows)):
        for noun in draft.under(verb, "nsubj"):
            name = noun + 1
            if noun < verb or name >= len(draft.lows) or (draft.tags[noun], draft.tags[name]) != ("NOUN", "PROPN"):
                continue
            if draft.heads[name] == verb and draft.relations[name] in {"obj", "obl", "iobj"}:
                draft.heads[name], draft.relations[name] = verb, "nsubj"
                draft.heads[noun], draft.relations[noun] = name, "nmod:desc"


def named_so(draft: TreeDraft) -> None:
    """ "called the map a joke": of two objects of a verb of naming the second tells what the first is called."""
    for verb, low in enumerate(draft.lows):
        if low in words_of("naming"):
            objects = [k for k in draft.under(verb, "obj") if k > verb]
            if len(objects) == 2:
                draft.relations[objects[1]] = "xcomp"


def named_behind(draft: TreeDraft) -> None:
    """ "called the session productive": an adjective behind the object of a verb of naming tells what the object is called."""
    for verb, low in enumerate(draft.lows):
        if low not in words_of("naming"):
            continue
        for noun in draft.under(verb, "obj"):
            named = [
                k for k in draft.under(noun, "compound") if k > verb and draft.lows[k + 1] in words_of("opening_mark")
            ]
            if named:  # "branded the levy “theft”"
                draft.heads[named[0]], draft.relations[named[0]] = verb, "obj"
                draft.relations[noun] = "xcomp"
                for k in draft.under(noun, "det", "amod"):
                    if k < named[0]:
                        draft.heads[k] = named[0]
            for k in draft.under(noun, "amod"):
                if verb < noun < k and not any(
                    draft.tags[m] != "PUNCT" for m in range(noun + 1, min(words_below(draft, k)))
                ):
                    draft.heads[k], draft.relations[k] = verb, "xcomp"


def particle_name(draft: TreeDraft) -> None:
    """ "Caroline van der Plas": small words between two words in capitals are part of the name."""
    for at in range(1, len(draft.forms) - 1):
        if (
            draft.lows[at] not in words_of("name_particle")
            or not _is_capital(draft, at - 1)
            or draft.forms[at][0].isupper()
        ):
            continue
        last = at
        while last + 1 < len(draft.forms) and draft.lows[last] in words_of("name_particle"):
            last += 1
        first = at - 1
        while first > 0 and draft.tags[first - 1] == "PROPN" and hangs(draft, first, first - 1):
            first -= 1
        if _is_capital(draft, last):
            _one_name(draft, first, last)


def numbered_name(draft: TreeDraft) -> None:
    """ "District Council 33", "DC 33 president": digits right behind a name, with nothing that they count, belong to it."""
    for at in range(1, len(draft.forms)):
        before = draft.lows[at - 1]
        if (
            not draft.forms[at].isdigit()
            or len(draft.forms[at]) > _DIGITS
            or draft.tags[at - 1] not in {"PROPN", "ADJ"}
        ):
            continue  # "Harbour Local 5"
        if before in words_of("time_noun") or not _is_capital(draft, at - 1) or draft.forms[at][0] == "0":
            continue
        if draft.lows[at + 1 : at + 2] and draft.lows[at + 1] in _IN_NUMBERS:
            continue  # "0:03", "5-3"
        behind = at + 1 < len(draft.forms) and draft.tags[at + 1].split("-")[0] in {"NOUN", "SYM", "ADJ", "PROPN"}
        counted = (
            behind
            and base_form(draft.lows[at + 1], "NOUN") == draft.lows[at + 1]
            and draft.lows[at + 1] in words_of("office")
        )
        if behind and not counted:
            continue  # "Peru 33 ships"
        first = at - 1
        while first > 0 and draft.tags[first - 1] == "PROPN" and _is_capital(draft, first - 1):
            first -= 1
        if draft.tags[at - 1] == "ADJ" and first == at - 1:
            continue
        if draft.heads[at] not in range(first, at):  # else it hangs well
            _one_name(draft, first, at)


_IN_NUMBERS = frozenset(":/-–%")
_DIGITS = 3  # a longer number is a year or a sum


def _is_capital(draft: TreeDraft, at: int) -> bool:
    return draft.forms[at][:1].isupper() and draft.tags[at].split("-")[0] in {"PROPN", "NOUN", "ADJ"}


def _one_name(draft: TreeDraft, first: int, last: int) -> None:
    """Hang all words of a name on its first one, which takes the place of the whole."""
    inside = range(first, last + 1)
    outer = [k for k in inside if draft.heads[k] not in inside]
    head = next((k for k in reversed(outer) if draft.tags[k] != "NUM"), outer[-1])
    above, relation = draft.heads[head], draft.relations[head]
    if any(hangs(draft, above, k) for k in inside if above >= 0):
        return  # what governs the name hangs below it: no sound tree to start from
    for k, head in enumerate(draft.heads):
        if head in inside and k not in inside:
            draft.heads[k] = first
    for k in inside:
        if not draft.forms[k].isdigit():
            draft.tags[k] = "PROPN"
        draft.heads[k], draft.relations[k] = first, "flat"
    draft.heads[first], draft.relations[first] = above, relation


def split_name(draft: TreeDraft) -> None:
    """Two parts of a name that hang on one word in one way are one name."""
    for at in range(len(draft.lows) - 1):
        same = draft.heads[at] == draft.heads[at + 1] and draft.relations[at] == draft.relations[at + 1]
        goes_on = draft.relations[at] == "flat" and draft.relations[at + 1] in {
            "obj",
            "obl",
            "nmod",
            "appos",
            "parataxis",
        }
        if draft.tags[at] == draft.tags[at + 1] == "PROPN" and goes_on and not draft.under(at + 1, "case", "det"):
            draft.heads[at + 1], draft.relations[at + 1] = draft.heads[at], "flat"
        elif (
            draft.tags[at] == draft.tags[at + 1] == "PROPN" and same and draft.relations[at] not in {"flat", "compound"}
        ):
            draft.heads[at + 1], draft.relations[at + 1] = at, "flat"


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


def closed_class(draft: TreeDraft) -> None:
    """ "Witkoff spoke": a word with a capital that no closed class holds is a name, whatever the network took it for."""
    for at, tag in enumerate(draft.tags):
        low = draft.lows[at].replace("’", "'")
        if tag.split("-")[0] not in _CLOSED or not draft.forms[at][0].isupper() or low in known_closed():
            continue
        if len(low) < 3 or not low.isalpha() or draft.forms[at].isupper():
            continue
        draft.tags[at] = "PROPN"
        verb = draft.heads[at]
        if draft.relations[at] not in {"mark", "case", "cc", "aux", "det", "cop"} or verb < at:
            continue
        free = draft.tags[verb].startswith(("VERB", "AUX")) and not draft.under(verb, "nsubj")
        relative = [k for k in draft.under(verb, "nsubj") if draft.lows[k] in words_of("relative")]
        if relative and draft.heads[verb] > verb:  # "X, who leads the team, had left"
            draft.heads[at], draft.relations[at] = draft.heads[verb], "nsubj"
            draft.heads[verb], draft.relations[verb] = at, "acl:relcl"
        else:
            draft.relations[at] = "nsubj" if free else "nmod"


def ampersand_name(draft: TreeDraft) -> None:
    """ "Seven & i said": a capital in front of an ampersand is a name, and so is what the ampersand joins to it."""
    for at, form in enumerate(draft.forms[1:-1], 1):
        first, second = at - 1, at + 1
        if form != "&" or not draft.forms[first][0].isupper():
            continue
        draft.tags[first] = draft.tags[second] = "PROPN"
        if draft.heads[first] == second:
            draft.heads[first], draft.relations[first] = draft.heads[second], draft.relations[second]
        for k in draft.under(second, "case", "nmod:poss"):
            draft.heads[k] = first
        draft.heads[at], draft.relations[at] = first, "flat"
        draft.heads[second], draft.relations[second] = first, "flat"
        verb = second + 1
        if verb < len(draft.tags) and "-Fin" in draft.tags[verb] and not draft.under(verb, "nsubj"):
            draft.heads[first], draft.relations[first] = verb, "nsubj"


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
