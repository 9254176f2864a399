"""What an owner takes for true: the truth, but for owners whose manner is "wrong"."""

from __future__ import annotations

import math
import zlib

import numpy as np

Value = float | bool | str | tuple[str, ...]

FIGURES = ("items_per_week", "minutes_per_item", "hours_per_week", "exception_share", "digital_input", "rule_based")
SHARES = ("exception_share", "digital_input", "rule_based")
MISTAKEN = ("stable", "documented", "needed", "own_accounts", "prerequisite_met", "consent", "data_terms")


def believed(owner: str, scope: str, name: str, truth: Value) -> Value:
    """The truth as a wrong owner has it: figures off by a lognormal factor of 0.35, one fact in ten plainly mistaken.

    It is the same whenever asked. What owners cannot be wrong about is left alone: how many they are, what they want to
    spend or give, what an offer says, who does the work (own guess).
    """
    rng = np.random.default_rng(zlib.crc32(f"{owner}/{scope}/{name}/{truth!r}".encode()))
    mistaken = rng.random() < 0.1
    if isinstance(truth, bool):
        return (not truth) if mistaken and name in MISTAKEN else truth
    if not isinstance(truth, float) or name not in (*FIGURES, "wage_per_hour", "free_cash", "minutes_to_person"):
        return truth
    if mistaken:  # a third or three times as much, and a share the wrong way round (own guess)
        return 1 - truth if name in SHARES else truth * (3.0 if rng.random() < 0.5 else 1 / 3)
    off = truth * math.exp(0.35 * rng.standard_normal())
    return min(off, 1.0) if name in SHARES else off
