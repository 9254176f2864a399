"""Profile + passages -> recommendation: every process gets a decision, and the decisions an order."""

from __future__ import annotations

from datetime import date

from assistant.advice.decide import Choice, choose, put_off
from assistant.advice.goals import uncovered
from assistant.advice.initiative import Passages, Writing, write
from assistant.advice.options import Barred, Option, options, weighed
from assistant.advice.portfolio import arranged
from assistant.domain.advice import Recommendation
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting, country_of
from assistant.estimates.inputs import currency_of


def recommend(
    profile: Profile, passages: Passages, setting: EstimateSetting, today: date, barred: Barred = frozenset()
) -> Recommendation:
    """The recommendation for a profile; `barred` are ways that the validator has sent back."""
    ways = {each.id: options(profile, each, setting, barred) for each in profile.processes}
    choices = tuple(_chosen(profile, each, ways[each.id], setting, barred) for each in profile.processes)
    currency = currency_of(profile, country_of(profile, setting.catalogue))
    portfolio = arranged(choices, profile, setting.catalogue, currency)
    writings = (
        Writing(turn=each, ways=ways[each.choice.option.estimate.process_id], currency=currency)
        for each in portfolio.turns
    )
    written = tuple(write(each, profile, setting, passages, today) for each in writings)
    served = frozenset(link.goal for each in written for link in each.serves_goals)
    return Recommendation(
        initiatives=written,
        order=tuple(each.id for each in written if each.decision != "leave it"),
        currency=currency,
        uncovered_goals=uncovered(profile, served),
        levers=portfolio.levers,
    )


def _chosen(
    profile: Profile, process: Process, ways: tuple[Option, ...], setting: EstimateSetting, barred: Barred
) -> Choice:
    """The choice for one process; what is about to change is judged as it will be, too."""
    if process.stable is None or process.stable.value is not False:
        return choose(process, ways)
    settled = process.model_copy(update={"stable": None})
    made = tuple(each.estimate for each in ways)
    return put_off(process, weighed(profile, settled, made, setting, barred)) or choose(process, ways)
