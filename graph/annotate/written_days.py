"""Times that need no day of publication: "22 June 2021", "in 2014", "three days later".

    a match of ``graph.annotate.time_words``  →  Meaning, or None

Those that do are read in ``graph.annotate.meanings``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph.annotate import days
from graph.annotate.days import Days
from graph.annotate.numbers import WORTH

STEP = {"day": 1, "week": 7}
"""Days in a unit that always has as many."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a time is resolved in."""

    published: date | None
    ahead: bool = False
    """True if its clause looks ahead: "will meet on Friday"."""
    named: date | None = None
    """The day that the text named last, nearby; None if none."""
    year: int | None = None
    """The year that the other end of the same range gives."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The days a time may mean, and why."""

    days: Days
    rule: str
    relative: bool = True
    """True if it was counted from the day of publication."""


def number_of(written: str) -> int:
    """1 for "a"; digits and number words by their worth."""
    if written[:1].isdigit():
        return int(re.sub(r"\D", "", written))
    words = re.split(r"[- ]", written.lower())
    return int(sum(WORTH.get(word, 0) for word in words)) or 1


def month_number(name: str) -> int:
    """1 for "January", "Jan." and "Jan"."""
    return days.MONTHS.index(name[:3].lower()) + 1


def dated(found: re.Match[str], year: int) -> Days | None:
    """The day or days of a date in a year; None if it has no such day."""
    month = month_number(found["m1"] or found["m2"])
    first = number_of(found["d1"] or found["d3"])
    last = number_of(found["d2"] or found["d4"] or str(first))
    try:
        span = Days(date(year, month, first), date(year, month, last))
    except ValueError:
        return None
    return span if span.first <= span.last else None


def part_of(span: Days, part: str | None) -> Days:
    """Early, mid or late in a month; its first or last day; else all of it."""
    word = (part or "").lower().removeprefix("the ").removesuffix(" of")
    first = span.first
    if word in days.PARTS:
        return days.part_of_month(first.year, first.month, word)
    edges = {"end": span.last, "beginning": first, "start": first}
    return days.day(edges[word]) if word in edges else span


def _iso(found: re.Match[str], setting: Setting) -> Meaning | None:
    try:
        return Meaning(days.day(date.fromisoformat(found["iso_day"])), "date as written", False)
    except ValueError:
        return None


def _date_with_year(found: re.Match[str], setting: Setting) -> Meaning | None:
    year = found["y1"] or found["y2"] or setting.year
    span = dated(found, int(year)) if year else None
    return Meaning(span, "date as written", False) if span else None


def _month_with_year(found: re.Match[str], setting: Setting) -> Meaning | None:
    year = found["m_year"] or setting.year
    if not year:
        return None
    span = days.month(int(year), month_number(found["m_name"]))
    return Meaning(part_of(span, found["m_part"]), "month and year as written", False)


def _season_with_year(found: re.Match[str], setting: Setting) -> Meaning | None:
    if not found["s_year"]:
        return None
    span = days.season(int(found["s_year"]), found["s_name"])
    return Meaning(span, "season of the northern year, as written", False)


def _decade(found: re.Match[str], setting: Setting) -> Meaning:
    first = int(found["c_ten"])
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(
        (found["c_part"] or "").lower(), (0, 9)
    )
    span = Days(days.year_of(first + start).first, days.year_of(first + end).last)
    return Meaning(span, "decade as written", False)


def _year(found: re.Match[str], setting: Setting) -> Meaning | None:
    year = int(found["y_year"])
    if setting.published and year > setting.published.year + 30:
        return None
    start, end = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(
        (found["y_part"] or "").lower(), (1, 12)
    )
    span = Days(days.month(year, start).first, days.month(year, end).last)
    return Meaning(span, "year as written", False)


def _shift(found: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.named is None:
        return None
    count = number_of(found["h_count"]) * STEP[found["h_unit"]]
    when = days.shifted(setting.named, -count if found["h_way"] == "earlier" else count)
    return Meaning(days.day(when), "counted from the day named before", False)


def _same(found: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.named is None:
        return None
    word = (found["n_which"] or found["n_way"]).lower()
    shift = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}.get(word, 0)
    when = days.shifted(setting.named, shift)
    return Meaning(days.day(when), "counted from the day named before", False)


WRITTEN = {
    "iso": _iso,
    "date": _date_with_year,
    "month": _month_with_year,
    "season": _season_with_year,
    "decade": _decade,
    "year": _year,
    "shift": _shift,
    "same": _same,
}
