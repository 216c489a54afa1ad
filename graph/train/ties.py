"""Train what finds relations and events that no frame has the words for.

usage: python -m graph.train.ties WEIGHTS --passages FILE [--facts FILE]

The reader in WEIGHTS stays as it is; a small network over its vectors learns from the passages
whose relations and events are annotated whole, and goes to ``ties.npz`` beside it. FILE is of
`graph.train.written`; --facts, more of them by id: ``data/train/facts.jsonl``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from graph.annotate.frames import shipped_frames
from graph.annotate.model import Model
from graph.annotate.spots import TRAITS, Pairs, Spot, find_pairs
from graph.annotate.syntax import Syntax
from graph.annotate.ties import ROLES
from graph.annotate.words import split_words
from graph.train.corpora import held_out
from graph.train.relations import same_tie, scored
from graph.types import Span

Row = dict[str, Any]
WIDTH, HIDDEN = 384, 96
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 20, 8, 2e-3, 0.02, 0.3
RARE = -4.0
"""The bias that the scores start from: nearly every pair is nothing to each other."""


@dataclass(slots=True)
class Lesson:
    """A passage as the network sees it."""

    vectors: Tensor
    spots: list[Spot]
    pairs: Pairs
    groups: Tensor
    """(pairs,) the tie of two entities, or of an event and an entity, that a pair speaks for."""
    gold: Tensor
    """(ties, labels)."""
    counts: Tensor
    """(ties, labels): 1 where the annotation says whether it is so."""
    kinds: Tensor
    """(words, kinds) of events."""
    whole: bool

    def cut(self, first: int, end: int) -> Lesson | None:
        """What lies among words first to before end, counted from there; None if no pair does."""
        inside = [first <= s.first and s.last < end for s in self.spots]
        keep = [
            k
            for k, (i, j) in enumerate(zip(self.pairs.ones, self.pairs.others, strict=True))
            if inside[i] and inside[j]
            if all(first <= w < end for w in (*self.pairs.ways[k], int(self.pairs.tops[k])))
        ]
        if not keep:
            return None
        new = np.cumsum(inside) - 1
        pairs = Pairs(
            new[self.pairs.ones[keep]], new[self.pairs.others[keep]], self.pairs.tops[keep] - first,
            tuple(tuple(w - first for w in self.pairs.ways[k]) for k in keep),
            self.pairs.traits[keep],
        )  # fmt: skip
        spots = [
            replace(s, first=s.first - first, last=s.last - first, head=s.head - first)
            for s, kept in zip(self.spots, inside, strict=True)
            if kept
        ]
        ties, groups = self.groups[keep].unique(return_inverse=True)
        return replace(
            self, spots=spots, pairs=pairs, groups=groups, gold=self.gold[ties],
            counts=self.counts[ties], kinds=self.kinds[first:end],
        )  # fmt: skip


class Network(nn.Module):
    """As `graph.annotate.ties.Ties` has it, with the names of its tables."""

    def __init__(self, labels: Sequence[str], kinds: Sequence[str]) -> None:
        super().__init__()
        self.labels, self.sorts = list(labels), list(kinds)
        self.head = nn.Linear(WIDTH, HIDDEN)
        self.mean = nn.Linear(WIDTH, HIDDEN, bias=False)
        self.top = nn.Linear(WIDTH, HIDDEN)
        self.way = nn.Linear(WIDTH, HIDDEN)
        self.between = nn.Linear(WIDTH, HIDDEN, bias=False)
        self.peak = nn.Linear(WIDTH, HIDDEN)
        self.amid = nn.Linear(WIDTH, HIDDEN)
        self.traits = nn.Linear(TRAITS, HIDDEN)
        self.hidden = nn.Linear(8 * HIDDEN, 2 * HIDDEN)
        self.out = nn.Linear(2 * HIDDEN, len(labels))
        self.event = nn.Linear(WIDTH, HIDDEN)
        self.kind = nn.Linear(HIDDEN, len(kinds))
        self.drop = nn.Dropout(DROPOUT)
        for last in (self.out, self.kind):
            nn.init.constant_(last.bias, RARE)

    def forward(self, lesson: Lesson, vectors: Tensor) -> tuple[Tensor, Tensor]:
        """Log-odds of the labels of each tie, (ties, labels), and of each word, (words, kinds)."""
        vectors = self.drop(vectors)
        words = self.kind(self.drop(F.relu(self.event(vectors))))
        if not len(lesson.pairs):
            return torch.zeros(0, len(self.labels)), words.float()
        pairs = self._pairs(vectors, lesson)
        scores = torch.full((len(lesson.gold), len(self.labels)), -30.0)
        groups = lesson.groups[:, None].expand(-1, len(self.labels))
        return scores.scatter_reduce(0, groups, pairs.float(), "amax"), words.float()

    def _pairs(self, vectors: Tensor, lesson: Lesson) -> Tensor:
        pairs, spots = lesson.pairs, lesson.spots
        ones, others, tops = (torch.from_numpy(x) for x in (pairs.ones, pairs.others, pairs.tops))
        heads = torch.tensor([s.head for s in spots])
        shown = F.relu(self.head(vectors)[heads] + self.mean(_rows(
            vectors, [range(s.first, s.last + 1) for s in spots])))  # fmt: skip
        ends = zip(heads[ones].tolist(), heads[others].tolist(), strict=True)
        between = [range(min(a, b) + 1, max(a, b)) for a, b in ends]
        way = F.relu(self.way(_rows(vectors, pairs.ways)) + self.between(_rows(vectors, between)))
        one, other = self.drop(shown)[ones], self.drop(shown)[others]
        top, way = self.drop(F.relu(self.top(vectors)[tops])), self.drop(way)
        peak = self.drop(_peaks(F.relu(self.peak(vectors)), pairs.ways))
        amid = self.drop(_peaks(F.relu(self.amid(vectors)), between))
        traits = F.relu(self.traits(torch.from_numpy(pairs.traits)))
        joined = torch.cat([one, other, one * other, top, way, peak, amid, traits], -1)
        return self.out(self.drop(F.relu(self.hidden(joined))))

    def tables(self, kind: str = "f2") -> dict[str, NDArray[Any]]:
        """What ``ties.npz`` holds, in half precision."""
        numbers = {k: v.detach().numpy().astype(kind) for k, v in self.state_dict().items()}
        return {**numbers, "labels": np.array(self.labels), "kinds": np.array(self.sorts)}


def _rows(vectors: Tensor, places: Sequence[Sequence[int]]) -> Tensor:
    """The mean of some rows for each of several places; zeros where there is none."""
    flat, index, counts = _flat(places)
    sums = torch.zeros(len(places), vectors.shape[1]).index_add(0, index, vectors[flat])
    return sums / counts.clamp(min=1)[:, None]


def _peaks(rows: Tensor, places: Sequence[Sequence[int]]) -> Tensor:
    """The highest numbers of some rows, none below zero, for each of several places."""
    flat, index, _ = _flat(places)
    index = index[:, None].expand(-1, rows.shape[1])
    found = torch.zeros(len(places), rows.shape[1])
    return found.scatter_reduce(0, index, rows[flat].to(found.dtype), "amax")


def _flat(places: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor, Tensor]:
    """The members of all places in a row, the place of each, and how many each place has."""
    counts = torch.tensor([len(p) for p in places])
    flat = torch.tensor([w for p in places for w in p], dtype=torch.long)
    return flat, torch.repeat_interleave(torch.arange(len(places)), counts), counts


# What there is to learn ------------------------------------------------------------------------


def labels() -> list[str]:
    """The relations that frames find, then the roles in an event."""
    return [*sorted(scored(shipped_frames())), *ROLES]


def kinds() -> list[str]:
    """Of events."""
    return sorted(shipped_frames().events)


def lesson(model: Model, row: Row) -> Lesson:
    """An annotated passage, with its own mentions and events, as the reader's vectors have it."""
    syntax = Syntax(model.read(split_words(row["article"]["text"])))
    told = torch.zeros(len(syntax.upos), len(kinds()))
    spots, who = [], []
    for entity in row["entities"]:
        for m in entity["mentions"]:
            first, end = syntax.words.within(Span(m["start"], m["end"]))
            if first < end:
                head = syntax.head(first, end - 1)
                spots.append(Spot(first, end - 1, head, entity["kind"], m["form"]))
                who.append(entity["id"])
    for k, event in enumerate(row["events"]):
        first, end = syntax.words.within(Span(event["trigger"]["start"], event["trigger"]["end"]))
        if first < end:
            head = syntax.head(first, end - 1)
            told[head, kinds().index(event["kind"])] = not event["negated"]
            spots.append(Spot(head, head, head, "event", "nominal"))
            who.append(f"event {k}")
    pairs = find_pairs(syntax, spots, who)
    return _lesson(row, syntax, spots, who, pairs, told)


