"""Text → words and sentences, the units that every head of the reader labels.

    text  →  words (spans)  →  sentences (first word, one after the last)
                            →  traits of each word that an uncased model cannot see

Words follow the English Universal Dependencies treebanks: clitics ("'s", "n't") and hyphens stand
apart, abbreviations keep their period.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph.types import Span

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Gen Lt Col Maj Capt Cpt Sgt Cpl Adm Brig Cmdr Sen Rep Gov Prof St Jr Sr Inc Co "
    "Corp Ltd Spc Pfc Pvt Barr Engr Atty Msgr vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Rev Hon Pres Supt Insp Det No"
).split()

RANKS = ("Brig", "Maj", "Lt", "Rear"), ("Gen", "Col", "Adm")
"""What a rank that is shortened with a hyphen is made of: "Brig.-Gen." and "Maj-Gen." are."""

_OPENERS = (
    "The A An He She It I We You They His Her Its Our Their This That These Those There In On At "
    "By For From With To Of As If When While After Before But And Or So Yet Not No"
).split()
"""What begins a sentence behind "Plan B." and is no name behind an initial."""

_SITES = (
    "Media", "Press", "News", "Realii", "Realities", "Live", "Online", "Info", "Fakty", "Net",
    "Today", "Life", "Doc", "Daily", "TV", "com", "org", "net", "info", "media", "news", "live",
)  # fmt: skip
"""Behind a point in the names of sites, in which no sentence ends."""
_WORD = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                                   # U.S., a.m.
    | (?<![^\W_])[^\W_]+\.(?:{"|".join(_SITES)})(?![^\W_])   # Sever.Realii
    | (?<![^\W_])(?<!on[ ])[A-HJ-Z]\.(?=\s+(?!(?:{"|".join(_OPENERS)})\b)[A-Z][\w.]) # J. F. Kennedy
    | (?<![^\W_])[A-Z]\.(?=[A-Z][a-z]+\.)                   # W.Va.
    | (?:{"|".join(RANKS[0])})\.?-(?:{"|".join(RANKS[1])})\.   # Brig.-Gen. Smith
    | (?:{"|".join(_ABBREVIATIONS)})\.(?=\s+\S)              # Gen. Smith
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?![^\W_])             # 1,000  42nd  10:30
    | [^\W\d_]+(?=n['’]t(?![^\W_]))                          # do|n't
    | n['’]t(?![^\W_])
    | ['’](?:s|re|ve|ll|d|m)(?![^\W_])
    | [\w\u0300-\u036f]+(?:['’](?!(?:s|re|ve|ll|d|m|t)(?![^\W_]))[^\W\d_][\w\u0300-\u036f]*)*
    | \.{{2,}} | --+ | …
    | \S
    """,
    re.VERBOSE,
)

_OPENING, _CLOSING = "“«„", "”»"
_TERMINAL = {".", "!", "?", "…", "...", ".."}
_TRAILING = set("”’\"')]»")
_JOINING = set(",;:")
"""A sentence never begins with one of these: "of Boston, Mass., said"."""

LONGEST_SENTENCE = 160
"""Words; a longer one is cut, so that a text without a period costs no more than another."""

CASES = ("lower", "title", "upper", "mixed", "digit", "other")
"""Shapes of a word that lower-casing hides; the first column of `traits`."""


