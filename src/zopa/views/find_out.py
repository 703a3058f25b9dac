"""What to find out next: the vague inputs as questions, the first of them first, each with what would follow either way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.case import apply_reading, reading_title
from zopa.solve.whatif import Question, say_likelihood
from zopa.views.process_page import cited
from zopa.views.silence import say_filed
from zopa.views.terms import gap
from zopa.views.types import Line, Piece
from zopa.views.whatif_words import ask_words, either_way, flip_words, input_passages, tells_apart, who_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case import Assumption, Case
    from zopa.model.frame import Frame
    from zopa.model.vague import VagueInput
    from zopa.solve.whatif import FlipValue, WorthKnowing, WorthUnder
    from zopa.sources import Passage
    from zopa.views.grid import CaseEvidence

DEAL = Question("deal")
_NAMED = 4  # issues of a silent party that its question names
Ways = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FlipAt:
    """The value at which the answer flips under a reading: a deal is possible up to it, or from it on where `below`."""

    reading: str
    value: float
    below: bool

    @staticmethod
    def of(reading: str, flip: FlipValue) -> FlipAt:
        """What a page needs of a flip."""
        return FlipAt(reading, flip.value, flip.below)


@dataclass(frozen=True, slots=True)
class JudgedFlip:
    """A number of the desk without evidence, what it is of, and the value at which the answer flips under a reading."""

    assumption: Assumption
    input: VagueInput
    flip: FlipAt


@dataclass(frozen=True, slots=True)
class LiftedCondition:
    """A condition without which a deal would be possible under a reading, everything else as filled; `holding`: how likely with it."""

    reading: str
    condition: str
    holding: str


@dataclass(frozen=True, slots=True)
class FindOut:
    """What the draws say is worth knowing.

    Attributes:
        frames: each reading as filled.
        ranked: inputs, the one to find out first first.
        flips: by input, the value at which the answer flips.
        lifted: conditions that alone stand in the way.
        draws, seed: what it rests on.
    """

    frames: Mapping[str, Frame]
    ranked: tuple[WorthKnowing, ...]
    flips: Mapping[str, FlipAt]
    lifted: tuple[LiftedCondition, ...]
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question: the input that it is first of all about, what would follow, and further inputs of a party that is silent."""

    known: WorthKnowing
    ways: Ways
    further: tuple[WorthKnowing, ...] = ()


def list_asked(case: Case, found: FindOut) -> list[OpenQuestion]:
    """The questions whose answer would change the words of some other answer, and one for each party that must agree and is silent."""
    silent: dict[int, list[WorthKnowing]] = {}
    for known in found.ranked:
        if known.silent:
            silent.setdefault(known.input.party, []).append(known)
    asked = [OpenQuestion(rows[0], _ways(case, found, rows[0]), tuple(rows[1:])) for rows in silent.values()]
    told = [OpenQuestion(known, _ways(case, found, known)) for known in found.ranked if not known.silent]
    return [*asked, *(row for row in told if tells_apart(row.ways))]


def build_find_out(
    case: Case, found: FindOut, evidence: CaseEvidence, letters: Mapping[str, str], *, limit: int, brief: bool = False
) -> list[Line]:  # fmt: skip
    """The questions as lines: those on conditions, which have no rank, then at most `limit` others; `brief`: for a first page.

    `letters`: of the documents, by id.
    """
    asked = list_asked(case, found)[:limit]
    rows = [_ask(case, found, row, _Cited(evidence, letters), brief=brief) for row in asked]
    ranked = [Line(pieces, number=None if brief else rank) for rank, pieces in enumerate(rows, 1)]
    silent = sum(row.known.silent for row in asked)
    ties = [_ask_condition(case, found, lifted) for lifted in found.lifted]
    return [*ranked[:silent], *ties, *ranked[silent:]]  # who has said nothing at all comes before everything


def _ask_condition(case: Case, found: FindOut, lifted: LiftedCondition) -> Line:
    """A condition that alone stands in the way: a judgement of the desk, or of whoever says so."""
    frame = found.frames[lifted.reading]
    tie = next(c for c in frame.conditions if c.id == lifted.condition)
    under = f" under: {reading_title(case, lifted.reading)}" if len(found.frames) > 1 else ""
    told = f"Does this hold: {tie.why or tie.kind} (condition {tie.id})? A deal{under} – if so: {lifted.holding}"
    return Line((Piece(f"{told}; if not: possible on what is filled in."),), tag="condition")


