"""The inputs of each way by their names in the spreadsheet: what the owner may change there."""

from __future__ import annotations

from typing import Literal, NamedTuple

from assistant.estimates.job import Input, JobInputs

Shape = Literal["plain", "money", "percent"]


class InputRow(NamedTuple):
    """A row of inputs: the name that formulas use, its words, its unit, and how it is shown."""

    name: str
    words: str
    unit: str
    shape: Shape = "plain"


INPUTS = (
    InputRow("items", "Items", "a week"),
    InputRow("minutes", "Hands-on time for one item", "minutes"),
    InputRow("hours", "Hours today", "h a week"),
    InputRow("weeks", "Weeks in which the work comes up", "a year"),
    InputRow("covered", "Share of items that it can take", "share", "percent"),
    InputRow("removed", "Share of the work on one that falls away", "share", "percent"),
    InputRow("review", "Checking what it did", "minutes an item"),
    InputRow("exceptions", "Share that needs something special", "share", "percent"),
    InputRow("dearer", "A special one takes, times a usual one", "times"),
    InputRow("adoption", "How much it will really be used", "share", "percent"),
    InputRow("upkeep_hours", "Own hours to keep it going", "h a month"),
    InputRow("setup_hours", "Own hours to set it up", "h, once"),
    InputRow("wage", "Wage", "an hour", "money"),
    InputRow("labour", "Cost of a worked hour over the wage", "times"),
    InputRow("bill", "Bill from outside for the work today", "a year", "money"),
    InputRow("setup_cost", "Set-up", "once", "money"),
    InputRow("overrun", "Set-up comes to, times what was said", "times"),
    InputRow("flat", "Price", "a month", "money"),
    InputRow("per_person", "Price for each person", "a month", "money"),
    InputRow("people", "People who are paid for", "people"),
    InputRow("per_item", "Price for each item", "an item", "money"),
    InputRow("upkeep_share", "Outside upkeep, of the set-up", "share a year", "percent"),
    InputRow("help", "Somebody called in", "a year", "money"),
    InputRow("rise", "Prices rise by", "a year", "percent"),
    InputRow("error_rate", "Items that go wrong today", "share", "percent"),
    InputRow("errors_removed", "Of these, no longer", "share", "percent"),
    InputRow("per_error", "One mistake costs", "each", "money"),
    InputRow("batches", "Weeks that a machine gets wrong", "a year"),
    InputRow("lost_sales", "Sales lost", "a month", "money"),
    InputRow("recovered", "Of these, won back", "share", "percent"),
    InputRow("margin_share", "Contribution margin", "share", "percent"),
    InputRow("posts", "Posts that are expected to go", "posts"),
    InputRow("post_month", "They go after month", "month"),
    InputRow("rate", "Money costs", "a year", "percent"),
    InputRow("horizon", "Looked at over", "months"),
)
ALWAYS = frozenset({"items", "minutes", "hours", "horizon"})


def given(job: JobInputs) -> dict[str, Input]:
    """The inputs of one way by row; one of items, minutes and hours is not given and follows from the other two."""
    errors, sales, mechanism = job.errors, job.sales, job.mechanism
    found: dict[str, Input | None] = {
        "items": job.items_per_week,
        "minutes": job.minutes_per_item,
        "hours": job.hours_per_week,
        "weeks": job.active_weeks,
        "covered": job.covered_share,
        "removed": job.removed_share,
        "review": job.review_minutes,
        "exceptions": job.exception_share,
        "dearer": job.exception_factor,
        "adoption": job.adoption,
        "upkeep_hours": job.upkeep_hours_per_month,
        "setup_hours": job.setup_hours,
        "wage": job.wage_per_hour,
        "labour": job.labour_factor,
        "bill": job.outside_bill_per_year,
        "setup_cost": job.setup_cost,
        "overrun": job.setup_overrun,
        "flat": job.cost_per_month,
        "per_person": job.cost_per_person_month,
        "people": job.people,
        "per_item": job.cost_per_item,
        "upkeep_share": job.upkeep_cost_share,
        "help": job.outside_help_per_year,
        "rise": job.price_rise,
        "error_rate": errors.error_rate if errors else None,
        "errors_removed": errors.errors_removed if errors else None,
        "per_error": errors.cash_per_error if errors else None,
        "batches": errors.batches_per_year if errors else None,
        "lost_sales": sales.lost_sales_per_month if sales else None,
        "recovered": sales.sales_recovered if sales else None,
        "margin_share": sales.contribution_margin if sales else None,
        "post_month": mechanism.month if mechanism else None,
    }
    return {name: one for name, one in found.items() if one is not None}


def settled(job: JobInputs) -> dict[str, float]:
    """Inputs that are no ranges."""
    posts = {"posts": job.mechanism.posts} if job.mechanism and job.mechanism.posts else {}
    return {"rate": job.discount_rate, "horizon": job.horizon_months, **posts}
