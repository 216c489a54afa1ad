"""Questions and their answers, here and in a process of its own."""

from __future__ import annotations

import json
import time

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from graph.ask import FORMATS, Rows, ask, written
from graph.ask.formats import plain
from graph.errors import QueryError
from graph.store import Store

NAMES = "SELECT ?person ?name WHERE { ?person a said:Person ; schema:name ?name } ORDER BY ?name"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_known_prefixes_need_no_declaration_and_may_be_changed(store: Store) -> None:
    assert len(ask(store, NAMES).rows) == 2
    assert ask(store, f"PREFIX said: <https://example.org/> {NAMES}").rows == ()


def test_each_form_of_query_has_its_kind_of_answer(store: Store) -> None:
    assert ask(store, NAMES).kind == "rows"
    assert ask(store, "ASK { ?s said:represents ?o }").boolean
    assert not ask(store, "ASK { ?s said:ordered ?o }").boolean
    built = ask(store, "CONSTRUCT WHERE { ?s said:represents ?o }")
    assert (built.kind, built.columns) == ("triples", ("subject", "predicate", "object"))


def test_an_answer_is_cut_at_the_limit_and_says_so(store: Store) -> None:
    assert (len(ask(store, NAMES, limit=1).rows), ask(store, NAMES, limit=1).cut) == (1, True)
    assert not ask(store, NAMES, limit=2).cut


@pytest.mark.parametrize(
    "asked", [NAMES, "said-by", "ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s said:represents ?o }"]
)
def test_a_process_of_its_own_gives_the_same_answer(store: Store, asked: str) -> None:
    assert ask(store, asked, timeout=60, limit=3) == ask(store, asked, limit=3)


def test_parameters_and_errors_cross_the_process(store: Store) -> None:
    quill = ask(store, "said-by", parameters={"who": "Ada Quill"}, timeout=60)
    assert len(quill.rows) == 1
    with pytest.raises(QueryError, match="Did you mean Ada Quill"):
        ask(store, "said-by", parameters={"who": "Ada Quil"}, timeout=60)


def test_a_runaway_question_is_dead_within_a_second_of_its_limit(store: Store) -> None:
    began = time.monotonic()
    with pytest.raises(QueryError, match="expected an answer within 1 s"):
        ask(store, ENDLESS, timeout=1)

    assert time.monotonic() - began < 2
    assert not list(store.path.glob(".snapshot*"))


@pytest.mark.slow
def test_a_question_that_eats_memory_ends_itself(store: Store) -> None:
    greedy = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"

    with pytest.raises(QueryError, match=r"memory|within 20 s"):
        ask(store, greedy, timeout=20)


XSD = "http://www.w3.org/2001/XMLSchema#"
MIXED = Rows(
    ("who", "said", "count"),
    (
        (NamedNode("https://w3id.org/saidby/id/person/ada-quill"), Literal('a "b",\n\tc'), None),
        (None, Literal("=1+1", language="en"), Literal("-5", datatype=NamedNode(f"{XSD}integer"))),
    ),
)


def test_a_table_shortens_iris(store: Store) -> None:
    first, second = written(ask(store, NAMES), "table", width=60).splitlines()[:2]

    assert first.split() == ["person", "name"]
    assert second.split() == ["e:person/ada-quill", "Ada", "Quill"]


def test_a_table_takes_brackets_as_they_are() -> None:
    assert "[red]x[/red]" in written(Rows(("a",), ((Literal("[red]x[/red]"),),)), "table")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_of_csv_is_a_formula(start: str) -> None:
    cell = written(Rows(("a",), ((Literal(f"{start}cmd"),),)), "csv").splitlines()[1]

    assert cell.strip('"').startswith("'")


def test_a_negative_number_stays_a_number_in_csv() -> None:
    assert written(MIXED, "csv").splitlines()[-1] == ",'=1+1,-5"


@pytest.mark.parametrize(
    ("form", "known"), [("json", QueryResultsFormat.JSON), ("tsv", QueryResultsFormat.TSV)]
)
def test_standard_formats_give_every_term_back(form: str, known: QueryResultsFormat) -> None:
    again = parse_query_results(written(MIXED, form), known)

    assert isinstance(again, QuerySolutions)
    assert tuple(tuple(row) for row in again) == MIXED.rows


def test_json_lines_keep_numbers_as_numbers() -> None:
    first, second = map(json.loads, written(MIXED, "jsonl").splitlines())

    assert first == {
        "who": "https://w3id.org/saidby/id/person/ada-quill",
        "said": 'a "b",\n\tc',
        "count": None,
    }
    assert second["count"] == -5


def test_turtle_is_for_triples(store: Store) -> None:
    built = ask(store, "CONSTRUCT WHERE { ?s said:represents ?o }")

    assert "said:represents" in written(built, "ttl")
    with pytest.raises(QueryError, match="Ask for csv or json instead"):
        written(MIXED, "ttl")


def test_an_unknown_format_names_the_known(store: Store) -> None:
    with pytest.raises(QueryError, match="table, csv, tsv, json, jsonl, ttl"):
        written(MIXED, "xlsx")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "ttl"])
@pytest.mark.parametrize("asked", [NAMES, "ASK { ?s ?p ?o }"])
def test_every_format_holds_rows_and_a_yes(store: Store, form: str, asked: str) -> None:
    assert written(ask(store, asked), form).endswith("\n")


def test_an_entity_is_named_in_sparql_as_tables_show_it(store: Store) -> None:
    rows = ask(store, 'SELECT ?n ?s { e:outlet/example-herald schema:name ?n BIND("e:a/b" AS ?s) }')

    assert [tuple(plain(term) for term in row) for row in rows.rows] == [
        ("Example Herald", "e:a/b")
    ]
