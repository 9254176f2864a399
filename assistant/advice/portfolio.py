"""Order: what first, what next, what later; the limit on changes at once comes first."""

from __future__ import annotations

from assistant.advice.decide import Choice
from assistant.advice.options import ROLLOUT_WEEKS
from assistant.domain.catalogue import Decision
from assistant.domain.facts import FIRM, FactPath
from assistant.domain.profile import Profile

AT_ONCE = ((10, 1), (50, 2))
"""Changes that a firm of up to so many people can carry at once, as rule DL02 has it; three in a larger one."""
MOST_AT_ONCE = 3
NEXT_UP = 2
SWITCH_ON_HOURS = 2.0
"""Switching on what takes less than this is not a change."""
WAITS = ("leave it", "stop doing it", "later")


def ordered(choices: tuple[Choice, ...], profile: Profile) -> tuple[Choice, ...]:
    """Choices by what an hour of the firm's scarce time brings; those that wait last, guessed sizes behind known."""
    pains = {pain.process_id for pain in profile.pains}

    def worth(choice: Choice) -> float:
        hours = max(0.5, choice.option.estimate.setup_hours.mid or 0.0)
        hurt = 1.25 if choice.option.estimate.process_id in pains else 1.0
        return hurt * choice.option.value_per_year / hours

    return tuple(sorted(choices, key=lambda each: (each.decision in WAITS, guessed(each, profile), -worth(each))))


def guessed(choice: Choice, profile: Profile) -> bool:
    """True where nobody has said how much of this work there is."""
    process = profile.process(choice.option.estimate.process_id)
    return process is None or (process.hours_per_week is None and process.minutes_per_item is None)


def timed(choices: tuple[Choice, ...], profile: Profile) -> tuple[Decision, ...]:
    """The decision of each choice in its place: what is bought beyond what the firm can carry is next, then later.

    A step that needs no purchase keeps its word; the order says when its turn comes.
    """
    people = profile.people() or 1
    room = next((most for limit, most in AT_ONCE if people <= limit), MOST_AT_ONCE)
    spare = profile.fact(FactPath(scope=FIRM, name="spare_hours_per_week"))
    hours_left = spare.high * ROLLOUT_WEEKS if spare and spare.is_number else float("inf")
    started = waiting = 0
    decisions: list[Decision] = []
    for choice in choices:
        setup = choice.option.estimate.setup_hours.mid or 0.0
        if choice.decision in WAITS:
            decisions.append(choice.decision)
        elif choice.decision != "now":
            started += setup > SWITCH_ON_HOURS
            decisions.append(choice.decision if started <= room + NEXT_UP else "later")
        elif started < room and setup <= hours_left:
            started += 1
            hours_left -= setup
            decisions.append("now")
        else:
            waiting += 1
            decisions.append("next" if waiting <= NEXT_UP else "later")
    return tuple(decisions)
