"""Hold articles against each other: who is who, who copies whom, who claims the same.

    Annotations of articles  →  for each entity an IRI, a name and the reason

Outlets are known by the shipped list, everybody else by name, spelling and role. What the name
alone cannot tell apart (an unnamed source, a surname) stays within its article and is never merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

from graph import terms
from graph.corpus import Assignment, Judgement
from graph.resolve.digests import entity_digests
from graph.resolve.entities import assign
from graph.types import Annotations, Identity, Kind, Resolution

__all__ = ["identities", "resolve"]


def resolve(annotations: Sequence[Annotations], judgements: Sequence[Judgement] = ()) -> Resolution:
    """One Identity for each entity of each article, in the order of its entities.

    An article given twice keeps its last reading.
    """
    last = {one.article.iri: one for one in annotations}
    found = assign([e for one in last.values() for e in entity_digests(one)], judgements)
    by_place = {(a.article, a.index): a for a in found}
    return Resolution(
        {
            iri: identities(one, {k: by_place[iri, k] for k in range(len(one.entities))})
            for iri, one in last.items()
        }
    )


def identities(read: Annotations, assigned: dict[int, Assignment]) -> tuple[Identity, ...]:
    """What each entity of an article was taken for, for ``state``."""
    return tuple(_identity(assigned[k], entity.kind) for k, entity in enumerate(read.entities))


def _identity(one: Assignment, read: Kind) -> Identity:
    """Of the kind that it has among all articles, whatever this one takes it for."""
    kind = terms.kind_of(one.iri)
    return Identity(
        one.iri, one.name, cast("Kind", kind) if kind in get_args(Kind) else read, one.reason
    )
