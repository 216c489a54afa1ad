"""When two names may be one, and what a store looks names up by.

    name, kind        →  key, its normal form
    name, name, kind  →  0 to 1: how surely they are spellings of one name
    entity            →  blocks: two entities that may be one share at least one

A surname alone is never like a full name, and an acronym is like its expansion only in part: that
the two are one, an article must say ("the Israel Defense Forces (IDF)").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from graph import terms
from graph.corpus import EntityDigest
from graph.resolve import given_names
from graph.resolve.name_words import BODIES, FUNCTION, JUNIOR, PARTICLES, joined, words
from graph.resolve.nations import nations
from graph.resolve.settled import hardly_named, proper, settled
from graph.resolve.transliteration import canonical, cost, same_form, skeletons, sound
from graph.types import Kind

SAME = 0.8
"""Names at least so alike may be one by themselves."""
CLOSE = 0.65
"""Names at least so alike may be one if something else speaks for it."""
_GIVEN = 0.3
"""Cost up to which two given names are one: these differ by little (Martin, Morten)."""
_FORM, _SWAPPED, _DOUBLE, _INITIAL, _BARE = 0.75, 0.75, 0.75, 0.5, 0.7
_ACRONYM = re.compile(r"\b[A-Z](?:\.?[A-Z]){1,7}\b")


def key(name: str, kind: Kind) -> str:
    """The words that tell, in lower case, without marks: "moammar qadhafi"."""
    return " ".join(words(name, kind))


@lru_cache(maxsize=20_000)
def alike(a: str, b: str, kind: Kind) -> float:
    """How surely two names are spellings of one; symmetric. 1 for the same key, 0 if they clash."""
    if key(a, kind) == key(b, kind):
        return 1.0
    if kind == "person":
        return _people_alike(_person(a), _person(b))
    return _bodies_alike(a, b, kind) if kind in BODIES else 0.0


def blocks(entity: EntityDigest) -> list[str]:
    """What to look an entity up by, in order; the first stands for its IRI (see `of_iri`).

    What is settled by itself (a listed outlet, whoever is known in one article only) has no other.
    """
    alone = settled(entity)
    if alone is not None:
        return [_tail(alone.iri)]
    return blocks_of(entity.kind, spellings(entity))


def blocks_of(kind: Kind, names: Iterable[str]) -> list[str]:
    """What to look an entity of these names up by, the first of them the one it goes by."""
    found: dict[str, None] = {}
    for name in names:
        if not found:
            found[_tail(terms.entity_iri(kind, name))] = None
        found[f"{kind}:{key(name, kind)}"] = None
        if whole := whole_name(kind, name):
            found[f"any:{whole}"] = None
        found |= dict.fromkeys(f"{kind}~{block}" for block in _sounds(name, kind))
    return list(found)


def whole_name(kind: Kind, name: str) -> str:
    """A name of two words or more, in lower case, by which one of another kind may be the same.

    Empty if a name is shorter, or of a place or a document.
    """
    plain = key(name, "organisation")
    return plain if kind in (*BODIES, "person") and " " in plain else ""


def of_iri(iri: str) -> list[str]:
    """The blocks that hold whatever an IRI may name, its suffix left aside as well."""
    tail = _tail(iri)
    return list(dict.fromkeys((tail, tail.rpartition("-")[0] or tail)))


def spellings(entity: EntityDigest) -> tuple[str, ...]:
    """Its name, and the other names in its article that hold outside it as well.

    Of a person, other full spellings of the name; of a body, its acronym or what that stands for.
    """
    name, kind = proper(entity), entity.kind
    if kind == "person":
        others = [n for n in entity.names if not hardly_named(n) and alike(name, n, kind) >= SAME]
    elif kind in BODIES:
        given = dict.fromkeys((*entity.names, *_in_brackets(entity.name)))
        others = [n for n in given if stands_for(n, name) or stands_for(name, n)]
    else:
        others = []
    unlike = {key(n, kind): n for n in sorted(others) if key(n, kind) != key(name, kind)}
    return (name, *(unlike[k] for k in sorted(unlike)))


def stands_for(short: str, name: str) -> bool:
    """True if one is the other's acronym: "IDF", "Israel Defense Forces"."""
    if not _ACRONYM.fullmatch(short) or " " not in name:
        return False
    letters = short.replace(".", "").casefold()
    every = re.findall(r"\w+", _BRACKETED.sub("", name).casefold())
    told = [w for w in every if w not in FUNCTION]
    return letters in ("".join(w[0] for w in told), "".join(w[0] for w in every))


def contradict(a: str, b: str, kind: Kind) -> bool:
    """True if two names that something ties together can still not be of one bearer.

    People: another middle name, a woman's and a man's. Bodies: two names in full without a word
    in common, or with other numbers or countries.
    """
    if key(a, kind) == key(b, kind):
        return False
    if kind == "person":
        one, other = _person(a), _person(b)
        related = cost(one.parts[-1], other.parts[-1]) is not None
        return related and _people_alike(one, other) == 0.0
    if kind not in BODIES or " " not in key(a, kind) or " " not in key(b, kind):
        return False
    return _bodies_alike(a, b, kind) == 0.0 and not _within(a, b, kind)


# People --------------------------------------------------------------------------------------


