"""Which claims of many articles are close in meaning to given ones.

days of articles with their vectors  →  pairs, by index

Articles come by the day they were published; the days that were looked at last stay in memory, for
the next article is likely to be of one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

WIDTH = 384
"""Bytes of a claim's vector, one a dimension."""
LENGTH = 127
"""Of a vector as it is stored."""
COMPARED = 200
"""Articles whose vectors are compared at once: about 4 MB."""
MOST_HELD = 1000
"""Articles whose vectors are held in memory, about 18 kB each."""

Row = tuple[str, bytes]
"""An article's IRI, and its vectors one behind the other."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Vectors of some articles: of the one at k those before ends[k]."""

    articles: tuple[str, ...]
    ends: np.ndarray
    columns: np.ndarray
    """(WIDTH, vectors): a product with columns takes a third of the time that rows take."""


class Vectors:
    """The vectors of a catalogue, by the day of publication; None for those without one."""

    def __init__(self, of_day: Callable[[int | None], Iterable[Row]]) -> None:
        """of_day: the rows of a day as they are stored."""
        self._of_day = of_day
        self._held: dict[int | None, _Block] = {}

    def close(
        self, mine: Sequence[bytes], days: Iterable[int | None], closeness: float
    ) -> Iterator[tuple[int, str, int]]:
        """Index of a vector, article, and index of one of its vectors at least so close.

        mine: vectors of WIDTH bytes.  days: those whose articles are looked at.
        """
        own = _floats(mine)
        for day in sorted(days, key=lambda day: day not in self._held):  # before they give way
            for block in self._blocks(day):
                for i, j in np.argwhere(own @ block.columns >= closeness * LENGTH**2):
                    at = int(np.searchsorted(block.ends, j, side="right"))
                    first = int(block.ends[at - 1]) if at else 0
                    yield int(i), block.articles[at], int(j) - first

    def forget(self, day: int | None) -> None:
        """Read the vectors of a day anew when they are next asked for."""
        self._held.pop(day, None)

    def clear(self) -> None:
        """`forget` every day."""
        self._held.clear()

    def _blocks(self, day: int | None) -> Iterator[_Block]:
        """The vectors of a day, held in memory if they are few enough to be compared at once."""
        if block := self._held.pop(day, None):
            self._held[day] = block  # now the last one that was looked at
            yield block
            return
        rows = iter(self._of_day(day))
        some = list(islice(rows, COMPARED))
        rest = list(islice(rows, COMPARED))
        if not rest:
            block = _block(some)
            self._hold(day, block)
            yield block
            return
        while some:
            yield _block(some)
            some, rest = rest, list(islice(rows, COMPARED))

    def _hold(self, day: int | None, block: _Block) -> None:
        self._held[day] = block
        held = sum(len(one.articles) for one in self._held.values())
        while held > MOST_HELD:
            held -= len(self._held.pop(next(iter(self._held))).articles)


def _block(rows: Sequence[Row]) -> _Block:
    ends = np.cumsum([len(vectors) // WIDTH for _, vectors in rows])
    columns = np.ascontiguousarray(_floats(vectors for _, vectors in rows).T)
    return _Block(tuple(iri for iri, _ in rows), ends, columns)


def _floats(vectors: Iterable[bytes]) -> np.ndarray:
    """Vectors of length `LENGTH`, a row each."""
    rows = np.frombuffer(b"".join(vectors), np.int8).reshape(-1, WIDTH)
    return rows.astype(np.float32)
