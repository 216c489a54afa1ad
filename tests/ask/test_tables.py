"""What stands behind a network's edges, as a spreadsheet has it."""

from __future__ import annotations

import csv
import io

from graph.ask.formats import written
from graph.ask.tables import passages_of
from graph.types import Edge, Evidence, Network, Node

HERALD, AIDE = "e:outlet/herald", "e:person/aide"


def test_the_table_has_a_row_a_passage_and_no_formula() -> None:
    nodes = Node(HERALD, "Example Herald", "outlet"), Node(AIDE, "an aide", "person")
    said = Evidence("doc:1", "", "Example Herald", "The bridge fell, an aide said.")
    denied = Evidence("doc:2", "", "Daily Sample", "=1+1, the aide denied.", standing="denied")
    edges = Edge(HERALD, AIDE, "cites", (said, denied)), Edge(HERALD, AIDE, "doubts", (said,))

    table = written(passages_of(Network("", nodes, edges)), "csv")
    rows = list(csv.DictReader(io.StringIO(table)))

    assert [(r["relation"], r["standing"], r["publisher"]) for r in rows] == [
        ("cites", "put forward", "Example Herald"),
        ("cites", "denied", "Daily Sample"),
        ("doubts", "put forward", "Example Herald"),
    ]
    assert rows[1]["passage"].startswith("'=1+1")
    assert (rows[0]["tail_iri"], rows[0]["article"]) == (HERALD, "doc:1")
