"""Replace what is computed across articles, and keep what people decided.

the store, clusters and articles whose computed quads are stale, their new quads  →  one change
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from graph.corpus import Judgement
from graph.terms import CLUSTERS, SAID

_CLUSTERS = NamedNode(CLUSTERS)
_IN_CLUSTER = NamedNode(f"{SAID}in_cluster")
_PARTS = tuple(
    NamedNode(f"{SAID}{name}")
    for name in ("has_contradiction", "has_drift", "has_copying", "has_decision")
)


def stale(store: pyoxigraph.Store, nodes: Iterable[str]) -> set[Quad]:
    """The computed quads of these clusters and articles, those of their parts with them."""
    found: set[Quad] = set()
    for iri in nodes:
        node = NamedNode(iri)
        own = list(store.quads_for_pattern(node, None, None, _CLUSTERS))
        found.update(own)
        found.update(store.quads_for_pattern(None, _IN_CLUSTER, node, _CLUSTERS))
        for quad in own:
            if quad.predicate in _PARTS and isinstance(quad.object, NamedNode):
                found.update(store.quads_for_pattern(quad.object, None, None, _CLUSTERS))
    return found


JUDGED = """
SELECT ?node ?left ?right ?judged ?verdict ?by ?on ?at ?note WHERE {
  ?node said:verdict ?verdict ; said:judged_by ?by ; said:judged_on ?on .
  OPTIONAL { ?node said:left ?left ; said:right ?right }
  OPTIONAL { ?node said:judged ?judged }
  OPTIONAL { ?node said:judged_at ?at }
  OPTIONAL { ?node said:note ?note }
} ORDER BY ?on ?at ?node
"""


def judgement(row: pyoxigraph.QuerySolution) -> Judgement:
    """A row of JUDGED."""
    ends = ("judged",) if row["judged"] is not None else ("left", "right")
    at, note = row["at"], row["note"]
    return Judgement(
        tuple(row[end].value for end in ends),
        row["verdict"].value.removeprefix(SAID),
        row["by"].value,
        date.fromisoformat(row["on"].value),
        note.value if note is not None else "",
        at.value if at is not None else "",
    )
