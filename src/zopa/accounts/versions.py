"""Sentences told nearly alike whose slots differ: another number, date, speaker or deed, or one of them denied.

Between versions of one text this is the only comparison made: they confirm each other in nothing, but a version that
differs in a figure was changed, or misprinted. Between other documents the same is asked of sentences in nearly the same
words, where names, dates and occasion do not tell of two events.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding
from zopa.accounts.items import Item, one_occasion
from zopa.accounts.sentences import Match, Told, Wording, find_wordings, match_wordings
from zopa.accounts.slots import Count, Slots, Word, may_both_hold, opposites
from zopa.sources import is_near_copy
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.accounts.types import Finding
    from zopa.sources import Overlap, Passage

_SAYING = (
    r"(?:sa(?:id|ys?)|t(?:old|ells)|stat(?:ed|es)|add(?:ed|s)|insist(?:ed|s)|warn(?:ed|s)|conced(?:ed|es)|argu(?:ed|es)|wr(?:ote|ites)|"
    r"explain(?:ed|s)|tweet(?:ed|s)|post(?:ed|s)|answer(?:ed|s)|repl(?:ied|ies)|call(?:ed|s)|promis(?:ed|es)|predict(?:ed|s)|announc(?:ed|es)|claim(?:ed|s)|not(?:ed|es)|declar(?:ed|es)|report(?:ed|s)|suggest(?:ed|s)|ask(?:ed|s)|den(?:ied|ies))"
)
_SAYS_BEFORE = re.compile(rf"(?:\b{_SAYING}(?: reporters)?|[Aa]ccording to) (?:[\w.’']+ ){{0,4}}$")
_SAYS_AFTER = re.compile(rf"(?:,[^,.;]{{2,60}},)? (?:\w+ )?{_SAYING}\b")
_SURE = 0.75  # likeness from which on a denial, an opposite deed or another name is about the same thing
_SAME = 0.85  # likeness from which on the only numbers that differ measure the same, whatever stands beside them
_NAMES = {
    "figure": "figure", "date": "date", "speaker": "speaker", "polarity": "denial", "act": "deed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot that two sentences fill differently, with the words of either (places counted from its beginning)."""

    slot: str
    one: tuple[int, int]
    two: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Versions:
    """What stands in several documents in the same or nearly the same words, and where that differs.

    Attributes:
        findings: one for each slot that differs in sentences told nearly alike.
        partners: for each sentence (source, start), the sentences of other documents that tell the same.
    """

    findings: tuple[Finding, ...]
    partners: dict[tuple[str, int], frozenset[tuple[str, int]]]

    def settles(self, finding: Finding) -> bool:
        """True when the accounts set against each other tell both sides themselves: then they are in no conflict."""
        pairs = [(p, q) for p in finding.passages for q in finding.passages if p.source < q.source]
        return bool(pairs) and all(self._both(p, q) or self._both(q, p) for p, q in pairs)

    def _both(self, p: Passage, q: Passage) -> bool:
        there = {start for source, start in self.partners.get((p.source, p.start), ()) if source == q.source}
        return bool(there) and q.start not in there


def compare_versions(documents: Sequence[Sequence[Item]], overlaps: Iterable[Overlap]) -> Versions:
    """Findings on sentences that documents tell nearly alike; none for fewer than two documents."""
    wordings = find_wordings(documents)
    copies = frozenset(frozenset((o.a, o.b)) for o in overlaps if is_near_copy(o))
    matches = match_wordings(wordings, copies)
    findings: list[Finding] = []
    for match in matches:
        findings += _judge(match)
    return Versions(tuple(findings), _partners(wordings, matches))


def _partners(
    wordings: Sequence[Wording], matches: Iterable[Match]
) -> dict[tuple[str, int], frozenset[tuple[str, int]]]:
    together: dict[int, list[Told]] = {id(wording): list(wording.told) for wording in wordings}
    for match in matches:
        together[id(match.one)] += match.two.told
        together[id(match.two)] += match.one.told
    table: dict[tuple[str, int], frozenset[tuple[str, int]]] = {}
    for wording in wordings:
        all_of_it = frozenset(_key(told) for told in together[id(wording)])
        for told in wording.told:
            known = table.get(_key(told), all_of_it)
            table[_key(told)] = all_of_it if known is all_of_it else known | all_of_it
    return table


