"""What is known of entities, as nodes to draw.

IRIs  →  Nodes, in one query
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.ask.countries import country
from graph.store import Store
from graph.terms import PREFIXES, SAID
from graph.types import Kind, Node

_KINDS: dict[str, Kind] = {
    f"{SAID}Person": "person",
    f"{SAID}Group": "group",
    f"{SAID}Organization": "organisation",
    f"{SAID}MilitaryUnit": "unit",
    f"{SAID}NewsOutlet": "outlet",
    f"{SAID}Place": "place",
    f"{SAID}Document": "document",
}
_RDFS, _SKOS, _RDF = (PREFIXES[prefix] for prefix in ("rdfs", "skos", "rdf"))


def nodes(store: Store, entities: Iterable[str]) -> list[Node]:
    """A node for each entity, in the order given."""
    wanted = list(entities)
    known: dict[str, dict[str, list[str]]] = {iri: defaultdict(list) for iri in wanted}
    answer = store.select(
        f"SELECT ?e ?p ?o WHERE {{ VALUES ?e {{ {values(wanted)} }} "
        "GRAPH said:entities { ?e ?p ?o } } ORDER BY ?e ?p ?o"
    )
    for row in answer:
        known[row["e"].value][row["p"].value].append(row["o"].value)
    return [_node(iri, facts) for iri, facts in known.items()]


def values(iris: Iterable[str]) -> str:
    """IRIs as the body of a VALUES clause."""
    return " ".join(str(NamedNode(iri)) for iri in iris)


def _node(iri: str, facts: dict[str, list[str]]) -> Node:
    kinds = [_KINDS[name] for name in facts[f"{_RDF}type"] if name in _KINDS]
    kind: Kind = kinds[0] if kinds else "unknown"
    name = facts[f"{_RDFS}label"][0] if facts[f"{_RDFS}label"] else iri
    return Node(iri, name, kind, tuple(facts[f"{_SKOS}altLabel"]), _note(kind, facts))


def _note(kind: Kind, facts: dict[str, list[str]]) -> str:
    if facts[f"{SAID}country"]:
        return country(facts[f"{SAID}country"][0])
    if not facts[f"{SAID}unnamed"]:
        return ""
    types = [value.removeprefix(SAID) for value in facts[f"{SAID}source_type"]]
    unnamed = [value for value in types if value.startswith("unnamed_")]
    if unnamed:
        return unnamed[0].replace("_", " ")
    return "unnamed source" if kind == "unknown" else "unnamed"
