"""The workbench as one application: its addresses, and one way to tell what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from zopa.errors import InputError, Problem, UsageError
from zopa.web import case_pages, documents, pages, participants, sliders, statements
from zopa.web.guard import Guard
from zopa.web.patience import when_read
from zopa.web.rendering import static_text
from zopa.web.workbench import Call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from zopa.web.workbench import Workbench

CHANGED = frozenset({"case-changed", "record-changed", "stance-changed", "undo-changed"})
"""Codes of problems that mean: somebody else was there in between."""
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
ASKED: tuple[tuple[str, Callable[[Call], Response]], ...] = (
    ("/", when_read(pages.home)),
    ("/first-page", pages.first_page),
    ("/screen/{key}", when_read(pages.screen)),
    ("/part/{key}", pages.screen_part),
    ("/brief.{form}", pages.brief_file),
    ("/documents", documents.listing),
    ("/documents/{name}", documents.show),
    ("/passage/{name}", documents.passage),
    ("/statements", when_read(statements.listing)),
    ("/parties", when_read(participants.listing)),
    ("/case", case_pages.editor),
    ("/levers", sliders.show),
)
CHANGING: tuple[tuple[str, Callable[[Call], Response]], ...] = (
    ("/documents", documents.add),
    ("/documents/{name}/code", documents.code),
    ("/evidence/drop", documents.drop),
    ("/statements", statements.change),
    ("/parties", participants.change),
    ("/parties/out", participants.take_out),
    ("/case", case_pages.save),
    ("/case/check", case_pages.live),
    ("/propose", case_pages.propose),
    ("/confirm", case_pages.confirm),
    ("/undo", case_pages.undo),
    ("/levers/move", sliders.moved),
    ("/levers/draws", sliders.drawn),
)


def build_app(bench: Workbench, *, token: str, port: int) -> Guard:
    """The application over one case, behind its guard."""
    routes = [Route(path, _endpoint(bench, handler), methods=["GET"]) for path, handler in ASKED]
    routes += [Route(path, _endpoint(bench, handler), methods=["POST"]) for path, handler in CHANGING]
    routes.append(Route("/static/{name}", _static, methods=["GET"]))
    return Guard(Starlette(routes=routes), token=token, port=port)


def _endpoint(bench: Workbench, handler: Callable[[Call], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A handler as Starlette calls it: the form is read first, then the handler runs in a thread of its own."""

    async def endpoint(request: Request) -> Response:
        fields: dict[str, str] = {}
        uploads: list[UploadFile] = []
        if request.method == "POST":
            async with request.form(max_files=200, max_part_size=8 * 2**20) as form:
                for key, value in form.multi_items():
                    if isinstance(value, UploadFile):
                        uploads.append(value)
                    else:
                        fields[key] = value
                return await run_in_threadpool(_answer, handler, Call(bench, request, fields, tuple(uploads)))
        return await run_in_threadpool(_answer, handler, Call(bench, request))

    return endpoint


def _answer(handler: Callable[[Call], Response], call: Call) -> Response:
    """What the handler answers, or what was wrong with the request or the case."""
    try:
        return handler(call)
    except InputError as error:
        status = 409 if any(problem.code in CHANGED for problem in error.problems) else 422
        title = "Somebody else changed it meanwhile" if status == 409 else "This cannot be done yet"
        return _told(call, status, title=title, problems=error.problems, advice="")
    except OSError as error:
        message = f"Expected a disk that can be read and written, but: {error.strerror or error}."
        problem = Problem(
            "error", str(error.filename or ""), None, "cannot-write", message, "Free some space, then try again."
        )
        return _told(call, 422, title="This cannot be done yet", problems=(problem,), advice="")
    except UsageError as error:
        return _told(call, 400, title="This was not understood", problems=(), advice=str(error))


def _told(call: Call, status: int, **values: Any) -> Response:
    if call.partial:
        return call.part("message_part.html.j2", status, **values)
    return call.page("message.html.j2", status, **values)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    try:
        text = static_text(name)
    except FileNotFoundError:
        return PlainTextResponse(
            "There is no such file. If it is a library, install zopa again with access to the npm registry.", 404
        )
    headers = {"Cache-Control": "private, max-age=86400"}
    return Response(text, media_type=_KINDS[name.rsplit(".", 1)[-1]], headers=headers)
