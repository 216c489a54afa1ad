"""Mentions and words that tell events, in pairs, as `graph.annotate.ties` sees them.

syntax, spots  →  Pairs of one sentence: their ends, the way between them in the tree, traits
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import get_args

import numpy as np

from graph.annotate.decode import Floats, Ints
from graph.annotate.pairs import FORMS
from graph.annotate.syntax import Syntax
from graph.types import Form, Kind

KINDS = (*get_args(Kind), "event")
FARTHEST = 8
"""Most steps in the tree from one end of a pair to the other."""
_DISTANCES = 6
"""Buckets of the distance in words: 1, 2–3, 4–7 … 32 and more; each way."""
TRAITS = 2 * len(KINDS) + 2 * len(FORMS) + 2 * _DISTANCES + FARTHEST + 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that a pair may tie: those of a mention, or the one that tells an event."""

    first: int
    last: int
    head: int
    kind: str
    """One of `KINDS`."""
    form: Form


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of spots, in n rows."""

    ones: Ints
    others: Ints
    """(n,) indices of spots."""
    tops: Ints
    """(n,) the word above both."""
    ways: tuple[tuple[int, ...], ...]
    """The words between the two in the tree, the ends left out."""
    traits: Floats
    """(n, TRAITS) zeros and ones."""

    def __len__(self) -> int:
        return len(self.ones)


def find_pairs(syntax: Syntax, spots: Sequence[Spot], who: Sequence[object]) -> Pairs:
    """Every ordered pair of a sentence, of two that are not one; no event comes second.

    who: for each spot whom it stands for.
    """
    by_sentence: dict[int, list[int]] = {}
    for i, spot in enumerate(spots):
        by_sentence.setdefault(syntax.words.sentence_of(spot.head), []).append(i)
    found = [
        (i, j, way)
        for inside in by_sentence.values()
        for i, j, way in _ways(syntax, spots, inside)
        if who[i] != who[j] and spots[j].kind != "event"
    ]
    ones = np.array([i for i, _, _ in found], dtype=np.int64)
    others = np.array([j for _, j, _ in found], dtype=np.int64)
    tops = np.array([way.top for _, _, way in found], dtype=np.int64)
    steps = np.array([way.steps for _, _, way in found], dtype=np.int64)
    traits = _traits(spots, ones, others, tops, steps)
    return Pairs(ones, others, tops, tuple(way.inner for _, _, way in found), traits)


@dataclass(frozen=True, slots=True)
class _Way:
    """From one word to another in the tree."""

    top: int
    inner: tuple[int, ...]
    steps: int


def _ways(
    syntax: Syntax, spots: Sequence[Spot], inside: Sequence[int]
) -> Iterator[tuple[int, int, _Way]]:
    above = {spots[i].head: _above(syntax.heads, spots[i].head) for i in inside}
    for i, j in permutations(inside, 2):
        way = _way(above[spots[i].head], above[spots[j].head])
        if way is not None and way.steps <= FARTHEST:
            yield i, j, way


def _above(heads: Sequence[int] | Ints, word: int) -> list[int]:
    """A word and those above it, up to the root."""
    found = [word]
    while (head := int(heads[found[-1]])) != found[-1]:
        found.append(head)
    return found


def _way(one: Sequence[int], other: Sequence[int]) -> _Way | None:
    """The way between the first of two rows of words that rise in one tree."""
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    if not shared:
        return None
    up, down = one[: len(one) - shared], other[: len(other) - shared]
    top = one[len(one) - shared]
    ends = (one[0], other[0])
    inner = tuple(w for w in (*up[1:], top, *down[1:]) if w not in ends)
    return _Way(top, inner, len(up) + len(down))


def _traits(spots: Sequence[Spot], ones: Ints, others: Ints, tops: Ints, steps: Ints) -> Floats:
    """(pairs, TRAITS): kinds, forms, how far apart and which way, steps, who holds whom."""
    rows = np.zeros((len(ones), TRAITS), dtype=np.float32)
    if not len(ones):
        return rows
    each = np.arange(len(ones))
    firsts, lasts, heads, kinds, forms = np.array(
        [(s.first, s.last, s.head, KINDS.index(s.kind), FORMS.index(s.form)) for s in spots]
    ).T
    at = 0
    for options, of in (
        (KINDS, kinds[ones]), (KINDS, kinds[others]), (FORMS, forms[ones]), (FORMS, forms[others]),
    ):  # fmt: skip
        rows[each, at + of] = 1.0
        at += len(options)
    apart = heads[others] - heads[ones]
    bucket = np.clip(np.frexp(np.abs(apart))[1], 1, _DISTANCES) - 1
    rows[each, at + bucket + np.where(apart > 0, _DISTANCES, 0)] = apart != 0
    at += 2 * _DISTANCES
    rows[each, at + np.clip(steps, 1, FARTHEST) - 1] = 1.0
    at += FARTHEST
    rows[:, at] = tops == heads[ones]
    rows[:, at + 1] = tops == heads[others]
    rows[:, at + 2] = (firsts[others] <= firsts[ones]) & (lasts[ones] <= lasts[others])
    rows[:, at + 3] = (firsts[ones] <= firsts[others]) & (lasts[others] <= lasts[ones])
    return rows
