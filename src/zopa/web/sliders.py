"""Sliders for salience and no-deal values: what the answers would be, under every reading, while they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.run.levers import DRAWS, NO_LIMIT, LeverBench, levers
from zopa.views.terms import span_words
from zopa.web.workbench import whole_number

if TYPE_CHECKING:
    from starlette.responses import Response

    from zopa.web.workbench import Call


def show(call: Call) -> Response:
    """The sliders of one party."""
    talks = call.bench.watch.talks()
    party = call.query.get("party", "")
    rows = [(lever, talks.case.issue_name(lever.issue) if lever.issue else "") for lever in levers(talks, party)]
    return call.part("levers.html.j2", rows=rows, party=talks.case.party_name(party), no_limit=NO_LIMIT)


def moved(call: Call) -> Response:
    """The readings side by side with the sliders as they stand; what was not moved stays as each reading has it."""
    changed = _changed(call)
    rows = call.bench.watch.once("levers", LeverBench).move(changed)
    return call.part("moved.html.j2", rows=rows, changed=len(changed), say_span=span_words)


def drawn(call: Call) -> Response:
    """The same with everything else as vague as it is, beside what it was before anything was moved; it comes after the rest."""
    bench = call.bench.watch.once("levers", LeverBench)
    changed = _changed(call)
    now = bench.draw(changed) if changed else bench.still
    drafts = [name for name, _ in now[0].drafts]
    return call.part("drawn.html.j2", now=now, before=bench.still, drafts=drafts, draws=DRAWS)


def _changed(call: Call) -> dict[str, int]:
    """The sliders that do not stand where the case has them."""
    stand = {lever.path: lever.value for lever in levers(call.bench.watch.talks(), call.form.get("party", ""))}
    given = {
        path: number
        for path, value in call.form.items()
        if path in stand and (number := whole_number(value)) is not None
    }
    return {path: value for path, value in given.items() if value != stand[path]}
