"""Sticking points: what a text itself names as what the sides cannot agree on. Named rows over clauses and phrases.

"A key sticking point was the port", "the talks broke down over pay", "they are at odds over the toll", "differences over water". The
reason that a side gives for a failure, and the dispute that the talks are held about, are none of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.gate_spans import Places, preposition_of
from zopa.statements.types import Statement, StickingPoint
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class StickingRow:
    """One way to name a sticking point: its name, what finds the words that tell it, an example."""

    name: str
    find: Callable[[Sentence, ClauseFrame], Iterator[Places]]
    example: str


def find_sticking_points(
    text: Text, statements: Sequence[Statement], off: Collection[str] = ()
) -> tuple[StickingPoint, ...]:
    """What a text names as what divides the sides, in document order, at most one a sentence; empty where it names nothing."""
    found: list[StickingPoint] = []
    for sentence, frames in zip(text.sentences, text.frames, strict=True):
        rows = ((row, frame) for row in ROWS if row.name not in off for frame in frames)
        told = next(((row, frame, what) for row, frame in rows for what in row.find(sentence, frame) if what), None)
        if told is None:
            continue
        row, frame, words = told
        words = [k for k in words if min(m for m in words if sentence.tokens[m].is_word) <= k]
        while not sentence.tokens[words[-1]].is_word:
            words = words[:-1]
        content = {
            sentence.tokens[k].lemma for k in words if sentence.tokens[k].tag in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
        }
        if content <= _EMPTY or (
            content & words_of("talks") and sentence.tokens[min(words)].low in words_of("question")
        ):
            continue  # "wrangled over the deal", "a quarrel over what the talks brought" tell no point
        if _is_time(sentence, words) or _is_blamed(sentence, words):
            continue
        what = text.document.passage(sentence.tokens[min(words)].start, sentence.tokens[max(words)].end)
        inside = [
            s for s in statements if s.form != "own-voice" and any(c.start <= what.start < c.end for c in s.content)
        ]
        teller = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
        says = teller.speaker.name if teller is not None and teller.speaker else None
        core = text.document.passage(sentence.tokens[_opening(sentence, frame, min(words))].start, what.end)
        found.append(StickingPoint(what, says, text.document.passage(sentence.start, sentence.end), core, row.name))
    return tuple(found)


def _is_time(sentence: Sentence, words: Places) -> bool:
    """True for "broke down on July 30": when, not over what."""
    told = [sentence.tokens[k] for k in words if sentence.tokens[k].tag in {"NOUN", "PROPN", "NUM", "VERB"}]
    return all(token.tag == "NUM" or token.low in words_of("time_noun") for token in told)


def _is_blamed(sentence: Sentence, words: Places) -> bool:
    """True for "blamed the impasse on Peru": who is at fault, not what the sides cannot agree on."""
    first = min(words)
    above = {sentence.tokens[k].lemma for k in sentence.above(first)}
    return first > 0 and sentence.tokens[first - 1].low == "on" and bool(above & words_of("blaming"))


def _opening(sentence: Sentence, frame: ClauseFrame, what: int) -> int:
    """Where the clause that tells it begins: at its subject, where that stands near; at its predicate else."""
    subjects = sentence.under(frame.head, "nsubj", "nsubj:pass")
    first = min([what, frame.head, *(k for s in subjects[:1] for k in sentence.tree(s))])
    return first if what - first <= _CLAUSE else min(what, frame.head)


_CLAUSE = 30  # words of a clause that is shown without its sentence
_EMPTY = (
    words_of("talks") | words_of("pact") | words_of("offer_noun") | words_of("no_point") | words_of("question_noun")
)


def _named(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "A key sticking point was the port", "those demands became the main bone of contention", "at issue is the toll"."""
    heads = [*sentence.under(frame.head, "nsubj", "obj", "xcomp"), *([frame.head] if frame.kind == "copula" else [])]
    is_so = frame.kind == "copula" or frame.predicate in words_of("becoming")
    if not is_so or (frame.group.negated and not _only(sentence, frame)) or frame.group.modality == "possible":
        return
    named = [k for k in heads if _is_sticking(sentence, k)]
    other = [k for k in heads if k not in named and sentence.tokens[k].tag != "ADJ"]
    if named and other:
        lost = {*frame.group.words, *(sentence.tree(named[0]) if other[0] == frame.head else ())} - {other[0]}
        yield [m for m in sentence.tree(other[0]) if m not in lost and sentence.tokens[m].relation != "mark"]


