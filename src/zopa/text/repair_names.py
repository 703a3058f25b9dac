"""Rules that mend slips of the tree inside names: their particles, numbers and joints, and what stands beside them."""

from __future__ import annotations

from itertools import pairwise

from zopa.text.base_forms import base_form, known_closed
from zopa.text.lexicon import words_of
from zopa.text.tree_draft import TreeDraft, hangs, words_below

_CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})


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


def apposed_opener(draft: TreeDraft) -> None:
    """ "Boltek, the owner of two yards, rejected": a capital before a comma and "the" opens a sentence as a name, not as an adverb."""
    if (
        len(draft.forms) <= _APPOSED
        or draft.tags[0] != "ADV"
        or not draft.forms[0][0].isupper()
        or draft.forms[1] != ","
    ):
        return
    if draft.lows[0] in words_of("opening_adverb") or draft.lows[0].endswith("ly") or draft.tags[2] != "DET":
        return
    verb = draft.heads[0]
    subjects = [k for k in draft.under(verb, "nsubj", "nsubj:pass") if k > 1] if verb >= 0 else []
    if subjects and "," in draft.forms[subjects[0] : verb]:
        draft.tags[0], draft.relations[0] = "PROPN", draft.relations[subjects[0]]
        draft.heads[subjects[0]], draft.relations[subjects[0]] = 0, "appos"


_APPOSED = 4  # words of a sentence that may hold a name, what it is, and a verb


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


def pronoun_in_name(draft: TreeDraft) -> None:
    """ "Liu He", "Minister He Yafei": a personal pronoun with a capital inside a sentence is a part of the name beside it."""
    for at in range(1, len(draft.forms)):
        if draft.lows[at] not in words_of("he_she") or draft.forms[at] != draft.lows[at].capitalize():
            continue
        before, behind = at - 1, at + 1
        family = draft.tags[before] == "PROPN" and draft.forms[before].istitle()
        given = behind < len(draft.forms) and draft.tags[behind] == "PROPN" and draft.forms[behind].istitle()
        if family and not _is_title_case(draft, at):
            _one_name(draft, before, at)
        elif given and draft.lows[before] in words_of("office") | words_of("title"):
            _one_name(draft, at, behind)


def _is_title_case(draft: TreeDraft, at: int) -> bool:
    """True for a headline that writes each word with a capital ("What Norway Told Peru He Wants"); not for one that opens "Liu He:"."""
    if at + 1 == len(draft.forms) or not draft.forms[at + 1][0].isalpha():
        return False
    verbs = [
        form for form, tag in zip(draft.forms, draft.tags, strict=True) if tag.split("-")[0] in {"VERB", "AUX", "NOUN"}
    ]
    return all(form[0].isupper() for form in verbs)


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
