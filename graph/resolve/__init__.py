"""Decide which entities of many articles are one.

    Annotations of articles  →  for each entity an IRI, a name and the reason

Outlets are known by the shipped list, everything else by kind and name. What the name alone
cannot tell apart (an unnamed source, a surname) stays within its article and is never merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph import terms
from graph.outlets import outlets
from graph.types import Annotations, Article, Entity, Identity, Resolution

_DETERMINER = re.compile(r"^(the|an|a|this|that|these|those|its|their|his|her|our)\s+", re.I)
_NAMED_WITH_ARTICLE = ("group", "organisation", "unit", "outlet")
_NAMELESS = {"outlet": "unknown outlet", "unknown": "unknown source"}


def resolve(annotations: Sequence[Annotations]) -> Resolution:
    """One Identity for each entity of each article, in the order of its entities.

    An article given twice keeps its last reading.
    """
    return Resolution({one.article.iri: _identities(one) for one in annotations})


def proper_name(entity: Entity) -> str:
    """The name without a leading determiner where that is no part of it ("The Hague" keeps it).

    What describes somebody unnamed stays as it is: "a dozen" is not "dozen".
    """
    if entity.unnamed:
        return entity.name.strip()
    if entity.kind in _NAMED_WITH_ARTICLE:
        return _DETERMINER.sub("", entity.name.strip()) or entity.name.strip()
    return re.sub(r"^(the|an|a)\s+", "", entity.name.strip())


def _identities(one: Annotations) -> tuple[Identity, ...]:
    found = [_identity(entity, one.article) for entity in one.entities]
    return tuple(_apart(found, scope=one.article.iri))


def _identity(entity: Entity, article: Article) -> Identity:
    name = proper_name(entity)
    if entity.kind == "outlet" and not entity.unnamed:
        outlet = outlets().find(entity.name) or outlets().find(name)
        if outlet:
            iri = terms.entity_iri("outlet", outlet.name)
            return Identity(iri, outlet.name, "outlet", "in the list of outlets")
    reason = _only_here(entity, name)
    if reason:
        iri = terms.entity_iri(entity.kind, name or "unknown", scope=article.iri)
        return Identity(iri, name or _NAMELESS.get(entity.kind, "unknown"), entity.kind, reason)
    return Identity(terms.entity_iri(entity.kind, name), name, entity.kind, "same kind and name")


def _only_here(entity: Entity, name: str) -> str:
    """Why the entity cannot be known outside its article; empty if it can."""
    if entity.unnamed or entity.kind == "unknown":
        return "unnamed, so known in this article only"
    if entity.kind == "person" and len(name.split()) < 2:
        return "one name alone, so known in this article only"
    if name == name.casefold() and name != name.upper():
        return "a description, so known in this article only"
    return "" if name else "without a name, so known in this article only"


def _apart(found: Iterable[Identity], *, scope: str) -> Iterable[Identity]:
    """Give the second of two entities that an article describes alike its index."""
    part = scope.rsplit("/", 1)[-1]
    seen: set[str] = set()
    for index, identity in enumerate(found):
        iri = identity.iri
        if iri in seen and f"/{part}-" in iri:
            iri = f"{iri}-{index}"
        seen.add(iri)
        yield Identity(iri, identity.name, identity.kind, identity.reason)
