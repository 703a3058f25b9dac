"""A case at work: held open, with the edits made here; and one request, as the handlers see it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, RedirectResponse, Response

from zopa.run.editing import History, proposals
from zopa.run.searching import Choices
from zopa.run.watching import CaseWatch
from zopa.web.rendering import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from starlette.datastructures import UploadFile
    from starlette.requests import Request

    from zopa.run.talks import Talks


class Workbench:
    """A case in the browser.

    Args:
        path: the case folder.
        analyst: who edits.
        cache: where the index and the last choices lie instead of the case's folder.
    """

    def __init__(self, path: str | Path, *, analyst: str = "", cache: Path | None = None) -> None:
        self.watch = CaseWatch(path)
        self.history = History()
        self.cache = cache
        self.choices = Choices(self.watch.home, cache)
        self.analyst = analyst
        self.told: list[str] = []

    @property
    def home(self) -> Path:
        """The case folder."""
        return self.watch.home

    def by(self, talks: Talks) -> str:
        """Who edits: as given, else the analyst of the case."""
        return self.analyst or talks.case.analyst or "not named"

    def tell(self, message: str) -> None:
        """Say something on the next page."""
        self.told.append(message)

    def take_told(self) -> list[str]:
        """What is to be said, once."""
        told, self.told = self.told, []
        return told


@dataclass(frozen=True)
class Call:
    """One request.

    Attributes:
        bench: the case at work.
        request: as it came.
        form: its fields; the last value of each.
        uploads: its files.
    """

    bench: Workbench
    request: Request
    form: Mapping[str, str] = field(default_factory=dict[str, str])
    uploads: tuple[UploadFile, ...] = ()

    @property
    def query(self) -> Mapping[str, str]:
        """What stands behind the question mark."""
        return dict(self.request.query_params)

    @property
    def partial(self) -> bool:
        """Whether only a part of a page is asked for."""
        return self.request.headers.get("hx-request") == "true"

    def page(self, template: str, /, status: int = 200, **values: Any) -> Response:
        """A whole page."""
        return HTMLResponse(self.render(template, **values), status)

    def part(self, template: str, /, status: int = 200, **values: Any) -> Response:
        """A part of a page."""
        return HTMLResponse(render(template, **values), status)

    def render(self, template: str, **values: Any) -> str:
        """A whole page as text, with what the frame around every page shows."""
        talks = values.get("talks")
        steps = self.bench.history.steps
        frame = {
            "told": self.bench.take_told(),
            "undoable": steps[-1].what if steps else "",
            "here": self.request.url.path,
            "today": date.today().isoformat(),
            "proposed": proposals(talks) if talks else (),
            "problem_count": sum(p.severity == "error" for p in talks.problems) if talks else 0,
            "faults": self.bench.watch.faults,
            "shown_before": not self.bench.watch.began_broken,
        }
        return render(template, **{"talks": None, **frame, **values})

    def back(self, to: str, message: str = "") -> Response:
        """Go to a page, which says `message`."""
        if message:
            self.bench.tell(message)
        return RedirectResponse(to, 303)


def page_number(call: Call) -> int:
    """The number of the page of a long list that the address names, from 0; 0 where it names none."""
    return whole_number(call.query.get("page", "0")) or 0


def whole_number(text: str) -> int | None:
    """A number as a form holds it, of at most nine digits; None for anything else, also for what Unicode calls a digit (²)."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None
