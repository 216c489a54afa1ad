"""Hold the store against its shapes (SHACL, https://www.w3.org/TR/shacl/).

quads  →  what does not conform, a line each
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat
from pyshacl import validate
from rdflib import RDF, SH, Graph

from graph.errors import StoreError
from graph.store.replace import PUT_FORWARD
from graph.terms import ENTITIES, PREFIXES, RUNS, STATED

_AT_ONCE = 50
"""Articles validated in one go: many enough to be fast, few enough for memory."""


def failures(
    store: pyoxigraph.Store, articles: Iterable[str], *, shapes: Path, ontology: Path
) -> list[str]:
    """One line for each node that fails a shape: the node, then the shape's message."""
    shape_graph, ontology_graph = _turtle(shapes), _turtle(ontology)
    if not shape_graph:
        raise StoreError(f"{shapes}: expected shapes in *.ttl, found none. Reinstall saidby.")
    found: list[str] = []
    remaining = iter(articles)
    while batch := list(islice(remaining, _AT_ONCE)):
        data = _data(store, batch)
        _, report, _ = validate(data, shacl_graph=shape_graph, ont_graph=ontology_graph)
        found += _lines(report)
    return sorted({*found, *_unfounded(store), *_scattered(store)})


def _unfounded(store: pyoxigraph.Store) -> Iterator[str]:
    """Plain triples that nobody puts forward as so: of all articles, so no shape can see them."""
    rows = store.query(
        f"""SELECT ?s ?p ?o WHERE {{
          GRAPH said:stated {{ ?s ?p ?o }} FILTER(?p != said:cites_outlet)
          FILTER NOT EXISTS {{ {PUT_FORWARD} }} }}""",
        prefixes=PREFIXES,
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    for s, p, o in rows:
        yield f"{STATED}: A plain triple is put forward by somebody; {s} {p} {o} is not."


_ACROSS = {
    "A claim is in one cluster at most.": """
      SELECT ?node WHERE { ?node said:in_cluster ?a , ?b FILTER(STR(?a) < STR(?b)) }""",
    "A cluster holds claims that are in the store.": """
      SELECT ?node WHERE { ?node a said:ClaimCluster
        FILTER NOT EXISTS { ?claim said:in_cluster ?node ; said:stated_in ?article } }""",
    "A cluster has no fewer origins at most than at least.": """
      SELECT ?node WHERE { ?node said:origins_low ?low ; said:origins_high ?high
        FILTER(?low > ?high) }""",
    "What contradicts a cluster is a cluster that it contradicts.": """
      SELECT ?node WHERE { ?node said:contradicts ?other
        FILTER NOT EXISTS { ?other said:contradicts ?node } }""",
    "A copy and what it copies are in the store.": """
      SELECT ?node WHERE { ?node said:copy_of ?other
        FILTER NOT EXISTS { ?node said:text ?a . ?other said:text ?b } }""",
    "A judgement has one verdict.": """
      SELECT ?node WHERE { ?node said:judged_by ?by
        FILTER NOT EXISTS { ?node said:verdict ?verdict } }""",
}
"""What holds across articles, and a query for what breaks it: no shape sees more than one."""


def _scattered(store: pyoxigraph.Store) -> Iterator[str]:
    """What is computed across articles and does not fit together."""
    for message, query in _ACROSS.items():
        rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        for row in rows:
            yield f"{row['node']}: {message}"


def _turtle(folder: Path) -> Graph:
    made = Graph()
    for file in sorted(folder.glob("*.ttl")):
        made.parse(file, format="turtle")
    return made


def _data(store: pyoxigraph.Store, articles: list[str]) -> Graph:
    """The articles' own graphs with what is known of their entities and runs."""
    quads = [
        q for iri in articles for q in store.quads_for_pattern(None, None, None, NamedNode(iri))
    ]
    used = {quad.object for quad in quads if isinstance(quad.object, NamedNode)}
    for shared in (ENTITIES, RUNS):
        for node in used:
            quads += store.quads_for_pattern(node, None, None, NamedNode(shared))
    return Graph().parse(data=_n_triples(quads), format="nt")


def _n_triples(quads: list[Quad]) -> bytes:
    triples = (quad.triple for quad in quads)
    return pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _lines(report: Graph) -> Iterator[str]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        message = report.value(result, SH.resultMessage)
        yield f"{node}: {message}" + (
            f" ({path})" if path and str(path) not in str(message) else ""
        )
