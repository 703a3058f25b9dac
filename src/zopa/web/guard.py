"""Who may ask: this machine, under its own name, with the token that `zopa serve` printed; and what a page may load."""

from __future__ import annotations

import hmac
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LONGEST_BODY = 64 * 2**20
"""Bytes of one request: some documents at once, and far less than would fill the memory."""


class Guard:
    """Lets a request through to `app` only if it comes to this host by its name, with the token or the cookie that it bought.

    The Host header is checked, so that no page elsewhere reaches the workbench under a name of its own (DNS rebinding); requests
    that change something must come from a page of the workbench.
    """

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self.app = app
        self.token = token
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self.cookie = f"zopa_{port}"  # cookies do not tell ports apart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        refused = self._refuse(Request(scope))
        await (refused or self.app)(scope, receive, _with_headers(send))

    def _refuse(self, request: Request) -> Response | None:
        """Why not, as an answer; None where the request may pass."""
        if request.headers.get("host", "") not in self.hosts:
            return PlainTextResponse("This workbench answers only under its own address.", 421)
        given = request.query_params.get("token")
        if given is not None:
            return self._bought(request) if _same(given, self.token) else _no_token()
        if not _same(request.cookies.get(self.cookie, ""), self.token):
            return _no_token()
        if request.method not in ("GET", "HEAD"):
            origin = request.headers.get("origin")
            if origin is not None and origin.removeprefix("http://") not in self.hosts:
                return PlainTextResponse("Changes are taken only from a page of the workbench.", 403)
            if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                return PlainTextResponse("Changes are taken only from a page of the workbench.", 403)
            length = request.headers.get("content-length", "")
            if not re.fullmatch(r"[0-9]{1,12}", length) or int(length) > LONGEST_BODY:
                return PlainTextResponse(f"Expected at most {LONGEST_BODY // 2**20} MB at once.", 413)
        return None

    def _bought(self, request: Request) -> Response:
        """The cookie for the token, and the same address without it, so that it stays in no history."""
        rest = [(key, value) for key, value in request.query_params.multi_items() if key != "token"]
        to = request.url.path + (f"?{urlencode(rest)}" if rest else "")
        answer: Response = RedirectResponse(to, 303)
        if request.headers.get("sec-fetch-site", "none") != "none":
            # come from a page elsewhere, such as the one that opens the browser: a redirect would still count as from there, and
            # the browser would keep the cookie back
            leads = f'<!doctype html><title>zopa</title><meta http-equiv="refresh" content="0;url={escape(to)}">'
            answer = HTMLResponse(leads)
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", path="/")
        return answer


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


def _no_token() -> Response:
    return PlainTextResponse("Open the address that `zopa serve` printed: it holds the key to this workbench.", 403)


def _with_headers(send: Send) -> Send:
    """Sends what every answer carries along; a header that the answer has set itself stays."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
