"""What every sheet of the workbook asks for, and what one case is."""

from __future__ import annotations

from dataclasses import dataclass, field

Filled = dict[str, float | str]


@dataclass(frozen=True)
class Case:
    """One sheet: its title, its story, the inputs that are not the usual ones, published results, rows of its own.

    Published results are kept as they are printed, so that their last digit says how exact they are.
    """

    title: str
    story: str
    inputs: Filled
    published: dict[str, str] = field(default_factory=dict)
    extra: tuple[tuple[str, str, str], ...] = ()


# name, unit, what stands there when a case says nothing
INPUTS: tuple[tuple[str, str, float], ...] = (
    ("items a week", "items/week", 0),
    ("active weeks", "weeks/year", 52),
    ("minutes an item", "min", 0),
    ("hours said by the owner", "h/week, 0 = not said", 0),
    ("covered share", "share", 1),
    ("removed share", "share", 1),
    ("review minutes", "min/item", 0),
    ("exception share", "share", 0),
    ("exception ratio", "exception minutes ÷ minutes", 1),
    ("adoption plateau", "share", 1),
    ("ramp", "1 = months 1-4 at 0.2, 0.5, 0.75, 0.85; 0 = plateau from month 1", 0),
    ("upkeep hours a week", "own h/week", 0),
    ("wage an hour", "money/h", 0),
    ("on-cost factor", "×", 1),
    ("leave factor", "×", 1),
    ("cash hours a month", "h/month that leave a pay bill", 0),
    ("cash from month", "month", 1),
    ("cash probability", "share", 1),
    ("error rate before", "share of items", 0),
    ("error rate after", "share of items", 0),
    ("rework minutes", "min/error", 0),
    ("cash an error", "money/error", 0),
    ("lost sale share", "share of errors", 0),
    ("margin of a lost sale", "money", 0),
    ("batch probability", "share/year", 0),
    ("batch items", "items", 0),
    ("build", "money once", 0),
    ("data clean-up", "money once", 0),
    ("integration", "money once", 0),
    ("hardware", "money once", 0),
    ("people trained", "people", 0),
    ("training hours each", "h", 0),
    ("parallel weeks", "weeks", 0),
    ("parallel hours a week", "h/week", 0),
    ("own set-up hours", "h once", 0),
    ("subscription", "money/month", 0),
    ("units used", "units/month", 0),
    ("units in the plan", "units/month", 0),
    ("price of a unit above the plan", "money/unit", 0),
    ("outside upkeep", "money/month", 0),
    ("price rise", "share/year, from year 2, subscription and units", 0),
    ("exit hours", "own h once", 0),
    ("exit overlap months", "months of subscription at the first year's price", 0),
    ("early fee", "money once", 0),
    ("discount rate", "share/year", 0.12),
    ("horizon", "months", 36),
    ("wage growth", "share/year", 0),
    ("volume growth", "share/year", 0),
)
