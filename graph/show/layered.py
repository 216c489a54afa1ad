"""Nodes in columns, so that every edge runs to the right: who cites left, who is cited right.

    arcs  →  few turned round until no cycle is left  →  columns  →  order within  →  positions

After Sugiyama, Tagawa and Toda 1981. A long arc holds a place of no height in every column that it
crosses, so that it is drawn between the nodes and not through them.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Arc = tuple[int, int]
Floats = NDArray[np.float64]

SWEEPS = 24
ASPECT = 1.2  # width to height of the room for the picture
ROW_GAP = 26.0, 140.0  # least and most pixels between two nodes of a column


@dataclass(frozen=True, slots=True)
class Columns:
    """The nodes 0 … n-1 and, after them, the places held by long arcs."""

    held: list[list[int]]
    """The nodes of each column, top to bottom."""
    left: list[list[int]]
    """For each node its neighbours in the column before."""
    right: list[list[int]]


def flow_order(count: int, arcs: Sequence[Arc]) -> list[int]:
    """The nodes in an order that few arcs run against (Eades, Lin and Smyth 1993)."""
    rest: nx.DiGraph[int] = nx.DiGraph()
    rest.add_nodes_from(range(count))
    rest.add_edges_from(arcs)
    first: list[int] = []
    last: list[int] = []
    while rest:
        if ends := [node for node in rest if not rest.out_degree(node)]:
            last.extend(reversed(ends))
        elif ends := [node for node in rest if not rest.in_degree(node)]:
            first.extend(ends)
        else:
            ends = [max(rest, key=lambda node: rest.out_degree(node) - rest.in_degree(node))]
            first.extend(ends)
        rest.remove_nodes_from(ends)
    return first + last[::-1]


def against(order: Sequence[int], arcs: Sequence[Arc]) -> list[Arc]:
    """The arcs that run against the order."""
    rank = {node: place for place, node in enumerate(order)}
    return [(tail, head) for tail, head in arcs if rank[tail] > rank[head]]


def layered(sizes: Floats, arcs: Sequence[Arc], *, gap: float) -> Floats:
    """Positions of the nodes' centres in pixels, (n, 2).

    sizes: (n, 2), width and height in pixels.
    arcs:  without loops; repeated ones count once.
    gap:   pixels between two columns.
    """
    order = flow_order(len(sizes), arcs)
    turned = set(against(order, arcs))
    forward = sorted({(head, tail) if (tail, head) in turned else (tail, head)
                      for tail, head in arcs})  # fmt: skip
    columns = _ordered(_columns(order, forward))
    x = _across(columns, sizes, gap)
    y = _down(columns, sizes, width=float(np.ptp(x) + sizes[:, 0].mean()))
    return np.stack([x, y], axis=1)


def _columns(order: Sequence[int], arcs: Sequence[Arc]) -> Columns:
    column = _depths(order, arcs)
    count = len(order)
    held: list[list[int]] = [[] for _ in range(max(column) + 1)]
    for node in order:
        held[column[node]].append(node)
    left: list[list[int]] = [[] for _ in range(count)]
    right: list[list[int]] = [[] for _ in range(count)]
    for tail, head in arcs:
        at = tail
        for crossed in range(column[tail] + 1, column[head]):
            held[crossed].append(len(left))
            left.append([at])
            right[at].append(len(right))
            right.append([])
            at = len(left) - 1
        right[at].append(head)
        left[head].append(at)
    return Columns(held, left, right)


def _depths(order: Sequence[int], arcs: Sequence[Arc]) -> list[int]:
    """The column of each node: as far left as its arcs allow, the last if none leaves it."""
    follows: list[list[int]] = [[] for _ in order]
    for tail, head in arcs:
        follows[tail].append(head)
    column = [0] * len(order)
    for node in order:
        for head in follows[node]:
            column[head] = max(column[head], column[node] + 1)
    last = max(column)
    return [depth if follows[node] else last for node, depth in enumerate(column)]


def _ordered(columns: Columns) -> Columns:
    """The order with the fewest crossings that sorting by the neighbours' mean finds."""
    held = best = [list(column) for column in columns.held]
    fewest = _crossings(held, columns.right)
    for sweep in range(SWEEPS):
        held = _swept(held, columns, rightwards=sweep % 2 == 0)
        crossings = _crossings(held, columns.right)
        if crossings < fewest:
            best, fewest = held, crossings
    return Columns(best, columns.left, columns.right)


def _swept(held: list[list[int]], columns: Columns, *, rightwards: bool) -> list[list[int]]:
    neighbours = columns.left if rightwards else columns.right
    place: dict[int, float] = {}
    swept = []
    for column in held if rightwards else held[::-1]:
        means = {}
        for row, node in enumerate(column):
            around = [place[other] for other in neighbours[node]]
            means[node] = sum(around) / len(around) if around else (row + 0.5) / len(column)
        ranked = sorted(column, key=means.__getitem__)
        place = {node: (row + 0.5) / len(ranked) for row, node in enumerate(ranked)}
        swept.append(ranked)
    return swept if rightwards else swept[::-1]


def _crossings(held: list[list[int]], right: list[list[int]]) -> int:
    crossings = 0
    for column, following in pairwise(held):
        row = {node: place for place, node in enumerate(following)}
        seen: list[int] = []
        for node in column:
            ends = sorted(row[other] for other in right[node])
            crossings += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return crossings


def _across(columns: Columns, sizes: Floats, gap: float) -> Floats:
    x = np.zeros(len(sizes))
    at = 0.0
    for column in columns.held:
        nodes = [node for node in column if node < len(sizes)]
        width = float(sizes[nodes, 0].max())
        x[nodes] = at + width / 2
        at += width + gap
    return x


def _down(columns: Columns, sizes: Floats, *, width: float) -> Floats:
    """Near the neighbours' mean height, in order and apart; straight where an arc is long."""
    heights = np.zeros(len(columns.left))
    heights[: len(sizes)] = sizes[:, 1]
    rows = max(len(column) for column in columns.held)
    free = (width / ASPECT - heights.max() * rows) / max(rows - 1, 1)
    gap = float(np.clip(free, *ROW_GAP))
    y = np.zeros(len(heights))
    for column in columns.held:
        steps = _steps(heights[column], gap)
        y[column] = steps - steps.mean()
    for sweep in range(SWEEPS):
        for column in columns.held if sweep % 2 else columns.held[::-1]:
            wanted = [_wanted(node, columns, y, len(sizes)) for node in column]
            steps = _steps(heights[column], gap)
            y[column] = rising(np.array(wanted) - steps) + steps
    return y[: len(sizes)]


def _steps(heights: Floats, gap: float) -> Floats:
    """The least distance of each from the first of its column."""
    between = (heights[1:] + heights[:-1]) / 2 + np.where(heights[1:] * heights[:-1], gap, gap / 2)
    return np.concatenate([[0.0], np.cumsum(between)])


def _wanted(node: int, columns: Columns, y: Floats, real: int) -> float:
    around = columns.left[node] + columns.right[node]
    if not around:
        return float(y[node])
    weights = [4.0 if node >= real and other >= real else 1.0 for other in around]
    return float(np.average(y[around], weights=weights))


def rising(values: Floats) -> Floats:
    """The nearest values, by least squares, that never fall (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, size = float(value), 1
        while pools and pools[-1][0] > mean:
            before, held = pools.pop()
            mean = (mean * size + before * held) / (size + held)
            size += held
        pools.append((mean, size))
    return np.repeat([mean for mean, _ in pools], [size for _, size in pools])
