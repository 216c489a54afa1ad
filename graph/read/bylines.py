"""One line → the names of those who wrote the article, if that is what it gives."""

from __future__ import annotations

import re

_NAME = r"[^\W\d_a-z][\w'’.-]*"
_PART = rf"(?:{_NAME}|de|da|di|du|la|le|van|von|der|den|bin|al|el|ter)"
_PERSON = rf"{_NAME}(?: {_PART}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|(?:[Ww]ritten|[Ww]ords|[Rr]eporting|[Ss]tory) by):? "
    rf"(?P<names>{_PERSON}(?:(?:,| and| &|, and) {_PERSON})*)"
    r"(?P<rest>\s*[,|(/·–—-].{0,80}| (?:in|for|at|of) .{1,40})?"
)
_WITH_POST = re.compile(
    rf"(?P<names>{_NAME}(?: {_PART}){{1,3}}), (?:[^.,]{{1,40}} )?"
    r"(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter)"
    r"(?: (?:in|for|at) [^.]{1,40})?"
)
_BARE = re.compile(rf"{_NAME}(?: {_PART}){{0,2}} {_NAME}")
_NO_NAME = re.compile(
    r"\b(?:news|world|home|politics|international|middle|east|west|north|south|europe|africa|asia|"
    r"live|breaking|war|opinion|analysis|herald|times|post|guardian|tribune|gazette|press|agency|"
    r"service|journal|television|tv|radio|daily|weekly|today|video|photos?|staff|editors?|"
    r"correspondents?|reporters?|writers?|desk|bureau|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)\b",
    re.IGNORECASE,
)


def byline(line: str) -> tuple[str, ...]:
    """The names behind "By" or before a post, without posts; empty if the line is no byline."""
    match = _BYLINE.fullmatch(line) or _WITH_POST.fullmatch(line)
    if not match or (match.groupdict().get("rest") and line.endswith((".", "?", "!"))):
        return ()
    parts = re.split(r", and |, | and | & ", match["names"])
    names = [name for name in parts if not _NO_NAME.search(name)]
    return tuple(names) or (match["names"],)


def is_bare_name(line: str) -> bool:
    """True of two to four capitalised words that may well be a person's name."""
    return bool(_BARE.fullmatch(line)) and not _NO_NAME.search(line) and len(line.split()) <= 4
