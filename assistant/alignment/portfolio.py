"""Facts about all initiatives together."""

from __future__ import annotations

from assistant.alignment.subject import computed, limit
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.catalogue import RESTS
from assistant.domain.facts import Fact
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.rulebook import Facts

HOMES = {"customers": ("crm",), "money": ("acct",), "stock and sales": ("pos", "erp"), "working hours": ("rota",)}
"""Which means are the home of which record."""


def active(recommendation: Recommendation) -> tuple[Initiative, ...]:
    """Initiatives that change something in the firm."""
    return tuple(each for each in recommendation.initiatives if each.decision not in RESTS)


def portfolio_facts(profile: Profile, recommendation: Recommendation, setting: EstimateSetting) -> Facts:
    """Every fact that a rule over the whole portfolio may ask for."""
    served = {link.goal for each in recommendation.initiatives for link in each.serves_goals}
    answered = [goal for goal in profile.goals if goal.text in served or goal.text in recommendation.uncovered_goals]
    people, bands = profile.people(), setting.catalogue.bands
    return {
        "goals_stated": computed(float(len(profile.goals))) if profile.goals else None,
        "goals_answered": computed(float(len(answered))),
        "changes_at_once": computed(_at_once(recommendation, setting) + _under_way(profile)),
        "cost_of_all_first_year": computed(_cost_of_all(profile, recommendation, setting)),
        "budget_first_year": limit(profile, "budget"),
        "most_changes_at_once": computed(float(bands.of(people).changes_at_once)) if people is not None else None,
        "steps_before_their_basis": computed(_too_early(recommendation, setting)),
        "records_with_two_homes": _two_homes(profile, recommendation, setting),
    }


def _under_way(profile: Profile) -> float:
    """Other changes that the firm is in the middle of."""
    told = profile.business.active_changes
    return told.mid if told and told.is_number else 0.0


def _cost_of_all(profile: Profile, recommendation: Recommendation, setting: EstimateSetting) -> float:
    """What all steps of this year cost in it, estimated again."""
    bought = [each for each in active(recommendation) if each.decision != "later"]
    return sum(estimate(profile, each.process_id, each.means, setting).cost_first_year.mid or 0.0 for each in bought)


def _at_once(recommendation: Recommendation, setting: EstimateSetting) -> int:
    """Initiatives started now that take more than two hours to switch on."""
    return sum(
        1
        for each in active(recommendation)
        if each.id in recommendation.order[:1] or each.decision == "now"
        if setting.catalogue.way(each.means).setup_hours[1] > 2
    )


def _too_early(recommendation: Recommendation, setting: EstimateSetting) -> tuple[str, ...]:
    place = {initiative_id: n for n, initiative_id in enumerate(recommendation.order)}
    steps = {each.process_id: place[each.id] for each in active(recommendation) if each.id in place}
    return tuple(
        setting.catalogue.process(process_id).name
        for process_id, n in steps.items()
        if any(base in steps and steps[base] > n for base in setting.catalogue.process(process_id).rests_on)
    )


def _two_homes(profile: Profile, recommendation: Recommendation, setting: EstimateSetting) -> Fact | None:
    if not profile.tools:
        return None
    in_use = [tool.kind for tool in profile.tools if tool.kind]
    bought = [each.means for each in active(recommendation) if setting.catalogue.way(each.means).decision == "automate"]
    doubled = tuple(
        record
        for record, kinds in HOMES.items()
        if any(kind in kinds for kind in bought) and any(kind in kinds for kind in in_use)
    )
    return computed(doubled, profile.tools[0].quote)
