"""Keep quads on disk.

    quads of an article  →  the store;  SPARQL  →  rows

After a crash an article is wholly there or not at all, alone or one of many. ``flush`` writes
to the disk itself: call it once a batch, before anything records that the batch is done.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from graph import terms
from graph.corpus import Judgement
from graph.errors import ShapeError, StoreError
from graph.paths import shipped
from graph.store.across import JUDGED, judgement, stale
from graph.store.catalogue import Catalogue
from graph.store.folder import QUADS, STAMP, open_folder
from graph.store.replace import PUT_FORWARD, replacement
from graph.types import Article

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["PUT_FORWARD", "Store"]

_NO_ARTICLE = {terms.STATED, terms.ENTITIES, terms.CLUSTERS, terms.JUDGEMENTS, terms.RUNS}
_TYPE = NamedNode(f"{terms.PREFIXES['rdf']}type")
_NAME = NamedNode(f"{terms.PREFIXES['schema']}name")
_ENTITIES, _JUDGEMENTS = NamedNode(terms.ENTITIES), NamedNode(terms.JUDGEMENTS)
FLUSHED = 100_000
"""Quads written before they are put on the disk: what RocksDB holds till then is in memory."""
MANY = 8
"""New articles from which on writing them as a file of their own is the faster way."""
Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples | pyoxigraph.QueryBoolean


class Store:
    """Articles as quads, in a folder. Open it with ``Store.open``, close it with ``with``."""

    def __init__(self, path: Path, quads: pyoxigraph.Store, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._quads: pyoxigraph.Store | None = quads
        self._catalogue: Catalogue | None = None
        self._unflushed = 0

    @property
    def catalogue(self) -> Catalogue:
        """The digests of the articles, opened when first asked for."""
        if self._catalogue is None:
            self._catalogue = Catalogue(self.path, read_only=self.read_only)
        return self._catalogue

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Store:
        """Open the store in a folder; to write, make it if there is none.

        One process may write, and none reads what another writes: ``snapshot`` is for that.
        Raises StoreError if it is missing, locked, of a newer version, or no store.
        """
        folder = Path(path)
        return cls(folder, open_folder(folder, read_only=read_only), read_only=read_only)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything to disk and give up the lock; once closed, nothing can be asked."""
        if self._quads is not None and not self.read_only:
            self.flush()
        if self._catalogue is not None:
            self._catalogue.close()
        self._catalogue = self._quads = None

    @property
    def quads(self) -> pyoxigraph.Store:
        """The quads themselves. Raises StoreError once the store is closed."""
        if self._quads is None:
            raise StoreError(
                f"{self.path}: expected an open store, found it closed. Open it again."
            )
        return self._quads

    def put(self, quads: Iterable[Quad]) -> str:
        """Write one article in one transaction, in place of an earlier reading of it.

        quads: all that ``state`` makes of the one article.
        Returns the article's IRI. Raises ShapeError unless the quads are of exactly one article.
        """
        new = list(quads)
        article = _article_of(new)
        if self._has(article):
            self._write(*replacement(self.quads, article, new))
        else:
            self._write([], new)
        return article.value

    def put_all(self, articles: Iterable[list[Quad]]) -> None:
        """`put` many: those that are new in one go, which is faster, each wholly or not at all."""
        new: dict[NamedNode, list[Quad]] = {}
        for quads in articles:
            if self._has(article := _article_of(quads)):
                self.put(quads)
            else:
                new[article] = quads
        if len(new) < MANY:
            for quads in new.values():
                self._write([], quads)
        else:  # on the disk at once, as files of their own
            with self._writing():
                self.quads.bulk_extend([quad for quads in new.values() for quad in quads])

    def remove(self, article: str) -> None:
        """Take an article out, with the plain triples and entities that nothing else stands on.

        Raises StoreError if it is not in the store.
        """
        if article not in self:
            raise StoreError(f"{self.path}: expected the article {article}, found none so called.")
        self._write(*replacement(self.quads, NamedNode(article), []))

    def recompute(self, nodes: Iterable[str], quads: Iterable[Quad]) -> None:
        """Put computed quads in place of those that these clusters and articles had."""
        old, new = stale(self.quads, nodes), list(dict.fromkeys(quads))
        kept = set(new)
        gone = [quad for quad in old if quad not in kept]
        self._write(gone, [quad for quad in new if quad not in old])

    def known(self, iri: str) -> set[Quad]:
        """What is known of an entity whoever reports it."""
        return set(self.quads.quads_for_pattern(NamedNode(iri), None, None, _ENTITIES))

    def entities_of(self, article: str) -> frozenset[str]:
        """The IRIs of the entities that an article's graph names."""
        own = self.quads.quads_for_pattern(None, None, None, NamedNode(article))
        used = (q.object.value for q in own if isinstance(q.object, NamedNode))
        return frozenset(iri for iri in used if iri.startswith(f"{terms.BASE}id/"))

    def forget(self, quads: Iterable[Quad]) -> None:
        """Take out what nothing stands on any more."""
        self._write(list(quads), [])

    def judge(self, quads: Iterable[Quad]) -> None:
        """Add judgements. There is no way to take one out: a later one overrides it."""
        self._write([], list(quads))

    def judgements(self) -> list[Judgement]:
        """What people decided, the earliest first."""
        any_quad = self.quads.quads_for_pattern(None, None, None, _JUDGEMENTS)
        if next(any_quad, None) is None:  # often, and much faster to see than to select
            return []
        return [judgement(row) for row in self.select(JUDGED)]

    def flush(self) -> None:
        """Make sure that what was put is on the disk."""
        self._unflushed = 0
        with self._writing():
            self.quads.flush()

    def tidy(self) -> None:
        """Merge the files on the disk: after much was written they are fewer and much smaller."""
        self.flush()
        with self._writing():
            self.quads.optimize()

    def __contains__(self, article: str) -> bool:
        return self._has(NamedNode(article))

    def articles(self) -> list[str]:
        """The IRIs of all articles, sorted."""
        kept = self.quads.quads_for_pattern(None, _TYPE, NamedNode(f"{terms.SAID}Article"), None)
        return sorted({str(quad.graph_name)[1:-1] for quad in kept})

    def article(self, iri: str) -> Article:
        """The article as it was read. Raises StoreError if it is not in the store."""
        if iri not in self:
            raise StoreError(f"{self.path}: expected the article {iri}, found none so called.")
        return _article(self, iri)

    def own_relations(self, iri: str) -> tuple[str, ...]:
        """The texts of the files of relations that an article was read with, but the shipped."""
        rows = self.select(f"SELECT ?text {{ <{iri}> said:read_by/said:own_relations ?text }}")
        return tuple(text for row in rows for text in row["text"].value.split(terms.BETWEEN))

    def query(self, sparql: str) -> Answer:
        """Ask the union of all graphs; the prefixes of ``graph.terms`` need no declaration.

        Raises SyntaxError as Oxigraph does. For questions of others, use ``graph.ask``.
        """
        answer: Answer = self.quads.query(
            sparql, prefixes=terms.PREFIXES, use_default_graph_as_union=True
        )
        return answer

    def select(self, sparql: str) -> pyoxigraph.QuerySolutions:
        """The solutions of a SELECT. Raises ShapeError if the query is none."""
        answer = self.query(sparql)
        if not isinstance(answer, pyoxigraph.QuerySolutions):
            raise ShapeError("store.select: expected a SELECT, found another form of query.")
        return answer

    def dataset(self) -> Dataset:
        """The store as an rdflib Dataset, usable while the store is open."""
        from graph.store.dataset import dataset  # rdflib takes its time, and few need it

        return dataset(lambda: self.quads)

    def check(self, *, shapes: Path | None = None) -> list[str]:
        """What fails the shapes, a line each; empty if all conforms."""
        from graph.store.shapes import failures  # as pyshacl does

        ontology = shipped("ontology")
        return failures(
            self.quads, self.articles(), shapes=shapes or ontology / "shapes", ontology=ontology
        )

    @contextmanager
    def snapshot(self) -> Iterator[Path]:
        """A store folder that another process may read: this one, or a copy while we write."""
        if self.read_only:
            yield self.path
            return
        folder = Path(tempfile.mkdtemp(prefix=".snapshot-", dir=self.path))
        try:
            shutil.copy(self.path / STAMP, folder / STAMP)
            self.quads.backup(str(folder / QUADS))
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _has(self, article: NamedNode) -> bool:
        return next(self.quads.quads_for_pattern(article, None, None, article), None) is not None

    def _write(self, gone: list[Quad], new: list[Quad]) -> None:
        """Both in one transaction: ``extend`` is one, and so is an update of several parts."""
        with self._writing():
            if gone:
                self.quads.update(
                    f"DELETE DATA {{ {_data(gone)} }} ; INSERT DATA {{ {_data(new)} }}"
                )
            else:
                self.quads.extend(new)
        self._unflushed += len(gone) + len(new)
        if self._unflushed > FLUSHED:
            self.flush()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Name what keeps a write from the disk."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            found = "it opened for reading only" if self.read_only else str(error).splitlines()[0]
            raise StoreError(
                f"{self.path}: expected to write to the store, found: {found}. "
                "Check its permissions and the free space on the disk."
            ) from error


