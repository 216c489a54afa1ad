"""The model's scores into labels and trees."""

from __future__ import annotations

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from graph.annotate.decode import distance_buckets, runs, tree, viterbi

LABELS = ["O", "B-source", "I-source", "B-content", "I-content"]
FREE = np.zeros((6, 5), dtype=np.float32)


def test_viterbi_keeps_to_what_the_table_allows() -> None:
    barred = FREE.copy()
    barred[0, 2] = barred[1, 2] = barred[4, 2] = barred[5, 2] = -1e4  # I only after B or I
    scores = np.array([[[1, 0, 0, 0, 0], [0, 0.5, 2, 0, 0]]], dtype=np.float32)

    path, _ = viterbi(scores, barred)

    assert path.tolist() == [[1, 2]]


def test_the_score_of_a_label_is_its_share_at_that_word() -> None:
    scores = np.log(np.array([[[0.7, 0.1, 0.1, 0.05, 0.05]]], dtype=np.float32))

    _, sure = viterbi(scores, FREE)

    assert sure[0, 0] == pytest.approx(0.7, abs=1e-5)


def test_runs_join_begin_and_inside() -> None:
    assert runs(np.array([1, 2, 0, 3, 4, 3]), LABELS) == [
        (0, 1, "source"),
        (3, 4, "content"),
        (5, 5, "content"),
    ]


def test_an_inside_of_another_kind_opens_a_run() -> None:
    assert runs(np.array([1, 4]), LABELS) == [(0, 0, "source"), (1, 1, "content")]


def test_distance_counts_from_the_edges_of_the_cue() -> None:
    assert distance_buckets(np.array([2, 3]), 7).tolist() == [18, 17, 0, 0, 1, 2, 3]


def _score(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


def _trees(n: int) -> list[tuple[int, ...]]:
    """All single-rooted trees over n words, by trying every assignment of heads."""
    found = []
    for code in range(n**n):
        heads = tuple(code // n**i % n for i in range(n))
        if sum(h == i for i, h in enumerate(heads)) != 1:
            continue
        at = list(range(n))
        for _ in range(n):
            at = [heads[a] for a in at]
        if len(set(at)) == 1:
            found.append(heads)
    return found


@settings(max_examples=60, deadline=None)
@given(arrays.arrays(np.float32, (4, 4), elements=st.floats(-5, 5, width=32)))
def test_the_tree_is_the_best_there_is(scores: np.ndarray) -> None:
    best = max(_score(scores, t) for t in _trees(4))

    assert _score(scores, tuple(tree(scores).tolist())) == pytest.approx(best, abs=1e-4)


def test_permuted_words_give_the_permuted_tree() -> None:
    scores = np.array([[0, 5, 1], [1, 6, 0], [0, 4, 1]], dtype=np.float32)
    for order in permutations(range(3)):
        index = np.array(order)
        found = tree(scores[np.ix_(index, index)])

        assert [order[h] for h in found] == [1] * 3


@settings(max_examples=40, deadline=None)
@given(
    arrays.arrays(np.float32, (2, 4, 3), elements=st.floats(-5, 5, width=32)),
    arrays.arrays(np.float32, (4, 3), elements=st.floats(-5, 5, width=32)),
    st.lists(st.integers(1, 4), min_size=2, max_size=2),
)
def test_viterbi_finds_the_best_labels_of_every_length(
    scores: np.ndarray, table: np.ndarray, lengths: list[int]
) -> None:
    def score(row: np.ndarray, labels: tuple[int, ...]) -> float:
        steps = zip((-1, *labels), labels, strict=False)
        return float(sum(table[a + 1, b] + row[i, b] for i, (a, b) in enumerate(steps)))

    path, _ = viterbi(scores, table, np.array(lengths))

    for row, found, n in zip(scores, path.tolist(), lengths, strict=True):
        best = max(score(row, labels) for labels in product(range(3), repeat=n))
        assert score(row, tuple(found[:n])) == pytest.approx(best, abs=1e-4)
