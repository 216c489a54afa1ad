"""Shipped int8 files → weights that training can go on from.

usage: python -m graph.train.restore WEIGHTS --base MODEL --out FOLDER

What quantisation rounded away stays away; everything else comes back. A reader with random weights
is exported once, unquantised, so that each tensor of the files can be told by its numbers.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from graph.train.export import CRFS, export_float
from graph.train.model import Reader, start
from graph.train.smooth import HALF, SMOOTH

_SUFFIX = "_quantized"


def restored(weights: Path, base: Path) -> dict[str, Tensor]:
    """The state of a Reader, in single precision. Raises ValueError if a tensor is not there."""
    twin = start(base)
    torch.manual_seed(1)
    with torch.no_grad():
        for parameter in twin.parameters():
            parameter.copy_(torch.randn_like(parameter) * 0.05 + 0.01)
    known = twin.state_dict()
    found = dict(_tables(weights / "heads.npz", known))
    with tempfile.TemporaryDirectory() as folder:
        for name in export_float(twin.eval(), Path(folder)):
            found |= _tensors(Path(folder) / name, weights / name, known)
    lacking = sorted(known.keys() - found.keys())
    if lacking:
        raise ValueError(f"{weights}: expected every tensor of a reader, found none of {lacking}.")
    return found


def _tensors(model: Path, quantised: Path, known: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors of an int8 file, by the names that its unquantised twin's numbers have."""
    stored = {t.name: numpy_helper.to_array(t) for t in onnx.load(quantised).graph.initializer}
    found = {}
    for tensor in onnx.load(model).graph.initializer:
        numbers = numpy_helper.to_array(tensor)
        for name, value in known.items():
            whole = value.numpy()
            for turned in (False, True):
                same = whole.T if turned else whole
                if same.shape == numbers.shape and np.array_equal(same, numbers):
                    values = _values(stored, tensor.name, turned=turned)
                    found[name] = torch.from_numpy(np.ascontiguousarray(values))
    return found


def _values(stored: Mapping[str, Any], name: str, *, turned: bool) -> Any:
    """The numbers of a tensor, rescaled if they are int8; Gemm keeps its weights transposed."""
    if name + HALF in stored:
        whole = stored[name + HALF].astype("f4")
        return whole.T if turned else whole
    if name in stored:
        return stored[name].T if turned else stored[name]
    given = next(n for n in (name, f"{name}_Transposed") if f"{n}{_SUFFIX}" in stored)
    turned ^= given != name
    numbers = stored[f"{given}{_SUFFIX}"].astype("f4") - stored[f"{given}_zero_point"].astype("f4")
    values = numbers * stored[f"{given}_scale"]
    if name + SMOOTH in stored:
        values = values * stored[name + SMOOTH][:, None]
    return values.T if turned else values


def _tables(path: Path, known: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    with np.load(path) as tables:
        stored = {name: torch.from_numpy(tables[name].astype("f4")) for name in tables.files}
    for name in CRFS:
        barred = known[f"crf_{name}.barred"]
        table = torch.where(barred < 0, 0.0, stored[f"crf_{name}"])
        yield f"crf_{name}.first", table[0]
        yield f"crf_{name}.transitions", table[1:]
        yield f"crf_{name}.barred", barred
    yield "rel_bilinear", stored["rel"]
    yield "meaning.weight", stored["meaning"][:-1].T.contiguous()
    yield "meaning.bias", stored["meaning"][-1]
    yield from ((name, value) for name, value in stored.items() if name.startswith("pairs."))


def main() -> None:
    """Restore from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    state = restored(options.weights, options.base)
    reader = Reader(len(state["encoder.pieces.weight"]))
    reader.load_state_dict(state)
    torch.save(reader.state_dict(), options.out / "reader.pt")


if __name__ == "__main__":
    main()
