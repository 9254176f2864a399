"""Calendar dates and contract periods in a text, and arithmetic with month ends."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.language import quantities
from assistant.language.measures import measures

ISO = r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"
DAY_MONTH = r"\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+([A-Za-z]{3,9})\.?,?(?:[\s-]+(\d{4}))?\b"
MONTH_DAY = r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4}))?\b"
MONTH_YEAR = r"(?<!\d\s)(?<!\d)\b([A-Za-z]{3,9})\.?,?\s+(?:of\s+)?(\d{4})\b"
DAY_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
BACK = (
    (2, r"\b(?:the\s+)?day\s+before\s+yesterday\b"),
    (1, rf"\b(?:yesterday{DAY_PART}|last\s+night)\b"),
    (0, r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening)|just\s+now)\b"),
)
"""How many days ago words are."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = rf"(?<!next )\b(?:last\s+)?(?P<day>[A-Za-z]{{3,9}}){DAY_PART}\b"
AGO = re.compile(r"\s+ago\b", re.IGNORECASE)
MOST_DAYS = 366
"""Days that somebody may count back."""
NUMERIC = r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it was written; `ambiguous` where day and month could be swapped, `whole_month` where no day was."""

    day: date
    start: int
    end: int
    quote: str
    ambiguous: bool = False
    whole_month: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as a contract states it: `count` of `unit` (days, weeks, months, years)."""

    count: float
    unit: str
    start: int
    end: int
    quote: str

    @property
    def months(self) -> float | None:
        """The length in months; None for days and weeks, which are no whole number of months."""
        return {"months": 1.0, "quarters": 3.0, "years": 12.0}.get(self.unit, 0.0) * self.count or None

    @property
    def days(self) -> float | None:
        """The length in days; None for months and years, whose days depend on the calendar."""
        return {"days": 1.0, "weeks": 7.0, "fortnights": 14.0}.get(self.unit, 0.0) * self.count or None


def add_months(day: date, n: int) -> date:
    """The day n months later (or earlier), clamped to the end of a shorter month: 31 January + 1 is 28 February.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + n, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_period(day: date, period: Period) -> date:
    """The day one period later: months and years by the calendar, days and weeks by counting."""
    if period.months is not None:
        return add_months(day, round(period.months))
    return day + timedelta(days=round(period.days or 0))


def periods(text: str) -> tuple[Period, ...]:
    """Every length of time in days, weeks, months or years, in order; the low end where a range is said."""
    units = ("days", "weeks", "fortnights", "months", "quarters", "years")
    return tuple(
        Period(each.low, each.unit, each.start, each.end, each.quote)
        for each in quantities.find(text)
        if each.kind == "duration" and each.unit in units
    )


def find(text: str, today: date, day_first: bool = True) -> tuple[DateMention, ...]:
    """All dates in order; a day and month without a year is the next one from `today`.

    03/04/2026 is read day first (or month first where `day_first` is false) and marked ambiguous.
    """
    found: list[DateMention] = []
    for pattern, reader in ((ISO, _iso), (NUMERIC, _numeric), (DAY_MONTH, _day_month), (MONTH_DAY, _month_day)):
        for match in re.finditer(pattern, text):
            _keep(found, match, reader(match, today, day_first), reader is _numeric and _swappable(match))
    for match in re.finditer(MONTH_YEAR, text):
        month = _month(match.group(1))
        day = _valid(int(match.group(2)), month, 1) if month else None
        _keep(found, match, day, whole_month=True)
    return tuple(sorted(found, key=lambda each: each.start))


def recent(text: str, today: date) -> tuple[DateMention, ...]:
    """All days told from today back, in order: today, yesterday, last Friday, two days ago. A weekday is the last one
    before today; "a couple of days ago" is no day."""
    found: list[DateMention] = []
    for days, pattern in BACK:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            _keep(found, match, today - timedelta(days=days))
    for match in re.finditer(WEEKDAY, text):
        _keep(found, match, _last_weekday(match["day"].lower(), today))
    for each in quantities.find(text):
        ago = AGO.match(text, each.end)
        exact = each.low == each.high and each.low in range(MOST_DAYS) and not each.approximate
        if ago and each.unit == "days" and exact:
            day = today - timedelta(days=int(each.low))
            found.append(DateMention(day, each.start, ago.end(), text[each.start : ago.end()]))
    return tuple(sorted(found, key=lambda each: each.start))


def _last_weekday(word: str, today: date) -> date | None:
    """The last day of that name before today; None for words that name no single weekday: Fridays."""
    if word not in measures().weekdays or word.endswith("days"):
        return None
    back = (today.weekday() - WEEKDAYS.index(word[:3])) % 7 or 7
    return today - timedelta(days=back)


def _keep(
    found: list[DateMention], match: re.Match[str], day: date | None, ambiguous: bool = False, whole_month: bool = False
) -> None:
    free = all(match.end() <= each.start or match.start() >= each.end for each in found)
    if day is not None and free:
        found.append(DateMention(day, match.start(), match.end(), match.group(), ambiguous, whole_month))


def _iso(match: re.Match[str], today: date, day_first: bool) -> date | None:
    return _valid(int(match.group(1)), int(match.group(2)), int(match.group(3)))


def _numeric(match: re.Match[str], today: date, day_first: bool) -> date | None:
    first, second, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    year += 2000 if year < 100 else 0
    swap = second > 12 or (not day_first and first <= 12)
    day, month = (second, first) if swap else (first, second)
    return _valid(year, month, day)


def _swappable(match: re.Match[str]) -> bool:
    first, second = int(match.group(1)), int(match.group(3))
    return first <= 12 and second <= 12 and first != second


def _day_month(match: re.Match[str], today: date, day_first: bool) -> date | None:
    return _named(match.group(1), match.group(2), match.group(3), today)


def _month_day(match: re.Match[str], today: date, day_first: bool) -> date | None:
    return _named(match.group(2), match.group(1), match.group(3), today)


def _named(day: str, month_word: str, year: str | None, today: date) -> date | None:
    month = _month(month_word)
    if month is None:
        return None
    if year:
        return _valid(int(year), month, int(day))
    this_year = _valid(today.year, month, int(day))
    return this_year if this_year is None or this_year >= today else _valid(today.year + 1, month, int(day))


def _month(word: str) -> int | None:
    """The number of a month; "may" and "march" in small letters are verbs."""
    if word in ("may", "march", "mar"):
        return None
    return measures().months.get(word.lower().rstrip("."))


def _valid(year: int, month: int | None, day: int) -> date | None:
    if month is None or not 1 <= month <= 12 or not 1900 <= year <= 2199:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
