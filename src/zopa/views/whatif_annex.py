"""What stands behind the page of what if: key assumptions, every input with its numbers, and the rules of the draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.case import reading_title
from zopa.solve.whatif import Question, tally
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.whatif_words import flip_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Assumption, Case
    from zopa.views.whatif import WhatIf

_KEY = 12  # assumptions on the page
_ROWS = 30  # of the inputs in the annex
RULES = (
    (
        "A salience in words lies uniformly between the values of the next words on either side (high 50 to 100, medium 25 to 75, low 0 to "
        "50); one that is not filed lies anywhere from 0 to 100."
    ),
    "A ranking fixes an order: its best is worth 1, its worst 0, and what lies between is uniform among all numbers in that order.",
    (
        "A position that is not filed: any salience; where the options lie on a line, an ideal point anywhere on it, else any order; "
        "and a red line behind any number of the worst options, as often as those who spoke have drawn one (counted apart on issues on "
        "which another party has drawn one)."
    ),
    (
        "An inferred red line holds in every second draw; inferred red lines that rest on the same words hold or fall together, and so "
        "saliences move together."
    ),
    (
        "What other words deny – a red line, else the order of a position, a no-deal value – holds in every second draw; in the others the "
        "red line falls, and the order or the value may be any."
    ),
    "A no-deal value lies uniformly in its range, which for a blank is the whole scale.",
    "Readings are not weighed: each is solved with the same draws, and they are not averaged.",
)


def key_assumptions(made: WhatIf, ledger: Sequence[Assumption]) -> list[tuple[Assumption, float]]:
    """What rests on no evidence and moves an answer, with the shift, the strongest first."""
    shifts = {known.input.id: max(known.shift, *(e.told.shift for e in known.effects), 0.0) for known in made.ranked}
    rows = [(a, shifts.get(a.dotted, 0.0)) for a in ledger if a.basis != "evidence"]
    return sorted((row for row in rows if row[1] > 0), key=lambda row: -row[1])


def build_assumptions(case: Case, made: WhatIf, ledger: Sequence[Assumption]) -> Section:
    """Conditions that alone stand in the way, then values without evidence that move an answer."""
    lines: list[Line] = []
    for lifted in made.lifted:
        tie = next(c for c in made.frames[lifted.reading].conditions if c.id == lifted.condition)
        told = f"Were it not for the condition {tie.id} ({tie.why or tie.kind}), a deal would be possible on what is filled in."
        lines.append(
            Line((Piece(f"{reading_title(case, lifted.reading)}: ", tone="label"), Piece(told)), tag="condition")
        )
    for a, _ in key_assumptions(made, ledger)[:_KEY]:
        lines.append(Line((_where(case, a), Piece(f"{_rests(case, a)}."))))
    for row in made.judged[:_KEY]:
        frame = made.frames[row.flip.reading]
        told = flip_words(case, frame, row.input, row.flip.value, below=row.flip.below)
        under = f" under: {reading_title(case, row.flip.reading)}" if len(made.frames) > 1 else ""
        lines.append(Line((_where(case, row.assumption), Piece(f"{_rests(case, row.assumption)}; {told}{under}."))))
    note = "Inputs without evidence on which an answer turns; the strongest first."
    return Section("key-assumptions", "Key assumptions", tuple(lines), note=note if lines else "")


def _where(case: Case, a: Assumption) -> Piece:
    names = [*([case.party_name(a.party)] if a.party else []), *([case.issue_name(a.issue)] if a.issue else [])]
    return Piece(f"{' on '.join(names)}: ", tone="label")


def _rests(case: Case, a: Assumption) -> str:
    """What it is and what it rests on; no decimals, for they stand on no page."""
    whose = f" by {a.by}" + (f", {a.on}" if a.on else "") if a.by else ""
    basis = {"unknown": "not filed", "default": "a filling of zopa", "judgement": f"a judgement{whose}"}[a.basis]
    told = "" if a.basis == "unknown" or "." in a.value else f", {_named(case, a)}"
    return f"{a.what}{told}: {basis}"


def _named(case: Case, a: Assumption) -> str:
    """The value with the names of the options in the place of their ids."""
    known = set(case.issues[a.issue].options) if a.issue in case.issues else set[str]()
    return re.sub(r"[\w-]+", lambda m: f"“{case.option_name(a.issue, m[0])}”" if m[0] in known else m[0], a.value)


def build_whatif_annex(case: Case, made: WhatIf) -> list[Section]:
    """How the draws were made, each answer with its share, and each input that moves one with its shift."""
    ensemble = made.ensemble
    if not ensemble.case.coordinates:
        return []
    counts = f"{ensemble.draws} draws of {ensemble.case.coordinates} coordinates, seed {ensemble.seed}"
    note = f"{counts}; {len(ensemble.case.inputs)} vague inputs."
    lines = tuple(Line((Piece(rule),)) for rule in RULES)
    return [
        Section("annex-rules", "Annex: how the draws were made", lines, note=note),
        _answers(case, made),
        _inputs(case, made),
    ]


def _answers(case: Case, made: WhatIf) -> Section:
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for under in made.ensemble.readings:
        for question, given in under.answers.items():
            if question.kind in {"deal", "draft"}:
                told = tally(given)
                head = Line((Piece(f"{reading_title(case, under.reading)}: {_asked(case, question)}"),))
                cells = f"{told.yes} of {told.decided}", f"{told.low:.3f} to {told.high:.3f}"
                rows.append((head, tuple((Piece(cell),) for cell in cells)))
    return Section("annex-answers", "Annex: answers", table=Table(("Question", "Yes in", "95 %"), tuple(rows)))


def _inputs(case: Case, made: WhatIf) -> Section:
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for known in made.ranked:
        for effect in known.effects:
            shift = f"{effect.told.shift:.3f} ({effect.interval[0]:.3f} to {effect.interval[1]:.3f})"
            cells = (
                reading_title(case, effect.reading),
                _asked(case, effect.question),
                effect.facet,
                shift,
                f"{effect.told.changes:.2f}",
            )
            rows.append((Line((Piece(known.input.id),)), tuple((Piece(cell),) for cell in cells)))
    if not rows:
        return Section("annex-inputs", "Annex: what each input moves")
    columns = ("Input", "Reading", "Answer", "Facet", "Shift (90 %)", "Changes")
    cut = f" The {_ROWS} strongest of {len(rows)} rows; --json has all." if len(rows) > _ROWS else ""
    note = (
        "Shift: how far the distribution of the answer moves on average once the facet is known, less chance (Borgonovo 2007). Changes: in "
        f"what part of the draws the likeliest answer becomes another.{cut}"
    )
    return Section("annex-inputs", "Annex: what each input moves", table=Table(columns, tuple(rows[:_ROWS])), note=note)


def _asked(case: Case, question: Question) -> str:
    if question.kind == "deal":
        return "a deal is possible"
    return f"{case.drafts[question.draft].name or question.draft} can stand"
