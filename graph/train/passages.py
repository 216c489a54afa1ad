"""Annotated passages against what the reader finds: chains and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.annotate import annotate
from graph.annotate.mentions import TITLES
from graph.annotate.model import Model
from graph.terms import article_iri
from graph.train.tally import Tally
from graph.types import Annotations, Article, Attribution, Span

_NO_PART = frozenset(("the", "a", "an"))
"""Determiners, which are no part of a name."""


def article_of(row: dict[str, Any]) -> Article:
    """The Article of a passage as ``convert.py`` writes it."""
    given = row["article"]
    published = date.fromisoformat(given["published"]) if given["published"] else None
    iri = article_iri(given["outlet"], given["text"])
    return Article(given["id"], iri, given["text"], "", given["outlet"], published)


BINS = 5
"""Of equal width, for calibration."""


@dataclass
class ChainScores:
    """Scores of a set of passages."""

    found: Tally = field(default_factory=Tally)
    source: Tally = field(default_factory=Tally)
    chain: Tally = field(default_factory=Tally)
    long_right: int = 0
    long_gold: int = 0
    missed: list[str] = field(default_factory=list)
    phenomena: dict[str, list[int]] = field(default_factory=dict)
    """Of the attributions of passages that have it: whole chains right, and all."""
    bins: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in range(BINS)])
    """By the reader's own score, the lowest first: contents that are right, and all."""


def chain_scores(model: Model, rows: Sequence[dict[str, Any]]) -> ChainScores:
    """Found, source and chain scores over passages."""
    scores = ChainScores()
    for row in rows:
        read = annotate(article_of(row), model)
        score_row(row, read, scores)
    return scores


def score_row(row: dict[str, Any], read: Annotations, scores: ChainScores) -> None:
    """Add to the scores what was read of an annotated article."""
    gold = row["attributions"]
    same = same_entities(row, read)
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
        for phenomenon in row["phenomena"]:
            counts = scores.phenomena.setdefault(phenomenon, [0, 0])
            counts[0] += chain
            counts[1] += 1
        if not chain:
            scores.missed.append(_miss(row, g, read, hit))
    for name in ("found", "source", "chain"):
        getattr(scores, name).add(right[name], len(read.attributions), len(gold))
    for k, attribution in enumerate(read.attributions):
        counts = scores.bins[min(int(attribution.score * BINS), BINS - 1)]
        counts[0] += k not in free
        counts[1] += 1
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


def same_entities(row: dict[str, Any], read: Annotations) -> dict[str, set[int]]:
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
            if m.form != "pronoun" and _alike(m.span, s, row["article"]["text"])
        }
        known = _name(e["name"])
        hits |= {k for k, f in enumerate(read.entities) if known and _name(f.name) == known}
        same[e["id"]] = hits - {0} if e["id"] != "pub" else hits
        if _name(e["name"]) == _name(row["article"]["outlet"]):
            same[e["id"]].add(0)
    return same


def _name(name: str) -> str:
    return re.sub(r"^(the|a|an) |['’]s\b", "", name.casefold())


def _alike(a: Span, b: Span, text: str) -> bool:
    """True if both are mostly the same words, or one goes on: "a man", "a man who …"."""
    short, long = sorted((a, b), key=lambda span: span.end - span.start)
    both = min(a.end, b.end) - max(a.start, b.start)
    follows = re.match(r"['’]|,? (?:and|or) ", text[short.end :])
    if a.start == b.start and short.end > short.start and not follows:
        return True
    return both > 0 and both >= 0.5 * (long.end - long.start)


def _chain_right(g: dict[str, Any], a: Attribution, same: dict[str, set[int]]) -> tuple[bool, bool]:
    found = [link.entity for link in a.chain]
    source = found[-1] in same.get(g["chain"][-1], set())
    whole = len(found) == len(g["chain"]) and all(
        f in same.get(e, set()) for e, f in zip(g["chain"], found, strict=True)
    )
    return source, whole


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
    """Without a determiner and titles, which are no part of a name."""
    start = span.start
    for match in re.finditer(r"\S+\s+", span.of(text)):
        word = match[0].strip().lower()
        if word not in _NO_PART and word not in TITLES:
            break
        start = span.start + match.end()
    return Span(start, span.end)
