"""Slips of the trained tree that grammar forbids, mended by named rules; each can be switched off and measured (`make ablate`).

A small network takes each word's head by itself; what the whole clause demands (a finite verb has its subject) it sees only in part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.base_forms import base_form
from zopa.text.lexicon import words_of
from zopa.text.network import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

_FINITE = frozenset({"root", "ccomp", "conj", "advcl", "parataxis", "acl:relcl"})
_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "root"})


@dataclass(slots=True)
class TreeDraft:
    """A tree that is being mended."""

    lows: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]

    def under(self, at: int, *relations: str) -> list[int]:
        """Words on `at` by one of the relations or their subtypes."""
        if at not in self.heads:
            return []
        return [
            k
            for k, head in enumerate(self.heads)
            if head == at and (self.relations[k] in relations or self.relations[k].partition(":")[0] in relations)
        ]

    def is_finite(self, at: int) -> bool:
        """True for a predicate with a finite form of its own or of its auxiliary."""
        return "-Fin" in self.tags[at] or any("-Fin" in self.tags[k] for k in self.under(at, "aux", "cop"))

    def last_before(self, at: int, limit: int) -> int:
        """The last word below `at` that stands before `limit`."""
        return max((k for k in range(at, limit) if _hangs(self, k, at)), default=at)

    def last_of(self, at: int) -> int:
        """The last word below `at`."""
        last, todo = at, [at]
        while todo:
            node = todo.pop()
            last = max(last, node)
            todo.extend(k for k, head in enumerate(self.heads) if head == node and k not in todo)
        return last


def mend(lows: Sequence[str], parsed: Parsed, off: Collection[str] = ()) -> Parsed:
    """The tree after all rules but those in `off`."""
    draft = TreeDraft(list(lows), list(parsed.tags), list(parsed.heads), list(parsed.relations))
    for name, rule in RULES.items():
        if name not in off:
            rule(draft)
    return Parsed(tuple(draft.tags), tuple(draft.heads), tuple(draft.relations))


def _object_is_subject(draft: TreeDraft) -> None:
    """ "noted that the tag had become X": an object before a finite verb without subject is that verb's subject."""
    for verb, tag in enumerate(draft.tags):
        if (
            not draft.is_finite(verb)
            or draft.relations[verb] not in _CLAUSE
            or draft.under(verb, "nsubj", "csubj", "expl")
        ):
            continue
        if not tag.startswith(("VERB", "AUX", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PRON", "ADP")):
            continue
        start = min([verb, *draft.under(verb, "aux", "cop", "advmod")])
        for noun in range(start - 1, max(-1, start - 14), -1):
            if draft.relations[noun] not in {"obj", "obl", "nsubj"} or draft.tags[noun].split("-")[0] not in {
                "NOUN",
                "PROPN",
                "PRON",
                "NUM",
                "DET",
            }:
                continue
            governor = draft.heads[noun]
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


def _speaker_behind(draft: TreeDraft) -> None:
    """ "..., said the minister": what stands right behind an inverted verb of saying is its subject."""
    for verb in range(1, len(draft.lows)):
        if (
            draft.lows[verb] not in words_of("said")
            or draft.under(verb, "nsubj", "aux")
            or draft.lows[verb - 1] not in words_of("pause_mark")
        ):
            continue
        behind = [
            k
            for k in draft.under(verb, "obj", "obl", "ccomp", "xcomp")
            if k > verb and not draft.under(k, "case", "mark", "cop", "nsubj", "aux")
        ]
        behind = [k for k in behind if draft.tags[k].split("-")[0] in {"NOUN", "PROPN", "PRON"}]
        if behind and behind[0] - verb <= 8:
            draft.relations[behind[0]] = "nsubj"


def _hearer(draft: TreeDraft) -> None:
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


def _that_opens(draft: TreeDraft) -> None:
    """ "told Y that X stays": "that" before a clause of a verb of saying opens it, and the clause is what is said."""
    for at, low in enumerate(draft.lows):
        if low != "that" or draft.tags[at] not in {"SCONJ", "PRON"} or at + 1 >= len(draft.lows):
            continue
        clause = draft.heads[at]
        if clause < 0 or clause < at or draft.relations[clause] not in {"ccomp", "advcl", "acl", "acl:relcl"}:
            continue
        above = draft.heads[clause]
        if draft.relations[clause] == "acl:relcl":  # "told reporters that the gates stay shut"
            verb = draft.heads[above]
            hears = (
                draft.relations[above] in {"obj", "iobj", "obl:agent"}
                and verb >= 0
                and draft.lows[verb] in words_of("telling")
            )
            if hears and draft.under(clause, "nsubj") and at - above <= 2:
                draft.heads[clause], draft.relations[clause], draft.relations[at] = verb, "ccomp", "mark"
            continue
        told = draft.tags[at] == "SCONJ" or (
            above >= 0 and draft.lows[above] in words_of("said") and draft.relations[clause] == "ccomp"
        )
        if draft.relations[at] in {"obj", "det", "obl"} and told and draft.under(clause, "nsubj"):
            draft.relations[at], draft.tags[at] = "mark", "SCONJ"
        if (
            draft.relations[at] == "mark"
            and draft.relations[clause] == "advcl"
            and draft.tags[above].startswith("VERB")
        ):
            draft.relations[clause] = "ccomp"


def _inserted(draft: TreeDraft) -> None:
    """ "The talks, X said, are a waste": of two subjects the one behind the comma is the speaker's, the first goes to what is said."""
    for verb, low in enumerate(draft.lows):
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        if (
            low not in words_of("said")
            or len(subjects) < 2
            or draft.lows[subjects[0] + 1 : subjects[-1]].count(",") == 0
        ):
            continue
        clause = next(
            (k for k in draft.under(verb, "ccomp", "parataxis", "conj") if k > verb and not draft.under(k, "nsubj")), -1
        )
        if clause >= 0:
            draft.heads[subjects[0]] = clause
            draft.relations[subjects[0]] = "nsubj:pass" if draft.under(clause, "aux:pass") else "nsubj"


def _speaker_before(draft: TreeDraft) -> None:
    """ "..., X said": a name or noun between a comma and a verb of saying without subject is its subject."""
    for verb, low in enumerate(draft.lows):
        if low not in words_of("said") or not draft.tags[verb].startswith("VERB-Fin") or draft.under(verb, "nsubj"):
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
            start = min(k for k in range(noun + 1) if _hangs(draft, k, noun) and draft.relations[k] != "punct")
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
    start = min(k for k in range(at + 1) if _hangs(draft, k, at) and draft.relations[k] != "punct")
    opened = start == 0 or draft.lows[start - 1] in words_of("pause_mark")
    named = draft.tags[at] in {"PROPN", "NOUN"} and not draft.under(at, "case")
    if named and opened and draft.heads[at] != verb and draft.heads[at] >= 0 and "," in draft.lows[at:last]:
        draft.heads[at], draft.relations[at] = verb, "nsubj"


def _hangs(draft: TreeDraft, at: int, head: int) -> bool:
    for _ in draft.heads:
        if at == head:
            return True
        at = draft.heads[at]
        if at < 0:
            return False
    return False


def _passed_over(draft: TreeDraft) -> None:
    """ "X stated Y left": a word before a verb of saying that opens the sentence is its subject, whatever else it was taken for."""
    for verb, low in enumerate(draft.lows[:6]):
        if (
            low not in words_of("said")
            or not draft.tags[verb].startswith("VERB")
            or draft.under(verb, "nsubj")
            or verb == 0
        ):
            continue
        before = verb - 1
        if (
            draft.heads[before] == verb
            and draft.relations[before] in {"advmod", "amod", "compound", "discourse", "dep"}
            and before == 0
        ):
            draft.relations[before], draft.tags[before] = "nsubj", "PROPN"


def _said_is_above(draft: TreeDraft) -> None:
    """ "X stated Y left Z": a verb of saying with a subject of its own at the start governs what follows, not the other way round."""
    for verb, low in enumerate(draft.lows):
        clause = draft.heads[verb]
        if (
            low not in words_of("said")
            or clause <= verb
            or draft.relations[verb] not in {"advcl", "parataxis", "ccomp", "nsubj"}
        ):
            continue
        if (
            not draft.under(verb, "nsubj")
            or draft.under(verb, "mark")
            or any(draft.lows[k] in words_of("pause_mark") for k in range(verb, clause))
        ):
            continue
        draft.heads[verb], draft.relations[verb] = draft.heads[clause], draft.relations[clause]
        draft.heads[clause], draft.relations[clause] = verb, "ccomp"


def _crossing(draft: TreeDraft) -> None:
    """ "X, head of Y, says it is": a subject that hangs on what is said, across a verb of saying without one, is that verb's."""
    for verb, tag in enumerate(draft.tags):
        if not tag.startswith("VERB-Fin") or draft.under(verb, "nsubj"):
            continue
        for clause in draft.under(verb, "ccomp"):
            subjects = draft.under(clause, "nsubj", "expl")
            if len(subjects) > 1 and subjects[0] < verb < subjects[1]:
                draft.heads[subjects[0]], draft.relations[subjects[0]] = verb, "nsubj"
                break


def _said_and_warned(draft: TreeDraft) -> None:
    """ "said that it is full and warned that it may break": a second verb of saying goes with the first, not with what is said."""
    for verb, low in enumerate(draft.lows):
        clause = draft.heads[verb]
        if draft.relations[verb] != "conj" or low not in words_of("said") or clause < 0 or draft.under(verb, "nsubj"):
            continue
        above = draft.heads[clause]
        if (
            draft.relations[clause] == "ccomp"
            and above >= 0
            and draft.lows[above] in words_of("said")
            and draft.lows[clause] not in words_of("said")
        ) and any(draft.lows[m] == "that" for k in draft.under(verb, "ccomp") for m in draft.under(k, "mark")):
            draft.heads[verb] = above


def _stray_copula(draft: TreeDraft) -> None:
    """ "replied that it is not": a form of "be" behind what it was hung on, with a subject of its own, is a clause."""
    for at in range(1, len(draft.lows)):
        head = draft.heads[at]
        if draft.relations[at] != "cop" or head < 0 or head > at or not draft.under(at, "nsubj"):
            continue
        verb = next((k for k in range(at - 1, head, -1) if draft.lows[k] in words_of("said")), -1)
        if verb >= 0:
            draft.heads[at], draft.relations[at] = verb, "ccomp"


def _goes_on_saying(draft: TreeDraft) -> None:
    """ ", adding that": a participle of saying behind a comma goes with the verb of saying, not with what is said."""
    for at, low in enumerate(draft.lows):
        clause = draft.heads[at]
        if draft.relations[at] != "advcl" or not low.endswith("ing") or clause < 0 or draft.lows[at - 1] != ",":
            continue
        above = draft.heads[clause]
        saying = base_form(low, "VERB", "Part") in words_of("saying_on") and bool(draft.under(at, "ccomp"))
        if saying and draft.relations[clause] == "ccomp" and above >= 0 and draft.lows[above] in words_of("said"):
            draft.heads[at] = above


def _nested_saying(draft: TreeDraft) -> None:
    """ "said she felt X had been": the clause right behind an inner verb of thinking is what is thought."""
    for inner, low in enumerate(draft.lows):
        above = draft.heads[inner]
        if (
            draft.relations[inner] != "ccomp"
            or above < 0
            or low not in words_of("thinking") | words_of("said")
            or draft.under(inner, "ccomp", "obj")
        ):
            continue
        later = [k for k in draft.under(above, "ccomp", "parataxis") if k > inner]
        if later and min(k for k in range(len(draft.lows)) if _hangs(draft, k, later[0])) == inner + 1:
            draft.heads[later[0]], draft.relations[later[0]] = inner, "ccomp"


def _it_says(draft: TreeDraft) -> None:
    """ "It said that": whoever says is a subject; only of a passive is "it" nobody."""
    for at, relation in enumerate(draft.relations):
        verb = draft.heads[at]
        if (
            relation == "expl"
            and verb >= 0
            and draft.lows[verb] in words_of("said")
            and not draft.under(verb, "aux:pass", "nsubj")
        ):
            draft.relations[at] = "nsubj"


def _behind_preposition(draft: TreeDraft) -> None:
    """ "the letter to President X reads": a noun behind a preposition is no second subject."""
    for verb in range(len(draft.lows)):
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        for noun in subjects[1:]:
            start = min(k for k in range(noun + 1) if _hangs(draft, k, noun))
            if start and draft.tags[start - 1] == "ADP" and draft.heads[start - 1] == verb:
                draft.heads[noun], draft.relations[noun] = subjects[0], "nmod"
                draft.heads[start - 1], draft.relations[start - 1] = noun, "case"


def _trade_before_name(draft: TreeDraft) -> None:
    """ "asked farmer X": a trade before a name is no subject beside an object."""
    for verb in range(len(draft.lows)):
        for noun in draft.under(verb, "nsubj"):
            name = noun + 1
            if noun < verb or name >= len(draft.lows) or (draft.tags[noun], draft.tags[name]) != ("NOUN", "PROPN"):
                continue
            if draft.heads[name] == verb and draft.relations[name] in {"obj", "obl", "iobj"}:
                draft.heads[name], draft.relations[name] = verb, "nsubj"
                draft.heads[noun], draft.relations[noun] = name, "nmod:desc"


def _named_so(draft: TreeDraft) -> None:
    """ "called the map a joke": of two objects of a verb of naming the second tells what the first is called."""
    for verb, low in enumerate(draft.lows):
        if low in words_of("naming"):
            objects = [k for k in draft.under(verb, "obj") if k > verb]
            if len(objects) == 2:
                draft.relations[objects[1]] = "xcomp"


def _named_behind(draft: TreeDraft) -> None:
    """ "called the session productive": an adjective behind the object of a verb of naming tells what the object is called."""
    for verb, low in enumerate(draft.lows):
        if low not in words_of("naming"):
            continue
        for noun in draft.under(verb, "obj"):
            for k in draft.under(noun, "amod"):
                if verb < noun < k and not any(
                    draft.tags[m] != "PUNCT" for m in range(noun + 1, min(_tree_of(draft, k)))
                ):
                    draft.heads[k], draft.relations[k] = verb, "xcomp"


def _tree_of(draft: TreeDraft, at: int) -> list[int]:
    """The words below `at` and itself, marks left out."""
    return [k for k in range(len(draft.lows)) if _hangs(draft, k, at) and draft.relations[k] != "punct"]


def _past_with_subject(draft: TreeDraft) -> None:
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


def _finite_beside_infinitive(draft: TreeDraft) -> None:
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
        while above >= 0 and not (draft.tags[above].startswith(("VERB", "AUX")) and draft.under(above, "nsubj")):
            above = draft.heads[above]
        if above >= 0:
            draft.heads[verb] = above
            draft.tags[verb] = "VERB-Fin-Past"


def _told_clause(draft: TreeDraft) -> None:
    """ "said the meeting failed": a past form behind the object of a verb of saying is the verb of what is said."""
    for verb, low in enumerate(draft.lows):
        if low not in words_of("said") or draft.under(verb, "ccomp"):
            continue
        for noun in [k for k in draft.under(verb, "obj") if k > verb]:
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


def _root_noun(draft: TreeDraft) -> None:
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


def _split_name(draft: TreeDraft) -> None:
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
            draft.tags[at] == draft.tags[at + 1] == "PROPN"
            and same
            and draft.relations[at] not in {"flat", "compound", "conj"}
        ):
            draft.heads[at + 1], draft.relations[at + 1] = at, "flat"


def _subordinate(draft: TreeDraft) -> None:
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


def _particle(draft: TreeDraft) -> None:
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


def _apposed(draft: TreeDraft) -> None:
    """ "X, president of Y, said": of two subjects between commas the second tells what the first is."""
    for verb in range(1, len(draft.lows)):
        if draft.lows[verb - 1] != ",":
            continue
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        if len(subjects) == 2 and "," in draft.lows[subjects[0] + 1 : subjects[1]]:
            draft.heads[subjects[1]], draft.relations[subjects[1]] = subjects[0], "appos"


def _agent(draft: TreeDraft) -> None:
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
            if draft.tags[noun].startswith("VERB") and not _hangs(draft, noun, verb):
                break
            by = [c for c in draft.under(noun, "case") if draft.lows[c] == "by"]
            if (
                by
                and _hangs(draft, noun, verb)
                and draft.tags[draft.heads[noun]].split("-")[0] in {"ADJ", "NOUN", "VERB"}
            ):
                between = range(verb + 1, noun)
                if not any(draft.tags[k].startswith("VERB") for k in between):
                    draft.heads[noun], draft.relations[noun] = verb, "obl:agent"
                break


def _as_well_as(draft: TreeDraft) -> None:
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
        if last < 0 or first < 0 or _hangs(draft, first, last):
            continue
        while draft.relations[first] in {"conj", "flat", "compound"} and draft.heads[first] >= 0:
            first = draft.heads[first]
        verb, was = draft.heads[last], draft.relations[last]
        draft.heads[last], draft.relations[last] = first, "conj"
        for k, relation in ((at, "cc"), (at + 1, "fixed"), (at + 2, "fixed")):
            draft.heads[k], draft.relations[k] = (last if relation == "cc" else at), relation
        top = first
        while (
            verb >= 0
            and draft.heads[verb] != top
            and draft.heads[top] >= 0
            and draft.tags[draft.heads[top]] in {"NOUN", "PROPN"}
        ):
            top = draft.heads[top]
        if was.startswith("nsubj") and verb >= 0 and draft.heads[verb] == top:
            draft.heads[verb], draft.relations[verb] = draft.heads[top], draft.relations[top]
            draft.heads[top], draft.relations[top] = verb, was


def _as_clause(draft: TreeDraft) -> None:
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


RULES: dict[str, Callable[[TreeDraft], None]] = {
    "passed-over": _passed_over,
    "said-is-above": _said_is_above,
    "root-noun": _root_noun,
    "split-name": _split_name,
    "subordinate": _subordinate,
    "past-with-subject": _past_with_subject,
    "finite-beside-infinitive": _finite_beside_infinitive,
    "particle": _particle,
    "as-well-as": _as_well_as,
    "as-clause": _as_clause,
    "that-opens": _that_opens,
    "told-clause": _told_clause,
    "object-is-subject": _object_is_subject,
    "inserted": _inserted,
    "speaker-before": _speaker_before,
    "stray-copula": _stray_copula,
    "nested-saying": _nested_saying,
    "goes-on-saying": _goes_on_saying,
    "it-says": _it_says,
    "behind-preposition": _behind_preposition,
    "crossing": _crossing,
    "said-and-warned": _said_and_warned,
    "apposed": _apposed,
    "agent": _agent,
    "named-so": _named_so,
    "named-behind": _named_behind,
    "speaker-behind": _speaker_behind,
    "trade-before-name": _trade_before_name,
    "hearer": _hearer,
}
