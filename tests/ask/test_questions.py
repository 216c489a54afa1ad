"""The saved questions, asked of two invented articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ask import Rows, ask, question, questions
from graph.ask.formats import plain
from graph.ask.guard import guarded
from graph.errors import QueryError
from graph.resolve import resolve
from graph.state import state
from graph.store import Store
from graph.terms import article_iri
from graph.types import Annotations, Article, Attribution, Entity, Link, Run, Span

ALL = [one.name for one in questions()]
SEVERAL = set(
    "circular clusters contradictions copied denials drift figures first-carried gaps learned "
    "legal losses relied-articles single-origin undecided".split()
)
"""They need more articles, held against each other; test_sample.py asks them."""


def told(store: Store, name: str, *columns: str, **parameters: str) -> list[tuple[str, ...]]:
    """The answer's cells as a person reads them, of these columns."""
    rows: Rows = ask(store, name, parameters=parameters)
    at = [rows.columns.index(column) for column in columns]
    return [tuple(plain(row[index]) for index in at) for row in rows.rows]


@pytest.mark.parametrize("name", ALL)
def test_a_question_is_sparql_that_a_stranger_could_ask(store: Store, name: str) -> None:
    assert ask(store, name).rows == ask(store, guarded(question(name).sparql)).rows


@pytest.mark.parametrize("name", sorted(set(ALL) - SEVERAL))
def test_a_question_finds_something_in_two_articles(store: Store, name: str) -> None:
    assert ask(store, name).rows


@pytest.mark.parametrize("name", ALL)
def test_a_question_says_what_it_asks(name: str) -> None:
    asked = question(name)

    assert asked.title.endswith("?")
    assert asked.description
    assert all(parameter.description and parameter.default for parameter in asked.parameters)


def test_outlets_cited_counts_claims(store: Store) -> None:
    assert told(store, "outlets-cited", "outlet", "cites", "claims") == [
        ("Example Herald", "Sample Tribune", "1"),
        ("Sample Tribune", "Example Herald", "1"),
    ]
    assert told(store, "outlets-cited", "cites", by="sample tribune") == [("Example Herald",)]


def test_a_chain_is_told_from_the_publisher_inwards(store: Store) -> None:
    assert told(store, "chain", "depth", "source", "cue", "inferred_from", words="SACKED") == [
        ("0", "Example Herald", "", ""),
        ("1", "Sample Tribune", "", "addressee of tell"),
        ("2", "Ada Quill", "told", ""),
    ]


def test_origins_are_the_last_links(store: Store) -> None:
    origins = told(store, "origins", "origin", "source_type")

    assert sorted(origins) == [
        ("Ada Quill", ""),
        ("Example Herald", ""),
        ("Example Herald", ""),
        ("Example Herald", ""),
        ("Harbour Ministry", ""),
        ("an officer", "said:unnamed_official"),
    ]


def test_unnamed_are_claims_that_nobody_named_stands_for(store: Store) -> None:
    assert told(store, "unnamed", "claim_text", "origin") == [("“They may appeal”", "an officer")]


def test_who_only_passes_a_claim_on_is_not_its_origin(tmp_path: Path) -> None:
    """Two chains, one the whole of the other: "Radio Kestrel reported, citing an officer"."""
    text = "Radio Kestrel reported, citing an officer, that the bridge was shut."
    said = (Span(43, 67),)
    links = (Link(0, "publisher"), Link(1, "source"), Link(2, "source"))
    read = Annotations(
        Article("k", article_iri("Example Herald", text), text, publisher="Example Herald"),
        Run("saidby", "test", "0"),
        (
            Entity("outlet", "Example Herald"),
            Entity("outlet", "Radio Kestrel"),
            Entity("person", "an officer", unnamed=True),
        ),
        attributions=(
            Attribution(None, Span(14, 22), said, links[:2], "indirect"),
            Attribution(None, Span(24, 30), said, links, "indirect"),
        ),
    )
    with Store.open(tmp_path / "kestrel") as kept:
        kept.put(state([read], resolve([read])))

        assert told(kept, "origins", "origin") == [("an officer",)]
        assert told(kept, "unnamed", "origin") == [("an officer",)]
        assert told(kept, "relayed", "chain_links") == [("3",)]


