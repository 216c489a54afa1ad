"""The claims of an article: what is put forward in it, once however many put it forward.

A claim is known by its words: attributions of the very same words share it. What the publisher
says in its own voice is a claim too, with no attribution but the publisher's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.types import Annotations, Relation, Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A content, whoever put it forward, and the relations it holds."""

    name: str
    content: tuple[Span, ...]
    attributions: tuple[int, ...]
    """Indices; none for the publisher's own voice."""
    relations: tuple[Relation, ...]


def around(read: Annotations, index: int) -> Iterator[int]:
    """The attributions whose contents hold this one, from the innermost out."""
    seen, outer = {index}, read.attributions[index].within
    while outer is not None and outer not in seen:
        yield outer
        seen.add(outer)
        outer = read.attributions[outer].within


def denied_by(read: Annotations, index: int) -> int | None:
    """The attribution that denies that there was this one: "denied that Z had said so"."""
    denials = (k for k in around(read, index) if read.attributions[k].polarity == "negative")
    return next(denials, None)


def claims(read: Annotations) -> list[Claim]:
    """The claims of an article, those of attributions first, in text order of appearance."""
    by_content: dict[tuple[Span, ...], list[int]] = {}
    for index, attribution in enumerate(read.attributions):
        by_content.setdefault(attribution.content, []).append(index)
    found = [
        (content, tuple(held), tuple(r for r in read.relations if r.attribution in held))
        for content, held in by_content.items()
    ]
    found += [(r.evidence, (), (r,)) for r in read.relations if r.attribution is None]
    return [Claim(f"c{number}", *parts) for number, parts in enumerate(found, 1)]