@dataclass(frozen=True)
class Words:
    """The words of a text, in order, and where its sentences and paragraphs begin."""

    text: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    """(n,) first character of each word, and the one after its last."""
    sentences: NDArray[np.int64]
    """(s + 1,) first word of each sentence, then n."""
    paragraphs: NDArray[np.int64]
    """(n,) number of the paragraph each word is in."""

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Starts and ends as lists, which are faster to look up one by one."""
        return self.starts.tolist(), self.ends.tolist()

    @cached_property
    def paragraph_bounds(self) -> list[tuple[int, int]]:
        """Of each paragraph its first word, and the one after its last."""
        starts = (np.flatnonzero(np.diff(self.paragraphs)) + 1).tolist()
        return list(pairwise([0, *starts, len(self)]))

    @cached_property
    def _sentence_at(self) -> list[tuple[int, int]]:
        """Of each sentence its first word, and the one after its last."""
        bounds = self.sentences.tolist()
        return list(pairwise(bounds))

    @cached_property
    def _sentence_of(self) -> list[int]:
        """(n,) number of the sentence of each word."""
        lengths = np.diff(self.sentences)
        numbers: list[int] = np.repeat(np.arange(len(lengths)), lengths).tolist()
        return numbers

    def word(self, index: int) -> str:
        """The characters of one word."""
        return self.text[self.starts[index] : self.ends[index]]

    def all(self) -> list[str]:
        """The characters of every word."""
        return [self.text[a:b] for a, b in zip(*self._bounds, strict=True)]

    def span(self, first: int, last: int) -> Span:
        """From word first to word last, both included, as characters."""
        starts, ends = self._bounds
        return Span(starts[first], ends[last])

    def within(self, span: Span) -> tuple[int, int]:
        """First word that meets the span, and one after the last."""
        starts, ends = self._bounds
        first = bisect_right(ends, span.start)
        return first, max(first, bisect_left(starts, span.end))

    def paragraph_at(self, index: int) -> tuple[int, int]:
        """First word of the paragraph that holds a word, and the one after its last."""
        bounds = self.paragraph_bounds
        return bounds[bisect_right(bounds, (index, len(self))) - 1]

    def sentence_of(self, index: int) -> int:
        """Number of the sentence that holds a word."""
        return self._sentence_of[index]

    def sentence_at(self, index: int) -> tuple[int, int]:
        """First word of the sentence that holds a word, and the one after its last."""
        return self._sentence_at[self._sentence_of[index]]


def split_words(text: str) -> Words:
    """Split text into words, sentences and paragraphs. A text without words gives none of each."""
    found = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    starts = np.array([a for a, _ in found], dtype=np.int64)
    ends = np.array([b for _, b in found], dtype=np.int64)
    breaks = np.array([m.start() for m in re.finditer(r"\n", text)], dtype=np.int64)
    paragraphs = np.searchsorted(breaks, starts)
    words = [text[a:b] for a, b in found]
    firsts = _sentence_starts(words, starts, ends, paragraphs)
    return Words(text, starts, ends, np.array([*firsts, len(words)]), paragraphs)


def _sentence_starts(
    words: list[str],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    paragraphs: NDArray[np.int64],
) -> list[int]:
    """Index of the first word of every sentence."""
    firsts: list[int] = []
    ended = True
    for i, word in enumerate(words):
        new_paragraph = i > 0 and paragraphs[i] != paragraphs[i - 1]
        overlong = bool(firsts) and i - firsts[-1] >= LONGEST_SENTENCE
        ended = ended or new_paragraph or overlong
        closes = i > 0 and word in _TRAILING and starts[i] == ends[i - 1]
        if ended and not closes:
            joined = word in _JOINING or word[0].islower()
            if not firsts or new_paragraph or overlong or not joined:
                firsts.append(i)
            ended = False
        if word in _TERMINAL or (ended and closes):
            ended = True
    return firsts


def traits(words: list[str], paragraphs: NDArray[np.int64]) -> NDArray[np.int64]:
    """What an uncased model cannot see of each word.

    Returns (n, 3): case (index into CASES), 1 inside double quotation marks, 1 first of a
    paragraph. Quotation marks are counted afresh in every paragraph, so that one left open
    (as in a quote of several paragraphs) does no harm beyond its own.
    """
    case = {word: _case(word) for word in set(words)}
    opens = np.diff(paragraphs, prepend=-1) != 0
    quoted = []
    inside = False
    for word, opens_paragraph in zip(words, opens.tolist(), strict=True):
        inside = inside and not opens_paragraph
        begins = word in _OPENING or (word == '"' and not inside)
        quoted.append(begins or inside)
        inside = begins or (inside and word not in _CLOSING and word != '"')
    return np.array([[case[w] for w in words], quoted, opens], dtype=np.int64).T.copy()


def _case(word: str) -> int:
    if word[0].isdigit():
        return CASES.index("digit")
    if not word[0].isalpha():
        return CASES.index("other")
    if word.islower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("upper" if len(word) > 1 else "title")
    return CASES.index("title" if word[0].isupper() and word[1:].islower() else "mixed")