def test_represents_says_who_says_so(store: Store) -> None:
    found = told(store, "represents", "represents", "represented", "size", "standing", "said_by")

    assert found == [("Ada Quill", "guardsmen", "A dozen", "put forward", "Example Herald")]


def test_dismissed_says_how_many_and_by_way_of_whom(store: Store) -> None:
    found = told(store, "dismissed", "dismissed", "dismissed_from", "min", "text", "origin", "via")

    assert found == [("guardsmen", "Coast Brigade", "", "A dozen", "Ada Quill", "Sample Tribune")]


def test_hedged_gives_the_words_of_the_hedge(store: Store) -> None:
    assert told(store, "hedged", "source", "certainty", "hedge") == [
        ("an officer", "graspf:possible", "may")
    ]


def test_said_by_finds_a_source_by_another_of_its_names(store: Store) -> None:
    found = told(store, "said-by", "source", "cue", "told_to", "via", who="quill")

    assert found == [("Ada Quill", "told", "Sample Tribune", "Sample Tribune")]


def test_said_by_marks_a_denial(store: Store) -> None:
    found = told(store, "said-by", "polarity", "claim_text", who="Harbour Ministry")

    assert found == [("graspf:negative", "it had ordered the sackings")]


def test_dates_say_how_they_were_found(store: Store) -> None:
    assert told(store, "dates", "words_of_time", "anchor", "earliest", "latest") == [
        ("last week", "2022-06-08", "2022-05-30", "2022-06-05")
    ]


def test_evidence_gives_the_words_behind_a_relation(store: Store) -> None:
    found = told(store, "evidence", "words", "said_by", predicate="deployed to", object="Portville")

    assert sorted(found) == [
        ("The Coast Brigade is deployed to Portville", "Example Herald"),
        ("The Coast Brigade is deployed to Portville", "Example Herald"),
    ]


def test_evidence_of_a_denied_relation_says_that_it_is_denied(store: Store) -> None:
    assert told(store, "evidence", "standing", predicate="said:ordered") == [("denied",)]


def test_inferred_links_show_their_words(store: Store) -> None:
    assert told(store, "inferred", "source", "inferred_from", "words") == [
        ("Sample Tribune", "addressee of tell", "the Sample Tribune")
    ]


def test_who_cited_whom_counts_neighbours_in_chains(store: Store) -> None:
    assert told(store, "who-cited-whom", "citing", "cites", "claims", by="Sample Tribune") == [
        ("Sample Tribune", "Ada Quill", "1"),
        ("Sample Tribune", "Example Herald", "1"),
    ]


def test_a_name_that_is_not_in_the_store_offers_those_near_it(store: Store) -> None:
    with pytest.raises(QueryError, match="Did you mean Ada Quill"):
        ask(store, "said-by", parameters={"who": "Ada Quil"})


@pytest.mark.parametrize(
    ("name", "parameters", "found"),
    [
        ("whosaidwhat", {}, "expected a saved question or SPARQL, found neither"),
        ("said-by", {"whom": "x"}, "expected a parameter out of who, words, found 'whom'"),
        ("unnamed", {"who": "x"}, "expected no parameters, found 'who'"),
        ("evidence", {"predicate": "} DROP"}, "expected a relation such as dismissed_from"),
        ("said-by", {"who": "https://example.org/"}, "expected an entity in the store"),
        ("ASK { ?s ?p ?o }", {"who": "x"}, "expected no parameters with SPARQL"),
    ],
)
def test_what_cannot_be_asked_says_why(
    store: Store, name: str, parameters: dict[str, str], found: str
) -> None:
    with pytest.raises(QueryError, match=found):
        ask(store, name, parameters=parameters)


@pytest.mark.parametrize("value", ['" } SELECT', 'x" . ?s ?p ?o } #', "\\", "é\n'\"", "?words"])
def test_a_value_is_a_value_whatever_is_in_it(store: Store, value: str) -> None:
    assert ask(store, "chain", parameters={"words": value}).rows == ()
    with pytest.raises(QueryError, match="found none of that name"):
        ask(store, "said-by", parameters={"who": value})
