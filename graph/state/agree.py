"""That the parts of an article's annotations point at parts that are there."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import ShapeError
from graph.types import Annotations


def check_agreement(read: Annotations) -> None:
    """Raise ShapeError if an index has nothing to point at, or a chain has no links."""
    sizes = {
        "entity": len(read.entities),
        "attribution": len(read.attributions),
        "quantity": len(read.quantities),
        "time": len(read.times),
    }
    for part, kind, index in _pointers(read):
        if index is not None and not 0 <= index < sizes[kind]:
            raise ShapeError(
                f"state: {read.article.iri}: {part}: expected {kind} 0 to {sizes[kind] - 1}, "
                f"found {index}."
            )
    for number, attribution in enumerate(read.attributions):
        if not attribution.chain:
            raise ShapeError(
                f"state: {read.article.iri}: attribution {number}: expected a chain, found none."
            )


def _pointers(read: Annotations) -> Iterator[tuple[str, str, int | None]]:
    """Where an index stands, what it counts, and the index."""
    yield "publisher", "entity", 0
    for mention in read.mentions:
        yield "mention", "entity", mention.entity
    for attribution in read.attributions:
        yield "attribution", "entity", attribution.told_to
        yield "attribution", "attribution", attribution.within
        for link in attribution.chain:
            yield "chain", "entity", link.entity
    for relation in read.relations:
        yield "relation", "entity", relation.subject
        yield "relation", "entity", relation.object
        yield "relation", "attribution", relation.attribution
        yield "relation", "quantity", relation.quantity
        yield "relation", "time", relation.time
    for event in read.events:
        yield "event", "attribution", event.attribution
        yield "event", "time", event.time
        for participant in event.participants:
            yield "event", "entity", participant.entity
    for quantity in read.quantities:
        yield "quantity", "entity", quantity.counted
