"""A workbench that listens, in a thread of the test."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from pathlib import Path

import uvicorn

from zopa.web.app import build_app
from zopa.web.workbench import Workbench

ROOT = Path(__file__).parents[2]
AXE = Path(__file__).with_name("vendored") / "axe.min.js"


@contextlib.contextmanager
def served(home: Path):
    """The address of the workbench over a case, with its token."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        port = listening.getsockname()[1]
        app = build_app(Workbench(home, cache=home.parent / "cache"), token="browser-token", port=port)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}/?token=browser-token"
        finally:
            server.should_exit = True
            thread.join(5)


def settle(page) -> None:
    """Wait until every part of a page has come."""
    page.locator(".waiting").wait_for(state="detached", timeout=60_000)
    page.wait_for_load_state("networkidle")
