"""Where to draw each node: sizes and arcs in, positions out; the same in, the same out.

    components  →  each in columns, or spread by distance  →  packed side by side

Pixels; x runs to the right, y down; the position of a node is its centre.
"""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.show.layered import ASPECT, Arc, Floats, against, flow_order, layered

Ints = NDArray[np.int64]

PAD = 28.0  # least pixels between two nodes, and half of that between two components
LAYERED_NODES = 150  # more do not fit into columns that can be read
LAYERED_AGAINST = 0.2  # the share of arcs that may run to the left
LAYERED_ROOM = 1.7  # how much more room columns may take
PIVOTS = 60  # of a large component, distances are kept to so many nodes
ROUNDS = 80
GOLDEN = np.pi * (3 - np.sqrt(5))


def place(sizes: Floats, arcs: Sequence[Arc], *, gap: float) -> Floats:
    """Positions of the nodes' centres in pixels, (n, 2), whole numbers.

    sizes: (n, 2), width and height in pixels.
    arcs:  from and to, as row numbers of sizes.
    gap:   pixels that an edge needs for its label.
    """
    whole: nx.Graph[int] = nx.Graph()
    whole.add_nodes_from(range(len(sizes)))
    whole.add_edges_from(arcs)
    parts = [np.array(sorted(part)) for part in nx.connected_components(whole)]
    of = {int(node): number for number, part in enumerate(parts) for node in part}
    inside: list[list[Arc]] = [[] for _ in parts]
    for tail, head in arcs:
        if tail != head:
            part = parts[of[tail]]
            ends = np.searchsorted(part, (tail, head))
            inside[of[tail]].append((int(ends[0]), int(ends[1])))
    placed = [
        _component(sizes[part], held, gap=gap) for part, held in zip(parts, inside, strict=True)
    ]
    return _packed(sizes, parts, placed)


def _component(sizes: Floats, arcs: list[Arc], *, gap: float) -> Floats:
    if len(sizes) == 1:
        return np.zeros((1, 2))
    step = 0.9 * (gap + float(sizes[:, 0].mean()))
    at = apart(sizes, spread(len(sizes), arcs, length=step))
    if len(sizes) > LAYERED_NODES:
        return at
    backward = against(flow_order(len(sizes), arcs), arcs)
    if len(backward) > LAYERED_AGAINST * len(arcs):
        return at
    columns = layered(sizes, arcs, gap=gap)
    return columns if _room(columns) <= LAYERED_ROOM * _room(at) else at


def _room(at: Floats) -> float:
    """How far back one must step to see it all."""
    return max(float(np.ptp(at[:, 0])) / ASPECT, float(np.ptp(at[:, 1])), 1.0)


def spread(count: int, arcs: Sequence[Arc], *, length: float) -> Floats:
    """Positions whose distances follow the number of steps between the nodes, (count, 2).

    length: pixels of one step.

    Stress majorisation (Gansner, Koren and North 2004) from classical scaling; of many nodes,
    only the distances to pivots (Brandes and Pich 2006) and neighbours.
    """
    network = nx.Graph(arcs)
    pivots = _pivots(network, count)
    steps = np.array([_steps(network, pivot, count) for pivot in pivots])
    one, other = (ends.ravel() for ends in np.meshgrid(pivots, np.arange(count), indexing="ij"))
    ends = np.array(arcs)
    one = np.concatenate([one, ends[:, 0], ends[:, 1]])
    other = np.concatenate([other, ends[:, 1], ends[:, 0]])
    wanted = np.concatenate([steps.ravel(), np.ones(2 * len(arcs))]) * length
    unlike = one != other
    at = _scaled(steps) * length + _spiral(count) * length / 50
    return _eased(at, other[unlike], one[unlike], wanted[unlike])


def _pivots(network: nx.Graph[int], count: int) -> Ints:
    """Nodes far from one another; all of them if there are few."""
    if count <= 3 * PIVOTS:
        return np.arange(count)
    chosen = [0]
    nearest = _steps(network, 0, count)
    while len(chosen) < PIVOTS:
        chosen.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, _steps(network, chosen[-1], count))
    return np.array(chosen)


