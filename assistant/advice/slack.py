"""By how much a way is worth it, and what is said where it is not."""

from __future__ import annotations

from math import log

from assistant.advice.suitability import Hurdle
from assistant.domain.advice import Estimate
from assistant.language.phrases import say_money

HOUR_WORTH_SHARE = 0.5
"""A freed hour counts at half of what an hour costs: capacity is not cash."""
LEAST_HOURS_FREED = 0.2
LEAST_PRICE_OF_HELP = 0.7
"""Below this share of an own hour's cost nobody outside does the work: the flat price was for less of it."""
SURELY = 5.0
"""Slack where there is nothing to weigh; logarithm of a ratio, as all slack is."""
NOTHING = 1e-6


def slack_of(made: Estimate) -> float:
    """By how much a way is worth it, as the logarithm of a ratio: 0 where it just is, below 0 where it is not.

    Its freed hours must be enough and cheap enough, or its money outweigh what it costs; and it never costs more than
    the whole work.
    """
    worth = max(_by_hours(made), _by_money(made))
    return min(worth, _below_ceiling(made))


def too_dear(made: Estimate, currency: str) -> Hurdle | None:
    """What is said of a way that costs more than the work; None where it does not."""
    if not made.above_ceiling:
        return None
    total = made.total_cost.mid if made.total_cost else None
    cost = say_money((total or 0.0) * 12 / made.horizon_months, currency)
    job = say_money(made.cost_today_per_year.mid or 0.0, currency)
    words = f"costs more than the whole job: about {cost} a year, set-up included, against {job}"
    return Hurdle(words=words, by_size=True)


def too_little(made: Estimate, currency: str) -> Hurdle | None:
    """What is said of a way that brings too little for its price; None where it is worth it."""
    hour, freed = made.loaded_cost_per_hour.mid or 0.0, made.hours_freed_per_week.mid or 0.0
    price, limit = made.price_per_freed_hour.mid, HOUR_WORTH_SHARE * hour
    if made.means_id == "outsrc" and (price or hour) < LEAST_PRICE_OF_HELP * hour:
        return Hurdle(words="no price is known for handing over that much work; ask two firms for one")
    if slack_of(made) >= 0:
        return None
    if 0 < freed < LEAST_HOURS_FREED:
        words = "would free next to nothing"
    elif freed <= 0 or price is None:
        words = "would cost more hours than it frees"
    else:
        most = say_money(limit, currency)
        words = f"each freed hour would cost {say_money(price, currency)}, and one is worth buying up to {most}"
    return Hurdle(words=words, by_size=True)


def _by_hours(made: Estimate) -> float:
    freed, hour = made.hours_freed_per_week.mid or 0.0, made.loaded_cost_per_hour.mid or 0.0
    price = made.price_per_freed_hour.mid
    if freed <= 0 or price is None:
        return -SURELY
    return min(log(freed / LEAST_HOURS_FREED), _ratio(HOUR_WORTH_SHARE * hour, price))


def _by_money(made: Estimate) -> float:
    """By cash and margin a year against what the way costs a year."""
    worth = (made.cash_per_year.mid or 0.0) + (made.margin_per_year.mid or 0.0)
    after = made.cost_per_year_after.mid or 0.0
    return _ratio(worth, after) if worth > after else -SURELY


def _below_ceiling(made: Estimate) -> float:
    total = (made.total_cost.mid if made.total_cost else None) or 0.0
    room = _ratio(made.cost_today_per_year.mid or 0.0, total * 12 / made.horizon_months)
    return min(room, -NOTHING) if made.above_ceiling else max(room, 0.0)


def _ratio(bearable: float, cost: float) -> float:
    """The logarithm of what can be borne over what it costs."""
    if cost <= 0:
        return SURELY
    return log(bearable / cost) if bearable > 0 else -SURELY
