"""What if, told for a reader: what holds whatever the vague values are, what turns and on what, what to find out next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.case import apply_reading, reading_title
from zopa.solve.whatif import Question, span, tally
from zopa.views.find_out import DEAL, FindOut, FlipAt, JudgedFlip, LiftedCondition, build_find_out, list_asked
from zopa.views.letters import assign_letters
from zopa.views.process_page import cited
from zopa.views.silence import say_deal
from zopa.views.terms import deal_words, gap, member_passages, member_words
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.whatif_annex import build_assumptions, build_whatif_annex
from zopa.views.whatif_words import ask_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case import Assumption, Case
    from zopa.case.diagnosticity import Diagnostic
    from zopa.model.frame import Frame
    from zopa.solve.deadlock import Member
    from zopa.solve.whatif import Ensemble, ReadingEnsemble, Tally, WorthKnowing
    from zopa.sources import Document
    from zopa.views.grid import CaseEvidence

ASKED = 10
"""Questions on the page; the annex lists every input that moves an answer."""
HALF = 0.5
_CAUSES = 3
_WEAKER = 3  # times weaker than the strongest: no cause that a page would name
_CONFLICTS = 4
_SELDOM = 0.05  # as "almost no chance" on the scale
_NEARLY_ALWAYS = 0.95  # as "almost certain" on the scale
_RARELY = 0.45  # as "unlikely" on the scale


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What came of the draws.

    Attributes:
        ensemble: the draws and their answers.
        frames: each reading as filled.
        ranked: what to find out next, first things first.
        flips: by input, the value at which the answer flips.
        lifted: conditions that alone stand in the way.
        diagnosticity: evidence that tells the readings apart.
        judged: numbers of the desk without evidence at another value of which the answer flips.
    """

    ensemble: Ensemble
    frames: Mapping[str, Frame]
    ranked: tuple[WorthKnowing, ...]
    flips: Mapping[str, FlipAt]
    lifted: tuple[LiftedCondition, ...]
    diagnosticity: tuple[Diagnostic, ...]
    judged: tuple[JudgedFlip, ...] = ()

    @property
    def find_out(self) -> FindOut:
        """What of it tells what to find out next."""
        return FindOut(self.frames, self.ranked, self.flips, self.lifted, self.ensemble.draws, self.ensemble.seed)


def build_whatif_sections(
    case: Case, made: WhatIf, ledger: Sequence[Assumption], evidence: CaseEvidence, documents: Sequence[Document]
) -> list[Section]:
    """What to find out next, what holds, drafts, what blocks, packages, assumptions, evidence; the annex with the numbers."""
    letters = assign_letters(documents)
    sections = [
        _possible(case, made),
        _find_out(case, made, evidence, letters),
        _drafts(case, made),
        _options(case, made),
        _blocks(case, made, evidence, letters),
        _packages(case, made),
        build_assumptions(case, made, ledger),
        _matrix(case, made, evidence),
        *build_whatif_annex(case, made),
    ]
    return [section for section in sections if section.filled]


def turns_on(made: WhatIf, reading: str, question: Question = DEAL) -> tuple[str, ...]:
    """Ids of the inputs that move a question under a reading, the strongest first; those far weaker than it are left out."""
    shifts = [
        (effect.told.shift, known.input.id)
        for known in made.ranked for effect in known.effects if (effect.reading, effect.question) == (reading, question)
    ]  # fmt: skip
    strongest = max((shift for shift, _ in shifts), default=0.0)
    return tuple(name for shift, name in sorted(shifts, key=lambda row: -row[0]) if shift >= strongest / _WEAKER)


def _possible(case: Case, made: WhatIf) -> Section:
    lines = [_deal_line(case, made, under) for under in made.ensemble.readings]
    tallies = [tally(under.answers[DEAL]) for under in made.ensemble.readings]
    if len(tallies) > 1:
        both = span(tallies)
        if both.holds == "throughout":
            frame = made.frames[made.ensemble.readings[0].reading]
            answer = say_deal("every-draw", frame) if both.yes else Piece("no deal in any draw.")
            lines.append(Line((Piece("Whichever reading is right: ", tone="label"), answer), tag="throughout"))
        else:
            told = f"{_ends(tallies)}; readings are not weighed, and not averaged here."
            lines.append(Line((Piece("Whichever reading is right: ", tone="label"), Piece(told)), tag="flips"))
    return Section("possible", "Is a deal possible, whatever the vague values are", tuple(lines), note=_note(made))


def _note(made: WhatIf) -> str:
    ensemble = made.ensemble
    if not ensemble.case.coordinates:
        return "Nothing in this case is vague: every answer is that of the case as written, from one draw."
    short = f" It was stopped: {ensemble.draws} of {ensemble.asked} draws are finished." if ensemble.interrupted else ""
    return (
        "Words, rankings, ranges and silences of the case leave many sets of numbers possible. The words of likelihood (ICD 203) "
        f"say in how many of them an answer holds, under the rules in the annex; they are no forecast.{short}"
    )


