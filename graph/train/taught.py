"""What a set does not annotate is taught by the mean of the weights so far.

The mean sees every piece, the reader some of them hidden, and should say the same (Tarvainen and
Valpola 2017). So news that nobody annotated teaches too, and no task is forgotten while another
is trained.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from graph.annotate.decode import distance_buckets
from graph.train import examples
from graph.train.examples import Batch
from graph.train.labels import CUE
from graph.train.model import Reader

LABELLED = {
    "polnear": ("cue", "narrow", "role"),
    "written": ("cue", "role", "name", "nominal"),
    "world": ("cue", "role", "name", "nominal"),
    "real": ("cue", "role", "name", "nominal"),
    "names": ("name",),
    "trees": ("parse",),
    "coref": (),
    "news": (),
}
"""Which heads a set has labels for."""
UNNAMED = ("polnear", "news")
"""Whose names are not taught: the mean is unsure of real names and would teach to miss them."""
SHARE = 0.1
"""Of the sum over a window's words."""
PARSE_SHARE = 0.5
"""Of the mean over words."""
MOST_CUES = 32


def taught(
    reader: Reader, mean: Reader, task: str, batch: Batch, words: Tensor
) -> dict[str, Tensor]:
    """How far the heads without labels are from what the mean of the weights says.

    words: (b, w, WIDTH), as the reader has them.
    """
    with torch.no_grad():
        seen = mean.read(batch.ids, batch.traits, batch.mask, batch.firsts)
    inside = batch.word_mask()
    known = LABELLED[task]
    found: dict[str, Tensor] = {}
    own, goal = reader.cue(words), mean.cue(seen)
    if "cue" not in known:
        found["cue"] = _apart(own[..., len(CUE) :], goal[..., len(CUE) :], inside)
    if "narrow" not in known:
        found["narrow"] = _apart(own[..., : len(CUE)], goal[..., : len(CUE)], inside)
    for name in ("name", "nominal"):
        if name not in known and task not in UNNAMED:
            scores = getattr(reader, name)(words), getattr(mean, name)(seen)
            found[name] = _apart(*scores, inside)
    if "parse" not in known:
        found |= _parse(reader, mean, batch, words, seen)
    if "role" not in known:
        labels = goal[..., len(CUE) :].argmax(-1) * inside
        found |= _roles(reader, mean, batch, (words, seen), labels)
    return {f"taught {name}": loss for name, loss in found.items()}


def _apart(own: Tensor, goal: Tensor, inside: Tensor) -> Tensor:
    """Kullback-Leibler divergence, a share of the sum over a row, as the losses of the CRFs."""
    return SHARE * (_divergence(own, goal) * inside).sum() / len(inside)


def _divergence(own: Tensor, goal: Tensor) -> Tensor:
    goals = F.softmax(goal.detach().float(), -1)
    return F.kl_div(F.log_softmax(own.float(), -1), goals, reduction="none").sum(-1)


def _parse(
    reader: Reader, mean: Reader, batch: Batch, words: Tensor, seen: Tensor
) -> dict[str, Tensor]:
    inside, together = batch.word_mask(), examples.together(batch)
    with torch.no_grad():
        goal = mean.arcs(seen, together)
        heads = goal.argmax(-1)
        rels, upos = mean.rels(seen, heads), mean.upos(seen)
    pairs = {
        "upos": (reader.upos(words), upos),
        "arc": (reader.arcs(words, together), goal),
        "rel": (reader.rels(words, heads), rels),
    }
    return {
        name: PARSE_SHARE * (_divergence(*pair) * inside).sum() / inside.sum()
        for name, pair in pairs.items()
    }


def _roles(
    reader: Reader, mean: Reader, batch: Batch, both: tuple[Tensor, Tensor], labels: Tensor
) -> dict[str, Tensor]:
    """The roles around what the mean takes for cues. labels: (b, w) of CUE.

    both: the words as the reader has them, and as the mean does.
    """
    words, seen = both
    b_tag, i_tag = CUE.index("B"), CUE.index("I")
    rows, firsts = (labels == b_tag).nonzero(as_tuple=True)
    picked = torch.randperm(len(rows))[:MOST_CUES]
    if not len(picked):
        return {}
    rows, firsts, width = rows[picked], firsts[picked], words.shape[1]
    shares = torch.zeros(len(rows), width)
    distance = torch.zeros(len(rows), width, dtype=torch.long)
    for k, (row, first) in enumerate(zip(rows.tolist(), firsts.tolist(), strict=True)):
        last = first
        while last + 1 < width and labels[row, last + 1] == i_tag:
            last += 1
        shares[k, first : last + 1] = 1 / (last + 1 - first)
        distance[k] = torch.from_numpy(distance_buckets(np.arange(first, last + 1), width))
    mask = batch.word_mask()[rows]
    with torch.no_grad():
        goal = mean.roles(seen[rows], shares, distance, mask)
    own = reader.roles(words[rows], shares, distance, mask)
    return {"role": _apart(own, goal, mask)}
