"""The words that bound a number: "at least 115", "700 or more", "some 500".

text, place of a number  →  Bounded: the stretch with its bound words, and the bound they set
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.types import Bound

_LEADING: dict[str, Bound] = {
    "at least": "at_least",
    "no fewer than": "at_least",
    "no less than": "at_least",
    "not fewer than": "at_least",
    "not less than": "at_least",
    "as few as": "at_least",
    "a minimum of": "at_least",
    "a good": "at_least",
    "more than": "more_than",
    "greater than": "more_than",
    "upwards of": "more_than",
    "upward of": "more_than",
    "in excess of": "more_than",
    "north of": "more_than",
    "exceed": "more_than",
    "exceeds": "more_than",
    "exceeded": "more_than",
    "exceeding": "more_than",
    "surpass": "more_than",
    "surpassed": "more_than",
    "surpassing": "more_than",
    "topped": "more_than",
    "topping": "more_than",
    "beyond": "more_than",
    "pass": "more_than",
    "passed": "more_than",
    "over": "more_than",
    "above": "more_than",
    "as many as": "at_most",
    "as much as": "at_most",
    "up to": "at_most",
    "at most": "at_most",
    "at the most": "at_most",
    "no more than": "at_most",
    "not more than": "at_most",
    "a maximum of": "at_most",
    "no greater than": "at_most",
    "not above": "at_most",
    "fewer than": "less_than",
    "less than": "less_than",
    "short of": "less_than",
    "shy of": "less_than",
    "nearly": "less_than",
    "almost": "less_than",
    "under": "less_than",
    "below": "less_than",
    "about": "approximate",
    "around": "approximate",
    "roughly": "approximate",
    "approximately": "approximate",
    "some": "approximate",
    "an estimated": "approximate",
    "estimated": "approximate",
    "perhaps": "approximate",
    "maybe": "approximate",
    "circa": "approximate",
    "nearer": "approximate",
    "nearer to": "approximate",
    "closer to": "approximate",
    "close to": "approximate",
    "close on": "approximate",
    "getting on for": "approximate",
    "anything up to": "at_most",
    "somewhere around": "approximate",
    "in the region of": "approximate",
    "in the order of": "approximate",
    "something like": "approximate",
    "barely": "approximate",
    "scarcely": "approximate",
    "exactly": "exact",
    "another": "exact",
    "a further": "exact",
    "an additional": "exact",
    "precisely": "exact",
    "only": "exact",
    "a total of": "exact",
    "all": "exact",
}
_LAST_WORDS = {
    word: sorted((p for p in _LEADING if p.split()[-1] == word), key=len, reverse=True)
    for word in {phrase.split()[-1] for phrase in _LEADING}
}
_ADVERBS = ("well", "just", "far", "slightly", "rather", "a little", "considerably", "many", "much")
_PLACING = frozenset({"over", "above", "under", "below", "beyond", "pass", "passed"})
"""Words that also say where or when; with a small number they mostly do."""
_SMALL = 20
_LAST_WORD = re.compile(r"([a-z]+) $")
_SPELL = re.compile(r"[ -](?:minute|hour|day|night|week|month|year)s?\b")
_LASTING = re.compile(r"\b(?:for|in|lasted|lasts|after|took|takes|spent|within|served|held) $")

_TRAILING: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (
        re.compile(r",? (?:or|and|perhaps|possibly|maybe|probably|if not) more\b(?! than)"),
        "at_least",
    ),
    (
        re.compile(
            r"\+|[- ]plus\b|,? and (?:counting|rising|climbing)\b|,? at (?:the very )?least\b"
        ),
        "at_least",
    ),
    (re.compile(r",? or (?:fewer|less)\b|,? at (?:the )?most\b"), "at_most"),
    (re.compile(r"-odd\b|,? or so\b|,? give or take\b|,? or thereabouts\b"), "approximate"),
)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with the words that bound it."""

    start: int
    end: int
    bound: Bound | None
    """None where no word bounds it."""


def _phrase(before: str) -> str | None:
    """The bound words that before ends with."""
    last = _LAST_WORD.search(before)
    for phrase in _LAST_WORDS.get(last[1], ()) if last else ():
        if before.endswith(phrase + " "):
            border = len(before) - len(phrase) - 2
            if border < 0 or not (before[border].isalnum() or before[border] == "-"):
                return phrase
    return None


def _misplaced(phrase: str, before: str, after: str, value: float) -> bool:
    """True if "over two rivers" or "over three days" sets no bound."""
    if phrase not in _PLACING or value >= _SMALL or 0 < value < 1:
        return False
    earlier = before.removesuffix(phrase + " ")
    if earlier.endswith(("well ", "just ")):
        return False
    return not (_SPELL.match(after) and _LASTING.search(earlier))


def _adverb(before: str) -> str:
    return next((f"{word} " for word in _ADVERBS if before.endswith(f" {word} ")), "")


def bounded(folded: str, start: int, end: int, value: float) -> Bounded:
    """Widen the number at start to end by the bound words on both sides of it.

    folded: text in lower case. value: what the number is worth; a fraction is below 1.
    Of two bounds ("perhaps as many as 90") the one that is not ``approximate`` holds.
    """
    bound: Bound | None = None
    after = folded[end : end + 30]
    for _ in range(2):
        before = folded[max(0, start - 40) : start]
        phrase = _phrase(before)
        if phrase is None or _misplaced(phrase, before, after, value):
            break
        start -= len(phrase) + 1
        start -= len(_adverb(folded[max(0, start - 14) : start]))
        if bound in (None, "approximate", "exact"):
            bound = _LEADING[phrase]
    for pattern, trailing in _TRAILING:
        if match := pattern.match(after):
            end += match.end()
            bound = trailing if bound in (None, "approximate") else bound
            break
    return Bounded(start, end, bound)
