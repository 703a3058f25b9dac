"""Opposite verdicts of two sides on one result: praise quoted in one account, blame in another. Neither is a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import one_occasion
from zopa.accounts.judgements import is_denied, signed_words
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ, item_days
from zopa.text.base_forms import known_closed
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.sources import Passage

_OFTEN = 3  # verdicts of a document that are shown


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judging statement, which way it goes, the words that carry it, and who judges."""

    item: Item
    sign: int
    words: tuple[Passage, ...]
    by: frozenset[str]
    names: frozenset[str] = frozenset()  # of whoever judges, without the side
    told: bool = True  # whoever judges is told; where nobody is, it may be the same side


def find_verdicts(documents: Sequence[Sequence[Item]]) -> list[Verdict]:
    """Attributed statements that judge, each sentence once."""
    found: dict[Passage, Verdict] = {}
    for own in documents:
        for item in own:
            verdict = _verdict(item)
            if verdict is not None:
                found.setdefault(item.statement.passage, verdict)
    return list(found.values())


def _verdict(item: Item) -> Verdict | None:
    """What somebody judges in a statement, in quotation marks or in the words of whoever reports it ("hailed it as historic")."""
    statement, speaker = item.statement, item.statement.speaker
    if speaker is not None and speaker.name.lower() in words_of("press_name"):
        return None
    own = statement.form == "own-voice"
    sign, words = (0, ()) if own else signed_words(item, "evaluation.tsv")
    if not sign and _calls(statement.passage.text):
        sign, words = signed_words(item, "evaluation.tsv", whole=True)
    if not sign:
        return None
    by = {speaker.name, speaker.name.split()[-1]} if speaker else {*item.proper, *item.parties} if own else set[str]()
    names = frozenset(name.lower() for name in by)
    party = {speaker.party.lower()} if speaker and speaker.party else set[str]()
    if not all(_is_of_the_matter(item, word) for word in words):
        return None
    told = speaker is not None or (bool(names) and _calls(statement.passage.text))
    return Verdict(item, 1 if sign > 0 else -1, words, names | party, names, told)


def _is_of_the_matter(item: Item, words: Passage) -> bool:
    """False where the word that judges describes something else than talks and what came of them: "constructive support"."""
    before = item.statement.passage.text[: words.start - item.statement.passage.start]
    if _FOR.search(before) or _AIM.search(before):
        return False  # "blamed each other for the failure" and "to become successful it must be free" judge nothing
    behind = _NEXT.match(item.statement.passage.text[words.end - item.statement.passage.start :])
    if behind and behind.group(1) == "to" and words.text.lower().endswith("failure"):
        return False  # "a failure to give direction" is what somebody left undone
    bases = set(lemma(behind.group(1).lower())) if behind else set[str]()
    if set(lemma(words.text.lower())) & class_of("feels"):  # told of the matter only where the matter stands in front
        subject = before.lower().split()[-_SUBJECT:]
        bases = {base for word in subject for base in lemma(word.strip(",.“”"))} - known_closed() or {"-"}
    if not bases or bases & (known_closed()):
        return True
    return bool(
        bases
        & (words_of("talks") | words_of("pact") | words_of("offer_noun") | words_of("progress") | class_of("judged"))
    )


_SUBJECT = 6  # words in front of a predicate in which its subject stands
_FOR = re.compile(r"\bfor (?:the|its|their|this) $", re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:to|must) (?:be|become|remain|prove|make|have|reach|find|get)(?: an?| the| more)? $", re.IGNORECASE
)
_NEXT = re.compile(r"(?: and [a-z-]+)? ([a-z]+)\b")


def _calls(text: str) -> bool:
    return any(base in class_of("calls_it") for word in text.lower().split() for base in lemma(word))