def _at_issue(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "At issue is how far the toll should fall": the words behind "is"."""
    opened = [t.low for t in sentence.tokens[:_OPENED]]
    if (
        opened[:1] == ["at"]
        and opened[1:2]
        and opened[1] in words_of("question_noun")
        and opened[2:]
        and opened[2] in words_of("be")
    ):
        yield [k for k in range(_OPENED, len(sentence.tokens)) if sentence.tokens[k].text not in _ENDS]


_OPENED = 3  # "at issue is"


def _only(sentence: Sentence, frame: ClauseFrame) -> bool:
    return any(t.low in words_of("gate_alone") for t in sentence.tokens[frame.group.words[0] : frame.head + 1])


def _is_sticking(sentence: Sentence, at: int) -> bool:
    """True for a noun that names what is in the way ("hurdle"), with its companion ("bone of contention", "the most contentious issue")."""
    token = sentence.tokens[at]
    parts = [k for k in sentence.under(at, "nmod") if preposition_of(sentence, k) == "of"]
    if token.tag in {"NUM", "PRON"} and parts:
        return _is_sticking(sentence, parts[0])  # "one of the sticking points"
    if token.lemma in words_of("question_noun") and preposition_of(sentence, at) == "at":
        return True  # "at issue"
    if token.tag != "NOUN":
        return False
    beside = [*sentence.under(at, "amod", "compound"), *sentence.under(at, "nmod")]
    companions = {w for k in beside for w in (sentence.tokens[k].low, sentence.tokens[k].lemma)}
    if token.lemma in words_of("sticking_noun"):
        return bool(companions & words_of("sticking_companion"))
    if token.lemma in words_of("obstacle_noun"):
        return True
    return token.lemma in words_of("question_noun") and bool(companions & words_of("contentious"))


def _over_verb(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "The talks broke down over pay", "are deadlocked over posts", "remain at odds over the toll", "far apart on work rules"."""
    stuck = frame.predicate in words_of("stick_verb") or (
        frame.kind == "copula" and sentence.tokens[frame.head].low in words_of("stick_adjective")
    )
    apart = [
        k
        for k in sentence.under(frame.head, "advmod", "xcomp", "obl")
        if sentence.tokens[k].low in words_of("stick_adjective")
    ]
    failed = frame.predicate in words_of("failing") and frame.kind == "verb"
    for k in frame.oblique("on", "over") if failed else ():
        if sentence.tokens[k].lemma in words_of("question_noun"):
            yield [m for m in sentence.tree(k) if m not in sentence.under(k, "case")]
    if not (stuck or (apart and frame.predicate in words_of("becoming") | words_of("be"))) or frame.group.negated:
        return
    for head in (frame.head, *apart):
        yield from _over(sentence, head)


def _over_noun(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "Serious differences over water", "amid bickering over posts", "a row over the toll", "disagreements over how to pay"."""
    settled = (
        frame.predicate in words_of("settles_quarrel") and frame.link != "xcomp"
    )  # "failed to settle" is no settling
    if frame.group.negated or settled or _is_foretold(sentence, frame):
        return
    for k in sentence.tree(frame.head):
        token = sentence.tokens[k]
        if token.lemma in words_of("stick_noun") or token.low in words_of("stick_noun"):
            yield from _over(sentence, k)


def _is_foretold(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for "a long deadlock on pay seems likely": what only may come divides nobody yet."""
    told = {t.low for t in (sentence.tokens[k] for k in sentence.under(frame.head, "xcomp", "advmod", "acomp"))}
    told |= {sentence.tokens[frame.head].low}
    return bool(told & words_of("likely_word"))


def _over(sentence: Sentence, at: int) -> Iterator[Places]:
    """What stands behind "over", "on" or "about" soon after a word; no time, no name of a day or place ("broke down on Monday").

    Where such a phrase hangs is the least sure part of a tree: the words in between decide, and no other clause may stand there.
    """
    tokens = sentence.tokens
    for k in range(at + 1, min(at + _NEAR, len(tokens) - 1)):
        token, behind = tokens[k], tokens[k + 1]
        if token.text in _ENDS or (token.tag == "VERB" and token.low not in words_of("said")):
            return
        if token.low in words_of("stick_over") and token.relation != "compound:prt":
            first = next((t for t in tokens[k + 1 :] if t.tag in {"NOUN", "PROPN", "NUM", "VERB"}), behind)
            first = tokens[token.head] if token.head > k else first
            when = (
                first.low in words_of("time_noun") or behind.tag == "NUM" or (first is behind and first.tag == "PROPN")
            )
            if not when and not {t.low for t in tokens[k + 1 : k + 4]} & words_of("no_step"):
                yield _to_end(sentence, k + 1)
            return


def _to_end(sentence: Sentence, first: int) -> Places:
    """The words from one on to the next pause; a clause with "how" or "who" runs over its verb, a phrase ends before one."""
    words: Places = []
    asks = sentence.tokens[first].low in words_of("question")
    for k in range(first, len(sentence.tokens)):
        token = sentence.tokens[k]
        finite = token.tag in {"AUX", "VERB"} and token.form == "Fin"
        if (
            (token.text in _PAUSES and not (token.text == "," and _in_list(sentence, first, k)))
            or (finite and not asks and words)
            or (words and token.low in words_of("stick_since"))
        ):
            break
        words.append(k)
    return words


def _in_list(sentence: Sentence, first: int, comma: int) -> bool:
    """True for the comma of "tax, asylum and climate": the word behind it is joined to one of the phrase."""
    head = sentence.tokens[comma].head
    return head > comma and sentence.tokens[head].relation == "conj" and first <= sentence.tokens[head].head < comma


_NEAR = 8  # words in which what divides the sides follows
_ENDS = frozenset(".;:?!")
_PAUSES = _ENDS | frozenset({",", "–", "—", "”", "(", "“"})


def _stems(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "The deadlock stemmed from their refusal to act"."""
    subject = [k for k in frame.subject if sentence.tokens[k].lemma in words_of("stick_noun")]
    if subject and frame.group.tense and frame.predicate in words_of("stemming"):
        for k in frame.oblique("from"):
            yield [m for m in sentence.tree(k) if m not in sentence.under(k, "case")]


ROWS: tuple[StickingRow, ...] = (
    StickingRow("named", _named, "a key sticking point was the port"),
    StickingRow("at-issue", _at_issue, "at issue is the toll"),
    StickingRow("over-verb", _over_verb, "the talks broke down over pay"),
    StickingRow("stems", _stems, "the deadlock stemmed from their refusal to act"),
    StickingRow("over-noun", _over_noun, "serious differences over water"),
)
ROW_NAMES = tuple(row.name for row in ROWS)
