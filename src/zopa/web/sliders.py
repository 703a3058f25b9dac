"""Sliders for salience and no-deal values: what the deals would be, under every reading, while they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.run.levers import NO_LIMIT, levers, move
from zopa.run.talks import reading_title
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
    talks = call.bench.watch.talks()
    party = call.form.get("party", "")
    stand = {lever.path: lever.value for lever in levers(talks, party)}
    given = {
        path: number
        for path, value in call.form.items()
        if path in stand and (number := whole_number(value)) is not None
    }
    changed = {path: value for path, value in given.items() if value != stand[path]}
    cases = call.bench.watch.once("readings", lambda now: {reading: now.under(reading) for reading in now.readings})
    rows = [(reading_title(talks.case, name), move(talks, changed, name, under=case)) for name, case in cases.items()]
    return call.part("moved.html.j2", rows=rows, changed=len(changed))
