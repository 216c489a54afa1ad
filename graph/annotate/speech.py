"""One attribution before its people are known, and who speaks where; mentions are indices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.annotate.reading import Chunk
from graph.types import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution before its people are known. Mentions are indices."""

    cue: Chunk
    source: int | None
    source_span: Span | None
    contents: tuple[Span, ...]
    relays: tuple[int, ...]
    score: float
    of_others: bool = False
    """True of "reports" in "she described reports that … as fake": nobody says whose they are."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Which mentions speak, and in whose words the others stand."""

    sources: frozenset[int]
    speakers: Mapping[int, int]
    """For a first person inside a content, who speaks there."""
    told_by: Mapping[int, frozenset[int]]
    """For a mention inside a content, those who say it."""
    quoted_by: Mapping[int, frozenset[int]]
    """The same for a mention inside quotation marks."""

    def outright(self, mention: int) -> bool:
        """True of one that speaks, and in nobody else's words."""
        return mention in self.sources and mention not in self.told_by
