"""The world → Article: text files, web pages and JSON Lines, cleaned.

    paths  →  files  →  bytes  →  text, page or rows  →  Article, or InputError

A bad input does not end the run: its InputError comes out as a value, in its place, and the rest
goes on. So whoever asks can use what is good and say at the end what was not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError
from graph.read.clean import normalise
from graph.read.dates import parse_date
from graph.read.draft import Given
from graph.read.files import STDIN, articles, unfold
from graph.types import Article

__all__ = ["normalise", "parse_date", "read"]


def read(
    paths: Iterable[str | Path],
    *,
    outlet: str = "",
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | InputError]:
    """Each article of each path in turn, or what kept it from being read.

    paths:     files; folders, of which every readable file is taken in sorted order; ``-`` for
               standard input. By suffix .txt, .html, .htm, .jsonl, .ndjson, each also .gz; any
               other file by what it looks like.
    outlet:    the publisher. Wins over a page; a JSON Lines row that names its own wins over it.
    published: likewise.
    stdin:     what ``-`` stands for; None for the process's own.

    Never raises InputError; it yields one for each path, and each row, that cannot be used.
    Reads lazily: JSON Lines, compressed or not, may be larger than memory.
    """
    given = Given(outlet=normalise(outlet).strip(), published=published)
    for path in paths:
        if str(path) == STDIN:
            yield from articles(STDIN, given=given, stdin=stdin or sys.stdin.buffer)
            continue
        for found in unfold(str(path)):
            if isinstance(found, InputError):
                yield found
            else:
                yield from articles(found, given=given)
