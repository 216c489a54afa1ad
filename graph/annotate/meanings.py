"""What the words for a time mean: a match of ``graph.annotate.time_words``  →  Meaning.

One function a kind of words. Each is given the setting: the day of publication, whether the clause
looks ahead, the day the text named last.
"""

from __future__ import annotations

import re
from datetime import date

from graph.annotate import days
from graph.annotate.days import Days
from graph.annotate.written_days import (
    STEP,
    WRITTEN,
    Meaning,
    Setting,
    dated,
    month_number,
    number_of,
    part_of,
)

SOON = 31
"""A day without a year is the next to come, not the last past, if it is so many days ahead."""
FAR = 240
"""And where the clause looks ahead, so many."""
_MONTHS = {"year": 12, "decade": 120}
"""In a unit of so many."""


def meaning(found: re.Match[str], setting: Setting) -> Meaning | None:
    """What a match of ``time_words`` means; None if that cannot be told."""
    kind = found.lastgroup
    if kind in WRITTEN and (meant := WRITTEN[kind](found, setting)):
        return meant
    if kind in _RELATIVE and setting.published:
        return _RELATIVE[kind](found, setting, setting.published)
    return None


def _date(found: re.Match[str], setting: Setting, published: date) -> Meaning | None:
    if found["y1"] or found["y2"]:
        return None
    years = range(published.year - 8, published.year + 9)  # 29 February: up to eight years off
    spans = [span for year in years if (span := dated(found, year))]
    reach = days.shifted(published, FAR if setting.ahead else SOON)
    coming = [span for span in spans if published <= span.last and span.first <= reach]
    if coming and setting.ahead:
        return Meaning(coming[0], "day and month: the next to come")
    past = [span for span in spans if span.first <= published]
    if not (coming or past):
        return None
    return Meaning((coming or past)[-1], "day and month: the last past, or within a month")


def _month(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    number, which = month_number(found["m_name"]), (found["m_which"] or "").lower()
    passed = published.month - number
    if which == "last":
        year, rule = published.year - (passed <= 0), "last + month: the one before this month"
    elif which == "next" or setting.ahead:
        year, rule = published.year + (passed > 0), "month: the next to come, or this one"
    else:
        year, rule = published.year - (passed < 0), "month: the last past, or this one"
    if setting.ahead and which != "next" and passed in range(1, 6):
        year, rule = published.year, "month: the last past, or this one"
    return Meaning(part_of(days.month(year, number), found["m_part"]), rule)


def _season(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    which, name = (found["s_which"] or "").lower(), found["s_name"]
    near = [days.season(published.year + shift, name) for shift in (-2, -1, 0, 1)]
    if which == "last":
        return Meaning([s for s in near if s.last < published][-1], "the last season that ended")
    if which == "next" or (which == "by" and setting.ahead):
        return Meaning(next(s for s in near if s.first > published), "the next season to begin")
    past = [s for s in near if s.first <= published][-1]
    return Meaning(past, "the season of this year")


def _weekday(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    number, which = days.WEEKDAYS.index(found["w_name"]), (found["w_which"] or "").lower()
    if which == "last":
        when = days.weekday_before(published, number, strictly=True)
        return Meaning(days.day(when), "last + weekday: the last before publication")
    if which in ("next", "coming"):
        when = days.weekday_after(published, number, strictly=True)
        return Meaning(days.day(when), "next + weekday: the first after publication")
    if setting.ahead:
        when = days.weekday_after(published, number)
        return Meaning(days.day(when), "weekday to come: the first on or after publication")
    when = days.weekday_before(published, number)
    return Meaning(days.day(when), "weekday: the last on or before publication")


def _deictic(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    word = found[0].lower()
    if word == "overnight":
        span = Days(days.shifted(published, -1), published)
        return Meaning(span, "overnight: the day before publication and the day itself")
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return Meaning(days.day(days.shifted(published, shift)), f"{word}: by the day of publication")


def _edge(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    whole = _unit_around(published, found["e_unit"] or found["e_whole"], 0)
    at_start = found["e_side"] in ("start", "beginning")
    return Meaning(
        days.day(whole.first if at_start else whole.last), f"{found[0].lower()}: its day"
    )


def _unit_around(published: date, unit: str, shift: int) -> Days:
    """The week, weekend, month or year of publication, or one some units off."""
    if unit == "week":
        return days.week(published, shift)
    if unit == "weekend":
        return days.weekend(published, shift)
    if unit == "month":
        return days.month(published.year, published.month + shift)
    return days.year_of(published.year + shift)


def _period(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    unit = found["p_unit"] or found["p_bare"]
    which = (found["p_which"] or "").lower().removeprefix("the ")
    if which == "past":
        return _back(published, 1, unit)
    if unit == "weekend" and which in ("", "last", "this"):
        return _weekend(setting, published, which)
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    span = _unit_around(published, unit, shift)
    side = (found["p_side"] or "").lower()
    if side and not shift:
        span = Days(span.first, published) if side == "earlier" else Days(published, span.last)
    name = f"{side} {which or 'the'} {unit}".strip()
    whole = "Monday to Sunday" if unit == "week" else f"the calendar {unit}"
    return Meaning(span, f"{name}: {whole}")


def _weekend(setting: Setting, published: date, which: str) -> Meaning:
    if setting.ahead and which != "last":
        return Meaning(days.weekend(published), "the weekend to come")
    running = published.weekday() >= 5 and which != "last"
    return Meaning(days.weekend(published, 0 if running else -1), "the last weekend")


def _back(published: date, count: int, unit: str) -> Meaning:
    """The stretch of so many units that ends with publication."""
    first = _units_off(published, -count, unit)
    return Meaning(Days(first, published), f"the {unit}s up to publication")


def _units_off(when: date, count: int, unit: str) -> date:
    if unit in STEP:
        return days.shifted(when, count * STEP[unit])
    if unit == "weekend":
        return days.shifted(when, count * 7)
    months = days.month(when.year, when.month + count * _MONTHS.get(unit, 1))
    return months.first.replace(day=min(when.day, months.last.day))


def _ago(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    count, unit = number_of(found["a_count"]), found["a_unit"]
    when = _units_off(published, -count, unit)
    if found["a_month"] or unit == "month":
        return Meaning(days.month(when.year, when.month), f"{unit}s ago: that calendar month")
    if unit in _MONTHS:
        return Meaning(days.year_of(when.year), f"{unit}s ago: that calendar year")
    return Meaning(days.day(when), f"{unit}s ago: that day")


def _stretch(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    count, unit = number_of(found["t_count"]), found["t_unit"]
    if found["t_way"] in ("past", "last"):
        return _back(published, count, unit)
    last = _units_off(published, count, unit)
    return Meaning(Days(published, last), f"the {unit}s from publication on")


def _feast(found: re.Match[str], setting: Setting, published: date) -> Meaning:
    name = found["f_name"].lower().replace("’", "'")
    years = range(max(1, published.year - 1), min(9999, published.year + 2))
    near = [days.feast(year, name) for year in years]
    coming = [when for when in near if when >= published]
    past = [when for when in near if when <= published]
    if coming and (setting.ahead or not past):
        return Meaning(days.day(coming[0]), "feast: the next on or after publication")
    return Meaning(days.day(past[-1]), "feast: the last on or before publication")


_RELATIVE = {
    "date": _date,
    "month": _month,
    "season": _season,
    "weekday": _weekday,
    "deictic": _deictic,
    "edge": _edge,
    "period": _period,
    "ago": _ago,
    "stretch": _stretch,
    "feast": _feast,
}
