"""Whether two claims can be of one event, however alike they sound: by towns, days, units, names.

ClaimDigest, ClaimDigest  →  True if it happened elsewhere, another day, or to others
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from graph.corpus import ClaimDigest
from graph.resolve.content_words import stems

_ALIKE = 0.8
"""Likeness of two names, 0 to 1, from which on they may be spellings of one: Kharkiv, Kharkov."""
_SAME_WORDS = 0.8
"""Dice's coefficient of the words of two claims, but names, from which on they are told alike."""
_PROPER = re.compile(r"(?<=[^\W_] )[A-Z][a-z]\w+")
"""Words that are names where they stand, of what need be no entity: a ship, a prison."""
_NO_NAMES = frozenset(
    "president prime minister general colonel major captain governor mayor king prince chancellor "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)
_SHORT = 7
"""Days that a time may span at most to tell one event from the next of its kind."""
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NUMBER = re.compile(r"\d+")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_DAYS = 31
"""Of a month at most: what is beyond is a unit."""


def other_days(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if two claims name times that share no day."""
    if a.days is None or b.days is None:
        return False
    return a.days[1] < b.days[0] or b.days[1] < a.days[0]


def happened_twice(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if two claims name towns, or days, that cannot be one, however alike they sound.

    So too if they are told in the same words of two units, two men, two ships.
    """
    if elsewhere(a.towns, b.towns) or _another_day(a, b):
        return True
    others = of_two_units(a, b) or _names_others(_proper(a), _proper(b))
    return others and _told_alike(a, b)


def of_two_events(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if nothing that one says can contradict the other, told alike or not.

    Two claims that name no town are where the titles of their articles say; of two days, or of two
    units, each may be right.
    """
    untold = not a.towns | b.towns and elsewhere(a.scene, b.scene)
    return untold or of_two_units(a, b) or other_days(a, b)


def of_two_units(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if two claims name numbered units, and none of one number."""
    one, other = (_numbers(c) for c in (a, b))
    return bool(one and other) and not one & other


def _numbers(claim: ClaimDigest) -> set[str]:
    """The ordinals in its own words that are no day of a month, or those of whom it is about."""
    ordinals = {n for n in _ORDINAL.findall(claim.text) if int(n) > _DAYS}
    return ordinals or set(_NUMBER.findall(" ".join(claim.about)))


def _proper(claim: ClaimDigest) -> frozenset[str]:
    """Its words that are of names, or are written like names."""
    said = set(_WORD.findall(claim.text.casefold()))
    named = {word for name in claim.about for word in name.split() if word in said}
    written = {word.casefold() for word in _PROPER.findall(claim.text)}
    return frozenset(named | written) - _NO_NAMES


def _told_alike(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if two claims hardly differ but in names."""
    one, other = (c.lemmas - stems(" ".join(_proper(c))) for c in (a, b))
    return bool(one and other) and 2 * len(one & other) >= _SAME_WORDS * (len(one) + len(other))


def _another_day(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if two claims name brief times more than a day apart, or, unresolved, other weekdays."""
    if a.days is None or b.days is None:
        one, other = (set(_WEEKDAY.findall(claim.text)) for claim in (a, b))
        return bool(one and other) and not one & other
    brief = all((last - first).days <= _SHORT for first, last in (a.days, b.days))
    gap = max(a.days[0] - b.days[1], b.days[0] - a.days[1]).days
    return brief and gap > 1


def elsewhere(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if both name places, and no place of one may be a place of the other."""
    return bool(one and other) and not any(_spellings_of_one(a, b) for a in one for b in other)


def _names_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if each names what the other does not: the 5th Brigade, the 6th Brigade."""
    return _lacks(one, other) and _lacks(other, one)


def _lacks(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(not any(_spellings_of_one(a, b) for b in other) for a in one)


def _spellings_of_one(a: str, b: str) -> bool:
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    if short <= long:
        return True
    numbers = [sorted(_NUMBER.findall(name)) for name in (a, b)]
    return numbers[0] == numbers[1] and SequenceMatcher(None, a, b).ratio() >= _ALIKE
