"""How well the shipped reader reads, on sets it was not trained on.

usage: python -m graph.train.scores DATA --passages FILE [--out data/gold/SCORES.md]

Attribution spans by the definition of CofeNet (Wang et al. 2022): exact, begin and token F1 on
PolNeAR dev. Chains on our held-out passages: an attribution is found if its content overlaps a gold
one by half (Jaccard); then its ultimate source, and its whole chain, are right or wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from graph import __version__
from graph.annotate import annotate
from graph.annotate.model import Model
from graph.annotate.words import Words
from graph.terms import article_iri
from graph.train import corpora
from graph.train.corpora import Cued, Document
from graph.train.labels import DEPREL, UPOS
from graph.types import Annotations, Article, Attribution, Span


@dataclass
class Tally:
    """Counts from which precision, recall and F1 follow."""

    right: float = 0
    found: float = 0
    gold: float = 0
    extra: Counter[str] = field(default_factory=Counter)

    def add(self, right: float, found: float, gold: float) -> None:
        """Count one more text."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def f1(self) -> float:
        """Percent; 0 if nothing was found or there was nothing to find."""
        return 200 * self.right / (self.found + self.gold) if self.right else 0.0

    def __str__(self) -> str:
        p = 100 * self.right / self.found if self.found else 0.0
        r = 100 * self.right / self.gold if self.gold else 0.0
        return f"{p:.1f} / {r:.1f} / {self.f1:.1f}"


def as_words(document: Document) -> Words:
    """The words of a Document as the reader takes them; gold words stay as they are."""
    ends = np.cumsum([len(w) + 1 for w in document.words]) - 1
    starts = ends - np.array([len(w) for w in document.words])
    return Words(
        " ".join(document.words), starts, ends, np.array(document.sentences),
        np.array(document.paragraphs),
    )  # fmt: skip


# PolNeAR ---------------------------------------------------------------------------------------


def _runs(indices: Iterable[int]) -> set[tuple[int, int]]:
    found: list[list[int]] = []
    for i in sorted(set(indices)):
        if found and found[-1][1] == i - 1:
            found[-1][1] = i
        else:
            found.append([i, i])
    return {(a, b) for a, b in found}


def span_scores(model: Model, documents: Sequence[Document]) -> dict[str, dict[str, Tally]]:
    """Exact, begin and token scores of source, cue and content spans."""
    parts = ("source", "cue", "content")
    tallies = {p: {k: Tally() for k in ("exact", "begin", "token")} for p in parts}
    for document in documents:
        read = model.read(as_words(document), narrow=True)
        found = {
            "source": [(c.first, c.last) for a in read.attributions for c in a.sources],
            "cue": [(a.cue.first, a.cue.last) for a in read.attributions],
            "content": [(c.first, c.last) for a in read.attributions for c in a.contents],
        }
        for part in parts:
            gold = {r for a in document.attributions or [] for r in _runs(getattr(a, part))}
            _count(tallies[part], gold, set(found[part]))
    return tallies


def _count(
    tally: dict[str, Tally], gold: set[tuple[int, int]], found: set[tuple[int, int]]
) -> None:
    tally["exact"].add(len(gold & found), len(found), len(gold))
    begins = {a for a, _ in gold}, {a for a, _ in found}
    tally["begin"].add(len(begins[0] & begins[1]), len(begins[1]), len(begins[0]))
    words = [{i for a, b in spans for i in range(a, b + 1)} for spans in (gold, found)]
    tally["token"].add(len(words[0] & words[1]), len(words[1]), len(words[0]))


def whole_scores(model: Model, documents: Sequence[Document]) -> dict[str, Tally]:
    """Whole attributions: all three parts equal, or (partial) cue and source meet and the
    contents overlap by half."""
    tallies = {"exact": Tally(), "partial": Tally()}
    for document in documents:
        read = model.read(as_words(document), narrow=True)
        found = [
            Cued(*(tuple(i for c in cs for i in range(c.first, c.last + 1)) for cs in
                   ((a.cue,), a.sources, a.contents)), None)
            for a in read.attributions
        ]  # fmt: skip
        gold = list(document.attributions or [])
        for name, same in (("exact", _equal), ("partial", _partly)):
            free, right = list(found), 0
            for g in gold:
                hit = next((f for f in free if same(g, f)), None)
                if hit is not None:
                    free.remove(hit)
                    right += 1
            tallies[name].add(right, len(found), len(gold))
    return tallies


