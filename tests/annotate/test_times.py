"""From text to times, resolved against the day of publication."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.annotate.days import easter
from graph.annotate.times import find_times
from graph.types import TimeSpan

PUBLISHED = date(2022, 6, 2)  # a Thursday
WORDS = st.lists(
    st.sampled_from(
        "on Monday last week next month will said by the end of May 12 2014 June 29 February spring"
        " two days ago between and from to until Christmas Easter weekend yesterday earlier this"
        ' year late mid-June 1990s That night 2024-02-31 " . \n'.split(" ")
    )
).map(" ".join)


def only(text: str, published: date | None = PUBLISHED) -> TimeSpan:
    """The single time of a text."""
    [found] = find_times(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("He fled on Wednesday.", "Wednesday", "2022-06-01", "2022-06-01"),
        ("He fled on Thursday.", "Thursday", "2022-06-02", "2022-06-02"),
        ("He fled last Thursday.", "last Thursday", "2022-05-26", "2022-05-26"),
        ("They fled yesterday.", "yesterday", "2022-06-01", "2022-06-01"),
        ("Sirens wailed overnight.", "overnight", "2022-06-01", "2022-06-02"),
        ("It fell last week.", "last week", "2022-05-23", "2022-05-29"),
        ("It fell last month.", "last month", "2022-05-01", "2022-05-31"),
        ("It fell earlier this month.", "earlier this month", "2022-06-01", "2022-06-02"),
        ("It fell last year.", "last year", "2021-01-01", "2021-12-31"),
        ("It fell at the weekend.", "the weekend", "2022-05-28", "2022-05-29"),
        ("It fell two days ago.", "two days ago", "2022-05-31", "2022-05-31"),
        ("It fell three months ago.", "three months ago", "2022-03-01", "2022-03-31"),
        ("It fell in March.", "March", "2022-03-01", "2022-03-31"),
        ("It fell in October.", "October", "2021-10-01", "2021-10-31"),
        ("It fell in early May.", "early May", "2022-05-01", "2022-05-10"),
        ("It fell on March 14.", "March 14", "2022-03-14", "2022-03-14"),
        ("It fell last May.", "last May", "2022-05-01", "2022-05-31"),
        ("It fell last autumn.", "last autumn", "2021-09-01", "2021-11-30"),
        ("No bus has run since Christmas.", "Christmas", "2021-12-25", "2021-12-25"),
        ("It hid for the past three weeks.", "the past three weeks", "2022-05-12", "2022-06-02"),
        (
            "It rose between June and September.",
            "between June and September",
            "2021-06-01",
            "2021-09-30",
        ),
        ("He ran from Monday to Friday.", "from Monday to Friday", "2022-05-30", "2022-06-03"),
    ],
)
def test_a_relative_time_counts_from_publication(
    text: str, words: str, earliest: str, latest: str
) -> None:
    found = only(text)

    assert found.text == words
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert found.anchor == PUBLISHED
    assert found.rule


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The council will meet on Friday.", "2022-06-03", "2022-06-03"),
        ("He said on Monday he would go.", "2022-05-30", "2022-05-30"),
        ("On Tuesday the talks will resume.", "2022-06-07", "2022-06-07"),
        ("The names will be read on Sunday.", "2022-06-05", "2022-06-05"),
        ("The truce could last until August.", "2022-08-01", "2022-08-31"),
        ("They will leave on 12 June.", "2022-06-12", "2022-06-12"),
        ("It will open next month.", "2022-07-01", "2022-07-31"),
        ("Prices will fall by Christmas.", "2022-06-02", "2022-12-25"),
    ],
)
def test_a_clause_that_looks_ahead_means_a_time_to_come(
    text: str, earliest: str, latest: str
) -> None:
    found = only(text)

    assert (str(found.earliest), str(found.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It fell on 22 June 2021.", "2021-06-22", "2021-06-22"),
        ("It fell on Sept. 11, 2001.", "2001-09-11", "2001-09-11"),
        ("It fell on 2024-03-05.", "2024-03-05", "2024-03-05"),
        ("It fell in December 2019.", "2019-12-01", "2019-12-31"),
        ("It fell in 2014.", "2014-01-01", "2014-12-31"),
        ("It fell in the spring of 2020.", "2020-03-01", "2020-05-31"),
        ("It fell in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It fell on 3-5 May 2020.", "2020-05-03", "2020-05-05"),
        ("It rose between July and November 2020.", "2020-07-01", "2020-11-30"),
        ("It rose from 2014 to 2016.", "2014-01-01", "2016-12-31"),
    ],
)
def test_a_time_with_its_year_needs_no_publication(text: str, earliest: str, latest: str) -> None:
    for published in (PUBLISHED, None):
        found = only(text, published)

        assert (str(found.earliest), str(found.latest)) == (earliest, latest)
        assert found.anchor is None


@pytest.mark.parametrize("words", ["on Monday", "last week", "in June", "two days ago", "on 3 May"])
def test_without_publication_a_relative_time_is_unresolved(words: str) -> None:
    found = only(f"It fell {words}.", None)

    assert (found.earliest, found.latest, found.anchor, found.rule) == (None, None, None, "")


def test_a_day_that_no_year_has_is_unresolved() -> None:
    assert only("It fell on 31 February.").earliest is None


def test_the_next_day_follows_the_day_named_before() -> None:
    first, second = find_times("On 3 March 2021 he fled. The next day he died.", None)

    assert (first.text, second.text) == ("3 March 2021", "The next day")
    assert second.earliest == date(2021, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times wrote so.",
        "He may march to the marina.",
        "Theresa May spoke to June Carter.",
        "Every Friday they pray; on Mondays they rest.",
        "Bloody Sunday is remembered.",
        "More than 2000 people left.",
        "“I am leaving today,” he said.",
        "They fell in the fall of the city.",
        "It opens at 20:14.",
        "That night nobody slept.",
    ],
)
def test_what_names_no_time_is_no_time(text: str) -> None:
    assert find_times(text, PUBLISHED) == []


def test_easter_falls_where_the_church_puts_it() -> None:
    assert [easter(year) for year in (1961, 2000, 2024)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2024, 3, 31),
    ]


@given(WORDS | st.text(), st.none() | st.dates())
def test_times_lie_in_order_apart_and_on_their_words(text: str, published: date | None) -> None:
    found = find_times(text, published)

    assert all(t.span.of(text) == t.text for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(WORDS, st.none() | st.dates())
def test_the_first_day_is_never_after_the_last(text: str, published: date | None) -> None:
    for t in find_times(text, published):
        assert (t.earliest is None) == (t.latest is None)
        assert bool(t.rule) == (t.earliest is not None)
        if t.earliest and t.latest:
            assert t.earliest <= t.latest
        assert t.anchor in (None, published)


@pytest.mark.parametrize(
    "piece",
    ["Monday ", "in May ", "5 May 2014 ", "will be ", "last ", "a ", '"', "\n", "from 2014 to "],
)
def test_a_very_long_line_takes_little_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    find_times(text, PUBLISHED)

    assert time.process_time() - start < 5
