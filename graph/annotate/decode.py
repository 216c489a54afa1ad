"""The model's scores → labels, spans and trees. NumPy only: no model and no files."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
ROOTS = 6
"""Words tried as the root of a sentence whose likeliest heads make no tree."""


def distance_buckets(cue: Ints, width: int) -> Ints:
    """Bucket of every word's signed distance from a cue.

    cue:   word indices of the cue, sorted.
    width: words of the window.

    Returns (width,): 0 on the cue, 1 to 16 after it, 17 to 32 before it; a bucket is one word wide
    up to 6 words, then ever wider.
    """
    at = np.arange(width)
    after, before = at - cue[-1], cue[0] - at
    edges = np.array([1, 2, 3, 4, 5, 6, 7, 9, 12, 16, 24, 32, 48, 64, 96, 128])
    bucket = np.zeros(width, dtype=np.int64)
    bucket[after > 0] = np.searchsorted(edges, after[after > 0], side="right")
    bucket[before > 0] = 16 + np.searchsorted(edges, before[before > 0], side="right")
    return bucket


def viterbi(scores: Floats, table: Floats, lengths: Ints | None = None) -> tuple[Ints, Floats]:
    """The best labelling of each of several sequences.

    scores:  (b, n, labels).
    table:   (1 + labels, labels): row 0 scores the first label, row i + 1 a label after label i.
    lengths: (b,) of each sequence, at most n; None: all n.

    Returns the labels, (b, n), and how sure each is: its share among all labels of the word by
    scores alone, (b, n), 0 to 1. What lies behind a sequence's length means nothing.
    """
    b, n, size = scores.shape
    last = (np.full(b, n) if lengths is None else lengths) - 1
    best = np.empty((n, b, size), dtype=np.float32)
    best[0] = table[0] + scores[:, 0]
    ways = np.empty((b, size, size), dtype=np.float32)
    goes_on, after = table[None, 1:], np.ascontiguousarray(table[1:].T)
    for i in range(1, n):
        np.add(best[i - 1][:, :, None], goes_on, out=ways)
        np.maximum.reduce(ways, axis=1, out=best[i])
        best[i] += scores[:, i]
    path = np.empty((n, b), dtype=np.int64)
    path[:] = best[last, np.arange(b)].argmax(1)
    for i in range(n - 1, 0, -1):
        before = (best[i - 1] + after[path[i]]).argmax(1)
        np.copyto(path[i - 1], before, where=last >= i)
    shares = softmax(scores)
    found = path.T
    return found, np.take_along_axis(shares, found[:, :, None], 2)[:, :, 0]


def softmax(scores: Floats) -> Floats:
    """Scores as shares of the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares


def runs(labels: Ints, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Runs of B and I as (first word, last word, kind); kind is empty for bare B and I.

    An I after an O opens a run, as in conlleval (Tjong Kim Sang and Buchholz 2000).
    """
    found: list[tuple[int, int, str]] = []
    outside = names.index("O")
    for i in np.flatnonzero(labels != outside).tolist():
        tag, _, kind = names[labels[i]].partition("-")
        if tag == "I" and found and found[-1][1] == i - 1 and found[-1][2] == kind:
            found[-1] = (found[-1][0], i, kind)
        else:
            found.append((i, i, kind))
    return found


def tree(scores: Floats) -> Ints:
    """Heads of one sentence: the best tree below one of the likeliest roots, by Chu, Liu, Edmonds.

    scores: (n, n), of column as head of row; the diagonal is the score of being the root.

    Returns (n,), each word's head; the root's is itself.
    """
    n = len(scores)
    heads: Ints = scores.argmax(1)
    if _is_tree(heads):
        return heads
    roots = np.argsort(-np.diag(scores))[:ROOTS]
    bare = scores.astype(np.float64).copy()
    np.fill_diagonal(bare, -1e9)
    best = bare.max(1)
    most = best.sum() - best[roots] + np.diag(scores)[roots]
    """What each root could reach if nothing were a cycle."""
    options: list[tuple[float, int, Ints]] = []
    for k in np.argsort(-most, kind="stable"):
        root = int(roots[k])
        if options and most[k] < max(options)[0] - 1e-6:
            break
        found = _edmonds(bare, root)
        others = np.arange(n) != root
        total = float(bare[others, found[others]].sum() + scores[root, root])
        options.append((total, -int(k), found))
    return max(options, key=lambda o: o[:2])[2]


def _is_tree(heads: Ints) -> bool:
    if (heads == np.arange(len(heads))).sum() != 1:
        return False
    for _ in range(len(heads).bit_length()):
        heads = heads[heads]
    return bool((heads == heads[0]).all())


def _edmonds(scores: NDArray[np.float64], root: int) -> Ints:
    """Heads of the best tree below root."""
    heads: Ints = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads.tolist(), root)
    if cycle is None:
        return heads
    held = np.zeros(len(scores), dtype=bool)
    held[cycle] = True
    inside, outside = np.flatnonzero(held), np.flatnonzero(~held)
    into = scores[inside][:, outside] - scores[inside, heads[inside]][:, None]
    below = scores[outside]
    out = below[:, inside]
    size = len(outside)
    small = np.full((size + 1, size + 1), -1e9)
    small[:size, :size] = below[:, outside]
    small[size, :size] = into.max(0)
    small[:size, size] = out.max(1)
    found = _edmonds(small, int(np.searchsorted(outside, root)))
    entry = int(found[size])
    result = heads.copy()
    to_cycle = found[:size] == size
    result[outside] = np.where(to_cycle, inside[out.argmax(1)], np.append(outside, 0)[found[:size]])
    result[inside[into[:, entry].argmax()]] = outside[entry]
    result[root] = root
    return result


def _cycle(heads: Sequence[int], root: int) -> list[int] | None:
    """The words of a cycle, if there is one; a path that was walked before leads to the root."""
    walk = [-1] * len(heads)
    walk[root] = len(heads)
    for begin in range(len(heads)):
        at = begin
        while walk[at] < 0:
            walk[at] = begin
            at = heads[at]
        if walk[at] == begin:
            cycle = [at]
            while heads[cycle[-1]] != at:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None


def padded(rows: list[Floats]) -> Floats:
    """Rows (n, labels) of several lengths as one table (b, longest, labels)."""
    out: Floats = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), dtype=np.float32)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def bilinear(dependent: Floats, head: Floats, table: Floats) -> Floats:
    """(n, labels): dependent × table × head of every word."""
    flat = table.transpose(1, 0, 2).reshape(table.shape[1], -1)
    left: Floats = (dependent @ flat).reshape(len(dependent), *table.shape[::2])
    scores: Floats = (left @ head[:, :, None])[:, :, 0]
    return scores
