"""What a way has cost and brought by each month: its running total over the draws of its estimate."""

from __future__ import annotations

import numpy as np

from assistant.domain.facts import Range
from assistant.estimates import finance
from assistant.estimates.job import JobInputs
from assistant.estimates.outcome import Luck, monthly_flows, outcome
from assistant.estimates.ranges import as_range


def running(job: JobInputs, luck: Luck) -> tuple[Range, ...]:
    """Money so far as P10, P50 and P90: first with only the set-up paid, then after each month to the horizon.

    What is out of pocket is ranked, as costs are elsewhere: where nothing comes in, the total after twelve months is
    the cost of the first year with its ends turned round.
    """
    found = outcome(job, luck)
    flows = monthly_flows(job, found.freed, found.outside, found.gains)
    start = np.broadcast_to(found.outside.setup, flows.shape[1:])
    owed = [start, *(-finance.running_total(found.outside.setup, flows))]
    return tuple(_turned(as_range(each, job.currency or "money")) for each in owed)


def _turned(owed: Range) -> Range:
    ends = [None if each is None else 0.0 - each for each in (owed.high, owed.mid, owed.low)]
    return Range(low=ends[0], mid=ends[1], high=ends[2], unit=owed.unit)
