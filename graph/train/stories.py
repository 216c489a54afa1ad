"""Stories that many outlets tell, annotated across articles, against what saidby makes of them.

a story: articles, claims with every place that makes them, copies  →  StoryScores

A place that makes a claim is found if a claim of the article covers more than half of its words.
Clusters are scored by B³ (Bagga and Baldwin 1998) over the places that are found.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph.annotate import Model, annotate
from graph.corpus import Told
from graph.link import link, told
from graph.store import Store
from graph.terms import article_iri
from graph.train.tally import Tally
from graph.types import Article, Span

Place = tuple[str, int]
"""A claim of the gold, and the number of one of its places."""


@dataclass
class StoryScores:
    """Scores of one or more stories."""

    found: Tally = field(default_factory=Tally)
    b3: Tally = field(default_factory=Tally)
    copies: Tally = field(default_factory=Tally)
    contradictions: Tally = field(default_factory=Tally)
    ranges: list[int] = field(default_factory=lambda: [0, 0])
    """Claims whose range of origins holds the gold's low end, and all that are found."""
    shared: list[int] = field(default_factory=lambda: [0, 0])
    """The same of the claims that are made in more than one place."""


def stories(path: Path) -> list[dict[str, Any]]:
    """The stories of a YAML file; data/gold/README.md has its format."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def story_scores(model: Model, some: list[dict[str, Any]]) -> StoryScores:
    """Score stories, each in a store of its own."""
    scores = StoryScores()
    for story in some:
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s") as store:
            articles = [_article(row) for row in story["articles"]]
            link(store, *(annotate(article, model) for article in articles))
            _score(story, articles, store, scores)
    return scores


def _article(row: Mapping[str, Any]) -> Article:
    day, text = date.fromisoformat(str(row["published"])), row["text"].strip()
    iri = article_iri(row["outlet"], text)
    return Article(row["id"], iri, text, row["title"], row["outlet"], day)


def _score(
    story: Mapping[str, Any], articles: list[Article], store: Store, scores: StoryScores
) -> None:
    by_name = {article.id: article for article in articles}
    clusters = {one.cluster.id: one for one in told(store)}
    places = {
        (claim["id"], k): _span(by_name[m["article"]], m["words"])
        for claim in story["claims"]
        for k, m in enumerate(claim["mentions"])
    }
    held = {place: at for place, where in places.items() if (at := _held(where, clusters))}
    scores.found.add(len(held), len(held), len(places))
    _bcubed(held, scores.b3)
    _score_copies(story, by_name, store, scores.copies)
    best = _best(story, held)
    for claim in story["claims"]:
        if claim["id"] in best and any(not m.get("negative") for m in claim["mentions"]):
            origins = clusters[best[claim["id"]]].origins
            right = origins.low <= claim["origins"]["low"] <= origins.high
            for counts in (scores.ranges, scores.shared)[: 1 + (len(claim["mentions"]) > 1)]:
                counts[0] += right
                counts[1] += 1
    _score_contradictions(story, best, clusters, scores.contradictions)


def _span(article: Article, words: str) -> tuple[str, Span]:
    start = article.text.index(words)
    return article.iri, Span(start, start + len(words))


def _held(where: tuple[str, Span], clusters: Mapping[str, Told]) -> str | None:
    """The cluster with the claim that covers most of a place, the shortest of those."""
    article, span = where
    options = [
        (shared, -sum(s.end - s.start for s in claim.spans), name)
        for name, one in clusters.items()
        for claim in one.cluster.claims
        if claim.article == article
        and (shared := max(min(span.end, s.end) - max(span.start, s.start) for s in claim.spans))
        > (span.end - span.start) / 2
    ]
    return max(options)[2] if options else None


def _bcubed(held: Mapping[Place, str], tally: Tally) -> None:
    """Add the right shares of both sides; the tally's precision and recall are B³'s."""
    gold, found = defaultdict(set), defaultdict(set)
    for place, cluster in held.items():
        gold[place[0]].add(place)
        found[cluster].add(place)
    precision = recall = 0.0
    for place, cluster in held.items():
        both = len(gold[place[0]] & found[cluster])
        precision += both / len(found[cluster])
        recall += both / len(gold[place[0]])
    tally.add(recall, len(held) * recall / precision if precision else 0, len(held))


def _score_copies(
    story: Mapping[str, Any], by_name: Mapping[str, Article], store: Store, tally: Tally
) -> None:
    """Pairs of articles; two copies of one original are neither right nor wrong."""
    gold = {(by_name[c["a"]].iri, by_name[c["b"]].iri) for c in story["copies"]}
    of = {copy: original for original, copy in gold}
    found = {(c.original, c.copy) for c in store.catalogue.copies()}
    found -= {(a, b) for a, b in found if a in of and of.get(a) == of.get(b)}
    tally.add(len(gold & found), len(found), len(gold))


def _best(story: Mapping[str, Any], held: Mapping[Place, str]) -> dict[str, str]:
    """The cluster that holds most places of each claim: of those put forward, if there are any."""
    found = {}
    for claim in story["claims"]:
        forward = [k for k, m in enumerate(claim["mentions"]) if not m.get("negative")]
        numbers = forward or range(len(claim["mentions"]))
        counts = Counter(held[claim["id"], k] for k in numbers if (claim["id"], k) in held)
        if counts:
            found[claim["id"]] = counts.most_common(1)[0][0]
    return found


def _score_contradictions(
    story: Mapping[str, Any], best: Mapping[str, str], clusters: Mapping[str, Told], tally: Tally
) -> None:
    """Pairs of claims that are found; clusters that no claim of the gold is in do not count."""
    gold = {
        frozenset((best[claim["id"]], best[other["with"]]))
        for claim in story["claims"]
        for other in claim.get("contradicts", ())
        if claim["id"] in best and other["with"] in best
    }
    gold = {pair for pair in gold if len(pair) == 2}
    found = set(_contradicting(clusters, {*best.values()}))
    tally.add(len(gold & found), len(found), len(gold))


def _contradicting(clusters: Mapping[str, Told], known: set[str]) -> Iterator[frozenset[str]]:
    for one in clusters.values():
        for against in one.contradictions:
            if against.left in known and against.right in known:
                yield frozenset((against.left, against.right))
