"""How long the pages of the workbench take: of the shipped example, and of a case with 200 documents and 5,000 statements.

Each page is asked for twice, as a browser asks: what comes after its page ("Working it out") is a page of its own here, marked with +.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.generate_case import write_case
from zopa.run.examples import copy_example
from zopa.web.app import build_app
from zopa.web.screens import SCREENS
from zopa.web.workbench import Workbench


def measure_pages(folder: Path) -> dict[str, tuple[float, float, int]]:
    """Seconds of the first and of the second request of every page, and its size in bytes."""
    with tempfile.TemporaryDirectory() as cache:
        bench = Workbench(folder, cache=Path(cache))
        base = "http://127.0.0.1:8000"
        with TestClient(build_app(bench, token="t", port=8000), base_url=base, follow_redirects=True) as client:
            start = time.perf_counter()
            client.get("/?token=t")
            times = {"open the case, home": (time.perf_counter() - start, 0.0, 0)}
            times["documents, while reading"] = _twice(client, "/documents")
            start = time.perf_counter()
            while len(set(bench.watch.reading())) > 1:
                time.sleep(0.1)
            times["(statements read behind)"] = (time.perf_counter() - start, 0.0, 0)
            documents = [document.id for document in bench.watch.talks().documents]
            for name, address in _addresses(documents).items():
                times[name] = _twice(client, address)
        return times


def print_pages(title: str, times: dict[str, tuple[float, float, int]], budget_s: float) -> None:
    """One line for each page; those over the budget on their second request are told."""
    print(f"{title}: first and second request, size")
    for name, (first, second, size) in times.items():
        late = "   OVER" if second > budget_s else ""
        print(f"  {name:30} {first:8.3f} s {second:8.3f} s {size / 1024:8,.0f} kB{late}", flush=True)


def measure_moscow() -> dict[str, tuple[float, float, int]]:
    """The pages of the shipped example, in a copy of its folder."""
    with tempfile.TemporaryDirectory() as folder:
        return measure_pages(copy_example(Path(folder, "talks")))


def measure_large(documents: int = 200, quotes: int = 400) -> dict[str, tuple[float, float, int]]:
    """The pages of a generated case."""
    with tempfile.TemporaryDirectory() as folder:
        write_case(Path(folder), documents, quotes)
        return measure_pages(Path(folder))


def _addresses(documents: list[str]) -> dict[str, str]:
    """Every page, the first ones as a reader opens them."""
    pages = {
        "documents": "/documents", "one document": f"/documents/{documents[len(documents) // 2]}", "statements": "/statements",
        "statements, last page": "/statements?page=99999", "statements with a word": "/statements?q=dam",
        "statements with a filter": "/statements?act=reject", "editor": "/case", "home +first page": "/first-page", "home": "/",
    }  # fmt: skip
    for key, screen in SCREENS.items():
        if screen.slow:
            pages[f"{key} +part"] = f"/part/{key}"
        pages[key] = f"/screen/{key}"
    return pages | {"compare, next page": "/screen/compare?page=1", "brief as a file": "/brief.html"}


def _twice(client: TestClient, address: str) -> tuple[float, float, int]:
    seconds: list[float] = []
    size = 0
    for _ in range(2):
        start = time.perf_counter()
        answer = client.get(address)
        seconds.append(time.perf_counter() - start)
        size = len(answer.content)
        if answer.status_code != 200:
            print(f"  {address}: {answer.status_code}")
    return seconds[0], seconds[1], size


def main() -> None:
    """Print the pages of both cases."""
    print_pages("pages of the Moscow case", measure_moscow(), 0.5)
    print_pages("pages of 200 documents", measure_large(), 1.0)


if __name__ == "__main__":
    main()
