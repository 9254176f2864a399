"""Hours that a way frees, draw by draw: formula 2 put to the inputs' draws, or to what check-ins have taught."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.estimates import hours
from assistant.estimates.draws import Draws
from assistant.estimates.going import Going
from assistant.estimates.job import JobInputs, Luck
from assistant.estimates.workload import Workload


@dataclass(frozen=True)
class Freed:
    """Hours a week at full use, adoption at its plateau, upkeep, and what is left before (gross) and after it (net)."""

    full: Draws
    adoption: Draws
    upkeep: Draws
    gross: Draws
    net: Draws


def freed(job: JobInputs, luck: Luck, work: Workload, covered: Draws) -> Freed:
    """What the catalogue's ranges and the owner's words make of it."""
    handling = hours.Handling(
        covered=covered,
        removed=luck(job.removed_share),
        review_minutes=luck(job.review_minutes),
        exceptions=luck(job.exception_share),
        exception_factor=luck(job.exception_factor),
    )
    minutes = hours.freed_minutes_per_item(work.minutes, handling)
    upkeep = luck(job.upkeep_hours_per_month) * 12 / work.weeks
    return _made(np.asarray(hours.freed_hours(work.items, minutes, 1.0, 0.0)), luck(job.adoption), upkeep)


def freed_so_far(seen: Going) -> Freed:
    """What a way frees by what was counted of it."""
    minutes = seen.covered * (seen.minutes - seen.minutes_new)
    return _made(np.asarray(hours.freed_hours(seen.items, minutes, 1.0, 0.0)), seen.adoption, seen.upkeep)


def _made(full: Draws, adoption: Draws, upkeep: Draws) -> Freed:
    gross = adoption * full
    return Freed(full=full, adoption=adoption, upkeep=upkeep, gross=gross, net=gross - upkeep)
