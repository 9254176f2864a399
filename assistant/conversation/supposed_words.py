"""Sentences and the table of a branch: what is supposed, what would be done then, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.catalogue import Catalogue
from assistant.domain.catalogue import RESTS
from assistant.domain.facts import FIRM, Fact
from assistant.domain.flips import Change, Row, Standing, WhatIf
from assistant.domain.profile import Profile
from assistant.language.phrases import capital, lower, say_hours, say_list, say_money, say_number

CANNOT = (
    "I cannot work that one out: no figure that I reckon with changes by it. You can suppose another amount of work, "
    "another time for it, more or fewer people, another budget, another price, or doing without a tool."
)
DROPPED = "Dropped. Everything stays as it was."
KEPT = "From now on I reckon with that."
FORMS = {
    "items_per_week": "{value} {items} a week",
    "minutes_per_item": "{value} minutes for each {item}",
    "hours_per_week": "{value} hours a week for {name}",
    "headcount": "{value} people",
    "budget_first_year": "{value} to spend in the first year",
    "spare_hours_per_week": "{value} hours a week free for the change",
    "wage_per_hour": "{value} an hour for whoever does it",
    "offer_per_month": "{value} a month for what was offered",
    "offer_once": "{value} once for what was offered",
    "exception_share": "{value} {items} a special case",
    "error_rate": "{value} {items} wrong",
    "digital_input": "{value} {items} arriving typed",
    "rule_based": "{value} {items} by plain rules",
}
YES_NO = {
    "stable": ("{name} stays as it is", "{name} is about to change"),
    "documented": ("the steps of {name} are written down", "the steps of {name} are not written down"),
    "needed": ("somebody needs {name}", "nobody needs {name}"),
}
MONEY = ("budget_first_year", "wage_per_hour", "offer_per_month", "offer_once")
SHARES = ("exception_share", "error_rate", "digital_input", "rule_based")
LEAST_HOURS, LEAST_MONEY = 0.1, 10.0
"""Differences below these, hours a week and money in the first year, are none."""
ALL_ROWS, MOST_ROWS = 4, 6
LARGE = 1000.0


def supposed(made: WhatIf, known: Profile, catalogue: Catalogue, currency: str) -> str:
    """What is supposed, each with what it is today: 80 invoices a week instead of 40."""
    parts = [_change(each, known, catalogue, currency) for each in made.changes]
    told = {each.path.scope for each in made.changes}
    parts += [f"{catalogue.process(each).name} on top" for each in made.added if each not in told]
    parts += [f"no {lower(catalogue.way(made.without).name)}"] if made.without else []
    return say_list(parts)


def _change(change: Change, known: Profile, catalogue: Catalogue, currency: str) -> str:
    name, held = change.path.name, known.fact(change.path)
    kind = catalogue.process(change.path.scope) if change.path.scope != FIRM else None
    words = {"items": kind.items, "item": kind.item, "name": kind.name} if kind else {}
    if name in YES_NO:
        return YES_NO[name][0 if change.fact.value else 1].format(**words)
    said = FORMS.get(name, "{value}").format(value=_figure(name, change.fact, currency), **words)
    return f"{said} instead of {_figure(name, held, currency)}" if held and held.is_number else said


def _figure(name: str, fact: Fact, currency: str) -> str:
    """A figure or both its ends as an owner says it."""
    ends = (fact.low,) if fact.low == fact.high else (fact.low, fact.high)
    if name in SHARES:
        return f"{say_list([f'{10 * each:.3g}' for each in ends], 'to')} in 10"
    if name in MONEY:
        return say_list([say_money(each, currency) for each in ends], "to")
    return say_list([f"{each:,.4g}" if each < LARGE else say_number(each) for each in ends], "to")


def table(rows: Sequence[Row], currency: str) -> str:
    """One row for each piece of work, as it stands and as it would; of many only those that differ."""
    shown = list(rows) if len(rows) <= ALL_ROWS else [each for each in rows if _differs(each)][:MOST_ROWS] or rows[:1]
    return "\n".join(["| Work | As it is | If so |", "|---|---|---|", *(_line(each, currency) for each in shown)])


def _line(row: Row, currency: str) -> str:
    before = _cell(row, row.before, currency) if row.before else "Not there"
    after = _cell(row, row.after, currency) if _differs(row) else "The same"
    return f"| {capital(row.name)} | {before} | {after} |"


def _differs(row: Row) -> bool:
    if row.before is None or row.turns:
        return True
    hours = abs(row.after.hours_freed_per_week - row.before.hours_freed_per_week)
    return hours >= LEAST_HOURS or abs(row.after.cost_first_year - row.before.cost_first_year) >= LEAST_MONEY


def _cell(row: Row, stands: Standing, currency: str) -> str:
    if stands.decision == "leave it":
        return "Leave it as it is"
    title = stands.title.replace(f" for {row.name}", "")
    head = title if ": " in title or stands.decision in RESTS else f"{stands.decision}: {lower(title)}"
    hours, money = stands.hours_freed_per_week, stands.cost_first_year
    freed = f"frees {say_hours(hours, 'week')}" if hours else "frees nothing"
    cost = f"{say_money(money, currency)} in year one" if money else "nothing is bought"
    return f"{capital(head)}; {freed}; {cost}".replace("|", "/")


def comes_to(rows: Sequence[Row], currency: str) -> str:
    """What the difference means, in a sentence."""
    turned = [each.name for each in rows if each.turns]
    hours = sum(each.after.hours_freed_per_week - _before(each).hours_freed_per_week for each in rows)
    money = sum(each.after.cost_first_year - _before(each).cost_first_year for each in rows)
    parts = []
    if abs(hours) >= LEAST_HOURS:
        parts.append(f"frees about {say_hours(abs(hours), 'week')} {'more' if hours > 0 else 'less'}")
    if abs(money) >= LEAST_MONEY:
        parts.append(
            f"costs about {say_money(abs(money), currency)} {'more' if money > 0 else 'less'} in the first year"
        )
    told = f"it {say_list(parts)}" if parts else "hours and cost stay about the same"
    if turned:
        return f"That changes what I would do about {say_list(turned)}; in all {told}."
    return f"The advice holds; {told}."


def _before(row: Row) -> Standing:
    return row.before or Standing(
        decision="leave it", means="", title="", hours_freed_per_week=0.0, cost_first_year=0.0
    )
