"""Figures that the owner did not say, what stands in for them, and the check of fifteen minutes; and what was told."""

from __future__ import annotations

from assistant.domain.facts import Fact
from assistant.domain.plan import Assumption, Told
from assistant.domain.profile import Profile
from assistant.estimates.job import Input
from assistant.language.phrases import say_number
from assistant.planning.inputs import PlanInputs
from assistant.planning.timeline import Timeline
from assistant.planning.wording import say_fact, say_spread
from assistant.planning.work import UNSAID_SPARE_HOURS, Work, spare_hours

MOST_EACH = 4
"""Assumed figures listed for one piece of work, the weightiest; what the rest moves is not worth a check."""
SETTLED_BY_TRY = "No quick check settles this; the try does."
FIRM_FACTS = (
    "industry", "headcount", "country", "revenue_per_year", "growth_per_year", "free_cash", "wage_per_hour",
    "spare_hours_per_week", "budget_first_year", "team_skill",
)  # fmt: skip


def assumptions(made: Timeline, profile: Profile, inputs: PlanInputs) -> tuple[Assumption, ...]:
    """Assumed figures of what is started, the weightiest of each first, then the hours for the change if unsaid."""
    ranked: list[tuple[float, Assumption]] = []
    for work in made.started:
        weight = {each.name: each.share for each in work.initiative.drivers}
        for name in sorted(work.initiative.assumed, key=lambda each: -weight.get(each, 0.0))[:MOST_EACH]:
            ranked.append((weight.get(name, 0.0), _assumption(name, work, inputs)))
    ranked.sort(key=lambda each: -each[0])
    found = {(each.what, each.value): each for _, each in ranked}
    return (*found.values(), *_hours_for_change(made, profile, inputs))


def _assumption(name: str, work: Work, inputs: PlanInputs) -> Assumption:
    words, used = inputs.words.of(name, work.kind), _input(work, name)
    named = any(each in words.label for each in (work.kind.name, work.kind.item, work.kind.items))
    return Assumption(
        what=words.label if named else f"{words.label}, {work.kind.name}",
        value=say_spread(used.spread, words.unit, inputs.currency) if used else "",
        basis=used.basis if used else "assumed",
        check=words.check or SETTLED_BY_TRY,
    )


def _input(work: Work, name: str) -> Input | None:
    """The input of that name which the estimate was drawn from."""
    return next((each for each in work.job.uncertain() if each.name == name), None)


def _hours_for_change(made: Timeline, profile: Profile, inputs: PlanInputs) -> tuple[Assumption, ...]:
    if not made.started or spare_hours(profile) is not None:
        return ()
    words = inputs.words.of("spare_hours_per_week", None)
    value = f"{say_number(UNSAID_SPARE_HOURS)} {words.unit}"
    return (Assumption(what=words.label, value=value, basis="assumed", check=words.check),)


def told(made: Timeline, profile: Profile, inputs: PlanInputs) -> tuple[Told, ...]:
    """The facts that the plan rests on, firm first, then each piece of work in its order."""
    firm = [(name, getattr(profile.business, name, None)) for name in FIRM_FACTS]
    limits = [(each.kind, each.amount, each.text) for each in profile.constraints if each.amount]
    found = [_told("the firm", name, fact, None, inputs) for name, fact in firm if isinstance(fact, Fact)]
    for kind, amount, text in limits:
        if amount is not None:
            name = {"budget": "budget_first_year", "time": "spare_hours_per_week", "skill": "team_skill"}.get(
                kind, text
            )
            found.append(_told("the firm", name, amount, None, inputs))
    for work in made.works:
        for name in type(work.process).model_fields:
            fact = getattr(work.process, name)
            if isinstance(fact, Fact) and name != "reasons":
                found.append(_told(work.kind.name, name, fact, work, inputs))
    return tuple(found)


def _told(about: str, name: str, fact: Fact, work: Work | None, inputs: PlanInputs) -> Told:
    words = inputs.words.of(name, work.kind if work else None)
    return Told(
        about=about,
        what=words.label,
        value=_value(name, fact, words.unit, inputs),
        quote=fact.quote or "",
        basis=fact.basis,
    )


def _value(name: str, fact: Fact, unit: str, inputs: PlanInputs) -> str:
    """A fact's value; a country by its name, the owner as "you"."""
    if name == "country":
        country = inputs.setting.catalogue.country(str(fact.value))
        return country.name if country else str(fact.value)
    return "you" if name == "doer" and fact.value == "owner" else say_fact(fact, unit, inputs.currency)
