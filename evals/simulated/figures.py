"""How owners say figures: in digits, in words, as a range, a day to five working days and a month to 4.33 weeks."""

from __future__ import annotations

import math

from numpy.random import Generator

from evals.simulated.phrases import branches, wordings

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
TENS = {
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
    100: "a hundred",
}
# People answer in round figures (Huttenlocher, Hedges & Bradburn 1990), such as these times any power of ten.
ROUND = (1.0, 1.2, 1.5, 1.8, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)
NEAR = 0.12  # how far a rounded figure may lie from what is meant; the plain owner's limit is 0.15
PERIODS = (
    ("a day", 1 / 5, 0.25),
    ("a week", 1.0, 0.55),
    ("a month", 4.33, 0.2),
)  # with how often it is used (own guess)
LUMPS = (  # hours a week from, to, and how such a lump is told (a working day has 8 hours)
    (1.8, 2.25, ("a couple of hours a week", "a couple of hours", "two hours or so")),
    (3.6, 4.5, ("half a day", "a whole morning", "one afternoon a week", "half my Monday")),
    (4.5, 5.6, ("an hour a day", "about an hour every day")),
    (6.0, 7.0, ("most of Friday", "most of a day")),
    (7.2, 8.8, ("a whole day a week", "one full day", "all of Thursday")),
    (9.0, 11.2, ("two hours a day", "a couple of hours every day")),
    (14.5, 17.5, ("two full days", "two days a week")),
)
TIMES = {0.5: "half a minute", 15: "quarter of an hour", 30: "half an hour", 45: "three quarters of an hour"} | {
    60: "an hour", 90: "an hour and a half", 120: "a couple of hours", 1440: "a day"
}  # fmt: skip


def nice(value: float) -> float:
    """The nearest round figure."""
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return min((step * power for step in ROUND), key=lambda figure: abs(math.log(figure / value)))


