"""What is known of an entity whoever reports it: type, names, outside ids. Nothing contestable."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from graph.outlets import outlets
from graph.state.page import Page
from graph.state.rdf import Triples, iri, of_type, text, truth
from graph.types import Entity, Identity

_CLASSES = {
    "person": "said:Person",
    "group": "said:Group",
    "organisation": "said:Organization",
    "unit": "said:MilitaryUnit",
    "outlet": "said:NewsOutlet",
    "place": "said:Place",
    "document": "said:Document",
}
_UNNAMED = {
    "person": "said:UnnamedPerson",
    "group": "said:UnnamedGroup",
    "organisation": "said:UnnamedOrganization",
    "unknown": "said:UnnamedSource",
}
_WIKIDATA = "http://www.wikidata.org/entity/"


def entity_triples(page: Page, *, used: set[str]) -> Triples:
    """Every entity of the article whose IRI is used in its graph."""
    for index, (entity, identity) in enumerate(
        zip(page.read.entities, page.identities, strict=True)
    ):
        if identity.iri in used:
            yield from _entity(page, index, entity, identity)


def _entity(page: Page, index: int, entity: Entity, identity: Identity) -> Triples:
    node = NamedNode(identity.iri)
    if identity.kind in _CLASSES:
        yield from of_type(node, _CLASSES[identity.kind])
    if entity.unnamed or identity.kind == "unknown":
        yield from _unnamed(node, entity, identity)
    if entity.source_type:
        yield Triple(node, iri("said:source_type"), iri(f"said:{entity.source_type}"))
    yield Triple(node, iri("schema:name"), text(identity.name))
    yield Triple(node, iri("rdfs:label"), text(identity.name))
    for name in _other_names(page, index, entity, identity):
        yield Triple(node, iri("skos:altLabel"), text(name))
    if identity.kind == "outlet":
        yield from _listed(node, identity)


def _unnamed(node: NamedNode, entity: Entity, identity: Identity) -> Triples:
    if identity.kind in _UNNAMED:
        yield from of_type(node, _UNNAMED[identity.kind])
    yield Triple(node, iri("said:unnamed"), truth(True))


def _other_names(page: Page, index: int, entity: Entity, identity: Identity) -> list[str]:
    """Names that may be searched for.

    What an article calls an entity in passing ("the lawyer", "it") names it there only: it is
    kept where the entity is known in that article only, and left out where others share it.
    """
    here_only = page.read.article.iri.rsplit("/", 1)[-1] in identity.iri
    passing = {
        mention.span.of(page.read.article.text).casefold()
        for mention in page.read.mentions
        if mention.entity == index and mention.form != "name"
    }
    names = dict.fromkeys((entity.name, *entity.names))
    return [
        name
        for name in names
        if name
        and name != identity.name
        and (here_only or (name.casefold() not in passing and not name[0].islower()))
    ]


def _listed(node: NamedNode, identity: Identity) -> Triples:
    """What the list of outlets says of an outlet."""
    outlet = outlets().find(identity.name)
    if outlet is None:
        return
    if outlet.qid:
        yield Triple(node, iri("skos:exactMatch"), NamedNode(f"{_WIKIDATA}{outlet.qid}"))
    if outlet.country:
        yield Triple(node, iri("said:country"), text(outlet.country))
    for name in (*outlet.short, *outlet.nicknames):
        if name and name != identity.name:
            yield Triple(node, iri("skos:altLabel"), text(name))
