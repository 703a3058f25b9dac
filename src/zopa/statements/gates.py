"""Gates that frames tell of: what must come before what, and who says so. Named rows; each needs its clauses on both sides.

"once", "until", "unless", "before", "only after": a clause that waits for another; "needs", "requires", "depends on": a thing that
waits for a step. A mere condition ("if the talks succeed") and an order of past events ("he ate before he slept") open nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.types import ReportedGate, Statement
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from zopa.sources import Document, Passage
    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence

Places = list[int]


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
    first, second = _passage(document, sentence, before), _passage(document, sentence, after)
    if first is None or second is None or _is_only_time(first) or _is_only_time(second):
        return None
    inside = [s for s in statements if s.form != "own-voice" and any(c.start <= first.start < c.end for c in s.content)]
    teller = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
    says = teller.speaker.name if teller is not None and teller.speaker else None
    return ReportedGate(first, second, says, document.passage(sentence.start, sentence.end), kind)


def _is_only_time(words: Passage) -> bool:
    """True for "the last moment", "further notice": time passes, and nobody does anything first."""
    told = {word.strip(",.;").lower() for word in words.text.split()}
    return told <= words_of("time_noun") | words_of("no_step") | words_of("tag_det")


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


def _clause(sentence: Sentence, head: int, without: int) -> Places:
    """The words of a clause, less another that hangs on it and less what attributes it."""
    lost = set(sentence.tree(without)) if without >= 0 else set[int]()
    words = [k for k in sentence.tree(head, without=("parataxis",)) if k not in lost]
    run: Places = [head]
    for k in reversed([w for w in words if w < head]):
        if run[0] - k > 3 or sentence.quote[k] != sentence.quote[head]:
            break
        run.insert(0, k)
    for k in [w for w in words if w > head]:
        if k - run[-1] > 3:
            break
        run.append(k)
    while len(run) > 1 and (
        sentence.tokens[run[0]].low in words_of("gate_opener") or sentence.tokens[run[0]].relation == "mark"
    ):
        run = run[1:]
    while len(run) > 1 and sentence.tokens[run[-1]].low in words_of("gate_opener"):
        run = run[:-1]
    return run


def _waits(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> bool:
    """True for what has not happened: future, modal, denied, or a need."""
    group = frame.group
    return group.tense != "past" and (
        group.tense == "future"
        or group.modality != ""
        or group.negated
        or frame.predicate in words_of("need_verb")
        or group.tense == "present"
    )


def _after_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "will lift sanctions once Peru signs", "Talks will resume only after the prisoners are home", "not until", "unless"."""
    if frame.link != "advcl" or frame.above not in by_head or frame.marker not in words_of("gate_after"):
        return
    above = by_head[frame.above]
    if frame.marker == "after" and not _only(sentence, frame):
        return
    if frame.marker == "until" and not above.group.negated and above.group.tense != "future":
        return
    promised = above.predicate in words_of("commits") and above.complement >= 0 and not above.group.negated
    if promised or _waits(sentence, by_head, above):
        yield _clause(sentence, frame.head, -1), _clause(sentence, above.head, frame.head)


def _only(sentence: Sentence, frame: ClauseFrame) -> bool:
    first = sentence.tree(frame.head)[0]
    near = {sentence.tokens[k].low for k in range(max(0, first - 2), min(len(sentence.tokens), first + 2))}
    return bool(near & words_of("gate_only"))


