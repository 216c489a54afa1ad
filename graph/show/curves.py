"""How far to bend each edge, so that it runs between the nodes and its label can be read.

    positions, sizes, arcs, sizes of labels  →  one bend an edge

A bend is vis-network's roundness of ``curvedCW``, -1 to 1; below 0 it turns the other way. The
curve is a quadratic Bézier whose middle point vis-network sets as `_via` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from graph.show.layered import Arc, Floats

BULGES = (
    0.0,
    20.0,
    -20.0,
    40.0,
    -40.0,
    65.0,
    -65.0,
    95.0,
    -95.0,
    130.0,
    -130.0,
    180.0,
    -180.0,
)  # pixels off the straight line
BETWEEN = 36.0  # least pixels between the middles of two edges with the same ends
ALONG = np.linspace(0, 1, 33)[:, None]
TRIED = 250  # with more edges than this, bends only keep parallel edges apart
MARGIN = 5.0  # pixels


def bends(at: Floats, sizes: Floats, arcs: Sequence[Arc], labels: Floats) -> list[float]:
    """One bend an arc, in their order; loops get 0.

    at, sizes: (n, 2), centres and sizes of the nodes in pixels.
    labels:    (arcs, 2), sizes in pixels, 0 where there is none.
    """
    if len(arcs) > TRIED:
        return _side_by_side(arcs)
    drawn = _Drawn(at, sizes)
    return [
        0.0 if tail == head else drawn.add(tail, head, label)
        for (tail, head), label in zip(arcs, labels, strict=True)
    ]


def _bend(bulge: float, length: float) -> float:
    """The bend that moves the middle of a curve by so many pixels; the sine taken as its angle."""
    flat = 8 * abs(bulge) / (np.pi * max(length, 1.0))
    return float(np.copysign(min((np.sqrt(1 + 4 * flat) - 1) / 2, 1.0), bulge))


def _side_by_side(arcs: Sequence[Arc]) -> list[float]:
    seen: dict[Arc, int] = defaultdict(int)
    bent = []
    for tail, head in arcs:
        ends = (min(tail, head), max(tail, head))
        number = seen[ends]
        seen[ends] += 1
        side = (number + 1) // 2 * 0.2 * (1 if number % 2 else -1)
        bent.append(min(max(side * (1 if tail < head else -1), -1.0), 1.0))
    return bent


class _Drawn:
    """What is drawn so far; every new edge looks for the bend that is least in the way."""

    def __init__(self, at: Floats, sizes: Floats) -> None:
        self.at = at
        self.half = sizes / 2 + MARGIN
        self.label_at: list[Floats] = []
        self.label_half: list[Floats] = []
        self.curves: list[Floats] = []
        self.taken: dict[Arc, list[float]] = defaultdict(list)

    def add(self, tail: int, head: int, label: Floats) -> float:
        """The bend of an edge from tail to head."""
        ends = (min(tail, head), max(tail, head))
        way = 1 if tail < head else -1
        length = float(np.hypot(*(self.at[tail] - self.at[head])))
        taken = self.taken[ends]
        free = [b for b in BULGES if all(abs(b * way - t) >= BETWEEN for t in taken)]
        free = free or [way * (max(taken) + BETWEEN)]
        tried = [_bend(bulge, length) for bulge in free]
        best = int(np.argmin([self._cost(tail, head, bend, label) for bend in tried]))
        bend = tried[best]
        taken.append(free[best] * way)
        curve = _curve(self.at[tail], self.at[head], bend)
        self.curves.append(curve)
        if label[0]:
            self.label_at.append(curve[len(curve) // 2])
            self.label_half.append(label / 2 + MARGIN)
        return bend

    def _cost(self, tail: int, head: int, bend: float, label: Floats) -> float:
        curve = _curve(self.at[tail], self.at[head], bend)
        others = np.ones(len(self.at), dtype=bool)
        others[[tail, head]] = False
        cost = 3 * abs(bend) + 2 * _hits(curve, self.at[others], self.half[others])
        if self.label_at:
            cost += 0.5 * _hits(curve, np.array(self.label_at), np.array(self.label_half))
        return cost + (self._label_cost(curve[len(curve) // 2], label / 2) if label[0] else 0)

    def _label_cost(self, middle: Floats, half: Floats) -> float:
        """Of a label over nodes, over other labels, and over other curves."""
        cost = 6 * _hits(middle[None], self.at, self.half + half)
        if self.label_at:
            cost += 6 * _hits(middle[None], np.array(self.label_at), half + self.label_half)
        if self.curves:
            cost += 0.5 * _hits(np.concatenate(self.curves), middle[None], half[None] + MARGIN)
        return cost


def _hits(points: Floats, at: Floats, half: Floats) -> float:
    """How many of the points lie in boxes around at."""
    return float((np.abs(points[:, None] - at[None]) < half[None]).all(axis=2).sum())


def _curve(start: Floats, end: Floats, bend: float) -> Floats:
    via = _via(start, end, bend)
    return (1 - ALONG) ** 2 * start + 2 * ALONG * (1 - ALONG) * via + ALONG**2 * end


def _via(start: Floats, end: Floats, bend: float) -> Floats:
    across, up = end[0] - start[0], start[1] - end[1]
    reach = 0.5 * bend + 0.5
    angle = np.arctan2(up, across) + reach * np.pi
    length: Floats = reach * np.hypot(across, up) * np.array([np.sin(angle), np.cos(angle)])
    return start + length
