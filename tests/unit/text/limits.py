"""Where the conditions of a rule end: each word of a tree is changed alone, and what still gives the same is written down.

A line of a table is ``5 sign relation: only advcl xcomp``: the fifth word, "sign", may hang by these relations, and by no other of those
tried, for the rule to tell the same. ``not`` lists what it may not be; a word without a line may be anything. A rule that is changed on
purpose changes its lines: ``python -m tests.unit.text.limits`` writes the tables again, and the difference shows what it lets in now.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from zopa.text.network import Parsed

from .trees import parsed, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RELATIONS = (
    "nsubj nsubj:pass obj iobj ccomp xcomp advcl acl acl:relcl conj appos nmod nmod:poss nmod:desc flat compound amod obl obl:agent mark "
    "case cc cop aux aux:pass det punct parataxis advmod expl fixed nummod discourse"
).split()
TAGS = (
    "NOUN PROPN ADJ PRON NUM ADV ADP SCONJ CCONJ PART DET PUNCT AUX-Fin-Past AUX-Fin-Pres AUX-Inf AUX-Part-Past VERB-Fin-Past "
    "VERB-Fin-Pres VERB-Part-Past VERB-Part-Pres VERB-Inf"
).split()
WORDS = ", that to by and with of as said called saying it who after Mira minister talks will not Monday".split()
ADDED = (
    "case mark cc cop aux aux:pass nsubj obj ccomp expl det conj".split()
)  # relations of a word more, right before another


def limits(tree: str, told: Callable[[str], dict[int, object]], *, moves: bool = False) -> list[str]:
    """One line for each word and quality that cannot be anything.

    Args:
        tree: the tree as written.
        told: what a tree tells, by the word (from 0) that it is about; a tuple begins with the number of another word.
        moves: a word more before each one is tried, too: what is told names other words only as the first of a tuple.
    """
    forms, found = parsed(tree)
    expected = told(tree)
    lines: list[str] = []
    for k, form in enumerate(forms):
        tried: list[tuple[str, str, list[str], Callable[[str], bool]]] = [
            ("tag", found.tags[k], TAGS, lambda v, k=k: _same(told(_with(forms, found, k, tag=v)), expected, k)),
        ]
        if found.heads[k] >= 0:
            tried.insert(
                0,
                (
                    "relation", found.relations[k], RELATIONS,
                    lambda v, k=k: _same(told(_with(forms, found, k, relation=v)), expected, k),
                ),
            )  # fmt: skip
        tried.append(("word", form, WORDS, lambda v, k=k: _same(told(_with(forms, found, k, word=v)), expected, k)))
        for what, at in [*([("with a word before it", k)] if moves else []), ("with a last word", len(forms))]:
            tried.append(
                (what, "", ADDED, lambda v, k=k, at=at: _back(told(_one_more(forms, found, k, at, v)), at) == expected)
            )
        for what, own, values, same in tried:
            others = [value for value in values if value.lower() != own.lower()]
            kept = [value for value in others if same(value)]
            lost = [value for value in others if value not in kept]
            if not lost:
                continue
            few = (
                f"only {' '.join([own, *kept]).strip() or 'none'}"
                if len(kept) <= len(lost)
                else f"not {' '.join(lost)}"
            )
            lines.append(f"{k + 1} {form} {what}: {few}")
    return lines


def _with(forms: list[str], found: Parsed, k: int, *, tag: str = "", relation: str = "", word: str = "") -> str:
    """The tree with one word changed."""

    def swap(old: tuple[str, ...] | list[str], new: str) -> tuple[str, ...]:
        return (*old[:k], new or old[k], *old[k + 1 :])

    return written(list(swap(forms, word)), Parsed(swap(found.tags, tag), found.heads, swap(found.relations, relation)))


def _same(told: dict[int, object], expected: dict[int, object], k: int) -> bool:
    """True where the same is told about all other words; about the word itself only if about no other."""
    others = {at: fact for at, fact in expected.items() if at != k}
    return {at: fact for at, fact in told.items() if at != k} == others if others else told == expected


def _one_more(forms: list[str], found: Parsed, k: int, at: int, relation: str) -> str:
    """The tree with a word more that stands at `at` and hangs on word `k`."""
    heads = [head + (head >= at) for head in found.heads]
    return written(
        [*forms[:at], "x", *forms[at:]],
        Parsed(
            (*found.tags[:at], "X", *found.tags[at:]),
            (*heads[:at], k + (k >= at), *heads[at:]),
            (*found.relations[:at], relation, *found.relations[at:]),
        ),
    )


def _back(told: dict[int, object], at: int) -> dict[int, object]:
    """What is told of a tree with a word more at `at`, told of the words as they stood before."""
    found: dict[int, object] = {}
    for k, fact in told.items():
        moved = (fact[0] - (fact[0] > at), *fact[1:]) if isinstance(fact, tuple) else fact
        found[k if k < at else -2 if k == at else k - 1] = moved
    return found


def tables(path: Path) -> list[tuple[str, str, list[str]]]:
    """(name, tree, lines) of each tree in a file."""
    made: list[tuple[str, str, list[str]]] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        name, tree, *lines = block.split("\n")
        made.append((name, tree, [line.strip() for line in lines]))
    return made


def write(path: Path, blocks: list[tuple[str, str, list[str]]]) -> None:
    """The file that `tables` reads."""
    text = "\n\n".join("\n".join([name, tree, *("  " + line for line in lines)]) for name, tree, lines in blocks)
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Write each table again; a test module with one has `LIMITS` (path) and `limits_of` (name, tree -> lines)."""
    for name in sys.argv[1:]:
        module = import_module(name)
        write(module.LIMITS, [(n, tree, module.limits_of(n, tree)) for n, tree, _ in tables(module.LIMITS)])


if __name__ == "__main__":
    main()
