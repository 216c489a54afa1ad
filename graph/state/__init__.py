"""Say in RDF what was read.

    Annotations of articles, Resolution  →  quads

Pure: the same input gives the same quads in the same order. A named graph an article holds all
that this article says; what articles share (plain triples, entities, runs) has graphs of its
own, and no triple stands in two of them (ontology/README.md, "Named graphs").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode, Quad, Triple

from graph import terms
from graph.claims import claims as claims_of
from graph.errors import ShapeError
from graph.state.claims import attribution_triples, claim_triples, stated_triples
from graph.state.entities import entity_triples
from graph.state.page import Page
from graph.state.rdf import in_graph
from graph.state.things import article_triples, run_triples, stub_triples, thing_triples
from graph.types import Annotations, Resolution

_STATED, _ENTITIES, _RUNS = (NamedNode(g) for g in (terms.STATED, terms.ENTITIES, terms.RUNS))


def state(annotations: Sequence[Annotations], resolution: Resolution) -> list[Quad]:
    """The quads of the articles, article by article, each once.

    Raises ShapeError if an article is not resolved, or if something in it has no evidence.
    """
    quads: dict[Quad, None] = {}
    for read in annotations:
        quads.update(dict.fromkeys(_of_article(_page(read, resolution))))
    return list(quads)


def _page(read: Annotations, resolution: Resolution) -> Page:
    if read.article.iri not in resolution.identities:
        raise ShapeError(
            f"state: expected identities for {read.article.iri}, found none. "
            "Resolve these annotations first."
        )
    return Page(read, resolution.identities[read.article.iri])


def _of_article(page: Page) -> Iterator[Quad]:
    own = list(dict.fromkeys(_own(page)))
    yield from in_graph(own, page.article)
    yield from in_graph(stated_triples(page, claims_of(page.read)), _STATED)
    used = {triple.object.value for triple in own if isinstance(triple.object, NamedNode)}
    yield from in_graph(entity_triples(page, used=used), _ENTITIES)
    yield from in_graph(run_triples(page), _RUNS)


def _own(page: Page) -> Iterator[Triple]:
    """The triples of the article's own graph, as they come; some come twice."""
    found = claims_of(page.read)
    yield from article_triples(page)
    yield from stub_triples(page)
    for claim in found:
        yield from claim_triples(page, claim)
    yield from attribution_triples(page, found)
    yield from thing_triples(page, found)
