"""Figures, dates and sentences as a plan prints them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.domain.catalogue import Spread
from assistant.domain.facts import Fact, Range
from assistant.language.phrases import capital, say_estimate, say_hours, say_money, say_number, say_range
from assistant.rulebook import say_value


def say_price(found: Range, currency: str) -> str:
    """A price per hour, without the hour; a range without an upper end means that perhaps no hour is freed."""
    if found.mid is None:
        return "more than can be said, for it frees none"
    if found.low is None or found.high is None:
        return f"about {say_money(found.mid, currency)}, if any is freed"
    return say_estimate(found.model_copy(update={"unit": "money"}), currency)


def say_spread(spread: Spread, unit: str, currency: str) -> str:
    """Low, middle and high of a figure in the unit of the plan's words; shares as percentages."""
    low, mid, high = spread
    if unit == "money":
        return say_range(Range(low=low, mid=mid, high=high, unit=""), currency=currency)
    said = [f"{100 * each:.0f}" if unit == "%" else say_number(each) for each in spread]
    if said[0] == said[2]:
        return f"{said[1]} {unit}".rstrip()
    ends = f"{said[0]}-{said[2]} {unit}".rstrip()
    return ends if said[1] in (said[0], said[2]) else f"{ends}, likely {said[1]}"


def say_fact(fact: Fact, unit: str, currency: str) -> str:
    """A fact's value in the unit of the plan's words; words and yes/no as they are."""
    if not fact.is_number:
        return say_value(fact.value)
    if unit == "%" or unit == "money":
        return (
            say_spread((fact.low, fact.mid, fact.high), unit, currency) if fact.is_range else _one(fact, unit, currency)
        )
    return f"{say_value(fact.value)} {unit}".rstrip()


def _one(fact: Fact, unit: str, currency: str) -> str:
    return f"{100 * fact.mid:.0f} %" if unit == "%" else say_money(fact.mid, currency)


def say_effort(hours: float) -> str:
    """Own hours as an aside: "about 3 h", "about 15 minutes"."""
    return f"about {say_hours(hours)}"


def say_near_day(day: date) -> str:
    """A date of which the year is plain: 4 December."""
    return f"{day.day} {day:%B}"


def sentence(*parts: str) -> str:
    """Parts joined as sentences: each begins with a capital and ends in a full stop; empty parts fall away."""
    return " ".join(_ended(capital(part.strip())) for part in parts if part.strip())


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!", "…", ".”", "?”", "!”")) else f"{words}."


def bare(words: str) -> str:
    """A sentence without its full stop, to stand inside another."""
    return words.strip().removesuffix(".")


def unique(items: Sequence[str]) -> tuple[str, ...]:
    """The items once each, in the order in which they came first."""
    return tuple(dict.fromkeys(each for each in items if each))


def yours(words: str) -> str:
    """An owner's "my" and "our" turned round: my bookkeeper is your bookkeeper."""
    for own in ("my ", "our "):
        if words.lower().startswith(own):
            return f"your {words[len(own) :]}"
    return words
