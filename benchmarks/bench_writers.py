"""What is lost where two programs write at once, and where one is killed in the middle: nothing may be."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from zopa.case import CASE_FILE, parse_case
from zopa.errors import InputError
from zopa.folder.case_folder import init_case, read_case_text
from zopa.run.editing import save_text

TEXT = "title: Two writers\n# a comment that stays\nparties:\n"
MEMBERS = 40
"""Entries of the case that is killed: enough that writing takes some time."""


def measure_writers(rounds: int = 1_000) -> dict[str, float]:
    """Two processes that each add `rounds` parties to one case; how many accepted changes are missing in the end."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "case")
        init_case(home, title="", analyst="", today="2025-12-04", text=TEXT)
        started = time.perf_counter()
        writers = [_start("write", str(home), name, str(rounds)) for name in ("a", "b")]
        accepted = [line for writer in writers for line in writer.communicate()[0].split()]
        seconds = time.perf_counter() - started
        text = (home / CASE_FILE).read_text(encoding="utf-8")
        there = set(parse_case(text).case.parties)
        return {
            "rounds": rounds,
            "accepted": len(accepted),
            "lost": len(set(accepted) - there),
            "comments lost": float("# a comment that stays" not in text),
            "parts left": sum(p.name.endswith(".part") for p in home.iterdir()),
            "seconds": round(seconds, 1),
        }


def measure_kills(kills: int = 200, seed: int = 1) -> dict[str, float]:
    """A writer that is killed again and again; how often the case was not one of the two that it wrote, and what lay beside it."""
    chance = random.Random(seed)
    half, lost, left = 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "case")
        init_case(home, title="", analyst="", today="2025-12-04", text=_long(0))
        last = 0
        for _ in range(kills):
            writer = _start("endless", str(home), str(last))
            line = writer.stdout.readline() if writer.stdout else ""
            time.sleep(chance.random() * 0.05)
            os.kill(writer.pid, signal.SIGKILL)
            told = [int(n) for n in (line + writer.communicate()[0]).split()]
            text = read_case_text(home)[0]
            loaded = parse_case(text)
            number = int(loaded.case.title or "-1")
            half += bool(loaded.problems) or not text.endswith(_long(number))
            lost += number < max(told, default=last)
            left += any(p.name.endswith(".part") for p in home.iterdir())
            last = number
        _write(home, _long(last + 1))
        stays = sorted(p.name for p in home.iterdir() if p.name.endswith(".part"))
    return {
        "kills": kills,
        "half": half,
        "lost": lost,
        "parts right after a kill": left,
        "parts after the next write": len(stays),
    }


def measure_sketch_kills(kills: int = 20, seed: int = 2) -> dict[str, float]:
    """`zopa sketch` killed at any moment and given again: how often it did not come to a whole case."""
    chance = random.Random(seed)
    failed, half = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "a.txt")
        text.write_text(
            'The talks ended. "We will never sell the pier," said Mayor Olin of Velmar.\n', encoding="utf-8"
        )
        for number in range(kills):
            home = Path(folder, f"case{number}")
            call = [sys.executable, "-m", "zopa", "sketch", str(text), "-o", str(home)]
            with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
                time.sleep(chance.uniform(0.2, 2.0))
                first.kill()
            whole = (home / CASE_FILE).is_file()
            half += whole and bool(parse_case(read_case_text(home)[0]).problems)
            if not whole:
                failed += subprocess.run(call, capture_output=True, check=False).returncode != 0
            failed += any(home.rglob("*.part"))
    return {"kills": kills, "half": half, "not repeated": failed}


def _start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.bench_writers", *words], stdout=subprocess.PIPE, text=True
    )


def _write(home: Path, text: str) -> None:
    save_text(home, text, read_case_text(home)[1])


def _long(number: int) -> str:
    rows = "".join(f"  p{n}: {{name: Party {n} of {number}, note: {'x' * 2_000}}}\n" for n in range(MEMBERS))
    return f'title: "{number}"\nparties:\n{rows}'


def _add(home: Path, name: str, rounds: int) -> None:
    """Add parties one after the other; each that was accepted is printed. Who is told of a change in between tries again."""
    for number in range(rounds):
        while True:
            text, sha256 = read_case_text(home)
            try:
                save_text(home, f"{text}  {name}{number}: {{name: Party {number}}}\n", sha256)
            except InputError as error:
                if any(problem.code != "case-changed" for problem in error.problems):
                    raise
                continue
            print(f"{name}{number}", flush=True)
            break


def _overwrite(home: Path, number: int) -> None:
    """Write the case for ever, a number higher each time; each that was written is printed."""
    while True:
        number += 1
        _write(home, _long(number))
        print(number, flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "write":
        _add(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        _overwrite(Path(sys.argv[2]), int(sys.argv[3]))
