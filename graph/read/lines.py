"""Text → its lines, those of hard-wrapped paragraphs joined again.

Pasted pages have a paragraph, a heading or a label on each line; e-mail and old text files break
their paragraphs at a fixed width. Both must come out as one line a paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise

_ITEM = re.compile(r"[•‣◦▪●○■□·∙*–—-]\s|\d{1,2}[.)]\s|[Bb]y ")
_WIDEST = 100
_NARROWEST = 55
_LONG = 40


def unwrap(text: str) -> list[str]:
    """The lines that are not blank, without spaces around them; text is normalised."""
    lines = text.split("\n")
    width = _wrapped_at(lines)
    joined: list[str] = []
    for before, line in pairwise(["", *lines]):
        if not line.strip():
            continue
        if before.strip() and _runs_on(before, line, width):
            joined[-1] = _glue(joined[-1], line.strip())
        else:
            joined.append(line.strip())
    return joined


def _wrapped_at(lines: list[str]) -> int:
    """The width the text was wrapped at, in characters; 0 if it does not look wrapped."""
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = sum(_is_full(a, b, width) for a, b in breaks)
    return width if full >= 2 and full * 2 >= len(breaks) else 0


def _is_full(before: str, line: str, width: int) -> bool:
    """True if the next line's first word had no room any more."""
    return len(before) + 1 + len(line.split()[0]) > width


def _runs_on(before: str, line: str, width: int) -> bool:
    if _ITEM.match(line.lstrip()):
        return False
    if width and _is_full(before, line, width):
        return True
    mid_sentence = before[-1].isalpha() or before[-1] in ",-"
    return len(before) >= _LONG and mid_sentence and line.lstrip()[0].islower()


def _glue(before: str, line: str) -> str:
    """A word hyphenated in itself ("cross-border") gets no space; no hyphen is taken out."""
    broken = before.endswith("-") and before[-2:-1].isalpha()
    return before + ("" if broken else " ") + line
