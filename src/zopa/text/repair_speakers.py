"""Rules that mend slips of the tree about who speaks and who hears: subjects and objects of verbs of saying."""

from __future__ import annotations

from zopa.text.base_forms import base_form
from zopa.text.lexicon import words_of
from zopa.text.tree_draft import TreeDraft, hangs


def speaker_behind(draft: TreeDraft) -> None:
    """ "..., said the minister": what stands right behind an inverted verb of saying is its subject."""
    for verb in range(1, len(draft.lows)):
        quoted = _behind_quotation(draft, verb)
        if quoted:
            _free_verb(draft, verb)
        if (
            not (draft.says(verb) or quoted)
            or draft.lows[verb].endswith("ing")
            or draft.under(verb, "nsubj", "aux")
            or draft.lows[verb - 1] not in words_of("pause_mark")
        ):
            continue
        behind = [
            k
            for k in draft.under(verb, "obj", "iobj", "obl", "ccomp", "xcomp")
            if k > verb and not draft.under(k, "case", "mark", "cop", "nsubj", "aux")
        ]
        named = [k for k in behind if draft.tags[k] == "ADJ" and draft.forms[k][0].isupper()]
        behind = [k for k in behind if k in named or draft.tags[k].split("-")[0] in {"NOUN", "PROPN", "PRON"}]
        if behind and behind[0] - verb <= 8:
            draft.relations[behind[0]] = "nsubj"
            draft.tags[behind[0]] = "PROPN" if behind[0] in named else draft.tags[behind[0]]
            if quoted and draft.tags[verb].startswith("VERB-Part"):
                draft.tags[verb] = "VERB-Fin-Past"


def _behind_quotation(draft: TreeDraft, verb: int) -> bool:
    """True for a verb right behind a closing quotation mark, and a comma: it tells who says the quotation."""
    mark = verb - 1 - (draft.lows[verb - 1] == ",")
    sign = draft.lows[mark]
    if mark < 2 or sign not in words_of("closing_mark") or draft.tags[mark] != "PUNCT":
        return False
    closes = draft.lows[: mark + 1].count(sign) % 2 == 0 or draft.lows[mark - 1] in words_of("pause_mark") | {"."}
    return closes and draft.tags[verb].startswith("VERB")


def _free_verb(draft: TreeDraft, verb: int) -> None:
    """ "“...,” moaned owner Ida Holm": a participle behind a quotation that seems to belong to the noun behind it is its verb."""
    noun = draft.heads[verb]
    if draft.relations[verb] != "amod" or noun < verb or draft.heads[noun] in {-1, verb}:
        return
    person = draft.tags[noun] in {"PROPN", "PRON"} or draft.lows[noun] in words_of("office") | words_of("collective")
    if person or draft.under(noun, "appos", "flat"):
        draft.heads[verb], draft.relations[verb] = draft.heads[noun], "parataxis"
        draft.heads[noun], draft.relations[noun] = verb, "nsubj"
        draft.tags[verb] = "VERB-Fin-Past"


def hearer(draft: TreeDraft) -> None:
    """ "told the press that": whoever is told is the recipient where the words told stand beside it."""
    for verb, low in enumerate(draft.lows):
        if low not in words_of("telling"):
            continue
        objects = [k for k in draft.under(verb, "obj") if k > verb]
        if len(objects) == 1 and not draft.under(verb, "iobj") and not draft.under(verb, "aux:pass"):
            words_told = (
                draft.under(verb, "ccomp", "xcomp", "parataxis")
                or draft.heads[verb] >= 0
                or '"' in draft.lows
                or "”" in draft.lows
            )
            if words_told and draft.tags[objects[0]] != "PRON-":
                draft.relations[objects[0]] = "iobj"


def inserted(draft: TreeDraft) -> None:
    """ "The talks, X said, are a waste": of two subjects the one behind the comma is the speaker's, the first goes to what is said."""
    if not draft.doubles("nsubj"):
        return
    for verb in range(len(draft.lows)):
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        if not draft.says(verb) or len(subjects) < 2 or draft.lows[subjects[0] + 1 : subjects[-1]].count(",") == 0:
            continue
        clause = next(
            (
                k
                for k in draft.under(verb, "ccomp", "parataxis", "conj")
                if (k > verb or subjects[0] < k < subjects[-1]) and not draft.under(k, "nsubj")
            ),
            -1,
        )
        if clause >= 0:
            draft.heads[subjects[0]] = clause
            draft.relations[subjects[0]] = "nsubj:pass" if draft.under(clause, "aux:pass") else "nsubj"