def _article_of(quads: list[Quad]) -> NamedNode:
    """The one article whose graph is among the quads."""
    graphs = {quad.graph_name for quad in quads}
    own = [g for g in graphs if not isinstance(g, NamedNode) or g.value not in _NO_ARTICLE]
    if len(own) != 1 or not isinstance(own[0], NamedNode):
        raise ShapeError(
            f"store.put: expected the quads of one article, found those of {len(own)}. "
            "Put what 'state' makes of one article at a time."
        )
    return own[0]


def _data(quads: list[Quad]) -> str:
    """Quads as the body of INSERT DATA, every term written by Oxigraph."""
    by_graph: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        by_graph[str(quad.graph_name)].append(f"{quad.triple} .")
    return "\n".join(f"GRAPH {g} {{ {' '.join(triples)} }}" for g, triples in by_graph.items())


def _article(store: Store, iri: str) -> Article:
    node = NamedNode(iri)
    values: dict[str, list[Any]] = defaultdict(list)
    for quad in store.quads.quads_for_pattern(node, None, None, node):
        values[re.split("[#/]", quad.predicate.value)[-1]].append(quad.object)
    publisher = values["published_by"][0]
    names = store.quads.quads_for_pattern(publisher, _NAME, None, NamedNode(terms.ENTITIES))
    values["publisher"] = [quad.object for quad in names]

    def one(predicate: str) -> str:
        return "".join(value.value for value in values[predicate][:1])

    published = one("datePublished")

    return Article(
        id=one("article_id"),
        iri=iri,
        text=one("text"),
        title=one("headline"),
        publisher=one("publisher"),
        published=date.fromisoformat(published) if published else None,
        url=one("url"),
        authors=tuple(sorted(author.value for author in values["author"])),
        language=one("inLanguage"),
    )
