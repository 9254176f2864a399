"""The outlook of a step in sentences: what the years cost, what becomes of it, and the two ways that money can go."""

from __future__ import annotations

from assistant.domain.advice import AllTold, Column, Outlook
from assistant.language.phrases import say_count, say_hours, say_list, say_money, say_range

OF_TEN = 10


def over_the_years(seen: Outlook, currency: str) -> tuple[str, ...]:
    """Sentences without their full stop, the costs first; money in the firm's own currency."""
    told = [_costs(seen, currency), _own_hours(seen), _doing_nothing(seen, currency)]
    if seen.all_told:
        told += [_kept(seen.all_told, currency), _counted_in(seen.all_told)]
    told += [_column(each, currency) for each in seen.columns]
    return tuple(each for each in told if each)


def _costs(seen: Outlook, currency: str) -> str:
    if not any(each.high for each in seen.costs.values()):
        return "It costs no money"
    sums = [say_money(each.mid or 0.0, currency) for each in seen.costs.values()]
    return f"Over {say_list([f'{each}' for each in seen.costs])} years it costs about {say_list(sums)}"


def _own_hours(seen: Outlook) -> str:
    if not seen.own_hours.mid:
        return ""
    years = say_count(round(seen.horizon_months / 12), "year")
    return f"It takes about {say_hours(seen.own_hours.mid)} of your own time over {years}"


def _doing_nothing(seen: Outlook, currency: str) -> str:
    if not seen.doing_nothing:
        return ""
    years, most = max(seen.doing_nothing.items())
    return (
        f"Left as it is, the work costs about {say_money(most.mid or 0.0, currency)} in {years} years, in hours worked"
    )


def _kept(told: AllTold, currency: str) -> str:
    kept = min(max(round(told.kept * OF_TEN), 1), OF_TEN - 1)
    lost = told.lost.mid if told.lost else None
    spent = f"; one that is given up has cost about {say_money(lost, currency)} by then" if lost else ""
    return f"Of ten steps like this about {say_count(kept, 'is', 'are')} still in use at the end{spent}"


def _counted_in(told: AllTold) -> str:
    hours = say_range(told.hours_freed_per_week.model_copy(update={"unit": "h"}), per="week")
    return f"With that, and with more or less of the work counted in: {hours} in the second year"


def _column(each: Column, currency: str) -> str:
    value = each.npv.mid or 0.0
    way = "better" if value >= 0 else "worse"
    chance = f"about {round(each.likelihood * 100)} in 100"
    return f"If {each.when} ({chance}): {say_money(abs(value), currency)} {way} off, in money alone"
