"""The coreference scores are those that a hand gets."""

from __future__ import annotations

import pytest

from graph.train.coreference import CoreferenceScores


def scores(gold: list[str], found: list[str]) -> CoreferenceScores:
    made = CoreferenceScores()
    made.add([frozenset(c) for c in gold], [frozenset(c) for c in found])
    return made


def test_what_is_right_scores_all() -> None:
    made = scores(["abc", "de"], ["abc", "de"])

    assert (made.muc.f1, made.b3.f1, made.ceafe.f1, made.f1) == pytest.approx((100,) * 4)


def test_two_clusters_made_one() -> None:
    """MUC: 3 of 3 links, 3 of 4; B³: recall 1, precision (9 + 4) / 25; CEAF-e: 6/8 of 2 and 1."""
    made = scores(["abc", "de"], ["abcde"])

    assert made.muc.f1 == pytest.approx(100 * 2 * 1 * 0.75 / 1.75)
    assert made.b3.f1 == pytest.approx(100 * 2 * 0.52 / 1.52)
    assert made.ceafe.f1 == pytest.approx(100 * 2 * 0.375 * 0.75 / (0.375 + 0.75))


def test_a_mention_that_is_missed_costs_recall() -> None:
    """MUC: 1 of 2 links, 1 of 1; B³: 4/9 of a mention's share a piece, over 3; precision 1."""
    made = scores(["abc"], ["ab"])

    assert made.muc.f1 == pytest.approx(100 * 2 * 0.5 / 1.5)
    assert made.b3.f1 == pytest.approx(100 * 2 * (4 / 9) / (1 + 4 / 9))
    assert made.ceafe.f1 == pytest.approx(100 * 4 / 5)


def test_a_cluster_of_one_does_not_count() -> None:
    assert scores(["ab", "c"], ["ab", "d"]).f1 == pytest.approx(100)