class _Person:
    """A person's name in parts: given names first, the surname last; junior aside."""

    __slots__ = ("junior", "parts")

    def __init__(self, name: str) -> None:
        every = words(name, "person")
        tail = every[-1] if len(every) > 2 else ""
        self.junior = JUNIOR.get(tail, "")
        self.parts = joined(every[:-1] if self.junior else every)


@lru_cache(maxsize=20_000)
def _person(name: str) -> _Person:
    return _Person(name)


def _people_alike(a: _Person, b: _Person) -> float:
    short, long = sorted((a, b), key=lambda p: (len(p.parts), p.parts))
    if a.junior != b.junior or len(short.parts) < 2:
        return 0.0
    if given_names.differ(short.parts[0], long.parts[0]):
        return 0.0
    straight = _straight(short.parts, long.parts)
    if straight is not None:
        return straight
    if len(short.parts) == len(long.parts):
        return _swapped(short.parts, long.parts)
    return max(_without_first(short.parts, long.parts), _double(short.parts, long.parts))


def _straight(short: tuple[str, ...], long: tuple[str, ...]) -> float | None:
    """Given name with given name, surname with surname; None if one of them differs."""
    first, last = _given(short[0], long[0]), cost(short[-1], long[-1])
    if not first or last is None:
        return None
    middle = _middle(short[1:-1], long[1:-1])
    return round(max(first - 0.4 * last, 0.0) * middle, 4)


def _given(a: str, b: str) -> float:
    """How alike two given names are, 0 if they are two."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0.0
    between = cost(a, b)
    if between is not None and between <= _GIVEN:
        return 1 - 0.4 * between
    return _FORM if same_form(a, b) else 0.0


def _middle(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """1 for the same middle names, a little less if one has more of them, 0 if they clash."""
    rest = list(long)
    for part in short:
        while rest and not (_given(part, rest[0]) or part in PARTICLES):
            rest.pop(0)
        if not rest and part not in PARTICLES:
            return 0.0
        if rest and part not in PARTICLES:
            rest.pop(0)
    return 1.0 if len(short) == len(long) else 0.95


def _swapped(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The same words in another order: Jong Un Kim. Two given names may be two people."""
    if sorted(map(canonical, a)) != sorted(map(canonical, b)):
        return 0.0
    if len(a) > 2 and (a[1:] + a[:1] == b or b[1:] + b[:1] == a):
        return 0.9
    listed = [given_names.listed(part) for part in a]
    return 0.85 if len(a) == 2 and sum(listed) == 1 else _SWAPPED


def _without_first(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The shorter name leaves out what the longer begins with: W. Mark Felt, Mark Felt."""
    bare = len(long[0]) == 1 or len(short) > 2
    return 0.9 if bare and len(long) == len(short) + 1 and long[1:] == short else 0.0


def _double(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The longer name has a second surname, or that of the family behind it."""
    given = _given(short[0], long[0])
    inside = any(
        len(long) > 2 and all(cost(x, y) == 0.0 for x, y in zip(short[1:], long[at:], strict=False))
        for at in range(1, len(long) - len(short) + 1)
    )
    return _DOUBLE if given > _INITIAL and inside else 0.0


# Organisations, units, groups, outlets -------------------------------------------------------

_BRACKETED = re.compile(r"\s*\(([^)]*)\)")


def _in_brackets(name: str) -> list[str]:
    return _BRACKETED.findall(name)


@lru_cache(maxsize=20_000)
def _body(name: str, kind: Kind) -> tuple[frozenset[str], tuple[str, ...]]:
    """Its countries, and its other words in the singular, sorted."""
    countries, rest = nations(words(name, kind))
    told = (word for word in rest if word not in FUNCTION)
    return countries, tuple(sorted(told if kind == "outlet" else map(_singular, told)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word


def _bodies_alike(a: str, b: str, kind: Kind) -> float:
    (here, left), (there, right) = _body(a, kind), _body(b, kind)
    if stands_for(a, b) or stands_for(b, a):
        return _BARE
    if here and there and here != there:
        return 0.0
    same = _same_words(left, right)
    return same if here == there else min(same, _BARE)


def _same_words(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if left == right:
        return 0.95
    return 0.9 if sorted(map(sound, left)) == sorted(map(sound, right)) else 0.0


def _numbers(parts: tuple[str, ...]) -> list[str]:
    return [part for part in parts if any(c.isdigit() for c in part)]


def _within(a: str, b: str, kind: Kind) -> bool:
    (here, left), (there, right) = _body(a, kind), _body(b, kind)
    if _numbers(left) != _numbers(right) or (here and there and here != there):
        return False
    return bool(set(left) & set(right))


# Blocks --------------------------------------------------------------------------------------


def _sounds(name: str, kind: Kind) -> Iterator[str]:
    """How a name sounds: of a person the first name with each other, of a body all its words."""
    if kind == "person":
        parts = [part for part in _person(name).parts if part not in PARTICLES]
        for first, other in _paired(parts):
            for pair in product(skeletons(first), skeletons(other)):
                yield " ".join(sorted(pair))
    elif kind in BODIES:
        countries, told = _body(name, kind)
        yield " ".join(sorted(map(sound, told or countries)))


def _paired(parts: list[str]) -> Iterator[tuple[str, str]]:
    """The first part with each other, and the second, if the first is left out, with the last."""
    yield from ((parts[0], other) for other in parts[1:])
    if len(parts) > 2:
        yield parts[1], parts[-1]


def _tail(iri: str) -> str:
    return iri.removeprefix(f"{terms.BASE}id/")
