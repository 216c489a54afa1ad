"""What is planted in the sample articles is found: manifest.yaml says what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from graph.ask import ask, questions
from graph.cli import main
from graph.paths import shipped
from graph.store import Store

pytestmark = pytest.mark.slow
PLANTED: list[dict[str, Any]] = yaml.safe_load(
    (shipped("sample") / "manifest.yaml").read_text(encoding="utf-8")
)["planted"]
Row = dict[str, Any]


def having(part: str) -> list[Any]:
    """The planted phenomena of which something is said."""
    return [pytest.param(one, id=one["name"]) for one in PLANTED if part in one]


@pytest.fixture(scope="module")
def rows(sample_store: Path) -> list[Row]:
    words = ["--store", str(sample_store), "claims", "--format", "json"]
    shown = CliRunner().invoke(main, words)
    return [json.loads(line) for line in shown.stdout.splitlines()]


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Iterator[Store]:
    with Store.open(sample_store, read_only=True) as opened:
        yield opened


def texts(store: Store) -> dict[str, str]:
    return {(a := store.article(iri)).id: a.text for iri in store.articles()}


def cluster_of(rows: list[Row], store: Store, claim: Row) -> Row:
    """The cluster of the claim whose words lie in it: the one that holds most of them."""
    start = texts(store)[claim["article"]].find(claim["words"])
    end = start + len(claim["words"])
    assert start >= 0, claim

    def shared(mention: Row) -> int:
        if mention["article"] != claim["article"]:
            return 0
        return min(end, int(mention["end"])) - max(start, int(mention["start"]))

    best = max(rows, key=lambda row: max(map(shared, row["mentions"])))
    assert max(map(shared, best["mentions"])) > len(claim["words"]) // 2, claim
    return best


def articles(row: Row) -> set[str]:
    return {mention["article"] for mention in row["mentions"]}


def first_of(rows: list[Row], store: Store, one: Row, article: str) -> Row:
    claim = next(c for c in one["claims"] if c["article"] == article)
    return cluster_of(rows, store, claim)


@pytest.mark.parametrize("one", having("together"))
def test_claims_in_other_words_come_together(rows: list[Row], store: Store, one: Row) -> None:
    found = first_of(rows, store, one, one["together"][0])

    assert articles(found) >= set(one["together"])


@pytest.mark.parametrize("one", having("circular"))
def test_a_circle_is_named(rows: list[Row], store: Store, one: Row) -> None:
    found = cluster_of(rows, store, one["claims"][0])

    assert one["circular"] in found["circular"]


@pytest.mark.parametrize("one", having("origins"))
def test_the_range_of_origins_is_that_of_the_manifest(
    rows: list[Row], store: Store, one: Row
) -> None:
    together = one.get("together")
    last = one["claims"][-1]
    found = first_of(rows, store, one, together[0]) if together else cluster_of(rows, store, last)

    assert found["independent"] == [one["origins"]["low"], one["origins"]["high"]]
    assert {o["name"] for o in found["origins"] if o["named"]} == set(one["origins"]["named"])


@pytest.mark.parametrize("one", having("first"))
def test_the_first_carrier_is_known(rows: list[Row], store: Store, one: Row) -> None:
    assert first_of(rows, store, one, one["first"])["first"] == one["first"]


@pytest.mark.parametrize("one", having("drift"))
def test_a_figure_that_changes_on_the_way_is_drift(rows: list[Row], store: Store, one: Row) -> None:
    found = [d for row in rows for d in row["drift"]]

    assert all(drift in found for drift in one["drift"])


@pytest.mark.parametrize("one", having("contradiction"))
def test_a_contradiction_has_both_its_sides(rows: list[Row], store: Store, one: Row) -> None:
    kind, sides = one["contradiction"]["kind"], one["contradiction"]["sides"]
    left = first_of(rows, store, one, sides[0][0])
    found = [
        [set(side) for side in c["sides"]] for c in left["contradictions"] if c["kind"] == kind
    ]

    assert any(a & set(sides[0]) and b & set(sides[1]) for a, b in found)


@pytest.mark.parametrize("one", having("no_contradiction"))
def test_an_update_is_no_contradiction(rows: list[Row], store: Store, one: Row) -> None:
    (before,), after = one["no_contradiction"]
    found = first_of(rows, store, one, before)

    assert not [
        c for c in found["contradictions"]
        if c["kind"] == "figure" and set(c["sides"][1]) & set(after)
    ]  # fmt: skip


@pytest.mark.parametrize("one", having("copies"))
def test_every_copy_is_found_and_no_other(sample_store: Path, one: Row) -> None:
    shown = CliRunner().invoke(main, ["--store", str(sample_store), "copies", "--format", "json"])
    found = {(r["a"], r["b"]): r["kind"] for r in map(json.loads, shown.stdout.splitlines())}
    wanted = {(c["original"], c["copy"]): c["kind"] for c in one["copies"]}
    siblings = {frozenset(s["articles"]): s["kind"] for s in one["siblings"]}

    assert {pair: found.get(pair) for pair in wanted} == wanted
    others = {frozenset(pair): kind for pair, kind in found.items() if pair not in wanted}
    assert others.items() <= siblings.items()


def entities(store: Store, group: Row) -> set[str]:
    """The entities that the mentions are taken for."""
    ids = {store.article(iri).id: iri for iri in store.articles()}
    found = set()
    for mention in group["mentions"]:
        article = ids[mention["article"]]
        start = store.article(article).text.find(mention["words"])
        row = store.select(f"""SELECT ?e WHERE {{
          ?m said:mentions ?e ; said:evidence ?w . ?w oa:hasSource <{article}> ; oa:hasSelector ?p .
          ?p oa:start ?s ; oa:end ?t .
          FILTER(?s < {start + len(mention["words"])} && ?t > {start})
          ?e a said:Person }} ORDER BY DESC(?t - ?s)""")
        found.add(next(iter(row))["e"].value)
    return found


@pytest.mark.parametrize("one", having("one"))
def test_several_spellings_are_one_person(store: Store, one: Row) -> None:
    assert len(entities(store, one["one"])) == 1


@pytest.mark.parametrize("one", having("two"))
def test_two_people_of_one_name_are_two(store: Store, one: Row) -> None:
    left, right = (entities(store, group) for group in one["two"])

    assert len(left) == len(right) == 1
    assert left != right


@pytest.mark.parametrize("one", having("stub"))
def test_a_cited_article_that_is_not_here_is_a_gap(store: Store, one: Row) -> None:
    gaps = {row[0].value: row[2].value for row in ask(store, "gaps").rows}  # type: ignore[union-attr]

    assert one["stub"]["outlet"] in gaps


@pytest.mark.parametrize(
    "name", [q.name for q in questions() if q.name not in ("undecided", "legal")]
)
def test_every_question_finds_something(store: Store, name: str) -> None:
    assert ask(store, name).rows
