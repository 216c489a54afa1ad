"""Where a claim says that it happened: the towns it names.

Annotations  →  keys of towns;  two sets of them  →  whether they may be one place
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from graph.resolve import names
from graph.resolve.nations import nations
from graph.types import Annotations

ALIKE = 0.8
"""Likeness of two names, 0 to 1, from which on they may be spellings of one: Kharkiv, Kharkov."""
_WIDE = re.compile(
    r"""(?xi) \b (?: region|province|oblast|governorate|county|state|district|prefecture|territory
    |republic|krai|raion|department|strip|bank|peninsula|island|islands|sea|ocean|gulf|strait|bay
    |river|valley|lake|coast|desert|mountains?|border|front|line|corridor|basin|delta|sector
    |north|south|east|west|northern|southern|eastern|western|central|middle|africa|asia|europe
    |america|kingdom|federation|union|world ) \b"""
)


def towns(read: Annotations, entities: Iterable[int]) -> Iterator[str]:
    """Keys of the places among the entities that are neither countries nor regions."""
    for index in entities:
        entity = read.entities[index]
        if entity.kind != "place" or not entity.name[:1].isupper() or _WIDE.search(entity.name):
            continue
        key = names.key(entity.name, entity.kind)
        if not nations(key.split())[0]:
            yield key


def titled(read: Annotations) -> Iterator[int]:
    """The entities that the article's title names."""
    for index, entity in enumerate(read.entities):
        if re.search(rf"\b{re.escape(entity.name)}\b", read.article.title):
            yield index


def elsewhere(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if both name places, and no place of one may be a place of the other."""
    return bool(one and other) and not any(_may_be_one(a, b) for a in one for b in other)


def others(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if each names what the other does not: the 5th Brigade, the 6th Brigade."""
    return _lacks(one, other) and _lacks(other, one)


def _lacks(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(not any(_may_be_one(a, b) for b in other) for a in one)


def _may_be_one(a: str, b: str) -> bool:
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    if short <= long:
        return True
    numbers = [sorted(re.findall(r"\d+", name)) for name in (a, b)]
    return numbers[0] == numbers[1] and SequenceMatcher(None, a, b).ratio() >= ALIKE
