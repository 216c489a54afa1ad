"""Trained weights → the int8 files that ship.

usage: python -m graph.train.export FOLDER… --base MODEL --passages FILE --out FOLDER

Of several folders the weights are averaged (Wortsman et al. 2022). The passages, as ``convert.py``
wrote them, show how far each channel reaches (`graph.train.smooth`).

Writes ``reader.onnx`` (encoder and word heads), ``roles.onnx`` (words as seen from a cue),
``heads.npz`` (the small tables that NumPy applies), ``tokenizer.json`` and ``manifest.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from graph.train import corpora, examples, labels
from graph.train.fit import PIECES
from graph.train.model import Reader, start
from graph.train.smooth import smoothed

SETS = [
    "PolNeAR 1.0.0 (train)", "UD English EWT (train)", "UD English GUM (train)",
    "OntoGUM (train)", "WikiGold", "CrossNER politics (train)", "UNER English EWT (dev)", "re3d",
    "ECB+ (unlabelled, and 346 articles annotated for saidby)",
    "openly licensed articles (unlabelled, and 40 annotated for saidby)",
    "317 articles of PolNeAR (train) annotated for saidby",
    "Security Force Monitor NLP starter set (31 articles annotated for saidby)",
    "MUC-4 (179 reports annotated for saidby)",
    "conflict passages written for saidby (1826 of 1949)",
]  # fmt: skip
SURER = {"cue_narrow": 0.3, "cue": 0.2}
"""What is added to the score of no cue, chosen on the dev sets: with the weights of the mean, cues
are better found a little less often."""
CALIBRATION = 200
"""Passages that are read to see how far the channels reach."""
CRFS = ("cue_narrow", "cue", "name", "nominal", "role")


class Words(nn.Module):
    """Encoder and word heads, as one graph."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, ids: Tensor, traits: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, ...]:
        r = self.reader
        words = r.read(ids, traits, mask, firsts)
        dependent, head = F.relu(r.arc(words)).chunk(2, -1)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        rel = F.relu(r.rel(words))
        arc = dependent @ r.arc_bilinear
        return words, r.cue(words), r.name(words), r.nominal(words), r.upos(words), arc, head, rel


