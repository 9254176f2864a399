"""A price on a clause: what it could cost over three years, by the rule that graded it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.domain.escalation import Escalation
from assistant.domain.facts import Basis, Fact, Range
from assistant.domain.proposal import Terms
from assistant.vendors.cost import MONTHS, first_year, line_total, once_total

Facts = Mapping[str, Fact | None]


@dataclass(frozen=True)
class Bill:
    """What the prices of clauses are reckoned from: the terms, the rises, the facts and the assumed shares."""

    terms: Terms
    rise: Escalation
    facts: Facts
    shares: Mapping[str, float]

    @property
    def per_year(self) -> float:
        """Recurring fees of the first year."""
        return first_year(self.terms.price_lines)

    def number(self, name: str) -> float | None:
        """A fact as a number, or None."""
        fact = self.facts.get(name)
        return fact.mid if fact and fact.is_number else None


def worth(rule_id: str, bill: Bill) -> Range | None:
    """What the clause behind a rule could cost over the years; None where it has no price or the fees are not known."""
    price = _PRICES.get(rule_id)
    found = price(bill) if price else None
    if found is None or found[2] <= 0 or not bill.terms.currency:
        return None
    low, mid, high, basis = found
    return Range(low=round(low, 2), mid=round(mid, 2), high=round(high, 2), unit=bill.terms.currency, basis=basis)


Priced = tuple[float, float, float, Basis]


def _missed_notice(bill: Bill) -> Priced | None:
    """One renewal term times the assumed chance of missing the notice."""
    fees = bill.per_year * (bill.terms.renewal_months or bill.terms.term_months or 12) / 12
    return (0.0, bill.shares["missed_notice"] * fees, fees, "assumed")


def _long_renewal(bill: Bill) -> Priced | None:
    """The months of a renewal beyond a year, in full."""
    extra = bill.per_year * max(0, (bill.terms.renewal_months or 0) - 12) / 12
    return (0.0, bill.shares["missed_notice"] * extra, extra, "assumed")


def _bound_too_long(bill: Bill) -> Priced | None:
    """The fees after month 12 times the assumed chance that you would rather stop."""
    months = bill.number("months_locked") or bill.number("term_months") or 0.0
    after = bill.per_year * max(0.0, months - 12) / 12
    return (0.0, bill.shares["stop_after_first_year"] * after, after, "assumed")


def _rises(bill: Bill) -> Priced | None:
    """What rises add over the years: as stated, or at the assumed rates where the clause is open."""
    percent = bill.terms.escalator
    if percent is not None:
        added = _added(bill, percent)
        return (0.0 if bill.rise.at_most else added, added, added, "computed")
    low, mid, high = (_added(bill, bill.shares[f"open_rise_{end}"]) for end in ("low", "mid", "high"))
    return (low, mid, high, "assumed")


def _added(bill: Bill, percent: float) -> float:
    lines = [each for each in bill.terms.price_lines if each.currency == bill.terms.currency and not each.optional]
    return sum(
        line_total(each, each.amount, bill.rise, percent) - line_total(each, each.amount, bill.rise, 0.0)
        for each in lines
        if not each.minimum
    )


def _unused(bill: Bill) -> Priced | None:
    """The share of the commitment that nobody needs, over the years."""
    ratio = bill.number("committed_over_needed")
    if ratio is None or ratio <= 1:
        return None
    unused = bill.per_year * MONTHS / 12 * (1 - 1 / ratio)
    return (unused, unused, unused, "computed")


def _teaser(bill: Bill) -> Priced | None:
    """The later prices less the first one, over the months that they hold."""
    lines = bill.terms.price_lines
    added = 0.0
    for later in (each for each in lines if each.from_month > 1 and not each.optional):
        first = next((each for each in lines if each.from_month == 1 and each.to_month and each.per == later.per), None)
        if first:
            added += line_total(later, max(0.0, later.amount - first.amount), Escalation(), 0.0)
    return (added, added, added, "computed")


def _setup(bill: Bill) -> Priced | None:
    """The half of the set-up fee that should hang on acceptance."""
    half = once_total(bill.terms.price_lines) / 2
    return (0.0, half / 2, half, "assumed")


def _open_hours(bill: Bill) -> Priced | None:
    """The estimate of hours times the assumed overrun."""
    hours = [each for each in bill.terms.price_lines if each.per in ("hour", "day") and each.quantity]
    estimate = sum(each.amount * each.quantity for each in hours) or once_total(bill.terms.price_lines)
    return (0.0, bill.shares["open_hours_overrun"] * estimate, estimate, "assumed")


def _prepaid(bill: Bill) -> Priced | None:
    """What is paid ahead times the assumed chance that they fail or you stop."""
    ahead = bill.per_year * (bill.number("paid_ahead_months") or 0.0) / 12
    return (0.0, bill.shares["fail_or_stop_when_prepaid"] * ahead, ahead, "assumed")


def _no_refund(bill: Bill) -> Priced | None:
    """Half a year of fees times the same chance."""
    half = bill.per_year / 2
    return (0.0, bill.shares["fail_or_stop_when_prepaid"] * half, half, "assumed")


def _lease(bill: Bill) -> Priced | None:
    """All instalments of three years."""
    whole = bill.per_year * MONTHS / 12
    return (0.0, bill.shares["stop_after_first_year"] * whole, whole, "assumed")


_PRICES: dict[str, Callable[[Bill], Priced | None]] = {
    "VN01": _missed_notice, "VN03": _long_renewal, "VN04": _bound_too_long, "VN05": _bound_too_long, "VN06": _no_refund,
    "VN07": _missed_notice, "VN08": _rises, "VN09": _unused, "VN11": _teaser, "VN12": _setup, "VN14": _open_hours,
    "VN15": _prepaid, "VN19": _setup, "VN31": _lease, "VN32": _bound_too_long,
}  # fmt: skip

SAME_MONEY = (("VN01", "VN07"), ("VN04", "VN05", "VN32"), ("VN12", "VN19"))
"""Rules that price the same fees in different words; only the dearest of a group counts in a sum."""


def summed(prices: Mapping[str, Range]) -> float:
    """The middle prices of several clauses without counting the same money twice."""
    left = {rule_id: price.mid or 0.0 for rule_id, price in prices.items()}
    total = 0.0
    for group in SAME_MONEY:
        total += max((left.pop(rule_id) for rule_id in group if rule_id in left), default=0.0)
    return total + sum(left.values())
