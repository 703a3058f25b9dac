"""How fast two long treaties are compared, beside difflib and a public diff library in the same run."""

from __future__ import annotations

import difflib
import importlib
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_WORDS = (
    "party ferry harbour council toll bridge treaty grain engine port river border budget vessel report inspector annex season crew"
    " member notice licence cargo customs measure office lamp pilot fund levy berth channel market island school winter summer court"
).split()
_VERBS = ("shall provide", "may inspect", "shall report to", "shall not close", "should review", "undertakes to open")


def generate_treaty(words: int, seed: int = 0) -> str:
    """An invented treaty of about so many words: parts, articles, paragraphs, letters; the same for the same seed."""
    dice = random.Random(seed)
    lines = ["TREATY OF THE HARBOURS", "", "The Parties,", "", "Recalling their common waters,", ""]
    count, article = 0, 0
    while count < words:
        if article % 12 == 0:
            lines += [f"PART {article // 12 + 1}", ""]
        article += 1
        lines += [f"Article {article}", _sentence(dice, 3).rstrip(".").title(), ""]
        for number in range(1, dice.randint(3, 6)):
            text = " ".join(_sentence(dice, dice.randint(10, 30)) for _ in range(2))
            lines.append(f"{number}. {text}")
            count += len(text.split())
            if dice.random() < 0.3:
                for letter in "abcd":
                    item = _sentence(dice, 12)
                    lines.append(f"({letter}) {item}")
                    count += len(item.split())
        lines.append("")
    return "\n".join([*lines, "Done at Port Lowe on 4 May 2031.", ""])


def change_treaty(text: str, share: float = 0.3, seed: int = 1) -> str:
    """The same treaty with a share of its points in other words, one in fifty dropped and one in fifty new."""
    dice = random.Random(seed)
    lines: list[str] = []
    for line in text.split("\n"):
        roll = dice.random()
        if len(line.split()) < 9 or roll > share:
            lines.append(line)
        elif roll > share / 5:
            words = line.split(" ")
            for _ in range(dice.randint(1, 5)):
                words[dice.randrange(2, len(words))] = dice.choice(_WORDS)
            lines.append(" ".join(words))
    return "\n".join(lines)


def _sentence(dice: random.Random, words: int) -> str:
    some = [dice.choice(_WORDS) for _ in range(words)]
    some.insert(len(some) // 2, dice.choice(_VERBS))
    some.insert(dice.randrange(len(some)), f"{dice.choice(_WORDS)}{dice.randint(1, 3_000)}")
    return f"The {' '.join(some)} within {dice.randint(2, 400)} days."


def measure_redline(words: int = 30_000) -> dict[str, float]:
    """Seconds and MiB of `zopa redline A B --json`, from the start of Python, and the words that are placed."""
    with tempfile.TemporaryDirectory() as folder:
        before = generate_treaty(words)
        paths = [Path(folder) / "a.txt", Path(folder) / "b.txt"]
        for path, text in zip(paths, (before, change_treaty(before)), strict=True):
            path.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        command = [sys.executable, "-m", "zopa", "redline", *map(str, paths), "--json"]
        done = subprocess.run(command, capture_output=True, check=True, env=os.environ)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return {"words": words, "seconds": seconds, "mib": memory, "json_mb": len(done.stdout) / 1e6, **_peers(paths)}


def _peers(paths: list[Path]) -> dict[str, float]:
    """The same two texts, word for word and without points, by difflib and by diff-match-patch where it is installed."""
    a, b = (path.read_text(encoding="utf-8").split() for path in paths)
    start = time.perf_counter()
    difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    found = {"difflib_s": time.perf_counter() - start}
    try:
        library = importlib.import_module("diff_match_patch").diff_match_patch()
    except ImportError:
        return found
    start = time.perf_counter()
    library.Diff_Timeout = 60
    library.diff_main(" ".join(a), " ".join(b))
    return {**found, "diff_match_patch_s": time.perf_counter() - start}
