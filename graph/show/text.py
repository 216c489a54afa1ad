"""Names as a picture can show them: on one line, left to right, not too long."""

from __future__ import annotations

import re
import unicodedata

# Signs that turn the direction of what follows: a name must not reach beyond itself.
TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NARROW = frozenset("ijlt.,:;'|!()[]fI ")
WIDE = frozenset("mwMWQOGD@%—…")


def plain(text: str) -> str:
    """The text on one line, without control characters and signs of direction."""
    kept = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)
    return " ".join(TURNS.sub("", kept).split())


def shortened(text: str, letters: int) -> str:
    """The plain text, cut with an ellipsis to at most so many characters."""
    whole = plain(text)
    return whole if len(whole) <= letters else f"{whole[: letters - 1].rstrip()}…"


def wrapped(text: str, *, ems: float, lines: int) -> str:
    """The plain text in lines no wider than ems, the last cut with an ellipsis if need be."""
    done: list[str] = []
    line = ""
    for word in plain(text).split():
        if not line or width(f"{line} {word}") <= ems:
            line = f"{line} {word}".strip()
        else:
            done.append(line)
            line = word
    done = [_fitted(held, ems) for held in (*done, line)]
    if len(done) > lines:
        done[lines - 1] = _fitted(f"{done[lines - 1]}…", ems)
    return "\n".join(done[:lines])


def _fitted(line: str, ems: float) -> str:
    whole = line.rstrip("…")
    kept = line
    while whole and width(kept) > ems:
        whole = whole[:-1].rstrip()
        kept = f"{whole}…"
    return kept


def width(text: str) -> float:
    """The width of a line in ems, rather too wide than too narrow for a sans-serif font."""
    return sum(_advance(sign) for sign in text)


def _advance(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in NARROW:
        return 0.38
    if sign in WIDE:
        return 0.95
    return 0.72 if sign.isupper() else 0.62
