"""Cutting a passage at the borders of its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ShapeError
from graph.show.marks import Piece, cut
from graph.types import Evidence, Span

PASSAGE = "“It fell”, said Ada, citing the mayor."
SPANS = st.lists(
    st.tuples(st.integers(0, len(PASSAGE) - 1), st.integers(1, len(PASSAGE))).map(
        lambda ends: Span(min(ends), max(ends[1], ends[0] + 1))
    ),
    max_size=4,
).map(tuple)


def passage_with(
    source: tuple[Span, ...] = (), cue: tuple[Span, ...] = (), content: tuple[Span, ...] = ()
) -> Evidence:
    return Evidence("a", "", "Example Herald", PASSAGE, source, cue, content)


def test_a_passage_is_cut_into_its_parts() -> None:
    pieces = cut(passage_with(source=(Span(16, 19),), cue=(Span(11, 15),), content=(Span(0, 9),)))

    assert [(piece.text, piece.marks) for piece in pieces] == [
        ("“It fell”", ("content",)),
        (", ", ()),
        ("said", ("cue",)),
        (" ", ()),
        ("Ada", ("source",)),
        (", citing the mayor.", ()),
    ]


def test_overlapping_marks_are_cut_at_their_borders() -> None:
    pieces = cut(passage_with(source=(Span(0, 6),), content=(Span(4, 9),)))

    assert pieces[:3] == [
        Piece("“It ", ("source",), ("source",)),
        Piece("fe", ("source", "content"), ("content",)),
        Piece("ll”", ("content",), ()),
    ]


def test_spans_count_code_points() -> None:
    evidence = Evidence("a", "", "", "🕊🕊 said", cue=(Span(3, 7),))

    assert [piece.text for piece in cut(evidence)] == ["🕊🕊 ", "said"]


def test_a_span_must_lie_in_the_passage() -> None:
    with pytest.raises(ShapeError, match="within the 38 characters"):
        cut(passage_with(cue=(Span(30, 50),)))


@given(source=SPANS, cue=SPANS, content=SPANS)
def test_the_pieces_are_the_passage(
    source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> None:
    pieces = cut(passage_with(source=source, cue=cue, content=content))

    assert "".join(piece.text for piece in pieces) == PASSAGE
    marked = sum(len(piece.text) for piece in pieces if "cue" in piece.marks)
    assert marked == len({place for span in cue for place in range(span.start, span.end)})
