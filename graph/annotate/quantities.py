"""Find the counts in a text, with their bounds.

    text  →  "at least 115", "two or three", "dozens", "one-third"  →  Quantity values

Counts of people, things, distances and durations. Ages, dates, clock times, money, pages and the
numbers in names are none (``graph.annotate.lookalikes``). No model: what is read is what the
words say, and "a dozen" is never an exact 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.annotate.bounds import bounded
from graph.annotate.lookalikes import CURRENCY, counts
from graph.annotate.numbers import CARDINAL, NUMBER, PARTS, SCALES, fold, scale_of, worth
from graph.annotate.ones import one_counts
from graph.annotate.units import unit_after
from graph.types import Bound, Quantity, Span

_VAGUE: dict[str, float | None] = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2e6,
    "tens of thousands": 20000,
    "hundreds of thousands": 200000,
    "tens of millions": 2e7,
    "hundreds of millions": 2e8,
    "billions": 2e9,
    "tens of billions": 2e10,
    "hundreds of billions": 2e11,
    "several": 3,
    "several dozen": 36,
    "several hundred": 200,
    "several thousand": 2000,
    "several million": 2e6,
    "several hundred thousand": 200000,
    "a few dozen": 24,
    "a few hundred": 200,
    "a few thousand": 2000,
    "a few": None,
    "a handful": None,
}
"""The least that a vague count can mean; None where it says too little."""

_OPENING = (
    r"(?:\d|an? |be|do|ei|el|fi|fo|fr|ha|hu|mi|mo|ni|no |on|sc|se|si|te|th|tw|ze)"  # for speed
)
_VERB = (
    r"(?:had|has|have|was|were|is|are|will|would|may|might|could|did|do|died|said|more|less|took|fled"
    r"|came|went|left|live|lie|lost|gave|remain|never|still|now)"
)
_THEN = rf"(?= of\b| {_VERB}\b|[.,;:!?\"”)]|$)"
_OF_ALL = (
    rf"(?:{_THEN}|(?= (?:people|children|adults|households|families|residents|homes|houses|schools"
    r"|hospitals|clinics|buildings|soldiers|conscripts|recruits|voters|patients|prisoners|women|men"
    r"|girls|boys|deaths|villages|shops|farms|doctors|nurses|teachers|students|workers|refugees"
    r"|later|already|also|say|says|fear|want|believe|need|lack)\b))"
)
_END = r"(?!(?!(?:km|kg|m|ft|ha)\b)\w|[,:/]\d|\.\w|[-–]\d)"
_TO = r"(?: to | or |[-–](?=\d))"
_LENGTH = r"(?:hour|day|night|week|month|year|kilometre|kilometer|mile|metre|tonne|ton)"
_PART = "|".join(PARTS)
_CORE = re.compile(
    rf"(?<![\w.,:/$€£¥–-])(?={_OPENING})(?:"
    rf"(?P<percent>(?P<p1>{NUMBER})(?:{_TO}(?P<p2>{NUMBER}))?(?: per ?cent\b| ?%| pct\b))"
    rf"|(?P<ratio>(?P<r1>{NUMBER})(?: [a-z]+)? (?:in|out of) (?:every )?(?P<r2>{NUMBER})\b"
    rf"{_OF_ALL})"
    rf"|(?P<part>(?P<f1>an?|{CARDINAL})[- ](?P<f2>{_PART})s?\b)"
    rf"|(?P<range>(?:between (?P<a1>{NUMBER}) and (?P<a2>{NUMBER})"
    rf"|(?:from )?(?P<b1>{NUMBER}){_TO}(?P<b2>{NUMBER})){_END})"
    rf"|(?P<number>{NUMBER}){_END}"
    rf"|(?P<vague>{'|'.join(sorted(_VAGUE, key=len, reverse=True))})\b"
    rf"|(?P<couple>a couple(?: (?:of )?(?P<c1>dozen|hundred|thousand|million)\b"
    r"|(?= (?:of|more)\b)))"
    rf"|(?P<single>a single)(?= [a-z])"
    rf"|(?P<length>an?)(?= {_LENGTH}\b)"
    rf"|(?P<half>half)(?![\w-])"
    rf"|(?P<most>most)(?= of (?!it\b|all\b)|,| (?:were|are|had|have)\b)"
    rf"|(?P<none>no|zero)(?= (?:casualties|deaths|injuries|fatalities|victims|losses)\b))"
)
_FIRST = re.compile(rf"(?:between |from )?(?P<number>{NUMBER}){_END}")
_ROUND = re.compile(r"half an? [a-z]+|an? (?!.* )[a-z]+|[a-z]+ dozen")
"""Numbers that are round by their wording: "a million", "two dozen"."""
_THEY = re.compile(
    r"\bthe (?:two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:are|were|had|have|said|told|will|would|did)\b"
    r"|[.,;”\"])"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONEY = re.compile(rf" of {CURRENCY}")
_CHANGE = re.compile(
    r"\b(?:ris|ros|grew|grow|climb|increas|rais|revis|went|gone|fell|fall|cut|drop|declin|reduc|shr"
    r"|jump|up|down)[a-z]*(?: [a-z]+){0,3} $"
)
_FIRM = frozenset({"at_least", "more_than", "at_most", "less_than"})
_AFTER_HALF = re.compile(
    rf" (?:of|the|its|their|his|her|our|my|your|those|these|them|all|{_VERB})\b"
    rf"| [a-z]+['’]s\b|[,.;]| an? {_LENGTH}\b"
)
_AFTER_PART = re.compile(_THEN)
_WHOLE = re.compile(r"\b(?:the other|in|first|second|the) $")
_DENIED = re.compile(r"\b(?:not|denie[sd]|deny|denying|without|never|no|nor|neither)\b[^.]*$")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a number says by itself, before its bound words are read."""

    value: float
    bound: Bound = "exact"
    high: float | None = None
    is_share: bool = False


