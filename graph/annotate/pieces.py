"""Words → word pieces → windows that the encoder can read.

A window holds whole sentences, at most `ROOM` pieces; windows overlap so that every sentence is
read with text around it. A sentence longer than a window is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

ROOM = 254
"""Pieces in a window, without [CLS] and [SEP]. Longer than in training costs accuracy."""
LONGEST_WORD = 8
"""Pieces read of one word; what is beyond (a URL, a key mash) tells nothing."""
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text: ids, and where each word's first piece is."""

    ids: NDArray[np.int64]
    firsts: NDArray[np.int64]
    """(words + 1,) index of each word's first piece, then the number of pieces."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words first to last (excluded) are read together."""

    first: int
    last: int


def cut_pieces(tokenizer: Tokenizer, words: list[str]) -> Pieces:
    """Cut every word into pieces. A word the vocabulary cannot spell is one [UNK]."""
    once = list(dict.fromkeys(words))
    encodings = tokenizer.encode_batch_fast(once, add_special_tokens=False)
    cut = {w: e.ids[:LONGEST_WORD] or [100] for w, e in zip(once, encodings, strict=True)}
    ids: list[int] = []
    firsts = [0]
    for word in words:
        ids.extend(cut[word])
        firsts.append(len(ids))
    return Pieces(np.array(ids, dtype=np.int64), np.array(firsts, dtype=np.int64))


def windows(
    firsts: NDArray[np.int64],
    sentences: NDArray[np.int64],
    *,
    overlap: float = 0.25,
    room: int = ROOM,
) -> list[Window]:
    """Windows of whole sentences that cover all words, in order.

    firsts:    as in Pieces.
    sentences: (s + 1,) first word of each sentence, then the number of words.
    overlap:   share of a window, 0 to 1, that the next one reads again.
    room:      most pieces of a window, at least `LONGEST_WORD`.
    """
    count = len(firsts) - 1
    found: list[Window] = []
    start = 0
    while start < count:
        limit = firsts[start] + room
        end = int(np.searchsorted(firsts, limit, side="right")) - 1
        if end < count:
            last = sentences[np.searchsorted(sentences, end, side="right") - 1]
            end = int(last) if last > start else end
        found.append(Window(start, max(end, start + 1)))
        if found[-1].last >= count:
            break
        back = firsts[found[-1].last] - overlap * (firsts[found[-1].last] - firsts[start])
        again = int(np.searchsorted(firsts, back, side="left"))
        after = sentences[np.searchsorted(sentences, again, side="left")]
        start = int(after) if start < after <= found[-1].last else found[-1].last
    return found


def best_windows(parts: list[Window], sentences: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each sentence the window with the most text on its shorter side around it."""
    far = 10**6
    firsts, ends = np.array([(w.first, w.last) for w in parts]).T
    before = np.where(firsts > 0, sentences[:-1, None] - firsts, far)
    after = np.where(ends < sentences[-1], ends - sentences[1:, None], far)
    best: NDArray[np.int64] = np.minimum(before, after).argmax(1)
    return best


def best_rows(
    parts: list[Window], best: NDArray[np.int64], sentences: NDArray[np.int64]
) -> NDArray[np.int64]:
    """(n,) for each word where the best window of its sentence has it, all windows in a row.

    A sentence that was cut because no window could hold it takes every word from whichever window
    has it.
    """
    offsets = np.cumsum([0, *(w.last - w.first for w in parts)])
    rows = np.zeros(int(sentences[-1]), dtype=np.int64)
    for offset, w in zip(offsets.tolist(), parts, strict=False):
        rows[w.first : w.last] = np.arange(offset, offset + w.last - w.first)
    ranges = zip(sentences[:-1].tolist(), sentences[1:].tolist(), best, strict=True)
    for first, last, k in ranges:
        w = parts[k]
        a, b = max(first, w.first), min(last, w.last)
        if a < b:
            rows[a:b] = np.arange(a, b) + (offsets[k] - w.first)
    return rows
