"""Coreference scores: MUC, B³, CEAF-e and their mean, the CoNLL F1 (Pradhan et al. 2014).

gold clusters, found clusters  →  a Tally each;  documents  →  the product's own clusters
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

import networkx as nx

from graph.annotate.coref import Coreference
from graph.annotate.finding import find_mentions
from graph.annotate.mentions import TITLES
from graph.annotate.model import Model
from graph.annotate.sayings import Sayings
from graph.annotate.syntax import Syntax
from graph.annotate.words import Words
from graph.train.tally import Tally

Cluster = frozenset[Hashable]
Stretch = tuple[int, int]
"""First and last word of a mention."""
LEADING = TITLES | frozenset(("the", "a", "an"))
"""Words that lead up to a name or a noun."""
PUBLISHER = "Example Wire"


@dataclass
class CoreferenceScores:
    """Tallies over documents."""

    muc: Tally = field(default_factory=Tally)
    b3: Tally = field(default_factory=Tally)
    ceafe: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Cluster], found: Sequence[Cluster]) -> None:
        """Count a document. Clusters of one mention do not count, as in OntoNotes."""
        gold, found = ([c for c in clusters if len(c) > 1] for clusters in (gold, found))
        _add(self.muc, _links(gold, found), _links(found, gold))
        _add(self.b3, _shares(gold, found), _shares(found, gold))
        aligned = _aligned(gold, found)
        self.ceafe.add(aligned, len(found), len(gold))

    @property
    def f1(self) -> float:
        """The mean of the three, in percent."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def _add(tally: Tally, recall: tuple[float, float], precision: tuple[float, float]) -> None:
    """Scale what recall and precision count to one right side."""
    right, gold = recall
    also, found = precision
    if right and also:
        tally.add(right, found * right / also, gold)
    else:
        tally.add(0, found, gold)


def _links(one: Sequence[Cluster], other: Sequence[Cluster]) -> tuple[float, float]:
    """Of the links that hold one's clusters together, those that the other has; and all."""
    of = {m: k for k, cluster in enumerate(other) for m in cluster}
    kept = whole = 0
    for cluster in one:
        parts = len({of.get(m, (m,)) for m in cluster})
        kept += len(cluster) - parts
        whole += len(cluster) - 1
    return kept, whole


def _shares(one: Sequence[Cluster], other: Sequence[Cluster]) -> tuple[float, float]:
    """For each mention of one, the share of its cluster that the other has with it; and all."""
    total = sum(len(a & b) ** 2 / len(a) for a in one for b in other)
    return total, float(sum(map(len, one)))


def _aligned(one: Sequence[Cluster], other: Sequence[Cluster]) -> float:
    """Sum of likenesses (φ4) of clusters matched one to one as well as can be."""
    pairs: nx.Graph[tuple[str, int]] = nx.Graph()
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            if a & b:
                pairs.add_edge(("a", i), ("b", j), weight=2 * len(a & b) / (len(a) + len(b)))
    chosen = nx.max_weight_matching(pairs)
    return float(sum(pairs.edges[edge]["weight"] for edge in chosen))


def found_clusters(model: Model, words: Words) -> list[frozenset[Stretch]]:
    """The reader's clusters of a text, a mention by its first and last word."""
    syntax = Syntax(model.read(words))
    sayings = Sayings(syntax, find_mentions(syntax))
    said = sayings.find()
    mentions = sayings.mentions
    known = Coreference(model, syntax, mentions, PUBLISHER, sayings.voices(said))
    return [
        frozenset((mentions[i].first, mentions[i].last) for i in cluster.mentions)
        for cluster in known.clusters
    ]


def bare(words: Words, mention: Stretch) -> Stretch:
    """A mention without what leads up to it: Reed of "Col. Reed", not "the" of "the Brigade"."""
    first, last = mention
    while first < last and words.word(first).lower() in LEADING:
        first += 1
    return first, last


def coreference_scores(
    model: Model,
    documents: Iterable[tuple[Words, Sequence[Iterable[Stretch]]]],
    *,
    trimmed: bool = False,
) -> CoreferenceScores:
    """Scores over texts with their gold clusters. trimmed: of `bare` mentions, on both sides."""
    scores = CoreferenceScores()
    for words, clusters in documents:
        gold = [frozenset((first, last) for first, last in cluster) for cluster in clusters]
        found = found_clusters(model, words)
        if trimmed:
            gold, found = (
                [frozenset(bare(words, m) for m in c) for c in side] for side in (gold, found)
            )
        scores.add(gold, found)
    return scores
