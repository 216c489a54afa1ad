"""Windows over the pieces of a text."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.annotate.pieces import ROOM, Window, best_rows, best_windows, windows


def _firsts(counts: list[int]) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(counts)])


@given(
    st.lists(st.integers(1, 8), min_size=1, max_size=900),
    st.integers(1, 60),
)
def test_windows_cover_every_word_and_hold_no_more_than_they_can(
    counts: list[int], sentence: int
) -> None:
    firsts = _firsts(counts)
    sentences = np.array([*range(0, len(counts), sentence), len(counts)])
    found = windows(firsts, sentences)

    assert set(range(len(counts))) == {i for w in found for i in range(w.first, w.last)}
    assert all(firsts[w.last] - firsts[w.first] <= ROOM for w in found)


def test_a_window_ends_at_a_sentence() -> None:
    found = windows(_firsts([1] * 400), np.array([0, 200, 300, 400]))

    assert found[0].last == 200


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    found = windows(_firsts([1] * 600), np.array([0, 600]))

    assert [w.last - w.first <= ROOM for w in found] == [True] * len(found)


def test_every_sentence_comes_from_the_window_with_most_text_around_it() -> None:
    parts = [Window(0, 8), Window(4, 12)]
    sentences = np.array([0, 2, 4, 6, 8, 10, 12])

    best = best_windows(parts, sentences)

    assert best.tolist() == [0, 0, 0, 1, 1, 1]
    assert best_rows(parts, best, sentences).tolist() == [0, 1, 2, 3, 4, 5, *range(10, 16)]


def test_a_sentence_no_window_holds_takes_each_word_from_one_that_has_it() -> None:
    parts = [Window(0, 4), Window(4, 8), Window(8, 10)]
    sentences = np.array([0, 10])

    rows = best_rows(parts, best_windows(parts, sentences), sentences)

    assert rows.tolist() == list(range(10))