def _equal(a: Cued, b: Cued) -> bool:
    return (a.cue, a.source, a.content) == (b.cue, b.source, b.content)


def _partly(a: Cued, b: Cued) -> bool:
    cue, source = set(a.cue) & set(b.cue), set(a.source) & set(b.source)
    contents = set(a.content), set(b.content)
    union = contents[0] | contents[1]
    share = len(contents[0] & contents[1]) / len(union) if union else 1.0
    return bool(cue) and (bool(source) or not (a.source or b.source)) and share >= 0.5


# Trees -----------------------------------------------------------------------------------------


def tree_scores(model: Model, documents: Sequence[Document]) -> dict[str, float]:
    """UPOS, UAS and LAS in percent, from gold words and sentences, punctuation included."""
    counts: Counter[str] = Counter()
    for document in documents:
        read = model.read(as_words(document))
        gold_heads = np.array(document.heads)
        rels = [DEPREL[i] for i in document.deprels or []]
        heads = read.heads == gold_heads
        labels = np.array([a == b for a, b in zip(rels, read.deprels, strict=True)])
        tags = [UPOS[i] for i in document.upos or []]
        counts["words"] += len(rels)
        counts["upos"] += sum(a == b for a, b in zip(tags, read.upos, strict=True))
        counts["uas"] += int(heads.sum())
        counts["las"] += int((heads & labels).sum())
    return {k: 100 * counts[k] / counts["words"] for k in ("upos", "uas", "las")}


# Passages --------------------------------------------------------------------------------------


def article_of(row: dict[str, Any]) -> Article:
    """The Article of a passage as ``convert.py`` writes it."""
    given = row["article"]
    published = date.fromisoformat(given["published"]) if given["published"] else None
    iri = article_iri(given["outlet"], given["text"])
    return Article(given["id"], iri, given["text"], "", given["outlet"], published)


@dataclass
class ChainScores:
    """Scores of a set of passages."""

    found: Tally = field(default_factory=Tally)
    source: Tally = field(default_factory=Tally)
    chain: Tally = field(default_factory=Tally)
    long_right: int = 0
    long_gold: int = 0
    missed: list[str] = field(default_factory=list)


def chain_scores(model: Model, rows: Sequence[dict[str, Any]]) -> ChainScores:
    """Found, source and chain scores over passages."""
    scores = ChainScores()
    for row in rows:
        read = annotate(article_of(row), model)
        _score_row(row, read, scores)
    return scores


def _score_row(row: dict[str, Any], read: Annotations, scores: ChainScores) -> None:
    gold = row["attributions"]
    same = _same_entities(row, read)
    free = list(range(len(read.attributions)))
    right = Counter[str]()
    for g in gold:
        options = [
            (_chain_right(g, read.attributions[k], same), k)
            for k in free
            if _overlap(g["content"], read.attributions[k].content) >= 0.5
        ]
        long = len(g["chain"]) >= 3
        scores.long_gold += long
        (source, chain), hit = max(options, default=((False, False), -1))
        if hit >= 0:
            free.remove(hit)
        right.update(found=hit >= 0, source=source, chain=chain)
        scores.long_right += long and chain
        if not chain:
            scores.missed.append(_miss(row, g, read, hit))
    for name in ("found", "source", "chain"):
        getattr(scores, name).add(right[name], len(read.attributions), len(gold))
    scores.missed += [
        f"{row['article']['id']} EXTRA {_words(read, k)}" for k in free
    ]


def _words(read: Annotations, k: int) -> str:
    a = read.attributions[k]
    chain = " > ".join(read.entities[link.entity].name for link in a.chain)
    cue = a.cue.of(read.article.text)
    content = " … ".join(c.of(read.article.text) for c in a.content)
    return f"[{chain}] ({cue}) {content[:90]}"


def _miss(row: dict[str, Any], g: dict[str, Any], read: Annotations, hit: int) -> str:
    names = {e["id"]: e["name"] for e in row["entities"]} | {"publisher": "PUB"}
    text = row["article"]["text"]
    chain = " > ".join(names[i] for i in g["chain"])
    content = " … ".join(text[c["start"] : c["end"]] for c in g["content"])
    cue = text[g["cue"]["start"] : g["cue"]["end"]] if g["cue"] else "-"
    got = _words(read, hit) if hit >= 0 else "NOT FOUND"
    return f"{row['article']['id']} [{chain}] ({cue}) {content[:90]}\n        {got}"


