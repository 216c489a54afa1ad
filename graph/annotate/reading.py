"""What the network says of a text, as the rules take it: labelled words, trees, roles of cues."""

from __future__ import annotations

from dataclasses import dataclass

from graph.annotate.decode import Floats, Ints
from graph.annotate.words import Words

BY_WORDS = 0.3
"""Score of a chunk that the words around it tell, and not the model."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A labelled run of words, first to last, both included."""

    first: int
    last: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Roles:
    """What stands around one cue, as word indices."""

    cue: Chunk
    sources: tuple[Chunk, ...]
    contents: tuple[Chunk, ...]
    relays: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The network's view of a text, a row a word."""

    words: Words
    vectors: Floats
    """(n, 384)."""
    names: tuple[Chunk, ...]
    nominals: tuple[Chunk, ...]
    upos: tuple[str, ...]
    heads: Ints
    """(n,) each word's head; a root is its own."""
    deprels: tuple[str, ...]
    attributions: tuple[Roles, ...]
    """In the order of their cues."""
