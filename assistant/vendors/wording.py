"""A clause in plain words, with its own figures where it states them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.domain.proposal import Terms
from assistant.vendors.segments import Segment
from assistant.vendors.sheet import Sheet, Stated

_HOURS_A_YEAR = 8_760


def plain_words(type_id: str, segment: Segment, sheet: Sheet, terms: Terms, otherwise: str) -> str:
    """What the clause says, with figures where this sentence states them; the general words of its type elsewhere."""
    here = {each.name: each for each in sheet.stated if each.segment.start == segment.start}
    say = _SAYINGS.get(type_id)
    said = say(here, terms) if say and here else None
    return said or otherwise


Here = dict[str, Stated]


def _number(here: Here, name: str) -> float | None:
    found = here.get(name)
    return float(found.value) if found and isinstance(found.value, (int, float)) and found.value is not True else None


def _renewal(here: Here, terms: Terms) -> str | None:
    renews = here.get("auto_renews")
    if renews and renews.value is False:
        return "It does not renew by itself."
    months = terms.renewal_months if "renewal_months" in here else None
    if months:
        return f"It renews by itself for {months} month{'s' if months > 1 else ''} at a time."
    return "It renews by itself." if renews else None


def _notice(here: Here, terms: Terms) -> str | None:
    days = _number(here, "notice_days")
    if days is None:
        return None
    last = f" The last safe day is {_day(terms.last_notice_safe)}." if terms.last_notice_safe else ""
    return f"To stop it you must say so {days:g} days before the end.{last}"


def _term(here: Here, terms: Terms) -> str | None:
    months = _number(here, "term_months")
    return f"You are bound for {months:g} month{'s' if months != 1 else ''}." if months else None


def _rise(here: Here, terms: Terms) -> str | None:
    percent, form = _number(here, "escalator"), here.get("escalator_form")
    if percent is not None:
        limit = "up to " if form and form.value == "at most" else ""
        return f"Prices rise by {limit}{percent:g} % a year."
    words = {
        "list price": "The price becomes whatever their list says then.",
        "free": "They may raise the price as they like.",
    }
    return words.get(str(form.value)) if form else None


def _cap(here: Here, terms: Terms) -> str | None:
    if not ({"liability_months", "liability_money"} & set(here)) or terms.liability_cap_months is None:
        return None
    if terms.liability_cap_months == 0:
        return "They would owe you nothing if things go wrong."
    return f"If things go wrong they owe you at most {terms.liability_cap_months:g} months of fees."


def _uptime(here: Here, terms: Terms) -> str | None:
    percent = _number(here, "uptime_percent")
    if percent is None:
        return None
    hours = (100 - percent) / 100 * _HOURS_A_YEAR
    return f"It must run {percent:g} % of the time; that allows {hours:.1f} hours of standstill a year."


def _payment(here: Here, terms: Terms) -> str | None:
    parts = []
    if (days := _number(here, "payment_days")) is not None:
        parts.append("You pay at once." if days == 0 else f"You pay within {days:g} days.")
    if (ahead := _number(here, "billed_ahead_months")) is not None:
        parts.append(f"You pay {ahead:g} month{'s' if ahead != 1 else ''} ahead.")
    if (late := _number(here, "interest_month")) is not None:
        parts.append(f"Late payment costs {late:g} % a month.")
    if (stop := _number(here, "suspension_days")) is not None:
        parts.append(f"They may switch it off after {stop:g} days.")
    return " ".join(parts) or None


def _export(here: Here, terms: Terms) -> str | None:
    found = here.get("export")
    if found and found.value == "none":
        return "You cannot take your data out."
    if found and found.value == "fee":
        return "Taking your data out costs extra."
    days = _number(here, "export_days")
    return f"You have {days:g} days to take your data out." if days is not None else None


def _training(here: Here, terms: Terms) -> str | None:
    words = {
        "aggregated": "Your data may improve their product once it cannot be traced to you.",
        "identifiable": "Your data may train their models.",
        "never": "Your data does not train their models.",
    }
    found = here.get("training")
    return words.get(str(found.value)) if found else None


def _change(here: Here, terms: Terms) -> str | None:
    words = {
        "posting": "They may change the terms by themselves.",
        "money or data": "They may change price, liability or data terms in mid-term.",
        "notice only": "They may change the terms if they tell you.",
        "notice and exit": "They may change the terms, and you may leave if you do not like it.",
    }
    found = here.get("change_terms")
    return words.get(str(found.value)) if found else None


def _exit(here: Here, terms: Terms) -> str | None:
    words = {
        "both": "Either side may end it without giving a reason.",
        "you": "You may end it without giving a reason.",
        "them": "They may end it without giving a reason; you may not.",
        "nobody": "You cannot end it before the term is over.",
    }
    found = here.get("exit_by")
    return words.get(str(found.value)) if found else None


def _owner(here: Here, terms: Terms) -> str | None:
    words = {
        "owner": "Your data stays yours.",
        "vendor": "Your data becomes theirs.",
        "wide licence": "They get wide rights to your data.",
    }
    found = here.get("data_owner")
    return words.get(str(found.value)) if found else None


def _build(here: Here, terms: Terms) -> str | None:
    words = {
        "owner": "What they build for you is yours.",
        "vendor": "What they build for you stays theirs.",
        "vendor holds number or domain": "Your number, domain or accounts are held in their name.",
    }
    found = here.get("build_owner")
    return words.get(str(found.value)) if found else None


def _law(here: Here, terms: Terms) -> str | None:
    return f"The law of {terms.governing_law} counts." if "law" in here and terms.governing_law else None


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


_SAYINGS: dict[str, Callable[[Here, Terms], str | None]] = {
    "renewal_term": _renewal, "notice_period_to_terminate_renewal": _notice, "expiration_date": _term,
    "price_escalator": _rise, "price_restrictions": _rise, "cap_on_liability": _cap, "sla": _uptime,
    "payment_terms": _payment, "data_export": _export, "model_training_on_data": _training,
    "unilateral_change": _change, "termination_for_convenience": _exit, "data_ownership": _owner,
    "ip_ownership_assignment": _build, "governing_law": _law,
}  # fmt: skip
