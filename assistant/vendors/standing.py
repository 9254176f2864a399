"""The facts that the rules judge, made from what the proposal states, what it costs and what the owner has told."""

from __future__ import annotations

from datetime import date

from assistant.domain.facts import Fact
from assistant.rulebook import say_value
from assistant.vendors.made_facts import MAKERS, Grounds, read_fact

Facts = dict[str, Fact | None]
_AS_STATED = (
    "refund_on_failure", "notice_by", "suspension_days", "interest_month", "support", "data_owner", "lease", "delivery",
    "change_terms", "build_owner", "hours_open", "your_liability", "liability", "pilot_first", "exit_by", "setup",
    "teaser", "locked_after_end", "uptime_promise",
)  # fmt: skip
"""Facts that are what one sentence says."""


def standing(grounds: Grounds) -> Facts:
    """Every fact by name; None where the proposal or the owner does not say."""
    sheet, terms = grounds.sheet, grounds.terms
    facts: Facts = {
        "auto_renews": sheet.fact("auto_renews"),
        "notice_days": _as(terms.notice_days, "days", sheet.fact("notice_days") or sheet.fact("exit_notice_days")),
        "renewal_months": _as(terms.renewal_months, "months", sheet.fact("renewal_months")),
        "term_months": _as(terms.term_months, "months", sheet.fact("term_months")),
        "uptime_percent": _as(terms.uptime_percent, "%", sheet.fact("uptime_percent")),
        "liability_months": _as(
            terms.liability_cap_months, "months", sheet.fact("liability_months") or sheet.fact("liability_money")
        ),
        "payment_days": _as(terms.payment_days, "days", sheet.fact("payment_days")),
    }
    facts |= {name: _worst(grounds, name) for name in _AS_STATED}
    facts |= {name: make(grounds) for name, make in MAKERS.items()}
    later, teaser = facts.get("later_over_first_price"), facts.get("teaser")
    return facts | {
        "late_payment": _late_payment(facts),
        "commitment": _commitment(facts),
        "liability_terms": _liability(facts),
        "way_out": _told([(facts.get("months_locked"), "none for {} months"), (facts.get("exit_by"), "for {}")]),
        "first_price": _told([(later, "later {} times as much"), (teaser, "it goes up later")]),
        "set_up": _told([(facts.get("setup_share"), "{} of a year's fees"), (facts.get("setup"), "{}")]),
        "uptime": _told([(facts.get("uptime_percent"), "{} %"), (facts.get("uptime_promise"), "{}")]),
    }


def _worst(grounds: Grounds, name: str) -> Fact | None:
    """What is stated worst for the customer, with its sentence."""
    found = grounds.worst(name)
    if found is None or isinstance(found.value, date):
        return None
    return read_fact(found.value, "", found.segment.text)


def _as(value: float | None, unit: str, source: Fact | None) -> Fact | None:
    if value is None:
        return None
    return Fact(value=float(value), unit=unit, quote=source.quote if source else None, basis="computed")


def _told(parts: list[tuple[Fact | None, str]]) -> Fact | None:
    """Some facts in one line of words; the quote is that of the first that is known."""
    there = [(fact, text) for fact, text in parts if fact is not None]
    if not there:
        return None
    said = ", ".join(text.format(say_value(fact.value)) for fact, text in there)
    return read_fact(said, "", next((fact.quote for fact, _ in there if fact.quote), None))


def _late_payment(facts: Facts) -> Fact | None:
    return _told(
        [
            (facts.get("suspension_days"), "switched off after {} days"),
            (facts.get("interest_month"), "{} % a month when late"),
            (facts.get("payment_days"), "{} days to pay"),
        ]
    )


def _commitment(facts: Facts) -> Fact | None:
    return _told(
        [(facts.get("committed_over_needed"), "{} times what you need"), (facts.get("seats_fixed"), "never fewer")]
    )


def _liability(facts: Facts) -> Fact | None:
    return _told(
        [
            (facts.get("liability_months"), "{} months of fees"),
            (facts.get("liability"), "theirs is {}"),
            (facts.get("your_liability"), "your own is {}"),
        ]
    )
