"""A quantity of an answer in the unit that its question asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.domain.facts import Fact, Said
from assistant.domain.talk import Question
from assistant.language import quantities
from assistant.language.amount import AmountKind
from assistant.language.bounds import bound
from assistant.language.measures import measures
from assistant.language.quantities import Figure, Mention
from assistant.reading.figures import said_of
from assistant.reading.replies import Form

HOURS_OF = {"hour": 1.0, "day": 8.0, "week": 40.0, "month": 173.2, "year": 2080.0}
"""Working hours in a period of pay."""
OF_FORM: Mapping[Form, tuple[AmountKind, ...]] = {
    "hours": ("duration", "number"),
    "minutes": ("duration", "number"),
    "months": ("duration", "number"),
    "share": ("percent", "number", "count"),
}
"""Kinds of figures that a form takes, the better first; others are tried in the order of the words."""
LONG_SPANS = ("weeks", "week", "months", "month", "years", "year")
LONGER = ("months", "month", "years", "year")
"""Spans that no week holds."""
MOST_HOURS_A_DAY = 24
LEAST_A_WEEK = 15.0
"""Minutes below which a time that is told alone is not the whole of a week's."""
OUT_OF_TEN = r"\b(?:ten|10)\b"


def of_form(mentions: Sequence[Mention], form: Form) -> list[Mention]:
    """The quantities that may be of a form, the likeliest first: in "two people, sixty hours" the hours, and in "five,
    for two months" the five."""
    kinds = OF_FORM.get(form)
    if kinds is None:
        return list(mentions)
    fitting = [each for each in mentions if each.kind in kinds]
    spans = [each for each in fitting if each.kind == "duration" and not each.per and each.unit in LONG_SPANS]
    rest = [each for each in fitting if each not in spans] if form == "hours" else fitting
    return sorted(rest or fitting, key=lambda each: kinds.index(each.kind))


def as_asked(mention: Mention, form: Form, question: Question) -> Fact | None:
    """The mention as a fact of the form asked for; None where it is of another kind (money for hours)."""
    value = _value(mention, form, question)
    if value is None:
        return None
    unit = {"hours": "hours a week", "minutes": "minutes", "months": "months", "share": "share"}.get(form) or (
        mention.unit if "money" in form or form == "wage" else question.unit
    )
    return Fact(value=_bounded(value, mention, form, question), unit=unit, said=said_of(mention), quote=mention.quote)


def _value(mention: Mention, form: Form, question: Question) -> Figure | None:
    if form in ("hours", "minutes", "months"):
        return _time(mention, form)
    if form == "share":
        return _share(mention, question)
    if form in ("count", "level"):
        return _count(mention)
    return _money(mention, form)


def _time(mention: Mention, form: Form) -> Figure | None:
    """Hours a week, minutes or months; a bare number is in the unit of the question."""
    if mention.kind in ("number", "count"):
        if form == "hours" and mention.per == "day" and mention.low > MOST_HOURS_A_DAY:
            return None  # 140 a day are things, not hours
        return quantities.to_week(mention.value, mention.per) if mention.per in measures().weeks_of else mention.value
    if mention.kind != "duration":
        return None
    if form == "months":
        months = {"weeks": 12 / 52, "months": 1.0, "quarters": 3.0, "years": 12.0, "days": 12 / 365}.get(mention.unit)
        return None if months is None else quantities.scaled(mention.value, months)
    if form == "hours" and not mention.per and (mention.unit in LONGER or _minutes(mention) < LEAST_A_WEEK):
        return None  # four minutes are one of them, nineteen years are a life: neither is a week's work
    if form == "minutes":
        return quantities.to_minutes(mention.value, mention.unit)
    return quantities.to_hours_a_week(mention.value, mention.unit, mention.per or "week")


def _minutes(mention: Mention) -> float:
    found = quantities.to_minutes(mention.value, mention.unit)
    return float("inf") if found is None else found[1] if isinstance(found, tuple) else found


def _share(mention: Mention, question: Question) -> Figure | None:
    """A share 0-1: percentages, and counts out of the ten that the question speaks of."""
    if mention.kind == "percent":
        return quantities.scaled(mention.value, 0.01)
    if mention.kind not in ("number", "count") or mention.per in measures().weeks_of:
        return None
    if mention.high <= 1 and mention.low != mention.high:
        return mention.value
    if re.search(OUT_OF_TEN, question.text) and mention.high <= 10:
        return quantities.scaled(mention.value, 0.1)
    return (
        quantities.scaled(mention.value, 0.01)
        if 1 < mention.high <= 100
        else mention.value
        if mention.high <= 1
        else None
    )


def _count(mention: Mention) -> Figure | None:
    if mention.kind in ("count", "number", "rate"):
        return quantities.to_week(mention.value, mention.per) if mention.per else mention.value
    return None


def _money(mention: Mention, form: Form) -> Figure | None:
    if mention.kind not in ("money", "number"):
        return None
    if form == "wage":
        return quantities.scaled(mention.value, 1 / HOURS_OF.get(mention.per or "hour", 1.0))
    if form == "yearly money":
        times = {"month": 12.0, "week": 52.0, "quarter": 4.0}.get(mention.per, 1.0)
        return quantities.scaled(mention.value, times)
    if form == "monthly money":
        times = {"week": 4.33, "year": 1 / 12, "day": 21.7}.get(mention.per, 1.0)
        return quantities.scaled(mention.value, times)
    return mention.value


def _bounded(value: Figure, mention: Mention, form: Form, question: Question) -> Figure:
    """More than five hours is five to what is plausible; up to 500 of money is a limit and stays 500."""
    if isinstance(value, tuple) or question.plausible is None or "money" in form:
        return value
    low, high = question.plausible
    match bound(mention.quote):
        case "lower" if value < high:
            return value, high
        case "upper" if value > low:
            return low, value
    return value


def replaced(old: Fact, mention: Mention) -> Fact:
    """The old fact with the mention's figure in place of its own. What the mention leaves out is as it was, unit and
    period; what it tells otherwise is turned: 45 minutes for an hour and a half, a month for a week."""
    said = old.said
    if said is None:
        return old.model_copy(update={"value": mention.value, "quote": mention.quote, "basis": "owner"})
    base = said.value[1] if isinstance(said.value, tuple) else said.value
    factor = old.high / base if base else 1.0
    minutes, one = quantities.to_minutes(mention.value, mention.unit), quantities.to_minutes(1.0, said.unit)
    value, unit = mention.value, said.unit
    if minutes is not None and isinstance(one, float):
        value, unit = quantities.scaled(minutes, 1 / one), mention.unit
    before, now = quantities.weeks_in(said.per), quantities.weeks_in(mention.per)
    if before is not None and now is not None:
        factor *= before / now
    update = {
        "value": quantities.scaled(value, factor),
        "said": Said(value=mention.value, unit=unit, per=mention.per if now is not None else said.per),
        "quote": mention.quote,
        "basis": "owner",
    }
    return old.model_copy(update=update)
