"""Which claims of many articles are close in meaning to given ones.

vectors, rows of articles with theirs  →  pairs, by index
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

WIDTH = 384
"""Bytes of a claim's vector, one a dimension."""
LENGTH = 127
"""Of a vector as it is stored."""
COMPARED = 200
"""Articles whose vectors are compared at once: about 4 MB."""


def close(
    mine: Sequence[bytes], rows: Iterable[tuple[str, bytes]], closeness: float
) -> Iterator[tuple[int, str, int]]:
    """Index of a vector, article, and index of one of its vectors at least so close.

    mine: vectors of WIDTH bytes.  rows: an article's IRI and its vectors one behind the other.
    """
    own, rest = _floats(mine), iter(rows)
    while some := list(islice(rest, COMPARED)):
        theirs = _floats(vectors for _, vectors in some)
        ends = np.cumsum([len(vectors) // WIDTH for _, vectors in some])
        for i, j in np.argwhere(own @ theirs.T >= closeness * LENGTH**2):
            at = int(np.searchsorted(ends, j, side="right"))
            first = int(ends[at - 1]) if at else 0
            yield int(i), some[at][0], int(j) - first


def _floats(vectors: Iterable[bytes]) -> np.ndarray:
    """Vectors of length `LENGTH`, a row each."""
    rows = np.frombuffer(b"".join(vectors), np.int8).reshape(-1, WIDTH)
    return rows.astype(np.float32)
