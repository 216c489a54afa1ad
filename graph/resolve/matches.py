"""Whether two claims say the same: by meaning, by words, by whom and what they name, by figures.

ClaimDigest, ClaimDigest  →  Match, or None;  what keeps them apart all the same
"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from graph.corpus import ClaimDigest, Match
from graph.resolve.content_words import stems
from graph.resolve.events import happened_twice, other_days
from graph.resolve.figures import agree, differ, fates

SAME = 0.5
"""Claims whose score is at least this say the same."""
_CONSTANT, _MEANING, _WORDS, _NAMES, _NO_NAME, _FIGURES, _TIES, _DAYS, _FATES = (
    -6.0, 7.2, 3.3, 0.7, -0.6, 0.8, 1.0, -2.0, -2.0,
)  # fmt: skip
"""The first six by logistic regression on pairs of claims of ECB+ that share their events, or do
not; relations, days and fates, of which ECB+ has few or none, by hand."""


def match(a: ClaimDigest, b: ClaimDigest) -> Match | None:
    """How sure it is that two claims speak of the same thing, whatever they say of it.

    None if they do not, or if one is a part of the other. The score lies between SAME and 1, and
    is not a calibrated probability.
    """
    left, right = sorted((a, b), key=lambda c: (c.article, c.name))
    if overlap(a, b) or happened_twice(a, b):
        return None
    total, reasons = _CONSTANT, []
    close = cosine(left.vector, right.vector)
    if close is None:
        total += 0.55 * _MEANING
    else:
        total += _MEANING * max(close, 0.0)
        reasons.append(f"meaning {close:.2f}")
    shared = left.lemmas & right.lemmas
    named = stems(" ".join(left.about & right.about))  # counted as names, not again as words
    words = _overlap(*(len(lemmas - named) for lemmas in (shared, left.lemmas, right.lemmas)))
    total += _WORDS * words
    if shared:
        reasons.append(f"words: {', '.join(sorted(shared)[:6])}")
    names = left.about & right.about
    if names:
        total += _NAMES * _overlap(len(names), len(left.about), len(right.about))
        reasons.append(f"names: {', '.join(sorted(names)[:4])}")
    elif left.about and right.about and not _one_is_shorter(left.about, right.about):
        total += _NO_NAME
    if any(agree(x, y) for x in left.figures for y in right.figures):
        total += _FIGURES
        reasons.append("the same figure")
    if {(t.subject, t.predicate, t.object) for t in left.ties} & {
        (t.subject, t.predicate, t.object) for t in right.ties
    }:
        total += _TIES
        reasons.append("the same relation")
    if other_days(left, right):
        total += _DAYS
    if _other_fates(left, right):
        total += _FATES
    score = 1 / (1 + math.exp(-total))
    if score < SAME:
        return None
    return Match(
        (left.article, left.name), (right.article, right.name), round(score, 4), tuple(reasons)
    )


def overlap(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if one claim is a part of the other, in one article."""
    return a.article == b.article and any(x.meets(y) for x in a.spans for y in b.spans)


def cosine(a: bytes, b: bytes) -> float | None:
    """Of two vectors of int8; None if either is missing."""
    if not a or not b:
        return None
    x, y = (np.frombuffer(v, np.int8).astype(np.float32) for v in (a, b))
    return float(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)))


def _overlap(shared: int, a: int, b: int) -> float:
    """Between Dice's coefficient and containment: a short claim may lie in a long one."""
    if not shared:
        return 0.0
    return 0.5 * (2 * shared / (a + b)) + 0.5 * shared / max(min(a, b), 5)


def _one_is_shorter(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if a name of one side is a shorter one of the other: "navy" and "tessaran navy"."""
    return any(
        set(a.split()) < set(b.split()) or set(b.split()) < set(a.split())
        for a in one
        for b in other
    )


def _other_fates(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if one speaks of the dead and the other of the wounded, or of those dismissed."""
    x, y = fates(a.lemmas), fates(b.lemmas)
    return bool(x) and bool(y) and not x & y


def apart(a: ClaimDigest, b: ClaimDigest) -> Literal["figure", "polarity"] | None:
    """What keeps two claims on the same thing from being one; None if nothing does."""
    if a.polarity != b.polarity:
        return "polarity"
    told = [(x, y) for x in a.figures for y in b.figures]
    if any(differ(x, y) for x, y in told) and not any(agree(x, y) for x, y in told):
        return "figure"
    return None
