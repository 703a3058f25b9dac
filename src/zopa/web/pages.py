"""Home and the screens of analysis; what takes a while comes after its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import Response

from zopa.errors import InputError
from zopa.report.docx import render_docx
from zopa.report.write import render_page
from zopa.run import case_brief, deals
from zopa.run import talks as run
from zopa.run.kept import kept_state
from zopa.web.folding import fold_brief
from zopa.web.rendering import WebPage
from zopa.web.screens import SCREENS, chosen, is_bare, is_empty
from zopa.web.workbench import page_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.run.talks import Talks
    from zopa.views import Brief
    from zopa.web.screens import Screen
    from zopa.web.workbench import Call

MOVABLE = ("deals", "whatif")
"""Screens with sliders."""
FILES = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Forms in which the brief can be taken along."""


def home(call: Call) -> Response:
    """The first page and the grid; for a case with nothing in it, what to do first."""
    talks = call.bench.watch.talks()
    grid = run.grid_page(talks, run.grid(talks))
    ready = call.bench.watch.has(_key(SCREENS["brief"], {}, call))
    first = _first(call) if ready else None
    return call.page("home.html.j2", talks=talks, page=WebPage(grid), brief=grid, first=first, empty=is_empty(grid))


def first_page(call: Call) -> Response:
    """The first page of the brief, for the home screen."""
    return call.part("first_part.html.j2", first=_first(call))


def screen(call: Call) -> Response:
    """One screen: at once where it is quick or was made before, else the frame, which then asks for the rest."""
    made = SCREENS.get(call.request.path_params["key"])
    talks = call.bench.watch.talks()
    if made is None:
        return call.page(
            "message.html.j2", 404, talks=talks, title="No such page", problems=(), advice="Choose one on the left."
        )
    values = chosen(made, talks, call.query)
    later = made.slow and not call.bench.watch.has(_key(made, values, call))
    known: dict[str, Any] = (
        {"page": None, "brief": None, "empty": False, "problems": ()} if later else _built(call, made, values)
    )
    known |= _aside(made, talks)
    return call.page(
        "screen.html.j2",
        talks=talks,
        screen=made,
        values=values,
        later=_asked(call, values) if later else None,
        **known,
    )


def screen_part(call: Call) -> Response:
    """What a slow screen shows, without the frame around it."""
    made = SCREENS.get(call.request.path_params["key"])
    if made is None:
        return Response("There is no such screen.", 404)
    values = chosen(made, call.bench.watch.talks(), call.query)
    return call.part("screen_part.html.j2", screen=made, **_built(call, made, values))


def brief_file(call: Call) -> Response:
    """The brief as a file: self-contained HTML, Markdown or Word."""
    form = call.request.path_params["form"]
    if form not in FILES:
        return Response("Expected html, md or docx.", 404)
    page = _brief(call)
    data = render_docx(page) if form == "docx" else render_page(page, f"brief.{form}")
    headers = {"Content-Disposition": f'attachment; filename="brief.{form}"'}
    return Response(data, media_type=FILES[form], headers=headers)


def _brief(call: Call) -> Brief:
    return call.bench.watch.once(_key(SCREENS["brief"], {}, call), case_brief.case_brief)


def _first(call: Call) -> dict[str, Any] | None:
    """What the home screen shows of the brief; None where nothing can be computed yet."""
    if not call.bench.watch.talks().documents:
        return None
    brief = _brief(call)
    return {"page": WebPage(brief), "brief": brief}


def _key(made: Screen, values: Mapping[str, str], call: Call) -> tuple[str, str, str, str]:
    """What a screen was made of beside the case: the values of its controls, and for the brief the run of what if that is kept."""
    run = kept_state(call.bench.home) if made.key == "brief" else ""
    return ("screen", made.key, urlencode(values), run)


def _built(call: Call, made: Screen, values: Mapping[str, str]) -> dict[str, Any]:
    """The screen's page, long lists folded, or every reason why there is none."""
    try:
        brief = call.bench.watch.once(_key(made, values, call), lambda talks: made.build(talks, values))
    except InputError as error:
        return {"page": None, "brief": None, "empty": True, "problems": error.problems}
    folded = fold_brief(brief, page_number(call))
    asked = urlencode(values)
    return {
        "page": WebPage(folded.brief),
        "brief": folded.brief,
        "folded": folded,
        "asked": f"{asked}&" if asked else "",
        "empty": is_empty(brief) or is_bare(call.bench.watch.talks()),
        "problems": (),
    }


def _asked(call: Call, values: Mapping[str, str]) -> str:
    """What a part is asked for with: the values of the controls, and the page where it is not the first."""
    number = page_number(call)
    return urlencode({**values, **({"page": number} if number else {})})


def _aside(made: Screen, talks: Talks) -> dict[str, Any]:
    """What stands beside a screen: the sliders of the deals and of what if."""
    movable = made.key in MOVABLE and talks.case.positions and not _unready(talks)
    parties = sorted(
        talks.case.parties, key=lambda p: not talks.case.parties[p].must_agree
    )  # the others turn no answer
    return {
        "movers": [(p, talks.case.party_name(p)) for p in parties] if movable else [],
        "controls": made.controls(talks),
    }


def _unready(talks: Talks) -> bool:
    try:
        deals.frames(talks, ("base",))
    except InputError:
        return True
    return False