def compare_evaluations(documents: Sequence[Sequence[Item]], stories: Stories) -> list[Finding]:
    """One finding for each document and those that it opposes, with up to three verdicts of each."""
    verdicts = find_verdicts(documents)
    edges: dict[tuple[StarNode, StarNode], Edge[tuple[tuple[Verdict, Verdict], ...]]] = {}
    praise, blame = ([v for v in verdicts if v.sign == sign] for sign in (1, -1))
    for a in praise:
        for b in blame:
            if a.item.group == b.item.group or a.by & b.by or not (a.told and b.told) or not _one_matter(a, b, stories):
                continue
            pair = _node(a), _node(b)
            before = edges[pair].what if pair in edges else ()
            edges[pair] = Edge(*pair, len(before), (*before, (a, b))[:_OFTEN])
    opposed = [_finding([p for edge in star for p in edge.what]) for star in find_stars(edges.values())]
    return [*opposed, *_repeated(verdicts, stories)]


def _repeated(verdicts: Sequence[Verdict], stories: Stories) -> list[Finding]:
    """One speaker's verdict in the same word in several accounts, quoted or not."""
    by_word: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        for word in _words(verdict):
            by_word.setdefault(word, []).append(verdict)
    found: list[Finding] = []
    for word, alike in sorted(by_word.items()):
        edges = [
            Edge(_place(a), _place(b), 1.0, (a, b))
            for i, a in enumerate(alike) for b in alike[i + 1 :]
            if a.item.group != b.item.group and a.sign == b.sign and a.names & b.names and _one_matter(a, b, stories)
        ]  # fmt: skip
        found.extend(_remark(word, [v for edge in star for v in edge.what]) for star in find_stars(edges))
    return [finding for finding in found if finding.about]


def _remark(word: str, verdicts: Sequence[Verdict]) -> Finding:
    rows = list({v.item.statement.id: v for v in verdicts}.values())
    speaker = next((s.name for v in rows if (s := v.item.statement.speaker)), "")
    why = f"They give one remark of {speaker}; it goes back to one originator, the speaker."
    marked = [words for v in rows for words in v.words if words.text.lower() == word]
    about = f"{speaker}: “{word}”" if speaker else ""
    return build_finding("corroborated", "wording", about, why, [v.item for v in rows], marked=marked)


def _words(verdict: Verdict) -> frozenset[str]:
    return frozenset(words.text.lower() for words in verdict.words)


def _place(verdict: Verdict) -> StarNode:
    return StarNode(verdict.item.statement.id, verdict.item.order, 0)


def _one_matter(a: Verdict, b: Verdict, stories: Stories) -> bool:
    """True where both accounts tell of the same sides, or the sentences of the same names, on days that do not differ."""
    if not one_occasion(a.item, b.item) or days_differ(item_days(a.item), item_days(b.item)):
        return False
    return (
        len(stories.common_sides(a.item, b.item)) > 1
        or stories.close(a.item, b.item)
        or bool((a.item.proper & b.item.proper) - words_of("time_noun"))
    )


def _node(verdict: Verdict) -> StarNode:
    return StarNode((verdict.item.statement.source, verdict.sign), verdict.item.order, verdict.sign)


def _shown(verdict: Verdict) -> str:
    """The word that carries a verdict, with the denial that turns it: not “betrayed”."""
    word, passage = verdict.words[0], verdict.item.statement.passage
    turned = is_denied(passage.text, word.start - passage.start)
    return f"{'not ' if turned else ''}“{word.text}”"


def _finding(pairs: Sequence[tuple[Verdict, Verdict]]) -> Finding:
    verdicts = list({v.item.statement.passage: v for pair in pairs for v in pair}.values())
    good, bad = pairs[0]
    why = f"They judge it opposite ways (“{good.words[0].text}” against “{bad.words[0].text}”); both are judgements, not facts."
    items = list({v.item.statement.id: v.item for v in verdicts}.values())
    marked = [words for v in verdicts for words in v.words]
    about = f"How it is judged: {_shown(good)} against {_shown(bad)}"
    return build_finding("opposed-judgement", "evaluation", about, why, items, marked=marked)
