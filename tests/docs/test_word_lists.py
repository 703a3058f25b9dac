"""Words of English stand in tables: above `text/` code holds no list of them (issue 14).

Counted are sets, lists and tuples of at least two bare words in lower case that something is compared with (`in {...}`), frozensets of
such words, and strings of words that are split. Names of tags, relations, frames and kinds, which are ours, are left out. The numbers are
today's; they may only fall.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "zopa"
CEILINGS = {"statements": 83, "accounts": 6}
OURS = frozenset(
    # relations, tags and forms of universal dependencies; stances, kinds, forms, acts, statuses and slots of ours
    [
        "acl",
        "advcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "case",
        "cc",
        "ccomp",
        "compound",
        "conj",
        "cop",
        "csubj",
        "dep",
        "det",
        "discourse",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nsubj",
        "nummod",
        "obj",
        "obl",
        "parataxis",
        "punct",
        "root",
        "vocative",
        "xcomp",
        "relcl",
        "that",
        "to",
        "wh",
        "if",
        "bare",
        "ing",
        "verb",
        "copula",
        "noun",
        "past",
        "present",
        "future",
        "active",
        "passive",
        "possible",
        "conditional",
        "extent",
        "actor",
        "postponed",
        "continuing",
        "no-agreement",
        "refused",
        "go-on",
        "next",
        "must",
        "can",
        "told",
        "condition",
        "wish",
        "wants",
        "offers",
        "accepts",
        "refuses",
        "yields",
        "agrees",
        "signs",
        "meets",
        "fails",
        "ends",
        "blames",
        "threatens",
        "leaves",
        "starts",
        "never",
        "say",
        "think",
        "show",
        "quotation",
        "reported",
        "quoted",
        "author",
        "own-voice",
        "verbatim",
        "translated",
        "fragment",
        "paraphrase",
        "held",
        "cancelled",
        "refused",
        "planned",
        "precondition",
        "sequence",
        "state",
        "person",
        "organisation",
        "group",
        "place",
        "union",
        "party",
        "armed",
        "council",
        "company",
        "body",
        "demand",
        "reject",
        "offer",
        "accept",
        "propose",
        "support",
        "accuse",
        "protest",
        "sanction",
        "coerce",
        "aid",
        "investigate",
        "cooperate",
        "assess",
        "meet",
        "concede",
        "threaten",
        "predict",
        "number",
        "date",
        "speaker",
        "polarity",
        "act",
        "status",
        "day",
        "week",
        "month",
        "season",
        "year",
        "unresolved",
        "heading",
        "title",
        "caption",
        "credit",
        "contradicted",
        "corroborated",
        "opposed-judgement",
        "finding",
        "alignment",
        "speaker-party",
        "form",
        "names",
        "keys",
        "hour",
        "minute",
        "http",
        "https",
        "rename",
        "join",
        "outcome",
        "meeting",
    ]
)


def _words(node: ast.expr) -> list[str] | None:
    """The English words of a literal collection; None for anything else."""
    if (
        isinstance(node, ast.Set | ast.List | ast.Tuple)
        and node.elts
        and all(isinstance(e, ast.Constant) for e in node.elts)
    ):
        found = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        words = [
            w
            for w in found
            if re.fullmatch(r"[a-z]+(?:[ '-][a-z]+)*", w) and w not in OURS and not w.startswith("reader-")
        ]
        return words if len(words) > 1 else None
    return None


def _lists(tree: ast.AST) -> list[tuple[int, list[str]]]:
    """(line, words) of each list of English words in a module."""
    found: list[tuple[int, list[str]]] = []
    for node in ast.walk(tree):
        literals: list[ast.expr] = []
        if isinstance(node, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
            literals = node.comparators
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"frozenset", "set", "word_set"}
        ):
            literals = node.args
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr):
            literals = [node.left, node.right]
        for literal in literals:
            words = _words(literal) or _split_words(literal)
            if words:
                found.append((literal.lineno, words))
    return found


def _split_words(node: ast.expr) -> list[str] | None:
    """ "a b c".split(), or "a b c" handed to `word_set`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        node = node.func.value
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = [w for w in node.value.split() if re.fullmatch(r"[a-z'-]+", w) and w not in OURS]
        return words if len(words) > 1 else None
    return None


def lists_of(part: str) -> list[str]:
    """Where the lists of a part stand."""
    return [
        f"{path.relative_to(SRC)}:{line} {' '.join(words)[:60]}"
        for path in sorted((SRC / part).rglob("*.py"))
        for line, words in _lists(ast.parse(path.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize("part", sorted(CEILINGS))
def test_lists_of_words_grow_no_more(part: str) -> None:
    """No more lists than the ceiling says. Whoever moves a list into a table brings the ceiling down with it."""
    found = lists_of(part)
    assert len(found) <= CEILINGS[part], "\n".join(found)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("x in {'river', 'lake'}", 1),
        ("x not in ('river', 'lake')", 1),
        ("X = frozenset({'river', 'lake'})", 1),
        ("X = frozenset('river lake sea'.split())", 1),
        ("X = word_set('river lake')", 1),
        ("x & {'river', 'lake'}", 1),
        ("x in {'NOUN', 'VERB'}", 0),
        ("x in {'nsubj', 'obj'}", 0),
        ("x in {'river'}", 0),
        ("x in {',', ';'}", 0),
        ("x in words", 0),
        ("x = ['river', 'lake']", 0),
    ],
)
def test_what_is_counted(code: str, count: int) -> None:
    """Comparisons and sets with two or more English words; no tags, no relations, no marks."""
    assert len(_lists(ast.parse(code))) == count
