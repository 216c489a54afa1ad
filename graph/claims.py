"""The claims of an article: what is put forward in it, once however many put it forward.

A claim is known by its words: attributions of the very same words share it, with "that" or without,
but what one says and another denies, of one stretch of text, is two.
What the publisher says in its own voice is a claim too, with no attribution but the publisher's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.types import Annotations, Attribution, Relation, Span, Standing

_DOUBTED = ("possible", "underspecified")
_MARKS = " \n,.;:\"“”'‘’"
_LEADING = re.compile(r"^[\s\"“”'‘’]*(?:that\b[\s\"“”'‘’]*)?", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """A content, whoever put it forward or denied it, and the relations it holds."""

    name: str
    content: tuple[Span, ...]
    attributions: tuple[int, ...]
    """Indices; none for the publisher's own voice."""
    relations: tuple[Relation, ...]
    standing: Standing = "put forward"


def around(attributions: Sequence[Attribution], index: int) -> Iterator[int]:
    """The attributions whose contents hold this one, from the innermost out."""
    seen, outer = {index}, attributions[index].within
    while outer is not None and outer not in seen:
        yield outer
        seen.add(outer)
        outer = attributions[outer].within


def as_so(attributions: Sequence[Attribution], index: int | None) -> bool:
    """True if neither the attribution nor any that holds it denies or doubts its content.

    index: None for what the publisher says in its own voice.
    """
    return all(
        a.polarity != "negative" and a.certainty not in _DOUBTED
        for a in _with_those_around(attributions, index)
    )


def is_denied(attributions: Sequence[Attribution], index: int | None) -> bool:
    """True if the attribution, or one that holds it, denies its content."""
    return any(a.polarity == "negative" for a in _with_those_around(attributions, index))


def _with_those_around(
    attributions: Sequence[Attribution], index: int | None
) -> Iterator[Attribution]:
    if index is not None:
        yield attributions[index]
        yield from (attributions[k] for k in around(attributions, index))


def denied_by(read: Annotations, index: int) -> int | None:
    """The attribution that denies that there was this one: "denied that Z had said so"."""
    denials = (
        k for k in around(read.attributions, index) if read.attributions[k].polarity == "negative"
    )
    return next(denials, None)


def _bare(span: Span, text: str) -> Span:
    """A stretch without a leading "that", and without the marks around it."""
    words = span.of(text)
    bare = words.rstrip(_MARKS)
    start = len(bare) - len(_LEADING.sub("", bare))
    return Span(span.start + start, span.start + len(bare)) if start < len(bare) else span


def claims(read: Annotations) -> list[Claim]:
    """The claims of an article, those of attributions first, in text order of appearance."""
    by_words: dict[tuple[bool, tuple[Span, ...]], list[int]] = {}
    for index, attribution in enumerate(read.attributions):
        words = tuple(_bare(span, read.article.text) for span in attribution.content)
        denied = is_denied(read.attributions, index)
        by_words.setdefault((denied, words), []).append(index)
    found: list[tuple[tuple[Span, ...], tuple[int, ...], tuple[Relation, ...], Standing]] = [
        (
            read.attributions[held[0]].content,
            tuple(held),
            tuple(r for r in read.relations if r.attribution in held),
            "denied" if denied else _standing(read.attributions, held),
        )
        for (denied, _), held in by_words.items()
    ]
    own = [r for r in read.relations if r.attribution is None]
    found += [(r.evidence, (), (r,), _of_its_own(r)) for r in own]
    return [Claim(f"c{number}", *parts) for number, parts in enumerate(found, 1)]


def _standing(attributions: Sequence[Attribution], held: Sequence[int]) -> Standing:
    return "put forward" if any(as_so(attributions, k) for k in held) else "possible"


def _of_its_own(relation: Relation) -> Standing:
    """How the publisher holds what it tells in its own voice."""
    if relation.asserted:
        return "put forward"
    return "denied" if relation.polarity == "negative" else "possible"