def speaker_before(draft: TreeDraft) -> None:
    """ "..., X said": a name or noun between a comma and a verb of saying without subject is its subject."""
    for verb in range(len(draft.lows)):
        if not draft.says(verb) or not draft.tags[verb].startswith("VERB-Fin") or draft.under(verb, "nsubj"):
            continue
        first = min([verb, *(k for k in draft.under(verb, "advmod", "aux") if k < verb)])
        if first > 2 and draft.lows[first - 1] == ",":
            _apposed_speaker(draft, verb, first - 2)
            continue
        for noun in range(first - 1, max(-1, first - 8), -1):
            if draft.lows[noun] in words_of("pause_mark"):
                break
            if draft.relations[noun] in {"flat", "compound", "nmod", "det", "case", "amod", "punct", "nmod:poss"}:
                continue
            while _belongs_to_word_before(draft, noun):
                noun = draft.heads[noun]  # noqa: PLW2901 - of several the first is the subject
            outer = draft.heads[noun]
            nominal = draft.tags[noun].split("-")[0] in {"NOUN", "PROPN", "PRON"}
            told = [k for k in range(noun) if hangs(draft, k, noun) and draft.relations[k] != "punct"]
            start = min(told, default=noun)
            opened = start == 0 or draft.lows[start - 1] in words_of("pause_mark")
            if nominal and opened and outer != verb and outer >= 0 and not draft.under(noun, "case", "cop", "nsubj"):
                draft.heads[noun], draft.relations[noun] = verb, "nsubj"
            break


def _belongs_to_word_before(draft: TreeDraft, noun: int) -> bool:
    """True for a further member of a coordination ("X and Y") and for a name right behind its office; not for "after a meeting, X said"."""
    head = draft.heads[noun]
    if head < 0 or head > noun:
        return False
    if draft.relations[noun] == "conj":
        return bool(draft.under(noun, "cc")) or not draft.under(head, "case")
    return draft.relations[noun] == "appos" and not set(draft.lows[head:noun]) & words_of("pause_mark")


def _apposed_speaker(draft: TreeDraft, verb: int, last: int) -> None:
    """ "..., X, head of Y, said": the name that an apposition between commas describes."""
    at = last
    for _ in range(12):
        up = draft.heads[at]
        if up < 0 or up >= verb or (draft.under(at, "case") and draft.relations[at] != "nmod"):
            break
        if (
            draft.relations[up] == "root"
            or draft.tags[up].split("-")[0] not in {"NOUN", "PROPN", "ADJ", "NUM"}
            or draft.under(up, "case")
        ):
            break
        at = up
    start = next((k for k in range(at + 1) if hangs(draft, k, at) and draft.relations[k] != "punct"), at)
    opened = start == 0 or draft.lows[start - 1] in words_of("pause_mark")
    named = draft.tags[at] in {"PROPN", "NOUN"} and not draft.under(at, "case")
    if named and opened and draft.heads[at] != verb and draft.heads[at] >= 0 and "," in draft.lows[at:last]:
        draft.heads[at], draft.relations[at] = verb, "nsubj"


def passed_over(draft: TreeDraft) -> None:
    """ "X stated Y left": a word before a verb of saying that opens the sentence is its subject, whatever else it was taken for."""
    for verb in range(min(6, len(draft.lows))):
        if not draft.says(verb) or not draft.tags[verb].startswith("VERB") or draft.under(verb, "nsubj") or verb == 0:
            continue
        before = verb - 1
        if (
            draft.heads[before] == verb
            and draft.relations[before] in {"advmod", "amod", "compound", "discourse", "dep"}
            and before == 0
        ):
            draft.relations[before], draft.tags[before] = "nsubj", "PROPN"


def said_and_warned(draft: TreeDraft) -> None:
    """ "said that it is full and warned that it may break": a second verb of saying goes with the first, not with what is said."""
    for verb in range(len(draft.lows)):
        clause = draft.heads[verb]
        if draft.relations[verb] != "conj" or not draft.says(verb) or clause < 0 or draft.under(verb, "nsubj"):
            continue
        above = draft.heads[clause]
        if (draft.relations[clause] == "ccomp" and above >= 0 and draft.says(above) and not draft.says(clause)) and any(
            draft.lows[m] == "that" for k in draft.under(verb, "ccomp") for m in draft.under(k, "mark")
        ):
            draft.heads[verb] = above