def _key(told: Told) -> tuple[str, int]:
    """Where the statement begins: findings show the whole of it."""
    passage = told.items[0].statement.passage
    return passage.source, passage.start


def _judge(match: Match) -> list[Finding]:
    if not match.versions and not _comparable(match):
        return []
    found = find_differences(match)
    if not match.versions and len({difference.slot for difference in found}) > 1:
        return []  # two numbers and two days: two events told by one pattern
    return [_finding(difference, match) for difference in found]


def _comparable(match: Match) -> bool:
    """Whether sentences of documents that are no versions of each other may be held against each other."""
    a, b = match.pair[0].items[0], match.pair[1].items[0]
    states = [{(i.statement.prediction, i.statement.judgement) for i in told.items} for told in match.pair]
    if not one_occasion(a, b) or states[0] != states[1] or any(p or j for p, j in states[0]):
        return False
    dates = [{word.key for word in wording.slots.dates} for wording in (match.one, match.two)]
    kinds = [{key.split()[0] for key in keys} for keys in dates]
    return not all(dates) or bool(dates[0] & dates[1]) or kinds[0] == kinds[1]


def find_differences(match: Match) -> list[Difference]:
    """The slots that the two sentences fill differently."""
    one, two = match.one.slots, match.two.slots
    speaker = _speakers(match.pair) or (_named_otherwise(match) if match.alike >= _SURE else None)
    if speaker:
        return [speaker]
    if _other_names(one, two):
        return []
    asserted = _denies(one) == _denies(two)  # "denied that 30 came" asserts no number
    found = [_numbers(one, two, match.alike if match.versions else 0) if asserted else None, _dates(one, two)]
    denied = len(one.negations) - len(two.negations)
    turned = _opposed(one, two)
    if match.alike >= _SURE and turned and denied % 2 == 0:
        found.append(turned)
    elif match.alike >= _SURE and abs(denied) == 1 and not turned and not _turned_otherwise(one, two, denied):
        found.append(_denial(one, two))
    return [difference for difference in found if difference]


def _denies(slots: Slots) -> bool:
    """True where a verb denies what the sentence tells; "dispute" may be a noun."""
    return any(word.key in words_of("denial") - {"dispute"} for word in slots.words)


def _other_names(one: Slots, two: Slots) -> bool:
    """True when either sentence names somebody whom the other does not."""
    names = [{name.key for name in slots.names} for slots in (one, two)]
    words = [{word.key for word in slots.words} | own for slots, own in zip((one, two), names, strict=True)]
    return bool(names[0] - words[1]) and bool(names[1] - words[0])


def _numbers(one: Slots, two: Slots, alike: float) -> Difference | None:
    """Numbers that measure the same by the word behind them; in versions also by the one before, or for want of any other."""
    left, right = _unmatched(one.counts, two.counts), _unmatched(two.counts, one.counts)
    pairs = [(a, b) for a in left for b in right if a.beside[0] and a.beside[0] == b.beside[0]]
    if not pairs and alike >= _SURE:
        pairs = [(a, b) for a in left for b in right if a.beside[1] and a.beside[1] == b.beside[1]]
    if not pairs and alike >= _SAME and len(left) == len(right) == 1:
        pairs = [(left[0], right[0])]
    pairs = [(a, b) for a, b in pairs if not may_both_hold(a, b) and not _is_sum(a, one.counts, b, two.counts)]
    if not pairs:
        return None
    a, b = pairs[0]
    return Difference("figure", (a.start, a.end), (b.start, b.end))


def _is_sum(a: Count, ones: Sequence[Count], b: Count, twos: Sequence[Count]) -> bool:
    """True where one number is the sum of those that the other sentence counts alike: "4.4 percent", "2.4 percent and another 2"."""
    alike = [[c.value for c in counts if c.beside[0] == k.beside[0]] for k, counts in ((a, ones), (b, twos))]
    return any(
        len(steps) > 1 and len(whole) == 1 and abs(sum(steps) - whole[0]) < _ROUNDED
        for steps, whole in (alike, alike[::-1])
    )


_ROUNDED = 1e-6


