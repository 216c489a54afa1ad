"""Calendar arithmetic: which days a name of a day, month, season or feast means.

    name, year or publication date  →  Days: the first and the last day

Nothing here reads text; ``graph.annotate.times`` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month each begins in (northern, meteorological); each lasts three."""
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
"""First and last day of the parts of a month."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included."""

    first: date
    last: date


def day(when: date) -> Days:
    """That day alone."""
    return Days(when, when)


def shifted(when: date, days: int) -> date:
    """Some days later or, below 0, earlier; stays within what a date can hold."""
    number = when.toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))


def month(year: int, number: int) -> Days:
    """A calendar month; 0 is December of the year before, 13 January of the next."""
    months = min(max(year * 12 + number - 1, 12), 9998 * 12)
    year, number = divmod(months, 12)
    following = date(year + (number == 11), (number + 1) % 12 + 1, 1)
    return Days(date(year, number + 1, 1), following - timedelta(days=1))


def part_of_month(year: int, number: int, part: str) -> Days:
    """Early (to the 10th), mid (to the 20th) or late."""
    whole, (first, last) = month(year, number), PARTS[part]
    return Days(whole.first.replace(day=first), min(shifted(whole.first, last - 1), whole.last))


def year_of(number: int) -> Days:
    """A calendar year."""
    number = min(max(number, 1), 9998)
    return Days(date(number, 1, 1), date(number, 12, 31))


def season(year: int, name: str) -> Days:
    """Three months; winter begins in December of the year and ends in the next."""
    first = SEASONS[name]
    return Days(month(year, first).first, month(year, first + 2).last)


def week(when: date, weeks: int = 0) -> Days:
    """Monday to Sunday of the week of that day, some weeks later or earlier."""
    monday = shifted(when, 7 * weeks - when.weekday())
    return Days(monday, shifted(monday, 6))


def weekend(when: date, weeks: int = 0) -> Days:
    """Saturday and Sunday of that week."""
    saturday = shifted(week(when, weeks).first, 5)
    return Days(saturday, shifted(saturday, 1))


def weekday_before(when: date, number: int, *, strictly: bool = False) -> date:
    """The last Monday (0) … Sunday (6) on or before that day; strictly: not on it."""
    back = (when.weekday() - number) % 7
    return shifted(when, -(back or (7 if strictly else 0)))


def weekday_after(when: date, number: int, *, strictly: bool = False) -> date:
    """The first Monday (0) … Sunday (6) on or after that day; strictly: not on it."""
    ahead = (number - when.weekday()) % 7
    return shifted(when, ahead or (7 if strictly else 0))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher 1961)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, before = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, before + 1)


_AFTER_EASTER = {
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "pentecost sunday": 49,
    "whit monday": 50,
}
_FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "victory day": (5, 9),
    "all saints' day": (11, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
FEASTS = (*_AFTER_EASTER, *_FIXED)


def feast(year: int, name: str) -> date:
    """The day of a feast of FEASTS in a year; names in lower case with straight apostrophes."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return shifted(easter(year), _AFTER_EASTER[name])
