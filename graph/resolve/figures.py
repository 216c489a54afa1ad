"""Figures of claims: what is counted, and whether two counts can both be right.

Quantity in a claim  →  Figure
two Figures          →  they agree, one only says more than the other, or they exclude each other
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from graph.corpus import Figure
from graph.resolve.content_words import stem
from graph.types import Quantity

_FATES = {
    "dead": "kill dead death die died dies dying body corps bury fatality martyr perish slain "
    "massacre murder slaughter succumb",
    "hurt": "wound injur hurt maim",
    "held": "captur detain arrest seiz prison captiv hostag abduct",
    "gone": "miss disappear vanish unaccount",
    "fled": "displac fle fled flee evacuat refuge uproot",
    "fired": "sack dismis fir discharg",
    "hit": "destroy damag raz flatten",
}
_FATE = {stem(word): fate for fate, words in _FATES.items() for word in words.split()}
"""What became of those who are counted: a dead soldier and a wounded one are two counts."""
_COUNTED = {
    "man": "man men",
    "person": "person people civilian resident woman women child children villager victim "
    "worker family life liv death casualty body inhabitant student patient",
    "soldier": "soldier troop serviceman servicemen fighter militant trooper combatant recruit "
    "conscript rebel guardsman guardsmen reservist personnel officer",
    "vehicle": "tank vehicle armour",
}
_MAY_BE_MEN = {"man", "person", "soldier"}
_KIND = {stem(word): kind for kind, words in _COUNTED.items() for word in words.split()}
ABOUT = 0.2
"""How far off an approximate number may be."""
_ENDS = frozenset(("at_least", "at_most", "more_than", "less_than"))
NEAR = 60
"""Characters around a number in which the word stands that says what became of those counted."""


def fates(stems: Iterable[str]) -> frozenset[str]:
    """What the words, by their stems, say became of people or things."""
    return frozenset(_FATE[word] for word in stems if word in _FATE)


def figure(quantity: Quantity, text: str, start: int) -> Figure:
    """The figure of a quantity that begins at start of the text of its claim."""
    head = re.split(r"\b(?:of|in|from|who|that)\b|,", quantity.unit)[0].split()
    counted = stem(head[-1]) if head else ""
    kind = _KIND.get(counted, counted)
    fate = _fate(text, start, start + len(quantity.text))
    return Figure(
        quantity.text, quantity.bound, quantity.min, quantity.max, quantity.best,
        quantity.fraction, f"{kind}:{fate}" if fate else kind,
    )  # fmt: skip


def _fate(text: str, start: int, end: int) -> str:
    """What became of those counted: the nearest word that says so; one ahead is twice as near."""
    found: list[tuple[int, str]] = []
    for word in re.finditer(r"(?i)los\w+ (?:their|his|her) li(?:ves|fe)|[^\W\d_]+", text):
        fate = "dead" if " " in word[0] else _FATE.get(stem(word[0]))
        behind, ahead = start - word.end(), word.start() - end
        if fate and 0 <= max(behind, ahead) <= NEAR:
            found.append((max(2 * behind, ahead), fate))
    return min(found)[1] if found else ""


def comparable(a: Figure, b: Figure) -> bool:
    """True if both count the same kind of thing; men may be soldiers or other people."""
    if not a.unit or (a.fraction is None) != (b.fraction is None):
        return False
    if a.unit == b.unit:
        return True
    (one, _, fate), (other, _, fate_too) = a.unit.partition(":"), b.unit.partition(":")
    return fate == fate_too and "man" in (one, other) and {one, other} <= _MAY_BE_MEN


def interval(one: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows."""
    best = one.fraction if one.fraction is not None else one.best
    low = one.min if one.min is not None else -math.inf
    high = one.max if one.max is not None else math.inf
    if one.bound == "exact" and best is not None:
        return best, best
    if one.bound == "approximate" and best is not None:
        return best * (1 - ABOUT), best * (1 + ABOUT)
    if one.bound == "more_than":
        return math.nextafter(low, math.inf), high
    if one.bound == "less_than":
        return low, math.nextafter(high, -math.inf)
    return low, high


def exclude(a: Figure, b: Figure) -> bool:
    """True if the two cannot both be right: their intervals are apart."""
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    return comparable(a, b) and (high_a < low_b or high_b < low_a)


def differ(a: Figure, b: Figure) -> bool:
    """True if they are two counts: they exclude each other, or are one bound with two floors.

    "At least 14" and "at least 19" may both be right, and are not the same claim, nor are "at least
    14" and "22".
    """
    if exclude(a, b):
        return True
    if not comparable(a, b):
        return False
    if a.bound == b.bound:
        return a.bound in _ENDS and (a.min, a.max) != (b.min, b.max)
    low, high = sorted((size(a) or 0.0, size(b) or 0.0))
    return low < (1 - ABOUT) * high and {a.bound, b.bound} <= _ENDS | {"exact", "approximate"}


def agree(a: Figure, b: Figure) -> bool:
    """True if they give the same number."""
    return comparable(a, b) and (a.min, a.max, a.best, a.fraction) == (
        b.min, b.max, b.best, b.fraction,
    )  # fmt: skip


def size(one: Figure) -> float | None:
    """A number to compare figures by; None if there is none."""
    given = (one.fraction, one.best, one.min, one.max)
    return next((n for n in given if n is not None), None)
