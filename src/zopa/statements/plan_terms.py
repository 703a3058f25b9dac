"""What a text tells to stand in an offer, a draft or a pact: its terms hang on the paper, not on a side. Named rows over frames.

"The draft provides for a review", "the five-year deal would raise pay", "It would also cut the toll", "under the plan, Peru will pay".
What a paper would bring about or still needs is no term of it, nor is what "a deal" in general would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.deed_passages import clause_of
from zopa.statements.types import PlanTerm, Statement
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from zopa.sources import Passage
    from zopa.statements.actors import Actors
    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence

Paper = tuple[int, int]  # number of a sentence, head of the noun phrase in it that names the paper


@dataclass(frozen=True, slots=True)
class TermRow:
    """One way to tell a term: its name, what finds the paper whose term a clause tells, and an example."""

    name: str
    find: Callable[[Sentence, ClauseFrame], int]
    example: str


def find_plan_terms(
    text: Text, actors: Actors, statements: Sequence[Statement], off: Collection[str] = ()
) -> tuple[PlanTerm, ...]:
    """Terms of papers that a text tells of, in document order; empty where it tells none."""
    found: list[PlanTerm] = []
    last: Paper | None = None  # for "it"
    for number, (sentence, frames) in enumerate(zip(text.sentences, text.frames, strict=True)):
        for frame in frames:
            told = next(
                ((row, at) for row in ROWS if row.name not in off and (at := row.find(sentence, frame)) != _NONE), None
            )
            if told is None:
                continue
            row, at = told
            paper = (number, at) if at >= 0 else last if last is not None and number - last[0] == 1 else None
            if paper is not None:
                term = _term(text, actors, statements, (number, frame), paper, row.name)
                found += [] if _is_verdict(term, actors) else [term]
        last = _paper_told(number, sentence) or (last if _goes_on(sentence) else None)
    return tuple(found)


_NONE, _BEFORE = -2, -1  # no paper; the one of the sentence before


def _term(
    text: Text, actors: Actors, statements: Sequence[Statement], place: tuple[int, ClauseFrame], paper: Paper, kind: str
) -> PlanTerm:
    (number, frame), (where, head) = place, paper
    sentence, named = text.sentences[number], text.sentences[where]
    opens = [k for k in named.under(head, "det", "nmod:poss") if k < head]
    first = max(opens, default=phrase_at(named, head).first)
    name = text.document.passage(named.tokens[min([first, *named.tree(first)])].start, named.tokens[head].end)
    clause = clause_of(text.document, sentence, frame)
    verb = sentence.tokens[min(frame.group.words)].start
    given = [
        k for k in frame.object if frame.link == "relcl" and k < frame.head
    ]  # "the posts that the deal gives to Peru"
    begins = (
        clause.start if kind == "under" else phrase_at(sentence, given[0]).start if given else max(verb, clause.start)
    )
    what = text.document.passage(begins, clause.end)
    inside = [s for s in statements if s.form != "own-voice" and any(c.start <= what.start < c.end for c in s.content)]
    teller = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
    says = teller.speaker.name if teller is not None and teller.speaker else None
    owner = _owner(text, actors, where, head, name)
    return PlanTerm(name, owner, what, says, text.document.passage(sentence.start, sentence.end), kind)


def _is_verdict(term: PlanTerm, actors: Actors) -> bool:
    """True for what another side says of a paper without a figure: "under Norway's offer this value would be diluted" judges it."""
    says = actors.side(term.says) if term.says is not None else None
    other = term.owner is not None and says is not None and says != term.owner
    return other and not any(letter.isdigit() for letter in term.what.text)


def _owner(text: Text, actors: Actors, number: int, head: int, name: Passage) -> str | None:
    """The one side whose paper it is: a possessor or an adjective in front, or whoever stands behind "by" or "from"; else None."""
    sentence = text.sentences[number]
    sides = {mention.party for mention in text.names.within(name.start, name.end) if mention.party}
    whose = [k for k in sentence.under(head, "nmod:poss", "compound") if k < head]
    whose += sentence.behind(head, words_of("made_by"))
    if any(sentence.tokens[k].low in words_of("own_possessive") for k in whose):
        return _subject_before(text, actors, number)
    makers = {m for k in whose for m in sentence.together(k)}
    sides |= {actors.side(actor.name) for k in makers if (actor := actors.at(number, k)) is not None}
    return next(iter(sides)) if len(sides) == 1 else None


def _subject_before(text: Text, actors: Actors, number: int) -> str | None:
    """The side that is the subject of the sentence before: whose "their revisions" are (Grosz, Joshi & Weinstein 1995)."""
    if not number:
        return None
    before = text.sentences[number - 1]
    roots = [k for k, token in enumerate(before.tokens) if token.relation == "root"]
    told = (actors.at(number - 1, k) for root in roots for k in before.under(root, "nsubj"))
    return next((actors.side(actor.name) for actor in told if actor is not None), None)


def _is_paper(sentence: Sentence, at: int) -> bool:
    """True for a noun of an offer, a draft or a pact that is told which: "the", "its", a name or a number stands with it."""
    token = sentence.tokens[at]
    if token.tag != "NOUN" or token.lemma not in words_of("plan_paper"):
        return False
    before = sentence.under(at, "det", "nmod:poss", "amod", "compound", "nummod")
    lows = {sentence.tokens[k].low for k in before}
    if lows & words_of("any_of") - words_of("a_an") or (lows & words_of("a_an") and not _is_described(sentence, at)):
        return False
    known = (
        _is_described(sentence, at)
        or lows & words_of("definite")
        or any(sentence.tokens[k].tag in {"PROPN", "NUM"} for k in before)
    )
    return bool(known or sentence.under(at, "nmod:poss"))


def _is_described(sentence: Sentence, at: int) -> bool:
    """True for "a plan that gives", "a 28-point plan": one that the words tell from others."""
    clause = any(sentence.tokens[k].relation == "acl:relcl" for k in sentence.children[at])
    return clause or any(sentence.tokens[k].tag == "NUM" for k in sentence.under(at, "nummod", "compound", "amod"))


def _holds(sentence: Sentence, frame: ClauseFrame) -> int:
    """ "The draft includes a levy", "the text calls for a vote", "its terms provide for a review"."""
    names = {frame.predicate, *(f"{frame.predicate} {preposition}" for preposition, _ in frame.obliques)}
    named = names & (words_of("holds_terms") | words_of("sets_terms"))
    told = bool(frame.object or frame.complement >= 0 or frame.oblique("for"))
    would_need = frame.group.modality == "conditional" and frame.predicate in words_of("need_verb")
    if frame.kind != "verb" or frame.group.voice == "passive" or would_need or not (named and told):
        return _NONE
    return next((k for k in frame.subject if _is_paper(sentence, k)), _NONE)


def _would(sentence: Sentence, frame: ClauseFrame) -> int:
    """ "The five-year deal would raise pay by 3 percent": what a paper would do, no step that it needs and no verdict on it."""
    if not _is_term_verb(sentence, frame):
        return _NONE
    return next((k for k in frame.subject if _is_paper(sentence, k)), _NONE)


def _it_would(sentence: Sentence, frame: ClauseFrame) -> int:
    """ "It would also scrap the bonus": of the paper that the sentence before is about."""
    it = [k for k in frame.subject if sentence.tokens[k].low in words_of("gate_meant") and k < 2]
    return _BEFORE if it and _is_term_verb(sentence, frame) else _NONE


def _is_term_verb(sentence: Sentence, frame: ClauseFrame) -> bool:
    would = any(sentence.tokens[k].low in words_of("modal_would") for k in sentence.under(frame.head, "aux"))
    fate = words_of("need_verb") | words_of("paper_fate")
    done = frame.kind == "verb" and frame.group.voice == "active" and bool(frame.object or frame.complement >= 0)
    return would and done and frame.predicate not in fate and frame.marker not in words_of("condition")


def _under(sentence: Sentence, frame: ClauseFrame) -> int:
    """ "Under the plan, Peru will pay", "under its terms both would leave"."""
    if frame.kind != "verb" or not (frame.subject or frame.object):
        return _NONE
    coming = (
        frame.group.tense == "future"
        or frame.group.modality in {"conditional", "must"}
        or frame.predicate in words_of("commits") | words_of("undertakes")
    )
    if not coming or frame.marker in words_of("condition"):
        return _NONE
    told = next((k for k in frame.oblique("under") if _is_paper(sentence, k)), _NONE)
    return told if told != _NONE or frame.link == "relcl" else _in_front(sentence, frame)


def _in_front(sentence: Sentence, frame: ClauseFrame) -> int:
    """The paper behind an "under" that opens the sentence, where this is the first clause behind its comma."""
    if sentence.tokens[0].low != "under":
        return _NONE
    paper = next((k for k in range(1, min(_FRONT, len(sentence.tokens))) if _is_paper(sentence, k)), _NONE)
    own = [k for k in (*sentence.under(frame.head, "nsubj", "nsubj:pass"), frame.head) if k > paper >= 0]
    comma = (
        next((k for k in range(paper, len(sentence.tokens)) if sentence.tokens[k].text == ","), -1)
        if paper >= 0
        else -1
    )
    return paper if own and 0 <= comma < own[0] and min(own) - comma <= _NEAR else _NONE


_FRONT = 7  # words of a sentence within which "under" names its paper
_NEAR = 12  # words behind the comma within which the subject of the clause stands


def _paper_told(number: int, sentence: Sentence) -> Paper | None:
    """The paper that a sentence tells of last: what "it" goes on with."""
    return next(((number, k) for k in range(len(sentence.tokens) - 1, -1, -1) if _is_paper(sentence, k)), None)


def _goes_on(sentence: Sentence) -> bool:
    return any(t.low in words_of("gate_meant") for t in sentence.tokens[:2])


ROWS: tuple[TermRow, ...] = (
    TermRow("holds", _holds, "the draft provides for a review"),
    TermRow("would", _would, "the five-year deal would raise pay"),
    TermRow("it-would", _it_would, "it would also scrap the bonus"),
    TermRow("under", _under, "under the plan, Peru will pay"),
)
ROW_NAMES = tuple(row.name for row in ROWS)
