"""A network in single precision → the same one, made fit for int8.

    reader.onnx, windows of text  →  reader.onnx

A few channels of what passes between layers are ten times as large as the rest, and int8 then
leaves the rest only a few steps. Each channel is divided by what it reaches, and its weights are
multiplied by as much (SmoothQuant, Xiao et al. 2023): the product stays, the rounding shrinks.
The two matrices that suffer most keep half precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
STRENGTH = {"qkv": 0.6, "out": 0.6, "up": 0.75, "down": 0.7}
"""Of a channel's reach, the share (as an exponent) that moves into the weights behind it."""
WHOLE = ("layers.0/down", "layers.1/down")
"""Matrices that are not cut to int8."""
SMOOTH, HALF = "_smooth", "_half"
"""Ends of the names of the tensors that are added."""
_LEAST = 1e-4


def smoothed(model: onnx.ModelProto, feeds: Sequence[dict[str, Any]]) -> onnx.ModelProto:
    """The model with its channels evened out. feeds: inputs of windows such as it will read."""
    tensors = {t.name: t for t in model.graph.initializer}
    products = [n for n in model.graph.node if _strength(n) and n.input[1] in tensors]
    reach = _reach(model, sorted({n.input[0] for n in products}), feeds)
    for node in products:
        given, name = node.input
        if any(part in node.name for part in WHOLE):
            _keep_half(model.graph, node, tensors[name])
        else:
            _even_out(model.graph, node, tensors[name], reach[given])
    return model


def _strength(node: onnx.NodeProto) -> float | None:
    """That of the matrix product of a layer; None for any other node."""
    parts = node.name.split("/")
    inside = node.op_type == "MatMul" and any(p.startswith("layers.") for p in parts)
    return STRENGTH.get(parts[-2]) if inside else None


def _reach(
    model: onnx.ModelProto, names: Sequence[str], feeds: Sequence[dict[str, Any]]
) -> dict[str, Floats]:
    """The largest size of each channel of some tensors, over all pieces of the windows."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names
    )
    session = onnxruntime.InferenceSession(watched.SerializeToString())
    found: dict[str, Floats] = {}
    for feed in feeds:
        for name, values in zip(names, session.run(list(names), feed), strict=True):
            most = np.abs(values[feed["mask"]]).max(0)
            found[name] = np.maximum(found.get(name, most), most)
    return found


def _even_out(
    graph: onnx.GraphProto, node: onnx.NodeProto, tensor: onnx.TensorProto, reach: Floats
) -> None:
    weights = numpy_helper.to_array(tensor)
    share = _strength(node) or 0.0
    size = np.maximum(np.abs(weights).max(1), _LEAST)
    scale = np.maximum(reach, _LEAST) ** share / size ** (1 - share)
    scale = (scale / np.exp(np.log(scale).mean())).astype("f4")
    tensor.CopyFrom(numpy_helper.from_array(weights * scale[:, None], tensor.name))
    graph.initializer.append(numpy_helper.from_array(1 / scale, tensor.name + SMOOTH))
    _before(graph, node, 0, "Mul", [node.input[0], tensor.name + SMOOTH])


def _keep_half(graph: onnx.GraphProto, node: onnx.NodeProto, tensor: onnx.TensorProto) -> None:
    weights = numpy_helper.to_array(tensor).astype("f2")
    tensor.CopyFrom(numpy_helper.from_array(weights, tensor.name + HALF))
    _before(graph, node, 1, "Cast", [tensor.name], to=TensorProto.FLOAT)


def _before(
    graph: onnx.GraphProto, node: onnx.NodeProto, place: int, kind: str, inputs: list[str],
    **attributes: Any,
) -> None:  # fmt: skip
    """Put a node before another, in place of one of its inputs."""
    name = f"{node.name}/{kind}"
    made = helper.make_node(kind, inputs, [name], name=name, **attributes)
    graph.node.insert(list(graph.node).index(node), made)
    node.input[place] = name
