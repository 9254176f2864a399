"""What the plan costs at worst and what it gives, cash and hours apart and never added."""

from __future__ import annotations

from assistant.domain.facts import Range
from assistant.domain.plan import Line
from assistant.language.phrases import say_hours, say_money
from assistant.planning.grounds import line
from assistant.planning.timeline import Timeline
from assistant.planning.wording import say_price


def money(made: Timeline, currency: str) -> tuple[Line, ...]:
    """Worst cost, hours freed, cash and margin of all that is started; ends are added end by end, which is cautious."""
    started = [each.initiative for each in made.started]
    if not started:
        return (
            (line("estimate: cost in the first year", "Nothing is bought, so nothing can be lost"),)
            if made.works
            else ()
        )
    lines = [
        _cost([each.cost_first_year for each in started], [each.cost_per_year_after for each in started], currency),
        _hours([each.hours_freed_per_week for each in started], any(each.assumed for each in started)),
        _cash([each.cash_per_year for each in started], currency),
    ]
    margin = [each.margin_per_year for each in started if (each.margin_per_year.mid or 0.0) > 0]
    if margin:
        lines.append(_margin(margin, currency))
    if len(started) == 1 and (started[0].cost_first_year.high or 0.0) > 0:
        price = say_price(started[0].price_per_freed_hour, currency)
        lines.append(line("estimate: price per freed hour", f"One freed hour costs {price}"))
    return tuple(lines)


def _cost(first_year: list[Range], each_year_after: list[Range], currency: str) -> Line:
    ground = "estimate: cost in the first year, cost per year after"
    first, after = _sum(first_year, "high"), _sum(each_year_after, "high")
    if first is None or after is None:
        return line(ground, "What it costs at worst cannot be said yet")
    if first <= 0 and after <= 0:
        return line(ground, "Nothing is bought; it costs only your own hours")
    later = f" and {say_money(after, currency)} in each year after" if after > 0 else ""
    return line(ground, f"At worst {say_money(first, currency)} in the first year{later}")


def _hours(ranges: list[Range], partly_assumed: bool) -> Line:
    ground = "estimate: hours freed per week"
    basis = " (partly assumed)" if partly_assumed else ""
    least, likely = _sum(ranges, "low"), _sum(ranges, "mid")
    if least is None or likely is None:
        return line(ground, "How many hours it frees cannot be said yet")
    if least < 0:
        worst = f"at worst it takes {say_hours(-least, 'week')} more than it gives"
        return line(ground, f"It most likely frees {say_hours(likely, 'week')}{basis}; {worst}")
    return line(ground, f"It frees at least {say_hours(least, 'week')}, most likely {say_hours(likely)}{basis}")


def _cash(ranges: list[Range], currency: str) -> Line:
    ground = "estimate: cash per year"
    least, likely, most = _sum(ranges, "low"), _sum(ranges, "mid"), _sum(ranges, "high")
    if not least and not likely and not most:
        return line(ground, "No money back: no pay falls and no bill goes away. It buys hours")
    if least is None or likely is None:
        return line(ground, "How much money comes back cannot be said yet")
    return line(ground, f"Money back, before these costs: {_least_and_likely(least, likely, currency)}")


def _margin(ranges: list[Range], currency: str) -> Line:
    least, likely = _sum(ranges, "low") or 0.0, _sum(ranges, "mid") or 0.0
    words = f"Sales won back, after their own costs: {_least_and_likely(least, likely, currency)}"
    return line("estimate: margin per year", words)


def _least_and_likely(least: float, likely: float, currency: str) -> str:
    return f"at least {say_money(least, currency)} a year, most likely {say_money(likely, currency)}"


def _sum(ranges: list[Range], end: str) -> float | None:
    ends = [{"low": each.low, "mid": each.mid, "high": each.high}[end] for each in ranges]
    return None if any(each is None for each in ends) else sum(each or 0.0 for each in ends)
