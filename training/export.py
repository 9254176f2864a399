"""What a tower learnt, as the files that the package carries: a graph without weights, and what is added to them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from torch import Tensor

from assistant.encoder.tower import DELTAS, GRAPH, MAPS, initializers
from training.tower import GAIN, Tower

if TYPE_CHECKING:
    from onnx import ModelProto

Halves = dict[str, NDArray[np.float16]]


def halved(learnt: Mapping[str, Tensor]) -> Halves:
    """Tensors at half precision."""
    return {name: each.detach().numpy().astype(np.float16) for name, each in learnt.items()}


def additions(tower: Tower, kept: float = 1.0) -> Halves:
    """The low-rank additions, by the published names of the maps that they are added to; `kept` is their share."""
    found: dict[str, Tensor] = {}
    for number, layer in enumerate(tower.encoders()):
        for name in MAPS:
            adapted = layer.adapted(name)
            full = f"encoder.layer.{number}.{name}.weight"
            found |= {f"{full}/up": kept * GAIN * adapted.up, f"{full}/down": adapted.down}
    return halved(found)


def load(path: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays of a file of weights."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def graph(tower: Tower, gives: str, *, eight_bit: bool = False) -> bytes:
    """The forward pass as ONNX without weights: whoever loads it hands them in under their published names.

    `eight_bit` multiplies by the maps in whole numbers of eight bits, the states rounded as they come (dynamic
    quantisation): half the time, weights in a quarter of the room.
    """
    import onnx

    tower.eval()
    ids = torch.tensor([[101, 2054, 102], [101, 102, 0]])
    axes = {"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}, gives: {0: "batch"}}
    made = Path(mkdtemp()) / GRAPH
    torch.onnx.export(
        tower.merged(), (ids, (ids > 0).long()), made, dynamo=False, opset_version=17,
        input_names=["ids", "mask"], output_names=[gives], dynamic_axes=axes, keep_initializers_as_inputs=False,
        do_constant_folding=False,
    )  # fmt: skip
    model = onnx.load(made)
    if eight_bit:
        _in_eight_bits(model)
    handed_in = initializers(load_file(tower.weights_file), {}, eight_bit=eight_bit)
    for tensor in model.graph.initializer:
        if tensor.name in handed_in:
            size = len(tensor.raw_data)
            tensor.ClearField("raw_data")
            tensor.data_location = onnx.TensorProto.EXTERNAL
            for key, value in (("location", "handed-in"), ("length", str(size))):
                entry = tensor.external_data.add()
                entry.key, entry.value = key, value
    return bytes(model.SerializeToString())


def _in_eight_bits(model: ModelProto) -> None:
    """Replace each product with a map by one of whole numbers, in place."""
    from onnx import TensorProto, helper, numpy_helper

    maps = {
        each.name: each for each in model.graph.initializer if each.name.startswith("layers.") and ".maps." in each.name
    }
    turned = {
        node.output[0]: node.input[0]
        for node in model.graph.node
        if node.op_type == "Transpose" and node.input[0] in maps
    }
    rounded: dict[str, list[str]] = {}
    nodes = []
    for node in model.graph.node:
        if node.output[0] in turned:
            continue
        if node.op_type != "MatMul" or node.input[1] not in turned:
            nodes.append(node)
            continue
        states, name, out = node.input[0], turned[node.input[1]], node.output[0]
        if states not in rounded:
            rounded[states] = [f"{states}/{part}" for part in ("whole", "scale", "zero")]
            nodes.append(helper.make_node("DynamicQuantizeLinear", [states], rounded[states]))
        whole, scale, zero = rounded[states]
        nodes += [
            helper.make_node("MatMulInteger", [whole, name, zero], [f"{out}/whole"]),
            helper.make_node("Cast", [f"{out}/whole"], [f"{out}/float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [scale, f"{name}/scale"], [f"{out}/scale"]),
            helper.make_node("Mul", [f"{out}/float", f"{out}/scale"], [out]),
        ]
        weight = numpy_helper.to_array(maps[name])
        maps[name].CopyFrom(numpy_helper.from_array(np.zeros(weight.T.shape, dtype=np.int8), name))
        model.graph.initializer.append(
            numpy_helper.from_array(np.zeros(len(weight), dtype=np.float32), f"{name}/scale")
        )
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def keep(where: Path, graph: bytes, learnt: Mapping[str, NDArray[np.generic]]) -> None:
    """Write the two files of a folder of weights; their digest is printed."""
    where.mkdir(parents=True, exist_ok=True)
    (where / GRAPH).write_bytes(graph)
    with (where / DELTAS).open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **learnt)
    digest = sha256((where / GRAPH).read_bytes() + (where / DELTAS).read_bytes()).hexdigest()
    print(f"{where}: {digest[:12]}")