def _overlap(gold: Sequence[dict[str, int]], found: Sequence[Span]) -> float:
    a = {i for s in gold for i in range(s["start"], s["end"])}
    b = {i for s in found for i in range(s.start, s.end)}
    return len(a & b) / len(a | b) if a | b else 0.0


def _same_entities(row: dict[str, Any], read: Annotations) -> dict[str, set[int]]:
    """For each gold entity, the found ones that share a mention or a name with it."""
    same: dict[str, set[int]] = {"publisher": {0}}
    for e in row["entities"]:
        spans = [Span(m["start"], m["end"]) for m in e["mentions"] if m["form"] != "pronoun"]
        if e["kind"] == "unknown":
            same[e["id"]] = {k for k, f in enumerate(read.entities) if f.kind == "unknown"}
            continue
        hits = {
            m.entity
            for m in read.mentions
            for s in spans
            if m.form != "pronoun" and _alike(m.span, s)
        }
        hits |= {k for k, f in enumerate(read.entities) if _name(f.name) == _name(e["name"])}
        same[e["id"]] = hits - {0} if e["id"] != "pub" else hits
        if _name(e["name"]) == _name(row["article"]["outlet"]):
            same[e["id"]].add(0)
    return same


def _name(name: str) -> str:
    return re.sub(r"^(the|a|an) |['’]s\b", "", name.casefold())


def _alike(a: Span, b: Span) -> bool:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both > 0 and both >= 0.5 * max(a.end - a.start, b.end - b.start)


def _chain_right(
    g: dict[str, Any], a: Attribution, same: dict[str, set[int]]
) -> tuple[bool, bool]:
    found = [link.entity for link in a.chain]
    source = found[-1] in same.get(g["chain"][-1], set())
    whole = len(found) == len(g["chain"]) and all(
        f in same.get(e, set()) for e, f in zip(g["chain"], found, strict=True)
    )
    return source, whole


# Names -----------------------------------------------------------------------------------------


def name_scores(model: Model, rows: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """Names by kind, exact spans without determiners, over passages."""
    tallies: dict[str, Tally] = {}
    for row in rows:
        read = annotate(article_of(row), model)
        text = row["article"]["text"]
        gold = {
            (_bare(text, Span(m["start"], m["end"])), e["kind"])
            for e in row["entities"]
            for m in e["mentions"]
            if m["form"] == "name"
        }
        found = {(_bare(text, m.span), m.kind) for m in read.mentions if m.form == "name"}
        for kind in {k for _, k in gold | found}:
            g, f = ({x for x in s if x[1] == kind} for s in (gold, found))
            tallies.setdefault(kind, Tally()).add(len(g & f), len(f), len(g))
    return tallies


def _bare(text: str, span: Span) -> Span:
    match = re.match(
        r"(?:the |a |mr |mrs |ms |dr |president |prime minister |general |colonel |lieutenant |"
        r"major |captain |sergeant |brigadier |commander |spokes\w+ |minister )+",
        span.of(text), re.IGNORECASE,
    )  # fmt: skip
    return Span(span.start + match.end(), span.end) if match else span


# The page --------------------------------------------------------------------------------------


def main() -> None:
    """Score from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", default="chains,spans,trees,names")
    options = parser.parse_args()
    model = Model(options.weights) if options.weights else Model()
    rows = [json.loads(line) for line in options.passages.read_text("utf-8").splitlines()]
    held = [r for r in rows if corpora.held_out(r["article"]["id"])]
    lines = [f"saidby {__version__}, {model.manifest['sha256']['reader.onnx']}"]
    if "chains" in options.only:
        scores = chain_scores(model, held)
        lines += [f"{n}: {getattr(scores, n)}" for n in ("found", "source", "chain")]
        lines.append(f"long chains: {scores.long_right} of {scores.long_gold}")
        if options.misses:
            lines += scores.missed
    if "names" in options.only:
        lines += [f"name {k}: {v}" for k, v in sorted(name_scores(model, held).items())]
    if "spans" in options.only:
        polnear = list(corpora.polnear(options.data, "dev"))
        for part, tally in span_scores(model, polnear).items():
            lines.append(part + ": " + "; ".join(f"{k} {v}" for k, v in tally.items()))
        lines += [f"whole {k}: {v}" for k, v in whole_scores(model, polnear).items()]
    if "trees" in options.only:
        ewt = list(corpora.treebank(options.data / "parse/ewt/en_ewt-ud-dev.conllu"))
        lines.append(f"EWT dev: {tree_scores(model, ewt)}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
