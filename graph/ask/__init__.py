"""Ask the store.

    a saved question's name, or SPARQL  →  Rows

Questions of others cannot leave the machine or write (``graph.ask.guard``), and with a timeout
they run in a process of their own: nothing else stops a query that has begun.
"""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Mapping

from graph.ask.formats import FORMATS, written
from graph.ask.guard import guarded
from graph.ask.questions import Parameter, Question, bound, question, questions
from graph.ask.rows import Rows, rows_of
from graph.errors import QueryError, QuestionError
from graph.store import Store

__all__ = ["FORMATS", "Parameter", "Question", "Rows", "ask", "question", "questions", "written"]

_NO_PARAMETERS: Mapping[str, str] = {}


def ask(
    store: Store,
    asked: str,
    *,
    parameters: Mapping[str, str] = _NO_PARAMETERS,
    limit: int | None = None,
    timeout: float | None = None,
) -> Rows:
    """Answer a question.

    asked:      the name of a saved question, or SPARQL; known prefixes need no declaration.
    parameters: of a saved question, as a person would type them.
    limit:      most rows brought back.
    timeout:    seconds; then the question is killed. None: it runs here, for as long as it takes.

    Raises QueryError if it cannot be asked, or takes too long.
    """
    if timeout is not None:
        return _apart(store, asked, parameters, limit=limit, timeout=timeout)
    try:
        return rows_of(store.query(_sparql(store, asked, parameters)), limit=limit)
    except SyntaxError as error:
        raise QuestionError(f"query: expected SPARQL, found {error}. Correct the query.") from error


def _sparql(store: Store, asked: str, parameters: Mapping[str, str]) -> str:
    if re.fullmatch(r"\s*[\w-]+\s*", asked):
        return bound(question(asked.strip()), parameters, store=store)
    if parameters:
        raise QuestionError("query: expected no parameters with SPARQL. Write them into the query.")
    return guarded(_ENTITY.sub(_escaped, asked))


_ENTITY = re.compile(
    r"""(?x) "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | <[^<>\s]*>
    | \be:\w+(?:/[\w-]+)+"""
)
"""``e:outlet/example-herald``, as tables show it; and strings and IRIs, in which it stays."""


def _escaped(found: re.Match[str]) -> str:
    """A slash in a prefixed name needs a backslash in SPARQL."""
    return found[0].replace("/", "\\/") if found[0].startswith("e:") else found[0]


def _apart(
    store: Store,
    asked: str,
    parameters: Mapping[str, str],
    *,
    limit: int | None,
    timeout: float,
) -> Rows:
    """Ask in a process of its own, over a copy if the store is being written."""
    with store.snapshot() as folder:
        task = {
            "store": str(folder),
            "asked": asked,
            "parameters": dict(parameters),
            "limit": limit,
        }
        try:
            done = subprocess.run(
                [sys.executable, "-m", "graph.ask.apart"],
                input=json.dumps(task).encode(),
                capture_output=True,
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise QueryError(
                f"query: expected an answer within {timeout:g} s, found none. "
                "Narrow the question, or allow more time."
            ) from error
    return _received(done)


def _received(done: subprocess.CompletedProcess[bytes]) -> Rows:
    if done.returncode in (1, 2):
        kind = QuestionError if done.returncode == 2 else QueryError
        raise kind(done.stderr.decode().strip().splitlines()[-1])
    if done.returncode:
        raise QueryError(
            "query: expected an answer, found that it needs too much memory. Narrow the question."
        )
    rows: Rows = pickle.loads(done.stdout)  # of our own process, just ended
    return rows
