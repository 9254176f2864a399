"""How likely a sentence says nothing beyond some statements that are true.

One pass of a tower of its own over the sentence and the statements nearest to it; a linear head on the states. It was
learnt by `python -m training.support` from the groups of `training/support`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoder.bundled import padded
from assistant.encoder.learnt import LearntHeads
from assistant.encoder.tower import weights_folder
from assistant.encoder.windows import FIRST, LAST

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST, ROOM = 64, 128
"""Wordpieces of the sentence, and of all statements together, that the tower sees."""
WORD = re.compile(r"[^\W_]+")
ROOT = 5
"""Letters by which two words are taken for forms of one."""
TEXTS = 2_000
"""Texts whose words are remembered: the statements of a reply are looked through with each of its sentences."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and statements as wordpieces; ids[1:stop] are the sentence's."""

    ids: tuple[int, ...]
    stop: int


class Support(LearntHeads):
    """Judges sentences by statements; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads nothing before it is needed; then raises EncoderMissing where a file is missing or not ours."""
        super().__init__(folder or weights_folder("support"))

    def load(self) -> None:
        """Load the weights now; raises EncoderMissing as anything that needs them."""
        _ = self.tower, self.tokenizer

    def share(self, sentence: str, statements: Sequence[str]) -> float:
        """Probability (0-1) that the sentence says nothing that the statements do not; 0 without statements."""
        if not statements:
            return 0.0
        pair = pair_of(self.tokenizer, sentence, nearest(sentence, statements))
        ids, mask = padded([pair.ids])
        states = self.tower.session.run(None, {"ids": ids, "mask": mask})[0][0]
        row = np.concatenate([states[0], states[1 : pair.stop].mean(axis=0), states[1 : pair.stop].max(axis=0)])
        return float(self.shares("support", row[None, :])[0, 0])


def nearest(sentence: str, statements: Sequence[str]) -> list[str]:
    """The statements in the order of the share of the sentence's words that they have, the best first."""
    words = _roots(sentence)
    return sorted(statements, key=lambda each: -len(words & _roots(each)) / (4 + len(_roots(each))) ** 0.5)


@lru_cache(maxsize=TEXTS)
def _roots(text: str) -> frozenset[str]:
    return frozenset(each.lower()[:ROOT] for each in WORD.findall(text))


def pair_of(tokenizer: Tokenizer, sentence: str, statements: Sequence[str]) -> Pair:
    """The sentence and as many statements behind it as there is room for."""
    own = tokenizer.encode(sentence, add_special_tokens=False).ids[:LONGEST] or [LAST]
    ids, room = [FIRST, *own, LAST], ROOM
    for each in statements:
        more = tokenizer.encode(each, add_special_tokens=False).ids[:room]
        ids += [*more, LAST]
        room -= len(more) + 1
        if room <= 0:
            break
    return Pair(tuple(ids), len(own) + 1)
