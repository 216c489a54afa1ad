"""Annotated passages against what is read of figures and times.

rows of ``convert.py``  →  a Tally of quantities, a Tally of times

A quantity is right if it meets a gold one and has its bound and every number that the gold gives; a
time if it meets a gold one and is resolved to the same days, or like it to none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from graph.annotate.quantities import find_quantities
from graph.annotate.times import find_times
from graph.train.passages import article_of
from graph.train.tally import Tally
from graph.types import Quantity, TimeSpan

_T = TypeVar("_T", Quantity, TimeSpan)
_NUMBERS = ("min", "max", "best", "fraction")
_NEAR = 1e-3


def quantity_scores(rows: Sequence[dict[str, Any]]) -> Tally:
    """Quantities over passages."""
    tally = Tally()
    for row in rows:
        found = list(find_quantities(article_of(row).text))
        _count(row["quantities"], found, _same_quantity, tally)
    return tally


def time_scores(rows: Sequence[dict[str, Any]]) -> Tally:
    """Times over passages."""
    tally = Tally()
    for row in rows:
        article = article_of(row)
        found = list(find_times(article.text, article.published))
        _count(row["times"], found, _same_time, tally)
    return tally


def _count(
    gold: Sequence[dict[str, Any]], found: Sequence[_T],
    same: Callable[[dict[str, Any], _T], bool], tally: Tally,
) -> None:  # fmt: skip
    """Match each gold one with one that meets it and is the same."""
    free, right = list(found), 0
    for one in gold:
        meets = (f for f in free if min(f.span.end, one["end"]) > max(f.span.start, one["start"]))
        hit = next((f for f in meets if same(one, f)), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    tally.add(right, len(found), len(gold))


def _same_quantity(gold: dict[str, Any], found: Quantity) -> bool:
    given = {name: gold[name] for name in _NUMBERS if gold[name] is not None}
    numbers = {name: getattr(found, name) for name in given}
    return found.bound == gold["bound"] and all(
        number is not None and abs(number - given[name]) < _NEAR for name, number in numbers.items()
    )


def _same_time(gold: dict[str, Any], found: TimeSpan) -> bool:
    days = (found.earliest, found.latest)
    return tuple(day.isoformat() if day else None for day in days) == (
        gold["earliest"] or None, gold["latest"] or None,
    )  # fmt: skip
