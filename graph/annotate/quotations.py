"""Where a text does nothing but quote.

sentences  →  stretches: a sentence, or the sentences that one quotation fills
"""

from __future__ import annotations

from collections.abc import Iterator
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


def in_quotation(syntax: Syntax, word: int) -> bool:
    """True of a word between quotation marks of its paragraph, closed or not."""
    paragraphs = syntax.words.paragraphs
    first = word
    while first > 0 and paragraphs[first - 1] == paragraphs[word]:
        first -= 1
    inside = False
    for text in syntax.texts[first:word]:
        if text in OPENING or text in CLOSING:
            inside = text in OPENING and not inside
    return inside
