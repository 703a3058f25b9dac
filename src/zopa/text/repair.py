"""Slips of the trained tree that grammar forbids, mended by named rules; each can be switched off and measured (`make ablate`).

A small network takes each word's head by itself; what the whole clause demands (a finite verb has its subject) it sees only in part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.network import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

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
        return [
            k
            for k, head in enumerate(self.heads)
            if head == at and any(self.relations[k] == r or self.relations[k].startswith(r + ":") for r in relations)
        ]

    def is_finite(self, at: int) -> bool:
        """True for a predicate with a finite form of its own or of its auxiliary."""
        return "-Fin" in self.tags[at] or any("-Fin" in self.tags[k] for k in self.under(at, "aux", "cop"))

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


RULES: dict[str, Callable[[TreeDraft], None]] = {
    "object-is-subject": _object_is_subject,
    "speaker-behind": _speaker_behind,
    "hearer": _hearer,
}
