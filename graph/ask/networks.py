"""Answers to draw: entities, and the edges between them with the passages behind each.

    the store  →  who cited whom;  an entity  →  what is around it

A handful of queries a network, however many edges it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from graph.ask.edges import Tie, edges
from graph.ask.names import entities_named
from graph.ask.nodes import nodes, values
from graph.store import Store
from graph.terms import SAID, STATED
from graph.types import Network

_CITES_OUTLET = f"{SAID}cites_outlet"


def who_cited_whom(store: Store, *, top: int = 60, passages: int = 200) -> Network:
    """Everyone on whose word something is passed on: publisher → outlet → person.

    top:      most entities drawn; those in the most claims are.
    passages: most passages an edge carries.
    """
    ties = _chain_ties(store)
    kept = _first(_weights(ties), top)
    return _network(store, "Who cites whom", ties, kept, passages=passages)


def neighbourhood(
    store: Store, entity: str, *, hops: int = 1, top: int = 60, passages: int = 200
) -> Network:
    """What an entity is tied to: those it cites or who cite it, and its plain relations.

    entity: a name or an IRI; of several entities of one name, all.
    hops:   ties from the entity, at least 1.
    top:    most entities drawn; the nearest are, then those in the most claims.

    Raises QueryError, with the nearest names, if there is no such entity.
    """
    reached = [node.value for node in entities_named(store, entity)]
    frontier, ties = list(reached), dict[Tie, int]()
    for _ in range(hops):
        found = _chain_ties(store, near=frontier) | _relations(store, near=frontier)
        ties |= found
        frontier = [iri for iri in _first(_weights(found), None) if iri not in reached]
        reached += frontier
        if len(reached) > top:
            break
    title = f"Around {nodes(store, reached[:1])[0].name}"
    return _network(store, title, ties, reached[:top], whole=len(reached), passages=passages)


def _chain_ties(store: Store, *, near: Iterable[str] | None = None) -> dict[Tie, int]:
    """Neighbours in chains, with the number of claims that pass between them.

    near: only ties from or to one of these; None: all.
    """
    here = [""] if near is None else [f"VALUES ?{end} {{ {values(near)} }}" for end in Tie.ENDS]
    found: dict[Tie, int] = {}
    for narrowed in here:
        answer = store.select(f"""
            SELECT ?tail ?head (COUNT(DISTINCT ?claim) AS ?claims) WHERE {{
              {narrowed}
              ?link said:source ?tail ; said:content ?next .
              ?next said:source ?head ; said:content+ ?claim .
              ?claim a said:Claim . FILTER(?tail != ?head)
            }} GROUP BY ?tail ?head ORDER BY ?tail ?head""")
        for row in answer:
            found[Tie(row["tail"].value, "", row["head"].value)] = int(row["claims"].value)
    return found


def _relations(store: Store, *, near: Iterable[str]) -> dict[Tie, int]:
    """Plain triples from or to an entity, each counted once."""
    stated, quads = NamedNode(STATED), list[Quad]()
    for node in map(NamedNode, near):
        quads += store.quads.quads_for_pattern(node, None, None, stated)
        quads += store.quads.quads_for_pattern(None, None, node, stated)
    ties = {Tie(*(str(term)[1:-1] for term in quad.triple)) for quad in quads}
    return {tie: 1 for tie in sorted(ties) if tie.predicate != _CITES_OUTLET}


def _weights(ties: Mapping[Tie, int]) -> Counter[str]:
    """For each entity, the claims on all its ties."""
    weights: Counter[str] = Counter()
    for tie, claims in ties.items():
        weights[tie.tail] += claims
        weights[tie.head] += claims
    return weights


def _first(weights: Counter[str], most: int | None) -> list[str]:
    return sorted(weights, key=lambda iri: (-weights[iri], iri))[:most]


def _network(
    store: Store,
    title: str,
    ties: Mapping[Tie, int],
    kept: list[str],
    *,
    passages: int,
    whole: int | None = None,
) -> Network:
    """The kept entities and the ties between them, drawn."""
    among = [tie for tie in ties if tie.tail in kept and tie.head in kept]
    drawn, cut = edges(store, among, passages=passages)
    left = (whole or len(_weights(ties))) - len(kept)
    told = [f"{left} more entities, in fewer claims, are not drawn." if left else ""]
    told += [f"{cut} more passages are not shown." if cut else ""]
    return Network(title, tuple(nodes(store, kept)), tuple(drawn), " ".join(filter(None, told)))
