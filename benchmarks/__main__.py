"""``python -m benchmarks``: every figure, one line each, with its budget where the design names one."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.bench_accounts import (
    measure_command,
    measure_compare,
    measure_events,
    measure_import,
    measure_many,
    measure_statements,
)  # fmt: skip
from benchmarks.bench_deals import (
    measure_cover,
    measure_deadlock,
    measure_frontiers,
    measure_peer,
    measure_solutions,
    measure_whole,
)
from benchmarks.bench_quality import print_quality
from benchmarks.bench_redline import measure_redline
from benchmarks.bench_sources import measure_one, measure_overlap, measure_reading
from benchmarks.bench_stability import measure_apart, measure_plain, measure_stability
from benchmarks.bench_whatif import measure_ensemble
from benchmarks.bench_workbench import measure_large, measure_moscow, print_pages
from benchmarks.bench_writers import measure_kills, measure_sketch_kills, measure_writers
from benchmarks.generate import generate_document
from benchmarks.generate_case import write_case

FRONTIER_BUDGETS = {"2 parties": "20 ms", "3 parties": "0.3 s", "4 parties, no-deal at 60 %": "5 s"}


def _line(what: str, figures: dict[str, float] | float, budget: str = "") -> None:
    if isinstance(figures, float):
        shown = f"{figures:.3g} s"
    else:
        shown = ", ".join(f"{name} {value:,.3g}" for name, value in figures.items())
    print(f"{what:38} {shown}{f'   (budget: {budget})' if budget else ''}", flush=True)


def _commands() -> None:
    """Whole commands, from the start of Python on."""
    _line("import zopa", measure_import(), "0.3 s")
    _line("zopa --help", measure_command(["--help"]), "0.5 s")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(2):
            (Path(folder) / f"{number}.txt").write_text(generate_document(number), encoding="utf-8")
        _line("zopa brief, two documents", measure_command(["brief", folder, "-o", f"{folder}/.b.html"]), "5 s")
        _line("zopa statements, two documents", measure_command(["statements", folder, "--json"]), "3 s")
    with tempfile.TemporaryDirectory() as folder:
        write_case(Path(folder), 20, 400, sentences=60)
        _line("zopa check, 400 quotes", measure_command(["check", folder]), "1 s")


def main() -> None:  # noqa: C901 - one branch for each measure
    """Print all figures; with "quick" as argument, without those that take a minute."""
    quick = "quick" in sys.argv[1:]
    _commands()
    _line("two writers at once", measure_writers(100 if quick else 1_000), "0 lost")
    _line("a writer that is killed", measure_kills(20 if quick else 200), "0 lost, 0 half")
    _line("a sketch that is killed", measure_sketch_kills(3 if quick else 20), "0 half, all repeated")
    _line("one document of 1,500 words, reading", measure_one())
    _line("statements, one process", measure_statements(), "0.2 s a document; 100 documents a minute")
    for count in (2, 20) if quick else (2, 20, 200):
        _line(f"compare {count} documents", measure_compare(count))
    for count, events in ((20, 2),) if quick else ((200, 20), (200, 1)):
        _line(f"compare {count} reports of {events} events", measure_events(count, events), "15 s; 60 s for one event")
    for count in (2, 20) if quick else (2, 20, 200):
        _line(f"overlap of {count} documents", measure_overlap(count))
    _line("redline of 30,000 against 30,000 words", measure_redline(), "5 s, 500 MiB")
    _line("the same as two PDFs", measure_redline(ending=".pdf"), "10 s, 500 MiB")
    if not quick:
        _line("read 1,000 documents", measure_reading())
        _line("statements of 1,000 documents", measure_many(), "1 GiB")
    for name, figures in measure_frontiers(quick=quick).items():
        _line(f"frontier of 4^28 deals, {name}", figures, FRONTIER_BUDGETS[name])
    _line("four solutions of 4^28 deals, proven", measure_solutions(), "2 s at the median")
    _line("a frame of a million deals, whole", measure_whole(), "0.5 s")
    _line("deadlock of 28 issues", measure_deadlock(), "5 s")
    if not quick:
        _line("cover with twenty conditions", measure_cover(), "20 s, bound 0.02")
    peer = measure_peer(8 if quick else 11)
    if isinstance(peer, str):
        print(f"{'frontier beside a peer':38} {peer}", flush=True)
    else:
        _line("frontier beside a peer", peer)
    for options, budget in ((12, "50 ms"), (16, "1 s")):
        for makers in (2, 4):
            _line(f"stability, 2^{options} states, {makers} makers", measure_stability(options, makers), budget)
    for makers in (2, 4):
        _line(f"stability by lists, 2^8 states, {makers} makers", measure_plain(8, makers))
        if not quick:
            _line(f"stability, 2^20 states, {makers} makers", measure_apart(20, makers), "15 s without SIM, 2 GiB")
    _line("what if, 1,000 draws, possible or not", measure_ensemble(1_000, solutions=False))
    if not quick:
        _line(
            "what if, 1,000 draws, three solutions", measure_ensemble(1_000, solutions=True), "90 s by two free cores"
        )
        _line("what if, 10,000 draws, three solutions", measure_ensemble(10_000, solutions=True), "gap 0.005")
    print_pages("pages of the workbench, Moscow", measure_moscow(), 0.5)
    if not quick:
        print_pages("pages of the workbench, 200 documents and 5,000 statements", measure_large(), 1.0)
    print_quality()


main()
