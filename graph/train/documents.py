"""What a training set says of a text: a Document, with the layers that the set has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graph.annotate.words import Words
from graph.types import Span

Label = frozenset[int]
"""The labels a word may have: one where the set says which, several where it leaves it open."""


@dataclass(frozen=True, slots=True)
class Cued:
    """One attribution, as word indices."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    relay: tuple[int, ...] | None
    """None: the set does not mark relays."""
    doubtful: bool = False
    """True if another set, of the same words, would not call it an attribution."""


@dataclass(slots=True)
class Document:
    """A text and what one training set says of it. A layer that is None is not annotated."""

    name: str
    words: list[str]
    sentences: list[int]
    """First word of each sentence, then the number of words."""
    paragraphs: list[int]
    attributions: list[Cued] | None = None
    nested: bool = False
    """True if attributions inside contents are annotated too."""
    names: list[Label] | None = None
    nominals: list[Label] | None = None
    upos: list[int] | None = None
    heads: list[int] | None = None
    """Index of each word's head; its own for a root."""
    deprels: list[int] | None = None
    clusters: list[list[tuple[int, int]]] | None = None
    """Mentions (first word, last word) of each entity."""
    extra: dict[str, Any] = field(default_factory=dict)


def plain_document(name: str, words: Words) -> Document:
    """A Document without a layer."""
    return Document(name, words.all(), words.sentences.tolist(), words.paragraphs.tolist())


def covered(words: Words, spans: list[Span]) -> tuple[int, ...]:
    """The words that any of the spans meets, sorted."""
    found: set[int] = set()
    for span in spans:
        first, last = words.within(span)
        found.update(range(first, last))
    return tuple(sorted(found))