def _ends(tallies: Sequence[Tally]) -> str:
    low, high = (min(tallies, key=lambda t: t.share), max(tallies, key=lambda t: t.share))
    if low.words == high.words:
        return f"under each of them a deal is {_likelihood(low)}"
    return f"the readings differ, from {_likelihood(low)} to {_likelihood(high)}"


def _likelihood(told: Tally) -> str:
    return {"in no draw": "no deal in any draw", "in every draw": "a deal in every draw"}.get(
        told.words, f"“{told.words}”"
    )


def _deal_line(case: Case, made: WhatIf, under: ReadingEnsemble) -> Line:
    """No deal throughout; possible throughout; or cannot tell, with how likely and on what it turns."""
    head = Piece(f"{reading_title(case, under.reading)}: ", tone="label")
    told = tally(under.answers[DEAL])
    if not told.decided:
        return Line((head, gap("not decided: the solver stopped.")), tag="cannot-tell")
    if told.holds == "throughout":
        answer = say_deal("every-draw", made.frames[under.reading]) if told.yes else Piece("no deal in any draw.")
        return Line((head, answer), tag="throughout")
    likely = say_deal("some-draws", made.frames[under.reading], words=told.words)
    if likely.tone == "gap":  # the model is empty, so it could not have shown the contrary
        return Line((head, likely), tag="cannot-tell")
    by_id = {known.input.id: known.input for known in made.ranked}
    asked = [
        ask_words(case, made.frames[under.reading], by_id[name], filed=False).rstrip("?")
        for name in turns_on(made, under.reading)[:_CAUSES]
    ]
    silent = [f"what {case.party_name(p)} wants at all" for p in _silent(made)]
    causes = "; ".join([*silent, *(words[0].lower() + words[1:] for words in asked)])
    turns = (
        (Piece(" It turns most on: "), gap(causes), Piece(".")) if causes else (Piece(" No single input turns it."),)
    )
    verb = ("mostly yes" if told.share > HALF else "mostly no") if told.holds == "mostly" else "cannot tell"
    return Line((head, gap(f"{verb}."), Piece(" "), likely, *turns), tag=told.holds)


def _silent(made: WhatIf) -> list[str]:
    frame = next(iter(made.frames.values()))
    return list(dict.fromkeys(frame.parties[known.input.party] for known in made.ranked if known.silent))


def _find_out(case: Case, made: WhatIf, evidence: CaseEvidence, letters: Mapping[str, str]) -> Section:
    """The questions, at most ten besides those on conditions."""
    lines = tuple(build_find_out(case, made.find_out, evidence, letters, limit=ASKED))
    more = len(made.ranked) - sum(1 + len(row.further) for row in list_asked(case, made.find_out)[:ASKED])
    note = "First what would move the answer farthest." + (
        f" What moves it less: {more} inputs in the annex." if more > 0 else ""
    )
    return Section("find-out", "Find out next", lines, note=note)


def _drafts(case: Case, made: WhatIf) -> Section:
    """Each draft under each reading: who would take it, in words."""
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for draft in next(iter(made.frames.values())).drafts:
        cells: list[tuple[Piece, ...]] = []
        for under in made.ensemble.readings:
            stands = tally(under.answers[Question("draft", draft=draft.id)])
            takes = [
                (case.party_name(question.party), tally(answers))
                for question, answers in under.answers.items()
                if question.kind == "takes" and question.draft == draft.id
            ]
            each = "; ".join(f"{name} {_takes(told)}" for name, told in sorted(takes, key=lambda row: row[0]))
            cells.append((Piece(f"can stand: {stands.words}. "), Piece(each, tone="soft")))
        rows.append((Line((Piece(draft.name),)), tuple(cells)))
    if not rows:
        return Section("drafts", "Could the drafts stand")
    columns = ("Draft", *(reading_title(case, under.reading) for under in made.ensemble.readings))
    note = "A draft can stand where all who must agree could take it and some way of filling its open points suits all of them."
    return Section("drafts", "Could the drafts stand", table=Table(columns, tuple(rows)), note=note)


def _takes(told: Tally) -> str:
    return {"in every draw": "could always take it", "in no draw": "never takes it"}.get(
        told.words, f"could take it: {told.words}"
    )


