"""Words that stand for a day → date, or why not.

Only full dates: a year or a month is no publication date that a time could be counted from.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from graph.errors import InputError

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
    )
)


def parse_date(text: str, *, where: str, advice: str = "Correct it or leave it out.") -> date:
    """The day of an ISO 8601 date, or of a date with a time, as written there.

    where and advice begin and end the message of the InputError if it is none.
    """
    plain = text.strip()
    if re.match(r"\d{4}-\d\d-\d\d(?:[T ]|$)", plain):
        try:
            return datetime.fromisoformat(plain).date()
        except ValueError:
            pass
    raise InputError(f'{where}: expected a date such as 2024-03-05, found "{text[:60]}". {advice}')


def find_date(line: str) -> tuple[date, str] | None:
    """The first full date written in a line, and the line without it. None if there is none.

    Reads 2024-03-05, 5 March 2024 and March 5, 2024; not 5/3/2024, which is two days.
    """
    for pattern in _WRITTEN:
        if (match := pattern.search(line)) and (day := _day(match)):
            return day, line[: match.start()] + line[match.end() :]
    return None


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
