"""Sound firms and the ways to spoil their plans: each changes one thing, and there are enough of them."""

from __future__ import annotations

import pytest

from assistant.advice.recommend import recommend
from assistant.settings import Settings
from evals.run import TODAY
from evals.sabotage.plan import FAMILIES, Plan, Spoiler, begun
from evals.sabotage.spoilers import SPOILERS
from evals.sound import sound_firms
from evals.suites.sabotage import sabotages, setting_of

Sabotages = tuple[tuple[Spoiler, Plan], ...]


@pytest.fixture(scope="module")
def every_sabotage() -> Sabotages:
    """Every spoiler with every sound plan to which it can be put."""
    setting = setting_of(Settings(draws=500))
    found: list[tuple[Spoiler, Plan]] = []
    for firm in sound_firms():
        profile = firm.profile()
        made = recommend(profile, {}, setting, TODAY)
        found += sabotages(begun(profile, made, setting.catalogue))
    return tuple(found)


def test_each_spoiler_changes_the_plan_or_what_was_told(every_sabotage: Sabotages) -> None:
    for spoiler, plan in every_sabotage:
        spoiled = spoiler.spoil(plan)
        assert (spoiled.profile, spoiled.recommendation) != (plan.profile, plan.recommendation), spoiler.name


def test_a_spoiled_plan_keeps_its_work_and_the_other_initiatives(every_sabotage: Sabotages) -> None:
    for spoiler, plan in every_sabotage:
        spoiled = spoiler.spoil(plan)
        assert [each.id for each in spoiled.recommendation.initiatives] == [
            each.id for each in plan.recommendation.initiatives
        ], spoiler.name
        assert {each.id for each in spoiled.profile.processes} == {each.id for each in plan.profile.processes}


def test_there_are_at_least_eighty_and_every_spoiler_is_among_them(every_sabotage: Sabotages) -> None:
    assert len(every_sabotage) >= 80
    assert {spoiler.name for spoiler, _ in every_sabotage} == {each.name for each in SPOILERS}


def test_spoilers_have_names_of_their_own_and_cover_the_twelve_families() -> None:
    assert len({each.name for each in SPOILERS}) == len(SPOILERS)
    assert {family for each in SPOILERS for family in each.families} == set(FAMILIES)
    assert all(each.why for each in SPOILERS)


def test_every_firm_was_told_with_words_for_each_fact() -> None:
    firms = sound_firms()
    assert len(firms) >= 14
    for firm in firms:
        told = [
            *firm.firm.values(),
            *firm.limits.values(),
            *(fact for work in firm.work for fact in work.facts.values()),
        ]
        assert all(quote for _, quote in told), firm.name
