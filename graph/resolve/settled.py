"""Whose identity needs no other article: listed outlets, and who is known in one article only.

EntityDigest  →  its IRI, name and reason, or None if other articles may know it
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph import terms
from graph.corpus import EntityDigest
from graph.outlets import outlets
from graph.resolve.name_words import PARTICLES, words

_DETERMINER = re.compile(r"^(the|an|a|this|that|these|those|its|their|his|her|our)\s+", re.I)
_NAMED_WITH_ARTICLE = ("group", "organisation", "unit", "outlet")
_NAMELESS = {"outlet": "unknown outlet", "unknown": "unknown source"}


@dataclass(frozen=True, slots=True)
class Settled:
    """An identity that rests on the entity alone."""

    iri: str
    name: str
    reason: str
    local: bool
    """True if it is known in its article only."""


def settled(entity: EntityDigest) -> Settled | None:
    """The identity of an entity that no other article changes; None for a name of its own."""
    name = proper(entity)
    if entity.kind == "outlet" and not entity.unnamed:
        outlet = outlets().find(entity.name) or outlets().find(name)
        if outlet:
            iri = terms.entity_iri("outlet", outlet.name)
            return Settled(iri, outlet.name, "in the list of outlets", local=False)
    reason = _only_here(entity, name)
    if not reason:
        return None
    iri = terms.entity_iri(entity.kind, name or "unknown", scope=entity.article)
    return Settled(iri, name or _NAMELESS.get(entity.kind, "unknown"), reason, local=True)


def proper(entity: EntityDigest) -> str:
    """The name without a leading determiner where that is no part of it ("The Hague" keeps it).

    What describes somebody unnamed stays as it is: "a dozen" is not "dozen".
    """
    name = entity.name.strip()
    if entity.unnamed:
        return name
    if entity.kind in _NAMED_WITH_ARTICLE:
        return _DETERMINER.sub("", name) or name
    return re.sub(r"^(the|an|a)\s+", "", name)


def _only_here(entity: EntityDigest, name: str) -> str:
    """Why the entity cannot be known outside its article; empty if it can."""
    if entity.unnamed or entity.kind == "unknown":
        return "unnamed, so known in this article only"
    if not name:
        return "without a name, so known in this article only"
    if name == name.casefold() and name != name.upper():
        return "a description, so known in this article only"
    return hardly_named(name) if entity.kind == "person" else ""


def hardly_named(name: str) -> str:
    """Why a person's name may be many people's; a title makes it no fuller."""
    parts = [part for part in words(name, "person") if part not in PARTICLES]
    if len(parts) < 2 or len(name.split()) < 2:
        return "one name alone, so known in this article only"
    if len(parts) == 2 and len(parts[0]) == 1:
        return "a surname and an initial, so known in this article only"
    return ""