def _before_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "needs to be approved before it takes effect": what stands in the main clause comes first."""
    if frame.link != "advcl" or frame.above not in by_head or frame.marker != "before":
        return
    above = by_head[frame.above]
    outer = above
    while outer.link == "xcomp" and outer.above in by_head:
        outer = by_head[outer.above]
    must = (
        outer.group.modality in {"must", "conditional"}
        or outer.predicate in words_of("need_verb")
        or above.predicate in words_of("need_verb")
    )
    arranged = (
        outer.predicate in words_of("arranged")
        or above.predicate in words_of("arranged")
        or outer.group.tense == "future"
    )
    any_ = any(sentence.tokens[k].low == "any" for k in sentence.tree(frame.head))
    must = must or (arranged and any_)  # "is expected to be debated before any decision is taken"
    if must or (above.group.negated and above.group.tense != "past"):
        first, second = _clause(sentence, outer.head, frame.head), _clause(sentence, frame.head, -1)
        yield (first, second) if must else (second, first)


def _before_noun(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "wants a study before the talks", "no ceasefire without guarantees", "only after a vote"."""
    aside = [
        (p, k)
        for o in frame.object
        for k in sentence.under(o, "nmod")
        for p in (_preposition(sentence, k),)
        if p in words_of("gate_noun_before")
    ]
    for preposition, head in [*frame.obliques, *aside]:
        words = _behind_preposition(sentence, head)
        if preposition in words_of("gate_noun_before") and sentence.tokens[head].lemma in words_of("talks") | words_of(
            "pact"
        ) | words_of("ratify"):
            press = any(sentence.tokens[c].low in words_of("press_event") for c in sentence.under(head, "compound"))
            if frame.group.tense != "past" and frame.object and not press and not _is_done(sentence, frame):
                yield [k for k in sentence.tree(frame.object[0]) if k not in set(sentence.tree(head))], words
        elif preposition == "without" and frame.group.negated and frame.group.tense != "past":
            if sentence.tokens[head].lemma in words_of("manner_noun"):
                continue  # "not without regret" tells how, not what must come first
            named = [k for k in (*frame.subject, *frame.object) if sentence.tokens[k].tag != "PRON"][:1]
            yield words, (sentence.tree(named[0]) if named else _clause(sentence, frame.head, head))
        elif (
            preposition in words_of("gate_noun_after")
            and (frame.group.tense == "future" or frame.group.modality == "conditional")
            and (
                (frame.group.negated and preposition == "until")
                or preposition == "pending"
                or _only_before(sentence, head)
            )
        ):
            yield words, _clause(sentence, frame.head, head)


