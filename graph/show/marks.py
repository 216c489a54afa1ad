"""Cut a passage where its marks begin and end, so that marks may nest and overlap.

    passage, spans of source, cue and content  →  pieces in order, each with the marks that hold it

Cut here and not in the page: spans count code points, JavaScript counts UTF-16 units.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from graph.errors import ShapeError
from graph.types import Evidence, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under one set of marks."""

    text: str
    marks: tuple[str, ...]
    """Of ``source``, ``cue``, ``content``, in this order; empty for plain words."""
    opens: tuple[str, ...]
    """The marks of which a span begins here: what a screen reader announces."""


def cut(evidence: Evidence) -> list[Piece]:
    """The pieces of the passage in text order; joined, they are the passage.

    Raises ShapeError if a span leaves the passage.
    """
    spans = {"source": evidence.source, "cue": evidence.cue, "content": evidence.content}
    _check(evidence)
    borders = {0, len(evidence.passage)}
    borders.update(edge for held in spans.values() for s in held for edge in (s.start, s.end))
    ordered = sorted(borders)
    return [_piece(evidence.passage, Span(start, end), spans) for start, end in pairwise(ordered)]


def _piece(passage: str, stretch: Span, spans: dict[str, tuple[Span, ...]]) -> Piece:
    marks = {name: [s for s in held if s.holds(stretch)] for name, held in spans.items()}
    opens = [name for name, held in marks.items() if any(s.start == stretch.start for s in held)]
    return Piece(stretch.of(passage), tuple(n for n, held in marks.items() if held), tuple(opens))


def _check(evidence: Evidence) -> None:
    for span in (*evidence.source, *evidence.cue, *evidence.content):
        if not 0 <= span.start < span.end <= len(evidence.passage):
            raise ShapeError(
                f"{evidence.article}: expected spans within the {len(evidence.passage)} characters"
                f" of the passage, found {span.start} to {span.end}. Count from its start."
            )
