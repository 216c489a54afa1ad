"""Text as it was pasted from a page → the article's paragraphs, its title, authors and day.

    lines  →  head | body  →  title, authors, day | paragraphs

A line of furniture (``graph.read.furniture``) goes wherever it stands. For the rest the rule is: a
sentence is never dropped. What else goes has no sentence in it: above the body, breadcrumbs,
labels, byline and day; below it, link lists under headings such as "Related stories"; and each
repetition of the title. Bullet signs go, the words behind them stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.read.bylines import byline, is_bare_name
from graph.read.dates import find_date
from graph.read.draft import Draft
from graph.read.furniture import is_furniture, opens_list
from graph.read.lines import unwrap

_BULLET = re.compile(r"[•‣◦▪●○■□·∙*–—-]\s+(?=\S)")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_ENDS = re.compile(r"[.!?…:][\"”'’»)\]]*$")
_SITE = re.compile(r"(?: [|–—-] [^\s|–—-]+(?: [^\s|–—-]+){0,6})+$")
_NEAR = 8
"""Lines of the body in which a byline or a day may still stand, below the summary."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page."""

    text: str
    """Without a bullet sign."""
    bare: str
    """Without a list number too."""
    bulleted: bool = False

    @property
    def key(self) -> str:
        """The same for the same words, whatever their case and spacing."""
        return " ".join(self.bare.casefold().split())

    @property
    def words(self) -> int:
        return len(self.bare.split())

    @property
    def numbered(self) -> bool:
        return self.bare != self.text

    @property
    def is_sentence(self) -> bool:
        return self.words >= 25 or (self.words >= 3 and bool(_ENDS.search(self.bare)))


def clear(text: str) -> Draft:
    """What a plain text file says of its article. Its text is empty if all of it is clutter.

    text: normalised. The paragraphs that come out are parted by one empty line.
    """
    lines = _lines(unwrap(text))
    shown = [line for line in lines if not is_furniture(line.bare)]
    title = _title([line for line in shown if not opens_list(line.bare)])
    start = _body_start(lines, title)
    near = lines[: start + _NEAR]
    return Draft(
        text=_joined([*_labels(lines[:start], title), *_body(lines[start:], title)]),
        title=title,
        authors=_authors(near, title),
        published=_published(near),
    )


def tidy(text: str, title: str) -> str:
    """The paragraphs, one a line, of a page whose article was already found, without clutter."""
    lines = _lines(line.strip() for line in text.split("\n"))
    return _joined(_body(lines, title))


def _lines(texts: Iterable[str]) -> list[Line]:
    """Lines with at least one letter or digit."""
    made = []
    for raw in texts:
        text = _BULLET.sub("", raw, count=1) if _BULLET.match(raw) else raw
        bare = text[match.end() :] if (match := _NUMBER.match(text)) else text
        if any(character.isalnum() for character in text):
            made.append(Line(text, bare, bulleted=text != raw))
    return made


def _title(shown: Sequence[Line]) -> str:
    """The line that the head prints twice; else the first that can be a headline; else empty."""
    counts = Counter(key for line in shown for key in {line.key, _SITE.sub("", line.key)})
    head: list[Line] = []
    for line in shown:
        repeated = counts[line.key] > 1 and not line.bare.endswith(".")
        if line.is_sentence and not repeated:
            break
        head.append(line)
    if len(head) == len(shown):
        return ""  # nothing below it that it could be the title of
    able = [line for line in head if _may_be_title(line)]
    twice = [line for line in able if counts[line.key] > 1]
    long = [line for line in able if line.words > 3 and not line.numbered and not line.bulleted]
    best = max(twice, key=lambda line: line.words, default=None)
    first = next(iter(long), None) or next((line for line in able if not line.numbered), None)
    chosen = best or first
    return chosen.bare if chosen else ""


def _may_be_title(line: Line) -> bool:
    crumbs = re.search(r"\s[>›»]\s", line.bare)
    return 3 <= line.words <= 40 and not (crumbs or byline(line.bare) or _is_stamp(line))


def _is_title(line: Line, title: str) -> bool:
    """The title itself, or with a page's name behind it: "Title | Example Herald"."""
    key = " ".join(title.casefold().split())
    return bool(key) and key in (line.key, _SITE.sub("", line.key))


def _is_stamp(line: Line) -> bool:
    """A line that gives a day, and little else."""
    if line.is_sentence or not (found := find_date(line.bare)):
        return False
    return len(found[1].split()) <= 8


def _is_other(line: Line, title: str) -> bool:
    """Furniture, title, byline or day: no words of the body."""
    return (
        is_furniture(line.bare)
        or _is_title(line, title)
        or bool(byline(line.bare))
        or _is_stamp(line)
    )


def _body_start(lines: Sequence[Line], title: str) -> int:
    """Where the head ends: at the first sentence, or at a summary line below the last title."""
    sentence = next(
        (i for i, line in enumerate(lines) if line.is_sentence and not _is_other(line, title)), None
    )
    if sentence is None:
        return 0
    above = [i for i in range(sentence) if _is_title(lines[i], title)]
    for i in range(above[-1] + 1 if above else 0, sentence):
        line = lines[i]
        long = line.words >= (4 if line.bulleted else 6)
        if long and not line.numbered and not opens_list(line.bare) and not _is_other(line, title):
            return i
    return sentence


def _labels(head: Sequence[Line], title: str) -> list[str]:
    """What else stands between title and body, such as "KYIV (AP)".

    None of it in a page that prints its title twice or has three such lines: there it is a menu.
    """
    at = [i for i, line in enumerate(head) if _is_title(line, title)]
    below = head[at[-1] + 1 :] if at else head
    labels = [
        line.text
        for line in below
        if not line.numbered
        and not opens_list(line.bare)
        and not _is_other(line, title)
        and not (title and is_bare_name(line.bare))
    ]
    return labels if len(at) <= 1 and len(labels) < 3 else []


def _body(lines: Sequence[Line], title: str) -> Iterator[str]:
    """The paragraphs; under a heading of a link list, only from the next sentence on."""
    listing = False
    for i, line in enumerate(lines):
        listing = opens_list(line.bare) or (listing and not line.is_sentence)
        early = i < _NEAR and (bool(byline(line.bare)) or _is_stamp(line))
        if not (listing or early or is_furniture(line.bare) or _is_title(line, title)):
            yield line.text


def _authors(near: Sequence[Line], title: str) -> tuple[str, ...]:
    """The names of the first byline; else of a line with only a name, next below the title."""
    for line in near:
        if names := byline(line.bare):
            return names
    for i, line in enumerate(near[1:], start=1):
        if title and _is_title(near[i - 1], title) and is_bare_name(line.bare):
            return (line.bare,)
    return ()


def _published(near: Sequence[Line]) -> date | None:
    """The first day given by itself; not one that is said to be that of an update."""
    for line in near:
        updated = re.search(r"\b(?:updated|modified)\b", line.bare, re.IGNORECASE)
        if _is_stamp(line) and not updated and (found := find_date(line.bare)):
            return found[0]
    return None


def _joined(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(paragraphs)
