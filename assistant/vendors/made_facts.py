"""Facts that need more than one statement: terms held against money, dates and what the owner has told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.domain.facts import FIRM, Fact, FactPath, Value
from assistant.domain.profile import Profile
from assistant.domain.proposal import Terms
from assistant.vendors.billing import singular
from assistant.vendors.cost import first_year, once_total
from assistant.vendors.ladders import RISKS
from assistant.vendors.paper import Paper
from assistant.vendors.sheet import Sheet, Stated

KINDEST = ("notice_by", "support")
"""Facts of which the kindest statement counts."""
_EARLY_DEEMED_DAYS = 7
_NEAR_SEGMENTS = 3
_SHORT_EXPORT_DAYS = 14


@dataclass(frozen=True)
class Grounds:
    """What facts are made from."""

    paper: Paper
    sheet: Sheet
    terms: Terms
    profile: Profile | None
    today: date

    def worst(self, name: str) -> Stated | None:
        """The statement that is worst for the customer, the surest of these; None where nothing states it.

        Of ways that stand open side by side (KINDEST) the best one counts: who may write an e-mail need not post.
        """
        thresholds = self.paper.vocabulary.thresholds
        sign = -1 if name in KINDEST else 1
        return min(
            self.sheet.all(name),
            key=lambda each: sign * RISKS.index(thresholds.risk_of(name, each.value)),
            default=None,
        )


def read_fact(value: Value, unit: str = "", quote: str | None = None) -> Fact:
    """A fact read from the document: what a contract says counts as computed, not as a vendor's claim."""
    return Fact(value=value, unit=unit, quote=quote, basis="computed")


def _days_to_notice(on: Grounds) -> Fact | None:
    terms = on.terms
    if (
        not terms.auto_renews
        or terms.last_notice_safe is None
        or terms.notice_days is None
        or terms.term_months is None
    ):
        return None
    if terms.term_months * 30 <= terms.notice_days + 15:
        return None  # a term hardly longer than its notice has no day to miss
    source = on.sheet.one("notice_days")
    return read_fact(float((terms.last_notice_safe - on.today).days), "days", source.segment.text if source else None)


def _months_locked(on: Grounds) -> Fact | None:
    months = on.terms.term_months
    exits = on.sheet.one("exit_by")
    if exits and exits.value in ("both", "you"):
        locked = on.sheet.one("exit_locked_months")
        notice = on.sheet.number("exit_notice_days") or 0.0
        first = (
            float(months or 0) if locked and locked.value == "same" else (on.sheet.number("exit_locked_months") or 0.0)
        )
        return read_fact(round(first + notice / 30, 1), "months", exits.segment.text)
    return read_fact(float(months), "months", exits.segment.text if exits else None) if months else None


def _yearly_rise(on: Grounds) -> Fact | None:
    forms = on.sheet.all("escalator_form")
    percent, source = on.terms.escalator, on.sheet.one("escalator")
    if percent is not None and source:
        years = (on.terms.renewal_months or on.terms.term_months or 12) / 12
        by_term = any(each.value == "per year of term" for each in forms)
        return read_fact(percent * max(1.0, years) if by_term else percent, "%", source.segment.text)
    named = {str(each.value): each for each in reversed(forms)}
    open_end = next((named[name] for name in ("list price", "free", "index", "none") if name in named), None)
    return read_fact(str(open_end.value), "", open_end.segment.text) if open_end else None


def _seats(on: Grounds) -> Fact | None:
    headcount = _owner(on, "headcount")
    words = on.paper.vocabulary.prices
    seats = [
        each
        for each in on.terms.price_lines
        if singular(each.quantity_unit) in words.of("seat_things") and each.quantity > 1
    ]
    if not seats or headcount is None or not headcount.is_number or headcount.low <= 0:
        return None
    most = max(seats, key=lambda each: each.quantity)
    return read_fact(round(most.quantity / headcount.high, 2), "", most.text)


def _seats_fixed(on: Grounds) -> Fact | None:
    found = on.sheet.one("seats_fixed") or on.sheet.one("minimum")
    return read_fact("yes", "", found.segment.text) if found else None


def _overage(on: Grounds) -> Fact | None:
    found = on.worst("overage")
    if found is None:
        return None
    alert = on.sheet.flag("overage_alert")
    value = "priced with an alert" if found.value == "priced" and alert else found.value
    return read_fact(value, "", found.segment.text) if isinstance(value, str) else None


def _teaser(on: Grounds) -> Fact | None:
    phased = [each for each in on.terms.price_lines if each.from_month > 1 and not each.optional]
    best: Fact | None = None
    for later in phased:
        before = [each for each in on.terms.price_lines if each.to_month == later.from_month - 1 and each.amount > 0]
        for earlier in before:
            if earlier.per == later.per and earlier.quantity_unit == later.quantity_unit:
                ratio = round(later.amount / earlier.amount, 2)
                best = read_fact(ratio, "", later.text) if best is None or ratio > best.high else best
    return best


def _setup_share(on: Grounds) -> Fact | None:
    yearly = first_year(on.terms.price_lines)
    setup = once_total(on.terms.price_lines)
    if yearly <= 0 or setup <= 0:
        return None
    quote = next(
        each.text
        for each in on.terms.price_lines
        if each.per == "once" or (each.quantity and each.per in ("hour", "day"))
    )
    return read_fact(round(setup / yearly, 2), "", quote)