def _unmatched(own: Sequence[Count], other: Sequence[Count]) -> list[Count]:
    """Numbers of `own` that no number of `other` can stand for; each of these stands for one."""
    free = list(other)
    rest: list[Count] = []
    for count in own:
        same = next((o for o in free if may_both_hold(count, o)), None)
        if same is None:
            rest.append(count)
        else:
            free.remove(same)
    return rest


def _dates(one: Slots, two: Slots) -> Difference | None:
    """The first kind of part of a date that either sentence gives otherwise."""
    left, right = _more(one.dates, two.dates), _more(two.dates, one.dates)
    for a in left:
        for b in right:
            if a.key.split()[0] == b.key.split()[0]:
                return Difference("date", (a.start, a.end), (b.start, b.end))
    return None


def _opposed(one: Slots, two: Slots) -> Difference | None:
    """A deed of one sentence whose opposite the other has in its place."""
    left, right = _more(one.words, two.words), _more(two.words, one.words)
    for a in left:
        for b in right:
            if b.key in opposites().get(a.key, ()):
                return Difference("act", (a.start, a.end), (b.start, b.end))
    return None


def _more(own: Sequence[Word], other: Sequence[Word]) -> list[Word]:
    """Words that stand more often among `own` than among `other`."""
    counts = Counter(word.key for word in other)
    own_counts = Counter(word.key for word in own)
    return [word for word in own if own_counts[word.key] > counts[word.key]]


def _turned_otherwise(one: Slots, two: Slots, denied: int) -> bool:
    """True when the sentence without the negation has a word of its own that denies ("unsuccessful", "refused")."""
    plain, other = (two, one) if denied > 0 else (one, two)
    known = {word.key for word in other.words}
    own = {word.key for word in plain.words if word.key not in known}
    return any(
        word in {"refuse", "decline", "deny", "reject", "fail", "lack", "prevent", "avoid", "stop"}
        or any(
            word.startswith(prefix) and word[len(prefix) :] in known for prefix in ("un", "in", "im", "dis", "ir", "il")
        )
        for word in own
    )


def _denial(one: Slots, two: Slots) -> Difference:
    """The negation, and the place of the other sentence's words as a whole."""
    if len(one.negations) > len(two.negations):
        word = _extra(one.negations, two.negations)
        return Difference("polarity", (word.start, word.end), (0, 0))
    word = _extra(two.negations, one.negations)
    return Difference("polarity", (0, 0), (word.start, word.end))


def _extra(more: Sequence[Word], fewer: Sequence[Word]) -> Word:
    keys = [word.key for word in fewer]
    for word in more:
        if word.key not in keys:
            return word
        keys.remove(word.key)
    return more[-1]


def _speakers(pair: tuple[Told, Told]) -> Difference | None:
    """The same words given to two people who are both named beside them."""
    for a in pair[0].items:
        for b in pair[1].items:
            one, two = _named(a, pair[0].passage), _named(b, pair[1].passage)
            if one and two and _kind(a) == _kind(b) and _other_person(one, two, pair) and _same_said(a, b):
                return Difference("speaker", one, two)
    return None


def _named_otherwise(match: Match) -> Difference | None:
    """One name in the place of another beside a word of saying, where the reader has not seen a speaker."""
    one, two, pair = match.one.slots, match.two.slots, match.pair
    first = _run(_more(one.names, two.names), pair[0].passage.text)
    second = _run(_more(two.names, one.names), pair[1].passage.text)
    if first is None or second is None:
        return None
    rows = list(zip(pair, (first, second), strict=True))
    kinds = {_kind_at(told.items, told.passage.start + run[0]) for told, run in rows}
    beside = all(_stands_beside_saying(told.passage.text, run) for told, run in rows)
    return Difference("speaker", first, second) if beside and kinds == {"person"} else None


def _stands_beside_saying(text: str, run: tuple[int, int]) -> bool:
    return bool(_SAYS_BEFORE.search(text[: run[0]]) or _SAYS_AFTER.match(text[run[1] :]))


def _run(names: Sequence[Word], text: str) -> tuple[int, int] | None:
    """The span of names that stand side by side; None where there are none, or others between them."""
    between = text[names[0].start : names[-1].end] if names else ","
    if "," in between or len(between.split()) > len(names):
        return None
    return names[0].start, names[-1].end


