"""A vendor's promise reckoned again with the owner's hours, wage and the price of the offer: the most it could be."""

from __future__ import annotations

from assistant.domain.facts import FIRM, Fact, FactPath, Noun
from assistant.domain.profile import Process, Profile
from assistant.vendors.figures import Figure, days_of, months_of
from assistant.vendors.words import Words

WORKING_WEEKS = 46
"""Weeks a year that an hour a week is counted over, where the owner does not say (assumed)."""
_PER_YEAR = {"day": 5.0 * WORKING_WEEKS, "week": float(WORKING_WEEKS), "month": 12.0, "quarter": 4.0, "year": 1.0}


class OwnNumbers(Noun):
    """What the owner's side of a promise is: hours a week on the work named, their cost, and what the offer costs."""

    hours_per_week: float | None = None
    wage_per_hour: float | None = None
    weeks: float = WORKING_WEEKS
    cost_first_year: float | None = None
    cost_per_year: float | None = None
    currency: str = ""

    @property
    def worth_per_year(self) -> float | None:
        """What all the hours on the work cost in a year: h * weeks * wage; None where one is not known."""
        if self.hours_per_week is None or self.wage_per_hour is None:
            return None
        return self.hours_per_week * self.weeks * self.wage_per_hour


class Recomputed(Noun):
    """A claim, what it becomes with the owner's numbers, claimed divided by that, and the assumption behind the gap."""

    claimed: str
    recomputed: str | None = None
    over_likely: float | None = None
    gap: str | None = None


def own_numbers(profile: Profile | None, named: tuple[str, ...]) -> OwnNumbers:
    """The owner's numbers for the processes that an offer names, or for all of them where it names none."""
    if profile is None:
        return OwnNumbers()
    processes = [each for each in profile.processes if each.id in named] or list(profile.processes)
    hours = [each for each in map(_hours, processes) if each is not None]
    wage = profile.fact(FactPath(scope=FIRM, name="wage_per_hour")) or next(
        (each.wage_per_hour for each in processes if each.wage_per_hour), None
    )
    return OwnNumbers(hours_per_week=sum(hours) if hours else None, wage_per_hour=_mid(wage))


def recomputed(text: str, figures: tuple[Figure, ...], own: OwnNumbers, words: Words) -> Recomputed | None:
    """The first figure of a claim reckoned again; None where it has no figure of a kind known here."""
    for figure in figures:
        mention = figure.mention
        if mention is None:
            continue
        if mention.kind == "duration" and words.hit("payback", text) and (months := _months(figure)):
            return _payback(months, mention.quote, own)
        if mention.kind == "duration" and mention.unit == "hours" and words.hit("saving", text):
            return _hours_claim(
                mention.high * _PER_YEAR.get(mention.per, WORKING_WEEKS) / own.weeks, mention.quote, own
            )
        if mention.kind == "money" and words.hit("saving", text):
            return _money_claim(mention.high * _PER_YEAR.get(mention.per, 1.0), mention.quote, own)
        if mention.kind == "percent" and words.hit("roi", text):
            return _roi_claim(mention.high, mention.quote, own)
        if mention.kind == "percent" and words.hit("saving", text):
            return _share_claim(mention.high, mention.quote, own)
    return None


def _hours_claim(hours: float, quote: str, own: OwnNumbers) -> Recomputed:
    if own.hours_per_week is None:
        return Recomputed(claimed=quote)
    ratio = _ratio(hours, own.hours_per_week)
    gap = f"You spend about {own.hours_per_week:g} hours a week on this work: more than that cannot be saved."
    return Recomputed(
        claimed=quote,
        recomputed=f"at most {own.hours_per_week:g} hours a week, all that you spend on it",
        over_likely=ratio,
        gap=gap if ratio and ratio > 1 else None,
    )


def _money_claim(money: float, quote: str, own: OwnNumbers) -> Recomputed:
    most = own.worth_per_year
    if most is None:
        return Recomputed(claimed=quote)
    ratio = _ratio(money, most)
    gap = (
        f"All your hours on it cost {most:,.0f} a year ({own.hours_per_week:g} h a week × {own.weeks:g} weeks × "
        f"{own.wage_per_hour:g}), and they become money only where they leave the payroll."
    )
    return Recomputed(
        claimed=quote,
        recomputed=f"at most {own.currency} {most:,.0f} a year, if every hour on it went and left the payroll",
        over_likely=ratio,
        gap=gap if ratio and ratio > 1 else "It counts every hour as money from the first day.",
    )


def _share_claim(percent: float, quote: str, own: OwnNumbers) -> Recomputed:
    if own.hours_per_week is None:
        return Recomputed(claimed=quote)
    hours = own.hours_per_week * min(percent, 100) / 100
    worth = f", {own.currency} {hours * own.weeks * own.wage_per_hour:,.0f} a year of time" if own.wage_per_hour else ""
    return Recomputed(
        claimed=quote,
        recomputed=f"if it were true of all cases, {hours:.1f} of your {own.hours_per_week:g} hours a week{worth}",
        gap="It assumes that no case falls out and nobody checks; hours are money only where they leave the payroll.",
    )


def _payback(months: float, quote: str, own: OwnNumbers) -> Recomputed:
    most, cost = own.worth_per_year, own.cost_first_year
    if most is None or cost is None or most <= 0:
        return Recomputed(claimed=quote)
    yearly = own.cost_per_year or 0.0
    net = (most - yearly) / 12
    if net <= 0:
        return Recomputed(
            claimed=quote,
            recomputed="never: it costs more a year than all the hours that you spend on this work",
            over_likely=99.0,
            gap=f"The offer costs {yearly:,.0f} a year, all your hours on it {most:,.0f}.",
        )
    best = max(0.0, cost - yearly) / net
    return Recomputed(
        claimed=quote,
        recomputed=f"{best:.1f} months at the very best, with every hour saved and paid out from the first day",
        over_likely=_ratio(best, months),
        gap="It counts every hour as money from the first day." if best > months else None,
    )


def _roi_claim(percent: float, quote: str, own: OwnNumbers) -> Recomputed:
    most, cost = own.worth_per_year, own.cost_first_year
    if most is None or not cost:
        return Recomputed(claimed=quote)
    best = (most - cost) / cost * 100
    return Recomputed(
        claimed=quote,
        recomputed=f"at most {best:.0f} % in the first year, with every hour saved and paid out",
        over_likely=_ratio(percent, best) if best > 0 else 99.0,
        gap="It counts every hour as money from the first day." if percent > best else None,
    )


def _months(figure: Figure) -> float | None:
    """A length of time in months, also of days and weeks."""
    if (months := months_of(figure)) is not None:
        return months
    days = days_of(figure) if figure.mention and figure.mention.unit in ("days", "weeks") else None
    return days / 30.4 if days else None


def _ratio(claimed: float, likely: float) -> float | None:
    return round(claimed / likely, 2) if likely > 0 else None


def _hours(process: Process) -> float | None:
    if (hours := _mid(process.hours_per_week)) is not None:
        return hours
    items, minutes = _mid(process.items_per_week), _mid(process.minutes_per_item)
    return None if items is None or minutes is None else items * minutes / 60


def _mid(fact: Fact | None) -> float | None:
    return fact.mid if fact and fact.is_number else None
