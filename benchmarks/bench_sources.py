"""How fast documents are read and compared, and how much memory a thousand of them take.

Each function measures one thing and returns plain numbers; nothing here fails on a slow machine.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.generate import generate_copy, generate_document
from zopa.sources import find_overlaps, read_document, read_documents


def write_documents(folder: Path, count: int, words: int = 1_500) -> None:
    """Write `count` generated documents of `words` words into `folder`; every fifth is an edited copy of the last."""
    for number in range(count):
        text = (
            generate_document(number, words)
            if number % 5
            else generate_copy(generate_document(number + 1, words), 0.3, number)
        )
        (folder / f"report-{number:05}.txt").write_text(text, encoding="utf-8")


def measure_one(words: int = 1_500) -> dict[str, float]:
    """Seconds for one document, cold (libraries loaded on the way) and warm."""
    data = generate_document(1, words).encode()
    times: list[float] = []
    for _ in range(6):
        start = time.perf_counter()
        read_document("report.txt", data=data)
        times.append(time.perf_counter() - start)
    return {"first_s": times[0], "warm_s": min(times[1:])}


def measure_reading(count: int = 1_000, words: int = 1_500, jobs: int = 1) -> dict[str, float]:
    """Documents per second, and the most memory this process took, in MiB (with more jobs: without the others')."""
    with tempfile.TemporaryDirectory() as folder:
        write_documents(Path(folder), count, words)
        start = time.perf_counter()
        documents, _ = read_documents([folder], jobs=jobs)
        seconds = time.perf_counter() - start
    return {"documents": len(documents), "documents_per_s": len(documents) / seconds, "peak_mib": peak_mib()}


def measure_overlap(count: int = 200, words: int = 1_500) -> dict[str, float]:
    """Seconds to find what `count` documents share pairwise, and how many pairs share something."""
    texts = [generate_document(number, words) for number in range(count)]
    texts[::5] = [generate_copy(texts[(number + 1) % count], 0.3, number) for number in range(0, count, 5)]
    documents = [
        document
        for number, text in enumerate(texts)
        if (document := read_document(f"{number}.txt", data=text.encode())[0]) is not None
    ]
    start = time.perf_counter()
    overlaps = find_overlaps(documents)
    return {"documents": count, "seconds": time.perf_counter() - start, "pairs": len(overlaps)}


def peak_mib() -> float:
    """The most memory this process took so far, in MiB; processes started for reading are not in it."""
    unit = 1 if sys.platform == "darwin" else 1_024  # bytes there, KiB on Linux
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def main() -> None:
    """Print every figure of this file."""
    print("one document", measure_one())
    for jobs in (1, 2):
        print("1,000 documents, jobs", jobs, measure_reading(jobs=jobs))
    for count in (2, 20, 200, 400):
        print("overlap", measure_overlap(count))


if __name__ == "__main__":
    main()
