"""Two counts agree, differ, or exclude each other."""

from __future__ import annotations

import pytest
from made import figure as count

from graph.corpus import Figure
from graph.resolve.figures import agree, comparable, differ, exclude, figure
from graph.types import Quantity, Span


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (count("12", "exact", 12), count("30", "exact", 30)),
        (count("more than 700", "more_than", 700), count("500", "exact", 500)),
        (count("fewer than 20", "less_than", 20), count("20", "exact", 20)),
        (count("about 60", "approximate", 60), count("40", "exact", 40)),
    ],
)
def test_figures_that_cannot_both_be_right_exclude_each_other(a: Figure, b: Figure) -> None:
    assert exclude(a, b)
    assert exclude(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (count("at least 12", "at_least", 12), count("at least 19", "at_least", 19)),
        (count("more than 700", "more_than", 700), count("around 1,000", "approximate", 1000)),
        (count("at least 12", "at_least", 12), count("15", "exact", 15)),
        (count("12", "exact", 12), count("12", "exact", 12)),
        (count("12", "exact", 12), count("30", "exact", 30, unit="person:hurt")),
        (count("12", "exact", 12), count("30", "exact", 30, unit="house")),
    ],
)
def test_figures_that_can_both_be_right_do_not(a: Figure, b: Figure) -> None:
    assert not exclude(a, b)


def test_two_floors_are_two_counts_that_may_both_be_right() -> None:
    low, high = count("at least 12", "at_least", 12), count("at least 19", "at_least", 19)

    assert differ(low, high)
    assert not differ(low, low)
    assert not differ(low, count("at least 19", "at_least", 19, unit="house"))


def test_the_same_number_of_the_same_thing_agrees() -> None:
    assert agree(count("twelve", "exact", 12), count("12", "exact", 12))
    assert not agree(count("12", "exact", 12), count("12", "exact", 12, unit="house"))


def test_men_may_be_soldiers_or_others_but_soldiers_are_no_civilians() -> None:
    men, soldiers, people = (
        count("74", "exact", 74, unit=unit) for unit in ("man:dead", "soldier:dead", "person:dead")
    )

    assert comparable(men, soldiers)
    assert comparable(people, men)
    assert not comparable(soldiers, people)
    assert not comparable(men, count("74", "exact", 74, unit="soldier:hurt"))


def of(text: str, words: str, unit: str) -> Figure:
    number = Quantity(Span(0, 0), words, "exact", 1, 1, 1, unit=unit)
    return figure(number, text, text.index(words))


def test_the_dead_and_the_wounded_are_two_counts() -> None:
    text = "12 civilians were killed and 30 people wounded in the raid"
    dead, hurt = of(text, "12", "civilians"), of(text, "30", "people")

    assert dead.unit == "person:dead"
    assert hurt.unit == "person:hurt"
    assert not comparable(dead, hurt)


@pytest.mark.parametrize("words", ["died", "were killed", "perished", "lost their lives"])
def test_who_died_was_killed_or_lost_his_life_is_one_count(words: str) -> None:
    twelve = of(f"12 people {words} in the raid", "12", "people")
    thirty = of("the raid killed 30 people", "30", "people")

    assert comparable(twelve, thirty)


def test_a_floor_and_a_far_larger_number_are_two_counts_that_may_both_be_right() -> None:
    floor, number = count("at least 14", "at_least", 14), count("22", "exact", 22)

    assert differ(floor, number)
    assert not exclude(floor, number)
    assert not differ(floor, count("15", "exact", 15))


def test_what_became_of_them_may_stand_before_the_number() -> None:
    assert of("the strike killed 12 people", "12", "people").unit == "person:dead"
