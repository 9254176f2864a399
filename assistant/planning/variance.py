"""Why the hours freed are not those planned: the gap taken apart into its causes, which add up to it.

Net hours a week are H = V * a * (m - m1) / 60 - u: V items, a the share that goes the new way, m minutes by the old
way, m1 by the new, u upkeep. m1 = (1 - e) * c + e * x: e the share that goes wrong or needs a person, x its minutes, c
those of an item that runs through. Each cause gets the mean of what it changes over every order in which the planned
figures could become the actual ones (Shapley, Contributions to the Theory of Games II, 1953; for decompositions
Shorrocks, Journal of Economic Inequality 11, 2013): no order is favoured, and the parts add up to the gap exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import factorial

from assistant.domain.check_in import Actuals, Expected, Factor, FactorName, Figure, Variance
from assistant.language.phrases import capital, lower, say_hours, say_money, say_number

Figures = Mapping[FactorName, float]
WORTH_SAYING = 0.05
"""Hours a week below which a cause is not spoken of."""


def shapley(planned: Figures, actual: Figures, worth: Callable[[Figures], float]) -> dict[FactorName, float]:
    """What each figure adds to worth(actual) - worth(planned), averaged over all orders; the parts add up to it.

    >>> plan, real = {"volume": 10, "minutes": 2}, {"volume": 12, "minutes": 3}
    >>> parts = shapley(plan, real, lambda x: x["volume"] * x["minutes"])
    >>> parts, sum(parts.values())
    ({'volume': 5.0, 'minutes': 11.0}, 16.0)
    """
    names = tuple(planned)
    parts: dict[FactorName, float] = dict.fromkeys(names, 0.0)
    for name in names:
        others = [each for each in names if each != name]
        for size in range(len(names)):
            weight = factorial(size) * factorial(len(names) - size - 1) / factorial(len(names))
            for moved in combinations(others, size):
                before = {each: actual[each] if each in moved else planned[each] for each in names}
                parts[name] += weight * (worth({**before, name: actual[name]}) - worth(before))
    return parts


def variance(planned: Expected, told: Actuals, item_words: tuple[str, str], currency: str) -> Variance:
    """The gap of one check-in; what was not counted is taken to be as planned. `item_words`: one item, many items.

    Where nobody counted what went wrong, its minutes are among those of an item.
    """
    if told.wrong is None:
        planned = planned.model_copy(update={"exceptions": 0.0})
    plan, real = _planned(planned), _actual(planned, told)

    def freed(figures: Figures) -> float:
        wrong = figures["exceptions"]
        each = (1 - wrong) * figures["minutes"] + wrong * _exception_minutes(planned, told)
        saved = figures["volume"] * figures["adoption"] * (planned.minutes - each) / 60
        return saved - figures["upkeep"]

    parts = shapley(plan, real, freed)
    factors = tuple(
        Factor(
            name=name,
            planned=plan[name],
            actual=real[name],
            hours_per_week=parts[name],
            text=_said(name, plan[name], real[name], _named(told, item_words)),
        )
        for name in plan
    )
    made = Variance(
        planned_hours=freed(plan),
        actual_hours=freed(real),
        factors=factors,
        planned_cost=planned.cost,
        actual_cost=None if told.cost is None else middle(told.cost),
    )
    return made.model_copy(update={"text": (*_lines(made), *_cost(made, currency))})


def middle(figure: Figure) -> float:
    """A figure, or the middle of a range."""
    return sum(figure) / 2 if isinstance(figure, tuple) else figure


def _planned(planned: Expected) -> dict[FactorName, float]:
    wrong = planned.exceptions
    through = (planned.minutes_new - wrong * planned.exception_minutes) / (1 - wrong) if wrong < 1 else 0.0
    return {
        "volume": planned.items_per_week,
        "adoption": planned.share,
        "minutes": through,
        "exceptions": wrong,
        "upkeep": planned.upkeep_hours_per_week,
    }


def _actual(planned: Expected, told: Actuals) -> dict[FactorName, float]:
    found = _planned(planned)
    if told.items is not None:
        found["volume"] = middle(told.items) / told.weeks
    if told.new is not None and found["volume"] > 0:
        found["adoption"] = min(middle(told.new) / told.weeks / found["volume"], 1.0)
    minutes = _minutes_new(planned, told, found["volume"], found["adoption"])
    found["exceptions"] = _wrong(planned, told)
    if minutes is not None and found["exceptions"] < 1:
        rest = minutes - found["exceptions"] * _exception_minutes(planned, told)
        found["minutes"] = rest / (1 - found["exceptions"])
    if told.upkeep_hours is not None:
        found["upkeep"] = middle(told.upkeep_hours) / told.weeks
    return found


def _wrong(planned: Expected, told: Actuals) -> float:
    """The share of what went the new way that went wrong."""
    if told.wrong is None or told.new is None or middle(told.new) <= 0:
        return planned.exceptions
    return min(middle(told.wrong) / middle(told.new), 0.99)


def _exception_minutes(planned: Expected, told: Actuals) -> float:
    """Minutes of an item that goes wrong: as planned, but no more than the minutes told leave room for."""
    wrong = _wrong(planned, told)
    if told.minutes is None or wrong <= 0:
        return planned.exception_minutes
    return min(planned.exception_minutes, middle(told.minutes) / wrong)


def _minutes_new(planned: Expected, told: Actuals, items: float, share: float) -> float | None:
    """Minutes of an item on the new way as told, else those that the hours now leave for it."""
    if told.minutes is not None:
        return middle(told.minutes)
    if told.hours is None or items * share <= 0:
        return None
    left = middle(told.hours) * 60 / items - (1 - share) * planned.minutes
    return left / share


def _lines(made: Variance) -> list[str]:
    """The gap in a sentence, then each cause that is worth a word, the largest first."""
    now = made.actual_hours
    frees = f"It frees about {_hours(now)} now" if now >= 0 else f"It takes about {_hours(-now)} more than it frees now"
    head = f"{frees}; the plan had {_hours(made.planned_hours)} for this month."
    causes = sorted(made.factors, key=lambda each: -abs(each.hours_per_week))
    told = [each for each in causes if abs(each.hours_per_week) >= WORTH_SAYING]
    if not told:
        return [f"{head} That is as planned."]
    return [head, *(f"{capital(each.text)}: {_more(each.hours_per_week)}." for each in told)]


def _hours(hours: float) -> str:
    return f"{'minus ' if hours < 0 else ''}{say_hours(abs(hours), 'week')}" if hours else "nothing"


def _more(hours: float) -> str:
    return f"{say_hours(abs(hours), 'week')} {'more' if hours > 0 else 'less'}"


def _said(name: FactorName, planned: float, actual: float, items: tuple[str, str]) -> str:
    one, many = items
    if name == "adoption":
        return f"{actual:.0%} of them went the new way, {planned:.0%} were planned".replace("%", " %")
    if name == "exceptions":
        return f"{actual:.0%} went wrong or needed a person, {planned:.0%} were planned".replace("%", " %")
    if name == "upkeep":
        return f"looking after it takes {_hours(actual)}, planned {_hours(planned)}"
    if name == "volume":
        return f"{say_number(actual)} {many} came a week, planned {say_number(planned)}"
    return f"{_an(one)} takes {say_number(max(actual, 0.0))} minutes the new way, planned {say_number(planned)}"


def _named(told: Actuals, items: tuple[str, str]) -> tuple[str, str]:
    """Words for one item and for many; one is an item that runs through, where those that do not were counted."""
    one, many = items
    return (one if told.wrong is None else f"{one} that runs through"), many


def _an(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {lower(noun)}"


def _cost(made: Variance, currency: str) -> Sequence[str]:
    if made.actual_cost is None:
        return ()
    more = made.actual_cost - made.planned_cost
    side = "as planned" if abs(more) < 1 else f"{say_money(abs(more), currency)} {'more' if more > 0 else 'less'}"
    spent, planned = say_money(made.actual_cost, currency), say_money(made.planned_cost, currency)
    return (f"It has cost {spent} so far, planned {planned}: {side}.",)