def plain(value: float) -> str:
    """A figure in digits without needless decimals."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value < 20 else f"{value:.0f}"


def number(value: float, rng: Generator) -> str:
    """A count as said, within NEAR of the value wherever that can be said."""
    whole = round(value)
    if value < 10 and (whole == 0 or abs(whole - value) > NEAR * value):
        low = math.floor(value)
        if low and abs(low + 0.5 - value) <= NEAR * value:
            return str(rng.choice([f"{low} or {low + 1}", f"{low} to {low + 1}", f"{_word(low)} or {_word(low + 1)}"]))
        return plain(value)
    figure = nice(value) if value >= 10 else float(whole)
    figure = round(figure) if abs(round(figure) - value) <= NEAR * value else whole
    word, way = _word(int(figure)), rng.random()
    low, high = _within(value)
    if way < 0.12 and figure == 12:
        return "about a dozen"
    if way < 0.15 and high > low and abs((low + high) / 2 - value) <= NEAR * value:
        return f"{low} to {high}"
    text = word if way < 0.4 and word else f"{figure:.0f}"
    return text if way < 0.65 or figure < 4 else f"about {text}" if way < 0.88 else f"{text} or so"


def _within(value: float) -> tuple[int, int]:
    return round(nice(0.87 * value)), round(nice(1.13 * value))


def _word(count: int) -> str:
    return ONES[count] if count < len(ONES) else TENS.get(count, str(count))


def count(per_week: float, rng: Generator, noun: str = "") -> str:
    """Items as said with a period: "90 a week", "about 18 a day", "400 a month", seldom ones by the year."""
    noun = f" {noun}" if noun else ""
    fitting = [(name, by, often) for name, by, often in PERIODS if 1.5 <= per_week * by < 5000]
    if not fitting:
        return f"{number(max(per_week * 52, 1), rng)}{noun} a year"
    weights = [often for _, _, often in fitting]
    name, by, _ = fitting[rng.choice(len(fitting), p=[weight / sum(weights) for weight in weights])]
    return f"{number(per_week * by, rng)}{noun} {name}"


def minutes(value: float, rng: Generator) -> str:
    """A length of time as said, from seconds to days."""
    named = [name for at, name in TIMES.items() if abs(at - value) <= NEAR * value]
    if named and rng.random() < 0.55:
        return str(named[0])
    if value < 0.9:
        return f"{number(value * 60, rng)} seconds"
    if value >= 100:
        return _hours(value / 60, rng)
    if value > 55 and abs(60 - value) <= NEAR * value:
        return "an hour"
    return f"{number(value, rng)} {'min' if rng.random() < 0.2 else 'minutes'}".replace(
        "1 minutes", "1 minute"
    ).replace("one minutes", "one minute")


def hours(per_week: float, rng: Generator) -> str:
    """Hours a week as told: a lump, so much a day, or minutes where there are few."""
    lumps = [text for low, high, texts in LUMPS if low <= per_week <= high for text in texts]
    if lumps and rng.random() < 0.5:
        return str(rng.choice(lumps))
    if per_week < 0.2:
        return f"{minutes(max(per_week * 4.33 * 60, 1), rng)} a month"
    if per_week < 1.6:
        return f"{minutes(per_week * 60, rng)} a week"
    said = _hours(per_week, rng)
    return f"{said} a week" if rng.random() < 0.7 else said


def _hours(value: float, rng: Generator) -> str:
    """Hours, in halves where these are near enough."""
    half = round(value * 2) / 2
    if value < 6 and half % 1 and abs(half - value) <= NEAR * value:
        spoken = f"{_word(int(half))} and a half hours"
        return spoken if rng.random() < 0.4 else f"{half} hours"
    return f"{number(value, rng)} hours"


def spare(value: float, rng: Generator) -> str:
    """Spare hours a week, which people say without a period."""
    return minutes(value * 60, rng) if value < 1 else f"{_hours(value, rng)}{' a week' * int(rng.integers(2))}"


def share(value: float, rng: Generator) -> str:
    """A share as said: "one in five", "20 %", "2 out of 10"."""
    keys = sorted(branches("shares"), key=lambda key: abs(float(key) - value))
    near = [key for key in keys if abs(float(key) - value) <= max(0.01, 0.08 * value)] or keys[:1]
    texts = [text for key in near for text in wordings()[f"shares/{key}"]]
    return str(rng.choice(texts))


def money(value: float, sign: str, rng: Generator, exact: bool = False) -> str:
    """A sum in the owner's currency: "£300", "300 quid", "1.5k"."""
    figure = round(value) if exact else round(nice(value)) if value >= 100 else max(round(value), 1)
    names = {"£": ("pounds", "quid"), "$": ("dollars", "bucks"), "€": ("euro", "euros")}.get(sign, ("euro",))
    way = rng.random()
    if way < 0.1 and figure >= 1000 and figure % 100 == 0 and not exact:
        return f"{plain(figure / 1000)}k"
    digits = f"{figure:,}" if rng.random() < 0.6 else str(figure)
    text = f"{sign}{digits}" if way < 0.55 else f"{digits} {rng.choice(names)}" if way < 0.85 else digits
    return text if exact or rng.random() < 0.75 else f"about {text}"


def people(value: int, rng: Generator) -> str:
    """A number of people as a numeral, in words up to twenty now and then."""
    return _word(value) if value <= 20 and rng.random() < 0.5 else str(value)


def span(value: float, name: str, sign: str = "") -> tuple[str, str, str]:
    """The two ends of a range around a figure, and the unit that follows the second."""
    unit = {"hours_per_week": " hours", "spare_hours_per_week": " hours"}.get(name, "")
    if name == "items_per_week":
        value, unit = next(
            (value * by, f" {period}")
            for period, by in (("a week", 1.0), ("a month", 4.33), ("a year", 52.0))
            if value * by >= 2 or by == 52
        )
    elif name in ("minutes_per_item", "minutes_to_person"):
        value, unit = (value / 60, " hours") if value >= 100 else (value, " minutes")
    elif name == "exception_share":
        value, unit = value * 100, " %"
    low, high = nice(0.8 * value), nice(1.22 * value)
    if low >= 2:
        low, high = math.floor(low), math.ceil(high)
    return f"{sign}{plain(low)}", f"{sign}{plain(high)}", unit
