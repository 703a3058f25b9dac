"""`python -m training train FOLDER [--epochs N]` and `... score FILE`: the tagger; `... retellings FOLDER...`: one fact told twice."""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from training.retellings import fit, read_examples
from training.score import render_scores, score_file
from training.train import train
from training.trees import read_trees

if TYPE_CHECKING:
    from training.trees import Tree

HOME = Path(__file__).parents[1] / "src" / "zopa" / "text" / "en"
TRAINED_ON = {
    "ewt_train": "UD English EWT 2.15, train and part of it (Silveira et al. 2014), CC BY-SA 4.0",
    "gum_train": "UD English GUM 2.15, documents under CC BY, CC BY-SA or in the public domain (Zeldes 2017), annotation CC BY 4.0",
}
SEED = 1


def main() -> int:
    """Train or score, as the words after the command ask."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("do", choices=("train", "score", "retellings"))
    words.add_argument(
        "path", type=Path, nargs="+", help="the folder with *_train.conllu.xz, the file to score, or folders of stories"
    )
    words.add_argument("--epochs", type=int, default=34)
    asked = words.parse_args()
    if asked.do == "score":
        sys.stdout.write(render_scores(score_file(asked.path[0])) + "\n")
        return 0
    if asked.do == "retellings":
        sys.stdout.write(fit(read_examples(asked.path), HOME.parents[1] / "accounts" / "retelling.tsv") + "\n")
        return 0
    origin: dict[str, Any] = {}
    trees: list[Tree] = []
    for name, licence in TRAINED_ON.items():
        path = asked.path[0] / f"{name}.conllu.xz"
        trees += read_trees(path)
        origin[name] = {"what": licence, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    origin["seed"], origin["epochs"] = SEED, asked.epochs
    known, tags, relations, weights = train(
        trees, epochs=asked.epochs, seed=SEED, log=lambda line: sys.stdout.write(f"{line}\n") and sys.stdout.flush()
    )
    write_table(HOME / "tagger.npz", known, tags, relations, weights, origin)
    write_known(trees)
    return 0


def write_table(
    path: Path,
    known: dict[str, list[str]],
    tags: list[str],
    relations: list[str],
    weights: dict[str, Any],
    origin: dict[str, Any],
) -> None:
    """The table as numbers of one byte with a scale for each column, and the rest as JSON; the same input gives the same bytes."""
    stored: dict[str, Any] = {}
    for name, value in sorted(weights.items()):
        scale = np.maximum(np.abs(value).max(0) / 127, 1e-6).astype(np.float16 if value.ndim > 1 else np.float32)
        if value.ndim == 1:
            stored[f"w:{name}"], stored[f"s:{name}"] = value.astype(np.float16), np.float32(1)
            continue
        stored[f"w:{name}"] = np.clip(np.round(value / scale.astype(np.float32)), -127, 127).astype(np.int8)
        stored[f"s:{name}"] = scale
    facts = {"known": known, "tags": tags, "relations": relations, "origin": origin}
    stored["facts"] = np.frombuffer(json.dumps(facts, ensure_ascii=False).encode("utf-8"), np.uint8)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **stored)
    path.write_bytes(buffer.getvalue())


def write_known(trees: list[Tree]) -> None:
    """Words that reading knows from the trees: verbs, nouns, verbs with a that-clause or a recipient, forms of closed classes."""
    closed = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")
    verbs = _count(trees, ("VERB",), forms=False)
    with_that = Counter(
        tree.lemmas[tree.heads[clause - 1] - 1]
        for tree in trees
        for form, clause, relation in zip(tree.forms, tree.heads, tree.relations, strict=True)
        if (form.lower(), relation) == ("that", "mark") and tree.relations[clause - 1] == "ccomp"
    )
    giving = Counter(
        tree.lemmas[head - 1]
        for tree in trees
        for head, relation in zip(tree.heads, tree.relations, strict=True)
        if relation == "iobj"
    )
    directing = Counter(
        tree.lemmas[head - 1]
        for tree in trees
        for tag, head, relation in zip(tree.tags, tree.heads, tree.relations, strict=True)
        if relation == "xcomp" and tag == "VERB-Inf" and any(
            other == head and kind in {"obj", "iobj"} for other, kind in zip(tree.heads, tree.relations, strict=True)
        )
    )  # fmt: skip
    _write("directing_verbs", {word for word, n in directing.items() if n > 1 and word in verbs})
    _write("giving_verbs", {word for word, n in giving.items() if n > 1 and word in verbs})
    _write("verbs", {word for word, n in verbs.items() if n > 1})
    _write("nouns", {word for word, n in _count(trees, ("NOUN",), forms=False).items() if n > 1})
    _write("closed", {word for word, n in _count(trees, closed, forms=True).items() if n > 1})
    _write("that_verbs", {word for word, n in with_that.items() if n > 1 and n >= 0.05 * verbs.get(word, n / 0.01)})


def _count(trees: list[Tree], tags: tuple[str, ...], *, forms: bool) -> Counter[str]:
    words: Counter[str] = Counter()
    for tree in trees:
        for form, lemma, tag in zip(tree.forms, tree.lemmas, tree.tags, strict=True):
            word = form.lower().replace("’", "'") if forms else lemma
            if tag.split("-")[0] in tags and word.isascii() and word.islower() and word.replace("'", "").isalpha():
                words[word] += 1
    return words


def _write(name: str, words: set[str]) -> None:
    """One line for each first letter."""
    lines: dict[str, list[str]] = {}
    for word in sorted(words):
        lines.setdefault(word[0], []).append(word)
    head = "# From the trees that tagger.npz was trained on (README.md beside it); written by `python -m training train`.\n"
    body = "\n".join(" ".join(line) for line in lines.values()) + "\n"
    (HOME / f"known_{name}.txt").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
