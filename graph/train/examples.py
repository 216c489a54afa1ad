"""Documents → windows → batches of tensors, one function a task."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from graph.annotate.decode import distance_buckets
from graph.annotate.pairs import Candidate, form_of, pair_traits
from graph.annotate.pieces import CLS, ROOM, SEP, Window, cut_pieces, windows
from graph.annotate.words import traits
from graph.train.documents import Cued, Document, Label
from graph.train.labels import CUE, NAME, ROLE

MOST_CUES = 48
"""Cues of a batch that the role head is trained on; more are sampled down."""
MOST_MENTIONS = 60
MOST_STRETCHES, SHORTEST = 24, 4
"""Sentences and contents of a batch whose meaning is learnt, and the words of the shortest."""
LONG, SHORT = 0.6, (16, 90)
"""Share of texts cut into full windows, and the pieces of the others' windows: what the reader is
given may be one sentence."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A Document cut into pieces once, for every epoch."""

    document: Document
    ids: np.ndarray
    firsts: np.ndarray
    traits: np.ndarray

    @property
    def sentences(self) -> np.ndarray:
        return np.array(self.document.sentences)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors: pieces (b, p), words (b, w)."""

    items: list[tuple[Prepared, Window]]
    ids: Tensor
    traits: Tensor
    mask: Tensor
    firsts: Tensor
    lengths: Tensor
    """(b,) words of each window."""

    @property
    def width(self) -> int:
        return int(self.firsts.shape[1])

    def word_mask(self) -> Tensor:
        """(b, w) true where there is a word."""
        return torch.arange(self.width)[None] < self.lengths[:, None]


def tokenizer_of(base: Path) -> Tokenizer:
    """The tokenizer of a model's folder, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def prepare(document: Document, tokenizer: Tokenizer) -> Prepared:
    """Cut a Document into pieces."""
    pieces = cut_pieces(tokenizer, document.words)
    rows = traits(document.words, np.array(document.paragraphs))
    return Prepared(document, pieces.ids, pieces.firsts, rows)


def epoch(documents: list[Prepared], rng: random.Random) -> list[tuple[Prepared, Window]]:
    """Windows of every Document, cut differently every time, shuffled."""
    found = []
    for one in documents:
        # Beginning at another sentence moves every border of the windows behind it.
        skip = rng.randrange(min(4, len(one.sentences) - 1)) if rng.random() < 0.7 else 0
        room = ROOM if rng.random() < LONG else rng.randrange(*SHORT)
        cut = one.sentences[skip:]
        base = int(cut[0])
        firsts = one.firsts[base:] - one.firsts[base]
        parts = windows(firsts, cut - base, overlap=0.15, room=room)
        found += [(one, Window(w.first + base, w.last + base)) for w in parts]
        if skip:
            found.append((one, windows(one.firsts[: base + 1], one.sentences[: skip + 1])[0]))
    rng.shuffle(found)
    return found


def batched(
    found: list[tuple[Prepared, Window]], pieces: int, rng: random.Random
) -> list[list[tuple[Prepared, Window]]]:
    """Windows of like length together, at most so many pieces a batch, shuffled."""
    sizes = {id(pw): int(pw[0].firsts[pw[1].last] - pw[0].firsts[pw[1].first]) for pw in found}
    batches: list[list[tuple[Prepared, Window]]] = [[]]
    for pw in sorted(found, key=lambda pw: sizes[id(pw)] + 30 * rng.random()):
        longest = max([sizes[id(pw)], *(sizes[id(other)] for other in batches[-1])])
        if batches[-1] and longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
        batches[-1].append(pw)
    rng.shuffle(batches)
    return batches


def collate(items: list[tuple[Prepared, Window]]) -> Batch:
    """Pad windows to the longest."""
    pieces = max(int(p.firsts[w.last] - p.firsts[w.first]) for p, w in items) + 2
    assert pieces <= ROOM + 10, pieces
    width = max(w.last - w.first for _, w in items)
    ids = torch.zeros(len(items), pieces, dtype=torch.long)
    mask = torch.zeros(len(items), pieces, dtype=torch.bool)
    rows = torch.zeros(len(items), pieces, 3, dtype=torch.long)
    rows[:, :, 0] = 5
    firsts = torch.zeros(len(items), width, dtype=torch.long)
    for i, (p, w) in enumerate(items):
        begin, end = int(p.firsts[w.first]), int(p.firsts[w.last])
        n = end - begin
        ids[i, 0], ids[i, n + 1] = CLS, SEP
        ids[i, 1 : n + 1] = torch.from_numpy(p.ids[begin:end])
        mask[i, : n + 2] = True
        counts = np.diff(p.firsts[w.first : w.last + 1])
        repeated = np.repeat(p.traits[w.first : w.last], counts, axis=0)
        rows[i, 1 : n + 1] = torch.from_numpy(repeated)
        firsts[i, : w.last - w.first] = torch.from_numpy(p.firsts[w.first : w.last] - begin + 1)
    lengths = torch.tensor([w.last - w.first for _, w in items])
    return Batch(items, ids, rows, mask, firsts, lengths)


