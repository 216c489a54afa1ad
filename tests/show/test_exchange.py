"""The network for other programs, as they would open it."""

from __future__ import annotations

import networkx as nx

from graph.show import graphml
from graph.types import Edge, Evidence, Network, Node

SAID = Evidence("doc:1", "", "Example Herald", "The bridge fell, an aide said.")
DENIED = Evidence("doc:2", "", "Daily Sample", "=1+1, the aide\x07 denied.", standing="denied")


def network() -> Network:
    nodes = (
        Node("e:outlet/herald", "Example Herald", "outlet", ("the Herald", "EH")),
        Node("e:person/aide", "an aide <b>", "person", (), "unnamed source"),
    )
    edges = (
        Edge("e:outlet/herald", "e:person/aide", "cites", (SAID, DENIED)),
        Edge("e:outlet/herald", "e:person/aide", "doubts", (SAID,)),
    )
    return Network("Who cites whom", nodes, edges, "3 more entities are not drawn.")


def test_graphml_has_every_entity_and_every_relation_with_its_words() -> None:
    read = nx.parse_graphml(graphml(network()), force_multigraph=True)

    assert read.nodes["e:person/aide"]["label"] == "an aide <b>"
    assert read.nodes["e:outlet/herald"]["names"] == "the Herald ¶ EH"
    between = read["e:outlet/herald"]["e:person/aide"].values()
    cites, doubts = sorted(between, key=lambda edge: edge["label"])
    assert (cites["weight"], cites["put_forward"], cites["denied"]) == (2, 1, 1)
    assert cites["passages"] == "The bridge fell, an aide said. ¶ =1+1, the aide denied."
    assert cites["articles"] == "doc:1 doc:2"
    assert doubts["weight"] == 1
    assert read.graph["left_out"] == "3 more entities are not drawn."
