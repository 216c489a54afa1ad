"""Where a text does nothing but quote.

sentences  →  stretches: a sentence, or the sentences that one quotation fills
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.annotate.syntax import Syntax

OPENING = frozenset(("“", '"', "«"))
CLOSING = frozenset(("”", '"', "»"))


def stretches(syntax: Syntax) -> Iterator[tuple[int, int, bool]]:
    """First word and the one after the last of each stretch; True of a quotation.

    A quotation that fills several sentences of a paragraph is one stretch.
    """
    sentences = list(pairwise(syntax.words.sentences.tolist()))
    ends = {end: k for k, (_, end) in enumerate(sentences)}
    at = 0
    while at < len(sentences):
        first, end = sentences[at]
        quoted = ends.get(_closed(syntax, first))
        if quoted is None:
            yield first, end, False
            at += 1
        else:
            yield first, sentences[quoted][1], True
            at = quoted + 1


def _closed(syntax: Syntax, first: int) -> int | None:
    """The word after the mark that closes a quotation, in its paragraph; None without one.

    One that the next paragraph opens anew ends with its paragraph.
    """
    if syntax.texts[first] not in OPENING:
        return None
    paragraphs = syntax.words.paragraphs
    for word in range(first + 1, len(syntax.texts)):
        if paragraphs[word] != paragraphs[first]:
            return word if syntax.texts[word] in OPENING else None
        if syntax.texts[word] in CLOSING:
            return word + 1
    return None


def quoted(words: Sequence[str]) -> Iterator[bool]:
    """For each word whether it stands in quotation marks, closed or not, or is such a mark."""
    inside = False
    for word in words:
        mark = word in OPENING or word in CLOSING
        if mark:
            inside = word in OPENING and not inside
        yield mark or inside


def in_quotation(syntax: Syntax, word: int) -> bool:
    """True of a word between quotation marks of its paragraph."""
    first, _ = syntax.words.paragraph_at(word)
    *_, inside = quoted(syntax.texts[first : word + 1])
    return inside
