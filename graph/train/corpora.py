"""Files of the training sets → Documents with the layers each set has.

Nothing of these texts is kept: only weights leave this package. Licences: see the model card.
"""

from __future__ import annotations

import collections
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.annotate.words import Words, split_words
from graph.outlets import outlets
from graph.train.labels import DEPREL, KINDS, NAME, UPOS
from graph.types import Span

Label = frozenset[int]
"""The labels a word may have: one where the set says which, several where it leaves it open."""


@dataclass(frozen=True, slots=True)
class Cued:
    """One attribution, as word indices."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    relay: tuple[int, ...] | None
    """None: the set does not mark relays."""


@dataclass(slots=True)
class Document:
    """A text and what one training set says of it. A layer that is None is not annotated."""

    name: str
    words: list[str]
    sentences: list[int]
    """First word of each sentence, then the number of words."""
    paragraphs: list[int]
    attributions: list[Cued] | None = None
    nested: bool = False
    """True if attributions inside contents are annotated too."""
    names: list[Label] | None = None
    nominals: list[Label] | None = None
    upos: list[int] | None = None
    heads: list[int] | None = None
    """Index of each word's head; its own for a root."""
    deprels: list[int] | None = None
    clusters: list[list[tuple[int, int]]] | None = None
    """Mentions (first word, last word) of each entity."""
    extra: dict[str, Any] = field(default_factory=dict)


def _plain(name: str, words: Words) -> Document:
    return Document(name, words.all(), words.sentences.tolist(), words.paragraphs.tolist())


def _covered(words: Words, spans: list[Span]) -> tuple[int, ...]:
    found: set[int] = set()
    for span in spans:
        first, last = words.within(span)
        found.update(range(first, last))
    return tuple(sorted(found))


# PolNeAR ---------------------------------------------------------------------------------------


