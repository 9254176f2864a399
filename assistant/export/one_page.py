"""The one page: ten things in their order, short enough to be read aloud in two minutes."""

from __future__ import annotations

from assistant.domain.plan import Plan, Step
from assistant.export.blocks import Block, Bullets, Heading, Paragraph, Table
from assistant.language.plan_dates import say_dated_day, say_short_day

MOST_GOALS = 3
MOST_LEFT = 2
MOST_STARTED = 3
MOST_AHEAD = 2
MOST_THIS_WEEK = 4
MOST_TOLD = 1
MOST_ASSUMED = 3
MOST_WAYS_OUT = 2
MOST_TRIES = 1
DONE = "decided in writing"
NOTHING_YET = (
    "Nothing is recommended yet: name one piece of work and roughly what it takes in a week, and the plan begins."
)


def one_page(plan: Plan) -> tuple[Block, ...]:
    """The blocks of the one page; a plan without decisions is one honest line."""
    if not plan.decisions:
        return (*_listed("What you want", plan.goals, MOST_GOALS), Paragraph(text=plan.confidence or NOTHING_YET))
    return (
        *_listed("What you want", plan.goals, MOST_GOALS),
        *_listed("This week, two hours at most", plan.this_week, MOST_THIS_WEEK),
        *_listed("This month", plan.this_month, MOST_AHEAD),
        *_listed("This quarter", plan.this_quarter, MOST_AHEAD),
        *_listed("What we leave alone", plan.left_alone, MOST_LEFT),
        *_listed("What it costs and what it gives", plan.money),
        *_who_and_when(plan),
        *_listed("The try, and when we stop", plan.pilot_lines, MOST_TRIES),
        *_listed("Who is told, and in which words", plan.tell, MOST_TOLD),
        *_assumed(plan),
        *_listed("How to get out", plan.ways_out, MOST_WAYS_OUT),
        Heading(text="How sure this is"),
        Paragraph(text=plan.confidence),
    )


def _listed(title: str, lines: tuple[str, ...], most: int | None = None) -> tuple[Block, ...]:
    """A heading with its lines; those beyond `most` are counted and stand in the details."""
    if not lines:
        return ()
    shown = lines[:most]
    return (_heading(title, len(shown), len(lines)), Bullets(items=tuple(Paragraph(text=each) for each in shown)))


def _heading(title: str, shown: int, all_of_them: int) -> Heading:
    """A heading that says how many there are where the page has no room for all: they stand in the details."""
    return Heading(text=title if shown == all_of_them else f"{title} ({shown} of {all_of_them})")


def _who_and_when(plan: Plan) -> tuple[Block, ...]:
    """One row for each started change: who, and from when to when it is counted, set up, tried and looked at."""
    rows = tuple(_row(plan, [each for each in plan.steps if each.initiative_id == one]) for one in plan.begun)
    if not rows:
        return ()
    headers = ("Step", "Who", "When", "Done when")
    table = Table(headers=headers, rows=rows[:MOST_STARTED], widths=(0.44, 0.14, 0.2, 0.22))
    return (_heading("Who, when, done when", len(table.rows), len(rows)), table)


def _row(plan: Plan, steps: list[Step]) -> tuple[str, ...]:
    first, last = steps[0], steps[-1]
    day = say_dated_day(plan.first_day(last.weeks[0]))
    return first.title or first.what, first.owner, f"{say_short_day(plan.first_day(first.weeks[0]))} to {day}", DONE


def _assumed(plan: Plan) -> tuple[Block, ...]:
    """The weightiest assumed figures, each with its check."""
    lines = tuple(
        f"{each.what[:1].upper()}{each.what[1:]}: {each.value or 'not known'}. {each.check}"
        for each in plan.assumptions
    )
    return _listed("What we assumed, and how to check it in fifteen minutes", lines, MOST_ASSUMED)
