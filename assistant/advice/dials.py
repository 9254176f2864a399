"""Figures that sums hang on, how far each could go, and where it would turn one way: worked out on few draws."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite, log

from assistant.advice.again import FEW_DRAWS, Decided, supposed
from assistant.advice.options import Option
from assistant.advice.slack import HOUR_WORTH_SHARE, LEAST_HOURS_FREED, NOTHING, slack_of
from assistant.domain.advice import Estimate
from assistant.domain.facts import Fact, FactPath, Noun
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import estimate, price_of
from assistant.estimates.flips import FARTHEST, Standpoint, between, crossing
from assistant.estimates.setting import EstimateSetting, country_of

WORTH_A_RISE = 2.0
"""Nobody's hour comes to cost more than so many times what it does."""
CHEAPEST, LEAST_SHARE = 0.4, 0.05
"""The lowest price that is believed, as a share of today's; the smallest share of special cases."""
AT_MOST_GAINED = 2.0
"""Slack that is won for each share of special cases that goes, at most."""
USUAL_WEEKS, USUAL_EXTRA = 46.0, 1.05
"""Weeks of work a year, and what more of it costs where items have a price."""


class Dial(Noun):
    """A figure that could be another one: its value now, whether that was said, and the farthest that is of use."""

    path: FactPath
    now: float
    far: float
    said: bool
    option: Option
    guess: float
    """Where it would open the option, by a rule of thumb."""
    gate: float | None = None
    """The value that it must reach whatever the sums say."""
    drops: bool = False
    """True where it is moved until the option is no longer worth it."""

    @property
    def steps(self) -> float:
        """How far away the guess is, as the logarithm of a ratio."""
        return abs(log(self.guess / self.now))

    def reaches(self, value: float, other: float) -> bool:
        """True where one value is nearer to today's than another."""
        return value < other if self.far > self.now else value > other


def dials_of(option: Option, profile: Profile, process: Process, setting: EstimateSetting) -> tuple[Dial, ...]:
    """The figures that one way hangs on; where special cases close it, only their share."""
    cases = exceptions(option, process, setting)
    if option.hurdle and option.hurdle.fact == "exception_share":
        return (cases,) if cases else ()
    found = (
        amount(option, process),
        wage(option, profile, process, setting),
        cases,
        *prices(option, profile, process, setting),
    )
    return tuple(each for each in found if each)


def turning(dial: Dial, stands: Decided) -> float | None:
    """About the value at which the dial's option is worth it, on few draws; None where none is within reach."""
    slack = _slack_at(dial, stands)
    if dial.gate is None:
        today = Standpoint(value=dial.now, slack=min(slack_of(dial.option.estimate), -NOTHING))
        return crossing(slack, today, dial.guess, dial.far)
    today = Standpoint(value=dial.gate, slack=slack(dial.gate))
    return dial.gate if today.slack >= 0 else crossing(slack, today, dial.gate / 2, dial.far)


def losing(dial: Dial, stands: Decided) -> float | None:
    """About the value at which the dial's option is no longer worth it; None where it stays so, or is not so now."""
    now = slack_of(dial.option.estimate)
    if now <= 0:
        return None
    slack = _slack_at(dial, stands)
    return crossing(lambda value: -slack(value), Standpoint(value=dial.now, slack=-now), dial.guess, dial.far)


def amount(option: Option, process: Process, *, falls: bool = False) -> Dial | None:
    """How much of the work there is: items where the owner counted them, else hours a week."""
    items, hours = _figure(process.items_per_week), _figure(process.hours_per_week)
    counted = items is not None and items.mid > 0
    now = items.mid if items and counted else hours.mid if hours else (option.estimate.hours_today_per_week.mid or 0.0)
    if now <= 0:
        return None
    path = FactPath(scope=process.id, name="items_per_week" if counted else "hours_per_week")
    far = now / FARTHEST if falls else now * FARTHEST
    guess = between(now * _factor(option.estimate) * USUAL_EXTRA, now, far)
    said = counted or hours is not None
    return Dial(path=path, now=now, far=far, said=said, option=option, guess=guess, drops=falls)


