"""CoNLL-U files → Documents with part of speech, dependencies and coreference."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator
from pathlib import Path

from graph.train.documents import Document
from graph.train.labels import DEPREL, UPOS


def treebank(path: Path) -> Iterator[Document]:
    """Documents of a CoNLL-U file with part of speech and dependencies."""
    document: Document | None = None
    rows: list[list[str]] = []

    def close() -> None:
        if document is not None and rows:
            _add_sentence(document, rows)
            rows.clear()

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") or document is None:
            close()
            if document is not None:
                yield document
            name = line.partition("=")[2].strip() or path.stem
            document = Document(name, [], [0], [], upos=[], heads=[], deprels=[])
            document.extra["paragraph"] = 0
        if line.startswith("# newpar"):
            document.extra["paragraph"] += 1
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            rows.append(cells)
        elif not line.strip():
            close()
    close()
    if document is not None:
        yield document


def _add_sentence(document: Document, rows: list[list[str]]) -> None:
    first = len(document.words)
    assert document.upos is not None
    assert document.heads is not None
    assert document.deprels is not None
    for i, cells in enumerate(rows):
        head = int(cells[6])
        rel = cells[7]
        document.words.append(cells[1])
        document.paragraphs.append(document.extra["paragraph"])
        document.upos.append(UPOS.index(cells[3]) if cells[3] in UPOS else UPOS.index("X"))
        document.heads.append(first + (head - 1 if head else i))
        fallback = rel.partition(":")[0]
        known = rel if rel in DEPREL else fallback if fallback in DEPREL else "dep"
        document.deprels.append(DEPREL.index(known))
    document.sentences.append(len(document.words))


def ontogum(path: Path) -> Document:
    """Coreference of one file: CoNLL-U whose last column has ``Entity=(1`` … ``1)``."""
    document = next(treebank(path))
    clusters: dict[str, list[tuple[int, int]]] = collections.defaultdict(list)
    opened: dict[str, list[int]] = collections.defaultdict(list)
    index = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        match = re.search(r"(?:^|\|)Entity=([^|]+)", cells[9])
        for opening, name, closing in re.findall(r"(\()?([^()]+)(\))?", match[1] if match else ""):
            if opening:
                opened[name].append(index)
            if closing:
                clusters[name].append((opened[name].pop(), index))
        index += 1
    document.clusters = list(clusters.values())
    return document