def _options(case: Case, made: WhatIf) -> Section:
    """Options that hardly any acceptable deal has, or none; those that often stay open are not told."""
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    shown = [under for under in made.ensemble.readings if (under.answers[DEAL] == 1).any()]
    frame = next(iter(made.frames.values()))
    for i, issue in enumerate(frame.issues):
        cells = [_closed(case, under, issue, frame.options[i]) for under in shown]
        if any(cell is not None for cell in cells):
            rows.append(
                (
                    Line((Piece(case.issue_name(issue)),)),
                    tuple((cell or Piece("all are often open", tone="soft"),) for cell in cells),
                )
            )
    if not rows or not shown:
        return Section("options", "What is left where a deal is possible")
    columns = ("Issue", *(reading_title(case, under.reading) for under in shown))
    note = "Of the draws in which a deal is possible: answers that no acceptable deal has, or that one has only in a few draws."
    return Section("options", "What is left where a deal is possible", table=Table(columns, tuple(rows)), note=note)


def _closed(case: Case, under: ReadingEnsemble, issue: str, options: Sequence[str]) -> Piece | None:
    """Which options are never open, and which seldom; None where each is open more often than not."""
    never: list[str] = []
    some: list[str] = []
    for option in options:
        answers = under.answers[Question("option", issue=issue, option=option)]
        told = tally(np.where(under.answers[DEAL] == 1, answers, -1).astype(np.int8))
        name = case.option_name(issue, option)
        if told.decided and not told.yes:
            never.append(name)
        elif told.decided and told.share <= _RARELY:
            some.append(f"{name} ({told.words})")
    parts = ([f"in no draw: {'; '.join(never)}"] if never else []) + ([f"seldom: {'; '.join(some)}"] if some else [])
    return Piece(". ".join(part[0].upper() + part[1:] for part in parts)) if parts else None


def _blocks(case: Case, made: WhatIf, evidence: CaseEvidence, letters: Mapping[str, str]) -> Section:
    lines: list[Line] = []
    for under in made.ensemble.readings:
        frame, judged = made.frames[under.reading], apply_reading(case, under.reading)
        for conflict in under.conflicts[:_CONFLICTS]:
            told = tally(conflict.blocks)
            if told.share <= _SELDOM:
                continue
            pieces = [Piece(f"{reading_title(case, under.reading)}: ", tone="label")]
            for n, member in enumerate(conflict.members):
                pieces += [Piece(" against ")] if n else []
                passages = member_passages(evidence, member)
                pieces.append(Piece(_member(judged, frame, member)))
                pieces += cited(passages, letters) if passages else []
            often = {"in every draw": "blocks in every draw"}.get(told.words, f"that it blocks: {told.words}")
            lines.append(Line((*pieces, Piece(f"; {often}.")), tag="blocks"))
    note = "Sets of demands that no deal meets together, those that block in most draws first; several may block in one draw."
    return Section("blocks", "What blocks, and how often", tuple(lines), note=note)


def _member(case: Case, frame: Frame, member: Member) -> str:
    """A demand in words; a red line that only some draws have is not in the frame as filled."""
    if member.kind == "red-line" and all(line.id != member.id for line in frame.red_lines):
        return f"{case.party_name(member.party)} on {case.issue_name(member.issue)}: a red line that is not filed, in some draws"
    return member_words(case, frame, member)


def _packages(case: Case, made: WhatIf) -> Section:
    lines: list[Line] = []
    for under in made.ensemble.readings:
        if not under.packages:
            continue
        head = Piece(f"{reading_title(case, under.reading)}: ", tone="label")
        best = tally(under.packages[0].fits.astype(np.int8))
        deal = made.frames[under.reading].label(under.packages[0].deal)
        often = best.words if best.holds == "throughout" else f"“{best.words}”"
        if best.share >= _NEARLY_ALWAYS:
            pieces = (Piece(f"acceptable to all who must agree, {often}: "), Piece(deal_words(case, deal)), Piece("."))
        else:
            pieces = (
                Piece(
                    f"no package that was tried is acceptable in nearly every draw; of the best it is {often} (--json names it)."
                ),
            )
        lines.append(Line((head, *pieces)))
    return Section("packages", "A package for whatever is the case", tuple(lines))


def _matrix(case: Case, made: WhatIf, evidence: CaseEvidence) -> Section:
    readings = [under.reading for under in made.ensemble.readings]
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for row in made.diagnosticity:
        passages = (evidence.passages[row.path],) if row.path in evidence.passages else ()
        head = Line((Piece(f"{row.item.source}: "), Piece(row.item.quote, passages, "quote")))
        cells = [Piece(row.bearing[r], tone="soft" if row.bearing[r] == "either way" else "plain") for r in readings]
        rows.append((head, tuple((cell,) for cell in cells)))
    if not rows:
        return Section("evidence", "Which evidence tells the readings apart")
    note = (
        "As filed: cited for a reading; set aside by it, because it changes a value that rests on these words; or fitting it as it fits "
        "the others. Evidence that fits all alike decides nothing and is left out."
    )
    columns = ("Passage", *(reading_title(case, reading) for reading in readings))
    return Section("evidence", "Which evidence tells the readings apart", table=Table(columns, tuple(rows)), note=note)
