"""Quads on disk: written whole, read again whole, and gone without a trace."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions
from rdflib.plugins.sparql import prepareQuery

from graph import terms
from graph.errors import QueryError, ShapeError, StoreError
from graph.resolve import resolve
from graph.state import state
from graph.store import MANY, Store
from graph.types import Annotations


def put(store: Store, read: Annotations) -> str:
    return store.put(state([read], resolve([read])))


def column(store: Store, sparql: str) -> list[str]:
    answer = store.query(sparql)
    assert isinstance(answer, QuerySolutions)
    return [row[0].value for row in answer]


def plain(store: Store) -> list[str]:
    return column(store, "SELECT ?p WHERE { GRAPH said:stated { ?s ?p ?o } } ORDER BY ?p")


def test_a_store_is_there_when_it_is_opened_again(tmp_path: Path, herald: Annotations) -> None:
    with Store.open(tmp_path / "new" / "store") as store:
        iri = put(store, herald)

    with Store.open(tmp_path / "new" / "store", read_only=True) as again:
        assert again.articles() == [iri]
        assert again.article(iri) == herald.article


def test_the_same_reading_again_changes_nothing(store: Store, herald: Annotations) -> None:
    before = set(store.quads)
    put(store, herald)

    assert set(store.quads) == before


def test_another_reading_replaces_the_article_whole(
    store: Store, herald: Annotations, tribune: Annotations, tmp_path: Path
) -> None:
    less = replace(
        herald,
        relations=herald.relations[3:],
        attributions=(),
        events=(),
        quantities=(),
        times=(),
    )
    put(store, less)

    with Store.open(tmp_path / "fresh") as fresh:
        put(fresh, tribune)
        put(fresh, less)
        assert set(store.quads) == set(fresh.quads)


def test_a_plain_triple_goes_with_the_last_article_behind_it(
    store: Store, herald: Annotations, tribune: Annotations
) -> None:
    store.remove(herald.article.iri)
    assert plain(store) == [f"{terms.SAID}cites_outlet", f"{terms.SAID}deployed_to"]

    store.remove(tribune.article.iri)
    assert plain(store) == []


def test_a_denial_elsewhere_does_not_keep_a_plain_triple(
    store: Store, herald: Annotations, tribune: Annotations
) -> None:
    denied = replace(tribune.attributions[0], polarity="negative")
    put(store, replace(tribune, attributions=(denied,)))
    assert f"{terms.SAID}deployed_to" in plain(store)

    store.remove(herald.article.iri)
    assert plain(store) == [f"{terms.SAID}cites_outlet"]


def test_an_entity_goes_when_no_article_uses_it(
    store: Store, herald: Annotations, tribune: Annotations
) -> None:
    store.remove(herald.article.iri)
    names = column(store, "SELECT ?n WHERE { ?e schema:name ?n } ORDER BY ?n")

    assert names == ["Coast Brigade", "Example Herald", "Portville", "Sample Tribune"]


def test_a_judgement_keeps_its_entity(store: Store, herald: Annotations) -> None:
    quill = NamedNode(terms.entity_iri("person", "Ada Quill"))
    left = NamedNode(f"{terms.SAID}left")
    judgement = NamedNode(f"{terms.BASE}judgement/1")
    store.quads.add(Quad(judgement, left, quill, NamedNode(terms.JUDGEMENTS)))
    store.remove(herald.article.iri)

    assert "Ada Quill" in column(store, "SELECT ?n WHERE { ?e schema:name ?n }")


def test_a_store_that_is_tidied_holds_what_it_held(store: Store) -> None:
    before = set(store.quads)
    store.tidy()

    assert set(store.quads) == before


def test_what_is_not_there_cannot_be_removed(store: Store) -> None:
    with pytest.raises(StoreError, match="found none so called"):
        store.remove("https://w3id.org/saidby/article/000000000000")


def test_quads_of_two_articles_are_refused(
    store: Store, herald: Annotations, tribune: Annotations
) -> None:
    both = state([herald, tribune], resolve([herald, tribune]))

    with pytest.raises(ShapeError, match="expected the quads of one article, found those of 2"):
        store.put(both)


def test_a_triple_that_two_articles_state_counts_once_in_the_union(store: Store) -> None:
    """Oxigraph's union keeps duplicates (oxigraph#1919), so no triple may have two graphs."""
    counted = column(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s said:deployed_to ?o }")
    names = column(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s schema:name 'Coast Brigade' }")

    assert (counted, names) == (["1"], ["1"])


def test_claims_are_counted_by_article_with_the_group_outside(store: Store) -> None:
    """A SELECT inside GRAPH ?g would count across graphs."""
    counted = column(
        store,
        "SELECT (COUNT(?c) AS ?n) WHERE { GRAPH ?g { ?c a said:Claim } } GROUP BY ?g ORDER BY ?n",
    )

    assert counted == ["1", "5"]


def test_a_text_that_looks_like_a_number_stays_as_it_is(
    tmp_path: Path, tribune: Annotations
) -> None:
    """Oxigraph rewrites typed numbers ("01" becomes 1): what was written is kept as a string."""
    numbered = replace(tribune, article=replace(tribune.article, id="007", title="01"))
    with Store.open(tmp_path / "store") as store:
        iri = put(store, numbered)

        assert (store.article(iri).id, store.article(iri).title) == ("007", "01")


