"""Sliders for salience and no-deal values: what the answers would be, under every reading, while they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.vague import to_vague
from zopa.run.levers import DRAWS, NO_LIMIT, Drawn, draw, levers, move
from zopa.run.talks import reading_title
from zopa.views.terms import span_words
from zopa.web.workbench import whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from zopa.case import Case
    from zopa.model.vague import VagueCase
    from zopa.run.talks import Talks
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
    changed = _changed(call, talks)
    rows = [
        (reading_title(talks.case, name), move(talks, changed, name, under=case)) for name, case in _cases(call).items()
    ]
    return call.part("moved.html.j2", rows=rows, changed=len(changed), say_span=span_words)


def drawn(call: Call) -> Response:
    """The same with everything else as vague as it is, beside what it was before anything was moved; it comes after the rest."""
    talks = call.bench.watch.talks()
    changed = _changed(call, talks)
    now, before = (_drawn(call, held) for held in (changed, {}))
    drafts = [name for name, _ in next(iter(now.values())).drafts]
    return call.part("drawn.html.j2", now=list(now.values()), before=list(before.values()), drafts=drafts, draws=DRAWS)


def _changed(call: Call, talks: Talks) -> dict[str, int]:
    """The sliders that do not stand where the case has them."""
    stand = {lever.path: lever.value for lever in levers(talks, call.form.get("party", ""))}
    given = {
        path: number
        for path, value in call.form.items()
        if path in stand and (number := whole_number(value)) is not None
    }
    return {path: value for path, value in given.items() if value != stand[path]}


def _cases(call: Call) -> Mapping[str, Case]:
    return call.bench.watch.once("readings", lambda now: {reading: now.under(reading) for reading in now.readings})


def _drawn(call: Call, held: Mapping[str, int]) -> Mapping[str, Drawn]:
    """What the draws give under each reading; made once for the case where nothing is held."""

    def make(talks: Talks) -> Mapping[str, Drawn]:
        cases, vague = _cases(call), call.bench.watch.once("vague", _vague)
        return {name: draw(talks, held, name, under=case, vague=vague) for name, case in cases.items()}

    return make(call.bench.watch.talks()) if held else call.bench.watch.once("drawn", make)


def _vague(talks: Talks) -> VagueCase:
    return to_vague(talks.case, talks.anchored.passages, stated=talks.stated)
