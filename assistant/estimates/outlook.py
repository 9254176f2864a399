"""One way over the years: what it costs by then, what doing nothing costs, and what comes of it if it is given up."""

from __future__ import annotations

import numpy as np

from assistant.domain.advice import AllTold, Column, Outlook
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import Range
from assistant.domain.profile import Profile
from assistant.estimates import costs, hours, lasting
from assistant.estimates.draws import Draws
from assistant.estimates.estimate import EstimateSetting, as_range, known_by
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs, Lasting, Years
from assistant.estimates.outcome import Luck, Outcome, outcome
from assistant.estimates.weights import drivers

YEARS = (1, 3, 5)
SECOND_YEAR = (13, 24)
TO_ITS_MIDDLE = 1.5
"""Years from today to the middle of the second year."""


def outlook(profile: Profile, process_id: str, means_id: str, setting: EstimateSetting) -> Outlook:
    """The outlook of a means of the catalogue for a kind of work; raises UnknownName."""
    kind, means = setting.catalogue.process(process_id), setting.catalogue.way(means_id)
    if setting.memo is None:
        return outlook_means(profile, kind, means, setting)
    key = known_by("outlook", profile, (process_id, means_id), setting)
    return setting.memo.get(key, lambda: outlook_means(profile, kind, means, setting))


def outlook_means(profile: Profile, kind: ProcessKind, means: Means, setting: EstimateSetting) -> Outlook:
    """The same for a means that need not stand in the catalogue."""
    job = job_inputs(profile, kind, means, setting)
    luck, money = Luck(setting.seed, setting.draws), job.currency or "money"
    found = outcome(job, luck)
    swing = found.npv if found.gains.cash.any() else found.freed.net
    return Outlook(
        costs={years: as_range(found.outside.total(12 * years), money) for years in YEARS},
        doing_nothing=_doing_nothing(job.years, luck, found, money) if job.years else {},
        own_hours=as_range(_own_hours(job, luck, found), "h"),
        all_told=_all_told(job, job.lasting, luck, found) if job.lasting else None,
        columns=_columns(found, money),
        drivers=drivers(job, swing, setting.seed),
        horizon_months=job.horizon_months,
    )


def _own_hours(job: JobInputs, luck: Luck, found: Outcome) -> Draws:
    """Own hours to the horizon: setting it up, showing it to everybody else who uses it, looking after it."""
    upkeep = hours.yearly(found.freed.upkeep, found.work.weeks) * job.horizon_months / 12
    others = np.maximum(luck(job.people) - 1, 0.0)
    each = luck(job.training_hours_each) if job.training_hours_each else 0.0
    return np.asarray(found.setup_hours + costs.training_hours(others, each) + upkeep)


def _doing_nothing(years: Years, luck: Luck, found: Outcome, money: str) -> dict[int, Range]:
    volume, wage = luck(years.volume) - 1, luck(years.wage) - 1
    return {
        each: as_range(np.asarray(costs.doing_nothing_growing(found.work.cost_per_year, wage, volume, each)), money)
        for each in YEARS
    }


def _all_told(job: JobInputs, ends: Lasting, luck: Luck, found: Outcome) -> AllTold:
    """The same draws with the years' luck: the means may end early, and the work may grow or shrink."""
    money, horizon = job.currency or "money", job.horizon_months
    in_use = lasting.months_in_use(luck.even(ends.stream), ends.given_up_at_start, ends.given_up_a_year)
    paid = lasting.months_paid(in_use, ends.term_months, ends.notice_months)
    volume = luck(job.years.volume) ** TO_ITS_MIDDLE if job.years else 1.0
    freed = found.freed.gross * volume - found.freed.upkeep
    total = found.outside.total(np.minimum(paid, horizon))
    given_up = in_use < horizon
    return AllTold(
        kept=float(1 - np.mean(given_up)),
        hours_freed_per_week=as_range(freed * lasting.share_of_months(in_use, *SECOND_YEAR), "h/week"),
        cost_first_year=as_range(found.outside.total(np.minimum(paid, 12)), money),
        total_cost=as_range(total, money),
        lost=as_range(total[given_up], money) if given_up.any() else None,
    )


def _columns(found: Outcome, money: str) -> tuple[Column, ...]:
    """Two columns where a yes/no splits the cash: hours really leave a payroll or a bill, or they do not."""
    if found.gains.happens is None:
        return ()
    yes = found.gains.happens > 0
    sides = (("the hours leave the payroll or the bill", yes), ("nobody's pay and no bill changes", ~yes))
    return tuple(
        Column(when=when, likelihood=float(np.mean(side)), npv=as_range(found.npv[side], money))
        for when, side in sides
        if side.any()
    )
