"""Articles among others: the order does not matter, and what goes leaves no trace."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Quad

from graph import flow
from graph.annotate import annotate
from graph.corpus import Judgement
from graph.errors import StoreError
from graph.resolve.digests import digest
from graph.store import Store
from graph.store.catalogue_file import FILE
from graph.terms import RUNS, article_iri, entity_iri
from graph.types import Annotations, Article

pytestmark = pytest.mark.slow


def filled(folder: Path, readings: Iterable[Annotations]) -> set[Quad]:
    with flow.open_store(folder) as store:
        for read in readings:
            flow.put(store, read)
        return quads(store)


def quads(store: Store) -> set[Quad]:
    """All there is, but the runs: a run stays when its last article goes."""
    return {q for q in store.quads if getattr(q.graph_name, "value", "") != RUNS}


def test_the_order_of_adding_does_not_change_the_store(
    readings: list[Annotations], tmp_path: Path
) -> None:
    first = filled(tmp_path / "as-given", readings)
    for seed in range(2):
        shuffled = random.Random(seed).sample(readings, len(readings))

        assert filled(tmp_path / str(seed), shuffled) == first


def test_articles_put_at_once_make_the_store_that_they_make_one_by_one(
    readings: list[Annotations], tmp_path: Path
) -> None:
    first = filled(tmp_path / "one-by-one", readings)
    with flow.open_store(tmp_path / "at-once") as store:
        flow.put(store, *readings[:9])
        flow.put(store, *readings[5:], readings[5], *readings[:2])

        assert quads(store) == first
        assert not store.check()


def test_what_is_removed_leaves_no_trace_and_takes_nothing_along(
    readings: list[Annotations], tmp_path: Path
) -> None:
    few = readings[:12]
    for number, gone in enumerate(random.Random(1).sample(few, 4)):
        rest = [read for read in few if read is not gone]
        without = filled(tmp_path / f"without-{number}", rest)
        with flow.open_store(tmp_path / f"with-{number}") as store:
            for read in few:
                flow.put(store, read)
            flow.remove(store, gone.article.iri)

            assert quads(store) == without
            assert not store.check()


def test_an_article_read_again_changes_nothing(readings: list[Annotations], tmp_path: Path) -> None:
    once = filled(tmp_path / "once", readings[:6])

    assert filled(tmp_path / "twice", [*readings[:6], *readings[:3]]) == once


def test_a_text_that_had_no_outlet_gives_way_to_the_same_with_one(
    readings: list[Annotations], tmp_path: Path
) -> None:
    read = readings[0]
    nameless = replace(
        read, article=replace(read.article, publisher="", iri=article_iri("", read.article.text))
    )
    with flow.open_store(tmp_path / "store") as store:
        flow.put(store, nameless)
        flow.put(store, read)
        flow.put(store, read, nameless)

        assert store.articles() == [read.article.iri]
        assert quads(store) == filled(tmp_path / "alone", [read])


def test_what_is_withheld_or_asked_is_no_claim_across_articles() -> None:
    for text in (
        "Colonel Ada Quill did not say whether the drones were hers. Who sent them? she asked.",
        "Ada Quill did not say whether Tom Reed had told her that the bridge had been blown up.",
    ):
        article = Article("a", article_iri("Post", text), text, publisher="Post")

        assert not digest(annotate(article, flow.model())).claims, text


def test_a_lost_catalogue_is_made_again_from_the_texts(
    readings: list[Annotations], tmp_path: Path
) -> None:
    before = filled(tmp_path / "store", readings[:4])
    (tmp_path / "store" / FILE).unlink()
    with flow.open_store(tmp_path / "store") as store:
        flow.catch_up(store)

        assert quads(store) == before
        assert len(store.catalogue.articles()) == 4


def test_a_catalogue_of_another_version_is_named_and_made_again(
    readings: list[Annotations], tmp_path: Path
) -> None:
    before = filled(tmp_path / "store", readings[:4])
    with closing(sqlite3.connect(tmp_path / "store" / FILE)) as catalogue:
        catalogue.executescript("DROP TABLE copies; PRAGMA user_version = 1;")
    with (
        flow.open_store(tmp_path / "store", read_only=True) as store,
        pytest.raises(StoreError, match="found 4 that are not"),
    ):
        flow.claims(store)
    with flow.open_store(tmp_path / "store") as store:
        flow.catch_up(store)

        assert quads(store) == before
        assert len(flow.claims(store)) > 4


def test_a_judgement_overrides_the_machine_and_survives_reading_again(
    readings: list[Annotations], tmp_path: Path
) -> None:
    with flow.open_store(tmp_path / "store") as store:
        for read in readings:
            flow.put(store, read)
        one, other = (entity_iri("person", name) for name in ("Colm Vane", "Tamsin Orrell"))
        flow.judge(store, [Judgement((one, other), "same", "a reader", date(2024, 5, 1))])
        joined = next(node for node in (one, other) if store.catalogue.assigned_to(node))
        gone = other if joined == one else one

        assert not store.catalogue.assigned_to(gone)
        for read in readings:
            flow.put(store, read)
        assert not store.catalogue.assigned_to(gone)
        later = Judgement((one, other), "different", "a reader", date(2024, 5, 2))
        flow.judge(store, [later])
        assert store.catalogue.assigned_to(gone)
        assert not store.check()