def _lesson(
    row: Row, syntax: Syntax, spots: list[Spot], who: list[str], pairs: Pairs, told: Tensor
) -> Lesson:
    names = labels()
    ties: dict[tuple[str, str], int] = {}
    groups = [
        ties.setdefault((who[i], who[j]), len(ties))
        for i, j in zip(pairs.ones, pairs.others, strict=True)
    ]
    gold = torch.zeros(len(ties), len(names))
    counts = torch.full((len(ties), len(names)), float(row["whole"]))
    frames = shipped_frames()
    for r in row["relations"]:
        subject, name, target = same_tie((r["subject"], r["predicate"], r["object"]), frames)
        at = ties.get((subject, target))
        if at is not None and name in names:
            gold[at, names.index(name)] = not r["negated"]
            counts[at, names.index(name)] = 1.0
    for k, event in enumerate(row["events"]):
        for p in event["participants"]:
            at = ties.get((f"event {k}", p["entity"]))
            if at is not None and p["role"] in ROLES:
                gold[at, names.index(p["role"])] = 1.0
    for (one, _), at in ties.items():
        inside = one.startswith("event ")
        counts[at, : -len(ROLES)] *= not inside
        counts[at, -len(ROLES) :] *= inside
    vectors = torch.from_numpy(syntax.reading.vectors.astype("f4"))
    return Lesson(
        vectors, spots, pairs, torch.tensor(groups), gold, counts, told, bool(row["whole"])
    )


