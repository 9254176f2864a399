"""Each decision with its reason, numbers, rules and the number at which it changes; what is left alone."""

from __future__ import annotations

from assistant.domain.advice import GoalLink
from assistant.domain.findings import Report
from assistant.domain.plan import Line, PlanDecision
from assistant.language.phrases import lower, say_estimate, say_payback
from assistant.planning.findings import about
from assistant.planning.grounds import line
from assistant.planning.inputs import PlanInputs
from assistant.planning.sources import Numbered
from assistant.planning.timeline import Timeline
from assistant.planning.wording import say_price, sentence, unique
from assistant.planning.work import Work

MOST_OTHER_WAYS = 3
WAITING = ("next", "later")


def decisions(made: Timeline, report: Report, inputs: PlanInputs, numbered: Numbered) -> tuple[PlanDecision, ...]:
    """A decision for every piece of work, in the recommended order."""
    return tuple(_decision(each, report, inputs, numbered) for each in made.works)


def _decision(work: Work, report: Report, inputs: PlanInputs, numbered: Numbered) -> PlanDecision:
    initiative = work.initiative
    return PlanDecision(
        initiative_id=work.id,
        title=initiative.title,
        decision=initiative.decision,
        reason=sentence(initiative.reason, initiative.turn if initiative.decision in WAITING else ""),
        numbers=_numbers(work, inputs.currency),
        rules=about(work, report, inputs),
        changes_when=tuple(each.text for each in initiative.flip_conditions) or unique([initiative.stays]),
        serves=unique([_served(each) for each in initiative.serves_goals]),
        guards=unique(
            [sentence(each) for each in (initiative.premortem, *(each.text for each in initiative.safeguards))]
        ),
        check=sentence(initiative.check),
        also_looked_at=_others(work),
        sources=tuple(dict.fromkeys(numbered.number(each) for each in initiative.citations)),
    )


def _served(link: GoalLink) -> str:
    return f"{f'“{link.quote}”' if link.quote else link.goal}: {link.measure_moved}, {link.direction}"


def _numbers(work: Work, currency: str) -> tuple[str, ...]:
    found = work.initiative
    if found.decision == "stop doing it":
        return (f"Frees {say_estimate(found.hours_freed_per_week, currency)}",)
    would = "Would free" if found.decision in ("leave it", "later", "next") else "Frees"
    costs = "Would cost" if found.decision in ("leave it", "later", "next") else "Costs"
    said = [f"{would} {say_estimate(found.hours_freed_per_week, currency)}"]
    if not found.cost_first_year.high and not found.cost_per_year_after.high:
        said.append("Nothing is bought")
    else:
        said.append(f"{costs} {say_estimate(found.cost_first_year, currency)} in the first year")
        said.append(f"After that {say_estimate(found.cost_per_year_after, currency)}")
        said.append(f"One freed hour costs {say_price(found.price_per_freed_hour, currency)}")
    if found.cash_per_year.high:
        said.append(f"Money back {say_estimate(found.cash_per_year, currency)}")
        said.append(say_payback(found.payback_months, currency))
    if found.margin_per_year.high:
        said.append(f"Sales won back {say_estimate(found.margin_per_year, currency)}, after their own costs")
    return (*said, *found.over_the_years)


def _others(work: Work) -> tuple[str, ...]:
    """Ways that lost, those with most hours first, each with the reason."""
    lost = [each for each in work.initiative.alternatives if not each.taken]
    ranked = sorted(lost, key=lambda each: -(each.hours_freed_per_week or 0.0))
    return tuple(sentence(f"{each.name}: {lower(each.reason)}") for each in ranked[:MOST_OTHER_WAYS])


def left_alone(made: Timeline) -> tuple[Line, ...]:
    """What is left as it is or put off, why, and the number at which that changes."""
    return tuple(_left(each) for each in made.decided("leave it")) + tuple(
        _later(each) for each in made.decided("later")
    )


def _left(work: Work) -> Line:
    flips = [each.text for each in work.initiative.flip_conditions]
    change = flips or [work.initiative.stays or "No single number would change that, as far as I can see"]
    return line(work.rests("hours freed, cost"), f"{work.name}. {sentence(work.initiative.reason)}", *change)


def _later(work: Work) -> Line:
    title = work.initiative.title
    return line(work.rests("own hours to set up"), f"{title}: later, when what comes before it runs")
