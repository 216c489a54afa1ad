"""The words that name a time, and where they stand in a text.

    text  →  "last week", "22 June 2021", "Wednesday"  →  matches, each with its kind

What they mean is the business of ``graph.annotate.times``; here only words that name no time are
put aside: the Sunday Times, Theresa May, 2,014 people.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from graph.annotate.days import FEASTS, WEEKDAYS
from graph.annotate.numbers import CARDINAL

_MONTHS = (
    "January February March April May June July August September October November December"
).split()

_Y = r"(?:1[5-9]|20)\d\d"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)"
)
_CAPITAL = "|".join(
    f"{word[0].upper()}{word[1:]}" for word in "one two three four five six".split()
)
_COUNT = rf"(?:[Aa]n?|\d{{1,3}}|{CARDINAL}|{_CAPITAL})"
_UNIT = r"(?:day|week|month|year|decade)"
_DAY = "|".join(WEEKDAYS)
_FEAST = "|".join(
    name.title().replace("'S", "['’]s") for name in sorted(FEASTS, key=len, reverse=True)
)
_WHICH = r"[Ll]ast|[Tt]his|[Nn]ext"

_PATTERNS = {
    "iso": r"(?P<iso_day>\d{4}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01]))(?![\w-])",
    "date": rf"(?:(?P<d1>{_D})(?:(?:[-–]| to | and )(?P<d2>{_D}))?(?: of)? (?P<m1>{_M})"
    rf"(?:,? (?P<y1>{_Y})\b)?|(?P<m2>{_M}) (?P<d3>{_D})(?:[-–](?P<d4>{_D}))?(?!\w|:\d)"
    rf"(?:,? (?P<y2>{_Y})\b)?)",
    "month": r"(?:(?P<m_part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:end|beginning|start) of)[- ])?"
    rf"(?:(?P<m_which>{_WHICH}|[Tt]hat) )?(?P<m_name>{'|'.join(_MONTHS)})\b"
    rf"(?:,? (?:of )?(?P<m_year>{_Y})\b)?",
    "season": rf"(?:(?P<s_which>{_WHICH}|by) )?(?:the )?(?:(?:early|mid|late)[- ])?"
    rf"(?P<s_name>spring|summer|autumn|fall|winter)\b(?:(?: of)? (?P<s_year>{_Y})\b)?",
    "weekday": rf"(?:(?P<w_which>{_WHICH}|coming) )?(?P<w_name>{_DAY})\b(?!-)",
    "deictic": r"[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Oo]vernight|[Ll]ast night"
    r"|[Tt]his (?:morning|afternoon|evening)",
    "edge": r"[Tt]he (?P<e_side>end|start|beginning) of (?:the|this) (?P<e_unit>week|month|year)"
    r"|(?P<e_whole>year|month)-end",
    "period": rf"(?:(?P<p_side>[Ee]arlier|[Ll]ater) )?(?P<p_which>{_WHICH}|[Tt]he past"
    r"|[Tt]he previous|[Tt]he coming) (?P<p_unit>weekend|week|month|year)(?!-)"
    r"|[Tt]he (?P<p_bare>weekend)",
    "ago": rf"(?P<a_count>{_COUNT}) (?P<a_unit>{_UNIT})s? ago(?P<a_month> this month)?",
    "stretch": r"(?:[Tt]he )?(?P<t_way>past|last|next|coming) "
    rf"(?P<t_count>{_COUNT}) (?P<t_unit>{_UNIT})s?",
    "feast": rf"(?P<f_name>{_FEAST})",
    "decade": r"(?:(?P<c_part>[Ee]arly|[Mm]id|[Ll]ate)[- ])?(?P<c_ten>(?:1[89]|20)\d0)s",
    "year": rf"(?:(?P<y_part>[Ee]arly|[Mm]id|[Ll]ate)[- ])?(?P<y_year>{_Y})(?![\w/]|[.,:-]\d|-\w)",
    "shift": rf"(?P<h_count>{_COUNT}) (?P<h_unit>day|week)s? (?P<h_way>earlier|later)",
    "same": r"(?:[Tt]he )?(?P<n_which>same|[Tt]hat|[Nn]ext|following|previous)"
    r" (?:day|night|morning|afternoon|evening)|[Tt]he day (?P<n_way>before|after)",
}
_OPENING = (  # for speed: what a time can begin with
    r"\d|[A-Z]|last|this|next|that|earl|mid|late|the |by |com|same|foll|prev|tod|ton|tom|yes|over"
    r"|year-|month-|past|spr|sum|aut|fall|win|an? |on|tw|th|fo|fi|si|se|ei|ni|te|el"
)
_TIME = re.compile(
    rf"(?<![\w.,:/$€£-])(?={_OPENING})(?:"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items())
    + r")(?!\w)"
)

_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|of|to|and|or|[Bb]etween|[Bb]efore|[Dd]uring"
    r"|[Aa]fter|[Tt]hrough|a|for|[Ee]very|on) $"
)
_NAME_BEFORE = re.compile(r"\b(?!(?:In|On|By|From|Since|Until|Before|After|The)\b)[A-Z][\w’'-]+ $")
_WITH_NAME = re.compile(r"\b(?:to|and|of|for|a|or|with) $")
_SURNAME = re.compile(r" [A-Z][a-z]")
_SPOKEN = frozenset({"May", "March", "April", "June", "August"})
"""Months that are also names or other words."""
_PAPER = re.compile(
    r" (?:Times|Telegraph|Tribune|Leader|Mirror|Post|Herald|Independent|Express|Mail|World"
    r"|People)\b"
)
_THE = re.compile(r"\b(?:[Tt]he|[Bb]loody|Black|Bloody|[Ee]very|[Ee]ach|[Aa]ny|[Mm]ost) $")
_NUMBER_BEFORE = re.compile(
    r"\b(?:than|least|about|around|some|nearly|almost|over|up to|[Uu]nit|[Nn]o\.?|number|page"
    r"|most)[ -]$"
)
_COUNTED = re.compile(
    r" (?:people|men|women|children|troops|soldiers|civilians|bodies|families|homes|houses|hours"
    r"|GMT|local|metres|meters|km|kilometres|miles|dollars|[a-z]+ers|[a-z]+ants)\b"
)


def time_words(text: str) -> Iterator[re.Match[str]]:
    """Every stretch that names a time, in text order; its ``lastgroup`` is its kind.

    The matches are of the text with its line ends as spaces, so their places are the text's.
    """
    flat = text.replace("\n", " ")
    quoted = _quotations(text)
    for found in _TIME.finditer(flat):
        if not _is_name(flat, found) and not (
            found.lastgroup == "deictic" and _inside(quoted, found.start())
        ):
            yield found


def _is_name(text: str, found: re.Match[str]) -> bool:
    """True if the words name no time here."""
    before = text[max(0, found.start() - 24) : found.start()]
    after = text[found.end() : found.end() + 24]
    match found.lastgroup:
        case "weekday":
            whose = _THE.search(before) and after[:1] == " " and after[1:2].isupper()
            generic = _THE.search(before) and not before.lower().endswith("the ")
            return bool(_PAPER.match(after) or whose or generic)
        case "month":
            return _month_is_name(found, before, after)
        case "year":
            return bool(_NUMBER_BEFORE.search(before) or _COUNTED.match(after))
        case "season":
            modified = found["s_which"] or found["s_year"]
            return not modified or (found["s_name"] == "fall" and found["s_which"] == "by")
    return False


def _month_is_name(found: re.Match[str], before: str, after: str) -> bool:
    if found["m_which"] == "that" or found["m_which"] == "That":
        return True
    if found["m_part"] or found["m_which"] or found["m_year"]:
        return False
    if found["m_name"] in _SPOKEN and _WITH_NAME.search(before) and _SURNAME.match(after):
        return True
    if _PREPOSITION.search(before):
        return False
    if found["m_name"] in _SPOKEN:
        return True
    return bool(_NAME_BEFORE.search(before))


def _quotations(text: str) -> list[int]:
    """Where double quotation marks open and close, in turn; a new paragraph closes them."""
    borders: list[int] = []
    for mark in re.finditer('["“”]|\n\n', text):
        is_open = len(borders) % 2 == 1
        if mark[0] == '"' or (mark[0] == "“" and not is_open) or (mark[0] != "“" and is_open):
            borders.append(mark.start())
    return borders


def _inside(borders: list[int], place: int) -> bool:
    return bisect_right(borders, place) % 2 == 1