def train(lessons: Sequence[Lesson], *, epochs: int = EPOCHS, seed: int = 1) -> Network:
    """A network that has seen every lesson so many times."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = Network(labels(), kinds())
    optim = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    steps = epochs * -(-len(lessons) // BATCH)
    plan = torch.optim.lr_scheduler.OneCycleLR(optim, RATE, total_steps=steps)
    for _ in range(epochs):
        for batch in _batches(lessons, rng):
            loss = torch.stack([loss_of(network, one, one.vectors) for one in batch]).sum()
            optim.zero_grad()
            (loss / (5 * BATCH)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optim.step()
            plan.step()
    network.eval()
    return network


def _batches(lessons: Sequence[Lesson], rng: random.Random) -> Iterator[list[Lesson]]:
    order = rng.sample(range(len(lessons)), len(lessons))
    for k in range(0, len(order), BATCH):
        yield [lessons[i] for i in order[k : k + BATCH]]


def loss_of(network: Network, one: Lesson, vectors: Tensor) -> Tensor:
    """How far a network is from a lesson. vectors: (words, 384), as the reader has them."""
    ties, words = network(one, vectors)
    loss = F.binary_cross_entropy_with_logits(ties, one.gold, one.counts, reduction="sum")
    if one.whole:
        loss = loss + F.binary_cross_entropy_with_logits(words, one.kinds, reduction="sum")
    return loss


# Files -----------------------------------------------------------------------------------------


def with_facts(rows: Sequence[Row], facts: Path | None) -> list[Row]:
    """The rows, with what a file of more says happened in them, by id."""
    lines = facts.read_text(encoding="utf-8").splitlines() if facts else []
    more = {found["id"]: found for found in map(json.loads, lines)}
    return [
        {**row, **more[name], "whole": True} if (name := row["article"]["id"]) in more else row
        for row in rows
    ]


def learned(weights: Path) -> Network:
    """The network of a reader that ships, to go on from."""
    with np.load(weights / "ties.npz") as tables:
        network = Network(tables["labels"].tolist(), tables["kinds"].tolist())
        kept = {k: torch.from_numpy(tables[k].astype("f4")) for k in network.state_dict()}
    network.load_state_dict(kept)
    return network


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--facts", type=Path)
    options = parser.parse_args()
    read = [json.loads(line) for line in options.passages.read_text("utf-8").splitlines()]
    rows = [r for r in with_facts(read, options.facts) if not held_out(r["article"]["id"])]
    model = Model(options.weights)
    network = train([lesson(model, row) for row in rows if row["whole"] or row["relations"]])
    file = options.weights / "ties.npz"
    np.savez_compressed(file, **network.tables())  # type: ignore[arg-type]
    manifest = options.weights / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["sha256"]["ties.npz"] = hashlib.sha256(file.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
