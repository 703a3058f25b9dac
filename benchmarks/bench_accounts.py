"""How fast statements are found and accounts compared, and what a thousand documents take in memory.

The peer in the same run is one plain regular expression for quotations with a speaker.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bench_sources import write_documents
from benchmarks.generate import generate_document
from benchmarks.generate_events import generate_event_report
from zopa import run
from zopa.sources import read_document
from zopa.statements import read_record
from zopa.text import default_vocabulary

_PLAIN = re.compile(r"[“\"]([^”\"]{3,400})[”\"],? (?:said|says|added|told) ([A-Z][\w]+(?: [A-Z][\w]+)?)")


def measure_statements(count: int = 40, words: int = 1_500) -> dict[str, float]:
    """Documents and statements per second of one process; `plain_ratio`: time over that of one regular expression."""
    documents = [
        d for n in range(count) if (d := read_document(f"{n}.txt", data=generate_document(n, words).encode())[0])
    ]
    vocabulary = default_vocabulary()
    read_record(documents[0], vocabulary)  # loads the tables
    start = time.perf_counter()
    found = sum(len(read_record(document, vocabulary).statements) for document in documents)
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    plain = sum(len(_PLAIN.findall(document.text)) for document in documents)
    plain_seconds = time.perf_counter() - start
    return {
        "documents_per_s": count / seconds, "statements_per_s": found / seconds, "statements": found,
        "plain_quotations": plain, "plain_ratio": seconds / max(plain_seconds, 1e-9),
    }  # fmt: skip


def measure_compare(count: int, words: int = 1_500) -> dict[str, float]:
    """Seconds to read and to compare `count` documents."""
    with tempfile.TemporaryDirectory() as folder:
        write_documents(Path(folder), count, words)
        start = time.perf_counter()
        accounts = run.read_accounts([folder])
        read = time.perf_counter() - start
        start = time.perf_counter()
        findings = len(run.compare(accounts).findings)
        return {"documents": count, "read_s": read, "compare_s": time.perf_counter() - start, "findings": findings}


def measure_events(count: int = 200, events: int = 20) -> dict[str, float]:
    """Seconds to compare `count` reports of `events` events that are told in words of their own."""
    with tempfile.TemporaryDirectory() as folder:
        for n in range(count):
            (Path(folder) / f"report-{n:05}.txt").write_text(generate_event_report(n % events, n), encoding="utf-8")
        accounts = run.read_accounts([folder])
        start = time.perf_counter()
        findings = len(run.compare(accounts).findings)
        return {"documents": count, "events": events, "compare_s": time.perf_counter() - start, "findings": findings}


def measure_many(count: int = 1_000, words: int = 1_500, jobs: int | None = None) -> dict[str, float]:
    """Seconds and the largest memory of any process, for statements of `count` documents on `jobs` processes."""
    jobs = jobs or os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        write_documents(Path(folder), count, words)
        code = (
            "import sys, resource\nfrom pathlib import Path\nfrom zopa import run\n"
            "if __name__ == '__main__':\n"
            "    accounts = run.read_accounts([sys.argv[1]], jobs=int(sys.argv[2]))\n"
            "    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
            "    status = Path('/proc/self/status')  # there ru_maxrss holds the parent's peak too\n"
            "    if status.exists():\n"
            "        own = int(status.read_text().split('VmHWM:')[1].split()[0])\n"
            "    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
            "    print(len(accounts.documents), own, child)\n"
        )
        script = Path(folder).with_suffix(".py")
        script.write_text(code, encoding="utf-8")
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, str(script), folder, str(jobs)], capture_output=True, text=True, check=True
        )
        seconds = time.perf_counter() - start
        script.unlink()
    read, own, child = (int(part) for part in done.stdout.split())
    unit = 1 if sys.platform == "darwin" else 1_024
    return {
        "documents": read, "jobs": jobs, "seconds": seconds, "documents_per_s": read / seconds,
        "parent_mib": own * unit / 2**20, "largest_child_mib": child * unit / 2**20,
        "at_most_mib": (own + jobs * child) * unit / 2**20,
    }  # fmt: skip


def measure_command(arguments: list[str]) -> float:
    """Seconds of a whole command, Python's start and all imports included; the median of five."""
    times: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "zopa", *arguments], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    return sorted(times)[2]


def measure_import() -> float:
    """Seconds of ``import zopa`` over those of a bare start of Python; the median of five each."""

    def once(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    bare = sorted(once("pass") for _ in range(5))[2]
    return sorted(once("import zopa") for _ in range(5))[2] - bare