def _is_done(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for "to have extended a hand": what is told as done waits for nothing."""
    return any(sentence.tokens[k].lemma == "have" for k in sentence.under(frame.head, "aux"))


def _preposition(sentence: Sentence, at: int) -> str:
    return " ".join(sentence.tokens[c].low for c in sentence.under(at, "case"))


def _behind_preposition(sentence: Sentence, head: int) -> Places:
    """The words of a phrase less its preposition and what stands in front of that ("only after a vote")."""
    opened = max((k for case in sentence.under(head, "case") if case < head for k in sentence.tree(case)), default=-1)
    return [k for k in sentence.tree(head) if k > opened]


def _only_before(sentence: Sentence, head: int) -> bool:
    first = sentence.tree(head)[0]
    verb = sentence.tokens[head].head
    beside = [sentence.tokens[k].low for k in sentence.under(verb, "advmod")] if verb >= 0 else []
    return "only" in beside or any(sentence.tokens[k].low == "only" for k in range(max(0, first - 2), first + 1))


def _needs(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "A deal needs the approval of parliament", "hinges on a withdrawal", "is conditional on", "is subject to"."""
    if frame.group.negated or not frame.subject:
        return
    subject = sentence.tokens[frame.subject[0]]
    about = subject.lemma in words_of("talks") | words_of("pact") | words_of("offer_noun") | words_of("step_noun")
    heads = frame.oblique("on", "upon", "to") if frame.predicate in words_of("depend") else ()
    if not heads and frame.predicate in words_of("need_verb"):
        heads = tuple(
            k for k in frame.object if sentence.tokens[k].lemma in words_of("ratify") or _about_ratifying(sentence, k)
        )
    whose = any(_preposition(sentence, k) in words_of("of_whom") for h in heads for k in sentence.under(h, "nmod"))
    if heads and (about or (whose and subject.tag == "NOUN" and frame.predicate in words_of("need_verb"))):
        head = heads[0]
        yield _behind_preposition(sentence, head), sentence.tree(frame.subject[0], without=("acl", "acl:relcl"))


def _waits_for(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "would wait for Y to send the report", "is waiting for a ruling": what is waited for comes first."""
    verb = frame.predicate.split()[0]
    if verb not in words_of("waiting") or frame.group.negated or frame.group.tense == "past" or not frame.subject:
        return
    waited = [k for preposition, k in frame.obliques if preposition == "for"]
    waited += [*frame.object] if verb == "await" else []
    waited += [
        k for k in sentence.under(frame.head, "advcl", "xcomp")
        if any(sentence.tokens[m].low == "for" for m in sentence.under(k, "mark", "case"))
    ]  # fmt: skip
    if waited:
        before = _behind_preposition(sentence, waited[0])
        yield before, _clause(sentence, frame.head, waited[0])


def _must_approve(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "The authority must approve any takeover"."""
    if (
        frame.predicate in words_of("approve_verb")
        and frame.group.modality == "must"
        and frame.subject
        and frame.object
    ):
        last = max(frame.group.words)
        yield (
            list(sentence.tree(frame.subject[0])) + list(range(min(frame.group.words), last + 1)),
            sentence.tree(frame.object[0]),
        )


def _about_ratifying(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[k].lemma in words_of("ratify") for k in sentence.tree(head))


def _if_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "If Y changes its law, the sides will sign": a step of somebody opens the pact; the success of the talks opens nothing."""
    if frame.link != "advcl" or frame.marker not in {"if", "provided"} or frame.above not in by_head:
        return
    above = by_head[frame.above]
    nouns = {sentence.tokens[k].lemma for k in (*above.subject, *above.object)}
    about = nouns & (words_of("pact") | words_of("talks")) or above.predicate in words_of("ratify")
    own = {sentence.tokens[k].lemma for k in frame.subject}
    if about and above.group.tense == "future" and frame.kind == "verb" and not own & words_of("talks"):
        yield _clause(sentence, frame.head, -1), _clause(sentence, above.head, frame.head)


def _must_for_pact(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "To reach a deal, Peru must lift the toll", "must be lifted if the sides are to reach a deal": what must be done comes first."""
    if frame.link != "advcl" or frame.above not in by_head or frame.marker not in {"", "to", "if"}:
        return
    above = by_head[frame.above]
    nouns = {sentence.tokens[k].lemma for k in frame.object}
    meant = any(sentence.tokens[k].low == "to" for k in sentence.under(frame.head, "mark", "aux"))
    if above.group.modality == "must" and meant and nouns & words_of("pact"):
        yield _clause(sentence, above.head, frame.head), _clause(sentence, frame.head, -1)


def _in_exchange(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "wants the toll lifted in return for a truce": each waits for the other; what stands behind "for" is given first."""
    for k, token in enumerate(sentence.tokens):
        nearest = next((a for a in sentence.above(k) if a in by_head), -1)
        if token.low not in words_of("in_exchange") or _preposition(sentence, k) != "in" or nearest != frame.head:
            continue
        behind = sentence.tokens[k + 1] if k + 1 < len(sentence.tokens) else token
        told = (frame.head,) if frame.kind == "noun" else frame.object
        if behind.low == "for" and behind.head > k and told:
            without = set(sentence.tree(k)) | set(sentence.tree(behind.head))
            yield _behind_preposition(sentence, behind.head), [m for m in sentence.tree(told[0]) if m not in without]


ROWS: tuple[GatePattern, ...] = (
    GatePattern("after-clause", "precondition", _after_clause, "will lift sanctions once Peru signs"),
    GatePattern("before-clause", "precondition", _before_clause, "needs to be approved before it takes effect"),
    GatePattern("before-noun", "sequence", _before_noun, "wants a study before the talks"),
    GatePattern("needs", "condition", _needs, "a deal hinges on the withdrawal"),
    GatePattern("waits-for", "sequence", _waits_for, "would wait for Peru to send its report"),
    GatePattern("must-approve", "condition", _must_approve, "parliament must approve the treaty"),
    GatePattern("must-for-pact", "precondition", _must_for_pact, "to reach a deal, Peru must lift the toll"),
    GatePattern("in-exchange", "condition", _in_exchange, "wants the toll lifted in return for a truce"),
    GatePattern("if-clause", "condition", _if_clause, "if Y changes its law, the sides will sign"),
)
ROW_NAMES = tuple(row.name for row in ROWS)
