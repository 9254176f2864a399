"""What the page calls each fact, dimension and kind of clause."""

from __future__ import annotations

from typing import Literal, NamedTuple

from assistant.domain.proposal import RISK_WORDS, Grade, Risk

Form = Literal["text", "number", "hours", "share", "money", "level"]


class Label(NamedTuple):
    """The words for a fact, and how its value is read."""

    words: str
    form: Form = "text"


FIRM_LABELS: dict[str, Label] = {
    "industry": Label("Trade"),
    "headcount": Label("People", "number"),
    "stage": Label("Stage"),
    "country": Label("Country"),
    "currency": Label("Money in"),
    "revenue_per_year": Label("Sales a year", "money"),
    "growth_per_year": Label("Growth a year", "share"),
    "change_within_months": Label("Months until it changes", "number"),
    "wage_per_hour": Label("An hour costs", "money"),
    "free_cash": Label("Free cash", "money"),
    "active_changes": Label("Changes under way", "number"),
    "own_accounts": Label("Each has an own login"),
    "contribution_margin": Label("Margin on a sale", "share"),
    "customers_asked": Label("Customers asked", "number"),
    "budget_first_year": Label("To spend, first year", "money"),
    "spare_hours_per_week": Label("Spare hours a week", "hours"),
    "team_skill": Label("Skill with tools", "level"),
}

WORK_LABELS: dict[str, Label] = {
    "hours_per_week": Label("Hours a week", "hours"),
    "items_per_week": Label("How many a week", "number"),
    "minutes_per_item": Label("Minutes each", "number"),
    "people": Label("People on it", "number"),
    "doer": Label("Who does it"),
    "freed_hours_use": Label("Use of freed hours"),
    "error_rate": Label("Done wrong", "share"),
    "exception_share": Label("Special cases", "share"),
    "customer_facing": Label("Customers see it", "level"),
    "digital_input": Label("Arrives typed", "share"),
    "rule_based": Label("Follows plain rules", "share"),
    "stable": Label("Stays as it is"),
    "documented": Label("Written down"),
    "active_weeks": Label("Weeks a year", "number"),
    "wage_per_hour": Label("An hour costs", "money"),
    "posts_expected_to_go": Label("Posts to go"),
    "staff_told": Label("Those who do it told"),
    "doers_asked": Label("Doers asked"),
    "reversible": Label("Can be undone"),
    "needed": Label("Still needed"),
    "wanted_means": Label("Tool in mind"),
    "reasons": Label("Your reason"),
    "past_attempt": Label("Tried before"),
    "cash_per_error": Label("A mistake costs", "money"),
    "lost_sales_per_month": Label("Sales lost a month", "money"),
    "cause_changed": Label("Cause has changed"),
    "prerequisite_met": Label("What it needs is there"),
    "minutes_to_person": Label("Minutes to a person", "number"),
    "qualified_review": Label("Looked at by a qualified person"),
    "data_terms": Label("Data terms signed"),
    "consent": Label("Customers agreed"),
    "outside_bill_per_year": Label("Outside bill a year", "money"),
    "own_feature": Label("A tool you pay for can do it"),
    "offer_once": Label("Offered for, once", "money"),
    "offer_per_month": Label("Offered for, a month", "money"),
}

ASKED_OF_FIRM = ("spare_hours_per_week",)
"""Facts of the firm that are always asked, beside the goal and what customers come for."""
ASKED_OF_WORK = ("hours_per_week", "doer", "freed_hours_use")
"""Facts of the first piece of work that are always asked."""

DIMENSIONS: dict[str, tuple[str, str]] = {
    "capability": ("Capability", "Does it strengthen what you are good at, and can you run it?"),
    "market": ("Market", "Does it fit what your customers come for?"),
    "resource": ("Resource", "Are the money, the hours and the people there?"),
}
"""The three dimensions that are scored and shown first."""
THE_REST = (
    "Everything else",
    "Goals, the work itself, people, delivery, measures, governance, stage, systems, evidence.",
)

BASIS: dict[str, str] = {
    "owner": "you said",
    "computed": "computed",
    "benchmark": "from others' figures",
    "vendor": "the vendor says",
    "assumed": "assumed",
}

RISKS: dict[Risk, tuple[str, str, Literal["ok", "no", "un", "na"]]] = {
    "blocker": ("■", RISK_WORDS["blocker"], "no"),
    "flag": ("✕", RISK_WORDS["flag"], "no"),
    "watch": ("?", RISK_WORDS["watch"], "un"),
    "ok": ("✓", RISK_WORDS["ok"], "ok"),
}
"""A clause's risk as sign, word and tone."""


GRADE_TONE: dict[Grade, Literal["ok", "no", "un", "na"]] = {"A": "ok", "B": "ok", "C": "un", "D": "no", "E": "no"}
KINDS: dict[Risk, str] = {"blocker": "raise", "flag": "raise", "watch": "watch", "ok": "ok"}
"""What the filter by risk goes by: two risks are one kind, for both are talked about with the vendor."""


def fact_words(name: str) -> str:
    """The words for a fact of a rule or an estimate, by its name."""
    known = WORK_LABELS.get(name) or FIRM_LABELS.get(name)
    return known.words if known else plain(name)


def plain(name: str) -> str:
    """An id as words: "notice_period" is "Notice period"."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
