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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from graph.annotate import annotate
from graph.annotate.model import Chunk, Model, Reading, Roles
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


Pair = tuple[Document, Reading]


def narrow_readings(model: Model, documents: Sequence[Document]) -> list[Pair]:
    """Each Document as the reader sees it when it marks cues as PolNeAR does."""
    return [(d, model.read(as_words(d), narrow=True)) for d in documents]


def span_scores(pairs: Sequence[Pair]) -> dict[str, dict[str, Tally]]:
    """Exact, begin and token scores of source, cue and content spans."""
    parts = ("source", "cue", "content")
    tallies = {p: {k: Tally() for k in ("exact", "begin", "token")} for p in parts}
    for document, read in pairs:
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


def whole_scores(pairs: Sequence[Pair]) -> dict[str, Tally]:
    """Whole attributions.

    Exact: all three parts equal. Partial: cue and source meet, and the contents overlap by half.
    """
    tallies = {"exact": Tally(), "partial": Tally()}
    for document, read in pairs:
        found = [_as_cued(a) for a in read.attributions]
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


def _as_cued(a: Roles) -> Cued:
    def words(chunks: Sequence[Chunk]) -> tuple[int, ...]:
        return tuple(i for c in chunks for i in range(c.first, c.last + 1))

    return Cued(words([a.cue]), words(a.sources), words(a.contents), None)


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
    scores.missed += [f"{row['article']['id']} EXTRA {_words(read, k)}" for k in free]


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


def _chain_right(g: dict[str, Any], a: Attribution, same: dict[str, set[int]]) -> tuple[bool, bool]:
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


def page(model: Model, data: Path, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """SCORES.md, a line at a time."""
    held = [r for r in rows if corpora.held_out(r["article"]["id"])]
    yield "# Scores of the shipped reader\n"
    yield f"Model `{model.manifest['name']}`, reader sha256"
    yield f"`{model.manifest['sha256']['reader.onnx']}`.\n"
    yield "Written by `make scores`, which needs the training sets; never by hand."
    yield "Figures are precision / recall / F1 in percent.\n"
    yield from _chain_table(model, held)
    yield from _name_table(model, held)
    yield from _polnear_tables(model, data)
    yield from _tree_table(model, data)


def _chain_table(model: Model, held: Sequence[dict[str, Any]]) -> Iterator[str]:
    scores = chain_scores(model, held)
    yield f"## Chains, on {len(held)} passages of conflict reporting kept out of training\n"
    yield "| | P / R / F1 |\n|---|---|"
    yield f"| attribution found (contents overlap by half) | {scores.found} |"
    yield f"| and its ultimate source right | {scores.source} |"
    yield f"| and its whole chain right | {scores.chain} |"
    share = 100 * scores.long_right / max(1, scores.long_gold)
    yield f"| chains of three links and more, recall | {share:.1f} (of {scores.long_gold}) |\n"


def _name_table(model: Model, held: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield "## Names, on the same passages (exact, with their kind)\n"
    yield "| kind | P / R / F1 | names |\n|---|---|---|"
    for kind, tally in sorted(name_scores(model, held).items()):
        yield f"| {kind} | {tally} | {tally.gold:.0f} |"
    yield ""


def _polnear_tables(model: Model, data: Path) -> Iterator[str]:
    pairs = narrow_readings(model, list(corpora.polnear(data, "dev")))
    yield "## Attribution spans, PolNeAR dev\n"
    yield "| | exact | begin | token |\n|---|---|---|---|"
    for part, tally in span_scores(pairs).items():
        yield f"| {part} | {tally['exact']} | {tally['begin']} | {tally['token']} |"
    whole = whole_scores(pairs)
    yield f"\nWhole attributions: exact {whole['exact']}; partial {whole['partial']}.\n"


def _tree_table(model: Model, data: Path) -> Iterator[str]:
    yield "## Universal Dependencies, from gold words\n"
    yield "| | UPOS | UAS | LAS |\n|---|---|---|---|"
    splits = (data / "parse" / "gum" / "splits.md").read_text(encoding="utf-8")
    dev = set(re.findall(r"\* (GUM_news\w+)", splits.split("## dev")[1].split("## test")[0]))
    gum = (data / "parse" / "gum" / "dep").glob("GUM_news*.conllu")
    sets = {
        "EWT dev": list(corpora.treebank(data / "parse" / "ewt" / "en_ewt-ud-dev.conllu")),
        "GUM dev, news": [d for p in sorted(gum) if p.stem in dev for d in corpora.treebank(p)],
    }
    for name, documents in sets.items():
        s = tree_scores(model, documents)
        yield f"| {name} | {s['upos']:.1f} | {s['uas']:.1f} | {s['las']:.1f} |"


def main() -> None:
    """Score from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    model = Model(options.weights) if options.weights else Model()
    rows = [json.loads(line) for line in options.passages.read_text("utf-8").splitlines()]
    text = "\n".join(page(model, options.data, rows)) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
