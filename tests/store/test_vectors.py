"""Vectors found again: by day, in blocks, and after a day has changed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from graph.store import vectors
from graph.store.vectors import LENGTH, WIDTH, Row, Vectors


def pointing(*dimensions: int) -> bytes:
    """Unit vectors, one behind the other."""
    rows = np.zeros((len(dimensions), WIDTH), np.int8)
    rows[range(len(dimensions)), dimensions] = LENGTH
    return rows.tobytes()


def test_a_vector_is_found_with_its_article_and_its_place_there() -> None:
    days = {1: [("a", pointing(3, 4)), ("b", pointing(5, 6, 7))], 2: [("c", pointing(7))]}
    kept = Vectors(lambda day: days.get(day or 0, []))

    found = kept.close([pointing(7), pointing(4)], [1, 2, 3], 0.9)

    assert sorted(found) == [(0, "b", 2), (0, "c", 0), (1, "a", 1)]


@pytest.mark.parametrize(("together", "held"), [(200, 1000), (2, 1000), (3, 1), (1, 0)])
def test_what_is_found_does_not_hang_on_how_much_is_held(
    monkeypatch: pytest.MonkeyPatch, together: int, held: int
) -> None:
    monkeypatch.setattr(vectors, "COMPARED", together)
    monkeypatch.setattr(vectors, "MOST_HELD", held)
    days = {day: [(f"{day}-{k}", pointing(k, k + 1)) for k in range(day)] for day in range(6)}
    kept = Vectors(lambda day: days[day or 0])

    for _ in range(2):
        found = kept.close([pointing(2)], range(6), 0.9)
        assert {(article, nth) for _, article, nth in found} == {
            (f"{day}-{k}", 2 - k) for day in range(6) for k in (1, 2) if k < day
        }


def test_days_that_are_held_are_not_read_again_where_not_all_can_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vectors, "MOST_HELD", 6)
    asked = []

    def of_day(day: int | None) -> Iterator[Row]:
        asked.append(day)
        yield f"article of {day}", pointing(1)

    kept = Vectors(of_day)
    for _ in range(2):
        assert len(list(kept.close([pointing(1)], range(8), 0.9))) == 8

    assert len(asked) == 8 + 2


def test_a_day_that_has_changed_is_read_anew_and_no_other() -> None:
    asked = []

    def of_day(day: int | None) -> Iterator[Row]:
        asked.append(day)
        yield f"article {len(asked)}", pointing(1)

    kept = Vectors(of_day)
    list(kept.close([pointing(1)], [1, 2], 0.9))
    kept.forget(2)

    found = kept.close([pointing(1)], [1, 2], 0.9)

    assert [article for _, article, _ in found] == ["article 1", "article 3"]
    assert asked == [1, 2, 2]
