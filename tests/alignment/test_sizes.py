"""Limits that follow the size of the firm: the table gives them, the validator judges by itself."""

from __future__ import annotations

import pytest

from assistant.advice.recommend import recommend
from assistant.alignment.assess import assess
from assistant.alignment.validator import validate
from assistant.domain.advice import Recommendation
from assistant.domain.facts import Fact
from assistant.domain.findings import Finding
from assistant.domain.profile import Business, Profile
from assistant.estimates.estimate import EstimateSetting
from tests.advice.test_portfolio import MANY, firm
from tests.advice.test_recommend import TODAY
from tests.alignment.test_assess import GOOD, planned
from tests.builders import fact, salon


def sized(people: float | None, under_way: float = 0.0) -> Profile:
    headcount = None if people is None else fact(people)
    return salon().model_copy(
        update={"business": Business(headcount=headcount, country=fact("GB"), active_changes=fact(under_way))}
    )


def room(profile: Profile, setting: EstimateSetting) -> Finding:
    """What rule DL02 says of a firm that begins nothing new."""
    made = recommend(profile, {}, setting, TODAY).initiatives[0].model_copy(update={"decision": "leave it"})
    report = validate(profile, Recommendation(initiatives=(made,)), setting, TODAY)
    return next(each for each in report.findings if each.rule_id == "DL02")


def with_room(setting: EstimateSetting, changes: int) -> EstimateSetting:
    """The setting with a table in which every band carries so many changes."""
    bands = setting.catalogue.bands
    rows = tuple(each.model_copy(update={"changes_at_once": changes}) for each in bands.bands)
    table = bands.model_copy(update={"bands": rows})
    return setting.model_copy(update={"catalogue": setting.catalogue.model_copy(update={"bands": table})})


@pytest.mark.parametrize(
    ("people", "most"), [(1.0, 1), (2.0, 1), (9.0, 1), (10.0, 2), (49.0, 2), (50.0, 3), (249.0, 3)]
)
def test_a_firm_carries_as_many_changes_as_its_band(setting: EstimateSetting, people: float, most: int) -> None:
    assert room(sized(people, most), setting).verdict == "held"
    broken = room(sized(people, most + 1), setting)
    assert broken.verdict == "broken"
    assert f"{most + 1} changes at once, and your size carries {most}:" in broken.remedy


def test_without_a_headcount_nobody_can_tell(setting: EstimateSetting) -> None:
    found = room(sized(None, 1.0), setting)
    assert (found.verdict, found.missing) == ("unknown", ("most_changes_at_once",))


def test_advice_and_validator_follow_one_table(setting: EstimateSetting) -> None:
    few, many = with_room(setting, 1), with_room(setting, 3)
    begun = [
        sum(each.decision == "now" for each in recommend(firm(*MANY), {}, one, TODAY).initiatives)
        for one in (few, many)
    ]
    assert begun[0] == 1
    assert begun[1] > 1
    assert room(sized(5.0, 2.0), few).verdict == "broken"
    assert room(sized(5.0, 2.0), many).verdict == "held"


@pytest.mark.parametrize(
    ("people", "fits"), [(1.0, False), (9.0, False), (None, False), (10.0, True), (49.0, True), (50.0, True)]
)
def test_a_suite_is_a_stage_ahead_of_a_handful_of_people(
    setting: EstimateSetting, people: float | None, fits: bool
) -> None:
    told = Profile(business=Business(headcount=None if people is None else Fact(value=people)))
    made = assess(planned({**GOOD, "stage_of_means": 3.0}), told, setting.catalogue, TODAY)
    assert ("ST01" in made.decided_by) is not fits
    busy = firm("order_intake", people=people or 5.0, order_intake=300.0)
    ahead = [
        each.reason
        for one in recommend(busy, {}, setting, TODAY).initiatives
        for each in one.alternatives
        if each.means_id == "erp"
    ]
    assert any("a stage ahead of" in each for each in ahead) is not fits
