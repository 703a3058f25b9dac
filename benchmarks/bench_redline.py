"""How fast two long treaties are compared, beside difflib and a public diff library in the same run."""

from __future__ import annotations

import difflib
import importlib
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.generate_pdf import build_pdf

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


def change_treaty(text: str, share: float = 0.3, seed: int = 1) -> tuple[str, dict[str, str]]:
    """The same treaty with a share of its points in other words and one in twenty-five dropped; changed lines, old to new."""
    dice = random.Random(seed)
    lines: list[str] = []
    changed: dict[str, str] = {}
    for line in text.split("\n"):
        roll = dice.random()
        if len(line.split()) < 9 or roll > share:
            lines.append(line)
        elif roll > share / 8:
            words = line.split(" ")
            for _ in range(dice.randint(1, 5)):
                words[dice.randrange(2, len(words))] = dice.choice(_WORDS)
            lines.append(" ".join(words))
            if lines[-1] != line:
                changed[line] = lines[-1]
    return "\n".join(lines), changed


def renumber_treaty(text: str, seed: int = 2) -> tuple[str, dict[str, str]]:
    """The same treaty with one article in twenty dropped, one new and one moved, all numbered anew; old numbers to new ones."""
    dice = random.Random(seed)
    head, *articles = re.split(r"^Article ", text, flags=re.MULTILINE)
    bodies = dict(part.split("\n", 1) for part in articles)
    order = [number for number in bodies if dice.random() > 0.05]
    for number in dice.sample(order, len(order) // 20):
        order.remove(number)
        order.insert(dice.randrange(len(order)), number)
        order.insert(dice.randrange(len(order)), "")
    pieces, numbers = [head], dict[str, str]()
    for n, number in enumerate(order, 1):
        body = (
            bodies[number]
            if number
            else f"{_sentence(dice, 3)[:-1]}\n\n1. {_sentence(dice, 25)}\n2. {_sentence(dice, 20)}\n\n"
        )
        pieces.append(f"Article {n}\n{body}")
        if number:
            numbers[number] = str(n)
    return "".join(pieces), numbers


def _sentence(dice: random.Random, words: int) -> str:
    some = [dice.choice(_WORDS) for _ in range(words)]
    some.insert(len(some) // 2, dice.choice(_VERBS))
    some.insert(dice.randrange(len(some)), f"{dice.choice(_WORDS)}{dice.randint(1, 3_000)}")
    return f"The {' '.join(some)} within {dice.randint(2, 400)} days."


def measure_redline(words: int = 30_000, ending: str = ".txt") -> dict[str, float]:
    """Of `zopa redline A B --json` from the start of Python, on texts or PDFs with headers on their pages.

    Returns:
        Seconds, MiB, the share of words that are placed, of changed points that stand in one row with what they became and of
        articles, all renumbered and some moved, that are found again; for texts the seconds of other programs.
    """
    with tempfile.TemporaryDirectory() as folder:
        before = generate_treaty(words)
        after, changed = change_treaty(before)
        after, numbers = renumber_treaty(after)
        paths = [Path(folder) / f"a{ending}", Path(folder) / f"b{ending}"]
        for path, text in zip(paths, (before, after), strict=True):
            path.write_bytes(build_pdf(text) if ending == ".pdf" else text.encode())
        start = time.perf_counter()
        command = [sys.executable, "-m", "zopa", "redline", *map(str, paths), "--json"]
        done = subprocess.run(command, capture_output=True, check=True, env=os.environ)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        told = json.loads(done.stdout)
        placed = min(side["placed"] / side["words"] for side in told["coverage"].values())
        found = {
            "words": words,
            "seconds": seconds,
            "mib": memory,
            "placed": placed,
            "changed_paired": _paired(told, changed, after),
            "articles_paired": _articles(told, numbers),
        }
        return found if ending == ".pdf" else {**found, **_peers(before, after)}


def _paired(told: dict[str, Any], changed: dict[str, str], after: str) -> float:
    """Share of the changed lines, of those that are left, that one row of the redline shows before and after."""
    rows = {
        (_bare(row["text_a"][0]), _bare(row["text_b"][0]))
        for row in (*told["points"], *told["headings"])
        if len(row["text_a"]) == len(row["text_b"]) == 1
    }
    kept = [(old, new) for old, new in changed.items() if new in after]
    return sum((_bare(old), _bare(new)) in rows for old, new in kept) / len(kept)


def _articles(told: dict[str, Any], numbers: dict[str, str]) -> float:
    """Share of the articles most of whose points stand in rows with points of the article that they became."""
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in told["points"]:
        if row["a"] and row["b"]:
            homes[row["a"][0].split(".")[0]][row["b"][0].split(".")[0]] += 1
    right = sum(homes[old].most_common(1)[0][0] == new for old, new in numbers.items() if homes[old])
    return right / len(numbers)


def _bare(line: str) -> str:
    """The words of a line without its number."""
    return re.sub(r"^(?:\d+\.|\([a-z]\)) ", "", " ".join(line.split()))


def _peers(before: str, after: str) -> dict[str, float]:
    """The same two texts word for word and without points, by difflib and by diff-match-patch (each word as one sign)."""
    a, b = before.split(), after.split()
    start = time.perf_counter()
    difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    found = {"difflib_s": time.perf_counter() - start}
    if find_spec("diff_match_patch") is None:
        return found
    library: Any = importlib.import_module("diff_match_patch").diff_match_patch()
    library.Diff_Timeout = 60
    start = time.perf_counter()
    left, right, _ = library.diff_linesToChars("\n".join(a), "\n".join(b))
    library.diff_main(left, right, False)
    return {**found, "diff_match_patch_s": time.perf_counter() - start}