def test_rdflib_asks_the_union_through_oxigraph(store: Store) -> None:
    rows = store.dataset().query("SELECT ?o WHERE { ?who said:dismissed_from/rdfs:label ?o }")

    assert [str(row[0]) for row in rows] == ["Coast Brigade"]  # type: ignore[index]


def test_a_query_that_rdflib_would_run_itself_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="Pass the SPARQL text"):
        store.dataset().query(prepareQuery("SELECT ?s WHERE { ?s ?p ?o }"))
    with pytest.raises(QueryError, match="Pass the SPARQL text"):
        store.dataset().query("SELECT ?s WHERE { ?s ?p ?o }", DEBUG=True)


def test_a_dataset_ends_with_its_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        dataset = store.dataset()

    with pytest.raises(StoreError, match="found it closed"):
        dataset.query("ASK { ?s ?p ?o }")
    Store.open(tmp_path / "store").close()


def test_a_snapshot_is_a_store_that_others_may_read(store: Store) -> None:
    with store.snapshot() as folder, Store.open(folder, read_only=True) as copy:
        assert copy.articles() == store.articles()
    assert not folder.exists()


def test_a_missing_folder_says_how_to_make_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"found no folder. Make it with 'saidby add'\.$"):
        Store.open(tmp_path / "none", read_only=True)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")

    with pytest.raises(StoreError, match="expected a store folder"):
        Store.open(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")

    for path in (tmp_path / "letter.txt", tmp_path / "letter.txt" / "store"):
        with pytest.raises(StoreError, match="expected a folder, found a file"):
            Store.open(path)


@pytest.mark.parametrize(
    ("stamp", "found"),
    [
        ('{"format": 2}', "written by a newer version; upgrade saidby"),
        ("{", "found something else"),
        ("[1]", "found something else"),
    ],
)
def test_a_stamp_that_is_not_ours_is_refused(tmp_path: Path, stamp: str, found: str) -> None:
    Store.open(tmp_path / "store").close()
    (tmp_path / "store" / "saidby.json").write_text(stamp)

    with pytest.raises(StoreError, match=found):
        Store.open(tmp_path / "store")


def test_a_store_bears_its_format(store: Store) -> None:
    assert json.loads((store.path / "saidby.json").read_text()) == {"format": 1}


def test_a_store_that_another_process_writes_is_locked(store: Store) -> None:
    code = f"from graph.store import Store; Store.open({str(store.path)!r})"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert "found it locked by another process. Close the other saidby" in other.stderr


def test_a_store_open_for_reading_takes_nothing(store: Store, tribune: Annotations) -> None:
    with (
        store.snapshot() as folder,
        Store.open(folder, read_only=True) as copy,
        pytest.raises(StoreError, match="opened for reading only"),
    ):
        copy.remove(tribune.article.iri)


def test_what_state_makes_conforms_to_the_shipped_shapes(store: Store) -> None:
    assert store.check() == []


def test_a_plain_triple_that_nobody_puts_forward_is_told(store: Store) -> None:
    e, ordered = (
        NamedNode(terms.entity_iri("place", "Portville")),
        NamedNode(f"{terms.SAID}ordered"),
    )
    store.quads.add(Quad(e, ordered, e, NamedNode(terms.STATED)))

    (line,) = store.check()
    assert "A plain triple is put forward by somebody" in line


WRITER = """
import sys
from pyoxigraph import Literal, NamedNode, Quad
from graph.store import Store
said = "https://w3id.org/saidby/ns#"
at_once = int(sys.argv[2])
def article(number):
    iri = NamedNode(f"https://w3id.org/saidby/article/{number:012}")
    return [Quad(iri, NamedNode(f"{said}p{part}"), Literal(number), iri) for part in range(500)]
with Store.open(sys.argv[1]) as store:
    print("open", flush=True)
    for number in range(0, 10_000, at_once):
        store.put_all([article(n) for n in range(number, number + at_once)])
        store.flush()
        print(*range(number, number + at_once), flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("at_once", [1, 2 * MANY])
@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.8, 1.2])
def test_a_killed_writer_leaves_whole_articles_and_loses_none(
    tmp_path: Path, seconds: float, at_once: int
) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "store"), str(at_once)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        time.sleep(seconds)
        writer.kill()
        acknowledged = writer.communicate()[0].split()
    with Store.open(tmp_path / "store", read_only=True) as store:
        sizes = Counter(str(quad.graph_name) for quad in store.quads)

    assert set(sizes.values()) <= {500}
    assert len(sizes) >= len(acknowledged)


SHAPE = """
@prefix said: <https://w3id.org/saidby/ns#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
said:ClaimShape a sh:NodeShape ; sh:targetClass said:Claim ;
    sh:property [ sh:path said:evidence ; sh:minCount 1 ; sh:message "A claim rests on words." ] .
"""


def test_a_claim_without_evidence_fails_its_shape(store: Store, tmp_path: Path) -> None:
    (tmp_path / "claim.ttl").write_text(SHAPE)
    assert store.check(shapes=tmp_path) == []

    article = NamedNode(store.articles()[0])
    claim = NamedNode(f"{article.value}#c9")
    a = NamedNode(f"{terms.PREFIXES['rdf']}type")
    store.quads.add(Quad(claim, a, NamedNode(f"{terms.SAID}Claim"), article))
    store.quads.add(Quad(claim, NamedNode(f"{terms.SAID}claim_text"), Literal("?"), article))
    assert store.check(shapes=tmp_path) == [
        f"{claim.value}: A claim rests on words. ({terms.SAID}evidence)"
    ]
