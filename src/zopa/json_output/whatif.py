"""What if as a plain dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.case import reading_title
from zopa.json_output.case import assumptions_json
from zopa.json_output.documents import Json, limited, passage_json
from zopa.solve.whatif import tally
from zopa.views.whatif import turns_on
from zopa.views.whatif_annex import key_assumptions
from zopa.views.whatif_words import ask_words, either_way, input_passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Assumption, Case
    from zopa.solve.whatif import Question, ReadingEnsemble, WorthKnowing
    from zopa.views.grid import CaseEvidence
    from zopa.views.whatif import WhatIf


def whatif_json(case: Case, made: WhatIf, ledger: Sequence[Assumption], evidence: CaseEvidence, limit: int) -> Json:
    """The answers, what to find out next, what the answers assume, and how the draws were made."""
    ensemble = made.ensemble
    answers = [_answer(case, made, under, question) for under in ensemble.readings for question in under.answers]
    asked = [_asked(case, made, evidence, rank, known) for rank, known in enumerate(made.ranked, 1)]
    keys = key_assumptions(made, ledger)
    assumptions = [
        {**row, "shift": shift} for row, (_, shift) in zip(assumptions_json(a for a, _ in keys), keys, strict=True)
    ]
    return {
        **limited("answers", answers, limit), **limited("find_out_next", asked, limit), **limited("assumptions", assumptions, limit),
        "conditions": [{"reading": lifted.reading, "id": lifted.condition} for lifted in made.lifted],
        "judged": [
            {"input": row.input.id, "reading": row.flip.reading, "value": row.flip.value, "below": row.flip.below} for row in made.judged
        ],
        "conflicts": [row for under in ensemble.readings for row in _conflicts(under)],
        "packages": [row for under in ensemble.readings for row in _packages(made, under)],
        "diagnosticity": [
            {"source": row.item.source, "passage": passage_json(evidence.passages[row.path]) if row.path in evidence.passages else None,
             "bearing": dict(row.bearing)}
            for row in made.diagnosticity
        ],
        "draws": ensemble.draws, "asked": ensemble.asked, "seed": ensemble.seed, "interrupted": ensemble.interrupted,
        "vague": len(ensemble.case.inputs), "coordinates": ensemble.case.coordinates, "scale": "ICD 203",
    }  # fmt: skip


def _question(case: Case, question: Question) -> Json:
    """The question in words, and its parts for a script."""
    draft = case.drafts[question.draft].name or question.draft if question.draft else ""
    issue = case.issue_name(question.issue)
    words = {
        "deal": "Is a deal possible?",
        "draft": f"Can this draft stand: {draft}?",
        "takes": f"Could {case.party_name(question.party)} take this draft: {draft}?",
        "option": f"Does an acceptable deal have this on {issue}: {case.option_name(question.issue, question.option)}?",
    }
    parts = {"draft": question.draft, "party": question.party, "issue": question.issue, "option": question.option}
    return {
        "question": words[question.kind],
        "about": {"kind": question.kind} | {name: value for name, value in parts.items() if value},
    }


def _answer(case: Case, made: WhatIf, under: ReadingEnsemble, question: Question) -> Json:
    told = tally(under.answers[question])
    answer = "cannot tell" if told.holds == "flips" or not told.decided else "yes" if told.share > HALF else "no"
    return {
        **_question(case, question), "reading": under.reading, "title": reading_title(case, under.reading), "answer": answer,
        "holds": told.holds, "likelihood": told.words, "share": [told.low, told.high], "decided": told.decided,
        "on": list(turns_on(made, under.reading, question)),
    }  # fmt: skip


HALF = 0.5


def _asked(case: Case, made: WhatIf, evidence: CaseEvidence, rank: int, known: WorthKnowing) -> Json:
    effect = known.effects[0] if known.effects else None
    frame = made.frames[effect.reading if effect else next(iter(made.frames))]
    for_, against = input_passages(case, evidence, frame, known.input)
    flip = made.flips.get(known.input.id)
    return {
        "rank": rank, "asks": ask_words(case, frame, known.input), "of": frame.parties[known.input.party], "input": known.input.id,
        "kind": known.input.kind, "basis": known.input.basis, "silent": known.silent, "shift": known.shift,
        "passages": [passage_json(p) for p in for_], "against": [passage_json(p) for p in against],
        "follows": [{"if": when, "then": then} for when, then in either_way(case, frame, known.input, effect)] if effect else [],
        "flips_at": {"reading": flip.reading, "value": flip.value, "below": flip.below} if flip else None,
        "changes": [
            {**_question(case, e.question), "reading": e.reading, "facet": e.facet, "shift": e.told.shift, "interval": list(e.interval),
             "how_often": e.told.changes, "gain": e.told.gain}
            for e in known.effects
        ],
    }  # fmt: skip


def _conflicts(under: ReadingEnsemble) -> list[Json]:
    return [
        {
            "reading": under.reading, "share": [told.low, told.high], "likelihood": told.words,
            "members": [{"kind": m.kind, "party": m.party or None, "issue": m.issue or None, "id": m.id} for m in conflict.members],
        }
        for conflict in under.conflicts if (told := tally(conflict.blocks))
    ]  # fmt: skip


def _packages(made: WhatIf, under: ReadingEnsemble) -> list[Json]:
    frame = made.frames[under.reading]
    return [
        {"reading": under.reading, "deal": frame.label(package.deal), "share": [told.low, told.high], "likelihood": told.words}
        for package in under.packages if (told := tally(package.fits.astype(np.int8)))
    ]  # fmt: skip
