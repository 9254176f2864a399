"""What is said of a check-in: plain, brief, the number first and then what it rests on."""

from __future__ import annotations

from datetime import date

from assistant.domain.check_in import Actuals, CheckIn, Figure
from assistant.domain.facts import Range
from assistant.language.phrases import capital, say_count, say_day, say_list, say_number

YEAR = 12
FIRST = "as it was before the first check-in"
TAKEN = "Taken over. The plan is made anew with your numbers; the version before it is kept."
LEFT = "Left as it is. Your numbers are kept in the list of check-ins."
STOP = "The new way is given up for this work, and I do not advise it again."
GOAL_STAYS = "Good. We keep to it."
NOTHING_ELSE = "Beyond that nothing in the plan would change."


def lines(made: CheckIn) -> list[str]:
    """The listing: what it is, why, the year, the stop line, and what would change."""
    head = f"**{capital(made.name)}, month {made.month}.** {made.variance.text[0]}"
    causes = [f"- {each}" for each in made.variance.text[1:]]
    parts = ["\n".join([head, *causes]), f"{year(made)} {to_narrow(made)}".strip()]
    if made.stop:
        parts.append(made.stop.text)
    if not made.changes:
        return [*parts, NOTHING_ELSE]
    return [*parts, "\n".join(["What it would change:", *(f"- {each.text}" for each in made.changes)])]


def year(made: CheckIn) -> str:
    """The year's hours before and now: We thought 90 to 210 hours a year; ..."""
    when = "the first twelve months, the slow start counted" if made.first_year else "these twelve months"
    return f"We thought {hours(made.thought)} a year. By what came back I expect {hours(made.now)} in {when}."


def to_narrow(made: CheckIn) -> str:
    """What would narrow the range most, where it was not counted: minutes the old way, a matter of a quarter hour."""
    if made.actuals.minutes_old is not None or made.actuals.hours is not None:
        return ""
    return "To narrow that: time three the old way, and give those minutes with the next check-in."


def hours(found: Range) -> str:
    """Hours of a year from low to high: 90 to 210 hours."""
    low, high = (_hours(each or 0.0) for each in (found.low, found.high))
    return f"{low} hours" if low == high else f"{low} to {high} hours"


def _hours(value: float) -> str:
    said = say_number(float(round(abs(value)))) if abs(value) < 100 else f"{round(abs(value), -1):,.0f}"
    return f"minus {said}" if round(value) < 0 else said


def counted(told: Actuals) -> str:
    """What was counted, in a line: 40 came, 30 went the new way, 3 minutes each."""
    parts = (
        ("{} came", told.items),
        ("{} went the new way", told.new),
        ("{} minutes each now", told.minutes),
        ("{} minutes the old way", told.minutes_old),
        ("{} hours a week now", told.hours),
        ("{} went wrong", told.wrong),
        ("{} hours of upkeep", told.upkeep_hours),
        ("cost so far {}", told.cost),
    )
    said = [words.format(figure(value)) for words, value in parts if value is not None]
    weeks = f" in {say_number(told.weeks)} weeks" if told.weeks != 1 else ""
    words = f". “{told.words}”" if told.words else ""
    return f"{say_list(said)}{weeks}{words}"


def figure(value: Figure) -> str:
    """A figure or a range as it was given: 30, 3-5."""
    return f"{value[0]:g}-{value[1]:g}" if isinstance(value, tuple) else f"{value:g}"


def because(made: CheckIn) -> str:
    """Why a version was made."""
    return f"after the check-in on {made.name} of {say_day(made.on)}"


def missed(due: date) -> str:
    """The check-in that did not come, asked for once."""
    return (
        f"A check-in was due on {say_day(due)}. Three numbers are enough: how many came, how many went the new way, "
        "how many minutes each takes now. They go under Plan."
    )


def after(count: int) -> str:
    """How many check-ins: after three check-ins."""
    return f"after {say_count(count, 'check-in')}"
