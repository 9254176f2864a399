"""What matters most for the first way that begins: each figure at its low and its high end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant.charts.grounds import Grounds
from assistant.charts.scale import scale
from assistant.domain.advice import Initiative
from assistant.domain.charts import Bar, Behind, Chart, Key, Mark, Part
from assistant.estimates.job import JobInputs
from assistant.estimates.named import INPUTS, InputRow
from assistant.estimates.swings import HAPPENS, Swing, swings
from assistant.language.phrases import lower, say_hours, say_money, say_number

MOST = 7
Say = Callable[[float], str]
ROWS = {each.name: each for each in INPUTS}
ENDS = ("Low", "High")
HAPPENS_WORDS = "Whether pay or a bill really falls"


def tornado(grounds: Grounds) -> Chart | None:
    """The figures that move it most; None where nothing is to be done or where counts stand instead of them."""
    to_do = (each for each in grounds.ordered if each.id in grounds.advice.order)
    for way in grounds.begun or to_do:
        job = grounds.job(way)
        if job and job.tried is None:
            return _chart(way, job, grounds.advice.currency)
    return None


def _chart(way: Initiative, job: JobInputs, currency: str) -> Chart | None:
    made = swings(job)
    found = made.found[:MOST]
    if not found:
        return None
    of_money = made.measure == "npv"
    say: Say = partial(say_money, currency=currency) if of_money else partial(say_hours, per="week")
    short: Say = say if of_money else say_hours
    title = "Worth today, cash less costs" if of_money else "Hours freed a week"
    least, most = sorted((found[0].low, found[0].high))
    ends = [made.base, *(end for each in found for end in (each.low, each.high))]
    return Chart(
        kind="tornado",
        initiative_id=way.id,
        name="tornado",
        title=f"What matters most: {way.title}",
        says=f"At the likely figures it comes to {say(made.base)}. One figure at a time is put to its low and its high "
        f"end; the most hangs on: {lower(_words(found[0]))}, between {say(least)} and {say(most)}.",
        across=scale(title, ends, partial(say_money, currency=currency) if of_money else say_number),
        bars=tuple(_bar(each, made.base, currency) for each in found),
        marks=(Mark(at=made.base, words=f"all at their likely figures: {say(made.base)}"),),
        keys=(Key(look="low end", words="at its low end"), Key(look="high end", words="at its high end")),
        behind=Behind(
            head=("Figure", "From", "To", *(f"{each} end gives{'' if of_money else ', a week'}" for each in ENDS)),
            rows=tuple((_words(each), *_ends(each, currency), short(each.low), short(each.high)) for each in found),
            figures=(1, 2, 3, 4),
        ),
    )


def _bar(swing: Swing, base: float, currency: str) -> Bar:
    low, high = _ends(swing, currency)
    parts = (
        Part(low=min(swing.low, base), high=max(swing.low, base), look="low end"),
        Part(low=min(swing.high, base), high=max(swing.high, base), look="high end"),
    )
    return Bar(
        label=f"{_words(swing)}: {low} to {high} {_unit(swing)}".rstrip(),
        parts=tuple(each for each in parts if each.low < each.high),
    )


def _words(swing: Swing) -> str:
    return HAPPENS_WORDS if swing.name == HAPPENS else ROWS[swing.name].words


def _ends(swing: Swing, currency: str) -> tuple[str, str]:
    """The two ends of the figure itself, as the spreadsheet shows them."""
    if swing.input is None:
        return "no", "yes"
    row = ROWS[swing.name]
    low, _, high = swing.input.spread
    return _figure(low, row, currency), _figure(high, row, currency)


def _unit(swing: Swing) -> str:
    unit = ROWS[swing.name].unit if swing.input else ""
    return unit.removeprefix("share").strip()


def _figure(value: float, row: InputRow, currency: str) -> str:
    if row.shape == "percent":
        return f"{say_number(100 * value)} %"
    return say_money(value, currency) if row.shape == "money" else say_number(value)