def _ways(case: Case, found: FindOut, known: WorthKnowing) -> Ways:
    if not known.effects:
        return ()
    effect = known.effects[0]
    return either_way(case, found.frames[effect.reading], known.input, effect)


def _ask(case: Case, found: FindOut, asked: OpenQuestion, filed: _Cited, *, brief: bool) -> tuple[Piece, ...]:
    """One question: who could answer it, what would follow either way, where the answer flips, the passages."""
    known = asked.known
    effect = known.effects[0] if known.effects else None
    frame = found.frames[effect.reading if effect else next(iter(found.frames))]
    party = frame.parties[known.input.party]
    for_, against = input_passages(case, filed.evidence, frame, known.input)
    who = Piece(f"Ask {who_words(case, party)}. ", tone="soft")
    if known.silent:
        about = f"What does {case.party_name(party)} want at all, and what would it take? "
        pieces = [
            Piece(about),
            who,
            gap("Nothing is filed of that, and without it no deal stands."),
            Piece(" "),
            *_further(case, frame, asked),
        ]
    else:
        question = ask_words(apply_reading(case, effect.reading) if effect else case, frame, known.input)
        pieces = [*filed.cite(question, for_), who]
    if effect is not None and tells_apart(asked.ways):
        pieces.append(Piece(f"{_follows(case, found, effect, asked.ways)}. "))
    if not brief and effect is not None and not known.silent:
        pieces += [Piece(f"{_turned(effect)}. ", tone="soft"), *_flip(case, found, known)]
    if against:
        pieces += filed.cite("Against what is filed there are other words", against, end=". ")
    if not (brief or for_ or against or known.silent):
        pieces += say_filed("passage").pieces
    return tuple(piece for piece in pieces if piece.text)


@dataclass(frozen=True, slots=True)
class _Cited:
    """Passages of the evidence, and the letters of their documents."""

    evidence: CaseEvidence
    letters: Mapping[str, str]

    def cite(self, words: str, passages: tuple[Passage, ...], *, end: str = " ") -> list[Piece]:
        """Words, with the letters of the passages behind them."""
        if not passages:
            return [Piece(f"{words}{end}")]
        *letters, bracket = cited(passages, self.letters)
        return [Piece(words), *letters, replace(bracket, text=f"{bracket.text}{end}")]


def _further(case: Case, frame: Frame, asked: OpenQuestion) -> list[Piece]:
    """What of a silent party to ask first, and what then."""
    names = [
        "what it would have without a deal" if row.input.issue is None else f"“{case.issue_name(frame.issues[row.input.issue])}”"
        for row in (asked.known, *asked.further)
    ]  # fmt: skip
    if len(names) < 2:
        return []
    more = f" and {len(names) - 1 - _NAMED} more" if len(names) > 1 + _NAMED else ""
    return [Piece(f"First: {names[0]}; then: {', '.join(names[1 : 1 + _NAMED])}{more}. ", tone="soft")]


def _follows(case: Case, found: FindOut, effect: WorthUnder, ways: Ways) -> str:
    draft = effect.question.draft
    about = "A deal" if effect.question == DEAL else f"That {case.drafts[draft].name or draft} can stand"
    where = f" under: {reading_title(case, effect.reading)}" if len(found.frames) > 1 else ""
    return f"{about}{where} – {'; '.join(f'{when}: {then}' for when, then in ways)}"


def _turned(effect: WorthUnder) -> str:
    """How often knowing it would turn the answer that one would give without it."""
    if effect.told.changes <= 0:
        return "Knowing it moves the odds and not the likelier answer"
    return f"That knowing it turns the likelier answer: {say_likelihood(effect.told.changes)}"


def _flip(case: Case, found: FindOut, known: WorthKnowing) -> list[Piece]:
    at = found.flips.get(known.input.id)
    told = flip_words(case, found.frames[at.reading], known.input, at.value, below=at.below) if at else ""
    return [Piece(f"{told[0].upper()}{told[1:]}. ", tone="soft")] if told else []
