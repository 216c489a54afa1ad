"""A stranger's question cannot leave the machine, read files, or write."""

from __future__ import annotations

import socket
import threading

import pytest

from graph.ask import ask
from graph.ask.guard import guarded
from graph.errors import QueryError, QuestionError
from graph.store import Store

PATTERN = "{ ?s ?p ?o }"
REFUSED = [
    "SELECT * WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p ?o { SELECT ?s WHERE { { SERVICE <URL> { ?s ?p ?o } } } } }",
    "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o OPTIONAL { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } } }",
    "SELECT * WHERE { ?s ?p ?o MINUS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * WHERE { SER\\u0056ICE <URL> { ?s ?p ?o } }",
    "SELECT * WHERE { \\U00000053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * WHERE { SER\\u005Cu0056ICE <URL> { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p ?o # a comment\r SERVICE <URL> { ?s ?p ?o }\n }",
    "SELECT * WHERE { ?s ?p ?o # a comment\\u000ASERVICE <URL> { ?s ?p ?o }\n }",
    "SELECT * FROM <URL> WHERE { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> WHERE { GRAPH ?g { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "ASK FROM <URL> { ?s ?p ?o }",
    "DESCRIBE ?s FROM <URL> WHERE { ?s ?p ?o }",
    "LOAD <URL>",
    "LOAD <URL> ; SELECT * WHERE { ?s ?p ?o }",
    "SELECT * WHERE { ?s ?p ?o } ; LOAD <URL>",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "WITH <URL> DELETE { ?s ?p ?o } USING <URL> WHERE { ?s ?p ?o }",
    "",
    "who said what?",
    "SELECT * WHERE { ?s ?p ?o FILTER(?s = \\uD800) }",
]


@pytest.mark.parametrize("sparql", REFUSED)
def test_what_would_leave_the_machine_or_write_is_refused(store: Store, sparql: str) -> None:
    before = set(store.quads)
    with socket.create_server(("127.0.0.1", 0)) as server:
        heard = threading.Event()
        server.settimeout(0.05)
        listener = threading.Thread(target=_listen, args=(server, heard))
        listener.start()
        with pytest.raises(QueryError):
            ask(store, sparql.replace("URL", f"http://127.0.0.1:{server.getsockname()[1]}/"))
        listener.join()

    assert not heard.is_set()
    assert set(store.quads) == before


def _listen(server: socket.socket, heard: threading.Event) -> None:
    try:
        server.accept()[0].close()
    except TimeoutError:
        return
    heard.set()


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * WHERE { ?s rdfs:label ?n FILTER(CONTAINS(?n, "SERVICE <x>")) }',
        "SELECT ?service WHERE { ?service ?p ?o } # at your service, from A to B",
        "SELECT * WHERE { ?s ?p 'load' ; <urn:from> ?o }",
        'PREFIX e: <https://example.org/> SELECT * WHERE { ?s ?p "\\u0041" }',
    ],
)
def test_a_harmless_question_may_use_the_same_words(store: Store, sparql: str) -> None:
    ask(store, sparql)


def test_what_does_not_parse_says_where() -> None:
    with pytest.raises(QueryError, match=r"query: line 2, column 15: expected SPARQL 1\.1"):
        guarded("SELECT ?x WHERE { ?x ?p ?o \n FILTER(?x = }")


def test_a_prefix_that_nobody_declared_is_named() -> None:
    with pytest.raises(QuestionError, match=r"expected a known prefix \(.*said.*\), found 'sad:'"):
        guarded("SELECT ?x WHERE { ?x a sad:Claim }")


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    with pytest.raises(QueryError):
        guarded("SELECT * WHERE " + "{ " * 5000 + " }" * 5000)
