"""What a stranger's question may not do: leave the machine, read files, or write.

    SPARQL text  →  the same text, safe to run, or QuestionError with line and column

It is judged on its parse tree (rdflib's grammar), never by looking for words: an escape such as
SER\\u0056ICE is decoded first (SPARQL 1.1, 19.2), and what does not parse does not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pyoxigraph
from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QuestionError
from graph.terms import PREFIXES

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_REMOTE = re.compile(
    r"(?<![?$:\w-])SERVICE(?:\s*<|\s+(?:SILENT\b\s*)?(?:[<?$]|[\w-]*:))", re.IGNORECASE
)
_OXIGRAPH_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.S)
_REFUSED = {
    "ServiceGraphPattern": "SERVICE, which asks another server",
    "DatasetClause": "FROM, which may fetch a file or page",
}


def guarded(sparql: str) -> str:
    """The query as it may be run: escapes decoded, lines ended by line feeds.

    Raises QuestionError if it does not parse, is no query, or would leave the machine.
    """
    text = _ESCAPE.sub(_character, sparql.replace("\r\n", "\n").replace("\r", "\n"))
    nodes = list(_nodes(_parsed(text)))
    for node in nodes:
        if node.name in _REFUSED:
            raise _refusal(_REFUSED[node.name])
    _check_prefixes(nodes)
    if _ESCAPE.search(text):
        raise _refusal("an escape within an escape")
    if _REMOTE.search(_without_strings(text)):
        # rdflib's comments end at a line feed only; should the two grammars differ again, stop.
        raise _refusal(_REFUSED["ServiceGraphPattern"])
    return text


def _check_prefixes(nodes: Sequence[CompValue]) -> None:
    declared = {str(n.prefix or "") for n in nodes if n.name == "PrefixDecl"} | set(PREFIXES)
    for node in nodes:
        prefix = str(node.prefix or "") if node.name == "pname" else None
        if prefix is not None and prefix not in declared:
            raise QuestionError(
                f"query: expected a known prefix ({', '.join(sorted(PREFIXES))}), found "
                f"{prefix + ':'!r}. Correct it, or declare it with PREFIX."
            )


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise QuestionError(f"query: expected a character, found {escape[0]}. Correct the escape.")
    return chr(code)


def _refusal(found: str) -> QuestionError:
    return QuestionError(
        f"query: expected a question to this store alone, found {found}. Leave it out."
    )


def _parsed(text: str) -> Any:
    try:
        return parseQuery(text)
    except ParseException as error:
        raise _syntax_error(text, error.lineno, error.column) from error
    except RecursionError as error:
        raise QuestionError("query: expected less nesting. Simplify the query.") from error


def _syntax_error(text: str, line: int, column: int) -> QuestionError:
    """Say where it goes wrong; Oxigraph knows better than rdflib, and may look if it stays here."""
    found = "something else"
    if "service" not in text.casefold():
        try:
            pyoxigraph.Store().query(text, prefixes=PREFIXES)
        except SyntaxError as error:
            known = _OXIGRAPH_ERROR.match(str(error))
            if known:
                line, column = int(known[1]), int(known[2])
    lines = text.split("\n")
    if line <= len(lines):
        found = (
            repr(lines[line - 1][column - 1 :][:20]) if lines[line - 1][column - 1 :] else "its end"
        )
    return QuestionError(
        f"query: line {line}, column {column}: expected SPARQL 1.1 SELECT, ASK, CONSTRUCT or "
        f"DESCRIBE, found {found}. Correct the query."
    )


def _nodes(tree: Any) -> Iterator[CompValue]:
    """Every named node of a parse tree; lists and results in between are walked through."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list | tuple) or hasattr(node, "asList"):
            waiting.extend(node)


def _without_strings(text: str) -> str:
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', '""', text)
