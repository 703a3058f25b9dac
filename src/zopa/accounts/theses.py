"""What the author of an opinion text argues: the judgement in their own voice that most of the text hangs on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Passage
    from zopa.statements import Record, Statement
    from zopa.statements.deed_types import Deed

_SHORT, _LONG = 6, 50  # words of a sentence that can hold a thesis
_OWN = 8  # sentences of the author's own, for their share of judgements to tell something
_EDGE = 0.15  # of a text, at its beginning and its end, where a thesis stands more often than elsewhere
_BONUS = 1.3
_LETTERS = 5  # of a word that carries content; shorter ones are mostly grammar


@dataclass(frozen=True, slots=True)
class Thesis:
    """The sentence in which one account's author says what they argue."""

    source: str
    passage: Passage


def is_commentary(statements: Sequence[Statement]) -> bool:
    """True where a third of what the author says in their own voice is judgement or prediction."""
    own = [s for s in statements if s.form == "own-voice"]
    judged = sum(s.judgement for s in own)
    told = sum(s.form != "own-voice" for s in statements)
    return len(own) >= _OWN and judged >= len(own) / 3 and len(own) > told


def find_theses(records: Sequence[Record]) -> tuple[Thesis, ...]:
    """One thesis for each text that reads as commentary; none for a report, nor where no judgement has the length of one."""
    return tuple(
        Thesis(record.source, best.passage)
        for record in records
        if is_commentary(record.statements) and (best := _best(record)) is not None
    )


def _best(record: Record) -> Statement | None:
    """The judgement whose words come back most often in the text, for its length."""
    counts = Counter(word for s in record.statements if s.within is None for word in _words(s.passage))
    last = max((s.passage.end for s in record.statements), default=1)

    said = [s.passage for s in record.statements if s.form != "own-voice"]

    def worth(statement: Statement) -> float:
        words = _words(statement.passage)
        at = statement.passage.start / last
        told = len(set(statement.passage.text.lower().split()) & class_of("thesis"))
        edge = _BONUS if at < _EDGE or at > 1 - _EDGE else 1
        return sum(counts[w] - 1 for w in words) / (len(words) + 4) * edge * (1 + min(told, 2))

    acts = {d.passage.start for d in record.deeds if d.link == "root" and d.doers and _is_past(d)}
    judged = [
        s
        for s in record.statements
        if _may_hold(s)
        and s.passage.start not in acts
        and not any(p.start < s.passage.end and s.passage.start < p.end for p in said)
    ]
    return max(judged, key=lambda s: (worth(s), -s.passage.start), default=None)


def _is_past(deed: Deed) -> bool:
    """True for "went from one broadcaster to the next": what somebody did is told, and not argued."""
    word, base = next(iter(deed.core.text.lower().split()), ""), deed.predicate.split(maxsplit=1)[0]
    return base in lemma(word) and word not in {base, f"{base}s", f"{base}es"} and deed.sure == "told"


def _may_hold(statement: Statement) -> bool:
    """True for a judgement of the author's own, told without a hedge in one sentence of some length that is no question."""
    text = statement.passage.text
    judged = statement.form == "own-voice" and statement.judgement and not statement.hedged
    return judged and _SHORT <= len(text.split()) <= _LONG and not text.rstrip().endswith("?")


def _words(passage: Passage) -> set[str]:
    parts = (word.strip(".,;:!?()[]“”‘’\"'—–-") for word in passage.text.split())
    return {word.lower() for word in parts if word.islower() and len(word) >= _LETTERS and word.isalpha()}
