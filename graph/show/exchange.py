"""A Network for other programs: GraphML, which Gephi, Cytoscape and yEd read.

Network  →  networkx  →  GraphML: a node an entity, an edge a relation, with its words
"""

from __future__ import annotations

import networkx as nx

from graph.show.text import plain
from graph.types import Edge, Network

_BETWEEN = " ¶ "
"""Between the passages of an edge, and between the names of an entity."""


def graphml(network: Network) -> str:
    """The network as GraphML; the same network gives the same text.

    A node has label, kind, names and note; an edge has label, weight (its passages), how many of
    these are put forward, possible and denied, the IRIs of their articles, and the passages.
    """
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn.graph.update(name=plain(network.title), left_out=plain(network.left_out))
    for node in network.nodes:
        names = _BETWEEN.join(map(plain, node.names))
        drawn.add_node(
            node.id, label=plain(node.name), kind=node.kind, names=names, note=plain(node.note)
        )
    for edge in network.edges:
        drawn.add_edge(edge.tail, edge.head, **_told(edge))
    return "\n".join(nx.generate_graphml(drawn)) + "\n"


def _told(edge: Edge) -> dict[str, str | int]:
    standings = [one.standing for one in edge.evidence]
    return {
        "label": plain(edge.label),
        "weight": len(edge.evidence),
        "put_forward": standings.count("put forward"),
        "possible": standings.count("possible"),
        "denied": standings.count("denied"),
        "articles": " ".join(sorted({one.article for one in edge.evidence})),
        "passages": _BETWEEN.join(plain(one.passage) for one in edge.evidence),
    }
