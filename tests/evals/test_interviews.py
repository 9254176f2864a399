"""Interviews of simulated owners: what is true, what a decision is worth in it, and the order of questions."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain.facts import Fact
from assistant.estimates.setting import EstimateSetting
from assistant.interview.questions import QuestionList, load_questions
from evals.casebook import CASES, load
from evals.interviews.orders import Course, course, in_order, questionnaire, shuffled
from evals.interviews.truth import decided, decisions_of, told, truth_of
from evals.simulated.owners import Owner, owners
from evals.suites.answers import AnswerCase, agrees
from evals.suites.interview import Interview
from tests.conftest import KNOWLEDGE

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def questions() -> QuestionList:
    return load_questions(KNOWLEDGE)


@pytest.fixture(scope="module")
def owner() -> Owner:
    found = owners(9, 5, KNOWLEDGE, (CASES / "reading.jsonl",))
    return next(each for each in found if each.population == "priors")


def test_everything_told_is_the_whole_truth_and_the_opening_a_part_of_it(owner: Owner) -> None:
    whole, part = told(owner), told(owner, owner.opened)
    assert {each.id for each in whole.processes} == {each.id for each in owner.told}
    first = whole.processes[0]
    assert first.hours_per_week is not None
    assert first.hours_per_week.value == owner.told[0].facts["hours_per_week"]
    assert first.doer is not None
    assert part.processes[0].documented is None


def test_the_best_decisions_are_worth_all_and_none_are_worth_nothing(owner: Owner, setting: EstimateSetting) -> None:
    truth = truth_of(owner, setting, DAY)
    assert truth.share(truth.best) == pytest.approx(1.0)
    assert truth.worth({}) == 0.0
    assert truth.share({}) <= 1.0
    idle = {each: ("leave it", way) for each, (_, way) in truth.best.items()}
    assert truth.worth(idle) == 0.0


def test_a_way_that_the_truth_closes_costs_something(setting: EstimateSetting, owner: Owner) -> None:
    truth = truth_of(owner, setting, DAY)
    (work, ways), *_ = truth.stands.ways.items()
    stopped = next(each for each in ways if each.means.id == "stop")  # it is needed
    assert stopped.out is not None
    assert stopped.value_per_year > 0
    assert truth.worth({work: ("stop doing it", "stop")}) == pytest.approx(-0.25 * stopped.value_per_year)


def test_after_every_question_the_decision_is_that_of_the_truth(
    owner: Owner, setting: EstimateSetting, questions: QuestionList
) -> None:
    truth = truth_of(owner, setting, DAY)
    listed = questionnaire(owner, questions.kinds)
    found = course(owner, truth, in_order(listed), DAY)
    assert found.questions <= len(listed)
    assert found.shares[-1] == pytest.approx(1.0)
    assert decisions_of(decided(told(owner), setting, DAY)) == truth.best


def test_a_shuffled_questionnaire_asks_the_same(owner: Owner, questions: QuestionList) -> None:
    listed = questionnaire(owner, questions.kinds)
    assert sorted(shuffled(listed, 1)) == sorted(listed)
    assert shuffled(listed, 1) == shuffled(listed, 1) != listed


def test_a_course_stays_where_it_ended() -> None:
    assert [Course((0.2, 0.5)).after(n) for n in (0, 1, 7)] == [0.2, 0.5, 0.5]


@pytest.mark.parametrize(
    ("asked", "again"),
    [
        (["a", "b"], ""),
        (["a", "a", "b"], ""),
        (["a", "a", "a"], "a"),
        (["a", "b", "a"], "a"),
    ],
)
def test_a_question_may_be_pressed_once_and_never_come_back(asked: list[str], again: str) -> None:
    talk = Interview(asked=asked)
    assert talk.again == again
    assert talk.questions == len(set(asked))


@pytest.mark.parametrize(
    ("asked", "value", "wanted", "right"),
    [
        ("stable", True, True, True),
        ("stable", False, True, False),
        ("posts_expected_to_go", 1.0, True, True),
        ("posts_expected_to_go", 0.0, True, False),
        ("doer", "staff", "staff", True),
        ("hours_per_week", 3.1, 3.0, True),
        ("hours_per_week", 4.0, 3.0, False),
        ("hours_per_week", (2.0, 4.0), 3.0, True),
        ("exception_share", 0.3, (0.4, 0.6), True),
        ("exception_share", 0.1, 0.4, False),
        ("hours_per_week", "many", 3.0, False),
    ],
)
def test_an_answer_agrees_within_what_is_near(asked: str, value: object, wanted: object, right: bool) -> None:
    case = AnswerCase.model_validate({"asked": asked, "work": None, "say": "x", "is": wanted})
    assert agrees(Fact.model_validate({"value": value}), case) is right


def test_every_answer_case_names_a_question(questions: QuestionList) -> None:
    for each in load(CASES / "answers.jsonl", AnswerCase):
        assert questions.named(each.asked) is not None, each.id
