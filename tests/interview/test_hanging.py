"""What hangs on a question is told by the ways between which its answer decides."""

from __future__ import annotations

from assistant.domain.profile import Business, Process, Profile
from assistant.estimates.setting import EstimateSetting
from assistant.interview.agenda import Advised, Agenda, agenda
from assistant.interview.questions import load_questions
from assistant.interview.worth import standing, worth_of
from tests.builders import fact, salon
from tests.conftest import KNOWLEDGE

QUESTIONS = load_questions(KNOWLEDGE)


def asked(profile: Profile, setting: EstimateSetting) -> Agenda:
    return agenda(Advised(profile=profile), (), QUESTIONS, setting)


def test_a_question_that_decides_names_both_ways(setting: EstimateSetting) -> None:
    open_still = salon(hours_per_week=fact(9.0, "hours"), exception_share=None, documented=None)
    hangs = [each.question.hangs for each in asked(open_still, setting).candidates if each.question.hangs]
    assert hangs
    assert all(each.startswith(("It decides whether we ", "For ")) and " or " in each for each in hangs)


def test_the_worth_of_an_answer_is_what_it_would_change(setting: EstimateSetting) -> None:
    profile = salon(hours_per_week=fact(9.0, "hours"), documented=None)
    stands = standing(profile.processes[0], profile, setting)
    kind = QUESTIONS.named("documented")
    assert kind is not None
    found = worth_of(kind, stands)
    now = (stands.choice.decision, stands.choice.option.means.id)
    assert (found.worth > 0) == bool(found.others)
    assert now not in [(each.decision, each.option.means.id) for each in found.others]


def test_what_is_settled_grows_with_what_is_told(setting: EstimateSetting) -> None:
    full = salon()
    bare = salon(exception_share=None, documented=None, stable=None, digital_input=None, rule_based=None)
    before, after = asked(bare, setting).settled, asked(full, setting).settled
    assert before is not None
    assert after is not None
    assert 0.0 <= before <= after <= 1.0


def test_before_the_opening_is_over_nothing_is_settled(setting: EstimateSetting) -> None:
    assert asked(Profile(), setting).settled is None


def test_a_budget_is_asked_for_where_it_decides_and_only_there(setting: EstimateSetting) -> None:
    kind = QUESTIONS.named("budget_first_year")
    assert kind is not None
    worth = {}
    for hours in (0.1, 32.0):
        told = {"hours_per_week": fact(hours), "documented": fact(False), "wage_per_hour": fact(30.0)}
        booking = Process(id="appointment_booking", name="booking", **told)
        firm = Profile(business=Business(headcount=fact(6.0), country=fact("GB")), processes=(booking,))
        worth[hours] = worth_of(kind, standing(booking, firm, setting)).worth
    assert worth[32.0] > 1000
    assert worth[0.1] == 0.0
