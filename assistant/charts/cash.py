"""Money over the months for the ways that begin: what each has cost and brought, and when it is paid back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from math import ceil

from assistant.charts.grounds import Grounds
from assistant.charts.scale import scale
from assistant.domain.advice import Initiative
from assistant.domain.charts import Axis, Behind, Chart, Key, Mark, Point, Tick
from assistant.domain.facts import Range
from assistant.estimates.running import running
from assistant.language.phrases import say_count, say_money, say_number, say_payback

MOST = 3
"""Ways that are shown; the figures of all stand with the decisions and in the spreadsheet."""
QUARTER, YEAR = 3, 12
CENT = 0.005


def cash(grounds: Grounds) -> Iterator[Chart]:
    """A chart for each of the first ways that begin and move any money."""
    for n, (way, totals) in enumerate(islice(_moving(grounds), MOST), start=1):
        yield _chart(way, totals, grounds.advice.currency, n)


def _moving(grounds: Grounds) -> Iterator[tuple[Initiative, tuple[Range, ...]]]:
    """Each way that begins and moves money, with its running total."""
    for way in grounds.begun:
        job = grounds.job(way)
        totals = running(job, grounds.luck) if job else ()
        if any(_moves(each) for each in totals):
            yield way, totals


def _moves(total: Range) -> bool:
    return any(end is not None and abs(end) > CENT for end in (total.low, total.mid, total.high))


def _chart(way: Initiative, totals: tuple[Range, ...], currency: str, n: int) -> Chart:
    last = len(totals) - 1
    months = sorted({*range(0, min(last, YEAR), QUARTER), *range(0, last, YEAR), last})
    points = tuple(_point(month, total) for month, total in enumerate(totals))
    return Chart(
        kind="cash",
        initiative_id=way.id,
        name=f"cash-{n}",
        title=f"Money over the months: {way.title}",
        says=_says(way, points[-1], currency, last),
        across=_months(last),
        up=scale(
            "Money so far",
            (end for each in points for end in (each.low, each.high)),
            partial(say_money, currency=currency),
        ),
        points=points,
        marks=_break_even(way.payback_months, last),
        keys=(Key(look="range", words="eight times in ten, between these"),),
        behind=Behind(
            head=("After", "At worst", "Likely", "At best"),
            rows=tuple(_row(points[month], currency) for month in months),
            figures=(1, 2, 3),
        ),
    )


def _point(month: int, total: Range) -> Point:
    return Point(at=month, low=total.low or 0.0, mid=total.mid or 0.0, high=total.high or 0.0)


def _says(way: Initiative, end: Point, currency: str, last: int) -> str:
    """The payback in the plan's words and what there is at the end; where no cash comes in, what it has cost."""
    if way.cash_per_year.high:
        likely, worst = say_money(end.mid, currency), say_money(end.low, currency)
        payback = say_payback(way.payback_months, currency)
        return f"{payback}. After {_years(last)} it stands most likely at {likely}, at worst at {worst}."
    likely, worst = (say_money(0.0 - each, currency) for each in (end.mid, end.low))
    return f"It buys hours, not money: after {_years(last)} it has most likely cost {likely}, at worst {worst}."


def _years(months: int) -> str:
    return say_count(months // YEAR, "year") if months % YEAR == 0 else say_count(months, "month")


def _break_even(payback: Range, last: int) -> tuple[Mark, ...]:
    if payback.mid is None or payback.mid > last:
        return (Mark(at=last, words=f"likely not paid back within {_years(last)}"),)
    if payback.mid <= 0:
        return (Mark(at=0, words="never in debt"),)
    return (Mark(at=payback.mid, words=f"likely paid back after {say_count(ceil(payback.mid), 'month')}"),)


def _months(last: int) -> Axis:
    step = YEAR if last >= 2 * YEAR else QUARTER
    ticks = tuple(Tick(at=month, words=say_number(month)) for month in range(0, last + 1, step))
    return Axis(title="Months in use", low=0, high=last, ticks=ticks)


def _row(point: Point, currency: str) -> tuple[str, ...]:
    when = "setting up" if point.at == 0 else say_count(round(point.at), "month")
    return (when, *(say_money(each, currency) for each in (point.low, point.mid, point.high)))
