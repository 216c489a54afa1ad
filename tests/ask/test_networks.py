"""Answers to draw, every edge with its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.networks import neighbourhood, who_cited_whom
from graph.ask.passages import evidence, sentence_spans
from graph.errors import QueryError
from graph.store import Store
from graph.types import Edge, Network, Span


def drawn(network: Network) -> set[tuple[str, str, str]]:
    names = {node.id: node.name for node in network.nodes}
    return {(names[edge.tail], edge.label, names[edge.head]) for edge in network.edges}


def edge(network: Network, tail: str, head: str) -> Edge:
    names = {node.id: node.name for node in network.nodes}
    (found,) = [e for e in network.edges if (names[e.tail], names[e.head]) == (tail, head)]
    return found


def test_a_chain_is_drawn_link_by_link(store: Store) -> None:
    assert drawn(who_cited_whom(store)) == {
        ("Example Herald", "cites", "Sample Tribune"),
        ("Sample Tribune", "was told by", "Ada Quill"),
        ("Sample Tribune", "cites", "Example Herald"),
        ("Example Herald", "cites", "Harbour Ministry"),
        ("Example Herald", "cites", "an officer"),
    }


def test_an_edge_opens_on_the_words_it_came_from(store: Store) -> None:
    (words,) = edge(who_cited_whom(store), "Sample Tribune", "Ada Quill").evidence

    assert words.title == "Guardsmen sacked"
    assert words.publisher == "Example Herald"
    assert words.passage == (
        "A dozen guardsmen were sacked from the Coast Brigade last week, "
        "lawyer Ada Quill told the Sample Tribune."
    )
    assert [span.of(words.passage) for span in words.source] == ["lawyer Ada Quill"]
    assert [span.of(words.passage) for span in words.cue] == ["told"]
    assert [span.of(words.passage) for span in words.content] == [
        "A dozen guardsmen were sacked from the Coast Brigade last week"
    ]


def test_an_inferred_link_shows_the_words_it_was_inferred_from(store: Store) -> None:
    (words,) = edge(who_cited_whom(store), "Example Herald", "Sample Tribune").evidence

    assert [span.of(words.passage) for span in words.cue] == ["told", "the Sample Tribune"]


def test_a_node_says_what_it_is(store: Store) -> None:
    notes = {node.name: (node.kind, node.note) for node in who_cited_whom(store).nodes}

    assert notes["an officer"] == ("person", "unnamed official")
    assert notes["Sample Tribune"] == ("outlet", "")


def test_what_is_not_drawn_is_told(store: Store) -> None:
    few = who_cited_whom(store, top=2)

    assert {node.name for node in few.nodes} == {"Example Herald", "Sample Tribune"}
    assert few.left_out == "3 more entities, in fewer claims, are not drawn."
    assert who_cited_whom(store).left_out == ""


def test_passages_beyond_the_most_are_told(store: Store) -> None:
    assert who_cited_whom(store, passages=0).left_out == "5 more passages are not shown."


def test_a_neighbourhood_holds_chains_and_relations(store: Store) -> None:
    assert drawn(neighbourhood(store, "Ada Quill")) == {
        ("Sample Tribune", "was told by", "Ada Quill"),
        ("Ada Quill", "represents", "guardsmen"),
    }


def test_a_relation_opens_on_every_article_behind_it(store: Store) -> None:
    words = edge(neighbourhood(store, "portville"), "Coast Brigade", "Portville").evidence

    assert sorted((one.publisher, len(one.cue)) for one in words) == [
        ("Example Herald", 0),
        ("Sample Tribune", 1),
    ]


def test_a_denied_relation_is_not_drawn(store: Store) -> None:
    assert drawn(neighbourhood(store, "Harbour Ministry")) == {
        ("Example Herald", "cites", "Harbour Ministry")
    }


def test_a_second_hop_reaches_further(store: Store) -> None:
    near, far = (neighbourhood(store, "Portville", hops=hops) for hops in (1, 2))

    assert {node.name for node in near.nodes} == {"Portville", "Coast Brigade"}
    assert {node.name for node in far.nodes} == {"Portville", "Coast Brigade", "guardsmen"}


def test_an_entity_can_be_named_by_its_iri(store: Store) -> None:
    assert neighbourhood(store, "e:person/ada-quill").title == "Around Ada Quill"


def test_an_unknown_entity_offers_the_nearest(store: Store) -> None:
    with pytest.raises(QueryError, match="Did you mean Example Herald"):
        neighbourhood(store, "Example Heral")


def test_an_empty_store_is_an_empty_network(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty") as empty:
        assert who_cited_whom(empty) == Network("Who cites whom", (), ())


def test_a_passage_holds_the_sentences_of_all_its_spans() -> None:
    text = "Gen. J. Doe left. “Go!” he said. It rained. He told them. End."
    spans = {"source": [Span(text.index("It"), text.index("It") + 2)], "cue": [Span(47, 51)]}
    found = evidence(text, spans, article="a", title="t", publisher="p")

    assert found.passage == "It rained. He told them."
    assert found.cue[0].of(found.passage) == text[47:51]
    assert [s.of(text).strip() for s in sentence_spans(text)][:2] == [
        "Gen. J. Doe left.",
        "“Go!” he said.",
    ]


@given(st.text(alphabet="aA. \n?”“", max_size=60))
def test_sentences_together_are_the_text(text: str) -> None:
    assert "".join(span.of(text) for span in sentence_spans(text)) == text
