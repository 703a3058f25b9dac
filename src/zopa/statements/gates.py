"""Gates that frames tell of: what must come before what, and who says so. Named rows; each needs its clauses on both sides.

"once", "until", "unless", "before", "only after": a clause that waits for another; "needs", "requires", "depends on": a thing that
waits for a step. A mere condition ("if the talks succeed") and an order of past events ("he ate before he slept") open nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.gate_clauses import (
    after_clause,
    before_clause,
    if_clause,
    imperative,
    must_for_pact,
    should_clause,
    without_clause,
)
from zopa.statements.gate_conditions import contingent, lacks, must_suit, needs_for, on_condition, provided_that
from zopa.statements.gate_outcomes import (
    if_outcome,
    key_to,
    linked,
    must_precede,
    prerequisite,
    vote_to_come,
    without_pact,
    would_require,
)
from zopa.statements.gate_phrases import (
    accepts_only,
    before_noun,
    depending,
    in_exchange,
    must_approve,
    needs,
    needs_somebody,
    or_else,
    waits_for,
)
from zopa.statements.types import ReportedGate, Statement
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from zopa.sources import Document, Passage
    from zopa.statements.gate_spans import Places
    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class GatePattern:
    """One way to tell a gate: its name, its kind, and what finds the words before and after."""

    name: str
    kind: str
    find: Callable[[Sentence, dict[int, ClauseFrame], ClauseFrame], Iterator[tuple[Places, Places]]]
    example: str


def find_gates(text: Text, statements: Sequence[Statement], off: Collection[str] = ()) -> tuple[ReportedGate, ...]:
    """Gates told in a text, in document order; at most one for each pair of clauses."""
    found: dict[tuple[int, int], ReportedGate] = {}
    for sentence, frames in zip(text.sentences, text.frames, strict=True):
        by_head = {frame.head: frame for frame in frames}
        for frame in frames:
            for row in ROWS:
                if row.name in off:
                    continue
                for before, after in row.find(sentence, by_head, frame):
                    gate = _gate(text.document, sentence, before, after, row.kind, statements)
                    if gate is not None and not any(
                        set(before) & set(b) and set(after) & set(a) for b, a in _spans(found, sentence)
                    ):
                        found[gate.before.start, gate.after.start] = gate
    return tuple(found[key] for key in sorted(found, key=min))


def _spans(found: dict[tuple[int, int], ReportedGate], sentence: Sentence) -> list[tuple[Places, Places]]:
    here = [g for g in found.values() if g.passage.start == sentence.start]
    return [(_inside(sentence, g.before), _inside(sentence, g.after)) for g in here]


def _inside(sentence: Sentence, passage: Passage) -> Places:
    return [k for k, t in enumerate(sentence.tokens) if passage.start <= t.start < passage.end]


def _gate(
    document: Document, sentence: Sentence, before: Places, after: Places, kind: str, statements: Sequence[Statement]
) -> ReportedGate | None:
    if all(sentence.tokens[k].tag not in _CONTENT for k in before):
        return None  # "as soon as that": who or what comes first is not told
    if len(after) > 1 and not any(
        t.tag in _CONTENT and t.lemma not in words_of("be") for t in (sentence.tokens[k] for k in after)
    ):
        return None  # "there was"
    first, second = _passage(document, sentence, before), _passage(document, sentence, after)
    if first is None or second is None or _is_only_time(first) or _is_only_time(second):
        return None
    inside = [s for s in statements if s.form != "own-voice" and any(c.start <= first.start < c.end for c in s.content)]
    teller = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
    says = teller.speaker.name if teller is not None and teller.speaker else None
    return ReportedGate(first, second, says, document.passage(sentence.start, sentence.end), kind)


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def _is_only_time(words: Passage) -> bool:
    """True for "the last moment", "further notice", "something unforeseen happens": time passes, and nobody does anything first."""
    told = {word.strip(",.;").lower() for word in words.text.split()}
    return told <= words_of("time_noun") | words_of("no_step") | words_of("tag_det") | words_of("no_event")


def _passage(document: Document, sentence: Sentence, words: Places) -> Passage | None:
    """The longest stretch of the words without marks around it."""
    tokens = sentence.tokens
    words = [k for k in words if k >= 0]
    while words and not tokens[words[0]].is_word and tokens[words[0]].low not in {"$", "€", "£"}:
        words = words[1:]
    while words and not tokens[words[-1]].is_word:
        words = words[:-1]
    if not words:
        return None
    return document.passage(tokens[words[0]].start, tokens[words[-1]].end)


ROWS: tuple[GatePattern, ...] = (
    GatePattern("after-clause", "precondition", after_clause, "will lift sanctions once Peru signs"),
    GatePattern("before-clause", "precondition", before_clause, "needs to be approved before it takes effect"),
    GatePattern("before-noun", "sequence", before_noun, "wants a study before the talks"),
    GatePattern("needs", "condition", needs, "a deal hinges on the withdrawal"),
    GatePattern("needs-somebody", "condition", needs_somebody, "Orr needs the Reds to abstain"),
    GatePattern("accepts-only", "condition", accepts_only, "would accept only a written accord"),
    GatePattern("waits-for", "sequence", waits_for, "would wait for Peru to send its report"),
    GatePattern("must-approve", "condition", must_approve, "parliament must approve the treaty"),
    GatePattern("must-for-pact", "precondition", must_for_pact, "to reach a deal, Peru must lift the toll"),
    GatePattern("in-exchange", "condition", in_exchange, "wants the toll lifted in return for a truce"),
    GatePattern("if-clause", "condition", if_clause, "if Y changes its law, the sides will sign"),
    GatePattern("without-clause", "precondition", without_clause, "would not bid without seeing the books"),
    GatePattern("should-clause", "condition", should_clause, "will pay a fee should regulators block the deal"),
    GatePattern("or-else", "condition", or_else, "has three weeks to sign, failing which the toll will rise"),
    GatePattern("depending", "condition", depending, "may be lifted depending on what the talks bring"),
    GatePattern("on-condition", "condition", on_condition, "will go free on condition that the troops leave"),
    GatePattern("provided-that", "condition", provided_that, "will cut output provided that others do"),
    GatePattern("contingent", "condition", contingent, "an end to the strike is contingent on a raise"),
    GatePattern("needs-for", "condition", needs_for, "needs other parties to form a government"),
    GatePattern("must-suit", "condition", must_suit, "a deal must be acceptable to the state"),
    GatePattern("lacks", "condition", lacks, "would veto any deal that lacks the backing of Peru"),
    GatePattern("if-outcome", "condition", if_outcome, "will strike if the talks fail"),
    GatePattern("without-pact", "condition", without_pact, "will go hostile without a deal"),
    GatePattern("vote-to-come", "condition", vote_to_come, "members will vote on the deal"),
    GatePattern("linked", "condition", linked, "the truce is tied to a release"),
    GatePattern("key-to", "precondition", key_to, "an amnesty is key to a deal"),
    GatePattern("prerequisite", "precondition", prerequisite, "calls the handover a prerequisite for signing"),
    GatePattern("would-require", "condition", would_require, "meeting the demand would require a referendum"),
    GatePattern("must-precede", "sequence", must_precede, "relief must come after compliance"),
    GatePattern("imperative", "condition", imperative, "lift the toll and we will sign"),
)
ROW_NAMES = tuple(row.name for row in ROWS)
