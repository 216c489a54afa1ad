"""RDF terms as this project writes them: every literal in the form that Oxigraph keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.terms import PREFIXES

Triples = Iterator[Triple]

_IRIS = {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in ("e", "doc")}


def iri(name: str) -> NamedNode:
    """The term that a prefixed name means, such as ``said:source``."""
    prefix, _, local = name.partition(":")
    return NamedNode(_IRIS[prefix] + local)


A = iri("rdf:type")


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def day(value: date) -> Literal:
    """A calendar day."""
    return Literal(value.isoformat(), datatype=iri("xsd:date"))


def whole(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=iri("xsd:integer"))


def decimal(value: float) -> Literal:
    """Without an exponent or trailing zeros: Oxigraph would drop them."""
    plain = format(Decimal(repr(value)).quantize(Decimal("0.000001")), "f").rstrip("0").rstrip(".")
    return Literal(plain if plain not in ("-0", "") else "0", datatype=iri("xsd:decimal"))


def truth(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", datatype=iri("xsd:boolean"))


def of_type(subject: NamedNode, *classes: str) -> Triples:
    """A type triple for each class, given as a prefixed name."""
    for name in classes:
        yield Triple(subject, A, iri(name))


def in_graph(triples: Iterable[Triple], named_graph: NamedNode) -> Iterator[Quad]:
    """The triples as quads of one named graph."""
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, named_graph)
