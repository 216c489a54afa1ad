"""Words → the day they stand for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.read import parse_date
from graph.read.dates import find_date


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05",
        " 2024-03-05 ",
        "2024-03-05T23:30:00Z",
        "2024-03-05T23:30:00+02:00",
        "2024-03-05 10:14",
    ],
)
def test_a_date_or_a_date_with_a_time_gives_the_day_as_written(text: str) -> None:
    assert parse_date(text, where="--published") == date(2024, 3, 5)


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat(), where="here") == day


@pytest.mark.parametrize(
    "text", ["last week", "", "2024", "2024-13-01", "2024-02-30", "5/3/2024", "20240305", "x" * 999]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^here: expected a date such as 2024-03-05, found "):
        parse_date(text, where="here")


def test_the_message_names_the_place_and_what_to_do() -> None:
    with pytest.raises(InputError) as caught:
        parse_date("last week", where="--published")

    assert str(caught.value) == (
        '--published: expected a date such as 2024-03-05, found "last week". '
        "Correct it or leave it out."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Published 5 March 2024",
        "March 5, 2024 10:14 GMT",
        "Tue 5th Mar 2024",
        "on 2024-03-05T10:00",
    ],
)
def test_a_day_is_found_in_a_line(line: str) -> None:
    found = find_date(line)

    assert found is not None
    assert found[0] == date(2024, 3, 5)


@pytest.mark.parametrize("line", ["March 2024", "5/3/2024", "31 February 2024", "Tuesday"])
def test_what_is_no_single_day_is_not_found(line: str) -> None:
    assert find_date(line) is None
