"""Files of the training sets → Documents with the layers each set has.

Nothing of these texts is kept: only weights leave this package. Licences: see the model card.
"""

from __future__ import annotations

import collections
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.annotate.words import Words, split_words
from graph.train.documents import Cued, Document, Label, covered, plain_document
from graph.train.labels import KINDS, NAME
from graph.train.name_sets import CROSSNER, WIKIGOLD, conll_names, re3d
from graph.train.treebanks import ontogum, treebank
from graph.train.unlabelled import ecb, open_articles
from graph.types import Span

LEAST, SHARE = 2, 0.15
"""How often, and what share of the times, a word is part of a cue that may be one elsewhere."""

WORLD = "wd-"
"""How the ids of the articles modelled on real ones begin, which are a set of their own."""

# PolNeAR ---------------------------------------------------------------------------------------


def polnear(folder: Path, split: str) -> Iterator[Document]:
    """One Document an annotated article; an article that several people read comes once each."""
    base = folder / "attribution" / "polnear" / "data" / split
    for path in sorted((base / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        source = base / "text" / f"{name}.txt"
        words = split_words(source.read_bytes().decode("utf-8"))
        document = plain_document(path.stem, words)
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
            role: covered(words, [s for t in roles.get(role, []) for s in spans.get(t, [])])
            for role in ("Cue", "Source", "Content")
        }
        if parts["Cue"]:
            yield Cued(parts["Cue"], parts["Source"], parts["Content"], None)


def _doubting(documents: Iterable[Document], ours: Iterable[Document]) -> Iterator[Document]:
    """PolNeAR with those attributions called doubtful that no cue of ours would mark.

    It counts acts too: who nominates, prefers or mocks. Ours is every word that is part of a cue
    at least twice, and one time in seven that we have it.
    """
    every: collections.Counter[str] = collections.Counter()
    cues: collections.Counter[str] = collections.Counter()
    for d in ours:
        words = [word.lower() for word in d.words]
        every.update(words)
        cues.update(words[i] for i in {i for a in d.attributions or [] for i in a.cue})
    known = {word for word, n in cues.items() if n >= LEAST and n >= every[word] * SHARE}
    for d in documents:
        d.attributions = [
            replace(a, doubtful=known.isdisjoint(d.words[i].lower() for i in a.cue))
            for a in d.attributions or []
        ]
        yield d


# Written passages ------------------------------------------------------------------------------


_OUTSIDE: Label = frozenset([0])
_ANY: Label = frozenset(range(len(NAME)))
"""The labels of a word that no mention holds, where every name is annotated and where not."""


def written(rows: Iterable[dict[str, Any]]) -> Iterator[Document]:
    """Our own passages, as `graph.train.written` has them: every layer but the parse."""
    for row in rows:
        text = row["article"]["text"]
        words = split_words(text)
        document = plain_document(row["article"]["id"], words)
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
        others = _OUTSIDE if row.get("named", True) else _ANY
        document.names = _label_mentions(words, mentions, kinds, "name", others)
        document.nominals = _label_mentions(words, mentions, kinds, "nominal", others)
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
    relay = set(covered(words, relays)) - set(covered(words, source + content))
    return Cued(
        covered(words, [cue]),
        covered(words, source),
        covered(words, content),
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
    others: Label,
) -> list[Label]:
    """One label a word; where mentions nest, the innermost has it. others: outside of mentions."""
    labels = [others] * len(words)
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


# All -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Corpora:
    """Every Document for training and for tuning, by set."""

    train: dict[str, list[Document]]
    dev: dict[str, list[Document]]


def held_out(name: str) -> bool:
    """True for the tenth of our written passages that is never trained on."""
    return zlib.crc32(name.encode()) % 10 == 9


def load(
    folder: Path, passages: list[dict[str, Any]], real: Iterable[dict[str, Any]] = ()
) -> Corpora:
    """Read every set under folder. passages, real: rows of `graph.train.written` and `real`."""
    gum = sorted((folder / "parse" / "gum" / "dep").glob("*.conllu"))
    onto = sorted((folder / "coref" / "ontogum").rglob("*.conllu"))
    splits = (folder / "parse" / "gum" / "splits.md").read_text(encoding="utf-8")
    dev_names = set(re.findall(r"\* (GUM_\w+)", splits.split("## dev")[1].split("## test")[0]))
    ours, theirs = list(written(passages)), list(written(real))
    taken = [d for d in ours if not held_out(d.name)]
    ner = folder / "ner"
    politics = ner / "crossner_politics" / "ner_data" / "politics"
    gold = ner / "wikigold" / "data" / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    names = [
        *conll_names(gold, WIKIGOLD, columns=(0, 1)),
        *conll_names(politics / "train.txt", CROSSNER, columns=(0, 1)),
        *conll_names(ner / "uner_ewt" / "en_ewt-ud-dev.iob2", WIKIGOLD, columns=(1, 2)),
        *re3d(folder),
    ]

    def trees(paths: list[Path]) -> list[Document]:
        return [d for p in paths for d in treebank(p)]

    def split(paths: list[Path], *, dev: bool) -> list[Path]:
        return [p for p in paths if (p.stem in dev_names) == dev]

    ewt = folder / "parse" / "ewt"
    return Corpora(
        train={
            "polnear": list(_doubting(polnear(folder, "train"), [*ours, *theirs])),
            "written": [d for d in taken if not d.name.startswith(WORLD)],
            "world": [d for d in taken if d.name.startswith(WORLD)],
            "real": theirs,
            "names": names,
            "trees": trees([ewt / "en_ewt-ud-train.rebuilt.conllu", *split(gum, dev=False)]),
            "coref": [ontogum(p) for p in split(onto, dev=False)],
            "news": [*ecb(folder), *open_articles(folder)],
        },
        dev={
            "polnear": list(polnear(folder, "dev")),
            "written": [d for d in ours if held_out(d.name)],
            "ewt": trees([ewt / "en_ewt-ud-dev.conllu"]),
            "gum": trees(split(gum, dev=True)),
            "coref": [ontogum(p) for p in split(onto, dev=True)],
        },
    )