def _named(item: Item, passage: Passage) -> tuple[int, int] | None:
    """The speaker's place in the sentence, where a name stands there."""
    speaker = item.statement.speaker
    if speaker is None or speaker.anonymous or not passage.start <= speaker.start < speaker.end <= passage.end:
        return None
    start, end = speaker.start - passage.start, speaker.end - passage.start
    named = any(
        word[:1].isupper()
        for word in passage.text[start:end].split()
        if word.lower() not in {"he", "she", "the", "it", "they"}
    )
    return (start, end) if named else None


def _other_person(one: tuple[int, int], two: tuple[int, int], pair: tuple[Told, Told]) -> bool:
    """True for surnames that differ, of which one does not stand in the other sentence."""
    texts = pair[0].passage.text, pair[1].passage.text
    words = [_capitals(text[start:end]) for text, (start, end) in zip(texts, (one, two), strict=True)]
    if not all(words) or words[0][-1] in words[1] or words[1][-1] in words[0]:
        return False
    return words[0][-1] not in _capitals(texts[1]) or words[1][-1] not in _capitals(texts[0])


def _capitals(text: str) -> list[str]:
    """Words with a capital, without marks and without the "'s" of an owner."""
    bare = (word.strip(',.;:"“”()').removesuffix("'s").removesuffix("’s") for word in text.split())
    return [word.lower() for word in bare if word[:1].isupper()]


def _kind(item: Item) -> str:
    """What the speaker is: "person", "state" and so on; "group" for "the ministry" that no table knows."""
    speaker = item.statement.speaker
    if speaker is None:
        return ""
    return _kind_at((item,), speaker.end - 1)


def _kind_at(items: Sequence[Item], place: int) -> str:
    """The kind of the name at a place of the document; "group" for "the ministry" that no table knows."""
    for item in items:
        for mention in item.statement.mentions:
            if mention.passage.start <= place < mention.passage.end:
                return mention.kind
    speakers = [s for i in items if (s := i.statement.speaker) and s.start <= place < s.end]
    passage = items[0].statement.passage
    the = any(
        passage.text[s.start - passage.start :].lower().startswith("the ") for s in speakers if s.start >= passage.start
    )
    return "group" if the else "person"


def _same_said(a: Item, b: Item) -> bool:
    shared = len(a.stems & b.stems)
    return shared >= 0.6 * max(len(a.stems), len(b.stems)) and shared > 0


def _finding(difference: Difference, match: Match) -> Finding:
    ordered = sorted(zip(match.pair, (difference.one, difference.two), strict=True), key=lambda row: row[0].order)
    marks = [told.passage for told, _ in ordered]
    words = [_cut(passage, span) for passage, (_, span) in zip(marks, ordered, strict=True)]
    shown = " against ".join(f"“{' '.join(w.text.split())}”" for w in words if w)
    if difference.slot == "polarity":
        shown = f"{shown} in one of them"
    what = _NAMES[difference.slot]
    if match.versions:
        why = f"They differ in the {what} ({shown}); they are versions of one text, so one of them was changed{_counted(match)}."
    else:
        why = f"In nearly the same words they differ in the {what} ({shown})."
    about = _about(match.pair[0].passage.text, difference.one)
    if difference.slot != "polarity" and not match.versions:
        about = f"the {what}: {shown}"
    return build_finding(
        "contradicted", difference.slot, about, why,
        [told.items[0] for told, _ in ordered], marked=[w for w in words if w],
    )  # fmt: skip


def _counted(match: Match) -> str:
    counts = len(match.one.told), len(match.two.told)
    return "" if max(counts) == 1 else f" ({counts[0]} of them against {counts[1]})"


def _cut(passage: Passage, span: tuple[int, int]) -> Passage | None:
    start, end = span
    if start == end:
        return None
    return type(passage)(passage.source, passage.start + start, passage.start + end, passage.text[start:end])


def _about(text: str, span: tuple[int, int]) -> str:
    """A dozen words of the sentence around what differs."""
    words, at, place = text.split(), 0, 0
    for number, word in enumerate(words):
        at = text.index(word, at)
        if at <= span[0]:
            place = number
        at += len(word)
    first = max(0, min(place - 5, len(words) - 12))
    shown = " ".join(words[first : first + 12]).strip(',;:.“”"')
    return shown + (" …" if first + 12 < len(words) else "")
