"""What must go and what must come when an article is read again or taken out.

    the store, an article, its new quads  →  quads to delete, quads to insert

Only what nothing else stands on goes: a plain triple that another article puts forward stays,
and so does an entity that another graph uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from graph.terms import CLUSTERS, ENTITIES, PREFIXES, RUNS, SAID, STATED

_CITES = NamedNode(f"{SAID}cites_outlet")
_STATED, _ENTITIES = NamedNode(STATED), NamedNode(ENTITIES)
_SHARED = {STATED, ENTITIES, RUNS, CLUSTERS}

PUT_FORWARD = """
  ?proposition rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
    said:polarity graspf:positive ; said:temporality graspf:non-future ; said:certainty ?surely .
  FILTER(?surely IN (graspf:certain, graspf:probable))
  ?claim said:proposition ?proposition .
  ?attribution said:content ?claim ; said:in_article ?article .
  FILTER NOT EXISTS { ?attribution (said:within|said:polarity)+ graspf:negative }
  FILTER NOT EXISTS { ?attribution (said:within|said:certainty)+ graspf:possible }
  FILTER NOT EXISTS { ?attribution (said:within|said:certainty)+ graspf:underspecified }
"""
"""Propositions that stand as plain triples ``?s ?p ?o``: somebody puts them forward as so.

A path of two properties instead of a join: Oxigraph walks it from the attribution it has.
"""

_CITING = """
  ?link0 said:source ?s ; said:in_article ?article ; said:content ?link1 .
  ?link1 said:source ?o .
  """
_CITING_PAST_ONE = """
  ?link0 said:source ?s ; said:in_article ?article ; said:content ?link1 .
  ?link1 said:source ?between ; said:content ?link2 .
  ?link2 said:source ?o .
  FILTER NOT EXISTS { ?between a said:NewsOutlet }
"""
_CITING_PAST_TWO = """
  ?link0 said:source ?s ; said:in_article ?article ; said:content ?link1 .
  ?link1 said:source ?between ; said:content ?link2 .
  ?link2 said:source ?also ; said:content ?link3 .
  ?link3 said:source ?o .
  FILTER NOT EXISTS { ?between a said:NewsOutlet }
  FILTER NOT EXISTS { ?also a said:NewsOutlet }
"""
_NEXT_OUTLET = (_CITING, _CITING_PAST_ONE, _CITING_PAST_TWO)
"""An outlet and the next along a chain, past at most two links that are none."""


def replacement(
    store: pyoxigraph.Store, article: NamedNode, quads: Iterable[Quad]
) -> tuple[list[Quad], list[Quad]]:
    """The quads to delete and those to insert, so that the article is as quads say.

    quads: all of the new reading; none if the article is to be taken out.
    """
    new = set(quads)
    old = list(store.quads_for_pattern(None, None, None, article))
    gone = [quad for quad in old if quad not in new]
    stale = [quad for quad in dict.fromkeys(_stated(store, old)) if quad not in new]
    gone += [quad for quad in stale if not _stands_elsewhere(store, article, quad)]
    gone += [quad for quad in _entities(store, article, old) if quad not in new]
    return gone, [quad for quad in new if quad not in store]


def _stated(store: pyoxigraph.Store, old: list[Quad]) -> Iterator[Quad]:
    """The plain triples that the article's graph may stand behind."""
    values: dict[str, dict[Any, Any]] = {"subject": {}, "predicate": {}, "object": {}, "source": {}}
    for quad in old:
        name = quad.predicate.value.rsplit("#", 1)[-1]
        if name in values:
            values[name][quad.subject] = quad.object
    for node, subject in values["subject"].items():
        tie = (subject, values["predicate"][node], values["object"][node])
        yield from store.quads_for_pattern(*tie, _STATED)
    sources = set(values["source"].values())
    for source in sources:
        cited = store.quads_for_pattern(source, _CITES, None, _STATED)
        yield from (quad for quad in cited if quad.object in sources)


def _stands_elsewhere(store: pyoxigraph.Store, article: NamedNode, quad: Quad) -> bool:
    """True if another article is behind a plain triple."""
    patterns = _NEXT_OUTLET if quad.predicate == _CITES else (PUT_FORWARD,)
    return any(_found_elsewhere(store, article, quad, pattern) for pattern in patterns)


def _found_elsewhere(store: pyoxigraph.Store, article: NamedNode, quad: Quad, pattern: str) -> bool:
    found = store.query(
        f"""ASK {{ VALUES (?s ?p ?o) {{ ({quad.subject} {quad.predicate} {quad.object}) }}
        {pattern} FILTER(?article != {article}) }}""",
        prefixes=PREFIXES,
        use_default_graph_as_union=True,
    )
    return bool(found)


def _entities(store: pyoxigraph.Store, article: NamedNode, old: list[Quad]) -> Iterator[Quad]:
    """What is known of entities that no graph but the article's uses."""
    used = {quad.object for quad in old if isinstance(quad.object, NamedNode)}
    for entity in used:
        known = list(store.quads_for_pattern(entity, None, None, _ENTITIES))
        if known and not _used_elsewhere(store, article, entity):
            yield from known


def _used_elsewhere(store: pyoxigraph.Store, article: NamedNode, entity: NamedNode) -> bool:
    here = _SHARED | {article.value}
    uses = store.quads_for_pattern(None, None, entity, None)
    return any(getattr(quad.graph_name, "value", "") not in here for quad in uses)
