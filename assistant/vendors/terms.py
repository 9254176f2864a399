"""The terms of a proposal: the surest reading of each value, the dates that follow, and the sentence each stands on."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from assistant.domain.escalation import OPEN_RISE_HIGH, Escalation
from assistant.domain.proposal import PriceLine, Span, Terms
from assistant.language.dates import add_months
from assistant.language.phrases import say_day
from assistant.vendors.cost import INDEX_RISE_HIGH, NEVER, month_total
from assistant.vendors.deadlines import current_end, deadline, months_between
from assistant.vendors.rises import stated_rises
from assistant.vendors.sheet import SAME, Sheet

_QUOTED = (
    "term_months", "renewal_months", "auto_renews", "notice_days", "escalator", "uptime_percent", "payment_days",
    "export_days", "tax_included", "start_date", "end_date",
)  # fmt: skip
_ELSEWHERE = {
    "liability_cap": ("liability_months", "liability_money"),
    "governing_law": ("law",),
    "notice_method": ("notice_by",),
}
_LATEST_TERM = 240
_MONTH_DAYS = 31


def read_terms(sheet: Sheet, lines: tuple[PriceLine, ...], signed: date | None, today: date) -> Terms:
    """The terms with last notice dates, reckoned from the start date stated, or else from the day of signing."""
    start = start_of(sheet)
    months = term_months(sheet)
    renewal = renewal_months(sheet, months)
    notice = notice_days(sheet)
    terms = Terms(
        price_lines=lines,
        currency=main_currency(lines),
        signed=signed,
        start_date=start,
        term_months=months,
        renewal_months=renewal,
        auto_renews=renews(sheet),
        notice_days=notice,
        notice_method=sheet.word("notice_by"),
        escalator=sheet.number("escalator"),
        minimum_commitment=_minimum(sheet, lines),
        liability_cap=_quote(sheet, "liability_months", "liability_money"),
        liability_cap_months=liability_months(sheet, lines),
        uptime_percent=sheet.number("uptime_percent"),
        payment_days=_whole(sheet.number("payment_days")),
        export_days=_whole(sheet.number("export_days")),
        governing_law=_law(sheet),
        tax_included=sheet.flag("tax_included"),
    )
    return _dated(terms, sheet, start or signed, today)


def start_of(sheet: Sheet) -> date | None:
    """The first day of the term; None where it begins when the service goes live, or with a signature, and the sentence
    that says so names no day."""
    day, begins = sheet.one("start_date"), sheet.one("term_starts")
    if day is None or not isinstance(day.value, date):
        return None
    floats = begins is not None and begins.value == "go-live" and begins.segment.start != day.segment.start
    return None if floats else day.value


def term_quotes(sheet: Sheet, terms: Terms) -> dict[str, Span]:
    """The sentence behind each stated term."""
    quotes: dict[str, Span] = {}
    for name in _QUOTED:
        if getattr(terms, name) is not None and (found := sheet.one(name)):
            quotes[name] = found.span
    for name, sources in _ELSEWHERE.items():
        if getattr(terms, name) is not None and (found := next(filter(None, map(sheet.one, sources)), None)):
            quotes[name] = found.span
    if terms.notice_days is not None and "notice_days" not in quotes and (found := sheet.one("exit_notice_days")):
        quotes["notice_days"] = found.span
    if terms.minimum_commitment:
        minimum = next((each for each in terms.price_lines if each.minimum), None)
        if minimum:
            quotes["minimum_commitment"] = Span(quote="", start=minimum.start, end=minimum.end)
    return quotes


def term_months(sheet: Sheet) -> int | None:
    """Months of the first term: as said, or else from its first to its last day; 1 where it goes on month by month."""
    said = sheet.number("term_months")
    if said is not None and 0 < said <= _LATEST_TERM:
        return max(1, round(said))
    start, end = sheet.day("start_date"), sheet.day("end_date")
    if start and end and start < end:
        months = months_between(start, end)
        return months if 0 < months <= _LATEST_TERM else None
    return 1 if _rolls(sheet) or (end is None and sheet.number("renewal_months") == 1) else None


def renews(sheet: Sheet) -> bool | None:
    """Whether the contract goes on by itself: as said, or because a renewal has a length or a notice that stops it, or
    because there is no term and it may be ended at any time."""
    said = sheet.flag("auto_renews")
    doubted = any(each.name == "auto_renews" and each.value is False for each in sheet.perhaps)
    if said is None and not doubted and (sheet.one("renewal_months") or sheet.one("notice_days") or _rolls(sheet)):
        return True
    return said


def _rolls(sheet: Sheet) -> bool:
    """True where no term is stated and the customer may end it on a month's notice or less."""
    stated = sheet.one("term_months") or sheet.one("end_date")
    notice = sheet.number("exit_notice_days")
    at_any_time = sheet.word("exit_by") in ("both", "you") and notice is not None and notice <= _MONTH_DAYS
    return stated is None and at_any_time


def renewal_months(sheet: Sheet, months: int | None) -> int | None:
    """Months of one renewal; as long as the first term where the text says so."""
    if renews(sheet) is False:
        return None
    found = sheet.one("renewal_months")
    if found is None:
        return None
    if found.value == SAME:
        return months
    return max(1, round(float(found.value))) if isinstance(found.value, (int, float)) else None


