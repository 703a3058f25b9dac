"""A small case in a folder, and a client that knows the key to its workbench."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from zopa.web.app import build_app
from zopa.web.workbench import Workbench

if TYPE_CHECKING:
    from pathlib import Path

with (
    warnings.catch_warnings()
):  # newer versions of Starlette prefer another client library over httpx, which serves as well
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

TOKEN, PORT = "a-token-for-tests", 8765
HARBOUR = """---
title: Harbour talks end without a text
author: Ines Maro
published: 2031-03-14
---
The harbour talks ended on Friday. "We will never give up the old pier," said Mayor Olin.

The guild said that it accepts a lower toll. Captain Reve told reporters that the toll must fall by half.
"""
HOSTILE = """The guild <script>window.pwned = 1</script> said "<img src=x onerror=window.pwned=1> the toll stays".

Mayor Olin said that the toll must fall. \u202eThe end.
"""
ARABIC = """أعلنت المدينة أن المفاوضات انتهت. وقال رئيس البلدية إن الرسوم يجب أن تنخفض.

قال القبطان إن الاتفاق ممكن.
"""
CASE = """# Harbour: what the desk knows.
title: Harbour talks
as-of: 2031-03-15
analyst: desk-1
sources:
  gazette: {file: sources/gazette.md, published: 2031-03-14}
  hostile: {file: sources/hostile.txt}
  arabic: {file: sources/arabic.txt, language: ar}
parties:
  city: {name: City, people: {Olin: mayor}}   # the owner of the pier
  guild: {name: Guild, people: {Reve: captain}, status: proposed}
issues:
  pier: {name: Old pier, options: {keep: stays, sell: is sold}}
  toll: {name: Toll, options: {half: falls by half, same: stays}}
positions:
  city:
    pier: {prefers: keep > sell, red-line: only keep}
    toll: {prefers: half > same}
"""


def make_case(home: Path, text: str = CASE) -> Path:
    """The folder of the small case."""
    (home / "sources").mkdir(parents=True)
    for name, words in (("gazette.md", HARBOUR), ("hostile.txt", HOSTILE), ("arabic.txt", ARABIC)):
        (home / "sources" / name).write_text(words, encoding="utf-8")
    (home / "case.yaml").write_text(text, encoding="utf-8")
    return home


def make_client(home: Path, *, known: bool = True) -> TestClient:
    """A client of the workbench over a case; `known` False: without the cookie."""
    bench = Workbench(home, cache=home.parent / "cache")
    client = TestClient(build_app(bench, token=TOKEN, port=PORT), base_url=f"http://127.0.0.1:{PORT}")
    if known:
        client.get(f"/?token={TOKEN}")
    return client


def hidden(page: str, name: str) -> str:
    """The value of a hidden field of a page."""
    match = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert match, f"no field {name}"
    return match[1]
