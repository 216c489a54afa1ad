"""Long texts are cut where they part, and their blocks become one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.annotate.blocks import cut, in_blocks
from graph.types import (
    Annotations,
    Article,
    Attribution,
    Entity,
    Link,
    Mention,
    Quantity,
    Relation,
    Run,
    Span,
)


def read(article: Article) -> Annotations:
    """Mara Quill speaks of a general at every "said"; he hits ten houses."""
    text = article.text
    found: list[Attribution] = []
    mentions = [
        Mention(Span(0, 5), "person", "name", 1, 1),
        Mention(Span(0, 1), "person", "nominal", 2, 1),
    ]
    at = text.find("said")
    while at >= 0:
        links = (Link(0, "publisher"), Link(1, "source", Span(at - 1, at)))
        cue = Span(at, at + 4)
        within = len(found) - 1 if found else None
        found.append(Attribution(mentions[0], cue, (cue,), links, "direct", within=within))
        at = text.find("said", at + 1)
    entities = (Entity("outlet", "Example Herald"), Entity("person", "Mara Quill", ("Quill",)),
                Entity("person", "a general"))  # fmt: skip
    counted = Quantity(Span(0, 2), text[:2], "exact", counted=2)
    hit = Relation(2, "hits", 1, (Span(0, 2),), quantity=0, attribution=len(found) - 1)
    return Annotations(article, Run("made", "none", ""), entities, tuple(mentions), tuple(found),
                       (hit,), (), (counted,))  # fmt: skip


TEXT = "Quill said yes.\nQuill said no.\n\nQuill said so."


@given(st.text("ab .\n?!é", max_size=200), st.integers(2, 30))
def test_blocks_are_the_whole_text(text: str, most: int) -> None:
    blocks = list(cut(text, most=most))

    assert "".join(block for _, block in blocks) == text
    assert all(text[start : start + len(block)] == block for start, block in blocks)
    assert all(len(block) <= most for _, block in blocks)


def test_a_block_ends_with_a_paragraph_then_a_sentence_then_a_word() -> None:
    assert [b for _, b in cut("One. Two.\nThree four", most=14)] == ["One. Two.\n", "Three four"]
    assert [b for _, b in cut("One. Two. Three", most=10)] == ["One. Two. ", "Three"]
    assert [b for _, b in cut("Three four five", most=12)] == ["Three four ", "five"]
    assert [b for _, b in cut("x" * 25, most=10)] == ["x" * 10, "x" * 10, "x" * 5]


def test_spans_are_those_of_the_whole_text() -> None:
    whole = in_blocks(Article("a", "https://x/a", TEXT), read, most=20)

    assert whole.article.text == TEXT
    assert [a.cue.of(TEXT) for a in whole.attributions] == ["said"] * 3
    assert [a.chain[1].evidence.of(TEXT) for a in whole.attributions if a.chain[1].evidence] == [
        " "
    ] * 3
    assert [q.span.of(TEXT) for q in whole.quantities] == [q.text for q in whole.quantities]


def test_a_name_is_one_entity_and_a_description_is_one_a_block() -> None:
    whole = in_blocks(Article("a", "https://x/a", TEXT), read, most=20)
    names = [e.name for e in whole.entities]

    assert names == ["Example Herald", "Mara Quill", *["a general"] * len(whole.quantities)]
    assert {a.chain[-1].entity for a in whole.attributions} == {1}
    assert [q.counted for q in whole.quantities] == [r.subject for r in whole.relations]


def test_what_points_at_a_list_points_at_the_same_thing() -> None:
    whole = in_blocks(Article("a", "https://x/a", TEXT), read, most=35)

    assert [r.quantity for r in whole.relations] == list(range(len(whole.relations)))
    assert [a.within for a in whole.attributions] == [None, 0, None]
    assert [r.attribution for r in whole.relations] == [1, 2]
