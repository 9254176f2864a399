"""The results of each way as formulas of the spreadsheet, each with the figure that our own arithmetic comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from assistant.estimates import finance, hours, ledgers
from assistant.estimates.at_middle import at_middle, likely
from assistant.estimates.draws import Draws
from assistant.estimates.job import JobInputs
from assistant.estimates.outcome import Outcome, monthly_flows

Shape = Literal["hours", "whole", "money"]
NEVER, NONE_FREED = "never", "none freed"
CENT = f"-{finance.CENT}"


@dataclass(frozen=True)
class Likely:
    """A way at its likely figures: its inputs fixed, its results, its cash of each month."""

    job: JobInputs
    found: Outcome
    flows: Draws


class Result(NamedTuple):
    """A row of results: its words and unit, the sum in words, the formula, and what it comes to."""

    name: str
    words: str
    unit: str
    how: str
    formula: str | Callable[[JobInputs], str]
    value: Callable[[Likely], float]
    shape: Shape = "money"
    told: str = ""
    """What stands there instead of an infinite figure."""


def at_likely(job: JobInputs) -> Likely:
    """The way at its likely figures."""
    fixed, found = at_middle(job), likely(job)
    return Likely(fixed, found, monthly_flows(fixed, found.freed, found.outside, found.gains)[:, 0])


def _minutes(way: Likely) -> float:
    job, work = way.job, way.found.work
    handling = hours.Handling(
        covered=job.covered_share.spread[1],
        removed=job.removed_share.spread[1],
        review_minutes=job.review_minutes.spread[1],
        exceptions=job.exception_share.spread[1],
        exception_factor=job.exception_factor.spread[1],
    )
    return float(hours.freed_minutes_per_item(float(work.minutes[0]), handling))


def _price(way: Likely) -> float:
    net = float(hours.yearly(float(way.found.freed.net[0]), float(way.found.work.weeks[0])))
    freed = net * way.job.horizon_months / 12 - float(way.found.setup_hours[0])
    return float(ledgers.price_per_freed_hour(float(way.found.total[0]), freed))


def _cost_today(job: JobInputs) -> str:
    if job.outside_bill_per_year and job.is_done_outside:
        return "{bill}"
    return "{hours}*{weeks}*{loaded}" + ("+{bill}" if job.outside_bill_per_year else "")


def _hours_gone(job: JobInputs) -> str:
    """Hours a week that become cash; whole posts leave the payroll only where three quarters of one are free."""
    if job.mechanism is None or _by_bill(job):
        return "0"
    if not job.mechanism.posts:
        return "MAX({net},0)"
    each = "{net}/MAX({posts},1)"
    sizes = ",".join(
        f"IF(AND({size:g}<={ledgers.FULL_POST:g}*MIN({{posts}},1),{each}>={ledgers.ENOUGH:g}*{size:g}),MIN({size:g},{each}),0)"
        for size in sorted(job.post_sizes)
    )
    return f"MAX(0,{sizes})*MAX({{posts}},1)"


def _by_bill(job: JobInputs) -> bool:
    return bool(job.mechanism and job.mechanism.bill_per_year and not job.mechanism.posts)


def _cash_of_hours(job: JobInputs) -> str:
    if _by_bill(job):
        return "{bill}*MAX(0,MIN(1,IF({hours}>0,{gross}/{hours},0)))/12"
    return "{gone}*{weeks}/12*{loaded}"


def _gone(way: Likely) -> float:
    job, net = way.job, float(way.found.freed.net[0])
    if job.mechanism is None or _by_bill(job):
        return 0.0
    return (
        float(ledgers.post_hours_gone(net, job.post_sizes, job.mechanism.posts))
        if job.mechanism.posts
        else max(net, 0.0)
    )


RESULTS = (
    Result("freed_minutes", "Minutes freed on each item", "minutes",
           "share it takes × [usual ones × (work that falls away − checking) − special ones × their extra time]",
           "{covered}*((1-{exceptions})*({removed}*{minutes}-{review})-{exceptions}*({dearer}-1)*{minutes})",
           _minutes, "hours"),
    Result("gross", "Hours freed before looking after it", "h a week", "use × items × minutes freed ÷ 60",
           "{adoption}*{items}*{freed_minutes}/60", lambda way: float(way.found.freed.gross[0]), "hours"),
    Result("upkeep", "Own hours to look after it", "h a week", "hours a month × 12 ÷ weeks of work",
           "{upkeep_hours}*12/{weeks}", lambda way: float(way.found.freed.upkeep[0]), "hours"),
    Result("net", "Hours freed", "h a week", "hours freed before looking after it − own hours to look after it",
           "{gross}-{upkeep}", lambda way: float(way.found.freed.net[0]), "hours"),
    Result("loaded", "A worked hour costs", "an hour", "wage × cost over the wage",
           "{wage}*{labour}", lambda way: float(way.found.work.loaded_cost[0])),
    Result("today", "The work costs today", "a year", "hours × weeks × cost of an hour, and the bill from outside",
           _cost_today, lambda way: float(way.found.work.cost_per_year[0]), "whole"),
    Result("setup", "Set-up as it comes out", "once", "set-up × how it turns out",
           "{setup_cost}*{overrun}", lambda way: float(way.found.outside.setup[0]), "whole"),
    Result("subscription", "Paid a month in the first year", "a month",
           "price + price a person × people + items taken × price an item",
           "{flat}+{per_person}*{people}+{items}*{covered}*{weeks}*{per_item}/12",
           lambda way: float(way.found.outside.subscription[0])),
    Result("outside", "Outside upkeep a month", "a month", "(set-up × upkeep share + somebody called in) ÷ 12",
           "({setup}*{upkeep_share}+{help})/12", lambda way: float(way.found.outside.upkeep[0])),
    Result("first_year", "Cost of the first year", "in all", "set-up + 12 × (paid a month + upkeep a month)",
           "{setup}+12*({subscription}+{outside})",
           lambda way: float(way.found.outside.setup[0] + way.found.outside.in_year(1)[0]), "whole"),
    Result("second_year", "Cost of the second year", "in all", "12 × (paid a month, risen + upkeep a month)",
           "12*({subscription}*(1+{rise})+{outside})", lambda way: float(way.found.outside.in_year(2)[0]), "whole"),
    Result("total", "Cost over the months looked at", "in all",
           "set-up + each month's price, risen once a year + upkeep",
           "{setup}+{outside}*{horizon}+{subscription}*SUMPRODUCT(({MONTH}>=1)*({MONTH}<={horizon})*(1+{rise})^({YEAR}-1))",
           lambda way: float(way.found.total[0]), "whole"),
    Result("cash_errors", "Cash of mistakes not made", "a month",
           "(items × weeks × wrong ones × no longer − weeks got wrong × items) × what one costs × use ÷ 12",
           "({items}*{weeks}*{error_rate}*{errors_removed}-{batches}*{items})*{per_error}*{adoption}/12",
           lambda way: float(way.found.gains.errors[0])),
    Result("gone", "Hours that leave a payroll or a bill by the hour", "h a week",
           "whole posts, where three quarters of their hours are free; or hours that are paid one by one",
           _hours_gone, _gone, "hours"),
    Result("cash_hours", "Cash of hours, if it really happens", "a month",
           "hours that leave × weeks ÷ 12 × cost of an hour; of a bill the share of the work that goes",
           _cash_of_hours, lambda way: float(way.found.gains.hours[0])),
    Result("cash", "Cash before these costs, if it really happens", "a year", "12 × (cash of mistakes + cash of hours)",
           "12*({cash_errors}+{cash_hours})", lambda way: float(way.found.gains.cash[0] * 12), "whole"),
    Result("margin", "Margin won back", "a year", "12 × sales lost × won back × contribution margin × use",
           "12*{lost_sales}*{recovered}*{margin_share}*{adoption}",
           lambda way: float(way.found.gains.margin[0] * 12), "whole"),
    Result("payback", "Paid back after", "months", "first month from which the running total stays at or above nil",
           'IF({LAST}<' + CENT + ',"' + NEVER + '",SUMPRODUCT(MAX(({RUNNING}<' + CENT + ')*({MONTH}+1))))',
           lambda way: float(way.found.payback[0]), "whole", NEVER),
    Result("npv", "Worth today, cash less costs", "in all", "each month's cash at what money costs, less the set-up",
           "SUMPRODUCT({FLOW}*(1+{rate})^(-{MONTH}/12))-{setup}", lambda way: float(way.found.npv[0]), "whole"),
    Result("price", "Price of a freed hour", "an hour",
           "cost over the months ÷ (hours freed in them − own hours to set it up)",
           'IF({net}*{weeks}*{horizon}/12-{setup_hours}>0,{total}/({net}*{weeks}*{horizon}/12-{setup_hours}),"'
           + NONE_FREED + '")', _price, "money", NONE_FREED),
)  # fmt: skip
THIRD = {
    "items": "IF({minutes}>0,60*{hours}/{minutes},0)",
    "minutes": "IF({items}>0,60*{hours}/{items},0)",
    "hours": "{items}*{minutes}/60",
}
"""Of items, minutes and hours the one that was not given."""
