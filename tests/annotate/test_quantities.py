"""From text to counts with their bounds."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.annotate.quantities import find_quantities
from graph.types import Quantity

WORDS = st.lists(
    st.sampled_from(
        "at least more than up to 12 1,200 two dozen hundred and a half third of per cent or to -"
        " between one soldiers , . ( ) $5 March 2014 aged nearly some million couple scores most"
        ' twenty-five 9.30 " \n 99999999999999'.split(" ")
    )
).map(" ".join)


def only(text: str) -> Quantity:
    """The single count of a text."""
    [quantity] = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "words", "bound", "low", "high", "best"),
    [
        ("They counted 1,340 lorries.", "1,340", "exact", 1340, 1340, 1340),
        ("Twenty-five medics left.", "Twenty-five", "exact", 25, 25, 25),
        ("We saw two hundred and six graves.", "two hundred and six", "exact", 206, 206, 206),
        ("They sent 1.2 million shells.", "1.2 million", "exact", 1.2e6, 1.2e6, 1.2e6),
        ("It lasted nine and a half hours.", "nine and a half", "exact", 9.5, 9.5, 9.5),
        ("There were no casualties.", "no", "exact", 0, 0, 0),
        ("At least 115 guards were sacked.", "At least 115", "at_least", 115, None, None),
        ("No fewer than six posts fell.", "No fewer than six", "at_least", 6, None, None),
        ("We logged 700+ drones.", "700+", "at_least", 700, None, None),
        ("Some put it at 40 or more.", "40 or more", "at_least", 40, None, None),
        ("Upwards of 700 asked.", "Upwards of 700", "more_than", 700, None, None),
        ("It cost well over 300 lives.", "well over 300", "more_than", 300, None, None),
        ("The toll passed 150.", "passed 150", "more_than", 150, None, None),
        ("As many as 90 drowned.", "As many as 90", "at_most", None, 90, None),
        ("Up to a dozen boats sank.", "Up to a dozen", "at_most", None, 12, None),
        ("Nearly 5,300 tents came.", "Nearly 5,300", "less_than", None, 5300, None),
        ("Fewer than ten came back.", "Fewer than ten", "less_than", None, 10, None),
        ("An estimated 500 fled.", "An estimated 500", "approximate", None, None, 500),
        ("About forty nurses stayed.", "About forty", "approximate", None, None, 40),
        ("Sixty-odd cooks stayed.", "Sixty-odd", "approximate", None, None, 60),
        ("A dozen shells fell.", "A dozen", "approximate", None, None, 12),
        ("Half a million fled.", "Half a million", "approximate", None, None, 500000),
        ("Between 20 and 30 tanks burned.", "Between 20 and 30", "range", 20, 30, None),
        ("Some 40-50 tanks burned.", "Some 40-50", "range", 40, 50, None),
        ("Two to three million left.", "Two to three million", "range", 2e6, 3e6, None),
        ("Dozens were hurt.", "Dozens", "vague", 24, None, None),
        ("Hundreds were hurt.", "Hundreds", "vague", 200, None, None),
        ("Tens of thousands fled.", "Tens of thousands", "vague", 20000, None, None),
    ],
)
def test_a_count_has_its_words_and_its_bounds(
    text: str, words: str, bound: str, low: float, high: float, best: float
) -> None:
    found = only(text)

    assert (found.text, found.bound) == (words, bound)
    assert (found.min, found.max, found.best) == (low, high, best)
    assert found.fraction is None


@pytest.mark.parametrize(
    ("text", "bound", "fraction"),
    [
        ("A third of the pumps work.", "exact", 1 / 3),
        ("It lost one-third of its force.", "exact", 1 / 3),
        ("Three quarters of the town burned.", "exact", 0.75),
        ("Half the garrison deserted.", "exact", 0.5),
        ("More than half of them left.", "more_than", 0.5),
        ("Most of the guards left.", "more_than", 0.5),
        ("No more than 12 percent of voters came.", "at_most", 0.12),
        ("About one in ten of them spoke.", "approximate", 0.1),
        ("Ninety-nine per cent were found.", "exact", 0.99),
    ],
)
def test_a_share_is_a_fraction(text: str, bound: str, fraction: float) -> None:
    found = only(text)

    assert found.bound == bound
    assert found.fraction == pytest.approx(fraction)
    assert (found.min, found.max, found.best) == (None, None, None)


def test_a_range_of_per_cent_has_both_ends() -> None:
    found = only("They freed 20 to 30 per cent of the town.")

    assert (found.min, found.max, found.fraction) == (0.2, 0.3, 0.25)


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Example, 34, said so.",
        "A 34-year-old was held.",
        "She was eleven when it began.",
        "He died aged 71.",
        "A boy of fourteen ran.",
        "Children under 12 ate first.",
        "The shelling began at 6.20 a.m. and stopped at nine.",
        "By eight the square was empty.",
        "14:31 Smoke over the port.",
        "It was half past six.",
        "It was signed on 12 May 2014 and on June 9.",
        "The 2014 war, the war of 1992–95, and 2019.",
        "They met on 12 and 13 October.",
        "He paid $5 million, 300 euros and 400,000 roubles.",
        "The 93rd Brigade, Unit 74455 and Battalion 61 left.",
        "Resolutions 2254 and 2118 bind it.",
        "12 Squadron flew; so did the 1st.",
        "The T-72, the S-300 and a 155mm gun.",
        "Watch Channel Ten or Rossiya 24.",
        "A 41-page report; see page 23.",
        "Call +380 44 555 0123.",
        "The match ended 3-1.",
        "One of them spoke to one another; no one else did.",
        "The one that got away came one day.",
        "A third recording surfaced.",
        "It cut the street in half; the other half stood.",
        "He fed thousands of dollars to it.",
        "0730: sirens.",
        "It was claimed so.[2]",
    ],
)
def test_what_counts_nothing_is_no_count(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "One soldier was killed.",
        "The raid left three dead, one wounded.",
        "Only one bridge stands.",
        "They killed one and fled.",
        "At least one of them spoke.",
    ],
)
def test_one_counts_beside_things_and_casualties(text: str) -> None:
    assert find_quantities(text)[-1].text.lower().endswith("one")


def test_over_and_under_bound_nothing_where_they_say_where() -> None:
    assert [q.bound for q in find_quantities("It flew over two ridges, under three wires.")] == [
        "exact",
        "exact",
    ]


def test_a_rise_is_two_counts_and_no_range() -> None:
    found = find_quantities("The toll rose from 200 to 350 victims.")

    assert [q.best for q in found] == [200, 350]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("At least 115 Russian guardsmen left.", "Russian guardsmen"),
        ("Half of the ground force left.", "ground force left"),
        ("A six-hour raid.", "hour"),
        ("It is 12 km away.", "km"),
        ("Nineteen were killed.", ""),
        ("Seven of them spoke.", ""),
    ],
)
def test_the_unit_is_the_counted_noun_as_written(text: str, unit: str) -> None:
    assert only(text).unit == unit


@given(WORDS | st.text())
def test_counts_lie_in_order_apart_and_on_their_words(text: str) -> None:
    found = find_quantities(text)

    assert all(q.span.of(text) == q.text for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(WORDS)
def test_limits_are_ordered_and_fractions_are_shares(text: str) -> None:
    for q in find_quantities(text):
        assert q.min is None or q.max is None or q.min <= q.max
        assert q.fraction is None or 0 <= q.fraction <= 1
        assert q.counted is None


@pytest.mark.parametrize(
    "piece",
    ["9", "1,111,", "one ", "two or ", "from 1 to ", "hundred and ", "at least ", "x", "\n"],
)
def test_a_very_long_line_takes_little_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    find_quantities(text)

    assert time.process_time() - start < 5