def _local(indices: tuple[int, ...], window: Window) -> list[int]:
    return [i - window.first for i in indices if window.first <= i < window.last]


def _tags(allowed: Tensor, indices: list[int], begin: int) -> None:
    """Mark words as B (label begin) and I (begin + 1): each run of words is one span."""
    before = -2
    for i in indices:
        allowed[i] = False
        allowed[i, begin + (i == before + 1)] = True
        before = i


def cue_labels(batch: Batch) -> tuple[Tensor, Tensor]:
    """Allowed cue labels (b, w, 3): as the set has them, and for a reader of nested cues.

    The second leaves open what stands inside contents, where a set does not mark nested cues, and
    cues that our own passages would not have.
    """
    narrow = torch.zeros(len(batch.items), batch.width, len(CUE), dtype=torch.bool)
    narrow[:, :, 0] = True
    wide = narrow.clone()
    for i, (p, w) in enumerate(batch.items):
        for a in p.document.attributions or []:
            if not p.document.nested:
                wide[i, _local(a.content, w)] = True
    for i, (p, w) in enumerate(batch.items):
        for a in p.document.attributions or []:
            inside = _local(a.cue, w)
            _tags(narrow[i], inside, 1)
            if a.doubtful:
                wide[i, inside] = True
            else:
                _tags(wide[i], inside, 1)
    return narrow, wide


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues of a batch for the role head: c of them."""

    rows: Tensor
    """(c,) which window."""
    shares: Tensor
    """(c, w) 1 / words of the cue on its words."""
    distance: Tensor
    allowed: Tensor
    """(c, w, len(ROLE))."""


def cues(batch: Batch, rng: random.Random) -> Cues | None:
    """Cues whose words all lie in their window, with the allowed roles of every word."""
    found: list[tuple[int, Cued, Window]] = [
        (i, a, w)
        for i, (p, w) in enumerate(batch.items)
        for a in p.document.attributions or []
        if w.first <= a.cue[0] and a.cue[-1] < w.last
    ]
    if not found:
        return None
    if len(found) > MOST_CUES:
        found = rng.sample(found, MOST_CUES)
    shares = torch.zeros(len(found), batch.width)
    distance = torch.zeros(len(found), batch.width, dtype=torch.long)
    allowed = torch.zeros(len(found), batch.width, len(ROLE), dtype=torch.bool)
    for k, (_, a, w) in enumerate(found):
        cue = _local(a.cue, w)
        shares[k, cue] = 1 / len(cue)
        distance[k] = torch.from_numpy(distance_buckets(np.array(cue), batch.width))
        allowed[k, :, 0] = True
        if a.relay is None:
            allowed[k, _perhaps_told(found[k][0], a, w, batch), 5:7] = True
        else:
            _tags(allowed[k], _local(a.relay, w), 5)
        _tags(allowed[k], _local(a.source, w), 1)
        _tags(allowed[k], _local(a.content, w), 3)
    return Cues(torch.tensor([i for i, _, _ in found]), shares, distance, allowed)


def _perhaps_told(row: int, a: Cued, window: Window, batch: Batch) -> list[int]:
    """Words right after a cue that may name who was told, in a set that does not mark it."""
    words = batch.items[row][0].document.words
    near = range(a.cue[-1] + 1, min(a.cue[-1] + 6, window.last))
    return [i - window.first for i in near if words[i][0].isupper() or words[i] == "the"]


def word_labels(batch: Batch, layer: str) -> Tensor:
    """Allowed labels (b, w, len(NAME)) of the layer ``names`` or ``nominals``."""
    allowed = torch.zeros(len(batch.items), batch.width, len(NAME), dtype=torch.bool)
    for i, (p, w) in enumerate(batch.items):
        labels = cast("list[Label]", getattr(p.document, layer))
        for j in range(w.first, w.last):
            allowed[i, j - w.first, list(labels[j])] = True
        allowed[i, w.last - w.first :, 0] = True
    return allowed


@dataclass(frozen=True, slots=True)
class Trees:
    """Gold parses of a batch, all (b, w)."""

    upos: Tensor
    heads: Tensor
    deprels: Tensor


def trees(batch: Batch) -> Trees:
    """The parse layers; a word without a word has itself as head and is masked elsewhere."""
    shape = (len(batch.items), batch.width)
    upos = torch.full(shape, -100)
    heads = torch.arange(batch.width).expand(shape).clone()
    deprels = torch.full(shape, -100)
    for i, (p, w) in enumerate(batch.items):
        n, d = w.last - w.first, p.document
        upos[i, :n] = torch.tensor((d.upos or [])[w.first : w.last])
        local = torch.tensor((d.heads or [])[w.first : w.last]) - w.first
        inside = (local >= 0) & (local < n)
        heads[i, :n] = torch.where(inside, local, torch.arange(n))
        rels = torch.tensor((d.deprels or [])[w.first : w.last])
        deprels[i, :n] = torch.where(inside, rels, -100)
    return Trees(upos, heads, deprels)


def together(batch: Batch) -> Tensor:
    """(b, w, w): which words share a sentence; every word does with itself."""
    sentence = torch.full((len(batch.items), batch.width), -1)
    for i, (p, w) in enumerate(batch.items):
        numbers = np.searchsorted(p.sentences, np.arange(w.first, w.last), side="right")
        sentence[i, : w.last - w.first] = torch.from_numpy(numbers)
    itself = torch.eye(batch.width, dtype=torch.bool)[None]
    return (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, :, None] >= 0) | itself


@dataclass(frozen=True, slots=True)
class Couples:
    """Pairs of mentions of a batch: n of them, over m mentions."""

    mentions: Tensor
    """(m, 3) window, first and last word."""
    pairs: Tensor
    """(n, 2) later and earlier mention."""
    traits: Tensor
    same: Tensor
    """(n,) bool."""


def couples(batch: Batch) -> Couples | None:
    """Every mention of a window with every earlier one."""
    places: list[tuple[int, int, int]] = []
    pairs: list[tuple[int, int]] = []
    rows: list[np.ndarray] = []
    same: list[bool] = []
    for i, (p, w) in enumerate(batch.items):
        found = sorted(
            (first, last, k)
            for k, cluster in enumerate(p.document.clusters or [])
            for first, last in cluster
            if w.first <= first and last < w.last
        )[:MOST_MENTIONS]
        candidates = [_candidate(p, first, last) for first, last, _ in found]
        base = len(places)
        places += [(i, first - w.first, last - w.first) for first, last, _ in found]
        for b in range(1, len(found)):
            for a in range(b):
                pairs.append((base + b, base + a))
                rows.append(pair_traits(candidates[b], candidates[a], b - a))
                same.append(found[a][2] == found[b][2])
    if not pairs:
        return None
    return Couples(
        torch.tensor(places), torch.tensor(pairs), torch.from_numpy(np.stack(rows)),
        torch.tensor(same),
    )  # fmt: skip


def _candidate(p: Prepared, first: int, last: int) -> Candidate:
    words = p.document.words[first : last + 1]
    sentence = int(np.searchsorted(p.sentences, first, side="right"))
    return Candidate(first, last, sentence, tuple(w.lower() for w in words), form_of(words))


@dataclass(frozen=True, slots=True)
class Stretches:
    """Sentences and contents of a batch: n of them, and their own pieces."""

    places: Tensor
    """(n, 3) window, first word, and the word after the last."""
    ids: Tensor
    """(n, p) with [CLS] and [SEP], as if each were a text of its own."""
    mask: Tensor


def stretches(batch: Batch, rng: random.Random) -> Stretches | None:
    """Some of the sentences and contents that lie whole in their window."""
    found = [
        (i, p, first, last)
        for i, (p, w) in enumerate(batch.items)
        for first, last in _whole(p.document, w)
        if last - first >= SHORTEST
    ]
    if len(found) < 2:
        return None
    found = rng.sample(found, min(len(found), MOST_STRETCHES))
    cut = [p.ids[p.firsts[first] : p.firsts[last]] for _, p, first, last in found]
    ids = torch.zeros(len(cut), max(map(len, cut)) + 2, dtype=torch.long)
    for row, pieces in zip(ids, cut, strict=True):
        row[0], row[len(pieces) + 1] = CLS, SEP
        row[1 : len(pieces) + 1] = torch.from_numpy(pieces)
    windows_of = [batch.items[i][1].first for i, *_ in found]
    places = [
        (i, first - w, last - w) for (i, _, first, last), w in zip(found, windows_of, strict=True)
    ]
    return Stretches(torch.tensor(places), ids, ids > 0)


def _whole(document: Document, window: Window) -> list[tuple[int, int]]:
    """First word and the word after the last of each sentence and each content in one piece."""
    contents = [(a.content[0], a.content[-1] + 1) for a in document.attributions or [] if a.content]
    spans = {*itertools.pairwise(document.sentences), *contents}
    return sorted(s for s in spans if window.first <= s[0] and s[1] <= window.last)
