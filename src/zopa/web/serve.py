"""The server: one case, on this machine only, for as long as the command runs."""

from __future__ import annotations

import secrets
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from zopa.errors import InputError, Problem, ZopaError
from zopa.run.case_brief import case_brief
from zopa.web.app import build_app
from zopa.web.rendering import LIBRARIES, static_text
from zopa.web.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
PROBLEM_CODES = {
    "port-taken": "the port that the workbench was to listen on is in use, or may not be used",
    "libraries-missing": "zopa was installed without the browser libraries of the workbench",
}


def serve(
    path: str | Path, *, port: int = 0, analyst: str = "", tell: Callable[[str], None], browse: bool = True
) -> None:
    """Serve a case until interrupted.

    Args:
        path: the case folder.
        port: to listen on; 0 for any that is free.
        analyst: who edits; the analyst of the case unless given.
        tell: called with the address once the server listens on it.
        browse: open the address in the user's browser.

    Raises:
        InputError: there is no case, the port is taken, or the browser libraries are missing.
    """
    bench = Workbench(path, analyst=analyst)
    bench.watch.talks()
    check_libraries()
    with _listen(port) as listening:
        port = listening.getsockname()[1]
        token = secrets.token_urlsafe(32)
        address = f"http://{HOST}:{port}/?token={token}"
        config = uvicorn.Config(
            build_app(bench, token=token, port=port), log_level="warning", access_log=False, server_header=False, lifespan="off",
            timeout_graceful_shutdown=2,
        )  # fmt: skip
        tell(address)
        threading.Thread(target=_prepare, args=(bench,), daemon=True).start()
        if threading.current_thread() is threading.main_thread():
            signal.signal(
                signal.SIGTERM, lambda _number, _frame: sys.exit(143)
            )  # so that nothing stays behind then either
        with tempfile.TemporaryDirectory(prefix="zopa-serve-") as folder:
            if browse:
                threading.Timer(0.5, webbrowser.open, (write_opener(Path(folder), address),)).start()
            uvicorn.Server(config).run(sockets=[listening])


def write_opener(folder: Path, address: str) -> str:
    """The address of a page that leads to `address`, for the browser's arguments, which everybody on the machine can read.

    The page itself can be read by its owner only, and is gone when the server ends.
    """
    page = folder / "open.html"
    text = f'<!doctype html><meta charset="utf-8"><title>zopa</title><meta http-equiv="refresh" content="0;url={escape(address)}">'
    page.touch(mode=0o600)
    page.write_text(text, encoding="utf-8")
    return page.as_uri()


def check_libraries() -> None:
    """Make sure that every page finds its scripts.

    Raises:
        InputError: one is missing.
    """
    for name in LIBRARIES:
        try:
            static_text(name)
        except FileNotFoundError as error:
            message = f"Expected the browser library {name} in the installation, found none."
            cure = "Install zopa again where the npm registry can be reached."
            raise InputError((Problem("error", "", None, "libraries-missing", message, cure),)) from error


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        message = f"Expected to listen on port {port}, but: {error.strerror}."
        problem = Problem("error", "", None, "port-taken", message, "Leave --port out, and a free one is taken.")
        raise InputError((problem,)) from error
    listening.listen(128)
    return listening


def _prepare(bench: Workbench) -> None:
    """Work out the brief before anybody asks for it; whatever stands in its way is told where it is asked for."""
    with suppress(ZopaError):
        bench.watch.once(("screen", "brief", ""), case_brief)
