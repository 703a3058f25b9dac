"""The trained part: features, distances, batches, and heads that make one tree."""

from __future__ import annotations

import itertools
from importlib.resources import as_file, files

import numpy as np
import pytest

from zopa.text.network import (
    LONGEST,
    N_DISTANCES,
    Coder,
    TrainedTable,
    distances,
    features_of,
    mend_tree,
    parse,
    read_table,
)

PLAIN = ["Wendra", "signed", "the", "treaty", "in", "Tolvik", "."]


@pytest.fixture(scope="module")
def table() -> TrainedTable:
    with as_file(files("zopa.text") / "en" / "tagger.npz") as path:
        return read_table(path)


@pytest.mark.parametrize(
    ("form", "features"),
    [
        ("Wendra", ("wendra", "dra", "ra", "wen", "Xx4")),
        ("treaty", ("treaty", "aty", "ty", "tre", "xx4")),
        ("4,500", ("0,000", "000", "00", "0,0", "dpd4")),
        ("n’t", ("n't", "n't", "'t", "n't", "x’x3")),
        ("U.S.", ("u.s.", ".s.", "s.", "u.s", "X.X4")),
        ("“", ("“", "“", "“", "“", "p1")),
    ],
)
def test_features(form: str, features: tuple[str, ...]) -> None:
    """Word with digits alike, affixes, and the shape, in which a run of one kind counts once, the first letter apart."""
    assert features_of(form) == features


def test_a_value_that_was_not_learnt_has_row_0(table: TrainedTable) -> None:
    """Rows of known values begin at 2; the coder gives the same rows again."""
    coder = Coder(table)
    rows = coder.rows("qqzzqqzz")
    assert rows[0] == 0
    assert coder.rows("the")[0] == table.known["word"]["the"] >= 2
    assert coder.rows("qqzzqqzz") == rows


def test_distances() -> None:
    """Nearer and farther, in front and behind are classes of their own; the root has the last one."""
    made = distances(40)
    assert made.shape == (40, 41)
    assert (made[:, 0] == N_DISTANCES - 1).all()
    behind, before = made[0, 2:], made[39, 1:40]
    assert list(behind[:4]) == sorted(set(behind[:4]))  # 1, 2, 3, 4 words behind
    assert not set(behind) & set(before)
    assert behind[20] == behind[30]
    assert list(dict.fromkeys(behind)) == sorted(set(behind))


def test_the_table_tells_what_it_was_trained_from(table: TrainedTable) -> None:
    """Names, licences and hashes travel with the numbers; the outputs have the sizes that the names ask for."""
    for name in ("ewt_train", "gum_train"):
        assert len(table.origin[name]["sha256"]) == 64
        assert "CC BY" in table.origin[name]["what"]
    assert table.weights["tag.w"].shape[1] == len(table.tags)
    assert table.weights["rel.w"].shape[1] == len(table.relations)
    assert table.weights["embed.word"].shape[0] == len(table.known["word"]) + 2


def test_a_plain_sentence(table: TrainedTable) -> None:
    """Tags, heads and relations of a sentence that leaves no choice."""
    (found,) = parse(table, Coder(table), [PLAIN])
    assert found.tags == ("PROPN", "VERB-Fin-Past", "DET", "NOUN", "ADP", "PROPN", "PUNCT")
    assert found.heads[:4] == (1, -1, 3, 1)
    assert found.relations[:4] == ("nsubj", "root", "det", "obj")


def test_nothing_gives_nothing(table: TrainedTable) -> None:
    """No sentences, an empty one, one among others."""
    coder = Coder(table)
    assert parse(table, coder, []) == []
    assert parse(table, coder, [[]])[0].heads == ()
    empty, full = parse(table, coder, [[], PLAIN])
    assert (len(empty.tags), len(full.tags)) == (0, len(PLAIN))


def test_a_sentence_is_read_alike_alone_and_among_others(table: TrainedTable) -> None:
    """Batches of unlike lengths change no answer and keep the order."""
    coder = Coder(table)
    many = [PLAIN[:n] for n in (7, 1, 3)] + [PLAIN * 5] + [PLAIN[:2]] + [PLAIN * 20]
    assert parse(table, coder, many) == [parse(table, coder, [one])[0] for one in many]


def test_a_sentence_beyond_all_measure_is_read_in_pieces(table: TrainedTable) -> None:
    """Each piece is a tree of its own; heads never point outside it."""
    forms = (PLAIN * 100)[: 2 * LONGEST + 5]
    (found,) = parse(table, Coder(table), [forms])
    assert len(found.tags) == len(found.heads) == len(found.relations) == len(forms)
    assert sum(head < 0 for head in found.heads) == 3
    assert all(head < 0 or head // LONGEST == k // LONGEST for k, head in enumerate(found.heads))


def is_tree(heads: list[int]) -> bool:
    """One root, and everybody hangs on it."""
    if heads.count(0) != 1:
        return False
    for word in range(len(heads)):
        seen: set[int] = set()
        at = word
        while heads[at]:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at] - 1
    return True


def mended(rows: list[list[float]]) -> list[int]:
    scores = np.array(rows, np.float32)
    return [int(k) for k in mend_tree(scores, scores.argmax(-1).astype(np.int32))]


def test_a_tree_stays() -> None:
    """Heads that make a tree already are the answer."""
    assert mended([[0, -9, 5, 1], [5, 0, -9, 1], [0, 1, 5, -9]]) == [2, 0, 2]


def test_of_two_roots_the_better_stays() -> None:
    """The other takes the best head among the words."""
    assert mended([[5, -9, 1, 0], [9, 2, -9, 0], [0, 1, 5, -9]]) == [2, 0, 2]


def test_without_a_root_the_word_that_wants_it_most_gets_it() -> None:
    """Whoever loses least."""
    assert mended([[4, -9, 5, 0], [0, 9, -9, 3], [0, 1, 5, -9]]) == [0, 1, 2]


def test_a_circle_is_opened_where_it_costs_least() -> None:
    """Of the words 2 and 3, which hang on each other, 3 can leave for less."""
    assert mended([[9, -9, 0, 0], [0, 1, -9, 8], [0, 5, 6, -9]]) == [0, 3, 1]
    assert mended([[9, -9, 0, 0], [0, 7, -9, 8], [0, 1, 6, -9]]) == [0, 1, 2]


def test_any_scores_give_a_tree() -> None:
    """Random scores of up to seven words, and all choices of three."""
    rng = np.random.default_rng(5)
    for length in range(1, 8):
        for _ in range(40):
            scores = rng.standard_normal((length, length + 1)).astype(np.float32)
            scores[np.arange(length), np.arange(length) + 1] = -1e9
            assert is_tree([int(k) for k in mend_tree(scores, scores.argmax(-1).astype(np.int32))])
    for heads in itertools.product(range(4), repeat=3):
        scores = np.zeros((3, 4), np.float32)
        scores[np.arange(3), np.arange(3) + 1] = -1e9
        scores[np.arange(3), heads] = 1
        if all(head != k + 1 for k, head in enumerate(heads)):
            got = [int(k) for k in mend_tree(scores, np.array(heads, np.int32))]
            assert is_tree(got)
            assert not is_tree(list(heads)) or got == list(heads)


def test_the_given_heads_are_not_changed_in_place() -> None:
    """`mend_tree` answers with heads of its own."""
    scores = np.array([[1, -9, 2], [1, 2, -9]], np.float32)
    heads = scores.argmax(-1).astype(np.int32)
    mend_tree(scores, heads)
    assert list(heads) == [2, 1]