def wage(option: Option, profile: Profile, process: Process, setting: EstimateSetting) -> Dial | None:
    """What an hour of the work costs in pay, where a dearer hour would make a freed one worth its price."""
    price, hour = option.estimate.price_per_freed_hour.mid, option.estimate.loaded_cost_per_hour.mid
    if price is None or not hour or (option.estimate.hours_freed_per_week.mid or 0.0) < LEAST_HOURS_FREED:
        return None
    fact = _figure(process.wage_per_hour) or _figure(profile.business.wage_per_hour)
    country = country_of(profile, setting.catalogue)
    usual = country.wage_per_hour[1] if country else setting.priors.defaults.wage_per_hour.mid
    now = fact.mid if fact else usual
    guess = now * price / (HOUR_WORTH_SHARE * hour)
    if not now < guess <= now * WORTH_A_RISE:
        return None
    path = FactPath(scope=process.id, name="wage_per_hour")
    return Dial(path=path, now=now, far=now * WORTH_A_RISE, said=fact is not None, option=option, guess=guess)


def prices(option: Option, profile: Profile, process: Process, setting: EstimateSetting) -> tuple[Dial, ...]:
    """What the way is offered for a month and once, where one of them alone could be low enough."""
    made, wanted = option.estimate, process.wanted_means
    price, hour, total = made.price_per_freed_hour.mid, made.loaded_cost_per_hour.mid, made.total_cost
    other = wanted is not None and wanted.value != option.means.id
    if other or not price or not hour or total is None or not total.mid:
        return ()
    too_much = total.mid - total.mid * HOUR_WORTH_SHARE * hour / price
    today = price_of(profile, process.id, option.means.id, setting.on(FEW_DRAWS))
    first_over_later = max(0.0, (made.cost_first_year.mid or 0.0) - (made.cost_per_year_after.mid or 0.0))
    parts = (
        ("offer_per_month", process.offer_per_month, today.per_month, today.per_month * made.horizon_months),
        ("offer_once", process.offer_once, today.once, first_over_later),
    )
    return tuple(
        Dial(
            path=FactPath(scope=process.id, name=name), now=now, far=now * CHEAPEST, said=told is not None,
            option=option, guess=now * share,
        )
        for name, told, usual, comes_to in parts
        if comes_to > 0 and CHEAPEST <= (share := 1 - too_much / comes_to) < 1
        if (now := told.mid if told and told.is_number else usual) > 0
    )  # fmt: skip


def exceptions(option: Option, process: Process, setting: EstimateSetting) -> Dial | None:
    """The share of special cases, where fewer of them would leave more to the machine."""
    if option.means.decision in ("stop doing it", "simplify first"):
        return None
    told = _figure(process.exception_share)
    now = told.mid if told else setting.catalogue.process(process.id).exception_share[1]
    if now <= LEAST_SHARE or slack_of(option.estimate) < -AT_MOST_GAINED * (now - LEAST_SHARE):
        return None
    shut = option.hurdle.opens_at if option.hurdle and option.hurdle.fact == "exception_share" else None
    gate = shut if isinstance(shut, float) and shut < now else None
    path, guess = FactPath(scope=process.id, name="exception_share"), gate or LEAST_SHARE
    return Dial(path=path, now=now, far=LEAST_SHARE, said=told is not None, option=option, guess=guess, gate=gate)


def _slack_at(dial: Dial, stands: Decided) -> Callable[[float], float]:
    quick = stands.setting.on(FEW_DRAWS)
    means_id = dial.option.means.id

    def slack(value: float) -> float:
        changed = supposed(stands.profile, dial.path, value, means_id)
        return slack_of(estimate(changed, dial.path.scope, means_id, quick))

    return slack


def _factor(made: Estimate) -> float:
    """How many times the work there must be for the way to be worth it, if all that it costs stays as it is."""
    net, upkeep = made.hours_freed_per_week.mid or 0.0, made.upkeep_hours_per_week.mid or 0.0
    gross = (made.gross_hours_freed_per_week.mid if made.gross_hours_freed_per_week else None) or net + upkeep
    if gross <= 0:
        return FARTHEST
    total = (made.total_cost.mid if made.total_cost else None) or 0.0
    setup, price = made.setup_hours.mid or 0.0, made.price_per_freed_hour.mid
    known = price and isfinite(price) and net > 0
    weeks = (total / price + setup) / net if known and price else USUAL_WEEKS * made.horizon_months / 12
    paid = total / (HOUR_WORTH_SHARE * (made.loaded_cost_per_hour.mid or 1.0))
    return max((paid + setup) / weeks, LEAST_HOURS_FREED) / gross + upkeep / gross


def _figure(fact: Fact | None) -> Fact | None:
    return fact if fact is not None and fact.is_number else None
