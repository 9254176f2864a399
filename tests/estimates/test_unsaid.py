"""What an owner might answer: a few figures that hold the range an estimate rests on, and a little more."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Business, Process, Profile
from assistant.errors import UnknownName
from assistant.estimates.setting import EstimateSetting
from assistant.estimates.unsaid import WORLDS, likely_budgets, likely_figures, likely_people, strata

FIRM = Profile(
    business=Business(headcount=Fact(value=10.0), country=Fact(value="GB")),
    processes=(Process(id="invoicing", name="making invoices"),),
)


def figures(name: str, setting: EstimateSetting, profile: Profile = FIRM) -> tuple[float, ...]:
    return likely_figures(profile, "invoicing", name, "capture", setting)


@pytest.mark.parametrize("name", ["items_per_week", "minutes_per_item", "hours_per_week", "wage_per_hour"])
def test_amounts_rise_and_hold_the_usual_one(name: str, setting: EstimateSetting) -> None:
    found = figures(name, setting)
    assert len(found) == WORLDS
    assert list(found) == sorted(found)
    assert found[0] > 0
    kind = setting.catalogue.process("invoicing")
    if name in ("items_per_week", "minutes_per_item"):
        assert found[2] == pytest.approx(getattr(kind, name)[1], rel=0.05)
        assert found[0] < getattr(kind, name)[0]
        assert found[-1] > getattr(kind, name)[2]


@pytest.mark.parametrize("name", ["exception_share", "digital_input", "rule_based"])
def test_shares_stay_shares(name: str, setting: EstimateSetting) -> None:
    found = figures(name, setting)
    assert list(found) == sorted(found)
    assert 0 <= found[0] < found[-1] <= 1


def test_what_was_told_of_the_count_narrows_the_hours(setting: EstimateSetting) -> None:
    told = FIRM.with_fact(FactPath(scope="invoicing", name="items_per_week"), Fact(value=4.0, unit="items"))
    assert figures("hours_per_week", setting, told)[2] < figures("hours_per_week", setting)[2] / 2


def test_a_fact_without_a_range_has_no_figures(setting: EstimateSetting) -> None:
    assert figures("free_cash", setting) == ()


def test_work_that_nobody_knows_is_refused(setting: EstimateSetting) -> None:
    with pytest.raises(UnknownName):
        likely_figures(FIRM, "juggling", "hours_per_week", "capture", setting)


def test_people_are_whole_and_money_is_the_firms_own(setting: EstimateSetting) -> None:
    assert all(each == round(each) >= 1 for each in likely_people(setting))
    rand = Profile(business=Business(country=Fact(value="ZA")))
    assert likely_budgets(rand, setting)[2] > 5 * likely_budgets(FIRM, setting)[2]


def test_a_share_may_not_leave_its_bounds() -> None:
    assert strata((0.3, 0.9, 1.0), "share")[-1] <= 1.0
