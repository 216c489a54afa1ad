"""Figures and times against annotated ones: what is right, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from graph.train.counts import quantity_scores, time_scores

TEXT = "At least 19 men were held on Wednesday, and two escaped."


def row(**gold: list[dict[str, Any]]) -> dict[str, Any]:
    article = {"id": "a", "outlet": "Example Wire", "published": "2023-05-18", "text": TEXT}
    return {"article": article, "quantities": [], "times": [], **gold}


def figure(words: str, **values: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    numbers = dict.fromkeys(("min", "max", "best", "fraction"))
    return {"start": start, "end": start + len(words), **numbers, **values}


def test_a_figure_is_right_with_its_bound_and_its_numbers() -> None:
    right = [figure("At least 19", bound="at_least", min=19), figure("two", bound="exact", best=2)]

    assert quantity_scores([row(quantities=right)]).f1 == 100


@pytest.mark.parametrize("wrong", [{"bound": "exact", "best": 19}, {"bound": "at_least", "min": 9}])
def test_another_bound_or_number_is_wrong(wrong: dict[str, Any]) -> None:
    tally = quantity_scores([row(quantities=[figure("At least 19", **wrong)])])

    assert (tally.right, tally.found, tally.gold) == (0, 2, 1)


@pytest.mark.parametrize(("day", "right"), [("2023-05-17", 1), ("2023-05-24", 0)])
def test_a_time_is_right_on_its_days(day: str, right: int) -> None:
    start = TEXT.index("Wednesday")
    time = {"start": start, "end": start + 9, "earliest": day, "latest": day}

    assert time_scores([row(times=[time])]).right == right
