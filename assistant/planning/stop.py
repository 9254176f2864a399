"""The try's own stop rule, put to what was counted: held, broken, or not yet to be told."""

from __future__ import annotations

from datetime import date

from assistant.domain.check_in import StopRule, StopVerdict, Trial
from assistant.language.phrases import say_day, say_hours

LIKELY = 0.7
"""A try is stopped where it is this likely to stay below its limit: one that is sound is hardly ever stopped for a bad
month, and one that fails is after three."""


def stop_rule(trial: Trial, chance: float, today: date) -> StopRule | None:
    """The rule as it stands; None where the plan had none. Before its date nothing is broken."""
    limit, by = trial.stop_below_hours, trial.stop_on
    if limit is None or by is None:
        return None
    verdict = _verdict(chance, today >= by)
    return StopRule(verdict=verdict, below_hours=limit, on=by, chance=chance, text=_text(verdict, limit, by, chance))


def _verdict(chance: float, is_due: bool) -> StopVerdict:
    if chance >= LIKELY and is_due:
        return "broken"
    return "held" if chance <= 1 - LIKELY else "not yet"


def _text(verdict: StopVerdict, limit: float, by: date, chance: float) -> str:
    line = f"The line we drew: it frees at least {say_hours(limit, 'week')} once it runs, for all of the work."
    odds = f"The odds of falling short are {_in_ten(chance)} in 10"
    if verdict == "broken":
        return f"{line} {odds}: I would stop it now."
    if verdict == "held":
        return f"{line} It holds. {odds}."
    when = f"we look again on {say_day(by)}" if chance >= LIKELY else "one more check-in will tell"
    return f"{line} It is too early to say. {odds}; {when}."


def _in_ten(chance: float) -> str:
    """Tenths in words that promise no certainty.

    >>> _in_ten(0.02), _in_ten(0.61), _in_ten(0.99)
    ('under 1', '6', 'over 9')
    """
    tenths = round(10 * chance)
    return "under 1" if tenths == 0 else "over 9" if tenths == 10 else str(tenths)
