"""Answers as values: frozen, and away from the store."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal as Choice

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple
_BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a question brought back."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    """A term a column; None where nothing is bound."""
    kind: Choice["rows", "triples", "boolean"] = "rows"
    """``triples``: three columns, of CONSTRUCT; ``boolean``: one cell, of ASK."""
    cut: bool = False
    """True if there was more than the limit."""

    @property
    def boolean(self) -> bool:
        """The answer to an ASK."""
        return self.rows == ((Literal("true", datatype=_BOOLEAN),),)


def rows_of(
    answer: pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples | pyoxigraph.QueryBoolean,
    *,
    limit: int | None = None,
) -> Rows:
    """Oxigraph's answer as Rows, at most limit of them."""
    if isinstance(answer, pyoxigraph.QueryBoolean):
        told = Literal("true" if answer else "false", datatype=_BOOLEAN)
        return Rows(("answer",), ((told,),), "boolean")
    most = None if limit is None else limit + 1
    if isinstance(answer, pyoxigraph.QueryTriples):
        found: list[tuple[Term | None, ...]] = [
            (triple.subject, triple.predicate, triple.object) for triple in islice(answer, most)
        ]
        return Rows(("subject", "predicate", "object"), *_within(found, limit, "triples"))
    columns = tuple(variable.value for variable in answer.variables)
    found = [tuple(solution) for solution in islice(answer, most)]
    return Rows(columns, *_within(found, limit, "rows"))


def _within(
    found: list[tuple[Term | None, ...]], limit: int | None, kind: Choice["rows", "triples"]
) -> tuple[tuple[tuple[Term | None, ...], ...], Choice["rows", "triples"], bool]:
    return tuple(found[:limit]), kind, limit is not None and len(found) > limit
