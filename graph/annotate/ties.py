"""What two mentions of a sentence are to each other, as a small network learned it.

    a vector a word  →  how sure each word is to say that an event of each kind happened
    mentions and such words, in pairs  →  how sure each relation, each role in an event, is

The frames of ``ontology/relations.yaml`` come first; this finds what no frame has the words for.
A pair is seen as its two ends, the way between them in the tree, and the words between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.annotate.decode import Floats, Ints
from graph.annotate.model import Model
from graph.annotate.spots import Pairs, Spot

ROLES = ("actor", "target", "place")
"""In an event."""


class Ties:
    """The tables of ``ties.npz``, each but two with a bias.

    `head`, `mean`, `top`, `way`, `between`, `peak` and `amid` project a word's vector, `traits` the
    traits; `hidden` and `out` score a pair, `event` and `kind` a word.
    """

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        self.labels = [str(label) for label in tables["labels"]]
        """Of the columns of `scores`: relations, then `ROLES`."""
        self.kinds = [str(kind) for kind in tables["kinds"]]
        """Of the columns of `events`."""
        self._t = tables

    def events(self, vectors: Floats) -> Floats:
        """(words, kinds): the probability that a word says that an event of a kind happened."""
        hidden = np.maximum(self._linear("event", vectors), 0)
        return _sigmoid(self._linear("kind", hidden))

    def scores(self, vectors: Floats, spots: Sequence[Spot], pairs: Pairs) -> Floats:
        """(pairs, labels): the probability of each label. vectors: (words, 384)."""
        if not len(pairs):
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        firsts, ends = (
            np.array(x) for x in zip(*((s.first, s.last + 1) for s in spots), strict=True)
        )
        heads = np.array([s.head for s in spots])
        low = np.minimum(heads[pairs.ones], heads[pairs.others]) + 1
        high = np.maximum(heads[pairs.ones], heads[pairs.others])
        shown = np.maximum(
            self._project("head", vectors[heads])
            + means(self._project("mean", vectors), firsts, ends) + self._t["head.bias"], 0,
        )  # fmt: skip
        one, other = shown[pairs.ones], shown[pairs.others]
        tops, top_of = np.unique(pairs.tops, return_inverse=True)
        top = np.maximum(self._linear("top", vectors[tops]), 0)[top_of]
        way = np.maximum(
            scattered(self._project("way", vectors), pairs.ways)
            + means(self._project("between", vectors), low, high) + self._t["way.bias"], 0,
        )  # fmt: skip
        peak = peaks(np.maximum(self._linear("peak", vectors), 0), pairs.ways)
        amid = highest(np.maximum(self._linear("amid", vectors), 0), low, high)
        traits = np.maximum(self._linear("traits", pairs.traits), 0)
        joined = np.concatenate([one, other, one * other, top, way, peak, amid, traits], 1)
        return _sigmoid(self._linear("out", np.maximum(self._linear("hidden", joined), 0)))

    def _project(self, name: str, rows: Floats) -> Floats:
        found: Floats = rows @ self._t[f"{name}.weight"].T
        return found

    def _linear(self, name: str, rows: Floats) -> Floats:
        found: Floats = self._project(name, rows) + self._t[f"{name}.bias"]
        return found


def ties_of(model: Model) -> Ties | None:
    """What the weights learned of ties; None if they learned nothing."""
    return None if model.tie_tables is None else Ties(model.tie_tables)


def means(rows: Floats, firsts: Ints, ends: Ints) -> Floats:
    """The mean of the rows from each first to before its end; zeros where there is none."""
    sums = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), np.cumsum(rows, 0)])
    ends = np.maximum(firsts, ends)
    counts: Floats = np.maximum(ends - firsts, 1).astype(np.float32)
    found: Floats = (sums[ends] - sums[firsts]) / counts[:, None]
    return found


def highest(rows: Floats, firsts: Ints, ends: Ints) -> Floats:
    """The highest numbers of the rows from each first to before its end; zeros where none is."""
    found = np.zeros((len(firsts), rows.shape[1]), rows.dtype)
    some = firsts < ends
    if some.any():
        padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), rows.dtype)])
        edges = np.stack([firsts[some], ends[some]], 1).ravel()
        found[some] = np.maximum.reduceat(padded, edges)[::2]
    return found


def peaks(rows: Floats, places: Sequence[Sequence[int]]) -> Floats:
    """The highest numbers of some rows for each of several places; zeros where there is none."""
    counts = np.array([len(p) for p in places])
    flat = np.array([w for p in places for w in p], dtype=np.int64)
    ends = np.cumsum(counts)
    return highest(rows[flat], ends - counts, ends)


def scattered(rows: Floats, places: Sequence[Sequence[int]]) -> Floats:
    """The mean of some rows for each of several places; zeros where there is none."""
    counts = np.array([len(p) for p in places])
    flat = np.array([w for p in places for w in p], dtype=np.int64)
    sums = np.zeros((len(places), rows.shape[1]), rows.dtype)
    some = counts > 0
    if some.any():
        starts = np.concatenate([[0], np.cumsum(counts[some])[:-1]])
        sums[some] = np.add.reduceat(rows[flat], starts) / counts[some].astype(rows.dtype)[:, None]
    return sums


def _sigmoid(scores: Floats) -> Floats:
    found: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
    return found