def notice_days(sheet: Sheet) -> int | None:
    """Days of notice against renewal, or for ending a contract that can be ended at any time."""
    stated = _whole(sheet.number("notice_days"))
    rolls = renews(sheet) is True or (renews(sheet) is None and (term_months(sheet) or 1) <= 1)
    if stated is None and rolls and sheet.word("exit_by") in ("both", "you"):
        return _whole(sheet.number("exit_notice_days"))
    return stated


def liability_months(sheet: Sheet, lines: tuple[PriceLine, ...]) -> float | None:
    """The liability cap in months of fees; a sum of money as the months that it pays for."""
    said = sheet.number("liability_months")
    if said is not None:
        return said
    money, monthly = sheet.number("liability_money"), month_total(lines, 1)
    return min(float(_LATEST_TERM), round(money / monthly, 1)) if money is not None and monthly > 0 else None


def escalation(sheet: Sheet, terms: Terms) -> Escalation:
    """How prices rise under the terms: from which month, how often, by how much, or without a stated figure."""
    forms = sheet.words("escalator_form")
    when = sheet.words("escalator_when")
    term = terms.term_months or 12
    renewal = max(terms.renewal_months or 12, 1)
    rise = next(iter(stated_rises(sheet)), None)
    if rise is None:
        at_renewal = "at renewal" in when and "each year" not in when
        high = 0.0 if forms[:1] == ("none",) else INDEX_RISE_HIGH if "index" in forms else OPEN_RISE_HIGH
        first = term if not forms or at_renewal else 12
        return Escalation(open=True, open_high=high, first=first + 1, every=renewal if at_renewal else 12)
    return Escalation(
        percent=rise.percent,
        at_most=rise.at_most,
        first=rise.first or (term if rise.at_renewal else 12) + 1,
        every=(renewal if rise.at_renewal else 12) if rise.again else NEVER,
        term=term,
        per_year_of_term=rise.per_year_of_term,
    )


def main_currency(lines: tuple[PriceLine, ...]) -> str | None:
    """The currency of most price lines, of the larger sum where two are equal."""
    known = [each for each in lines if each.currency]
    counted = Counter(each.currency for each in known)
    weight = {name: sum(each.amount for each in known if each.currency == name) for name in counted}
    return max(counted, key=lambda name: (counted[name], weight[name])) if counted else None


def _dated(terms: Terms, sheet: Sheet, start: date | None, today: date) -> Terms:
    if start is None or terms.term_months is None:
        return terms.model_copy(update={"end_date": sheet.day("end_date"), "notice_ambiguity": _undated(terms)})
    renews = terms.renewal_months if terms.auto_renews else None
    ends = current_end(start, terms.term_months, renews, today)
    update: dict[str, date | str | None] = {"end_date": ends}
    if terms.notice_days is not None:
        found = deadline(ends, terms.notice_days)
        update |= {
            "last_notice_date": found.literal,
            "last_notice_clear_days": found.clear_days,
            "last_notice_safe": found.safe,
            "notice_ambiguity": _ambiguity(sheet, terms, ends, found.literal),
        }
    return terms.model_copy(update=update)


def _undated(terms: Terms) -> str | None:
    if terms.notice_days is None or terms.term_months is None:
        return None
    months = f"{terms.term_months} month{'s' if terms.term_months > 1 else ''}"
    return f"The dates depend on the day you sign: {terms.notice_days} days before the end of {months}."


def _ambiguity(sheet: Sheet, terms: Terms, ends: date, literal: date) -> str | None:
    notes: list[str] = []
    counts_from = sheet.word("notice_counts_from")
    if counts_from == "the renewal day":
        later = literal + timedelta(days=1)
        notes.append(
            f"The notice counts from the renewal day, which would give {say_day(later)}; keep to the earlier day."
        )
    elif counts_from == "a window":
        notes.append("A notice may also come too early: the text names a window.")
    elif counts_from == "the day it is received":
        notes.append("What counts is the day on which they receive it.")
    found = sheet.one("notice_days")
    if found and terms.notice_days and "month" in found.segment.text.lower() and terms.notice_days % 30 == 0:
        by_calendar = add_months(ends, -(terms.notice_days // 30))
        if by_calendar != literal and f"{terms.notice_days}" not in found.segment.text:
            notes.append(f"The notice is said in months, here 30 days each; the calendar gives {say_day(by_calendar)}.")
    if sheet.word("term_starts") == "go-live":
        notes.append("The term starts when the service goes live, so the dates move with that day.")
    return " ".join(notes) or None


def _minimum(sheet: Sheet, lines: tuple[PriceLine, ...]) -> str | None:
    line = next((each for each in lines if each.minimum), None)
    if line:
        return line.text
    found = sheet.one("seats_fixed")
    return found.segment.words if found else None


def _quote(sheet: Sheet, *names: str) -> str | None:
    found = next(filter(None, map(sheet.one, names)), None)
    return found.segment.words if found else None


def _law(sheet: Sheet) -> str | None:
    word = sheet.word("law")
    return (
        " ".join(part if part in ("and", "of", "&") else part.capitalize() for part in word.split()) if word else None
    )


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)
