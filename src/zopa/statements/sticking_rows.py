"""The rows that name a sticking point: each a way to say what the sides cannot agree on, read over clauses and phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.gate_spans import Places, preposition_of
from zopa.statements.standing_rows import tells_no_pact
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence, TaggedToken


@dataclass(frozen=True, slots=True)
class StickingRow:
    """One way to name a sticking point: its name, what finds the words that tell it, an example."""

    name: str
    find: Callable[[Sentence, ClauseFrame], Iterator[Places]]
    example: str


def _named(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "A key sticking point was the port", "those demands became the main bone of contention", "contested issues include the toll"."""
    heads = [*sentence.under(frame.head, "nsubj", "obj", "xcomp"), *([frame.head] if frame.kind == "copula" else [])]
    if frame.link == "xcomp":  # "appears to be the port"
        heads += [k for k in frame.subject if k not in heads]
    is_so = frame.kind == "copula" or frame.predicate in words_of("becoming") | words_of("names_it")
    if not is_so or (frame.group.negated and not _only(sentence, frame)) or frame.group.modality == "possible":
        return
    named = [k for k in heads if _is_sticking(sentence, k)]
    other = [k for k in heads if k not in named and sentence.tokens[k].tag != "ADJ"]
    if named and other:
        lost = {*frame.group.words, *(sentence.tree(named[0]) if other[0] == frame.head else ())} - {other[0]}
        opened = set(sentence.under(other[0], "case", "mark", "aux", "cop"))
        yield [m for m in sentence.tree(other[0]) if m not in lost | opened]


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
    named = token.lemma in words_of("question_noun") | words_of("stick_noun") | words_of("article_noun")
    return named and (bool(companions & words_of("contentious")) or _is_left_open(sentence, at))


def _is_left_open(sentence: Sentence, at: int) -> bool:
    """True for "issues on which there is no agreement", "issues not resolved", "points without common ground"."""
    told = [sentence.tokens[k] for k in sentence.tree(at) if k > at]
    none = {token.low for token in told} & (words_of("negation") | words_of("gate_without"))
    agreed = words_of("pact") | words_of("progress") | words_of("gets_over") | words_of("common_noun")
    return bool(none) and any(token.lemma in agreed for token in told)


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
    if (frame.kind == "copula" or frame.group.voice == "passive") and _is_one_body(sentence, frame):
        return  # "the council is split over the winter games"
    for head in (frame.head, *apart):
        yield from _over(sentence, head)


