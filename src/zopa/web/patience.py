"""Pages that need every statement of a case, while the documents of a large one are still being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response

    from zopa.web.workbench import Call

_AGAIN = {"Refresh": "2"}
"""A header that browsers follow without a script: ask again after so many seconds."""


def when_read(handler: Callable[[Call], Response]) -> Callable[[Call], Response]:
    """The handler's page; until all documents are read, how many are, in a page that asks again by itself."""

    def answer(call: Call) -> Response:
        done, count = call.bench.watch.reading()
        if done == count:
            return handler(call)
        if call.partial:
            return call.part("reading_part.html.j2", done=done, count=count, again=again_address(call))
        return asking_again(call.page("reading.html.j2", talks=call.bench.watch.talks(), done=done, count=count))

    return answer


def asking_again(answer: Response) -> Response:
    """The answer, which a browser asks for again after a moment."""
    answer.headers.update(_AGAIN)
    return answer


def again_address(call: Call) -> str:
    """The address that was asked for, on this server."""
    url = call.request.url
    return f"{url.path}?{url.query}" if url.query else url.path
