"""Positions of nodes, and how far edges are bent."""

from __future__ import annotations

import random

import numpy as np
import pytest

from graph.show.curves import bends
from graph.show.layered import flow_order, rising
from graph.show.layout import place


def sizes_of(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.full((count, 2), (150.0, 40.0))


def random_arcs(count: int, arcs: int, *, acyclic: bool) -> list[tuple[int, int]]:
    chance = random.Random(count * arcs)
    found = [(chance.randrange(count), chance.randrange(count)) for _ in range(arcs)]
    return [(min(pair), max(pair)) if acyclic else pair for pair in found]


def test_who_cites_stands_left_of_who_is_cited() -> None:
    at = place(sizes_of(5), [(0, 1), (1, 2), (3, 2), (3, 4)], gap=100)

    assert at[0, 0] < at[1, 0] < at[2, 0]
    assert at[0, 0] == at[3, 0]
    assert at[2, 0] == at[4, 0]


@pytest.mark.parametrize("acyclic", [True, False])
@pytest.mark.parametrize(("count", "arcs"), [(1, 0), (2, 1), (12, 16), (40, 50), (40, 120)])
def test_no_two_nodes_overlap(count: int, arcs: int, acyclic: bool) -> None:
    at = place(sizes_of(count), random_arcs(count, arcs, acyclic=acyclic), gap=100)

    away = np.abs(at[:, None] - at[None]) + 1000 * np.eye(count)[..., None]
    assert ((away[..., 0] >= 150) | (away[..., 1] >= 40)).all()


def test_the_same_network_is_placed_the_same() -> None:
    arcs = random_arcs(60, 90, acyclic=False)

    assert (place(sizes_of(60), arcs, gap=90) == place(sizes_of(60), arcs, gap=90)).all()


def test_components_lie_apart() -> None:
    at = place(sizes_of(6), [(0, 1), (2, 3), (4, 5)], gap=100)

    boxes = [(at[part].min(0), at[part].max(0)) for part in ([0, 1], [2, 3], [4, 5])]
    for number, (low, high) in enumerate(boxes):
        for other_low, other_high in boxes[number + 1 :]:
            assert (high < other_low).any() or (other_high < low).any()


def test_nothing_is_placed_nowhere() -> None:
    assert place(np.zeros((0, 2)), [], gap=100).shape == (0, 2)


def test_a_cycle_is_cut_once() -> None:
    order = flow_order(3, [(0, 1), (1, 2), (2, 0)])

    assert (
        sum(order.index(tail) > order.index(head) for tail, head in [(0, 1), (1, 2), (2, 0)]) == 1
    )


def test_values_that_fall_are_levelled() -> None:
    assert rising(np.array([1.0, 5.0, 3.0, 6.0])).tolist() == [1.0, 4.0, 4.0, 6.0]


def test_parallel_edges_are_bent_apart() -> None:
    at = np.array([[0.0, 0.0], [400.0, 0.0]])
    bent = bends(at, sizes_of(2), [(0, 1), (0, 1), (1, 0)], np.full((3, 2), (40.0, 14.0)))

    sides = [bent[0], bent[1], -bent[2]]
    assert min(abs(one - other) for one in sides for other in sides if one is not other) > 0.1


def test_an_edge_is_bent_around_a_node_in_its_way() -> None:
    at = np.array([[0.0, 0.0], [400.0, 0.0], [800.0, 0.0]])

    assert bends(at, sizes_of(3), [(0, 2)], np.zeros((1, 2))) != [0.0]
    assert bends(at, sizes_of(3), [(0, 1)], np.zeros((1, 2))) == [0.0]
