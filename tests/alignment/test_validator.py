"""A sound recommendation breaks nothing; one thing changed, and the right family says so."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.advice.recommend import recommend
from assistant.alignment.validator import validate
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.facts import Fact, FactPath, Range
from assistant.domain.findings import Report
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting
from tests.builders import fact, salon

TODAY = date(2026, 11, 21)


def report_on(profile: Profile, setting: EstimateSetting, **changes: object) -> Report:
    made = recommend(profile, {}, setting, TODAY)
    spoiled = tuple(each.model_copy(update=changes) for each in made.initiatives)
    return validate(profile, made.model_copy(update={"initiatives": spoiled}), setting, TODAY)


def broken_families(report: Report) -> set[str]:
    return {each.rule_id[:2] for each in report.broken()}


def test_the_sound_recommendation_breaks_nothing(setting: EstimateSetting) -> None:
    report = report_on(salon(), setting)
    assert report.broken() == ()
    assert report.passes


def first(profile: Profile, setting: EstimateSetting) -> Initiative:
    return recommend(profile, {}, setting, TODAY).initiatives[0]


@pytest.mark.parametrize(
    ("changes", "family"),
    [
        ({"pilot": None}, "MS"),
        ({"safeguards": ()}, "CP"),
        ({"step_owner": None}, "PE"),
        ({"alternatives": ()}, "RS"),
        ({"side_effects": ()}, "SY"),
        ({"means": "erp"}, "ST"),
        ({"cash_per_year": Range(low=5000, mid=9000, high=12000, unit="GBP/year")}, "EV"),
        ({"cost_first_year": Range(low=0, mid=0, high=0, unit="GBP")}, "EV"),
    ],
)
def test_one_thing_left_out_is_marked(setting: EstimateSetting, changes: dict[str, object], family: str) -> None:
    assert family in broken_families(report_on(salon(), setting, **changes))


@pytest.mark.parametrize(
    ("name", "value", "family"),
    [
        ("stable", False, "PR"),
        ("exception_share", 0.6, "PR"),
        ("digital_input", 0.1, "PR"),
        ("prerequisite_met", False, "RS"),
        ("posts_expected_to_go", 2.0, "PE"),
        ("needed", False, "PR"),
    ],
)
def test_a_changed_fact_breaks_its_rule(setting: EstimateSetting, name: str, value: object, family: str) -> None:
    sound = recommend(salon(), {}, setting, TODAY)
    changed = salon(**{name: fact(value)})  # type: ignore[arg-type]  # values of every kind on purpose
    if name == "posts_expected_to_go":
        changed = salon(posts_expected_to_go=fact(2.0), staff_told=fact(False))
    assert family in broken_families(validate(changed, sound, setting, TODAY))


def test_a_goal_that_was_never_stated_does_not_count(setting: EstimateSetting) -> None:
    profile = salon()
    made = recommend(profile, {}, setting, TODAY)
    other = profile.model_copy(update={"goals": (profile.goals[0].model_copy(update={"text": "another"}),)})
    report = validate(other, made, setting, TODAY)
    assert "GL01" in {each.rule_id for each in report.findings if each.verdict == "broken"}


def test_too_few_spare_hours_break_the_roll_out(setting: EstimateSetting) -> None:
    profile = salon()
    made = recommend(profile, {}, setting, TODAY).initiatives[0].model_copy(update={"means": "crm"})
    report = validate(profile, Recommendation(initiatives=(made,), order=(made.id,)), setting, TODAY)
    assert {"RS04", "RS01"} & {each.rule_id for each in report.broken()}


def test_a_screen_in_front_of_personal_service_is_misaligned(setting: EstimateSetting) -> None:
    profile = salon()
    counter = profile.processes[0].model_copy(update={"id": "answering_calls"})
    profile = profile.model_copy(update={"processes": (counter,)})
    made = first(profile, setting).model_copy(update={"means": "voice", "decision": "now"})
    report = validate(profile, Recommendation(initiatives=(made,), order=(made.id,)), setting, TODAY)
    mk01 = next(each for each in report.findings if each.rule_id == "MK01")
    assert (mk01.verdict, mk01.breach) == ("broken", "misaligned")
    assert mk01.quote == "they know us"


def test_a_second_tool_for_one_job_is_marked(setting: EstimateSetting) -> None:
    profile = salon()
    made = first(profile, setting).model_copy(update={"means": "remind", "decision": "now"})
    report = validate(profile, Recommendation(initiatives=(made,), order=(made.id,)), setting, TODAY)
    assert "SY02" in {each.rule_id for each in report.broken()}


def test_silence_is_never_a_breach(setting: EstimateSetting) -> None:
    bare = salon()
    process = bare.processes[0]
    silent = bare.model_copy(
        update={
            "processes": (process.__class__(id=process.id, name=process.name, hours_per_week=process.hours_per_week),),
            "constraints": (),
            "strengths": (),
            "tools": (),
        }
    )
    report = report_on(silent, setting)
    assert report.passes
    assert any(each.verdict == "unknown" for each in report.findings)


def test_the_quick_win_exception_is_bounded_and_dated(setting: EstimateSetting) -> None:
    profile = salon()
    made = recommend(profile, {}, setting, TODAY)
    goalless = made.model_copy(
        update={"initiatives": tuple(each.model_copy(update={"serves_goals": ()}) for each in made.initiatives)}
    )
    gl01 = next(each for each in validate(profile, goalless, setting, TODAY).findings if each.rule_id == "GL01")
    assert gl01.verdict == "broken"
    assert gl01.waived is not None
    assert gl01.waived.until is not None
    unstable = profile.with_fact(FactPath(scope="appointment_reminders", name="stable"), Fact(value=False))
    again = next(each for each in validate(unstable, goalless, setting, TODAY).findings if each.rule_id == "GL01")
    assert again.waived is None
