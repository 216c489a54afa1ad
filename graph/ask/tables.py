"""A Network as a table, a row a passage: what stands behind every edge, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from graph.ask.rows import Rows, Term
from graph.types import Network

_COLUMNS = (
    "tail", "tail_kind", "relation", "head", "head_kind", "standing", "publisher", "passage",
    "article", "tail_iri", "head_iri",
)  # fmt: skip


def passages_of(network: Network) -> Rows:
    """Every passage of every edge, in their order."""
    return Rows(_COLUMNS, tuple(_rows(network)))


def _rows(network: Network) -> Iterator[tuple[Term | None, ...]]:
    known = {node.id: node for node in network.nodes}
    for edge in network.edges:
        tail, head = known[edge.tail], known[edge.head]
        for one in edge.evidence:
            words = (
                tail.name, tail.kind, edge.label, head.name, head.kind, one.standing,
                one.publisher, one.passage,
            )  # fmt: skip
            iris = one.article, edge.tail, edge.head
            yield (*map(Literal, words), *map(NamedNode, iris))
