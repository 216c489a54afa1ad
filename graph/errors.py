"""What can go wrong, and whose fault it is.

    GraphError
    ├─ InputError     the reader's file: unreadable, empty, wrong encoding
    ├─ QueryError     the reader's question: it takes too long, or too much memory
    │  └─ QuestionError  SPARQL that does not parse, an unknown saved query or parameter
    ├─ WeightsError   the shipped model: missing, damaged, wrong version
    ├─ ShapeError     our own values: arrays or records that must agree and do not; a bug
    └─ StoreError     the store: locked, unwritable, newer than this version, failing its shapes

Each message says where, what was expected, what was found, and what to do.
"""

from __future__ import annotations


class GraphError(Exception):
    """Any error this package raises on purpose. The command line prints it without a traceback."""


class InputError(GraphError):
    """A file or page the reader gave us cannot be used."""


class QueryError(GraphError):
    """A question has no answer here: too slow, too large, about nobody in the store."""


class QuestionError(QueryError):
    """A question that cannot be asked by anybody: it does not parse, or none is called so."""


class WeightsError(GraphError):
    """The model's weights are missing, damaged, or of another version."""


class ShapeError(GraphError):
    """Two values that must agree do not. Always a bug of ours."""


class StoreError(GraphError):
    """The store cannot be opened, written, or does not conform to its shapes."""
