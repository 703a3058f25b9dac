"""Fits the weights by which two sentences are taken for one fact (`zopa.accounts.retellings`) on lists written down by hand.

A story is a folder of accounts, `NAME`, with the list `NAME.expected.md` beside it, in which each agreement is a line
`- AGREE account: "words" || account: "words"`. Pairs of sentences that hold the words of one such line are its examples, all other pairs
the counterexamples. The lists hold what their writer found worth it, not all that is so: the precision told here is the least.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from zopa.accounts.compare import published_day
from zopa.accounts.items import build_items
from zopa.accounts.retellings import MEASURES, RetellingCorpus
from zopa.run.documents import read_accounts
from zopa.sources import find_originators, find_overlaps

_QUOTED = re.compile(r'([a-z0-9]+): "(.*?)"(?= \|\||$|\s*\()')
_STRENGTH = 0.5  # inverse of the regularisation


@dataclass(frozen=True)
class Examples:
    """Measures of pairs, the agreement each belongs to (0 for none), the story of each; how many agreements were written down."""

    measures: Any
    agreement: Any
    story: Any
    written: int
    digest: str


def read_examples(folders: list[Path]) -> Examples:
    """All pairs of sentences of the stories below `folders` that have enough in common to be looked at."""
    rows: list[tuple[float, ...]] = []
    agreement: list[int] = []
    story: list[int] = []
    written, digest = 0, hashlib.sha256()
    lists = sorted(path for folder in folders for path in folder.rglob("*.expected.md"))
    for number, path in enumerate(lists):
        listed = path.read_text(encoding="utf-8")
        accounts = read_accounts([path.parent / path.name.removesuffix(".expected.md")])
        by_name = {Path(document.path).stem: document for document in accounts.documents}
        wanted = [spans for line in listed.splitlines() if (spans := _spans(line, by_name))]
        digest.update(listed.encode("utf-8"))
        written += len(wanted)
        overlaps = find_overlaps(accounts.documents)
        items = build_items(
            accounts.records, find_originators(accounts.documents, overlaps), overlaps,
            [published_day(document) for document in accounts.documents],
        )  # fmt: skip
        corpus = RetellingCorpus(items)
        for pair in corpus.pairs():
            ends = [sentence.told.passage for sentence in (pair.a, pair.b)]
            found = (n for n, spans in enumerate(wanted, 1) if all(any(_meet(s, e) for s in spans) for e in ends))
            rows.append(corpus.measures(pair))
            agreement.append(next(found, 0))
            story.append(number)
    return Examples(np.array(rows), np.array(agreement), np.array(story), written, digest.hexdigest())


def _spans(line: str, by_name: dict[str, Any]) -> list[tuple[str, int, int]]:
    if not line.startswith("- AGREE"):
        return []
    found: list[tuple[str, int, int]] = []
    for name, words in _QUOTED.findall(line):
        at = by_name[name].text.find(words) if name in by_name else -1
        if at >= 0:
            found.append((by_name[name].id, at, at + len(words)))
    return found if len({source for source, _, _ in found}) > 1 else []


def _meet(span: tuple[str, int, int], passage: Any) -> bool:
    return span[0] == passage.source and span[1] < passage.end and passage.start < span[2]


def fit(examples: Examples, path: Path) -> str:
    """Write the weights to `path` and tell what they find on stories left out of the fit, eight parts."""
    right = (examples.agreement > 0).astype(int)
    if not 0 < right.sum() < len(right):
        raise SystemExit(
            "nothing to fit: expected folders of accounts, each with NAME.expected.md beside it and in it lines such as "
            '`- AGREE account: "words" || account: "words"`'
        )
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=2000))
    likely = cross_val_predict(
        model, examples.measures, right, groups=examples.story, cv=GroupKFold(8), method="predict_proba"
    )[:, 1]
    model.fit(examples.measures, right)
    scale, regression = model[0], model[-1]
    weights = regression.coef_[0] / scale.scale_
    constant = regression.intercept_[0] - float(np.sum(weights * scale.mean_))
    stories = len(set(examples.story.tolist()))
    head = (
        "# Weights of `zopa.accounts.retellings`, fitted by `python -m training retellings` on agreements that people wrote down:\n"
        f"# {examples.written} of them, in {stories} stories. sha256 of the lists: {examples.digest}\n"
    )
    rows = [("constant", constant), *zip(MEASURES, weights, strict=True)]
    path.write_text(head + "".join(f"{name}\t{value:.4f}\n" for name, value in rows), encoding="utf-8")
    precision = average_precision_score(right, likely)
    told = [
        f"{stories} stories, {examples.written} agreements, {len(right)} pairs; left-out average precision {precision:.3f}"
    ]
    for least in (0.6, 0.5, 0.45, 0.4, 0.35, 0.3):
        shown = likely >= least
        given = {(s, a) for s, a in zip(examples.story[shown], examples.agreement[shown], strict=True) if a}
        told.append(
            f"from {least}: {int(shown.sum())} pairs, {right[shown].mean():.2f} of them on the lists, "
            f"{len(given)} agreements of {examples.written}"
        )
    return "\n".join(told)
