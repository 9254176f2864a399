"""The sentences that tell at which value an answer changes."""

from __future__ import annotations

from math import ceil, floor, log10

from assistant.domain.catalogue import Decision, Means, ProcessKind
from assistant.domain.facts import FactPath, Noun
from assistant.domain.flips import FlipCondition
from assistant.language.phrases import lower, say_money, say_number

ASK_AGAIN = {
    "stable": "Ask again once the change is over and it stays as it is.",
    "documented": "Ask again once the steps stand on one page that somebody new could follow.",
    "needed": "Keep it after all if somebody turns out to miss it.",
    "team_skill": "Ask again when somebody in the firm is at home enough with such tools to look after it.",
    "digital_input": "Ask again when at least {needed} arrive typed, by mail or a form (now about {now}).",
    "rule_based": "Ask again when at least {needed} follow plain rules (now about {now}).",
    "exception_share": "Ask again when no more than {needed} are special cases ({today} about {now}).",
    "items_per_week": "Ask again at {needed} {items} a week or more ({today} {now}).",
    "hours_per_week": "Ask again when it takes {needed} hours a week or more ({today} {now}).",
    "wage_per_hour": "Ask again when an hour of it costs you {needed} in pay or more ({today} {now}).",
    "offer_per_month": "Ask again when {means} can be had for {needed} a month or less ({today} about {now}).",
    "offer_once": "Ask again when {means} can be set up for {needed} or less ({today} about {now}).",
    "budget_first_year": "Ask again when {needed} can be spent in the first year (now {now}).",
    "spare_hours_per_week": "Ask again when somebody has {needed} hours a week free for it (now {now}).",
    "active_changes": "Ask again when the changes under way are down to {needed} (now {now}).",
    "own_feature": "Ask again if a tool that you already pay for turns out to do it.",
}
ORDER = tuple(ASK_AGAIN)
DROP = "Drop it below about {needed} {items} a week ({today} {now})."
NAMES = {
    "stable": "stays as it is",
    "documented": "written down in steps",
    "own_feature": "a tool that is paid for can do it",
    "needed": "somebody needs it",
    "team_skill": "skill in the team, 0 to 3",
    "digital_input": "share that arrives typed",
    "rule_based": "share that follows plain rules",
    "exception_share": "share of special cases",
    "items_per_week": "{items} a week",
    "hours_per_week": "hours a week",
    "wage_per_hour": "what an hour costs in pay",
    "offer_per_month": "price a month of {means}",
    "offer_once": "price once of {means}",
    "budget_first_year": "to spend in the first year",
    "spare_hours_per_week": "free hours a week for the change",
    "active_changes": "changes under way",
}
COUNTED = ("items_per_week", "hours_per_week", "spare_hours_per_week")
YES_NO = ("stable", "documented", "own_feature", "needed")
NEVER_NOTHING = ("items_per_week", "hours_per_week", "wage_per_hour")
SHARES = ("digital_input", "rule_based", "exception_share")
MONEY = ("wage_per_hour", "offer_per_month", "offer_once", "budget_first_year")
TENTHS, TWENTIETHS = 10, 20
TINY = 1e-6


class Turned(Noun):
    """A fact that changes an answer: its value now (None where nobody said it), the one needed and what it leads to.

    `means` is the way that it opens, or the one that is given up where it `drops` one.
    """

    path: FactPath
    now: bool | float | None
    needed: bool | float
    said: bool
    becomes: Decision
    means: str
    drops: bool = False


def outward(value: float, now: float, name: str) -> float:
    """A value rounded away from today's, so that it still changes the answer: two digits, shares to a twentieth.

    >>> outward(12.2, 3.0, "items_per_week"), outward(0.37, 0.5, "exception_share"), outward(1261.0, 500.0, "budget")
    (13.0, 0.35, 1300.0)
    """
    step = 1 / TWENTIETHS if name in SHARES else 10.0 ** (floor(log10(value)) - 1) if value > 0 else 1.0
    whole = ceil(value / step - TINY) if value > now else floor(value / step + TINY)
    return round(whole * step, 6)


def condition(turned: Turned, kind: ProcessKind, means: Means, currency: str) -> FlipCondition:
    """The flip condition with its sentence; money is in the firm's own currency."""
    name = turned.path.name
    words = {
        "items": kind.items if name == "items_per_week" else "hours",
        "means": lower(means.name),
        "needed": figure(name, turned.needed, currency),
        "now": figure(name, turned.now, currency) if turned.now is not None else "",
        "today": "now" if turned.said else "assumed now",
    }
    return FlipCondition(
        path=turned.path,
        fact=named(name, kind, means),
        now=turned.now,
        needed=turned.needed,
        unit="share" if name in SHARES else currency if name in MONEY else words["items"] if name in COUNTED else "",
        becomes=turned.becomes,
        text=(DROP if turned.drops else ASK_AGAIN[name]).format(**words),
        means=means.id,
        drops=turned.drops,
    )


def named(name: str, kind: ProcessKind, means: Means) -> str:
    """What a fact is called, of some work and a way of doing it."""
    return NAMES[name].format(items=kind.items, means=lower(means.name))


def figure(name: str, value: bool | float, currency: str) -> str:
    """A value as an owner says it: 3 in 10, £1,200, 8, yes."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in SHARES:
        tenths = value * TENTHS
        even = abs(tenths - round(tenths)) < 0.25
        return f"{tenths:.0f} in {TENTHS}" if even else f"{value * TWENTIETHS:.0f} in {TWENTIETHS}"
    if name in MONEY:
        return say_money(value, currency)
    return say_number(value) if value else "nothing"
