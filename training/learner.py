"""How every tower here learns: one optimiser over its additions and the heads behind it, warmed up, then faded."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.tower import Tower

LEAST, STEEPEST = 0.02, 1.0
"""Share of the rate that is left at the end, and the longest gradient of one step."""


@dataclass(frozen=True)
class Rates:
    """How fast the tower and its heads learn, how much is forgotten a step, and how many steps are warming up."""

    tower: float
    heads: float
    decay: float
    warm_up: int


class Learner:
    """AdamW (Loshchilov and Hutter 2019) for so many steps; each takes the loss of one batch."""

    def __init__(self, tower: Tower, heads: nn.Module, rates: Rates, steps: int) -> None:
        additions = [each for each in tower.parameters() if each.requires_grad]
        self._all = [*additions, *heads.parameters()]
        groups = [{"params": additions, "lr": rates.tower}, {"params": heads.parameters(), "lr": rates.heads}]
        self._optimiser = torch.optim.AdamW(groups, weight_decay=rates.decay, fused=True)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda step: min(1.0, step / rates.warm_up) * max(LEAST, 1 - step / steps)
        )

    def learn(self, loss: Tensor) -> float:
        """Take one step against a loss; its value comes back."""
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        nn.utils.clip_grad_norm_(self._all, STEEPEST)
        self._optimiser.step()
        self._schedule.step()
        return loss.item()
