"""Universal dependency trees from CoNLL-U files, as the training and the scorer want them."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: its text, and for each word form, lemma, tag, head (1-based, 0 for the root) and relation.

    `places` are the spans of the words in `text`; words of one written word ("don't") have the spans of its parts.
    """

    text: str
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """The trees of a file, in order."""
    opener = lzma.open if path.suffix == ".xz" else open
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            if line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _tree(rows)
                rows = []
    if rows:
        yield _tree(rows)


def _tree(rows: list[list[str]]) -> Tree:
    words = [row for row in rows if row[0].isdigit()]
    text, places = _placed(rows)
    return Tree(
        text,
        tuple(row[1] for row in words),
        tuple(row[2] for row in words),
        tuple(tag_of(row[3], row[5]) for row in words),
        tuple(int(row[6]) for row in words),
        tuple(relation_of(row[7]) for row in words),
        tuple(places),
    )


def tag_of(upos: str, features: str) -> str:
    """The tag that is learnt: part of speech, with form and tense for verbs ("VERB-Fin-Past")."""
    if upos not in {"VERB", "AUX"}:
        return upos
    named = dict(part.split("=", 1) for part in features.split("|") if "=" in part)
    form = named.get("VerbForm", "Fin")
    tense = named.get("Tense", "") if form in {"Fin", "Part"} else ""
    return "-".join(part for part in (upos, form, tense) if part)


def relation_of(relation: str) -> str:
    """The relation that is learnt; subtypes that no frame needs are dropped."""
    kept = {
        "nsubj:pass",
        "aux:pass",
        "acl:relcl",
        "compound:prt",
        "nmod:poss",
        "obl:agent",
        "obl:unmarked",
        "csubj:pass",
        "nsubj:outer",
    }
    return relation if relation in kept else relation.split(":", maxsplit=1)[0]


def _placed(rows: list[list[str]]) -> tuple[str, list[tuple[int, int]]]:
    """The text and the place of each word; the parts of a written word are found in it one behind the other."""
    text, places, until, at, whole = "", [], 0, 0, ""
    for row in rows:
        if "." in row[0]:
            continue
        blank = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            until, whole, at = int(row[0].split("-")[1]), row[1], len(text)
            text += whole + blank
            continue
        if int(row[0]) <= until:
            found = text.find(row[1], at, len(text))
            start = found if found >= 0 else at
            end = start + len(row[1]) if found >= 0 else min(len(text), at + len(row[1]))
            places.append((start, end))
            at = end
        else:
            places.append((len(text), len(text) + len(row[1])))
            text += row[1] + blank
    return text, places