_WORDS = {
    "single": _Reading(1),
    "length": _Reading(1),
    "half": _Reading(0.5, is_share=True),
    "most": _Reading(0.5, "more_than", is_share=True),
    "none": _Reading(0),
}


def find_quantities(text: str) -> list[Quantity]:
    """Every count in text order; no two overlap.

    ``counted`` is left None; ``unit`` is empty where no noun plainly follows. A range of per cent
    has min and max as fractions, and their middle as fraction. The cost grows with the length of
    the text and nothing else.
    """
    return list(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    folded, place = fold(text), 0
    while found := _CORE.search(folded, place):
        place = found.end()
        reading = _read(found)
        if reading is None and found.lastgroup == "range":
            first = _FIRST.match(folded, found.start())  # "from 50 to 30": two counts
            if first is None:
                continue
            found, place = first, first.end()
            reading = _read(found)
        if reading and _is_meant(text, folded, found, reading):
            quantity = _quantity(text, folded, found, reading)
            place = max(place, quantity.span.end)
            yield quantity


def _read(found: re.Match[str]) -> _Reading | None:
    """None if the words cannot be a count: "4-3", "150 per cent"."""
    match found.lastgroup:
        case "percent":
            return _share(*(worth(part) / 100 for part in found.group("p1", "p2") if part))
        case "ratio":
            return _share(worth(found["r1"]) / worth(found["r2"]))
        case "part":
            parts = 1.0 if found["f1"] in ("a", "an") else worth(found["f1"])
            return _share(parts / PARTS[found["f2"]])
        case "range" if found["b1"] and found[0].startswith("from") and _rises(found):
            return None
        case "range":
            return _range(found["a1"] or found["b1"], found["a2"] or found["b2"])
        case "vague" if _MONEY.match(found.string, found.end()):
            return None
        case "vague":
            return _Reading(_VAGUE[found[0]] or 0, "vague")
        case "couple":
            return _Reading(2 * SCALES.get(found["c1"], 1), "approximate")
        case "number":
            loose = _ROUND.fullmatch(found[0])
            return _Reading(worth(found[0]), "approximate" if loose else "exact")
    return _WORDS[found.lastgroup or ""]


def _rises(found: re.Match[str]) -> bool:
    """True for "rose from 200 to 350", which is two counts and no range."""
    return bool(_CHANGE.search(found.string, max(0, found.start() - 40), found.start()))


def _share(low: float, high: float | None = None) -> _Reading | None:
    if not 0 <= low <= (high or low) <= 1:
        return None
    return _Reading(low, "range" if high else "exact", high, is_share=True)


def _range(first: str, second: str) -> _Reading | None:
    low, high = worth(first), worth(second)
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(second):
        return None
    if low < high and scale_of(first) == 1:
        low *= scale_of(second)  # "2 to 3 million"
    return _Reading(low, "range", high) if low < high else None


def _is_meant(text: str, folded: str, found: re.Match[str], reading: _Reading) -> bool:
    """True if the words count something here."""
    start, end = _place(found)
    before = folded[max(0, start - 60) : start]
    match found.lastgroup:
        case "number" if found[0] == "one":
            bound = bounded(folded, start, end, 1).bound
            return bound in _FIRM or one_counts(folded, start, end)
        case "number" | "range":
            stands_alone = _THEY.match(folded, max(0, start - 4))
            return not stands_alone and counts(text, folded, start, end, reading.value)
        case "part":
            bound = bounded(folded, start, end, reading.value).bound
            meant = bound or found["f1"] not in ("a", "an") or _AFTER_PART.match(folded, end)
            return bool(meant) and counts(text, folded, start, end, reading.value)
        case "length":
            return bounded(folded, start, end, reading.value).bound is not None
        case "single":
            return not _DENIED.search(before)
        case "half":
            bound = bounded(folded, start, end, reading.value).bound
            return bool(bound or _AFTER_HALF.match(folded, end)) and not _WHOLE.search(before)
    return True


def _place(found: re.Match[str]) -> tuple[int, int]:
    """Start and end of the words, without the "from" of "from 50 to 30"."""
    return found.span(found.lastgroup or 0)


def _quantity(text: str, folded: str, found: re.Match[str], reading: _Reading) -> Quantity:
    place = bounded(folded, *_place(found), reading.value)
    bound = reading.bound
    if bound in ("exact", "approximate") and place.bound:
        bound = place.bound if place.bound != "exact" else bound
    span = Span(place.start, place.end)
    low, high, best = _limits(reading, bound)
    fraction = (reading.value + (reading.high or reading.value)) / 2 if reading.is_share else None
    unit = unit_after(text, place.end, is_share=reading.is_share)
    return Quantity(span, span.of(text), bound, low, high, best, fraction, unit)


def _limits(reading: _Reading, bound: Bound) -> tuple[float | None, float | None, float | None]:
    """Least, most and best number under a bound."""
    value = reading.value
    if bound == "range":
        return value, reading.high, None
    if reading.is_share:
        return None, None, None
    return {
        "exact": (value, value, value),
        "at_least": (value, None, None),
        "more_than": (value, None, None),
        "at_most": (None, value, None),
        "less_than": (None, value, None),
        "approximate": (None, None, value),
        "vague": (value or None, None, None),
    }[bound]
