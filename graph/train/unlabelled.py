"""News that nobody annotated → Documents without a layer, for `graph.train.taught`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from graph.annotate.words import split_words
from graph.train.documents import Document, plain_document

_QUOTES = {"``": '"', "''": '"'}
_NOT_COMMERCIAL = "NC"


def ecb(folder: Path) -> Iterator[Document]:
    """The articles of ECB+ (Cybulska and Vossen 2014), with their own words and sentences."""
    base = folder / "coref" / "ecbplus" / "ECBplus-prep" / "ECB+"
    for path in sorted(base.glob("*/*.xml")):
        tokens = ElementTree.parse(path).iter("token")
        found = [(int(t.get("sentence", 0)), t.text or "") for t in tokens]
        found = [(number, word) for number, word in found if word.strip()]
        words = [_QUOTES.get(word, word) for _, word in found]
        numbers = [number for number, _ in found]
        starts = [i for i, n in enumerate(numbers) if i == 0 or n != numbers[i - 1]]
        yield Document(path.stem, words, [*starts, len(words)], [0] * len(words))


def open_articles(folder: Path) -> Iterator[Document]:
    """The openly licensed articles whose licence allows every use."""
    for row in _open_rows(folder):
        if _NOT_COMMERCIAL not in row["licence"]:
            yield plain_document(row["id"], split_words(row["text"]))


def open_text(folder: Path, name: str) -> str:
    """The text of one of them. Raises StopIteration if there is none of this name."""
    return next(row["text"] for row in _open_rows(folder) if row["id"] == name)


def _open_rows(folder: Path) -> Iterator[dict[str, str]]:
    path = folder / "conflict_articles" / "open_licensed.jsonl"
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())
