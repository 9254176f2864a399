"""The next question: the opening first, then only what could change the advice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.advice.recommend import recommend
from assistant.alignment.rules import RULES
from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.profile import LIMITS, Business, Process, Profile
from assistant.domain.talk import KIND_OF_WORK, Asked, Unnamed, which_kind
from assistant.estimates.estimate import EstimateSetting
from assistant.interview.agenda import Advised, agenda, is_known
from assistant.interview.questions import QuestionList, load_questions
from assistant.interview.worth import standing, worth_of
from tests.builders import fact, salon
from tests.conftest import KNOWLEDGE


@pytest.fixture(scope="module")
def questions() -> QuestionList:
    return load_questions(KNOWLEDGE)


def names(
    profile: Profile, questions: QuestionList, setting: EstimateSetting, asked: tuple[Asked, ...] = ()
) -> list[str]:
    found = agenda(Advised(profile=profile), asked, questions, setting)
    return [each.question.path.name for each in found.candidates]


def test_an_empty_profile_is_asked_about_work_and_goals_first(
    questions: QuestionList, setting: EstimateSetting
) -> None:
    assert names(Profile(), questions, setting)[:2] == ["processes", "goals"]


SLIPS = Unnamed(quote="the slips", passage="And the slips.", nearest=("job_sheets", "receipts", "filing"))
DOORS = Unnamed(quote="the doors", passage="And the doors.", nearest=("opening_checks", "goods_in", "check_in"))
BOXES = Unnamed(quote="the boxes", passage="And the boxes.", nearest=("picking_packing", "goods_in", "returns"))


def put(advised: Advised, questions: QuestionList, setting: EstimateSetting, *done: int) -> list[str]:
    asked = tuple(Asked(path=which_kind(each), outcome="skipped") for each in done)
    return [str(each.question.path) for each in agenda(advised, asked, questions, setting).candidates]


def test_words_of_no_kind_are_asked_about_after_the_goal_and_before_details(
    questions: QuestionList, setting: EstimateSetting
) -> None:
    told = Profile(processes=(Process(id="invoicing", name="invoices"),))
    found = put(Advised(profile=told, unnamed=(SLIPS, DOORS, BOXES)), questions, setting)
    assert found[:4] == ["firm.goals", "named_1.kind_of_work", "named_2.kind_of_work", "invoicing.hours_per_week"]
    found = put(Advised(profile=told, unnamed=(SLIPS, DOORS, BOXES)), questions, setting, 1, 2)
    assert found[:2] == ["firm.goals", "invoicing.hours_per_week"]
    assert put(Advised(profile=Profile(), unnamed=(SLIPS,)), questions, setting)[0] == "named_1.kind_of_work"


def test_words_whose_kind_is_known_by_now_are_not_asked_about(
    questions: QuestionList, setting: EstimateSetting
) -> None:
    told = Profile(processes=(Process(id="job_sheets", name="job sheets"),))
    found = put(Advised(profile=told, unnamed=(SLIPS, DOORS)), questions, setting)
    assert "named_1.kind_of_work" not in found
    assert "named_2.kind_of_work" in found


def test_the_question_quotes_the_words_and_offers_the_nearest_kinds(
    questions: QuestionList, setting: EstimateSetting
) -> None:
    kind = questions.named(KIND_OF_WORK)
    assert kind is not None
    question = kind.put_on_words(SLIPS, 1, setting.catalogue)
    assert "“the slips”" in question.text
    assert question.choices == (*(setting.catalogue.process(each).name for each in SLIPS.nearest), "Something else")


NOT_TOLD: dict[str, Profile] = {
    "goals": salon().model_copy(update={"goals": ()}),
    "strengths": salon().model_copy(update={"strengths": ()}),
    "spare_hours_per_week": salon().with_fact(FactPath(scope=FIRM, name="spare_hours_per_week"), None),
    **{
        name: salon().with_fact(FactPath(scope="appointment_reminders", name=name), None)
        for name in ("hours_per_week", "doer", "freed_hours_use")
    },
}
"""The salon without one fact of the opening."""


@pytest.mark.parametrize("name", NOT_TOLD)
def test_of_the_opening_just_what_is_not_known_is_asked(
    name: str, questions: QuestionList, setting: EstimateSetting
) -> None:
    assert names(NOT_TOLD[name], questions, setting) == [name]
    assert name not in names(salon(), questions, setting)


def test_a_question_is_never_put_twice(questions: QuestionList, setting: EstimateSetting) -> None:
    done: tuple[Asked, ...] = ()
    for _ in range(40):
        found = agenda(Advised(profile=Profile()), done, questions, setting)
        if found.first is None:
            break
        assert found.first.path not in [each.path for each in done]
        done = (*done, Asked(path=found.first.path, outcome="skipped"))
    assert agenda(Advised(profile=Profile()), done, questions, setting).first is None
    assert {"processes", "goals", "strengths", "spare_hours_per_week"} <= {each.path.name for each in done}


def test_hours_come_before_minutes(questions: QuestionList, setting: EstimateSetting) -> None:
    bare = Profile(processes=(Process(id="invoicing", name="invoicing"),))
    asked = names(bare, questions, setting)
    assert "hours_per_week" in asked
    assert "minutes_per_item" not in asked


def test_a_question_that_could_change_nothing_is_not_asked(questions: QuestionList, setting: EstimateSetting) -> None:
    tiny = salon(hours_per_week=fact(0.1, "hours"))
    assert [each for each in names(tiny, questions, setting) if each in ("stable", "exception_share")] == []


def test_every_question_asks_for_a_fact_that_a_rule_or_an_estimate_uses(questions: QuestionList) -> None:
    used = {name for one in RULES for name in one.gate + one.needs}
    estimates = (Path(KNOWLEDGE).parent / "assistant" / "estimates").glob("*.py")
    source = "\n".join(each.read_text(encoding="utf-8") for each in estimates)
    for each in questions.kinds:
        settles = set(each.settles) & used
        assert settles or f'"{each.name}"' in source or each.name in ("processes", KIND_OF_WORK), each.name


def test_every_question_has_a_place_in_the_profile(questions: QuestionList) -> None:
    for each in questions.kinds:
        if each.scope == "words":
            known = {KIND_OF_WORK}  # its answer adds to the processes
        elif each.scope == FIRM:
            known = {*Business.model_fields, *LIMITS, "goals", "strengths", "processes", "tools"}
        else:
            known = set(Process.model_fields)
        assert each.name in known, each.name
        is_known(Profile(), FactPath(scope=FIRM if each.scope == "firm" else "invoicing", name=each.name))


def test_every_fact_that_a_must_rule_waits_for_can_be_asked_or_is_ours(questions: QuestionList) -> None:
    """Facts that our own plan fills in, or that follow from others, need no question."""
    worked_out = {
        "goals_served", "small_spend", "cost_first_year", "cost_first_year_high", "first_quarter_cost",
        "buys_something",
        "automates", "brings_own_steps", "captures_paper", "person_after_each", "person_decides", "person_is_default",
        "customers_meet_machine", "rollout_hours_per_week", "core_skill", "output", "reader_named", "decision_named",
        "customer_facing", "human_touch", "irreversible", "approval_step", "pilot_weeks", "pilot_volume_share",
        "fallback_kept", "reversible_days", "measure_set", "target_set", "date_set", "stop_rule_set", "about_people",
        "uses_ai", "discloses_machine", "personal_data", "mass_marketing", "regulated", "qualified_review",
        "touches_money_or_mail", "stage_of_means", "hyperautomation", "automations_live", "benefit_bases",
        "way_to_person", "cash_per_year", "not_reusable_share", "change_within_months", "reasons",
    }  # fmt: skip
    for one in RULES:
        if one.severity != "must":
            continue
        for name in one.needs:
            assert name in worked_out or questions.settling(name), f"{one.id}: nobody can settle {name}"


def booked(**facts: Fact) -> Profile:
    ready = {"hours_per_week": fact(20.0), "digital_input": fact(1.0)}
    process = Process(id="appointment_booking", name="booking", **{**ready, **facts})
    return Profile(business=Business(headcount=fact(5.0), country=fact("GB")), processes=(process,))


def test_questions_are_weighed_against_the_decision_that_is_shown(setting: EstimateSetting) -> None:
    """Work that is about to change is put off, and a way that the rules sent back is not the one that stands."""
    steady, changing = booked(), booked(stable=fact(False))
    for profile, decision in ((steady, "now"), (changing, "later")):
        made = recommend(profile, {}, setting, date(2026, 11, 21)).initiatives[0]
        stands = standing(profile.processes[0], profile, setting)
        assert (stands.choice.decision, stands.choice.option.means.id) == (made.decision, made.means)
        assert made.decision == decision
    taken = standing(steady.processes[0], steady, setting).choice.option.means.id
    barred = frozenset({("appointment_booking", taken)})
    shown = recommend(steady, {}, setting, date(2026, 11, 21), barred)
    assert shown.barred == barred
    assert standing(steady.processes[0], steady, setting, barred).choice.decision == shown.initiatives[0].decision
    assert shown.initiatives[0].decision != "now"


def test_work_that_is_put_off_brings_nothing_to_lose(questions: QuestionList, setting: EstimateSetting) -> None:
    changing = booked(stable=fact(False))
    stands = standing(changing.processes[0], changing, setting)
    kind = questions.named("rule_based")
    assert kind is not None
    assert worth_of(kind, stands).worth == 0.0
