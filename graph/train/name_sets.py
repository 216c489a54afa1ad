"""Sets of names → Documents with names; what a set leaves open stays open."""

from __future__ import annotations

import collections
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.annotate.words import Words, split_words
from graph.outlets import outlets
from graph.train.documents import Document, Label, plain_document
from graph.train.labels import KINDS, NAME
from graph.types import Span

_OPEN = {
    "person": ("person",),
    "organisation": ("organisation", "unit", "outlet"),
    "place": ("place",),
}
CROSSNER = {
    "politician": "person", "person": "person", "location": "place", "country": "place",
    "politicalparty": "organisation", "organisation": "organisation",
}  # fmt: skip
WIKIGOLD = {"PER": "person", "LOC": "place", "ORG": "organisation"}


def _allowed(tag: str, kinds: tuple[str, ...]) -> Label:
    return frozenset(NAME.index(f"{tag}-{kind}") for kind in kinds)


def _open_kinds(kind: str | None, words: list[str]) -> tuple[str, ...]:
    if kind is None:
        return ()
    if kind == "organisation" and outlets().find(" ".join(words)):
        return ("outlet",)
    return _OPEN[kind]


def _tagged(name: str, rows: list[list[tuple[str, str]]], kinds: dict[str, str]) -> Document:
    """Sentences of (word, BIO or IO tag) → a Document with names."""
    words = [w for row in rows for w, _ in row]
    labels: list[Label] = []
    starts = [0]
    for row in rows:
        tags = [t for _, t in row]
        i = 0
        while i < len(row):
            kind = kinds.get(tags[i].partition("-")[2])
            end = i + 1
            while end < len(row) and tags[i] != "O" and tags[end] == "I-" + tags[i][2:]:
                end += 1
            allowed = _open_kinds(kind, [w for w, _ in row[i:end]])
            labels += [
                _allowed("B" if j == i else "I", allowed) or frozenset([0]) for j in range(i, end)
            ]
            i = end
        starts.append(len(labels))
    return Document(name, words, starts, [0] * len(words), names=labels)


def conll_names(path: Path, kinds: dict[str, str], *, columns: tuple[int, int]) -> list[Document]:
    """Sentences of a column file, forty to a Document."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t" if "\t" in line else " ")
        if len(cells) <= max(columns) or line.startswith("#"):
            sentences.append([])
        elif cells[columns[0]].strip():
            sentences[-1].append((cells[columns[0]], cells[columns[1]].strip()))
    sentences = [s for s in sentences if s]
    return [
        _tagged(f"{path.stem}-{i}", sentences[i : i + 40], kinds)
        for i in range(0, len(sentences), 40)
    ]


_RE3D = {"Person": ("person",), "Location": ("place",), "Organisation": KINDS[1:5]}


def re3d(folder: Path) -> Iterator[Document]:
    """Names of re3d.

    An organisation there may be a unit, an outlet or a group; a span without a capital letter is a
    description, and its label is left open.
    """
    for path in sorted((folder / "ner" / "re3d").glob("*/documents.json")):
        spans = collections.defaultdict(list)
        for line in (path.parent / "entities.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in _RE3D:
                spans[row["documentId"]].append(row)
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            words = split_words(row["text"])
            document = plain_document(row["_id"], words)
            document.names = _re3d_labels(words, spans[row["_id"]])
            yield document


def _re3d_labels(words: Words, rows: list[dict[str, Any]]) -> list[Label]:
    anything = frozenset(range(len(NAME)))
    labels = [frozenset([0])] * len(words)
    for row in rows:
        text = words.text[row["begin"] : row["end"]]
        if text != row["value"]:
            continue
        first, last = words.within(Span(row["begin"], row["end"]))
        while first < last - 1 and words.word(first).lower() in ("the", "a", "an"):
            first += 1
        proper = any(words.word(i)[0].isupper() for i in range(first, last))
        for i in range(first, last):
            tag = "B" if i == first else "I"
            labels[i] = _allowed(tag, _RE3D[row["type"]]) if proper else anything
    return labels
