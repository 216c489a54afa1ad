"""What the shape of who-cites-whom tells, with what it does not.

the store  →  a directed graph, an edge's weight the claims that pass along it  →  Rows, and caveats
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import networkx as nx
from pyoxigraph import Literal, NamedNode

from graph.ask.nodes import nodes
from graph.ask.rows import Rows, Term
from graph.store import Store

SEED = 1
"""Of the search for communities: the same store gives the same answer."""
_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Analysis:
    """An answer and what must be known to read it rightly."""

    rows: Rows
    caveat: str


def cited_graph(store: Store) -> nx.DiGraph[str]:
    """Everyone in a chain, and an edge from each to the one it has the claim from.

    Edge attribute ``claims``: how many claims. Node attribute ``name``.
    """
    found: nx.DiGraph[str] = nx.DiGraph()
    for row in store.select("""
        SELECT ?tail ?head (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
          ?link said:source ?tail ; said:content ?next .
          ?next said:source ?head ; said:content+ ?claim . ?claim a said:Claim .
          FILTER(?tail != ?head)
        } GROUP BY ?tail ?head ORDER BY ?tail ?head"""):
        found.add_edge(row["tail"].value, row["head"].value, claims=int(row["claims"].value))
    for node in nodes(store, sorted(found)):
        found.nodes[node.id]["name"] = node.name
    return found


def relied_on(store: Store) -> Analysis:
    """Who is relied on most, and by whom."""
    cited = cited_graph(store)
    ranks = nx.pagerank(cited, weight="claims") if cited else {}
    rows = []
    for iri in cited:
        by: list[tuple[str, str, int]] = sorted(
            cited.in_edges(iri, data="claims"), key=lambda e: (-e[2], e[0])
        )
        if by:
            names = ", ".join(f"{cited.nodes[tail]['name']} ({n})" for tail, _, n in by[:5])
            claims = sum(n for _, _, n in by)
            rows.append((claims, len(by), ranks[iri], cited.nodes[iri]["name"], names))
    rows.sort(key=lambda r: (-r[0], -r[2], r[3]))
    return Analysis(
        _rows(("name", "claims", "cited_by", "rank", "by_whom"),
              [(_text(r[3]), _whole(r[0]), _whole(r[1]), _decimal(r[2]), _text(r[4]))
               for r in rows]),
        "Counts what is here: an outlet of which many articles were read is cited and cites more. "
        "Being relied on is not being right.",
    )  # fmt: skip


def outlets(store: Store) -> Analysis:
    """Outlets by the share of their claims that stand on unnamed sources, or on one origin."""
    claims: dict[str, set[str]] = defaultdict(set)
    unnamed: dict[str, set[str]] = defaultdict(set)
    single: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for row in store.select("""
        SELECT ?by ?name ?claim ?nameless ?high WHERE {
          ?claim a said:Claim ; said:stated_in/said:published_by ?by ; said:said_by ?who .
          ?by rdfs:label ?name .
          BIND(EXISTS { ?who said:unnamed true } AS ?nameless)
          OPTIONAL { ?claim said:in_cluster/said:origins_high ?high }
        } ORDER BY ?by ?claim"""):
        by, claim = row["by"].value, row["claim"].value
        names[by] = row["name"].value
        claims[by].add(claim)
        if row["nameless"].value == "true":
            unnamed[by].add(claim)
        if row["high"] is not None and int(row["high"].value) <= 1:
            single[by].add(claim)
    rows = [
        (_text(names[by]), _whole(len(held)), _decimal(len(unnamed[by]) / len(held)),
         _decimal(len(single[by]) / len(held)))
        for by, held in sorted(claims.items(), key=lambda item: (-len(item[1]), item[0]))
    ]  # fmt: skip
    return Analysis(
        _rows(("outlet", "claims", "unnamed_share", "single_origin_share"), rows),
        "A claim that no other article here carries has one origin by itself: the share falls as "
        "the corpus grows. Unnamed sources are not worse sources.",
    )


def communities(store: Store) -> Analysis:
    """Groups that cite each other more than they cite others (Louvain; Blondel et al. 2008)."""
    cited = cited_graph(store).to_undirected()
    parts = nx.community.louvain_communities(cited, weight="claims", seed=SEED) if cited else []
    rows = []
    ordered = sorted(parts, key=lambda part: (-len(part), min(part)))
    for number, part in enumerate(ordered, 1):
        inside = cited.subgraph(part).size("claims")
        edges: list[tuple[str, str, int]] = list(cited.edges(part, data="claims"))
        across = sum(claims for a, b, claims in edges if (a in part) != (b in part))
        names = sorted(cited.nodes[iri]["name"] for iri in part)
        rows.append(
            (_whole(number), _whole(len(part)), _whole(int(inside)), _whole(int(across)),
             _text(", ".join(names[:12]) + (" …" if len(names) > 12 else "")))
        )  # fmt: skip
    return Analysis(
        _rows(("community", "members", "claims_inside", "claims_across", "names"), rows),
        "One grouping of several that fit about as well. Small corpora fall apart into articles: "
        "a group is then what one article cites.",
    )


def bridges(store: Store) -> Analysis:
    """Through whom claims pass from one part of the network to another (betweenness)."""
    cited = cited_graph(store)
    between = nx.betweenness_centrality(cited) if cited else {}
    cut = Counter(nx.articulation_points(cited.to_undirected())) if cited else Counter[str]()
    rows = [
        (_text(cited.nodes[iri]["name"]), _decimal(share), _text("yes" if iri in cut else "no"),
         _whole(cited.in_degree(iri)), _whole(cited.out_degree(iri)))
        for iri, share in sorted(between.items(), key=lambda item: (-item[1], item[0]))
        if share > 0
    ]  # fmt: skip
    return Analysis(
        _rows(("name", "betweenness", "only_way", "cited_by", "cites"), rows),
        "Paths are of those who cite, not of time: that A cites B and B cites C does not say that "
        "one claim went all the way. 'saidby trace' follows one claim.",
    )


ANALYSES: dict[str, Callable[[Store], Analysis]] = {
    "relied-on": relied_on, "outlets": outlets, "communities": communities, "bridges": bridges,
}  # fmt: skip


def _rows(columns: tuple[str, ...], rows: Sequence[tuple[Term | None, ...]]) -> Rows:
    return Rows(columns, tuple(rows))


def _text(value: str) -> Literal:
    return Literal(value)


def _whole(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(f"{_XSD}integer"))


def _decimal(value: float) -> Literal:
    return Literal(f"{value:.3f}", datatype=NamedNode(f"{_XSD}decimal"))