def polnear(folder: Path, split: str) -> Iterator[Document]:
    """One Document an annotated article; an article that several people read comes once each."""
    base = folder / "attribution" / "polnear" / "data" / split
    for path in sorted((base / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        source = base / "text" / f"{name}.txt"
        words = split_words(source.read_bytes().decode("utf-8"))
        document = _plain(path.stem, words)
        document.attributions = list(_polnear_attributions(path, words))
        yield document


def _polnear_attributions(path: Path, words: Words) -> Iterator[Cued]:
    spans: dict[str, list[Span]] = {}
    events: list[collections.defaultdict[str, list[str]]] = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if match := re.match(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t", line):
            pairs = [p.split() for p in match[3].split(";")]
            spans[match[1]] = [Span(int(a), int(b)) for a, b in pairs]
        elif re.match(r"E\d+\t", line):
            roles = collections.defaultdict(list)
            for part in line.split("\t")[1].split():
                role, _, target = part.partition(":")
                roles[re.sub(r"\d+$", "", role)].append(target)
            events.append(roles)
    for roles in events:
        parts = {
            role: _covered(words, [s for t in roles.get(role, []) for s in spans.get(t, [])])
            for role in ("Cue", "Source", "Content")
        }
        if parts["Cue"]:
            yield Cued(parts["Cue"], parts["Source"], parts["Content"], None)


# Written passages ------------------------------------------------------------------------------


def written(rows: list[dict[str, Any]]) -> Iterator[Document]:
    """Our own passages, as ``convert.py`` writes them: every layer but the parse."""
    for row in rows:
        text = row["article"]["text"]
        words = split_words(text)
        document = _plain(row["article"]["id"], words)
        document.nested = True
        mentions = {
            e["id"]: [(Span(m["start"], m["end"]), m["form"]) for m in e["mentions"]]
            for e in row["entities"]
        }
        document.attributions = [
            cued
            for a in row["attributions"]
            if a["cue"] and (cued := _written_attribution(a, mentions, words)).cue
        ]
        kinds = {e["id"]: e["kind"] for e in row["entities"]}
        document.names = _label_mentions(words, mentions, kinds, "name")
        document.nominals = _label_mentions(words, mentions, kinds, "nominal")
        document.clusters = [
            sorted({(f, last - 1) for span, _ in spans for f, last in [words.within(span)]})
            for spans in mentions.values()
            if spans
        ]
        document.extra = row
        yield document


def _written_attribution(
    a: dict[str, Any], mentions: dict[str, list[tuple[Span, str]]], words: Words
) -> Cued:
    def at(value: dict[str, int]) -> Span:
        return Span(value["start"], value["end"])

    cue, content = at(a["cue"]), [at(c) for c in a["content"]]
    source = [at(a["source"])] if a["source"] else []
    relays = [
        span
        for entity in a["chain"][1:-1]
        if (span := _nearest(mentions.get(entity, []), cue, content)) is not None
    ]
    if a["told_to"]:
        relays.append(at(a["told_to"]))
    relay = set(_covered(words, relays)) - set(_covered(words, source + content))
    return Cued(
        _covered(words, [cue]),
        _covered(words, source),
        _covered(words, content),
        tuple(sorted(relay)),
    )


def _nearest(mentions: list[tuple[Span, str]], cue: Span, content: list[Span]) -> Span | None:
    """The mention of a relay nearest to the cue and outside the content."""
    outside = [s for s, _ in mentions if not any(c.holds(s) for c in content)]
    return min(outside, key=lambda s: abs(s.start - cue.start), default=None)


def _label_mentions(
    words: Words,
    mentions: dict[str, list[tuple[Span, str]]],
    kinds: dict[str, str],
    form: str,
) -> list[Label]:
    """One label a word; where mentions nest, the innermost has it."""
    labels = [frozenset([0])] * len(words)
    spans = [
        (span, kinds[entity])
        for entity, found in mentions.items()
        for span, how in found
        if how == form and kinds[entity] in KINDS
    ]
    for span, kind in sorted(spans, key=lambda s: s[0].start - s[0].end):
        first, last = words.within(span)
        for i in range(first, last):
            labels[i] = frozenset([NAME.index(f"{'B' if i == first else 'I'}-{kind}")])
    return labels


# Names -----------------------------------------------------------------------------------------

_OPEN = {
    "person": ("person",),
    "organisation": ("organisation", "unit", "outlet"),
    "place": ("place",),
}
_CROSSNER = {
    "politician": "person", "person": "person", "location": "place", "country": "place",
    "politicalparty": "organisation", "organisation": "organisation",
}  # fmt: skip
_WIKIGOLD = {"PER": "person", "LOC": "place", "ORG": "organisation"}


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
            document = _plain(row["_id"], words)
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


# Universal Dependencies ------------------------------------------------------------------------


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


# All -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Corpora:
    """Every Document for training and for tuning, by set."""

    train: dict[str, list[Document]]
    dev: dict[str, list[Document]]


def held_out(name: str) -> bool:
    """True for the tenth of our written passages that is never trained on."""
    return zlib.crc32(name.encode()) % 10 == 9


def load(folder: Path, passages: list[dict[str, Any]]) -> Corpora:
    """Read every set under folder; passages are the rows that ``convert.py`` wrote."""
    gum = sorted((folder / "parse" / "gum" / "dep").glob("*.conllu"))
    onto = sorted((folder / "coref" / "ontogum").rglob("*.conllu"))
    splits = (folder / "parse" / "gum" / "splits.md").read_text(encoding="utf-8")
    dev_names = set(re.findall(r"\* (GUM_\w+)", splits.split("## dev")[1].split("## test")[0]))
    ours = list(written(passages))
    ner = folder / "ner"
    politics = ner / "crossner_politics" / "ner_data" / "politics"
    gold = ner / "wikigold" / "data" / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    names = [
        *conll_names(gold, _WIKIGOLD, columns=(0, 1)),
        *conll_names(politics / "train.txt", _CROSSNER, columns=(0, 1)),
        *conll_names(ner / "uner_ewt" / "en_ewt-ud-dev.iob2", _WIKIGOLD, columns=(1, 2)),
        *re3d(folder),
    ]

    def trees(paths: list[Path]) -> list[Document]:
        return [d for p in paths for d in treebank(p)]

    def split(paths: list[Path], *, dev: bool) -> list[Path]:
        return [p for p in paths if (p.stem in dev_names) == dev]

    ewt = folder / "parse" / "ewt"
    return Corpora(
        train={
            "polnear": list(polnear(folder, "train")),
            "written": [d for d in ours if not held_out(d.name)],
            "names": names,
            "trees": trees([ewt / "en_ewt-ud-train.rebuilt.conllu", *split(gum, dev=False)]),
            "coref": [ontogum(p) for p in split(onto, dev=False)],
        },
        dev={
            "polnear": list(polnear(folder, "dev")),
            "written": [d for d in ours if held_out(d.name)],
            "ewt": trees([ewt / "en_ewt-ud-dev.conllu"]),
            "gum": trees(split(gum, dev=True)),
            "coref": [ontogum(p) for p in split(onto, dev=True)],
        },
    )
