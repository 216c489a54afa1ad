"""Find the times in a text, and resolve them against the day it was published.

    text, day of publication  →  "Wednesday", "last month", "22 June 2021"  →  TimeSpan values

Never against today: without a day of publication whatever is relative stays unresolved. "Wednesday"
is the last one on or before publication, or the next one where its clause looks ahead; "last week"
is Monday to Sunday of the week before, "last month" the calendar month before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from graph.annotate.days import Days, shifted
from graph.annotate.meanings import meaning
from graph.annotate.tense import looks_ahead
from graph.annotate.time_words import time_words
from graph.annotate.written_days import Meaning, Setting
from graph.types import Span, TimeSpan

_JOIN = re.compile(r" (?:and|to|until|till|through) |[-–]")
_OPEN = re.compile(r"\b(?:[Bb]etween|[Ff]rom) $")
_BY = re.compile(r"\b(?:[Bb]y|[Bb]efore) $")
_UNTIL = ("edge", "season", "feast")
_NEAR = 300
"""How far back, in characters, "the next day" looks for the day it follows."""
_TENSED = frozenset({"date", "month", "season", "weekday", "feast", "period"})
_RANGED = frozenset({"date", "month", "year", "season", "weekday", "iso"})
_VAGUE = frozenset({"shift", "same"})
"""Words that name a time only where the day they count from is near."""


def find_times(text: str, published: date | None) -> list[TimeSpan]:
    """Every time in text order; no two overlap.

    published: the day that relative times count from; None leaves them unresolved.

    "Between May and July" is one time, from the first day of May to the last of July. The cost
    grows with the length of the text and nothing else.
    """
    times: list[TimeSpan] = []
    words = list(time_words(text))
    place = 0
    while place < len(words):
        found, following = words[place], words[place + 1] if place + 1 < len(words) else None
        named = _named(times[-1], found.start()) if times else None
        time = following and _range(text, found, following, published)
        if time:
            times.append(time)
            place += 2
            continue
        place += 1
        if time := _single(text, found, published, named):
            times.append(time)
    return times


def _named(last: TimeSpan, start: int) -> date | None:
    """The day of the time before, if it is one day and near."""
    near = start - last.span.end < _NEAR
    return last.earliest if near and last.earliest == last.latest else None


def _single(
    text: str, found: re.Match[str], published: date | None, named: date | None
) -> TimeSpan | None:
    """The time of one match; None if its words name a time only beside another, not there."""
    kind, span = found.lastgroup or "", Span(*found.span())
    ahead = kind in _TENSED and looks_ahead(text, span.start, span.end)
    meant = meaning(found, Setting(published, ahead, named))
    if meant is None:
        return None if kind in _VAGUE or kind == "year" else TimeSpan(span, span.of(text))
    if published and meant.relative and (ahead or kind == "edge") and _reaches(text, found):
        until = Days(min(published, meant.days.last), meant.days.last)
        meant = Meaning(until, f"from publication until {meant.rule}")
    return _time(text, span, meant, published)


def _reaches(text: str, found: re.Match[str]) -> bool:
    """True for "by Christmas", "before the end of May": any day until then."""
    by = (found.lastgroup == "season" and found["s_which"] == "by") or _BY.search(
        text, max(0, found.start() - 8), found.start()
    )
    edge = found.lastgroup in _UNTIL or (found.lastgroup == "month" and found["m_part"])
    return bool(by and edge)


def _time(text: str, span: Span, meant: Meaning, published: date | None) -> TimeSpan:
    anchor = published if meant.relative else None
    return TimeSpan(span, span.of(text), meant.days.first, meant.days.last, anchor, meant.rule)


def _range(
    text: str, first: re.Match[str], second: re.Match[str], published: date | None
) -> TimeSpan | None:
    """The two as one time, if words join them: "from May to July", "2014–2016"."""
    if not {first.lastgroup, second.lastgroup} <= _RANGED:
        return None
    between = text[first.end() : second.start()]
    opening = _OPEN.search(text, max(0, first.start() - 9), first.start())
    if not _JOIN.fullmatch(between) or not (opening or between in "-–"):
        return None
    span = Span(opening.start() if opening else first.start(), second.end())
    setting = Setting(published, looks_ahead(text, first.start(), second.end()))
    end = meaning(second, setting)
    begin = end and _begin(first, second, setting, end)
    if not (end and begin):
        return None if end and published else TimeSpan(span, span.of(text))
    last = end.days.last
    if begin.days.first > last:
        last = shifted(last, 7)  # "from Monday to Friday"
    rule = begin.rule if begin.rule == end.rule else f"{begin.rule}; {end.rule}"
    relative = begin.relative or end.relative
    meant = Meaning(Days(begin.days.first, last), f"range: {rule}", relative)
    return _time(text, span, meant, published)


def _begin(
    first: re.Match[str], second: re.Match[str], setting: Setting, end: Meaning
) -> Meaning | None:
    """What a range begins with: not after its end, whose year it may borrow."""
    last = end.days.last
    borrowed = (last.year, last.year - 1)
    years = (None, *borrowed) if end.relative else borrowed
    reach = shifted(last, 7 if {first.lastgroup, second.lastgroup} == {"weekday"} else 0)
    for year in years:
        begin = meaning(first, replace(setting, year=year))
        if begin and begin.days.first <= reach:
            return begin
    return None
