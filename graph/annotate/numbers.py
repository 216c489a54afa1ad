"""English numbers, in digits and in words: how they are written, and what they are worth.

    "1,200" → 1200.0      "two hundred and six" → 206.0      "1.2 million" → 1200000.0

The patterns are written for text that ``fold`` has made lower case.
"""

from __future__ import annotations

import re

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

WORTH = {
    **{word: float(n) for n, word in enumerate(_UNITS, 1)},
    **{word: float(n) for n, word in enumerate(_TEENS, 10)},
    **{word: n * 10.0 for n, word in enumerate(_TENS, 2)},
}
SCALES = {
    "dozen": 12.0,
    "score": 20.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "k": 1e3,
    "bn": 1e9,
}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
"""What a fraction is a part of: two thirds is two parts of three."""

DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}){1,4}|\d{1,12})(?:\.\d{1,3})?"
CARDINAL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)})\b)?"
    rf"|{'|'.join(sorted(_TEENS + _UNITS, key=len, reverse=True))})"
)
SCALE = r"(?:dozen|score|hundred|thousand|million|billion)"
_SCALED = rf"{SCALE}\b(?: (?:and )?{CARDINAL}\b)?"
WORDS = (
    rf"(?:(?:half an?|a quarter of an?|three quarters of an?) {SCALE}\b"
    rf"|a half[- ]dozen\b|an? {_SCALED}(?: {_SCALED}){{0,2}}"
    rf"|{CARDINAL}\b(?: and a half\b)?(?: {_SCALED}){{0,3}})"
)
NUMBER = rf"(?>{DIGITS}(?:(?: |-){SCALE}\b|k\b|bn\b)?|{WORDS})"

_SHARES = {"half a": 0.5, "a half": 0.5, "a quarter of a": 0.25, "three quarters of a": 0.75}
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)} | {ord("\n"): " "}
_SEPARATORS = re.compile("[,\u00a0\u202f\u2009]")
_TOKEN = re.compile(r"[\d.]+|[a-z]+")


def fold(text: str) -> str:
    """The text with A to Z in lower case and line ends as spaces: as long as before."""
    return text.translate(_LOWER)


def worth(written: str) -> float:
    """What a match of NUMBER is worth; "half a million" is 500,000."""
    total = group = 0.0
    factor = 1.0
    written = fold(written)
    for part, share in _SHARES.items():
        if written.startswith(part):
            written, factor = written.removeprefix(part), share
    for token in _TOKEN.findall(_SEPARATORS.sub("", written)):
        if token == "half":
            group += 0.5
        elif token in SCALES and SCALES[token] >= 1000:
            total, group = total + (group or 1) * SCALES[token], 0.0
        elif token in SCALES:
            group = (group or 1) * SCALES[token]
        else:
            group += WORTH[token] if token in WORTH else float(token) if token[0].isdigit() else 0
    return factor * (total + group)


def scale_of(written: str) -> float:
    """What "million" multiplies by in "1.2 million"; 1 where there is no such word."""
    token = _TOKEN.findall(fold(written))[-1]
    return SCALES.get(token, 1.0)
