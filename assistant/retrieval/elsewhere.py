"""What is not answered here: fields that are not ours, and questions of them that are put all the same."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue import read_noun
from assistant.domain.facts import Noun
from assistant.encoder import Encoder
from assistant.retrieval.carried import carried

NEAREST = 5


class ElsewhereTexts(Noun):
    """The content of vocabulary/elsewhere.yml."""

    fields: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


class Elsewhere(NamedTuple):
    """Unit rows of the fields and of the questions."""

    fields: NDArray[np.float32]
    questions: NDArray[np.float32]

    def nearness(self, row: NDArray[np.float32]) -> tuple[float, float]:
        """The cosine of a question with the nearest field, and its mean with the five nearest questions; 0 for none."""
        near = np.sort(self.questions @ row)[-NEAREST:]
        return float((self.fields @ row).max(initial=0.0)), float(near.mean()) if len(near) else 0.0


def load_elsewhere(knowledge: Path) -> ElsewhereTexts:
    """The texts of a knowledge folder; raises BadInput naming file and key."""
    return read_noun(knowledge / "vocabulary" / "elsewhere.yml", ElsewhereTexts)


def elsewhere(texts: ElsewhereTexts, encoder: Encoder) -> Elsewhere:
    """The rows of the texts, those that came with the package not encoded again."""
    if not (texts.fields or texts.questions):
        return Elsewhere(encoder.encode_questions(()), encoder.encode_questions(()))
    known = carried(encoder.id)

    def rows(wanted: Sequence[str]) -> NDArray[np.float32]:
        new = [each for each in wanted if key(each) not in known]
        known.update(zip(map(key, new), encoder.encode_questions(new), strict=True))
        return np.array([known[key(each)] for each in wanted], dtype=np.float32).reshape(len(wanted), -1)

    return Elsewhere(rows(texts.fields), rows(texts.questions))


def key(text: str) -> str:
    """Under which the row of a text is carried; apart from the digests of passages."""
    return sha256(f"elsewhere\n{text}".encode()).hexdigest()
