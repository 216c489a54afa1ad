"""The noun that a number counts: "at least 115 Russian guardsmen" → "Russian guardsmen".

text, end of a number  →  the counted noun with its modifiers, as written, or ""
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[ \n\xa0-]([^\W\d_][\w’'-]*)")
_OF = re.compile(
    r"[ \n\xa0]of(?: (?:the|its|their|his|her|all|those|these|our|my)\b(?: \d[\d,]{0,12})?)?"
)
_ATTACHED = re.compile(r"(?:km|kg|m|ft|ha)\b")
_MOST_WORDS = 5
_ALONE = frozenset(
    "people men women children police personnel troops dead wounded injured missing killed staff"
    " crew aircraft cattle sheep livestock infantry kilometre kilometer metre km kg m hour day"
    " night week month year minute second tonne ton mile man person child".split()
)
_NOT_PLURAL = frozenset(
    "was has is as his this its us news ss various yes always perhaps across towards besides unless"
    " less does goes says".split()
)
_ENDS = frozenset(
    "of in on at by to from with without for against near after before during since until who whom"
    " which that while when where were was are is be been being had has have did do does would"
    " will could can may might should must said told and or but than then as if because the a an"
    " more less fewer other not no them us it he she they we you i".split()
)


def unit_after(text: str, end: int, *, is_share: bool = False) -> str:
    """The noun phrase that the number ending at end counts; "" where no noun plainly follows.

    is_share: the number is a fraction, so a single thing may follow: "half of the city".
    """
    if match := _ATTACHED.match(text, end):
        return match[0]
    of = _OF.match(text, end)
    place = of.end() if of else end
    words: list[re.Match[str]] = []
    while len(words) < _MOST_WORDS and (word := _WORD.match(text, place)):
        if word[1].lower() in _ENDS:
            break
        words.append(word)
        place = word.end()
        if _names_many(word[1].lower()):
            return text[words[0].start(1) : place]
    whole = is_share and of and words
    return text[words[0].start(1) : words[-1].end()] if whole else ""


def _names_many(word: str) -> bool:
    """True if the word can stand for what is counted."""
    if word in _ALONE or word.endswith(("men", "people")):
        return True
    return word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and word not in _NOT_PLURAL
