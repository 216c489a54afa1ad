"""The store as an rdflib Dataset.

Whole SPARQL strings are handed to Oxigraph. What it cannot take (a prepared query, an extra
keyword) is refused: rdflib would fall back to its own engine, 7 to 140 times slower, unasked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset

from graph.errors import QueryError
from graph.terms import PREFIXES


class _LiveStore(OxigraphStore):
    """Oxigraph under rdflib, for as long as our store is open."""

    def __init__(self, opened: Callable[[], pyoxigraph.Store]) -> None:
        self._opened = opened
        super().__init__(store=opened())
        self._store = None

    @property
    def _inner(self) -> pyoxigraph.Store:
        return self._opened()

    def query(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().query(query, *args, **kwargs)
        except NotImplementedError as error:
            raise QueryError(
                "dataset: expected a query as a string and nothing else, found a prepared query "
                "or a keyword that Oxigraph does not take. Pass the SPARQL text."
            ) from error


def dataset(opened: Callable[[], pyoxigraph.Store]) -> Dataset:
    """A Dataset over the store that opened returns; its default graph is the union of all."""
    made = Dataset(store=_LiveStore(opened), default_union=True)
    for prefix, iri in PREFIXES.items():
        made.bind(prefix, iri)
    return made
