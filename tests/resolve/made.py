"""Articles made by hand, for what needs no reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.corpus import Assignment, ClaimDigest, Digest, EntityDigest, Figure
from graph.resolve.content_words import stems
from graph.types import Bound, Polarity, Span

DAY = date(2024, 5, 1)


def figure(text: str, bound: Bound, number: float, *, unit: str = "person:dead") -> Figure:
    """A count, its number where the bound has it."""
    least = number if bound in ("at_least", "more_than", "exact", "range") else None
    most = number if bound in ("at_most", "less_than", "exact") else None
    return Figure(text, bound, least, most, number, None, unit)


def claim(
    article: str, text: str, *chains: tuple[int, ...], name: str = "c1",
    polarity: Polarity = "positive", figures: Sequence[Figure] = (), about: Sequence[str] = (),
) -> ClaimDigest:  # fmt: skip
    """A claim of an article; without chains, the publisher's own."""
    return ClaimDigest(
        article, name, (Span(0, len(text)),), text, chains or ((0,),), polarity, stems(text),
        frozenset(about), tuple(figures),
    )  # fmt: skip


def article(
    iri: str, *claims: ClaimDigest, entities: Sequence[tuple[str, str]], published: date = DAY
) -> Digest:
    """An article of these claims; entities are kind and name, the publisher first.

    A name in lower case is of somebody unnamed.
    """
    made = tuple(
        EntityDigest(iri, k, kind, name, unnamed=name.islower())  # type: ignore[arg-type]
        for k, (kind, name) in enumerate(entities)
    )
    return Digest(iri, iri, entities[0][1], "", published, made, claims, frozenset())


def assigned(*digests: Digest) -> dict[tuple[str, int], Assignment]:
    """Everybody by kind and name, the unnamed in their article."""
    return {
        (d.article, e.index): Assignment(
            d.article, e.index,
            f"{d.article}:{e.name}" if e.unnamed else f"{e.kind}:{e.name}", e.name, "", 1.0,
        )
        for d in digests
        for e in d.entities
    }  # fmt: skip