def _pass_through(on: Grounds) -> Fact | None:
    found = on.sheet.one("pass_through")
    if found is None:
        return None
    priced = any(found.segment.start <= each.start < found.segment.end for each in on.terms.price_lines)
    by_use = on.paper.vocabulary.offer.hit("by_use", found.segment.text.lower()) and not priced
    return read_fact("extra by use" if by_use else "extra", "", found.segment.text)


def _paid_ahead(on: Grounds) -> Fact | None:
    found = on.sheet.one("billed_ahead_months")
    if found is None:
        return None
    months = float(on.terms.term_months or 12) if found.value == "same" else on.sheet.number("billed_ahead_months")
    return read_fact(months, "months", found.segment.text) if months else None


def _currency(on: Grounds) -> Fact | None:
    own = _owner(on, "currency")
    if own is None or on.terms.currency is None:
        return None
    line = on.terms.price_lines[0].text if on.terms.price_lines else None
    return read_fact("your currency" if own.value == on.terms.currency else "foreign currency", "", line)


def _acceptance(on: Grounds) -> Fact | None:
    found = on.worst("acceptance")
    if found is None:
        return None
    days = on.sheet.number("deemed_days")
    early = found.value == "deemed" and days is not None and days < _EARLY_DEEMED_DAYS
    value = "deemed early" if early else found.value
    return read_fact(value, "", found.segment.text) if isinstance(value, str) else None


def _own_hours(on: Grounds) -> Fact | None:
    found, spare = on.sheet.one("own_hours"), _owner(on, "spare_hours_per_week")
    hours = on.sheet.number("own_hours")
    if found is None or hours is None or spare is None or not spare.is_number or spare.high <= 0:
        return None
    weekly = hours if "week" in found.segment.text.lower() else hours / 8
    return read_fact(round(weekly / spare.high, 2), "", found.segment.text)


def _best_way_out(on: Grounds) -> Stated | None:
    """What happens when the service is bad: where one sentence lets the customer leave, that is what counts."""
    ways = on.sheet.all("service_exit")
    return next((each for each in ways if each.value == "exit"), next(iter(ways), None))


def _service_remedy(on: Grounds) -> Fact | None:
    found = _best_way_out(on)
    if found is None or not isinstance(found.value, str):
        return None
    long = found.value == "credits only" and (on.terms.term_months or 0) > 12
    return read_fact("credits only for long" if long else found.value, "", found.segment.text)


def _export(on: Grounds) -> Fact | None:
    found = on.worst("export")
    held = on.sheet.one("locked_after_end")
    if held is not None and (found is None or found.value == "free"):
        return read_fact("held back", "", held.segment.text)
    gone = on.sheet.number("delete_days")
    if found is None and gone is not None and gone < _SHORT_EXPORT_DAYS:
        source = on.sheet.one("delete_days")
        return read_fact("too short", "", source.segment.text if source else None)
    days = on.terms.export_days
    if days is not None and days < _SHORT_EXPORT_DAYS and (found is None or found.value not in ("none", "fee")):
        source = on.sheet.one("export_days")
        return read_fact("too short", "", source.segment.text if source else None)
    if found is None or not isinstance(found.value, str):
        return None
    home = found.value == "none" and on.paper.vocabulary.offer.hit("records", on.paper.text.lower())
    return read_fact("none of the records you run on" if home else found.value, "", found.segment.text)


def _training(on: Grounds) -> Fact | None:
    found = on.worst("training")
    if found is None or not isinstance(found.value, str):
        return None
    value = found.value
    if value == "identifiable" and _near_by(on, found.segment.start, "training", "aggregated"):
        value = "aggregated"
    if value == "identifiable" and on.paper.vocabulary.offer.hit("sensitive", on.paper.text.lower()):
        value = "sensitive"
    return read_fact(value, "", found.segment.text)


def _near_by(on: Grounds, start: int, name: str, value: str) -> bool:
    """True where the same value is stated otherwise within a few sentences: "... However, they are made anonymous"."""
    starts = [each.start for each in on.paper.segments]
    place = starts.index(start)
    around = set(starts[max(0, place - _NEAR_SEGMENTS) : place + _NEAR_SEGMENTS + 1])
    return any(each.value == value and each.segment.start in around for each in on.sheet.all(name))


def _personal_data(on: Grounds) -> Fact | None:
    found = on.worst("personal_data")
    if found is None:
        return None
    if found.value != "terms":
        return read_fact(str(found.value), "", found.segment.text)
    hours = on.sheet.number("breach_hours")
    late = hours is not None and hours > 72
    return read_fact("late breach notice" if late else "terms", "", found.segment.text)


def _owner(on: Grounds, name: str) -> Fact | None:
    return on.profile.fact(FactPath(scope=FIRM, name=name)) if on.profile else None


MAKERS: dict[str, Callable[[Grounds], Fact | None]] = {
    "days_to_safe_notice": _days_to_notice, "months_locked": _months_locked, "yearly_rise": _yearly_rise,
    "committed_over_needed": _seats, "overage": _overage, "later_over_first_price": _teaser,
    "setup_share": _setup_share, "pass_through": _pass_through, "paid_ahead_months": _paid_ahead,
    "currency_clear": _currency, "acceptance": _acceptance, "own_hours_over_spare": _own_hours,
    "service_remedy": _service_remedy, "export": _export, "training": _training, "personal_data": _personal_data,
    "seats_fixed": _seats_fixed,
}  # fmt: skip
"""How each of these facts is made."""
