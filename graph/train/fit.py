"""Train the reader: every task from the start, for a given number of minutes.

usage: python -m graph.train.fit DATA --passages FILE --real FILE --out FOLDER [--resume]

DATA is the folder of the training sets, the files are our passages as `graph.train.written` has
them and ``data/train/real.jsonl``; FOLDER gets ``reader.pt`` (weights, every three minutes) and
``log.jsonl``; a run can go on from them.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from graph.annotate.model import WEIGHTS, Model
from graph.annotate.pieces import SEP
from graph.train import corpora, examples, ties
from graph.train.examples import Batch, Prepared
from graph.train.labels import CUE
from graph.train.model import Encoder, Reader, start
from graph.train.real import real_rows
from graph.train.taught import LABELLED, taught
from graph.train.ties import Lesson, Network

SHARES = {
    "polnear": 0.22, "written": 0.17, "world": 0.16, "real": 0.28, "trees": 0.08, "names": 0.05,
    "coref": 0.02, "news": 0.02,
}  # fmt: skip
"""How often a batch is of each set."""
OURS = ("written", "world", "real")
"""Annotated by us, with every layer but the parse."""
PIECES = 3072
"""Of a batch, padding included."""
RATE, HEAD_RATE = 2.5e-4, 1.2e-3
MASK, MASKED = 103, 0.12
"""The piece [MASK], and how many pieces it hides."""
TIES = 0.2
"""Of the loss of relations and events, a passage."""
ASIDE = 0.5
"""How often a batch also teaches meanings, and what its set has no labels for: both cost a
quarter of a step and more."""
KEPT = 0.998
"""Of the mean of the weights, at each step: what is saved is the mean of some 500 steps."""
PACE = 5
"""The step at which the log first tells how long one takes."""
WARM_UP = 0.04
"""Share of the run in which the learning rate rises; it falls to 0 over the rest, or holds."""


@dataclass(frozen=True, slots=True)
class Helpers:
    """What stands beside the reader while it is trained."""

    mean: Reader
    """Of the weights so far."""
    teacher: Encoder
    """Of meanings."""
    network: Network
    lessons: Mapping[str, Lesson]
    """Of what happened, by passage."""


def loss_of(
    reader: Reader, helpers: Helpers, task: str, batch: Batch, rng: random.Random
) -> dict[str, Tensor]:
    """The losses that the layers of this set allow, and those of what the mean teaches."""
    masked = torch.rand(batch.ids.shape) < MASKED
    ids = batch.ids.masked_fill(masked & (batch.ids > SEP), MASK)
    words = reader.read(ids, batch.traits, batch.mask, batch.firsts)
    found: dict[str, Tensor] = {}
    if task == "polnear" or task in OURS:
        found |= _attribution(reader, batch, words, rng, nested=task in OURS)
    if task in OURS:
        allowed = examples.word_labels(batch, "nominals")
        found["nominal"] = 0.06 * reader.crf_nominal(reader.nominal(words), allowed, batch.lengths)
    if task == "names" or task in OURS:
        allowed = examples.word_labels(batch, "names")
        found["name"] = 0.1 * reader.crf_name(reader.name(words), allowed, batch.lengths)
    if task == "trees":
        found |= _parse(reader, batch, words)
    if task == "coref" or task in OURS:
        found |= _coreference(reader, batch, words)
    if task == "written":
        found |= ties_loss(helpers.network, helpers.lessons, batch, words)
    if not LABELLED[task] or rng.random() < ASIDE:
        found |= taught(reader, helpers.mean, task, batch, words)
    if rng.random() < ASIDE:
        found |= _meaning(reader, helpers.teacher, batch, words, rng)
    return found


def ties_loss(
    network: Network, lessons: Mapping[str, Lesson], batch: Batch, words: Tensor
) -> dict[str, Tensor]:
    """How far relations and events are from those of the passages that have them whole."""
    losses = []
    for row, (one, window) in enumerate(batch.items):
        lesson = lessons.get(one.document.name)
        part = lesson.cut(window.first, window.last) if lesson else None
        if part is not None:
            vectors = words[row, : window.last - window.first].float()
            losses.append(ties.loss_of(network, part, vectors))
    return {"ties": TIES * torch.stack(losses).mean()} if losses else {}


def _meaning(
    reader: Reader, teacher: Encoder, batch: Batch, words: Tensor, rng: random.Random
) -> dict[str, Tensor]:
    """How far stretches are from where the teacher has them, alone and among each other."""
    some = examples.stretches(batch, rng)
    if some is None:
        return {}
    with torch.no_grad():
        pieces = teacher(some.ids, torch.zeros(*some.ids.shape, 3, dtype=torch.long), some.mask)
        shares = some.mask / some.mask.sum(1, keepdim=True)
        goal = F.normalize((shares[:, None].to(pieces.dtype) @ pieces).squeeze(1).float(), dim=-1)
    rows, first, after = some.places.unbind(1)
    sums = F.pad(words.float().cumsum(1), (0, 0, 1, 0))
    mean = (sums[rows, after] - sums[rows, first]) / (after - first)[:, None]
    own = F.normalize(reader.meaning(mean).float(), dim=-1)
    apart = (own @ own.T - goal @ goal.T).square().mean()
    return {"meaning": (1 - (own * goal).sum(-1)).mean() + 5 * apart}


def _attribution(
    reader: Reader, batch: Batch, words: Tensor, rng: random.Random, *, nested: bool
) -> dict[str, Tensor]:
    narrow, wide = examples.cue_labels(batch)
    scores = reader.cue(words)
    found = {"cue": 0.1 * reader.crf_cue(scores[..., len(CUE) :], wide, batch.lengths)}
    if not nested:
        found["narrow"] = 0.1 * reader.crf_cue_narrow(
            scores[..., : len(CUE)], narrow, batch.lengths
        )
    cues = examples.cues(batch, rng)
    if cues is not None:
        mask = batch.word_mask()[cues.rows]
        roles = reader.roles(words[cues.rows], cues.shares, cues.distance, mask)
        lengths = batch.lengths[cues.rows]
        found["role"] = 0.12 * reader.crf_role(roles, cues.allowed, lengths)
    return found


def _parse(reader: Reader, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    gold = examples.trees(batch)
    arcs = reader.arcs(words, examples.together(batch)).float()
    known = gold.deprels >= 0
    rels = reader.rels(words, gold.heads).float()
    return {
        "upos": 0.3
        * F.cross_entropy(reader.upos(words).float().flatten(0, 1), gold.upos.flatten()),
        "arc": 0.6 * F.cross_entropy(arcs[known], gold.heads[known]),
        "rel": 0.6 * F.cross_entropy(rels.flatten(0, 1), gold.deprels.flatten()),
    }


def _coreference(reader: Reader, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    """−log p(an earlier mention of the same entity, or none), Lee et al. 2017."""
    found = examples.couples(batch)
    if found is None:
        return {}
    rows, first, last = found.mentions.unbind(1)
    sums = F.pad(words.float().cumsum(1), (0, 0, 1, 0))
    mean = (sums[rows, last + 1] - sums[rows, first]) / (last + 1 - first)[:, None]
    vectors = torch.cat([words[rows, first], words[rows, last], mean.to(words.dtype)], -1)
    later, earlier = found.pairs.unbind(1)
    scores = reader.pairs(vectors[later], vectors[earlier], found.traits).float()
    size = len(vectors)
    table = torch.full((size, size + 1), -1e4)
    table[:, size] = 0.0
    table = table.index_put((later, earlier), scores)
    right = torch.zeros(size, size + 1, dtype=torch.bool)
    right[later, earlier] = found.same
    right[:, size] = ~right.any(1)
    loss = table.logsumexp(1) - table.masked_fill(~right, -1e4).logsumexp(1)
    return {"pair": 0.6 * loss[later.unique()].mean()}


def batches(sets: dict[str, list[Prepared]], rng: random.Random) -> Iterator[tuple[str, Batch]]:
    """Batches without end: a set drawn by its share, its windows in turn."""

    def turn(name: str) -> Iterator[Batch]:
        while True:
            found = examples.epoch(sets[name], rng)
            for chunk in examples.batched(found, PIECES, rng):
                yield examples.collate(chunk)

    turns = {name: turn(name) for name in SHARES}
    while True:
        name = rng.choices(list(SHARES), list(SHARES.values()))[0]
        yield name, next(turns[name])


def optimiser(reader: Reader, network: Network, scale: float) -> torch.optim.AdamW:
    """AdamW with a higher rate for the heads, both times scale."""
    encoder = list(reader.encoder.parameters())
    inside = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if id(p) not in inside]
    heads += list(network.parameters())
    return torch.optim.AdamW(
        [{"params": encoder, "lr": scale * RATE}, {"params": heads, "lr": scale * HEAD_RATE}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip


def rate(progress: float, *, hold: bool) -> float:
    """Share of the full learning rate at this share of the run."""
    return min(progress / WARM_UP, 1.0 if hold else (1 - progress) / (1 - WARM_UP))


def fit(
    reader: Reader, network: Network, teacher: Encoder, sets: dict[str, list[Prepared]],
    lessons: Mapping[str, Lesson], out: Path, *, minutes: float, scale: float, hold: bool,
) -> None:  # fmt: skip
    """Train until the minutes are over; write the mean of the last steps every three."""
    rng = random.Random(minutes)
    optim = optimiser(reader, network, scale)
    full = [group["lr"] for group in optim.param_groups]
    averaged = AveragedModel(reader, multi_avg_fn=get_ema_multi_avg_fn(KEPT))
    mean = cast("Reader", averaged.module.eval())
    helpers = Helpers(mean, teacher, network, lessons)
    began = saved = time.monotonic()
    averages: dict[str, float] = defaultdict(float)
    halves = faster_in_halves()
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    for step, (task, batch) in zip(itertools.count(1), batches(sets, rng), strict=False):
        now = time.monotonic()
        progress = (now - began) / (60 * minutes)
        if progress >= 1:
            break
        for group, rate_full in zip(optim.param_groups, full, strict=True):
            group["lr"] = rate_full * rate(progress, hold=hold)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=halves):
            losses = loss_of(reader, helpers, task, batch, rng)
        optim.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
        optim.step()
        averaged.update_parameters(reader)
        for name, value in losses.items():
            key = f"{task}.{name}"
            averages[key] += 0.05 * (float(value.detach()) - averages[key])
        if step % 50 == 0 or step == PACE:
            row = {"step": step, "minutes": round((now - began) / 60, 1)}
            log.write(json.dumps({**row, **{k: round(v, 3) for k, v in averages.items()}}) + "\n")
            log.flush()
        if now - saved > 180:
            saved = now
            save(mean, out)
    save(mean, out)


def faster_in_halves() -> bool:
    """True if this processor multiplies sooner in bfloat16; one without it takes fifty times."""

    def seconds(kind: torch.dtype) -> float:
        one, other = torch.ones(PIECES, 384, dtype=kind), torch.ones(384, 1536, dtype=kind)
        began = time.monotonic()
        for _ in range(3):
            one @ other
        return time.monotonic() - began

    return seconds(torch.bfloat16) < seconds(torch.float32)


def save(reader: nn.Module, out: Path) -> None:
    """Write the weights beside the last ones, then put them in their place."""
    torch.save(reader.state_dict(), out / "reader.tmp")
    (out / "reader.tmp").replace(out / "reader.pt")


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--real", type=Path, required=True, help="data/train/real.jsonl")
    parser.add_argument("--facts", type=Path, help="data/train/facts.jsonl")
    parser.add_argument(
        "--weights", type=Path, default=WEIGHTS, help="whose trees ties follow; to resume from"
    )
    parser.add_argument("--base", type=Path, required=True, help="model folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--scale", type=float, default=1.0, help="times the learning rates")
    parser.add_argument("--hold", action="store_true", help="do not let the learning rate fall")
    parser.add_argument("--resume", action="store_true", help="start from the weights in --out")
    options = parser.parse_args()
    torch.manual_seed(1)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = examples.tokenizer_of(options.base)
    read = [json.loads(line) for line in options.passages.read_text("utf-8").splitlines()]
    rows = ties.with_facts(read, options.facts)
    model = Model(options.weights)
    lessons = {row["article"]["id"]: ties.lesson(model, row) for row in rows if row["whole"]}
    found = corpora.load(options.data, rows, real_rows(options.data, options.real))
    sets = {
        name: [examples.prepare(d, tokenizer) for d in documents if d.words]
        for name, documents in found.train.items()
    }
    reader, network = start(options.base), Network(ties.labels(), ties.kinds())
    if options.resume:
        reader.load_state_dict(torch.load(options.out / "reader.pt"))
        network = ties.learned(options.weights)
    fit(
        reader, network, start(options.base).encoder.eval(), sets, lessons, options.out,
        minutes=options.minutes, scale=options.scale, hold=options.hold,
    )  # fmt: skip


if __name__ == "__main__":
    main()