def _is_one_body(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True where one body alone is told to be split, with nobody on the other side: no talks, no sides, nobody behind "with"."""
    heads = sentence.under(frame.head, "nsubj")
    talks = (
        words_of("talks")
        | words_of("process_noun")
        | words_of("encounter")
        | words_of("at_table")
        | words_of("sides_noun")
    )
    joined = any(sentence.under(k, "conj", "nummod") for k in heads)
    single = [sentence.tokens[k] for k in heads if sentence.tokens[k].tag in {"NOUN", "PROPN"}]
    plural = any(token.tag == "NOUN" and token.low != token.lemma for token in single)
    other = bool(frame.oblique("with"))
    return bool(single) and not (joined or plural or other or any(token.lemma in talks for token in single))


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
            when = _is_when(sentence, first, bare=first is behind) or behind.tag == "NUM"
            if when and first.tag in {"PROPN", "NUM", "NOUN"}:
                continue  # "broke down on Sunday over the guns"
            if not {t.low for t in tokens[k + 1 : k + 4]} & words_of("no_step"):
                yield _to_end(sentence, k + 1)
            return


def _is_when(sentence: Sentence, token: TaggedToken, *, bare: bool) -> bool:
    """True for a time or a day, and for a name without an article; "a phase-out date for coal" is none."""
    at = sentence.tokens.index(token)
    named = sentence.under(at, "compound") or [k for k in sentence.under(at, "nmod") if k > at]
    return (token.low in words_of("time_noun") and not named) or (bare and token.tag == "PROPN")


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
            or (words and not asks and [t.low for t in sentence.tokens[k : k + 2]] == ["and", "that"])
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


def _unsettled(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "Failed to agree on the toll", "have hit a wall over pay", "no agreement on price": what a clause on how talks stand is about."""
    if tells_no_pact(sentence, frame):
        for head in (frame.head, *([frame.complement] if frame.complement > frame.head else [])):
            yield from _over(sentence, head)
        yield from _because(sentence, frame)


def _because(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "Because of the order of steps"."""
    for k in frame.oblique("because", "because of", "due", "due to"):
        yield [
            m for m in sentence.tree(k) if m not in sentence.under(k, "case") and sentence.tokens[m].relation != "fixed"
        ]


def _at_core(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "Money is at the core of the deadlock", "the toll lies at the heart of the dispute"."""
    if frame.link == "relcl":
        return
    cores = [frame.head] if frame.kind == "copula" else list(frame.oblique("at"))
    about = words_of("stalemate") | words_of("stick_noun") | words_of("divide_noun") | words_of("talks")
    for core in cores:
        parts = {sentence.tokens[k].lemma for k in sentence.under(core, "nmod")}
        if sentence.tokens[core].lemma in words_of("core_noun") and parts & about and not frame.group.negated:
            for k in frame.subject:
                yield sentence.tree(k)


def _revolves(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "The dispute revolves around the toll", "the standoff centres on pay"; "the dispute is over a plan"."""
    about = words_of("stick_noun") | words_of("divide_noun") | words_of("stalemate")
    if frame.group.negated or not {sentence.tokens[k].lemma for k in frame.subject} & about:
        return
    turns = frame.predicate.split()[0] in words_of("revolves")
    for k in frame.oblique("around", "on", "over", "about", "to") if turns else ():
        yield [m for m in sentence.tree(k) if m not in sentence.under(k, "case")]
    if frame.kind == "copula" and preposition_of(sentence, frame.head) in words_of("stick_over") - {"on"}:
        lost = {
            *frame.group.words,
            *sentence.under(frame.head, "case"),
            *(m for k in frame.subject for m in sentence.tree(k)),
        }
        yield [m for m in sentence.tree(frame.head) if m not in lost - {frame.head}]


def _hindered(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "The toll complicated the talks", "talks are held up by demands", "a row over pay caused the impasse"; a thing, and no side."""
    struck = {sentence.tokens[k].lemma for k in frame.object} | {sentence.tokens[k].lemma for k in frame.oblique("to")}
    hinders = frame.predicate in words_of("holds_up") and bool(
        struck & (words_of("talks") | words_of("pact") | words_of("headway"))
    )
    caused = frame.predicate in words_of("brings_about") and bool(
        struck & (words_of("stalemate") | words_of("collapse_noun"))
    )
    if frame.group.negated or not (hinders or caused):
        return
    somebody = words_of("sides_noun") | words_of("at_table") | words_of("collective") | words_of("talks")
    for k in frame.subject:  # of the passive too: whatever stands behind "by"
        token = sentence.tokens[k]
        if token.tag == "NOUN" and token.lemma not in somebody and token.low not in somebody:
            yield [m for m in sentence.tree(k) if m not in sentence.under(k, "case")]


def _stems(sentence: Sentence, frame: ClauseFrame) -> Iterator[Places]:
    """ "The deadlock stemmed from their refusal to act"."""
    subject = [k for k in frame.subject if sentence.tokens[k].lemma in words_of("stick_noun")]
    if subject and frame.group.tense and frame.predicate in words_of("stemming"):
        for k in frame.oblique("from"):
            yield [m for m in sentence.tree(k) if m not in sentence.under(k, "case")]


ROWS: tuple[StickingRow, ...] = (
    StickingRow("named", _named, "a key sticking point was the port"),
    StickingRow("at-issue", _at_issue, "at issue is the toll"),
    StickingRow("at-core", _at_core, "the toll is at the heart of the dispute"),
    StickingRow("over-verb", _over_verb, "the talks broke down over pay"),
    StickingRow("stems", _stems, "the deadlock stemmed from their refusal to act"),
    StickingRow("revolves", _revolves, "the standoff revolves around the toll"),
    StickingRow("hindered", _hindered, "the toll complicated the talks"),
    StickingRow("over-noun", _over_noun, "serious differences over water"),
    StickingRow("unsettled", _unsettled, "they failed to agree on the toll"),
)
ROW_NAMES = tuple(row.name for row in ROWS)