def _steps(network: nx.Graph[int], start: int, count: int) -> Floats:
    steps = np.zeros(count)
    for node, distance in nx.single_source_shortest_path_length(network, start).items():
        steps[node] = distance
    return steps


def _scaled(steps: Floats) -> Floats:
    """Classical scaling from the distances to pivots, (pivots, n) → (n, 2)."""
    squares = steps.T**2
    centred = -0.5 * (squares - squares.mean(0) - squares.mean(1, keepdims=True) + squares.mean())
    _, vectors = np.linalg.eigh(centred.T @ centred)
    at = centred @ vectors[:, [-1, -2]]
    at *= np.sign(at[np.abs(at).argmax(0), [0, 1]] + 1e-12)
    size = np.sqrt((at**2).sum(1).mean()) or 1.0
    scaled: Floats = at / size * np.sqrt((steps**2).mean() / 2)
    return scaled


def _spiral(count: int) -> Floats:
    """Points that no two nodes share, so that equal distances do not end in one place."""
    turn = np.arange(count) * GOLDEN
    return (
        np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt(np.arange(1, count + 1))[:, None]
    )


def _eased(at: Floats, moved: Ints, fixed: Ints, wanted: Floats) -> Floats:
    """Every node to the mean of where its terms want it, ROUNDS times."""
    weight = wanted**-2
    total = np.bincount(moved, weight, len(at))[:, None]
    for _ in range(ROUNDS):
        away = at[moved] - at[fixed]
        away *= (wanted / np.maximum(np.hypot(*away.T), 1e-9))[:, None]
        goal = (at[fixed] + away) * weight[:, None]
        sums = [np.bincount(moved, goal[:, axis], len(at)) for axis in (0, 1)]
        at = np.stack(sums, axis=1) / total
    return at


def apart(sizes: Floats, at: Floats) -> Floats:
    """The positions, moved as little as may be until no two nodes overlap.

    Above 1,000 nodes they are left as they are: nobody can read so many names at once.
    """
    if len(at) > 1000:
        return at
    room = (sizes[:, None] + sizes[None]) / 2 + PAD
    earlier = np.sign(np.subtract.outer(np.arange(len(at)), np.arange(len(at))))
    for number in range(300 if len(at) <= 300 else 60):
        gap = at[:, None] - at[None]
        lacking = room - np.abs(gap)
        meets = (lacking > 0.5).all(axis=2) & (earlier != 0)
        if not meets.any():
            break
        sideways = lacking[..., 0] < lacking[..., 1]
        side = np.where(gap == 0, earlier[..., None], np.sign(gap))
        push = side * lacking * np.stack([sideways, ~sideways], axis=2) * meets[..., None]
        at = at + push.sum(1) / 2 / np.sqrt(np.maximum(meets.sum(1), 1))[:, None]
        if number % 10 == 9:
            at = at * 1.06
    return at


def _packed(sizes: Floats, parts: list[Ints], placed: list[Floats]) -> Floats:
    """The components in rows, the largest first."""
    corners = [(at - sizes[part] / 2).min(0) - PAD for part, at in zip(parts, placed, strict=True)]
    spans = [
        (at + sizes[part] / 2).max(0) + PAD - corner
        for part, at, corner in zip(parts, placed, corners, strict=True)
    ]
    at = np.zeros_like(sizes)
    if not parts:
        return at
    widest = max(span[0] for span in spans)
    row = max(widest, np.sqrt(ASPECT * sum(span[0] * span[1] for span in spans)))
    x = y = height = 0.0
    for number in sorted(range(len(parts)), key=lambda i: (-len(parts[i]), parts[i][0])):
        if x and x + spans[number][0] > row:
            x, y, height = 0.0, y + height, 0.0
        at[parts[number]] = placed[number] - corners[number] + (x, y)
        x, height = x + spans[number][0], max(height, spans[number][1])
    return np.round(at)