class RolesOf(nn.Module):
    """The role head over the windows of a text."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.roles = reader.roles

    def forward(
        self, words: Tensor, rows: Tensor, shares: Tensor, distance: Tensor, mask: Tensor
    ) -> Tensor:
        scores: Tensor = self.roles(words[rows], shares, distance, mask)
        return scores


def export(
    reader: Reader, base: Path, out: Path, feeds: Sequence[dict[str, Any]], notes: dict[str, Any]
) -> None:
    """Write every file of the weights to out. feeds: inputs of some windows."""
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        names = export_float(reader, Path(folder))
        whole = Path(folder) / names[0]
        onnx.save(smoothed(onnx.load(whole), feeds), whole)
        for name in names:
            quantize_dynamic(
                Path(folder) / name, out / name, weight_type=QuantType.QInt8, per_channel=True,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip
    tables: dict[str, Any] = _tables(reader)
    np.savez_compressed(out / "heads.npz", **tables)
    examples.tokenizer_of(base).save(str(out / "tokenizer.json"), pretty=False)
    _manifest(out, notes)


def windows_of(passages: Path, base: Path) -> list[dict[str, Any]]:
    """Inputs of windows of the passages, a batch each."""
    tokenizer = examples.tokenizer_of(base)
    rows = [json.loads(line) for line in passages.read_text("utf-8").splitlines()[:CALIBRATION]]
    prepared = [examples.prepare(d, tokenizer) for d in corpora.written(rows)]
    rng = random.Random(1)
    batches = examples.batched(examples.epoch(prepared, rng), PIECES, rng)
    return [
        {"ids": b.ids.numpy(), "traits": b.traits.numpy(), "mask": b.mask.numpy(),
         "firsts": b.firsts.numpy()}
        for b in map(examples.collate, batches)
    ]  # fmt: skip


def export_float(reader: Reader, out: Path) -> tuple[str, str]:
    """Write the two graphs unquantised. Returns their names."""
    _onnx(
        Words(reader), _word_inputs(), out / "reader.onnx",
        ["ids", "traits", "mask", "firsts"],
        ["words", "cue", "name", "nominal", "upos", "arc", "head", "rel"],
        {"ids": "bp", "traits": "bp", "mask": "bp", "firsts": "bw", "words": "bw"},
    )  # fmt: skip
    _onnx(
        RolesOf(reader), _role_inputs(), out / "roles.onnx",
        ["words", "rows", "shares", "distance", "mask"], ["scores"],
        {"words": "bw", "rows": "c", "shares": "cw", "distance": "cw", "mask": "cw"},
    )  # fmt: skip
    return "reader.onnx", "roles.onnx"


def _word_inputs() -> tuple[Tensor, ...]:
    ids = torch.randint(1000, 2000, (2, 12))
    mask = torch.ones(2, 12, dtype=torch.bool)
    traits = torch.zeros(2, 12, 3, dtype=torch.long)
    return ids, traits, mask, torch.arange(1, 10).expand(2, 9)


def _role_inputs() -> tuple[Tensor, ...]:
    shares = torch.zeros(3, 9)
    shares[:, 2] = 1
    mask = torch.ones(3, 9, dtype=torch.bool)
    distance = torch.zeros(3, 9, dtype=torch.long)
    return torch.randn(2, 9, 384), torch.tensor([0, 1, 1]), shares, distance, mask


def _onnx(
    module: nn.Module, inputs: tuple[Tensor, ...], path: Path, names: list[str],
    outputs: list[str], axes: dict[str, str],
) -> None:  # fmt: skip
    dynamic = {name: dict(enumerate(letters)) for name, letters in axes.items()}
    torch.onnx.export(
        module, inputs, path, input_names=names, output_names=outputs, dynamic_axes=dynamic,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def _tables(reader: Reader) -> dict[str, np.ndarray]:
    """Half-precision tables of the heads that NumPy applies."""
    crfs = {name: getattr(reader, f"crf_{name}").table() for name in CRFS}
    tables = {f"crf_{name}": table for name, table in crfs.items()}
    tables["rel"] = reader.rel_bilinear
    tables["meaning"] = torch.cat([reader.meaning.weight.T, reader.meaning.bias[None]])
    for name, value in reader.pairs.state_dict().items():
        tables[f"pairs.{name}"] = value
    return {k: v.detach().float().clamp(-6e4, 6e4).numpy().astype("f2") for k, v in tables.items()}


def _manifest(out: Path, notes: dict[str, Any]) -> None:
    files = ("reader.onnx", "roles.onnx", "heads.npz", "tokenizer.json")
    manifest = {
        "format": 1,
        "name": "saidby-en-1",
        "sha256": {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in files},
        "labels": {
            "cue": labels.CUE, "role": labels.ROLE, "name": labels.NAME,
            "nominal": labels.NOMINAL, "upos": labels.UPOS, "deprel": labels.DEPREL,
        },
        "sets": SETS,
        "surer": SURER,
        **notes,
    }  # fmt: skip
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--after", type=Path, nargs="*", default=[], help="runs it went on from")
    options = parser.parse_args()
    reader = start(options.base)
    reader.load_state_dict(averaged(options.folders))
    export(
        reader,
        options.base,
        options.out,
        windows_of(options.passages, options.base),
        {"training": [_training(f) for f in [*options.after, *options.folders]]},
    )


def averaged(folders: list[Path]) -> dict[str, Tensor]:
    """The mean of the weights in several folders."""
    states = [torch.load(folder / "reader.pt") for folder in folders]
    return {k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]}


def _training(folder: Path) -> dict[str, Any]:
    """The last line of a run's log: its steps and minutes."""
    last = (folder / "log.jsonl").read_text("utf-8").splitlines()[-1]
    row: dict[str, Any] = json.loads(last)
    return {"steps": row["step"], "minutes": row["minutes"]}


if __name__ == "__main__":
    main()