def hearer_behind(draft: TreeDraft) -> None:
    """ "“It failed,” Wren, 61, told Reuters": behind a verb of telling stands whoever is told; the name before it, and its age, tells."""
    for verb in range(2, len(draft.lows) - 1):
        subjects = draft.under(verb, "nsubj")
        if base_form(draft.lows[verb], "VERB", "Fin") not in words_of("hearer") or (subjects and min(subjects) < verb):
            continue
        name = verb - 1
        while name > 0 and (draft.forms[name] == "," or draft.tags[name] == "NUM"):
            name -= 1
        aged = any(tag == "NUM" for tag in draft.tags[name:verb])
        if draft.tags[name] != "PROPN" or not draft.tags[verb].startswith("VERB") or not (subjects or aged):
            continue
        for hearer in subjects[:1]:
            draft.relations[hearer] = "iobj"
        while draft.relations[name] == "flat" and draft.heads[name] == name - 1:
            name -= 1  # "Ann Wren"
        draft.heads[name], draft.relations[name] = verb, "nsubj"


def hearer_before_mark(draft: TreeDraft) -> None:
    """ "“The mill,” she told the council, “stays shut”": whoever is told stands outside the quotation, and does nothing in it."""
    for verb in range(1, len(draft.lows)):
        for noun in draft.under(verb, "nsubj", "nsubj:pass"):
            between = draft.lows[noun + 1 : verb]
            told = next((k for k in range(noun - 1, max(-1, noun - _TOLD), -1) if draft.says(k)), -1)
            opened = (
                len(between) > 1 and between[0] in words_of("pause_mark") and between[1] in words_of("opening_mark")
            )
            if noun < verb and told >= 0 and opened and draft.heads[verb] in {told, noun}:
                draft.heads[noun], draft.relations[noun] = told, "iobj"


_TOLD = 4  # words from a verb of telling to whoever is told


def over_the_mark(draft: TreeDraft) -> None:
    """ "“It has failed,” EU Commissioner Ana Brod said": names between a quotation and its verb of saying belong to who says it."""
    for verb in range(3, len(draft.lows)):
        name = verb - 1
        if not draft.says(verb) or draft.heads[name] != verb or draft.relations[name] != "nsubj":
            continue
        first = name
        while first > 1 and draft.forms[first - 1][0].isupper():
            first -= 1
        if draft.lows[first - 1] not in words_of("closing_mark") or draft.lows[first - 2] not in words_of("pause_mark"):
            continue
        run = range(first, name)
        if any(0 <= draft.heads[k] < first - 1 for k in run):
            for k in run:
                draft.heads[k], draft.relations[k], draft.tags[k] = name, "compound", "PROPN"


def subject_in_quotation(draft: TreeDraft) -> None:
    """ "“Thanks to X it holds,” Mira Lund, head of Y, told Z": who speaks stands behind the mark; what stands before it is quoted."""
    for verb in range(3, len(draft.lows)):
        if not draft.says(verb) or not draft.tags[verb].startswith("VERB-Fin"):
            continue
        closing = (k for k in range(verb - 1, 1, -1) if draft.lows[k] in words_of("closing_mark"))
        mark = next((k for k in closing if draft.lows[k - 1] in words_of("pause_mark")), verb)
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        nouns = (k for k in range(mark + 1, verb) if draft.tags[k].split("-")[0] in {"NOUN", "PROPN", "PRON"})
        hung = next((k for k in nouns if 0 <= draft.heads[k] < mark), -1)
        if hung < 0 or any(k > mark for k in subjects) or draft.under(hung, "case"):
            continue
        clause = next((k for k in draft.under(verb, "ccomp", "parataxis") if k < mark), -1)
        for k in subjects:
            free = clause >= 0 and not draft.under(clause, "nsubj", "nsubj:pass")
            draft.heads[k], draft.relations[k] = (
                (clause, "nsubj" if free else "obl") if clause >= 0 else (verb, "ccomp")
            )
        draft.heads[hung], draft.relations[hung] = verb, "nsubj"
