"""Answers as text: for a terminal, a spreadsheet, a program, another store.

Rows, a format's name  →  text
"""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from graph.ask.names import short
from graph.ask.rows import Rows, Term
from graph.errors import QueryError
from graph.terms import PREFIXES

_XSD = PREFIXES["xsd"]
_WHOLE = {f"{_XSD}{name}" for name in ("integer", "int", "long", "nonNegativeInteger")}
_NUMBERS = _WHOLE | {f"{_XSD}{name}" for name in ("decimal", "double", "float")}
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def written(rows: Rows, form: str, *, width: int | None = None) -> str:
    """The answer in a format of FORMATS; width, in columns, is for tables only.

    Raises QueryError if there is no such format, or if it cannot hold such an answer.
    """
    if form == "table":
        return _table(rows, width=width)
    if form not in FORMATS:
        raise QueryError(
            f"{form}: expected a format out of {', '.join(FORMATS)}, found none so called."
        )
    return FORMATS[form](rows)


def plain(term: Term | None) -> str:
    """A term as a person reads it."""
    if term is None:
        return ""
    return short(term.value) if isinstance(term, NamedNode) else _text(term)


def _text(term: Term | None) -> str:
    """A term's characters, an IRI in full."""
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple | BlankNode) else term.value


UNCUT = 10_000
"""Columns of a table that goes into a file or a pipe: nothing in it is broken into lines."""
_UNBROKEN = frozenset(("cluster",))
"""Columns to copy from: never broken."""


def _table(rows: Rows, *, width: int | None = None) -> str:
    from rich.console import Console  # a third of a second that only tables need
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in rows.columns:
        drawn.add_column(column, overflow="fold", no_wrap=column in _UNBROKEN)
    for row in rows.rows:
        drawn.add_row(*(Text(plain(term)) for term in row))
    out = io.StringIO()
    piped = not (sys.stdout.isatty() or "COLUMNS" in os.environ)
    console = Console(file=out, width=width or (UNCUT if piped else None))
    console.print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _csv(rows: Rows) -> str:
    """As SPARQL 1.1 CSV, but no cell is taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_harmless(term) for term in row] for row in rows.rows)
    return out.getvalue()


def _harmless(term: Term | None) -> str:
    text = _text(term)
    number = isinstance(term, Literal) and term.datatype.value in _NUMBERS
    return f"'{text}" if text.startswith(_RISKY) and not number else text


def _tsv(rows: Rows) -> str:
    """SPARQL 1.1 TSV: terms as in Turtle, so that nothing is lost."""
    lines = ["\t".join(f"?{column}" for column in rows.columns)]
    lines += ["\t".join("" if term is None else _turtle(term) for term in row) for row in rows.rows]
    return "\n".join(lines) + "\n"


def _turtle(term: Term) -> str:
    return str(term).replace("\t", "\\t")


def _json(rows: Rows) -> str:
    """SPARQL 1.1 Query Results JSON."""
    if rows.kind == "boolean":
        return json.dumps({"head": {}, "boolean": rows.boolean}) + "\n"
    bindings = [
        {c: _binding(term) for c, term in zip(rows.columns, row, strict=True) if term is not None}
        for row in rows.rows
    ]
    answer = {"head": {"vars": list(rows.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, Any]:
    if isinstance(term, Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return {"type": "triple", "value": {name: _binding(part) for name, part in parts}}
    if not isinstance(term, Literal):
        return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}
    made = {"type": "literal", "value": term.value}
    if term.language:
        made["xml:lang"] = term.language
    elif term.datatype.value != f"{_XSD}string":
        made["datatype"] = term.datatype.value
    return made


def _json_lines(rows: Rows) -> str:
    """One object a row; numbers and truth values as such, everything else as strings."""
    objects = (
        {c: _value(term) for c, term in zip(rows.columns, row, strict=True)} for row in rows.rows
    )
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)


def _value(term: Term | None) -> str | int | float | bool | None:
    if term is None:
        return None
    kind = term.datatype.value if isinstance(term, Literal) else ""
    if kind in _NUMBERS and not _text(term).strip("+-").casefold().startswith(("inf", "nan")):
        return int(_text(term)) if kind in _WHOLE else float(_text(term))
    return _text(term) == "true" if kind == f"{_XSD}boolean" else _text(term)


def _ttl(rows: Rows) -> str:
    """Turtle, of a CONSTRUCT or DESCRIBE."""
    if rows.kind != "triples":
        raise QueryError(
            "ttl: expected the triples of a CONSTRUCT, found rows. Ask for csv or json instead."
        )
    triples = (Triple(*row) for row in rows.rows)  # type: ignore[arg-type]  # three of a triple
    made = pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return (made or b"").decode()


FORMATS: Mapping[str, Callable[[Rows], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "jsonl": _json_lines,
    "ttl": _ttl,
}
